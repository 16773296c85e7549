"""Periods: the forms that are read, what they mean in months, and what is refused; and which phrases say when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.period import Period, PeriodForm
from eduindex.model.period_reading import mentions_date, read_period
from eduindex.model.quantity import Unreadable


def month(year, number):
    return year * 12 + number - 1


@pytest.mark.parametrize(
    ("text", "start", "end", "form"),
    [
        ("2023", month(2023, 1), month(2023, 12), PeriodForm.YEAR),
        ("2022-06", month(2022, 6), month(2022, 6), PeriodForm.MONTH),
        ("2021/2022", month(2021, 9), month(2022, 8), PeriodForm.SCHOOL_YEAR),
        ("2021..2023", month(2021, 1), month(2023, 12), PeriodForm.SPAN),
        ("2021-09..2022-01", month(2021, 9), month(2022, 1), PeriodForm.SPAN),
        ("2021..2022-06", month(2021, 1), month(2022, 6), PeriodForm.SPAN),
        ("2016-03..2023", month(2016, 3), month(2023, 12), PeriodForm.SPAN),
        ("2016..2023-01", month(2016, 1), month(2023, 1), PeriodForm.SPAN),
        ("2019/2020..2021/2022", month(2019, 9), month(2022, 8), PeriodForm.SPAN),
        ("2023-06..", month(2023, 6), None, PeriodForm.SPAN),
        ("..2024-03", None, month(2024, 3), PeriodForm.SPAN),
        ("..2021/2022", None, month(2022, 8), PeriodForm.SPAN),
        ("2023..2023", month(2023, 1), month(2023, 12), PeriodForm.SPAN),
    ],
)
def test_period_forms(text, start, end, form):
    assert read_period(text) == Period(start, end, form, text)
    assert str(read_period(text)) == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [(" 2023 ", "2023"), ("２０２２－０６", "2022-06"), ("2021／2022", "2021/2022"), ("2021 .. 2023\n", "2021..2023")],
)
def test_canonical_text(text, canonical):
    assert str(read_period(text)) == canonical


@pytest.mark.parametrize(
    ("text", "months", "whole_years", "start_year", "last_year"),
    [
        ("2023", 12, 1, 2023, 2023),
        ("2021..2023", 36, 3, 2021, 2023),
        ("2021/2022", 12, 1, 2021, 2022),
        ("2021-09..2022-01", 5, None, 2021, 2022),
        ("2022-06", 1, None, 2022, 2022),
        ("2023-06..", None, None, 2023, 2023),
        ("..2024-03", None, None, None, 2024),
    ],
)
def test_lengths_and_years(text, months, whole_years, start_year, last_year):
    period = read_period(text)
    assert isinstance(period, Period)
    assert (period.months, period.whole_years, period.last_month // 12) == (months, whole_years, last_year)
    assert (period.start and period.start // 12) == start_year


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("..", 0),
        ("23", 0),
        ("2023年", 0),
        ("1899", 0),
        ("2200", 0),
        ("2022-6", 0),
        ("2022-13", 0),
        (" 2022-00", 1),
        ("2021/2023", 0),
        ("2022/2021", 0),
        ("2023..2021", 6),
        ("2023-06..2023-05", 9),
        ("2021...2023", 6),
        ("2021..2022..2023", 6),
        ("2021-2023", 0),
        ("2023..x", 6),
        ("２０２三", 0),
        ("2023\n2024", 0),
    ],
)
def test_other_texts_are_refused(text, offset):
    read = read_period(text)
    assert isinstance(read, Unreadable)
    assert (read.text, read.offset) == (text, offset)
    assert read.reason


@given(st.text("0123456789./-２ \n年\ud800", max_size=18) | st.text(max_size=20))
def test_no_text_raises(text):
    read = read_period(text)
    if isinstance(read, Period):
        assert read_period(str(read)) == read
    else:
        assert 0 <= read.offset <= len(text)


@pytest.mark.parametrize(
    "phrase",
    [
        "2023年招聘教师251人",
        "2022年底覆盖率",
        "2022 年 6 月",
        "6月,修订",
        "近三年交流轮岗565名",
        "近20余年",
        "两年内",
        "去年完成",
        "比上年提升",
        "今年以来",
        "春季学期随迁子女",
        "2021-2022学年",
        "“十三五”以来新建60所",
        "每年安排1500万元",
        "2016年以来",
        "截至2022-06",
        "2023/1/18",
        "近4个月",
        "一年来",
        "近年来",
    ],
)
def test_phrases_that_say_when(phrase):
    assert mentions_date(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "目前100%覆盖全区学校",
        "学生参与率达98.20%",
        "三年级学生12名",
        "学前三年毛入园率92.5%",
        "九年义务教育巩固率",
        "九年一贯制学校",
        "青少年活动中心",
        "为期4个月的跟岗",
        "新增学位2015个",
        "日常管理",
        "",
    ],
)
def test_phrases_that_do_not(phrase):
    assert not mentions_date(phrase)
