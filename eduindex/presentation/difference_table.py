"""What differs, largest relative gap first: between two districts, or within one district over time."""

from collections.abc import Sequence
from decimal import Decimal

from eduindex.analysis.caveats import Code
from eduindex.analysis.change import Changes, largest_gap_first
from eduindex.analysis.comparison import Comparison
from eduindex.analysis.figures import Figure
from eduindex.analysis.verdict import Pairing, Verdict
from eduindex.model.table import Cell, Column, JsonValue, Layout, Note, Records, Section, Table, Tone, Value
from eduindex.model.wording import Language
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import sentence
from eduindex.presentation.figure_text import difference_text, figure_text, label, name_of, period_text
from eduindex.presentation.footnotes import Footnotes, bibliography, marks
from eduindex.presentation.records import (
    FIGURE_FIELDS,
    PAIRING_FIELDS,
    bound_of,
    ends_of,
    figure_document,
    figure_record,
    pairing_document,
    pairing_record,
    records_of,
    value_of,
)

# Between two periods of one district these say nothing that the columns do not show.
_OBVIOUS = (Code.PERIODS_DIFFER,)


def difference_table(
    comparison: Comparison, language: Language, labels: Sequence[str], *, sources: bool = False
) -> Table:
    """Two districts, largest relative gap first; what cannot be compared comes last, with its reason."""
    pairings = largest_gap_first(p for row in comparison.rows for p in row.pairings if p)
    names = [name_of(identity, language) for identity in comparison.districts]
    if language is Language.ZH:
        title = f"{names[0]} 与 {names[1]} 的差别,相对差距大者在先(差值 = {names[0]} − {names[1]})"
    else:
        title = f"{names[0]} against {names[1]}, largest relative gap first (difference = {names[0]} − {names[1]})"
    return _table(title, pairings, (names[0], names[1]), (labels[0], labels[1]), language, (), sources=sources)


def change_table(changes: Changes, language: Language, *, sources: bool = False) -> Table:
    """One district over time, largest relative change first."""
    name = name_of(changes.district, language)
    zh = language is Language.ZH
    title = f"{name} 的变化(变化 = 后 − 前)" if zh else f"{name} over time (change = later − earlier)"
    heads = ("后", "前") if zh else ("Later", "Earlier")
    notes: tuple[Note, ...] = ()
    if changes.unmatched:
        text = (
            f"另有{changes.unmatched}个数列只有一个时期。"
            if zh
            else f"{changes.unmatched} further series have no second figure."
        )
        notes = (Note("", text),)
    return _table(title, changes.pairings, heads, ("later", "earlier"), language, notes, sources=sources)


def _table(
    title: str,
    pairings: tuple[Pairing, ...],
    heads: tuple[str, str],
    labels: tuple[str, str],
    language: Language,
    notes: tuple[Note, ...],
    *,
    sources: bool,
) -> Table:
    footnotes = Footnotes()
    over_time = labels == ("later", "earlier")
    noted = [
        marks(footnotes.numbers(sentence(c, language) for c in p.caveats if not (over_time and c.code in _OBVIOUS)))
        for p in pairings
    ]
    figures = [figure for pairing in pairings for figure in (pairing.first, pairing.other)]
    listed = bibliography(figures, language) if sources else ()
    heading = words.CHANGE if over_time else words.DIFFERENCE
    return Table(
        title=title,
        layouts=(
            _wide(pairings, noted, heads, heading(language), language),
            _narrow(pairings, noted, heads, heading(language), language),
        ),
        records=records_of([_record(pairing, labels, language) for pairing in pairings], _fields(labels)),
        tidy=_tidy(pairings, labels, language),
        document=_document(pairings, labels, language),
        notes=(*footnotes.notes(), *notes, *listed),
    )


def _wide(
    pairings: Sequence[Pairing], noted: list[str], heads: tuple[str, str], heading: str, language: Language
) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=28),
        Column(heads[0], right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column(heads[1], right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column(heading, right=True, width=14),
        Column(words.GAP(language), right=True, width=8),
        Column(words.VERDICT(language), width=14),
        Column(words.NOTES(language), width=8),
    )
    rows = []
    for pairing, mark in zip(pairings, noted, strict=True):
        verdict = _verdict(pairing, language)
        figures = [cell for f in (pairing.first, pairing.other) for cell in (_value(f, language), _period(f, language))]
        difference = Cell(difference_text(pairing.difference, pairing.first.indicator, language))
        name = Cell(_series_name(pairing, language))
        rows.append((name, *figures, difference, Cell(_gap(pairing)), verdict, Cell(mark, Tone.WEAK)))
    return Layout(columns, (Section("", tuple(rows)),))


def _narrow(
    pairings: Sequence[Pairing], noted: list[str], heads: tuple[str, str], heading: str, language: Language
) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=16),
        Column(heads[0], width=11),
        Column(heads[1], width=11),
        Column(heading, right=True, width=10),
        Column(words.VERDICT(language), width=12),
    )
    rows = []
    for pairing, mark in zip(pairings, noted, strict=True):
        verdict = _verdict(pairing, language)
        cells = [
            Cell(f"{figure_text(f, language)} ({period_text(f, language)})", Tone.STRONG)
            for f in (pairing.first, pairing.other)
        ]
        difference = difference_text(pairing.difference, pairing.first.indicator, language)
        gap = _gap(pairing)
        rows.append(
            (
                Cell(_series_name(pairing, language)),
                *cells,
                Cell(f"{difference} ({gap})" if gap else difference),
                Cell(f"{verdict.text} {mark}".strip(), verdict.tone),
            )
        )
    return Layout(columns, (Section("", tuple(rows)),))


def _series_name(pairing: Pairing, language: Language) -> str:
    first, other = label(pairing.first, language), label(pairing.other, language)
    name = pairing.first.indicator.name(language)
    return f"{name} ({first})" if first and first == other else name


def _value(figure: Figure, language: Language) -> Cell:
    return Cell(figure_text(figure, language), Tone.STRONG)


def _period(figure: Figure, language: Language) -> Cell:
    return Cell(period_text(figure, language), Tone.WEAK)


def _verdict(pairing: Pairing, language: Language) -> Cell:
    return Cell(words.VERDICTS[pairing.verdict](language), words.VERDICT_TONES.get(pairing.verdict, Tone.PLAIN))


def _gap(pairing: Pairing) -> str:
    if pairing.difference is None or pairing.verdict is Verdict.UNDETERMINED:
        return ""
    return f"{pairing.certain_gap:.0%}"


def _record(pairing: Pairing, labels: tuple[str, str], language: Language) -> dict[str, Value]:
    first = pairing.first
    record: dict[str, Value] = {
        "dimension": first.indicator.dimension,
        "indicator": first.indicator.id,
        "indicator_name": first.indicator.name(language),
        "unit": first.indicator.unit,
    }
    for text, figure in zip(labels, (first, pairing.other), strict=True):
        low, high = ends_of(figure.interval, figure.indicator)
        values = (figure.variant, figure.scope(language) or None, value_of(figure.point, figure.indicator), low, high)
        record |= {f"{text}_{name}": value for name, value in zip(_SIDE[:5], values, strict=True)}
        record |= {
            f"{text}_bound": bound_of(figure),
            f"{text}_period": str(figure.period),
            f"{text}_status": figure.status.value,
        }
    return record | {"relative_gap": _rounded_gap(pairing)} | pairing_record(pairing)


_SIDE = ("variant", "scope", "value", "low", "high", "bound", "period", "status")


def _rounded_gap(pairing: Pairing) -> Value:
    return Decimal(f"{pairing.certain_gap:.4f}") if _gap(pairing) else None


def _fields(labels: tuple[str, str]) -> tuple[str, ...]:
    sides = tuple(f"{text}_{name}" for text in labels for name in _SIDE)
    return ("dimension", "indicator", "indicator_name", "unit", *sides, "relative_gap", *PAIRING_FIELDS)


def _tidy(pairings: Sequence[Pairing], labels: tuple[str, str], language: Language) -> Records:
    """One row a figure; that of the other side carries the outcome of the first against it."""
    rows: list[dict[str, Value]] = []
    for pairing in pairings:
        first, other = (figure_record(figure, language) for figure in (pairing.first, pairing.other))
        outcome = {**pairing_record(pairing), "compared_with": labels[0], "relative_gap": _rounded_gap(pairing)}
        rows += [{"side": labels[0], **first}, {"side": labels[1], **other, **outcome}]
    return records_of(rows, ("side", *FIGURE_FIELDS, "compared_with", "relative_gap", *PAIRING_FIELDS))


def _document(pairings: Sequence[Pairing], labels: tuple[str, str], language: Language) -> dict[str, JsonValue]:
    records: list[JsonValue] = []
    for pairing in pairings:
        outcome = {
            "compared_with": labels[0],
            "relative_gap": _rounded_gap(pairing),
            **pairing_document(pairing, language),
        }
        records.append({"side": labels[0], **figure_document(pairing.first, language), "compared_with": None})
        records.append({"side": labels[1], **figure_document(pairing.other, language), **outcome})
    return {"schema_version": 1, "command": "diff", "records": records}
