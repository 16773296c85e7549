"""An entry read: its value as an interval in the indicator's unit, its period and its source.

Reading is where figures gain their meaning, so it happens once, here. What cannot be read becomes a diagnostic with the
place of the field concerned, and the entry is left out; nothing is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue, Direction, Indicator
from eduindex.model.conversion import Measured, Misfit, convert
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.district import Entry, Identity, Source, Status
from eduindex.model.interval import Interval
from eduindex.model.names import suggestion
from eduindex.model.period import Period
from eduindex.model.period_reading import mentions_date, read_period
from eduindex.model.quantity import Bound, Quantity, Unreadable
from eduindex.model.quantity_reading import read_quantity

# Their intervals already hold what the last digit leaves open.
_APPROXIMATE = (Bound.OVER, Bound.NEARLY, Bound.ABOUT)
_FORMS = {
    "value": "write it as the source prints it, such as 98.20%, 95%以上, 2000余名, 46:1",
    "period": "write 2023, 2022-06, 2021/2022, 2021..2023, 2023-06.. or ..2024-03",
}
_REACHES = ("达", "达到", "达至", "达成")


@dataclass(frozen=True, slots=True)
class Observation:
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

    @property
    def id(self) -> str:
        """The district's id, which is also its file's stem."""
        return self.identity.id


def observe(
    district: str, entry: Entry, catalogue: Catalogue, sources: Mapping[str, Source]
) -> Observation | tuple[Diagnostic, ...]:
    """Read one entry of ``district``; all that is wrong with it is reported at once."""
    faults = _unknown_references(entry, catalogue, sources)
    quantity = read_quantity(entry.value)
    if isinstance(quantity, Unreadable):
        faults.append(_unreadable(findings.UNREADABLE_VALUE, entry, "value", quantity))
    period = read_period(entry.period)
    if isinstance(period, Unreadable):
        faults.append(_unreadable(findings.UNREADABLE_PERIOD, entry, "period", period))
    if faults or isinstance(quantity, Unreadable) or isinstance(period, Unreadable):
        return tuple(faults)
    indicator = catalogue.indicators[entry.indicator]
    measured = convert(quantity, indicator.unit, indicator.measures, indicator.levels, indicator.natural_range)
    if isinstance(measured, Misfit):
        message = f"the value does not fit {indicator.id}: {measured.reason}"
        hint = f"{indicator.id} is counted in {indicator.unit}"
        return (Diagnostic(findings.UNFIT_VALUE, entry.place_of("value"), message, hint, entry.value),)
    bound, interval = _with_target_read(entry, quantity, measured, indicator)
    return Observation(
        district=district,
        entry=entry,
        indicator=indicator,
        source=sources[entry.source],
        quantity=quantity,
        bound=bound,
        interval=interval,
        point=measured.point,
        resolution=None if bound in _APPROXIMATE else measured.resolution,
        period=period,
    )


def _with_target_read(
    entry: Entry, quantity: Quantity, measured: Measured, indicator: Indicator
) -> tuple[Bound, Interval]:
    """A plan to reach (达, 达到) a number is a plan for at least (where lower is better: at most) that number."""
    if entry.status is not Status.TARGET or quantity.bound is not Bound.EXACT:
        return quantity.bound, measured.interval
    evidence, value = ("".join(text.split()) for text in (entry.evidence, entry.value))
    if not any(word + value in evidence for word in _REACHES):
        return quantity.bound, measured.interval
    if indicator.direction is Direction.LOWER:
        return Bound.AT_MOST, measured.interval._replace(low=None).intersection(indicator.limits)
    return Bound.AT_LEAST, measured.interval._replace(high=None).intersection(indicator.limits)


def _unknown_references(entry: Entry, catalogue: Catalogue, sources: Mapping[str, Source]) -> list[Diagnostic]:
    faults = []
    indicator = catalogue.indicators.get(entry.indicator)
    if indicator is None:
        hint = suggestion(entry.indicator, catalogue.indicators) or "add it to the catalogue or correct the id"
        place = entry.place_of("indicator")
        faults.append(
            Diagnostic(findings.UNKNOWN_INDICATOR, place, "the catalogue has no such indicator", hint, entry.indicator)
        )
    elif entry.variant is not None and entry.variant not in indicator.variants:
        known = ", ".join(indicator.variants) or "none"
        hint = suggestion(entry.variant, indicator.variants) or f"{indicator.id} has: {known}"
        place = entry.place_of("variant")
        faults.append(
            Diagnostic(findings.UNKNOWN_VARIANT, place, f"{indicator.id} has no such variant", hint, entry.variant)
        )
    if entry.source not in sources:
        hint = suggestion(entry.source, sources) or f"the file's sources are: {', '.join(sources)}"
        place = entry.place_of("source")
        faults.append(Diagnostic(findings.UNKNOWN_SOURCE, place, "the file has no such source", hint, entry.source))
    return faults


def _unreadable(code: str, entry: Entry, key: str, fault: Unreadable) -> Diagnostic:
    message = f"the {key} cannot be read: {fault.reason} (at its character {fault.offset + 1})"
    return Diagnostic(code, entry.place_of(key), message, _FORMS[key], fault.text)
