"""The verdict on two figures: what may be said about their order, and never more.

An order is claimed only where every value that one figure may have lies on the same side of every value that the other
may have; rounding to the last printed digit counts as uncertainty.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from eduindex.analysis.caveats import Caveat, Code, Effect, caveats_between
from eduindex.analysis.figures import Figure
from eduindex.model.catalogue import Direction, Indicator, Kind
from eduindex.model.interval import Interval


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
    def certain_gap(self) -> float:
        """The smallest gap that the intervals allow, relative to the larger value; 0 where the order is open."""
        if self.difference is None or self.verdict is Verdict.UNDETERMINED:
            return 0.0
        low, high = self.difference.low, self.difference.high
        nearest = low if low is not None and low > 0 else -high if high is not None and high < 0 else None
        largest = max((abs(p) for p in _ends(self.first) + _ends(self.other)), default=None)
        return float(nearest / largest) if nearest and largest else 0.0


def pair(first: Figure, other: Figure, extra: tuple[Caveat, ...] = ()) -> Pairing:
    """Compare two figures of one indicator; ``extra`` are caveats that the figures alone do not show."""
    caveats = caveats_between(first, other)
    effects = {caveat.effect for caveat in caveats}
    if Effect.FORBIDS in effects:
        return Pairing(first, other, Verdict.NOT_COMPARABLE, None, caveats)
    if Effect.UNDETERMINED in effects:
        return Pairing(first, other, Verdict.UNDETERMINED, None, caveats + extra)
    order = order_of(first, other)
    if order is Order.OPEN and _differ_as_printed(first, other):
        caveats += (Caveat(Code.ROUNDED, Effect.UNDETERMINED, (first, other)),)
    is_grade = first.indicator.kind is Kind.GRADE
    difference = None if is_grade else first.interval.minus(other.interval)
    return Pairing(first, other, _VERDICTS[_scale(first.indicator)][order], difference, caveats + extra)


def order_of(first: Figure, other: Figure) -> Order:
    """Where ``first`` certainly lies against ``other``; numbers printed alike are equal, and so are exact means."""
    printed = not any(figure.per_year and figure.resolution for figure in (first, other))
    if printed and first.interval.is_point and first.interval == other.interval:
        return Order.EQUAL
    if first.possible.is_below(other.possible):
        return Order.BELOW
    if other.possible.is_below(first.possible):
        return Order.ABOVE
    return Order.OPEN


def _differ_as_printed(first: Figure, other: Figure) -> bool:
    return first.interval.is_below(other.interval) or other.interval.is_below(first.interval)


def _ends(figure: Figure) -> list[Decimal]:
    return [end for end in (figure.interval.low, figure.interval.high) if end is not None]


def _scale(indicator: Indicator) -> str:
    if indicator.kind in (Kind.COUNT, Kind.AMOUNT):
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
