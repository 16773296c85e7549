"""Nought said in words is a figure where something is counted, and none in other words."""

from itertools import pairwise

import pytest
from small_catalogue import figures

from eduindex.extraction.zero_words import figures_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全县无一名学生辍学。", "无一"),
        ("实现义务教育阶段零辍学。", "零"),
        ("义务教育阶段无辍学学生。", "无"),
        ("全县没有因贫辍学的学生。", "没有"),
    ],
)
def test_nobody_is_a_number(text, value):
    assert [(indicator, printed[: len(value)]) for indicator, printed in figures(text)] == [("dropouts", value)]


@pytest.mark.parametrize(
    "text",
    [
        "无论是否辍学,都要关心。",
        "一百零五名学生,辍学另计。",
        "从零开始控辍,防止辍学。",
        "没有教师的学校。",
        "动态清零,严防辍学反弹。",
        "无法入学的学生。",
        "零散的学校。",
    ],
)
def test_words_that_only_hold_a_nought(text):
    assert [found.quantity.printed for found in figures_in(text) if found.quantity.point == 0] == []
    assert figures(text) == []


def test_figures_stand_in_order_without_overlaps():
    found = figures_in("3所学校无辍学学生,5所零辍学,辍学率0.1%。")
    spans = [(one.start, one.end) for one in found]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert len(spans) == 5
