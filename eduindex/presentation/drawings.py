"""Small pictures of figures in one line of text: a bar from zero, and a spine from the worst to the best.

They repeat what the columns beside them say, so a terminal alone shows them. Every character is a box-drawing line or a letter,
which terminals draw one cell wide in Chinese text too.
"""

from decimal import Decimal

from eduindex.model.interval import Interval

_CERTAIN, _POSSIBLE, _AXIS, _MEDIAN, _POINT, _SPREAD = "━", "┄", "─", "┼", "o", "━"


def bar(interval: Interval, axis: Interval, width: int) -> str:
    """A bar along ``axis``, whose ends are known: solid up to the lower end of the interval, dotted up to its upper end."""
    if axis.low == axis.high:
        return ""
    certain, possible = _cell(interval.low, axis, width, 0), _cell(interval.high, axis, width, width)
    if not possible and interval.high != axis.low:
        possible = 1  # something that is not nothing is seen
        certain = certain or int(interval.is_point)
    return _CERTAIN * certain + _POSSIBLE * (possible - certain)


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
