"""Ranks as intervals: which ranks a figure may hold among others, when all that is known of each is an interval.

The rank of a value is 1 + the number of values that are better (1, 2, 2, 4). Each value may lie anywhere in its interval,
whatever the others do, except that numbers printed alike are one. One walk along the sorted ends of all intervals counts how
many lie certainly above each, and how many cannot, so that n figures cost O(n log n) and not n² comparisons.
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from math import lcm

from eduindex.analysis.figures import Figure
from eduindex.model.catalogue import UNLIMITED, Direction
from eduindex.model.interval import EXACT, Interval

Ranks = tuple[int, int]  # the best and the worst rank that a figure may hold; 1 is the first of all

_LEAST, _MOST = Decimal("-Infinity"), Decimal("Infinity")


def ranks_of(figures: Sequence[Figure]) -> list[Ranks]:
    """The ranks of figures of one indicator, in their order; each pair of them must be comparable.

    The highest is first; where the indicator's direction is lower, the lowest.
    """
    lower_is_first = bool(figures) and figures[0].indicator.direction is Direction.LOWER
    return _ranks(figures, lower_is_first=lower_is_first)


def places_of(figures: Sequence[Figure]) -> list[Ranks]:
    """The places that each figure may take in a row of all of them, where those that tie may stand in any order (1, 2–3, 4)."""
    ranks = ranks_of(figures)
    lower_is_first = bool(figures) and figures[0].indicator.direction is Direction.LOWER
    from_the_end = _ranks(figures, lower_is_first=not lower_is_first)
    return [(best, len(figures) + 1 - first) for (best, _), (first, _) in zip(ranks, from_the_end, strict=True)]


def _ranks(figures: Sequence[Figure], *, lower_is_first: bool) -> list[Ranks]:
    if not figures:
        return []
    intervals, numbers = _in_one_measure(figures)
    if lower_is_first:
        intervals = [interval.mirrored for interval in intervals]
        numbers = [None if number is None else number.copy_negate() for number in numbers]
    low_ends, high_ends, low_open, high_open = zip(*_as_one(intervals, numbers), strict=True)
    lows = [_LEAST if low is None else low for low in low_ends]
    highs = [_MOST if high is None else high for high in high_ends]
    best, worst = _ranks_of_ends(lows, highs)
    if not all(high_open):
        # Ends that touch may be one number, which is not above itself.
        touching = Counter([low for low, is_open in zip(lows, low_open, strict=True) if not is_open])
        best = [
            rank if is_open else rank - touching[high]
            for rank, high, is_open in zip(best, highs, high_open, strict=True)
        ]
    return list(zip(best, _without_ties(worst, lows, highs, numbers), strict=True))


def _ranks_of_ends(lows: Sequence[Decimal], highs: Sequence[Decimal]) -> tuple[list[int], list[int]]:
    """1 + the number of lows not below each high, and the number of highs above each low."""
    number = len(lows)
    ends = [*highs, *lows]
    by_high = sorted(range(number), key=highs.__getitem__)
    # Lows nearly follow the order of highs, so the second sort has little to do; where ends touch, highs stand first.
    by_end = sorted([*by_high, *[number + place for place in by_high]], key=ends.__getitem__)
    best, worst = [0] * number, [0] * number
    lows_left, highs_left = number, number
    for end in by_end:
        if end < number:
            best[end] = 1 + lows_left
            highs_left -= 1
        else:
            worst[end - number] = highs_left
            lows_left -= 1
    return best, worst


def _as_one(intervals: Sequence[Interval], numbers: Sequence[Decimal | None]) -> Sequence[Interval]:
    """The intervals, where numbers printed alike but to different digits (98.2, 98.20) may be what all of them may be."""
    first: dict[Decimal | None, Interval] = {None: UNLIMITED}
    common: dict[Decimal | None, Interval] = {}
    for number, interval in zip(numbers, intervals, strict=True):
        known = first.setdefault(number, interval)
        if known is not interval and number is not None and known != interval:
            common[number] = common.get(number, known).intersection(interval)
    if not common:
        return intervals
    return [common.get(number, interval) for number, interval in zip(numbers, intervals, strict=True)]


def _without_ties(
    worst: Sequence[int], lows: Sequence[Decimal], highs: Sequence[Decimal], numbers: Sequence[Decimal | None]
) -> list[int]:
    """The worst ranks, where numbers printed alike are one, although rounding alone would let each be above the others.

    A number that is not rounded has already passed its own high end before its low end, and those equal to it likewise.
    """
    everyone = Counter(numbers)
    everyone[None] = 1
    return [
        rank + 1 if low == high else rank + 1 - everyone[number]
        for rank, low, high, number in zip(worst, lows, highs, numbers, strict=True)
    ]


def _in_one_measure(figures: Sequence[Figure]) -> tuple[list[Interval], list[Decimal | None]]:
    """What each figure may be, and the number printed where it is one; means of a year are no numbers printed.

    Means of several years stand there as sums, everything multiplied so that none need be divided.
    """
    numbers = [low if low == high else None for low, high, _, _ in [figure.interval for figure in figures]]
    divisors = {figure.per_year for figure in figures}
    if divisors == {None}:
        return [figure.possible for figure in figures], numbers
    years = lcm(*(divisor or 1 for divisor in divisors))
    factors = [Decimal(years // (figure.per_year or 1)) for figure in figures]
    return (
        [figure.possible.scaled(factor) for figure, factor in zip(figures, factors, strict=True)],
        [
            None if number is None or figure.per_year else EXACT.multiply(number, factor)
            for number, figure, factor in zip(numbers, figures, factors, strict=True)
        ],
    )
