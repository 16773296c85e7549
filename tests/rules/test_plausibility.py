"""What makes a figure implausible: what is said about it, and what looks like it and is left alone."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.period_reading import Years, printed_years
from eduindex.rules.example_workspace import CATALOGUE, DISTRICTS_FOLDER

COVERAGE = "inclusive_kindergarten_coverage"
MORE_INDICATORS = """\
  kindergartens:
    name: {zh: 幼儿园数, en: Kindergartens}
    dimension: preschool
    kind: count
    unit: 所
    time: stock
    direction: neutral
    range: {low: 0}
    mentions: [幼儿园]
  teachers_in_ten_thousands:
    name: {zh: 教师数, en: Teachers}
    dimension: teachers
    kind: count
    unit: 万人
    time: stock
    direction: neutral
    range: {low: 0}
    mentions: [教师]
"""
MENTIONS = {
    COVERAGE: "普惠性幼儿园覆盖率达",
    "school_places_added": "新增学位",
    "teachers_recruited": "招聘教师",
    "pupil_teacher_ratio": "生师比为",
    "public_education_expenditure": "一般公共预算教育经费",
    "kindergartens": "有幼儿园",
    "teachers_in_ten_thousands": "有教师",
}
EXPENDITURE, PLACES, RECRUITED = "public_education_expenditure", "school_places_added", "teachers_recruited"

every_time = st.text(alphabet="120年月日学级/-—至到、和及《》比较自由于起以来〇 .,。", max_size=60)


def entry(indicator: str, value: str, period: str, *, when: str | None = None, phrase: str = "", **more: str) -> str:
    """An entry whose evidence is ``phrase``, else one that prints the period and the value."""
    printed = phrase or f"{f'{period}年' if when is None else when}{MENTIONS[indicator]}{value}"
    keys = {"indicator": indicator, "value": value, "period": period, "source": "report", "evidence": printed, **more}
    return "  - " + "    ".join(f"{key}: {text}\n" for key, text in keys.items())


@pytest.fixture
def found(eduindex, tmp_path, monkeypatch):
    """Runs ``validate`` on districts made of entries; gives what it finds."""
    monkeypatch.chdir(tmp_path)
    Path(DISTRICTS_FOLDER).mkdir()
    Path("indicators.yaml").write_text(CATALOGUE + MORE_INDICATORS, encoding="utf-8")

    def run(*districts: Iterable[str], published: str = "2024-01-15") -> list[Mapping[str, str]]:
        for number, entries in enumerate(districts):
            head = f"district: d{number}\nname: 第{number}县\nsources:\n  report:\n    title: 总结\n    published: {published}\n"
            text = head + "entries:\n" + "".join(entries)
            Path(DISTRICTS_FOLDER, f"d{number}.yaml").write_text(text, encoding="utf-8")
        result = eduindex("validate", "-f", "json")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        records: list[Mapping[str, str]] = json.loads(result.stdout)["records"]
        return records

    return run


def codes(records: Iterable[Mapping[str, str]]) -> list[str]:
    return [record["code"] for record in records]


@pytest.mark.parametrize(
    ("period", "begins"),
    [
        ("2023", "2023.."),
        ("2022/2023", "2022-09.."),
        ("2022-09..2023-08", "2022-09.."),
        ("2021..2025", "2021.."),
    ],
)
def test_the_hint_for_a_period_that_is_not_over_begins_as_the_period_does(found, period, begins):
    (finding,) = found([entry(RECRUITED, "238名", period, when="")], published="2023-02-01")
    assert finding["code"] == "P002"
    assert begins in finding["hint"]
    assert "2024" not in finding["hint"]


def test_a_period_without_a_start_is_not_offered_one(found):
    (finding,) = found([entry(RECRUITED, "238名", "..2025", when="")])
    assert finding["code"] == "P002"
    assert ".." not in finding["hint"]


@pytest.mark.parametrize(
    ("published", "period"),
    [("2024-01-15", "2024"), ("2023-10-15", "2023/2024"), ("2024-03", "2024"), ("2024-03", "2023/2024")],
)
def test_a_stock_may_hold_in_the_year_in_which_it_was_published(found, published, period):
    assert found([entry(COVERAGE, "92.4%", period, when="")], published=published) == []


@pytest.mark.parametrize("period", ["2024..2025", "2023..2025", "..2024-12"])
def test_a_stock_does_not_hold_until_long_after_its_publication(found, period):
    assert codes(found([entry(COVERAGE, "92.4%", period, when="")])) == ["P002"]


def test_what_recurs_every_year_may_be_told_for_the_year_that_has_begun(found):
    assert found([entry(EXPENDITURE, "7.6亿元", "2024", when="每年")]) == []
    assert codes(found([entry(EXPENDITURE, "7.6亿元", "2024", when="今年")])) == ["P002"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022年招聘", [(2022, 2022)]),
        ("(2021-2025年)", [(2021, 2025)]),
        ("2021—2025年", [(2021, 2025)]),
        ("2021年至2023年", [(2021, 2023)]),
        ("2021年9月至2023年8月", [(2021, 2023)]),
        ("自2021年至2023年", [(2021, 2023)]),
        ("2019、2020年", [(2019, 2019), (2020, 2020)]),
        ("2019年、2021-2023年", [(2019, 2019), (2021, 2023)]),
        ("2022-2023学年", [(2022, 2023)]),
        ("2022学年", [(2022, 2023)]),
        ("2023-06", [(2023, 2023)]),
        ("生师比2022年为15:1", [(2022, 2022)]),
        ("较2020年提高,2022年达", [(2022, 2022)]),
        ("由2022年的88%升至2023年的92%", [(2023, 2023)]),
        ("比2020年、2021年", []),
        ("与2020年相比", []),
        ("自2020年起", []),
        ("2020年秋季学期起", []),
        ("2016年以来", []),
        ("创建于1996年", []),
        ("按《2021—2025年规划》", []),
        ("按《2021—2025年规", []),
        ("2022级", []),
        ("2022年级", []),
        ("12022年", []),
        ("1.2022年", []),
        ("2022人", []),
    ],
)
def test_the_years_that_a_phrase_prints_for_its_figure(text, years):
    assert list(printed_years(text)) == [Years(*one) for one in years]


@given(every_time)
def test_printed_years_run_forwards_and_stand_in_the_text(text):
    for years in printed_years(text):
        assert 1900 <= years.first <= years.last <= 2200
        assert str(years.first) in text


@pytest.mark.parametrize("piece", ["2020/", "2020年1月至", "《", "比2020", "《2020年", "2020"])
def test_a_million_characters_of_years_are_read(piece):
    assert all(years.first == 2020 for years in printed_years(piece * (1_000_000 // len(piece))))


def test_no_year_is_looked_for_in_what_is_no_phrase(found):
    long = "2022年" + "各校" * 700 + "生师比为15.2:1"
    assert "P011" not in codes(found([entry("pupil_teacher_ratio", "15.2:1", "2023", phrase=long)]))
    short = "2022年" + "各校" * 300 + "生师比为15.2:1"
    assert "P011" in codes(found([entry("pupil_teacher_ratio", "15.2:1", "2023", phrase=short)]))


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("较2020年提高,", "2023"),
        ("(2021-2025年)", "2023"),
        ("按《2024—2028年规划》,", "2023"),
        ("创建于1996年的示范县", "2023"),
        ("截至2023年1月,去年", "2022"),
        ("由2022年的88%升至2023 年的", "2023"),
        ("2022学年", "2023-06"),
        ("2016年以来", "2023"),
    ],
)
def test_a_year_of_something_else_is_no_other_period(found, when, period):
    assert found([entry(COVERAGE, "92.4%", period, when=when)]) == []


@pytest.mark.parametrize(
    "when",
    ["2022 年", "２０２２年", "2022年底,", "较上年提高,2022年", "2019年至2021年", "近两年", "二〇二三学年2022年"],
)
def test_another_year_is_found_however_it_is_printed(found, when):
    period = "2021..2023" if when.startswith("近") else "2023"
    assert codes(found([entry(COVERAGE, "92.4%", period, when=when)])) == ["P011"]


def test_a_flow_counts_from_the_year_since_which_it_is_printed(found):
    assert codes(found([entry(RECRUITED, "238名", "2023", when="2020年以来")])) == ["P011"]
    assert found([entry(RECRUITED, "238名", "2020..2023", when="2020年以来")]) == []


def test_flows_of_different_length_are_no_neighbours(found):
    recruited = [entry(RECRUITED, "1200人", "2019..2023", when=""), entry(RECRUITED, "10人", "2024-01", when="")]
    assert found(recruited) == []
    stocks = [
        entry("kindergartens", "1200所", "2019..2023", when=""),
        entry("kindergartens", "10所", "2024-01", when=""),
    ]
    assert codes(found(stocks)) == ["P008"]


@pytest.mark.parametrize(
    ("values", "odd"),
    [
        (("7.1亿元", "7.5万元", "7.9亿元"), ["7.5万元"]),
        (("7.1万元", "7.5亿元", "7.9亿元"), ["7.1万元"]),
        (("7.1亿元", "7.5亿元", "7.9万元"), ["7.9万元"]),
        (("7.1亿元", "7.2万元", "7.3亿元", "7.4万元", "7.5亿元"), ["7.2万元", "7.4万元"]),
        (("7.1亿元", "7.2万元", "7.3万元", "7.4亿元", "7.5亿元"), ["7.2万元", "7.3万元"]),
    ],
)
def test_a_value_that_fits_neither_year_around_it_is_told_once(found, values, odd):
    told = found([entry(EXPENDITURE, value, str(2019 + number)) for number, value in enumerate(values)])
    assert [(one["code"], one["quoted"]) for one in told] == [("P008", value) for value in odd]
    assert all("a slipped 万" in one["hint"] for one in told)


def test_nobody_is_asked_whether_a_part_of_a_kindergarten_was_meant(found):
    (finding,) = found([entry("kindergartens", "1所", "2022"), entry("kindergartens", "120所", "2023")])
    assert finding["code"] == "P008"
    assert "1.2所" not in finding["hint"]
    assert "100所 is meant there" in finding["hint"]
    assert "万" not in finding["hint"]
    (finding,) = found([entry("kindergartens", "3所", "2022")], *[[entry("kindergartens", "333所", "2022")]] * 2)
    assert finding["code"] == "P007"
    assert "300所 is meant" in finding["hint"]
    (finding,) = found([entry("kindergartens", "333所", "2022")], *[[entry("kindergartens", "3所", "2022")]] * 2)
    assert "meant" not in finding["hint"]


def test_counts_in_ten_thousands_may_have_decimals(found):
    ten_thousands = "teachers_in_ten_thousands"
    (finding,) = found([entry(ten_thousands, "1.2万人", "2022"), entry(ten_thousands, "150万人", "2023")])
    assert "1.5万人 is meant here" in finding["hint"]


@pytest.mark.parametrize("value", ["612万元", "790亿元"])
def test_two_other_districts_are_enough_to_tell_an_odd_one(found, value):
    others = [[entry(EXPENDITURE, "6.8亿元", "2023")], [entry(EXPENDITURE, "7.1亿元", "2023")]]
    told = found([entry(EXPENDITURE, value, "2023")], *others)
    assert [(one["code"], one["quoted"]) for one in told] == [("P007", value)]
    assert "2 other districts" in told[0]["message"]


def test_one_other_district_is_not_enough(found):
    assert found([entry(EXPENDITURE, "612万元", "2023")], [entry(EXPENDITURE, "7.1亿元", "2023")]) == []


def test_those_beside_an_odd_one_are_not_odd_themselves(found):
    told = found(*[[entry("kindergartens", value, "2023")] for value in ("1所", "250所", "1所")])
    assert [(one["code"], one["quoted"]) for one in told] == [("P007", "250所")]


def test_a_month_is_not_held_against_the_years_of_other_districts(found):
    years = [[entry(EXPENDITURE, f"{amount}亿元", "2023")] for amount in (6, 7, 8)]
    assert found([entry(EXPENDITURE, "600万元", "2023-12", when="2023年12月")], *years) == []
    assert found([entry(EXPENDITURE, "600万元", "2023-12..", when="2023年12月")], *years) == []
    assert codes(found([entry(EXPENDITURE, "600万元", "2023", when="2023年")], *years)) == ["P007"]


def test_an_unstated_variant_stands_with_the_usual_one(found):
    usual = entry(COVERAGE, "92.4%", "2023", variant="children")
    assert codes(found([usual, entry(COVERAGE, "88.1%", "2023")])) == ["P004"]
    assert codes(found([usual, entry(COVERAGE, "92.4%", "2023")])) == ["P006"]
    assert found([usual, entry(COVERAGE, "88.1%", "2023", variant="kindergartens")]) == []


def divided(phrase: str, total: str, **parts: str) -> list[str]:
    """A total and its parts by scope, all with one phrase."""
    whole = entry(PLACES, total, "2023", phrase=phrase)
    return [whole, *(entry(PLACES, value, "2023", phrase=phrase, scope=scope) for scope, value in parts.items())]


@pytest.mark.parametrize(
    ("phrase", "total", "parts"),
    [
        ("新增学位1500个,其中小学900个、初中500个", "1500个", {"小学": "900个", "初中": "500个"}),
        ("新增学位1500个,其中小学900个,初中700个", "1500个", {"小学": "900个", "初中": "700个"}),
        ("新增学位1500个,其中东镇900个、西镇700个", "1500个", {"东镇": "900个", "西镇": "700个"}),
        ("东镇900个、西镇500个,共新增学位1500个", "1500个", {"东镇": "900个", "西镇": "500个"}),
        ("新增学位1500个,其中东镇600个、西镇400个和北镇400个", "1500个", {"东镇": "600个", "西镇": "400个", "北镇": "400个"}),
        ("新增学位1500个,其中山区1900个,东部200个", "1500个", {"山区": "1900个", "东部": "200个"}),
    ],
)  # fmt: skip
def test_parts_that_do_not_add_up(found, phrase, total, parts):
    assert codes(found(divided(phrase, total, **parts))) == ["P010"]


@pytest.mark.parametrize(
    ("phrase", "total", "parts"),
    [
        ("新增学位1500个,其中小学900个、初中600个", "1500个", {"小学": "900个", "初中": "600个"}),
        ("新增学位238个,其中硕士106个,女教师150个", "238个", {"硕士": "106个", "女教师": "150个"}),
        ("新增学位238个,其中硕士106个、女教师150个", "238个", {"硕士": "106个", "女教师": "150个"}),
        ("新增学位238个,其中硕士106个、女教师100个", "238个", {"硕士": "106个", "女教师": "100个"}),
        ("新增学位1500个,其中小学1400个、农村小学500个", "1500个", {"小学": "1400个", "农村小学": "500个"}),
        ("新增学位1500个,其中山区900个,寄宿制700个", "1500个", {"山区": "900个", "寄宿制": "700个"}),
        ("新增学位1500个,其中城区900个、城镇700个", "1500个", {"城区": "900个", "城镇": "700个"}),
        ("新增学位1500个,其中东镇900个、西镇400个、北镇200个", "1500个", {"东镇": "900个", "西镇": "400个"}),
        ("新增学位1500个,其中小学900个、初中400个、高中200个", "1500个", {"小学": "900个", "初中": "400个"}),
        ("新增学位1500个,其中东镇300个、西镇200个", "1500个", {"东镇": "300个", "西镇": "200个"}),
        ("新增学位1.5万个,其中东镇0.8万个、西镇0.7万个", "1.5万个", {"东镇": "0.8万个", "西镇": "0.7万个"}),
    ],
)  # fmt: skip
def test_parts_that_overlap_or_leave_something_over(found, phrase, total, parts):
    assert found(divided(phrase, total, **parts)) == []


def apart(total: str, **parts: str) -> list[str]:
    """A total and its parts by scope, each with a phrase of its own."""
    return [
        entry(PLACES, total, "2023"),
        *(entry(PLACES, value, "2023", scope=scope) for scope, value in parts.items()),
    ]


def test_parts_of_different_phrases_are_added_where_they_exclude_each_other(found):
    assert codes(found(apart("1500个", 小学="900个", 初中="700个"))) == ["P010"]
    assert codes(found(apart("1500个", 公办="900个", 民办="500个"))) == ["P010"]
    assert codes(found(apart("1500个", 山区="1600个", 小学="10个"))) == ["P010"]
    assert found(apart("1500个", 小学="900个", 初中="500个")) == []
    assert found(apart("1500个", 东镇="900个", 西镇="700个")) == []
    assert found(apart("1500个", 小学="900个", 城区="700个")) == []
