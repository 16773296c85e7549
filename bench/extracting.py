"""What `extract` costs beside finding the figures of the same text, which whoever reads a report has to do at the least.

The yardstick is `find_quantities`, the very grammar that validates figures: it goes through every character once and knows no
label, date or sentence. Three things are held against limits: the ratio for prose; for prose and for texts made to hurt, that
a character of a long text costs hardly more than one of a short text, and that no such character costs many times one of
prose; and the whole command over a file of one line of 10 MB, against a process that only finds its figures. `extract` stops
after 20,000 figures, so that long texts of little else get cheaper a character. Run as a script; see README.md.
"""

import argparse
import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from interleaved import Command, CommandFailed, Sample, Series, lay_out, measure, timed
from promises import Comparison, as_record, as_table, compare, eduindex

from eduindex.extraction.extracting import extract
from eduindex.library import open_workspace
from eduindex.model.catalogue import Catalogue
from eduindex.model.quantity_finding import find_quantities

ROOT = Path(__file__).resolve().parent.parent
FEWEST_RUNS = 3
TIMES_LONGER = 8
SHORTEST, LONGEST_SHORT = 20_000, 2_500_000  # characters of the shorter of two texts
LEAST_CPU = 0.05  # seconds that the shorter text takes, or more, so that the clock and the fixed cost do not count
MEGABYTE = 1_000_000

MOST_GROWTH = 1.3  # of the cost a character, from the shorter text to the longer
MOST_BESIDE_PROSE = 3.0  # of the cost a character, a text made to hurt against prose
YARDSTICK = "find_quantities(prose)"
PROSE = "extract(prose)"
FINDING = "a process that finds the figures of the line"
COMMAND = "eduindex extract, one line"
LIMITS: dict[str, float | None] = {PROSE: 12}
LIMITS_OF_COMMAND: dict[str, float | None] = {COMMAND: 2}

_REPORT = (
    "2023年,清河县公办园在园幼儿占比达57.3%,比上年提高2.1个百分点。全县现有幼儿园112所,在园幼儿18340人,教职工2230人;"
    "普惠性幼儿园覆盖率由2020年的83.5%提升至91.2%。各校开齐开足体育课程,家校社协同育人的氛围日益浓厚。"
    "课后服务学生参与率达98.6%,教师参与率达95.4%。力争到2025年九年义务教育巩固率保持在99%以上。"
)
# Each is repeated until it is long enough. They hold no line break, so that each is one paragraph or nearly.
TEXTS: Mapping[str, str] = {
    "prose": _REPORT,
    "prose without a sentence end": _REPORT.replace("。", ",").replace(";", ","),
    "digits": "1234567890",
    "percentages": "5%",
    "counts": "3所、",
    "labels": "公办园覆盖率课后服务学生参与率幼儿园在校生",
    "labels and commas": "公办园覆盖率,幼儿园,在校生,",
    "commas": ",",
    "brackets": "(",
    "nested brackets with figures": "(小学3人",
    "lists with 分别": "小学、初中巩固率分别达到95%、96%,",
    "lists of years": "2013、2014、2015年",
    "years with 分别": "2013、2014、2015年公办园覆盖率分别达到92%、95%、100%,",
    "from and to": "从",
    "plans": "力争",
    "titles": "《",
    "blanks": " ",
    "short lines": "幼儿园\n",
    "broken numbers": "5\n",
}
_FIND = (
    "import pathlib, sys\n"
    "from eduindex.model.quantity_finding import find_quantities\n"
    "for _ in find_quantities(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8')): pass\n"
)


@dataclass(frozen=True, slots=True)
class Growth:
    """What a character of a text costs in a short and in a long one, in CPU seconds without the fixed cost.

    ``times`` relates the two, and ``beside_prose`` the cost in the long one to that of prose.
    """

    text: str
    length: int
    short: float
    long: float
    beside_prose: float

    @property
    def times(self) -> float:
        """How many times dearer a character of the long text is."""
        return self.long / self.short

    @property
    def kept(self) -> bool:
        """Whether both promises are kept."""
        return self.times <= MOST_GROWTH and self.beside_prose <= MOST_BESIDE_PROSE


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    options = _options(arguments)
    catalogue = open_workspace(ROOT).catalogue
    gc.set_threshold(1_000_000)  # as the command line does
    throughput = _throughput(catalogue, options.runs)
    growths = _growths(catalogue, options.runs)
    try:
        command = _command(options.megabytes)
    except CommandFailed as error:
        print(error, file=sys.stderr)
        return 1
    found = (throughput, growths, command)
    print(_as_json(*found, options) if options.json else _in_words(*found, options))
    kept = throughput.kept and command.kept and all(one.kept for one in growths)
    return int(options.check and not kept)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure extraction against finding the figures of the same text.")
    parser.add_argument(
        "--runs", type=int, default=FEWEST_RUNS, metavar="N", help="runs of each (default: %(default)s)"
    )
    parser.add_argument(
        "--megabytes", type=int, default=10, metavar="N", help="the size of the one line (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, with every single run")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is exceeded")
    options = parser.parse_args(arguments)
    if options.runs < FEWEST_RUNS or options.megabytes < 1:
        parser.error(f"a median needs {FEWEST_RUNS} runs or more, and the line a megabyte")
    return options


def _throughput(catalogue: Catalogue, runs: int) -> Comparison:
    prose = _long(_REPORT, SHORTEST)
    series = measure(
        {
            YARDSTICK: timed(partial(_find, prose)),
            PROSE: timed(partial(extract, prose, catalogue)),
        },
        max(runs, 2 * FEWEST_RUNS),
    )
    return compare(YARDSTICK, series, LIMITS)


def _growths(catalogue: Catalogue, runs: int) -> list[Growth]:
    """One text after the other, so that the short and the long one are neighbours in time."""
    found: list[Growth] = []
    prose = 0.0
    for name, piece in TEXTS.items():
        length = _length_to_measure(piece, catalogue)
        actions: dict[str, Callable[[], Sample]] = {
            str(size): timed(partial(extract, _long(piece, size) if size else "", catalogue))
            for size in (0, length, TIMES_LONGER * length)
        }
        series = measure(actions, runs)
        fixed = series["0"].cpu
        short = _a_character(series[str(length)], fixed, length)
        long = _a_character(series[str(TIMES_LONGER * length)], fixed, TIMES_LONGER * length)
        prose = prose or long  # the first text
        found.append(Growth(name, length, short, long, long / prose))
    return found


def _a_character(series: Series, fixed: float, length: int) -> float:
    return max(series.cpu - fixed, sys.float_info.epsilon) / length


def _length_to_measure(piece: str, catalogue: Catalogue) -> int:
    """How long the shorter text has to be: cheap ones are longer."""
    fixed = _seconds(lambda: extract("", catalogue))
    length = SHORTEST
    while length < LONGEST_SHORT:
        text = _long(piece, length)
        taken = _seconds(partial(extract, text, catalogue)) - fixed
        if taken >= max(LEAST_CPU, fixed):
            break
        length = min(5 * length, LONGEST_SHORT)
    return length


def _seconds(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def _command(megabytes: int) -> Comparison:
    """The whole command once: a crash or a cost that grows would be told by a single run."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        line = _long(TEXTS["prose without a sentence end"], megabytes * MEGABYTE)
        data = line.encode()[: megabytes * MEGABYTE]
        report.write_text(data.decode(errors="ignore"), encoding="utf-8")
        actions = {
            FINDING: Command((sys.executable, "-c", _FIND, str(report)), ROOT),
            COMMAND: Command((*eduindex(), "extract", str(report), "--district", "qinghe"), ROOT),
        }
        series = measure(actions, runs=1, warm_up=0)
    return compare(FINDING, series, LIMITS_OF_COMMAND)


def _find(text: str) -> None:
    for _ in find_quantities(text):
        pass


def _long(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _in_words(
    throughput: Comparison, growths: Sequence[Growth], command: Comparison, options: argparse.Namespace
) -> str:
    rows = [
        ("", "characters", "short ns", "long ns", "growth", "beside prose", "within"),
        *(
            (
                one.text,
                f"{one.length:,}",
                f"{one.short * 1e9:,.0f}",
                f"{one.long * 1e9:,.0f}",
                f"{one.times:.2f}",
                f"{one.beside_prose:.2f}",
                "yes" if one.kept else "NO",
            )
            for one in growths
        ),
    ]
    return "\n".join(
        [
            f"medians of {options.runs} interleaved runs or more; {SHORTEST:,} characters of prose",
            as_table(throughput),
            "",
            f"a character of a text and of one {TIMES_LONGER} times as long; limits: growth {MOST_GROWTH:g}, "
            f"beside prose {MOST_BESIDE_PROSE:g}",
            lay_out(rows),
            "",
            f"one line of {options.megabytes} MB, once",
            as_table(command),
        ]
    )


def _as_json(
    throughput: Comparison, growths: Sequence[Growth], command: Comparison, options: argparse.Namespace
) -> str:
    document = {
        "python": sys.version.split()[0],
        "runs": options.runs,
        "megabytes": options.megabytes,
        "throughput": as_record(throughput),
        "growth": [{**asdict(one), "times": one.times, "within": one.kept} for one in growths],
        "limits": {"growth": MOST_GROWTH, "beside_prose": MOST_BESIDE_PROSE},
        "command": as_record(command),
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
