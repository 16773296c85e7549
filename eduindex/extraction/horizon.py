"""What a report says of its own time: the year that it is about, and when it was published.

Its title comes first, then its date of publication (early in a year the year before is told), then the latest year printed
as past or present.
"""

import re
from datetime import date
from typing import Final, NamedTuple

_YEAR = "(?:19|20)[0-9]{2}"
_PUBLISHED = re.compile(
    f"(?<![0-9])(?P<year>{_YEAR})(?:年(?P<m1>1[0-2]|[1-9])月(?P<d1>[0-9]{{1,2}})日|[-/.](?P<m2>1[0-2]|0?[1-9])[-/.](?P<d2>[0-9]{{1,2}})(?![0-9]))"
)
_TITLE_YEAR = re.compile(
    f"(?<![0-9])(?:(?:19|20)[0-9]{{2}}[-—–~至])?(?P<year>{_YEAR})(?:学年度?|年度?)[^,，。;0-9]{{0,30}}?"
    "(?:工作总结|工作报告|工作情况|情况|总结|公报|统计|回顾|自查|自评|概况|推进|发展|成效|年鉴)"
)
_TITLE_PLAN = re.compile(
    f"(?P<year>{_YEAR})年(?:度)?[^,，。;0-9]{{0,20}}?(?:工作要点|工作计划|工作思路|工作打算|重点工作|工作安排)"
)
_LEAD_YEAR = re.compile(f"(?:^|\n)\\s*(?P<year>{_YEAR})年(?:以来|度)?(?:[,，是]|[我全]|教育)")
_ANY_YEAR = re.compile(f"(?<![0-9《(])(?P<year>{_YEAR})年(?![^。]{{0,6}}(?:规划|行动计划))")
# What else stands on the line of a date of publication: the time of day, counters, sources.
_BESIDE_A_DATE = re.compile(
    "[0-9: \t)）]*(?:(?:浏览|点击|阅读|来源|字号|作者|编辑|发布|印发|责任|访问|【)[^。]{0,40})?"
)
_HEAD, _TAIL = 1500, 600  # characters in which a report tells its date
_FIRST_MONTHS: Final = 6
_YEARS: Final = range(1990, 2100)


class Horizon(NamedTuple):
    """The time from which a report speaks: the year that it is about, and its month of publication (``2024-04``) or nothing.

    ``accounts_for_year`` tells that the report announces itself as the account of its year.
    """

    year: int | None
    published: str = ""
    accounts_for_year: bool = False

    @property
    def now(self) -> str:
        """The report's own time, as precisely as it is known."""
        if self.year is None:
            return self.published
        return str(self.year) if self.accounts_for_year or not self.published else self.published

    def since(self, start: str) -> str:
        """The span from ``start`` until the report."""
        until = self.published or (str(self.year) if self.year else "")
        return f"{start}..{until}" if until and start[:4] < until[:4] else f"{start}.."


def published_in(text: str) -> str:
    """The ISO date of publication that a report prints at its head or its end; empty where it prints none."""
    for part, chosen in ((text[-_TAIL:], -1), (text[:_HEAD], 0)):
        found = [day for match in _PUBLISHED.finditer(part) if _stands_alone(part, match) and (day := _day(match))]
        if found:
            return found[chosen]
    return ""


def _day(match: "re.Match[str]") -> str:
    """The ISO date of a match; empty where the calendar has no such day."""
    try:
        day = date(int(match["year"]), int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
    except ValueError:
        return ""
    return day.isoformat()


def _stands_alone(text: str, match: "re.Match[str]") -> bool:
    """Whether a date is a signature or a line of its own, not a part of a sentence."""
    line_start = max(text.rfind(mark, 0, match.start()) for mark in "\n\r。") + 1
    before = text[line_start : match.start()].strip()
    ends = [place for mark in "\n\r" if (place := text.find(mark, match.end())) >= 0]
    after = text[match.end() : min(ends, default=len(text))].strip()
    says = re.search("日期|时间|发布|印发|来源|局|委|府|组", before)
    is_alone = _BESIDE_A_DATE.fullmatch(after) is not None
    return is_alone and (len(before) <= 2 or (says is not None and len(before) <= 40))


def horizon_of(text: str, year: int | None, published: str) -> Horizon:
    """The horizon of a report; what a person states counts before what the report says."""
    head = text[:_HEAD]
    month = published[:7] if len(published) >= 7 else ""
    title = _TITLE_YEAR.search(head)
    lead = _LEAD_YEAR.search(head)
    said = int(title["year"]) if title else int(lead["year"]) if lead else None
    if year is None:
        year = said or _year_published(published) or _planned_year(head) or _latest_year(text)
    return Horizon(year, month, accounts_for_year=said is not None and said == year)


def _year_published(published: str) -> int | None:
    if not published:
        return None
    early = len(published) >= 7 and int(published[5:7]) <= _FIRST_MONTHS
    return int(published[:4]) - early


def _planned_year(head: str) -> int | None:
    plan = _TITLE_PLAN.search(head)
    return int(plan["year"]) if plan else None


def _latest_year(text: str) -> int | None:
    """The latest year that is printed more than a stray time, or the latest at all."""
    counts: dict[int, int] = {}
    for match in _ANY_YEAR.finditer(text):
        number = int(match["year"])
        if number in _YEARS and text[max(0, match.start() - 1) : match.start()] not in ("到", "至"):
            counts[number] = counts.get(number, 0) + 1
    if not counts:
        return None
    often = [number for number, count in counts.items() if count * 4 >= max(counts.values())]
    return max(often)
