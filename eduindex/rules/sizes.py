"""The family P, sizes: figures that a slipped 万 or 亿 explains better than anything that happened in a district.

A figure is held against the other periods of its own series and against the other districts; which of two is wrong nobody can
tell from the figures alone, so each finding names both readings and is a warning.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile
from statistics import median
from typing import Final

from eduindex.model import findings
from eduindex.model.catalogue import Kind, Time
from eduindex.model.diagnostic import Severity
from eduindex.model.interval import EXACT
from eduindex.model.observation import Observation
from eduindex.model.quantity import Bound
from eduindex.model.shortening import shortened
from eduindex.rules.rule import EntryRule, Example, Finding, Part, Reports, Rule, SeriesRule, WorkspaceRule
from eduindex.rules.summary import Key, Newest, Summary, counts_single_things

FEWEST_NEIGHBOURS: Final = 2
_FACTOR: Final = 100  # what hardly anything in education grows by, or differs by between districts
_FEWEST_DIGITS = 3  # that two numbers share by more than chance
_SLIPS = {4: "a slipped 万", 8: "a slipped 亿"}


def _unlike_other_period(series: Sequence[Observation]) -> Iterator[Finding]:
    indicator = series[0].indicator
    if indicator.levels or indicator.kind is Kind.RANK:
        return
    sized = [one for one in series if one.point is not None and one.point > 0]
    sizes = [one.point for one in sized if one.point is not None]
    if len(sizes) < 2 or max(sizes) < 10 * min(sizes):
        return
    sized.sort(key=lambda one: one.period.last_month)
    for alike in _of_one_length(sized):
        yield from _unlike_before_or_after(alike)


def _of_one_length(sized: list[Observation]) -> Iterable[list[Observation]]:
    """Flows by the months that they run, for three years hold more than one; stocks all together."""
    if sized[0].indicator.time is not Time.FLOW:
        return (sized,)
    by_months: dict[int, list[Observation]] = {}
    for observation in sized:
        if observation.period.months is not None:
            by_months.setdefault(observation.period.months, []).append(observation)
    return by_months.values()


def _unlike_before_or_after(sized: Sequence[Observation]) -> Iterator[Finding]:
    """What is unlike the period before or after; a single odd value is told once, not beside both."""
    usual = median([one.point for one in sized if one.point is not None]) if len(sized) > 2 else None
    told = -1
    for number, (earlier, later) in enumerate(pairwise(sized)):
        if earlier.period.span == later.period.span or not _is_unlike(earlier, later):
            continue
        if usual is None or not _is_odder(earlier, later, usual):
            told = number + 1
            yield _unlike(later, earlier)
        elif told != number:
            told = number
            yield _unlike(earlier, later)


def _is_unlike(first: Observation, second: Observation) -> bool:
    """Whether one is at least a hundred times the other, or they differ by a power of ten alone."""
    small, large = sorted((first.point or Decimal(0), second.point or Decimal(0)))
    return large >= EXACT.multiply(small, Decimal(_FACTOR)) or _same_digits(small, large)


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
    message = f"{_times(size, reference)} {shortened(other.entry.value)} of {other.period} (line {line})"
    unit, is_whole = odd.indicator.unit, counts_single_things(odd)
    here, there = (
        _at_other_power(size, reference, unit, is_whole=is_whole),
        _at_other_power(reference, size, unit, is_whole=is_whole),
    )
    readings = [f"{reading} is meant {where}" for reading, where in ((here, "here"), (there, "there")) if reading]
    suspicion = _suspicion(_power(size, reference), odd.entry.value + other.entry.value)
    hint = f"{suspicion}{_perhaps(readings)}; compare both with the source"
    return Finding(odd.entry.place_of("value"), message, hint, odd.entry.value)


def _times(size: float, reference: float) -> str:
    ratio = size / reference
    return f"the value is {ratio:,.0f} times" if ratio >= 1 else f"the value is 1/{1 / ratio:,.0f} of"


def _suspicion(power: int, written: str) -> str:
    """What may have happened, by the power of ten that lies between two figures and by what is written."""
    if abs(power) in _SLIPS:
        return _SLIPS[abs(power)]
    if any(mark in written for mark in ".万亿"):
        return "a slipped decimal point, 万 or 亿"
    return "a digit too many or too few"


def _perhaps(readings: Sequence[str]) -> str:
    return f": perhaps {', or '.join(readings)}" if readings else ""


def _at_other_power(size: float, reference: float, unit: str, *, is_whole: bool) -> str:
    """The number at the power of ten that comes nearest to the reference; "" where it would count 1.2 things."""
    number = Decimal(repr(size)).scaleb(_power(size, reference)).normalize()
    if is_whole and number != number.to_integral_value():
        return ""
    return f"{number:f}{unit}"


def _power(size: float, reference: float) -> int:
    return round(math.log10(reference / size))


def _more_than_full_count(observation: Observation, _reports: Reports) -> Finding | None:
    if observation.bound is not Bound.OVER or observation.quantity.interval.high is not None:
        return None
    message = "余 or 多 after a number that is counted to its last digit leaves the value without an upper end"
    return Finding(observation.entry.place_of("value"), message, "compare it with the source", observation.entry.value)


def _unlike_neighbours(summaries: Sequence[Summary]) -> Iterator[Finding]:
    by_key: dict[Key, list[Newest]] = {}
    for summary in summaries:
        for key, newest in summary.newest.items():
            by_key.setdefault(key, []).append(newest)
    for key, figures in by_key.items():
        if len(figures) > FEWEST_NEIGHBOURS:
            yield from _unlike_median(key[0], figures)


def _unlike_median(indicator: str, figures: list[Newest]) -> Iterator[Finding]:
    """Figures that lie a hundredfold above or below the median of the others.

    Where two of the others are the middle, the nearer one decides: of 1, 1 and 250 only the last is odd.
    """
    figures.sort(key=lambda figure: figure.size)
    last = len(figures) - 1
    above_middle, below_middle = figures[last // 2].size, figures[(last + 1) // 2].size
    small = takewhile(lambda figure: figure.size * _FACTOR <= below_middle, figures)
    large = takewhile(lambda figure: figure.size >= above_middle * _FACTOR, reversed(figures))
    others = f"the median of {indicator} in {last} other districts"
    yield from (_unlike_others(figure, below_middle, others) for figure in small)
    yield from (_unlike_others(figure, above_middle, others) for figure in large)


def _unlike_others(figure: Newest, middle: float, others: str) -> Finding:
    meant = _at_other_power(figure.size, middle, figure.unit, is_whole=figure.is_whole)
    perhaps = _perhaps([f"{meant} is meant"] if meant else [])
    hint = f"{_suspicion(_power(figure.size, middle), figure.written)}{perhaps}; compare it with the source"
    return Finding(figure.place, f"{_times(figure.size, middle)} {others}", hint, figure.written)


RULES: Final[tuple[Rule, ...]] = (
    WorkspaceRule(
        code=findings.UNLIKE_NEIGHBOURS,
        severity=Severity.WARNING,
        title="a value is a hundred or more times those of the other districts, or a hundredth",
        why=(
            "Districts differ in size, but seldom that much: mostly 万 or 亿 was dropped or doubled, or the figure belongs "
            "to another indicator. Newest figures of whole districts are held against the median of the others, flows only "
            f"against those of as many months, where at least {FEWEST_NEIGHBOURS} other districts state one. Compare the "
            "value with the source; if it is really so, accept the finding and say why."
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
            "slipped. A flow is held only against periods of its own length. Compare both values with the source; where "
            "the source itself is wrong, accept the finding and say so."
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
