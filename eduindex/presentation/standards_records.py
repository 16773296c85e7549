"""Standards, and districts held against them, for machines: one row a standard (CSV), one a district and standard (tidy), JSON.

What is held may be a printed growth, which has a unit of its own; so every value comes with its indicator and its unit.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from eduindex.analysis.figures import Figure
from eduindex.analysis.standards import Held, Holding, Outcome, is_used
from eduindex.model.interval import Interval
from eduindex.model.standard import Standard
from eduindex.model.table import JsonValue, Records, Value
from eduindex.model.wording import Language
from eduindex.presentation.records import (
    SCHEMA_VERSION,
    caveat_document,
    difference_document,
    ends_of,
    figure_document,
    figure_record,
    numbers_of,
    records_of,
)
from eduindex.presentation.standard_sentences import caveats_held, sentences_of

STANDARD_FIELDS = (
    "standard",
    "level",
    "dimension",
    "indicator",
    "indicator_name",
    "unit",
    "required_variant",
    "operator",
    "threshold",
    "per_year",
    "due",
    "document",
    "number",
    "attested",
)
LISTED_FIELDS = (*STANDARD_FIELDS, "growth", "used", "note")
HELD_FIELDS = (
    "outcome",
    "value",
    "low",
    "high",
    "figure_indicator",
    "figure_unit",
    "period",
    "variant",
    "distance_low",
    "distance_high",
    "reason",
    "only_target",
)
_TEXTS = ("printed", "evidence", "source", "note")


def wide_records(holding: Holding, labels: Sequence[str], language: Language) -> Records:
    """One row a standard; fields of each district begin with its label."""
    rows = []
    for row in holding.rows:
        record = standard_record(row.standard, language)
        for label, held in zip(labels, row.held, strict=True):
            record |= {f"{label}_{name}": value for name, value in _held_record(held).items()}
        rows.append(record)
    fields = (f"{label}_{name}" for label in labels for name in HELD_FIELDS)
    return records_of(rows, (*STANDARD_FIELDS, *fields))


def tidy_records(holding: Holding, labels: Sequence[str], language: Language) -> Records:
    """One row a district and standard, with what the sources of its figures print."""
    rows = []
    for row in holding.rows:
        standard = standard_record(row.standard, language)
        for label, held in zip(labels, row.held, strict=True):
            district = {"district": label, "district_name": held.district.name(language)}
            rows.append(standard | district | _held_record(held) | _texts(held, language))
    return records_of(rows, (*STANDARD_FIELDS, "district", "district_name", *HELD_FIELDS, *_TEXTS))


def holding_document(holding: Holding, labels: Sequence[str], language: Language) -> dict[str, JsonValue]:
    """Tidy records with each standard in full, the reasons in words, and the figures with evidence and source."""
    return {
        "schema_version": SCHEMA_VERSION,
        "command": "standards",
        "districts": list(labels),
        "outcomes": {label: _counts(holding, place) for place, label in enumerate(labels)},
        "records": [
            {"standard": standard_document(row.standard, language), "district": label, **_held_document(held, language)}
            for row in holding.rows
            for label, held in zip(labels, row.held, strict=True)
        ],
    }


def standard_record(standard: Standard, language: Language) -> dict[str, Value]:
    """A standard as one flat record."""
    indicator = standard.indicator
    values: tuple[Value, ...] = (
        standard.id,
        standard.level.value,
        indicator.dimension,
        indicator.id,
        indicator.name(language),
        indicator.unit,
        standard.variant or ";".join(standard.each) or None,
        standard.operator.value,
        standard.threshold,
        standard.per_year,
        standard.due,
        standard.document(language),
        standard.number or None,
        standard.attested.value,
    )
    return dict(zip(STANDARD_FIELDS, values, strict=True))


def standard_document(standard: Standard, language: Language) -> dict[str, JsonValue]:
    """A standard in full as JSON; ``required`` holds the values that meet it, null where they are those of the previous year."""
    record = standard_record(standard, language)
    required = standard.required
    ends = None if required is None else dict(zip(("low", "high"), ends_of(required, standard.indicator), strict=True))
    return {
        "id": record.pop("standard"),
        **record,
        "required_variant": standard.variant,
        "each": list(standard.each),
        "required": None if required is None or ends is None else {**(difference_document(required) or {}), **ends},
        "growth": standard.growth.id if standard.growth else None,
        "note": standard.note(language) or None,
    }


def listed_record(standard: Standard, language: Language) -> dict[str, Value]:
    """A standard by itself as one flat record; ``used`` tells whether districts are held against it."""
    return standard_record(standard, language) | {
        "growth": standard.growth.id if standard.growth else None,
        "used": is_used(standard),
        "note": standard.note(language) or None,
    }


def listed_document(standard: Standard, language: Language) -> dict[str, JsonValue]:
    """A standard by itself in full as JSON."""
    return {**standard_document(standard, language), "used": is_used(standard)}


def hull_of(figures: Sequence[Figure]) -> Interval | None:
    """From the least to the largest value of figures of one indicator; ``None`` where they are of several or there are none."""
    if len({figure.indicator.id for figure in figures}) != 1:
        return None
    hull = figures[0].interval
    for figure in figures[1:]:
        hull = hull.hull(figure.interval)
    return hull


def _held_record(held: Held) -> dict[str, Value]:
    figures = held.figures
    hull = hull_of(figures)
    numbers: tuple[Value, Value, Value] = (None, None, None)
    if held.figure is not None:
        numbers = numbers_of(held.figure)
    elif hull is not None:
        numbers = (None, *ends_of(hull, figures[0].indicator))
    values: tuple[Value, ...] = (
        held.outcome.value,
        *numbers,
        _joined(figure.indicator.id for figure in figures),
        _joined(figure.indicator.unit for figure in figures),
        _joined(str(figure.period) for figure in figures),
        _joined(figure.variant or "" for figure in figures),
        held.distance.low if held.distance else None,
        held.distance.high if held.distance else None,
        _joined(reason.value for reason in held.reasons),
        held.only_target,
    )
    return dict(zip(HELD_FIELDS, values, strict=True))


def _joined(texts: Iterable[str]) -> str | None:
    return ";".join(dict.fromkeys(text for text in texts if text)) or None


def _texts(held: Held, language: Language) -> dict[str, Value]:
    """What the sources print of the figures held."""
    records = [figure_record(figure, language) for figure in held.figures]
    return {name: "; ".join(dict.fromkeys(str(one[name]) for one in records if one[name])) or None for name in _TEXTS}


def _counts(holding: Holding, place: int) -> dict[str, int]:
    numbers = Counter(row.held[place].outcome for row in holding.rows)
    return {outcome.value: numbers[outcome] for outcome in Outcome}


def _held_document(held: Held, language: Language) -> dict[str, JsonValue]:
    document: dict[str, JsonValue] = {
        "district_name": held.district.name(language),
        "outcome": held.outcome.value,
        "reasons": [reason.value for reason in held.reasons],
        "explanation": sentences_of(held, language),
        "only_target": held.only_target,
        "distance": difference_document(held.distance),
        "missing": list(held.missing),
    }
    document |= _figures_document(held, language)
    document["caveats"] = [caveat_document(caveat, language) for caveat in caveats_held(held)]
    document["parts"] = [
        {
            "variant": part.variant,
            "outcome": part.outcome.value,
            "reasons": [reason.value for reason in part.reasons],
            "distance": difference_document(part.distance),
            **_figures_document(part, language),
        }
        for part in held.parts
    ]
    return document


def _figures_document(held: Held, language: Language) -> dict[str, JsonValue]:
    figures = {"figure": held.figure, "previous": held.previous, "growth": held.growth, "target": held.target}
    return {name: figure_document(figure, language) if figure else None for name, figure in figures.items()}
