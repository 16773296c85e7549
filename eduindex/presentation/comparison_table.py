"""A comparison as a table: two districts side by side, or one row a district; caveats as footnotes.

Three layouts carry the same content: with columns of their own for periods and notes, the same folded together for a
narrow terminal, and one row a district for narrower ones and for more than two districts.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from eduindex.analysis.comparison import Comparison, Row
from eduindex.analysis.figures import Figure
from eduindex.analysis.verdict import Pairing
from eduindex.model.catalogue import Catalogue
from eduindex.model.table import Cell, Column, Layout, Note, Section, Table, Tone
from eduindex.model.wording import Language
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import PARTS, part_sentence, sentence
from eduindex.presentation.comparison_records import comparison_document, tidy_records, wide_records
from eduindex.presentation.figure_text import difference_text, figure_text, name_of, period_text, variant_text
from eduindex.presentation.footnotes import Footnotes, bibliography, left_out, marks, not_used, omissions_of


class _Shown(NamedTuple):
    """A row ready to be laid out: the footnotes of each pairing, and those of the row itself."""

    row: Row
    numbers: tuple[frozenset[int], ...]
    remarks: frozenset[int]

    @property
    def all_marks(self) -> str:
        """The marks of every footnote of the row."""
        return marks(self.remarks.union(*self.numbers))


def comparison_table(
    comparison: Comparison, catalogue: Catalogue, language: Language, labels: Sequence[str], *, sources: bool = False
) -> Table:
    """The table of a comparison; ``labels`` name the districts for machines (the id, with ``@year`` where given)."""
    names = _names(comparison, labels, language)
    footnotes = Footnotes()
    shown = [_marked(row, footnotes, language) for row in comparison.rows]
    notes = [
        *footnotes.notes(),
        *_nothing(comparison, language),
        *left_out(omissions_of(comparison, more="--all"), language),
    ]
    if sources:
        notes += bibliography((f for row in comparison.rows for f in row.figures if f), language)
    rows_a_district = _rows_a_district(shown, names, catalogue, language)
    layouts: tuple[Layout, ...] = (rows_a_district,)
    if len(names) == 2:
        layouts = (
            _side_by_side(shown, names, catalogue, language),
            _folded(shown, names, catalogue, language),
            rows_a_district,
        )
    return Table(
        title=_title(names, language),
        layouts=layouts,
        records=wide_records(comparison, labels, language),
        tidy=tidy_records(comparison, labels, language),
        document=comparison_document(comparison, labels, language),
        notes=tuple(notes),
    )


def _nothing(comparison: Comparison, language: Language) -> tuple[Note, ...]:
    """A word for an empty table."""
    if comparison.rows:
        return ()
    zh = "没有可以并列的数字。"
    return (Note("", zh if language is Language.ZH else "There are no figures to set side by side."),)


def _names(comparison: Comparison, labels: Sequence[str], language: Language) -> list[str]:
    names = [name_of(identity, language) for identity in comparison.districts]
    if len(set(names)) == len(names):
        return names
    return [
        name + text.removeprefix(identity.id)
        for name, text, identity in zip(names, labels, comparison.districts, strict=True)
    ]


def _title(names: list[str], language: Language) -> str:
    zh = language is Language.ZH
    other = names[1] if len(names) == 2 else "对方" if zh else "other"
    difference = f"({words.DIFFERENCE(language).lower()} = {names[0]} − {other})"
    return (
        f"{names[0]} 对 {'、'.join(names[1:])}{difference}"
        if zh
        else f"{names[0]} against {', '.join(names[1:])} {difference}"
    )


def _marked(row: Row, footnotes: Footnotes, language: Language) -> _Shown:
    numbers = tuple(
        footnotes.numbers(sentence(caveat, language) for caveat in pairing.caveats) if pairing else frozenset()
        for pairing in row.pairings
    )
    remarks = [part_sentence(figure, language) for figure in _unsaid_parts(row)]
    if row.left_over:
        remarks.append(not_used(row.left_over, language))
    return _Shown(row, numbers, footnotes.numbers(remarks))


def _unsaid_parts(row: Row) -> list[Figure]:
    """The figures of a part that no caveat of the row tells about."""
    said = {id(f) for pairing in row.pairings if pairing for c in pairing.caveats if c.code in PARTS for f in c.figures}
    parts = [figure for figure in row.figures if figure and figure.scope]
    return [] if _common(row, _scope) else [figure for figure in parts if id(figure) not in said]


def _indicator_text(row: Row, language: Language) -> str:
    """The indicator with what all figures of the row share: variant and scope."""
    name = row.indicator.name(language)
    figure = next(figure for figure in row.figures if figure)
    shared = []
    if _common(row, _variant):
        shared.append(variant_text(figure, language))
    if _common(row, _scope):
        shared.append(figure.scope(language))
    return f"{name} ({'; '.join(shared)})" if shared else name


def _variant(figure: Figure) -> str:
    return figure.variant or ""


def _scope(figure: Figure) -> str:
    return figure.scope.key


def _common(row: Row, part: Callable[[Figure], str]) -> str:
    """The variant or scope that all figures of the row share; empty where they differ."""
    found = {part(figure) for figure in row.figures if figure}
    return found.pop() if len(found) == 1 else ""


def _by_dimension(
    shown: Iterable[_Shown], catalogue: Catalogue, language: Language, cells: Callable[[_Shown], tuple[Cell, ...]]
) -> tuple[Section, ...]:
    grouped: dict[str, list[tuple[Cell, ...]]] = {}
    for one in shown:
        grouped.setdefault(one.row.indicator.dimension, []).append(cells(one))
    return tuple(Section(catalogue.dimensions[id].name(language) or id, tuple(rows)) for id, rows in grouped.items())


def _side_by_side(shown: list[_Shown], names: list[str], catalogue: Catalogue, language: Language) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=28),
        Column(names[0], right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column(names[1], right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column(words.DIFFERENCE(language), right=True, width=14),
        Column(words.VERDICT(language), width=14),
        Column(words.NOTES(language), width=10),
    )

    def cells(one: _Shown) -> tuple[Cell, ...]:
        first, other = one.row.figures
        return (
            Cell(_indicator_text(one.row, language)),
            _value(first, language, one.row),
            _period(first, language),
            _value(other, language, one.row),
            _period(other, language),
            *_outcome(one.row.pairings[0], language),
            Cell(one.all_marks, Tone.WEAK),
        )

    return Layout(columns, _by_dimension(shown, catalogue, language, cells))


def _folded(shown: list[_Shown], names: list[str], catalogue: Catalogue, language: Language) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=17),
        Column(names[0], width=15),
        Column(names[1], width=15),
        Column(words.DIFFERENCE(language), right=True, width=10),
        Column(words.VERDICT(language), width=14),
    )

    def cells(one: _Shown) -> tuple[Cell, ...]:
        difference, verdict = _outcome(one.row.pairings[0], language)
        first, other = one.row.figures
        return (
            Cell(_indicator_text(one.row, language)),
            _value_and_period(first, language, one.row),
            _value_and_period(other, language, one.row),
            difference,
            Cell(f"{verdict.text} {one.all_marks}".strip(), verdict.tone),
        )

    return Layout(columns, _by_dimension(shown, catalogue, language, cells))


def _rows_a_district(shown: list[_Shown], names: list[str], catalogue: Catalogue, language: Language) -> Layout:
    columns = (
        Column(words.DISTRICT(language), width=9),
        Column(words.VALUE(language), right=True, width=10),
        Column(words.PERIOD(language), width=9),
        Column(words.DIFFERENCE(language), right=True, width=10),
        Column(words.VERDICT(language), width=12),
    )
    sections = []
    for one in shown:
        dimension = catalogue.dimensions[one.row.indicator.dimension].name(language)
        title = f"{dimension} · {_indicator_text(one.row, language)} {marks(one.remarks)}".strip()
        rows = []
        for place, figure in enumerate(one.row.figures):
            outcome = (Cell(""), Cell(""))
            if place:
                difference, verdict = _outcome(one.row.pairings[place - 1], language)
                outcome = (difference, Cell(f"{verdict.text} {marks(one.numbers[place - 1])}".strip(), verdict.tone))
            rows.append((Cell(names[place]), _value(figure, language, one.row), _period(figure, language), *outcome))
        sections.append(Section(title, tuple(rows)))
    return Layout(columns, tuple(sections))


def _value(figure: Figure | None, language: Language, row: Row) -> Cell:
    if figure is None:
        return Cell(words.NO_FIGURE, Tone.WEAK)
    text = figure_text(figure, language)
    own = "" if _common(row, _variant) else variant_text(figure, language)
    return Cell(f"{text} ({own})" if own else text, Tone.STRONG)


def _period(figure: Figure | None, language: Language) -> Cell:
    return Cell(period_text(figure, language) if figure else "", Tone.WEAK)


def _value_and_period(figure: Figure | None, language: Language, row: Row) -> Cell:
    value = _value(figure, language, row)
    return Cell(f"{value.text} ({period_text(figure, language)})" if figure else value.text, value.tone)


def _outcome(pairing: Pairing | None, language: Language) -> tuple[Cell, Cell]:
    """The difference and the verdict."""
    if pairing is None:
        return Cell(words.NO_FIGURE, Tone.WEAK), Cell("")
    tone = words.VERDICT_TONES.get(pairing.verdict, Tone.PLAIN)
    return Cell(difference_text(pairing, language)), Cell(words.VERDICTS[pairing.verdict](language), tone)
