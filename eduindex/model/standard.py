"""A standard: the threshold that a published document sets for one indicator.

What a figure must be is kept as an interval in the indicator's unit. A threshold that moves (not below the previous year) has
none: it is another figure of the same district.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from eduindex.model.catalogue import Indicator
from eduindex.model.conversion import Misfit, convert
from eduindex.model.interval import Interval
from eduindex.model.place import Place
from eduindex.model.quantity import Bound, Unreadable
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.wording import Wording

PREVIOUS_YEAR: Final = "previous_year"


class Level(StrEnum):
    """Whom a standard binds: a mark that each county must reach, or a goal for the country as a whole."""

    COUNTY = "county"
    NATIONAL = "national"


class Attestation(StrEnum):
    """Where the wording of a standard was seen: in a copy of the provision, in a secondary page, or nowhere."""

    PROVISION = "provision"
    SECONDARY = "secondary"
    NONE = "none"


class Operator(StrEnum):
    """On which side of its threshold a standard is met; the values are the keys of the catalogue."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"
    EQUALS = "equals"


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """One standard, equal to itself alone.

    ``threshold`` is what the catalogue writes; ``required`` are the values that meet it, in the indicator's unit (grades by the
    position of their level), and ``None`` where the threshold is the previous year. With ``each`` every one of these variants
    must meet it. ``growth`` is the indicator whose figures print the change against the previous year.
    """

    id: str
    indicator: Indicator
    level: Level
    operator: Operator
    threshold: str
    required: Interval | None
    variant: str | None = None
    each: tuple[str, ...] = ()
    per_year: bool = False
    due: int | None = None
    growth: Indicator | None = None
    document: Wording = Wording()
    number: str = ""
    attested: Attestation = Attestation.NONE
    note: Wording = Wording()
    place: Place = Place("")


def required_values(operator: Operator, threshold: str, indicator: Indicator) -> Interval | Misfit:
    """The values of ``indicator`` that meet a threshold, which is written as a report would print one exact value of it.

    An end that nothing is required of stays open for ever (at least 50% has no high end), also where the natural range ends.
    """
    quantity = read_quantity(threshold)
    if isinstance(quantity, Unreadable):
        return Misfit(f"{quantity.reason} (at its character {quantity.offset + 1})")
    scale = indicator.scale
    measured = convert(quantity, scale.unit, scale.measures, scale.levels, scale.natural_range)
    if isinstance(measured, Misfit):
        return measured
    end = measured.interval.low
    if quantity.bound is not Bound.EXACT or end is None:
        return Misfit(f"it is no exact value, and {operator} alone says on which side a figure must lie")
    required = _beside(operator, end)
    if required.intersection(indicator.limits).is_empty:
        return Misfit(f"no value of {indicator.id} lies there")
    return required


def _beside(operator: Operator, end: Decimal) -> Interval:
    """All numbers on the operator's side of ``end``."""
    if operator is Operator.EQUALS:
        return Interval.exactly(end)
    if operator in (Operator.AT_LEAST, Operator.ABOVE):
        return Interval(end, None, low_open=operator is Operator.ABOVE)
    return Interval(None, end, high_open=operator is Operator.BELOW)
