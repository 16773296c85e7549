"""The time a figure is about, as whole months.

A period keeps the text it was written with in canonical form: ``2023`` and ``2023-01..2023-12`` are the same months, but
not the same statement of a source.
"""

from enum import StrEnum
from typing import NamedTuple

Span = tuple[int | None, int | None]


class PeriodForm(StrEnum):
    """How a period is written."""

    YEAR = "year"  # 2023
    MONTH = "month"  # 2022-06
    SCHOOL_YEAR = "school_year"  # 2021/2022
    SPAN = "span"  # 2021..2023


class Period(NamedTuple):
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
    def span(self) -> Span:
        """Both ends: what two periods share that are the same however they are written."""
        return (self.start, self.end)

    @property
    def last_month(self) -> int:
        """The month in which the period ends; one that is not over ends with the year in which it began."""
        return self.end if self.end is not None else (self.start or 0) // 12 * 12 + 11

    @property
    def last_year(self) -> int:
        """The year in which the period ends; one that is not over ends with the year in which it began."""
        return self.last_month // 12

    @property
    def whole_years(self) -> int | None:
        """The length in years, where it is a whole number of years."""
        months = self.months
        return None if months is None or months % 12 else months // 12

    def __str__(self) -> str:
        return self.text
