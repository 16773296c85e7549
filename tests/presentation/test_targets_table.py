"""The table of targets: every outcome, every reason in words, layouts, records and JSON."""

from decimal import Decimal

import pytest
from bilingual_world import CATALOGUE, EN, LANGUAGES, ZH, district, records_by_field, says, texts_of

from eduindex.analysis.choosing import Choice
from eduindex.analysis.targets import Outcome, Reason, targets_of
from eduindex.model.table import Tone
from eduindex.model.wording import Wording
from eduindex.presentation.records import figure_document
from eduindex.presentation.targets_table import targets_table

TOWN, HILLS = Wording("城区", "the town"), Wording("山区", "the hills")


def plans(indicator, value, period="2023", **more):
    return says(indicator, value, period, target=True, **more)


QUZHOU = (
    plans("spending", "8亿元"),
    says("spending", "8.04亿元"),
    plans("coverage", "60%"),
    says("coverage", "56.67%", "2022"),
    plans("dropouts", "5%"),
    says("dropouts", "6.2%", note=Wording("注", "a note")),
    plans("grade", "B等"),
    says("grade", "A等"),
    plans("recruited", "90余名", scope=TOWN),
)


def table_of(*entries, language=EN, sources=False, published="undated", **choice):
    one = district("quzhou", *(entries or QUZHOU), published=published)
    return targets_table(targets_of(CATALOGUE, one, Choice(**choice)), CATALOGUE, language, sources=sources)


def notes_of(*entries, **more):
    return [note.text for note in table_of(*entries, **more).notes]


def test_a_row_a_target_under_its_dimension():
    layout = table_of().layouts[0]
    assert [(section.title, [row[0].text for row in section.rows]) for section in layout.sections] == [
        ("Children", ["Coverage", "Dropouts", "Recruited (the town)", "Grade"]),
        ("Money", ["Spending"]),
    ]
    assert [column.heading for column in layout.columns] == [
        *("Indicator", "Target", "Period", "Actual", "Period", "Outcome", "Distance", "Notes")
    ]
    assert texts_of(layout) == [
        ["Coverage", "60%", "2023", "56.67%", "2022", "open", "−3.33 points", "[1]"],
        ["Dropouts", "5%", "2023", "6.2%", "2023", "missed", "+1.2 points", "[2]"],
        ["Recruited (the town)", "over 90", "2023", "–", "", "no figure yet", "–", "[3]"],
        ["Grade", "B", "2023", "A", "2023", "reached", "–", ""],
        ["Spending", "8亿元", "2023", "8.04亿元", "2023", "reached", "+400万元", ""],
    ]
    assert [row[5].tone for section in layout.sections for row in section.rows] == [
        Tone.PLAIN,
        Tone.BAD,
        Tone.WEAK,
        Tone.GOOD,
        Tone.GOOD,
    ]


def test_a_narrow_terminal_has_the_same_in_five_columns():
    layout = table_of().layouts[1]
    tones = {tuple(cell.tone for cell in row[1:4]) for section in layout.sections for row in section.rows}
    strong = (Tone.STRONG, Tone.STRONG)
    assert tones == {
        (Tone.STRONG, Tone.WEAK, Tone.WEAK),
        *((*strong, tone) for tone in (Tone.PLAIN, Tone.BAD, Tone.GOOD)),
    }
    assert texts_of(layout) == [
        ["Coverage", "60% (2023)", "56.67% (2022)", "open [1]", "−3.33 points"],
        ["Dropouts", "5% (2023)", "6.2% (2023)", "missed [2]", "+1.2 points"],
        ["Recruited (the town)", "over 90 (2023)", "–", "no figure yet [3]", "–"],
        ["Grade", "B (2023)", "A (2023)", "reached", "–"],
        ["Spending", "8亿元 (2023)", "8.04亿元 (2023)", "reached", "+400万元"],
    ]


def test_chinese():
    table = table_of(language=ZH)
    assert table.title == "衢州的目标与实际(差 = 实际 − 目标)"
    assert texts_of(table.layouts[0])[:3] == [
        ["覆盖率", "60%", "2023", "56.67%", "2022", "未定", "−3.33个百分点", "[1]"],
        ["辍学率", "5%", "2023", "6.2%", "2023", "未达到", "+1.2个百分点", "[2]"],
        ["新聘教师 (城区)", "90余名", "2023", "–", "", "尚无数字", "–", "[3]"],
    ]
    assert [note.text for note in table.notes] == [
        "最新的可比数字是2022年的，目标是2023年的。",
        "衢州：注。",
        "衢州“90余名”读作大于90、小于100。",
        "目标5个：已达到2个，未达到1个，未定1个，尚无数字1个。",
    ]


def test_notes_say_why_then_count_the_outcomes():
    table = table_of()
    assert table.title == "Quzhou: targets (distance = actual − target)"
    assert [(note.mark, note.text) for note in table.notes] == [
        ("1", "The newest comparable figure is of 2022, the target is for 2023."),
        ("2", "Quzhou: a note."),
        ("3", "Quzhou prints 90余名, read as more than 90 and less than 100."),
        ("", "5 targets: 2 reached, 1 missed, 1 open, 1 no figure yet."),
    ]


CHILDREN, PLACES = {"variant": "children"}, {"variant": "places"}
# Target, figure, and the sentence of the reason in Chinese and English.
REASONS = {
    "bounds": (
        plans("coverage", "95%以上"),
        says("coverage", "90%以上"),
        "由“90%以上”不能确定是否达到“95%以上”的目标。",
        "≥90% may or may not meet the target of ≥95%.",
    ),
    "inside": (
        plans("coverage", "60%"),
        says("coverage", "50%", "2023-06"),
        "取得2023年6月的数字时，目标期(2023年)尚未结束。",
        "The figure of June 2023 dates from before the end of the target's period, 2023.",
    ),
    "earlier": (
        plans("coverage", "60%"),
        says("coverage", "50%", "2021"),
        "最新的可比数字是2021年的，目标是2023年的。",
        "The newest comparable figure is of 2021, the target is for 2023.",
    ),
    "later": (
        plans("coverage", "60%"),
        says("coverage", "50%", "2024"),
        "2023年及以前没有可比数字；其后最早的是2024年的。",
        "There is no comparable figure of 2023 or before; the next is of 2024.",
    ),
    "spans": (
        plans("recruited", "60名"),
        says("recruited", "50名", "2021..2023"),
        "时段长短不同：目标为2023年，数字为2021至2023年。",
        "The spans differ in length: target 2023, figure 2021 to 2023.",
    ),
    "start": (
        plans("recruited", "60名"),
        says("recruited", "50名", "..2023"),
        "来源未说明从何时算起：目标为2023年，数字为截至2023年。",
        "A source does not say when its span began: target 2023, figure up to 2023.",
    ),
    "variants": (
        plans("by_ways", "60%", **CHILDREN),
        says("by_ways", "50%", **PLACES),
        "口径不同：目标为“按幼儿”，2023年的数字为“按学位”。",
        "The definitions differ: target by children; figure of 2023 by places.",
    ),
    "figure's variant": (
        plans("by_ways", "60%", **CHILDREN),
        says("by_ways", "50%"),
        "2023年的数字未说明口径；目标的口径为“按幼儿”。",
        "The definition of the figure of 2023 is not stated; the target's is: by children.",
    ),
    "target's variant": (
        plans("by_ways", "60%"),
        says("by_ways", "50%", **PLACES),
        "目标未说明口径；2023年的数字，口径为“按学位”。",
        "The target's definition is not stated; that of the figure of 2023 is: by places.",
    ),
    "scopes": (
        plans("coverage", "60%", scope=TOWN),
        says("coverage", "50%", scope=HILLS),
        "范围不同：目标只涵盖城区；2023年的数字只涵盖山区。",
        "Different parts are covered: target the town; figure of 2023 the hills.",
    ),
    "figure's part": (
        plans("coverage", "60%"),
        says("coverage", "50%", scope=TOWN),
        "2023年的数字只涵盖城区。",
        "The figure of 2023 covers only a part: the town.",
    ),
    "target's part": (
        plans("coverage", "60%", scope=TOWN),
        says("coverage", "50%"),
        "目标只涵盖城区。",
        "The target covers only a part: the town.",
    ),
}


@pytest.mark.parametrize("case", REASONS)
def test_every_open_target_says_why_in_both_languages(case):
    target, entry, zh, en = REASONS[case]
    for language, text in ((ZH, zh), (EN, en)):
        table = table_of(target, entry, language=language)
        (row,) = texts_of(table.layouts[0])
        assert row[-3] == {ZH: "未定", EN: "open"}[language]
        assert table.notes[0].text == text
        assert row[-1].startswith("[1")


def test_every_reason_has_been_said():
    found = {
        reason
        for target, entry, _, _ in REASONS.values()
        for held in targets_of(CATALOGUE, district("quzhou", target, entry), Choice()).held
        for reason in held.reasons
    }
    assert found == set(Reason)


def test_a_figure_that_meets_the_target_before_its_time_says_so():
    assert notes_of(plans("coverage", "60%"), says("coverage", "62%", "2022")) == [
        "The newest comparable figure is of 2022, the target is for 2023.",
        "The figure of 2022 would already meet the target.",
        "1 target: 0 reached, 0 missed, 1 open, 0 no figure yet.",
    ]
    chinese = notes_of(plans("coverage", "60%"), says("coverage", "62%", "2022"), language=ZH)
    assert chinese[1] == "若按2022年的数字，已达到目标值。"


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("..2023", "最新的可比数字是截至2023年的", "The newest comparable figure is up to 2023,"),
        ("2022-06..", "最新的可比数字是2022年6月起的", "The newest comparable figure is since June 2022,"),
        ("2021-09..2022-01", "是2021年9月至2022年1月的", "is of September 2021 to January 2022,"),
        ("2021/2022", "是2021/2022学年的", "is of school year 2021/2022,"),
    ],
)
def test_periods_in_sentences_are_written_as_people_write_them(period, zh, en):
    entries = (plans("coverage", "60%", "2024"), says("coverage", "50%", period))
    assert zh in notes_of(*entries, language=ZH)[0]
    assert en in notes_of(*entries)[0]


def test_what_each_year_counts_anew_says_nothing_of_the_next_years_plan():
    table = table_of(plans("recruited", "5名"), says("recruited", "14名", "2022"))
    assert [row[3:7] for row in texts_of(table.layouts[0])] == [["14", "2022", "open", "–"]]
    assert [note.text for note in table.notes][:-1] == [
        "The newest comparable figure is of 2022, the target is for 2023."
    ]
    (record,) = table.document["records"]
    assert (record["distance"], record["already_meets"]) == (None, False)


def test_a_distance_that_stops_short_of_zero_says_so():
    entries = (plans("coverage", "100%"), says("coverage", "近100%"))
    texts = [texts_of(table_of(*entries, language=language).layouts[0])[0] for language in LANGUAGES]
    assert [(row[-3], row[-2]) for row in texts] == [
        ("未达到", "−50至不足0个百分点"),
        ("missed", "−50 to under 0 points"),
    ]


def test_several_reasons_are_several_notes():
    entry = says("by_ways", "50%", "2021", scope=TOWN, **PLACES)
    assert notes_of(plans("by_ways", "60%", **CHILDREN), entry)[:-1] == [
        "The definitions differ: target by children; figure of 2021 by places.",
        "The figure of 2021 covers only a part: the town.",
    ]


def test_another_variant_stands_beside_the_figure():
    for indicator in ("by_ways", "by_mixed_ways"):
        layouts = table_of(plans(indicator, "60%", **CHILDREN), says(indicator, "70%", **PLACES)).layouts
        assert [texts_of(layout)[0][place] for layout, place in zip(layouts, (3, 2), strict=True)] == [
            "70% (by places)",
            "70% (by places) (2023)",
        ]
    layout = table_of(plans("by_ways", "60%", **PLACES), says("by_ways", "70%", **PLACES)).layouts[0]
    assert [row[:5] for row in texts_of(layout)] == [["By ways (by places)", "60%", "2023", "70%", "2023"]]


def test_a_reason_is_not_told_twice():
    notes = notes_of(plans("recruited", "60名"), says("recruited", "50名"), published="2023-09")
    assert notes[:-1] == ["The figure of 2023 dates from before the end of the target's period, 2023."]


def test_caveats_that_only_warn_are_footnotes_of_the_row():
    mixed = notes_of(plans("by_mixed_ways", "60%", **CHILDREN), says("by_mixed_ways", "70%", **PLACES))
    assert mixed[0] == "The definitions differ: target by children; figure of 2023 by places."
    usual = notes_of(plans("by_usual_ways", "60%", **CHILDREN), says("by_usual_ways", "70%"))
    assert usual[0] == "Quzhou: the denominator is not stated; read as the usual one (by children)."
    years = notes_of(plans("coverage", "60%", "2022/2023"), says("coverage", "50%", "2022"))
    assert years[1] == "A calendar year is set against a school year: Quzhou 2022, Quzhou 2022/2023."
    assert len(years) == 3


def test_without_targets_it_says_so():
    for language, text in ((ZH, "没有目标值。"), (EN, "No targets.")):
        table = table_of(says("coverage", "50%"), language=language)
        assert [note.text for note in table.notes] == [text]
        assert texts_of(table.layouts[0]) == []
        assert (table.records.rows, table.document["records"]) == ((), [])


def test_targets_for_other_years_are_counted():
    entries = (plans("coverage", "60%"), plans("coverage", "70%", "2024"), plans("coverage", "80%", "2025"))
    table = table_of(*entries, year=2024)
    assert table.notes[-1].text == "Left out: 2 targets for other years."
    assert table.document["left_out"] == {"targets_for_other_years": 2}
    assert table_of(*entries, year=2024, language=ZH).notes[-1].text == "未列出：其他年份的目标2个。"
    assert len(notes_of(*entries)) == 1


def test_records():
    table = table_of()
    assert table.records.fields == (
        *("dimension", "indicator", "indicator_name", "unit", "variant", "scope"),
        *("target_value", "target_low", "target_high", "target_period"),
        *("actual_value", "actual_low", "actual_high", "actual_period"),
        *("outcome", "reason", "distance_low", "distance_high"),
        *("target_printed", "target_evidence", "actual_printed", "actual_evidence"),
    )
    written = [" ".join(f"{v:f}" if isinstance(v, Decimal) else str(v) for v in row) for row in table.records.rows]
    assert written == [
        "children coverage Coverage % None None 60 60 60 2023 56.67 56.67 56.67 2022 open periods-differ -3.33 -3.33"
        " 60% 60% 56.67% 56.67%",
        "children dropouts Dropouts % None None 5 5 5 2023 6.2 6.2 6.2 2023 missed None 1.2 1.2 5% 5% 6.2% 6.2%",
        "children recruited Recruited 人 None the town 90 90 100 2023 None None None None no_figure None None None"
        " 90余名 90余名 None None",
        "children grade Grade 等第 None None B B B 2023 A A A 2023 reached None None None B等 B等 A等 A等",
        "money spending Spending 万元 None None 80000 80000 80000 2023 80400 80400 80400 2023 reached None 400 400"
        " 8亿元 8亿元 8.04亿元 8.04亿元",
    ]


def test_several_reasons_share_a_field():
    entry = says("by_ways", "50%", "2021", scope=TOWN, **PLACES)
    (record,) = records_by_field(table_of(plans("by_ways", "60%", **CHILDREN), entry).records)
    assert record["reason"] == "variants-differ;part-against-whole"


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_holds_both_figures_in_full(language):
    document = table_of(language=language).document
    held = targets_of(CATALOGUE, district("quzhou", *QUZHOU), Choice()).held
    assert (document["schema_version"], document["command"], document["district"]) == (1, "show --targets", "quzhou")
    assert document["outcomes"] == {"reached": 2, "missed": 1, "open": 1, "no_figure": 1}
    assert list(document["outcomes"]) == [outcome.value for outcome in Outcome]
    records = document["records"]
    assert [one["target"] for one in records] == [figure_document(one.target, language) for one in held]
    assert [one["actual"] for one in records] == [
        figure_document(one.actual, language) if one.actual else None for one in held
    ]
    first, *_, last = records
    assert (first["outcome"], first["reasons"], first["already_meets"]) == ("open", ["periods-differ"], False)
    assert [str(first["distance"][end]) for end in ("low", "high")] == ["-3.33", "-3.33"]
    assert [caveat["code"] for caveat in first["caveats"]] == ["periods-differ"]
    assert first["explanation"] == [table_of(language=language).notes[0].text]
    assert (last["outcome"], last["reasons"], last["explanation"]) == ("reached", [], [])
    assert records[2]["distance"] is None
    assert records[3]["distance"] is None


def test_sources_of_targets_and_figures_are_listed_on_request():
    entries = (plans("coverage", "60%"), says("coverage", "61%", source="yearbook"))
    assert notes_of(*entries, sources=True)[-2:] == [
        "Quzhou · report: Annual report. undated",
        "Quzhou · yearbook: Yearbook. Bureau, 2024-04-03, https://example.org",
    ]
    assert not any("Annual report" in text for text in notes_of(*entries))


def test_text_of_the_data_is_never_a_template():
    scope = Wording("{tf}{0}%s", "{tf}{0}%s")
    assert notes_of(plans("coverage", "60%"), says("coverage", "61%", scope=scope))[0] == (
        "The figure of 2023 covers only a part: {tf}{0}%s."
    )
