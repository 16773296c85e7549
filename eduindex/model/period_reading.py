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
_FOUR_DIGITS = "(?:19|20|21)[0-9]{2}"
_YEAR = re.compile(_FOUR_DIGITS)
_RANGE_MARKS = frozenset("-–—~至到")
# Years that are joined are taken at once, dates or not: to look at each of them again would take quadratic time.
_YEARS = re.compile(
    "(?:(?P<compared>(?<![占师之配])比|[较与同]|[建办立设始创成]于)|(?P<since>[自从由]))?"
    f"(?<![0-9.])(?P<years>{_FOUR_DIGITS}"
    f"(?:(?:年(?:[0-9]{{1,2}}月|[底末初])?)?[-–—~至到、和及/]{{1,2}}{_FOUR_DIGITS})*+)"
    "(?P<mark>学?年(?!级)|[-/](?:0?[1-9]|1[0-2])(?![0-9%]))?(?P<onward>(?:[0-9]{1,2}月|[春秋]季(?:学期)?)?(?:起|以来))?"
)
_TITLE = re.compile("《[^《》]*》?")


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


class Years(NamedTuple):
    """The years from ``first`` to ``last``, both inside."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}年" if self.first == self.last else f"{self.first}-{self.last}年"


def printed_years(text: str) -> tuple[Years, ...]:
    """The years that a phrase prints in digits as dates: 2023年, 2021-2025年, 2022学年, 2019、2020年, 2023-06.

    Passed over: years of titles (《…》) and those that a figure is only compared with or dated back to (较2020年, 由2022年的,
    创建于1996年, 2016年以来). ``text`` is as ``printed_sentence`` prepares it; takes time in proportion to its length.
    """
    if not any(century in text for century in _CENTURIES):
        return ()
    untitled = _TITLE.sub("", text) if "《" in text else text
    return tuple(years for match in _YEARS.finditer(untitled) for years in _years_of(match))


def _years_of(match: re.Match[str]) -> list[Years]:
    """The years of a match of ``_YEARS``: none where they are no date, or another one than the figure's."""
    if not match["mark"] or match["compared"]:
        return []
    joined, found, done = match["years"], list[Years](), 0
    for year in _YEAR.finditer(joined):
        number = int(year[0])
        if found and found[-1].first < number and not _RANGE_MARKS.isdisjoint(joined[done : year.start()]):
            found[-1] = Years(found[-1].first, number)
        else:
            found.append(Years(number, number))
        done = year.end()
    if len(found) == 1 and found[0].first == found[0].last:
        if match["since"] or match["onward"]:
            return []
        if match["mark"] == "学年":
            return [Years(found[0].first, found[0].last + 1)]
    return found


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
