"""Who publishes what, in words that need no colour: shares by dimension first, then each indicator that anybody publishes.

Up to a number of districts each has a column. Where those do not fit, or are too many to read in any format, districts are
counted instead; CSV always has a field for each.
"""

from collections.abc import Callable, Iterable

from eduindex.analysis.coverage import Coverage, DimensionCoverage, IndicatorCoverage, Published
from eduindex.analysis.questions import Questions
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Status
from eduindex.model.table import Cell, Column, JsonValue, Layout, Note, Records, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import name_of
from eduindex.presentation.footnotes import Omission, left_out
from eduindex.presentation.question_table import question_notes, questions_document
from eduindex.presentation.records import SCHEMA_VERSION

_MOST_COLUMNS = 40
_MOST_NAMED = 3
_INDICATOR_WIDTH = 18
_SHARE_WIDTH = 9  # 12/93 13%
_FIELDS = ("dimension", "indicator", "indicator_name")

_ACTUAL = Wording("有实际数字", "Actual")
_TARGET = Wording("只有目标", "Target only")
_SHARES = Wording("各维度有实际数字的指标", "By dimension: indicators with an actual figure")
_SHARES_OF_ALL = Wording("各维度合计(指标数×区县数)", "By dimension: indicators × districts")
_ALL_DIMENSIONS = Wording("全部维度", "All dimensions")
_LEGEND = Wording(
    "实际：有实际数字；目标：只有目标值；–：两者都没有。",
    "actual: an actual figure; target: a target only; –: neither.",
)
_CELLS = {
    Published.ACTUAL: (words.STATUSES[Status.ACTUAL], Tone.STRONG),
    Published.TARGET: (words.STATUSES[Status.TARGET], Tone.PLAIN),
    Published.NONE: (Wording(words.NO_FIGURE), Tone.WEAK),
}


def coverage_table(
    coverage: Coverage,
    catalogue: Catalogue,
    language: Language,
    *,
    questions: Questions | None = None,
    everything: bool = False,
) -> Table:
    """The table of ``coverage``; ``everything`` lists what nobody publishes too, the questions follow as notes."""
    shown = [line for line in coverage.lines if everything or line.is_published]
    layouts: tuple[Layout, ...] = (_counting(coverage, shown, catalogue, language),)
    if len(coverage.districts) <= _MOST_COLUMNS:
        layouts = (_matrix(coverage, shown, catalogue, language), *layouts)
    nobody = Omission(
        len(coverage.lines) - len(shown),
        Wording("各区县均未公布的指标", "indicator that none of them publishes"),
        "--all",
    )
    asked = question_notes(questions, language) if questions else ()
    tidy = _tidy_records(coverage, language)
    return Table(
        title=_title(coverage, language),
        layouts=layouts,
        records=_wide_records(coverage, language),
        tidy=tidy,
        document=_document(coverage, tidy, questions, language),
        notes=(Note("", _LEGEND(language)), *left_out((nobody,), language), *asked),
    )


def _title(coverage: Coverage, language: Language) -> str:
    zh = language is Language.ZH
    number, districts = len(coverage.lines), len(coverage.districts)
    named = ("、" if zh else ", ").join(name_of(one, language) for one in coverage.districts[:_MOST_NAMED])
    if not 0 < districts <= _MOST_NAMED:
        named = f"{districts}个区县" if zh else counted(districts, "district")
    return (
        f"{named}：{number}个指标的公布情况" if zh else f"{named}: who publishes what of {counted(number, 'indicator')}"
    )


def share_text(covered: int, of: int) -> str:
    """``5/16 31%``. Never 0% or 100% but where it is none or all."""
    if not of:
        return words.NO_FIGURE
    per_cent = (covered * 200 + of) // (2 * of)
    if 0 < covered < of:
        per_cent = min(max(per_cent, 1), 99)
    return f"{covered}/{of} {per_cent}%"


Row = tuple[Cell, ...]


def _matrix(coverage: Coverage, shown: Iterable[IndicatorCoverage], catalogue: Catalogue, language: Language) -> Layout:
    """A column a district."""
    columns = [Column(words.INDICATOR(language), width=_INDICATOR_WIDTH)]
    columns += [Column(name_of(one, language), right=True, width=_SHARE_WIDTH) for one in coverage.districts]

    def shares(one: DimensionCoverage) -> Row:
        return tuple(_share_cell(number, one.indicators) for number in one.actual)

    def cells(line: IndicatorCoverage) -> Row:
        said = {kind: Cell(word(language), tone) for kind, (word, tone) in _CELLS.items()}
        return tuple(said[one] for one in line.published)

    summary = Section(_SHARES(language), _share_rows(coverage, shares, language))
    return Layout(tuple(columns), (summary, *_sections(shown, cells, catalogue, language)))


def _counting(
    coverage: Coverage, shown: Iterable[IndicatorCoverage], catalogue: Catalogue, language: Language
) -> Layout:
    """How many of the districts publish a result, and how many a plan only; for a dimension, all its indicators together."""
    size = len(coverage.districts)
    columns = (
        Column(words.INDICATOR(language), width=_INDICATOR_WIDTH),
        Column(_ACTUAL(language), right=True, width=_SHARE_WIDTH),
        Column(_TARGET(language), right=True, width=_SHARE_WIDTH),
    )

    def shares(one: DimensionCoverage) -> Row:
        return tuple(_share_cell(sum(numbers), one.indicators * size) for numbers in (one.actual, one.target))

    def cells(line: IndicatorCoverage) -> Row:
        return tuple(_share_cell(number, size) for number in (line.actual, line.target))

    summary = Section(_SHARES_OF_ALL(language), _share_rows(coverage, shares, language))
    return Layout(columns, (summary, *_sections(shown, cells, catalogue, language)))


def _share_cell(number: int, of: int) -> Cell:
    return Cell(share_text(number, of), Tone.PLAIN if number else Tone.WEAK)


def _share_rows(coverage: Coverage, shares: Callable[[DimensionCoverage], Row], language: Language) -> tuple[Row, ...]:
    """A row a dimension, and one over all where there are several."""
    rows = [(Cell(one.dimension.name(language)), *shares(one)) for one in coverage.dimensions if one.dimension]
    overall = (Cell(_ALL_DIMENSIONS(language), Tone.STRONG), *shares(coverage.overall))
    return tuple(rows) if len(rows) == 1 else (*rows, overall)


def _sections(
    shown: Iterable[IndicatorCoverage],
    cells: Callable[[IndicatorCoverage], Row],
    catalogue: Catalogue,
    language: Language,
) -> tuple[Section, ...]:
    """The indicators under their dimensions."""
    grouped: dict[str, list[Row]] = {}
    for line in shown:
        row = (Cell(line.indicator.name(language)), *cells(line))
        grouped.setdefault(line.indicator.dimension, []).append(row)
    return tuple(Section(catalogue.dimensions[id].name(language), tuple(rows)) for id, rows in grouped.items())


def _wide_records(coverage: Coverage, language: Language) -> Records:
    """One row an indicator, those that nobody publishes too; a field a district."""
    fields = [f"{district.id}_status" for district in coverage.districts]
    rows = tuple(
        (*_of_indicator(line, language), line.actual, line.target, *(one.value for one in line.published))
        for line in coverage.lines
    )
    return Records((*_FIELDS, "districts_actual", "districts_target", *fields), rows)


def _tidy_records(coverage: Coverage, language: Language) -> Records:
    """One row a district and indicator."""
    named = [(district.id, district.name(language)) for district in coverage.districts]
    rows = tuple(
        (*own, *district, one.value)
        for line in coverage.lines
        for own in (_of_indicator(line, language),)
        for district, one in zip(named, line.published, strict=True)
    )
    return Records((*_FIELDS, "district", "district_name", "status"), rows)


def _of_indicator(line: IndicatorCoverage, language: Language) -> tuple[str, str, str]:
    indicator = line.indicator
    return indicator.dimension, indicator.id, indicator.name(language)


def _document(
    coverage: Coverage, tidy: Records, questions: Questions | None, language: Language
) -> dict[str, JsonValue]:
    """Tidy records, and the counts by dimension and over all; questions only where two districts were named."""
    records: list[JsonValue] = [dict(zip(tidy.fields, row, strict=True)) for row in tidy.rows]
    document: dict[str, JsonValue] = {
        "schema_version": SCHEMA_VERSION,
        "command": "coverage",
        "districts": [district.id for district in coverage.districts],
        "dimensions": [_counts(one, coverage, language) for one in coverage.dimensions],
        "overall": _counts(coverage.overall, coverage, language),
        "records": records,
    }
    return document | (questions_document(questions, language) if questions else {})


def _counts(one: DimensionCoverage, coverage: Coverage, language: Language) -> dict[str, JsonValue]:
    """How many indicators a dimension has, and of how many of them each district publishes a result or only a plan."""
    named: dict[str, Value] = {}
    if one.dimension:
        named = {"dimension": one.dimension.id, "dimension_name": one.dimension.name(language)}
    districts: list[JsonValue] = [
        {"district": district.id, "actual": actual, "target": target}
        for district, actual, target in zip(coverage.districts, one.actual, one.target, strict=True)
    ]
    return {**named, "indicators": one.indicators, "districts": districts}
