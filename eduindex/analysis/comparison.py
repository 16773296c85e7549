"""Districts side by side: which figures stand in one row, what each pair of them says, and what was left out.

Like is paired with like; where an indicator has no such pair, one row of whole-district figures shows why it cannot be
compared. Nothing is added up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eduindex.analysis.caveats import Caveat, Code, Effect
from eduindex.analysis.choosing import Candidate, Choice, candidates, figure_at, wanted_indicators
from eduindex.analysis.figures import Figure, Series, as_means, series_of
from eduindex.analysis.lines import Line, lines_of, size_of, target_lines
from eduindex.analysis.verdict import Order, Pairing, Verdict, order_of, pair
from eduindex.model.catalogue import Catalogue, Indicator
from eduindex.model.district import Identity, Status
from eduindex.model.observation import District
from eduindex.model.period import Span


@dataclass(frozen=True, slots=True)
class Row:
    """One series across the districts: a figure or ``None`` for each, the first compared with each other.

    ``left_over`` are figures of the same indicator that stand in no row; only an indicator's first row names them.
    """

    indicator: Indicator
    figures: tuple[Figure | None, ...]
    pairings: tuple[Pairing | None, ...]
    left_over: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer to "how do these districts compare?".

    ``alone`` counts the indicators left out because one district alone has them, ``of_other_periods`` those of which the
    figures are not of the period asked for, and ``targets_left_out`` the plans left out.
    """

    districts: tuple[Identity, ...]
    rows: tuple[Row, ...]
    alone: int
    of_other_periods: int
    targets_left_out: int


def compare(catalogue: Catalogue, districts: Sequence[District], choice: Choice = Choice()) -> Comparison:
    """Compare two or more districts; the first is the subject. Rows follow the catalogue's order."""
    pools = [series_of(district) for district in districts]
    rows: list[Row] = []
    alone = of_other_periods = targets = 0
    for indicator in wanted_indicators(catalogue, choice):
        own = [[series for series in pool if series.indicator.id == indicator.id] for pool in pools]
        plans = [series for pool in own for series in pool if series.status is Status.TARGET]
        targets += 0 if choice.targets else sum(len(series.figures) for series in plans)
        lines = _lines(own, choice)
        if lines and (choice.everything or any(size_of(line) > 1 for line in lines)):
            rows.extend(_rows(indicator, own, lines, choice))
        elif _holders(own, choice) > (1 if lines else 0):
            of_other_periods += 1
        else:
            alone += bool(lines)
    return Comparison(tuple(district.identity for district in districts), tuple(rows), alone, of_other_periods, targets)


def _holders(pools: list[list[Series]], choice: Choice) -> int:
    """How many districts have the indicator at all, whatever the period."""
    return sum(any(choice.takes(series.status) for series in pool) for pool in pools)


def _lines(pools: list[list[Series]], choice: Choice) -> list[Line]:
    """The lines of one indicator: results first, then (on request) plans."""
    actual = candidates(pools, Status.ACTUAL, choice)
    lines = lines_of(actual)
    if choice.targets:
        lines += target_lines(candidates(pools, Status.TARGET, choice), actual)
    return lines


def _rows(indicator: Indicator, pools: list[list[Series]], lines: list[Line], choice: Choice) -> list[Row]:
    """The rows of one indicator; the first names the figures that stand in none."""
    kept = [line for line in lines if choice.everything or size_of(line) > 1]
    rows = [_row(indicator, line, choice) for line in kept]
    used = {_identity(candidate.figure) for line in kept for candidate in line if candidate}
    left_over = {
        _identity(figure): figure
        for pool in pools
        for series in pool
        if choice.takes(series.status)
        for figure in series.figures
        if _identity(figure) not in used
    }
    return [replace(rows[0], left_over=tuple(left_over.values())), *rows[1:]]


def _identity(figure: Figure) -> tuple[str, str | None, str, Status, Span]:
    """What tells a figure of an indicator from every other, also where a district is compared with itself."""
    return (figure.district.id, figure.variant, figure.scope.key, figure.status, figure.period.span)


def _row(indicator: Indicator, line: Line, choice: Choice) -> Row:
    figures = [candidate.figure if candidate else None for candidate in line]
    if choice.per_year:
        figures = as_means(figures)
    pairings = tuple(_pairing(line[0], figures[0], line[place], figures[place]) for place in range(1, len(line)))
    return Row(indicator, tuple(figures), pairings)


def _pairing(
    first: Candidate | None, figure: Figure | None, other: Candidate | None, other_figure: Figure | None
) -> Pairing | None:
    if first is None or other is None or figure is None or other_figure is None:
        return None
    return pair(figure, other_figure, opposite_before(first.series, figure, other.series, other_figure))


def opposite_before(first: Series, figure: Figure, other: Series, other_figure: Figure) -> tuple[Caveat, ...]:
    """The newest earlier period in which both series can be compared and the order was the opposite, if there is one."""
    now = order_of(figure, other_figure)
    if now not in (Order.ABOVE, Order.BELOW):
        return ()
    newest_end = max(figure.last_month, other_figure.last_month)
    for earlier in reversed(first.figures):
        match = figure_at(other, earlier.period.span)
        if match is None or earlier.last_month >= newest_end:
            continue
        opposite = order_of(match, earlier) is now
        if opposite and pair(earlier, match).verdict not in (Verdict.UNDETERMINED, Verdict.NOT_COMPARABLE):
            return (Caveat(Code.ORDER_WAS_OPPOSITE, Effect.WARNS, (earlier, match)),)
    return ()
