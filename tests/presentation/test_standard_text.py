"""The words for what a standard requires, and of whom."""

from decimal import Decimal

import pytest
from bilingual_world import CATALOGUE, EN, ZH

from eduindex.model.interval import Interval
from eduindex.model.standard import Level, Operator, Standard, required_values
from eduindex.presentation.standard_text import brief_text, level_text, requirement_text


def standard(threshold, operator=Operator.AT_LEAST, indicator="coverage", level=Level.COUNTY, **more):
    one = CATALOGUE.indicators[indicator]
    required = None if threshold == "previous_year" else required_values(operator, threshold, one)
    assert required is None or isinstance(required, Interval)
    return Standard("one", one, level, operator, threshold, required, **more)


@pytest.mark.parametrize(
    ("one", "en", "zh"),
    [
        (standard("50%"), "≥50%", "≥50%"),
        (standard("50%", Operator.ABOVE), ">50%", ">50%"),
        (standard("0.50", Operator.AT_MOST, "spread"), "≤0.50", "≤0.50"),
        (standard("0.15", Operator.BELOW, "spread"), "<0.15", "<0.15"),
        (standard("100%", Operator.EQUALS), "=100%", "=100%"),
        (standard("B", indicator="grade"), "≥B", "≥B"),
        (standard("2000 万元", indicator="spending"), "≥2000万元", "≥2000万元"),
        (standard("10%", indicator="rotation", per_year=True), "≥10% a year", "每年≥10%"),
        (standard("10%", indicator="by_ways", each=("children", "places")), "each ≥10%", "各项≥10%"),
        (
            standard("9名", indicator="recruited", each=("a", "b"), per_year=True),
            "each ≥9名 a year",
            "各项每年≥9名",
        ),
        (standard("previous_year", indicator="spending"), "≥ previous year", "不低于上年"),
        (standard("previous_year", indicator="by_ways", each=("a",)), "each ≥ previous year", "各项不低于上年"),
    ],
)
def test_a_requirement_in_both_languages(one, en, zh):
    assert requirement_text(one, EN) == en
    assert requirement_text(one, ZH) == zh


@pytest.mark.parametrize(
    ("level", "due", "en", "zh"),
    [
        (Level.COUNTY, None, "county mark", "县级标准"),
        (Level.COUNTY, 2030, "county mark for 2030", "2030年县级标准"),
        (Level.NATIONAL, None, "national goal", "全国目标"),
        (Level.NATIONAL, 2025, "national goal for 2025", "2025年全国目标"),
    ],
)
def test_whom_a_standard_binds_in_both_languages(level, due, en, zh):
    one = standard("97%", level=level, due=due)
    assert level_text(one, EN) == en
    assert level_text(one, ZH) == zh
    assert brief_text(one, one.indicator, EN) == f"one: ≥97% ({en})"


def test_the_threshold_is_the_one_written():
    assert standard("50.0%").required == Interval(Decimal("50.0"), None)
    assert requirement_text(standard("50.0%"), EN) == "≥50.0%"
