"""Reading YAML without its surprises: nothing is typed or expanded, nothing is lost, everything has a place.

It stands on libyaml's events and builds its own tree. PyYAML's loaders and its composer are never used: they recurse
(a file of brackets ends the process), expand aliases before anybody can object and drop the first of two equal keys.
"""

from typing import NamedTuple

import yaml

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.findings import EMPTY, NO_LIBYAML
from eduindex.model.place import Place
from eduindex.storage.text_decoding import decode_text
from eduindex.storage.tree import Node, Scalar
from eduindex.storage.tree_building import TreeBuilder
from eduindex.storage.yaml_syntax import syntax_fault

# All that PyYAML raises on damaged files; a MemoryError or an interrupt is not the file's fault.
_RAISED_BY_PYYAML = (yaml.YAMLError, ValueError, OverflowError, RecursionError, AttributeError, KeyError, TypeError)


class Reading(NamedTuple):
    """What a file says; ``root`` is None exactly when there are diagnostics, and then nothing in it can be trusted."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_tree(data: bytes, file: str, *, stop_before: str | None = None) -> Reading:
    """Read one YAML document from ``data``; ``file`` is the name that goes into places.

    ``stop_before`` ends the reading at the top-level key of that name: the root then holds what stands before it.
    Never raises on any input. Independent faults are collected, up to ``MOST_FAULTS``; a syntax error ends the reading.
    """
    text = decode_text(data, file)
    if not isinstance(text, str):
        return Reading(None, text)
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


def _no_libyaml(file: str) -> Diagnostic:
    return Diagnostic(
        NO_LIBYAML,
        Place(file),
        "PyYAML was installed without libyaml, so no YAML file can be read",
        "install it as a wheel, which has libyaml: pip install --force-reinstall --only-binary pyyaml pyyaml",
    )
