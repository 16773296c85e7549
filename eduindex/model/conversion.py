"""From a figure as printed to an indicator's unit.

Nothing is guessed: a share must print its %, percentage points never become per cent, and an amount without 元 counts
only where 万 or 亿 shows that it is not already in the indicator's 万元. The natural range cuts last: 95%以上 ends at 100.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from eduindex.model.bound_words import bounded
from eduindex.model.interval import EXACT, Interval
from eduindex.model.levels import normal_level
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_reading import says_none
from eduindex.model.units import PER_CENT, POINTS, RATIO, split_unit

PLAIN_RATIO = "比值"
RANK = "名次"
GRADES = ("级", "等第")


class Measured(NamedTuple):
    """A figure in the indicator's unit; ``resolution`` is one step of its last digit where it counts as rounded."""

    interval: Interval
    point: Decimal | None
    resolution: Decimal | None


class Misfit(NamedTuple):
    """Why a figure cannot be expressed in the indicator's unit."""

    reason: str


def convert(
    quantity: Quantity,
    unit: str,
    measures: Sequence[str] = (),
    levels: Sequence[str] = (),
    natural_range: Interval | None = None,
) -> Measured | Misfit:
    """The figure in ``unit``, exactly.

    ``measures`` are other measure words for the same thing (名 for 人). ``levels`` are the indicator's grades, lowest
    first: a grade becomes its index from 0. ``natural_range`` is in ``unit``.
    """
    measured = _at_level(quantity, levels) if levels else _in_unit(quantity, unit, measures)
    if isinstance(measured, Misfit) or natural_range is None:
        return measured
    return _cut(measured, natural_range, unit)


def _at_level(quantity: Quantity, levels: Sequence[str]) -> Measured | Misfit:
    name = quantity.level or _level_of_number(quantity)
    known = [normal_level(level) for level in levels]
    if name not in known:
        return Misfit(f"the value is none of the indicator's levels ({', '.join(levels)})")
    index = Decimal(known.index(name))
    interval = bounded(quantity.bound, index, "")
    scale = Interval(Decimal(0), Decimal(len(levels) - 1))
    interval = None if interval is None else _whole_levels(interval).intersection(scale)
    if interval is None or interval.is_empty:
        return Misfit("no level of the indicator lies there")
    return Measured(interval, index, None)


def _whole_levels(interval: Interval) -> Interval:
    """The positions inside an interval of positions: there is nothing between two levels, so an open end is the next one."""
    low = None if interval.low is None else interval.low + interval.low_open
    high = None if interval.high is None else interval.high - interval.high_open
    return Interval(low, high)


def _level_of_number(quantity: Quantity) -> str:
    """A bare ``3`` where the indicator's levels are Ⅰ to Ⅳ."""
    plain = not quantity.unit and not quantity.ordinal and quantity.point is not None and quantity.interval.is_point
    return normal_level(format(quantity.point, "f")) if plain and quantity.point is not None else ""


def _in_unit(quantity: Quantity, unit: str, measures: Sequence[str]) -> Measured | Misfit:
    if quantity.level:
        return Misfit(f"a grade is printed, but the indicator is measured in {unit}")
    if says_none(quantity):
        return Measured(quantity.interval, quantity.point, quantity.resolution)
    if quantity.ordinal and unit != RANK:
        return Misfit(f"a place in an order is printed, but the indicator is measured in {unit}")
    factor, base = _split(unit)
    misfit = None if quantity.unit == base else _unit_misfit(quantity, unit, base, measures)
    if misfit is None and not quantity.unit and factor != 1 and not _shows_magnitude(quantity):
        misfit = Misfit(f"the value must print its unit: whether it is in {unit} or in {base}, nobody can tell")
    return _divided(quantity, factor) if misfit is None else misfit


_split = lru_cache(maxsize=256)(split_unit)  # a catalogue has few units, and each is asked for at every entry


def _unit_misfit(quantity: Quantity, unit: str, base: str, measures: Sequence[str]) -> Misfit | None:
    printed = quantity.unit
    if unit == PER_CENT and printed != PER_CENT and printed not in measures:
        if printed == POINTS:
            return Misfit("percentage points (个百分点) are a change and no share in %")
        return Misfit("the value must print its %")
    if unit == POINTS and not printed:
        return Misfit("the value must print its 个百分点")
    if printed in _accepted(unit, base, measures):
        return None
    return Misfit(f"the value is printed in {printed}, but the indicator is measured in {unit}")


def _accepted(unit: str, base: str, measures: Sequence[str]) -> tuple[str, ...]:
    if unit in (PLAIN_RATIO, *GRADES):
        return ("",)
    if unit == RANK:
        return ("", "名", "位")
    if unit in (PER_CENT, POINTS, RATIO):
        return (unit, "", *measures) if unit == RATIO else (unit, *measures)
    return (unit, base, "", *measures)


def _shows_magnitude(quantity: Quantity) -> bool:
    return any(word in quantity.printed for word in ("万", "亿"))


def _divided(quantity: Quantity, factor: Decimal) -> Measured:
    if factor == 1:
        return Measured(quantity.interval, quantity.point, quantity.resolution)
    inverse = EXACT.divide(Decimal(1), factor)  # a power of ten: exact
    low, high = (
        None if end is None else _product(end, inverse) for end in (quantity.interval.low, quantity.interval.high)
    )
    return Measured(
        Interval(low, high, quantity.interval.low_open, quantity.interval.high_open),
        None if quantity.point is None else _product(quantity.point, inverse),
        None if quantity.resolution is None else _product(quantity.resolution, inverse),
    )


def _product(value: Decimal, factor: Decimal) -> Decimal:
    """The exact product, without trailing zeros: 160740万元 is 160740 in 万元 and not 160740.0000."""
    product = EXACT.normalize(EXACT.multiply(value, factor))
    return product.to_integral_value(context=EXACT) if product == product.to_integral_value() else product


def _cut(measured: Measured, natural_range: Interval, unit: str) -> Measured | Misfit:
    point, low, high = measured.point, natural_range.low, natural_range.high
    if (
        point is not None
        and measured.interval.is_point
        and (low is None or low < point)
        and (high is None or point < high)
    ):
        return measured
    inside = measured.interval.intersection(natural_range)
    if inside.is_empty:
        ends = [_end_text(natural_range.low, "at least"), _end_text(natural_range.high, "at most")]
        return Misfit(f"the value is impossible: this indicator is {' and '.join(filter(None, ends))} {unit}")
    return Measured(inside, measured.point, measured.resolution)


def _end_text(end: Decimal | None, words: str) -> str:
    return "" if end is None else f"{words} {end:f}"
