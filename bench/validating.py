"""What `eduindex validate` costs: a large workspace, the same work done by check-jsonschema, and one changed file.

All are whole processes. The yardstick of the large workspace is libyaml's bare scan of the same bytes by a Python that does
nothing else. check-jsonschema gets only some of the files: what a further entry costs it is compared with what an entry of the
whole workspace costs us, our start included. Run as a script; see README.md.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from interleaved import Command, CommandFailed, Sample, Series, lay_out, measure
from memory import peak_of_descendants
from promises import Comparison, as_record, as_table, compare, eduindex, program
from workspace_generator import (
    ENTRIES_OF_A_DISTRICT,
    Generated,
    NotOurs,
    add_options,
    check_options,
    generate,
)

ROOT = Path(__file__).resolve().parent.parent
FEWEST_RUNS = 3
MOST_MEMORY = 300_000_000
THOUSAND = 1000

SCAN = "python -c: CParser(data).raw_parse() of each file"
ONE_JOB, TWO_JOBS = "eduindex validate --jobs 1", "eduindex validate --jobs 2"
IMPORT = 'python -c "import click"'
ONE_FILE = "eduindex validate samples/zhangping.yaml"
OTHER = "check-jsonschema"
_ONE_FILE_OF_OTHER, _SOME_FILES_OF_OTHER = "one file", "some files"

WHOLE_LIMITS: dict[str, float | None] = {ONE_JOB: 12, TWO_JOBS: None}
ONE_FILE_LIMITS: dict[str, float | None] = {ONE_FILE: 6}
OTHER_LIMITS: dict[str, float | None] = {ONE_JOB: 0.06}

_SCANNING = """
import sys
from pathlib import Path
from yaml._yaml import CParser
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    CParser(path.read_bytes()).raw_parse()
"""


@dataclass(frozen=True, slots=True)
class Memory:
    """The most memory that a command and its own processes held, in bytes."""

    name: str
    peak: int

    @property
    def within(self) -> bool:
        """Whether the limit is kept."""
        return self.peak <= MOST_MEMORY


@dataclass(frozen=True, slots=True)
class Report:
    """All that was measured; ``other`` is None where check-jsonschema was left out."""

    generated: Generated
    runs: int
    short_runs: int
    whole: Comparison
    other: Comparison | None
    one_file: Comparison
    memory: tuple[Memory, ...]

    @property
    def kept(self) -> bool:
        """Whether no limit is exceeded."""
        comparisons = [one for one in (self.whole, self.other, self.one_file) if one is not None]
        return all(one.kept for one in comparisons) and all(one.within for one in self.memory)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    options = _options(arguments)
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(TemporaryDirectory())) / "workspace"
        try:
            report = _measured(generate(folder.resolve(), options.districts, options.seed), options)
        except (CommandFailed, NotOurs) as error:
            print(error, file=sys.stderr)
            return 1
    print(json.dumps(_as_record(report), indent=2) if options.json else _in_words(report))
    return int(options.check and not report.kept)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure eduindex validate on a generated workspace.")
    add_options(parser)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write the workspace there and use it again next time")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs of the whole (default: %(default)s)")
    parser.add_argument(
        "--short-runs", type=int, default=21, metavar="N", help="runs of one changed file (default: %(default)s)"
    )
    parser.add_argument(
        "--subset", type=int, default=20, metavar="N", help=f"files for {OTHER}; 0: leave it out (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, with every single run")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is exceeded")
    options = parser.parse_args(arguments)
    check_options(parser, options)
    if min(options.runs, options.short_runs) < FEWEST_RUNS:
        parser.error(f"a median needs {FEWEST_RUNS} runs or more")
    if options.subset and not 2 <= options.subset <= options.districts:
        parser.error("--subset is 0, or from 2 to the number of districts")
    if options.subset and program(OTHER) is None:
        parser.error(f"{OTHER} is not installed beside this Python; --subset 0 leaves it out")
    return options


def _measured(generated: Generated, options: argparse.Namespace) -> Report:
    actions = {SCAN: Command((sys.executable, "-c", _SCANNING, str(generated.folder)), generated.folder)}
    for name in WHOLE_LIMITS:
        actions[name] = Command((*eduindex(), *name.split()[1:]), generated.folder)
    if options.subset:
        actions |= _commands_of_other(generated, options.subset)
    series = measure(actions, options.runs)
    memory = (
        Memory(ONE_JOB, series[ONE_JOB].peak),
        Memory(TWO_JOBS, peak_of_descendants(actions[TWO_JOBS])),
    )
    short = measure(
        {
            IMPORT: Command((sys.executable, "-c", "import click"), ROOT),
            ONE_FILE: Command((*eduindex(), *ONE_FILE.split()[1:]), ROOT),
        },
        options.short_runs,
    )
    return Report(
        generated,
        options.runs,
        options.short_runs,
        whole=compare(SCAN, series, WHOLE_LIMITS),
        other=_against_other(series, generated.entries, options.subset) if options.subset else None,
        one_file=compare(IMPORT, short, ONE_FILE_LIMITS),
        memory=memory,
    )


def _commands_of_other(generated: Generated, subset: int) -> dict[str, Command]:
    """check-jsonschema over one file and over ``subset`` files, with the schema that we print for the workspace."""
    words = (*eduindex(), "schema", "district")
    printed = subprocess.run(words, cwd=generated.folder, capture_output=True, check=False)
    if printed.returncode:
        raise CommandFailed(f"{' '.join(words)}: exit code {printed.returncode}\n{printed.stderr.decode()}")
    schema = generated.folder / "district.schema.json"
    schema.write_bytes(printed.stdout)
    start = (str(program(OTHER)), "--schemafile", str(schema))
    return {
        name: Command((*start, *map(str, generated.files[:count])), generated.folder)
        for name, count in ((_ONE_FILE_OF_OTHER, 1), (_SOME_FILES_OF_OTHER, subset))
    }


def _against_other(series: dict[str, Series], entries: int, subset: int) -> Comparison:
    """A thousand entries of ours, start included, against a thousand further ones of the other's."""
    further = (subset - 1) * ENTRIES_OF_A_DISTRICT / THOUSAND
    pairs = zip(series[_ONE_FILE_OF_OTHER].samples, series[_SOME_FILES_OF_OTHER].samples, strict=True)
    other = Series(
        tuple(Sample((some.cpu - one.cpu) / further, (some.wall - one.wall) / further) for one, some in pairs)
    )
    thousands = entries / THOUSAND
    ours = Series(tuple(Sample(sample.cpu / thousands, sample.wall / thousands) for sample in series[ONE_JOB].samples))
    return compare(OTHER, {OTHER: other, ONE_JOB: ours}, OTHER_LIMITS)


def _in_words(report: Report) -> str:
    districts, entries = len(report.generated.files), report.generated.entries
    parts = [
        f"{districts:,} districts, {entries:,} entries: medians of {report.runs} interleaved runs",
        as_table(report.whole, decimals=0),
        "",
        "most memory",
        _as_memory_table(report.memory),
    ]
    if report.other is not None:
        parts += ["", "a thousand entries", as_table(report.other, decimals=2)]
    parts += [
        "",
        f"one changed file of five: medians of {report.short_runs} interleaved runs",
        as_table(report.one_file),
    ]
    return "\n".join(parts)


def _as_memory_table(memory: Sequence[Memory]) -> str:
    return lay_out(
        [
            ("", "MB", "limit", "within"),
            *(
                (one.name, f"{one.peak / 1e6:.0f}", f"{MOST_MEMORY / 1e6:.0f}", "yes" if one.within else "NO")
                for one in memory
            ),
        ]
    )


def _as_record(report: Report) -> dict[str, object]:
    return {
        "python": sys.version.split()[0],
        "districts": len(report.generated.files),
        "entries": report.generated.entries,
        "runs": report.runs,
        "short_runs": report.short_runs,
        "whole": as_record(report.whole),
        "against_check_jsonschema": None if report.other is None else as_record(report.other),
        "one_file": as_record(report.one_file),
        "memory": [
            {"name": one.name, "peak_bytes": one.peak, "limit_bytes": MOST_MEMORY, "within": one.within}
            for one in report.memory
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
