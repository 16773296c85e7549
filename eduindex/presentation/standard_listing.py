"""The standards of the catalogue as a table, under the documents that they come from; those that nobody has seen are marked."""

from collections.abc import Callable, Sequence

from eduindex.analysis.standards import is_used
from eduindex.model.standard import Attestation, Standard
from eduindex.model.table import Cell, Column, Layout, Note, Section, Table, Tone
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.english import counted
from eduindex.presentation.records import SCHEMA_VERSION, records_of
from eduindex.presentation.standard_documents import by_document, document_text
from eduindex.presentation.standard_text import (
    NO_STANDARDS,
    REQUIREMENT,
    STANDARD,
    level_text,
    requirement_text,
    standard_text,
)
from eduindex.presentation.standards_records import LISTED_FIELDS, listed_document, listed_record

_LEVEL = Wording("级别", "Level")
_SEEN_IN = Wording("条文见于", "Wording seen in")
_SEEN = {
    Attestation.PROVISION: Wording("文件副本", "provision copy"),
    Attestation.SECONDARY: Wording("转述页面", "secondary page"),
    Attestation.NONE: Wording("未见，不采用", "nowhere: not used"),
}


def standard_listing(standards: Sequence[Standard], language: Language) -> Table:
    """The table of ``standards`` without a district; records and JSON have its order, document by document."""
    documents = by_document(standards)
    listed = [standard for group in documents for standard in group]
    number = len(listed)
    return Table(
        title=f"{number}项标准" if language is Language.ZH else counted(number, "standard"),
        layouts=(_wide(documents, language), _narrow(documents, language)),
        records=records_of([listed_record(standard, language) for standard in listed], LISTED_FIELDS),
        document={
            "schema_version": SCHEMA_VERSION,
            "command": "standards",
            "records": [listed_document(standard, language) for standard in listed],
        },
        notes=() if listed else (Note("", NO_STANDARDS(language)),),
    )


def _wide(documents: Sequence[Sequence[Standard]], language: Language) -> Layout:
    columns = (
        Column(words.ID(language), width=4),
        Column(words.INDICATOR(language), width=26),
        Column(REQUIREMENT(language), width=12),
        Column(_LEVEL(language), width=12),
        Column(_SEEN_IN(language), width=15),
        Column(words.NOTE(language), width=30),
    )

    def row(standard: Standard) -> tuple[Cell, ...]:
        return (
            Cell(standard.id),
            Cell(standard_text(standard, language, with_id=False)),
            Cell(requirement_text(standard, language), Tone.STRONG if is_used(standard) else Tone.WEAK),
            Cell(level_text(standard, language)),
            *_last_cells(standard, language),
        )

    return Layout(columns, _sections(documents, row, language))


def _narrow(documents: Sequence[Sequence[Standard]], language: Language) -> Layout:
    """The same in four columns."""
    columns = (
        Column(STANDARD(language), width=20),
        Column(REQUIREMENT(language), width=13),
        Column(_SEEN_IN(language), width=15),
        Column(words.NOTE(language), width=25),
    )

    def row(standard: Standard) -> tuple[Cell, ...]:
        required = f"{requirement_text(standard, language)} ({level_text(standard, language)})"
        return (
            Cell(standard_text(standard, language)),
            Cell(required, Tone.STRONG if is_used(standard) else Tone.WEAK),
            *_last_cells(standard, language),
        )

    return Layout(columns, _sections(documents, row, language))


def _last_cells(standard: Standard, language: Language) -> tuple[Cell, ...]:
    seen_in = Cell(_SEEN[standard.attested](language), Tone.PLAIN if is_used(standard) else Tone.WEAK)
    return (seen_in, Cell(standard.note(language), Tone.WEAK))


def _sections(
    documents: Sequence[Sequence[Standard]], row: Callable[[Standard], tuple[Cell, ...]], language: Language
) -> tuple[Section, ...]:
    """The standards under their documents."""
    return tuple(
        Section(document_text(group[0], language), tuple(row(standard) for standard in group)) for group in documents
    )
