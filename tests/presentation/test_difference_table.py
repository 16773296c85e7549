"""What differs, largest relative gap first; and one district over time."""

from decimal import Decimal

import pytest
from bilingual_world import EN, ZH, changed, compared, district, records_by_field, says, texts_of

from eduindex.model.wording import Wording
from eduindex.presentation.difference_table import change_table, difference_table
from eduindex.presentation.records import FIGURE_FIELDS, PAIRING_FIELDS

TOWN = Wording("城区", "the town")
SIDE = ("variant", "scope", "value", "low", "high", "bound", "period", "status")

QUZHOU = district(
    "quzhou",
    says("rotation", "9%", "2021..2023"),
    says("by_ways", "9%", variant="children"),
    says("schools", "90所"),
    says("coverage", "95%以上"),
    says("grade", "A等"),
    says("spread", "0.2"),
    says("dropouts", "3%", scope=TOWN),
    says("by_mixed_ways", "5%", variant="children"),
)
OUHAI = district(
    "ouhai",
    says("rotation", "9%"),
    says("by_ways", "8%"),
    says("schools", "100所"),
    says("coverage", "90%"),
    says("grade", "B等"),
    says("spread", "0.1"),
    says("dropouts", "4%", scope=TOWN),
    says("by_mixed_ways", "5%", variant="places"),
)


def table_of(*districts, language=EN, sources=False, **choice):
    return difference_table(compared(*districts, **choice), language, ["quzhou@2023", "ouhai"], sources=sources)


def wide(table):
    """The cells of the widest layout by the indicator's cell."""
    return {row[0]: row[1:] for row in texts_of(table.layouts[0])}


def test_the_largest_gap_comes_first_and_what_cannot_be_compared_last():
    records = records_by_field(table_of(QUZHOU, OUHAI).records)
    assert [(row["indicator"], row["relative_gap"], row["verdict"]) for row in records] == [
        ("spread", Decimal("0.5000"), "worse"),
        ("dropouts", Decimal("0.2500"), "better"),
        ("schools", Decimal("0.1000"), "fewer"),
        ("coverage", Decimal("0.05263"), "better"),
        ("by_mixed_ways", Decimal(0), "equal"),
        ("grade", None, "better"),
        ("by_ways", None, "undetermined"),
        ("rotation", None, "not_comparable"),
    ]


def test_cells_show_figures_periods_difference_and_gap():
    cells = wide(table_of(QUZHOU, OUHAI))
    assert cells["Coverage"] == ["≥95%", "2023", "90%", "2023", "+5 to +10 points", "5.3%", "better", "[1]"]
    assert cells["Schools"] == ["90", "2023", "100", "2023", "−10", "10.0%", "fewer", ""]
    assert cells["Dropouts (the town)"][:6] == ["3%", "2023", "4%", "2023", "−1 points", "25.0%"]
    assert cells["Grade"][4:7] == ["–", "", "better"]
    assert cells["Rotation"][:7] == ["9%", "2021..2023", "9%", "2023", "–", "", "not comparable"]


def test_the_narrow_layout_says_the_same():
    table = table_of(QUZHOU, OUHAI)
    narrow = {row[0]: row[1:] for row in texts_of(table.layouts[1])}
    assert narrow["Coverage"] == ["≥95% (2023)", "90% (2023)", "+5 to +10 points (5.3%)", "better [1]"]
    assert narrow["Grade"] == ["A (2023)", "B (2023)", "–", "better"]
    assert list(narrow) == list(wide(table))


def test_a_variant_stands_with_the_figure_where_the_two_differ():
    cells = wide(table_of(QUZHOU, OUHAI))
    assert (cells["By mixed ways"][0], cells["By mixed ways"][2]) == ("5% (by children)", "5% (by places)")
    assert (cells["By ways"][0], cells["By ways"][2]) == ("9% (by children)", "8%")


def test_a_variant_that_both_share_stands_with_the_indicator():
    one, other = (district(id, says("by_ways", "9%", variant="places", scope=TOWN)) for id in ("quzhou", "ouhai"))
    assert list(wide(table_of(one, other))) == ["By ways (by places; the town)"]
    assert list(wide(table_of(one, other, language=ZH))) == ["多口径 (按学位；城区)"]


@pytest.mark.parametrize("other_variant", ["places", None])
def test_a_scope_that_both_share_is_told_also_where_variants_differ(other_variant):
    table = table_of(
        district("quzhou", says("by_mixed_ways", "9%", variant="children", scope=TOWN)),
        district("ouhai", says("by_mixed_ways", "8%", variant=other_variant, scope=TOWN)),
    )
    (row,) = texts_of(table.layouts[0])
    assert any("the town" in text for text in (*row, *(note.text for note in table.notes)))


def test_titles_say_what_is_subtracted_from_what():
    english, chinese = table_of(QUZHOU, OUHAI), table_of(QUZHOU, OUHAI, language=ZH)
    assert "Quzhou − Ouhai" in english.title
    assert "衢州 − 瓯海" in chinese.title
    assert [column.heading for column in english.layouts[0].columns][1:4:2] == ["Quzhou", "Ouhai"]


def test_every_note_is_referred_to_or_a_remark():
    table = table_of(QUZHOU, OUHAI, sources=True)
    referred = {mark for cells in wide(table).values() for mark in cells[-1].strip("[]").split(", ") if mark}
    assert {note.mark for note in table.notes} == referred | {""}
    assert any("Annual report" in note.text for note in table.notes if not note.mark)


def test_records_name_both_sides_by_their_labels():
    records = table_of(QUZHOU, OUHAI).records
    sides = [f"{label}_{name}" for label in ("quzhou@2023", "ouhai") for name in SIDE]
    assert records.fields == (
        "dimension",
        "indicator",
        "indicator_name",
        "unit",
        *sides,
        "relative_gap",
        *PAIRING_FIELDS,
    )
    row = next(row for row in records_by_field(records) if row["indicator"] == "dropouts")
    assert [row[f"quzhou@2023_{name}"] for name in SIDE] == [
        None,
        "the town",
        Decimal(3),
        Decimal(3),
        Decimal(3),
        "exact",
        "2023",
        "actual",
    ]
    assert (row["difference_low"], row["difference_high"]) == (Decimal(-1), Decimal(-1))


def check_both_sides_agree(table, relative):
    """Whether records, tidy rows and JSON of a table agree side by side."""
    tidy, document = records_by_field(table.tidy), table.document["records"]
    assert table.tidy.fields == ("side", *FIGURE_FIELDS, "compared_with", relative, *PAIRING_FIELDS)
    assert len(tidy) == len(document) == 2 * len(table.records.rows)
    for one, other in zip(tidy, document, strict=True):
        shared = set(one) & set(other) - {"source", "caveats"}
        assert {name: one[name] for name in shared} == {name: other[name] for name in shared}
        difference = other["difference"] or {"low": None, "high": None}
        assert (one["difference_low"], one["difference_high"]) == (difference["low"], difference["high"])
        caveats = other["caveats"]
        assert one["caveats"] == (
            None if caveats is None else ";".join(dict.fromkeys(each["code"] for each in caveats))
        )
    for number, record in enumerate(records_by_field(table.records)):
        first, other = tidy[2 * number : 2 * number + 2]
        for row in (first, other):
            assert [record[f"{row['side']}_{name}"] for name in SIDE] == [row[name] for name in SIDE]
        assert [record[name] for name in (relative, *PAIRING_FIELDS)] == [
            other[name] for name in (relative, *PAIRING_FIELDS)
        ]
        assert {first[name] for name in (relative, "compared_with", *PAIRING_FIELDS)} == {None}
        assert other["compared_with"] == first["side"]


def test_tidy_rows_and_json_agree_with_the_records():
    check_both_sides_agree(table_of(QUZHOU, OUHAI), "relative_gap")
    check_both_sides_agree(change_table(changed(*OVER_TIME), EN), "relative_change")


def test_no_gap_between_what_differs_is_left_without_a_record():
    table = table_of(district("quzhou", says("schools", "100所")), district("ouhai", says("schools", "无")))
    (record,) = records_by_field(table.records)
    assert record["relative_gap"] == 1
    assert wide(table)["Schools"][5] == "100.0%"


def test_a_gap_between_unequal_figures_is_never_zero():
    table = table_of(district("quzhou", says("schools", "100000所")), district("ouhai", says("schools", "100001所")))
    (record,) = records_by_field(table.records)
    assert record["verdict"] == "fewer"
    assert record["relative_gap"] != 0


def test_small_gaps_and_changes_are_shown_as_less_than_the_least():
    gap = table_of(district("quzhou", says("schools", "100000所")), district("ouhai", says("schools", "100001所")))
    assert wide(gap)["Schools"][5] == "<0.1%"
    change = change_table(changed(says("schools", "100000所", "2020"), says("schools", "99999所", "2022")), EN)
    assert wide(change)["Schools"][5] == "<0.1%"
    just_enough = table_of(district("quzhou", says("schools", "999所")), district("ouhai", says("schools", "1000所")))
    assert wide(just_enough)["Schools"][5] == "0.1%"


def test_figures_in_no_row_and_what_is_left_out_are_remarks():
    table = table_of(
        district("quzhou", says("coverage", "95%"), says("coverage", "90%", "2022"), says("rank", "第3")),
        district("ouhai", says("coverage", "80%")),
    )
    remarks = [note.text for note in table.notes if not note.mark]
    assert len(remarks) == 2
    assert "Quzhou 90% (2022)" in remarks[0]
    assert "1 indicator that only one of them has" in remarks[1]


# Over time


OVER_TIME = (
    says("coverage", "90%", "2020"),
    says("coverage", "95%以上", "2022"),
    says("schools", "10所", "2020"),
    says("schools", "9所", "2022"),
    says("by_ways", "9%", "2020", variant="places", scope=TOWN),
    says("by_ways", "9%", "2022", variant="places", scope=TOWN),
    says("spread", "0.2", "2022"),
    says("grade", "B等", "2020"),
    says("grade", "A等", "2022"),
)


def test_the_later_figure_is_the_subject():
    table = change_table(changed(*OVER_TIME), EN)
    cells = wide(table)
    assert cells["Coverage"] == ["≥95%", "2022", "90%", "2020", "+5 to +10 points", "+5.6%", "better", "[1]"]
    assert cells["Schools"][4:7] == ["−1", "−10.0%", "fewer"]
    assert cells["Grade"][4:7] == ["–", "", "better"]
    assert "By ways (by places; the town)" in cells
    assert [column.heading for column in table.layouts[0].columns][1:4:2] == ["Later", "Earlier"]
    assert [column.heading for column in change_table(changed(*OVER_TIME), ZH).layouts[0].columns][1:4:2] == [
        "后",
        "前",
    ]


def test_records_over_time_are_later_and_earlier():
    row = records_by_field(change_table(changed(*OVER_TIME), EN).records)[0]
    assert row["indicator"] == "schools"
    assert (row["later_value"], row["earlier_value"], row["relative_change"]) == (9, 10, Decimal("-0.1000"))
    assert "periods-differ" in row["caveats"]


def test_that_the_periods_differ_is_no_note_over_time():
    table = change_table(changed(*OVER_TIME), EN)
    assert not any("reference periods" in note.text for note in table.notes)


@pytest.mark.parametrize(("number", "english"), [(1, "1 further series"), (2, "2 further series")])
def test_series_without_a_second_figure_are_counted(number, english):
    more = [says(indicator, "9%", "2022") for indicator in ("rotation", "provincial")[:number]]
    table = change_table(changed(says("schools", "1所", "2020"), says("schools", "2所", "2022"), *more), EN)
    assert english in table.notes[-1].text
    assert not change_table(changed(says("schools", "1所", "2020"), says("schools", "2所", "2022")), EN).notes


def test_a_change_from_nothing_has_no_share():
    table = change_table(changed(says("schools", "无", "2020"), says("schools", "9所", "2022")), EN)
    (record,) = records_by_field(table.records)
    assert (record["relative_change"], record["verdict"]) == (None, "more")
    assert wide(table)["Schools"][5] == ""


def test_no_change_has_no_sign():
    table = change_table(changed(says("schools", "9所", "2020"), says("schools", "9所", "2022")), EN)
    assert wide(table)["Schools"][5] in ("0%", "0.0%")
