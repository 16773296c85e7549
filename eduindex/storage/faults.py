"""Pydantic's errors as diagnostics: a stable code, the place in the tree, and words that a data keeper understands."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError

from eduindex.model import findings
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.names import suggestion
from eduindex.model.place import Place
from eduindex.storage.schema import IndicatorModel
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Node, Scalar, Sequence

Path = tuple[int | str, ...]

_MOST_ERRORS = 50  # of one head, entry or indicator

_WRONG_KIND = {
    "string_type": "a text is expected here",
    "dict_type": "keys with values are expected here",
    "model_type": "keys with values are expected here",
    "model_attributes_type": "keys with values are expected here",
    "list_type": "a list is expected here",
}
WRONG_ID = ("an id has 1 to 64 lower-case letters, digits, - or _", "")
_MALFORMED = {
    "district": WRONG_ID,
    "indicator": WRONG_ID,
    "source": WRONG_ID,
    "code": ("a division code (GB/T 2260) has six digits", 'for example "330803"'),
    "published": ("the date of publication is not readable", "write 2024-04-03, 2024-04, 2024 or undated"),
    "url": ("an address begins with http:// or https://", ""),
    "file": ("a report's file is named relative to the reports' folder and stays below it", ""),
    "districts": ("the folder of the districts is named relative to the catalogue and stays below it", ""),
    "eduindex": ("this format version is not known", "the file begins with eduindex: 1"),
}


def diagnose(error: ValidationError, node: Node, file: str, model: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """One diagnostic for each error of pydantic in what ``node`` holds."""
    errors = islice(error.errors(include_url=False), _MOST_ERRORS)
    return tuple(_diagnose_one(dict(one), node, file, model) for one in errors)


def no_evidence(place: Place) -> Diagnostic:
    """What is said of an entry without evidence, or with a blank one."""
    hint = "give the shortest phrase of the source that holds the figure; without one the figure cannot stand here"
    return Diagnostic(findings.NO_EVIDENCE, place, "the figure has no evidence", hint)


def unknown_keys(model: type[BaseModel], node: MappingNode, file: str) -> Iterator[Diagnostic]:
    """The first keys of the node that the model does not know, found without pydantic."""
    unknown = (key for key in node.keys if key not in model.model_fields)
    return (_unknown_key(model, node, (key,), file) for key in islice(unknown, _MOST_ERRORS))


def _unknown_key(model: type[BaseModel], node: Node, path: Path, file: str) -> Diagnostic:
    name = str(path[-1])
    hint = suggestion(name, _known_keys(model, path)) or "remove it"
    return Diagnostic(findings.UNKNOWN_KEY, key_place(node, path, file), "this key is not known here", hint, name)


def place_of(node: Node, path: Iterable[int | str], file: str) -> Place:
    """Where the node at ``path`` below ``node`` stands, or the nearest one above it."""
    for step in path:
        below = _step(node, step)
        if below is None:
            break
        node = below
    return Place(file, node.line, node.column)


def _diagnose_one(error: Mapping[str, Any], node: Node, file: str, model: type[BaseModel]) -> Diagnostic:
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    name = str(path[-1]) if path else ""
    place = (key_place if "[key]" in error["loc"] else place_of)(node, path, file)
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(model, node, path, file)
    if name == "evidence" and kind in ("missing", "string_too_short"):
        return no_evidence(place)
    if kind == "missing":
        return Diagnostic(findings.MISSING_KEY, place, f"the key {name!r} is missing", "add it")
    if kind in _WRONG_KIND:
        return Diagnostic(findings.WRONG_KIND, place, f"{name}: {_WRONG_KIND[kind]}")
    code, message, hint = _judged_text(error, name, model)
    return Diagnostic(code, place, message, hint, error["input"] if isinstance(error["input"], str) else "")


def _judged_text(error: Mapping[str, Any], name: str, model: type[BaseModel]) -> tuple[str, str, str]:
    """Code, message and hint for a text that is not what the model takes."""
    kind = error["type"]
    if kind == "enum":
        code = findings.UNKNOWN_WORD if model is IndicatorModel else findings.MALFORMED
        return code, f"this {name} is not known", f"it is {error['ctx']['expected']}"
    if kind == "string_too_short":
        return findings.MALFORMED, f"{name} is empty", "fill it in or remove the key"
    if "[key]" in error["loc"]:
        return findings.MALFORMED, *WRONG_ID
    return findings.MALFORMED, *_MALFORMED.get(name, ("this is not of the form that is expected here", ""))


def key_place(node: Node, path: Path, file: str) -> Place:
    """Where the key itself stands that ``path`` ends in."""
    for step in path[:-1]:
        below = _step(node, step)
        if below is None:
            break
        node = below
    if isinstance(node, MappingNode) and str(path[-1]) in node.keys:
        node = node.keys[str(path[-1])]
    return Place(file, node.line, node.column)


def _step(node: Node, step: int | str) -> Node | None:
    if isinstance(node, MappingNode):
        return node.values.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the model knows where ``path`` ends; of nested models those of the one concerned."""
    for step in path[:-1]:
        annotation = model.model_fields[str(step)].annotation if str(step) in model.model_fields else None
        below = _model_in(annotation)
        if below is not None:
            model = below
    return list(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The pydantic model in an annotation such as ``dict[str, SourceModel]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def plain(node: Node) -> Any:
    """The tree as pydantic takes it: texts, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()}
