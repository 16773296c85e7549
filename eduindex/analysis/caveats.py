"""Why a comparison is weaker than it looks: the caveats of two figures set side by side.

Each check looks at one reason and returns what it finds; the strongest effect among them decides what the verdict may say.
The design's table of caveats is the specification, and the codes are stable for ever.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from eduindex.analysis.figures import Figure, is_running
from eduindex.model.catalogue import Time, VariantMixing
from eduindex.model.period import Period
from eduindex.model.quantity import Bound


class Effect(StrEnum):
    """What a caveat does to the verdict, weakest first."""

    WARNS = "warns"
    UNDETERMINED = "undetermined"
    FORBIDS = "forbids"


class Code(StrEnum):
    """The caveats."""

    TARGET_AGAINST_ACTUAL = "target-against-actual"
    SPAN_LENGTHS_DIFFER = "span-lengths-differ"
    SPAN_START_UNKNOWN = "span-start-unknown"
    MEAN_PER_YEAR = "mean-per-year"
    VARIANTS_DIFFER = "variants-differ"
    VARIANT_UNSTATED = "variant-unstated"
    SCOPES_DIFFER = "scopes-differ"
    PART_AGAINST_WHOLE = "part-against-whole"
    SCHEME_ENDS_AT_BORDER = "scheme-ends-at-border"
    DIVISION_CODE_MISSING = "division-code-missing"
    PERIODS_DIFFER = "periods-differ"
    CALENDAR_AGAINST_SCHOOL_YEAR = "calendar-against-school-year"
    PERIOD_RUNNING = "period-running"
    ORDER_WAS_OPPOSITE = "order-was-opposite"
    SOURCES_CONTRADICT = "sources-contradict"
    ROUNDED = "rounded"
    BOUND = "bound"
    APPROXIMATION = "approximation"
    DATE_NOT_PRINTED = "date-not-printed"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Caveat:
    """One reason, its effect and the figures it is about (one, or the two compared; for an opposite order the earlier pair).

    ``months`` is the distance of the periods in months where that is what the caveat says; ``as_usual`` tells that an
    unstated variant is read as the indicator's usual one.
    """

    code: Code
    effect: Effect
    figures: tuple[Figure, ...]
    months: int | None = None
    as_usual: bool = False


Check = Callable[[Figure, Figure], Iterator[Caveat]]


def caveats_between(first: Figure, other: Figure) -> tuple[Caveat, ...]:
    """All caveats of comparing two figures of one indicator, in the order of the design's table."""
    return tuple(caveat for check in _CHECKS for caveat in check(first, other))


def caveats_of(figure: Figure) -> tuple[Caveat, ...]:
    """The caveats that a figure carries by itself."""
    return tuple(_own(figure))


def _status(first: Figure, other: Figure) -> Iterator[Caveat]:
    if first.status is not other.status:
        yield Caveat(Code.TARGET_AGAINST_ACTUAL, Effect.FORBIDS, (first, other))


def _spans(first: Figure, other: Figure) -> Iterator[Caveat]:
    if first.indicator.time is not Time.FLOW:
        return
    unknown = tuple(figure for figure in (first, other) if figure.period.start is None)
    divided = tuple(figure for figure in (first, other) if figure.per_year)
    if unknown:
        yield Caveat(Code.SPAN_START_UNKNOWN, Effect.FORBIDS, unknown)
    elif divided and _is_mean_or_year(first) and _is_mean_or_year(other):
        yield Caveat(Code.MEAN_PER_YEAR, Effect.WARNS, divided)
    elif divided or (first.period.span != other.period.span and _lengths_differ(first.period, other.period)):
        yield Caveat(Code.SPAN_LENGTHS_DIFFER, Effect.FORBIDS, (first, other))


def _lengths_differ(one: Period, two: Period) -> bool:
    return one.months is None or one.months != two.months


def _is_mean_or_year(figure: Figure) -> bool:
    return figure.per_year is not None or figure.period.whole_years == 1


def _variants(first: Figure, other: Figure) -> Iterator[Caveat]:
    indicator = first.indicator
    if first.variant == other.variant and (first.variant is not None or not indicator.variants):
        return
    if first.variant is not None and other.variant is not None:
        warns = indicator.variant_mixing is VariantMixing.WARN
        yield Caveat(Code.VARIANTS_DIFFER, Effect.WARNS if warns else Effect.FORBIDS, (first, other))
        return
    unstated = tuple(figure for figure in (first, other) if figure.variant is None)
    stated = {figure.variant for figure in (first, other)} - {None}
    usual = indicator.usual is not None and stated <= {indicator.usual}
    same_publisher = first.district.id == other.district.id and not stated
    warns = usual or same_publisher or indicator.variant_mixing is VariantMixing.WARN
    yield Caveat(Code.VARIANT_UNSTATED, Effect.WARNS if warns else Effect.UNDETERMINED, unstated, as_usual=usual)


def _scopes(first: Figure, other: Figure) -> Iterator[Caveat]:
    if first.scope.key == other.scope.key:
        return
    parts = tuple(figure for figure in (first, other) if figure.scope)
    code = Code.SCOPES_DIFFER if len(parts) == 2 else Code.PART_AGAINST_WHOLE
    yield Caveat(code, Effect.FORBIDS, parts)


def _borders(first: Figure, other: Figure) -> Iterator[Caveat]:
    border = first.indicator.border
    if border is None or first.district.id == other.district.id:
        return
    without = tuple(figure for figure in (first, other) if not figure.district.code)
    if without:
        yield Caveat(Code.DIVISION_CODE_MISSING, Effect.FORBIDS, without)
    elif first.district.code[: border.digits] != other.district.code[: border.digits]:
        yield Caveat(Code.SCHEME_ENDS_AT_BORDER, Effect.FORBIDS, (first, other))


def _periods(first: Figure, other: Figure) -> Iterator[Caveat]:
    one, two = first.period, other.period
    if one.span == two.span:
        return
    if {_kind_of_year(one), _kind_of_year(two)} == {_CALENDAR, _SCHOOL}:
        yield Caveat(Code.CALENDAR_AGAINST_SCHOOL_YEAR, Effect.WARNS, (first, other))
    months = None if one.end is None or two.end is None else abs(one.end - two.end)
    yield Caveat(Code.PERIODS_DIFFER, Effect.WARNS, (first, other), months)


# The months in which a calendar and a school year begin, counted from 0.
_CALENDAR, _SCHOOL = 0, 8


def _kind_of_year(period: Period) -> int | None:
    """The month with which whole years begin; ``None`` for a period that is no whole years."""
    return period.start % 12 if period.start is not None and period.whole_years else None


def _own_of_both(first: Figure, other: Figure) -> Iterator[Caveat]:
    yield from _own(first)
    yield from _own(other)


def _own(figure: Figure) -> Iterator[Caveat]:
    for code, holds in _OWN:
        if holds(figure):
            yield Caveat(code, Effect.WARNS, (figure,))


def _is_bounded(figure: Figure) -> bool:
    return any(observation.bound in _BOUNDS for observation in figure.observations)


def _is_approximate(figure: Figure) -> bool:
    return any(observation.bound in _APPROXIMATIONS for observation in figure.observations)


_APPROXIMATIONS = (Bound.NEARLY, Bound.ABOUT, Bound.OVER, Bound.RANGE)
_BOUNDS = (Bound.AT_LEAST, Bound.ABOVE, Bound.AT_MOST, Bound.BELOW)
_OWN: tuple[tuple[Code, Callable[[Figure], bool]], ...] = (
    (Code.PERIOD_RUNNING, is_running),
    (Code.SOURCES_CONTRADICT, lambda figure: figure.contradictory),
    (Code.BOUND, _is_bounded),
    (Code.APPROXIMATION, _is_approximate),
    (Code.DATE_NOT_PRINTED, lambda figure: not any(o.date_is_printed for o in figure.observations)),
    (Code.NOTE, lambda figure: any(observation.entry.note for observation in figure.observations)),
)
_CHECKS: tuple[Check, ...] = (_status, _spans, _variants, _scopes, _borders, _periods, _own_of_both)
