"""The family P, agreement: figures of one district that say the same thing twice, exclude each other, or do not add up.

None of this proves a mistake: sources do contradict themselves. So these are warnings, and a person may accept each of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

from eduindex.model import findings
from eduindex.model.diagnostic import Severity
from eduindex.model.district import Status
from eduindex.model.interval import Interval
from eduindex.model.observation import District, Observation
from eduindex.model.period import Span
from eduindex.rules.rule import DistrictRule, Example, Finding, Part, RepeatRule, Reports, Rule

_MOST_COMPARED = 50  # different figures of one series and period; nobody prints as many
_MOST = Decimal("0.8")  # parts that make up this share of their total are taken for all of its parts


def _contradictions_within(repeated: Sequence[Observation]) -> Iterator[Finding]:
    return _contradictions(repeated, same_source=True)


def _contradictions_across(repeated: Sequence[Observation]) -> Iterator[Finding]:
    return _contradictions(repeated, same_source=False)


def _contradictions(repeated: Sequence[Observation], *, same_source: bool) -> Iterator[Finding]:
    said: dict[tuple[str, Interval], Observation] = {}
    for later in repeated:
        for earlier in islice(said.values(), _MOST_COMPARED):
            if (earlier.entry.source == later.entry.source) is same_source and _exclude(earlier, later):
                yield _contradiction(earlier, later)
                break
        said.setdefault((later.entry.source, later.interval), later)


def _contradiction(earlier: Observation, later: Observation) -> Finding:
    by = "the same source" if earlier.entry.source == later.entry.source else f"the source {earlier.entry.source}"
    message = f"{by} says {earlier.entry.value} for the same indicator and period in line {earlier.entry.place_of('value').line}"
    hint = "correct one, write what they differ by (variant, scope, period), or accept it where the sources are at odds"
    return Finding(later.entry.place_of("value"), message, hint, later.entry.value)


def _exclude(first: Observation, second: Observation) -> bool:
    return first.interval != second.interval and first.possible.intersection(second.possible).is_empty


def _entered_twice(repeated: Sequence[Observation]) -> Iterator[Finding]:
    seen: dict[tuple[str, Interval], Observation] = {}
    for observation in repeated:
        earlier = seen.setdefault((observation.entry.source, observation.interval), observation)
        if earlier is not observation:
            message = f"line {earlier.entry.place.line} has the same figure of the same source and period"
            hint = "delete one of the two, or write what they differ by"
            yield Finding(observation.entry.place_of("value"), message, hint, observation.entry.value)


def _unequal_sums(district: District, _reports: Reports) -> Iterator[Finding]:
    parts = [one for one in district.observations if one.entry.scope.key and one.indicator.is_total]
    if not parts:
        return
    divided = {part.entry.indicator for part in parts}
    wholes = _by_key_of_whole(
        one for one in district.observations if one.entry.indicator in divided and not one.entry.scope.key
    )
    for key, group in _by_key_of_whole(parts).items():
        if len(wholes.get(key, ())) == 1 and len({part.entry.scope.key for part in group}) == len(group):
            finding = _unequal_sum(wholes[key][0], group)
            if finding is not None:
                yield finding


_KeyOfWhole = tuple[str, str | None, Status, str, Span]


def _by_key_of_whole(observations: Iterable[Observation]) -> dict[_KeyOfWhole, list[Observation]]:
    """Observations by what a total and its parts have in common."""
    grouped: dict[_KeyOfWhole, list[Observation]] = {}
    for observation in observations:
        entry = observation.entry
        key = (entry.indicator, entry.variant, entry.status, entry.source, observation.period.span)
        grouped.setdefault(key, []).append(observation)
    return grouped


def _unequal_sum(whole: Observation, parts: Sequence[Observation]) -> Finding | None:
    total = whole.possible
    low = sum((part.possible.low or Decimal(0) for part in parts), Decimal(0))
    highs = [part.possible.high for part in parts]
    high = None if None in highs else sum((high for high in highs if high is not None), Decimal(0))
    listed = " + ".join(part.entry.value for part in parts)
    if total.high is not None and low > total.high:
        relation = "more than"
    elif len(parts) > 1 and high is not None and total.low is not None and total.low * _MOST <= high < total.low:
        relation = "less than"
    else:
        return None
    message = f"the parts {listed} are together {relation} the total {whole.entry.value}"
    lines = ", ".join(str(part.entry.place_of("value").line) for part in parts)
    hint = (
        f"compare it with its parts in lines {lines}" if len(parts) > 1 else f"compare it with its part in line {lines}"
    )
    return Finding(whole.entry.place_of("value"), message, hint, whole.entry.value)


RULES: Final[tuple[Rule, ...]] = (
    RepeatRule(
        code=findings.CONTRADICTION_WITHIN,
        severity=Severity.WARNING,
        title="a source contradicts itself: one series and period, values that exclude each other",
        why=(
            "At most one of the two can be right, and a comparison has to take the range of both. Often the two figures "
            "have different denominators or cover a part only: write their variant, scope or period. Where the source "
            "itself is wrong, accept the finding and say so."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2023
    source: report-2023
    evidence: 2023年普惠性幼儿园覆盖率达92.4%
  - indicator: inclusive_kindergarten_coverage
    value: 88.1%
    period: 2023
    source: report-2023
    evidence: 2023年农村普惠性幼儿园覆盖率达88.1%
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2023
    source: report-2023
    evidence: 2023年普惠性幼儿园覆盖率达92.4%
  - indicator: inclusive_kindergarten_coverage
    value: 88.1%
    period: 2023
    scope: {zh: 农村, en: rural}
    source: report-2023
    evidence: 2023年农村普惠性幼儿园覆盖率达88.1%
""",
        ),
        acceptable=True,
        check=_contradictions_within,
    ),
    RepeatRule(
        code=findings.CONTRADICTION_ACROSS,
        severity=Severity.WARNING,
        title="two sources contradict each other: one series and period, values that exclude each other",
        why=(
            "At most one of the two can be right, and a comparison has to take the range of both. Look for a difference "
            "of denominator, scope or date and write it down; where the publishers do disagree, accept the finding and "
            "say which figure is the later one."
        ),
        bad=Example(
            Part.DISTRICT,
            """\
district: qinghe
name: {zh: 青禾县, en: Qinghe}
sources:
  report-2023:
    title: 青禾县教育局2023年工作总结
    published: 2024-01-15
  bulletin-2023:
    title: 青禾县2023年教育事业统计公报
    published: 2024-05
entries:
  - indicator: pupil_teacher_ratio
    value: 15.2:1
    period: 2023
    source: report-2023
    evidence: 2023年小学生师比为15.2:1
  - indicator: pupil_teacher_ratio
    value: 17.6:1
    period: 2023
    source: bulletin-2023
    evidence: 2023年小学生师比为17.6:1
""",
        ),
        good=Example(
            Part.DISTRICT,
            """\
district: qinghe
name: {zh: 青禾县, en: Qinghe}
sources:
  report-2023:
    title: 青禾县教育局2023年工作总结
    published: 2024-01-15
  bulletin-2022:
    title: 青禾县2022年教育事业统计公报
    published: 2023-05
entries:
  - indicator: pupil_teacher_ratio
    value: 15.2:1
    period: 2023
    source: report-2023
    evidence: 2023年小学生师比为15.2:1
  - indicator: pupil_teacher_ratio
    value: 17.6:1
    period: 2022
    source: bulletin-2022
    evidence: 2022年小学生师比为17.6:1
""",
        ),
        acceptable=True,
        check=_contradictions_across,
    ),
    RepeatRule(
        code=findings.ENTERED_TWICE,
        severity=Severity.WARNING,
        title="the same figure is entered twice",
        why=(
            "Two entries that say the same add nothing, and whoever corrects the one forgets the other. Delete one of "
            "them; if they are different figures, write what they differ by (period, variant, scope)."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师238名
    period_evidence: 2023年
  - indicator: teachers_recruited
    value: 238名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师238名
    period_evidence: 2023年
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
    period_evidence: 2023年
""",
        ),
        acceptable=True,
        check=_entered_twice,
    ),
    DistrictRule(
        code=findings.UNEQUAL_SUM,
        severity=Severity.WARNING,
        title="the parts do not add up to the total",
        why=(
            "A total and its parts from one report have to fit: else a digit is wrong, a part is missing, or the parts "
            "overlap. Compare all of them with the source; where the source itself does not add up, accept the finding "
            "and say so."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: school_places_added
    value: 1500个
    period: 2023
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中500个
  - indicator: school_places_added
    value: 900个
    period: 2023
    scope: {zh: 小学, en: primary}
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中500个
  - indicator: school_places_added
    value: 500个
    period: 2023
    scope: {zh: 初中, en: junior secondary}
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中500个
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: school_places_added
    value: 1500个
    period: 2023
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中600个
  - indicator: school_places_added
    value: 900个
    period: 2023
    scope: {zh: 小学, en: primary}
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中600个
  - indicator: school_places_added
    value: 600个
    period: 2023
    scope: {zh: 初中, en: junior secondary}
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中600个
""",
        ),
        acceptable=True,
        check=_unequal_sums,
    ),
)
