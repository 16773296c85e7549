"""A comparison as a table: its rows, and what must be known of them as footnotes."""

from collections.abc import Sequence

from eduindex.analysis.comparison import Comparison, Row
from eduindex.analysis.figures import Figure
from eduindex.model.catalogue import Catalogue
from eduindex.model.table import Layout, Note, Table
from eduindex.model.wording import Language
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import PARTS, part_sentence, sentence
from eduindex.presentation.comparison_layouts import (
    ShownRow,
    folded,
    in_common,
    rows_a_district,
    scope_of,
    side_by_side,
)
from eduindex.presentation.comparison_records import comparison_document, tidy_records, wide_records
from eduindex.presentation.figure_text import names_apart
from eduindex.presentation.footnotes import Footnotes, bibliography, left_out, not_used, omissions_of


def comparison_table(
    comparison: Comparison, catalogue: Catalogue, language: Language, labels: Sequence[str], *, sources: bool = False
) -> Table:
    """The table of a comparison; ``labels`` name the districts for machines (the id, with ``@year`` where given)."""
    names = names_apart(comparison.districts, labels, language)
    footnotes = Footnotes()
    shown = [_marked(row, footnotes, language) for row in comparison.rows]
    notes = [
        *footnotes.notes(),
        *_nothing(comparison, language),
        *left_out(omissions_of(comparison, more="--all"), language),
    ]
    if sources:
        notes += bibliography((f for row in comparison.rows for f in row.figures if f), language)
    one_a_row = rows_a_district(shown, names, catalogue, language)
    layouts: tuple[Layout, ...] = (one_a_row,)
    if len(names) == 2:
        layouts = (
            side_by_side(shown, names, catalogue, language),
            folded(shown, names, catalogue, language),
            one_a_row,
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


def _title(names: list[str], language: Language) -> str:
    zh = language is Language.ZH
    other = names[1] if len(names) == 2 else "对方" if zh else "other"
    difference = f"({words.DIFFERENCE(language).lower()} = {names[0]} − {other})"
    return (
        f"{names[0]} 对 {'、'.join(names[1:])}{difference}"
        if zh
        else f"{names[0]} against {', '.join(names[1:])} {difference}"
    )


def _marked(row: Row, footnotes: Footnotes, language: Language) -> ShownRow:
    numbers = tuple(
        footnotes.numbers(sentence(caveat, language) for caveat in pairing.caveats) if pairing else frozenset()
        for pairing in row.pairings
    )
    remarks = [part_sentence(figure, language) for figure in _unsaid_parts(row)]
    if row.left_over:
        remarks.append(not_used(row.left_over, language))
    return ShownRow(row, numbers, footnotes.numbers(remarks))


def _unsaid_parts(row: Row) -> list[Figure]:
    """The figures of a part that no caveat of the row tells about."""
    said = {id(f) for pairing in row.pairings if pairing for c in pairing.caveats if c.code in PARTS for f in c.figures}
    parts = [figure for figure in row.figures if figure and figure.scope]
    return [] if in_common(row, scope_of) else [figure for figure in parts if id(figure) not in said]
