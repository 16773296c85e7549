"""``meets`` and ``distance``: a figure held against what is required, for every value that it may have."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from small_figures import FAR, TINY, VALUES, ends_of, figure, figure_between, intervals
from small_world import CATALOGUE, interval, only_figure, says

from eduindex.analysis.thresholds import distance, meets
from eduindex.model.interval import Interval
from eduindex.model.standard import Operator, required_values

AT_LEAST, ABOVE, AT_MOST, BELOW, EQUALS = Operator


def required_of(operator, threshold, indicator):
    found = required_values(operator, threshold, CATALOGUE.indicators[indicator])
    assert isinstance(found, Interval)
    return found


@pytest.mark.parametrize(
    ("indicator", "value", "operator", "threshold", "expected"),
    [
        ("coverage", "56.67%", AT_LEAST, "50%", True),
        ("coverage", "49%", AT_LEAST, "50%", False),
        ("coverage", "49.9%", AT_LEAST, "50%", False),
        # A number printed as the end is taken as printed, however it was rounded.
        ("coverage", "50%", AT_LEAST, "50%", True),
        ("coverage", "50.0%", AT_LEAST, "50%", True),
        ("coverage", "50.0%", ABOVE, "50%", False),
        ("coverage", "50.0%", AT_MOST, "50%", True),
        ("coverage", "50.0%", BELOW, "50%", False),
        ("coverage", "50.0%", EQUALS, "50%", True),
        ("coverage", "100.00%", EQUALS, "100%", True),
        ("spending", "5亿元", AT_LEAST, "50000万元", True),
        # Another number counts as rounded to its last digit.
        ("coverage", "50.0%", AT_LEAST, "50.04%", None),
        ("coverage", "50.0%", AT_LEAST, "50.05%", False),
        ("coverage", "50.1%", AT_LEAST, "50.05%", True),
        ("coverage", "50.0%", BELOW, "50.05%", True),
        ("coverage", "50.0%", AT_MOST, "49.95%", None),
        ("spending", "7.04亿元", AT_LEAST, "70449万元", None),
        ("spending", "7.04亿元", AT_LEAST, "70451万元", False),
        ("spending", "7.04亿元", AT_LEAST, "7.03亿元", True),
        ("recruited", "49名", AT_LEAST, "50名", False),
        # Bounds end where they say.
        ("spread", "低于0.15", BELOW, "0.15", True),
        ("spread", "低于0.15", AT_MOST, "0.15", True),
        ("spread", "低于0.15", AT_MOST, "0.10", None),
        ("spread", "0.15以下", BELOW, "0.15", None),
        ("spread", "0.15", BELOW, "0.15", False),
        ("spread", "低于0.15", AT_LEAST, "0.15", False),
        ("coverage", "95%以上", AT_LEAST, "95%", True),
        ("coverage", "95%以上", ABOVE, "95%", None),
        ("coverage", "超95%", ABOVE, "95%", True),
        ("coverage", "95%以上", EQUALS, "100%", None),
        ("coverage", "超95%", AT_MOST, "95%", False),
        ("coverage", "低于95%", AT_LEAST, "95%", False),
        ("coverage", "100%以上", EQUALS, "100%", True),
        ("coverage", "约50%", AT_LEAST, "50%", None),
        ("coverage", "约50%", AT_LEAST, "45%", True),
        ("coverage", "近99%", AT_LEAST, "99%", False),
        ("recruited", "2000余名", ABOVE, "2000名", True),
        ("growth", "下降1%", AT_LEAST, "0%", False),
        ("growth", "7.78%", AT_LEAST, "0%", True),
        ("grade", "A等", AT_LEAST, "B等", True),
        ("grade", "B等以上", AT_LEAST, "B等", True),
        ("grade", "C等", AT_LEAST, "B等", False),
        ("grade", "B等以上", AT_LEAST, "A等", None),
        ("rank", "第二", AT_MOST, "第三", True),
        ("rank", "至多5名", AT_MOST, "第三", None),
    ],
)
def test_a_figure_meets_what_is_required_or_not_or_it_is_open(indicator, value, operator, threshold, expected):
    assert meets(figure(indicator, value), required_of(operator, threshold, indicator)) is expected


def test_the_range_of_a_contradiction_counts():
    contradictory = only_figure(says("recruited", "40名", "2023"), says("recruited", "60名", "2023"))
    for threshold, expected in (("39名", True), ("40名", True), ("50名", None), ("60名", None), ("61名", False)):
        assert meets(contradictory, required_of(AT_LEAST, threshold, "recruited")) is expected


@pytest.mark.parametrize(
    ("threshold", "expected"), [("1.615亿元", True), ("1.62亿元", None), ("1.744亿元", None), ("1.75亿元", False)]
)
def test_the_ends_of_a_contradiction_stay_rounded(threshold, expected):
    contradictory = only_figure(says("spending", "1.62亿元", "2023"), says("spending", "1.74亿元", "2023"))
    assert meets(contradictory, required_of(AT_LEAST, threshold, "spending")) is expected


# Against every value


def counted_of(figure, required):
    """The values that count: as printed for bounds and for a number printed as an end of what is required."""
    printed = figure.interval
    if figure.contradictory:
        return figure.possible
    is_end = printed.low in (required.low, required.high)
    return figure.possible if printed.is_point and not is_end else printed


def is_inside(value, ends):
    low, high = ends_of(ends)
    return low <= value <= high


def tries_in(ends, required):
    """Values inside ``ends``: near its ends and those of what is required, and between them."""
    marks = sorted({*ends_of(ends), *ends_of(required)})
    near = [mark + step for mark in marks for step in (-TINY, 0, TINY)]
    between = [(first + second) / 2 for first, second in pairwise(near)]
    return [value for value in (*near, *between) if is_inside(value, ends)]


THRESHOLDS = st.sampled_from(["1%", "1.0%", "1.04%", "1.05%", "1.1%", "2%", "2.14%", "3%"])
REQUIRED = intervals(most=4) | st.builds(required_of, st.sampled_from(Operator), THRESHOLDS, st.just("growth"))


def printed_figure(indicators):
    return st.sampled_from(indicators).flatmap(lambda id: VALUES[id].map(lambda value: figure(id, value)))


FIGURES = (
    printed_figure(("coverage", "dropouts", "growth", "recruited"))
    | intervals(most=4).map(lambda ends: figure_between("growth", ends))
    | st.lists(VALUES["coverage"], min_size=2, max_size=3).map(
        lambda values: only_figure(*(says("coverage", value, "2023") for value in values))
    )
)


@given(FIGURES, REQUIRED)
@example(figure("coverage", "1.0%"), interval("1.04", None))
@example(figure("coverage", "1.0%"), interval(1, None))
@example(figure("coverage", "1.0%"), interval(1, None, low_open=True))
@example(figure("coverage", "低于2%"), interval(None, 2, high_open=True))
@example(figure("growth", "2%以上"), interval(2, None))
def test_met_is_met_by_every_value_and_not_met_by_none(figure, required):
    inside = {is_inside(value, required) for value in tries_in(counted_of(figure, required), required)}
    expected = None if len(inside) == 2 else inside.pop()
    assert meets(figure, required) is expected


@given(FIGURES, st.integers(1, 3).map(str))
def test_whatever_is_certain_at_one_threshold_is_certain_beyond_it(figure, threshold):
    at_least, above, at_most, below = (
        meets(figure, required_of(operator, f"{threshold}%", "growth"))
        for operator in (AT_LEAST, ABOVE, AT_MOST, BELOW)
    )
    opposite = {True: False, False: True, None: None}
    assert (below, at_most) == (opposite[at_least], opposite[above])
    assert above is not True or at_least is True
    assert below is not True or at_most is True


# The distance


@pytest.mark.parametrize(
    ("indicator", "value", "required", "expected"),
    [
        ("coverage", "56.67%", interval(50, None), ("6.67", "6.67")),
        ("coverage", "95%以上", interval(100, None), (-5, 0)),
        ("coverage", "95%以上", interval(100, 100), (-5, 0)),
        ("spread", "低于0.15", interval(None, "0.15", high_open=True), ("-0.15", 0, False, True)),
        ("spread", "0.3", interval(None, "0.15"), ("0.15", "0.15")),
        ("coverage", "55%", interval(50, 60), (5, 5)),
        ("growth", "超5%", interval(2, None), (3, None, True)),
        ("growth", "5%以下", interval(2, None), (None, 3)),
        ("recruited", "2000余名", interval(1500, None), (500, 1500, True, True)),
        ("coverage", "98.2%", interval("98.24", None), ("-0.04", "-0.04")),  # of what is printed
    ],
)
def test_the_distance_is_the_figure_minus_the_end_that_matters(indicator, value, required, expected):
    assert distance(figure(indicator, value), required) == interval(*expected)


def test_where_nothing_is_required_there_is_no_distance():
    with pytest.raises(ValueError, match="nothing is required"):
        distance(figure("coverage", "5%"), Interval(None, None))


@given(FIGURES, REQUIRED)
def test_the_distance_holds_that_of_every_printed_value_and_nothing_else(figure, required):
    end = required.high if required.low is None else required.low
    assume(end is not None)
    found = distance(figure, required)
    for low_or_high, printed in zip(ends_of(found), ends_of(figure.interval), strict=True):
        is_missing = abs(printed) == FAR
        assert low_or_high == (printed if is_missing else printed - Fraction(end))


@given(FIGURES, REQUIRED)
def test_the_sign_of_the_distance_agrees_with_the_answer_for_bounds(figure, required):
    assume(required.low is not None)
    assume(required.high is None)
    assume(not figure.interval.is_point)
    assume(not figure.contradictory)
    low, high = ends_of(distance(figure, required))
    if meets(figure, required) is True:
        assert low >= 0
    elif meets(figure, required) is False:
        assert high <= 0
    else:
        assert low <= 0 <= high
