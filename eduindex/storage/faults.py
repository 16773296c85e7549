"""Pydantic's errors as diagnostics: a stable code, the place in the tree, and words that a data keeper understands."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError

from eduindex.model import findings
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.names import suggestion
from eduindex.model.place import Place
from eduindex.model.shortening import shortened
from eduindex.storage.schema import CatalogueHeadModel, EntryModel, HeadModel, WordingModel
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Node, Scalar, Sequence

Path = tuple[int | str, ...]

_MOST_ERRORS = 50  # of one head, entry, indicator or standard

# Keys at the top of a file that are read apart from the model of its head.
_READ_APART: Mapping[type[BaseModel], tuple[str, ...]] = {
    HeadModel: ("entries",),
    CatalogueHeadModel: ("indicators", "standards", "indexes"),
}
_WRONG_KIND = {
    "string_type": "a text is expected here",
    "dict_type": "keys with values are expected here",
    "model_type": "keys with values are expected here",
    "model_attributes_type": "keys with values are expected here",
    "list_type": "a list is expected here",
}
_TEXT_FOR_PEOPLE = "a text, or {zh: ..., en: ...}, is expected here"
WRONG_ID = ("an id has 1 to 64 lower-case letters, digits, - or _", "")
_MALFORMED = {
    "district": WRONG_ID,
    "indicator": WRONG_ID,
    "source": WRONG_ID,
    "variant": WRONG_ID,
    "usual": WRONG_ID,
    "dimension": WRONG_ID,
    "each": WRONG_ID,
    "growth": WRONG_ID,
    "due": ("a year has four digits", "for example 2025"),
    "per_year": ("this is neither true nor false", "write per_year: true, or remove the key"),
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
    known = _known_keys(model, path)
    hint = suggestion(name, known) or (
        "remove it"
        if isinstance(_node_at(node, path), Scalar)
        # Somebody's data may stand there.
        else f"correct its name; the keys known here are: {', '.join(known)}"
    )
    return Diagnostic(findings.UNKNOWN_KEY, key_place(node, path, file), "this key is not known here", hint, name)


def place_of(node: Node, path: Iterable[int | str], file: str) -> Place:
    """Where the node at ``path`` below ``node`` stands, or the nearest one above it."""
    node = _node_at(node, path)
    return Place(file, node.line, node.column)


def _node_at(node: Node, path: Iterable[int | str]) -> Node:
    """The node at ``path`` below ``node``, or the nearest one above it."""
    for step in path:
        below = _step(node, step)
        if below is None:
            break
        node = below
    return node


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
        message = f"{_called(path)}: {_TEXT_FOR_PEOPLE if _wants_wording(error) else _WRONG_KIND[kind]}"
        hint = _acceptance_hint(_node_at(node, path)) if name == "accepts" and kind == "dict_type" else ""
        return Diagnostic(findings.WRONG_KIND, place, message, hint)
    code, message, hint = _judged_text(error, path, model)
    return Diagnostic(code, place, message, hint, error["input"] if isinstance(error["input"], str) else "")


def _called(path: Path) -> str:
    """The key that ``path`` ends in, or the list whose item it is, as a message names it."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return "here"
    return shortened(names[-1]) if isinstance(path[-1], str) else f"an item of {shortened(names[-1])}"


def _wants_wording(error: Mapping[str, Any]) -> bool:
    return bool(error.get("ctx", {}).get("class_name") == WordingModel.__name__)


def _acceptance_hint(node: Node) -> str:
    """How to write acceptances, with the codes that stand there already."""
    items = node.items if isinstance(node, Sequence) else [node]
    codes = [item.text for item in items if isinstance(item, Scalar) and item.text.isalnum()]
    written = ", ".join(f"{shortened(code)}: the reason" for code in codes[:3] or ["P004"])
    return f"write accepts: {{{written}}}"


def _judged_text(error: Mapping[str, Any], path: Path, model: type[BaseModel]) -> tuple[str, str, str]:
    """Code, message and hint for a text that is not what the model takes."""
    kind, name = error["type"], next((step for step in reversed(path) if isinstance(step, str)), "")
    if kind == "enum":
        code = findings.MALFORMED if model is EntryModel else findings.UNKNOWN_WORD
        return code, f"this {name} is not known", f"it is {error['ctx']['expected']}"
    if kind in ("string_too_short", "too_short"):
        return findings.MALFORMED, *_said_of_nothing(path, model)
    if "[key]" in error["loc"]:
        return findings.MALFORMED, *WRONG_ID
    return findings.MALFORMED, *_MALFORMED.get(name, ("this is not of the form that is expected here", ""))


def _said_of_nothing(path: Path, model: type[BaseModel]) -> tuple[str, str]:
    """Message and hint for a text or a list that is empty."""
    if "accepts" in path[:-1]:
        return "the reason is empty", "say why"
    owner, name = _model_at(model, path), str(path[-1])
    if isinstance(path[-1], int):
        return f"{_called(path)} is empty", "fill it in or remove the item"
    is_required = name in owner.model_fields and owner.model_fields[name].is_required()
    return f"{_called(path)} is empty", "fill it in" if is_required else "fill it in or remove the key"


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
    """The keys that may stand where ``path`` ends, at the top of a file also those that are read apart."""
    read_apart = _READ_APART.get(model, ()) if len(path) == 1 else ()
    return [*_model_at(model, path).model_fields, *read_apart]


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model whose key ``path`` ends in: of nested models the one concerned."""
    for step in path[:-1]:
        annotation = model.model_fields[str(step)].annotation if str(step) in model.model_fields else None
        below = _model_in(annotation)
        if below is not None:
            model = below
    return model


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
