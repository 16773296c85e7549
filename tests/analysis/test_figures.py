"""``series_of`` and its figures: what the observations of one series and period say together."""

from decimal import Decimal
from itertools import permutations

import pytest
from small_world import compared, district, effects, interval, only_figure, only_pairing, says

from eduindex.analysis.choosing import figure_of_year
from eduindex.analysis.figures import as_means, newest, series_of
from eduindex.analysis.verdict import Verdict


def merged(indicator, *values, period="2023"):
    return only_figure(*(says(indicator, value, period) for value in values))


def mean_of(indicator, value, period):
    """The figure as a mean of a year, beside one of a single month, which is no whole year."""
    other = only_figure(says(indicator, value, "2010-01"))
    return as_means((only_figure(says(indicator, value, period)), other))[0]


def ends(interval):
    return (interval.low, interval.high)


def test_a_series_shares_indicator_variant_scope_and_status():
    entries = [
        says("by_ways", "1%", "2023", variant="children"),
        says("by_ways", "2%", "2023", variant="places"),
        says("by_ways", "3%", "2023", variant="children", scope="城区"),
        says("by_ways", "4%", "2023", variant="children", target=True),
        says("coverage", "5%", "2023"),
        says("by_ways", "6%", "2021", variant="children"),
    ]
    series = series_of(district("a", *entries))
    assert [[figure.observations[0].entry.value for figure in each.figures] for each in series] == [
        ["6%", "1%"],
        ["2%"],
        ["3%"],
        ["4%"],
        ["5%"],
    ]


def test_the_same_months_are_one_period_however_they_are_written():
    (series,) = series_of(district("a", says("coverage", "1%", "2023"), says("coverage", "2%", "2023-01..2023-12")))
    assert [figure.contradictory for figure in series.figures] == [True]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("1740名", "1620名"), interval(1620, 1740)),
        (("5名", "6名"), interval(5, 6)),
        (("不足100名", "120名"), interval(0, 120)),
        (("2000余名", "3000名"), interval(2000, 3000, low_open=True)),
        (("不足100名", "超过100名"), interval(0, None)),
        (("1740名", "1720名", "1620名"), interval(1620, 1740)),
    ],
)
def test_disjoint_values_contradict_each_other_and_their_range_counts(values, expected):
    figure = merged("recruited", *values)
    assert figure.contradictory
    assert figure.interval == expected
    assert figure.point is None
    assert len(figure.observations) == len(values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("1740名", "1740人"), interval(1740, 1740)),
        (("2000余名", "2345名"), interval(2345, 2345)),
        (("2000余名", "超过2500名"), interval(2500, 3000, True, True)),
        (("至少10名", "至多20名"), interval(10, 20)),
        (("10名以上", "不超过10名"), interval(10, 10)),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_overlapping_values_are_consistent_and_their_intersection_counts(values, expected, order):
    figure = merged("recruited", *values[::order])
    assert not figure.contradictory
    assert figure.interval == expected


@pytest.mark.parametrize(
    ("values", "finer"),
    [
        (("7.04亿元", "70412万元"), "70412"),
        (("1.8亿元", "1.78亿元", "17812万元"), "17812"),
        (("2万元", "20732元"), "2.0732"),
    ],
)
def test_values_that_differ_by_rounding_are_consistent_and_the_finer_print_counts(values, finer):
    for order in permutations(values):
        figure = merged("spending", *order)
        assert not figure.contradictory
        assert figure.interval == interval(finer, finer)
        assert figure.point == Decimal(finer)


def test_values_that_rounding_does_not_explain_contradict_each_other():
    figure = merged("spending", "7.04亿元", "70461万元")
    assert figure.contradictory
    assert figure.interval == interval(70400, 70461)


def test_a_contradiction_warns_and_the_range_is_compared():
    a = district("a", says("recruited", "1740名", "2023"), says("recruited", "1620名", "2023", source="yearbook"))
    for value, verdict in (("1800名", Verdict.FEWER), ("1600名", Verdict.MORE), ("1700名", Verdict.UNDETERMINED)):
        pairing = only_pairing(a, district("b", says("recruited", value, "2023")))
        assert pairing.verdict is verdict
        assert effects(pairing) == {"sources-contradict": "warns"}
    assert pairing.difference == interval(-80, 40)


@pytest.mark.parametrize("values", [("1740名", "1620名", "1700名"), ("1740名", "1620名", "1740名")])
def test_a_value_inside_a_contradiction_does_not_settle_it(values):
    figure = merged("recruited", *values)
    assert figure.contradictory
    assert figure.interval == interval(1620, 1740)


def test_the_ends_of_a_contradiction_stay_rounded():
    figure = merged("spending", "1.62亿元", "1.74亿元")
    assert ends(figure.possible) == (16150, 17450)


def test_a_bound_beside_a_rounded_number_leaves_it_rounded():
    figure = merged("coverage", "95%以上", "98.2%")
    assert figure.interval == interval("98.2", "98.2")
    assert figure.possible.low < Decimal("98.2") < figure.possible.high


@pytest.mark.parametrize("values", [("98.2%", "98.3%"), ("98.3%", "98.2%")])
def test_two_numbers_of_the_same_precision_contradict_each_other(values):
    figure = merged("coverage", *values)
    assert figure.contradictory
    assert figure.interval == interval("98.2", "98.3")


def test_the_possible_values_add_half_a_step_of_rounding_within_the_natural_range():
    for indicator, value, low, high in (
        ("coverage", "98.2%", "98.15", "98.25"),
        ("coverage", "99.98%", "99.975", "99.985"),
        ("coverage", "100.0%", "99.95", "100"),
        ("coverage", "0.00%", "0", "0.005"),
        ("spending", "7.04亿元", "70350", "70450"),
        ("recruited", "604名", "604", "604"),
    ):
        assert ends(only_figure(says(indicator, value, "2023")).possible) == (Decimal(low), Decimal(high))


def test_the_newest_of_nothing_is_nothing():
    assert newest([]) is None
    (series,) = series_of(district("a", says("coverage", "1%", "2023")))
    assert figure_of_year(series, 2022) is None
    assert figure_of_year(series, None) is series.figures[0]


@pytest.mark.parametrize(
    ("value", "period", "years", "expected"),
    [
        ("604名", "2019..2023", 5, interval("120.8", "120.8")),
        ("600名", "2021-09..2024-08", 3, interval(200, 200)),
        ("2000余名", "2022..2023", 2, interval(1000, 1500, True, True)),
        ("100名以上", "2022..2023", 2, interval(50, None)),
        ("100名", "2021..2023", 3, interval("33.333333", "33.333334")),
    ],
)
def test_the_mean_of_a_year_is_rounded_outwards(value, period, years, expected):
    mean = mean_of("recruited", value, period)
    assert mean.per_year == years
    assert mean.counted == expected
    assert mean.interval == mean.observations[0].interval


def test_the_mean_keeps_the_rounding_of_the_sum():
    mean = mean_of("spending", "2亿元", "2019..2023")
    assert mean.is_rounded
    assert ends(mean.possible) == (15000, 25000)


def test_one_year_is_no_mean():
    figure = only_figure(says("recruited", "251名", "2021/2022"))
    assert as_means((figure, only_figure(says("recruited", "9名", "2019..2023"))))[0] is figure


def test_a_period_that_was_not_over_has_no_mean():
    figure = only_figure(says("recruited", "30名", "2021..2023"), published="2021-03")
    assert as_means((figure, only_figure(says("recruited", "12名", "2023"))))[0] is figure


def test_equal_means_are_equal_however_the_division_ends():
    a, b = (
        district(id, says("recruited", v, p))
        for id, v, p in (("a", "100名", "2021..2023"), ("b", "200名", "2018..2023"))
    )
    assert only_pairing(a, b, per_year=True).verdict is Verdict.EQUAL


def test_a_comparison_reads_the_merged_figure():
    a = district("a", says("recruited", "2000余名", "2023"), says("recruited", "2345名", "2023"))
    (row,) = compared(a, district("b", says("recruited", "2345人", "2023"))).rows
    assert row.pairings[0].verdict is Verdict.EQUAL
