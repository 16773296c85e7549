"""Which figures stand beside each other: like with like, and where nothing is alike, whole districts.

Each variant and scope that two districts share makes a line of its own, in an order that does not depend on that of the
districts. A district that shares none stands in the first line with the figure that speaks for it as a whole.
"""

from eduindex.analysis.choosing import Candidate
from eduindex.analysis.figures import Series, wholeness

Line = list[Candidate | None]


def lines_of(candidates: list[list[Candidate]]) -> list[Line]:
    """The candidates of one indicator, one list a district, as lines with one place a district."""
    held = [{candidate.series.key: candidate for candidate in own} for own in candidates]
    series = {candidate.series.key: candidate.series for own in candidates for candidate in own}
    keys = sorted(series, key=lambda key: _rank(series[key]))
    lines: list[Line] = [[own.get(key) for own in held] for key in keys if sum(key in own for own in held) > 1]
    if not lines:
        line = [_whole(own) for own in candidates]
        return [line] if any(line) else []
    for place, own in enumerate(candidates):
        if own and all(line[place] is None for line in lines):
            lines[0][place] = _whole(own)
    return lines


def target_lines(targets: list[list[Candidate]], actual: list[list[Candidate]]) -> list[Line]:
    """Plans beside plans; a plan that finds no other plan stands beside the results, where nothing can be said."""
    lines = lines_of(targets)
    for line in lines:
        if size_of(line) == 1:
            for place, own in enumerate(actual):
                line[place] = line[place] or _whole(own)
    return lines


def size_of(line: Line) -> int:
    """How many districts stand in a line."""
    return sum(candidate is not None for candidate in line)


def _rank(series: Series) -> tuple[bool, int, str]:
    """Whole districts first, then by variant in the catalogue's order, none stated first."""
    variants = list(series.indicator.variants)
    return (
        bool(series.scope),
        variants.index(series.variant) + 1 if series.variant in variants else 0,
        series.scope.key,
    )


def _whole(own: list[Candidate]) -> Candidate | None:
    """The candidate that speaks for the whole district."""
    return max(own, key=lambda candidate: wholeness(candidate.figure), default=None)
