"""The result of a validation for machines: our own JSON, and SARIF 2.1.0, which code hosts and editors read.

Addresses in SARIF are relative to the folder in which the command ran and name no base: whether that folder is the root of
anybody's repository cannot be known here. They are encoded by hand, because pure rooms import nothing that knows of networks.
"""

from typing import Final

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.place import Place
from eduindex.model.table import JsonValue
from eduindex.model.validation import Validation
from eduindex.presentation.records import SCHEMA_VERSION
from eduindex.presentation.validation_summary import rule_counts
from eduindex.rules.registry import RULES
from eduindex.rules.rule import Rule
from eduindex.version import __version__

_SARIF_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# What stands for itself in an address; a colon does not, for what precedes it could be taken for a scheme.
_PLAIN_BYTES: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
_ENCODED_BYTES: Final = tuple(chr(byte) if byte in _PLAIN_BYTES else f"%{byte:02X}" for byte in range(256))
_BRACES: Final = str.maketrans({"{": "{{", "}": "}}"})
_BRACKETS: Final = str.maketrans({"[": "\\[", "]": "\\]", "\\": "\\\\"})


def json_document(validation: Validation) -> dict[str, JsonValue]:
    """Every finding as a record, and the numbers of the summary; what is not known is null."""
    return {
        "schema_version": SCHEMA_VERSION,
        "command": "validate",
        "records": [_record(diagnostic) for diagnostic in validation.diagnostics],
        "summary": _summary(validation),
    }


def sarif_document(validation: Validation, separator: str = "/") -> dict[str, JsonValue]:
    """The findings as one run of SARIF 2.1.0, with all rules; ``separator`` is what stands between the parts of a path."""
    indexes = {code: index for index, code in enumerate(RULES)}
    locations = {file: _artifact(file, separator) for file in {one.place.file for one in validation.diagnostics}}
    results = [_result(one, indexes[one.code], locations[one.place.file]) for one in validation.diagnostics]
    run: dict[str, JsonValue] = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": _summary(validation),
    }
    return {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _record(diagnostic: Diagnostic) -> dict[str, JsonValue]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "file": diagnostic.place.file,
        "line": diagnostic.place.line or None,
        "column": diagnostic.place.column or None,
        "message": diagnostic.message,
        "hint": diagnostic.hint or None,
        "quoted": diagnostic.quoted or None,
    }


def _summary(validation: Validation) -> dict[str, JsonValue]:
    return {
        "errors": validation.errors,
        "warnings": validation.warnings,
        "files": validation.files,
        "entries": validation.entries,
        "with_reports": validation.with_reports,
        "without_text": validation.without_text,
        "across_files": validation.across_files,
        "unasked_rules": validation.unasked_rules,
        "by_rule": {count.code: count.number for count in rule_counts(validation)},
    }


def _driver() -> dict[str, JsonValue]:
    return {"name": "eduindex", "version": __version__, "rules": [_descriptor(rule) for rule in RULES.values()]}


def _descriptor(rule: Rule) -> dict[str, JsonValue]:
    return {
        "id": rule.code,
        "shortDescription": _message(rule.title),
        "fullDescription": _message(rule.why),
        "help": _message(f"{rule.why} `eduindex explain {rule.code}` shows examples."),
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(diagnostic: Diagnostic, index: int, artifact: dict[str, JsonValue]) -> dict[str, JsonValue]:
    location: dict[str, JsonValue] = {"artifactLocation": artifact}
    if diagnostic.place.line:
        location["region"] = _region(diagnostic.place)
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": diagnostic.severity,
        "message": _message(diagnostic.advice),
        "locations": [{"physicalLocation": location}],
    }


def _region(place: Place) -> dict[str, JsonValue]:
    if not place.column:
        return {"startLine": place.line}
    return {"startLine": place.line, "startColumn": place.column}


def _message(text: str) -> dict[str, JsonValue]:
    """A text that stays as it is: braces would be placeholders; ``[a](b)`` a link, which nobody's file may set up."""
    if "](" in text:
        text = text.translate(_BRACKETS)
    return {"text": text.translate(_BRACES)}


def _artifact(file: str, separator: str) -> dict[str, JsonValue]:
    path = file.replace(separator, "/")
    if separator == "\\" and path[1:2] == ":":  # a drive
        return {"uri": f"file:///{path[:2]}{_encoded(path[2:])}"}
    return {"uri": ("file://" if path.startswith("/") else "") + _encoded(path)}


def _encoded(path: str) -> str:
    """Percent-encoded UTF-8; a byte of a name that is no UTF-8 stays that byte."""
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a half of a surrogate pair, which only some systems allow in a name
        name = path.encode("utf-8", "surrogatepass")
    return "".join(_ENCODED_BYTES[byte] for byte in name)
