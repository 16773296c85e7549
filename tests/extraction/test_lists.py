"""Figures that share words with their neighbours: lists with 分别, lists of years, shared figures, totals with parts."""

import pytest
from small_catalogue import fates, figures, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率和普惠率分别达到57.3%、91.2%。", [("coverage", "57.3%"), ("inclusive", "91.2%")]),
        ("公办率、普惠率、义务教育巩固率分别为57.3%、91.2%、99.6%。", [("coverage", "57.3%"), ("inclusive", "91.2%"), ("consolidation", "99.6%")]),
        ("公办率、普惠率、义务教育巩固率分别为57.3%、91.2%和99.6%。", [("coverage", "57.3%"), ("inclusive", "91.2%"), ("consolidation", "99.6%")]),
        ("普惠率与公办率依次为91.2%和57.3%。", [("inclusive", "91.2%"), ("coverage", "57.3%")]),
        ("课后服务学生、教师参与率分别达98.2%、98.07%。", [("students", "98.2%"), ("teachers", "98.07%")]),
        ("小学、初中在校生分别为22250人、11300人。", [("primary", "22250人"), ("junior", "11300人")]),
    ],
)  # fmt: skip
def test_respectively(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "公办率和普惠率分别达到57.3%、91.2%、99.6%。",
        "甲镇、乙镇分别达到57.3%、91.2%。",
    ],
)
def test_a_list_that_cannot_be_paired_gives_nothing(text):
    assert figures(text) == [], fates(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013、2014、2015年公办率分别达到52%、55%、60%。", ["2013 52%", "2014 55%", "2015 60%"]),
        ("公办率2013年、2014年、2015年分别达到52%、55%和60%。", ["2013 52%", "2014 55%", "2015 60%"]),
        ("2021—2023年公办率分别为52%、55%、60%。", ["2021 52%", "2022 55%", "2023 60%"]),
        ("公办率2021年达52%、2022年达55%、2023年达60%。", ["2021 52%", "2022 55%", "2023 60%"]),
        ("2021年至2023年招聘教师分别为52名、55名、60名。", ["2021 52名", "2022 55名", "2023 60名"]),
    ],
)
def test_lists_of_years(text, expected):
    assert [f"{period} {value}" for _, value, period, _ in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率、普惠率均达100%。", [("coverage", "100%"), ("inclusive", "100%")]),
        ("公办率和普惠率均达到90%以上。", [("coverage", "90%以上"), ("inclusive", "90%以上")]),
        ("课后服务学生参与率、教师参与率都达到100%。", [("students", "100%"), ("teachers", "100%")]),
    ],
)
def test_one_figure_of_several(text, expected):
    assert sorted(figures(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在校生33550人(小学22250人,初中11300人)。", [("enrolled", "33550人"), ("primary", "22250人"), ("junior", "11300人")]),
        ("在校生33550人,其中小学22250人、初中11300人。", [("enrolled", "33550人"), ("primary", "22250人"), ("junior", "11300人")]),
        ("在校生33550人,其中:小学22250人,初中11300人。", [("enrolled", "33550人"), ("primary", "22250人"), ("junior", "11300人")]),
        ("在校生33550人(其中住校生2100人)。", [("enrolled", "33550人")]),
        ("招聘教师152名,其中研究生12名。", [("recruited", "152名")]),
    ],
)  # fmt: skip
def test_totals_with_parts(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率由2020年的50%提升至2023年的57.3%。", ["2020 50%", "2023 57.3%"]),
        ("公办率从2020年50%增长到2023年57.3%。", ["2020 50%", "2023 57.3%"]),
        ("幼儿园由2020年的98所增加到2023年的112所。", ["2020 98所", "2023 112所"]),
    ],
)
def test_from_and_to_are_two_entries(text, expected):
    assert [f"{period} {value}" for _, value, period, _ in said(text)] == expected
