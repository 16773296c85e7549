"""Scores a draft district file, or what ``extract`` proposes, against what a person confirmed.

An entry is right where indicator, value (as an interval in the indicator's unit), bound and status are those of a confirmed one;
period, variant and scope are then compared field by field. Equal entries count as often as both sides have them, and what a
draft says again is no further mistake: it is told as repeated.

    python tests/extraction/scorer.py DRAFT.yaml CONFIRMED.yaml [--catalogue indicators.yaml]
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from eduindex.extraction.extracting import extract
from eduindex.library import open_workspace
from eduindex.model.catalogue import Catalogue
from eduindex.model.conversion import Misfit, convert
from eduindex.model.district import Entry, Status
from eduindex.model.interval import Interval
from eduindex.model.observation import District
from eduindex.model.period import Period
from eduindex.model.period_reading import read_period
from eduindex.model.quantity import Bound, Quantity, Unreadable
from eduindex.model.quantity_reading import read_quantity
from eduindex.storage.district_loading import load_district
from eduindex.storage.workspace import read_district_file, shown

CATALOGUE = Path(__file__).resolve().parent.parent.parent / "indicators.yaml"
FIELDS = ("period", "variant", "scope")


class Key(NamedTuple):
    """What makes an entry right. ``value`` is in the indicator's unit, or the printed text where it cannot be read."""

    indicator: str
    value: Interval | str
    bound: Bound | None
    status: Status


@dataclass(frozen=True, slots=True)
class Pair:
    """A confirmed entry and the entry of the draft that says the same figure."""

    confirmed: Entry
    drafted: Entry


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which a right entry departs from the confirmed one."""

    field: str
    confirmed: str
    drafted: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the year that it is about (``None``: it says so itself) and all that it holds.

    A period left empty is open: several readings are fair, and it is not judged.
    """

    text: str
    confirmed: tuple[Entry, ...]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A draft held against what was confirmed; shares are between 0 and 1, and 1 where there was nothing to get wrong."""

    matched: tuple[Pair, ...] = ()
    missed: tuple[Entry, ...] = ()
    false: tuple[Entry, ...] = ()
    repeated: tuple[Entry, ...] = ()

    @property
    def recall(self) -> float:
        """The share of the confirmed entries that the draft has."""
        return _share(len(self.matched), len(self.matched) + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of the draft's entries that are confirmed; repeated ones do not count."""
        return _share(len(self.matched), len(self.matched) + len(self.false))

    @property
    def dated(self) -> tuple[Pair, ...]:
        """The matched whose confirmed period is not open."""
        return tuple(pair for pair in self.matched if pair.confirmed.period)

    @property
    def period_agreement(self) -> float:
        """The share of the dated pairs whose periods agree."""
        return _share(len(self.dated) - len(self.differences("period")), len(self.dated))

    def differences(self, field: str) -> tuple[Difference, ...]:
        """Where the matched entries differ in ``period``, ``variant`` or ``scope``."""
        of, told = _TRAITS[field]
        judged = self.dated if field == "period" else self.matched
        return tuple(
            Difference(field, told(pair.confirmed), told(pair.drafted), pair)
            for pair in judged
            if of(pair.confirmed) != of(pair.drafted)
        )


def score(drafted: Iterable[Entry], confirmed: Iterable[Entry], catalogue: Catalogue) -> Score:
    """Hold the entries of a draft against those confirmed; the order of neither counts."""
    ours, theirs = _by_key(confirmed, catalogue), _by_key(drafted, catalogue)
    matched: list[Pair] = []
    missed: list[Entry] = []
    false: list[Entry] = []
    repeated: list[Entry] = []
    for key in {**ours, **theirs}:
        pairs, left, over = _paired(ours.get(key, []), theirs.get(key, []))
        matched += pairs
        missed += left
        if not pairs and over:
            false.append(over.pop(0))
        repeated += over
    return Score(tuple(matched), tuple(missed), tuple(false), tuple(repeated))


def score_districts(draft: District, confirmed: District, catalogue: Catalogue) -> Score:
    """Score two loaded districts; entries that could not be read count by their printed values."""
    return score(_entries(draft), _entries(confirmed), catalogue)


def score_cases(cases: Iterable[Case], catalogue: Catalogue) -> Score:
    """Extract from each text and score all of them together; what one text holds never proves another."""
    return total(score(proposed_in(case, catalogue), case.confirmed, catalogue) for case in cases)


def proposed_in(case: Case, catalogue: Catalogue) -> list[Entry]:
    """The entries that ``extract`` proposes for a case."""
    return [proposal.entry for proposal in extract(case.text, catalogue, year=case.year).proposals]


def total(scores: Iterable[Score]) -> Score:
    """Several scores as one."""
    every = list(scores)
    return Score(
        tuple(pair for one in every for pair in one.matched),
        tuple(entry for one in every for entry in one.missed),
        tuple(entry for one in every for entry in one.false),
        tuple(entry for one in every for entry in one.repeated),
    )


def key_of(entry: Entry, catalogue: Catalogue) -> Key:
    """What makes an entry right; 0.6亿元 and 6000万元 are one value, 95% and 95%以上 are two."""
    quantity, indicator = read_quantity(entry.value), catalogue.indicators.get(entry.indicator)
    if isinstance(quantity, Quantity) and indicator is not None:
        scale = indicator.scale
        measured = convert(quantity, scale.unit, scale.measures, scale.levels, scale.natural_range)
        if not isinstance(measured, Misfit):
            return Key(entry.indicator, measured.interval, quantity.bound, entry.status)
    return Key(entry.indicator, "".join(entry.value.split()), None, entry.status)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _entries(district: District) -> list[Entry]:
    return [*(observation.entry for observation in district.observations), *district.unread]


def _by_key(entries: Iterable[Entry], catalogue: Catalogue) -> dict[Key, list[Entry]]:
    found: dict[Key, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[key_of(entry, catalogue)].append(entry)
    return found


def _period(entry: Entry) -> Period | str:
    period = read_period(entry.period)
    return entry.period if isinstance(period, Unreadable) else period


def _scope(entry: Entry) -> str:
    return entry.scope.zh or entry.scope.en


# How a field is compared, and how it is told.
_TRAITS: dict[str, tuple[Callable[[Entry], object], Callable[[Entry], str]]] = {
    "period": (_period, lambda entry: entry.period),
    "variant": (lambda entry: entry.variant, lambda entry: entry.variant or "-"),
    "scope": (lambda entry: bool(_scope(entry)), lambda entry: _scope(entry) or "-"),  # free text: that there is one
}


def _everything(entry: Entry) -> object:
    return tuple(of(entry) for of, _ in _TRAITS.values())


# The entries of one key are paired by what else they share, most first; at last whatever is left.
_WAYS: tuple[Callable[[Entry], object], ...] = (
    _everything,
    lambda entry: (_period(entry), entry.variant),
    _period,
    lambda entry: (entry.variant, bool(_scope(entry))),
    lambda _: None,
)


def _paired(confirmed: Sequence[Entry], drafted: Sequence[Entry]) -> tuple[list[Pair], list[Entry], list[Entry]]:
    """The pairs, the confirmed entries that are left, and those of the draft that are."""
    pairs: list[Pair] = []
    left, over = list(confirmed), list(drafted)
    for way in _WAYS:
        waiting: dict[object, list[Entry]] = defaultdict(list)
        for entry in over:
            waiting[way(entry)].append(entry)
        still = []
        for entry in left:
            candidates = waiting[way(entry)]
            if candidates:
                pairs.append(Pair(entry, candidates.pop(0)))
            else:
                still.append(entry)
        left = still
        over = [entry for entries in waiting.values() for entry in entries]
    return pairs, left, over


def summary(found: Score) -> Iterator[str]:
    """A score in words, line by line: the shares, the differences by field, and what is missed and false."""
    right = len(found.matched)
    yield f"recall     {found.recall:6.1%}  {right} of {right + len(found.missed)} confirmed entries"
    yield f"precision  {found.precision:6.1%}  {right} of {right + len(found.false)} drafted entries"
    for field in FIELDS:
        judged = len(found.dated if field == "period" else found.matched)
        agreeing = judged - len(found.differences(field))
        yield f"{field:10} {_share(agreeing, judged):6.1%}  {agreeing} of {judged} matched entries"
    if found.repeated:
        yield f"repeated   {len(found.repeated):6}  not counted"
    for field in FIELDS:
        for one in found.differences(field):
            yield f"{field}: {told(one.pair.drafted)}: {one.drafted}, confirmed: {one.confirmed}"
    yield from (f"missed: {told(entry)}" for entry in found.missed)
    yield from (f"false: {told(entry)}" for entry in found.false)


def told(entry: Entry) -> str:
    """An entry in one line."""
    status = f" ({entry.status})" if entry.status is Status.TARGET else ""
    return f"{entry.indicator} {entry.value}{status} [{entry.evidence}]"


def load(path: Path, catalogue: Catalogue) -> District:
    """The district of a file, wherever it is; what is wrong with it goes to standard error, and the file may end the script."""
    reading = read_district_file(path, path.parent, canonical=False)
    loaded = load_district(reading, shown(path), path.stem, catalogue)
    for one in loaded.diagnostics:
        print(f"{one.place}: {one.code} {one.message}", file=sys.stderr)  # noqa: T201
    district = loaded.value or loaded.partial
    if district is None:
        raise SystemExit(f"{path} could not be read")
    return district


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the score of a draft; the exit code is 0 whatever it is."""
    parser = argparse.ArgumentParser(description="Score a draft district file against a confirmed one.")
    parser.add_argument("draft", type=Path)
    parser.add_argument("confirmed", type=Path)
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE, help="indicators.yaml (default: the repository's)")
    options = parser.parse_args(arguments)
    catalogue = open_workspace(options.catalogue.parent).catalogue
    found = score_districts(load(options.draft, catalogue), load(options.confirmed, catalogue), catalogue)
    print("\n".join(summary(found)))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
