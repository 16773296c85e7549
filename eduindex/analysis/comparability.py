"""Which figures of one indicator may stand in one ranking: those that share a measure.

The caveats of a pair say what forbids or leaves open its comparison. This module says the same of one figure, as a key that
comparable figures share, so that ten thousand districts fall into groups without being compared pair by pair; a test holds
the two against each other.
"""

from collections.abc import Hashable
from typing import NamedTuple

from eduindex.analysis.figures import Figure
from eduindex.model.catalogue import Time, VariantMixing
from eduindex.model.district import Status
from eduindex.model.period import Span


class Measure(NamedTuple):
    """What comparable figures of an indicator have in common.

    ``variant`` is the one that is meant, also where it is not stated; ``area`` holds the leading digits of the division codes
    inside the border; ``span`` is the length of flows in months, the months themselves where a flow is not over, and ``None`` for
    stocks. ``period`` is set where only figures of the very same period are wanted.
    """

    status: Status
    scope: str
    variant: str | None
    area: str
    span: Hashable
    period: Span | None = None


_YEAR = 12


def measure_of(figure: Figure) -> Measure | None:
    """The measure that the figure shares with all figures of other districts that it is comparable with; ``None``: with none."""
    indicator, period = figure.indicator, figure.period
    variant = figure.variant
    if indicator.variants:
        if indicator.variant_mixing is VariantMixing.WARN:
            variant = None
        elif variant is None and (variant := indicator.usual) is None:
            return None
    area = ""
    if indicator.border is not None:
        area = figure.district.code[: indicator.border.digits]
        if not area:
            return None
    span: Hashable = None
    if indicator.time is Time.FLOW:
        if period.start is None:
            return None
        span = _YEAR if figure.per_year else period.months or period.span
    return Measure(figure.status, figure.scope.key, variant, area, span)
