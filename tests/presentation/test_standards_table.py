"""The table of ``standards``: outcomes with their figures, every reason in words, the documents, and what machines read."""

import dataclasses
from decimal import Decimal

import pytest
from bilingual_world import CATALOGUE, EN, LANGUAGES, ZH, district, records_by_field, says, texts_of

from eduindex.analysis.caveats import caveats_of
from eduindex.analysis.choosing import Choice
from eduindex.analysis.figures import series_of
from eduindex.analysis.standards import hold
from eduindex.model.interval import Interval
from eduindex.model.standard import PREVIOUS_YEAR, Attestation, Level, Operator, Standard, required_values
from eduindex.model.table import Tone
from eduindex.model.wording import Wording
from eduindex.presentation.records import caveat_document, figure_document
from eduindex.presentation.standards_records import HELD_FIELDS, STANDARD_FIELDS
from eduindex.presentation.standards_table import standards_table

TOWN = Wording("城区", "the town")
NOTE = Wording("别的都不是。", "nothing else is meant.")
LAW = Wording("办法", "Measures")
PLAN = Wording("计划", "Plan")


def standard(id, indicator, threshold, operator="at_least", *, growth=None, level="county", **more):
    measured, operator = CATALOGUE.indicators[indicator], Operator(operator)
    required = None if threshold == PREVIOUS_YEAR else required_values(operator, threshold, measured)
    assert required is None or isinstance(required, Interval)
    defaults = {"document": LAW, "number": "1号", "attested": Attestation.PROVISION}
    return Standard(
        id,
        measured,
        Level(level),
        operator,
        threshold,
        required,
        growth=CATALOGUE.indicators[growth] if growth else None,
        **(defaults | more),
    )


COVERAGE = standard("c1", "coverage", "50%")
FULL = standard("c2", "coverage", "100%", "equals")
CHILDREN = standard("w1", "by_ways", "50%", variant="children", note=NOTE)
EACH = standard("w2", "by_ways", "50%", each=("children", "places"), document=Wording("细则", "Rules"))
YEARLY = standard("r1", "rotation", "10%", per_year=True)
GRADE = standard("g1", "grade", "B")
NOT_LESS = standard("f1", "spending", PREVIOUS_YEAR, growth="growth")
GOAL = standard("n1", "coverage", "97%", level="national", due=2025, document=PLAN, number="")
PER_CENT = standard("s1", "spread", "0.15", "below")


def holding(standards, *districts, **choice):
    catalogue = dataclasses.replace(CATALOGUE, standards={one.id: one for one in standards})
    return hold(catalogue, districts, Choice(**choice))


def table_of(standards, *districts, language=EN, labels=None, sources=False, **choice):
    held = holding(standards, *districts, **choice)
    return standards_table(held, language, labels or [one.id for one in held.districts], sources=sources)


def notes_of(one, *entries, language=EN, published="undated", **choice):
    """The numbered footnotes of one standard and one district."""
    table = table_of([one], district("quzhou", *entries, published=published), language=language, **choice)
    return [note.text for note in table.notes if note.mark]


def row_of(one, *entries, language=EN):
    ((*cells,),) = table_of([one], district("quzhou", *entries), language=language).layouts[0].sections[0].rows
    return cells


SPENT, BEFORE = says("spending", "7.04亿元"), says("spending", "6.14亿元", "2022")
REASONS = {
    "variant unstated": (
        CHILDREN,
        [says("by_ways", "85.81%")],
        "衢州：来源未说明“85.81%”的口径(分母)；标准的口径为“按幼儿”。",
        "Quzhou: the definition (denominator) of 85.81% is not stated; the standard's is: by children.",
    ),
    "another variant": (
        CHILDREN,
        [says("by_ways", "85.81%", variant="places")],
        "衢州：“85.81%”的口径为“按学位”，而标准的口径为“按幼儿”。",
        "Quzhou: 85.81% is of another definition: by places; the standard's is: by children.",
    ),
    "variant of several unstated": (
        EACH,
        [says("by_ways", "85.81%")],
        "衢州：来源未说明“85.81%”的口径(分母)；标准的口径为“按幼儿”、“按学位”。",
        "Quzhou: the definition (denominator) of 85.81% is not stated; the standard's is: by children, by places.",
    ),
    "part": (
        COVERAGE,
        [says("coverage", "90%以上", scope=TOWN)],
        "衢州：“90%以上”只涵盖城区，而标准针对整个区县。",
        "Quzhou: ≥90% covers only a part: the town; the standard is for the whole district.",
    ),
    "three years": (
        YEARLY,
        [says("rotation", "24.43%", "2021..2023")],
        "衢州：“24.43%”涵盖3年(2021至2023年)；标准要求每年不低于10%。",
        "Quzhou: 24.43% covers 3 years (2021 to 2023); the standard asks for at least 10% in each year.",
    ),
    "months": (
        YEARLY,
        [says("rotation", "24.43%", "2022-09..2023-01")],
        "衢州：“24.43%”涵盖5个月(2022年9月至2023年1月)；标准要求每年不低于10%。",
        "Quzhou: 24.43% covers 5 months (September 2022 to January 2023); the standard asks for at least 10% in each year.",
    ),
    "start unknown": (
        YEARLY,
        [says("rotation", "24.43%", "..2023")],
        "衢州：来源未说明“24.43%”(截至2023年)从何时算起；标准要求每年不低于10%。",
        "Quzhou: the source does not say when the span of 24.43% (up to 2023) began; "
        "the standard asks for at least 10% in each year.",
    ),
    "running": (
        YEARLY,
        [says("rotation", "24.43%", "2023-06..")],
        "衢州：“24.43%”的时期(2023年6月起)尚未结束；标准要求每年不低于10%。",
        "Quzhou: the period of 24.43% (since June 2023) was not over; the standard asks for at least 10% in each year.",
    ),
    "open": (
        FULL,
        [says("coverage", "95%以上")],
        "衢州：由“95%以上”不能确定是否等于100%。",
        "Quzhou: ≥95% leaves open whether it is exactly 100%.",
    ),
    "years apart": (
        NOT_LESS,
        [SPENT, says("spending", "6.14亿元", "2019")],
        "衢州：“7.04亿元”(2023年)与“6.14亿元”(2019年)不是相邻两年的数字；标准要求不低于上年。",
        "Quzhou: 7.04亿元 (2023) and 6.14亿元 (2019) are not of consecutive years; "
        "the standard compares a year with the year before.",
    ),
    "one year": (
        NOT_LESS,
        [SPENT],
        "衢州：“7.04亿元”(2023年)之前没有整年的数字，也没有可用的增长率；标准要求不低于上年。",
        "Quzhou: there is neither a figure of the whole year before 7.04亿元 (2023) nor its growth rate; "
        "the standard compares a year with the year before.",
    ),
    "a span": (
        NOT_LESS,
        [says("spending", "7.04亿元", "2022..2023")],
        "衢州：“7.04亿元”涵盖2年(2022至2023年)；标准要求不低于上年。",
        "Quzhou: 7.04亿元 covers 2 years (2022 to 2023); the standard compares a year with the year before.",
    ),
    "growth contradicts": (
        NOT_LESS,
        [SPENT, BEFORE, says("growth", "-1%")],
        "衢州：2023年为7.04亿元，上年为6.14亿元，与公布的增长率-1%相互矛盾。",
        "Quzhou: 7.04亿元 (2023) against 6.14亿元 the year before contradicts the printed growth of −1%.",
    ),
    "open change": (
        NOT_LESS,
        [says("spending", "近8亿元"), says("spending", "7.8亿元", "2022")],
        "衢州：由“近8亿元”(2023年)不能确定是否低于上年的“7.8亿元”。",
        "Quzhou: nearly 8亿元 (2023) leaves open whether it is below 7.8亿元 of the year before.",
    ),
    "open growth": (
        NOT_LESS,
        [says("growth", "不超过2%")],
        "衢州：由公布的增长率“不超过2%”(2023年)不能确定是否为负增长。",
        "Quzhou: the printed growth of ≤2% (2023) leaves open whether it is negative.",
    ),
    "missing": (
        EACH,
        [says("by_ways", "60%", variant="places")],
        "衢州：缺少以下各项的数字：按幼儿；标准要求逐项达到。",
        "Quzhou: no figure for by children; the standard asks for each.",
    ),
    "open part": (
        EACH,
        [says("by_ways", "60%", variant="places"), says("by_ways", "40%以上", variant="children")],
        "衢州：由“40%以上”(按幼儿)不能确定是否不低于50%。",
        "Quzhou: ≥40% (by children) leaves open whether it is at least 50%.",
    ),
}


@pytest.mark.parametrize(("one", "entries", "chinese", "english"), REASONS.values(), ids=list(REASONS))
def test_every_undetermined_outcome_is_spelled_out(one, entries, chinese, english):
    for language, text in ((ZH, chinese), (EN, english)):
        assert notes_of(one, *entries, language=language)[0] == text
        assert row_of(one, *entries, language=language)[4].text == {ZH: "无法判定", EN: "undetermined"}[language]


@pytest.mark.parametrize(
    ("operator", "chinese", "english"),
    [
        ("at_least", "不低于50%", "at least 50%"),
        ("above", "高于50%", "more than 50%"),
        ("at_most", "不高于50%", "at most 50%"),
        ("below", "低于50%", "less than 50%"),
        ("equals", "等于50%", "exactly 50%"),
    ],
)
def test_what_is_asked_is_said_in_words(operator, chinese, english):
    one, entry = standard("c9", "coverage", "50%", operator), says("coverage", "约50%")
    assert notes_of(one, entry, language=ZH)[0] == f"衢州：由“约50%”不能确定是否{chinese}。"
    assert notes_of(one, entry)[0] == f"Quzhou: about 50% leaves open whether it is {english}."


def test_what_a_standard_is_confused_with_is_said_where_the_outcome_is_open():
    undetermined, met = says("by_ways", "85.81%"), says("by_ways", "85.81%", variant="children")
    assert notes_of(CHILDREN, undetermined)[1:] == ["Standard w1: nothing else is meant."]
    assert notes_of(CHILDREN, undetermined, language=ZH)[1:] == ["标准 w1：别的都不是。"]
    assert notes_of(CHILDREN, met) == notes_of(CHILDREN) == []


def test_a_plan_without_a_figure_is_named():
    plan = says("coverage", "95%以上", target=True)
    assert notes_of(COVERAGE, plan) == ["Quzhou: no figure; a target of ≥95% for 2023."]
    assert notes_of(COVERAGE, plan, language=ZH) == ["衢州：没有数字；2023年的目标为95%以上。"]
    of_a_part = says("by_ways", "60%", target=True, variant="places", scope=TOWN)
    assert notes_of(CHILDREN, of_a_part) == ["Quzhou: no figure; a target of 60% (by places; the town) for 2023."]


def test_figures_of_another_year_than_asked_for_are_told():
    entry = says("coverage", "60%")
    assert notes_of(COVERAGE, entry, year=2020) == ["Quzhou: there are figures, but none of the year asked for."]
    assert notes_of(COVERAGE, entry, year=2020, language=ZH) == ["衢州：有数字，但不属于所选年份。"]


def test_what_makes_an_outcome_is_said_where_the_row_does_not_show_it():
    assert notes_of(NOT_LESS, SPENT, BEFORE) == ["Quzhou: 7.04亿元 (2023) against 6.14亿元 the year before."]
    assert notes_of(NOT_LESS, SPENT, BEFORE, language=ZH) == ["衢州：2023年为7.04亿元，上年为6.14亿元。"]
    assert notes_of(NOT_LESS, says("growth", "7.78%")) == ["Quzhou: the printed growth of 7.78% (2023) decides."]
    assert notes_of(NOT_LESS, says("growth", "7.78%"), language=ZH) == ["衢州：依据公布的增长率7.78%(2023年)判定。"]
    both = [says("by_ways", "9%", variant="children"), says("by_ways", "60%", variant="places")]
    assert notes_of(EACH, *both) == ["Quzhou: not met by 9% (by children)."]
    assert notes_of(EACH, *both, language=ZH) == ["衢州：未达标的是：9%(按幼儿)。"]


def test_the_caveats_of_the_figures_follow():
    entry = says("coverage", "95%以上", note=Wording("注", "a note"), dated=False)
    assert notes_of(COVERAGE, entry) == [
        "Quzhou prints 95%以上, read as at least 95% and at most 100%.",
        "Quzhou: the evidence prints no date; the period is that of the report.",
        "Quzhou: a note.",
    ]
    contradictory = [says("coverage", "45%"), says("coverage", "55%", source="yearbook")]
    assert notes_of(COVERAGE, *contradictory)[1].startswith("Quzhou: the sources contradict each other")


def test_a_reason_is_not_told_again_as_a_caveat():
    entry = says("rotation", "24.43%")
    said = notes_of(YEARLY, entry, published="2023-09")
    assert said == [
        "Quzhou: the period of 24.43% (2023) was not over; the standard asks for at least 10% in each year."
    ]


ALL = (COVERAGE, CHILDREN, EACH, YEARLY, GRADE, NOT_LESS, GOAL)
QUZHOU = district(
    "quzhou",
    says("coverage", "96.5%"),
    says("by_ways", "49.9%", variant="children"),
    says("by_ways", "60%", "2022", variant="places"),
    says("rotation", "24.43%", "2021..2023"),
    says("grade", "B等"),
    says("growth", "7.78%"),
)
OUHAI = district("ouhai", says("coverage", "95%以上", target=True), says("grade", "C等"))


def test_one_district_stands_in_rows_county_marks_first():
    layout = table_of(ALL, QUZHOU).layouts[0]
    assert [section.title for section in layout.sections] == ["County marks", "National goals"]
    assert [column.heading for column in layout.columns] == [
        *("Standard", "Requirement", "Value", "Period", "Outcome", "Distance", "Notes"),
    ]
    assert texts_of(layout) == [
        ["c1 Coverage", "≥50%", "96.5%", "2023", "met", "+46.5 points", ""],
        ["w1 By ways (by children)", "≥50%", "49.9% (by children)", "2023", "not met", "−0.1 points", ""],
        ["w2 By ways", "each ≥50%", "49.9–60% (2 of 2)", "2022, 2023", "not met", "−0.1 to +10 points", "[1]"],
        ["r1 Rotation", "≥10% a year", "24.43%", "2021..2023", "undetermined", "–", "[2]"],
        ["g1 Grade", "≥B", "B", "2023", "met", "–", ""],
        ["f1 Spending", "≥ previous year", "7.78% (growth)", "2023", "met", "–", "[3]"],
        ["n1 Coverage", "≥97% by 2025", "96.5%", "2023", "distance only", "−0.5 points", ""],
    ]


def test_the_same_in_chinese():
    layout = table_of(ALL, QUZHOU, language=ZH).layouts[0]
    assert [section.title for section in layout.sections] == ["县级标准", "全国目标"]
    assert texts_of(layout) == [
        ["c1 覆盖率", "≥50%", "96.5%", "2023", "达标", "+46.5个百分点", ""],
        ["w1 多口径 (按幼儿)", "≥50%", "49.9% (按幼儿)", "2023", "未达标", "−0.1个百分点", ""],
        ["w2 多口径", "各项≥50%", "49.9–60% (2项中2项)", "2022, 2023", "未达标", "−0.1至+10个百分点", "[1]"],
        ["r1 交流率", "每年≥10%", "24.43%", "2021..2023", "无法判定", "–", "[2]"],
        ["g1 等第", "≥B", "B等", "2023", "达标", "–", ""],
        ["f1 投入", "不低于上年", "7.78% (增长率)", "2023", "达标", "–", "[3]"],
        ["n1 覆盖率", "2025年≥97%", "96.5%", "2023", "只计差距", "−0.5个百分点", ""],
    ]


def test_a_narrower_terminal_gets_the_same_in_fewer_columns():
    narrow = {cells[0]: cells[1:] for cells in texts_of(table_of(ALL, QUZHOU).layouts[1])}
    assert narrow["c1 Coverage"] == ["≥50%", "96.5% (2023)", "met", "+46.5 points"]
    assert narrow["r1 Rotation"] == ["≥10% a year", "24.43% (2021..2023)", "undetermined [2]", "–"]
    assert narrow["f1 Spending"] == ["≥ previous year", "7.78% (growth, 2023)", "met [3]", "–"]


def test_colours_say_what_the_words_say():
    table = table_of(ALL, QUZHOU)
    for layout, place in ((table.layouts[0], 4), (table.layouts[1], 3)):
        tones = {row[place].text.partition(" [")[0]: row[place].tone for one in layout.sections for row in one.rows}
        assert tones == {
            "met": Tone.GOOD,
            "not met": Tone.BAD,
            "undetermined": Tone.WEAK,
            "distance only": Tone.WEAK,
        }


def test_several_districts_make_a_matrix():
    layout = table_of(ALL, QUZHOU, OUHAI).layouts[0]
    assert [column.heading for column in layout.columns] == ["Standard", "Requirement", "Quzhou", "Ouhai"]
    rows = {cells[0]: cells[1:] for cells in texts_of(layout)}
    assert rows["c1 Coverage"] == ["≥50%", "met 96.5% (2023)", "no figure [1]"]
    assert rows["w1 By ways (by children)"] == ["≥50%", "not met 49.9% (by children, 2023)", "no figure"]
    assert rows["w2 By ways"] == ["each ≥50%", "not met 49.9–60% (2 of 2, 2022, 2023) [2]", "no figure"]
    assert rows["g1 Grade"] == ["≥B", "met B (2023)", "not met C (2023)"]
    assert rows["n1 Coverage"] == ["≥97% by 2025", "96.5% (2023), −0.5 points", "no figure [1]"]


def test_of_a_national_goal_the_figure_comes_first_then_its_distance():
    noted = district("ouhai", says("coverage", "97%", note=Wording("注", "a note")), says("grade", "A等"))
    graded = standard("n2", "grade", "B", level="national")
    goals = {}
    for language in LANGUAGES:
        layout = table_of([GOAL, graded], QUZHOU, noted, language=language).layouts[0]
        goals[language] = [cells[2:] for cells in texts_of(layout)]
    assert goals[EN] == [
        ["96.5% (2023), −0.5 points", "97% (2023), 0 points [1]"],
        ["distance only B (2023)", "distance only A (2023)"],
    ]
    assert goals[ZH] == [
        ["96.5% (2023)，相差−0.5个百分点", "97% (2023)，相差0个百分点 [1]"],
        ["只计差距 B等 (2023)", "只计差距 A等 (2023)"],
    ]


def test_a_range_of_contradictory_sources_is_no_quotation():
    entries = [says("coverage", "45%"), says("coverage", "55%", source="yearbook")]
    assert notes_of(COVERAGE, *entries, language=ZH)[0] == "衢州：由45–55%不能确定是否不低于50%。"


def test_a_narrower_terminal_gets_a_block_for_each_standard():
    layout = table_of(ALL, QUZHOU, OUHAI).layouts[1]
    blocks = {section.title: [[cell.text for cell in row] for row in section.rows] for section in layout.sections}
    assert blocks["County marks · g1 Grade · ≥B"] == [
        ["Quzhou", "B", "2023", "met", "–"],
        ["Ouhai", "C", "2023", "not met", "–"],
    ]
    assert blocks["National goals · n1 Coverage · ≥97% by 2025"][1] == ["Ouhai", "–", "", "no figure [1]", "–"]


def test_a_district_named_at_two_years_is_told_apart():
    labels = ["quzhou@2023", "quzhou@2022"]
    table = table_of([COVERAGE], QUZHOU, QUZHOU, labels=labels, years=(2023, 2022))
    assert [column.heading for column in table.layouts[0].columns[2:]] == ["Quzhou@2023", "Quzhou@2022"]
    assert [one["district"] for one in records_by_field(table.tidy)] == labels


def remarks_of(table):
    return [note.text for note in table.notes if not note.mark]


def test_the_outcomes_are_counted_for_each_district():
    assert remarks_of(table_of(ALL, QUZHOU, OUHAI))[:2] == [
        "Quzhou: county marks (6): 3 met, 2 not met, 1 undetermined, 0 no figure; "
        "national goals (1): 1 distance only, 0 undetermined, 0 no figure.",
        "Ouhai: county marks (6): 0 met, 1 not met, 0 undetermined, 5 no figure; "
        "national goals (1): 0 distance only, 0 undetermined, 1 no figure.",
    ]
    assert remarks_of(table_of([COVERAGE], QUZHOU, language=ZH))[0] == (
        "衢州：县级标准1项：达标1项，未达标0项，无法判定0项，无数字0项。"
    )


def test_each_document_is_named_once_with_its_number_and_how_well_it_is_attested():
    assert remarks_of(table_of(ALL, QUZHOU, OUHAI))[2:] == [
        "c1, w1, r1, g1, f1: Measures; 1号; wording seen in a copy of the provision.",
        "w2: Rules; 1号; wording seen in a copy of the provision.",
        "n1: Plan; no number given (not verified); wording seen in a copy of the provision.",
    ]
    assert remarks_of(table_of([GOAL], QUZHOU, language=ZH))[-1] == (
        "n1：《计划》，文号未列(未核实)；条文见于文件副本。"
    )


def test_where_attestation_differs_within_a_document_it_is_said_of_which_standards():
    other = standard("c3", "coverage", "60%", attested=Attestation.SECONDARY)
    assert remarks_of(table_of([COVERAGE, other], QUZHOU))[-1] == (
        "c1, c3: Measures; 1号; wording seen in a copy of the provision (c1); wording seen in a secondary page (c3)."
    )


def test_without_standards_the_table_says_so():
    assert remarks_of(table_of([], QUZHOU)) == ["There are no standards for these indicators."]
    assert remarks_of(table_of([], QUZHOU, language=ZH)) == ["没有这些指标的标准。"]


def test_the_title_says_what_the_distance_is():
    assert table_of(ALL, QUZHOU).title == "Quzhou against published standards (distance = figure − standard)"
    assert table_of(ALL, QUZHOU, OUHAI, language=ZH).title == "衢州、瓯海与公布标准对照(与标准之差 = 数字 − 标准)"


def test_sources_are_listed_on_request_those_of_plans_too():
    assert not any("Annual report" in text for text in remarks_of(table_of(ALL, QUZHOU, OUHAI)))
    listed = remarks_of(table_of(ALL, QUZHOU, OUHAI, sources=True))[-2:]
    assert listed == ["Quzhou · report: Annual report. undated", "Ouhai · report: Annual report. undated"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_wide_records_are_a_row_a_standard_with_fields_of_each_district(language):
    records = table_of(ALL, QUZHOU, OUHAI, language=language).records
    fields = [f"{id}_{name}" for id in ("quzhou", "ouhai") for name in HELD_FIELDS]
    assert list(records.fields) == [*STANDARD_FIELDS, *fields]
    rows = {one["standard"]: one for one in records_by_field(records)}
    assert list(rows) == [one.id for one in ALL]
    first = rows["w1"]
    assert (first["level"], first["operator"], first["threshold"]) == ("county", "at_least", "50%")
    assert (first["required_variant"], first["number"], first["attested"]) == ("children", "1号", "provision")
    assert (first["quzhou_outcome"], first["quzhou_value"], first["quzhou_variant"]) == (
        "not_met",
        Decimal("49.9"),
        "children",
    )
    assert (first["quzhou_distance_low"], first["quzhou_distance_high"]) == (Decimal("-0.1"), Decimal("-0.1"))
    assert (first["ouhai_outcome"], first["ouhai_value"], first["ouhai_only_target"]) == ("no_figure", None, False)
    assert rows["c1"]["ouhai_only_target"] is True
    assert rows["r1"]["quzhou_reason"] == "span-lengths-differ"
    assert (rows["n1"]["number"], rows["n1"]["due"]) == (None, 2025)
    assert rows["w2"]["required_variant"] == "children;places"


def test_a_printed_growth_comes_with_its_own_indicator_and_unit():
    (row,) = records_by_field(table_of([NOT_LESS], QUZHOU).records)
    assert (row["indicator"], row["unit"]) == ("spending", "万元")
    assert (row["quzhou_figure_indicator"], row["quzhou_figure_unit"]) == ("growth", "%")
    assert (row["quzhou_value"], row["quzhou_distance_low"]) == (Decimal("7.78"), None)


def test_of_several_variants_the_ends_are_recorded_and_no_value():
    (row,) = records_by_field(table_of([EACH], QUZHOU).records)
    assert [row[f"quzhou_{name}"] for name in ("value", "low", "high", "period", "variant")] == [
        *(None, Decimal("49.9"), Decimal(60), "2023;2022", "children;places"),
    ]


def test_a_grade_is_recorded_as_its_level():
    (row,) = records_by_field(table_of([GRADE], QUZHOU).records)
    assert [row[f"quzhou_{name}"] for name in ("value", "low", "high")] == ["B", "B", "B"]


def test_tidy_records_are_a_row_a_district_and_standard_with_the_evidence():
    tidy = table_of(ALL, QUZHOU, OUHAI).tidy
    assert list(tidy.fields[: len(STANDARD_FIELDS) + 2]) == [*STANDARD_FIELDS, "district", "district_name"]
    rows = records_by_field(tidy)
    assert [(one["standard"], one["district"]) for one in rows] == [
        (one.id, id) for one in ALL for id in ("quzhou", "ouhai")
    ]
    first = rows[0]
    assert (first["outcome"], first["printed"], first["evidence"], first["source"]) == (
        *("met", "96.5%", "96.5%", "report"),
    )
    assert [one["printed"] for one in rows if one["standard"] == "w2"] == ["49.9%; 60%", None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_holds_the_standard_in_full_the_reasons_and_every_figure_with_its_evidence(language):
    document = table_of(ALL, QUZHOU, OUHAI, language=language).document
    assert (document["schema_version"], document["command"], document["districts"]) == (
        *(1, "standards", ["quzhou", "ouhai"]),
    )
    numbers = (0, 1, 0, 6, 0)
    outcomes = ("met", "not_met", "undetermined", "no_figure", "distance")
    assert document["outcomes"]["ouhai"] == dict(zip(outcomes, numbers, strict=True))
    records = {(one["standard"]["id"], one["district"]): one for one in document["records"]}
    assert len(records) == len(ALL) * 2
    figures = {
        (figure.indicator.id, figure.variant): figure for series in series_of(QUZHOU) for figure in series.figures
    }
    rotation = records[("r1", "quzhou")]
    assert rotation["figure"] == figure_document(figures[("rotation", None)], language)
    assert rotation["figure"]["observations"][0]["evidence"] == "24.43%"
    assert (rotation["outcome"], rotation["reasons"], rotation["distance"]) == (
        *("undetermined", ["span-lengths-differ"], None),
    )
    assert rotation["explanation"] == notes_of(YEARLY, says("rotation", "24.43%", "2021..2023"), language=language)
    planned = records[("c1", "ouhai")]
    assert (planned["only_target"], planned["figure"], planned["target"]["printed"]) == (True, None, "95%以上")


def test_json_writes_a_standard_in_full():
    records = table_of([CHILDREN, EACH, NOT_LESS, PER_CENT, GRADE, GOAL], QUZHOU).document["records"]
    written = {one["standard"]["id"]: one["standard"] for one in records}
    assert (written["w1"]["document"], written["w1"]["number"], written["w1"]["note"]) == (
        *("Measures", "1号", "nothing else is meant."),
    )
    assert written["w1"]["required"] == {"low": Decimal(50), "high": None, "low_open": False, "high_open": True}
    assert (written["w1"]["required_variant"], written["w1"]["each"]) == ("children", [])
    assert (written["w2"]["required_variant"], written["w2"]["each"]) == (None, ["children", "places"])
    assert (written["f1"]["required"], written["f1"]["growth"]) == (None, "growth")
    assert (written["s1"]["required"]["high"], written["s1"]["required"]["high_open"]) == (Decimal("0.15"), True)
    assert written["g1"]["required"]["low"] == "B"
    assert (written["n1"]["due"], written["n1"]["number"], written["n1"]["level"]) == (2025, None, "national")


def test_json_tells_parts_earlier_figures_and_caveats():
    one = district("quzhou", *QUZHOU_SPENDING, says("by_ways", "40%以上", variant="children"))
    records = {each["standard"]["id"]: each for each in table_of([EACH, NOT_LESS], one).document["records"]}
    parts = records["w2"]["parts"]
    assert [(part["variant"], part["outcome"], part["reasons"]) for part in parts] == [
        ("children", "undetermined", ["open-interval"]),
        ("places", "no_figure", []),
    ]
    assert parts[0]["figure"]["printed"] == "40%以上"
    assert records["w2"]["missing"] == ["places"]
    assert records["w2"]["caveats"] == [caveat_document(caveat, EN) for caveat in _caveats(EACH, one)]
    assert [records["f1"][name]["printed"] for name in ("figure", "previous", "growth")] == [
        "7.04亿元",
        "6.14亿元",
        "-1%",
    ]


QUZHOU_SPENDING = (SPENT, BEFORE, says("growth", "-1%"))


def _caveats(one, held):
    (series,) = (each for each in series_of(held) if each.indicator.id == one.indicator.id)
    return caveats_of(series.figures[0])


def test_braces_in_the_data_are_no_template():
    one = standard("c1", "coverage", "100%", "equals", note=Wording("{x}", "{name} {0} %s"))
    table = table_of([one], district("quzhou", says("coverage", "95%以上", scope=Wording("{0}", "{figure}"))))
    texts = [note.text for note in table.notes]
    assert "Quzhou: ≥95% covers only a part: {figure}; the standard is for the whole district." in texts
    assert "Standard c1: {name} {0} %s." in texts
