"""Figures that are demanded, or that say what counts at all, beside the results that are measured by them."""

import pytest
from small_catalogue import fates, figures


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("公办率须达到50%。", "50%"),
        ("公办率底线为50%。", "50%"),
        ("公办率的国家标准为50%。", "50%"),
        ("公办率不得低于50%。", "不得低于50%"),
        ("公办率原则上达到50%。", "50%"),
        ("公办率达到50%的要求。", "50%"),
        ("公办率达到50%以上的省定标准。", "50%以上"),
        ("必须确保公办率达到50%。", "50%"),
    ],
)
def test_what_is_demanded_is_no_result(text, printed):
    assert fates(text) == [(printed, "criterion")]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("年初目标公办率为50%。", "50%"),
        ("公办率尚未达标,难以实现公办率50%。", "50%"),
        ("如果公办率达到50%,再行奖励。", "50%"),
        ("年初计划招聘教师50名。", "50名"),
    ],
)
def test_what_was_not_reached_or_only_intended_is_no_result(text, printed):
    assert fates(text) == [(printed, "criterion")]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("一个乡镇至少1所幼儿园。", "至少1所"),
        ("每年招聘教师的年龄不超过35岁。", "不超过35岁"),
        ("公办率达50%以上的乡镇受到表扬。", "50%以上"),
        ("有200名以上小学在校生的学校单独设点。", "200名以上"),
    ],
)
def test_what_holds_for_each_or_makes_something_count_is_no_result(text, printed):
    assert (printed, "criterion") in fates(text)
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "幼儿园招收满3周岁的幼儿。",
        "公办率考核目标为50%。",
        pytest.param(
            "每100名小学在校生配备教师5名。",
            marks=pytest.mark.xfail(strict=True, reason="每 before a number in digits is not read as for each"),
        ),
    ],
)
def test_ages_and_numbers_for_each_are_no_levels(text):
    assert figures(text) == [], fates(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率达57.3%,超过50%的要求。", [("57.3%", "proposed"), ("超过50%", "criterion")]),
        ("公办率达57.3%(国家要求50%)。", [("57.3%", "proposed"), ("50%", "criterion")]),
        ("按照公办率不低于50%的标准,公办率已达57.3%。", [("不低于50%", "criterion"), ("57.3%", "proposed")]),
        ("全县要求严格,公办率达57.3%。", [("57.3%", "proposed")]),
        ("严格按照规定办园。公办率达57.3%。", [("57.3%", "proposed")]),
    ],
)
def test_a_result_beside_what_was_demanded(text, expected):
    assert fates(text) == expected
