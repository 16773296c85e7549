"""Intervals of exact decimals with open, closed or missing ends.

Every comparison of the product rests on this module, so nothing here rounds: sums and differences of decimals are
computed in a context that traps inexact results.
"""

from collections.abc import Callable
from decimal import Context, Decimal, Inexact
from typing import NamedTuple

# Printed numbers have a few dozen digits at most; should one ever need more, fail loudly rather than round.
EXACT = Context(prec=400, Emax=999999, Emin=-999999, traps=[Inexact])


class Interval(NamedTuple):
    """All numbers between ``low`` and ``high``; ``None`` is an end without limit and is always open."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, point: Decimal) -> "Interval":
        """The interval that holds one number."""
        return cls(point, point)

    @property
    def is_point(self) -> bool:
        """Whether only one number lies inside."""
        return self.low is not None and self.low == self.high

    @property
    def is_empty(self) -> bool:
        """Whether no number lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def mirrored(self) -> "Interval":
        """The interval with the sign of every number turned, so that what was low is high."""
        low, high = (None if end is None else end.copy_negate() for end in (self.high, self.low))
        return Interval(low, high, self.high_open, self.low_open)

    def is_below(self, other: "Interval") -> bool:
        """Whether every number inside is smaller than every number inside ``other``."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def intersection(self, other: "Interval") -> "Interval":
        """The numbers inside both (perhaps none: see ``is_empty``)."""
        low, low_open = _inner(self.low, self.low_open, other.low, other.low_open, max)
        high, high_open = _inner(self.high, self.high_open, other.high, other.high_open, min)
        return Interval(low, high, low_open, high_open)

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        low, low_open = _outer(self.low, self.low_open, other.low, other.low_open, min)
        high, high_open = _outer(self.high, self.high_open, other.high, other.high_open, max)
        return Interval(low, high, low_open, high_open)

    def minus(self, other: "Interval") -> "Interval":
        """Every difference of a number inside and a number inside ``other``."""
        low = None if self.low is None or other.high is None else EXACT.subtract(self.low, other.high)
        high = None if self.high is None or other.low is None else EXACT.subtract(self.high, other.low)
        return Interval(low, high, self.low_open or other.high_open, self.high_open or other.low_open)

    def widened(self, margin: Decimal) -> "Interval":
        """The interval with ``margin`` added at both ends."""
        low = None if self.low is None else EXACT.subtract(self.low, margin)
        high = None if self.high is None else EXACT.add(self.high, margin)
        return Interval(low, high, self.low_open, self.high_open)

    def scaled(self, factor: Decimal) -> "Interval":
        """The interval with both ends multiplied by a positive ``factor``."""
        low = None if self.low is None else EXACT.multiply(self.low, factor)
        high = None if self.high is None else EXACT.multiply(self.high, factor)
        return Interval(low, high, self.low_open, self.high_open)


End = Decimal | None


def _inner(
    first: End, first_open: bool, second: End, second_open: bool, pick: Callable[..., Decimal]
) -> tuple[End, bool]:
    if first is None or second is None:
        return (second, second_open) if first is None else (first, first_open)
    if first == second:
        return first, first_open or second_open
    chosen = pick(first, second)
    return chosen, first_open if chosen == first else second_open


def _outer(
    first: End, first_open: bool, second: End, second_open: bool, pick: Callable[..., Decimal]
) -> tuple[End, bool]:
    if first is None or second is None:
        return None, False
    if first == second:
        return first, first_open and second_open
    chosen = pick(first, second)
    return chosen, first_open if chosen == first else second_open
