"""The standards of the catalogue as a table, under the documents that they come from; those that nobody has seen are marked."""

from collections.abc import Sequence

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
    Attestation.PROVISION: Wording("文件副本", "a copy of the provision"),
    Attestation.SECONDARY: Wording("转述页面", "a secondary page"),
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
        *_columns(language, 12, 12, 14, 28),
    )
    sections = (
        Section(
            document_text(group[0], language),
            tuple(
                (Cell(one.id), Cell(standard_text(one, language, with_id=False)), *_cells(one, language))
                for one in group
            ),
        )
        for group in documents
    )
    return Layout(columns, tuple(sections))


def _narrow(documents: Sequence[Sequence[Standard]], language: Language) -> Layout:
    """The same with the id before the indicator."""
    columns = (Column(STANDARD(language), width=20), *_columns(language, 10, 10, 10, 20))
    sections = (
        Section(
            document_text(group[0], language),
            tuple((Cell(standard_text(one, language)), *_cells(one, language)) for one in group),
        )
        for group in documents
    )
    return Layout(columns, tuple(sections))


def _columns(language: Language, requirement: int, level: int, seen: int, note: int) -> tuple[Column, ...]:
    """What both layouts have, in these widths."""
    return (
        Column(REQUIREMENT(language), width=requirement),
        Column(_LEVEL(language), width=level),
        Column(_SEEN_IN(language), width=seen),
        Column(words.NOTE(language), width=note),
    )


def _cells(standard: Standard, language: Language) -> tuple[Cell, ...]:
    return (
        Cell(requirement_text(standard, language), Tone.STRONG if is_used(standard) else Tone.WEAK),
        Cell(level_text(standard, language)),
        Cell(_SEEN[standard.attested](language), Tone.PLAIN if is_used(standard) else Tone.WEAK),
        Cell(standard.note(language), Tone.WEAK),
    )
