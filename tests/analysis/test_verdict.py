"""``pair``: what may be said of two figures, and never more."""

from decimal import Decimal

import pytest
from small_world import district, effects, interval, only_pairing, pairing_of, says

from eduindex.analysis.verdict import Verdict

V = Verdict
MIRRORED = {V.BETTER: V.WORSE, V.HIGHER: V.LOWER, V.MORE: V.FEWER}
MIRRORED |= {there: here for here, there in MIRRORED.items()}


@pytest.mark.parametrize(
    ("indicator", "first", "other", "verdict"),
    [
        ("coverage", "98.20%", "95%", V.BETTER),
        ("dropouts", "0.3%", "0.1%", V.WORSE),
        ("private", "40%", "30%", V.HIGHER),
        ("growth", "5%", "下降1%", V.BETTER),
        ("class_ratio", "46:1", "50:1", V.BETTER),
        ("spread", "0.3", "0.15", V.WORSE),
        ("schools", "5所", "3所", V.MORE),
        ("leavers", "5名", "3名", V.MORE),
        ("recruited", "604名", "251名", V.MORE),
        ("spending", "160740万元", "7.04亿元", V.MORE),
        ("aid", "3亿元", "1亿元", V.MORE),
        ("grade", "A等", "B等", V.BETTER),
        ("rank", "第二", "第八", V.BETTER),
    ],
)
def test_an_order_is_called_by_what_the_indicator_measures(indicator, first, other, verdict):
    assert pairing_of(indicator, (first, "2023"), (other, "2023")).verdict is verdict
    assert pairing_of(indicator, (other, "2023"), (first, "2023")).verdict is MIRRORED[verdict]


@pytest.mark.parametrize(
    ("indicator", "first", "other"),
    [
        ("coverage", "98.20%", "98.20%"),
        ("coverage", "98.20%", "98.2%"),
        ("coverage", "100%", "100%以上"),
        ("spending", "7.04亿元", "70400万元"),
        ("recruited", "604名", "604人"),
        ("recruited", "无一", "0人"),
        ("grade", "A等", "A"),
        ("grade", "A等以上", "A等"),
        ("rank", "第二", "2名"),
    ],
)
def test_figures_printed_alike_are_equal(indicator, first, other):
    pairing = pairing_of(indicator, (first, "2023"), (other, "2023"))
    assert pairing.verdict is V.EQUAL


@pytest.mark.parametrize(
    ("indicator", "first", "other", "verdict"),
    [
        ("coverage", "95%以上", "98.20%", V.UNDETERMINED),
        ("coverage", "95%以上", "95%以上", V.UNDETERMINED),
        ("coverage", "95%以上", "94%", V.BETTER),
        ("coverage", "超95%", "95%", V.BETTER),
        ("coverage", "95%以上", "95%", V.UNDETERMINED),
        ("coverage", "低于95%", "95%", V.WORSE),
        ("coverage", "95%以下", "95%以上", V.UNDETERMINED),
        ("coverage", "低于95%", "95%以上", V.WORSE),
        ("coverage", "近99%", "99%", V.WORSE),
        ("coverage", "约60%", "65%", V.UNDETERMINED),
        ("coverage", "约60%", "66%", V.WORSE),
        ("recruited", "2000余名", "3000名", V.FEWER),
        ("recruited", "2000余名", "2000名", V.MORE),
        ("recruited", "2000余名", "2500名", V.UNDETERMINED),
        ("recruited", "1-2名", "2名", V.UNDETERMINED),
        ("recruited", "1-2名", "3名", V.FEWER),
        ("grade", "B等以上", "B等", V.UNDETERMINED),
        ("grade", "B等以上", "C等", V.BETTER),
        ("rank", "至多10名", "第十一", V.BETTER),
    ],
)
def test_bounds_are_carried_through_to_the_verdict(indicator, first, other, verdict):
    pairing = pairing_of(indicator, (first, "2023"), (other, "2023"))
    assert pairing.verdict is verdict


@pytest.mark.parametrize(
    ("indicator", "first", "other", "verdict"),
    [
        ("spending", "7.04亿元", "70449万元", V.UNDETERMINED),
        ("spending", "7.04亿元", "70451万元", V.FEWER),
        ("coverage", "98.2%", "98.24%", V.UNDETERMINED),
        ("coverage", "98.2%", "98.26%", V.WORSE),
        ("recruited", "1.78万人", "17849人", V.UNDETERMINED),
        ("recruited", "1.78万人", "17851人", V.FEWER),
        ("recruited", "250名", "251名", V.FEWER),
        ("coverage", "98%", "98.2%", V.WORSE),
        ("coverage", "98.2%", "98.4%", V.WORSE),
    ],
)
def test_decimals_and_numbers_in_ten_thousands_count_as_rounded(indicator, first, other, verdict):
    pairing = pairing_of(indicator, (first, "2023"), (other, "2023"))
    assert pairing.verdict is verdict
    assert effects(pairing) == ({"rounded": "undetermined"} if verdict is V.UNDETERMINED else {})


@pytest.mark.parametrize(
    ("indicator", "first", "other", "verdict"),
    [
        ("spending", "2.6亿元", "3亿元以上", V.FEWER),
        ("spending", "2.6亿元", "超3亿元", V.FEWER),
        ("spending", "3.4亿元", "3亿元以下", V.MORE),
        ("spending", "3.4亿元", "不足3亿元", V.MORE),
        ("spending", "29600万元", "3亿元以上", V.FEWER),
        ("spending", "2.95亿元", "3.0亿元以上", V.FEWER),
        ("spending", "2.96亿元", "3.0亿元以上", V.FEWER),
        ("coverage", "98.16%", "98.2%以上", V.WORSE),
        ("coverage", "98.24%", "低于98.2%", V.BETTER),
        ("recruited", "17749名", "1.78万名以上", V.FEWER),
        ("recruited", "17800名", "1.78万名以上", V.UNDETERMINED),
        ("recruited", "17799名", "1.78万名以上", V.FEWER),
        ("spending", "3亿元以下", "3亿元以上", V.UNDETERMINED),
        ("spending", "不足3亿元", "3亿元以上", V.FEWER),
        ("spending", "3亿元", "3亿元以上", V.UNDETERMINED),  # it is itself rounded
        ("spending", "2.6亿元", "3亿元", V.UNDETERMINED),  # as both of these are
        ("spending", "2.6亿元", "约3亿元", V.UNDETERMINED),
    ],
)
def test_a_bound_ends_where_it_says_and_is_not_rounded(indicator, first, other, verdict):
    pairing = pairing_of(indicator, (first, "2023"), (other, "2023"))
    assert pairing.verdict is verdict
    back = pairing_of(indicator, (other, "2023"), (first, "2023"))
    assert back.verdict is MIRRORED.get(verdict, verdict)


@pytest.mark.parametrize(
    ("indicator", "first", "other", "verdict"),
    [
        ("coverage", "98.3%", "98.2%", V.BETTER),
        ("coverage", "98.21%", "98.20%", V.BETTER),
        ("spending", "1亿元", "2亿元", V.FEWER),
    ],
)
def test_rounding_reverses_no_order_of_a_whole_step(indicator, first, other, verdict):
    assert pairing_of(indicator, (first, "2023"), (other, "2023")).verdict is verdict


@pytest.mark.parametrize(
    ("indicator", "first", "other", "difference"),
    [
        ("coverage", "85.81%", "56.67%", interval("29.14", "29.14")),
        ("coverage", "95%以上", "98.20%", interval("-3.20", "1.80")),
        ("coverage", "超95%", "低于95%", interval(0, 100, low_open=True)),
        ("recruited", "2000余名", "251名", interval(1749, 2749, True, True)),
        ("recruited", "2000名以上", "251名", interval(1749, None)),
        ("recruited", "251名", "2000名以上", interval(None, -1749)),
        ("spending", "7.04亿元", "160740万元", interval(-90340, -90340)),
        ("rank", "第二", "第八", interval(-6, -6)),
    ],
)
def test_the_difference_is_the_first_minus_the_other(indicator, first, other, difference):
    assert pairing_of(indicator, (first, "2023"), (other, "2023")).difference == difference


def test_grades_have_an_order_and_no_difference():
    pairing = pairing_of("grade", ("A等", "2023"), ("C等", "2023"))
    assert (pairing.verdict, pairing.difference) == (V.BETTER, None)


def test_what_is_not_comparable_has_no_difference():
    pairing = pairing_of("recruited", ("604名", "2019..2023"), ("251名", "2022"))
    assert (pairing.verdict, pairing.difference) == (V.NOT_COMPARABLE, None)


def test_an_unstated_definition_leaves_even_equal_numbers_undetermined():
    a = district("a", says("by_ways", "50%", "2023"))
    b = district("b", says("by_ways", "50%", "2023", variant="children"))
    assert only_pairing(a, b).verdict is V.UNDETERMINED


@pytest.mark.parametrize(
    ("indicator", "value", "evidence", "other", "verdict"),
    [
        ("coverage", "95%", "力争达到95%", "96%", V.UNDETERMINED),
        ("coverage", "95%", "力争达95%", "94%", V.BETTER),
        ("coverage", "95 %", "达到 95%", "96%", V.UNDETERMINED),
        ("coverage", "95%", "覆盖率95%", "96%", V.WORSE),
        ("coverage", "95%", "提高到95%", "96%", V.WORSE),
        ("dropouts", "5%", "控制达到5%", "4%", V.UNDETERMINED),
        ("dropouts", "5%", "控制达到5%", "6%", V.BETTER),
        ("private", "5%", "达到5%", "6%", V.UNDETERMINED),
        ("private", "5%", "达到5%", "4%", V.HIGHER),
        ("rank", "第八", "达到第八", "第九", V.BETTER),
        ("rank", "第八", "达到第八", "第二", V.UNDETERMINED),
        ("grade", "B等", "达到B等", "C等", V.BETTER),
        ("grade", "B等", "达到B等", "A等", V.UNDETERMINED),
        ("recruited", "100名", "达到100名", "90名", V.MORE),
    ],
)
def test_a_plan_to_reach_a_number_is_a_plan_for_at_least_that_number(indicator, value, evidence, other, verdict):
    a = district("a", says(indicator, value, "2025", target=True, evidence=evidence))
    b = district("b", says(indicator, other, "2025", target=True))
    assert only_pairing(a, b, targets=True).verdict is verdict


def test_a_result_that_reached_a_number_is_that_number():
    a = district("a", says("coverage", "95%", "2023", evidence="达到95%"))
    assert only_pairing(a, district("b", says("coverage", "96%", "2023"))).verdict is V.WORSE


def test_a_plan_to_reach_the_highest_grade_is_a_plan_for_that_grade():
    a = district("a", says("grade", "A等", "2025", target=True, evidence="达到A等"))
    b = district("b", says("grade", "A等", "2025", target=True))
    assert only_pairing(a, b, targets=True).verdict is V.EQUAL


@pytest.mark.parametrize(
    ("first", "other", "gap", "change"),
    [
        ("90%", "60%", "0.3333", "0.5"),
        ("60%", "90%", "0.3333", "-0.3333"),
        ("90%以上", "60%", "0.3333", "0.5"),
        ("60%", "80%以上", "0.25", "-0.25"),
        ("60%以上", "90%", None, None),
        ("0%", "0%", "0", "0"),
    ],
)
def test_the_relative_gap_and_change_are_the_smallest_that_the_intervals_allow(first, other, gap, change):
    pairing = pairing_of("coverage", (first, "2023"), (other, "2023"))
    found = (pairing.relative_gap, pairing.relative_change)
    assert found == tuple(None if text is None else Decimal(text) for text in (gap, change))


def test_what_cannot_be_compared_has_no_gap():
    assert pairing_of("recruited", ("604名", "2019..2023"), ("251名", "2022")).relative_gap is None


@pytest.mark.parametrize(
    ("first", "other"),
    [("近2万人", "20000人"), ("2.2万余人", "23400人"), ("约1万人", "15001人"), ("近2000人", "2000人")],
)
def test_an_approximation_is_not_widened_again_by_its_last_digit(first, other):
    pairing = pairing_of("recruited", (first, "2023"), (other, "2023"))
    assert pairing.verdict is Verdict.FEWER
