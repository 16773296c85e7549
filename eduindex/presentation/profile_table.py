"""One district's figures, dimension by dimension, with the caveats that each carries by itself."""

from eduindex.analysis.caveats import caveats_of
from eduindex.analysis.profile import Profile
from eduindex.model.catalogue import Catalogue
from eduindex.model.table import Cell, Column, Layout, Section, Table, Tone
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import sentence
from eduindex.presentation.figure_text import figure_text, label, name_of, period_text
from eduindex.presentation.footnotes import Footnotes, Omission, bibliography, left_out, marks
from eduindex.presentation.records import FIGURE_FIELDS, SCHEMA_VERSION, figure_document, figure_record, records_of


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
    omissions = (
        Omission(
            profile.earlier, Wording("其他时期的数字", "figure of other periods"), "" if profile.of_year else "--all"
        ),
        Omission(profile.targets, Wording("目标值", "target"), "--targets"),
    )
    within = identity.within(language)
    listed = bibliography(profile.figures, language) if sources else ()
    return Table(
        title=name_of(identity, language)
        + (f" · {within}" if within else "")
        + (f" · {identity.code}" if identity.code else ""),
        layouts=(Layout(columns, sections),),
        records=records_of([figure_record(figure, language) for figure in profile.figures], FIGURE_FIELDS),
        document={
            "schema_version": SCHEMA_VERSION,
            "command": "show",
            "district": identity.id,
            "records": [figure_document(figure, language) for figure in profile.figures],
        },
        notes=(*footnotes.notes(), *left_out(omissions, language), *listed),
    )
