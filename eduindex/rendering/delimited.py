"""CSV and TSV: one header row of machine names, bare numbers, and text that no spreadsheet takes for a formula."""

import csv
import io

from eduindex.model.table import Records, Value
from eduindex.rendering.digits import plain_digits
from eduindex.rendering.visible import visible

# What begins a formula in a spreadsheet, with the full-width and small forms that input methods write.
_FORMULA_STARTS = frozenset("=+-@＝＋－＠﹦﹢﹣﹫")
_QUOTES = "\"'`“”‘’＂＇"


def render_delimited(records: Records, *, delimiter: str) -> str:
    """Write the records; lines end with a bare line feed, a missing value is empty, truth is ``true`` or ``false``."""
    output = io.StringIO()
    writer = csv.writer(output, delimiter=delimiter, lineterminator="\n")
    writer.writerow([_safe_text(name) for name in records.fields])
    writer.writerows([_field(value) for value in row] for row in records.rows)
    return output.getvalue()


def _field(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _safe_text(value)
    return plain_digits(value)


def _safe_text(text: str) -> str:
    shown = visible(text)
    return f"'{shown}" if _starts_formula(text) else shown


def _starts_formula(text: str) -> bool:
    """Spreadsheets trim white space, and some the quotes, before they look for the sign of a formula."""
    if text.startswith(("\t", "\r")):
        return True
    start = 0
    while start < len(text) and (text[start].isspace() or text[start] in _QUOTES):
        start += 1
    return text[start : start + 1] in _FORMULA_STARTS
