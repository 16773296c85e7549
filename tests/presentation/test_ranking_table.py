"""A ranking as a table: ranks, notes said once, who is not ranked and why, records and JSON; and what can be ranked at all."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from bilingual_world import CATALOGUE, EN, LANGUAGES, ZH, district, records_by_field, says, texts_of
from hypothesis import given
from hypothesis import strategies as st

from eduindex.analysis.choosing import Choice
from eduindex.analysis.ranking import rank, rankable_indicators
from eduindex.model.catalogue import Direction
from eduindex.model.table import Note, Tone
from eduindex.model.wording import Wording
from eduindex.presentation.figure_text import range_text
from eduindex.presentation.ranking_table import rankable_table, ranking_table
from eduindex.presentation.records import FIGURE_FIELDS, figure_document, figure_record
from eduindex.rendering.formats import Format, render
from eduindex.rendering.surface import Surface

TOWN = Wording("城区", "the town")
PIPE = Surface(is_terminal=False, width=None, colour=False)
DRAWN = set("━┄")
HEADINGS = {
    ZH: ["名次", "区县", "数值", "时期", "", "注"],
    EN: ["Rank", "District", "Value", "Period", "", "Notes"],
}


def county(id, *entries, code="330302", **more):
    """A county of any id: a is called a县 in Chinese and A in English."""
    one = district("quzhou", *entries, code=code, **more)
    return replace(one, identity=one.identity._replace(id=id, name=Wording(f"{id}县", id.upper())))


def counties(indicator, *values, **more):
    """A county with one figure for each value: a, b, c, ..."""
    return [county(chr(ord("a") + number), says(indicator, value, **more)) for number, value in enumerate(values)]


def table_of(indicator, *districts, language=EN, top=None, group=1, sources=False, **choice):
    ranking = rank(CATALOGUE.indicators[indicator], districts, Choice(**choice), group)
    return ranking_table(ranking, language, top=top, sources=sources)


def sections_of(table):
    return {
        section.title: [[cell.text for cell in row] for row in section.rows] for section in table.layouts[0].sections
    }


def column_of(table, heading):
    """The cells of the column, by district."""
    layout = table.layouts[0]
    place = [column.heading for column in layout.columns].index(heading)
    return {row[1]: row[place] for row in texts_of(layout)}


def texts(table):
    return [note.text for note in table.notes]


MIXED = (
    county("a", says("coverage", "95%以上")),
    county("b", says("coverage", "98%", "2022", dated=False)),
    county("c", says("coverage", "90%", scope=TOWN)),
    county("d"),
    county("e", says("coverage", "99%", "2025", target=True, evidence="达99%")),
    county("f", says("coverage", "70%", "2023", dated=False)),
)


@pytest.mark.parametrize(("first", "last", "text"), [(3, 3, "3"), (1, 2, "1–2"), (9, 12, "9–12")])
def test_a_rank_is_a_number_or_two(first, last, text):
    assert range_text(first, last) == text


def test_the_table_in_english():
    table = table_of("coverage", *MIXED)
    assert table.title == "Coverage: 3 of 6 districts ranked (1 = best)"
    assert [column.heading for column in table.layouts[0].columns] == HEADINGS[EN]
    assert sections_of(table) == {
        "": [
            ["1–2", "A", "≥95%", "2023", "━" * 28 + "┄┄", "[1]"],
            ["1–2", "B", "98%", "2022", "━" * 29, "[2]"],
            ["3", "F", "70%", "2023", "━" * 21, "[2]"],
        ],
        "Not ranked": [["–", "C", "90% (the town)", "2023", "", "[3]"]],
    }
    assert table.notes == (
        Note("1", "A bound: the rank counts every value that it allows."),
        Note("2", "The evidence prints no date; the period is that of the report."),
        Note("3", "It covers only a part of the district."),
        Note("", "The reference periods differ (2022 to 2023); --same-period ranks one period."),
        Note("", "No figure: D."),
        Note("", "Only a target (--targets): E."),
    )


def test_the_table_in_chinese():
    table = table_of("coverage", *MIXED, language=ZH)
    assert table.title == "覆盖率：6个区县中3个可排名(1为最好)"
    assert [column.heading for column in table.layouts[0].columns] == HEADINGS[ZH]
    assert sections_of(table) == {
        "": [
            ["1–2", "a县", "95%以上", "2023", "━" * 28 + "┄┄", "[1]"],
            ["1–2", "b县", "98%", "2022", "━" * 29, "[2]"],
            ["3", "f县", "70%", "2023", "━" * 21, "[2]"],
        ],
        "未排名": [["–", "c县", "90% (城区)", "2023", "", "[3]"]],
    }
    assert texts(table) == [
        "上下限：名次计入其允许的全部数值。",
        "依据中没有日期，时期取自整篇报告。",
        "只是区县的一部分。",
        "时期不同(2022至2023年)；--same-period 只排同一时期。",
        "没有数字：d县。",
        "只有目标(--targets)：e县。",
    ]


@pytest.mark.parametrize(
    ("indicator", "values", "meaning"),
    [
        ("coverage", ("1%", "2%"), {EN: "1 = best", ZH: "1为最好"}),
        ("dropouts", ("1%", "2%"), {EN: "1 = best", ZH: "1为最好"}),
        ("schools", ("1所", "2所"), {EN: "1 = most", ZH: "1为最多"}),
        ("grade", ("A等", "B等"), {EN: "1 = best", ZH: "1为最好"}),
        ("rank", ("第3", "第4"), {EN: "1 = best", ZH: "1为最好"}),
    ],
)
def test_the_title_says_what_the_first_rank_means(indicator, values, meaning):
    for language in LANGUAGES:
        assert meaning[language] in table_of(indicator, *counties(indicator, *values), language=language).title


@pytest.mark.parametrize(
    ("indicator", "direction", "meaning", "is_said"),
    [
        ("schools", Direction.HIGHER, {EN: "1 = most", ZH: "1为最多"}, True),
        ("schools", Direction.NEUTRAL, {EN: "1 = most", ZH: "1为最多"}, True),
        ("schools", Direction.LOWER, {EN: "1 = fewest", ZH: "1为最少"}, False),
        ("coverage", Direction.HIGHER, {EN: "1 = best", ZH: "1为最好"}, False),
        ("coverage", Direction.NEUTRAL, {EN: "1 = highest", ZH: "1为最高"}, False),
        ("coverage", Direction.LOWER, {EN: "1 = best", ZH: "1为最好"}, False),
    ],
)
def test_more_is_said_not_to_be_better_where_districts_differ_in_size(indicator, direction, meaning, is_said):
    said = {EN: "More is not better: districts differ in size.", ZH: "数量多不等于更好：区县大小不同。"}
    unit = CATALOGUE.indicators[indicator].unit
    directed = replace(CATALOGUE.indicators[indicator], direction=direction)
    for language in LANGUAGES:
        pair, alone = (
            ranking_table(rank(directed, counties(indicator, *values)), language)
            for values in ((f"1{unit}", f"2{unit}"), (f"1{unit}",))
        )
        assert meaning[language] in pair.title
        assert texts(pair) == [said[language]] * is_said
        assert said[language] not in texts(alone)


def test_exact_ties_share_a_rank_and_colour_says_nothing_of_its_own():
    table = table_of("coverage", *counties("coverage", "90%", "80%", "90%", "70%"))
    assert column_of(table, "Rank") == {"A": "1", "C": "1", "B": "3", "D": "4"}
    assert {row[0].tone for row in table.layouts[0].sections[0].rows} == {Tone.STRONG}


def test_where_nobody_can_be_ranked_the_title_says_so_and_every_figure_is_listed():
    lonely = county("a", says("coverage", "90%")), county("b"), county("c")
    table = table_of("coverage", *lonely)
    assert table.title == "Coverage: no ranking (3 districts)"
    assert sections_of(table) == {"Not ranked": [["–", "A", "90%", "2023", "", ""]]}
    assert texts(table) == ["No two districts have comparable figures.", "No figure: B, C."]
    table = table_of("coverage", *lonely, language=ZH)
    assert (table.title, texts(table)) == (
        "覆盖率：3个区县，无法排名",
        ["没有两个区县的数字可以相比。", "没有数字：b县、c县。"],
    )
    (record,) = table.document["unranked"][:1]
    assert (record["reason"], record["text"]) == ("alone", None)


@pytest.mark.parametrize("districts", [(), (county("a"),)])
def test_without_any_figure_there_are_no_rows(districts):
    table = table_of("coverage", *districts)
    assert all(layout.sections == () for layout in table.layouts)
    assert len(table.records.rows) == len(districts)
    assert [render(table, format, PIPE)[-1] for format in Format] == ["\n"] * len(Format)


# Why a district is not ranked

BESIDE = {
    "by_ways": [county("y", says("by_ways", "9%", variant="children")), county("z", says("by_ways", "8%", variant="children"))],
    "rotation": [county("y", says("rotation", "9%")), county("z", says("rotation", "8%"))],
    "recruited": [county("y", says("recruited", "9名")), county("z", says("recruited", "8名"))],
    "provincial": [county("y", says("provincial", "9%")), county("z", says("provincial", "8%"), code="330401")],
    "municipal": [county("y", says("municipal", "9%")), county("z", says("municipal", "8%"), code="330309")],
    "coverage": [county("y", says("coverage", "9%")), county("z", says("coverage", "8%"))],
}  # fmt: skip


@pytest.mark.parametrize(
    ("indicator", "entry", "code", "cell", "english", "chinese"),
    [
        (
            "by_ways",
            {"value": "7%", "variant": "places"},
            "330302",
            "7% (by places)",
            "Another definition than that of those ranked (by children).",
            "口径与已排名的(按幼儿)不同。",
        ),
        (
            "by_ways",
            {"value": "7%"},
            "330302",
            "7%",
            "The definition is not stated and may differ from that of those ranked (by children).",
            "未说明口径，可能与已排名的(按幼儿)不同。",
        ),
        (
            "rotation",
            {"value": "24.43%", "period": "2021..2023"},
            "330302",
            "24.43%",
            "Its span is of another length than that of those ranked (1 year).",
            "时段长短与已排名的(1年)不同。",
        ),
        (
            "recruited",
            {"value": "604名", "period": "2019..2023"},
            "330302",
            "604",
            "Its span is of another length than that of those ranked (1 year). --per-year ranks means of a year.",
            "时段长短与已排名的(1年)不同。--per-year 可排年平均。",
        ),
        (
            "recruited",
            {"value": "604名", "period": "..2023"},
            "330302",
            "604",
            "The source does not say when the span began.",
            "来源未说明从何时算起。",
        ),
        (
            "provincial",
            {"value": "7%"},
            "340102",
            "7%",
            "The scheme is comparable only within one province; those ranked are in Zhejiang.",
            "评定办法只在同一省内可比，已排名的均属浙江省。",
        ),
        (
            "municipal",
            {"value": "7%"},
            "330402",
            "7%",
            "The scheme is comparable only within one city; those ranked are in 330300.",  # their files name no city
            "评定办法只在同一市内可比，已排名的均属330300。",
        ),
        (
            "provincial",
            {"value": "7%"},
            "",
            "7%",
            "The file has no division code, so the scheme may be another.",
            "文件中没有区划代码，无法确认属于同一评定办法。",
        ),
        (
            "coverage",
            {"value": "7%", "scope": TOWN},
            "330302",
            "7% (the town)",
            "It covers only a part of the district.",
            "只是区县的一部分。",
        ),
    ],
)
def test_each_reason_is_in_words(indicator, entry, code, cell, english, chinese):
    districts = [county("a", says(indicator, **entry), code=code), *BESIDE[indicator]]
    for language, said in ((EN, english), (ZH, chinese)):
        table = table_of(indicator, *districts, language=language)
        (row,) = table.layouts[0].sections[1].rows
        mark = row[-1].text
        assert [note.text for note in table.notes if f"[{note.mark}]" == mark] == [said]
    assert column_of(table_of(indicator, *districts), "Value")["A"] == cell


def test_a_plan_beside_results_and_a_figure_of_another_year():
    planner = county("a", says("coverage", "99%", "2025", target=True, evidence="达99%"))
    table = table_of("coverage", planner, *BESIDE["coverage"], targets=True)
    assert sections_of(table)["Not ranked"] == [["–", "A", "≥99%", "2025, target", "", "[1]"]]
    assert texts(table) == ["A plan is set against results, or a result against plans."]
    late = county("a", says("coverage", "99%", "2021"))
    table = table_of("coverage", late, *BESIDE["coverage"], year=2023)
    assert sections_of(table)["Not ranked"] == [["–", "A", "99%", "2021", "", "[1]"]]
    assert texts(table) == ["The figure is of another period."]


def test_what_holds_of_several_is_said_once_and_without_their_names():
    ranked = counties("coverage", *("90%以上",) * 6, dated=False)
    others = [county(id, says("coverage", "90%", scope=Wording(f"{id}镇", f"town {id}"))) for id in ("u", "v", "w")]
    table = table_of("coverage", *ranked, *others)
    assert texts(table) == [
        "A bound: the rank counts every value that it allows.",
        "The evidence prints no date; the period is that of the report.",
        "It covers only a part of the district.",
    ]
    assert set(column_of(table, "Notes").values()) == {"[1, 2]", "[3]"}


APART = {
    "unstated": ("by_ways", [{}, {}, {}], "The definition is not stated.", "未说明口径。"),
    "definitions": (
        "by_ways",
        [{"variant": variant} for variant in ("children", "places")],
        "The definitions differ.",
        "口径不同。",
    ),
    "parts": (
        "coverage",
        [{"scope": TOWN}, {"scope": Wording("乡", "the villages")}],
        "Different parts are covered.",
        "范围不同。",
    ),
    "a part": (
        "coverage",
        [{"scope": TOWN}, {}],
        "A part of a district and a whole one are not comparable.",
        "部分与全区县不能相比。",
    ),
    "spans": (
        "rotation",
        [{"period": "2021..2023"}, {}],
        "The spans are of different length.",
        "时段长短不同。",
    ),
    "sums": (
        "recruited",
        [{"period": "2021..2023"}, {}],
        "The spans are of different length. --per-year ranks means of a year.",
        "时段长短不同。--per-year 可排年平均。",
    ),
    "starts": (
        "recruited",
        [{"period": "..2023"}, {"period": "..2023"}],
        "The source does not say when the span began.",
        "来源未说明从何时算起。",
    ),
    "plans": ("coverage", [{"target": True}, {}], "Plans and results are not comparable.", "计划与结果不能相比。"),
}


@pytest.mark.parametrize(("indicator", "said", "english", "chinese"), APART.values(), ids=list(APART))
def test_where_nobody_is_ranked_shared_reasons_are_said_once_without_names_and_not_of_the_first(
    indicator, said, english, chinese
):
    value = "9名" if indicator == "recruited" else "9%"
    districts = [county(chr(ord("a") + place), says(indicator, value, **one)) for place, one in enumerate(said)]
    remark = {EN: "No two districts have comparable figures.", ZH: "没有两个区县的数字可以相比。"}
    for language, reason in ((EN, english), (ZH, chinese)):
        table = table_of(indicator, *districts, language=language, targets=True)
        assert texts(table) == [reason, remark[language]]
        assert [row[-1] for row in texts_of(table.layouts[0])] == ["", *["[1]"] * (len(said) - 1)]


def test_where_nobody_is_ranked_a_border_is_told_without_the_area_of_one_of_them():
    districts = [county("a", says("provincial", "9%")), county("b", says("provincial", "8%"), code="340102")]
    assert texts(table_of("provincial", *districts))[0] == "The scheme is comparable only within one province."
    chinese = texts(table_of("provincial", *districts, language=ZH))[0]
    assert chinese == "评定办法只在同一省内可比。"
    nameless = [county("a", says("provincial", "9%"), code=""), county("b", says("provincial", "8%"), code="")]
    assert texts(table_of("provincial", *nameless))[0] == "The file has no division code, so the scheme may be another."


def test_where_those_ranked_are_the_parts_the_whole_is_told_so():
    towns = [county(id, says("coverage", "9%", scope=TOWN)) for id in "yz"]
    for language, said in (
        (EN, "Those ranked cover only a part of their districts."),
        (ZH, "已排名的只是区县的一部分。"),
    ):
        table = table_of("coverage", county("a", says("coverage", "7%")), *towns, language=language)
        assert texts(table) == [said]
        assert column_of(table, HEADINGS[language][-1]) == {
            **dict.fromkeys(("Y", "Z") if language is EN else ("y县", "z县"), ""),
            "A" if language is EN else "a县": "[1]",
        }


def test_what_a_figure_alone_says_is_said_with_its_name():
    contradicting = county("a", says("coverage", "90%"), says("coverage", "92%", source="yearbook"))
    noted = county("b", says("coverage", "80%", note=Wording("含民办", "Private ones too")))
    said = texts(table_of("coverage", contradicting, noted))
    assert said == [
        "A: the sources contradict each other, 90% and 92%; the range 90–92% counts.",
        "B: Private ones too.",
    ]
    assert column_of(table_of("coverage", contradicting, noted), "Value")["A"] == "90–92%"


def test_a_definition_that_is_not_stated_is_read_as_the_usual_one():
    stated = county("a", says("by_usual_ways", "90%", variant="children"))
    unstated = county("b", says("by_usual_ways", "95%"))
    table = table_of("by_usual_ways", stated, unstated)
    assert table.title == "By usual ways (by children): 2 of 2 districts ranked (1 = best)"
    assert texts(table) == ["The definition is not stated; read as the usual one (by children)."]
    assert column_of(table, "Notes") == {"A": "", "B": "[1]"}
    assert texts(table_of("by_usual_ways", stated, unstated, language=ZH)) == [
        "未说明口径(分母)，按通常口径(按幼儿)理解。"
    ]


ROUNDED = {
    EN: "Rounded to its last digit: the rank counts every value that this may hide.",
    ZH: "按末位数字舍入：名次计入舍入所掩盖的全部数值。",
}


def test_rounding_that_leaves_a_rank_open_is_a_note_and_a_caveat():
    districts = counties("coverage", "98.2%", "98.24%", "97.1%", "97.1%")
    for language in LANGUAGES:
        table = table_of("coverage", *districts, language=language)
        assert texts(table) == [ROUNDED[language]]
        assert list(column_of(table, HEADINGS[language][-1]).values()) == ["[1]", "[1]", "", ""]
        assert [one["caveats"] for one in records_by_field(table.records)] == ["rounded", "rounded", None, None]
        assert [one["caveats"] for one in table.document["records"]] == [["rounded"], ["rounded"], [], []]


def test_a_whole_number_is_not_rounded_where_another_one_is():
    districts = [county("a", says("recruited", "1.78万名")), county("b", says("recruited", "17849名"))]
    table = table_of("recruited", *districts)
    assert column_of(table, "Rank") == {"A": "1–2", "B": "1–2"}
    assert column_of(table, "Notes") == {"A": "[1]", "B": ""}
    assert [one["caveats"] for one in records_by_field(table.records)] == ["rounded", None]


def test_rounding_is_not_blamed_for_what_a_bound_leaves_open():
    table = table_of("coverage", *counties("coverage", "98.20%", "95%以上"))
    assert column_of(table, "Notes") == {"A": "", "B": "[1]"}
    assert [one["caveats"] for one in records_by_field(table.records)] == [None, "bound"]


def test_definitions_that_may_be_mixed_are_named_where_they_differ():
    mixed = (
        county("a", says("by_mixed_ways", "9%", variant="children")),
        county("b", says("by_mixed_ways", "8%", variant="places")),
    )
    assert column_of(table_of("by_mixed_ways", *mixed), "Value") == {"A": "9% (by children)", "B": "8% (by places)"}
    alike = [county(id, says("by_mixed_ways", "9%", variant="children")) for id in "ab"]
    assert set(column_of(table_of("by_mixed_ways", *alike), "Value").values()) == {"9%"}


PERIODS = ("2023", "2022", "2022/2023", "2023-06", "2021..2023", "..2023", "2023-06..")
VALUES = {
    "coverage": ("90%", "95%以上", "约90%", "0%"),
    "provincial": ("90%", "不足50%"),
    "municipal": ("90%", "80%"),
    "by_ways": ("9%", "8%左右"),
    "by_usual_ways": ("9%", "8%"),
    "by_mixed_ways": ("9%", "8%"),
    "rotation": ("9%", "8%以内"),
    "recruited": ("604名", "100余名"),
    "growth": ("-5%", "7.78%"),
    "grade": ("A等", "B等以上"),
}


@st.composite
def worlds(draw):
    """An indicator, and districts that say anything of it in any way."""
    indicator = draw(st.sampled_from(list(VALUES)))
    variants = st.none() | st.sampled_from(["children", "places"])
    saying = st.builds(
        says,
        st.just(indicator),
        st.sampled_from(VALUES[indicator]),
        st.sampled_from(PERIODS),
        variant=variants if indicator.startswith("by_") else st.none(),
        scope=st.sampled_from([Wording(), Wording(), TOWN]),
        target=st.booleans(),
        dated=st.booleans(),
        note=st.sampled_from([Wording(), Wording("{}", "{name} %s")]),
    )
    codes = st.sampled_from(["330302", "330402", "340102", ""])
    said = draw(st.lists(st.tuples(st.lists(saying, max_size=3), codes), max_size=10))
    return indicator, [county(chr(ord("a") + place), *each, code=code) for place, (each, code) in enumerate(said)]


CHOICES = st.builds(
    dict, same_period=st.booleans(), per_year=st.booleans(), targets=st.booleans(), top=st.none() | st.integers(1, 4)
)


@given(worlds(), CHOICES, st.integers(1, 3))
def test_whatever_districts_say_is_told_in_both_languages(world, choice, group):
    indicator, districts = world
    for language in LANGUAGES:
        table = table_of(indicator, *districts, language=language, sources=True, group=group, **choice)
        marked = {row[-1] for row in texts_of(table.layouts[0])} - {""}
        numbers = {number for mark in marked for number in mark.strip("[]").split(", ")}
        assert numbers == {note.mark for note in table.notes} - {""}
        assert len({note.text for note in table.notes}) == len(table.notes)
        listed = [one["district"] for one in records_by_field(table.records)]
        assert len(set(listed)) == len(listed)
        assert choice["top"] or len(listed) == len(districts)
        for layout in table.layouts:
            assert {len(row) for row in texts_of(layout)} <= {len(layout.columns)}


# Quarters


def percentages(number):
    return [f"{90 - step}%" for step in range(number)]


def test_quarters_are_told_from_eight_districts_on():
    seven = table_of("coverage", *counties("coverage", *percentages(7)))
    eight = table_of("coverage", *counties("coverage", *percentages(8)))
    assert [column.heading for column in seven.layouts[0].columns] == HEADINGS[EN]
    assert not any("quartiles" in text for text in texts(seven))
    assert [column.heading for column in eight.layouts[0].columns] == [*HEADINGS[EN][:-1], "Quarter", "Notes"]
    assert list(column_of(eight, "Quarter").values()) == ["1", "1", "2", "2", "3", "3", "4", "4"]
    assert texts(eight) == ["Median 86.5%; quartiles 84.75% and 88.25%; quarter 1 is the first."]
    chinese = table_of("coverage", *counties("coverage", *percentages(8)), language=ZH)
    assert [column.heading for column in chinese.layouts[0].columns] == [*HEADINGS[ZH][:-1], "四分之一", "注"]
    assert texts(chinese) == ["中位数86.5%，四分位数84.75%和88.25%；所在四分之一以1为最前。"]
    assert (seven.document["quartiles"], records_by_field(seven.records)[0]["quarter_best"]) == (None, None)


def test_a_quarter_is_an_interval_too_and_those_not_ranked_have_none():
    open_ones = county("y", says("coverage", "80%以上")), county("z", says("coverage", "9%", scope=TOWN))
    districts = [*counties("coverage", *percentages(8)), *open_ones]
    table = table_of("coverage", *districts, language=ZH)
    quarters = column_of(table, "四分之一")
    assert (quarters["y县"], quarters["z县"], quarters["h县"]) == ("1–4", "", "4")
    assert (texts(table)[-1][:4], texts(table)[-1][-13:]) == ("中位数8", "；所在四分之一以1为最前。")
    record = next(one for one in records_by_field(table.records) if one["district"] == "y")
    assert (record["quarter_best"], record["quarter_worst"]) == (1, 4)


def test_equal_ones_may_stand_in_any_of_the_quarters_that_their_places_lie_in():
    districts = counties("coverage", "90%", *["80%"] * 8)
    table = table_of("coverage", *districts)
    assert list(column_of(table, "Rank").values()) == ["1", *["2"] * 8]
    assert list(column_of(table, "Quarter").values()) == ["1", *["1–4"] * 8]
    for one in (*records_by_field(table.records), *table.document["records"]):
        quarters = (1, 1) if one["district"] == "a" else (1, 4)
        assert (one["quarter_best"], one["quarter_worst"]) == quarters
        assert one["rank_best"] == one["rank_worst"]


def test_quartiles_in_json_are_intervals():
    districts = [*counties("coverage", *percentages(8)), county("y", says("coverage", "90%以上"))]
    quartiles = table_of("coverage", *districts).document["quartiles"]
    assert list(quartiles) == ["lower", "median", "upper"]
    assert quartiles["median"] == {
        "low": Decimal(87),
        "high": Decimal(87),
        "low_open": False,
        "high_open": False,
    }


# Top, groups, figures not used, sources


def test_the_first_are_those_who_may_hold_one_of_the_first_ranks():
    districts = [
        *counties("coverage", "98.20%", "95%以上", "80%", "70%"),
        county("x"),
        county("y", says("coverage", "9%", scope=TOWN)),
    ]
    table = table_of("coverage", *districts, top=1)
    assert table.title == "Coverage: 4 of 6 districts ranked (1 = best)"
    assert [row[:3] for row in texts_of(table.layouts[0])] == [["1–2", "A", "98.20%"], ["1–2", "B", "≥95%"]]
    assert texts(table)[-1] == "2 more ranked, 2 not ranked."
    assert not any("No figure" in text for text in texts(table))
    assert [one["district"] for one in records_by_field(table.records)] == ["a", "b"]
    assert texts(table_of("coverage", *districts, top=1, language=ZH))[-1] == "另有2个已排名未列出，未排名2个。"


def test_bars_are_as_long_as_beside_all_others():
    districts = counties("schools", "10所", "20所", "40所")
    everyone, first = (
        {row[1]: row[4] for row in texts_of(table_of("schools", *districts, top=top).layouts[0])} for top in (None, 1)
    )
    assert first == {"C": everyone["C"]}
    assert [len(everyone[id]) for id in "ABC"] == [8, 15, 30]


@pytest.mark.parametrize("top", [4, 99])
def test_as_many_as_there_are_leave_nothing_out(top):
    table = table_of("coverage", *counties("coverage", "98.20%", "95%以上", "80%", "70%"), top=top)
    assert len(texts_of(table.layouts[0])) == 4
    assert texts(table)[-1] == "0 more ranked, 0 not ranked."


GROUPED = [
    *(county(id, says("by_ways", value, variant="children")) for id, value in (("a", "9%"), ("b", "8%"), ("c", "7%"))),
    *(county(id, says("by_ways", value, variant="places")) for id, value in (("d", "6%"), ("e", "5%"))),
]


def test_other_groups_are_named_with_their_numbers():
    table = table_of("by_ways", *GROUPED)
    assert table.title == "By ways (by children): 3 of 5 districts ranked (1 = best)"
    assert texts(table)[-1] == "Other comparable groups: --group 2: by places (2 districts)."
    assert texts(table_of("by_ways", *GROUPED, language=ZH))[-1] == "其他可比的组：--group 2: 按学位 (2个区县)。"
    other = table_of("by_ways", *GROUPED, group=2)
    assert other.title == "By ways (by places): 2 of 5 districts ranked (1 = best)"
    assert texts(other)[-1] == "Other comparable groups: --group 1: by children (3 districts)."
    assert (table.document["group"], other.document["group"]) == (1, 2)
    assert other.document["groups"] == [
        {"group": 1, "districts": 3, "status": "actual", "variant": "children", "scope": None, "area": None, "text": "by children"},
        {"group": 2, "districts": 2, "status": "actual", "variant": "places", "scope": None, "area": None, "text": "by places"},
    ]  # fmt: skip


def test_a_group_that_is_not_there_gives_way_to_the_largest():
    assert table_of("by_ways", *GROUPED, group=3) == table_of("by_ways", *GROUPED, group=1)


def test_a_group_that_is_not_there_is_not_taken_for_figures_that_are_not_comparable():
    table = table_of("by_ways", *GROUPED, group=3)
    assert "No two districts have comparable figures." not in texts(table)
    assert "The figure is of another period." not in texts(table)


def test_a_group_that_nothing_sets_apart_is_named_by_its_number_alone():
    plans = [county(id, says("coverage", "9%", "2025", target=True)) for id in "abc"]
    results = [county(id, says("coverage", "8%")) for id in "xy"]
    table = table_of("coverage", *plans, *results, targets=True)
    assert table.title == "Coverage (target): 3 of 5 districts ranked (1 = best)"
    assert texts(table)[-1] == "Other comparable groups: --group 2 (2 districts)."
    chinese = table_of("coverage", *plans, *results, targets=True, language=ZH)
    assert texts(chinese)[-1] == "其他可比的组：--group 2 (2个区县)。"


def test_groups_of_one_period_are_named_by_it():
    old = [county(id, says("coverage", "9%", "2022")) for id in "ab"]
    new = [county(id, says("coverage", "9%")) for id in "cde"]
    assert texts(table_of("coverage", *old, *new, same_period=True)) == [
        "The figure is of another period.",
        "Other comparable groups: --group 2: 2022 (2 districts).",
    ]


def test_groups_within_borders_are_named_by_their_areas():
    fujian = Wording("福建省龙岩市", "Longyan, Fujian")
    near = [county(id, says("provincial", "9%")) for id in "abc"]
    far = [county(id, says("provincial", "8%"), code="350881", within=fujian) for id in "xy"]
    nameless = [county(id, says("provincial", "8%"), code="340102", within=Wording()) for id in "vw"]
    for language, first, others in (
        (EN, "Provincial (Zhejiang): 3", "--group 2: 340000 (2 districts); --group 3: Fujian (2 districts)"),
        (ZH, "省评率 (浙江省)：7", "--group 2: 340000 (2个区县)；--group 3: 福建省 (2个区县)"),
    ):
        table = table_of("provincial", *near, *far, *nameless, language=language)
        assert table.title.startswith(first)
        assert others in texts(table)[-1]
    groups = table_of("provincial", *near, *far, *nameless).document["groups"]
    assert [(one["area"], one["text"]) for one in groups] == [("33", "Zhejiang"), ("34", "340000"), ("35", "Fujian")]
    cities = [
        *(county(id, says("municipal", "9%"), within=Wording("浙江省温州市", "Wenzhou, Zhejiang")) for id in "abc"),
        *(county(id, says("municipal", "8%"), code="350881", within=fujian) for id in "xy"),
    ]
    table = table_of("municipal", *cities)
    assert table.title.startswith("Municipal (Wenzhou): 3 of 5")
    assert texts(table) == [
        "The scheme is comparable only within one city; those ranked are in Wenzhou.",
        "Other comparable groups: --group 2: Longyan (2 districts).",
    ]


def test_an_area_has_the_name_that_any_district_of_the_group_gives_it():
    near = [county("a", says("provincial", "9%"), within=Wording()), county("b", says("provincial", "8%"))]
    assert table_of("provincial", *near).title.startswith("Provincial (Zhejiang): 2 of 2")


@pytest.mark.parametrize("top", [1, 99])
def test_without_a_ranking_nothing_is_left_out_of_it(top):
    districts = [county("a", says("coverage", "90%")), county("b", says("coverage", "9%", scope=TOWN)), county("c")]
    for language in LANGUAGES:
        cut, whole = (table_of("coverage", *districts, language=language, top=number) for number in (top, None))
        assert cut == whole


@pytest.mark.parametrize(
    ("language", "shared"),
    [
        (EN, ["the town", "2 years", "Zhejiang, target", "2022"]),
        (ZH, ["城区", "2年", "浙江省、目标", "2022"]),
    ],
)
def test_the_title_says_what_a_group_has_in_common(language, shared):
    tables = [
        table_of("coverage", *counties("coverage", "9%", "8%", scope=TOWN), language=language),
        table_of("rotation", *counties("rotation", "9%", "8%", period="2022..2023"), language=language),
        table_of("provincial", *counties("provincial", "9%", "8%", target=True), language=language, targets=True),
        table_of("coverage", *counties("coverage", "9%", "8%", period="2022"), language=language, same_period=True),
    ]
    assert [table.title.partition("(")[2].partition(")")[0] for table in tables] == shared


def test_means_of_a_year_say_so():
    districts = [
        county("a", says("recruited", "604名", "2019..2023")),
        county("b", says("recruited", "100名")),
    ]
    table = table_of("recruited", *districts, per_year=True)
    assert table.title == "Recruited (mean of a year): 2 of 2 districts ranked (1 = most)"
    assert [row[1:4] for row in texts_of(table.layouts[0])] == [
        ["A", "120.8", "2019..2023, mean of 5 years"],
        ["B", "100", "2023"],
    ]
    assert table.notes[:1] == (Note("1", "A: mean of 5 years, computed from 604 (2019..2023)."),)
    assert column_of(table, "Notes") == {"A": "[1]", "B": ""}
    chinese = table_of("recruited", *districts, per_year=True, language=ZH)
    assert chinese.title == "新聘教师 (年平均)：2个区县中2个可排名(1为最多)"
    assert texts(chinese)[0] == "a县：5年平均，由 604名 (2019..2023) 算得。"
    codes = [one["caveats"] for one in records_by_field(table.records)]
    assert codes == ["mean-per-year;periods-differ", "periods-differ"]


def test_each_mean_has_a_sentence_of_its_own():
    districts = [county(id, says("recruited", f"{n}00名", f"{2024 - n}..2023")) for id, n in (("a", 2), ("b", 3))]
    said = texts(table_of("recruited", *districts, per_year=True))
    assert said[:2] == [
        "A: mean of 2 years, computed from 200 (2022..2023).",
        "B: mean of 3 years, computed from 300 (2021..2023).",
    ]


def test_figures_that_were_not_used_are_named_and_many_are_counted():
    towns = [Wording(f"{number}镇", f"town {number}") for number in range(12)]
    rich = county(
        "a", says("coverage", "90%"), *(says("coverage", f"{80 - n}%", scope=town) for n, town in enumerate(towns))
    )
    few = county("a", says("coverage", "90%"), says("coverage", "80%", scope=TOWN))
    other = county("b", says("coverage", "85%"))
    (text,) = texts(table_of("coverage", few, other))
    assert text == "Further figures, not used: A 80% (the town, 2023)."
    for language, more in ((EN, "2 more"), (ZH, "另有2个")):
        (text,) = texts(table_of("coverage", rich, other, language=language))
        assert text.count("%") == 10
        assert more in text
    assert [one["value"] for one in table_of("coverage", rich, other).document["unused"]] == [
        Decimal(80 - number) for number in range(12)
    ]


def test_many_names_are_counted():
    districts = [*BESIDE["coverage"], *(county(chr(ord("a") + number)) for number in range(15))]
    assert texts(table_of("coverage", *districts)) == ["No figure: A, B, C, D, E, F, G, H, I, J, K, L and 3 more."]
    assert texts(table_of("coverage", *districts, language=ZH))[0].endswith("k县、l县等共15个。")
    assert len(records_by_field(table_of("coverage", *districts).records)) == 17


def test_sources_are_listed_on_request_also_of_those_who_are_not_ranked():
    assert not any("Annual report" in text for text in texts(table_of("coverage", *MIXED)))
    listed = [text for text in texts(table_of("coverage", *MIXED, sources=True)) if "Annual report" in text]
    assert listed == [f"{id} · report: Annual report. undated" for id in ("A", "B", "F", "C")]


# Pictures


def test_only_a_terminal_sees_the_bars():
    table = table_of("coverage", *MIXED)
    assert [sum(column.drawn for column in layout.columns) for layout in table.layouts] == [1, 1, 0]
    for format in Format:
        text = render(table, format, PIPE)
        assert not DRAWN & set(text)
        assert re.search(r"\b98\b", text)
    terminal = render(table, Format.TABLE, Surface(is_terminal=True, width=80, colour=False))
    assert set(terminal) >= DRAWN


def test_narrower_terminals_have_shorter_bars_and_then_none():
    table = table_of("coverage", *MIXED)
    drawn = {
        width: max(
            line.count("━") + line.count("┄")
            for line in render(table, Format.TABLE, Surface(is_terminal=True, width=width, colour=False)).splitlines()
        )
        for width in (120, 70, 50)
    }
    assert drawn == {120: 30, 70: 16, 50: 0}


def test_each_bar_is_no_wider_than_its_column():
    for indicator, values in (
        ("coverage", ("100%", "0%", "95%以上", "约50%")),
        ("schools", ("1所", "2000余所", "近3000所")),
        ("grade", ("A等", "B等以上", "C等")),
        ("growth", ("-5%", "0%", "12.5%")),
        ("dropouts", ("0.1%", "低于0.5%")),
    ):
        for layout in table_of(indicator, *counties(indicator, *values)).layouts[:2]:
            (place,) = (number for number, column in enumerate(layout.columns) if column.drawn)
            assert all(len(row[place]) <= layout.columns[place].width for row in texts_of(layout))


def test_a_grade_is_drawn_from_its_first_level_on():
    bars = [len(row[4]) for row in texts_of(table_of("grade", *counties("grade", "A等", "B等", "C等")).layouts[0])]
    assert bars == [30, 20, 10]


def test_nothing_has_no_bar_and_less_than_nothing_has_one_to_the_left():
    table = table_of("growth", *counties("growth", "5%", "0%", "-5%"))
    assert [row[4] for row in texts_of(table.layouts[0])] == [" " * 15 + "━" * 15, "", "━" * 15]
    lines = render(table, Format.TABLE, Surface(is_terminal=True, width=120, colour=False)).splitlines()
    above, below = (next(line for line in lines if value in line) for value in (" 5%", "−5%"))
    assert above.index("━") == below.index("━") + 15


def test_where_everyone_is_below_nothing_bars_end_at_the_right():
    table = table_of("growth", *counties("growth", "-5%", "-10%", "低于-5%"))
    bars = {row[1]: row[4] for row in texts_of(table.layouts[0])}
    assert bars == {"A": " " * 15 + "━" * 15, "B": "━" * 30, "C": "┄" * 15 + "━" * 15}


def test_bars_start_at_zero_where_the_least_is_far_from_it():
    bars = [row[4] for row in texts_of(table_of("schools", *counties("schools", "100所", "90所")).layouts[0])]
    assert bars == ["━" * 30, "━" * 27]


# Machines

RANKING_FIELDS = (
    *("dimension", "indicator", "indicator_name", "unit", "district", "district_name"),
    *("group", "rank_best", "rank_worst", "ranked", "quarter_best", "quarter_worst", "reason", "caveats"),
    *("value", "low", "high", "low_open", "high_open", "bound", "period", "status", "variant", "scope", "per_year"),
    *("printed", "evidence", "source", "note"),
)


def test_records_are_one_row_a_district_with_or_without_a_figure():
    table = table_of("coverage", *MIXED)
    assert table.records.fields == RANKING_FIELDS
    assert set(FIGURE_FIELDS) < set(RANKING_FIELDS)
    rows = {one["district"]: one for one in records_by_field(table.records)}
    assert list(rows) == ["a", "b", "f", "c", "d", "e"]
    names = ("group", "rank_best", "rank_worst", "ranked", "reason", "value", "bound", "caveats")
    assert {id: tuple(row[name] for name in names) for id, row in rows.items()} == {
        "a": (1, 1, 2, 3, None, Decimal(95), "at_least", "bound;periods-differ"),
        "b": (1, 1, 2, 3, None, Decimal(98), "exact", "date-not-printed;periods-differ"),
        "f": (1, 3, 3, 3, None, Decimal(70), "exact", "date-not-printed;periods-differ"),
        "c": (None, None, None, 3, "not-comparable", Decimal(90), "exact", "part-against-whole"),
        "d": (None, None, None, 3, "no-figure", None, None, None),
        "e": (None, None, None, 3, "only-target", None, None, None),
    }
    assert rows["d"]["indicator"] == "coverage"
    assert (rows["d"]["unit"], rows["d"]["district_name"]) == ("%", "D")


def test_the_group_is_a_field_of_those_who_are_in_it():
    rows = records_by_field(table_of("by_ways", *GROUPED, group=2).records)
    assert {one["district"]: one["group"] for one in rows} == {"d": 2, "e": 2, "a": None, "b": None, "c": None}
    nobody = records_by_field(table_of("by_ways", *GROUPED[2:4]).records)
    assert [(one["group"], one["ranked"]) for one in nobody] == [(None, 0), (None, 0)]


def test_codes_and_fields_are_the_same_in_both_languages():
    told = {"indicator_name", "district_name", "scope", "note"}
    rows = [
        [{name: value for name, value in one.items() if name not in told} for one in records_by_field(table.records)]
        for table in (table_of("coverage", *MIXED, language=language) for language in LANGUAGES)
    ]
    assert rows[0] == rows[1]


def test_json_carries_the_figures_the_reasons_and_the_groups():
    document = table_of("coverage", *MIXED).document
    assert list(document) == [
        *("schema_version", "command", "indicator", "indicator_name", "unit", "direction"),
        *("group", "groups", "districts", "quartiles", "records", "unranked", "unused"),
    ]
    said = tuple(document[name] for name in ("schema_version", "command", "indicator", "unit", "direction", "group"))
    assert said == (1, "rank", "coverage", "%", "higher", 1)
    assert document["districts"] == {"ranked": 3, "not_ranked": 3}
    assert table_of("coverage", *MIXED, top=2).document["districts"] == document["districts"]
    assert table_of("coverage", *MIXED[2:5]).document["districts"] == {"ranked": 0, "not_ranked": 3}
    ranking = rank(CATALOGUE.indicators["coverage"], MIXED)
    for one, record in zip(ranking.ranked, document["records"], strict=True):
        assert figure_document(one.figure, EN).items() <= record.items()
        assert (record["rank_best"], record["rank_worst"]) == (one.best, one.worst)
        assert record["evidence"]
        assert record["source"]["title"]
    unranked = {one["district"]: one for one in document["unranked"]}
    assert list(unranked["c"]) == ["district", "district_name", "reason", "caveats", "text", "figure"]
    assert (unranked["c"]["reason"], unranked["c"]["caveats"]) == ("not-comparable", ["part-against-whole"])
    assert unranked["c"]["text"] == "It covers only a part of the district."
    assert unranked["c"]["figure"]["value"] == Decimal(90)
    assert [(unranked[id]["reason"], unranked[id]["figure"], unranked[id]["text"]) for id in "de"] == [
        ("no-figure", None, None),
        ("only-target", None, None),
    ]


def test_caveats_in_json_are_a_list_everywhere():
    document = table_of("coverage", *MIXED).document
    assert {type(one["caveats"]) for one in (*document["records"], *document["unranked"])} == {list}


def test_grades_are_levels_for_machines():
    rows = records_by_field(table_of("grade", *counties("grade", "A等", "B等以上")).records)
    assert [(row["value"], row["low"], row["high"]) for row in rows] == [("A", "A", "A"), ("B", "B", "A")]


# What can be ranked at all


def overview(*districts, language=EN, **choice):
    chosen = Choice(**choice)
    return rankable_table(rankable_indicators(CATALOGUE, districts, chosen), CATALOGUE, language)


WORLD = (
    county("a", says("coverage", "90%"), says("by_ways", "9%", variant="children"), says("spending", "7万元")),
    county("b", says("coverage", "80%"), says("by_ways", "8%", variant="children")),
    county("c", says("coverage", "70%", scope=TOWN), says("by_ways", "7%", variant="places")),
    county("d", says("by_ways", "6%", variant="places"), says("dropouts", "1%", "2025", target=True)),
)
HEADINGS_ALONE = {
    EN: ["Indicator", "Id", "With figures", "Rankable", "In other groups"],
    ZH: ["指标", "标识", "有数字", "可排名", "其他组"],
}


def test_the_overview_counts_who_has_a_figure_and_who_can_be_ranked():
    table = overview(*WORLD)
    assert table.title == "2 indicators can be ranked: two or more districts are comparable"
    assert [column.heading for column in table.layouts[0].columns] == HEADINGS_ALONE[EN]
    assert sections_of(table) == {
        "Children": [["Coverage", "coverage", "3", "2", ""], ["By ways", "by_ways", "4", "2", "2"]],
        "No two districts comparable": [["Spending", "spending", "1", "–", ""]],
    }
    chinese = overview(*WORLD, language=ZH)
    assert chinese.title == "2个指标可以排名(至少两个区县可比)"
    assert [column.heading for column in chinese.layouts[0].columns] == HEADINGS_ALONE[ZH]
    assert [row[0] for row in texts_of(chinese.layouts[0])] == ["覆盖率", "多口径", "投入"]
    assert [section.title for section in chinese.layouts[0].sections] == ["儿童", "没有两个区县可比"]


def test_what_can_be_ranked_stands_first_by_dimension_and_the_rest_in_one_section():
    rich = (
        county("a", says("dropouts", "1%"), says("coverage", "9%", scope=TOWN), says("spending", "7万元")),
        county("b", says("dropouts", "2%"), says("coverage", "9%"), says("spending", "8万元"), says("subsidy", "1元")),
    )
    table = overview(*rich)
    assert {title: [row[1] for row in rows] for title, rows in sections_of(table).items()} == {
        "Children": ["dropouts"],
        "Money": ["spending"],
        "No two districts comparable": ["coverage", "subsidy"],
    }
    assert list(sections_of(table)) == ["Children", "Money", "No two districts comparable"]
    assert [one["indicator"] for one in records_by_field(table.records)] == [
        *("coverage", "dropouts", "spending", "subsidy")  # the catalogue's order, for machines
    ]
    assert [row[1] for row in texts_of(table.layouts[0])] == [row[0] for row in texts_of(table.layouts[1])]


def test_the_narrow_list_has_the_id_the_name_and_over_how_many():
    narrow = overview(*WORLD).layouts[-1]
    assert [column.heading for column in narrow.columns] == ["Id", "Indicator", "Rankable"]
    assert [section.title for section in narrow.sections] == ["Children", "No two districts comparable"]
    assert texts_of(narrow) == [
        ["coverage", "Coverage", "2"],
        ["by_ways", "By ways", "2"],
        ["spending", "Spending", "–"],
    ]


def test_one_indicator_is_one_and_none_is_said_in_words():
    assert overview(*WORLD, indicators=frozenset(["coverage"])).title.startswith("1 indicator can be ranked")
    for districts, sections in (((), {}), (WORLD[:1], {"No two districts comparable"})):
        table = overview(*districts)
        assert table.title == "No indicator can be ranked: no two districts are comparable"
        assert set(sections_of(table)) == set(sections)
        assert overview(*districts, language=ZH).title == "没有可以排名的指标：没有两个区县可比"
    assert overview().records.rows == ()


def test_the_overview_for_machines():
    table = overview(*WORLD, targets=True)
    assert table.records.fields == ("dimension", "indicator", "indicator_name", "districts", "rankable", "other_groups")
    assert table.records.rows == (
        ("children", "coverage", "Coverage", 3, 2, None),
        ("children", "dropouts", "Dropouts", 1, 0, None),
        ("children", "by_ways", "By ways", 4, 2, "2"),
        ("money", "spending", "Spending", 1, 0, None),
    )
    assert table.document == {
        "schema_version": 1,
        "command": "rank",
        "indicators": records_by_field(table.records),
    }


def test_a_ranked_record_is_its_figures():
    ranking = rank(CATALOGUE.indicators["coverage"], MIXED)
    rows = {one["district"]: one for one in records_by_field(ranking_table(ranking, EN).records)}
    for one in ranking.ranked:
        assert figure_record(one.figure, EN).items() <= rows[one.figure.district.id].items()
