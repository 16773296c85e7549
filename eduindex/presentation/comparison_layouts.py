"""The rows of a comparison laid out for terminals of different widths.

Three layouts carry the same content: two districts side by side with columns of their own for periods and notes, the same
folded together for a narrow terminal, and one row a district for narrower ones and for more than two districts.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from eduindex.analysis.comparison import Row
from eduindex.analysis.figures import Figure
from eduindex.analysis.verdict import Pairing
from eduindex.model.catalogue import Catalogue
from eduindex.model.table import Cell, Column, Layout, Section, Tone
from eduindex.model.wording import Language
from eduindex.presentation import words
from eduindex.presentation.figure_text import difference_text, figure_text, period_text, variant_text
from eduindex.presentation.footnotes import marks


class ShownRow(NamedTuple):
    """A row ready to be laid out: the footnotes of each pairing, and those of the row itself."""

    row: Row
    numbers: tuple[frozenset[int], ...]
    remarks: frozenset[int]

    @property
    def all_marks(self) -> str:
        """The marks of every footnote of the row."""
        return marks(self.remarks.union(*self.numbers))


def _indicator_text(row: Row, language: Language) -> str:
    """The indicator with what all figures of the row share: variant and scope."""
    name = row.indicator.name(language)
    figure = next(figure for figure in row.figures if figure)
    shared = []
    if in_common(row, variant_of):
        shared.append(variant_text(figure, language))
    if in_common(row, scope_of):
        shared.append(figure.scope(language))
    details = ("；" if language is Language.ZH else "; ").join(shared)
    return f"{name} ({details})" if details else name


def variant_of(figure: Figure) -> str:
    """The id of the variant; empty where none is stated."""
    return figure.variant or ""


def scope_of(figure: Figure) -> str:
    """What tells one scope from another; empty for the whole district."""
    return figure.scope.key


def in_common(row: Row, part: Callable[[Figure], str]) -> str:
    """The variant or scope that all figures of the row share; empty where they differ."""
    found = {part(figure) for figure in row.figures if figure}
    return found.pop() if len(found) == 1 else ""


def _by_dimension(
    shown: Iterable[ShownRow], catalogue: Catalogue, language: Language, cells: Callable[[ShownRow], tuple[Cell, ...]]
) -> tuple[Section, ...]:
    grouped: dict[str, list[tuple[Cell, ...]]] = {}
    for one in shown:
        grouped.setdefault(one.row.indicator.dimension, []).append(cells(one))
    return tuple(Section(catalogue.dimensions[id].name(language) or id, tuple(rows)) for id, rows in grouped.items())


def side_by_side(shown: list[ShownRow], names: list[str], catalogue: Catalogue, language: Language) -> Layout:
    """Two districts in columns, periods and notes apart."""
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

    def cells(one: ShownRow) -> tuple[Cell, ...]:
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


def folded(shown: list[ShownRow], names: list[str], catalogue: Catalogue, language: Language) -> Layout:
    """Two districts in columns, each figure with its period and each verdict with its notes."""
    columns = (
        Column(words.INDICATOR(language), width=17),
        Column(names[0], width=15),
        Column(names[1], width=15),
        Column(words.DIFFERENCE(language), right=True, width=10),
        Column(words.VERDICT(language), width=14),
    )

    def cells(one: ShownRow) -> tuple[Cell, ...]:
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


def rows_a_district(shown: list[ShownRow], names: list[str], catalogue: Catalogue, language: Language) -> Layout:
    """A block an indicator, a row a district."""
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
    own = "" if in_common(row, variant_of) else variant_text(figure, language)
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
