"""How long commands take from the shell's point of view, against a Python that has imported click and nothing else.

That yardstick is what any command line of this kind pays at the least. Limits are the project's own promises; they are judged by
the ratio of the median CPU times. Run as a script; see README.md.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from interleaved import COLUMNS, Command, CommandFailed, measure
from promises import Comparison, as_record, as_table, compare, eduindex

ROOT = Path(__file__).resolve().parent.parent
YARDSTICK = 'python -c "import click"'
FEWEST_RUNS = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """A command of eduindex that is measured, and how many times the yardstick it may cost (None: it is only reported)."""

    name: str
    words: tuple[str, ...]
    limit: float | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False


_COMPARE = ("compare", "quzhou", "ouhai")
SUBJECTS = (
    Subject("eduindex --help", ("--help",), limit=1.3),
    Subject("eduindex --version", ("--version",), limit=1.3),
    Subject("eduindex compare quzhou ouhai -f csv", (*_COMPARE, "-f", "csv"), limit=5),
    Subject(f"eduindex compare quzhou ouhai ({COLUMNS} columns)", _COMPARE, limit=6, terminal=True),
    Subject(
        "completion of `compare `",
        (),
        environment={"_EDUINDEX_COMPLETE": "bash_complete", "COMP_WORDS": "eduindex compare ", "COMP_CWORD": "2"},
    ),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    options = _options(arguments)
    try:
        comparison = _measured(options.runs)
    except CommandFailed as error:
        print(error, file=sys.stderr)
        return 1
    print(_as_json(options.runs, comparison) if options.json else _in_words(options.runs, comparison))
    return int(options.check and not comparison.kept)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=f"Measure start-up against {YARDSTICK}.")
    parser.add_argument("--runs", type=int, default=21, metavar="N", help="runs of each command (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON, with every single run")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is exceeded")
    options = parser.parse_args(arguments)
    if options.runs < FEWEST_RUNS:
        parser.error(f"a median needs {FEWEST_RUNS} runs or more")
    return options


def _measured(runs: int) -> Comparison:
    words = eduindex()
    actions = {YARDSTICK: Command((sys.executable, "-c", "import click"), ROOT)}
    for subject in SUBJECTS:
        actions[subject.name] = Command((*words, *subject.words), ROOT, subject.environment, subject.terminal)
    limits = {subject.name: subject.limit for subject in SUBJECTS}
    return compare(YARDSTICK, measure(actions, runs), limits)


def _in_words(runs: int, comparison: Comparison) -> str:
    return f"medians of {runs} interleaved runs\n{as_table(comparison)}"


def _as_json(runs: int, comparison: Comparison) -> str:
    document = {"runs": runs, "python": sys.version.split()[0], **as_record(comparison)}
    return json.dumps(document, indent=2)


if __name__ == "__main__":
    sys.exit(main())
