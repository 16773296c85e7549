"""A comparison for machines: one row a series (CSV), one row a district and series (tidy), and JSON."""

from collections.abc import Sequence

from eduindex.analysis.comparison import Comparison
from eduindex.analysis.figures import Figure
from eduindex.model.table import JsonValue, Records, Value
from eduindex.model.wording import Language
from eduindex.presentation.records import (
    FIGURE_FIELDS,
    PAIRING_FIELDS,
    SCHEMA_VERSION,
    figure_document,
    figure_record,
    numbers_of,
    pairing_document,
    pairing_record,
    records_of,
)


def wide_records(comparison: Comparison, labels: Sequence[str], language: Language) -> Records:
    """One row a series; fields of each district begin with its label."""
    rows = []
    for row in comparison.rows:
        record: dict[str, Value] = {
            "dimension": row.indicator.dimension,
            "indicator": row.indicator.id,
            "indicator_name": row.indicator.name(language),
            "variant": _joined([figure.variant or "" if figure else None for figure in row.figures]),
            "scope": _joined([figure.scope(language) if figure else None for figure in row.figures]),
            "unit": row.indicator.unit,
        }
        for place, figure in enumerate(row.figures):
            record |= _district_fields(labels[place], figure)
        for place, pairing in enumerate(row.pairings, start=1):
            prefix = "" if len(labels) == 2 else f"{labels[place]}_"
            record |= {prefix + name: value for name, value in pairing_record(pairing).items()}
        rows.append(record)
    return records_of(rows, _wide_fields(labels))


def _wide_fields(labels: Sequence[str]) -> tuple[str, ...]:
    fields = ["dimension", "indicator", "indicator_name", "variant", "scope", "unit"]
    fields += [name for text in labels for name in _district_fields(text, None)]
    if len(labels) == 2:
        return (*fields, *PAIRING_FIELDS)
    return (*fields, *(f"{text}_{name}" for text in labels[1:] for name in PAIRING_FIELDS))


def _district_fields(label: str, figure: Figure | None) -> dict[str, Value]:
    names = ("value", "low", "high", "bound", "period", "status")
    values: tuple[Value, ...] = (None,) * len(names)
    if figure is not None:
        values = (*numbers_of(figure), figure.bound.value, str(figure.period), figure.status.value)
    return {f"{label}_{name}": value for name, value in zip(names, values, strict=True)}


def _joined(values: list[str | None]) -> str | None:
    """What the figures of a row share; else a place for each district, parted by bars and empty where nothing is stated."""
    stated = {value for value in values if value is not None}
    return (stated.pop() if len(stated) == 1 else "|".join(value or "" for value in values)) or None


def tidy_records(comparison: Comparison, labels: Sequence[str], language: Language) -> Records:
    """One row a district and series; a district's row carries the outcome of the first district against it."""
    rows = []
    for row in comparison.rows:
        for place, figure in enumerate(row.figures):
            if figure is None:
                continue
            pairing = row.pairings[place - 1] if place else None
            compared_with: dict[str, Value] = {"compared_with": labels[0] if pairing else None}
            rows.append(figure_record(figure, language) | compared_with | pairing_record(pairing))
    return records_of(rows, (*FIGURE_FIELDS, "compared_with", *PAIRING_FIELDS))


def comparison_document(comparison: Comparison, labels: Sequence[str], language: Language) -> dict[str, JsonValue]:
    """Tidy records with evidence, sources, open ends and caveats in words, and the figures that stand in no row."""
    records: list[JsonValue] = []
    for row in comparison.rows:
        for place, figure in enumerate(row.figures):
            if figure is None:
                continue
            record = figure_document(figure, language)
            pairing = row.pairings[place - 1] if place else None
            record["compared_with"] = labels[0] if pairing else None
            record |= pairing_document(pairing, language)
            records.append(record)
    return {
        "schema_version": SCHEMA_VERSION,
        "command": "compare",
        "districts": list(labels),
        "records": records,
        "left_over": [figure_document(f, language) for row in comparison.rows for f in row.left_over],
        "left_out": {
            "indicators_of_one_district": comparison.alone,
            "indicators_of_other_periods": comparison.of_other_periods,
            "targets": comparison.targets_left_out,
        },
    }
