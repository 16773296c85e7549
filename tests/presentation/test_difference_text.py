"""Differences as people read them: exact, with sign and unit; only those of means are rounded."""

from decimal import Decimal

import pytest
from bilingual_world import EN, ZH, district, paired, pairing_of, says
from hypothesis import given
from hypothesis import strategies as st

from eduindex.analysis.verdict import Verdict
from eduindex.presentation.figure_text import difference_text

DIFFERENCES = [
    # exact, never rounded
    ("spread", "0.151", "0.154", "−0.003", "−0.003"),
    ("spread", "0.1501", "0.15", "+0.0001", "+0.0001"),
    ("coverage", "98.20%", "95%", "+3.20个百分点", "+3.20 points"),
    ("coverage", "98.20%", "98.21%", "−0.01个百分点", "−0.01 points"),
    ("growth", "下降1%", "增长5%", "−6个百分点", "−6 points"),
    ("class_ratio", "12.5:1", "12:1", "+0.5", "+0.5"),
    ("rank", "第3", "第8", "−5", "−5"),
    ("schools", "9所", "4所", "+5", "+5"),
    ("schools", "1.78万所", "1所", "+17799", "+17799"),
    ("spending", "7.04亿元", "500元", "+70399.95万元", "+70399.95万元"),
    ("subsidy", "500元", "650元", "−150元", "−150元"),
    # none
    ("schools", "9所", "九所", "0", "0"),
    ("coverage", "无", "0%", "0个百分点", "0 points"),
    # ranges
    ("coverage", "95%以上", "98%", "−3至+2个百分点", "−3 to +2 points"),
    ("coverage", "95%-97%", "90%", "+5至+7个百分点", "+5 to +7 points"),
    # an open end that is zero: the two are not equal
    ("schools", "2000余所", "2000所", "超过0至+1000", "over 0 to +1000"),
    ("schools", "2000所", "2000余所", "−1000至不足0", "−1000 to under 0"),
    ("coverage", "近100%", "100%", "−50至不足0个百分点", "−50 to under 0 points"),
    ("schools", "2000-3000所", "2000所", "0至+1000", "0 to +1000"),
    ("schools", "2000余所", "1000所", "+1000至+2000", "+1000 to +2000"),
    # without an end on one side
    ("class_ratio", "46:1以上", "40:1", "≥ +6", "≥ +6"),
    ("class_ratio", "超46:1", "40:1", "> +6", "> +6"),
    ("class_ratio", "40:1", "46:1以上", "≤ −6", "≤ −6"),
    ("class_ratio", "40:1", "超46:1", "< −6", "< −6"),
    ("spending", "1.5亿元以上", "1亿元", "≥ +5000万元", "≥ +5000万元"),
    # nothing to say
    ("class_ratio", "46:1以上", "40:1以上", "–", "–"),
    ("grade", "A等", "B等", "–", "–"),
]


@pytest.mark.parametrize(("indicator", "value", "other", "chinese", "english"), DIFFERENCES)
def test_a_difference_has_its_sign_and_unit(indicator, value, other, chinese, english):
    pairing = pairing_of(indicator, value, other)
    assert (difference_text(pairing, ZH), difference_text(pairing, EN)) == (chinese, english)


def test_what_cannot_be_compared_has_no_difference():
    pairing = pairing_of("recruited", "300名", "90名", "2021..2023", "2023")
    assert pairing.verdict is Verdict.NOT_COMPARABLE
    assert (difference_text(pairing, EN), difference_text(None, EN)) == ("–", "–")


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 6))
def test_exact_differences_are_never_rounded(one, two, places):
    first, other = (Decimal(number).scaleb(-places) for number in (one, two))
    text = difference_text(pairing_of("spread", f"{first:f}", f"{other:f}"), EN)
    assert Decimal(text.replace("−", "-")) == first - other
    assert ("+" in text, "−" in text) == (one > two, one < two)


MEANS = [
    ("recruited", "100名", "33名", "+0.33"),
    ("recruited", "10名", "3名", "+0.33"),
    ("recruited", "301名", "100名", "+0.33"),
    ("recruited", "300名", "100名", "0"),
    ("recruited", "1.5万名", "5001名", "−1"),
    ("recruited", "300名以上", "90名", "≥ +10"),
    ("recruited", "2000余名", "700名", "−33.33 to +300"),
    ("spending", "100元", "30元", "+0.0003万元"),
    ("spending", "1元", "1元", "−0.0001万元"),
]


@pytest.mark.parametrize(("indicator", "value", "other", "english"), MEANS)
def test_a_difference_of_means_is_shortened_but_never_to_zero(indicator, value, other, english):
    pairing = pairing_of(indicator, value, other, "2021..2023", "2023", per_year=True)
    assert pairing.first.per_year == 3
    assert difference_text(pairing, EN) == english


@given(st.integers(1, 2000), st.integers(2, 9), st.integers(0, 1000))
def test_no_difference_of_means_that_decides_is_shown_as_zero(total, years, other):
    pairing = pairing_of("recruited", f"{total}名", f"{other}名", f"{2024 - years}..2023", "2023", per_year=True)
    assert (pairing.verdict is Verdict.EQUAL) == (total == years * other)
    assert (difference_text(pairing, EN) == "0") == (pairing.verdict is Verdict.EQUAL)


def test_equal_means_differ_by_zero():
    pairing = paired(
        district("quzhou", says("recruited", "10名", "2021..2023")),
        district("ouhai", says("recruited", "20名", "2018..2023")),
        per_year=True,
    )
    assert pairing.verdict is Verdict.EQUAL
    assert difference_text(pairing, EN) == "0"
