"""Figures, periods and series as people read them, in both languages."""

from decimal import Decimal

import pytest
from bilingual_world import EN, LANGUAGES, ZH, changed, figure_of, observed, pairing_of, says
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.conversion import Measured, convert
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.wording import Wording
from eduindex.presentation.figure_text import (
    figure_text,
    interval_text,
    label,
    name_of,
    number_text,
    period_text,
    printed_text,
    signed,
)

PRINTED = [
    # exact
    ("coverage", "98.20%", "98.20%"),
    ("coverage", "98.2 %", "98.2%"),
    ("coverage", "９８．２％", "98.2%"),
    ("coverage", "0%", "0%"),
    ("coverage", "七成", "70%"),
    ("coverage", "八成五", "85%"),
    ("coverage", "百分之五", "5%"),
    ("growth", "下降1%", "−1%"),
    ("growth", "-1%", "−1%"),
    ("growth", "增长5%", "5%"),
    ("growth", "下降0%", "0%"),
    ("schools", "2 所", "2"),
    ("schools", "九所", "9"),
    ("schools", "1,234所", "1,234"),
    ("schools", "1，234所", "1,234"),
    ("schools", "2.50万所", "2.50万"),
    ("recruited", "763 名", "763"),
    ("spending", "7.04亿元", "7.04亿元"),
    ("spending", "1.2 亿", "1.2亿"),
    ("spending", "160740万元", "160740万元"),
    ("spending", "12万亿元", "12万亿元"),
    ("spending", "500元", "500元"),
    ("subsidy", "500元", "500元"),
    ("spending", "十亿元", "100000万元"),
    # bounds
    ("coverage", "95%以上", "≥95%"),
    ("coverage", "不低于95%", "≥95%"),
    ("coverage", "半数以上", "≥50%"),
    ("coverage", "超95%", ">95%"),
    ("coverage", "过半", ">50%"),
    ("coverage", "不超过95%", "≤95%"),
    ("dropouts", "5%以内", "≤5%"),
    ("dropouts", "低于0.15%", "<0.15%"),
    ("coverage", "不足95%", "<95%"),
    ("growth", "下降1%以上", "≤−1%"),
    ("spending", "1.5亿元以上", "≥1.5亿元"),
    # approximations
    ("recruited", "2000余名", "over 2000"),
    ("recruited", "2.2万余名", "over 2.2万"),
    ("recruited", "2.2余万名", "over 2.2万"),
    ("schools", "十余所", "over 10"),
    ("schools", "238余所", "over 238"),
    ("coverage", "七成多", "over 70%"),
    ("spending", "20多亿元", "over 20亿元"),
    ("spending", "20亿多元", "over 20亿元"),
    ("spending", "近2000万元", "nearly 2000万元"),
    ("coverage", "接近 99%", "nearly 99%"),
    ("coverage", "近八成", "nearly 80%"),
    ("growth", "近-2%", "nearly −2%"),
    ("coverage", "约95%", "about 95%"),
    ("coverage", "95%左右", "about 95%"),
    # ranges
    ("coverage", "95%至97%", "95–97%"),
    ("schools", "1-2所", "1–2"),
    ("schools", "数百所", "[200, 1000)"),
    ("coverage", "[95, 97)%", "[95, 97)%"),
    ("spending", "2亿元-3亿元", "20000–30000万元"),
    # ratios
    ("class_ratio", "46:1", "46:1"),
    ("class_ratio", "46：1", "46:1"),
    ("class_ratio", "12.5:1", "12.5:1"),
    ("class_ratio", "不超过46:1", "≤46:1"),
    ("spread", "低于0.15", "<0.15"),
    # grades and ranks
    ("grade", "A等", "A"),
    ("grade", "Ａ", "A"),
    ("grade", "B等以上", "≥B"),
    ("grade", "高于B等", ">B"),
    ("grade", "低于A等", "<A"),
    ("rank", "第八", "8"),
    ("rank", "第1名", "1"),
    # zero in words
    ("coverage", "无", "0%"),
    ("schools", "没有", "0"),
    ("spending", "零", "0万元"),
    ("coverage", "无一", "0%"),
]


@pytest.mark.parametrize(("indicator", "value", "english"), PRINTED)
def test_a_value_is_signed_in_english_and_as_printed_in_chinese(indicator, value, english):
    observation = observed(indicator, value)
    assert printed_text(observation, EN) == english
    assert printed_text(observation, ZH) == "".join(value.split())
    figure = figure_of(says(indicator, value))
    assert [figure_text(figure, language) for language in LANGUAGES] == ["".join(value.split()), english]


def _without_sign(text):
    for word in ("over ", "nearly ", "about ", "≥", "≤", ">", "<"):
        text = text.removeprefix(word)
    return text.replace("−", "-")


def _point_of(text, indicator):
    """The number that the English text shows, in the indicator's unit; nothing where it does not fit that unit."""
    measured = convert(read_quantity(_without_sign(text)), indicator.unit, indicator.measures, indicator.levels)
    return measured.point if isinstance(measured, Measured) else measured.reason


NUMBERED = [(indicator, value) for indicator, value, _ in PRINTED if observed(indicator, value).point is not None]


@pytest.mark.parametrize(("indicator", "value"), NUMBERED)
def test_the_number_shown_in_english_is_the_number_printed(indicator, value):
    observation = observed(indicator, value)
    assert _point_of(printed_text(observation, EN), observation.indicator) == observation.point


CUT_SHORT = [
    ("schools", "2千所"),
    ("schools", "5百所"),
    ("schools", "约2千所"),
    ("schools", "3千余所"),
    ("schools", "1万2000所"),
    ("schools", "30万5千所"),
    ("spending", "3千万元"),
    ("spending", "5千元"),
    ("spending", "2千亿元"),
    ("spending", "1亿2000万元"),
    ("coverage", "9成以上"),
    ("coverage", "近8成"),
    ("coverage", "百分之95"),
    ("growth", "下降2成"),
]


@pytest.mark.parametrize(("indicator", "value"), CUT_SHORT)
def test_no_magnitude_is_lost_in_english(indicator, value):
    observation = observed(indicator, value)
    assert _point_of(printed_text(observation, EN), observation.indicator) == observation.point


@given(
    st.sampled_from(["{}", "{}以上", "超{}", "{}以内", "低于{}", "近{}", "约{}"]),
    st.integers(1, 99999).map(str) | st.decimals(Decimal("0.01"), Decimal("999"), places=2).map(str),
    st.sampled_from(["万元", "亿元", "元", "万亿元"]),
)
def test_money_keeps_its_number_and_magnitude(pattern, number, unit):
    text = printed_text(observed("spending", pattern.format(number + unit)), EN)
    assert _without_sign(text) == number + unit


REACHED = [
    ("coverage", "95%", "达95%", "≥95%"),
    ("coverage", "95%", "达到 95%", "≥95%"),
    ("dropouts", "0.15%", "控制达到0.15%", "≤0.15%"),
    ("class_ratio", "46:1", "达46:1", "≤46:1"),
    ("spending", "7.04亿元", "达7.04亿元", "≥7.04亿元"),
    ("grade", "B等", "达B等", "≥B"),
    ("rank", "第3", "达到第3", "≤3"),
    ("coverage", "95%", "力争95%", "95%"),
]


@pytest.mark.parametrize(("indicator", "value", "evidence", "english"), REACHED)
def test_a_plan_to_reach_a_number_is_a_bound_in_english(indicator, value, evidence, english):
    observation = observed(indicator, value, evidence=evidence, target=True)
    assert printed_text(observation, EN) == english
    assert printed_text(observation, ZH) == value


def test_a_result_that_reaches_a_number_is_that_number():
    assert printed_text(observed("coverage", "95%", evidence="达95%"), EN) == "95%"


# Several observations of one figure


SEVERAL = [
    (("95%以上", "96.3%"), "96.3%", "96.3%"),
    (("96.3%", "95%以上"), "96.3%", "96.3%"),
    (("96.3%", "96.30%"), "96.30%", "96.30%"),
    (("96.28%", "96.3%"), "96.28%", "96.28%"),
    (("95%以上", "97%以下"), "95–97%", "95–97%"),
    (("超95%", "不足97%"), "(95, 97)%", "(95, 97)%"),
    (("90%以上", "95%以上"), "95%以上", "≥95%"),
    (("95%以上", "95%-97%"), "95%-97%", "95–97%"),
    (("95%", "97%"), "95–97%", "95–97%"),
    (("97%", "95%", "96%"), "95–97%", "95–97%"),
    (("95%以上", "90%以下"), "0–100%", "0–100%"),
]


@pytest.mark.parametrize(("values", "chinese", "english"), SEVERAL)
def test_observations_speak_together_or_span_what_they_contradict(values, chinese, english):
    figure = figure_of(*(says("coverage", value) for value in values))
    assert (figure_text(figure, ZH), figure_text(figure, EN)) == (chinese, english)


def test_a_count_that_several_say_names_its_unit_in_chinese_only():
    figure = figure_of(says("schools", "20所以上"), says("schools", "25所以下"))
    assert (figure_text(figure, ZH), figure_text(figure, EN)) == ("20–25所", "20–25")


def test_grades_that_contradict_each_other_span_the_levels():
    figure = figure_of(says("grade", "A等"), says("grade", "C等"))
    assert {figure_text(figure, language) for language in LANGUAGES} == {"C–A"}


@pytest.mark.parametrize(
    ("values", "levels"),
    [
        (("超B等",), "A"),
        (("低于B等",), "C"),
        (("高于C等",), "B–A"),
        (("高于C等", "低于A等"), "B"),
        (("B等以上",), "B–A"),
    ],
)
def test_an_open_end_leaves_its_own_level_out(values, levels):
    figure = figure_of(*(says("grade", value) for value in values))
    assert interval_text(figure.interval, figure.indicator, EN) == levels


def test_grades_between_which_no_level_lies_contradict_each_other():
    figure = figure_of(says("grade", "高于B等"), says("grade", "低于A等"))
    assert figure.contradictory
    assert figure_text(figure, EN) == "C–A"


# Means of a year


MEANS = [
    ("recruited", "300名", "2021..2023", "100", "100人"),
    ("recruited", "10名", "2021..2023", "3.33", "3.33人"),
    ("recruited", "7名", "2022..2023", "3.5", "3.5人"),
    ("recruited", "1.5万名", "2021..2023", "5000", "5000人"),
    ("recruited", "2000余名", "2021..2023", "(666.67, 1000)", "(666.67, 1000)人"),
    ("recruited", "300名以上", "2021..2023", "≥100", "≥100人"),
    ("spending", "7亿元", "2021..2023", "23333.33万元", "23333.33万元"),
    ("spending", "100元", "2021..2023", "0.0033万元", "0.0033万元"),
    ("spending", "9元", "2021..2023", "0.0003万元", "0.0003万元"),
    ("recruited", "无", "2021..2023", "0", "0人"),
]


@pytest.mark.parametrize(("indicator", "value", "period", "english", "chinese"), MEANS)
def test_a_mean_has_two_decimals_and_more_where_it_would_be_zero(indicator, value, period, english, chinese):
    mean = pairing_of(indicator, value, "1" + _unit(indicator), period, "2023", per_year=True).first
    assert mean.per_year
    assert (figure_text(mean, EN), figure_text(mean, ZH)) == (english, chinese)


def _unit(indicator):
    return {"recruited": "名", "spending": "亿元"}[indicator]


# Periods, labels, names, numbers


@pytest.mark.parametrize("period", ["2023", "2022-06", "2021/2022", "2021..2023", "2023-06..", "..2024-03"])
def test_a_period_is_shown_as_written(period):
    figure = figure_of(says("coverage", "95%", period))
    assert {period_text(figure, language) for language in LANGUAGES} == {period}


def test_a_period_tells_of_plans_and_means():
    plan = figure_of(says("coverage", "95%", "2025", target=True))
    assert (period_text(plan, ZH), period_text(plan, EN)) == ("2025, 目标", "2025, target")
    mean = pairing_of("recruited", "300名", "90名", "2021..2023", "2023", per_year=True).first
    assert (period_text(mean, ZH), period_text(mean, EN)) == ("2021..2023, 3年平均", "2021..2023, mean of 3 years")
    both = changed(
        says("recruited", "90名", "2020", target=True),
        says("recruited", "300名", "2021..2023", target=True),
        per_year=True,
        targets=True,
    ).pairings[0]
    assert period_text(both.first, EN) == "2021..2023, mean of 3 years, target"
    assert period_text(both.other, EN) == "2020, target"


def test_a_label_names_variant_and_scope():
    town = Wording("城区", "the town")
    cases = {
        (None, Wording()): ("", ""),
        ("children", Wording()): ("按幼儿", "by children"),
        (None, town): ("城区", "the town"),
        ("children", town): ("按幼儿；城区", "by children; the town"),
    }
    for (variant, scope), expected in cases.items():
        figure = figure_of(says("by_ways", "95%", variant=variant, scope=scope))
        assert (label(figure, ZH), label(figure, EN)) == expected


def test_a_name_falls_back_to_the_other_language_and_to_the_id():
    identity = figure_of(says("coverage", "95%")).district
    assert (name_of(identity, ZH), name_of(identity, EN)) == ("衢州", "Quzhou")
    assert name_of(identity._replace(name=Wording(en="Quzhou")), ZH) == "Quzhou"
    assert name_of(identity._replace(name=Wording()), EN) == "quzhou"


@pytest.mark.parametrize(
    ("number", "plain", "with_sign"),
    [
        ("7.04E+4", "70400", "+70400"),
        ("1E-7", "0.0000001", "+0.0000001"),
        ("-0.003", "-0.003", "−0.003"),
        ("0", "0", "0"),
        ("-0.00", "-0.00", "0.00"),
    ],
)
def test_numbers_have_no_exponent_and_a_true_minus(number, plain, with_sign):
    assert number_text(Decimal(number)) == plain
    assert signed(Decimal(number)) == with_sign
