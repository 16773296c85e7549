"""From libyaml's events to our tree, without recursion, refusing what a data file must not do.

The loop over scalars is written out in one function and keeps its state in local variables: nine events in ten are
scalars, and a call for each would cost as much as the parsing.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from eduindex.model import findings
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.place import Place
from eduindex.storage.text_decoding import MOST_FAULTS, character_fault, position, refused_escape
from eduindex.storage.tree import Mapping, Node, Scalar, Sequence
from eduindex.storage.yaml_syntax import Extent, Mark, Situation

DEEPEST: Final = 32  # open blocks and brackets; a district file needs five
_LONGEST_QUOTATION = 80
_MERGE = "<<"
_PROPERTY = re.compile(r"[^\s,\[\]{}]*")  # an anchor or a tag as written
_QUOTATION_MARKS = ("'", '"')
# A line of white space alone is an empty line; libyaml takes a tab in it for indentation.
_BLANK_WITH_TAB = re.compile(r"(?<![^\r\n]) *\t[ \t]*(?![^\r\n])")

# YAML 1.1 ends lines at U+2028 and U+2029, editors and YAML 1.2 do not. libyaml is shown stand-ins: two marks that the
# decoded text cannot contain, because they are refused.
_STAND_INS = {0x2028: 0x200E, 0x2029: 0x200F}
_STOOD_FOR = {stand_in: separator for separator, stand_in in _STAND_INS.items()}


class _EnoughError(Exception):
    """The reading has to end here: at the wanted key, after a fault that hides the rest, or after too many faults."""


class TreeBuilder:
    """Builds the tree of one text; ``faults`` and ``root`` are its results. PyYAML's exceptions pass through."""

    __slots__ = (
        "_ended",
        "_file",
        "_items",
        "_key",
        "_keys",
        "_last",
        "_stack",
        "_text",
        "_top",
        "_values",
        "_wanted",
        "faults",
    )

    def __init__(self, text: str, file: str, stop_before: str | None) -> None:
        separators = "\u2028" in text or "\u2029" in text
        text = text.translate(_STAND_INS) if separators else text
        self._text = _BLANK_WITH_TAB.sub("", text) if "\t" in text else text
        self._file = file
        self._wanted = stop_before
        self.faults: list[Diagnostic] = []
        self._last: ScalarEvent | None = None
        self._ended = False
        # The open block: a list's items, or None and a mapping's keys and values with the key that awaits its value.
        self._top: list[Node] = []
        self._items: list[Node] | None = self._top
        self._keys: dict[str, Scalar] = {}
        self._values: dict[str, Node] = {}
        self._key: str | None = None
        self._stack: list[tuple[list[Node] | None, dict[str, Scalar], dict[str, Node]]] = []

    @property
    def root(self) -> Node | None:
        """The document's outermost node; None for a file without any."""
        return self._top[0] if self._top else None

    def situation(self) -> Situation:
        """How far the building has come, for the explanation of a syntax error."""
        last = self._last
        extent = Extent(_start(last), _end(last), last.style in _QUOTATION_MARKS) if last else None
        return Situation(self._text, self._file, extent, self._ended)

    def build(self) -> None:
        """Read all events, or those up to the wanted key or the fault that ends the reading."""
        from yaml._yaml import CParser  # noqa: PLC0415  (absent where PyYAML was built without libyaml)

        with suppress(_EnoughError):
            self._read_events(CParser(self._text).get_event)

    def _read_events(self, next_event: Callable[[], Any]) -> None:
        handlers = self._handlers()
        new = tuple.__new__  # half the cost of Scalar(...)
        watched = {_MERGE, self._wanted}
        # Only these characters make a scalar that is more than its value.
        unusual = any(character in self._text for character in "&!\u200e\u200f")
        items, keys, values, key = self._items, self._keys, self._values, self._key
        while True:
            event = next_event()
            if type(event) is not ScalarEvent:
                if event is None:
                    return
                self._key = key
                handlers[type(event)](event)
                items, keys, values, key = self._items, self._keys, self._values, self._key
                continue
            self._last = event
            value, style = event.value, event.style
            mark: Any = event.start_mark
            if unusual or style == '"':
                value = self._checked(event)
            node = new(Scalar, (value, mark.line + 1, mark.column + 1, not style))
            if items is not None:
                items.append(node)
            elif key is not None:
                values[key] = node
                key = None
            else:
                key = value
                if key in keys or key in watched:
                    self._check_key(node)
                keys[key] = node

    def _handlers(self) -> dict[type, Callable[[Any], None]]:
        return {
            MappingStartEvent: self._on_mapping,
            SequenceStartEvent: self._on_sequence,
            MappingEndEvent: self._on_end,
            SequenceEndEvent: self._on_end,
            AliasEvent: self._on_alias,
            DocumentStartEvent: self._on_document,
            DocumentEndEvent: self._on_document_end,
            StreamStartEvent: self._on_stream,
            StreamEndEvent: self._on_stream,
        }

    # Events that are not scalars

    def _on_mapping(self, event: MappingStartEvent) -> None:
        place = self._place(event)
        node = Mapping({}, {}, place.line, place.column)
        self._open(event, node, place)
        self._items, self._keys, self._values = None, node.keys, node.values

    def _on_sequence(self, event: SequenceStartEvent) -> None:
        place = self._place(event)
        node = Sequence([], place.line, place.column)
        self._open(event, node, place)
        self._items = node.items

    def _on_end(self, _event: MappingEndEvent | SequenceEndEvent) -> None:
        self._items, self._keys, self._values = self._stack.pop()

    def _on_alias(self, event: AliasEvent) -> None:
        place = self._place(event)
        name = f"*{event.anchor}"
        hint = "write the value out; a text that begins with * needs quotation marks"
        self._fault(findings.ALIAS, place, "an alias", hint, name)
        if self._items is None and self._key is None:
            self._key = name
        else:
            self._put(Scalar(name, place.line, place.column, plain=True))

    def _on_document(self, event: DocumentStartEvent) -> None:
        place = self._place(event)
        if self._top:
            hint = "one file holds one document: delete the line --- and what follows, or move it to a file of its own"
            self._end_with(findings.SEVERAL_DOCUMENTS, place, "a second YAML document begins here", hint)
        if event.version or event.tags:
            message = "a YAML directive (a line that begins with %)"
            self._fault(findings.DIRECTIVE, place, message, "delete the line")

    def _on_document_end(self, event: DocumentEndEvent) -> None:
        self._ended = bool(event.explicit)

    def _on_stream(self, _event: StreamStartEvent | StreamEndEvent) -> None:
        pass

    # Nodes

    def _open(self, event: MappingStartEvent | SequenceStartEvent, node: Mapping | Sequence, place: Place) -> None:
        if self._items is None and self._key is None:
            hint = "keys are single texts; a text that begins with [ or { needs quotation marks"
            self._end_with(findings.KEY_NOT_TEXT, place, "a list or a block stands where a key is expected", hint)
        if len(self._stack) >= DEEPEST:
            hint = "close the brackets, or lay the file out as the samples are"
            self._end_with(findings.TOO_DEEP, place, f"nested more than {DEEPEST} levels deep", hint)
        self._refuse_properties(event)
        self._put(node)
        self._stack.append((self._items, self._keys, self._values))

    def _put(self, node: Node) -> None:
        """Put a value where one is expected: into the open list, or at the key that awaits it."""
        if self._items is not None:
            self._items.append(node)
        elif self._key is not None:
            self._values[self._key] = node
            self._key = None

    def _check_key(self, key: Scalar) -> None:
        """Judge a key that is there already, or one of the watched: the wanted key, the merge key."""
        place = Place(self._file, key.line, key.column)
        if key.text == _MERGE and key.plain:
            self._fault(findings.MERGE_KEY, place, "a merge key", "write the keys out", key.text)
        elif key.text == self._wanted and len(self._stack) == 1:
            raise _EnoughError
        if earlier := self._keys.get(key.text):
            hint = f"line {earlier.line} has it already; keep one of the two"
            begins_item = self._is_in_list() and key.text == next(iter(self._keys))
            if begins_item:
                hint = (
                    f"a new item of the list begins with `- `; if it is none, line {earlier.line} has the key already"
                )
            self._fault(findings.DUPLICATE_KEY, place, "this key occurs twice in the same block", hint, key.text)
            if begins_item:  # without its dash: what follows belongs to it, and is not twice there
                self._keys.clear()

    def _is_in_list(self) -> bool:
        """Whether the open mapping is an item of a list."""
        return bool(self._stack) and self._stack[-1][0] is not None

    def _checked(self, event: ScalarEvent) -> str:
        """Return the value of a scalar that may have an anchor, a tag, an escape or a separator; keep its faults."""
        self._refuse_properties(event)
        value: str = event.value
        if event.style == '"' and not value.isprintable():
            self._refuse_escape(event)
        return value.translate(_STOOD_FOR)

    # Faults

    def _refuse_properties(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        """Keep the first of a node's anchor and tag as a fault, if it has any; the node begins with it."""
        if event.anchor is None and event.tag is None:
            return
        written = _PROPERTY.match(self._text, _start(event).index)
        quoted = written[0] if written else ""
        if quoted.startswith("&"):
            hint = "delete it; a text that begins with & needs quotation marks"
            self._fault(findings.ANCHOR, self._place(event), "an anchor", hint, quoted)
        else:
            hint = "delete it; a text that begins with ! needs quotation marks"
            self._fault(findings.TAG, self._place(event), "a tag", hint, quoted)

    def _refuse_escape(self, event: ScalarEvent) -> None:
        start = _start(event).index
        if found := refused_escape(self._text[start : _end(event).index]):
            index, character = found
            place = Place(self._file, *position(self._text, start + index))
            self._keep(character_fault(character, place, escaped=True))

    def _place(self, event: Event) -> Place:
        mark = _start(event)
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _end_with(self, code: str, place: Place, message: str, hint: str) -> None:
        self.faults.append(Diagnostic(code, place, message, hint))
        raise _EnoughError

    def _fault(self, code: str, place: Place, message: str, hint: str, quoted: str = "") -> None:
        if len(quoted) > _LONGEST_QUOTATION:
            quoted = quoted[: _LONGEST_QUOTATION - 1] + "…"
        self._keep(Diagnostic(code, place, message, hint, quoted))

    def _keep(self, fault: Diagnostic) -> None:
        self.faults.append(fault)
        if len(self.faults) >= MOST_FAULTS:
            raise _EnoughError


def _start(event: Event) -> Mark:
    mark: Mark | None = event.start_mark
    assert mark is not None  # noqa: S101  (libyaml always marks; only events made by hand have no place)
    return mark


def _end(event: Event) -> Mark:
    mark: Mark | None = event.end_mark
    assert mark is not None  # noqa: S101
    return mark
