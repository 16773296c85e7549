"""Districts side by side: which figures stand in one row, what each pair of them says, and what was left out.

Like is paired with like: each variant and scope that two districts share gets its own row. Where an indicator has no such
pair, one row of whole-district figures shows why it cannot be compared. Nothing is added up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eduindex.analysis.caveats import Caveat, Code, Effect, may_be_divided
from eduindex.analysis.figures import Figure, Series, chooser, newest, per_year, series_of
from eduindex.analysis.verdict import Order, Pairing, order_of, pair
from eduindex.model.catalogue import Catalogue, Indicator
from eduindex.model.district import Identity, Status
from eduindex.model.observation import District
from eduindex.model.period import Period


@dataclass(frozen=True, slots=True)
class Choice:
    """What a comparison is about. ``years`` (one a district, or none) and ``year`` choose the period by its last year.

    ``dimensions`` and ``indicators`` narrow the rows; empty means all. ``everything`` keeps rows that one district has alone.
    """

    dimensions: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    year: int | None = None
    years: tuple[int | None, ...] = ()
    same_period: bool = False
    per_year: bool = False
    targets: bool = False
    everything: bool = False


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

    ``alone`` counts the indicators left out because one district alone has them, ``of_other_periods`` those that two have, but
    not of the period asked for, and ``targets_left_out`` the plans left out.
    """

    districts: tuple[Identity, ...]
    rows: tuple[Row, ...]
    alone: int
    of_other_periods: int
    targets_left_out: int


class _Candidate(NamedTuple):
    """A series and the figure chosen from it."""

    series: Series
    figure: Figure


def compare(catalogue: Catalogue, districts: Sequence[District], choice: Choice = Choice()) -> Comparison:
    """Compare two or more districts; the first is the subject. Rows follow the catalogue's order."""
    pools = [series_of(district) for district in districts]
    rows: list[Row] = []
    alone = of_other_periods = 0
    for indicator in wanted_indicators(catalogue, choice):
        of_indicator = [[series for series in pool if series.indicator.id == indicator.id] for pool in pools]
        found = _rows_of(indicator, of_indicator, choice)
        if choice.everything or any(sum(figure is not None for figure in row.figures) > 1 for row in found):
            rows.extend(found)
        elif _holders(of_indicator, choice) > 1:
            of_other_periods += 1
        else:
            alone += bool(found)
    targets = 0 if choice.targets else _count_targets(pools, choice, catalogue)
    return Comparison(tuple(district.identity for district in districts), tuple(rows), alone, of_other_periods, targets)


def _holders(pools: list[list[Series]], choice: Choice) -> int:
    """How many districts have the indicator at all, whatever the period."""
    return sum(any(choice.targets or series.status is Status.ACTUAL for series in pool) for pool in pools)


def wanted_indicators(catalogue: Catalogue, choice: Choice) -> list[Indicator]:
    """The indicators that a choice is about, dimension by dimension in the catalogue's order."""
    order = {dimension: place for place, dimension in enumerate(catalogue.dimensions)}
    wanted = [
        indicator
        for indicator in catalogue.indicators.values()
        if (not choice.indicators or indicator.id in choice.indicators)
        and (not choice.dimensions or indicator.dimension in choice.dimensions)
    ]
    return sorted(wanted, key=lambda indicator: order.get(indicator.dimension, len(order)))


def _count_targets(pools: Sequence[Sequence[Series]], choice: Choice, catalogue: Catalogue) -> int:
    wanted = {indicator.id for indicator in wanted_indicators(catalogue, choice)}
    return sum(s.status is Status.TARGET and s.indicator.id in wanted for pool in pools for s in pool)


def _rows_of(indicator: Indicator, pools: list[list[Series]], choice: Choice) -> list[Row]:
    """All rows of one indicator: results first, then (on request) plans."""
    actual = _candidates(pools, Status.ACTUAL, choice)
    lines = _lines(actual)
    if choice.targets:
        lines += _target_lines(_candidates(pools, Status.TARGET, choice), actual)
    rows = [_row(indicator, line, choice) for line in lines]
    used = [candidate.figure for line in lines for candidate in line if candidate]
    statuses = (Status.ACTUAL, Status.TARGET) if choice.targets else (Status.ACTUAL,)
    left_over = tuple(
        figure
        for pool in pools
        for series in pool
        if series.status in statuses
        for figure in series.figures
        if not any(figure is other for other in used)
    )
    if rows:
        rows[0] = Row(indicator, rows[0].figures, rows[0].pairings, left_over)
    return rows


_Line = list[_Candidate | None]


def _candidates(pools: list[list[Series]], status: Status, choice: Choice) -> list[list[_Candidate]]:
    """The figure that each series of each district offers."""
    shared = _shared_period(pools, status) if choice.same_period else None
    found: list[list[_Candidate]] = []
    for place, pool in enumerate(pools):
        own_year = choice.years[place] if choice.years else None
        choose = chooser(own_year if own_year is not None else choice.year)
        candidates = []
        for series in pool:
            if series.status is not status:
                continue
            figure = _at(series, shared) if choice.same_period else choose(series)
            if figure is not None:
                candidates.append(_Candidate(series, figure))
        found.append(candidates)
    return found


def _shared_period(pools: list[list[Series]], status: Status) -> Period | None:
    """The newest period in which every district that has the indicator has a figure."""
    held = [[f for series in pool if series.status is status for f in series.figures] for pool in pools]
    periods = [{figure.period for figure in figures} for figures in held if figures]
    common = set.intersection(*periods) if len(periods) > 1 else set()
    figure = newest(f for figures in held for f in figures if f.period in common)
    return figure.period if figure else None


def _at(series: Series, period: Period | None) -> Figure | None:
    return next((figure for figure in series.figures if figure.period == period), None)


def _lines(candidates: list[list[_Candidate]]) -> list[_Line]:
    """The candidates in rows: a row for each series that two districts share, else one row of whole-district figures."""
    keys: dict[tuple[str | None, str], int] = {}
    for own in candidates:
        for key in {candidate.series.key for candidate in own}:
            keys[key] = keys.get(key, 0) + 1
    ordered = dict.fromkeys(c.series.key for own in candidates for c in own)
    lines = [[_with_key(own, key) for own in candidates] for key in ordered if keys[key] > 1]
    if not lines:
        line = [_whole(own) for own in candidates]
        return [line] if any(line) else []
    for place, own in enumerate(candidates):
        if own and all(line[place] is None for line in lines):
            lines[0][place] = _whole(own)
    return lines


def _target_lines(targets: list[list[_Candidate]], actual: list[list[_Candidate]]) -> list[_Line]:
    """Plans against plans; a plan that finds no other plan stands against the results, where nothing can be said."""
    lines = _lines(targets)
    for line in lines:
        if sum(candidate is not None for candidate in line) == 1:
            for place, own in enumerate(actual):
                line[place] = line[place] or _whole(own)
    return lines


def _with_key(own: list[_Candidate], key: tuple[str | None, str]) -> _Candidate | None:
    return next((candidate for candidate in own if candidate.series.key == key), None)


def _whole(own: list[_Candidate]) -> _Candidate | None:
    """The candidate that speaks for the whole district: no scope, the usual or no variant, then the newest."""
    return max(own, key=_wholeness, default=None)


def _wholeness(candidate: _Candidate) -> tuple[bool, bool, bool, int]:
    series = candidate.series
    usual = series.variant is not None and series.variant == series.indicator.usual
    return (not series.scope, usual, series.variant is None, candidate.figure.last_month)


def _row(indicator: Indicator, line: _Line, choice: Choice) -> Row:
    figures = [candidate.figure if candidate else None for candidate in line]
    if choice.per_year:
        figures = _as_means(figures)
    pairings = tuple(_pairing(line[0], figures[0], line[place], figures[place]) for place in range(1, len(line)))
    return Row(indicator, tuple(figures), pairings)


def _pairing(
    first: _Candidate | None, figure: Figure | None, other: _Candidate | None, other_figure: Figure | None
) -> Pairing | None:
    if first is None or other is None or figure is None or other_figure is None:
        return None
    return pair(figure, other_figure, _opposite(first.series, figure, other.series, other_figure))


def _as_means(figures: list[Figure | None]) -> list[Figure | None]:
    """Sums over whole years as means of a year, where the spans in a row differ in length."""
    lengths = {figure.period.months for figure in figures if figure}
    if len(lengths) < 2:
        return figures
    return [per_year(figure) if figure and may_be_divided(figure) else figure for figure in figures]


def _opposite(first: Series, figure: Figure, other: Series, other_figure: Figure) -> tuple[Caveat, ...]:
    """The newest earlier period that both series have in which the order was the opposite, if there is one."""
    now = order_of(figure, other_figure)
    if now not in (Order.ABOVE, Order.BELOW):
        return ()
    newest_end = max(figure.last_month, other_figure.last_month)
    others = {earlier.period: earlier for earlier in other.figures}
    for earlier in reversed(first.figures):
        match = others.get(earlier.period)
        if match is None or earlier.last_month >= newest_end:
            continue
        then = order_of(earlier, match)
        if then in (Order.ABOVE, Order.BELOW) and then is not now:
            return (Caveat(Code.ORDER_WAS_OPPOSITE, Effect.WARNS, (earlier, match)),)
    return ()
