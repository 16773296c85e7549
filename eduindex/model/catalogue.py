"""The catalogue: what each indicator measures and what follows from that for comparing it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from eduindex.model.district import Acceptance
from eduindex.model.interval import Interval
from eduindex.model.place import Place
from eduindex.model.wording import Wording

UNLIMITED = Interval(None, None)


class Kind(StrEnum):
    """What sort of number an indicator is."""

    SHARE = "share"
    RATE = "rate"
    COUNT = "count"
    AMOUNT = "amount"
    RATIO = "ratio"
    GRADE = "grade"
    RANK = "rank"


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
    """What a printed value is converted by; indicators that convert alike share one scale, equal to itself alone."""

    unit: str
    measures: tuple[str, ...]
    levels: tuple[str, ...]
    natural_range: Interval


_shared_scale = lru_cache(maxsize=4096)(Scale)


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """One indicator, equal to itself alone. ``unit`` is the unit of all its numbers; ``levels`` are its grades, lowest first."""

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
    place: Place = Place("")
    places: Mapping[str, Place] = field(default_factory=dict)
    scale: Scale = field(init=False)

    def __post_init__(self) -> None:
        scale = _shared_scale(self.unit, self.measures, self.levels, self.natural_range)
        object.__setattr__(self, "scale", scale)

    def place_of(self, key: str) -> Place:
        """Where the value of ``key`` stands, else where the indicator begins."""
        return self.places.get(key, self.place)

    @property
    def is_total(self) -> bool:
        """Whether its values grow with the size of a district: counts and amounts."""
        return self.kind in (Kind.COUNT, Kind.AMOUNT)

    @property
    def limits(self) -> Interval:
        """What a value can be at all: the natural range; for grades the positions of its levels."""
        if not self.levels:
            return self.natural_range
        return Interval(Decimal(0), Decimal(len(self.levels) - 1))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All dimensions and indicators of a workspace, by id and in the order of the file."""

    dimensions: Mapping[str, Dimension]
    indicators: Mapping[str, Indicator]
    accepts: tuple[Acceptance, ...] = ()
    left_out: Collection[str] | None = ()  # ids that are there but wrong; None: all, nothing could be read
