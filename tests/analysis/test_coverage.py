"""``coverage_of``: who publishes what, counted exactly."""

import pytest
from small_world import CATALOGUE, district, says

from eduindex.analysis.choosing import Choice
from eduindex.analysis.coverage import Published, coverage_of, published_by
from eduindex.model.catalogue import Catalogue

A = district(
    "a",
    says("coverage", "98%", "2023"),
    says("coverage", "99%", "2025", target=True),
    says("dropouts", "1%", "2025", target=True),
    says("recruited", "5人", "2021..2023", scope="城区"),
    says("spending", "5万元", "2023"),
)
B = district("b", says("dropouts", "2%", "2020"), says("aid", "3万元", "2024", target=True))
NOBODY = district("c")


def line_of(coverage, indicator):
    (line,) = [line for line in coverage.lines if line.indicator.id == indicator]
    return line


@pytest.mark.parametrize(
    ("indicator", "published"),
    [
        ("coverage", ["actual", "none", "none"]),  # a result counts, whatever is planned
        ("dropouts", ["target", "actual", "none"]),
        ("recruited", ["actual", "none", "none"]),  # a part of the district is published too
        ("aid", ["none", "target", "none"]),
        ("schools", ["none", "none", "none"]),
    ],
)
def test_each_indicator_is_a_result_a_plan_or_nothing(indicator, published):
    line = line_of(coverage_of(CATALOGUE, [A, B, NOBODY]), indicator)
    assert [str(one) for one in line.published] == published
    assert (line.actual, line.target) == (published.count("actual"), published.count("target"))
    assert line.is_published is (published != ["none"] * 3)


@pytest.mark.parametrize("order", [1, -1])
def test_a_result_counts_whether_it_stands_before_or_behind_the_plan(order):
    entries = (says("coverage", "98%", "2023"), says("coverage", "99%", "2025", target=True))
    assert published_by(district("a", *entries[::order])) == {"coverage": Published.ACTUAL}


def test_counts_are_exact_and_by_dimension():
    coverage = coverage_of(CATALOGUE, [A, B, NOBODY])
    in_first = sum(indicator.dimension == "first" for indicator in CATALOGUE.indicators.values())
    counts = [(one.dimension.id, one.indicators, one.actual, one.target) for one in coverage.dimensions]
    assert counts == [("first", in_first, (2, 1, 0), (1, 0, 0)), ("second", 2, (1, 0, 0), (0, 1, 0))]
    overall = coverage.overall
    assert (overall.dimension, overall.indicators) == (None, in_first + 2)
    assert (overall.actual, overall.target) == ((3, 1, 0), (1, 1, 0))


def test_districts_keep_their_order_and_indicators_that_of_the_catalogue():
    coverage = coverage_of(CATALOGUE, [B, A])
    assert [identity.id for identity in coverage.districts] == ["b", "a"]
    by_dimension = sorted(CATALOGUE.indicators.values(), key=lambda indicator: indicator.dimension)
    assert [line.indicator for line in coverage.lines] == by_dimension
    assert line_of(coverage, "dropouts").published == (Published.ACTUAL, Published.TARGET)


@pytest.mark.parametrize(
    ("choice", "indicators"),
    [
        ({"dimensions": frozenset({"second"})}, ["spending", "aid"]),
        ({"indicators": frozenset({"dropouts", "aid"})}, ["dropouts", "aid"]),
    ],
)
def test_a_choice_narrows_what_is_counted(choice, indicators):
    coverage = coverage_of(CATALOGUE, [A, B], Choice(**choice))
    assert [line.indicator.id for line in coverage.lines] == indicators
    assert coverage.overall.indicators == len(indicators)


def test_without_districts_or_indicators_there_are_no_counts():
    assert coverage_of(CATALOGUE, []).overall.actual == ()
    nothing = coverage_of(Catalogue({}, {}), [A, B])
    assert (nothing.dimensions, nothing.overall.indicators, nothing.overall.actual) == ((), 0, (0, 0))
