"""Many districts' figures of one indicator, as groups in which everyone is comparable with everyone.

A district stands in a group with one figure at most, the one that speaks best for it as a whole. Where only figures of the very
same period may stand together, each period makes groups of its own.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from eduindex.analysis.choosing import Choice, figure_of_year
from eduindex.analysis.comparability import Measure, measure_of
from eduindex.analysis.figures import Figure, Series, as_means, series_of, wholeness
from eduindex.model.district import Status
from eduindex.model.observation import District


class Group(NamedTuple):
    """Comparable figures of one indicator, one a district, in the order of the districts' ids."""

    measure: Measure
    figures: tuple[Figure, ...]


def series_by_indicator(districts: Iterable[District], indicators: Collection[str]) -> dict[str, list[Series]]:
    """The series of all districts by the id of their indicator, those of the indicators named."""
    found: dict[str, list[Series]] = {id: [] for id in indicators}
    for district in districts:
        for series in series_of(district, found):
            found[series.indicator.id].append(series)
    return found


def figures_offered(series: Iterable[Series], choice: Choice) -> list[Figure]:
    """The figures that may be ranked: of each series the newest (or that of the year chosen), or, to find a period, all."""
    taken = [one for one in series if choice.takes(one.status)]
    if choice.same_period:
        offered = [figure for one in taken for figure in one.figures]
    else:
        newest = [figure_of_year(one, choice.year) for one in taken]
        offered = [figure for figure in newest if figure is not None]
    return [figure for figure in as_means(offered) if figure is not None] if choice.per_year else offered


def groups_of(figures: Iterable[Figure], *, same_period: bool = False) -> list[Group]:
    """All groups of figures of one indicator, the largest first, with those of a single district."""
    found: dict[Measure, dict[str, Figure]] = {}
    for figure in figures:
        measure = measure_of(figure)
        if measure is None:
            continue
        if same_period:
            measure = measure._replace(period=figure.period.span)
        held = found.setdefault(measure, {})
        id = figure.district.id
        if id not in held or wholeness(held[id]) < wholeness(figure):
            held[id] = figure
    groups = [Group(measure, _in_order(held)) for measure, held in found.items()]
    return sorted(groups, key=_precedence)


def _in_order(held: dict[str, Figure]) -> tuple[Figure, ...]:
    return tuple(held[id] for id in sorted(held))


def _precedence(group: Group) -> tuple[int, bool, bool, int, int, str]:
    """The largest first; of equal ones results before plans, whole districts, the catalogue's order of variants, the newest."""
    measure, figures = group
    variants: Sequence[str] = list(figures[0].indicator.variants)
    return (
        -len(figures),
        measure.status is Status.TARGET,
        bool(measure.scope),
        variants.index(measure.variant) if measure.variant in variants else -1,
        -max(figure.last_month for figure in figures),
        repr(measure),
    )
