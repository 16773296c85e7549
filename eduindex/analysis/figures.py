"""From observations to figures: what all observations of one series and period say together.

A source that repeats itself says one thing; one that contradicts itself says a range. Nothing is ever added up.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import reduce
from typing import NamedTuple

from eduindex.model.catalogue import Indicator, Time
from eduindex.model.district import Identity, Status
from eduindex.model.interval import EXACT, Interval
from eduindex.model.observation import District, Observation, possible_values
from eduindex.model.period import Period, Span
from eduindex.model.quantity import Bound
from eduindex.model.wording import Wording

_SIX_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Figure:
    """One district's figure for one series and period, in the indicator's unit.

    ``interval`` and ``point`` are as printed; ``point`` is ``None`` where no one number is printed or the sources contradict
    each other (``contradictory``; then ``interval`` spans them). ``resolution`` is the step to which the number counts as
    rounded; ``possible`` is every value that the true number may have: the interval, and what that rounding may hide.
    ``spoken`` is the observation that says the interval, ``None`` where only several say it together. ``per_year`` is the
    number of years whose mean is meant, ``None`` for the figure as printed.
    """

    district: Identity
    indicator: Indicator
    variant: str | None
    scope: Wording
    status: Status
    period: Period
    observations: tuple[Observation, ...]
    interval: Interval
    point: Decimal | None
    resolution: Decimal | None
    possible: Interval
    spoken: Observation | None = None
    contradictory: bool = False
    per_year: int | None = None

    @property
    def counted(self) -> Interval:
        """The interval that is compared: as printed, or the mean of a year, rounded outwards to six decimals."""
        return self._of_year(self.interval)

    @property
    def possibly_counted(self) -> Interval:
        """Every value that what is compared may have: as ``counted``, and what rounding of the printed number may hide."""
        return self._of_year(self.possible)

    def _of_year(self, interval: Interval) -> Interval:
        if self.per_year is None:
            return interval
        low = _divided(interval.low, self.per_year, ROUND_FLOOR)
        high = _divided(interval.high, self.per_year, ROUND_CEILING)
        return interval._replace(low=low, high=high)

    @property
    def bound(self) -> Bound:
        """How the figure is bound; a range where several observations say it together."""
        return self.spoken.bound if self.spoken else Bound.RANGE

    @property
    def is_rounded(self) -> bool:
        """Whether one number is printed that may hide digits."""
        return self.resolution is not None and self.interval.is_point

    @property
    def last_month(self) -> int:
        """The month in which the period ends; a period that is not over ends with the year in which it began."""
        return self.period.last_month


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one district that share indicator, variant, scope and status, by period in order of time."""

    district: Identity
    indicator: Indicator
    variant: str | None
    scope: Wording
    status: Status
    figures: tuple[Figure, ...]

    @property
    def key(self) -> tuple[str | None, str]:
        """What two districts' series of an indicator must share to be like and like."""
        return (self.variant, self.scope.key)


def series_of(district: District, indicators: Container[str] | None = None) -> tuple[Series, ...]:
    """All series of a district, or those of the indicators named, in the order of its file."""
    grouped: dict[tuple[str, str | None, str, Status], dict[Span, list[Observation]]] = {}
    for observation in district.observations:
        entry = observation.entry
        if indicators is not None and entry.indicator not in indicators:
            continue
        key = (entry.indicator, entry.variant, entry.scope.key, entry.status)
        grouped.setdefault(key, {}).setdefault(observation.period.span, []).append(observation)
    return tuple(_series(district.identity, list(periods.values())) for periods in grouped.values())


def _series(district: Identity, periods: list[list[Observation]]) -> Series:
    figures = sorted((_figure(district, group) for group in periods), key=_recency)
    entry = periods[0][0].entry
    return Series(district, periods[0][0].indicator, entry.variant, entry.scope, entry.status, tuple(figures))


def _figure(district: Identity, group: list[Observation]) -> Figure:
    first = group[0]
    if len(group) == 1:
        said = _Said(first.interval, first.point, first.resolution, first.possible, first, contradictory=False)
    else:
        said = _said_together(group)
    return Figure(
        district=district,
        indicator=first.indicator,
        variant=first.entry.variant,
        scope=first.entry.scope,
        status=first.status,
        period=min((observation.period for observation in group), key=lambda period: (len(period.text), period.text)),
        observations=tuple(group),
        interval=said.interval,
        point=said.point,
        resolution=said.resolution,
        possible=said.possible,
        spoken=said.spoken,
        contradictory=said.contradictory,
    )


class _Said(NamedTuple):
    """What one or several observations of a series and period say; the fields are those of a figure."""

    interval: Interval
    point: Decimal | None
    resolution: Decimal | None
    possible: Interval
    spoken: Observation | None
    contradictory: bool


def _said_together(group: list[Observation]) -> _Said:
    contradictory = _common(observation.possible for observation in group).is_empty
    interval, resolution = _range_of(group) if contradictory else _agreement_of(group)
    saying_it = [observation for observation in group if observation.interval == interval] if not contradictory else []
    spoken = min(saying_it, key=_plainness, default=None)
    point = spoken.point if spoken else interval.low if interval.is_point else None
    possible = possible_values(interval, resolution, group[0].indicator)
    return _Said(interval, point, resolution, possible, spoken, contradictory)


def _plainness(observation: Observation) -> tuple[bool, Decimal, int, str]:
    """Which of several observations of one interval speaks for it, whatever their order: exact, fine and short ones first."""
    value = observation.entry.value
    return (observation.bound is not Bound.EXACT, observation.resolution or Decimal(0), len(value), value)


def _common(intervals: Iterable[Interval]) -> Interval:
    return reduce(Interval.intersection, intervals)


def _range_of(group: list[Observation]) -> tuple[Interval, Decimal | None]:
    """From the least to the largest value of observations that exclude each other; its ends are as rounded as they are."""
    hull = reduce(Interval.hull, (observation.interval for observation in group))
    return hull, max((o.resolution for o in group if o.resolution), default=None)


def _agreement_of(group: list[Observation]) -> tuple[Interval, Decimal | None]:
    """What observations that agree say together; where they differ only by rounding, the finest print."""
    common = _common(observation.interval for observation in group)
    if common.is_empty:
        exact = [observation for observation in group if observation.bound is Bound.EXACT]
        finest = min((observation.resolution or Decimal(0) for observation in exact), default=None)
        printed = {one.interval for one in exact if (one.resolution or Decimal(0)) == finest}
        if len(printed) == 1:
            return printed.pop(), finest or None
        return _common(one.possible for one in group), None
    saying_it = [observation.resolution for observation in group if observation.interval == common]
    if not saying_it:
        return common, max((o.resolution for o in group if o.resolution), default=None)
    return common, None if None in saying_it else min(r for r in saying_it if r is not None)


def newest(figures: Iterable[Figure]) -> Figure | None:
    """The figure whose period ends last; then the shortest stated span, unknown starts last."""
    return max(figures, key=_recency, default=None)


def wholeness(figure: Figure) -> tuple[bool, bool, bool, int]:
    """How well a figure speaks for its whole district: no scope, the usual or no variant, then the newest; more is better."""
    usual = figure.variant is not None and figure.variant == figure.indicator.usual
    return (not figure.scope, usual, figure.variant is None, figure.last_month)


def _recency(figure: Figure) -> tuple[int, bool, int, bool]:
    start, end = figure.period.span
    return (figure.last_month, start is not None, start or 0, end is not None)


def as_means(figures: Iterable[Figure | None]) -> list[Figure | None]:
    """Sums over whole years as means of a year, where the spans of the figures differ in length."""
    given = list(figures)
    if len({figure.period.months for figure in given if figure}) < 2:
        return given
    return [_mean(figure) if figure and may_be_divided(figure) else figure for figure in given]


def _mean(figure: Figure) -> Figure:
    years = figure.period.whole_years
    return figure if years == 1 else replace(figure, per_year=years)


def may_be_divided(figure: Figure) -> bool:
    """Only counts and amounts that were gathered over whole years, all of them over."""
    is_sum = figure.indicator.is_total and figure.indicator.time is Time.FLOW
    return is_sum and figure.period.whole_years is not None and not is_running(figure)


def is_running(figure: Figure) -> bool:
    """Whether the period was not over: by its own notation, or because the source came out before its end."""
    if figure.period.end is None:
        return True
    if figure.indicator.time is Time.STOCK or figure.status is Status.TARGET:
        return False
    published = [observation.source.published_month for observation in figure.observations]
    return any(month is not None and month < figure.period.end for month in published)


def _divided(number: Decimal | None, years: int, rounding: str) -> Decimal | None:
    if number is None:
        return None
    quotient = Context(prec=60, rounding=rounding).divide(number, Decimal(years))
    exact = EXACT.multiply(quotient, Decimal(years)) == number
    return quotient if exact else quotient.quantize(_SIX_PLACES, rounding=rounding, context=Context(prec=60))
