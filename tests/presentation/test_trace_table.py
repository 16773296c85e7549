"""Where a figure comes from: evidence with the figure brought out, source, sentence and line."""

from decimal import Decimal

import pytest
from bilingual_world import EN, ZH, district, figure_of, observed, records_by_field, says

from eduindex.model.evidence import Absence
from eduindex.model.wording import Wording
from eduindex.presentation.records import figure_record, source_document
from eduindex.presentation.trace_table import Traced, trace_table

TOWN = Wording("城区", "the town")


def cells_of(traced, language=EN):
    """The block of one observation, by its headings."""
    (section,) = trace_table([traced], "Quzhou", language).layouts[0].sections
    return {heading.text: cell for heading, cell in section.rows}


def texts(traced, language=EN):
    return {heading: cell.text for heading, cell in cells_of(traced, language).items()}


def shown(cell):
    """What a cell brings out."""
    return None if cell.highlight is None else cell.text[slice(*cell.highlight)]


FULL = observed(
    "by_ways",
    "95%以上",
    evidence="公办园覆盖率达95%以上，其中",
    variant="places",
    scope=TOWN,
    note=Wording("注", "a note"),
    source="yearbook",
    line=12,
)


def test_a_block_tells_all_that_is_known():
    assert texts(Traced(FULL)) == {
        "Value": "≥95%",
        "Read as": "95–100%",
        "Status": "actual",
        "Variant": "by places",
        "Scope": "the town",
        "Evidence": "公办园覆盖率达95%以上，其中",
        "Period evidence": "2023年",
        "Note": "a note",
        "Source": "yearbook: Yearbook",
        "Publisher": "Bureau",
        "Published": "2024-04-03",
        "Address": "https://example.org",
        "Written in": "samples/x.yaml:12",
    }
    assert texts(Traced(FULL), ZH)["数值"] == "95%以上"


def test_what_is_not_known_has_no_line_or_says_so():
    lines = texts(Traced(observed("coverage", "95%", dated=False)))
    assert not {"Variant", "Scope", "Period evidence", "Note", "Address", "Sentence"} & set(lines)
    assert (lines["Publisher"], lines["Published"]) == ("not said", "undated")
    assert (lines["Value"], lines["Read as"]) == ("95%", "95%")


@pytest.mark.parametrize(
    ("value", "read"),
    [("2000余名", "(2000, 3000)"), ("238余名", ">238"), ("近20名", "[15, 20)"), ("20-30名", "20–30"), ("无", "0")],
)
def test_a_value_is_read_as_its_interval(value, read):
    assert texts(Traced(observed("recruited", value)))["Read as"] == read


@pytest.mark.parametrize(
    ("value", "read"), [("B等", "B"), ("B等以上", "B–A"), ("B等以下", "C–B"), ("高于B等", "A"), ("低于A等", "C–B")]
)
def test_a_grade_is_read_as_its_levels(value, read):
    assert texts(Traced(observed("grade", value)))["Read as"] == read


def test_the_figure_is_brought_out_of_its_evidence():
    assert shown(cells_of(Traced(FULL))["Evidence"]) == "95%以上"
    elsewhere = observed("coverage", "95%", evidence="覆盖率为398.20%")
    assert shown(cells_of(Traced(elsewhere))["Evidence"]) is None


def test_the_figure_is_brought_out_of_its_sentence():
    sentence = "2023年，全区公办园覆盖率达95%以上，其中城区更高。"
    cell = cells_of(Traced(FULL, sentence))["Sentence"]
    assert (cell.text, shown(cell)) == (sentence, "95%以上")


def test_the_right_figure_is_brought_out_where_the_sentence_prints_it_twice():
    sentence = "2022年覆盖率达95%以上。2023年公办园覆盖率达95%以上，其中"
    cell = cells_of(Traced(FULL, sentence))["Sentence"]
    assert cell.highlight is not None
    assert cell.highlight[0] > sentence.index("公办园")
    assert shown(cell) == "95%以上"


def test_evidence_with_blanks_is_found_in_a_sentence_without():
    spaced = observed("recruited", "763 名", evidence="新聘教师 763 名")
    assert shown(cells_of(Traced(spaced, "全区新聘教师763名。"))["Sentence"]) == "763名"


@pytest.mark.parametrize("absence", Absence)
def test_a_sentence_that_cannot_be_shown_says_why(absence):
    english, chinese = texts(Traced(FULL, absence))["Sentence"], texts(Traced(FULL, absence), ZH)["原文"]
    names_file = absence is not Absence.NO_FILE
    assert ("y.txt" in english, "y.txt" in chinese) == (names_file, names_file)
    assert english != chinese
    table = trace_table([Traced(FULL, absence)], "Quzhou", EN)
    assert records_by_field(table.records)[0]["sentence"] is None


def test_each_observation_has_a_block_under_its_period():
    observations = district(
        "quzhou", says("coverage", "95%"), says("coverage", "96%", "2021/2022"), says("coverage", "97%", "..2024-03")
    ).observations
    table = trace_table([Traced(each) for each in observations], "Quzhou", EN)
    assert table.title == "Quzhou · Coverage (coverage)"
    assert [section.title for section in table.layouts[0].sections] == ["2023", "2021/2022", "..2024-03"]
    assert [row["value"] for row in records_by_field(table.records)] == [95, 96, 97]


@pytest.mark.parametrize(("indicator", "value"), [("coverage", "超95%"), ("grade", "B等以上"), ("recruited", "1-2名")])
def test_a_record_has_the_numbers_of_the_figure(indicator, value):
    figure = figure_of(says(indicator, value))
    (record,) = records_by_field(trace_table([Traced(figure.observations[0])], "Quzhou", EN).records)
    of_figure = figure_record(figure, EN)
    shared = set(record) & set(of_figure)
    assert shared >= {"value", "low", "high", "low_open", "high_open", "bound", "period", "status", "printed", "source"}
    assert {name: record[name] for name in shared} == {name: of_figure[name] for name in shared}


def test_records_and_json_agree():
    table = trace_table([Traced(FULL, "一句。")], "Quzhou", EN)
    (record,), (document,) = records_by_field(table.records), table.document["records"]
    assert (record["title"], record["publisher"], record["published"]) == ("Yearbook", "Bureau", "2024-04-03")
    assert (record["file"], record["line"], record["sentence"]) == ("samples/x.yaml", 12, "一句。")
    assert document["source"] == source_document(FULL.source, EN)
    shared = set(record) & set(document) - {"source"}
    assert set(record) - shared == {"source", "title", "publisher", "published", "url"}
    assert {name: record[name] for name in shared} == {name: document[name] for name in shared}
    assert (record["low"], record["high"]) == (Decimal(95), Decimal(100))
