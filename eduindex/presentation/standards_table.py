"""Districts held against standards as a table: one district in rows, several as a matrix, each outcome with its reasons as notes.

An outcome never stands without the figure that it rests on. The documents stand below, each once, with how well their wording
is attested: a standard is a source too.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eduindex.analysis.standards import Held, Holding, Outcome, Row
from eduindex.model.standard import Level, Standard
from eduindex.model.table import Cell, Column, Layout, Note, Section, Table, Tone
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.figure_text import distance_text, figure_text, interval_text, label, names_apart
from eduindex.presentation.footnotes import Footnotes, bibliography, marks
from eduindex.presentation.standard_documents import document_notes
from eduindex.presentation.standard_sentences import caveat_sentences_of, is_by_growth, sentences_of
from eduindex.presentation.standard_text import NO_STANDARDS, REQUIREMENT, STANDARD, requirement_text, standard_text
from eduindex.presentation.standards_records import holding_document, hull_of, tidy_records, wide_records

_OUTCOME = Wording("结果", "Outcome")
_DISTANCE = Wording("与标准之差", "Distance")
_GROWTH = Wording("增长率", "growth")
_OF = Wording("{}项中{}项", "{1} of {0}")
_WITH_DISTANCE = Wording("{}，相差{}", "{}, {}")
_DUE = Wording("{year}年{text}", "{text} by {year}")
_LEVELS = {Level.COUNTY: Wording("县级标准", "County marks"), Level.NATIONAL: Wording("全国目标", "National goals")}
_OUTCOMES = {
    Outcome.MET: Wording("达标", "met"),
    Outcome.NOT_MET: Wording("未达标", "not met"),
    Outcome.UNDETERMINED: Wording("无法判定", "undetermined"),
    Outcome.NO_FIGURE: Wording("无数字", "no figure"),
    Outcome.DISTANCE: Wording("只计差距", "distance only"),
}
_TONES = {Outcome.MET: Tone.GOOD, Outcome.NOT_MET: Tone.BAD}
# A goal for the country is neither met nor missed by a district.
_POSSIBLE = {
    Level.COUNTY: (Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.NO_FIGURE),
    Level.NATIONAL: (Outcome.DISTANCE, Outcome.UNDETERMINED, Outcome.NO_FIGURE),
}


class _ShownRow(NamedTuple):
    """A standard ready to be laid out: the marks of each district's footnotes."""

    row: Row
    marks: tuple[str, ...]


def standards_table(holding: Holding, language: Language, labels: Sequence[str], *, sources: bool = False) -> Table:
    """The table of ``standards``; ``labels`` name the districts for machines (the id, with ``@year`` where given)."""
    names = names_apart(holding.districts, labels, language)
    footnotes = Footnotes()
    shown = [_marked(row, footnotes, language) for row in holding.rows]
    if len(names) == 1:
        layouts = (_wide(shown, language), _folded(shown, language))
    else:
        layouts = (_matrix(shown, names, language), _rows_a_district(shown, names, language))
    figures = [
        figure
        for row in holding.rows
        for held in row.held
        for figure in (*held.figures, held.previous, held.growth, held.target)
        if figure is not None
    ]
    return Table(
        title=_title(names, language),
        layouts=layouts,
        records=wide_records(holding, labels, language),
        tidy=tidy_records(holding, labels, language),
        document=holding_document(holding, labels, language),
        notes=(
            *footnotes.notes(),
            *_closing_lines(holding, names, language),
            *document_notes([row.standard for row in holding.rows], language),
            *(bibliography(figures, language) if sources else ()),
        ),
    )


def _title(names: Sequence[str], language: Language) -> str:
    if language is Language.ZH:
        return f"{'、'.join(names)}与公布标准对照(与标准之差 = 数字 − 标准)"
    return f"{', '.join(names)} against published standards (distance = figure − standard)"


def _marked(row: Row, footnotes: Footnotes, language: Language) -> _ShownRow:
    sentences = ([*sentences_of(held, language), *caveat_sentences_of(held, language)] for held in row.held)
    return _ShownRow(row, tuple(marks(footnotes.numbers(one)) for one in sentences))


def _sections(shown: Sequence[_ShownRow], rows: Sequence[tuple[Cell, ...]], language: Language) -> tuple[Section, ...]:
    """The rows under their levels."""
    grouped: dict[Level, list[tuple[Cell, ...]]] = {}
    for one, cells in zip(shown, rows, strict=True):
        grouped.setdefault(one.row.standard.level, []).append(cells)
    return tuple(Section(_LEVELS[level](language), tuple(cells)) for level, cells in grouped.items())


def _wide(shown: Sequence[_ShownRow], language: Language) -> Layout:
    """One district, everything in a column of its own."""
    columns = (
        Column(STANDARD(language), width=30),
        Column(REQUIREMENT(language), width=15),
        Column(words.VALUE(language), right=True, width=13),
        Column(words.PERIOD(language), width=10),
        Column(_OUTCOME(language), width=13),
        Column(_DISTANCE(language), right=True, width=13),
        Column(words.NOTES(language), width=8),
    )
    rows = []
    for one in shown:
        (held,) = one.row.held
        cells = (
            Cell(standard_text(held.standard, language)),
            Cell(_required_text(held.standard, language)),
            _value(held, language),
            Cell(_period(held), Tone.WEAK),
            _outcome(held, language),
            _distance(held, language),
            Cell(one.marks[0], Tone.WEAK),
        )
        rows.append(cells)
    return Layout(columns, _sections(shown, rows, language))


def _folded(shown: Sequence[_ShownRow], language: Language) -> Layout:
    """One district, the value with its period and the outcome with its notes."""
    columns = (
        Column(STANDARD(language), width=18),
        Column(REQUIREMENT(language), width=10),
        Column(words.VALUE(language), width=13),
        Column(_OUTCOME(language), width=13),
        Column(_DISTANCE(language), right=True, width=12),
    )
    rows = []
    for one in shown:
        (held,) = one.row.held
        value, outcome = _value(held, language), _outcome(held, language)
        cells = (
            Cell(standard_text(held.standard, language)),
            Cell(_required_text(held.standard, language)),
            Cell(_figure_and_period(held, language), value.tone),
            Cell(f"{outcome.text} {one.marks[0]}".strip(), outcome.tone),
            _distance(held, language),
        )
        rows.append(cells)
    return Layout(columns, _sections(shown, rows, language))


def _matrix(shown: Sequence[_ShownRow], names: Sequence[str], language: Language) -> Layout:
    """Several districts in columns, each outcome with its figure."""
    columns = (
        Column(STANDARD(language), width=22),
        Column(REQUIREMENT(language), width=12),
        *(Column(name, width=18) for name in names),
    )
    rows = []
    for one in shown:
        standard = one.row.standard
        cells = [_matrix_cell(held, mark, language) for held, mark in zip(one.row.held, one.marks, strict=True)]
        head = (Cell(standard_text(standard, language)), Cell(_required_text(standard, language)))
        rows.append((*head, *cells))
    return Layout(columns, _sections(shown, rows, language))


def _matrix_cell(held: Held, mark: str, language: Language) -> Cell:
    """The outcome with its figure and footnotes; of a national goal the figure with its distance."""
    outcome = _outcome(held, language)
    figure = _figure_and_period(held, language) if held.figures else ""
    text = f"{outcome.text} {figure}"
    if held.outcome is Outcome.DISTANCE and held.distance is not None:
        text = _WITH_DISTANCE(language).format(figure, _distance(held, language).text)
    return Cell(f"{text.strip()} {mark}".strip(), outcome.tone)


def _rows_a_district(shown: Sequence[_ShownRow], names: Sequence[str], language: Language) -> Layout:
    """A block a standard, a row a district."""
    columns = (
        Column(words.DISTRICT(language), width=9),
        Column(words.VALUE(language), right=True, width=12),
        Column(words.PERIOD(language), width=9),
        Column(_OUTCOME(language), width=13),
        Column(_DISTANCE(language), right=True, width=12),
    )
    sections = []
    for one in shown:
        standard = one.row.standard
        texts = (standard_text(standard, language), _required_text(standard, language))
        title = f"{_LEVELS[standard.level](language)} · {' · '.join(texts)}"
        rows = []
        for name, held, mark in zip(names, one.row.held, one.marks, strict=True):
            outcome = _outcome(held, language)
            cells = (
                Cell(name),
                _value(held, language),
                Cell(_period(held), Tone.WEAK),
                Cell(f"{outcome.text} {mark}".strip(), outcome.tone),
                _distance(held, language),
            )
            rows.append(cells)
        sections.append(Section(title, tuple(rows)))
    return Layout(columns, tuple(sections))


def _required_text(standard: Standard, language: Language) -> str:
    text = requirement_text(standard, language)
    return _DUE(language).format(year=standard.due, text=text) if standard.due else text


def _outcome(held: Held, language: Language) -> Cell:
    return Cell(_OUTCOMES[held.outcome](language), _TONES.get(held.outcome, Tone.WEAK))


def _distance(held: Held, language: Language) -> Cell:
    figures = held.figures
    return Cell(distance_text(held.distance, figures[0].indicator, language) if figures else words.NO_FIGURE)


def _value(held: Held, language: Language) -> Cell:
    text, details = _value_parts(held, language)
    return Cell(_with_details(text, details), Tone.STRONG if held.figures else Tone.WEAK)


def _figure_and_period(held: Held, language: Language) -> str:
    text, details = _value_parts(held, language)
    return _with_details(text, [*details, _period(held)])


def _with_details(text: str, details: Sequence[str]) -> str:
    said = ", ".join(one for one in details if one)
    return f"{text} ({said})" if said else text


def _value_parts(held: Held, language: Language) -> tuple[str, list[str]]:
    """The figure held and what must be known to read it; of several variants the range, and how many of them there are."""
    figures = held.figures
    if held.figure is not None:
        growth = _GROWTH(language) if is_by_growth(held) else ""
        return figure_text(held.figure, language), [growth, label(held.figure, language)]
    if not figures:
        return words.NO_FIGURE, []
    hull = hull_of(figures)
    if hull is None:
        return ", ".join(figure_text(figure, language) for figure in figures), []
    number = _OF(language).format(len(held.parts), len(figures))
    return interval_text(hull, figures[0].indicator, language), [number]


def _period(held: Held) -> str:
    in_order = sorted(held.figures, key=lambda figure: figure.last_month)
    return ", ".join(dict.fromkeys(str(figure.period) for figure in in_order))


def _closing_lines(holding: Holding, names: Sequence[str], language: Language) -> Iterator[Note]:
    """How many standards of each level have which outcome, a line a district."""
    if not holding.rows:
        yield Note("", NO_STANDARDS(language))
        return
    for place, name in enumerate(names):
        held = [row.held[place] for row in holding.rows]
        levels = [_count(level, held, language) for level in Level if any(one.standard.level is level for one in held)]
        zh = language is Language.ZH
        yield Note("", f"{name}：{'；'.join(levels)}。" if zh else f"{name}: {'; '.join(levels)}.")


def _count(level: Level, held: Sequence[Held], language: Language) -> str:
    numbers = Counter(one.outcome for one in held if one.standard.level is level)
    if language is Language.ZH:
        each = "，".join(f"{_OUTCOMES[one].zh}{numbers[one]}项" for one in _POSSIBLE[level])
        return f"{_LEVELS[level].zh}{numbers.total()}项：{each}"
    each = ", ".join(f"{numbers[one]} {_OUTCOMES[one].en}" for one in _POSSIBLE[level])
    return f"{_LEVELS[level].en.lower()} ({numbers.total()}): {each}"
