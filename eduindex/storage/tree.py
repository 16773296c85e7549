"""What a YAML file says, as a tree of texts with their places and nothing else.

Scalars are never typed: ``46:1``, ``no`` and an empty value stay text until the schema says otherwise. Tuples, because
one is made for every word of every file, and a tuple of a text and numbers costs the garbage collector nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Scalar(NamedTuple):
    """One text as YAML delivers it; ``line`` and ``column`` count from 1, in lines and characters of an editor.

    ``plain`` is false for a quoted text and for a ``|`` or ``>`` block. An empty value is plain and has the text "".
    """

    text: str
    line: int
    column: int
    plain: bool


class Mapping(NamedTuple):
    """Keys and values in the order of the file, both found by the key's text; ``keys`` tells where each key stands."""

    keys: dict[str, Scalar]
    values: dict[str, "Node"]
    line: int
    column: int

    def pairs(self) -> Iterator[tuple[Scalar, "Node"]]:
        """Each key with its value, in the order of the file."""
        return zip(self.keys.values(), self.values.values(), strict=True)


class Sequence(NamedTuple):
    """The items of a list in the order of the file."""

    items: list["Node"]
    line: int
    column: int


Node = Scalar | Mapping | Sequence
