"""The table of ``extract --explain``: every figure of a report with its line and what became of it, and why."""

from collections.abc import Iterator
from typing import NamedTuple

from eduindex.extraction.result import Extraction, Proposal, ReadFigure
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Status
from eduindex.model.table import Cell, Column, JsonValue, Layout, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.extraction_comments import CONFIDENCES
from eduindex.presentation.extraction_explanations import FATES, TONES
from eduindex.presentation.records import SCHEMA_VERSION, records_of

_FIELDS = (
    "line",
    "start",
    "end",
    "printed",
    "fate",
    "indicator",
    "value",
    "period",
    "status",
    "variant",
    "scope",
    "confidence",
    "checks",
    "evidence",
    "period_evidence",
)

_LINE = Wording("行", "Line")
_FIGURE = Wording("数字", "Figure")
_FATE = Wording("处理", "Fate")
_CONFIDENCE = Wording("把握", "Confidence")
_FIGURES = Wording("{} 个数字", "{} figures")
_ONE_FIGURE = Wording("1 个数字", "1 figure")


class _Row(NamedTuple):
    """A figure with one of the entries that it became, if any."""

    figure: ReadFigure
    proposal: Proposal | None


def extraction_table(extraction: Extraction, encoding: str, catalogue: Catalogue, language: Language) -> Table:
    """The table of ``extract --explain``; ``encoding`` is that of the report. A figure of two entries has two rows."""
    rows = list(_rows(extraction))
    records = [_record(row) for row in rows]
    return Table(
        title=_title(extraction, language),
        layouts=(_wide(rows, catalogue, language), _narrow(rows, catalogue, language)),
        records=records_of(records, _FIELDS),
        document={
            "schema_version": SCHEMA_VERSION,
            "command": "extract",
            "title": extraction.title,
            "year": extraction.year,
            "published": extraction.published or None,
            "encoding": encoding,
            "records": [_document(row) for row in rows],
        },
    )


def _rows(extraction: Extraction) -> Iterator[_Row]:
    for figure in extraction.figures:
        for proposal in figure.proposals or (None,):
            yield _Row(figure, proposal)


def _title(extraction: Extraction, language: Language) -> str:
    number = len(extraction.figures)
    counted = _ONE_FIGURE(language) if number == 1 else _FIGURES(language).format(number)
    return f"{extraction.title} ({counted})" if extraction.title else counted


def _wide(rows: list[_Row], catalogue: Catalogue, language: Language) -> Layout:
    columns = (
        *_first_columns(language),
        Column(words.VALUE(language), width=10),
        Column(words.PERIOD(language), width=10),
        Column(words.STATUS(language), width=6),
        Column(_CONFIDENCE(language), width=10),
    )
    cells = tuple((*_first_cells(row, catalogue, language), *_entry_cells(row, language)) for row in rows)
    return Layout(columns, (Section("", cells),))


def _narrow(rows: list[_Row], catalogue: Catalogue, language: Language) -> Layout:
    """Only what the figure does not show itself: when it holds, and that it is a plan."""
    columns = (*_first_columns(language), Column(words.PERIOD(language), width=12))
    cells = tuple((*_first_cells(row, catalogue, language), _time_cell(row, language)) for row in rows)
    return Layout(columns, (Section("", cells),))


def _first_columns(language: Language) -> tuple[Column, ...]:
    return (
        Column(_LINE(language), right=True, width=4),
        Column(_FIGURE(language), width=10),
        Column(_FATE(language), width=12),
        Column(words.INDICATOR(language), width=24),
    )


def _first_cells(row: _Row, catalogue: Catalogue, language: Language) -> tuple[Cell, ...]:
    figure = row.figure
    return (
        Cell(str(figure.line), Tone.WEAK),
        Cell(_printed(figure), Tone.PLAIN if row.proposal is None else Tone.STRONG),
        Cell(FATES[figure.fate.value].title(language), TONES.get(figure.fate, Tone.WEAK)),
        Cell(_name(row, catalogue, language)),
    )


def _entry_cells(row: _Row, language: Language) -> tuple[Cell, ...]:
    if row.proposal is None:
        return (Cell(""),) * 4
    entry = row.proposal.entry
    return (
        Cell(entry.value),
        Cell(entry.period),
        Cell(words.STATUSES[entry.status](language)),
        Cell(CONFIDENCES[row.proposal.confidence](language)),
    )


def _time_cell(row: _Row, language: Language) -> Cell:
    """``2023``, or ``2024, target``."""
    if row.proposal is None:
        return Cell("")
    entry = row.proposal.entry
    return Cell(f"{entry.period}, {words.TARGET(language)}" if entry.status is Status.TARGET else entry.period)


def _name(row: _Row, catalogue: Catalogue, language: Language) -> str:
    """The name of the indicator that the figure is of, or that the words beside it name."""
    id = _indicator(row)
    return catalogue.indicators[id].name(language) if id in catalogue.indicators else id


def _indicator(row: _Row) -> str:
    return row.figure.indicator if row.proposal is None else row.proposal.entry.indicator


def _printed(figure: ReadFigure) -> str:
    """The figure as printed; a line of a report may end inside it."""
    return "".join(figure.printed.split())


def _record(row: _Row) -> dict[str, Value]:
    figure, proposal = row
    told: dict[str, Value] = {
        "line": figure.line,
        "start": figure.start,
        "end": figure.end,
        "printed": _printed(figure),
        "fate": figure.fate.value,
        "indicator": _indicator(row) or None,
    }
    if proposal is not None:
        entry = proposal.entry
        told |= {
            "value": entry.value,
            "period": entry.period,
            "status": entry.status.value,
            "variant": entry.variant,
            "scope": entry.scope.key or None,
            "confidence": proposal.confidence.value,
            "checks": ";".join(check.value for check in proposal.checks) or None,
            "evidence": entry.evidence,
            "period_evidence": entry.period_evidence or None,
        }
    return dict.fromkeys(_FIELDS) | told


def _document(row: _Row) -> dict[str, JsonValue]:
    """The record with its checks as a list; null where nothing is proposed."""
    checks = None if row.proposal is None else [check.value for check in row.proposal.checks]
    return {**_record(row), "checks": checks}
