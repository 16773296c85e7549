"""What a workspace holds: its districts, its indicators, and one indicator in full."""

from collections.abc import Mapping, Sequence

from eduindex.analysis.standards import is_used
from eduindex.model.catalogue import Catalogue, Indicator
from eduindex.model.interval import Interval
from eduindex.model.observation import District
from eduindex.model.standard import Standard
from eduindex.model.table import Cell, Column, JsonValue, Layout, Section, Table, Tone, Value
from eduindex.model.wording import Language
from eduindex.presentation import words
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import name_of
from eduindex.presentation.records import SCHEMA_VERSION, records_of
from eduindex.presentation.standard_text import STANDARDS, brief_text

_DISTRICT_FIELDS = (
    "district",
    "name_zh",
    "name_en",
    "code",
    "within",
    "aliases",
    "entries",
    "indicators",
    "first_year",
    "last_year",
)
_INDICATOR_FIELDS = (
    "indicator",
    "name_zh",
    "name_en",
    "dimension",
    "kind",
    "unit",
    "time",
    "direction",
    "comparable_within",
    "variants",
    "usual",
    "levels",
    "low",
    "high",
    "definition_zh",
    "definition_en",
    "districts",
    "standards",
)


def districts_table(districts: Sequence[District], language: Language) -> Table:
    """The table of ``districts``."""
    records = [_district_record(district, language) for district in districts]
    columns = (
        Column(words.ID(language), width=10),
        Column(words.NAME(language), width=10),
        Column(words.CODE(language), width=6),
        Column(words.WITHIN(language), width=14),
        Column(words.ENTRIES(language), right=True, width=7),
        Column(words.INDICATORS(language), right=True, width=7),
        Column(words.PERIODS(language), width=9),
    )
    rows = tuple(
        (
            Cell(district.id),
            Cell(name_of(district.identity, language), Tone.STRONG),
            Cell(district.identity.code or words.NO_FIGURE),
            Cell(district.identity.within(language)),
            Cell(str(record["entries"])),
            Cell(str(record["indicators"])),
            Cell(_years(record)),
        )
        for district, record in zip(districts, records, strict=True)
    )
    title = f"{len(rows)} 个区县" if language is Language.ZH else counted(len(rows), "district")
    return Table(
        title=title,
        layouts=(Layout(columns, (Section("", rows),)),),
        records=records_of(records, _DISTRICT_FIELDS),
        document=_document("districts", records),
    )


def indicators_table(
    catalogue: Catalogue, chosen: Sequence[Indicator], figures: Mapping[str, int], language: Language
) -> Table:
    """The table of ``indicators``; ``figures`` tells how many districts have a figure of each."""
    columns = (
        Column(words.ID(language), width=46),
        Column(words.NAME(language), width=28),
        Column(words.UNIT(language), width=4),
        Column(words.DIRECTION(language), width=9),
        Column(words.DISTRICTS(language), right=True, width=9),
    )
    narrow = (columns[0], Column(columns[1].heading, width=18), columns[-1])
    grouped: dict[str, list[tuple[Cell, ...]]] = {}
    for indicator in chosen:
        number = figures.get(indicator.id, 0)
        cells = (
            Cell(indicator.id),
            Cell(indicator.name(language)),
            Cell(indicator.unit),
            Cell(words.DIRECTIONS[indicator.direction](language)),
            Cell(str(number), Tone.PLAIN if number else Tone.WEAK),
        )
        grouped.setdefault(indicator.dimension, []).append(cells)
    titles = {id: catalogue.dimensions[id].name(language) for id in grouped}
    sections = tuple(Section(titles[id], tuple(rows)) for id, rows in grouped.items())
    short = tuple(Section(titles[id], tuple((*row[:2], row[-1]) for row in rows)) for id, rows in grouped.items())
    standards = _standards_by_indicator(catalogue)
    records = [
        indicator_record(indicator, figures.get(indicator.id, 0), standards.get(indicator.id, ()))
        for indicator in chosen
    ]
    title = f"{len(records)} 个指标" if language is Language.ZH else counted(len(records), "indicator")
    return Table(
        title=title,
        layouts=(Layout(columns, sections), Layout(narrow, short)),
        records=records_of(records, _INDICATOR_FIELDS),
        document=_document("indicators", records),
    )


def indicator_table(catalogue: Catalogue, indicator: Indicator, figures: int, language: Language) -> Table:
    """One indicator in full, a line each property."""
    border = indicator.border
    standards = _standards_by_indicator(catalogue).get(indicator.id, ())
    lines = (
        (words.NAME, " / ".join(dict.fromkeys(name for name in (indicator.name.zh, indicator.name.en) if name))),
        (words.DIMENSION, catalogue.dimensions[indicator.dimension].name(language)),
        (words.DEFINITION, indicator.definition(language)),
        (words.KIND, words.KINDS[indicator.kind](language)),
        (words.UNIT, indicator.unit),
        (words.TIME, words.TIMES[indicator.time](language)),
        (words.DIRECTION, words.DIRECTIONS[indicator.direction](language)),
        (words.VARIANTS, _variants(indicator, language)),
        (words.LEVELS, " < ".join(indicator.levels)),
        (words.COMPARABLE_WITHIN, words.BORDERS[border](language) if border else ""),
        (STANDARDS, "; ".join(brief_text(standard, indicator, language) for standard in standards)),
        (words.DISTRICTS_WITH_FIGURES, str(figures)),
    )
    rows = tuple((Cell(heading(language), Tone.WEAK), Cell(text)) for heading, text in lines if text)
    record = indicator_record(indicator, figures, standards)
    return Table(
        title=indicator.id,
        layouts=(Layout((Column("", width=14), Column("", width=40)), (Section("", rows),)),),
        records=records_of([record], _INDICATOR_FIELDS),
        document=_document("indicators", [record]),
    )


def indicator_record(indicator: Indicator, figures: int, standards: Sequence[Standard] = ()) -> dict[str, Value]:
    """An indicator as one flat record, with the ids of its ``standards``."""
    limits: Interval = indicator.natural_range
    values: tuple[Value, ...] = (
        indicator.id,
        indicator.name.zh,
        indicator.name.en,
        indicator.dimension,
        indicator.kind.value,
        indicator.unit,
        indicator.time.value,
        indicator.direction.value,
        indicator.border.value if indicator.border else None,
        ";".join(indicator.variants) or None,
        indicator.usual,
        ";".join(indicator.levels) or None,
        limits.low,
        limits.high,
        indicator.definition.zh,
        indicator.definition.en,
        figures,
        ";".join(standard.id for standard in standards) or None,
    )
    return dict(zip(_INDICATOR_FIELDS, values, strict=True))


def _standards_by_indicator(catalogue: Catalogue) -> dict[str, list[Standard]]:
    """The standards that are used, by the ids of their indicators and of those whose figures print the growth of these."""
    found: dict[str, list[Standard]] = {}
    for standard in filter(is_used, catalogue.standards.values()):
        for indicator in dict.fromkeys((standard.indicator, standard.growth or standard.indicator)):
            found.setdefault(indicator.id, []).append(standard)
    return found


def _variants(indicator: Indicator, language: Language) -> str:
    texts = [
        f"{id}: {name(language)}" + (f" ({words.USUAL(language)})" if id == indicator.usual else "")
        for id, name in indicator.variants.items()
    ]
    return "; ".join(texts)


def _district_record(district: District, language: Language) -> dict[str, Value]:
    identity, observations = district.identity, district.observations
    years = [end // 12 for o in observations for end in (o.period.start, o.period.end) if end is not None]
    values: tuple[Value, ...] = (
        identity.id,
        identity.name.zh,
        identity.name.en,
        identity.code or None,
        identity.within(language) or None,
        ";".join(identity.aliases) or None,
        len(observations),
        len({observation.indicator.id for observation in observations}),
        min(years, default=None),
        max(years, default=None),
    )
    return dict(zip(_DISTRICT_FIELDS, values, strict=True))


def _years(record: Mapping[str, Value]) -> str:
    first, last = record["first_year"], record["last_year"]
    return str(first or "") if first == last else f"{first}–{last}"


def _document(command: str, records: Sequence[Mapping[str, Value]]) -> dict[str, JsonValue]:
    return {"schema_version": SCHEMA_VERSION, "command": command, "records": list(records)}
