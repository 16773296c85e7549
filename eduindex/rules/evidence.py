"""Evidence: the phrase that proves a figure, held against the value and, where they are at hand, against the reports.

Without reports nobody can tell whether the sentence around a phrase names the indicator; where a source names a text, the phrase
gets the benefit of the doubt.
"""

from collections.abc import Iterator
from typing import Final

from eduindex.model import findings
from eduindex.model.diagnostic import Severity
from eduindex.model.evidence import Absence, holds, holds_in_report, sentences_around, without_space
from eduindex.model.mentions import is_mentioned
from eduindex.model.observation import District, Observation
from eduindex.model.shortening import shortened
from eduindex.rules.rule import DistrictRule, EntryRule, Example, Finding, Part, Reports, Rule

LONGEST: Final = 60  # characters: a citation of a fact, never a passage

MOST_SEARCHED: Final = 20 * LONGEST  # characters; more is no phrase, and _too_long says so


def _too_long(observation: Observation, _reports: Reports) -> Finding | None:
    entry = observation.entry
    if len(entry.evidence) <= LONGEST and len(entry.period_evidence) <= LONGEST:
        return None
    key = "evidence" if len(entry.evidence) > LONGEST else "period_evidence"
    text = entry.evidence if key == "evidence" else entry.period_evidence
    message = f"the {key} has {len(text)} characters, {LONGEST} at most are a citation"
    return Finding(entry.place_of(key), message, "keep the shortest phrase that holds the figure", text)


def _unproved(observation: Observation, reports: Reports) -> Finding | None:
    entry = observation.entry
    if len(entry.evidence) > MOST_SEARCHED:
        message = f"the evidence is too long to look for {shortened(entry.value)} in it"
        hint = "keep the shortest phrase that holds the figure"
        return Finding(entry.place_of("value"), message, hint, entry.evidence)
    if not holds(entry.evidence, observation.quantity):
        message = (
            f"the evidence does not hold the value {shortened(entry.value)} as a whole quantity with the same bound"
        )
        hint = "copy the value as the evidence prints it, with its bound and unit, or correct the evidence"
        return Finding(entry.place_of("value"), message, hint, entry.evidence)
    report = reports(observation.source)
    if report is None or isinstance(report, Absence) or without_space(entry.evidence) not in report:
        return None
    if holds_in_report(entry.evidence, observation.quantity, report):
        return None
    message = f"in the report the figure of this evidence reads on, so that it does not say {shortened(entry.value)}"
    hint = "copy the whole figure with its bound and unit into evidence and value"
    return Finding(entry.place_of("value"), message, hint, entry.evidence)


def _not_in_report(observation: Observation, reports: Reports) -> Finding | None:
    text = reports(observation.source)
    if text is None or isinstance(text, Absence):
        return None
    entry = observation.entry
    for key, phrase in (("evidence", entry.evidence), ("period_evidence", entry.period_evidence)):
        if without_space(phrase) not in text:
            message = f"the report {observation.source.file} does not hold the {key}"
            hint = "copy it from the report character by character; only white space may differ"
            return Finding(entry.place_of(key), message, hint, phrase)
    return None


def _not_mentioned(observation: Observation, reports: Reports) -> Finding | None:
    entry, indicator = observation.entry, observation.indicator
    if is_mentioned(indicator, entry.evidence):
        return None
    report = reports(observation.source)
    if isinstance(report, Absence) or report is None:
        if (
            observation.source.file or not observation.source.title
        ):  # its text would tell, or its source is at fault itself
            return None
        where = "the evidence does not mention"
    else:
        sentences = sentences_around(entry.evidence, report)
        if not sentences or any(is_mentioned(indicator, sentence) for sentence in sentences):
            return None
        where = "neither the evidence nor its sentence mentions"
    hint = f"extend it to the words that name the indicator, or add these words to the mentions of {indicator.id}"
    return Finding(entry.place_of("evidence"), f"{where} {indicator.name.zh}", hint, entry.evidence)


def _no_report(district: District, reports: Reports) -> Iterator[Finding]:
    for source in district.sources.values():
        if reports(source) is Absence.UNREADABLE:
            message = (
                "the source's text cannot be read below the folder of the reports, so its evidence was not checked"
            )
            hint = "put the text there, or correct the name"
            yield Finding(source.place_of("file"), message, hint, source.file)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code=findings.NO_EVIDENCE,
        title="an entry has no evidence",
        why=(
            "A figure without the phrase that it was taken from cannot be checked by anybody, so it is not used. Copy the "
            "shortest phrase of the report that holds the figure into evidence."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2023
    source: report-2023
    evidence: ""
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
""",
        ),
    ),
    EntryRule(
        code=findings.LONG_EVIDENCE,
        title="the evidence is longer than 60 characters",
        why=(
            "Evidence is the citation of a fact, not a passage: in a long one a reader has to look for the figure again, "
            "and the text belongs to its author. Keep the shortest phrase that holds the figure and names what it "
            "measures."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2023
    source: report-2023
    evidence: 2023年,我县坚持公益普惠方向,新建改建公办幼儿园,扶持民办幼儿园提供普惠服务,配齐保教人员,普惠性幼儿园覆盖率达92.4%
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
""",
        ),
        acceptable=True,
        check=_too_long,
    ),
    EntryRule(
        code=findings.UNPROVED_VALUE,
        title="the evidence does not hold the value as a whole quantity with the same bound",
        why=(
            "98.20% is not proved by 398.20%, nor 92.4% by 92.4%以上: the value says something that the source does not. "
            "Copy the value as the source prints it, with its bound and its unit, or correct the evidence."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2023
    source: report-2023
    evidence: 2023年普惠性幼儿园覆盖率达92.4%以上
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%以上
    period: 2023
    source: report-2023
    evidence: 2023年普惠性幼儿园覆盖率达92.4%以上
""",
        ),
        acceptable=True,
        check=_unproved,
    ),
    EntryRule(
        code=findings.NOT_IN_REPORT,
        title="the report's text does not hold the evidence",
        why=(
            "A phrase that the report does not print proves nothing; mostly it was shortened, retyped or taken from "
            "another report. Copy it from the text; only white space may differ. Checked where --reports names the folder "
            "of the texts."
        ),
        bad=Example(
            Part.SITUATION,
            "The report prints 普惠性幼儿园覆盖率为92.4%, the entry says evidence: 普惠性幼儿园覆盖率达92.4%.",
        ),
        good=Example(Part.SITUATION, "The evidence is copied character by character: 普惠性幼儿园覆盖率为92.4%."),
        acceptable=True,
        needs_reports=True,
        check=_not_in_report,
    ),
    EntryRule(
        code=findings.NO_MENTION,
        severity=Severity.WARNING,
        title="neither the evidence nor its sentence mentions the indicator",
        why=(
            "A phrase that does not say what it counts proves a number but not this indicator; figures of a neighbouring "
            "sentence slip in that way. Extend the evidence to the words that name the indicator, or add the words that "
            "this report uses to the indicator's mentions in the catalogue."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2023
    source: report-2023
    evidence: 2023年这一比例达92.4%
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
""",
        ),
        acceptable=True,
        asks_reports=True,
        check=_not_mentioned,
    ),
    DistrictRule(
        code=findings.NO_REPORT,
        severity=Severity.WARNING,
        title="the text of a source cannot be read below the reports' folder",
        why=(
            "The evidence of all entries of this source stays unchecked against the report. Put the text where the "
            "source's file says, correct the name, or remove the key if there is no text."
        ),
        bad=Example(
            Part.SITUATION,
            "The source says file: qinghe-2023.txt, and the folder that --reports names has no such file.",
        ),
        good=Example(Part.SITUATION, "The folder that --reports names has the file qinghe-2023.txt, a text in UTF-8."),
        acceptable=True,
        needs_reports=True,
        check=_no_report,
    ),
)
