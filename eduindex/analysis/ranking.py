"""Districts ranked by one indicator: who certainly stands before whom, and why others do not stand there at all.

The largest group of comparable figures is ranked; a rank is an interval where bounds, rounding or contradictions leave it open.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from eduindex.analysis.caveats import Caveat, Effect, caveats_between
from eduindex.analysis.choosing import Choice, wanted_indicators
from eduindex.analysis.distribution import LEAST_FOR_QUARTILES, Quartiles, quarter_of, quartiles_of
from eduindex.analysis.figures import Figure, Series, wholeness
from eduindex.analysis.grouping import Group, figures_offered, groups_of, series_by_indicator
from eduindex.analysis.ranks import Ranks, places_of, ranks_of
from eduindex.model.catalogue import Catalogue, Indicator
from eduindex.model.district import Identity
from eduindex.model.observation import District


class Reason(StrEnum):
    """Why a district is not ranked."""

    NO_FIGURE = "no-figure"
    ONLY_TARGET = "only-target"
    OTHER_PERIOD = "other-period"
    NOT_COMPARABLE = "not-comparable"
    ALONE = "alone"  # nobody else has a figure that is comparable with anyone's


class Ranked(NamedTuple):
    """A figure and the ranks that it may hold, from ``best`` to ``worst``; 1 is the first.

    ``quarters`` are the first and the last quarter of the ranking in which its place may lie, ties in any order; ``None`` in
    a small group. ``by_rounding`` tells that what rounding hides leaves more ranks open than what is printed does.
    """

    figure: Figure
    best: int
    worst: int
    quarters: tuple[int, int] | None
    by_rounding: bool


class Unranked(NamedTuple):
    """A district without a rank; ``caveats`` say why its figure cannot be compared with the first one ranked."""

    district: Identity
    reason: Reason
    figure: Figure | None = None
    caveats: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """The answer to "who is first?", best first.

    ``groups`` are those of two districts or more, the largest first; number ``chosen`` of them (from 1; 0 for none) is ranked.
    ``periods_differ`` and ``variants_differ`` tell that not all ranked figures are of one period, or of one variant.
    ``quartiles`` are known from eight districts on. ``unused`` are further figures of districts that are ranked.
    """

    indicator: Indicator
    ranked: tuple[Ranked, ...]
    unranked: tuple[Unranked, ...]
    groups: tuple[Group, ...]
    chosen: int
    periods_differ: bool
    variants_differ: bool
    quartiles: Quartiles | None
    unused: tuple[Figure, ...]

    @property
    def group(self) -> Group | None:
        """The group that is ranked."""
        return self.groups[self.chosen - 1] if self.chosen else None


class Rankable(NamedTuple):
    """How far districts can be ranked by an indicator: how many have a figure, and how many are comparable in each group."""

    indicator: Indicator
    districts: int
    groups: tuple[int, ...]


def rank(indicator: Indicator, districts: Sequence[District], choice: Choice = Choice(), group: int = 1) -> Ranking:
    """Rank districts by one indicator, in group number ``group`` of those that are comparable (the largest is 1).

    Where there is no such group, the largest is ranked; where there is none at all, nobody.
    """
    series = series_by_indicator(districts, [indicator.id])[indicator.id]
    offered = figures_offered(series, choice)
    groups = _rankable_groups(offered, choice)
    chosen = group if 0 < group <= len(groups) else min(len(groups), 1)
    figures = groups[chosen - 1].figures if chosen else ()
    ranked = ranked_figures(figures)
    return Ranking(
        indicator=indicator,
        ranked=ranked,
        unranked=_unranked(districts, series, offered, ranked, choice),
        groups=groups,
        chosen=chosen,
        periods_differ=len({figure.period.span for figure in figures}) > 1,
        variants_differ=len({figure.variant or indicator.usual for figure in figures}) > 1,
        quartiles=quartiles_of(figures) if len(figures) >= LEAST_FOR_QUARTILES else None,
        unused=_unused(offered, ranked),
    )


def rankable_indicators(
    catalogue: Catalogue, districts: Sequence[District], choice: Choice = Choice()
) -> tuple[Rankable, ...]:
    """For each indicator that any district has a figure of, how far it can be ranked; in the catalogue's order."""
    wanted = {indicator.id: indicator for indicator in wanted_indicators(catalogue, choice)}
    found = []
    for id, series in series_by_indicator(districts, wanted).items():
        offered = figures_offered(series, choice)
        holders = {figure.district.id for figure in offered}
        sizes = tuple(len(group.figures) for group in _rankable_groups(offered, choice))
        if holders:
            found.append(Rankable(wanted[id], len(holders), sizes))
    return tuple(found)


def ranked_figures(figures: Sequence[Figure]) -> tuple[Ranked, ...]:
    """Comparable figures of one indicator, one a district, in the order of their ranks."""
    number = len(figures)
    quarters = _quarters_of(figures) if number >= LEAST_FOR_QUARTILES else [None] * number
    ranks = ranks_of(figures)
    ranked = [
        Ranked(figure, *own, quarter, by_rounding=figure.is_rounded and own != printed)
        for figure, own, quarter, printed in zip(figures, ranks, quarters, _as_printed(figures, ranks), strict=True)
    ]
    return tuple(sorted(ranked, key=lambda one: (one.best, one.worst, one.figure.district.id)))


def _as_printed(figures: Sequence[Figure], ranks: list[Ranks]) -> list[Ranks]:
    """The ranks without what rounding hides, which matters only where that of a rounded figure is open."""
    if not any(figure.is_rounded and best < worst for figure, (best, worst) in zip(figures, ranks, strict=True)):
        return ranks
    return ranks_of([replace(figure, possible=figure.interval) for figure in figures])


def _quarters_of(figures: Sequence[Figure]) -> list[tuple[int, int] | None]:
    number = len(figures)
    return [(quarter_of(first, number), quarter_of(last, number)) for first, last in places_of(figures)]


def _rankable_groups(offered: Sequence[Figure], choice: Choice) -> tuple[Group, ...]:
    return tuple(g for g in groups_of(offered, same_period=choice.same_period) if len(g.figures) > 1)


def _unranked(
    districts: Sequence[District],
    series: Sequence[Series],
    offered: Sequence[Figure],
    ranked: Sequence[Ranked],
    choice: Choice,
) -> tuple[Unranked, ...]:
    """Everyone who is not ranked, in the order of the districts."""
    places = {one.figure.district.id for one in ranked}
    own_series: dict[str, list[Series]] = {}
    for one in series:
        own_series.setdefault(one.district.id, []).append(one)
    best: dict[str, Figure] = {}
    for figure in offered:
        present = best.get(figure.district.id)
        if present is None or wholeness(present) < wholeness(figure):
            best[figure.district.id] = figure
    first = ranked[0].figure if ranked else min(best.values(), key=lambda figure: figure.district.id, default=None)
    return tuple(
        _reason_for(district.identity, own_series.get(district.id, []), best.get(district.id), first, choice)
        for district in districts
        if district.id not in places
    )


def _reason_for(
    district: Identity, series: Sequence[Series], figure: Figure | None, first: Figure | None, choice: Choice
) -> Unranked:
    if figure is None:
        taken = [one.figures[-1] for one in series if choice.takes(one.status)]
        if taken:
            return Unranked(district, Reason.OTHER_PERIOD, max(taken, key=wholeness))
        return Unranked(district, Reason.ONLY_TARGET if series else Reason.NO_FIGURE)
    if first is None or first is figure:
        return Unranked(district, Reason.ALONE, figure)
    caveats = tuple(caveat for caveat in caveats_between(first, figure) if caveat.effect is not Effect.WARNS)
    of_other_period = choice.same_period and not caveats
    return Unranked(district, Reason.OTHER_PERIOD if of_other_period else Reason.NOT_COMPARABLE, figure, caveats)


def _unused(offered: Sequence[Figure], ranked: Sequence[Ranked]) -> tuple[Figure, ...]:
    """The newest figure of each other series of the districts ranked."""
    used = {one.figure.district.id: _series_key(one.figure) for one in ranked}
    unused: dict[tuple[str, ...], Figure] = {}
    for figure in offered:
        id, key = figure.district.id, _series_key(figure)
        if id in used and used[id] != key:
            unused[id, *key] = figure  # the last of a series is its newest
    return tuple(unused.values())


def _series_key(figure: Figure) -> tuple[str, str, str]:
    return (figure.variant or "", figure.scope.key, figure.status)
