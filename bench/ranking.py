"""What ranks cost beside sorting the same figures by the numbers printed, the least that any ranking has to do.

A third of the figures are bounds and approximations, so that their intervals overlap. Two things are held against limits: that
the ratio hardly grows with the number of figures, and the ratio for as many districts as China has. All districts are made in
memory, by the function that reads entries. Run as a script; see README.md.
"""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path
from random import Random

from interleaved import Ratio, lay_out, measure, ratio, timed
from invented_figures import LEVELS, print_share
from place_names import name_district
from promises import Comparison, as_record, as_table, compare
from workspace_generator import DISTRICTS, SEED

from eduindex.analysis.figures import Figure, series_of
from eduindex.analysis.ranking import rank
from eduindex.analysis.ranks import ranks_of
from eduindex.library import open_workspace
from eduindex.model.catalogue import Catalogue, Kind
from eduindex.model.district import Entry, Identity, Source
from eduindex.model.observation import District, Observation, observe
from eduindex.model.wording import Wording

ROOT = Path(__file__).resolve().parent.parent
FEWEST_RUNS = 3
INDICATOR = "after_school_student_participation"
NUMBERS = (1250, 2500, 5000, 10_000)
MOST_GROWTH = 1.5  # of the ratio, from the fewest figures to the most
ENTRIES = 30  # of a district that says more than one thing

YARDSTICK = "sorted(figures, key=attrgetter('point'))"
RANKS = "ranks_of(figures)"
ONE_ENTRY, MORE_ENTRIES = "rank(), one entry a district", f"rank(), {ENTRIES} entries a district"
LIMITS: dict[str, float | None] = {RANKS: 5, ONE_ENTRY: None, MORE_ENTRIES: None}

_ROUGH = 3  # every third figure
_POINT = attrgetter("point")


@dataclass(frozen=True, slots=True)
class Growth:
    """The cost of ranking ever more figures, each time as a ratio to sorting their points."""

    ratios: dict[int, Ratio]

    @property
    def times(self) -> float:
        """How many times the ratio for the fewest figures that for the most is."""
        return self.ratios[NUMBERS[-1]].cpu / self.ratios[NUMBERS[0]].cpu

    @property
    def kept(self) -> bool:
        """Whether it grows no more than promised."""
        return self.times <= MOST_GROWTH


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    options = _options(arguments)
    catalogue = open_workspace(ROOT).catalogue
    gc.set_threshold(1_000_000)  # as the command line does
    growth = _growth(catalogue, options)
    whole = _whole(catalogue, options)
    print(_as_json(growth, whole, options) if options.json else _in_words(growth, whole, options))
    return int(options.check and not (growth.kept and whole.kept))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure ranks against sorting the figures by their points.")
    parser.add_argument("--runs", type=int, default=31, metavar="N", help="runs of each (default: %(default)s)")
    parser.add_argument(
        "--times", type=int, default=3, metavar="N", help="how often a run does its work (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help="other figures (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON, with every single run")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is exceeded")
    options = parser.parse_args(arguments)
    if options.runs < FEWEST_RUNS or options.times < 1:
        parser.error(f"a median needs {FEWEST_RUNS} runs or more, each doing its work at least once")
    return options


def _growth(catalogue: Catalogue, options: argparse.Namespace) -> Growth:
    everyone = _figures(_districts(catalogue, NUMBERS[-1], 1, options.seed))
    actions: dict[str, Callable[[], object]] = {}
    for number in NUMBERS:
        figures = everyone[:number]
        points = [figure.point for figure in figures]
        actions[f"sorted {number}"] = partial(sorted, points)
        actions[f"ranked {number}"] = partial(ranks_of, figures)
    series = measure({name: timed(_often(action, options.times)) for name, action in actions.items()}, options.runs)
    return Growth({number: ratio(series[f"ranked {number}"], series[f"sorted {number}"]) for number in NUMBERS})


def _whole(catalogue: Catalogue, options: argparse.Namespace) -> Comparison:
    indicator = catalogue.indicators[INDICATOR]
    with_one, with_more = (_districts(catalogue, DISTRICTS, entries, options.seed) for entries in (1, ENTRIES))
    figures = _figures(with_one)
    # Apart, because a whole ranking drives out of the processor's memory what the small ones work on.
    small: dict[str, Callable[[], object]] = {
        YARDSTICK: partial(sorted, figures, key=_POINT),
        RANKS: partial(ranks_of, figures),
    }
    large: dict[str, Callable[[], object]] = {
        ONE_ENTRY: partial(rank, indicator, with_one),
        MORE_ENTRIES: partial(rank, indicator, with_more),
    }
    for districts in (with_one, with_more):
        assert len(rank(indicator, districts).ranked) == DISTRICTS  # nobody is left out, or less would be measured
    series = [
        measure({name: timed(_often(action, options.times)) for name, action in actions.items()}, options.runs)
        for actions in (small, large)
    ]
    return compare(YARDSTICK, series[0] | series[1], LIMITS)


def _often(action: Callable[[], object], times: int) -> Callable[[], None]:
    def repeated() -> None:
        for _ in range(times):
            action()

    return repeated


def _districts(catalogue: Catalogue, number: int, entries: int, seed: int) -> list[District]:
    """Districts that each say something of the indicator, among so many entries, and are all comparable."""
    shares = [id for id in LEVELS if id != INDICATOR and catalogue.indicators[id].kind is Kind.SHARE]
    sources = {"report": Source("report", Wording(zh="工作总结"), published="2024-01")}
    return [_district(catalogue, index, entries, shares, sources, seed) for index in range(number)]


def _district(
    catalogue: Catalogue, index: int, entries: int, shares: Sequence[str], sources: dict[str, Source], seed: int
) -> District:
    name = name_district(index % DISTRICTS)
    id = f"{name.id}-{index}"
    said = [(INDICATOR, 2023, index % _ROUGH == 0)]
    # The indicator in the middle of others, as many years of them as it takes.
    others = [
        (shares[place % len(shares)], 2023 - place // len(shares), place % _ROUGH == 0) for place in range(entries - 1)
    ]
    middle = len(others) // 2
    random = Random(f"{seed} {id}")  # noqa: S311 - nothing secret
    written = [_entry(*one, random) for one in (*others[:middle], *said, *others[middle:])]
    observations = tuple(_observed(id, written, catalogue, sources))
    return District(Identity(id, Wording(zh=f"{name.short}{name.rank}"), name.code), sources, observations)


def _entry(indicator: str, year: int, rough: bool, random: Random) -> Entry:
    levels = LEVELS[indicator]
    figure = print_share(random.uniform(levels.low, levels.high), 2, random, rough=rough, full=True)
    return Entry(indicator, figure.printed, str(year), "report", evidence=f"{year}年{figure.printed}")


def _observed(
    district: str, entries: Sequence[Entry], catalogue: Catalogue, sources: dict[str, Source]
) -> Iterator[Observation]:
    for entry in entries:
        observation = observe(district, entry, catalogue, sources)
        assert isinstance(observation, Observation), observation
        yield observation


def _figures(districts: Sequence[District]) -> list[Figure]:
    return [
        figure for district in districts for series in series_of(district, [INDICATOR]) for figure in series.figures
    ]


def _in_words(growth: Growth, whole: Comparison, options: argparse.Namespace) -> str:
    rows = [
        ("figures", "ratio", "pairwise"),
        *((f"{n:,}", f"{one.cpu:.2f}", f"{one.pairwise:.2f}") for n, one in growth.ratios.items()),
    ]
    within = "yes" if growth.kept else "NO"
    return "\n".join(
        [
            f"medians of {options.runs} interleaved runs, each doing its work {options.times} times",
            "",
            f"{RANKS} against sorted(points)",
            lay_out(rows),
            f"{NUMBERS[-1]:,} figures against {NUMBERS[0]:,}: {growth.times:.2f}x, limit {MOST_GROWTH:g}, within: {within}",
            "",
            f"{DISTRICTS:,} districts",
            as_table(whole),
        ]
    )


def _as_json(growth: Growth, whole: Comparison, options: argparse.Namespace) -> str:
    document = {
        "python": sys.version.split()[0],
        "runs": options.runs,
        "times": options.times,
        "growth": {
            "ratios": {str(number): asdict(one) for number, one in growth.ratios.items()},
            "times": growth.times,
            "limit": MOST_GROWTH,
            "within": growth.kept,
        },
        "districts": DISTRICTS,
        "whole": as_record(whole),
    }
    return json.dumps(document, indent=2)


if __name__ == "__main__":
    sys.exit(main())
