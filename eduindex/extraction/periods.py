"""Which period a figure is about: the nearest date that is printed for it, else what its headings and the report say.

A stock without a date takes the report's own month or year; a flow without a span says only by when (``..2024-03``),
unless its heading, or the report's first words, announce the account of a year.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from eduindex.extraction.dates import PrintedDate, Sort, dates_in
from eduindex.extraction.horizon import Horizon
from eduindex.extraction.statuses import says_plan
from eduindex.extraction.structure import Head, Sentence
from eduindex.model.catalogue import Time
from eduindex.model.district import Status

_EACH_YEAR = re.compile("(?:每年|年均)[^,，。;]{0,12}$")
_CHANGED = re.compile("(?:相比)?[,，]?(?:同比)?(?:增|减|提|上升|下降|净)")
_LAST_YEARS = re.compile("(?:比|较|与|同比)(?:上年|去年|上一年|上年度)(?:同期)?的?$")


class DatedBy(NamedTuple):
    """A period in the written form, and where the report says it (``[start, end)``); nowhere where nothing near says it."""

    period: str
    place: tuple[int, int] | None = None


class Asked(NamedTuple):
    """The figure whose period is asked for, and what is known of it."""

    start: int
    end: int
    status: Status
    time: Time
    comes_from: bool = False  # the first figure of 由…提升至…
    rises_to: bool = False  # the second
    bracket_behind: tuple[int, int] = (0, 0)  # where a bracket stands that holds nothing but a date: 14所(2022年)
    is_placing: bool = False  # a grade or a rank: assessments are made for a year


def place_of(date: PrintedDate, offsets: Sequence[int]) -> tuple[int, int]:
    """Where a date stands in the report; ``offsets`` are those of the text in which it was found."""
    return offsets[date.start], offsets[date.end - 1] + 1


def period_of(asked: Asked, sentence: Sentence, dates: Sequence[PrintedDate], horizon: Horizon) -> DatedBy | None:
    """The period of a figure; ``None`` where not even the report's year is known."""
    compared = _is_of_last_year(asked, sentence.text)
    near = None if compared else _nearest(asked, dates)
    if near is not None and near.sort is not Sort.NOW:
        return DatedBy(_for_time(near, asked, horizon), place_of(near, sentence.offsets))
    year = _implied_year(asked, sentence.text, horizon, compared)
    if year:
        return DatedBy(year)
    gathers = near is not None and asked.time is Time.FLOW and "累计" in sentence.text[near.end : asked.start]
    if gathers and horizon.now:
        return DatedBy(f"..{horizon.now}")
    goes_on = near is None and asked.status is Status.ACTUAL and asked.time is Time.FLOW
    earlier = _from_paragraph(sentence, horizon) if goes_on else None
    return earlier or _from_above(asked, sentence.heads, horizon)


def _implied_year(asked: Asked, text: str, horizon: Horizon, compared: bool) -> str:
    """The year that words imply: last year's figure, the first one of 由…至…, a yearly amount; empty where they imply none."""
    if not horizon.year:
        return ""
    if compared:
        return str(horizon.year - 1)
    if asked.comes_from:
        return f"..{horizon.year - 1}"
    return str(horizon.year) if _EACH_YEAR.search(text, max(0, asked.start - 40), asked.start) else ""


def _is_year_of(status: Status, head: Head, last_year: int, year: int | None) -> bool:
    """Whether the year of a heading is that of the figures below it: plans are no plans for the year that is told."""
    if year is None:
        return True
    if status is Status.TARGET:
        return last_year > year or says_plan(head)
    return last_year <= year


def _is_of_last_year(asked: Asked, text: str) -> bool:
    """Whether a figure is what this year's is compared with (比上年3.2亿元增加0.4亿元)."""
    is_compared = _LAST_YEARS.search(text, max(0, asked.start - 12), asked.start) is not None
    return is_compared and _CHANGED.match(text, asked.end) is not None


def _nearest(asked: Asked, dates: Sequence[PrintedDate]) -> PrintedDate | None:
    before = [date for date in dates if date.end <= asked.start]
    if asked.rises_to:
        before = [date for date in before if not date.opens_a_range]
    after = [date for date in dates if asked.bracket_behind == (date.start, date.end)]
    if after:
        return after[0]
    return before[-1] if before else None


def _for_time(date: PrintedDate, asked: Asked, horizon: Horizon) -> str:
    """A stock that has been so since a year is dated now."""
    if asked.time is Time.STOCK and date.sort is Sort.SINCE and horizon.now:
        return horizon.now
    return date.period


def _from_paragraph(sentence: Sentence, horizon: Horizon) -> DatedBy | None:
    """The last date of the paragraph before the sentence: what is told goes on in time."""
    dates = [date for date in dates_in(sentence.before, horizon) if date.sort is not Sort.NOW]
    past = [date for date in dates if horizon.year is None or date.last_year <= horizon.year]
    if not past:
        return None
    period = past[-1].period
    if "累计" in sentence.text and period.isdigit() and (horizon.year is None or int(period) < horizon.year):
        period = horizon.since(period)
    return DatedBy(period, place_of(past[-1], sentence.before_offsets))


def _from_above(asked: Asked, heads: Sequence[Head], horizon: Horizon) -> DatedBy | None:
    for head in reversed(heads):
        years = [date for date in dates_in(head.text, horizon) if date.sort is Sort.AT]
        if years and _is_year_of(asked.status, head, years[-1].last_year, horizon.year):
            return DatedBy(years[-1].period, (head.start, head.end))
    if not horizon.now:
        return None
    if asked.status is Status.TARGET:
        return DatedBy(f"{horizon.year or horizon.published[:4]}..")
    if asked.is_placing and horizon.year:
        return DatedBy(str(horizon.year))
    if asked.time is Time.STOCK or horizon.accounts_for_year:
        return DatedBy(horizon.now)
    return DatedBy(f"..{horizon.published or horizon.year}")
