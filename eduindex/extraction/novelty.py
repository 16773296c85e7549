"""What a report says that a district file does not: figures that it lacks, and figures that it states differently.

A file counts as having a figure when it states the same quantity of the same indicator and status at a time that may be the same,
whatever variant or scope a person has given it since. A difference is another quantity of the same series and period; anything
else is simply not there, for nobody can tell which of two series was meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from eduindex.extraction.result import Check, Extraction, Proposal
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Source
from eduindex.model.observation import District, Observation, observe
from eduindex.model.period import Period
from eduindex.model.wording import Wording

_APART: Final = 12  # months between two readings of one figure whose date is not printed


@dataclass(frozen=True, slots=True)
class Novelty:
    """A proposal that a district file lacks, or states differently; ``line`` is that of the report.

    ``stated`` is what the file has of the same series and period instead; empty where it has nothing.
    """

    proposal: Proposal
    line: int
    stated: tuple[Observation, ...] = ()


def novelties(extraction: Extraction, district: District, catalogue: Catalogue) -> tuple[Novelty, ...]:
    """The proposals that the district's file lacks or states differently, in the order of the report."""
    known: dict[str, list[Observation]] = {}
    for observation in district.observations:
        known.setdefault(observation.indicator.id, []).append(observation)
    found = []
    for figure in extraction.figures:
        for proposal in figure.proposals:
            stated = _stated_instead(proposal, known.get(proposal.entry.indicator, ()), catalogue)
            if stated is not None:
                found.append(Novelty(proposal, figure.line, stated))
    return tuple(found)


def _stated_instead(
    proposal: Proposal, known: Iterable[Observation], catalogue: Catalogue
) -> tuple[Observation, ...] | None:
    """What the file states of the same series and period, perhaps nothing; ``None`` where it has the figure itself."""
    read = _observed(proposal, catalogue)
    if read is None:
        return ()
    same_status = [one for one in known if one.status is read.status]
    is_dated = read.date_is_printed and Check.PERIOD not in proposal.checks
    if any(_says_the_same(one, read) and _may_be_of_one_time(one, read, is_dated=is_dated) for one in same_status):
        return None
    return tuple(one for one in same_status if _is_same_series(one, read) and one.period.span == read.period.span)


def _observed(proposal: Proposal, catalogue: Catalogue) -> Observation | None:
    """The proposal as it would be read from a file; ``None`` where it cannot be."""
    entry = proposal.entry
    observed = observe("", entry, catalogue, {entry.source: Source(entry.source, Wording())})
    return observed if isinstance(observed, Observation) else None


def _says_the_same(one: Observation, other: Observation) -> bool:
    """Whether two figures are one quantity, however they are printed (0.6亿元 and 6000万元)."""
    if one.interval == other.interval:
        return True
    # The interval of a plan depends on how much of its sentence the evidence holds.
    return one.point is not None and one.point == other.point and one.quantity.bound is other.quantity.bound


def _is_same_series(one: Observation, other: Observation) -> bool:
    variants = {one.entry.variant, other.entry.variant}
    return one.entry.scope == other.entry.scope and (len(variants) == 1 or None in variants)


def _may_be_of_one_time(known: Observation, read: Observation, *, is_dated: bool) -> bool:
    """Whether the periods overlap; where a date is not printed, they are somebody's reading and may lie a year apart."""
    apart = 0 if is_dated and known.date_is_printed else _APART
    return _begins_by(known.period, read.period, apart) and _begins_by(read.period, known.period, apart)


def _begins_by(one: Period, other: Period, apart: int) -> bool:
    """Whether ``one`` has begun when ``other`` ends, or so many months later."""
    return one.start is None or other.end is None or one.start <= other.end + apart
