"""JSON with exact numbers.

The standard encoder knows no Decimal, and a float would turn 98.20 into 98.2 and round large amounts; so the
structure is written here and only strings are left to the standard module.
"""

import json
from collections.abc import Mapping
from decimal import Decimal

from eduindex.model.table import JsonValue
from eduindex.rendering.digits import plain_digits
from eduindex.rendering.visible import visible

_INDENT = "  "


def render_json(document: Mapping[str, JsonValue]) -> str:
    """Write the document, indented by two spaces, in Unicode, ending with a newline."""
    return _written(document, "\n") + "\n"


def _written(value: JsonValue, line_start: str) -> str:
    """``line_start`` is the line end and indentation at which the value's closing bracket stands."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Mapping):
        inner = line_start + _INDENT
        return _bracketed("{}", [f"{_string(key)}: {_written(item, inner)}" for key, item in value.items()], line_start)
    if isinstance(value, int | Decimal):
        return plain_digits(value)
    return _bracketed("[]", [_written(item, line_start + _INDENT) for item in value], line_start)


def _bracketed(brackets: str, items: list[str], line_start: str) -> str:
    if not items:
        return brackets
    inner = line_start + _INDENT
    return brackets[0] + inner + f",{inner}".join(items) + line_start + brackets[1]


def _string(text: str) -> str:
    return json.dumps(visible(text), ensure_ascii=False)
