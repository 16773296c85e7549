"""What a printed figure says: an interval around the printed point, its unit and how precisely it was printed."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from eduindex.model.interval import Interval


class Bound(StrEnum):
    """How the words around a number bind it; the design lists the words."""

    EXACT = "exact"
    AT_LEAST = "at_least"  # 以上 不低于 ...
    ABOVE = "above"  # 超 突破 ...
    AT_MOST = "at_most"  # 以内 不超过 ...
    BELOW = "below"  # 低于 不足 ...
    OVER = "over"  # 余 多: above the point, below the next unit of its last non-zero digit
    NEARLY = "nearly"  # 近 接近
    ABOUT = "about"  # 约 左右
    RANGE = "range"  # 1-2所


class Quantity(NamedTuple):
    """A figure as printed.

    ``interval`` is in ``unit``; the magnitude words 万 and 亿 are already multiplied in, so ``7.04亿元`` is 704000000 元.
    ``unit`` is one of ``%``, ``个百分点``, ``元``, ``:1`` (a ratio such as 46:1), a measure word (``名``, ``所`` ...) or empty.
    ``resolution`` is the size of one step of the last printed digit where the number counts as rounded (decimals, and
    numbers in 万 or 亿), else ``None``. ``level`` is the normalised grade (``Ⅲ``, ``A``) of a figure that is no number; its
    interval then is unbounded until a catalogue's levels give it a position. ``ordinal`` marks 第八.
    """

    printed: str
    interval: Interval
    unit: str = ""
    bound: Bound = Bound.EXACT
    point: Decimal | None = None
    resolution: Decimal | None = None
    level: str = ""
    ordinal: bool = False


class Unreadable(NamedTuple):
    """Why a text is no value (or no period): ``offset`` is the 0-based index of the first character that does not fit."""

    text: str
    offset: int
    reason: str


class FoundQuantity(NamedTuple):
    """A quantity inside a sentence: the half-open span ``[start, end)`` covers its bound words, number and unit."""

    quantity: Quantity
    start: int
    end: int
