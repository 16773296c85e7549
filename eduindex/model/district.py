"""A district's file: the district itself, its sources and its entries as they are written."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from eduindex.model.place import Place
from eduindex.model.wording import Wording

UNDATED = "undated"
_NONE: Mapping[str, Any] = MappingProxyType({})


class Status(StrEnum):
    """Whether a figure reports what is or what is planned."""

    ACTUAL = "actual"
    TARGET = "target"


class Source(NamedTuple):
    """A published document. ``published`` is an ISO date (day, month or year), ``undated`` or empty when not said.

    ``file`` names the report's text below the reports' folder; ``url`` is http or https.
    """

    id: str
    title: Wording
    publisher: Wording = Wording()
    published: str = ""
    url: str = ""
    file: str = ""

    @property
    def published_month(self) -> int | None:
        """The month of publication as a month number (year * 12 + month - 1), ``None`` where it is not known.

        A bare year counts as its December, so that nothing published in it is taken to precede its end.
        """
        if not self.published[:4].isdigit():
            return None
        year, month = int(self.published[:4]), self.published[5:7]
        return year * 12 + (int(month) - 1 if month else 11)


class Entry(NamedTuple):
    """A figure as written in a district file; nothing of it is interpreted yet.

    ``places`` holds where each key's value stands; ``place`` is where the entry begins.
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
    accepts: Mapping[str, str] = _NONE
    place: Place = Place("")
    places: Mapping[str, Place] = _NONE

    def place_of(self, key: str) -> Place:
        """Where the value of ``key`` stands, else where the entry begins."""
        return self.places.get(key, self.place)


class Identity(NamedTuple):
    """What a district is called: its id, division code (GB/T 2260, may be empty), names and aliases."""

    id: str
    name: Wording
    code: str = ""
    within: Wording = Wording()
    aliases: tuple[str, ...] = ()
    file: str = ""
