"""The middle and the quarters of a group of figures, as intervals: what is known of each figure bounds what is known of them.

A quantile of values grows with each of them, so its least value is the quantile of all lower ends and its largest that of all
upper ends. Quantiles are interpolated between neighbours as in R's type 7 (Hyndman and Fan 1996, Sample Quantiles in
Statistical Packages, The American Statistician 50:4); grades and ranks, between which nothing lies, are not.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from eduindex.analysis.figures import Figure
from eduindex.model.catalogue import Kind
from eduindex.model.interval import EXACT, Interval

LEAST_FOR_QUARTILES = 8  # of fewer districts a quarter is no group

_QUARTERS = 4
_ZERO, _QUARTER = Decimal(0), Decimal("0.25")


class Quartiles(NamedTuple):
    """The three values that part a group into quarters, in the indicator's unit; ``lower`` lies below ``upper``."""

    lower: Interval
    median: Interval
    upper: Interval


def quartiles_of(figures: Sequence[Figure]) -> Quartiles:
    """The quartiles of figures of one indicator, at least one, as printed."""
    ends = _ordered([figure.counted for figure in figures])
    apart = _is_apart(figures)
    return Quartiles(*(_quantile(ends, quarter, apart=apart) for quarter in (1, 2, 3)))


def median_of(figures: Sequence[Figure]) -> Interval:
    """The median of the figures as printed."""
    return _quantile(_ordered([figure.counted for figure in figures]), 2, apart=_is_apart(figures))


def possible_median_of(figures: Sequence[Figure]) -> Interval:
    """The median that the true numbers may have, whatever rounding hides."""
    return _quantile(_ordered([figure.possibly_counted for figure in figures]), 2, apart=_is_apart(figures))


def hull_of(figures: Sequence[Figure]) -> Interval:
    """From the least to the largest value of the figures as printed."""
    return reduce(Interval.hull, [figure.counted for figure in figures])


def extent_of(figures: Sequence[Figure]) -> Interval:
    """From the least to the largest number that bounds any of the figures; without ends where nothing does."""
    ends = [end for figure in figures for end in (figure.counted.low, figure.counted.high) if end is not None]
    return Interval(min(ends, default=None), max(ends, default=None))


def quarter_of(place: int, number: int) -> int:
    """The quarter of a ranking of ``number`` in which a place lies; 1 is the first."""
    return (place - 1) * _QUARTERS // number + 1


class _Ends(NamedTuple):
    """The lower and the upper ends of intervals, each in order: limited, the number, open; without limit, the number, closed."""

    lows: Sequence[tuple[bool, Decimal, bool]]
    highs: Sequence[tuple[bool, Decimal, bool]]


def _ordered(intervals: Iterable[Interval]) -> _Ends:
    known = list(intervals)
    return _Ends(
        sorted([(one.low is not None, one.low or _ZERO, one.low_open) for one in known]),
        sorted([(one.high is None, one.high or _ZERO, not one.high_open) for one in known]),
    )


def _is_apart(figures: Sequence[Figure]) -> bool:
    """Whether nothing lies between two neighbouring values."""
    return figures[0].indicator.kind in (Kind.GRADE, Kind.RANK)


def _quantile(ends: _Ends, quarter: int, *, apart: bool) -> Interval:
    lows, highs = ends
    place, rest = divmod((len(lows) - 1) * quarter, _QUARTERS)
    following = place + bool(rest)
    (has_low, low, low_open), (_, next_low, next_low_open) = lows[place], lows[place if apart else following]
    (_, high, high_closed), (no_high, next_high, next_high_closed) = (
        highs[following if apart else place],
        highs[following],
    )
    return Interval(
        _between(low, next_low, rest) if has_low else None,
        None if no_high else _between(high, next_high, rest),
        low_open=low_open or next_low_open,
        high_open=not (high_closed and next_high_closed),
    )


def _between(first: Decimal, second: Decimal, quarters: int) -> Decimal:
    """The number that lies so many quarters of the way from the first to the second, exactly."""
    if first == second or not quarters:
        return first
    step = EXACT.multiply(EXACT.subtract(second, first), _QUARTER)
    between = EXACT.add(first, EXACT.multiply(step, Decimal(quarters))).normalize(EXACT)
    return between if between != between.to_integral_value() else between.quantize(Decimal(1), context=EXACT)
