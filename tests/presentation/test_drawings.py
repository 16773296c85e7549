"""The bar and the spine: never wider than asked for, in the order of the values, exact at their ends."""

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from wcwidth import wcwidth

from eduindex.model.interval import Interval
from eduindex.presentation.drawings import bar, spine


def interval(low, high):
    return Interval(*(None if end is None else Decimal(end) for end in (low, high)))


def exactly(value):
    return Interval.exactly(Decimal(value))


PERCENT = interval(0, 100)


@pytest.mark.parametrize(
    ("ends", "drawn"),
    [
        ((0, 0), ""),
        ((1, 1), "━"),  # what is not nothing is seen
        ((50, 50), "━━━━━"),
        ((98, 98), "━━━━━━━━━━"),
        ((100, 100), "━━━━━━━━━━"),
        ((80, 100), "━━━━━━━━┄┄"),
        ((0, 50), "┄┄┄┄┄"),
        ((0, 1), "┄"),
        ((None, 50), "┄┄┄┄┄"),
        ((50, None), "━━━━━┄┄┄┄┄"),
        ((None, None), "┄┄┄┄┄┄┄┄┄┄"),
    ],
)
def test_a_bar_is_solid_as_far_as_is_certain_and_dotted_as_far_as_is_possible(ends, drawn):
    assert bar(interval(*ends), PERCENT, 10) == drawn


@pytest.mark.parametrize("ends", [(0, 0), (5, 5), (None, None)])
def test_an_axis_without_length_has_no_bar(ends):
    assert bar(interval(*ends), exactly(0), 10) == ""


@pytest.mark.parametrize(
    ("own", "mirrored", "drawn"),
    [
        ((0, 0), False, "o────┼────┤"),
        ((100, 100), False, "├────┼────o"),
        ((0, 0), True, "├────┼────o"),
        ((100, 100), True, "o────┼────┤"),
        ((50, 50), False, "├────o────┤"),  # the district stands over the median
        ((20, 20), False, "├─o──┼────┤"),
        ((20, 20), True, "├────┼──o─┤"),
        ((70, 90), False, "├────┼─━━━┤"),
        ((70, 90), True, "├━━━─┼────┤"),
        ((None, 20), False, "━━━──┼────┤"),
        ((80, None), False, "├────┼──━━━"),
        ((80, None), True, "━━━──┼────┤"),
        ((None, None), False, "━━━━━━━━━━━"),
    ],
)
def test_a_spine_shows_the_district_over_the_median(own, mirrored, drawn):
    assert spine(interval(*own), exactly(50), PERCENT, 11, mirrored=mirrored) == drawn


@pytest.mark.parametrize(
    ("median", "drawn"),
    [
        ((40, 60), "o───┼┼┼───┤"),
        ((None, 60), "o┼┼┼┼┼┼───┤"),
        ((60, None), "o─────┼┼┼┼┼"),
    ],
)
def test_a_median_that_is_not_known_exactly_is_as_wide_as_it_may_be(median, drawn):
    assert spine(exactly(0), interval(*median), PERCENT, 11, mirrored=False) == drawn


def test_where_all_are_equal_the_district_stands_in_the_middle():
    for mirrored in (False, True):
        assert spine(exactly(7), exactly(7), exactly(7), 11, mirrored=mirrored) == "├────o────┤"


WIDTHS = st.integers(3, 40)
NUMBERS = st.decimals(-1000, 1000, places=2)
ENDS = st.none() | NUMBERS


@st.composite
def intervals(draw, ends=ENDS):
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return Interval(low, high)


AXES = intervals(NUMBERS)


@st.composite
def on_an_axis(draw, number):
    """An axis with some length, and so many numbers on it in their order."""
    axis = draw(AXES)
    assume(axis.low != axis.high)
    shares = sorted(draw(st.lists(st.integers(0, 1000), min_size=number, max_size=number)))
    return axis, [axis.low + (axis.high - axis.low) * share / 1000 for share in shares]


@st.composite
def bar_axes(draw):
    """An axis that begins or ends at zero, or reaches to both sides of it, to neither of them less than half as far."""
    size = draw(st.decimals("0.01", 1000, places=2))
    other = size * draw(st.decimals("0.5", 2, places=2))
    low, high = draw(st.sampled_from([(Decimal(0), size), (-size, Decimal(0)), (-size, other)]))
    return Interval(low, high)


@st.composite
def on_a_bar_axis(draw, number, *, one_side=False):
    """Such an axis and so many numbers on it in their order, perhaps on one side of zero."""
    axis = draw(bar_axes())
    ends = (
        axis if not one_side else draw(st.sampled_from([axis._replace(low=Decimal(0)), axis._replace(high=Decimal(0))]))
    )
    shares = sorted(draw(st.lists(st.integers(0, 1000), min_size=number, max_size=number)))
    return axis, [ends.low + (ends.high - ends.low) * share / 1000 for share in shares]


def cells(drawn, characters="━┄"):
    """Which cells of a line hold one of the characters."""
    return {place for place, character in enumerate(drawn) if character in characters}


def zero_on(axis, width):
    """How many cells lie below zero: those of the lowest number."""
    return len(bar(exactly(axis.low), axis, width))


@given(on_a_bar_axis(2), st.booleans(), st.booleans(), WIDTHS)
def test_a_bar_is_never_too_wide_and_solid_from_zero_to_its_nearer_end(held, has_low, has_high, width):
    axis, (low, high) = held
    drawn = bar(Interval(low if has_low else None, high if has_high else None), axis, width)
    zero = zero_on(axis, width)
    assert len(drawn) <= width
    assert (
        (not drawn[:zero].strip() and re.fullmatch("━*┄*", drawn[zero:]))
        or (len(drawn) == zero and re.fullmatch(" *┄*━*", drawn))
        or re.fullmatch(" *┄*", drawn)
    )
    if has_low and has_high and low < 0 < high:
        assert "━" not in drawn


@given(on_a_bar_axis(1), WIDTHS)
def test_a_number_is_drawn_from_zero_to_the_right_and_below_zero_to_the_left(held, width):
    axis, (number,) = held
    drawn, zero = bar(exactly(number), axis, width), zero_on(axis, width)
    length = len(drawn.lstrip())
    assert drawn == (" " * (zero - length) if number < 0 else " " * zero * bool(number)) + "━" * length
    assert (length == 0) == (number == 0)
    exact = abs(number) / (axis.high - axis.low) * width
    at_an_end = 0 in (axis.low, axis.high)  # else two ends are rounded to a cell
    assert abs(length - exact) <= (Decimal("0.5") if at_an_end else 1) or (length == 1 and exact < 1)


@given(on_a_bar_axis(2, one_side=True), WIDTHS)
def test_what_is_further_from_zero_has_no_shorter_bar(held, width):
    axis, numbers = held
    near, far = (cells(bar(exactly(number), axis, width)) for number in sorted(numbers, key=abs))
    assert near <= far


@given(on_a_bar_axis(4, one_side=True), WIDTHS)
def test_who_knows_less_draws_less_that_is_certain_and_more_that_is_possible(held, width):
    axis, (lowest, low, high, highest) = held
    drawn, wider = bar(Interval(low, high), axis, width), bar(Interval(lowest, highest), axis, width)
    assert cells(wider, "━") <= cells(drawn, "━")
    assert cells(wider) >= cells(drawn)
    zero, whole = zero_on(axis, width), set(range(width))
    upward, downward = bar(Interval(low, None), axis, width), bar(Interval(None, high), axis, width)
    if axis.high > 0:
        assert max(cells(upward)) == width - 1
        assert low < 0 or cells(upward) == {place for place in whole if place >= zero}
    if axis.low < 0:
        assert min(cells(downward)) == 0
        assert high > 0 or cells(downward) == {place for place in whole if place < zero}
    assert cells(bar(Interval(None, None), axis, width), "┄") == whole


@pytest.mark.parametrize(
    ("ends", "drawn"),
    [
        ((5, 5), "          ━━━━━"),
        ((10, 10), "          ━━━━━━━━━━"),
        ((-5, -5), "     ━━━━━"),
        ((-10, -10), "━━━━━━━━━━"),
        ((0, 0), ""),
        (("0.01", "0.01"), "          ━"),  # what is not nothing is seen, on its own side
        (("-0.01", "-0.01"), "         ━"),
        ((2, 5), "          ━━┄┄┄"),
        ((-5, -2), "     ┄┄┄━━"),
        ((-5, 2), "     ┄┄┄┄┄┄┄"),
        ((0, 5), "          ┄┄┄┄┄"),
        ((-5, 0), "     ┄┄┄┄┄"),
        ((5, None), "          ━━━━━┄┄┄┄┄"),
        ((None, -5), "┄┄┄┄┄━━━━━"),
        ((-5, None), "     ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"),
        ((None, 5), "┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"),
        ((None, None), "┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"),
    ],
)
def test_bars_begin_at_zero_also_where_it_lies_in_the_middle(ends, drawn):
    assert bar(interval(*ends), interval(-10, 10), 20) == drawn


def test_what_is_least_below_zero_has_the_longest_bar_where_nothing_is_above_it():
    bars = [bar(exactly(number), interval(-100, 0), 10) for number in (-100, -50, -1, 0)]
    assert bars == ["━━━━━━━━━━", "     ━━━━━", "         ━", ""]


@pytest.mark.parametrize("ends", [("0.1", "0.1"), (0, "0.1"), ("0.1", None)])
def test_a_bar_is_not_too_wide_where_nearly_all_of_the_axis_lies_below_zero(ends):
    assert len(bar(interval(*ends), interval(-50, "0.1"), 16)) <= 16


def test_what_lies_below_zero_and_what_lies_above_it_share_no_cell():
    axis = interval("-0.1", 50)
    assert not cells(bar(exactly("-0.1"), axis, 16)) & cells(bar(exactly(50), axis, 16))


SIDES = st.booleans()


@given(intervals(), intervals(), AXES | intervals(), WIDTHS, SIDES)
def test_a_spine_is_exactly_as_wide_as_asked_for(own, median, axis, width, mirrored):
    drawn = spine(own, median, axis, width, mirrored=mirrored)
    assert len(drawn) == width
    assert all(wcwidth(character) == 1 for character in drawn)
    assert drawn.count("o") <= 1
    assert ("o" in drawn) != ("━" in drawn)


@given(intervals(), intervals(), AXES, WIDTHS)
def test_mirrored_it_is_the_same_read_from_the_right(own, median, axis, width):
    turned = str.maketrans("├┤", "┤├")
    straight, mirrored = (spine(own, median, axis, width, mirrored=side) for side in (False, True))
    assert mirrored == straight[::-1].translate(turned)


@given(on_an_axis(3), WIDTHS, SIDES)
def test_a_larger_number_stands_no_further_left_and_mirrored_no_further_right(held, width, mirrored):
    axis, numbers = held
    median = exactly(numbers.pop(1))
    less, more = (spine(exactly(number), median, axis, width, mirrored=mirrored).index("o") for number in numbers)
    assert less >= more if mirrored else less <= more


@given(AXES, WIDTHS, SIDES)
def test_the_worst_and_the_best_stand_at_the_very_ends(axis, width, mirrored):
    assume(axis.low != axis.high)
    places = [spine(exactly(end), axis, axis, width, mirrored=mirrored).index("o") for end in (axis.low, axis.high)]
    assert places == ([width - 1, 0] if mirrored else [0, width - 1])


@given(on_an_axis(3), WIDTHS, SIDES)
def test_an_interval_without_an_end_reaches_the_end_of_the_line(held, width, mirrored):
    axis, (low, median, high) = held
    upward = spine(Interval(low, None), exactly(median), axis, width, mirrored=mirrored)
    downward = spine(Interval(None, high), exactly(median), axis, width, mirrored=mirrored)
    first, last = (0, -1) if mirrored else (-1, 0)
    assert upward[first] in "━o"
    assert downward[last] in "━o"


@given(on_an_axis(2), WIDTHS, SIDES)
def test_the_median_is_seen_wherever_the_district_does_not_cover_it(held, width, mirrored):
    axis, (own, median) = held
    drawn = spine(exactly(own), exactly(median), axis, width, mirrored=mirrored)
    alone = spine(exactly(median), exactly(own), axis, width, mirrored=mirrored).index("o")
    assert drawn[alone] in "┼o"
    assert drawn.count("┼") <= 1


def test_every_character_of_a_bar_is_one_cell_wide():
    assert {wcwidth(character) for character in bar(interval(50, 100), PERCENT, 10)} == {1}
