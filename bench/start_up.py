"""How long commands take from the shell's point of view, against a Python that has imported click and nothing else.

That yardstick is what any command line of this kind pays at the least. Limits are the project's own promises; they are judged by
the ratio of the median CPU times. Run as a script; see README.md.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from interleaved import COLUMNS, Command, CommandFailed, Ratio, Series, lay_out, measure, ratio

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


@dataclass(frozen=True, slots=True)
class Result:
    """What came out for one subject."""

    subject: Subject
    series: Series
    ratio: Ratio

    @property
    def within(self) -> bool | None:
        """Whether it keeps its limit; None without a limit."""
        return None if self.subject.limit is None else self.ratio.cpu <= self.subject.limit


_COMPARE = ("compare", "quzhou", "ouhai")
SUBJECTS = (
    Subject("--help", ("--help",), limit=1.3),
    Subject("--version", ("--version",), limit=1.3),
    Subject("compare quzhou ouhai -f csv", (*_COMPARE, "-f", "csv"), limit=5),
    Subject(f"compare quzhou ouhai ({COLUMNS} columns)", _COMPARE, limit=6, terminal=True),
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
        yardstick, results = _measured(options.runs)
    except CommandFailed as error:
        print(error, file=sys.stderr)
        return 1
    print(_as_json(options.runs, yardstick, results) if options.json else _as_table(options.runs, yardstick, results))
    return int(options.check and any(result.within is False for result in results))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=f"Measure start-up against {YARDSTICK}.")
    parser.add_argument("--runs", type=int, default=21, metavar="N", help="runs of each command (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON, with every single run")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is exceeded")
    options = parser.parse_args(arguments)
    if options.runs < FEWEST_RUNS:
        parser.error(f"a median needs {FEWEST_RUNS} runs or more")
    return options


def _measured(runs: int) -> tuple[Series, list[Result]]:
    program = _program()
    actions = {YARDSTICK: Command((sys.executable, "-c", "import click"), ROOT)}
    for subject in SUBJECTS:
        actions[subject.name] = Command((*program, *subject.words), ROOT, subject.environment, subject.terminal)
    series = measure(actions, runs)
    yardstick = series[YARDSTICK]
    return yardstick, [
        Result(subject, series[subject.name], ratio(series[subject.name], yardstick)) for subject in SUBJECTS
    ]


def _program() -> tuple[str, ...]:
    """The console script of the Python that runs this, else its module."""
    script = Path(sys.executable).parent / "eduindex"
    return (str(script),) if script.is_file() else (sys.executable, "-m", "eduindex")


def _as_table(runs: int, yardstick: Series, results: Sequence[Result]) -> str:
    head = ("", "CPU ms", "ratio", "pairwise", "limit", "within", "wall ms", "ratio")
    first = (YARDSTICK, _milliseconds(yardstick.cpu), "1.00", "1.00", "", "", _milliseconds(yardstick.wall), "1.00")
    return f"medians of {runs} interleaved runs\n" + lay_out([head, first, *map(_row, results)])


def _row(result: Result) -> tuple[str, ...]:
    limit = "" if result.subject.limit is None else f"{result.subject.limit:.1f}"
    return (
        f"eduindex {result.subject.name}" if result.subject.words else result.subject.name,
        _milliseconds(result.series.cpu),
        f"{result.ratio.cpu:.2f}",
        f"{result.ratio.pairwise:.2f}",
        limit,
        {True: "yes", False: "NO", None: ""}[result.within],
        _milliseconds(result.series.wall),
        f"{result.ratio.wall:.2f}",
    )


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


def _as_json(runs: int, yardstick: Series, results: Sequence[Result]) -> str:
    document = {
        "runs": runs,
        "python": sys.version.split()[0],
        "yardstick": {"name": YARDSTICK, **_seconds(yardstick)},
        "results": [
            {
                "name": result.subject.name,
                "limit": result.subject.limit,
                "within": result.within,
                "ratio": asdict(result.ratio),
                **_seconds(result.series),
            }
            for result in results
        ],
    }
    return json.dumps(document, indent=2)


def _seconds(series: Series) -> dict[str, object]:
    return {
        "median_cpu_seconds": series.cpu,
        "median_wall_seconds": series.wall,
        "runs_cpu_seconds": [sample.cpu for sample in series.samples],
        "runs_wall_seconds": [sample.wall for sample in series.samples],
    }


if __name__ == "__main__":
    sys.exit(main())
