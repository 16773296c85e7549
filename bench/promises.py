"""What came out of a measurement, held against what the project promises, as a table or as JSON.

A limit is always a multiple of a yardstick that was measured in the same run.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from interleaved import Ratio, Series, lay_out, ratio

_MILLISECONDS = 1000
_WITHIN = {True: "yes", False: "NO", None: ""}


@dataclass(frozen=True, slots=True)
class Result:
    """What came out for one subject; without a ``limit`` it is only reported."""

    name: str
    series: Series
    ratio: Ratio
    limit: float | None = None

    @property
    def within(self) -> bool | None:
        """Whether it keeps its limit; None without a limit."""
        return None if self.limit is None else self.ratio.cpu <= self.limit


@dataclass(frozen=True, slots=True)
class Comparison:
    """Subjects held against one yardstick."""

    yardstick: str
    measure: Series
    results: tuple[Result, ...]

    @property
    def kept(self) -> bool:
        """Whether no limit is exceeded."""
        return all(result.within is not False for result in self.results)


def compare(yardstick: str, series: Mapping[str, Series], limits: Mapping[str, float | None]) -> Comparison:
    """Hold the series that ``limits`` names against the one of the yardstick."""
    measure = series[yardstick]
    results = (Result(name, series[name], ratio(series[name], measure), limit) for name, limit in limits.items())
    return Comparison(yardstick, measure, tuple(results))


def program(name: str) -> Path | None:
    """The console script beside the Python that runs this; None where it is not installed."""
    script = Path(sys.executable).parent / name
    return script if script.is_file() else None


def eduindex() -> tuple[str, ...]:
    """The words that run eduindex: its console script, else its module."""
    script = program("eduindex")
    return (str(script),) if script else (sys.executable, "-m", "eduindex")


def as_table(comparison: Comparison, decimals: int = 1) -> str:
    """CPU and wall times in milliseconds, and the ratios to the yardstick."""

    def milliseconds(seconds: float) -> str:
        return f"{seconds * _MILLISECONDS:,.{decimals}f}"

    def row(name: str, series: Series, ratio: Ratio, limit: float | None, within: bool | None) -> Sequence[str]:
        return (
            name,
            milliseconds(series.cpu),
            _in_short(ratio.cpu),
            _in_short(ratio.pairwise),
            "" if limit is None else f"{limit:g}",
            _WITHIN[within],
            milliseconds(series.wall),
            _in_short(ratio.wall),
        )

    return lay_out(
        [
            ("", "CPU ms", "ratio", "pairwise", "limit", "within", "wall ms", "ratio"),
            row(comparison.yardstick, comparison.measure, Ratio(1, 1, 1), None, None),
            *(row(one.name, one.series, one.ratio, one.limit, one.within) for one in comparison.results),
        ]
    )


def as_record(comparison: Comparison) -> dict[str, object]:
    """The comparison with every single run, for JSON."""
    return {
        "yardstick": {"name": comparison.yardstick, **_seconds(comparison.measure)},
        "results": [
            {
                "name": result.name,
                "limit": result.limit,
                "within": result.within,
                "ratio": asdict(result.ratio),
                **_seconds(result.series),
            }
            for result in comparison.results
        ],
    }


def _in_short(number: float) -> str:
    return f"{number:.2f}" if number >= 0.1 else f"{number:.4f}"


def _seconds(series: Series) -> dict[str, object]:
    return {
        "median_cpu_seconds": series.cpu,
        "median_wall_seconds": series.wall,
        "runs_cpu_seconds": [sample.cpu for sample in series.samples],
        "runs_wall_seconds": [sample.wall for sample in series.samples],
    }
