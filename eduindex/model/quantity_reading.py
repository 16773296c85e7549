"""Reading a value as its source prints it; ``quantity_finding`` finds the values in a sentence by the same grammar."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from eduindex.model.amounts import Form, scan_scale_and_unit, times
from eduindex.model.bound_words import bounded
from eduindex.model.interval import EXACT, Interval
from eduindex.model.numerals import LONGEST_NUMBER
from eduindex.model.printed_text import Fault, printed_value
from eduindex.model.quantity import Bound, Quantity, Unreadable
from eduindex.model.quantity_grammar import scan_value

ZERO_WORDS = ("无一", "无", "没有", "零")

_NUMBER = rf"-?[0-9]{{1,{LONGEST_NUMBER}}}(?:\.[0-9]{{1,{LONGEST_NUMBER}}})?"
# The mathematical notation that quantity_writing uses where the ends differ.
_ENDS = re.compile(rf"([\[(])({_NUMBER}|-∞), ?({_NUMBER}|\+?∞)([\])])")
_PLAIN = re.compile(r"([^0-9.,，.\-+]{0,6})(0|[1-9][0-9]{0,8})(?:\.([0-9]{1,8}))?(:1|[^0-9.,，.:：]{0,8})")
_ANY_NUMBER = 23
_POWERS = (1, 10**4, 10**8)
_LEFTOVER = "the value is complete before this character; what follows is no part of a number, a unit or a bound"


def read_quantity(text: str) -> Quantity | Unreadable:
    """The value that the whole text is, or why it is none. Raises for no text."""
    plain = _read_plain(text)
    if plain is not None:
        return plain
    printed = printed_value(text)
    if not printed.text:
        return Unreadable(text, 0, "the value is empty")
    if printed.text in ZERO_WORDS:
        return Quantity(text, Interval.exactly(Decimal(0)), point=Decimal(0))
    read = _read_ends(printed.text) if printed.text[0] in "[(" else _read_value(printed.text)
    if isinstance(read, Fault):
        return Unreadable(text, printed.offsets[min(read.offset, len(printed.text))], read.reason)
    return Quantity(text, read.interval, read.unit, read.bound, read.point, read.resolution, read.level, read.ordinal)


def says_none(quantity: Quantity) -> bool:
    """Whether the value is a zero in words (无, 没有), which fits every unit."""
    if quantity.point is None or quantity.point:
        return False
    return printed_value(quantity.printed).text in ZERO_WORDS


def _read_plain(text: str) -> Quantity | None:
    """A value of one number in digits, as most are: what the grammar would say, in a fifth of the time."""
    match = _PLAIN.fullmatch(text)
    frame = None if match is None else _frame(match[1], match[4])
    if match is None or frame is None:
        return None
    whole, decimals = match[2], match[3]
    point = Decimal(f"{whole}.{decimals}" if decimals else whole)
    resolution = Decimal(1).scaleb(-len(decimals)) if decimals else frame.resolution
    if frame.power > 1:
        point = times(point, frame.power)
        resolution = times(resolution, frame.power) if decimals and resolution else resolution
    interval = Interval(point, point) if frame.bound is Bound.EXACT else bounded(frame.bound, point, frame.unit)
    return None if interval is None else Quantity(text, interval, frame.unit, frame.bound, point, resolution)


class _Frame(NamedTuple):
    """What the words around a number say of any number; ``resolution`` is that of a whole one."""

    unit: str
    bound: Bound
    power: int
    resolution: Decimal | None


@lru_cache(maxsize=2048)
def _frame(before: str, behind: str) -> _Frame | None:
    """What the words mean, learnt from the grammar with a number of our own; ``None`` where it depends on the number."""
    read = _read_value(printed_value(f"{before}{_ANY_NUMBER}{behind}").text)
    if isinstance(read, Fault) or read.level or read.ordinal or read.point is None:
        return None
    power = next((power for power in _POWERS if read.point == _ANY_NUMBER * power), None)
    return None if power is None else _Frame(read.unit, read.bound, power, read.resolution)


def _read_value(text: str) -> Quantity | Fault:
    scanned = scan_value(text, 0, alone=True)
    if isinstance(scanned, Fault):
        return scanned
    if scanned.end < len(text):
        return _leftover(scanned.end)
    if scanned.form is Form.BARE_MAGNITUDE and scanned.quantity.bound is Bound.EXACT:
        return Fault(scanned.core, "a magnitude alone (亿元) is no number", scanned.end)
    return scanned.quantity


def _read_ends(text: str) -> Quantity | Fault:
    match = _ENDS.match(text)
    if match is None:
        return Fault(0, "between brackets stand two numbers and a comma, as in [1500, 2000)", 0)
    power, unit, end = scan_scale_and_unit(text, match.end())
    if end < len(text):
        return _leftover(end)
    low, high = _end(match[2], power), _end(match[3], power)
    interval = Interval(
        low, high, low_open=low is not None and match[1] == "(", high_open=high is not None and match[4] == ")"
    )
    if interval.is_empty:
        return Fault(match.start(3), "no number lies between these ends", end)
    return Quantity("", interval, unit, Bound.RANGE)


def _end(printed: str, power: int) -> Decimal | None:
    return None if printed.endswith("∞") else EXACT.multiply(Decimal(printed), Decimal(power))


def _leftover(at: int) -> Fault:
    return Fault(at, _LEFTOVER, at)
