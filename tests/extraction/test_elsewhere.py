"""Figures of other areas in a district's report, and what makes a figure the district's own again."""

import pytest
from small_catalogue import fates, figures


@pytest.mark.parametrize(
    "text",
    [
        "全国公办率为52%。",
        "同期全省公办率为52%。",
        "公办率全市平均水平为52%。",
        "周边县公办率为52%。",
        "相邻的清溪县公办率为52%。",
        "某县公办率为52%。",
        "云河省公办率为52%。",
        "云河省的公办率为52%。",
    ],
)
def test_a_figure_of_another_area(text):
    assert fates(text) == [("52%", "elsewhere")]


@pytest.mark.parametrize(
    "text",
    [
        "公办率达57.3%,高于全省的52%。",
        "公办率达57.3%,领先全国平均的52%。",
        "公办率达57.3%,全省为52%。",
        "公办率达57.3%,而全国公办率为52%。",
        "公办率达57.3%,而同期全国公办率为52%。",
    ],
)
def test_what_the_district_is_compared_with(text):
    assert figures(text) == [("coverage", "57.3%")]


@pytest.mark.parametrize(
    "text",
    [
        "全省公办率为52%,我县公办率为57.3%。",
        "与全省同步推进,全县公办率达57.3%。",
        "全省率先发力,公办率达57.3%。",
        "全国首批试点,公办率达57.3%。",
        "全省推广我县做法,公办率达57.3%。",
        "全省公办率为52%。公办率达57.3%。",
    ],
)
def test_a_figure_of_its_own_beside_another_area(text):
    assert ("coverage", "57.3%") in figures(text)
    assert ("coverage", "52%") not in figures(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全省范围内考核位列全市第2名。", [("rank", "第2名")]),
        ("考核位列全市第2名。", [("rank", "第2名")]),
        ("清河县2023年工作总结\n我县考核位列全市第2名。", [("rank", "第2名")]),
    ],
)
def test_a_place_among_others_is_the_districts_own(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清河县2023年工作总结\n全市公办率为52%。", []),
        ("清河县2023年工作总结\n白河市公办率为52%。", []),
        ("白河市2023年工作总结\n全市公办率为52%。", [("coverage", "52%")]),
        ("白河市2023年工作总结\n我市公办率为52%。", [("coverage", "52%")]),
        ("白河市2023年工作总结\n白河市公办率为52%。", [("coverage", "52%")]),
        ("教育工作总结\n我县稳步发展。全市公办率为52%。", []),
        ("清河县2023年工作总结\n全市公办率为52%,全县公办率为57.3%。", [("coverage", "57.3%")]),
    ],
)
def test_the_city_is_another_area_where_a_county_reports(text, expected):
    assert figures(text) == expected
