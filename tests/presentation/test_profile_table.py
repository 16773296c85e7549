"""One district's figures, dimension by dimension, with the caveats that each carries by itself."""

from bilingual_world import CATALOGUE, EN, ZH, district, records_by_field, says, texts_of

from eduindex.analysis.choosing import Choice
from eduindex.analysis.figures import series_of
from eduindex.analysis.profile import profile_of
from eduindex.model.wording import Wording
from eduindex.presentation.profile_table import profile_table
from eduindex.presentation.records import FIGURE_FIELDS, figure_document, figure_record

TOWN = Wording("城区", "the town")
QUZHOU = district(
    "quzhou",
    says("spending", "7.04亿元"),
    says("coverage", "95%以上"),
    says("coverage", "90%以上", "2022"),
    says("by_ways", "9%", variant="places", scope=TOWN),
    says("spread", "0.2", dated=False, note=Wording("注", "a note")),
    says("subsidy", "500元", "2025", target=True, evidence="达500元"),
)


def table_of(one=QUZHOU, language=EN, sources=False, **choice):
    return profile_table(profile_of(CATALOGUE, one, Choice(**choice)), CATALOGUE, language, sources=sources)


def test_figures_stand_under_their_dimensions_in_the_catalogues_order():
    sections = table_of().layouts[0].sections
    assert [(section.title, [row[0].text for row in section.rows]) for section in sections] == [
        ("Children", ["Coverage", "Spread", "By ways (by places; the town)"]),
        ("Money", ["Spending"]),
    ]
    assert [section.title for section in table_of(language=ZH).layouts[0].sections] == ["儿童", "经费"]


def test_cells_show_value_period_and_marks():
    rows = {row[0]: row[1:] for row in texts_of(table_of().layouts[0])}
    assert rows["Coverage"] == ["≥95%", "2023", "[1]"]
    assert rows["Spread"] == ["0.2", "2023", "[2, 3]"]
    assert rows["Spending"] == ["7.04亿元", "2023", ""]
    chinese = {row[0]: row[1] for row in texts_of(table_of(language=ZH).layouts[0])}
    assert chinese["覆盖率"] == "95%以上"
    assert chinese["多口径 (按学位；城区)"] == "9%"


def test_the_title_is_name_place_and_code():
    assert table_of().title == "Quzhou · Zhejiang · 330302"
    assert table_of(language=ZH).title == "衢州 · 浙江省 · 330302"
    assert table_of(district("quzhou", says("coverage", "9%"), code="", within=Wording())).title == "Quzhou"


def test_notes_are_the_caveats_of_single_figures_and_what_is_left_out():
    notes = table_of().notes
    assert [note.mark for note in notes] == ["1", "2", "3", ""]
    assert "95%以上" in notes[0].text
    assert "a note" in notes[2].text
    assert notes[-1].text == "Left out: 1 figure of other periods (--all), 1 target (--targets)."


def test_of_one_year_no_option_shows_the_other_periods():
    assert table_of(year=2023).notes[-1].text == "Left out: 1 figure of other periods, 1 target (--targets)."


def test_everything_leaves_nothing_out():
    table = table_of(everything=True)
    assert len(texts_of(table.layouts[0])) == len(QUZHOU.observations)
    assert not any("Left out" in note.text for note in table.notes)
    shown = {(row[0], row[1], row[2]) for row in texts_of(table.layouts[0])}
    assert ("Subsidy", "≥500元", "2025, target") in shown


def test_records_and_json_are_those_of_the_figures_shown():
    table = table_of(everything=True)
    figures = [figure for series in series_of(QUZHOU) for figure in series.figures]
    assert table.records.fields == FIGURE_FIELDS
    records = records_by_field(table.records)
    assert all(figure_record(figure, EN) in records for figure in figures)
    assert len(records) == len(figures)
    assert table.document["district"] == "quzhou"
    assert (table.document["schema_version"], table.document["command"]) == (1, "show")
    assert all(figure_document(figure, EN) in table.document["records"] for figure in figures)
    assert [one["indicator"] for one in table.document["records"]] == [one["indicator"] for one in records]


def test_sources_are_listed_on_request():
    assert not any("Annual report" in note.text for note in table_of().notes)
    assert [note.text for note in table_of(sources=True).notes if "Annual report" in note.text] == [
        "Quzhou · report: Annual report. undated"
    ]
