"""What a workspace holds: districts, indicators, one indicator in full."""

from dataclasses import replace
from decimal import Decimal

import pytest
from bilingual_world import CATALOGUE, EN, LANGUAGES, ZH, district, records_by_field, says, texts_of

from eduindex.model.district import Identity
from eduindex.model.interval import Interval
from eduindex.model.observation import District
from eduindex.model.standard import Attestation, Level, Operator, Standard
from eduindex.model.wording import Wording
from eduindex.presentation.listing_tables import districts_table, indicator_record, indicator_table, indicators_table

QUZHOU = district(
    "quzhou", says("coverage", "9%", "2019"), says("coverage", "8%", "2021..2023"), says("rank", "第3", "2022/2023")
)
BARE = District(Identity("ouhai", Wording()), {}, ())


def indicators(*ids):
    return [CATALOGUE.indicators[id] for id in ids]


def test_districts_are_counted_with_their_years():
    table = districts_table([QUZHOU, BARE], EN)
    assert table.title == "2 districts"
    assert texts_of(table.layouts[0]) == [
        ["quzhou", "Quzhou", "330302", "Zhejiang", "3", "2", "2019–2023"],
        ["ouhai", "ouhai", "–", "", "0", "0", ""],
    ]
    assert texts_of(districts_table([QUZHOU], ZH).layouts[0])[0][1:4] == ["衢州", "330302", "浙江省"]


def test_districts_are_records_too():
    identity = QUZHOU.identity._replace(aliases=("柯城", "三衢"))
    table = districts_table([replace(QUZHOU, identity=identity), BARE], EN)
    first, second = records_by_field(table.records)
    assert first == {
        "district": "quzhou",
        "name_zh": "衢州",
        "name_en": "Quzhou",
        "code": "330302",
        "within": "Zhejiang",
        "aliases": "柯城;三衢",
        "entries": 3,
        "indicators": 2,
        "first_year": 2019,
        "last_year": 2023,
    }
    assert [second[name] for name in ("code", "within", "aliases", "first_year", "last_year")] == [None] * 5
    assert table.document == {"schema_version": 1, "command": "districts", "records": [first, second]}


@pytest.mark.parametrize(
    ("periods", "years"),
    [
        (("2023",), "2023"),
        (("2022-06", "2022-09"), "2022"),
        (("2022/2023",), "2022–2023"),
        (("..2024-03",), "2024"),
        (("2023-06..",), "2023"),
    ],
)
def test_years_reach_from_the_first_to_the_last(periods, years):
    one = district("quzhou", *(says("recruited", "9名", period) for period in periods))
    assert texts_of(districts_table([one], EN).layouts[0])[0][-1] == years


def test_one_is_counted_in_the_singular():
    assert districts_table([QUZHOU], EN).title == "1 district"
    assert indicators_table(CATALOGUE, indicators("coverage"), {}, EN).title == "1 indicator"


def test_indicators_stand_under_their_dimensions_with_the_number_of_districts():
    table = indicators_table(CATALOGUE, indicators("coverage", "rank", "spending"), {"coverage": 2}, EN)
    assert table.title == "3 indicators"
    assert [section.title for section in table.layouts[0].sections] == ["Children", "Money"]
    assert texts_of(table.layouts[0]) == [
        ["coverage", "Coverage", "%", "higher", "2"],
        ["rank", "Rank", "名次", "lower", "0"],
        ["spending", "Spending", "万元", "higher", "0"],
    ]
    assert texts_of(table.layouts[1]) == [[row[0], row[1], row[4]] for row in texts_of(table.layouts[0])]
    chinese = indicators_table(CATALOGUE, indicators("rank"), {}, ZH)
    assert texts_of(chinese.layouts[0]) == [["rank", "名次", "名次", "低者为优", "0"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_of_indicators_do_not_depend_on_the_language(language):
    table = indicators_table(CATALOGUE, list(CATALOGUE.indicators.values()), {"rank": 1}, language)
    records = records_by_field(table.records)
    assert records == [indicator_record(one, int(one.id == "rank")) for one in CATALOGUE.indicators.values()]
    assert table.document["records"] == records


def test_a_record_tells_all_of_an_indicator():
    assert indicator_record(CATALOGUE.indicators["by_usual_ways"], 3) == {
        "indicator": "by_usual_ways",
        "name_zh": "通常口径率",
        "name_en": "By usual ways",
        "dimension": "children",
        "kind": "share",
        "unit": "%",
        "time": "stock",
        "direction": "higher",
        "comparable_within": None,
        "variants": "children;places",
        "usual": "children",
        "levels": None,
        "low": Decimal(0),
        "high": Decimal(100),
        "definition_zh": "",
        "definition_en": "",
        "districts": 3,
        "standards": None,
    }
    graded = indicator_record(CATALOGUE.indicators["grade"], 0)
    assert (graded["levels"], graded["low"], graded["high"], graded["usual"]) == ("C;B;A", None, None, None)
    assert indicator_record(CATALOGUE.indicators["municipal"], 0)["comparable_within"] == "city"


def lines_of(id, language=EN, **changes):
    indicator = replace(CATALOGUE.indicators[id], **changes)
    return dict(texts_of(indicator_table(CATALOGUE, indicator, 3, language).layouts[0]))


def test_one_indicator_has_a_line_for_each_property_that_it_has():
    lines = lines_of("by_usual_ways", definition=Wording("甲除以乙", "a by b"))
    assert lines["Name"] == "通常口径率 / By usual ways"
    assert lines["Definition"] == "a by b"
    assert lines["Dimension"] == "Children"
    assert lines["Variants"] == "children: by children (usual); places: by places"
    assert lines["Districts with figures"] == "3"
    assert not {"Levels", "Comparable within"} & set(lines)
    assert "Definition" not in lines_of("coverage")


def test_levels_borders_and_kinds_are_in_words():
    assert lines_of("grade")["Levels"] == "C < B < A"
    assert lines_of("municipal")["Comparable within"] == "city"
    assert lines_of("municipal", ZH)["可比范围"] == "市"
    assert lines_of("by_usual_ways", ZH)["口径"] == "children: 按幼儿 (通常口径); places: 按学位"


def test_a_name_that_is_the_same_in_both_languages_stands_once():
    assert lines_of("coverage", name=Wording("PISA", "PISA"))["Name"] == "PISA"


@pytest.mark.parametrize("name", [Wording(zh="覆盖率"), Wording(en="Coverage")])
def test_a_name_in_one_language_stands_alone(name):
    assert lines_of("coverage", name=name)["Name"] == name.key


def standard(id, indicator="coverage", level=Level.COUNTY, attested=Attestation.SECONDARY, **more):
    return Standard(
        id,
        CATALOGUE.indicators[indicator],
        level,
        Operator.AT_LEAST,
        "50%",
        Interval(Decimal(50), None),
        attested=attested,
        **more,
    )


STANDARDS = [
    standard("c1"),
    standard("g1", "rotation"),
    standard("c2", level=Level.NATIONAL, due=2025),
    standard("c3", attested=Attestation.NONE),
]
WITH_STANDARDS = replace(CATALOGUE, standards={one.id: one for one in STANDARDS})


def test_an_indicator_in_full_has_a_line_of_the_standards_on_it():
    def line(id, language, heading):
        table = indicator_table(WITH_STANDARDS, CATALOGUE.indicators[id], 3, language)
        return dict(texts_of(table.layouts[0])).get(heading)

    assert line("coverage", EN, "Standards") == "c1: ≥50% (county mark); c2: ≥50% (national goal for 2025)"
    assert line("coverage", ZH, "标准") == "c1: ≥50% (县级标准); c2: ≥50% (2025年全国目标)"
    assert line("rotation", EN, "Standards") == "g1: ≥50% (county mark)"
    assert line("rank", EN, "Standards") is None


def test_a_standard_stands_on_the_indicator_that_prints_its_growth_too():
    spending, growth = (CATALOGUE.indicators[id] for id in ("spending", "growth"))
    one = Standard("f1", spending, Level.COUNTY, Operator.AT_LEAST, "previous_year", None, growth=growth)
    one = replace(one, attested=Attestation.SECONDARY)
    catalogue = replace(CATALOGUE, standards={"f1": one, **WITH_STANDARDS.standards})

    def line(indicator, language, heading):
        return dict(texts_of(indicator_table(catalogue, indicator, 1, language).layouts[0]))[heading]

    assert line(spending, EN, "Standards") == "f1: ≥ previous year (county mark)"
    assert line(growth, EN, "Standards") == "f1: Spending ≥ previous year (county mark)"
    assert line(growth, ZH, "标准") == "f1: 投入不低于上年 (县级标准)"
    records = records_by_field(indicators_table(catalogue, [spending, growth], {}, EN).records)
    assert [record["standards"] for record in records] == ["f1", "f1"]


def test_records_name_the_standards_on_an_indicator_that_somebody_has_seen():
    table = indicators_table(WITH_STANDARDS, indicators("coverage", "rotation", "rank"), {}, EN)
    assert [record["standards"] for record in records_by_field(table.records)] == ["c1;c2", "g1", None]
    one = indicator_table(WITH_STANDARDS, CATALOGUE.indicators["coverage"], 0, EN)
    assert [record["standards"] for record in records_by_field(one.records)] == ["c1;c2"]
    assert [record["standards"] for record in one.document["records"]] == ["c1;c2"]
