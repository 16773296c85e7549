"""An entry read: its value as an interval in the indicator's unit, its period and its source.

Reading is where figures gain their meaning, so it happens once, here. What cannot be read becomes a diagnostic with the
place of the field concerned, and the entry is left out; nothing is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue, Direction, Indicator, Scale
from eduindex.model.conversion import Misfit, convert
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.district import Acceptance, Entry, Identity, Source, Status
from eduindex.model.interval import EXACT, Interval
from eduindex.model.names import suggestion
from eduindex.model.period import Period
from eduindex.model.period_reading import mentions_date, read_period
from eduindex.model.quantity import Bound, Quantity, Unreadable
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.shortening import listed, shortened

_HALF = Decimal("0.5")
# The intervals of approximations already hold what the last digit leaves open, and a bound ends where it says.
_NOT_ROUNDED = frozenset(Bound) - {Bound.EXACT, Bound.RANGE}
_FORMS = {
    "value": "write it as the source prints it, such as 98.20%, 95%以上, 2000余名, 46:1",
    "period": "write 2023, 2022-06, 2021/2022, 2021..2023, 2023-06.. or ..2024-03",
}
_new = tuple.__new__  # half the cost of Observation(...)
_REACHES = ("达", "达到", "达至", "达成")


class Observation(NamedTuple):
    """What one entry says about one district.

    ``interval`` and ``point`` are in the indicator's unit (for grades: positions in its levels); ``point`` is the printed
    number, ``None`` for a range. ``resolution`` is the step to which the number counts as rounded, ``None`` when exact.
    """

    district: str
    entry: Entry
    indicator: Indicator
    source: Source
    quantity: Quantity
    bound: Bound
    interval: Interval
    point: Decimal | None
    resolution: Decimal | None
    period: Period

    @property
    def possible(self) -> Interval:
        """Every value that the true number may have: the interval, and what rounding to the last digit may hide."""
        return possible_values(self.interval, self.resolution, self.indicator)

    @property
    def status(self) -> Status:
        """Whether the figure is a result or a plan."""
        return self.entry.status

    @property
    def date_is_printed(self) -> bool:
        """Whether the source itself says when the figure holds; 目前 says no more than the date of the report."""
        return mentions_date(self.entry.evidence) or mentions_date(self.entry.period_evidence)


@dataclass(frozen=True, slots=True)
class District:
    """A district with everything its file says that could be read."""

    identity: Identity
    sources: Mapping[str, Source]
    observations: tuple[Observation, ...]
    unread: tuple[Entry, ...] = ()  # entries that are sound in form, but whose value, period or references are not
    accepts: tuple[Acceptance, ...] = ()
    is_complete: bool = True  # whether every entry is sound in form and was looked at

    @property
    def id(self) -> str:
        """The district's id, which is also its file's stem."""
        return self.identity.id


def observe(
    district: str, entry: Entry, catalogue: Catalogue, sources: Mapping[str, Source]
) -> Observation | tuple[Diagnostic, ...]:
    """Read one entry of ``district``; all that is wrong with it is reported at once.

    No diagnostics at all come back where the only trouble is that the catalogue had to leave the indicator out.
    """
    indicator, source = catalogue.indicators.get(entry.indicator), sources.get(entry.source)
    period = _period(entry.period)
    if (
        indicator is None
        or source is None
        or isinstance(period, Unreadable)
        or (entry.variant is not None and entry.variant not in indicator.variants)
    ):
        return tuple(_faults(entry, catalogue, sources))
    read = _measured(entry.value, indicator.scale)
    if not isinstance(read, _Read):
        return tuple(_faults(entry, catalogue, sources))
    quantity, bound, interval, point, resolution = read
    if entry.status is Status.TARGET:
        bound, interval = _with_target_read(entry, bound, interval, indicator)
    return _new(
        Observation,
        (district, entry, indicator, source, quantity, bound, interval, point, resolution, period),
    )


def possible_values(interval: Interval, resolution: Decimal | None, indicator: Indicator) -> Interval:
    """The interval widened by half a step on both sides; the upper end would already round to the next number."""
    if resolution is None:
        return interval
    widened = interval.widened(EXACT.multiply(resolution, _HALF))
    rounded = widened._replace(high_open=widened.high is not None)
    return rounded.intersection(indicator.limits)


class _Read(NamedTuple):
    quantity: Quantity
    bound: Bound
    interval: Interval
    point: Decimal | None
    resolution: Decimal | None


# Thousands of districts state the same few periods and the same few thousand percentages.
_period = lru_cache(maxsize=4096)(read_period)


@lru_cache(maxsize=32768)
def _measured(value: str, scale: Scale) -> _Read | Unreadable | Misfit:
    quantity = read_quantity(value)
    if isinstance(quantity, Unreadable):
        return quantity
    measured = convert(quantity, scale.unit, scale.measures, scale.levels, scale.natural_range)
    if isinstance(measured, Misfit):
        return measured
    resolution = None if quantity.bound in _NOT_ROUNDED else measured.resolution
    return _Read(quantity, quantity.bound, measured.interval, measured.point, resolution)


def _faults(entry: Entry, catalogue: Catalogue, sources: Mapping[str, Source]) -> list[Diagnostic]:
    faults = _unknown_references(entry, catalogue, sources)
    quantity, period = read_quantity(entry.value), _period(entry.period)
    if isinstance(quantity, Unreadable):
        faults.append(_unreadable(findings.UNREADABLE_VALUE, entry, "value", quantity))
    if isinstance(period, Unreadable):
        faults.append(_unreadable(findings.UNREADABLE_PERIOD, entry, "period", period))
    indicator = catalogue.indicators.get(entry.indicator)
    measured = None if indicator is None else _measured(entry.value, indicator.scale)
    if isinstance(measured, Misfit) and indicator is not None:
        message = f"the value does not fit {indicator.id}: {measured.reason}"
        hint = f"{indicator.id} is counted in {shortened(indicator.unit)}"
        faults.append(Diagnostic(findings.UNFIT_VALUE, entry.place_of("value"), message, hint, entry.value))
    return faults


def _with_target_read(entry: Entry, bound: Bound, interval: Interval, indicator: Indicator) -> tuple[Bound, Interval]:
    """A plan to reach (达, 达到) a number is a plan for at least (where lower is better: at most) that number."""
    if bound is not Bound.EXACT:
        return bound, interval
    evidence, value = ("".join(text.split()) for text in (entry.evidence, entry.value))
    if not any(word + value in evidence for word in _REACHES):
        return bound, interval
    if indicator.direction is Direction.LOWER:
        return Bound.AT_MOST, interval._replace(low=None).intersection(indicator.limits)
    return Bound.AT_LEAST, interval._replace(high=None).intersection(indicator.limits)


def _unknown_references(entry: Entry, catalogue: Catalogue, sources: Mapping[str, Source]) -> list[Diagnostic]:
    faults = []
    indicator = catalogue.indicators.get(entry.indicator)
    left_out = catalogue.left_out
    if indicator is None and left_out is not None and entry.indicator not in left_out:
        hint = suggestion(entry.indicator, catalogue.indicators) or "add it to the catalogue or correct the id"
        place = entry.place_of("indicator")
        faults.append(
            Diagnostic(findings.UNKNOWN_INDICATOR, place, "the catalogue has no such indicator", hint, entry.indicator)
        )
    elif indicator is not None and entry.variant is not None and entry.variant not in indicator.variants:
        hint = suggestion(entry.variant, indicator.variants) or f"{indicator.id} has: {listed(indicator.variants)}"
        place = entry.place_of("variant")
        faults.append(
            Diagnostic(findings.UNKNOWN_VARIANT, place, f"{indicator.id} has no such variant", hint, entry.variant)
        )
    if entry.source not in sources:
        hint = suggestion(entry.source, sources) or f"the file's sources are: {listed(sources)}"
        place = entry.place_of("source")
        faults.append(Diagnostic(findings.UNKNOWN_SOURCE, place, "the file has no such source", hint, entry.source))
    return faults


def _unreadable(code: str, entry: Entry, key: str, fault: Unreadable) -> Diagnostic:
    message = f"the {key} cannot be read: {fault.reason} (at its character {fault.offset + 1})"
    return Diagnostic(code, entry.place_of(key), message, _FORMS[key], fault.text)
