"""One district's figures, dimension by dimension, with the caveats that each carries by itself."""

from eduindex.analysis.caveats import caveats_of
from eduindex.analysis.profile import Profile
from eduindex.model.catalogue import Catalogue
from eduindex.model.table import Cell, Column, Layout, Note, Section, Table, Tone
from eduindex.model.wording import Language
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import sentence
from eduindex.presentation.english import plural
from eduindex.presentation.figure_text import figure_text, label, name_of, period_text
from eduindex.presentation.footnotes import Footnotes, bibliography, marks
from eduindex.presentation.records import FIGURE_FIELDS, figure_document, figure_record, records_of


def profile_table(profile: Profile, catalogue: Catalogue, language: Language, *, sources: bool = False) -> Table:
    """The table of ``show``."""
    footnotes = Footnotes()
    grouped: dict[str, list[tuple[Cell, ...]]] = {}
    for figure in profile.figures:
        own = label(figure, language)
        name = figure.indicator.name(language)
        numbers = footnotes.numbers(sentence(caveat, language) for caveat in caveats_of(figure))
        cells = (
            Cell(f"{name} ({own})" if own else name),
            Cell(figure_text(figure, language), Tone.STRONG),
            Cell(period_text(figure, language), Tone.WEAK),
            Cell(marks(numbers), Tone.WEAK),
        )
        grouped.setdefault(figure.indicator.dimension, []).append(cells)
    columns = (
        Column(words.INDICATOR(language), width=26),
        Column(words.VALUE(language), right=True, width=12),
        Column(words.PERIOD(language), width=12),
        Column(words.NOTES(language), width=6),
    )
    sections = tuple(Section(catalogue.dimensions[id].name(language), tuple(rows)) for id, rows in grouped.items())
    identity = profile.district
    within = identity.within(language)
    listed = bibliography(profile.figures, language) if sources else ()
    return Table(
        title=name_of(identity, language)
        + (f" · {within}" if within else "")
        + (f" · {identity.code}" if identity.code else ""),
        layouts=(Layout(columns, sections),),
        records=records_of([figure_record(figure, language) for figure in profile.figures], FIGURE_FIELDS),
        document={
            "schema_version": 1,
            "command": "show",
            "district": identity.id,
            "records": [figure_document(figure, language) for figure in profile.figures],
        },
        notes=(*footnotes.notes(), *_closing(profile, language), *listed),
    )


def _closing(profile: Profile, language: Language) -> tuple[Note, ...]:
    zh = language is Language.ZH
    parts = []
    if profile.earlier:
        parts.append(
            f"其他时期{profile.earlier}个(--all)"
            if zh
            else f"{plural(profile.earlier, 'figure')} of other periods (--all)"
        )
    if profile.targets:
        parts.append(
            f"目标值{profile.targets}个(--targets)" if zh else f"{plural(profile.targets, 'target')} (--targets)"
        )
    if not parts:
        return ()
    return (Note("", f"未列出:{'、'.join(parts)}。" if zh else f"Left out: {', '.join(parts)}."),)
