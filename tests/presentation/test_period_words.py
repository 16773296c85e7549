"""Periods in sentences."""

import pytest

from eduindex.model.period_reading import read_period
from eduindex.model.wording import Language
from eduindex.presentation.period_words import period_phrase, period_words

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("2023", "2023年", "2023"),
        ("2024-04", "2024年4月", "April 2024"),
        ("2021/2022", "2021/2022学年", "school year 2021/2022"),
        ("2021..2023", "2021至2023年", "2021 to 2023"),
        ("2016..2023-01", "2016年至2023年1月", "2016 to January 2023"),
        ("2021-09..2022-12", "2021年9月至2022年12月", "September 2021 to December 2022"),
        ("..2024-04", "截至2024年4月", "up to April 2024"),
        ("2023-06..", "2023年6月起", "since June 2023"),
        ("2020/2021..2022/2023", "2020/2021学年至2022/2023学年", "school year 2020/2021 to school year 2022/2023"),
    ],
)
def test_periods_are_written_as_people_write_them(written, zh, en):
    period = read_period(written)
    assert (period_words(period, ZH), period_words(period, EN)) == (zh, en)


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("2023", "of 2023"),
        ("2021..2023", "of 2021 to 2023"),
        ("2021/2022", "of school year 2021/2022"),
        ("..2024-04", "up to April 2024"),
        ("2023-06..", "since June 2023"),
    ],
)
def test_a_period_that_is_open_at_an_end_has_its_own_preposition(written, phrase):
    assert period_phrase("of", read_period(written)) == phrase
