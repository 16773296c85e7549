"""Which period a figure is about: the nearest date that is printed for it, else what its headings and the report say.

A stock without a date takes the report's own month or year; a flow without a span says only by when (``..2024-03``),
unless its heading, or the report's first words, announce the account of a year.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from eduindex.extraction.dates import PrintedDate, Sort, dates_in
from eduindex.extraction.horizon import Horizon
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
    """The figure whose period is asked for: where it and its label stand, and where a figure before it in 由…至… ends, if any."""

    start: int
    end: int
    label_start: int
    status: Status
    time: Time
    comes_from: bool = False  # the first figure of 由…提升至…
    rises_to: bool = False  # the second
    is_placing: bool = False  # a grade or a rank: assessments are made for a year


def place_of(date: PrintedDate, offsets: Sequence[int]) -> tuple[int, int]:
    """Where a date stands in the report; ``offsets`` are those of the text in which it was found."""
    return offsets[date.start], offsets[date.end - 1] + 1


def period_of(asked: Asked, sentence: Sentence, dates: Sequence[PrintedDate], horizon: Horizon) -> DatedBy | None:
    """The period of a figure; ``None`` where not even the report's year is known."""
    near = None if _is_of_last_year(asked, sentence.text) else _nearest(asked, dates)
    if near is not None and near.sort is not Sort.NOW:
        return DatedBy(_for_time(near, asked, horizon), place_of(near, sentence.offsets))
    if horizon.year and _is_of_last_year(asked, sentence.text):
        return DatedBy(str(horizon.year - 1))
    if asked.comes_from:
        return DatedBy(f"..{horizon.year - 1}") if horizon.year else None
    if _EACH_YEAR.search(sentence.text, max(0, asked.start - 40), asked.start) and horizon.year:
        return DatedBy(str(horizon.year))
    if near is None and asked.status is Status.ACTUAL and asked.time is Time.FLOW:
        earlier = _from_paragraph(sentence, horizon)
        if earlier is not None:
            return earlier
    return _from_above(asked, sentence.heads, horizon)


def _is_of_last_year(asked: Asked, text: str) -> bool:
    """Whether a figure is what this year's is compared with (比上年3.2亿元增加0.4亿元)."""
    is_compared = _LAST_YEARS.search(text, max(0, asked.start - 12), asked.start) is not None
    return is_compared and _CHANGED.match(text, asked.end) is not None


def _nearest(asked: Asked, dates: Sequence[PrintedDate]) -> PrintedDate | None:
    before = [date for date in dates if date.end <= asked.start]
    if asked.rises_to:
        before = [date for date in before if not date.opens_a_range]
    after = [date for date in dates if asked.end <= date.start <= asked.end + 1]
    if after and not before:
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
        if years and (asked.status is Status.TARGET or horizon.year is None or years[-1].last_year <= horizon.year):
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
