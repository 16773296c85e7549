"""The time a figure is about, as whole months.

A period keeps the text it was written with in canonical form: ``2023`` and ``2023-01..2023-12`` are the same months, but
not the same statement of a source.
"""

from dataclasses import dataclass
from enum import StrEnum


class PeriodForm(StrEnum):
    """How a period is written."""

    YEAR = "year"  # 2023
    MONTH = "month"  # 2022-06
    SCHOOL_YEAR = "school_year"  # 2021/2022
    SPAN = "span"  # 2021..2023


@dataclass(frozen=True, slots=True)
class Period:
    """The months from ``start`` to ``end``, both inside, counted as year * 12 + month - 1.

    ``start`` is ``None`` where it is not stated (``..2024-03``), ``end`` where the period is not over (``2023-06..``).
    """

    start: int | None
    end: int | None
    form: PeriodForm
    text: str

    @property
    def months(self) -> int | None:
        """The length in months, where both ends are known."""
        return None if self.start is None or self.end is None else self.end - self.start + 1

    @property
    def start_year(self) -> int | None:
        """The year in which the period begins."""
        return None if self.start is None else self.start // 12

    @property
    def end_year(self) -> int | None:
        """The year in which the period ends."""
        return None if self.end is None else self.end // 12

    @property
    def whole_years(self) -> int | None:
        """The length in years, where it is a whole number of years."""
        months = self.months
        return None if months is None or months % 12 else months // 12

    def __str__(self) -> str:
        return self.text
