"""The family P, sizes: figures that a slipped 万 or 亿 explains better than anything that happened in a district.

A figure is held against the other periods of its own series and against the other districts; which of two is wrong nobody can
tell from the figures alone, so each finding names both readings and is a warning.
"""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Final

from eduindex.model import findings
from eduindex.model.diagnostic import Severity
from eduindex.model.interval import EXACT
from eduindex.model.observation import Observation
from eduindex.model.quantity import Bound
from eduindex.rules.rule import EntryRule, Example, Finding, Part, Reports, Rule, SeriesRule, WorkspaceRule
from eduindex.rules.summary import Key, Level, Summary

FEWEST_NEIGHBOURS: Final = 3
_HUNDRED = Decimal(100)
_FEWEST_DIGITS = 3  # that two numbers share by more than chance
_SLIPS = {4: "万", 8: "亿"}


def _unlike_other_period(series: Sequence[Observation]) -> Iterator[Finding]:
    sized = [one for one in series if one.point is not None and one.point > 0 and not one.indicator.levels]
    sizes = [one.point for one in sized if one.point is not None]
    if len(sizes) < 2 or max(sizes) < 10 * min(sizes):
        return
    sized.sort(key=lambda one: one.period.last_month)
    usual = Decimal(median(sizes)) if len(sizes) > 2 else None
    for earlier, later in pairwise(sized):
        if earlier.period.span != later.period.span and _is_unlike(earlier, later):
            odd, other = (earlier, later) if usual and _is_odder(earlier, later, usual) else (later, earlier)
            yield _unlike(odd, other)


def _is_unlike(first: Observation, second: Observation) -> bool:
    """Whether one is at least a hundred times the other, or they differ by a power of ten alone."""
    small, large = sorted((first.point or Decimal(0), second.point or Decimal(0)))
    return large >= EXACT.multiply(small, _HUNDRED) or _same_digits(small, large)


def _same_digits(small: Decimal, large: Decimal) -> bool:
    first, second = EXACT.normalize(small).as_tuple(), EXACT.normalize(large).as_tuple()
    return first.digits == second.digits and first.exponent != second.exponent and len(first.digits) >= _FEWEST_DIGITS


def _is_odder(first: Observation, second: Observation, usual: Decimal) -> bool:
    return _distance(first, usual) > _distance(second, usual)


def _distance(observation: Observation, usual: Decimal) -> float:
    ratio = float(observation.point or 1) / float(usual)
    return max(ratio, 1 / ratio)


def _unlike(odd: Observation, other: Observation) -> Finding:
    size, reference = float(odd.point or 1), float(other.point or 1)
    line = other.entry.place_of("value").line
    message = f"{_times(size, reference)} {other.entry.value} of {other.period} (line {line})"
    unit = odd.indicator.unit
    here, there = _at_other_power(size, reference, unit), _at_other_power(reference, size, unit)
    hint = (
        f"{_suspicion(size, reference)}: perhaps {here} is meant here, or {there} there; compare both with the source"
    )
    return Finding(odd.entry.place_of("value"), message, hint, odd.entry.value)


def _times(size: float, reference: float) -> str:
    ratio = size / reference
    return f"the value is {ratio:,.0f} times" if ratio >= 1 else f"the value is 1/{1 / ratio:,.0f} of"


def _suspicion(size: float, reference: float) -> str:
    """What may have happened, by the power of ten that lies between the two."""
    word = _SLIPS.get(abs(_power(size, reference)))
    return f"a slipped {word}" if word else "a slipped decimal point, 万 or 亿"


def _at_other_power(size: float, reference: float, unit: str) -> str:
    """The number at the power of ten that comes nearest to the reference."""
    return f"{Decimal(repr(size)).scaleb(_power(size, reference)).normalize():f}{unit}"


def _power(size: float, reference: float) -> int:
    return round(math.log10(reference / size))


def _more_than_full_count(observation: Observation, _reports: Reports) -> Finding | None:
    if observation.bound is not Bound.OVER or observation.quantity.interval.high is not None:
        return None
    message = "余 or 多 after a number that is counted to its last digit leaves the value without an upper end"
    return Finding(observation.entry.place_of("value"), message, "compare it with the source", observation.entry.value)


def _unlike_neighbours(summaries: Sequence[Summary]) -> Iterator[Finding]:
    by_key: dict[Key, list[Level]] = {}
    for summary in summaries:
        for key, level in summary.levels.items():
            by_key.setdefault(key, []).append(level)
    for key, levels in by_key.items():
        if len(levels) > FEWEST_NEIGHBOURS:
            yield from _unlike_median(key[0], levels)


def _unlike_median(indicator: str, levels: list[Level]) -> Iterator[Finding]:
    """Levels that lie a hundredfold above or below the median of the others."""
    levels.sort(key=lambda level: level.size)
    sizes = [level.size for level in levels]
    for number in _candidates(sizes):
        others = _median_without(sizes, number)
        level = levels[number]
        if level.size >= 100 * others or level.size * 100 <= others:
            message = f"{_times(level.size, others)} the median of {indicator} in {len(sizes) - 1} other districts"
            meant = _at_other_power(level.size, others, level.unit)
            hint = f"{_suspicion(level.size, others)}: perhaps {meant} is meant; compare it with the source"
            yield Finding(level.place, message, hint, level.written)


def _candidates(sizes: list[float]) -> Iterator[int]:
    """The indices of what may lie far off in a sorted list: from both ends inwards."""
    for number, size in enumerate(sizes):
        if size * 50 > sizes[len(sizes) // 2]:
            break
        yield number
    for number in range(len(sizes) - 1, -1, -1):
        if sizes[number] < 50 * sizes[len(sizes) // 2]:
            break
        yield number


def _median_without(sizes: list[float], number: int) -> float:
    """The median of a sorted list without one of its members."""
    rest = len(sizes) - 1
    at = [index + (index >= number) for index in ((rest - 1) // 2, rest // 2)]
    return (sizes[at[0]] + sizes[at[1]]) / 2


RULES: Final[tuple[Rule, ...]] = (
    WorkspaceRule(
        code=findings.UNLIKE_NEIGHBOURS,
        severity=Severity.WARNING,
        title="a value is a hundred or more times those of the other districts, or a hundredth",
        why=(
            "Districts differ in size, but seldom that much: mostly 万 or 亿 was dropped or doubled, or the figure belongs "
            "to another indicator. Compare the value with the source; if it is really so, accept the finding and say why."
        ),
        bad=Example(
            Part.SITUATION,
            "Three districts say an expenditure of 6.8亿元, 7.1亿元 and 9.4亿元; a fourth one says 612万元.",
        ),
        good=Example(Part.SITUATION, "The fourth district says 6.12亿元."),
        acceptable=True,
        check=_unlike_neighbours,
    ),
    SeriesRule(
        code=findings.UNLIKE_OTHER_PERIOD,
        severity=Severity.WARNING,
        title="a value is a hundred times that of another period of its district, or has its digits at another power of ten",
        why=(
            "Hardly anything in education grows a hundredfold in some years: mostly 万 stands for 亿, or a decimal point "
            "slipped. Compare both values with the source; where the source itself is wrong, accept the finding and say "
            "so."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: public_education_expenditure
    value: 612万元
    period: 2022
    source: report-2023
    evidence: 2022年一般公共预算教育经费612万元
  - indicator: public_education_expenditure
    value: 7.68亿元
    period: 2023
    source: report-2023
    evidence: 2023年一般公共预算教育经费7.68亿元
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: public_education_expenditure
    value: 7.12亿元
    period: 2022
    source: report-2023
    evidence: 2022年一般公共预算教育经费7.12亿元
  - indicator: public_education_expenditure
    value: 7.68亿元
    period: 2023
    source: report-2023
    evidence: 2023年一般公共预算教育经费7.68亿元
""",
        ),
        acceptable=True,
        check=_unlike_other_period,
    ),
    EntryRule(
        code=findings.MORE_THAN_FULL_COUNT,
        severity=Severity.WARNING,
        title="余 or 多 stands after a number that is counted to its last digit",
        why=(
            "Who has counted 238 teachers does not say 238余: what is above it, nobody can tell, so the value has no upper "
            "end. Mostly 余 was added by habit. If the source prints it so, accept the finding and say so."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238余名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师238余名
    period_evidence: 2023年
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 230余名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师230余名
    period_evidence: 2023年
""",
        ),
        acceptable=True,
        check=_more_than_full_count,
    ),
)
