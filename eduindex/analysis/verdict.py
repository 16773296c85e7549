"""The verdict on two figures: what may be said about their order, and never more.

An order is claimed only where every value that one figure may have lies on the same side of every value that the other
may have; rounding to the last printed digit counts as uncertainty.
"""

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum

from eduindex.analysis.caveats import Caveat, Code, Effect, caveats_between
from eduindex.analysis.figures import Figure
from eduindex.model.catalogue import Direction, Indicator, Kind
from eduindex.model.interval import Interval

_FOUR_DIGITS = Context(prec=4)


class Verdict(StrEnum):
    """What a comparison says of the first district against another."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    MORE = "more"
    FEWER = "fewer"
    EQUAL = "equal"
    UNDETERMINED = "undetermined"
    NOT_COMPARABLE = "not_comparable"


class Order(StrEnum):
    """Where the first figure certainly lies against the other."""

    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two figures compared; ``difference`` is first minus other, ``None`` where it would mean nothing."""

    first: Figure
    other: Figure
    verdict: Verdict
    difference: Interval | None
    caveats: tuple[Caveat, ...]

    @property
    def certain_difference(self) -> Decimal | None:
        """The smallest difference, with its sign, that the intervals allow; ``None`` where the order is open or unknown."""
        if self.difference is None or self.verdict is Verdict.UNDETERMINED:
            return None
        low, high = self.difference.low, self.difference.high
        if low is not None and low > 0:
            return low
        return high if high is not None and high < 0 else Decimal(0)

    @property
    def relative_gap(self) -> Decimal | None:
        """The size of the smallest difference, relative to the larger of the two values."""
        return self._relative(to_larger=True)

    @property
    def relative_change(self) -> Decimal | None:
        """The smallest difference relative to the other value, which over time is the earlier one."""
        return self._relative(to_larger=False)

    def _relative(self, *, to_larger: bool) -> Decimal | None:
        """The smallest share that the intervals allow, which their nearest ends make."""
        difference = self.certain_difference
        if not difference:
            return difference
        first, other = self.first.counted, self.other.counted
        near, far = (first.low, other.high) if difference > 0 else (first.high, other.low)
        base = (near if difference > 0 else far) if to_larger else far
        if not base:
            return None
        return _FOUR_DIGITS.plus(abs(difference / base) if to_larger else difference / abs(base))


def pair(first: Figure, other: Figure, extra: tuple[Caveat, ...] = ()) -> Pairing:
    """Compare two figures of one indicator; ``extra`` are caveats that the figures alone do not show."""
    caveats = caveats_between(first, other)
    effects = {caveat.effect for caveat in caveats}
    if Effect.FORBIDS in effects:
        return Pairing(first, other, Verdict.NOT_COMPARABLE, None, caveats)
    if Effect.UNDETERMINED in effects:
        return Pairing(first, other, Verdict.UNDETERMINED, None, caveats + extra)
    order = order_of(first, other)
    if order is Order.OPEN and first.interval.is_point and other.interval.is_point:
        caveats += (Caveat(Code.ROUNDED, Effect.UNDETERMINED, (first, other)),)
    is_grade = first.indicator.kind is Kind.GRADE
    difference = None if is_grade else first.counted.minus(other.counted)
    if order is Order.EQUAL and difference is not None:
        difference = Interval.exactly(Decimal(0))
    return Pairing(first, other, verdict_on(first.indicator, order), difference, caveats + extra)


def order_of(first: Figure, other: Figure) -> Order:
    """Where ``first`` certainly lies against ``other``; numbers printed alike are equal, and so are exact means.

    Means of a year are compared without dividing: each sum is multiplied by the years of the other.
    """
    years, other_years = Decimal(first.per_year or 1), Decimal(other.per_year or 1)
    one, two = first.interval.scaled(other_years), other.interval.scaled(years)
    is_mean = first.per_year or other.per_year
    if one.is_point and one == two and not (is_mean and (first.is_rounded or other.is_rounded)):
        return Order.EQUAL
    return order_of_intervals(first.possible.scaled(other_years), other.possible.scaled(years))


def order_of_intervals(one: Interval, two: Interval) -> Order:
    """Where every number in ``one`` lies against every number in ``two``; never equal, which takes more than numbers."""
    if one.is_below(two):
        return Order.BELOW
    return Order.ABOVE if two.is_below(one) else Order.OPEN


def verdict_on(indicator: Indicator, order: Order) -> Verdict:
    """What an order of two figures of the indicator says of the first."""
    return _VERDICTS[_scale(indicator)][order]


def _scale(indicator: Indicator) -> str:
    if indicator.is_total:
        return "amount"
    if indicator.direction is Direction.NEUTRAL:
        return "neutral"
    return indicator.direction.value


_OPEN = {Order.EQUAL: Verdict.EQUAL, Order.OPEN: Verdict.UNDETERMINED}
_VERDICTS = {
    "amount": {Order.ABOVE: Verdict.MORE, Order.BELOW: Verdict.FEWER, **_OPEN},
    "neutral": {Order.ABOVE: Verdict.HIGHER, Order.BELOW: Verdict.LOWER, **_OPEN},
    "higher": {Order.ABOVE: Verdict.BETTER, Order.BELOW: Verdict.WORSE, **_OPEN},
    "lower": {Order.ABOVE: Verdict.WORSE, Order.BELOW: Verdict.BETTER, **_OPEN},
}
