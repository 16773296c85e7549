"""Reading YAML without its surprises: nothing is typed or expanded, nothing is lost, everything has a place.

It stands on libyaml's events and builds its own tree. PyYAML's loaders and its composer are never used: they recurse
(a file of brackets ends the process), expand aliases before anybody can object and drop the first of two equal keys.
"""

from typing import NamedTuple

import yaml

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.findings import EMPTY, NO_LIBYAML, SYNTAX, TOO_LARGE
from eduindex.model.place import Place
from eduindex.storage.canonical_entries import Enclosed, Written, read_canonical
from eduindex.storage.text_decoding import decode_text
from eduindex.storage.tree import Mapping, Node, Scalar, Sequence
from eduindex.storage.tree_building import TreeBuilder
from eduindex.storage.yaml_syntax import syntax_fault

# All that PyYAML raises on damaged files; a MemoryError or an interrupt is not the file's fault.
_RAISED_BY_PYYAML = (yaml.YAMLError, ValueError, OverflowError, RecursionError, AttributeError, KeyError, TypeError)


# A node costs a microsecond and 200 bytes; a file of the largest size that holds entries has fewer than half of these.
_SEPARATORS = ("\n", ",", "[", "{", "- ")
_MOST_SEPARATORS = 1_000_000
_BEGINNING = 100_000  # characters


class Reading(NamedTuple):
    """What a file says; ``root`` is None exactly when there are diagnostics, and then nothing in it can be trusted.

    ``written`` holds the entries of a district file where all of them are in the canonical layout; the tree then has an empty
    text in their place.
    """

    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()
    written: tuple[Written | Mapping, ...] | None = None


def read_tree(data: bytes, file: str, *, stop_before: str | None = None) -> Reading:
    """Read one YAML document from ``data``; ``file`` is the name that goes into places.

    ``stop_before`` ends the reading at the top-level key of that name: the root then holds what stands before it.
    Never raises on any input. Independent faults are collected, up to ``MOST_FAULTS``; a syntax error ends the reading.
    """
    text = decode_text(data, file)
    return _read_text(text, file, stop_before) if isinstance(text, str) else Reading(None, text)


def read_district_tree(data: bytes, file: str) -> Reading:
    """Read a district file as ``read_tree`` does, but leave its entries ``written`` where their layout is canonical."""
    text = decode_text(data, file)
    if not isinstance(text, str):
        return Reading(None, text)
    block = None if _is_too_much(text) else read_canonical(text)
    if block is not None:
        head = _read_text(block.head, file)
        # Up to the line `entries:` the file stands by itself, so what it says does not depend on what follows.
        if isinstance(head.root, Mapping) and "entries" in head.root.values:
            written = _with_enclosed_read(block.entries, file)
            if written is not None:
                return head._replace(written=written)
    return _read_text(text, file)


def _with_enclosed_read(entries: tuple[Written | Enclosed, ...], file: str) -> tuple[Written | Mapping, ...] | None:
    """The entries with the enclosed ones as trees; ``None`` where one of these cannot be read by itself."""
    enclosed = [entry for entry in entries if isinstance(entry, Enclosed)]
    if not enclosed:
        return tuple(entry for entry in entries if isinstance(entry, Written))
    root = _read_text(_at_their_lines(enclosed), file).root
    block = root.values.get("entries") if isinstance(root, Mapping) else None
    nodes = block.items if isinstance(block, Sequence) else []
    trees = [node for node in nodes if isinstance(node, Mapping)]
    if len(trees) != len(enclosed) or len(nodes) != len(enclosed):
        return None
    rest = iter(trees)
    return tuple(entry if isinstance(entry, Written) else next(rest) for entry in entries)


def _at_their_lines(entries: list[Enclosed]) -> str:
    """A text of these entries alone, each in its own line of the file, and as deep in it."""
    parts, line = ["entries:\n"], 2
    for entry in entries:
        parts.append("\n" * (entry.line - line) + entry.source)
        line = entry.line + entry.source.count("\n")
    return "".join(parts)


def _read_text(text: str, file: str, stop_before: str | None = None) -> Reading:
    if _is_too_much(text):
        return _too_much(text, file)
    if not yaml.__with_libyaml__:
        return Reading(None, (_no_libyaml(file),))
    builder = TreeBuilder(text, file, stop_before)
    try:
        builder.build()
    except _RAISED_BY_PYYAML as error:
        builder.faults.append(syntax_fault(error, builder.situation()))
    if builder.faults:
        return Reading(None, tuple(builder.faults))
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
        return Reading(None, (Diagnostic(EMPTY, Place(file), "the file holds nothing", "fill it in or delete it"),))
    return Reading(root)


def _is_too_much(text: str) -> bool:
    return len(text) > _MOST_SEPARATORS and sum(map(text.count, _SEPARATORS)) > _MOST_SEPARATORS


def _too_much(text: str, file: str) -> Reading:
    """What is said of a text of too many nodes: what is wrong at its beginning, but for what the cut itself makes wrong."""
    beginning = _read_text(text[:_BEGINNING], file) if len(text) > _BEGINNING else Reading(None)
    known = tuple(one for one in beginning.diagnostics if one.code != SYNTAX)
    message = "the file holds more texts, lists and blocks than any data file has reason to"
    hint = "check that it is the right file, or split it"
    return Reading(None, known or (Diagnostic(TOO_LARGE, Place(file), message, hint),))


def _no_libyaml(file: str) -> Diagnostic:
    return Diagnostic(
        NO_LIBYAML,
        Place(file),
        "PyYAML was installed without libyaml, so no YAML file can be read",
        "install it as a wheel, which has libyaml: pip install --force-reinstall --only-binary pyyaml pyyaml",
    )
