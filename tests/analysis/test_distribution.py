"""The median and the quartiles of figures that are known as intervals, held against every assignment of values."""

import statistics
from collections import Counter
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_figures import (
    FAR,
    TINY,
    between,
    figure,
    figures,
    figures_between,
    intervals,
    means,
    printed,
    values_of,
)
from small_world import interval

from eduindex.analysis.distribution import (
    LEAST_FOR_QUARTILES,
    extent_of,
    hull_of,
    median_of,
    possible_median_of,
    quarter_of,
    quartiles_of,
)
from eduindex.model.catalogue import Kind


def quartiles_in(values):
    """The three quartiles of one assignment, interpolated between neighbours."""
    return statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else list(values) * 3


def neighbours_in(values):
    """The same without interpolation: the values on both sides of each place."""
    ordered = sorted(values)
    for quarter in (1, 2, 3):
        place, rest = divmod((len(ordered) - 1) * quarter, 4)
        yield ordered[place : place + 1 + bool(rest)]


def check_bounds(found, quantiles):
    """The interval holds all quantiles that assignments lead to, and reaches as far as they do."""
    least, largest = min(quantiles), max(quantiles)
    check_end(found.low, found.low_open, least, FAR)
    check_end(found.high, found.high_open, largest, -FAR)


def check_end(end, is_open, reached, missing):
    if end is None:
        assert abs(reached + missing) < FAR * Fraction(9, 10)  # far out: at least a quarter of the way
    elif is_open:
        assert 0 < abs(reached - Fraction(end)) <= TINY
    else:
        assert reached == Fraction(end)


def is_inside(value, found):
    low, high = (None if end is None else Fraction(end) for end in (found.low, found.high))
    above = low is None or value > low or (value == low and not found.low_open)
    return above and (high is None or value < high or (value == high and not found.high_open))


# Points


@given(st.lists(st.integers(-40, 120).map(lambda tenths: f"{tenths // 10}.{tenths % 10}%"), min_size=2, max_size=20))
@example(["1%"] * 8)
@example([f"{n}%" for n in range(1, 10)])
@example(["1%", "2%"])
def test_quartiles_of_numbers_are_those_of_the_standard_library(values):
    values = [f"下降{value[1:]}" if value.startswith("-") else value for value in values]
    made = figures("growth", *values)
    numbers = [Fraction(one.interval.low) for one in made]
    expected = statistics.quantiles(numbers, n=4, method="inclusive")
    found = quartiles_of(made)
    assert [one.is_point for one in found] == [True] * 3
    assert [Fraction(one.low) for one in found] == expected
    assert median_of(made) == found.median
    assert Fraction(found.median.low) == statistics.median(numbers)
    assert hull_of(made)[:2] == (min(one.interval.low for one in made), max(one.interval.low for one in made))


def test_one_figure_is_its_own_median():
    one = figure("coverage", "95%以上")
    assert quartiles_of([one]) == (interval(95, 100),) * 3
    assert median_of([one]) == hull_of([one]) == interval(95, 100)


@pytest.mark.parametrize(
    ("indicator", "values", "median"),
    [
        ("coverage", ["80%", "90%"], interval(85, 85)),
        ("coverage", ["80%", "95%以上", "90%"], interval(90, 90)),
        ("coverage", ["80%", "95%以上"], interval("87.5", 90)),
        ("coverage", ["80%", "超90%", "超95%"], interval(90, 100, low_open=True)),
        ("coverage", ["80%", "低于90%", "98%"], interval(80, 90, high_open=True)),
        ("coverage", ["低于90%", "90%", "90%"], interval(90, 90)),
        ("growth", ["1%", "5%以上"], interval(3, None)),
        ("growth", ["1%", "5%以上", "2%"], interval(2, 2)),
        ("growth", ["1%以下", "5%以上", "2%"], interval(2, 2)),
        ("growth", ["1%以下", "5%以上"], interval(None, None)),
        ("growth", ["低于1%", "2%"], interval(None, "1.5", high_open=True)),
        ("recruited", ["100名", "2000余名"], interval(1050, 1550, True, True)),
        ("dropouts", ["1%", "2%", "3%以上"], interval(2, 2)),
    ],
)
def test_a_median_is_as_open_as_the_figures_in_the_middle(indicator, values, median):
    assert median_of(figures(indicator, *values)) == median


# Against every assignment


@given(between(most=5) | printed(["coverage", "dropouts", "growth", "recruited", "spending"], most=5))
@example(figures_between("growth", interval(1, 2, low_open=True), interval(1, 3), interval(0, 2)))
@example(figures_between("growth", interval(1, 2, high_open=True), interval(1, 2), interval(0, 2), interval(2, 2)))
@example(figures_between("growth", interval(None, 2), interval(1, None), interval(1, 1)))
@example(figures_between("growth", interval(None, None)))
def test_the_quartiles_are_the_tightest_that_hold_those_of_every_assignment(figures):
    assigned = [quartiles_in(values) for values in product(*(values_of(one.interval) for one in figures))]
    for found, quantiles in zip(quartiles_of(figures), zip(*assigned, strict=True), strict=True):
        assert all(is_inside(quantile, found) for quantile in quantiles)
        check_bounds(found, quantiles)
    assert median_of(figures) == quartiles_of(figures).median


@given(printed(["coverage", "dropouts", "growth", "spending"], most=5))
@example(figures("coverage", "98.2%", "98.24%"))
@example(figures("coverage", "100.0%", "99.9%", "98%"))
def test_the_possible_median_counts_what_rounding_hides(figures):
    quantiles = [statistics.median(values) for values in product(*(values_of(one.possible) for one in figures))]
    found = possible_median_of(figures)
    assert all(is_inside(quantile, found) for quantile in quantiles)
    check_bounds(found, quantiles)


@given(between(most=5) | printed(["coverage", "recruited", "spending"], most=5))
@example(figures_between("growth", interval(1, 2, True, True), interval(1, 2, high_open=True)))
def test_the_range_is_the_tightest_that_holds_every_value(figures):
    values = [value for one in figures for value in values_of(one.interval)]
    found = hull_of(figures)
    assert all(is_inside(value, found) for value in values)
    check_bounds(found, values)


@pytest.mark.parametrize(
    ("indicator", "values", "extent"),
    [
        ("coverage", ["98.2%", "95%以上", "近50%"], (45, 100)),
        ("growth", ["5%以上", "7%", "3%以下"], (3, 7)),
        ("growth", ["超5%"], (5, 5)),
        ("recruited", ["2000余名", "3名"], (3, 3000)),
    ],
)
def test_the_extent_goes_from_the_least_to_the_largest_number_that_bounds_any(indicator, values, extent):
    assert extent_of(figures(indicator, *values)) == interval(*extent)


def test_without_any_bound_there_is_no_extent():
    assert extent_of(figures_between("growth", interval(None, None))) == interval(None, None)


@given(between(most=5))
def test_the_extent_is_closed_and_every_end_lies_in_it(figures):
    ends = [end for one in figures for end in one.interval[:2] if end is not None]
    assert extent_of(figures) == (interval(min(ends), max(ends)) if ends else interval(None, None))


def test_the_extent_of_means_is_that_of_a_year():
    assert extent_of(sums_as_means()) == interval(100, 300)


def test_rounding_is_no_part_of_what_is_printed():
    made = figures("coverage", "98.2%", "98.4%")
    assert median_of(made) == interval("98.3", "98.3")
    assert quartiles_of(made).lower == interval("98.25", "98.25")
    assert hull_of(made) == interval("98.2", "98.4")
    assert possible_median_of(made) == interval("98.25", "98.35", high_open=True)


# Grades and ranks


@pytest.mark.parametrize(
    ("indicator", "values", "quartiles"),
    [
        ("grade", ["A等", "C等"], [(0, 2), (0, 2), (0, 2)]),
        ("grade", ["A等", "A等", "C等"], [(0, 2), (2, 2), (2, 2)]),
        ("grade", ["A等", "B等", "B等", "C等"], [(0, 1), (1, 1), (1, 2)]),
        ("grade", ["B等以上", "C等", "C等"], [(0, 0), (0, 0), (0, 2)]),
        ("grade", ["A等", "A等", "B等", "C等", "B等以下"], [(0, 1), (1, 1), (2, 2)]),
        ("rank", ["第1", "第4"], [(1, 4), (1, 4), (1, 4)]),
        ("rank", ["第1", "第4", "第9"], [(1, 4), (4, 4), (4, 9)]),
        ("rank", ["第1", "第4", "至多9名"], [(1, 4), (1, 4), (1, 9)]),
    ],
)
def test_nothing_lies_between_two_grades_or_two_ranks(indicator, values, quartiles):
    assert list(quartiles_of(figures(indicator, *values))) == [interval(*ends) for ends in quartiles]


@given(printed(["grade", "rank"], most=5) | between(["grade", "rank"], most=5))
def test_quartiles_of_grades_and_ranks_are_the_neighbours_of_every_assignment(figures):
    assert figures[0].indicator.kind in (Kind.GRADE, Kind.RANK)
    assigned = [list(neighbours_in(values)) for values in product(*(values_of(one.interval) for one in figures))]
    for found, neighbours in zip(quartiles_of(figures), zip(*assigned, strict=True), strict=True):
        around = [value for pair in neighbours for value in pair]
        assert all(is_inside(value, found) for value in around)
        check_bounds(found, around)


# Means of a year


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1名", "2名", "5名", "10名", "5名以上", "不足9名"]),
            st.sampled_from(["2023", "2022..2023", "2021..2023", "2017..2023"]),
        ),
        min_size=1,
        max_size=5,
    ).map(lambda sums: means("recruited", *sums))
)
def test_quartiles_of_means_hold_those_of_every_assignment(figures):
    assigned = [quartiles_in(values) for values in product(*(values_of(one.interval, one.per_year) for one in figures))]
    for found, quantiles in zip(quartiles_of(figures), zip(*assigned, strict=True), strict=True):
        assert all(is_inside(quantile, found) for quantile in quantiles)
        for end, reached in ((found.low, min(quantiles)), (found.high, max(quantiles))):
            assert end is None or abs(Fraction(end) - reached) <= Fraction(1, 10**6)


def sums_as_means():
    return means("recruited", ("600名", "2021..2023"), ("100名", "2023"), ("300名", "2023"))


def test_the_median_of_means_is_a_mean():
    assert median_of(sums_as_means()) == interval(200, 200)


def test_the_possible_median_of_means_is_one_of_a_year():
    assert possible_median_of(sums_as_means()) == interval(200, 200)


# Figures in another order, and quarters of a ranking


@given(st.lists(intervals(), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_figures_changes_nothing(ends, random):
    before = quartiles_of(figures_between("growth", *ends))
    random.shuffle(ends)
    assert quartiles_of(figures_between("growth", *ends)) == before


@given(st.lists(intervals(), min_size=1, max_size=8))
def test_the_quartiles_stand_in_their_order(ends):
    lower, median, upper = quartiles_of(figures_between("growth", *ends))
    for smaller, larger in ((lower, median), (median, upper)):
        assert smaller.low is None or (larger.low is not None and smaller.low <= larger.low)
        assert larger.high is None or (smaller.high is not None and smaller.high <= larger.high)


@pytest.mark.parametrize("number", range(LEAST_FOR_QUARTILES, 40))
def test_quarters_part_a_ranking_into_four_of_nearly_one_size(number):
    quarters = [quarter_of(rank, number) for rank in range(1, number + 1)]
    assert quarters == sorted(quarters)
    sizes = Counter(quarters)
    assert set(sizes) == {1, 2, 3, 4}
    assert max(sizes.values()) - min(sizes.values()) <= 1


def test_quarters_of_eight_and_of_nine():
    assert [quarter_of(rank, 8) for rank in range(1, 9)] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert [quarter_of(rank, 9) for rank in range(1, 10)] == [1, 1, 1, 2, 2, 3, 3, 4, 4]
