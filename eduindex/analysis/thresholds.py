"""A figure held against what is required of it: a standard or the district's own target.

What is printed decides: a number printed as the very end of what is required lies in it or not as it stands, and a bound ends
where it says. Only another number counts as rounded to its last digit.
"""

from eduindex.analysis.figures import Figure
from eduindex.model.interval import Interval


def meets(figure: Figure, required: Interval) -> bool | None:
    """Whether every value that the figure may have is among those required; ``None`` where some are and some are not."""
    printed = figure.interval
    is_other_number = printed.is_point and printed.low not in (required.low, required.high)
    values = figure.possible if is_other_number or figure.contradictory else printed
    common = values.intersection(required)
    if common.is_empty:
        return False
    return True if common == values else None


def distance(figure: Figure, required: Interval) -> Interval:
    """How far the figure lies above (or, negative, below) the least value required, or the largest where there is no least."""
    end = required.high if required.low is None else required.low
    if end is None:
        raise ValueError("nothing is required")
    return figure.interval.minus(Interval.exactly(end))
