"""The one shape of every result that is printed: what people read and what machines read, side by side.

``layouts`` hold the same content for ever narrower terminals; ``records`` are what CSV and TSV print, ``tidy`` (where it
differs) what ``--tidy`` prints, ``document`` what JSON prints. All text in it is untrusted: the renderers make it safe.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeVar

Value = str | int | bool | Decimal | None
T = TypeVar("T")
JsonValue = Value | Sequence["JsonValue"] | Mapping[str, "JsonValue"]


class Tone(StrEnum):
    """What a cell's colour means; colour never carries anything that the words do not say."""

    PLAIN = "plain"
    STRONG = "strong"
    GOOD = "good"
    BAD = "bad"
    WEAK = "weak"


class Cell(NamedTuple):
    """A cell for people. ``highlight`` is the half-open span of characters to bring out, if any."""

    text: str
    tone: Tone = Tone.PLAIN
    highlight: tuple[int, int] | None = None


class Column(NamedTuple):
    """A column for people; ``width`` is the fewest terminal columns in which its content still reads well.

    A ``drawn`` column pictures what other columns say; only a terminal shows it.
    """

    heading: str
    right: bool = False
    width: int = 8
    drawn: bool = False


class Section(NamedTuple):
    """Rows under a common title (a dimension, an indicator, ...); the title may be empty."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


class Layout(NamedTuple):
    """One way to lay the rows out. Headings that are all empty are not printed."""

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]

    @property
    def undrawn(self) -> "Layout":
        """The layout without its drawn columns."""
        if not any(column.drawn for column in self.columns):
            return self
        sections = (
            Section(section.title, tuple(self._undrawn(row) for row in section.rows)) for section in self.sections
        )
        return Layout(self._undrawn(self.columns), tuple(sections))

    def _undrawn(self, items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(item for item, column in zip(items, self.columns, strict=True) if not column.drawn)


class Note(NamedTuple):
    """A footnote: ``mark`` is what the cells refer to (``1``), empty for a remark on the whole table.

    One that explains what is ``drawn`` stands beside it on a terminal only.
    """

    mark: str
    text: str
    drawn: bool = False


class Records(NamedTuple):
    """What machines read: stable field names and one row of bare values each."""

    fields: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A result ready to be rendered in any format. ``layouts`` go from the widest to the narrowest; there is at least one."""

    title: str
    layouts: tuple[Layout, ...]
    records: Records
    tidy: Records | None = None
    document: Mapping[str, JsonValue] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def undrawn(self) -> "Table":
        """The table without what pictures its content and what explains the pictures."""
        layouts = tuple(layout.undrawn for layout in self.layouts)
        return replace(self, layouts=layouts, notes=tuple(note for note in self.notes if not note.drawn))
