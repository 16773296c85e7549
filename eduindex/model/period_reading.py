"""Reading a reference period, and telling whether a phrase of a report itself says when.

The forms of a period are few and strict (``2023``, ``2022-06``, ``2021/2022``, spans of these with ``..``), because a
period decides what may be compared. ``mentions_date`` forgives much: it only says whether a date must be stated apart.
"""

import re
from typing import NamedTuple

from eduindex.model.period import Period, PeriodForm
from eduindex.model.printed_text import folded, printed_sentence
from eduindex.model.quantity import Unreadable

FIRST_YEAR, LAST_YEAR = 1900, 2199
FORMS = "2023, 2022-06, 2021/2022, 2021..2023, 2023-06.. or ..2024-03"

_SPAN = ".."
_PART = re.compile(r"([0-9]{4})(?:(-)([0-9]{2})|(/)([0-9]{4}))?\Z")

_NUMBER = "[0-9零〇一二三四五六七八九十两几]"
_DATE = re.compile(
    # a year, but not the length of a course (学前三年毛入园率, 九年一贯制) and no 三年级
    f"(?<!学前){_NUMBER}[余多]?年(?!级|义务|一贯|巩固|毛入|制)"
    f"|(?:19|20|21)[0-9]{{2}}[-/.][0-9]{{1,2}}(?![0-9])"
    f"|{_NUMBER}月(?!主题)|[0-9]日(?!常|语)"
    f"|(?:近|过去|最近){_NUMBER}{{1,3}}[余多]?个[余多]?(?:月|学期|学年)"
    "|十[一二三四五六七八]五(?!人|名|所|个|年级)"
    "|近年|去年|上年|今年|本年|当年|前年|明年|次年|每年|全年|上一年|年底|年末|年初|上半年|下半年"
    "|本月|当月|上月|季度|学年|学期"
)

_CENTURIES = ("20", "19", "21")
_YEAR = re.compile("(?:19|20|21)[0-9]{2}")
_YEARS = re.compile(
    "(?<![0-9.])(?:19|20|21)[0-9]{2}(?:(?:年?[-–—~至到、和及/])(?:19|20|21)[0-9]{2})*(?:学?年(?!级)|[-/](?:0?[1-9]|1[0-2])(?![0-9%]))"
)


def read_period(text: str) -> Period | Unreadable:
    """The period that the whole text states, or why it states none. Raises for no text."""
    written = folded(text)
    start, mark, end = written.partition(_SPAN)
    at = text.find(text.strip()[:1]) if written else 0
    if not mark:
        part = _read_part(written)
        if isinstance(part, str):
            return Unreadable(text, at, part)
        return Period(part.start, part.end, part.form, written)
    return _read_span(text, at, start, end)


def mentions_date(text: str) -> bool:
    """Whether a printed phrase itself says when: 2023年, 6月, 近三年, 去年, 春季学期, “十三五”; 目前 does not."""
    return _DATE.search(printed_sentence(text).text) is not None


def printed_years(text: str) -> tuple[int, ...]:
    """The years that a phrase prints in digits as dates: 2023年, 2022-2023学年, 2019、2020年, 2023-06."""
    if not any(century in text for century in _CENTURIES):
        return ()
    return tuple(int(year) for match in _YEARS.finditer(text) for year in _YEAR.findall(match[0]))


class _Part(NamedTuple):
    start: int
    end: int
    form: PeriodForm


def _read_span(text: str, at: int, start: str, end: str) -> Period | Unreadable:
    start, end = start.rstrip(), end.lstrip()
    if not start and not end:
        return Unreadable(text, at, "a span needs a beginning or an end")
    first = _read_part(start) if start else None
    if isinstance(first, str):
        return Unreadable(text, at, first)
    last = _read_part(end) if end else None
    if isinstance(last, str):
        return Unreadable(text, len(text.rstrip()) - len(end), last)
    if first is not None and last is not None and first.start > last.end:
        return Unreadable(text, len(text.rstrip()) - len(end), "the span runs backwards")
    return Period(
        start=None if first is None else first.start,
        end=None if last is None else last.end,
        form=PeriodForm.SPAN,
        text=f"{start}{_SPAN}{end}",
    )


def _read_part(written: str) -> _Part | str:
    """A year, a month or a school year; else the reason why it is none."""
    match = _PART.match(written)
    if match is None:
        return f"a period is written as {FORMS}"
    year = int(match[1])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}"
    if match[2]:
        return _month(year, int(match[3]))
    if match[4]:
        return _school_year(year, int(match[5]))
    return _Part(year * 12, year * 12 + 11, PeriodForm.YEAR)


def _month(year: int, month: int) -> _Part | str:
    if not 1 <= month <= 12:
        return "the month must lie between 01 and 12"
    return _Part(year * 12 + month - 1, year * 12 + month - 1, PeriodForm.MONTH)


def _school_year(year: int, second: int) -> _Part | str:
    if second != year + 1:
        return "the second year of a school year is the one after the first (2021/2022)"
    return _Part(year * 12 + 8, year * 12 + 19, PeriodForm.SCHOOL_YEAR)
