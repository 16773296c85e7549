"""Where one district stands among its peers, indicator by indicator, and which way it has been going.

The middle and the range are those of the other districts, so that what is said of the district against them is certain whatever
its own figure may be; the rank counts the district itself. Only figures that are comparable with the district's are peers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eduindex.analysis.caveats import Code, Effect, caveats_between
from eduindex.analysis.choosing import Choice, wanted_indicators
from eduindex.analysis.comparison import opposite_before
from eduindex.analysis.distribution import extent_of, hull_of, median_of, possible_median_of
from eduindex.analysis.figures import Figure, Series, as_means, wholeness
from eduindex.analysis.grouping import Group, figures_offered, groups_of, series_by_indicator
from eduindex.analysis.ranks import ranks_of
from eduindex.analysis.verdict import Order, Pairing, Verdict, order_of, order_of_intervals, pair, verdict_on
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Identity
from eduindex.model.interval import Interval
from eduindex.model.observation import District


@dataclass(frozen=True, slots=True)
class Place:
    """A figure among those of comparable peers: ranks from ``best`` to ``worst`` of ``number``, the district included.

    ``median`` and ``range`` are the peers' as printed; ``extent`` goes from the least to the largest number that any of them all
    prints; ``verdict`` says how the figure certainly stands against the median. ``weakened`` counts the peers whose figures
    weaken what is said, by the code of the caveat.
    """

    best: int
    worst: int
    number: int
    median: Interval
    range: Interval
    extent: Interval
    verdict: Verdict
    weakened: Mapping[Code, int]


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
        everyone = [*series, *peer_series.get(indicator.id, ())]
        offered = figures_offered(everyone, choice)
        own = [figure for figure in offered if figure.district.id == district.id]
        if own:
            line = _standing(own, offered, everyone)
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
            return Standing(figure, _place(figure, group, series), others, _last_change(figure, series))
    figure = max(own, key=wholeness)
    return Standing(figure, None, others, _last_change(figure, series))


def _place(figure: Figure, group: Group, series: Sequence[Series]) -> Place:
    ranks = ranks_of(group.figures)
    best, worst = next(rank for rank, one in zip(ranks, group.figures, strict=True) if one is figure)
    peers = [one for one in group.figures if one is not figure]
    median = median_of(peers)
    held = {_key(one): one for one in series}
    possible = possible_median_of(peers)
    order = order_of_intervals(figure.possibly_counted, possible)
    if figure.counted == median:
        # A median between two rounded numbers is no number that anybody prints.
        is_exact = possible.is_point and figure.possibly_counted == possible
        order = Order.EQUAL if is_exact or any(order_of(figure, one) is Order.EQUAL for one in peers) else order
    return Place(
        best=best,
        worst=worst,
        number=len(group.figures),
        median=median,
        range=hull_of(peers),
        extent=extent_of(group.figures),
        verdict=verdict_on(figure.indicator, order),
        weakened=Counter(code for peer in peers for code in _weak_points(figure, peer, held)),
    )


_WEAKENING = (
    Code.PERIODS_DIFFER,
    Code.VARIANTS_DIFFER,
    Code.VARIANT_UNSTATED,
    Code.PERIOD_RUNNING,
    Code.SOURCES_CONTRADICT,
    Code.BOUND,
    Code.APPROXIMATION,
)


def _weak_points(figure: Figure, peer: Figure, held: Mapping[object, Series]) -> Iterator[Code]:
    """What weakens the comparison with one peer, beside what the figure itself carries."""
    for caveat in caveats_between(figure, peer):
        if caveat.code in _WEAKENING and any(one is peer for one in caveat.figures):
            yield caveat.code
    if opposite_before(held[_key(figure)], figure, held[_key(peer)], peer):
        yield Code.ORDER_WAS_OPPOSITE


def _key(one: Figure | Series) -> object:
    return (one.district.id, one.variant, one.scope.key, one.status)


def _last_change(figure: Figure, series: Sequence[Series]) -> Pairing | None:
    """The figure against the newest earlier one of its own series with which it can be compared."""
    own = next(one for one in series if _key(one) == _key(figure))
    for earlier in reversed(own.figures):
        if earlier.last_month < figure.last_month:
            now, before = _alike(figure, earlier)
            if _comparable(now, before):
                return pair(now, before)
    return None


def _alike(figure: Figure, earlier: Figure) -> tuple[Figure, Figure]:
    """Both as sums where their spans are of one length, else, where means are wanted, as means of a year."""
    if figure.per_year is None:
        return figure, earlier
    now, before = as_means((replace(figure, per_year=None), earlier))
    return now or figure, before or earlier


def _comparable(figure: Figure, earlier: Figure) -> bool:
    return all(caveat.effect is Effect.WARNS for caveat in caveats_between(figure, earlier))
