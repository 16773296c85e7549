"""Reading a value as its source prints it; ``quantity_finding`` finds the values in a sentence by the same grammar."""

import re
from decimal import Decimal
from functools import lru_cache

from eduindex.model.amounts import scan_scale_and_unit, times
from eduindex.model.interval import EXACT, Interval
from eduindex.model.numerals import LONGEST_NUMBER
from eduindex.model.printed_text import Fault, printed_value
from eduindex.model.quantity import Bound, Quantity, Unreadable
from eduindex.model.quantity_grammar import scan_value
from eduindex.model.units import scan_unit, time_word_end

ZERO_WORDS = ("无一", "无", "没有", "零")

_NUMBER = rf"-?[0-9]{{1,{LONGEST_NUMBER}}}(?:\.[0-9]{{1,{LONGEST_NUMBER}}})?"
# The mathematical notation that quantity_writing uses where the ends differ.
_ENDS = re.compile(rf"([\[(])({_NUMBER}|-∞), ?({_NUMBER}|\+?∞)([\])])")
_PLAIN = re.compile(r"(0|[1-9][0-9]{0,8})(?:\.([0-9]{1,8}))?([万亿])?")
_POWERS = {"万": 10**4, "亿": 10**8}
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
    """A number in digits with its unit, as most values are: what the grammar would say, in a fifth of the time."""
    match = _PLAIN.match(text)
    unit = None if match is None else _unit_alone(text[match.end() :])
    if match is None or unit is None:
        return None
    whole, decimals, magnitude = match.groups()
    point = Decimal(f"{whole}.{decimals}" if decimals else whole)
    resolution = Decimal(1).scaleb(-len(decimals)) if decimals else None
    if magnitude:
        point = times(point, _POWERS[magnitude])
        resolution = times(resolution or Decimal(1), _POWERS[magnitude])
    return Quantity(text, Interval(point, point), unit, Bound.EXACT, point, resolution)


@lru_cache(maxsize=512)
def _unit_alone(text: str) -> str | None:
    """The unit that the whole text is; ``None`` where it is none, or where the grammar has to say what it is."""
    unit, end = scan_unit(text, 0)
    return unit if end == len(text) and time_word_end(text, 0) < 0 else None


def _read_value(text: str) -> Quantity | Fault:
    scanned = scan_value(text, 0, alone=True)
    if isinstance(scanned, Fault):
        return scanned
    return scanned.quantity if scanned.end == len(text) else _leftover(scanned.end)


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
