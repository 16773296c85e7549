"""What a result is about: which indicators, and which figure of each series.

Within a series the newest period end counts, or the period that the choice names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eduindex.analysis.figures import Figure, Series, newest
from eduindex.model.catalogue import Catalogue, Indicator
from eduindex.model.district import Status
from eduindex.model.period import Span


@dataclass(frozen=True, slots=True)
class Choice:
    """What a comparison is about. ``years`` (one a district, or none) and ``year`` choose the period by its last year.

    ``dimensions`` and ``indicators`` narrow the rows; empty means all. ``everything`` keeps rows that one district has alone.
    """

    dimensions: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    year: int | None = None
    years: tuple[int | None, ...] = ()
    same_period: bool = False
    per_year: bool = False
    targets: bool = False
    everything: bool = False

    def takes(self, status: Status) -> bool:
        """Whether figures of this status count: plans only on request."""
        return self.targets or status is Status.ACTUAL

    def year_of(self, place: int) -> int | None:
        """The year chosen for the district at this place, if one is."""
        own = self.years[place] if self.years else None
        return self.year if own is None else own


class Candidate(NamedTuple):
    """A series and the figure chosen from it."""

    series: Series
    figure: Figure


def wanted_indicators(catalogue: Catalogue, choice: Choice) -> list[Indicator]:
    """The indicators that a choice is about, dimension by dimension in the catalogue's order."""
    order = {dimension: place for place, dimension in enumerate(catalogue.dimensions)}
    wanted = [
        indicator
        for indicator in catalogue.indicators.values()
        if (not choice.indicators or indicator.id in choice.indicators)
        and (not choice.dimensions or indicator.dimension in choice.dimensions)
    ]
    return sorted(wanted, key=lambda indicator: order.get(indicator.dimension, len(order)))


def candidates(pools: Sequence[Sequence[Series]], status: Status, choice: Choice) -> list[list[Candidate]]:
    """The figures that the series of one indicator offer, district by district; a series without one offers nothing."""
    series = [[one for one in pool if one.status is status] for pool in pools]
    shared = _shared_periods(series) if choice.same_period else {}
    found = []
    for place, pool in enumerate(series):
        year = choice.year_of(place)
        figures = [
            (one, figure_at(one, shared[one.key]) if choice.same_period else figure_of_year(one, year)) for one in pool
        ]
        found.append([Candidate(one, figure) for one, figure in figures if figure is not None])
    return found


def figure_of_year(series: Series, year: int | None) -> Figure | None:
    """The newest figure of a series, or the newest among those whose period ends in ``year``."""
    return newest(figures_of_year(series, year))


def figures_of_year(series: Series, year: int | None) -> list[Figure]:
    """The figures of a series whose period ends in ``year``; all where it is ``None``."""
    return [figure for figure in series.figures if year is None or figure.period.last_year == year]


def figure_at(series: Series, span: Span | None) -> Figure | None:
    """The figure of a series for exactly this period."""
    return next((figure for figure in series.figures if figure.period.span == span), None)


def _shared_periods(pools: Sequence[Sequence[Series]]) -> dict[tuple[str | None, str], Span | None]:
    """For each variant and scope the newest period that all its series have; for one held alone, that all districts have."""
    keys = {
        series.key: [one for pool in pools for one in pool if one.key == series.key]
        for pool in pools
        for series in pool
    }
    everyone = [[figure for series in pool for figure in series.figures] for pool in pools if pool]
    return {
        key: _newest_common([series.figures for series in holders] if len(holders) > 1 else everyone)
        for key, holders in keys.items()
    }


def _newest_common(groups: Sequence[Sequence[Figure]]) -> Span | None:
    if len(groups) < 2:
        return None
    common = set.intersection(*({figure.period.span for figure in group} for group in groups))
    figure = newest(figure for group in groups for figure in group if figure.period.span in common)
    return figure.period.span if figure else None
