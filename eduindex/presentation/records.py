"""What machines read of a figure and of a pairing: stable field names and bare values in the indicator's unit."""

from collections.abc import Iterable
from decimal import Decimal

from eduindex.analysis.caveats import Caveat
from eduindex.analysis.figures import Figure
from eduindex.analysis.verdict import Pairing
from eduindex.model.catalogue import Indicator, Kind
from eduindex.model.district import Source
from eduindex.model.interval import Interval
from eduindex.model.table import JsonValue, Records, Value
from eduindex.model.wording import Language
from eduindex.presentation.caveat_sentences import sentence

SCHEMA_VERSION = 1  # of every JSON document; it grows when a field changes its meaning or goes

FIGURE_FIELDS = (
    "dimension",
    "indicator",
    "indicator_name",
    "unit",
    "district",
    "district_name",
    "value",
    "low",
    "high",
    "low_open",
    "high_open",
    "bound",
    "period",
    "status",
    "variant",
    "scope",
    "per_year",
    "printed",
    "evidence",
    "source",
    "note",
)
PAIRING_FIELDS = ("difference_low", "difference_high", "verdict", "caveats")


def value_of(number: Decimal | None, indicator: Indicator) -> Value:
    """A number in the indicator's unit; for grades the level at that position."""
    if number is None or indicator.kind is not Kind.GRADE:
        return number
    return indicator.levels[int(number)]


def ends_of(interval: Interval, indicator: Indicator) -> tuple[Value, Value]:
    """Both ends of an interval as machines read them; ``None`` for no limit."""
    return value_of(interval.low, indicator), value_of(interval.high, indicator)


def open_ends_of(interval: Interval) -> tuple[bool, bool]:
    """Whether the lower and the upper end lie outside; an end without limit always does."""
    return interval.low_open or interval.low is None, interval.high_open or interval.high is None


def interval_document(interval: Interval, indicator: Indicator) -> dict[str, JsonValue]:
    """An interval in the indicator's unit as JSON."""
    (low, high), (low_open, high_open) = ends_of(interval, indicator), open_ends_of(interval)
    return {"low": low, "high": high, "low_open": low_open, "high_open": high_open}


def numbers_of(figure: Figure) -> tuple[Value, Value, Value]:
    """The point, the lower and the upper end of what is compared; the point is empty where there is none."""
    interval, indicator = figure.counted, figure.indicator
    point = figure.point if figure.per_year is None else interval.low if interval.is_point else None
    return (value_of(point, indicator), *ends_of(interval, indicator))


def figure_record(figure: Figure, language: Language) -> dict[str, Value]:
    """A figure as one flat record; texts of several observations are joined by a semicolon."""
    indicator, entries = figure.indicator, [observation.entry for observation in figure.observations]
    value, low, high = numbers_of(figure)
    values: tuple[Value, ...] = (
        indicator.dimension,
        indicator.id,
        indicator.name(language),
        indicator.unit,
        figure.district.id,
        figure.district.name(language),
        value,
        low,
        high,
        *open_ends_of(figure.counted),
        figure.bound.value,
        str(figure.period),
        figure.status.value,
        figure.variant,
        figure.scope(language) or None,
        figure.per_year,
        _joined(entry.value for entry in entries),
        _joined(entry.evidence for entry in entries),
        _joined(observation.source.id for observation in figure.observations),
        _joined(entry.note(language) for entry in entries) or None,
    )
    return dict(zip(FIGURE_FIELDS, values, strict=True))


def pairing_record(pairing: Pairing | None) -> dict[str, Value]:
    """A pairing as flat fields, all empty where nothing was compared."""
    if pairing is None:
        return dict.fromkeys(PAIRING_FIELDS)
    low = pairing.difference.low if pairing.difference else None
    high = pairing.difference.high if pairing.difference else None
    codes = dict.fromkeys(caveat.code.value for caveat in pairing.caveats)
    return dict(zip(PAIRING_FIELDS, (low, high, pairing.verdict.value, ";".join(codes)), strict=True))


def figure_document(figure: Figure, language: Language) -> dict[str, JsonValue]:
    """A figure as JSON: the flat record with its first source written out, and each observation by itself."""
    document: dict[str, JsonValue] = dict(figure_record(figure, language))
    document["source"] = source_document((figure.spoken or figure.observations[0]).source, language)
    document["observations"] = [
        {
            "printed": observation.entry.value,
            "evidence": observation.entry.evidence,
            "period_evidence": observation.entry.period_evidence or None,
            "note": observation.entry.note(language) or None,
            "source": source_document(observation.source, language),
            "file": observation.entry.place.file,
            "line": observation.entry.place.line,
        }
        for observation in figure.observations
    ]
    return document


def source_document(source: Source, language: Language) -> dict[str, JsonValue]:
    """A source as JSON; what is not said is null."""
    return {
        "id": source.id,
        "title": source.title(language),
        "publisher": source.publisher(language) or None,
        "published": source.published or None,
        "url": source.url or None,
        "file": source.file or None,
    }


def pairing_document(pairing: Pairing | None, language: Language) -> dict[str, JsonValue]:
    """A pairing as JSON, with its caveats in words; null where nothing was compared."""
    if pairing is None:
        return {"difference": None, "verdict": None, "caveats": None}
    return {
        "difference": difference_document(pairing.difference),
        "verdict": pairing.verdict.value,
        "caveats": [caveat_document(caveat, language) for caveat in pairing.caveats],
    }


def difference_document(difference: Interval | None) -> dict[str, JsonValue] | None:
    """The ends of a difference as JSON; null where there is none."""
    if difference is None:
        return None
    low_open, high_open = open_ends_of(difference)
    return {"low": difference.low, "high": difference.high, "low_open": low_open, "high_open": high_open}


def caveat_document(caveat: Caveat, language: Language) -> dict[str, JsonValue]:
    """A caveat as JSON."""
    return {
        "code": caveat.code.value,
        "effect": caveat.effect.value,
        "districts": list(dict.fromkeys(figure.district.id for figure in caveat.figures)),
        "text": sentence(caveat, language),
    }


def records_of(rows: list[dict[str, Value]], fields: tuple[str, ...]) -> Records:
    """Flat records as a table for machines."""
    return Records(fields, tuple(tuple(row.get(name) for name in fields) for row in rows))


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
