"""The dates that a sentence prints, each as the reference period that it means in a report of a given year.

Years that belong to other words are none: titles (《…(2021—2035)》), what a figure is compared with (较2020年), foundations
(创建于1996年), and the names of measures (2025年行动计划).
"""

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from eduindex.extraction.horizon import Horizon

_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PLANS = {
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
}  # the five-year plans by their first year

_YEAR = "(?:19|20|21)[0-9]{2}"
_DATE = re.compile(
    f"(?P<title>《[^《》]{{0,80}}》)"
    f"|(?P<run>{_YEAR}年?(?:[、,，和及]{_YEAR}年?)+(?<=年))"
    f"|(?P<full>{_YEAR})[-/.](?P<fullmonth>1[0-2]|0?[1-9])[-/.][0-9]{{1,2}}(?![0-9])"
    f"|(?P<school>{_YEAR})(?:年?[-—–~至到/](?P<schoolend>{_YEAR}|[0-9]{{2}}))?学年度?(?P<term>[第上下春秋一二][季一二]?学?期)?"
    f"|(?P<within>{_YEAR})年(?P<m1>1[0-2]|[1-9])月?[-—–~至到](?P<m2>1[0-2]|[1-9])月"
    f"|(?P<first>{_YEAR})年?(?:[底末初])?[-—–~至到](?P<last>{_YEAR})年(?!级)"
    f"|(?P<year>{_YEAR})年(?:(?P<month>1[0-2]|[1-9])月(?:[0-9]{{1,2}}日|[底末初])?|(?P<part>[底末初])|(?P<season>[春秋]季)(?:学期|开学)?|(?P<of>[上下]半年))?"
    "(?P<since>以来|起|至今|开始)?(?!级|行动计划|规划)"
    f"|(?<![0-9])近(?P<past>[{''.join(_NUMERALS)}]|[0-9]{{1,2}})年来?"
    f"|(?<![0-9近])(?P<ago>[{''.join(_NUMERALS)}]|[0-9]{{1,2}})年[多间]?来"
    "|(?<![0-9])(?<![0-9]年)(?P<from>1[0-2]|[1-9])月?[-—–~至到](?P<until>1[0-2]|[1-9])月"
    "|(?P<half>[上下])半年"
    "|(?P<schoolyear>[上本]学年)度?"
    f"|(?:过去|最近)的?(?P<lastyears>[{''.join(_NUMERALS)}]|[0-9]{{1,2}})年"
    "|[“\"‘']?(?P<plan>十[一二三四五])[·•]?五[”\"’']?(?P<planpart>以来|期间|时期|末|期末|[初开]局之年)?(?!规划|[人名所个年级])"
    "|(?<![比较与同以于超和])(?P<relative>去年|上一?年度?|前年|今年|本年度?|明年|来年|次年|全年|年内|当年)(?P<end>[底末])?"
    "|(?<![0-9])(?<![0-9]年)(?P<alone>1[0-2]|[1-9])月份?(?:[底末初])?(?P<alonesince>以来|起|至今)?(?!主题)"
    "|(?P<now>截[至止]目前|目前|现有|现已|眼下|当前)"
)
_COMPARED = re.compile("(?:[比较与同]|相?比于?|超过|[建办立设始创成]于|[不高低优]于)(?:于)?$")
# What is told by the year that was named last: 2022年,...,全年...
_BY_THE_YEAR = re.compile("全年|年内|当年|[上下]半年|[0-9]")
_OFFSETS = {"去": -1, "上": -1, "前": -2, "今": 0, "本": 0, "全": 0, "年": 0, "当": 0, "明": 1, "来": 1, "次": 1}


class Sort(Enum):
    """What a date says about the time of a figure."""

    AT = auto()  # a year, a month, a school year, a span
    SINCE = auto()  # from then on, until the report
    NOW = auto()  # 目前


class PrintedDate(NamedTuple):
    """A date in a sentence: ``[start, end)``, its period (empty for NOW), its last year, and whether 由 or 从 opens it."""

    start: int
    end: int
    sort: Sort
    period: str
    last_year: int
    opens_a_range: bool = False


def dates_in(text: str, horizon: Horizon) -> tuple[PrintedDate, ...]:
    """The dates of a sentence, in order; ``text`` is as a paragraph holds it."""
    found = []
    for match in _DATE.finditer(text):
        if match["title"] or _COMPARED.search(text, max(0, match.start() - 3), match.start()):
            continue
        if match["run"]:
            found.extend(_run(match))
            continue
        spoken_of = found[-1].last_year if found and match.lastgroup and _BY_THE_YEAR.match(match[0]) else horizon.year
        read = _read(match, horizon._replace(year=spoken_of))
        if read is not None:
            sort, period, last = read
            opens = text[match.start() - 1 : match.start()] in ("由", "从")
            found.append(PrintedDate(match.start(), match.end(), sort, period, last, opens))
    return tuple(found)


def _read(match: "re.Match[str]", horizon: Horizon) -> tuple[Sort, str, int] | None:
    for form, read in _READERS.items():
        if match[form]:
            return read(match, horizon)
    return _relative(match, horizon) if horizon.year else None


def _now(_: "re.Match[str]", horizon: Horizon) -> tuple[Sort, str, int]:
    return Sort.NOW, "", horizon.year or 0


def _full(match: "re.Match[str]", _: Horizon) -> tuple[Sort, str, int]:
    return _month(int(match["full"]), int(match["fullmonth"]))


def _span(match: "re.Match[str]", _: Horizon) -> tuple[Sort, str, int] | None:
    first, last = int(match["first"]), int(match["last"])
    return (Sort.AT, f"{first}..{last}", last) if first < last else None


def _run(match: "re.Match[str]") -> list[PrintedDate]:
    """The years of 2013、2014、2015年."""
    start = match.start()
    return [
        PrintedDate(start + year.start(), start + year.end(), Sort.AT, year[0], int(year[0]))
        for year in re.finditer(_YEAR, match["run"])
    ]


def _month(year: int, month: int) -> tuple[Sort, str, int]:
    return Sort.AT, f"{year}-{month:02d}", year


def _within(match: "re.Match[str]", _: Horizon) -> tuple[Sort, str, int] | None:
    return _months(int(match["within"]), match["m1"], match["m2"])


def _school_year(match: "re.Match[str]", _: Horizon) -> tuple[Sort, str, int]:
    first, term = int(match["school"]), match["term"] or ""
    if match["schoolend"]:
        printed = match["schoolend"]
        last = int(printed) if len(printed) == 4 else first // 100 * 100 + int(printed)
        if last != first + 1:
            return Sort.AT, f"{first}..{last}", last
    if any(mark in term for mark in "秋上") or term.startswith("第一"):
        return Sort.AT, f"{first}-09..{first + 1}-01", first + 1
    if any(mark in term for mark in "春下") or term.startswith("第二"):
        return Sort.AT, f"{first + 1}-02..{first + 1}-08", first + 1
    return Sort.AT, f"{first}/{first + 1}", first + 1


def _year(match: "re.Match[str]", horizon: Horizon) -> tuple[Sort, str, int] | None:
    year = int(match["year"])
    if match["since"]:
        start = f"{year}-{int(match['month']):02d}" if match["month"] else f"{year}"
        return Sort.SINCE, horizon.since(start), horizon.year or year
    if match["month"]:
        return _month(year, int(match["month"]))
    if match["of"]:
        return Sort.AT, _half(year, match["of"]), year
    if match["season"] == "秋季":
        return Sort.AT, f"{year}-09..{year + 1}-01", year
    return Sort.AT, str(year), year


def _plan(match: "re.Match[str]", horizon: Horizon) -> tuple[Sort, str, int] | None:
    first, part = _PLANS[match["plan"]], match["planpart"] or ""
    if "末" in part:
        return Sort.AT, str(first + 4), first + 4
    if part == "以来":
        return Sort.SINCE, horizon.since(str(first)), horizon.year or first
    if part in ("期间", "时期"):
        over = horizon.year is None or horizon.year >= first + 4
        return Sort.AT, f"{first}..{first + 4}" if over else f"{first}..", first + 4
    return None


def _relative(match: "re.Match[str]", horizon: Horizon) -> tuple[Sort, str, int] | None:
    """A date that is told by the year spoken of."""
    year = horizon.year or 0
    past = match["past"] or match["lastyears"] or match["ago"]
    if past:
        number = int(past) if past.isdigit() else _NUMERALS[past]
        return (Sort.AT, f"{year - number + 1}..{year}", year) if number > 1 else (Sort.AT, str(year), year)
    if match["relative"]:
        year += _OFFSETS[match["relative"][0]]
        return Sort.AT, str(year), year
    if match["schoolyear"]:
        return Sort.AT, f"{year - 1}/{year}" if match["schoolyear"] == "上学年" else f"{year}/{year + 1}", year
    return _months_of(match, year)


def _months_of(match: "re.Match[str]", year: int) -> tuple[Sort, str, int] | None:
    if match["half"]:
        return Sort.AT, _half(year, match["half"]), year
    if match["from"]:
        return _months(year, match["from"], match["until"])
    month = int(match["alone"])
    return (Sort.SINCE, f"{year}-{month:02d}..", year) if match["alonesince"] else _month(year, month)


def _half(year: int, half: str) -> str:
    return f"{year}-01..{year}-06" if half.startswith("上") else f"{year}-07..{year}-12"


def _months(year: int, first: str, last: str) -> tuple[Sort, str, int] | None:
    return (Sort.AT, f"{year}-{int(first):02d}..{year}-{int(last):02d}", year) if int(first) < int(last) else None


_READERS: Final = {
    "within": _within,
    "now": _now,
    "full": _full,
    "school": _school_year,
    "first": _span,
    "year": _year,
    "plan": _plan,
}
