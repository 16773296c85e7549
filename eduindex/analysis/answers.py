"""What the figures of one district answer to one standard, and why they may be no answer.

What is asked is taken at its word: a standard that names a denominator is answered by no other (what an indicator's figures
usually count does not help), a district never by a part of it, a year never by a longer span. So the figure that fits the
standard counts before one that is newer; where none fits, the nearest is kept, for it shows what is in the way.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from eduindex.analysis.caveats import Code
from eduindex.analysis.choosing import figures_of_year
from eduindex.analysis.figures import Figure, Series, is_running, newest
from eduindex.analysis.thresholds import distance, meets
from eduindex.analysis.verdict import Order, order_of
from eduindex.model.catalogue import Kind, Time
from eduindex.model.district import Identity, Status
from eduindex.model.interval import Interval
from eduindex.model.standard import Standard

_NO_FALL = Interval(Decimal(0), None)
_YEAR = 12
_NOT_BELOW = {Order.ABOVE: True, Order.EQUAL: True, Order.BELOW: False, Order.OPEN: None}


class Reason(StrEnum):
    """Why a standard is neither met nor missed; where a caveat means the same, its code."""

    VARIANT_UNSTATED = Code.VARIANT_UNSTATED.value
    VARIANTS_DIFFER = Code.VARIANTS_DIFFER.value
    PART_AGAINST_WHOLE = Code.PART_AGAINST_WHOLE.value
    SPAN_START_UNKNOWN = Code.SPAN_START_UNKNOWN.value
    PERIOD_RUNNING = Code.PERIOD_RUNNING.value
    SPAN_LENGTHS_DIFFER = Code.SPAN_LENGTHS_DIFFER.value
    YEARS_NOT_CONSECUTIVE = "years-not-consecutive"
    ONE_YEAR_ONLY = "one-year-only"
    GROWTH_CONTRADICTS = "growth-contradicts"
    OPEN_INTERVAL = "open-interval"
    VARIANTS_MISSING = "variants-missing"


class Pool(NamedTuple):
    """The series of one district that a standard is about: results, printed growth and plans; ``year`` as chosen."""

    district: Identity
    actual: tuple[Series, ...]
    growth: tuple[Series, ...]
    targets: tuple[Series, ...]
    year: int | None

    def of_variant(self, variant: str | None) -> "Pool":
        """What is stated of this variant alone."""
        actual, growth, targets = (
            tuple(series for series in pool if series.variant == variant)
            for pool in (self.actual, self.growth, self.targets)
        )
        return self._replace(actual=actual, growth=growth, targets=targets)


class Answer(NamedTuple):
    """The figure that a standard is held against.

    ``reasons`` say why it is no answer at all; without any, ``meets`` tells whether it meets what is asked, ``None`` where
    some of its values do and some do not. ``previous`` is the earlier figure that it is compared with, ``growth`` a printed
    growth that says the opposite.
    """

    figure: Figure
    reasons: tuple[Reason, ...] = ()
    meets: bool | None = None
    distance: Interval | None = None
    previous: Figure | None = None
    growth: Figure | None = None


def pool_of(standard: Standard, district: Identity, series: Iterable[Series], year: int | None) -> Pool:
    """What a district has for a standard; ``series`` are all of its series."""
    held = list(series)
    own = [one for one in held if one.indicator.id == standard.indicator.id]
    growth = [one for one in held if standard.growth is not None and one.indicator.id == standard.growth.id]
    return Pool(
        district,
        tuple(one for one in own if one.status is Status.ACTUAL),
        tuple(one for one in growth if one.status is Status.ACTUAL),
        tuple(one for one in own if one.status is Status.TARGET),
        year,
    )


def answer_of(standard: Standard, variant: str | None, pool: Pool) -> Answer | None:
    """What a district answers to a standard, or to one variant of it; ``None`` where it has no figure of the chosen year."""
    if standard.required is not None:
        figure = best_fitting(variant, pool.actual, pool.year)
        return None if figure is None else _judged(variant, figure, standard.required)
    answers = [_against_year_before(variant, pool), _by_printed_growth(variant, pool)]
    return _together([answer for answer in answers if answer is not None])


def best_fitting(variant: str | None, pool: Iterable[Series], year: int | None) -> Figure | None:
    """The newest of the figures that come nearest to what the standard measures."""
    in_order = sorted(pool, key=lambda series: (series.variant or "", series.scope.key))
    figures = [figure for series in in_order for figure in figures_of_year(series, year)]
    fits = {id(figure): _fit(variant, figure) for figure in figures}
    best = max(fits.values(), default=None)
    return newest(figure for figure in figures if fits[id(figure)] == best)


def _fit(variant: str | None, figure: Figure) -> tuple[bool, ...]:
    """How near a figure comes to what is asked: the variant first (one not stated may be it), then the whole, then the year."""
    return (
        variant in (None, figure.variant),
        variant is not None and figure.variant is None,
        not figure.scope,
        not any(_of_time(figure)),
    )


def _obstacles(variant: str | None, figure: Figure) -> Iterator[Reason]:
    """What makes a figure no answer: it measures something else, or it may."""
    if variant is not None and figure.indicator.variants and figure.variant != variant:
        yield Reason.VARIANT_UNSTATED if figure.variant is None else Reason.VARIANTS_DIFFER
    if figure.scope:
        yield Reason.PART_AGAINST_WHOLE
    yield from _of_time(figure)


def _of_time(figure: Figure) -> Iterator[Reason]:
    """What is wrong with the period of a flow, which a standard means for single years."""
    if figure.indicator.time is Time.STOCK:
        return
    if figure.period.start is None:
        yield Reason.SPAN_START_UNKNOWN
    elif is_running(figure):
        yield Reason.PERIOD_RUNNING
    elif figure.period.whole_years != 1:
        yield Reason.SPAN_LENGTHS_DIFFER


def _judged(variant: str | None, figure: Figure, required: Interval) -> Answer:
    reasons = tuple(_obstacles(variant, figure))
    if reasons:
        return Answer(figure, reasons)
    is_grade = figure.indicator.kind is Kind.GRADE
    return Answer(figure, (), meets(figure, required), None if is_grade else distance(figure, required))


def _against_year_before(variant: str | None, pool: Pool) -> Answer | None:
    figure = best_fitting(variant, pool.actual, pool.year)
    if figure is None:
        return None
    reasons = tuple(_obstacles(variant, figure))
    if reasons:
        return Answer(figure, reasons)
    series = next(one for one in pool.actual if any(own is figure for own in one.figures))
    earlier = [one for one in series.figures if one.last_month <= figure.last_month - _YEAR and not any(_of_time(one))]
    previous = newest(earlier)
    if previous is None:
        return Answer(figure, (Reason.ONE_YEAR_ONLY,))
    if previous.last_month != figure.last_month - _YEAR:
        return Answer(figure, (Reason.YEARS_NOT_CONSECUTIVE,), previous=previous)
    is_grade = figure.indicator.kind is Kind.GRADE
    change = None if is_grade else figure.interval.minus(previous.interval)
    return Answer(figure, (), _NOT_BELOW[order_of(figure, previous)], change, previous)


def _by_printed_growth(variant: str | None, pool: Pool) -> Answer | None:
    figure = best_fitting(variant, pool.growth, pool.year)
    if figure is None:
        return None
    reasons = tuple(_obstacles(variant, figure))
    return Answer(figure, reasons) if reasons else Answer(figure, (), meets(figure, _NO_FALL))


def _together(answers: list[Answer]) -> Answer | None:
    """What two years and a printed growth say together: of the newest year that either answers, what is certain.

    Where they say the opposite of one year, neither is believed.
    """
    sound = [answer for answer in answers if not answer.reasons]
    if not sound:
        return next(iter(answers), None)
    last = max(answer.figure.last_month for answer in sound)
    of_year = [answer for answer in sound if answer.figure.last_month == last]
    certain = [answer for answer in of_year if answer.meets is not None]
    if len({answer.meets for answer in certain}) > 1:
        years, growth = certain
        return years._replace(reasons=(Reason.GROWTH_CONTRADICTS,), meets=None, growth=growth.figure, distance=None)
    return (certain or of_year)[0]
