"""From observations to figures: what all observations of one series and period say together.

A source that repeats itself says one thing; one that contradicts itself says a range. Nothing is ever added up.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from eduindex.model.catalogue import Indicator
from eduindex.model.district import Identity, Status
from eduindex.model.interval import EXACT, Interval
from eduindex.model.observation import District, Observation
from eduindex.model.period import Period
from eduindex.model.wording import Wording

HALF = Decimal("0.5")
_SIX_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Figure:
    """One district's figure for one series and period, in the indicator's unit.

    ``point`` is the one number printed, ``None`` where it is a range or the sources contradict each other
    (``contradictory``; then ``interval`` spans them). ``resolution`` is the step to which the number counts as rounded.
    ``per_year`` is the number of years by which the sum of a longer span was divided, ``None`` for a figure as printed.
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
    contradictory: bool = False
    per_year: int | None = None

    @property
    def possible(self) -> Interval:
        """Every value that the true number may have: the interval, and what rounding to the last digit may hide."""
        if self.resolution is None:
            return self.interval
        widened = self.interval.widened(EXACT.multiply(self.resolution, HALF))
        return widened.intersection(self.indicator.natural_range)

    @property
    def last_month(self) -> int:
        """The month in which the period ends; a period that is not over ends with the year in which it began."""
        if self.period.end is not None:
            return self.period.end
        return (self.period.start or 0) // 12 * 12 + 11


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


def series_of(district: District) -> tuple[Series, ...]:
    """All series of a district, in the order of its file."""
    grouped: dict[tuple[str, str | None, str, Status], dict[Period, list[Observation]]] = {}
    for observation in district.observations:
        entry = observation.entry
        key = (entry.indicator, entry.variant, entry.scope.key, entry.status)
        grouped.setdefault(key, {}).setdefault(observation.period, []).append(observation)
    return tuple(_series(district.identity, list(periods.values())) for periods in grouped.values())


def _series(district: Identity, periods: list[list[Observation]]) -> Series:
    figures = sorted((_figure(district, group) for group in periods), key=lambda figure: figure.last_month)
    entry = periods[0][0].entry
    return Series(district, periods[0][0].indicator, entry.variant, entry.scope, entry.status, tuple(figures))


def _figure(district: Identity, group: list[Observation]) -> Figure:
    first = group[0]
    figure = Figure(
        district=district,
        indicator=first.indicator,
        variant=first.entry.variant,
        scope=first.entry.scope,
        status=first.status,
        period=first.period,
        observations=tuple(group),
        interval=first.interval,
        point=first.point,
        resolution=first.resolution,
    )
    for observation in group[1:]:
        figure = _joined(figure, observation)
    return figure


def _joined(figure: Figure, observation: Observation) -> Figure:
    """What a figure says once another observation of the same series and period is heard."""
    other = replace(figure, interval=observation.interval, point=observation.point, resolution=observation.resolution)
    if figure.possible.intersection(other.possible).is_empty:
        hull = figure.interval.hull(observation.interval)
        return replace(figure, interval=hull, point=None, resolution=None, contradictory=True)
    common = figure.interval.intersection(observation.interval)
    finer = min(figure, other, key=lambda one: (one.resolution or Decimal(0), one.point is None))
    if common.is_empty:  # equal but for rounding: the finer print counts
        return replace(figure, interval=finer.interval, point=finer.point, resolution=finer.resolution)
    point = common.low if common.is_point else finer.point
    return replace(figure, interval=common, point=point, resolution=finer.resolution)


def newest(figures: Iterable[Figure]) -> Figure | None:
    """The figure whose period ends last; then the shortest stated span, unknown starts last."""
    return max(figures, key=_recency, default=None)


def _recency(figure: Figure) -> tuple[int, bool, int]:
    start = figure.period.start
    return (figure.last_month, start is not None, start or 0)


def chooser(year: int | None) -> Callable[[Series], Figure | None]:
    """How the figure of a series is chosen: the newest, or the newest among those whose period ends in ``year``."""

    def choose(series: Series) -> Figure | None:
        return newest(f for f in series.figures if year is None or f.last_month // 12 == year)

    return choose


def per_year(figure: Figure) -> Figure:
    """A sum over whole years as the mean of a year; the figure itself where it covers one year.

    Ends are rounded outwards to six decimals, so that rounding never makes an order that is none.
    """
    years = figure.period.whole_years or 1
    if years == 1:
        return figure
    low = _divided(figure.interval.low, years, ROUND_FLOOR)
    high = _divided(figure.interval.high, years, ROUND_CEILING)
    interval = replace(figure.interval, low=low, high=high)
    resolution = _divided(figure.resolution, years, ROUND_CEILING)
    point = low if figure.interval.is_point else None
    return replace(figure, interval=interval, point=point, resolution=resolution, per_year=years)


def _divided(number: Decimal | None, years: int, rounding: str) -> Decimal | None:
    if number is None:
        return None
    quotient = Context(prec=60, rounding=rounding).divide(number, Decimal(years))
    exact = EXACT.multiply(quotient, Decimal(years)) == number
    return quotient if exact else quotient.quantize(_SIX_PLACES, rounding=rounding, context=Context(prec=60))
