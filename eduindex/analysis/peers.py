"""Where one district stands among its peers, indicator by indicator, and which way it has been going.

The middle and the range are those of the other districts, so that what is said of the district against them is certain whatever
its own figure may be; the rank counts the district itself. Only figures that are comparable with the district's are peers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eduindex.analysis.caveats import Effect, caveats_between
from eduindex.analysis.choosing import Choice, wanted_indicators
from eduindex.analysis.distribution import extent_of, hull_of, median_of, possible_median_of
from eduindex.analysis.figures import Figure, Series, wholeness
from eduindex.analysis.grouping import Group, figures_offered, groups_of, series_by_indicator
from eduindex.analysis.ranks import ranks_of
from eduindex.analysis.verdict import Order, Pairing, Verdict, order_of_intervals, pair, verdict_on
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Identity
from eduindex.model.interval import Interval
from eduindex.model.observation import District


@dataclass(frozen=True, slots=True)
class Place:
    """A figure among those of comparable peers: ranks from ``best`` to ``worst`` of ``number``, the district included.

    ``median`` and ``range`` are the peers' as printed; ``extent`` goes from the least to the largest number that any of them all
    prints; ``verdict`` says how the figure certainly stands against the median.
    """

    best: int
    worst: int
    number: int
    median: Interval
    range: Interval
    extent: Interval
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator of the district. ``place`` is ``None`` where no peer is comparable; ``others`` counts peers with any figure.

    ``change`` compares the figure with the newest earlier one of its series that is comparable, ``None`` where there is none.
    """

    figure: Figure
    place: Place | None
    others: int
    change: Pairing | None


@dataclass(frozen=True, slots=True)
class Standings:
    """The district among ``peers`` others, in the catalogue's order; ``unused`` are its figures that stand in no line."""

    district: Identity
    peers: int
    lines: tuple[Standing, ...]
    unused: tuple[Figure, ...]


def standings_of(
    catalogue: Catalogue, district: District, peers: Iterable[District], choice: Choice = Choice()
) -> Standings:
    """Where ``district`` stands among ``peers`` (who may include it), for each indicator of which it has a figure."""
    wanted = wanted_indicators(catalogue, choice)
    others = [peer for peer in peers if peer.id != district.id]
    own_series = series_by_indicator([district], {indicator.id for indicator in wanted})
    peer_series = series_by_indicator(others, {id for id, series in own_series.items() if series})
    lines: list[Standing] = []
    unused: list[Figure] = []
    for indicator in wanted:
        series = own_series[indicator.id]
        offered = figures_offered([*series, *peer_series.get(indicator.id, ())], choice)
        own = [figure for figure in offered if figure.district.id == district.id]
        if own:
            line = _standing(own, offered, series)
            lines.append(line)
            unused += [figure for figure in own if figure is not line.figure]
    return Standings(district.identity, len(others), tuple(lines), tuple(unused))


def worst_first(standings: Standings) -> tuple[Standing, ...]:
    """What is certainly worse than the peers' median first, and of that what has been getting worse."""
    return tuple(sorted(standings.lines, key=_urgency))


def _urgency(line: Standing) -> tuple[bool, bool]:
    is_worse = line.place is not None and line.place.verdict is Verdict.WORSE
    gets_worse = is_worse and line.change is not None and line.change.verdict is Verdict.WORSE
    return (not is_worse, not gets_worse)


def _standing(own: Sequence[Figure], offered: Sequence[Figure], series: Sequence[Series]) -> Standing:
    """The line of one indicator: the district's figure with the most comparable peers, else the one that speaks best for it."""
    id = own[0].district.id
    others = len({figure.district.id for figure in offered}) - 1
    for group in groups_of(offered):
        figure = next((figure for figure in group.figures if figure.district.id == id), None)
        if figure is not None and len(group.figures) > 1:
            return Standing(figure, _place(figure, group), others, _last_change(figure, series))
    figure = max(own, key=wholeness)
    return Standing(figure, None, others, _last_change(figure, series))


def _place(figure: Figure, group: Group) -> Place:
    ranks = ranks_of(group.figures)
    best, worst = next(rank for rank, one in zip(ranks, group.figures, strict=True) if one is figure)
    peers = [one for one in group.figures if one is not figure]
    median = median_of(peers)
    order = order_of_intervals(figure.possible, possible_median_of(peers))
    if figure.interval.is_point and figure.interval == median:
        order = Order.EQUAL
    return Place(
        best=best,
        worst=worst,
        number=len(group.figures),
        median=median,
        range=hull_of(peers),
        extent=extent_of(group.figures),
        verdict=verdict_on(figure.indicator, order),
    )


def _last_change(figure: Figure, series: Sequence[Series]) -> Pairing | None:
    """The figure against the newest earlier one of its own series with which it can be compared."""
    for one in series:
        if figure in one.figures:
            for earlier in reversed(one.figures):
                if earlier.last_month < figure.last_month and _comparable(figure, earlier):
                    return pair(figure, earlier)
    return None


def _comparable(figure: Figure, earlier: Figure) -> bool:
    return all(caveat.effect is Effect.WARNS for caveat in caveats_between(figure, earlier))
