"""The family P, agreement: figures of one district that say the same thing twice or exclude each other.

None of this proves a mistake: sources do contradict themselves. So these are warnings, and a person may accept each of them.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from eduindex.model import findings
from eduindex.model.diagnostic import Severity
from eduindex.model.interval import Interval
from eduindex.model.observation import Observation
from eduindex.model.shortening import shortened
from eduindex.rules.rule import Example, Finding, Part, RepeatRule, Rule

_MOST_COMPARED = 50  # different figures of one series and period; nobody prints as many


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
    also = earlier.entry.place_of("value")
    message = f"{by} says {shortened(earlier.entry.value)} for the same indicator and period in line {also.line}"
    hint = "correct one, write what they differ by (variant, scope, period), or accept it where the sources are at odds"
    return Finding(later.entry.place_of("value"), message, hint, later.entry.value, also)


def _exclude(first: Observation, second: Observation) -> bool:
    return first.interval != second.interval and first.possible.intersection(second.possible).is_empty


def _entered_twice(repeated: Sequence[Observation]) -> Iterator[Finding]:
    seen: dict[tuple[str, Interval], Observation] = {}
    for observation in repeated:
        earlier = seen.setdefault((observation.entry.source, observation.interval), observation)
        if earlier is not observation:
            message = f"line {earlier.entry.place.line} has the same figure of the same source and period"
            hint = "delete one of the two, or write what they differ by"
            also = earlier.entry.place_of("value")
            yield Finding(observation.entry.place_of("value"), message, hint, observation.entry.value, also)


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
)
