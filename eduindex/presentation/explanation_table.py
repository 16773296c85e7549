"""What ``explain`` prints: a caveat or a finding in full, or all of them with a line each."""

from collections.abc import Mapping

from eduindex.analysis.caveats import Code
from eduindex.model.table import Cell, Column, JsonValue, Layout, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_explanations import EXPLANATIONS
from eduindex.presentation.records import SCHEMA_VERSION, records_of

_FIELDS = ("code", "title", "effects", "meaning", "to_settle")


def caveat_table(code: Code, language: Language) -> Table:
    """One caveat: what it means, what it does, how to settle it."""
    explanation = EXPLANATIONS[code]
    effects = "; ".join(words.EFFECTS[effect](language) for effect in explanation.effects)
    lines = (
        (words.TITLE, explanation.title(language)),
        (words.MEANING, explanation.meaning(language)),
        (words.EFFECT, effects),
        (words.TO_SETTLE, explanation.to_settle(language)),
    )
    return _sheet(code.value, lines, [_caveat_record(code, language)], language)


def finding_table(code: str, title: str, language: Language) -> Table:
    """One finding about a file; findings are in English."""
    return _sheet(code, ((words.MEANING, title),), [_finding_record(code, title)], language)


def all_codes_table(findings: Mapping[str, str], language: Language) -> Table:
    """Every code: caveats of comparisons first, then findings about files."""
    caveats = tuple((Cell(code.value, Tone.STRONG), Cell(EXPLANATIONS[code].title(language))) for code in Code)
    faults = tuple((Cell(code, Tone.STRONG), Cell(title)) for code, title in sorted(findings.items()))
    zh = language is Language.ZH
    sections = (
        Section("比较的保留意见" if zh else "Caveats of comparisons", caveats),
        Section("文件的问题" if zh else "Findings about files", faults),
    )
    records = [_caveat_record(code, language) for code in Code]
    records += [_finding_record(code, title) for code, title in sorted(findings.items())]
    return Table(
        title="eduindex explain CODE",
        layouts=(
            Layout((Column(words.CODE(language), width=28), Column(words.MEANING(language), width=30)), sections),
        ),
        records=records_of(records, _FIELDS),
        document=_document(records),
    )


def _sheet(
    title: str, lines: tuple[tuple[Wording, str], ...], records: list[dict[str, Value]], language: Language
) -> Table:
    rows = tuple((Cell(heading(language), Tone.WEAK), Cell(text)) for heading, text in lines)
    return Table(
        title=title,
        layouts=(Layout((Column("", width=12), Column("", width=40)), (Section("", rows),)),),
        records=records_of(records, _FIELDS),
        document=_document(records),
    )


def _caveat_record(code: Code, language: Language) -> dict[str, Value]:
    explanation = EXPLANATIONS[code]
    return {
        "code": code.value,
        "title": explanation.title(language),
        "effects": ";".join(effect.value for effect in explanation.effects),
        "meaning": explanation.meaning(language),
        "to_settle": explanation.to_settle(language),
    }


def _finding_record(code: str, title: str) -> dict[str, Value]:
    return {"code": code, "title": title, "effects": None, "meaning": None, "to_settle": None}


def _document(records: list[dict[str, Value]]) -> dict[str, JsonValue]:
    return {"schema_version": SCHEMA_VERSION, "command": "explain", "records": list(records)}
