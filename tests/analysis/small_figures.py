"""Figures of many districts, one each, from printed values or straight from intervals, and all the values they may have.

An assignment gives each figure one of the values that it may have: the ends (or a number just inside an open one), the middle,
and a number far out where there is no end. What holds of every assignment of a few figures is thereby held against all of them.
"""

from dataclasses import replace
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st
from small_world import CATALOGUE, district, interval, says

from eduindex.analysis.figures import as_means, series_of
from eduindex.model.interval import Interval

TINY, FAR = Fraction(1, 10**9), Fraction(10**9)

# Anything will do: its interval is replaced.
_ANY_VALUE = {
    "coverage": "1%",
    "dropouts": "1%",
    "private": "1%",
    "growth": "1%",
    "grade": "A等",
    "rank": "第一",
    "recruited": "1名",
}


def figure(indicator, value, period="2023", *, id="a", code="330302", published="undated", catalogue=CATALOGUE, **more):
    """The figure that one entry makes."""
    said = says(indicator, value, period, **more)
    (series,) = series_of(district(id, said, code=code, published=published, catalogue=catalogue))
    (made,) = series.figures
    return made


def figures(indicator, *values):
    """One figure a district; each value is printed for 2023, or is a pair of value and period."""
    pairs = [(value, "2023") if isinstance(value, str) else value for value in values]
    return [figure(indicator, *one, id=f"d{place}") for place, one in enumerate(pairs)]


def means(indicator, *values):
    """The same as means of a year, where the periods differ in length."""
    return as_means(figures(indicator, *values))


def figures_between(indicator, *intervals):
    """One figure a district that may lie anywhere in the interval given, without any rounding."""
    return [figure_between(indicator, one, id=f"d{place}") for place, one in enumerate(intervals)]


def figure_between(indicator, ends, id="a"):
    made = figure(indicator, _ANY_VALUE[indicator], id=id)
    point = ends.low if ends.is_point else None
    return replace(made, interval=ends, possible=ends, point=point, resolution=None)


# The values that a figure may have


def ends_of(ends: Interval) -> tuple[Fraction, Fraction]:
    low = -FAR if ends.low is None else Fraction(ends.low) + (TINY if ends.low_open else 0)
    high = FAR if ends.high is None else Fraction(ends.high) - (TINY if ends.high_open else 0)
    return low, high


def values_of(ends: Interval, years: int | None = None) -> list[Fraction]:
    low, high = ends_of(ends)
    return [number / (years or 1) for number in sorted({low, (low + high) / 2, high})]


def assignments(figures):
    """Every choice of a value for each figure, the means divided."""
    return product(*(values_of(one.possible, one.per_year) for one in figures))


def printed_alike(one, another):
    """Whether the same number is printed for both; means are not printed."""
    is_printed = one.interval.is_point and not (one.per_year or another.per_year)
    return is_printed and one.interval == another.interval


# Values close together, so that they overlap, touch, repeat and differ by rounding only.

NUMBERS = st.sampled_from(
    ["1", "1.0", "1.00", "1.04", "1.05", "1.1", "2", "2.0", "2.1", "2.14", "2.50", "3", "3.0", "4"]
)
PATTERNS = st.sampled_from(["{}", "{}", "{}", "{}以上", "超{}", "{}以下", "低于{}", "近{}", "约{}"])


def in_unit(unit):
    return st.builds(str.format, PATTERNS, NUMBERS.map(lambda number: number + unit)) | st.builds(
        "{1[0]}{0}, {0}.{2}{1[1]}{3}".format,
        st.integers(0, 4),
        st.sampled_from(["[]", "()", "[)", "(]"]),
        st.integers(1, 9),
        st.just(unit),
    )


VALUES = {
    "coverage": in_unit("%"),
    "dropouts": in_unit("%"),
    "private": in_unit("%"),
    "growth": in_unit("%"),
    "recruited": st.builds(str.format, PATTERNS, st.integers(1, 5).map("{}名".format)),
    "spending": in_unit("亿元") | st.sampled_from(["10000万元", "10400万元", "10500万元", "20000万元", "21400万元"]),
    "rank": st.integers(1, 5).map("第{}".format) | st.integers(1, 5).map("至多{}名".format),
    "grade": st.sampled_from(["A等", "B等", "C等", "B等以上", "B等以下", "A等以上"]),
}
# What a share can be at the most and at the least.
EXTREMES = st.sampled_from(
    [
        "100%",
        "100.0%",
        "100.00%",
        "99.9%",
        "99.95%",
        "99.95%以上",
        "超99.9%",
        "0%",
        "0.0%",
        "0.04%",
        "低于0.1%",
        "0%以上",
    ]
)


@st.composite
def printed(draw, indicators=tuple(VALUES), least=1, most=5):
    """Up to five figures of one indicator, one a district."""
    indicator = draw(st.sampled_from(indicators))
    return figures(indicator, *draw(st.lists(VALUES[indicator], min_size=least, max_size=most)))


@st.composite
def intervals(draw, *, missing=True, most=6):
    """An interval with ends from 0 to ``most``, open, closed or missing."""
    low = draw(st.integers(0, most))
    high = draw(st.integers(low, most))
    is_open = st.booleans() if high > low else st.just(False)
    ends = [draw(st.sampled_from([end, end, end, None])) if missing else end for end in (low, high)]
    return interval(*ends, *(draw(is_open) and end is not None for end in ends))


@st.composite
def between(draw, indicators=("growth", "dropouts"), least=1, most=5, missing=True):
    """Up to five figures straight from intervals."""
    indicator = draw(st.sampled_from(indicators))
    return figures_between(indicator, *draw(st.lists(intervals(missing=missing), min_size=least, max_size=most)))
