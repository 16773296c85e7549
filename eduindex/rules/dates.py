"""The family P, dates: periods that the date of publication forbids.

Whoever publishes in 2024 knows no result of 2025, but does know the state of 2024: a stock without a printed date takes the
year of its report. A date of publication that says no day is taken at the end that excuses the entry.
"""

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from eduindex.model import findings
from eduindex.model.catalogue import Time
from eduindex.model.diagnostic import Severity
from eduindex.model.district import Status
from eduindex.model.observation import Observation
from eduindex.model.period import Period, PeriodForm
from eduindex.rules.rule import EntryRule, Example, Finding, Part, Reports, Rule

DAYS_OF_GRACE: Final = 90
_RECURRENT = ("每年", "每学年")


class _Timing(NamedTuple):
    begins_after: bool
    ends_long_after: bool
    over_before: bool


def _begins_after_publication(observation: Observation, _reports: Reports) -> Finding | None:
    if observation.entry.status is not Status.ACTUAL or not _timing_of(observation).begins_after:
        return None
    message = f"the period begins after its source was published ({observation.source.published})"
    return Finding(
        observation.entry.place_of("period"),
        message,
        "correct the period or the date of publication, or write status: target",
        observation.entry.period,
    )


def _ends_after_publication(observation: Observation, _reports: Reports) -> Finding | None:
    timing = _timing_of(observation)
    if observation.entry.status is not Status.ACTUAL or timing.begins_after or not timing.ends_long_after:
        return None
    if _holds_in_running_year(observation):
        return None
    message = f"the period ends more than {DAYS_OF_GRACE} days after its source was published"
    start = observation.period.start
    running = "" if start is None else f", or leave its end open ({_beginning(start)}..)"
    hint = f"published {observation.source.published}: write the period that was over{running}"
    return Finding(observation.entry.place_of("period"), message, hint, observation.entry.period)


def _holds_in_running_year(observation: Observation) -> bool:
    """Whether a report may state the figure for the year it appears in: a yearly amount, or a stock.

    A stock without a date (目前) takes the year of its report, and one of a school year holds at its beginning.
    """
    if observation.period.whole_years != 1:
        return False
    if any(word in observation.entry.evidence for word in _RECURRENT):
        return True
    if observation.indicator.time is not Time.STOCK:
        return False
    return observation.period.form is PeriodForm.SCHOOL_YEAR or not observation.date_is_printed


def _beginning(month: int) -> str:
    """The first month of a period as a period is written: 2023, or 2023-09."""
    year, number = divmod(month, 12)
    return f"{year}-{number + 1:02}" if number else f"{year}"


def _target_for_the_past(observation: Observation, _reports: Reports) -> Finding | None:
    if observation.entry.status is not Status.TARGET or not _timing_of(observation).over_before:
        return None
    message = f"a target for a period that had ended before its source was published ({observation.source.published})"
    hint = "remove status: target, or write the period that is planned"
    return Finding(observation.entry.place_of("period"), message, hint, observation.entry.period)


def _timing_of(observation: Observation) -> _Timing:
    return _timing(observation.source.published, observation.period)


@lru_cache(maxsize=4096)
def _timing(published: str, period: Period) -> _Timing:
    """How a period lies to a date of publication; a month or year of publication is taken at the end that excuses."""
    days = _days_of_publication(published)
    if days is None:
        return _Timing(begins_after=False, ends_long_after=False, over_before=False)
    first, last = days
    return _Timing(
        begins_after=period.start is not None and _first_day(period.start) > last,
        ends_long_after=period.end is not None and _first_day(period.end + 1) - 1 > last + DAYS_OF_GRACE,
        over_before=period.end is not None and _first_day(period.end + 1) - 1 < first,
    )


def _days_of_publication(published: str) -> tuple[int, int] | None:
    """The first and the last day (as ordinals) on which a source may have been published; ``None`` for undated."""
    parts = [int(part) for part in published.split("-")] if published[:4].isdigit() else []
    if not parts:
        return None
    year = parts[0]
    if len(parts) == 1:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    month = year * 12 + parts[1] - 1
    if len(parts) == 2:
        return _first_day(month), _first_day(month + 1) - 1
    day = _first_day(month) + parts[2] - 1
    return day, day


def _first_day(month: int) -> int:
    """The first day of a month (year * 12 + month - 1), as an ordinal."""
    return date(month // 12, month % 12 + 1, 1).toordinal()


RULES: Final[tuple[Rule, ...]] = (
    EntryRule(
        code=findings.BEGINS_AFTER_PUBLICATION,
        title="an actual figure whose period begins after its source was published",
        why=(
            "A report cannot know a result of a time that had not begun when it was published: the period or the date of "
            "publication is wrong, or the figure is a plan. Correct the one, or write status: target."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2024-09
    source: report-2023
    evidence: 目前,普惠性幼儿园覆盖率达92.4%
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2023-09
    source: report-2023
    evidence: 目前,普惠性幼儿园覆盖率达92.4%
""",
        ),
        acceptable=True,
        check=_begins_after_publication,
    ),
    EntryRule(
        code=findings.ENDS_AFTER_PUBLICATION,
        severity=Severity.WARNING,
        title="an actual figure whose period ends more than 90 days after its source was published",
        why=(
            "A report of January does not know the result of the whole year that has just begun; mostly the year of "
            "publication was taken for the year that is reported on. Write the period that the figure is about; one that "
            "was still running is written without an end, as 2024.. is. A stock, and what recurs every year (每年), may hold "
            "in the year of publication."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238名
    period: 2024
    source: report-2023
    evidence: 全年招聘新教师238名
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师238名
""",
        ),
        acceptable=True,
        check=_ends_after_publication,
    ),
    EntryRule(
        code=findings.TARGET_FOR_THE_PAST,
        severity=Severity.WARNING,
        title="a target for a period that had ended before its source was published",
        why=(
            "Nobody plans the past: the figure is a result, or the period of the plan is wrong. Remove status: target, or "
            "write the period for which the source plans."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 95%以上
    period: 2022
    status: target
    source: report-2023
    evidence: 确保普惠性幼儿园覆盖率达95%以上
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 95%以上
    period: 2025
    status: target
    source: report-2023
    evidence: 确保普惠性幼儿园覆盖率达95%以上
""",
        ),
        acceptable=True,
        check=_target_for_the_past,
    ),
)
