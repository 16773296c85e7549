"""Who publishes what: for each indicator and district a result, a plan only, or nothing.

Shares stay counts (5 of 16), so that nothing is rounded before it is shown. A figure of a part of a district, or of another
definition, is published all the same: whether it can be compared is another question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eduindex.analysis.choosing import Choice, wanted_indicators
from eduindex.model.catalogue import Catalogue, Dimension, Indicator
from eduindex.model.district import Identity, Status
from eduindex.model.observation import District


class Published(StrEnum):
    """What a district publishes of an indicator."""

    ACTUAL = "actual"  # a result, whether or not there is a plan too
    TARGET = "target"  # a plan and no result
    NONE = "none"


@dataclass(frozen=True, slots=True)
class IndicatorCoverage:
    """One indicator, and what each of the districts publishes of it."""

    indicator: Indicator
    published: tuple[Published, ...]

    @property
    def actual(self) -> int:
        """How many districts publish a result."""
        return self.published.count(Published.ACTUAL)

    @property
    def target(self) -> int:
        """How many districts publish a plan and no result."""
        return self.published.count(Published.TARGET)

    @property
    def is_published(self) -> bool:
        """Whether any of the districts publishes it, be it a plan."""
        return any(one is not Published.NONE for one in self.published)


@dataclass(frozen=True, slots=True)
class DimensionCoverage:
    """Of how many ``indicators`` of a dimension each district publishes a result, or a plan and no result.

    ``dimension`` is ``None`` where all dimensions are counted together.
    """

    dimension: Dimension | None
    indicators: int
    actual: tuple[int, ...]
    target: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer to "who publishes what?": every indicator asked for, in the catalogue's order, and the counts over them."""

    districts: tuple[Identity, ...]
    lines: tuple[IndicatorCoverage, ...]
    dimensions: tuple[DimensionCoverage, ...]
    overall: DimensionCoverage


def coverage_of(catalogue: Catalogue, districts: Sequence[District], choice: Choice = Choice()) -> Coverage:
    """What the districts publish of the indicators that ``choice`` narrows the catalogue to, of whatever period."""
    held = [published_by(district) for district in districts]
    lines = tuple(
        IndicatorCoverage(indicator, tuple(own.get(indicator.id, Published.NONE) for own in held))
        for indicator in wanted_indicators(catalogue, choice)
    )
    grouped: dict[str, list[IndicatorCoverage]] = {}
    for line in lines:
        grouped.setdefault(line.indicator.dimension, []).append(line)
    size = len(districts)
    dimensions = tuple(_counted(catalogue.dimensions[id], group, size) for id, group in grouped.items())
    identities = tuple(district.identity for district in districts)
    return Coverage(identities, lines, dimensions, _counted(None, lines, size))


def published_by(district: District) -> dict[str, Published]:
    """What a district publishes, by indicator; what it publishes nothing of is left out."""
    found: dict[str, Published] = {}
    for observation in district.observations:
        if observation.status is Status.ACTUAL:
            found[observation.indicator.id] = Published.ACTUAL
        else:
            found.setdefault(observation.indicator.id, Published.TARGET)
    return found


def _counted(dimension: Dimension | None, lines: Iterable[IndicatorCoverage], districts: int) -> DimensionCoverage:
    """Count down each district's column."""
    rows = [line.published for line in lines]
    columns = list(zip(*rows, strict=True)) if rows else [()] * districts
    actual = tuple(column.count(Published.ACTUAL) for column in columns)
    target = tuple(column.count(Published.TARGET) for column in columns)
    return DimensionCoverage(dimension, len(rows), actual, target)
