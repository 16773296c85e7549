"""What ``explain`` prints: a caveat, another reason or a rule in full, or all of them with a line each.

What rules say is in English, as findings are. An example stands below the table, a note for each of its lines: no text
that is printed holds a line end, and cells may lose the spaces that indent them.
"""

from collections.abc import Iterable, Mapping

from eduindex.analysis.caveats import Code
from eduindex.model import findings
from eduindex.model.table import Cell, Column, JsonValue, Layout, Note, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_explanations import EXPLANATIONS
from eduindex.presentation.extraction_explanations import FATES
from eduindex.presentation.reason_explanations import OTHER_REASONS, REASONS
from eduindex.presentation.records import SCHEMA_VERSION, records_of
from eduindex.rules.rule import Example, Rule

_FIELDS = (
    "code",
    "severity",
    "title",
    "effects",
    "meaning",
    "to_settle",
    "why",
    "bad",
    "good",
    "acceptable",
)
_EXAMPLES = ("bad", "good")
_CATALOGUE_FAMILY = "C"
_REASONS_AND_FATES = REASONS | FATES
_OF_SOURCES = (findings.UNUSED_SOURCE, findings.NO_REPORT)

_SEVERITY = Wording("级别", "Severity")
_WHY = Wording("为何", "Why")
_BAD = Wording("错误示例", "Bad example")
_GOOD = Wording("正确示例", "Good example")
_TO_ACCEPT = Wording("如何接受", "To accept it")
_ELSEWHERE = Wording("标准与目标", "Elsewhere")
_AS_REASON = Wording("据此，标准无法判定，目标未定", "as a reason it leaves a standard undetermined, a target open")
_CAVEATS = Wording("比较的保留意见", "Caveats of comparisons")
_REASONS = Wording(
    "排名、标准和目标的理由，向区县询问的问题", "Reasons of rankings, standards and targets; questions to districts"
)
_FATES = Wording("报告中各数字的处理", "What becomes of a report's figures")
_FINDINGS = Wording("文件的问题", "Findings about files")


def caveat_table(code: Code, language: Language) -> Table:
    """One caveat: what it means, what it does, how to settle it."""
    explanation = EXPLANATIONS[code]
    effects = "; ".join(words.EFFECTS[effect](language) for effect in explanation.effects)
    lines = (
        (words.TITLE, explanation.title(language)),
        (words.MEANING, explanation.meaning(language)),
        (words.EFFECT, effects),
        *([(_ELSEWHERE, _AS_REASON(language))] if code.value in OTHER_REASONS else []),
        (words.TO_SETTLE, explanation.to_settle(language)),
    )
    return _sheet(code.value, lines, _caveat_record(code, language), language)


def reason_table(code: str, language: Language) -> Table:
    """One reason that is no caveat, a question, or what became of a figure: what it means and how to settle it."""
    explanation = _REASONS_AND_FATES[code]
    lines = (
        (words.TITLE, explanation.title(language)),
        (words.MEANING, explanation.meaning(language)),
        (words.TO_SETTLE, explanation.to_settle(language)),
    )
    return _sheet(code, lines, _reason_record(code, language), language)


def rule_table(rule: Rule, language: Language) -> Table:
    """One rule: what it finds, why that is bad and how a finding is accepted; below, an example with it and one without."""
    lines = [(words.MEANING, rule.title), (_SEVERITY, rule.severity.value), (_WHY, rule.why)]
    if rule.acceptable:
        lines.append((_TO_ACCEPT, _acceptance(rule.code)))
    notes = (*_example_notes(_BAD(language), rule.bad), Note("", ""), *_example_notes(_GOOD(language), rule.good))
    return _sheet(rule.code, lines, _rule_record(rule), language, notes)


def all_codes_table(rules: Mapping[str, Rule], language: Language) -> Table:
    """Every code: caveats of comparisons, reasons of other results, what becomes of a report's figures, findings about files."""
    caveats = tuple(
        (Cell(code.value, Tone.STRONG), Cell(""), Cell(EXPLANATIONS[code].title(language))) for code in Code
    )
    reasons, fates = (
        tuple((Cell(code, Tone.STRONG), Cell(""), Cell(told.title(language))) for code, told in explained.items())
        for explained in (REASONS, FATES)
    )
    found = tuple(
        (Cell(code, Tone.STRONG), Cell(rule.severity.value), Cell(rule.title)) for code, rule in rules.items()
    )
    sections = (
        Section(_CAVEATS(language), caveats),
        Section(_REASONS(language), reasons),
        Section(_FATES(language), fates),
        Section(_FINDINGS(language), found),
    )
    columns = (
        Column(words.CODE(language), width=28),
        Column(_SEVERITY(language)),
        Column(words.MEANING(language), width=30),
    )
    records = [_caveat_record(code, language) for code in Code]
    records += [_reason_record(code, language) for code in _REASONS_AND_FATES]
    records += [_rule_record(rule) for rule in rules.values()]
    return Table(
        title="eduindex explain CODE",
        layouts=(Layout(columns, sections),),
        records=records_of(records, _FIELDS),
        document=_document(records),
    )


def _example_notes(heading: str, example: Example) -> Iterable[Note]:
    yield Note("", f"{heading}:")
    for line in _lines_of(_text_of(example)):
        yield Note("", line)


def _text_of(example: Example) -> str:
    """The example with a remark on what cannot be seen in it: an encoding."""
    if example.encoding == "utf-8":
        return example.text
    return f"# the file is saved as {example.encoding.upper()}\n{example.text}"


def _lines_of(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def _acceptance(code: str) -> str:
    where = "in the entry, or at the top of the file"
    if code.startswith(_CATALOGUE_FAMILY):
        where = "at the top of the catalogue"
    elif code in _OF_SOURCES:
        where = "at the top of the file"
    return f"If it is right as it stands, write {where}: accepts: {{{code}: the reason}}"


def _sheet(
    title: str,
    lines: Iterable[tuple[Wording, str]],
    record: dict[str, Value],
    language: Language,
    notes: tuple[Note, ...] = (),
) -> Table:
    rows = tuple((Cell(heading(language), Tone.WEAK), Cell(text)) for heading, text in lines)
    return Table(
        title=title,
        layouts=(Layout((Column("", width=12), Column("", width=40)), (Section("", rows),)),),
        records=records_of([record], _FIELDS),
        document=_document([record]),
        notes=notes,
    )


def _caveat_record(code: Code, language: Language) -> dict[str, Value]:
    explanation = EXPLANATIONS[code]
    told: dict[str, Value] = {
        "code": code.value,
        "title": explanation.title(language),
        "effects": ";".join(effect.value for effect in explanation.effects),
        "meaning": explanation.meaning(language),
        "to_settle": explanation.to_settle(language),
    }
    return dict.fromkeys(_FIELDS) | told


def _reason_record(code: str, language: Language) -> dict[str, Value]:
    explanation = _REASONS_AND_FATES[code]
    told: dict[str, Value] = {
        "code": code,
        "title": explanation.title(language),
        "meaning": explanation.meaning(language),
        "to_settle": explanation.to_settle(language),
    }
    return dict.fromkeys(_FIELDS) | told


def _rule_record(rule: Rule) -> dict[str, Value]:
    told: dict[str, Value] = {
        "code": rule.code,
        "severity": rule.severity.value,
        "title": rule.title,
        "why": rule.why,
        "bad": _text_of(rule.bad),
        "good": _text_of(rule.good),
        "acceptable": rule.acceptable,
    }
    return dict.fromkeys(_FIELDS) | told


def _document(records: Iterable[dict[str, Value]]) -> dict[str, JsonValue]:
    """The records, the examples as lists of lines."""
    return {"schema_version": SCHEMA_VERSION, "command": "explain", "records": [_with_lines(one) for one in records]}


def _with_lines(record: dict[str, Value]) -> dict[str, JsonValue]:
    lines = {key: _lines_of(text) for key in _EXAMPLES if isinstance(text := record[key], str)}
    return {**record, **lines}
