"""The family P, printed periods: an entry whose period is not the one that its own evidence prints.

A phrase prints years that are not its own, too: what a figure is compared with, the name of a plan, the year of a foundation.
They are passed over, for a warning that is wrong half the time is switched off.
"""

import re
from typing import Final

from eduindex.model import findings
from eduindex.model.catalogue import Time
from eduindex.model.diagnostic import Severity
from eduindex.model.observation import Observation
from eduindex.model.period import Period, PeriodForm
from eduindex.model.period_reading import Years, printed_years
from eduindex.model.printed_text import printed_sentence
from eduindex.rules.evidence import MOST_SEARCHED
from eduindex.rules.rule import EntryRule, Example, Finding, Part, Reports, Rule

_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SAYS_YEAR = re.compile(f"[0-9０-９]\\s*学?\\s*年|近\\s*[{''.join(_NUMERALS)}0-9０-９]")
_YEAR_BEFORE = re.compile("(?<![比较与同以于超])(?:去年|上年|上一年)")
_SINCE = re.compile("((?:19|20|21)[0-9]{2})年以来")
_PAST_YEARS = re.compile(f"近([{''.join(_NUMERALS)}]|[0-9]{{1,2}})年(?!级)")


def _other_period_printed(observation: Observation, _reports: Reports) -> Finding | None:
    entry, period = observation.entry, observation.period
    said = f"{entry.period}年"
    if said in entry.evidence or said in entry.period_evidence:  # the usual case, told at a glance
        return None
    if "年" not in entry.evidence and "年" not in entry.period_evidence:
        return None
    raw = f"{entry.evidence}。{entry.period_evidence}"
    if len(raw) > MOST_SEARCHED or _SAYS_YEAR.search(raw) is None:
        return None
    printed = printed_sentence(raw).text
    other = _other_year(printed, period) or _other_length(printed, period)
    if not other and observation.indicator.time is Time.FLOW:
        other = _other_start(printed, period)
    if not other:
        return None
    message = f"the evidence prints {other} and not the period"
    hint = "write the period that is printed, or add the period_evidence that says otherwise"
    return Finding(entry.place_of("period"), message, hint, entry.period)


def _other_year(printed: str, period: Period) -> str:
    """The printed years, where none of them lies in the period."""
    years = sorted(set(printed_years(printed)))
    meant = [*years]
    if years and _YEAR_BEFORE.search(printed) is not None:  # 截至2023年1月,去年...
        meant += [Years(year.first - 1, year.last - 1) for year in years]
    start = period.start // 12 if period.start is not None else 0
    end = period.end // 12 if period.end is not None else 9999
    if any(year.first <= end and start <= year.last for year in meant):
        return ""
    return "、".join(str(year) for year in years)


def _other_start(printed: str, period: Period) -> str:
    """The printed year since which the figure counts, where the period begins in another."""
    since = _SINCE.search(printed)
    if since is None or period.start is None or period.start // 12 == int(since[1]):
        return ""
    return since[0]


def _other_length(printed: str, period: Period) -> str:
    """The printed number of years (近三年), where the period has another."""
    past = _PAST_YEARS.search(printed)
    if past is None or period.form is not PeriodForm.SPAN or period.whole_years is None:
        return ""
    number = int(past[1]) if past[1].isdigit() else _NUMERALS[past[1]]
    return "" if period.whole_years == number else past[0]


RULES: Final[tuple[Rule, ...]] = (
    EntryRule(
        code=findings.OTHER_PERIOD_PRINTED,
        severity=Severity.WARNING,
        title="the evidence prints another year, or another number of years, than the period",
        why=(
            "The source itself says when the figure holds, and the entry says something else. Write the printed year as "
            "the period; if the year belongs to other words of the phrase, shorten the evidence or accept the finding."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238名
    period: 2023
    source: report-2023
    evidence: 2022年招聘新教师238名
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238名
    period: 2022
    source: report-2023
    evidence: 2022年招聘新教师238名
""",
        ),
        acceptable=True,
        check=_other_period_printed,
    ),
)
