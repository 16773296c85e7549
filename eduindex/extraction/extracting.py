"""``extract``: a report's text in, every figure with its fate out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from eduindex.extraction.elsewhere import speaks_of_county
from eduindex.extraction.horizon import horizon_of, published_in
from eduindex.extraction.labels import LabelIndex
from eduindex.extraction.proposing import Report, propose
from eduindex.extraction.reading import Judged, ReadSentence, read_sentence
from eduindex.extraction.report_text import Lines, paragraphs_of
from eduindex.extraction.result import Check, Extraction, Fate, Proposal, ReadFigure
from eduindex.extraction.structure import sentences_of
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Entry
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.units import PER_CENT

_HEAD: Final = 1500  # characters in which a title stands
_NO_TITLE: Final = re.compile(
    "[>＞»]|首页|位置[:：]|[:：]$|^(?:来源|日期|时间|作者|发布|索引号|信息|字号)|^[0-9/:. -]+$"
)
MOST_FIGURES: Final = 20_000  # a long report has a few hundred


def extract(text: str, catalogue: Catalogue, *, year: int | None = None, published: str = "") -> Extraction:
    """Read a report. ``year`` is the year that it is about and ``published`` an ISO date, where a person knows them.

    Takes time in proportion to the length of the text, reads ``MOST_FIGURES`` and a few at the most, and raises for no text.
    """
    published = published or published_in(text)
    horizon = horizon_of(text, year, published)
    report = Report(text, f"report-{horizon.year}" if horizon.year else "report", horizon)
    index, lines = LabelIndex(catalogue), Lines(text)
    figures: list[ReadFigure] = []
    in_county, unread_from = speaks_of_county(text), 0
    for sentence in sentences_of(paragraphs_of(text, index.breaks_word)):
        if len(figures) >= MOST_FIGURES:
            unread_from = lines.line_of(sentence.offsets[0])
            break
        read = read_sentence(sentence, index, horizon, in_county)
        if read is not None:
            figures.extend(_figures(read, report, lines))
    return Extraction(_title(text), horizon.year, published, tuple(_without_repeats(figures)), unread_from)


def _title(text: str) -> str:
    """The first line that can be a title: no way through a site, no salutation, no date; else the first of all."""
    lines = (line.strip().strip("#*").strip() for line in text[:_HEAD].splitlines())
    first = [line for line in lines if line]
    return next((line for line in first if _NO_TITLE.search(line) is None), (first or [""])[0])[:80]


def _figures(read: ReadSentence, report: Report, lines: Lines) -> Iterator[ReadFigure]:
    offsets = read.sentence.offsets
    for judged in read.judged:
        start, end = offsets[judged.figure.start], offsets[judged.figure.end - 1] + 1
        proposals, fate = _proposals(judged, read, report)
        nearest = judged.nearest.id if judged.nearest is not None else ""
        yield ReadFigure(report.text[start:end], start, end, lines.line_of(start), fate, nearest, proposals)


def _proposals(judged: Judged, read: ReadSentence, report: Report) -> tuple[tuple[Proposal, ...], Fate]:
    found = [propose(named, read.sentence, read.dates, report) for named in judged.named]
    proposals = tuple(proposal for proposal in found if proposal is not None)
    if judged.named and not proposals:
        return (), Fate.UNCERTAIN
    return proposals, judged.fate


def _without_repeats(figures: list[ReadFigure]) -> Iterator[ReadFigure]:
    """The figures, where the same entry is proposed once only and different values of one series and period are marked."""
    seen: set[tuple[object, ...]] = set()
    values: dict[tuple[str, ...], set[tuple[object, ...]]] = {}
    for figure in figures:
        for proposal in figure.proposals:
            values.setdefault(_series(proposal.entry), set()).add(_said(proposal.entry.value))
    for figure in figures:
        kept = []
        for proposal in figure.proposals:
            key = (*_series(proposal.entry), _said(proposal.entry.value))
            if key in seen:
                continue
            seen.add(key)
            several = len(values[_series(proposal.entry)]) > 1
            kept.append(replace(proposal, checks=(*proposal.checks, Check.CONFLICT)) if several else proposal)
        fate = Fate.REPEATED if figure.proposals and not kept else figure.fate
        yield replace(figure, proposals=tuple(kept), fate=fate)


def _said(value: str) -> tuple[object, ...]:
    """What a value says, however it is printed: 30人以上 and 30名以上 are one, 91.2% and 91.20% too."""
    quantity = read_quantity(value)
    if not isinstance(quantity, Quantity):
        return (value,)
    return quantity.interval, quantity.bound, quantity.level, quantity.unit == PER_CENT


def _series(entry: Entry) -> tuple[str, ...]:
    return (entry.indicator, entry.variant or "", entry.scope.zh, entry.status, entry.period)
