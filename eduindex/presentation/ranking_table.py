"""A ranking as a table: rank intervals from the first on, a bar in the terminal, and below who is not ranked and why."""

from collections.abc import Sequence
from decimal import Decimal

from eduindex.analysis.distribution import Quartiles, extent_of
from eduindex.analysis.figures import Figure
from eduindex.analysis.ranking import Rankable, Ranked, Ranking, Reason, Unranked
from eduindex.model.catalogue import Catalogue, Kind
from eduindex.model.interval import Interval
from eduindex.model.table import Cell, Column, Layout, Note, Section, Table, Tone
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.drawings import bar
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import (
    figure_text,
    interval_text,
    label,
    mean_text,
    name_of,
    period_text,
    range_text,
)
from eduindex.presentation.footnotes import Footnotes, bibliography, further_figures, marks
from eduindex.presentation.ranking_records import (
    RANKABLE_FIELDS,
    RANKING_FIELDS,
    rankable_record,
    ranked_record,
    ranking_document,
    unranked_record,
)
from eduindex.presentation.ranking_sentences import (
    first_means,
    measure_text,
    names_listed,
    ranked_sentences,
    reason_sentences,
    remarks_on,
    words_of,
)
from eduindex.presentation.records import SCHEMA_VERSION, records_of

_BAR_WIDTHS = (30, 16)
_ZERO = Decimal(0)

_QUARTER = Wording("四分之一", "Quarter")
_UNRANKED = Wording("未排名", "Not ranked")
_RANKED = Wording("{name}：{n}个区县中{k}个可排名({first})", "{name}: {k} of {n} districts ranked ({first})")
_NOBODY = Wording("{name}：{n}个区县，无法排名", "{name}: no ranking ({n})")
_WITHOUT = {
    Reason.NO_FIGURE: Wording("没有数字：{}。", "No figure: {}."),
    Reason.ONLY_TARGET: Wording("只有目标(--targets)：{}。", "Only a target (--targets): {}."),
}
_GROUPS = Wording("其他可比的组：{}。", "Other comparable groups: {}.")
_QUARTILES = Wording(
    "中位数{}，四分位数{}和{}；所在四分之一以1为最前。", "Median {}; quartiles {} and {}; quarter 1 is the first."
)
_BELOW_TOP = Wording("另有{}个已排名未列出，未排名{}个。", "{} more ranked, {} not ranked.")
_WITH_FIGURES = Wording("有数字", "With figures")
_RANKABLE = Wording("可排名", "Rankable")
_OTHERS = Wording("其他组", "In other groups")
_OVERVIEW = Wording("{}个指标可以排名(至少两个区县可比)", "{} can be ranked: two or more districts are comparable")
_NO_INDICATOR = Wording(
    "没有可以排名的指标：没有两个区县可比", "No indicator can be ranked: no two districts are comparable"
)
_NOT_RANKABLE = Wording("没有两个区县可比", "No two districts comparable")


def ranking_table(ranking: Ranking, language: Language, *, top: int | None = None, sources: bool = False) -> Table:
    """The table of ``rank INDICATOR``; with ``top`` only those who may hold one of the first ranks."""
    top = top if ranking.chosen else None
    ranked = [one for one in ranking.ranked if top is None or one.best <= top]
    unranked = ranking.unranked if top is None else ()
    footnotes = Footnotes()
    marked = [(one, marks(footnotes.numbers(ranked_sentences(one, language)))) for one in ranked]
    described = None if ranking.group is None else words_of(ranking.group, language)
    others = [(one, marks(footnotes.numbers(reason_sentences(one, described, language)))) for one in unranked]
    figures = [one.figure for one in ranked]
    notes = [
        *footnotes.notes(),
        *(Note("", text) for text in remarks_on(ranking, language)),
        *_remarks(ranking, unranked, language),
    ]
    if top is not None:
        notes.append(_note(_BELOW_TOP, language, len(ranking.ranked) - len(ranked), len(ranking.unranked)))
    if sources:
        notes += bibliography([*figures, *(one.figure for one in unranked if one.figure)], language)
    layouts = [_layout(ranking, marked, others, width, language) for width in _BAR_WIDTHS]
    return Table(
        title=_title(ranking, language),
        layouts=(*layouts, layouts[-1].undrawn),
        records=records_of(
            [ranked_record(one, ranking, language) for one in ranked]
            + [unranked_record(one, ranking, language) for one in unranked],
            RANKING_FIELDS,
        ),
        document=ranking_document(ranking, ranked, unranked, language),
        notes=tuple(notes),
    )


def rankable_table(rankable: Sequence[Rankable], catalogue: Catalogue, language: Language) -> Table:
    """The table of ``rank`` alone: over how many districts each indicator can be ranked."""
    columns = (
        Column(words.INDICATOR(language), width=30),
        Column(words.ID(language), width=46),
        Column(_WITH_FIGURES(language), right=True, width=7),
        Column(_RANKABLE(language), right=True, width=8),
        Column(_OTHERS(language), right=True, width=8),
    )
    narrow = (columns[1], Column(columns[0].heading, width=18), columns[3])
    grouped: dict[str, list[tuple[Cell, ...]]] = {}
    for one in sorted(rankable, key=lambda one: not one.groups):
        dimension = catalogue.dimensions[one.indicator.dimension].name(language)
        title = dimension if one.groups else _NOT_RANKABLE(language)
        grouped.setdefault(title, []).append(_rankable_cells(one, language))
    wide = tuple(Section(title, tuple(rows)) for title, rows in grouped.items())
    short = tuple(Section(title, tuple((row[1], row[0], row[3]) for row in rows)) for title, rows in grouped.items())
    number = sum(bool(one.groups) for one in rankable)
    count = str(number) if language is Language.ZH else counted(number, "indicator")
    records = [rankable_record(one, language) for one in rankable]
    return Table(
        title=_OVERVIEW(language).format(count) if number else _NO_INDICATOR(language),
        layouts=(Layout(columns, wide), Layout(narrow, short)),
        records=records_of(records, RANKABLE_FIELDS),
        document={"schema_version": SCHEMA_VERSION, "command": "rank", "indicators": records},
    )


def _rankable_cells(one: Rankable, language: Language) -> tuple[Cell, ...]:
    largest, others = (one.groups[0], one.groups[1:]) if one.groups else (0, ())
    return (
        Cell(one.indicator.name(language)),
        Cell(one.indicator.id),
        Cell(str(one.districts)),
        Cell(str(largest) if largest else words.NO_FIGURE, Tone.STRONG if largest else Tone.WEAK),
        Cell(words.joined(map(str, others), language), Tone.WEAK),
    )


def _title(ranking: Ranking, language: Language) -> str:
    name, number = ranking.indicator.name(language), len(ranking.ranked) + len(ranking.unranked)
    if ranking.group is None:
        count = str(number) if language is Language.ZH else counted(number, "district")
        return _NOBODY(language).format(name=name, n=count)
    shared = measure_text(ranking.group, language)
    named = f"{name} ({shared})" if shared else name
    first = first_means(ranking.indicator, language)
    return _RANKED(language).format(name=named, n=number, k=len(ranking.ranked), first=first)


def _layout(
    ranking: Ranking,
    ranked: Sequence[tuple[Ranked, str]],
    unranked: Sequence[tuple[Unranked, str]],
    bar_width: int,
    language: Language,
) -> Layout:
    """The ranked, then those with a figure who are not, each with the marks of its notes; quarters where there are any."""
    quarters = ranking.quartiles is not None
    columns = (
        Column(words.RANK(language), right=True, width=5),
        Column(words.DISTRICT(language), width=10),
        Column(words.VALUE(language), right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column("", width=bar_width, drawn=True),
        *([Column(_QUARTER(language), right=True, width=7)] if quarters else []),
        Column(words.NOTES(language), width=6),
    )
    axis = _axis([one.figure for one in ranking.ranked])
    several_variants = len({one.figure.variant or ranking.indicator.usual for one, _ in ranked}) > 1
    rows = [
        (
            Cell(range_text(one.best, one.worst), Tone.STRONG),
            *_figure_cells(one.figure, language, Tone.STRONG, with_label=several_variants),
            Cell(bar(_drawn(one.figure), axis, bar_width)),
            *([Cell(range_text(*one.quarters) if one.quarters else "")] if quarters else []),
            Cell(mark, Tone.WEAK),
        )
        for one, mark in ranked
    ]
    others = [
        (
            Cell(words.NO_FIGURE, Tone.WEAK),
            *_figure_cells(one.figure, language, Tone.WEAK, with_label=True),
            Cell(""),
            *([Cell("")] if quarters else []),
            Cell(mark, Tone.WEAK),
        )
        for one, mark in unranked
        if one.figure is not None
    ]
    sections = (Section("", tuple(rows)), Section(_UNRANKED(language), tuple(others)))
    return Layout(columns, tuple(section for section in sections if section.rows))


def _figure_cells(figure: Figure, language: Language, tone: Tone, *, with_label: bool) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(name_of(figure.district, language)),
        Cell(_value(figure, language, with_label=with_label), tone),
        Cell(period_text(figure, language), Tone.WEAK),
    )


def _value(figure: Figure, language: Language, *, with_label: bool) -> str:
    text, own = figure_text(figure, language), label(figure, language) if with_label else ""
    return f"{text} ({own})" if own else text


def _drawn(figure: Figure) -> Interval:
    """What a bar pictures; the lowest level of a grade is one step long."""
    is_grade = figure.indicator.kind is Kind.GRADE
    return figure.counted.minus(Interval.exactly(Decimal(-1))) if is_grade else figure.counted


def _axis(figures: Sequence[Figure]) -> Interval:
    """From zero (or the least value below it) to the largest value; all levels of a grade, the whole of a share."""
    if not figures:
        return Interval(None, None)
    indicator = figures[0].indicator
    if indicator.kind is Kind.GRADE:
        return Interval(_ZERO, Decimal(len(indicator.levels)))
    if indicator.kind is Kind.SHARE and indicator.limits.high is not None:
        return Interval(_ZERO, indicator.limits.high)
    extent = extent_of(figures)
    return Interval(min(_ZERO, extent.low or _ZERO), max(_ZERO, extent.high or _ZERO))


def _remarks(ranking: Ranking, unranked: Sequence[Unranked], language: Language) -> list[Note]:
    """The quartiles, the other groups, the figures not used and the districts without a figure."""
    notes = [_quartiles(ranking.quartiles, ranking, language)] if ranking.quartiles else []
    if others := _other_groups(ranking, language):
        notes.append(_note(_GROUPS, language, others))
    notes += further_figures(ranking.unused, language)
    for reason, wording in _WITHOUT.items():
        names = [name_of(one.district, language) for one in unranked if one.reason is reason]
        if names:
            notes.append(_note(wording, language, names_listed(names, language)))
    return notes


def _quartiles(quartiles: Quartiles, ranking: Ranking, language: Language) -> Note:
    text = mean_text if any(one.figure.per_year for one in ranking.ranked) else interval_text
    ordered = (quartiles.median, quartiles.lower, quartiles.upper)
    return _note(_QUARTILES, language, *(text(interval, ranking.indicator, language) for interval in ordered))


def _other_groups(ranking: Ranking, language: Language) -> str:
    others = []
    for number, group in enumerate(ranking.groups, start=1):
        if number != ranking.chosen:
            size = len(group.figures)
            text = f"{size}个区县" if language is Language.ZH else counted(size, "district")
            measured = measure_text(group, language)
            others.append(f"--group {number}: {measured} ({text})" if measured else f"--group {number} ({text})")
    return ("；" if language is Language.ZH else "; ").join(others)


def _note(wording: Wording, language: Language, *values: object) -> Note:
    return Note("", wording(language).format(*values))
