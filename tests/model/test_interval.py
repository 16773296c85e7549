"""``Interval`` against brute force: small whole ends, looked at on a grid of quarters."""

from decimal import Decimal, Inexact

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.interval import EXACT, Interval

# Between two neighbouring whole numbers all numbers are alike, and a difference of two needs no finer steps than quarters.
GRID = [Decimal(quarter) / 4 for quarter in range(-40, 41)]
HALVES = [Decimal(half) / 2 for half in range(-10, 11)]

ENDS = st.none() | st.integers(-4, 4).map(Decimal)
ANY = st.builds(Interval, ENDS, ENDS, st.booleans(), st.booleans())


def holds(interval, number):
    above = interval.low is None or number > interval.low or (number == interval.low and not interval.low_open)
    return above and (
        interval.high is None or number < interval.high or (number == interval.high and not interval.high_open)
    )


def inside(interval):
    return [number for number in GRID if holds(interval, number)]


NOT_EMPTY = ANY.filter(inside)


@given(ANY)
def test_an_empty_interval_holds_no_number(interval):
    assert interval.is_empty is (not inside(interval))


@given(NOT_EMPTY)
def test_a_point_holds_one_number(interval):
    assert interval.is_point is (len(inside(interval)) == 1)


@given(NOT_EMPTY, NOT_EMPTY)
def test_below_means_every_number_below_every_other(first, other):
    assert first.is_below(other) is (inside(first)[-1] < inside(other)[0])


@given(ANY, ANY)
def test_the_intersection_holds_what_both_hold(first, other):
    common = first.intersection(other)
    assert inside(common) == [number for number in inside(first) if holds(other, number)]
    assert inside(other.intersection(first)) == inside(common)
    assert common.is_empty is (not inside(common))


@given(NOT_EMPTY, NOT_EMPTY)
def test_the_hull_holds_both_and_what_lies_between(first, other):
    both = inside(first) + inside(other)
    expected = [number for number in GRID if min(both) <= number <= max(both)]
    assert inside(first.hull(other)) == expected
    assert inside(other.hull(first)) == expected


@given(NOT_EMPTY, NOT_EMPTY)
def test_minus_holds_every_difference(first, other):
    others = [int(number * 4) for number in inside(other)]
    differences = {Decimal(int(one * 4) - another) / 4 for one in inside(first) for another in others}
    difference = first.minus(other)
    assert [number for number in HALVES if holds(difference, number)] == [n for n in HALVES if n in differences]


@given(NOT_EMPTY, NOT_EMPTY)
def test_minus_the_other_way_round_is_the_opposite(first, other):
    difference, opposite = first.minus(other), other.minus(first)
    assert inside(opposite) == [-number for number in inside(difference)][::-1]


@given(NOT_EMPTY, NOT_EMPTY)
def test_an_interval_is_below_another_where_all_differences_are_negative(first, other):
    assert first.is_below(other) is first.minus(other).is_below(Interval.exactly(Decimal(0)))


@given(NOT_EMPTY, st.integers(0, 3).map(Decimal))
def test_widening_adds_at_both_ends(interval, margin):
    widened = interval.widened(margin)
    assert all(holds(widened, number + shift) for number in inside(interval) for shift in (-margin, margin))
    if interval.low is not None:
        assert (widened.low, widened.low_open) == (interval.low - margin, interval.low_open)
    if interval.high is not None:
        assert (widened.high, widened.high_open) == (interval.high + margin, interval.high_open)


@given(NOT_EMPTY, st.sampled_from([Decimal(1), Decimal(2), Decimal("0.5")]))
def test_scaling_multiplies_every_number(interval, factor):
    scaled = interval.scaled(factor)
    assert all(holds(scaled, number * factor) is holds(interval, number) for number in GRID)


@given(st.integers(-4, 4).map(Decimal))
def test_exactly_holds_one_number(number):
    assert inside(Interval.exactly(number)) == [number]
    assert Interval.exactly(number).is_point


def test_equal_numbers_written_otherwise_are_equal_ends():
    assert Interval.exactly(Decimal("98.20")) == Interval.exactly(Decimal("98.2"))
    assert hash(Interval.exactly(Decimal("98.20"))) == hash(Interval.exactly(Decimal("98.2")))


def test_nothing_is_rounded():
    long = Decimal("0." + "3" * 60)
    assert Interval.exactly(long).minus(Interval.exactly(Decimal(10**60))).low == EXACT.subtract(long, Decimal(10**60))
    with pytest.raises(Inexact):
        Interval.exactly(Decimal(10) ** 300).minus(Interval.exactly(Decimal(10) ** -300))
