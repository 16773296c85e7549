"""Values in running text, left to right.

What is certainly no figure is skipped, and always all of it: from 398.20% no 98.20% is ever taken. A numeral in words
is a value only where a unit, a magnitude or 第 makes it one.
"""

import re
from decimal import Decimal

from eduindex.model.amounts import Form
from eduindex.model.bound_words import OPENING_CHARACTERS
from eduindex.model.interval import Interval
from eduindex.model.look_alikes import is_figure, skipped_at
from eduindex.model.printed_text import Fault, Printed, printed_sentence
from eduindex.model.quantity import FoundQuantity, Quantity
from eduindex.model.quantity_grammar import Scanned, scan_value

_CANDIDATE = re.compile(
    f"[-0-9A-Z第半数几Ⅰ-Ⅻⅰ-ⅻ零〇一二两三四五六七八九十百千万亿{OPENING_CHARACTERS}]|无一(?![例不疏二是])"
)
_NONE = Quantity("", Interval.exactly(Decimal(0)), point=Decimal(0))


def find_quantities(sentence: str) -> tuple[FoundQuantity, ...]:
    """Every whole quantity in running text, in order and without overlaps; dates and durations are none.

    A span covers the bound words, the number and the unit, in offsets of ``sentence``. Takes time in proportion to the
    length and raises for no text.
    """
    printed = printed_sentence(sentence)
    found: list[FoundQuantity] = []
    at = 0
    while (candidate := _CANDIDATE.search(printed.text, at)) is not None:
        at, scanned = _step(printed, candidate)
        if scanned is not None:
            found.append(_in_sentence(sentence, printed, scanned))
    return tuple(found)


def _step(printed: Printed, candidate: re.Match[str]) -> tuple[int, Scanned | None]:
    """Read at a candidate: from where to go on, and the value found there."""
    at = candidate.start()
    if candidate.end() - at > 1:
        return candidate.end(), Scanned(_NONE, at, at, candidate.end(), Form.IDIOM)
    behind = skipped_at(printed.text, at)
    if behind > at:
        return behind, None
    scanned = scan_value(printed.text, at)
    if isinstance(scanned, Fault):
        return max(at + 1, scanned.resume), None
    return scanned.end, scanned if is_figure(printed, scanned) else None


def _in_sentence(sentence: str, printed: Printed, scanned: Scanned) -> FoundQuantity:
    start, end = printed.offsets[scanned.start], printed.offsets[scanned.end - 1] + 1
    return FoundQuantity(scanned.quantity._replace(printed=sentence[start:end]), start, end)
