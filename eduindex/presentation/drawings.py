"""Small pictures of figures in one line of text: a bar from zero, and a spine from the worst to the best.

They repeat what the columns beside them say, so a terminal alone shows them. Every character is a box-drawing line or a letter,
which terminals draw one cell wide in Chinese text too.
"""

from decimal import Decimal

from eduindex.model.interval import Interval

_ZERO = Decimal(0)
_NOTHING = Interval.exactly(_ZERO)
_CERTAIN, _POSSIBLE, _AXIS, _MEDIAN, _POINT, _SPREAD = "━", "┄", "─", "┼", "o", "━"


def bar(interval: Interval, axis: Interval, width: int) -> str:
    """A bar from zero along ``axis``, whose ends are known and hold zero: solid to the nearer end, dotted to the further one."""
    if axis.low is None or axis.high is None or axis.low == axis.high or interval == _NOTHING:
        return ""
    # Each side of zero that the axis has keeps a cell.
    zero = min(max(_cell(_ZERO, axis, width, 0), int(axis.low < 0)), width - int(axis.high > 0))
    low, high = _cell(interval.low, axis, width, 0), _cell(interval.high, axis, width, width)
    if interval.low is not None and interval.low >= 0:
        certain, possible = max(low - zero, 0), max(high, zero) - max(low, zero)
        return " " * zero + (_CERTAIN * certain + _POSSIBLE * possible or _least(interval))
    if interval.high is not None and interval.high <= 0:
        certain, possible = max(zero - high, 0), min(high, zero) - min(low, zero)
        drawn = _POSSIBLE * possible + _CERTAIN * certain or _least(interval)
        return " " * (zero - len(drawn)) + drawn
    return " " * low + _POSSIBLE * (high - low)


def _least(interval: Interval) -> str:
    """Something that is not nothing is seen."""
    return _CERTAIN if interval.is_point else _POSSIBLE


def spine(interval: Interval, median: Interval, axis: Interval, width: int, *, mirrored: bool) -> str:
    """A line along ``axis`` with the median on it and, over it, the interval; ``mirrored`` puts the lowest to the right."""
    cells = ["├", *_AXIS * (width - 2), "┤"]
    last = width - 1
    for drawn, point, spread in ((median, _MEDIAN, _MEDIAN), (interval, _POINT, _SPREAD)):
        first, end = _cell(drawn.low, axis, last, 0), _cell(drawn.high, axis, last, last)
        if mirrored:
            first, end = last - end, last - first
        cells[first : end + 1] = point if first == end else spread * (end + 1 - first)
    return "".join(cells)


def _cell(end: Decimal | None, axis: Interval, width: int, unlimited: int) -> int:
    """How many of ``width`` cells of the axis lie below an end."""
    if end is None or axis.low is None or axis.high is None or axis.low == axis.high:
        return unlimited if end is None else width // 2
    share = (end - axis.low) / (axis.high - axis.low)
    return min(max(int((share * width).to_integral_value()), 0), width)
