"""What differs, largest relative gap first: between two districts, or within one district over time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from eduindex.analysis.caveats import Code
from eduindex.analysis.change import Changes, largest_gap_first
from eduindex.analysis.comparison import Comparison
from eduindex.analysis.figures import Figure
from eduindex.analysis.verdict import Pairing
from eduindex.model.table import Cell, Column, JsonValue, Layout, Note, Records, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import sentence
from eduindex.presentation.figure_text import difference_text, figure_text, name_of, period_text, variant_text
from eduindex.presentation.footnotes import Footnotes, bibliography, left_out, marks, not_used, omissions_of
from eduindex.presentation.records import (
    FIGURE_FIELDS,
    PAIRING_FIELDS,
    SCHEMA_VERSION,
    figure_document,
    figure_record,
    numbers_of,
    pairing_document,
    pairing_record,
    records_of,
)

# Between two periods of one district these say nothing that the columns do not show.
_OBVIOUS_OVER_TIME = (Code.PERIODS_DIFFER,)


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of a list of pairings: between two districts, or between two periods of one."""

    title: str
    heads: tuple[str, str]
    labels: tuple[str, str]
    difference: Wording
    relative: Wording
    relative_field: str
    share: Callable[[Pairing], Decimal | None]
    obvious: tuple[Code, ...] = ()


def difference_table(
    comparison: Comparison, language: Language, labels: Sequence[str], *, sources: bool = False
) -> Table:
    """Two districts, largest relative gap first; what cannot be compared comes last, with its reason."""
    pairings = largest_gap_first(p for row in comparison.rows for p in row.pairings if p)
    first, other = (name_of(identity, language) for identity in comparison.districts)
    if language is Language.ZH:
        title = f"{first} 与 {other} 的差别，相对差距大者在先(差值 = {first} − {other}，相对差距 = 差值 / 较大者)"
    else:
        title = f"{first} against {other}, largest relative gap first (difference = {first} − {other}; gap = difference / larger)"
    question = _Question(
        title,
        (first, other),
        (labels[0], labels[1]),
        words.DIFFERENCE,
        words.GAP,
        "relative_gap",
        lambda pairing: pairing.relative_gap,
    )
    unused = [figure for row in comparison.rows for figure in row.left_over]
    remarks = (Note("", not_used(unused, language)),) if unused else ()
    return _table(
        question, pairings, (*remarks, *left_out(omissions_of(comparison), language)), language, sources=sources
    )


def change_table(changes: Changes, language: Language, *, sources: bool = False) -> Table:
    """One district over time, largest relative change first."""
    name, zh = name_of(changes.district, language), language is Language.ZH
    question = _Question(
        f"{name} 的变化(变化 = 后 − 前)" if zh else f"{name} over time (change = later − earlier)",
        ("后", "前") if zh else ("Later", "Earlier"),
        ("later", "earlier"),
        words.CHANGE,
        words.RELATIVE_CHANGE,
        "relative_change",
        lambda pairing: pairing.relative_change,
        _OBVIOUS_OVER_TIME,
    )
    number = changes.unmatched
    text = f"另有{number}个数列没有第二个数字。" if zh else f"{number} further series without a second figure."
    return _table(question, changes.pairings, (Note("", text),) if number else (), language, sources=sources)


def _table(
    question: _Question, pairings: tuple[Pairing, ...], remarks: tuple[Note, ...], language: Language, *, sources: bool
) -> Table:
    footnotes = Footnotes()
    noted = [
        marks(footnotes.numbers(sentence(c, language) for c in p.caveats if c.code not in question.obvious))
        for p in pairings
    ]
    listed = bibliography((figure for p in pairings for figure in (p.first, p.other)), language) if sources else ()
    return Table(
        title=question.title,
        layouts=(_wide(question, pairings, noted, language), _narrow(question, pairings, noted, language)),
        records=records_of([_record(pairing, question, language) for pairing in pairings], _fields(question)),
        tidy=_tidy(pairings, question, language),
        document=_document(pairings, question, language),
        notes=(*footnotes.notes(), *remarks, *listed),
    )


def _wide(question: _Question, pairings: Sequence[Pairing], noted: list[str], language: Language) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=28),
        Column(question.heads[0], right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column(question.heads[1], right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column(question.difference(language), right=True, width=14),
        Column(question.relative(language), right=True, width=8),
        Column(words.VERDICT(language), width=14),
        Column(words.NOTES(language), width=8),
    )
    rows = []
    for pairing, mark in zip(pairings, noted, strict=True):
        figures = [
            cell
            for figure in (pairing.first, pairing.other)
            for cell in (
                Cell(_value(figure, pairing, language), Tone.STRONG),
                Cell(period_text(figure, language), Tone.WEAK),
            )
        ]
        difference = Cell(difference_text(pairing, language))
        share = Cell(_share_text(pairing, question))
        name = Cell(_series_name(pairing, language))
        rows.append((name, *figures, difference, share, _verdict(pairing, language), Cell(mark, Tone.WEAK)))
    return Layout(columns, (Section("", tuple(rows)),))


def _narrow(question: _Question, pairings: Sequence[Pairing], noted: list[str], language: Language) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=16),
        Column(question.heads[0], width=11),
        Column(question.heads[1], width=11),
        Column(question.difference(language), right=True, width=10),
        Column(words.VERDICT(language), width=12),
    )
    rows = []
    for pairing, mark in zip(pairings, noted, strict=True):
        verdict = _verdict(pairing, language)
        difference, share = (
            difference_text(pairing, language),
            _share_text(pairing, question),
        )
        rows.append(
            (
                Cell(_series_name(pairing, language)),
                *(_value_and_period(figure, pairing, language) for figure in (pairing.first, pairing.other)),
                Cell(f"{difference} ({share})" if share else difference),
                Cell(f"{verdict.text} {mark}".strip(), verdict.tone),
            )
        )
    return Layout(columns, (Section("", tuple(rows)),))


def _series_name(pairing: Pairing, language: Language) -> str:
    """The indicator with what both figures share: variant and scope."""
    name = pairing.first.indicator.name(language)
    parts = []
    if pairing.first.variant == pairing.other.variant:
        parts.append(variant_text(pairing.first, language))
    if pairing.first.scope.key == pairing.other.scope.key:
        parts.append(pairing.first.scope(language))
    shared = ("；" if language is Language.ZH else "; ").join(part for part in parts if part)
    return f"{name} ({shared})" if shared else name


def _value(figure: Figure, pairing: Pairing, language: Language) -> str:
    """A figure, with its variant where the two differ in it."""
    own = variant_text(figure, language) if pairing.first.variant != pairing.other.variant else ""
    text = figure_text(figure, language)
    return f"{text} ({own})" if own else text


def _value_and_period(figure: Figure, pairing: Pairing, language: Language) -> Cell:
    return Cell(f"{_value(figure, pairing, language)} ({period_text(figure, language)})", Tone.STRONG)


def _verdict(pairing: Pairing, language: Language) -> Cell:
    return Cell(words.VERDICTS[pairing.verdict](language), words.VERDICT_TONES.get(pairing.verdict, Tone.PLAIN))


def _share_text(pairing: Pairing, question: _Question) -> str:
    """The relative gap or change in per cent; a change with its sign."""
    share = question.share(pairing)
    if share is None:
        return ""
    if share and abs(share) < _LEAST_SHOWN:
        return f"<{_LEAST_SHOWN:.1%}"
    plain = question.relative_field == "relative_gap" or not share
    return f"{abs(share):.1%}" if plain else f"{share:+.1%}".replace("-", "−")


_LEAST_SHOWN = Decimal("0.001")


def _record(pairing: Pairing, question: _Question, language: Language) -> dict[str, Value]:
    first = pairing.first
    record: dict[str, Value] = {
        "dimension": first.indicator.dimension,
        "indicator": first.indicator.id,
        "indicator_name": first.indicator.name(language),
        "unit": first.indicator.unit,
    }
    for text, figure in zip(question.labels, (first, pairing.other), strict=True):
        values = (
            figure.variant,
            figure.scope(language) or None,
            *numbers_of(figure),
            figure.bound.value,
            str(figure.period),
            figure.status.value,
        )
        record |= {f"{text}_{name}": value for name, value in zip(_SIDE, values, strict=True)}
    return record | {question.relative_field: question.share(pairing)} | pairing_record(pairing)


_SIDE = ("variant", "scope", "value", "low", "high", "bound", "period", "status")


def _fields(question: _Question) -> tuple[str, ...]:
    sides = tuple(f"{text}_{name}" for text in question.labels for name in _SIDE)
    return ("dimension", "indicator", "indicator_name", "unit", *sides, question.relative_field, *PAIRING_FIELDS)


def _tidy(pairings: Sequence[Pairing], question: _Question, language: Language) -> Records:
    """One row a figure; that of the other side carries the outcome of the first against it."""
    first_side, other_side = question.labels
    rows: list[dict[str, Value]] = []
    for pairing in pairings:
        first, other = (figure_record(figure, language) for figure in (pairing.first, pairing.other))
        outcome = {"compared_with": first_side, question.relative_field: question.share(pairing)}
        rows += [{"side": first_side, **first}, {"side": other_side, **other, **outcome, **pairing_record(pairing)}]
    return records_of(rows, ("side", *FIGURE_FIELDS, "compared_with", question.relative_field, *PAIRING_FIELDS))


def _document(pairings: Sequence[Pairing], question: _Question, language: Language) -> dict[str, JsonValue]:
    first_side, other_side = question.labels
    records: list[JsonValue] = []
    for pairing in pairings:
        outcome = {"compared_with": first_side, question.relative_field: question.share(pairing)}
        nothing = {"compared_with": None, question.relative_field: None, **pairing_document(None, language)}
        records.append({"side": first_side, **figure_document(pairing.first, language), **nothing})
        records.append(
            {
                "side": other_side,
                **figure_document(pairing.other, language),
                **outcome,
                **pairing_document(pairing, language),
            }
        )
    return {"schema_version": SCHEMA_VERSION, "command": "diff", "records": records}
