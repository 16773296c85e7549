"""A tree held against the schema, node by node: what can be used, and diagnostics for what cannot.

A bad indicator, source or entry leaves out only itself. A file made to be wrong in a million places is told so once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from eduindex.model import findings
from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.district import Acceptance
from eduindex.model.place import Place
from eduindex.model.wording import Wording
from eduindex.storage.faults import diagnose, key_place, place_of, plain, unknown_keys
from eduindex.storage.schema import WordingModel
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Node, Scalar, Sequence

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

MOST_FINDINGS: Final = 500  # in a file; more help nobody
_MOST_NODES = 10_000  # in what is held against one model; a head with a hundred sources has a thousand


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What a file holds and what is wrong with it.

    ``value`` is ``None`` where the file cannot be used as a whole; ``partial`` is what could be read of it even then.
    """

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()
    partial: T | None = None


def checked(
    model: type[M], node: Node | None, file: str, faults: list[Diagnostic], without: tuple[str, ...] = ()
) -> M | None:
    """The node as the model reads it, ``without`` some of its keys; its faults are added to ``faults``."""
    if node is None:
        return None
    if not isinstance(node, MappingNode):
        faults.append(Diagnostic(findings.WRONG_KIND, place_of(node, (), file), "keys with values are expected here"))
        return None
    below = {key: value for key, value in node.values.items() if key not in without}
    if _too_many(below):
        message = f"more than {_MOST_NODES:,} texts stand in one place here"
        faults.append(
            Diagnostic(findings.TOO_LARGE, place_of(node, (), file), message, "check that it is the right file")
        )
        faults += unknown_keys(model, node, file)
        return None
    try:
        return model.model_validate({key: plain(value) for key, value in below.items()})
    except ValidationError as error:
        faults.extend(diagnose(error, node, file, model))
        return None


def too_many_findings(place: Place) -> Diagnostic:
    """What is said instead of all further findings in a file."""
    message = f"there are more than {MOST_FINDINGS} findings in this file; what follows was not looked at"
    hint = "repair what is told, and check again"
    return Diagnostic(findings.TOO_MANY, place, message, hint, severity=Severity.WARNING)


def items_of(root: MappingNode, key: str, file: str, faults: list[Diagnostic]) -> Mapping[str, Node] | None:
    """The keys and values of the block ``key``; ``None`` where there is no such block."""
    node = root.values.get(key)
    if isinstance(node, MappingNode):
        return node.values
    faults.append(_missing_or_wrong(root, key, file, "keys with values are expected here"))
    return None


def list_of(root: MappingNode, key: str, file: str, faults: list[Diagnostic]) -> list[Node]:
    """The items of the list ``key``."""
    node = root.values.get(key)
    if isinstance(node, Sequence):
        return node.items
    faults.append(_missing_or_wrong(root, key, file, "a list is expected here"))
    return []


def step_to(node: Node, key: str) -> Node | None:
    """What stands at ``key`` below ``node``."""
    return node.values.get(key) if isinstance(node, MappingNode) else None


def scalar_at(node: Node, key: str) -> Scalar | None:
    """The text that stands at ``key`` below ``node``."""
    below = step_to(node, key)
    return below if isinstance(below, Scalar) else None


def wording(model: WordingModel) -> Wording:
    """The text in both languages as the model read it."""
    return Wording(model.zh, model.en)


def blank(words: WordingModel, node: MappingNode, key: str, file: str) -> list[Diagnostic]:
    """A text that has to say something and says nothing."""
    if words.zh.strip() or words.en.strip():
        return []
    return [Diagnostic(findings.MALFORMED, place_of(node, (key,), file), f"{key} is empty", "fill it in")]


def blank_reasons(accepts: Mapping[str, str], node: MappingNode, file: str) -> list[Diagnostic]:
    """Acceptances that do not say why."""
    return [
        Diagnostic(findings.MALFORMED, place_of(node, ("accepts", code), file), "the reason is empty", "say why")
        for code, reason in accepts.items()
        if not reason.strip()
    ]


def acceptances(accepts: Mapping[str, str], node: MappingNode, file: str) -> tuple[Acceptance, ...]:
    """The acceptances written at ``accepts`` below ``node``."""
    return tuple(Acceptance(code, reason, key_place(node, ("accepts", code), file)) for code, reason in accepts.items())


def _too_many(below: Mapping[str, Node]) -> bool:
    """Whether more nodes stand below than anything of use has; counted without recursion and no further than that."""
    waiting: list[Node] = list(below.values())
    for number, node in enumerate(waiting):  # which grows meanwhile
        if number > _MOST_NODES or len(waiting) > _MOST_NODES:
            return True
        if isinstance(node, MappingNode):
            waiting.extend(node.values.values())
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
    return False


def _missing_or_wrong(root: MappingNode, key: str, file: str, expectation: str) -> Diagnostic:
    if key in root.values:
        return Diagnostic(findings.WRONG_KIND, place_of(root, (key,), file), f"{key}: {expectation}")
    return Diagnostic(
        findings.MISSING_KEY, Place(file, root.line, root.column), f"the key {key!r} is missing", "add it"
    )
