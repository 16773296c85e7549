"""The catalogue: what each indicator measures and what follows from that for comparing it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from eduindex.model.district import Acceptance
from eduindex.model.interval import Interval
from eduindex.model.place import Place
from eduindex.model.wording import Wording

if TYPE_CHECKING:  # a standard stands on its indicator
    from eduindex.model.standard import Standard

UNLIMITED = Interval(None, None)
_NOT_NEGATIVE = Interval(Decimal(0), None)


class Kind(StrEnum):
    """What sort of number an indicator is."""

    SHARE = "share"
    RATE = "rate"
    COUNT = "count"
    AMOUNT = "amount"
    RATIO = "ratio"
    GRADE = "grade"
    RANK = "rank"


# The whole of which a share is a part, by its unit.
_WHOLES = {"%": Decimal(100), "‰": Decimal(1000)}


class Time(StrEnum):
    """Whether a figure holds at a moment (stock) or over a period (flow)."""

    STOCK = "stock"
    FLOW = "flow"


class Direction(StrEnum):
    """Which way is better; ``neutral`` where neither is."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Border(StrEnum):
    """The border at which a grading or ranking scheme ends."""

    PROVINCE = "province"
    CITY = "city"

    @property
    def digits(self) -> int:
        """How many leading digits of two division codes (GB/T 2260) agree inside this border."""
        return 2 if self is Border.PROVINCE else 4


class VariantMixing(StrEnum):
    """What comparing two different stated variants of an indicator does."""

    FORBID = "forbid"
    WARN = "warn"


class Dimension(NamedTuple):
    """A group of indicators."""

    id: str
    name: Wording


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """What a printed value is converted by; indicators that convert alike share one scale, equal to itself alone.

    ``natural_range`` holds what the catalogue states and what the kind implies.
    """

    unit: str
    measures: tuple[str, ...]
    levels: tuple[str, ...]
    natural_range: Interval


_shared_scale = lru_cache(maxsize=4096)(Scale)


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """One indicator, equal to itself alone. ``unit`` is the unit of all its numbers; ``levels`` are its grades, lowest first.

    ``natural_range`` is what the catalogue states; ``limits`` is what a value can be at all, by its kind too, and for grades the
    positions of their levels. ``variant_mentions`` are words that state a variant.

    ``places`` holds where the value of each key stands, and each item of a list by ``key/number``.
    """

    id: str
    name: Wording
    dimension: str
    kind: Kind
    unit: str
    time: Time
    direction: Direction
    definition: Wording = Wording()
    measures: tuple[str, ...] = ()
    variants: Mapping[str, Wording] = field(default_factory=dict)
    usual: str | None = None
    variant_mixing: VariantMixing = VariantMixing.FORBID
    comparable_within: Border | None = None
    levels: tuple[str, ...] = ()
    natural_range: Interval = UNLIMITED
    mentions: tuple[str, ...] = ()
    variant_mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: Place = Place("")
    places: Mapping[str, Place] = field(default_factory=dict)
    scale: Scale = field(init=False)
    limits: Interval = field(init=False)

    def __post_init__(self) -> None:
        possible = _possible_range(self.kind, self.unit, self.natural_range)
        positions = Interval(Decimal(0), Decimal(len(self.levels) - 1))
        object.__setattr__(self, "scale", _shared_scale(self.unit, self.measures, self.levels, possible))
        object.__setattr__(self, "limits", positions if self.levels else possible)

    def place_of(self, key: str, number: int | None = None) -> Place:
        """Where the value of ``key`` stands, or its item ``number`` (from 0); else where the indicator begins."""
        place = None if number is None else self.places.get(f"{key}/{number}")
        return place or self.places.get(key, self.place)

    @property
    def border(self) -> Border | None:
        """The border at which its figures stop being comparable; grades and ranks end at a province at the latest."""
        ends = self.kind in (Kind.GRADE, Kind.RANK)
        return self.comparable_within or (Border.PROVINCE if ends else None)

    @property
    def is_total(self) -> bool:
        """Whether its values grow with the size of a district: counts and amounts."""
        return self.kind in (Kind.COUNT, Kind.AMOUNT)


def _possible_range(kind: Kind, unit: str, stated: Interval) -> Interval:
    """What the catalogue states, inside what the kind implies.

    A number of things can be said to go below zero (a balance), but only by the catalogue; a part is never more than its whole.
    """
    if kind is Kind.SHARE:
        return stated.intersection(Interval(Decimal(0), _WHOLES.get(unit)))
    if kind is Kind.RANK:
        return stated.intersection(Interval(Decimal(1), None))
    if kind in (Kind.COUNT, Kind.AMOUNT, Kind.RATIO) and stated.low is None:
        return stated.intersection(_NOT_NEGATIVE)
    return stated


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All dimensions, indicators and standards of a workspace, by id and in the order of the file."""

    dimensions: Mapping[str, Dimension]
    indicators: Mapping[str, Indicator]
    accepts: tuple[Acceptance, ...] = ()
    left_out: Collection[str] | None = ()  # ids that are there but wrong; None: all, nothing could be read
    standards: Mapping[str, "Standard"] = field(default_factory=dict)
