"""What rules across files need to know of a district: who it is, and the newest figure of each of its indicators."""

from collections.abc import Mapping
from typing import NamedTuple

from eduindex.model.catalogue import Kind
from eduindex.model.district import Identity, Status
from eduindex.model.observation import District, Observation
from eduindex.model.place import Place

Key = tuple[str, str | None]


class Level(NamedTuple):
    """The newest figure for the whole district: its size and the unit of it, as it is written, and where."""

    size: float
    unit: str
    written: str
    place: Place


class Summary(NamedTuple):
    """A district in brief; ``levels`` go by indicator and variant."""

    identity: Identity
    levels: Mapping[Key, Level]


def summarise(district: District) -> Summary:
    """A district in brief. Grades, ranks, plans and parts of a district are left out, and so is what is not above zero."""
    newest: dict[Key, Observation] = {}
    for observation in district.observations:
        entry, point, indicator = observation.entry, observation.point, observation.indicator
        if point is None or point <= 0 or entry.status is not Status.ACTUAL or entry.scope.key:
            continue
        if indicator.levels or indicator.kind is Kind.RANK:
            continue
        key = (entry.indicator, entry.variant)
        known = newest.get(key)
        if known is None or known.period.last_month < observation.period.last_month:
            newest[key] = observation
    return Summary(district.identity, {key: _level(observation) for key, observation in newest.items()})


def _level(observation: Observation) -> Level:
    entry = observation.entry
    return Level(float(observation.point or 0), observation.indicator.unit, entry.value, entry.place_of("value"))
