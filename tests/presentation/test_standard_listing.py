"""The list of standards: under their documents, whatever their order, with those that nobody has seen marked."""

from decimal import Decimal

import pytest
from bilingual_world import CATALOGUE, EN, LANGUAGES, ZH, records_by_field, texts_of

from eduindex.model.standard import PREVIOUS_YEAR, Attestation, Level, Operator, Standard, required_values
from eduindex.model.table import Tone
from eduindex.model.wording import Wording
from eduindex.presentation.standard_listing import standard_listing
from eduindex.presentation.standards_records import LISTED_FIELDS

LAW, PLAN = Wording("办法", "Measures"), Wording("计划", "Plan")


def standard(id, indicator, threshold, *, attested=Attestation.SECONDARY, document=LAW, number="1号", **more):
    measured = CATALOGUE.indicators[indicator]
    required = None if threshold == PREVIOUS_YEAR else required_values(Operator.AT_LEAST, threshold, measured)
    level = more.pop("level", Level.COUNTY)
    return Standard(
        id,
        measured,
        level,
        Operator.AT_LEAST,
        threshold,
        required,
        attested=attested,
        document=document,
        number=number,
        **more,
    )


STANDARDS = (
    standard("w1", "by_ways", "50%", variant="children", note=Wording("别的都不是", "Nothing else is meant")),
    standard("n1", "coverage", "97%", level=Level.NATIONAL, due=2025, document=PLAN, number=""),
    standard("f1", "spending", PREVIOUS_YEAR, growth=CATALOGUE.indicators["growth"], attested=Attestation.PROVISION),
    standard("c1", "coverage", "50%", attested=Attestation.NONE),
    standard("c2", "coverage", "60%", number="2号"),
)


def test_each_document_stands_once_with_its_number_over_its_standards():
    layout = standard_listing(STANDARDS, EN).layouts[0]
    assert [(section.title, [row[0].text for row in section.rows]) for section in layout.sections] == [
        ("Measures; 1号", ["w1", "f1", "c1"]),
        ("Plan; no number given (not verified)", ["n1"]),
        ("Measures; 2号", ["c2"]),
    ]
    titles = [section.title for section in standard_listing(STANDARDS, ZH).layouts[0].sections]
    assert titles == ["《办法》，1号", "《计划》，文号未列(未核实)", "《办法》，2号"]


def test_a_row_says_what_is_required_of_whom_and_where_it_was_seen():
    table = standard_listing(STANDARDS, EN)
    assert table.title == "5 standards"
    assert [column.heading for column in table.layouts[0].columns] == [
        *("Id", "Indicator", "Requirement", "Level", "Wording seen in", "Note"),
    ]
    assert texts_of(table.layouts[0]) == [
        ["w1", "By ways (by children)", "≥50%", "county mark", "secondary page", "Nothing else is meant"],
        ["f1", "Spending", "≥ previous year", "county mark", "provision copy", ""],
        ["c1", "Coverage", "≥50%", "county mark", "nowhere: not used", ""],
        ["n1", "Coverage", "≥97%", "national goal for 2025", "secondary page", ""],
        ["c2", "Coverage", "≥60%", "county mark", "secondary page", ""],
    ]
    assert table.notes == ()


def test_the_same_in_chinese():
    table = standard_listing(STANDARDS, ZH)
    assert table.title == "5项标准"
    assert texts_of(table.layouts[0])[:4] == [
        ["w1", "多口径 (按幼儿)", "≥50%", "县级标准", "转述页面", "别的都不是"],
        ["f1", "投入", "不低于上年", "县级标准", "文件副本", ""],
        ["c1", "覆盖率", "≥50%", "县级标准", "未见，不采用", ""],
        ["n1", "覆盖率", "≥97%", "2025年全国目标", "转述页面", ""],
    ]


def test_a_narrower_terminal_gets_the_same_in_fewer_columns():
    rows = texts_of(standard_listing(STANDARDS, EN).layouts[1])
    assert rows[0] == [
        *("w1 By ways (by children)", "≥50% (county mark)", "secondary page", "Nothing else is meant"),
    ]
    assert rows[3][1] == "≥97% (national goal for 2025)"


def test_what_is_not_used_is_weak_beside_its_words():
    for layout in standard_listing(STANDARDS, EN).layouts:
        cells = [cell for section in layout.sections for row in section.rows for cell in row if "nowhere" in cell.text]
        assert [cell.tone for cell in cells] == [Tone.WEAK]


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_have_the_order_of_the_table(language):
    table = standard_listing(STANDARDS, language)
    rows = records_by_field(table.records)
    assert table.records.fields == LISTED_FIELDS
    assert [row["standard"] for row in rows] == ["w1", "f1", "c1", "n1", "c2"]
    assert [row["used"] for row in rows] == [True, True, False, True, True]
    assert (rows[0]["required_variant"], rows[0]["note"]) == ("children", STANDARDS[0].note(language))
    assert (rows[1]["threshold"], rows[1]["growth"]) == ("previous_year", "growth")
    assert (rows[3]["due"], rows[3]["number"], rows[3]["attested"]) == (2025, None, "secondary")


def test_json_writes_each_in_full():
    document = standard_listing(STANDARDS, EN).document
    assert (document["schema_version"], document["command"]) == (1, "standards")
    first, growth, unseen, *_ = document["records"]
    assert first["required"] == {"low": Decimal(50), "high": None, "low_open": False, "high_open": True}
    assert (first["id"], first["document"], first["note"]) == ("w1", "Measures", "Nothing else is meant")
    assert (growth["required"], growth["growth"]) == (None, "growth")
    assert (unseen["attested"], unseen["used"]) == ("none", False)


def test_without_a_standard_it_says_so():
    for language, title, text in (
        (EN, "0 standards", "There are no standards for these indicators."),
        (ZH, "0项标准", "没有这些指标的标准。"),
    ):
        table = standard_listing((), language)
        assert (table.title, [note.text for note in table.notes]) == (title, [text])
        assert (table.records.rows, table.document["records"]) == ((), [])
