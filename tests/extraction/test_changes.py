"""Figures that say by how much something changed, or how far a plan is done, beside those that say what was reached."""

import pytest
from small_catalogue import fates, figures


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("普惠率比上年上升了3.4个百分点。", "3.4个百分点"),
        ("普惠率下降约3.4个百分点。", "下降约3.4个百分点"),
        ("教育支出增幅达5.4%。", "5.4%"),
        pytest.param(
            "教育支出增幅为5.4%。",
            "5.4%",
        ),
        ("教育支出比上年净增320万元。", "320万元"),
        ("教育支出实现5.4%的增长。", "5.4%"),
        ("幼儿园同比增加12所。", "12所"),
        ("幼儿园较上年减少12所。", "减少12所"),
        ("招聘教师比去年多出15名。", "15名"),
        pytest.param(
            "公办率高于普惠率4.1%。",
            "4.1%",
        ),
        ("生师比下降0.8。", "下降0.8"),
    ],
)
def test_how_much_something_changed_is_no_level(text, printed):
    assert (printed, "change") in fates(text)
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率提高到57.3%。", [("coverage", "57.3%")]),
        ("公办率提升至57.3%。", [("coverage", "57.3%")]),
        ("在校生增加到33550人。", [("enrolled", "33550人")]),
        ("教育支出增长至7.04亿元。", [("spending", "7.04亿元")]),
        ("生师比下降到15.3:1。", [("ratio", "15.3:1")]),
    ],
)
def test_what_was_reached_by_a_change_is_a_level(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率达57.3%,比上年提高2.1个百分点。", [("57.3%", "proposed"), ("2.1个百分点", "change")]),
        ("教育支出7.04亿元,同比增长5.4%。", [("7.04亿元", "proposed"), ("5.4%", "change")]),
        ("在校生33550人,比上年减少320人。", [("33550人", "proposed"), ("减少320人", "change")]),
        ("教育支出增长5.4%,达到7.04亿元。", [("5.4%", "change"), ("7.04亿元", "proposed")]),
    ],
)
def test_a_level_and_its_change(text, expected):
    assert fates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("招聘教师首次突破200名大关,达到208名。", [("突破200名", "change"), ("208名", "proposed")]),
        ("公办率突破50%,已达57.3%。", [("突破50%", "change"), ("57.3%", "proposed")]),
    ],
)
def test_a_bound_is_no_level_where_the_figure_beyond_it_follows(text, expected):
    assert fates(text) == expected


def test_a_bound_alone_is_a_level():
    assert fates("招聘教师首次突破200名大关。") == [("突破200名", "proposed")]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("招聘教师任务完成率为114%。", "114%"),
        ("教育支出执行率达98.6%。", "98.6%"),
        ("新增学位完成年度目标的105%。", "105%"),
        ("教育支出完成全年预算数的98.6%。", "98.6%"),
        ("公办率完成目标任务的102%。", "102%"),
        ("幼儿园建设项目开工率达100%。", "100%"),
    ],
)
def test_how_far_a_plan_is_done_is_no_level(text, printed):
    assert fates(text) == [(printed, "completion")]
