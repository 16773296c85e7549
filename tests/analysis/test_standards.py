"""``hold``: what the figures of a district say of published standards, and what keeps them from saying it."""

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import CATALOGUE, district, interval, says, shown

from eduindex.analysis.choosing import Choice
from eduindex.analysis.standards import hold
from eduindex.model.interval import EXACT, Interval
from eduindex.model.standard import PREVIOUS_YEAR, Attestation, Level, Operator, Standard, required_values

GRADES = [("A等", "met"), ("B等", "met"), ("B等以上", "met"), ("C等", "not_met"), ("C等以上", "undetermined")]


def standard(indicator, threshold, operator="at_least", id="s1", *, growth=None, level="county", **more):
    """A standard on an indicator of the small world; a threshold of ``previous_year`` moves."""
    measured, operator = CATALOGUE.indicators[indicator], Operator(operator)
    required = None if threshold == PREVIOUS_YEAR else required_values(operator, threshold, measured)
    assert required is None or isinstance(required, Interval)
    return Standard(
        id,
        measured,
        Level(level),
        operator,
        threshold,
        required,
        growth=CATALOGUE.indicators[growth] if growth else None,
        attested=more.pop("attested", Attestation.SECONDARY),
        **more,
    )


def holding(standards, *districts, **choice):
    catalogue = dataclasses.replace(CATALOGUE, standards={one.id: one for one in standards})
    return hold(catalogue, districts, Choice(**choice))


def held(one, *entries, published="undated", **choice):
    """The district that makes these entries, held against one standard."""
    (row,) = holding([one], district("a", *entries, published=published), **choice).rows
    (only,) = row.held
    assert row.standard is one
    assert only.district.id == "a"
    return only


def said(one, *entries, **more):
    """The outcome, and the reasons where there are any."""
    only = held(one, *entries, **more)
    assert bool(only.reasons) == (only.outcome == "undetermined")
    return (only.outcome.value, *(reason.value for reason in only.reasons))


@pytest.mark.parametrize(
    ("operator", "threshold", "value", "outcome"),
    [
        ("at_least", "50%", "56.67%", "met"),
        ("at_least", "50%", "50%", "met"),
        ("at_least", "50%", "50.00%", "met"),
        ("at_least", "50%", "49.99%", "not_met"),
        ("at_least", "50%", "50%以上", "met"),
        ("at_least", "50%", "超50%", "met"),
        ("at_least", "50%", "40%以上", "undetermined"),
        ("at_least", "50%", "近50%", "not_met"),
        ("at_least", "50%", "约50%", "undetermined"),
        ("at_least", "50%", "不足50%", "not_met"),
        ("at_least", "50%", "不超过50%", "undetermined"),
        ("above", "50%", "50%", "not_met"),
        ("above", "50%", "超50%", "met"),
        ("above", "50%", "50%以上", "undetermined"),
        ("above", "50%", "50.01%", "met"),
        ("at_most", "5%", "5%以内", "met"),
        ("at_most", "5%", "5%", "met"),
        ("at_most", "5%", "超过5%", "not_met"),
        ("below", "5%", "低于5%", "met"),
        ("below", "5%", "5%", "not_met"),
        ("below", "5%", "5%以内", "undetermined"),
        ("equals", "100%", "100%", "met"),
        ("equals", "100%", "95%以上", "undetermined"),
        ("equals", "100%", "99.99%", "not_met"),
    ],
)
def test_a_mark_is_met_only_where_every_value_that_the_figure_may_have_meets_it(operator, threshold, value, outcome):
    reasons = ("open-interval",) if outcome == "undetermined" else ()
    assert said(standard("coverage", threshold, operator), says("coverage", value, "2023")) == (outcome, *reasons)


def test_an_open_end_counts_as_it_is_printed():
    below = standard("spread", "0.15", "below")
    assert said(below, says("spread", "低于0.15", "2023")) == ("met",)
    assert said(below, says("spread", "0.15", "2023")) == ("not_met",)


@pytest.mark.parametrize(("value", "outcome"), GRADES)
def test_grades_are_held_by_their_levels_and_have_no_distance(value, outcome):
    only = held(standard("grade", "B"), says("grade", value, "2023"))
    assert (only.outcome.value, only.distance) == (outcome, None)


@pytest.mark.parametrize(
    ("indicator", "threshold", "operator", "value", "distance"),
    [
        ("coverage", "50%", "at_least", "56.67%", ("6.67", "6.67")),
        ("coverage", "50%", "at_least", "40%以上", ("-10", "50")),
        ("spread", "0.15", "below", "低于0.15", ("-0.15", "0", False, True)),
        ("growth", "1%", "at_most", "超3%", ("2", None, True)),
        ("coverage", "100%", "equals", "95%以上", ("-5", "0")),
    ],
)
def test_the_distance_is_the_figure_minus_the_threshold(indicator, threshold, operator, value, distance):
    only = held(standard(indicator, threshold, operator), says(indicator, value, "2023"))
    assert only.distance == interval(*distance)


def test_what_measures_something_else_has_no_distance():
    assert held(standard("coverage", "50%"), says("coverage", "60%", "2023", scope="城区")).distance is None


def test_sources_that_contradict_each_other_decide_only_what_both_say():
    both = (says("coverage", "45%", "2023"), says("coverage", "55%", "2023", source="yearbook"))
    assert said(standard("coverage", "50%"), *both) == ("undetermined", "open-interval")
    assert said(standard("coverage", "40%"), *both) == ("met",)
    assert said(standard("coverage", "60%"), *both) == ("not_met",)


CHILDREN = standard("by_usual_ways", "50%", variant="children")


@pytest.mark.parametrize(
    ("variant", "expected"),
    [
        ("children", ("met",)),
        (None, ("undetermined", "variant-unstated")),  # what is usual does not help: a standard names its denominator
        ("places", ("undetermined", "variants-differ")),
    ],
)
def test_a_standard_that_names_its_variant_is_answered_by_no_other(variant, expected):
    assert said(CHILDREN, says("by_usual_ways", "85%", "2023", variant=variant)) == expected


def test_mixed_variants_do_not_help_either():
    mixed = standard("by_mixed_ways", "50%", variant="children")
    assert said(mixed, says("by_mixed_ways", "85%", "2023", variant="places")) == ("undetermined", "variants-differ")


def test_the_figure_of_the_standards_variant_counts_before_a_newer_one():
    older = says("by_usual_ways", "60%", "2020", variant="children")
    newer = says("by_usual_ways", "90%", "2023")
    other = says("by_usual_ways", "99%", "2024", variant="places")
    assert shown(held(CHILDREN, older, newer, other).figure) == ("60%", "2020")
    assert shown(held(CHILDREN, newer, other).figure) == ("90%", "2023")


def test_a_part_is_no_answer_for_the_district_and_the_whole_counts_before_a_newer_part():
    part, whole = says("coverage", "90%", "2023", scope="城区"), says("coverage", "60%", "2020")
    assert said(standard("coverage", "50%"), part) == ("undetermined", "part-against-whole")
    assert shown(held(standard("coverage", "50%"), part, whole).figure) == ("60%", "2020")


def test_every_obstacle_is_told():
    yearly = standard("rotation", "10%", per_year=True)
    entry = says("rotation", "24.43%", "2021..2023", scope="农村")
    assert said(yearly, entry) == ("undetermined", "part-against-whole", "span-lengths-differ")


@pytest.mark.parametrize(
    ("period", "published", "expected"),
    [
        ("2023", "2024-01", ("met",)),
        ("2022/2023", "2024-01", ("met",)),
        ("2022-03..2023-02", "2024-01", ("met",)),
        ("2021..2023", "2024-01", ("undetermined", "span-lengths-differ")),
        ("2022-09..2023-01", "2024-01", ("undetermined", "span-lengths-differ")),
        ("..2023", "2024-01", ("undetermined", "span-start-unknown")),
        ("2023-06..", "2024-01", ("undetermined", "period-running")),
        ("2023", "2023-09", ("undetermined", "period-running")),
    ],
)
def test_what_is_asked_for_a_year_is_answered_by_one_whole_year(period, published, expected):
    entry = says("rotation", "24.43%", period)
    assert said(standard("rotation", "10%", per_year=True), entry, published=published) == expected
    assert (
        said(standard("rotation", "10%"), entry, published=published) == expected
    )  # a share of a flow is one of a year


def test_a_figure_of_one_year_counts_before_a_newer_span():
    yearly, span = says("rotation", "9%", "2022"), says("rotation", "24.43%", "2021..2023")
    assert said(standard("rotation", "10%", per_year=True), yearly, span) == ("not_met",)


def test_the_newest_figure_counts_unless_a_year_is_chosen():
    one = standard("coverage", "50%")
    entries = (says("coverage", "40%", "2021"), says("coverage", "60%", "2023"))
    assert said(one, *entries) == ("met",)
    assert said(one, *entries, year=2021) == ("not_met",)
    assert said(one, *entries, year=2023, years=(2021,)) == ("not_met",)
    assert said(one, *entries, year=2021, years=(None,)) == ("not_met",)


def test_without_a_figure_a_plan_is_named():
    one = standard("coverage", "50%")
    plan = says("coverage", "95%以上", "2025", target=True)
    nothing, planned = held(one), held(one, plan)
    assert (nothing.outcome, nothing.only_target, nothing.figures) == ("no_figure", False, ())
    assert (planned.outcome, planned.only_target, shown(planned.target)) == ("no_figure", True, ("95%以上", "2025"))
    both = held(one, plan, says("coverage", "60%", "2023"))
    assert (both.outcome, both.only_target, both.target) == ("met", False, None)


def test_figures_of_other_years_are_told_from_none():
    one = standard("coverage", "50%")
    entry = says("coverage", "60%", "2023")
    assert (held(one, entry, year=2022).outcome, held(one, entry, year=2022).of_other_periods) == ("no_figure", True)
    assert held(one, says("coverage", "60%", "2022", target=True), year=2022).of_other_periods is False


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (says("coverage", "99%", "2023"), ("distance",)),
        (says("coverage", "9%", "2023"), ("distance",)),
        (says("coverage", "95%以上", "2023"), ("distance",)),
        (says("coverage", "99%", "2023", scope="城区"), ("undetermined", "part-against-whole")),
    ],
)
def test_of_a_national_goal_only_the_distance_is_told(entry, expected):
    goal = standard("coverage", "97%", level="national", due=2025)
    assert said(goal, entry) == expected
    assert (held(goal, entry).distance is not None) == (expected == ("distance",))
    assert said(goal) == ("no_figure",)


NOT_LESS = standard("spending", PREVIOUS_YEAR, growth="growth")


def spends(value, period, **more):
    return says("spending", value, period, **more)


def grows(value, period="2023", **more):
    return says("growth", value, period, **more)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([spends("7亿元", "2023"), spends("6亿元", "2022")], ("met",)),
        ([spends("7亿元", "2023"), spends("7亿元", "2022")], ("met",)),
        ([spends("6亿元", "2023"), spends("7亿元", "2022")], ("not_met",)),
        ([spends("7亿元", "2023"), spends("7.04亿元", "2022")], ("undetermined", "open-interval")),
        ([spends("近8亿元", "2023"), spends("7.8亿元", "2022")], ("undetermined", "open-interval")),
        ([spends("7.04亿元", "2023"), spends("6.14亿元", "2019")], ("undetermined", "years-not-consecutive")),
        ([spends("7亿元", "2023"), spends("6亿元", "2022", scope="城区")], ("undetermined", "one-year-only")),
        ([spends("7亿元", "2023"), spends("6亿元", "2020..2022")], ("undetermined", "one-year-only")),
        ([spends("7亿元", "2023"), spends("6亿元", "2022", target=True)], ("undetermined", "one-year-only")),
        ([spends("7亿元", "2023")], ("undetermined", "one-year-only")),
        ([spends("7亿元", "2022..2023")], ("undetermined", "span-lengths-differ")),
        ([spends("7亿元", "..2023")], ("undetermined", "span-start-unknown")),
        ([spends("7亿元", "2023", scope="城区")], ("undetermined", "part-against-whole")),
        ([grows("7.78%")], ("met",)),
        ([grows("0%")], ("met",)),
        ([grows("下降1%")], ("not_met",)),
        ([grows("7.78%", "2021..2023")], ("undetermined", "span-lengths-differ")),
        ([grows("7.78%", scope="城区")], ("undetermined", "part-against-whole")),
        ([spends("7亿元", "2023"), grows("7.78%")], ("met",)),
        ([spends("7亿元", "2023"), spends("7.04亿元", "2022"), grows("1%")], ("met",)),
        ([spends("7亿元", "2023"), spends("6亿元", "2022"), grows("1%")], ("met",)),
        ([spends("7亿元", "2023"), spends("6亿元", "2022"), grows("下降1%")], ("undetermined", "growth-contradicts")),
        ([spends("6亿元", "2023"), spends("7亿元", "2022"), grows("1%")], ("undetermined", "growth-contradicts")),
        ([spends("7亿元", "2022"), spends("6亿元", "2021"), grows("下降1%")], ("not_met",)),
        ([spends("7亿元", "2023"), spends("6亿元", "2022"), grows("下降1%", "2021")], ("met",)),
        ([grows("7.78%", target=True)], ("no_figure",)),
        ([], ("no_figure",)),
    ],
)
def test_not_below_the_year_before_is_said_by_two_consecutive_years_or_by_a_printed_growth(entries, expected):
    assert said(NOT_LESS, *entries) == expected


def test_two_years_have_a_distance_and_a_printed_growth_is_one():
    by_years = held(NOT_LESS, spends("7亿元", "2023"), spends("6亿元", "2022"))
    assert (shown(by_years.figure), shown(by_years.previous)) == (("7亿元", "2023"), ("6亿元", "2022"))
    assert by_years.distance == Interval.exactly(Decimal(10000))
    by_growth = held(NOT_LESS, spends("7亿元", "2023"), grows("7.78%"))
    assert (shown(by_growth.figure), by_growth.previous, by_growth.distance) == (("7.78%", "2023"), None, None)


def test_what_contradicts_is_named_and_has_no_distance():
    only = held(NOT_LESS, spends("7亿元", "2023"), spends("6亿元", "2022"), grows("下降1%"))
    assert (shown(only.figure), shown(only.previous), shown(only.growth)) == (
        ("7亿元", "2023"),
        ("6亿元", "2022"),
        ("下降1%", "2023"),
    )
    assert only.distance is None


def test_the_year_before_is_found_also_where_one_year_is_chosen():
    entries = [spends("7亿元", "2023"), spends("6亿元", "2022"), spends("8亿元", "2021")]
    assert said(NOT_LESS, *entries, year=2022) == ("not_met",)
    assert said(NOT_LESS, *entries, year=2021) == ("undetermined", "one-year-only")


def test_a_year_whose_end_the_report_did_not_see_is_no_year():
    entries = [spends("7亿元", "2023"), spends("6亿元", "2022"), spends("5亿元", "2021")]
    assert said(NOT_LESS, entries[0], published="2023-11") == ("undetermined", "period-running")
    assert shown(held(NOT_LESS, *entries, published="2023-11").figure) == ("6亿元", "2022")


def test_without_a_growth_indicator_the_two_years_alone_decide():
    assert said(standard("spending", PREVIOUS_YEAR), grows("7.78%")) == ("no_figure",)


def test_a_stock_is_compared_with_the_moment_a_year_before():
    one = standard("coverage", PREVIOUS_YEAR)
    entries = [says("coverage", "80%", "2023-12"), says("coverage", "70%", "2022-12")]
    assert said(one, *entries) == ("met",)
    assert said(one, entries[0], says("coverage", "70%", "2022-11")) == ("undetermined", "years-not-consecutive")


EACH = standard("by_ways", "50%", each=("children", "places", "rooms"))


def ways(**values):
    return [says("by_ways", value, "2023", variant=variant) for variant, value in values.items()]


@pytest.mark.parametrize(
    ("entries", "expected", "missing"),
    [
        (ways(children="50%", places="60%", rooms="70%"), ("met",), ()),
        (ways(children="50%", places="60%", rooms="49%"), ("not_met",), ()),
        (ways(places="49%"), ("not_met",), ("children", "rooms")),
        (ways(children="50%", places="60%"), ("undetermined", "variants-missing"), ("rooms",)),
        (ways(children="50%", places="60%", rooms="40%以上"), ("undetermined", "open-interval"), ()),
        (ways(children="40%以上", places="60%"), ("undetermined", "variants-missing", "open-interval"), ("rooms",)),
        ([says("by_ways", "60%", "2023")], ("undetermined", "variant-unstated"), ()),
        ([], ("no_figure",), ()),
    ],
)
def test_each_of_several_variants_must_meet_the_standard(entries, expected, missing):
    only = held(EACH, *entries)
    assert said(EACH, *entries) == expected
    assert only.missing == missing
    if len(only.figures) > 1 or missing:
        assert [part.variant for part in only.parts] == ["children", "places", "rooms"]


def test_a_variant_that_is_none_of_the_several_is_no_answer():
    two = standard("by_ways", "50%", each=("children", "places"))
    assert said(two, *ways(rooms="90%")) == ("undetermined", "variants-differ")
    assert said(two, *ways(rooms="9%", children="50%", places="50%")) == ("met",)


def test_the_distance_of_several_variants_goes_from_the_least_to_the_largest():
    assert held(EACH, *ways(children="45%", places="60%", rooms="70%")).distance == interval("-5", "20")


def test_a_standard_that_names_no_variant_asks_it_of_each_that_is_stated():
    anyhow = standard("by_ways", "50%")
    assert said(anyhow, *ways(children="50%")) == ("met",)
    assert said(anyhow, *ways(children="50%", places="49%")) == ("not_met",)
    assert said(anyhow, says("by_ways", "60%", "2020"), *ways(children="50%", places="49%")) == ("met",)


def test_where_no_variant_is_asked_the_whole_district_counts_before_a_part_without_variant():
    part = says("by_ways", "90%", "2023", scope="城区")
    assert said(standard("by_ways", "50%"), part, *ways(children="50%")) == ("met",)


def test_county_marks_come_first_and_what_nobody_has_seen_is_left_out():
    standards = [
        standard("coverage", "97%", id="goal", level="national"),
        standard("coverage", "50%", id="unseen", attested=Attestation.NONE),
        standard("coverage", "50%", id="seen", attested=Attestation.PROVISION),
        standard("spending", PREVIOUS_YEAR, id="second", growth="growth"),
    ]

    def ids(**choice):
        return [row.standard.id for row in holding(standards, district("a"), **choice).rows]

    assert ids() == ["seen", "second", "goal"]
    assert ids(indicators=frozenset({"coverage"})) == ["seen", "goal"]
    assert ids(indicators=frozenset({"growth"})) == ["second"]
    assert ids(dimensions=frozenset({"second"})) == ["second"]


def test_several_districts_stand_in_the_order_named_each_with_its_year():
    both = (
        district("a", says("coverage", "60%", "2023"), says("coverage", "40%", "2021")),
        district("b", says("coverage", "70%", "2023")),
    )
    found = holding([standard("coverage", "50%")], *both, year=2023, years=(2021, None))
    assert [identity.id for identity in found.districts] == ["a", "b"]
    assert [one.outcome.value for one in found.rows[0].held] == ["not_met", "met"]


MIXED = (
    says("by_usual_ways", "60%", "2023", variant="rooms"),
    says("by_usual_ways", "70%", "2023", variant="places"),
    says("by_usual_ways", "80%", "2023", scope="城区"),
    says("by_usual_ways", "90%", "2023", scope="农村"),
    *ways(children="50%", places="60%"),
    *(spends("7亿元", "2023"), spends("6亿元", "2019"), grows("1%", "2021..2023"), grows("2%", scope="城区")),
)


@given(st.sampled_from([CHILDREN, NOT_LESS, EACH]), st.permutations(MIXED))
def test_the_order_of_the_file_changes_nothing(one, entries):
    first, other = held(one, *MIXED), held(one, *entries)
    assert (first.outcome, first.reasons) == (other.outcome, other.reasons)
    assert [shown(figure) for figure in first.figures] == [shown(figure) for figure in other.figures]


NUMBERS = st.integers(1, 399).map(lambda number: Decimal(number) / 4)
PRINTED = ("{}%", "{}%以上", "超{}%", "不超过{}%", "低于{}%", "近{}%", "约{}%", "{}多%", "{}余%", "增长{}%")
FIGURES = st.sampled_from([("coverage", printed) for printed in PRINTED]) | st.sampled_from(
    [("growth", printed) for printed in (*PRINTED, "下降{}%")]
)
PREDICATES = {
    "at_least": lambda value, end: value >= end,
    "above": lambda value, end: value > end,
    "at_most": lambda value, end: value <= end,
    "below": lambda value, end: value < end,
    "equals": lambda value, end: value == end,
}


def inside(found: Interval) -> list[Decimal]:
    """Some numbers of an interval: its ends where they belong to it, and some between or beyond."""
    low, high = found.low, found.high
    tiny = Decimal("0.000001")
    if low is None or high is None:
        base = low if low is not None else high if high is not None else Decimal(0)
        steps = [Decimal(step) for step in ("-1e6", "-1", "-0.001", "0", "0.001", "1", "1e6")]
        candidates = [EXACT.add(base, step) for step in steps]
    else:
        candidates = [low, high, (low + high) / 2, EXACT.add(low, tiny), EXACT.subtract(high, tiny)]
    return [value for value in candidates if not found.intersection(Interval.exactly(value)).is_empty]


@given(FIGURES, NUMBERS, st.sampled_from(list(PREDICATES)), NUMBERS)
def test_no_value_that_a_figure_may_have_contradicts_its_outcome(figure, number, operator, end):
    indicator, printed = figure
    one = standard(indicator, f"{end:f}%", operator)
    only = held(one, says(indicator, printed.format(f"{number:f}"), "2023"))
    values = inside(only.figure.interval)
    answers = {PREDICATES[operator](value, end) for value in values}
    if only.outcome == "met":
        assert answers == {True}
    elif only.outcome == "not_met":
        assert answers == {False}
    else:
        assert (only.outcome.value, [reason.value for reason in only.reasons]) == ("undetermined", ["open-interval"])


AMOUNTS = st.tuples(
    st.sampled_from(["{}亿元", "{}亿元以上", "近{}亿元", "{}多亿元", "不足{}亿元"]), st.integers(1, 30)
).map(lambda pair: pair[0].format(pair[1]))


@given(AMOUNTS, AMOUNTS)
def test_no_two_values_contradict_what_is_said_of_two_years(newer, older):
    only = held(NOT_LESS, spends(newer, "2023"), spends(older, "2022"))
    pairs = [(a, b) for a in inside(only.figure.interval) for b in inside(only.previous.interval)]
    answers = {a >= b for a, b in pairs}
    if only.outcome == "met":
        assert answers == {True}
    elif only.outcome == "not_met":
        assert answers == {False}
    else:
        assert only.outcome == "undetermined"
