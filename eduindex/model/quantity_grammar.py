"""The grammar of one value: words before it, an amount, a grade or an ordinal, and words behind it.

Both readers stand on ``scan_value``: one demands that the value is the whole text, the other looks for values in a
sentence. What stands before a value (就 in 就近) is the finder's affair. Texts come here folded and without white space;
offsets are those of that text.
"""

import re
from typing import NamedTuple

from eduindex.model.amounts import Amount, Form, scan_amount
from eduindex.model.bound_words import Opening, bounded, combined, mirrored, opposite, scan_opening, scan_suffix
from eduindex.model.interval import EXACT, Interval
from eduindex.model.levels import Level, scan_bare_level, scan_level
from eduindex.model.numerals import scan_number
from eduindex.model.printed_text import Fault
from eduindex.model.quantity import Bound, Quantity
from eduindex.model.units import scan_unit

_PLACES = ("名", "位")
_MORE_PLACES = re.compile("[-–—~至到]第?[0-9一二三四五六七八九十]{1,9}")
_CONTRADICTION = "the words around the number contradict each other"


class Scanned(NamedTuple):
    """A value in a text: it begins at ``start`` (its number at ``core``) and ends before ``end``."""

    quantity: Quantity
    start: int
    core: int
    end: int
    form: Form


def scan_value(text: str, at: int, alone: bool = False) -> Scanned | Fault:
    """The longest value that begins at ``at``; ``alone`` allows the forms that need a text of their own (``Ⅲ``)."""
    opening = scan_opening(text, at)
    here = opening.end
    if text.startswith("第", here):
        return _scan_ordinal(text, opening)
    level = scan_level(text, here) or (scan_bare_level(text, here) if alone else None)
    if level is not None:
        return _finish_level(text, opening, level)
    amount = scan_amount(text, here)
    return amount if isinstance(amount, Fault) else _finish(text, opening, amount)


def _finish(text: str, opening: Opening, amount: Amount) -> Scanned | Fault:
    suffix, end = scan_suffix(text, amount.end)
    bound = combined(combined(opening.bound, amount.bound), suffix)
    if bound is None or (amount.interval is not None and bound is not amount.bound):
        return Fault(opening.start if suffix is Bound.EXACT else amount.end, _CONTRADICTION, end)
    interval = amount.interval or bounded(bound, amount.value, amount.unit)
    if interval is None:
        return Fault(opening.start, "zero cannot be approximated", end)
    if bound is Bound.EXACT and text[opening.end : end] == "半":
        return Fault(opening.end, "半 is a value only with a bound (过半, 半数以上)", end)
    point = None if amount.interval is not None else amount.value
    if opening.falls:
        interval, bound = opposite(interval), mirrored(bound)
        point = None if point is None else EXACT.minus(point)
    quantity = Quantity("", interval, amount.unit, bound, point, amount.resolution)
    return Scanned(quantity, opening.start, opening.end, end, amount.form)


def _finish_level(text: str, opening: Opening, level: Level) -> Scanned | Fault:
    suffix, end = scan_suffix(text, level.end)
    bound = combined(opening.bound, suffix)
    if bound is None:
        return Fault(opening.start if suffix is Bound.EXACT else level.end, _CONTRADICTION, end)
    if bound in (Bound.NEARLY, Bound.ABOUT) or opening.falls:
        return Fault(opening.start, "a grade cannot be approximated", end)
    quantity = Quantity("", Interval(None, None), level.suffix, bound, level=level.name)
    return Scanned(quantity, opening.start, opening.end, end, Form.LEVEL)


def _scan_ordinal(text: str, opening: Opening) -> Scanned | Fault:
    number = scan_number(text, opening.end + 1)
    if isinstance(number, Fault):
        return number
    if number.resolution is not None or opening.bound is not Bound.EXACT or opening.falls:
        return Fault(opening.end, "a place in an order is a whole number without a bound", number.end)
    more = _MORE_PLACES.match(text, number.end)
    if more is not None:
        return Fault(number.end, "several places in an order are no value", more.end())
    unit, end = scan_unit(text, number.end)
    if unit not in _PLACES:
        unit, end = "", number.end
    quantity = Quantity("", Interval.exactly(number.value), unit, point=number.value, ordinal=True)
    return Scanned(quantity, opening.start, opening.end, end, Form.ORDINAL)
