"""Where a figure comes from: its evidence with the figure brought out, its source, and the line of the file."""

from collections.abc import Sequence
from typing import NamedTuple

from eduindex.model.evidence import Absence, locate
from eduindex.model.observation import Observation
from eduindex.model.table import Cell, Column, Layout, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.figure_text import interval_text, printed_text
from eduindex.presentation.footnotes import published_text
from eduindex.presentation.records import SCHEMA_VERSION, ends_of, open_ends_of, records_of, source_document, value_of

_FIELDS = (
    "district",
    "indicator",
    "value",
    "low",
    "high",
    "low_open",
    "high_open",
    "bound",
    "period",
    "status",
    "variant",
    "scope",
    "printed",
    "evidence",
    "period_evidence",
    "note",
    "source",
    "title",
    "publisher",
    "published",
    "url",
    "file",
    "line",
    "sentence",
)

_OF_SOURCE = ("source", "title", "publisher", "published", "url")


class Traced(NamedTuple):
    """An observation with the sentence of its report, or why that cannot be shown; ``None`` where nobody asked."""

    observation: Observation
    sentence: str | Absence | None = None


_ABSENCES = {
    Absence.NO_FILE: Wording("来源未指明报告文件", "the source names no file"),
    Absence.UNREADABLE: Wording("报告文件夹中读不到 {}", "{} cannot be read below the reports' folder"),
    Absence.NOT_THERE: Wording("{} 中找不到依据", "the evidence does not occur in {}"),
}


def trace_table(traced: Sequence[Traced], name: str, language: Language) -> Table:
    """The table of ``trace``: a block of lines for each observation."""
    sections = tuple(_section(one, language) for one in traced)
    indicator = traced[0].observation.indicator
    records = [_record(one, language) for one in traced]
    documents = [
        {key: value for key, value in record.items() if key not in _OF_SOURCE}
        | {"source": source_document(one.observation.source, language)}
        for one, record in zip(traced, records, strict=True)
    ]
    return Table(
        title=f"{name} · {indicator.name(language)} ({indicator.id})",
        layouts=(Layout((Column("", width=12), Column("", width=40)), sections),),
        records=records_of(records, _FIELDS),
        document={"schema_version": SCHEMA_VERSION, "command": "trace", "records": documents},
    )


def _section(traced: Traced, language: Language) -> Section:
    observation = traced.observation
    entry, source, indicator = observation.entry, observation.source, observation.indicator
    span = locate(entry.evidence, observation.quantity)
    variant = indicator.variants.get(entry.variant or "", Wording())
    lines: tuple[tuple[Wording, Cell], ...] = (
        (words.VALUE, Cell(printed_text(observation, language), Tone.STRONG)),
        (words.READ_AS, Cell(interval_text(observation.interval, indicator, language))),
        (words.STATUS, Cell(words.STATUSES[observation.status](language))),
        (words.VARIANT, Cell(variant(language) or (entry.variant or ""))),
        (words.SCOPE, Cell(entry.scope(language))),
        (words.EVIDENCE, Cell(entry.evidence, highlight=span)),
        (words.PERIOD_EVIDENCE, Cell(entry.period_evidence)),
        (words.SENTENCE, _sentence(traced, language)),
        (words.NOTE, Cell(entry.note(language))),
        (words.SOURCE, Cell(f"{source.id}: {source.title(language)}")),
        (words.PUBLISHER, Cell(source.publisher(language) or words.NOT_SAID(language))),
        (words.PUBLISHED, Cell(published_text(source, language))),
        (Wording("网址", "Address"), Cell(source.url)),
        (words.WRITTEN_IN, Cell(f"{entry.place.file}:{entry.place.line}")),
    )
    rows = tuple((Cell(heading(language), Tone.WEAK), cell) for heading, cell in lines if cell.text)
    return Section(str(observation.period), rows)


def _sentence(traced: Traced, language: Language) -> Cell:
    """The report's sentence, which has no white space, with the figure brought out."""
    sentence, observation = traced.sentence, traced.observation
    if sentence is None:
        return Cell("")
    if isinstance(sentence, Absence):
        return Cell(_ABSENCES[sentence](language).format(observation.source.file))
    evidence = "".join(observation.entry.evidence.split())
    inside = sentence.find(evidence)
    span = locate(evidence, observation.quantity)
    highlight = (span[0] + inside, span[1] + inside) if span and inside >= 0 else None
    return Cell(sentence, highlight=highlight)


def _record(traced: Traced, language: Language) -> dict[str, Value]:
    observation = traced.observation
    entry, source, indicator = observation.entry, observation.source, observation.indicator
    low, high = ends_of(observation.interval, indicator)
    values: tuple[Value, ...] = (
        observation.district,
        indicator.id,
        value_of(observation.point, indicator),
        low,
        high,
        *open_ends_of(observation.interval),
        observation.bound.value,
        str(observation.period),
        observation.status.value,
        entry.variant,
        entry.scope(language) or None,
        entry.value,
        entry.evidence,
        entry.period_evidence or None,
        entry.note(language) or None,
        source.id,
        source.title(language),
        source.publisher(language) or None,
        source.published or None,
        source.url or None,
        entry.place.file,
        entry.place.line,
        None if isinstance(traced.sentence, Absence) else traced.sentence,
    )
    return dict(zip(_FIELDS, values, strict=True))
