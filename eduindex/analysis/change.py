"""One district over time: for each series, what changed from an earlier to a later period.

Only a series is compared with itself; a plan never with a result. The later figure is the subject, so ``better`` means
better than before and the difference is later minus earlier.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from eduindex.analysis.choosing import Choice, figure_of_year, wanted_indicators
from eduindex.analysis.figures import Series, as_means, series_of
from eduindex.analysis.verdict import Pairing, Verdict, pair
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Identity
from eduindex.model.observation import District


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of one district; ``unmatched`` counts the series that lack a figure in one of the two years."""

    district: Identity
    pairings: tuple[Pairing, ...]
    unmatched: int


def change_over_time(
    catalogue: Catalogue, district: District, earlier: int | None, later: int | None, choice: Choice
) -> Changes:
    """Changes between the years ``earlier`` and ``later``; where a year is ``None``, the first or the newest figure."""
    wanted = [indicator.id for indicator in wanted_indicators(catalogue, choice)]
    pairings, unmatched = [], 0
    for series in series_of(district):
        if series.indicator.id not in wanted or not choice.takes(series.status):
            continue
        pairing = _change(series, earlier, later, per_year=choice.per_year)
        if pairing is None:
            unmatched += 1
        else:
            pairings.append(pairing)
    return Changes(district.identity, _largest_first(pairings, lambda one: one.relative_change), unmatched)


def largest_gap_first(pairings: Iterable[Pairing]) -> tuple[Pairing, ...]:
    """Pairings by their relative gap.

    Behind them come orders without a difference (grades), then open orders, then what is not comparable.
    """
    return _largest_first(pairings, lambda one: one.relative_gap)


def _largest_first(pairings: Iterable[Pairing], measure: Callable[[Pairing], Decimal | None]) -> tuple[Pairing, ...]:
    return tuple(sorted(pairings, key=lambda pairing: (_standing(pairing), -abs(measure(pairing) or Decimal(0)))))


def _standing(pairing: Pairing) -> int:
    last = {Verdict.UNDETERMINED: 2, Verdict.NOT_COMPARABLE: 3}
    return last.get(pairing.verdict, 0 if pairing.difference else 1)


def _change(series: Series, earlier: int | None, later: int | None, *, per_year: bool) -> Pairing | None:
    before = figure_of_year(series, earlier) if earlier else series.figures[0]
    after = figure_of_year(series, later)
    if before is None or after is None or before.last_month == after.last_month:
        return None
    if not per_year:
        return pair(after, before)
    means = [figure for figure in as_means((after, before)) if figure]
    return pair(means[0], means[1])
