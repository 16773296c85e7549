"""The year that a report is about and the day on which it came out, by its own words."""

import pytest
from small_catalogue import CATALOGUE, periods

from eduindex.extraction.extracting import extract
from eduindex.extraction.horizon import horizon_of, published_in


def year_of(text, **more):
    return extract(text, CATALOGUE, **more).year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清河县教育局2023年工作总结\n公办率达57.3%。", 2023),
        ("关于2022年度教育工作情况的报告\n公办率达57.3%。", 2022),
        ("清河县2022学年教育事业统计公报\n2023年公布。", 2022),
        ("教育工作总结\n2023年,全县教育系统扎实工作。2019年以来投入加大。", 2023),
        ("教育工作总结\n\n清河县教育局\n2024年1月8日", 2023),
        ("教育工作总结\n\n清河县教育局\n2023年12月28日", 2023),
        ("教育工作总结\n发布时间:2024-03-05\n公办率达57.3%。", 2023),
        ("清河县教育局2024年工作要点\n公办率达到60%。", 2024),
        ("公办率由2021年的50%提升至2023年的57.3%,2023年再获表彰。", 2023),
        ("到2035年建成教育强县。2022年公办率达57.3%。2022年招聘教师5名。", 2022),
        ("创建于1956年的学校。2022年公办率达57.3%。", 2022),
        ("公办率达57.3%。", None),
        ("", None),
    ],
)
def test_the_year_of_a_report(text, expected):
    assert year_of(text) == expected


def test_what_a_person_states_counts_first():
    assert year_of("清河县教育局2023年工作总结", year=2021) == 2021
    assert extract("2024年1月8日", CATALOGUE, published="2020-05-06").published == "2020-05-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工作总结\n2024年4月3日\n内容。", "2024-04-03"),
        ("工作总结\n内容。\n清河县教育局\n2024年1月18日", "2024-01-18"),
        ("工作总结\n日期:2023/1/8 14:40:41 浏览:\n内容。", "2023-01-08"),
        ("工作总结\n发布时间:2023-11-02 来源:教育局\n内容。", "2023-11-02"),
        ("工作总结\n2023年5月6日,召开会议。", ""),
        ("工作总结\n截至2023年5月6日公办率达57.3%。", ""),
        ("工作总结\n2023年13月40日", ""),
        ("工作总结", ""),
    ],
)
def test_the_day_of_publication(text, expected):
    assert published_in(text) == expected


@pytest.mark.parametrize(
    ("text", "year", "published", "now"),
    [
        ("2023年工作总结", None, "2024-04-03", "2023"),
        ("工作总结", None, "2024-04-03", "2024-04"),
        ("工作总结", 2023, "", "2023"),
        ("工作总结", None, "", ""),
    ],
)
def test_the_time_from_which_a_report_speaks(text, year, published, now):
    assert horizon_of(text, year, published).now == now


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年教育工作总结\n公办率达57.3%。", ["2023"]),
        ("教育工作总结\n2024年4月3日\n目前,公办率达57.3%。", ["2024-04"]),
        ("教育工作总结\n2024年4月3日\n招聘教师52名。", ["..2024-04"]),
        ("2023年教育工作总结\n招聘教师52名。", ["2023"]),
        ("教育工作总结\n公办率达57.3%。", []),
    ],
)
def test_figures_without_a_date_take_the_reports_own(text, expected):
    assert periods(text, None) == expected
