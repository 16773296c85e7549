"""Whether a figure can be a value of an indicator: by its unit and kind, and by how much the words say."""

from collections.abc import Sequence

from eduindex.extraction.matching import Match, Relation
from eduindex.model.catalogue import Indicator, Kind
from eduindex.model.conversion import Misfit, convert
from eduindex.model.quantity import FoundQuantity
from eduindex.model.quantity_reading import says_none


def fits(figure: FoundQuantity, indicator: Indicator) -> bool:
    """Whether a figure can be a value of the indicator; 4.1个 of a count is a mean of something."""
    point = figure.quantity.point
    if indicator.kind is Kind.COUNT and point is not None and point != point.to_integral_value():
        return False
    scale = indicator.scale
    read = convert(figure.quantity, scale.unit, scale.measures, scale.levels, scale.natural_range)
    return not isinstance(read, Misfit) and not read.interval.is_empty


def is_said(figure: FoundQuantity, match: Match, figures: Sequence[FoundQuantity]) -> bool:
    """Whether label and figure say enough together: a place or a grade needs all words, a bare number the nearest ones."""
    quantity, indicator = figure.quantity, match.label.indicator
    if indicator.kind in (Kind.RANK, Kind.GRADE):
        first, last = match.label.spans[0][1], match.label.spans[-1][0]
        is_placed = any(first <= one.start and one.end <= last and one.quantity.ordinal for one in figures)
        return match.label.is_whole and not is_placed
    is_bare = not quantity.unit and indicator.kind in (Kind.COUNT, Kind.AMOUNT) and not says_none(quantity)
    return not is_bare or (match.relation <= Relation.BEFORE and match.cost <= 1)
