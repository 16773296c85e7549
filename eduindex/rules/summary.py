"""What rules across files need to know of a district: who it is, and the newest figure of each of its indicators."""

from collections.abc import Mapping
from typing import NamedTuple

from eduindex.model.catalogue import Kind, Time
from eduindex.model.district import Identity, Status
from eduindex.model.observation import District, Observation
from eduindex.model.place import Place

Key = tuple[str, str | None, int | None]


class Newest(NamedTuple):
    """The newest figure for the whole district: its size and the unit of it, as it is written, and where.

    ``is_whole``: only whole numbers make sense, for it counts single things.
    """

    size: float
    unit: str
    is_whole: bool
    written: str
    place: Place


class Summary(NamedTuple):
    """A district in brief; ``newest`` goes by indicator, variant and, for flows, the months that they run."""

    identity: Identity
    newest: Mapping[Key, Newest]


def summarise(district: District) -> Summary:
    """A district in brief. Grades, ranks, plans and parts of a district are left out, and so is what is not above zero.

    A flow without a known length is left out too: how much of a year it holds, nobody knows.
    """
    found: dict[Key, Observation] = {}
    for observation in district.observations:
        entry, point, indicator = observation.entry, observation.point, observation.indicator
        if point is None or point <= 0 or entry.status is not Status.ACTUAL or entry.scope.key:
            continue
        if indicator.levels or indicator.kind is Kind.RANK:
            continue
        months = None
        if indicator.time is Time.FLOW:
            months = observation.period.months
            if months is None:
                continue
        key = (entry.indicator, entry.variant, months)
        known = found.get(key)
        if known is None or known.period.last_month < observation.period.last_month:
            found[key] = observation
    return Summary(district.identity, {key: _newest(observation) for key, observation in found.items()})


def counts_single_things(observation: Observation) -> bool:
    """Whether only whole numbers make sense as the value: a count that is not given in 万 or 亿."""
    indicator = observation.indicator
    return indicator.kind is Kind.COUNT and not indicator.unit.startswith(("百", "千", "万", "亿"))


def _newest(observation: Observation) -> Newest:
    return Newest(
        size=float(observation.point or 0),
        unit=observation.indicator.unit,
        is_whole=counts_single_things(observation),
        written=observation.entry.value,
        place=observation.entry.place_of("value"),
    )
