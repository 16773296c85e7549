"""A district's file: the district itself, its sources and its entries as they are written."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from eduindex.model.place import Place
from eduindex.model.wording import Wording

UNDATED = "undated"
# The first two digits of division codes (GB/T 2260).
PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
    ]
)
_NONE: Mapping[str, Any] = {}  # nobody writes to it; a proxy could not be handed to another process


class Status(StrEnum):
    """Whether a figure reports what is or what is planned."""

    ACTUAL = "actual"
    TARGET = "target"


class Source(NamedTuple):
    """A published document. ``published`` is an ISO date (day, month or year), ``undated`` or empty when not said.

    ``file`` names the report's text below the reports' folder; ``url`` is http or https. ``places``
    holds where each key's value stands, and ``id`` where the id does.
    """

    id: str
    title: Wording
    publisher: Wording = Wording()
    published: str = ""
    url: str = ""
    file: str = ""
    places: Mapping[str, Place] = _NONE

    def place_of(self, key: str) -> Place:
        """Where ``key`` stands, else the id."""
        return self.places.get(key) or self.places.get("id", Place(""))

    @property
    def published_month(self) -> int | None:
        """The month of publication as a month number (year * 12 + month - 1), ``None`` where it is not known.

        A bare year counts as its December, so that nothing published in it is taken to precede its end.
        """
        if not self.published[:4].isdigit():
            return None
        year, month = int(self.published[:4]), self.published[5:7]
        return year * 12 + (int(month) - 1 if month else 11)


class Acceptance(NamedTuple):
    """A finding that a person has judged and lets stand: its code, and why."""

    code: str
    reason: str
    place: Place


class Entry(NamedTuple):
    """A figure as written in a district file; nothing of it is interpreted yet.

    ``place`` is where the entry begins. ``offsets`` holds where each key's value stands, as lines below ``place`` and as a
    column, so that entries that are laid out alike share one mapping.
    """

    indicator: str
    value: str
    period: str
    source: str
    evidence: str
    period_evidence: str = ""
    status: Status = Status.ACTUAL
    variant: str | None = None
    scope: Wording = Wording()
    note: Wording = Wording()
    accepts: tuple[Acceptance, ...] = ()
    place: Place = Place("")
    offsets: Mapping[str, tuple[int, int]] = _NONE

    def place_of(self, key: str) -> Place:
        """Where the value of ``key`` stands, else where the entry begins."""
        offset = self.offsets.get(key)
        return self.place if offset is None else Place(self.place.file, self.place.line + offset[0], offset[1])


class Identity(NamedTuple):
    """What a district is called: its id, division code (GB/T 2260, may be empty), names and aliases.

    ``places`` holds where ``district``, ``code`` and ``name`` stand, and each alias as ``aliases/number``.
    """

    id: str
    name: Wording
    code: str = ""
    within: Wording = Wording()
    aliases: tuple[str, ...] = ()
    file: str = ""
    places: Mapping[str, Place] = _NONE

    def place_of(self, key: str) -> Place:
        """Where ``key`` stands, else the file as a whole."""
        return self.places.get(key, Place(self.file))

    def place_of_alias(self, number: int) -> Place:
        """Where the alias of this number (from 0) stands, else the name."""
        return self.places.get(f"aliases/{number}") or self.place_of("name")
