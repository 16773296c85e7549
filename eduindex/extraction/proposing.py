"""From a named figure to an entry: its evidence, period, status and variant, and what a person should check."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.dates import PrintedDate
from eduindex.extraction.horizon import Horizon
from eduindex.extraction.periods import Asked, DatedBy, period_of, place_of
from eduindex.extraction.phrases import clause_start
from eduindex.extraction.programmes import part_named_before
from eduindex.extraction.reading import Named
from eduindex.extraction.result import Check, Confidence, Proposal
from eduindex.extraction.statuses import status_of
from eduindex.extraction.structure import Sentence
from eduindex.extraction.variants import variant_of
from eduindex.model.catalogue import Kind
from eduindex.model.district import Entry, Status
from eduindex.model.evidence import holds
from eduindex.model.period_reading import mentions_date, read_period
from eduindex.model.quantity import Quantity, Unreadable
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.wording import Wording

LONGEST_EVIDENCE = 60
_LONGEST_EVIDENCE_BEFORE = 40  # characters before a figure, where its clause is longer
_BRACKET = re.compile("\\(([^()]{1,16})\\)")
_BLANKS = re.compile("[ \\t]{2,}")
_IN_NUMBER = re.compile(r"(?<=[0-9０-９.．])[ \t]+(?=[0-9０-９.．])")
_CLAUSE_MARKS = ",，。;；:：!！?？"
_FROM = re.compile("(?:由|从)[^,，。;]{0,14}$")
_RISES = re.compile(
    "^[,，]?[^,，。;0-9]{0,8}(?:提升|提高|增加|增长|上升|下降|降低|减少|压减|压缩|扩大|发展|攀升|增|升|降|变|跃升)[^,，。;0-9]{0,4}(?:至|到|为)"
)
_ROSE_TO = re.compile("(?:由|从)[^,，。;]{1,40}(?:至|到|为)[^,，。;0-9]{0,3}(?:(?:19|20)[0-9]{2}年[底末]?的?)?$")


class Report(NamedTuple):
    """The report that is read: its text as given, the id of its source, and its horizon."""

    text: str
    source: str
    horizon: Horizon


def propose(named: Named, sentence: Sentence, dates: Sequence[PrintedDate], report: Report) -> Proposal | None:
    """The entry of a figure; ``None`` where no evidence of 60 characters holds it or its time is unknown."""
    value = _printed(report.text, _place(sentence, named.figure.start, named.figure.end))
    evidence = _evidence(named, sentence, report.text, value)
    if not evidence:
        return None
    label, figure = named.match.label, named.figure
    words = _words_before(sentence.text, figure.start)
    status, stated = status_of(sentence.heads, words, report.horizon.year)
    comes_from = _comes_from(named, sentence)
    if comes_from:
        status = Status.ACTUAL
    dated = _dated(named, sentence, dates, status, comes_from, report.horizon)
    if dated is None or isinstance(read_period(dated.period), Unreadable):
        return None
    if not stated and status is Status.TARGET and _is_past(dated, sentence, report.horizon.year):
        status = Status.ACTUAL
    if not stated and _lies_ahead(dated.period, report.horizon.year):
        status = Status.TARGET
    variant = variant_of(label, sentence.text, figure)
    scope = named.match.narrowed_by or part_named_before(Candidate(sentence.text, figure, label))
    said = _printed(report.text, dated.place)[:LONGEST_EVIDENCE] if dated.place is not None else ""
    entry = Entry(
        indicator=label.indicator.id,
        value=value,
        period=dated.period,
        source=report.source,
        evidence=evidence,
        period_evidence="" if said in evidence or mentions_date(evidence) else said,
        status=status,
        variant=variant,
        scope=Wording(scope),
    )
    checks = tuple(_checks(named, dated, status, variant, scope))
    return Proposal(entry, _confidence(named, checks), checks)


def _is_past(dated: DatedBy, sentence: Sentence, year: int | None) -> bool:
    """Whether a sentence among plans tells of a year before the report's (2023年招聘98名)."""
    last = dated.period.rpartition("..")[2][:4]
    in_sentence = dated.place is not None and sentence.offsets[0] <= dated.place[0] < sentence.offsets[-1]
    return in_sentence and year is not None and last.isdigit() and int(last) < year


def _lies_ahead(period: str, year: int | None) -> bool:
    """Whether a period of whole years goes on beyond the year that the report is about."""
    first, _, last = period.partition("..")
    end = last or first
    return year is not None and end.isdigit() and int(end) > year


def _words_before(text: str, at: int) -> str:
    """The words of the sentence before a figure that can tell whether it is planned."""
    return text[max(0, at - 80) : at]


def _dated(
    named: Named,
    sentence: Sentence,
    dates: Sequence[PrintedDate],
    status: Status,
    comes_from: bool,
    horizon: Horizon,
) -> DatedBy | None:
    if named.date is not None:
        return DatedBy(named.date.period, place_of(named.date, sentence.offsets))
    figure, text = named.figure, sentence.text
    bracket = _BRACKET.match(text, figure.end)
    rises = bool(_ROSE_TO.search(text, max(0, figure.start - 60), figure.start))
    asked = Asked(
        figure.start,
        figure.end,
        status,
        named.match.label.indicator.time,
        comes_from=comes_from,
        rises_to=rises and not comes_from,
        bracket_behind=bracket.span(1) if bracket is not None else (0, 0),
        is_placing=named.match.label.indicator.kind in (Kind.GRADE, Kind.RANK),
    )
    return period_of(asked, sentence, dates, horizon)


def _comes_from(named: Named, sentence: Sentence) -> bool:
    """Whether a figure is the first one of 由…提升至…."""
    figure, text = named.figure, sentence.text
    return bool(
        _FROM.search(text, max(0, figure.start - 20), figure.start) and _RISES.match(text[figure.end : figure.end + 24])
    )


def _evidence(named: Named, sentence: Sentence, report: str, value: str) -> str:
    """The shortest phrase that holds the label and the figure; where that is too long, the figure and what stands beside it."""
    figure, spans = named.figure, named.match.label.spans
    starts = [span[0] for span in spans]
    ends = [span[1] for span in spans]
    clause = clause_start(sentence.text, figure.start, _CLAUSE_MARKS)
    candidates = [
        (min(*starts, figure.start), max(*ends, figure.end)),
        (min(starts[-1], figure.start), max(ends[-1], figure.end)),
        (min(starts[0], figure.start), figure.end) if starts[0] < figure.start else (figure.start, ends[0]),
        (clause, figure.end),
        (max(clause, figure.start - _LONGEST_EVIDENCE_BEFORE), figure.end),
    ]
    if not named.match.label.is_whole:
        candidates.insert(0, (min(*starts, figure.start, clause), max(*ends, figure.end)))
    quantity = read_quantity(value)
    if not isinstance(quantity, Quantity):
        return ""
    for start, end in candidates:
        first = start - sentence.text.startswith("新增", start - 1)  # no word is cut
        phrase = _printed(report, _place(sentence, first, end))
        if len(phrase) <= LONGEST_EVIDENCE and holds(phrase, quantity):
            return phrase
    return ""


def _place(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return sentence.offsets[start], sentence.offsets[end - 1] + 1


def _printed(report: str, place: tuple[int, int]) -> str:
    """What the report prints there, without its line breaks and its blanks at the ends and inside numbers."""
    slice_of = report[place[0] : place[1]]
    joined = "".join(line.strip() for line in slice_of.splitlines()).replace("\u3000", "")
    return _BLANKS.sub(" ", _IN_NUMBER.sub("", joined)).strip()


def _checks(named: Named, dated: DatedBy, status: Status, variant: str | None, scope: str) -> list[Check]:
    checks = []
    label = named.match.label
    if not label.is_whole or named.match.cost > 2:
        checks.append(Check.LABEL)
    if dated.place is None:
        checks.append(Check.PERIOD)
    if status is Status.TARGET:
        checks.append(Check.STATUS)
    if label.indicator.variants and variant is None:
        checks.append(Check.VARIANT)
    if scope:
        checks.append(Check.SCOPE)
    return checks


def _confidence(named: Named, checks: Sequence[Check]) -> Confidence:
    doubts = len(set(checks) & {Check.LABEL, Check.SCOPE, Check.STATUS}) + (named.match.cost > 3)
    if doubts > 1:
        return Confidence.LOW
    return Confidence.HIGH if not doubts and Check.PERIOD not in checks else Confidence.MEDIUM
