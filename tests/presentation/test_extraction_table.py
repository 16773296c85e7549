"""What ``extract`` says in words: the table of every figure, the comments of a draft and the summary, in both languages."""

import json

import pytest
from bilingual_world import CATALOGUE, EN, LANGUAGES, ZH, district, records_by_field, texts_of
from bilingual_world import says as stated

from eduindex.extraction.novelty import Novelty
from eduindex.extraction.result import Check, Confidence, Extraction, Fate, Proposal, ReadFigure
from eduindex.model.district import Entry, Identity, Source, Status
from eduindex.model.table import Tone
from eduindex.model.wording import Wording
from eduindex.presentation.extraction_comments import (
    CHECKS,
    CONFIDENCES,
    additions_remark,
    draft_remark,
    entry_comment,
    name_remark,
    novelty_comment,
    source_remarks,
)
from eduindex.presentation.extraction_explanations import FATES
from eduindex.presentation.extraction_summary import summary
from eduindex.presentation.extraction_table import extraction_table
from eduindex.rendering.formats import Format, render
from eduindex.rendering.json_text import render_json
from eduindex.rendering.surface import Surface

FIELDS = (
    "line", "start", "end", "printed", "fate", "indicator", "value", "period", "status", "variant", "scope", "confidence", "checks", "evidence",
    "period_evidence",
)  # fmt: skip
ACTUAL = Entry("coverage", "57.3%", "2023", "report", "覆盖率达57.3%", "今年", variant="children")
PLAN = Entry(
    "coverage", "95%以上", "2024", "report", "力争达95%以上", status=Status.TARGET, scope=Wording("城区", "town")
)
FIGURES = (
    ReadFigure("57.\n3%", 10, 16, 2, Fate.PROPOSED, "coverage", (Proposal(ACTUAL, Confidence.HIGH, (Check.VARIANT,)),)),
    ReadFigure("2.1个百分点", 20, 27, 2, Fate.CHANGE, "coverage"),
    ReadFigure(
        "95%以上",
        30,
        35,
        4,
        Fate.PROPOSED,
        "coverage",
        (Proposal(PLAN, Confidence.LOW, (Check.STATUS, Check.PERIOD)), Proposal(ACTUAL, Confidence.MEDIUM)),
    ),
    ReadFigure("3个", 40, 42, 5, Fate.NO_LABEL),
    ReadFigure("7个", 50, 52, 6, Fate.NO_LABEL),
    ReadFigure("8元", 60, 62, 6, Fate.WRONG_UNIT, "gone"),
)
EXTRACTION = Extraction("工作总结", 2023, "2024-01-05", FIGURES)
NOTHING = Extraction("", None, "", ())


def table_of(language=EN, extraction=EXTRACTION):
    return extraction_table(extraction, "GBK", CATALOGUE, language)


def test_every_figure_has_a_row_with_its_line_its_fate_and_what_it_became():
    name = CATALOGUE.indicators["coverage"].name.en
    assert texts_of(table_of().layouts[0]) == [
        ["2", "57.3%", "Proposed", name, "57.3%", "2023", "actual", "high"],
        ["2", "2.1个百分点", "Change", name, "", "", "", ""],
        ["4", "95%以上", "Proposed", name, "95%以上", "2024", "target", "low"],
        ["4", "95%以上", "Proposed", name, "57.3%", "2023", "actual", "medium"],
        ["5", "3个", "No label", "", "", "", "", ""],
        ["6", "7个", "No label", "", "", "", "", ""],
        ["6", "8元", "Wrong unit", "gone", "", "", "", ""],
    ]


def test_a_narrow_terminal_shows_when_and_whether_it_is_a_plan():
    rows = texts_of(table_of().layouts[1])
    assert [row[-1] for row in rows] == ["2023", "", "2024, target", "2023", "", "", ""]
    assert [row[:4] for row in rows] == [row[:4] for row in texts_of(table_of().layouts[0])]


def test_the_table_is_in_the_language():
    rows = {language: texts_of(table_of(language).layouts[0]) for language in LANGUAGES}
    assert rows[ZH][0] == ["2", "57.3%", "已列入草稿", "覆盖率", "57.3%", "2023", "实际", "大"]
    headings = {language: {one.heading for one in table_of(language).layouts[0].columns} for language in LANGUAGES}
    assert not headings[ZH] & headings[EN]
    assert [table_of(language).title for language in LANGUAGES] == ["工作总结 (6 个数字)", "工作总结 (6 figures)"]


@pytest.mark.parametrize(("number", "title"), [(0, "0 figures"), (1, "1 figure"), (2, "2 figures")])
def test_a_report_without_a_title_is_told_by_its_figures(number, title):
    assert table_of(EN, Extraction("", None, "", FIGURES[:number])).title == title


def test_what_a_person_could_save_stands_out():
    tones = {row[2].text: row[2].tone for row in table_of().layouts[0].sections[0].rows}
    assert tones == {"Proposed": Tone.GOOD, "Change": Tone.WEAK, "No label": Tone.WEAK, "Wrong unit": Tone.BAD}


@pytest.mark.parametrize("fate", Fate)
def test_every_fate_has_words_in_both_languages(fate):
    shown = [
        texts_of(table_of(language, Extraction("", 2023, "", (ReadFigure("1", 0, 1, 1, fate),))).layouts[0])[0][2]
        for language in LANGUAGES
    ]
    assert shown == [FATES[fate.value].title.zh, FATES[fate.value].title.en]


def test_machines_read_codes_and_places():
    table = table_of()
    assert table.records.fields == FIELDS
    records = records_by_field(table.records)
    assert records[0] == dict(
        zip(
            FIELDS,
            (2, 10, 16, "57.3%", "proposed", "coverage", "57.3%", "2023", "actual", "children", None, "high", "variant",
             "覆盖率达57.3%", "今年"),
            strict=True,
        )
    )  # fmt: skip
    assert (records[2]["status"], records[2]["scope"], records[2]["checks"]) == ("target", "城区", "status;period")
    left = dict.fromkeys(FIELDS)
    assert records[4] == left | {"line": 5, "start": 40, "end": 42, "printed": "3个", "fate": "no-label"}
    assert table_of(ZH).records == table.records


def test_json_says_what_the_report_says_of_itself():
    document = json.loads(render_json(table_of().document))
    records = document.pop("records")
    assert document == {
        "schema_version": 1,
        "command": "extract",
        "title": "工作总结",
        "year": 2023,
        "published": "2024-01-05",
        "encoding": "GBK",
    }
    assert [record["checks"] for record in records[:4]] == [["variant"], None, ["status", "period"], []]
    assert [record["fate"] for record in records] == [row["fate"] for row in records_by_field(table_of().records)]
    assert json.loads(render_json(table_of(EN, NOTHING).document))["published"] is None


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize("extraction", [EXTRACTION, NOTHING], ids=["figures", "nothing"])
def test_every_format_prints_it(format, extraction):
    for surface in (
        Surface(is_terminal=True, width=80, colour=True),
        Surface(is_terminal=False, width=None, colour=False),
    ):
        shown = render(table_of(EN, extraction), format, surface)
        assert shown.endswith("\n")
        assert ("95%以上" in shown or "95\\%以上" in shown) is bool(extraction.figures)


def test_a_comment_says_where_how_sure_and_what_to_check():
    (proposal,) = FIGURES[0].proposals
    plan, sure = FIGURES[2].proposals
    assert entry_comment(proposal, 2, EN) == "line 2; high confidence; check the variant (the words state none)"
    assert entry_comment(proposal, 2, ZH) == "第2行；把握大；请核对口径(原文未说明)"
    assert entry_comment(sure, 4, EN) == "line 4; medium confidence"
    assert entry_comment(plan, 4, EN) == (
        "line 4; low confidence; check the status (a plan by its heading or its verb), "
        "the period (no date is printed near the figure)"
    )


@pytest.mark.parametrize("table", [CHECKS, CONFIDENCES], ids=["checks", "confidences"])
def test_every_word_of_a_comment_is_in_both_languages(table):
    assert set(table) in ({*Check}, {*Confidence})
    told = [text for wording in table.values() for text in wording]
    assert all(told)
    assert len(set(told)) == len(told)


def test_a_comment_says_what_the_file_has_instead():
    (proposal,) = FIGURES[0].proposals
    known = district("quzhou", stated("coverage", "98.1%"), stated("coverage", "98.1%")).observations
    assert novelty_comment(Novelty(proposal, 2), EN).startswith("not in the file; line 2; high confidence; check")
    assert novelty_comment(Novelty(proposal, 2), ZH).startswith("文件中没有；第2行；把握大；请核对")
    assert novelty_comment(Novelty(proposal, 2, known), EN).startswith("the file says 98.1%; line 2")
    assert novelty_comment(Novelty(proposal, 2, known), ZH).startswith("文件写作98.1%；第2行")


def test_a_long_value_of_the_file_is_cut():
    (proposal,) = FIGURES[0].proposals
    (known,) = district("quzhou", stated("coverage", "5%")).observations
    long = known._replace(entry=known.entry._replace(value="0" * 1000 + "5%"))
    assert len(novelty_comment(Novelty(proposal, 2, (known, long)), EN)) < 200


def test_the_head_says_what_a_person_has_to_write():
    unnamed, named = Identity("qinghe", Wording("qinghe", "qinghe")), Identity("qinghe", Wording("清河县", "Qinghe"))
    assert "{zh: 清河县, en: Qinghe}" in name_remark(unnamed, EN)
    assert name_remark(named, EN) == ""
    bare, full = (
        Source("report", Wording("a", "a"), published="undated"),
        Source("r", Wording("a", "a"), Wording("b", "b"), "2024"),
    )
    assert [text.partition(":")[0] for text in source_remarks(bare, EN, has_title=False)] == [
        "title",
        "publisher",
        "published",
    ]
    assert source_remarks(bare, ZH, has_title=True) != source_remarks(bare, EN, has_title=True)
    assert source_remarks(full, EN, has_title=True) == []
    for said in (draft_remark, lambda language: additions_remark("samples/a.yaml", language)):
        assert said(ZH) != said(EN)
    assert "samples/a.yaml" in additions_remark("samples/a.yaml", EN)


def test_the_summary_counts_what_was_read_proposed_and_left():
    assert summary(EXTRACTION, EN) == (
        "6 figures read: 2 proposed, 4 left (change 1, wrong unit 1, no label 2). It is read as a report on 2023; --year says otherwise."
    )
    assert (
        summary(EXTRACTION, ZH)
        == "读到数字 6 个：列入草稿 2 个，其余 4 个(变化量 1、单位不符 1、无指标名称 2)。按 2023 年的报告解读(--year 可另行指明)。"
    )


def test_the_summary_says_when_there_is_nothing_and_no_year():
    assert summary(NOTHING, EN) == (
        "0 figures read: 0 proposed, 0 left. There is nothing to propose. Nothing in it says its year; --year does."
    )
    stopped = summary(Extraction("", 2023, "", FIGURES[:1], unread_from=7), EN)
    assert "nothing was read from line 7 on" in stopped
    assert summary(Extraction("", 2023, "", FIGURES[:1]), EN).startswith("1 figure read: 1 proposed, 0 left. ")


def test_the_summary_says_an_unusual_encoding_and_who_said_the_year():
    told = summary(EXTRACTION, EN, encoding="GB18030", year_given=True)
    assert told.endswith("The report is saved as GB18030. Its year is 2023 (--year).")
    told = summary(EXTRACTION, ZH, encoding="GB18030", year_given=True)
    assert told.endswith("原文编码为 GB18030。年份为 2023(--year)。")


def test_the_summary_of_what_is_new_counts_both_sorts():
    (proposal,) = FIGURES[0].proposals
    known = district("quzhou", stated("coverage", "5%")).observations
    new = [Novelty(proposal, 2), Novelty(proposal, 3), Novelty(proposal, 4, known)]
    assert "Not in the file: 2; stated differently there: 1." in summary(EXTRACTION, EN, novelties=new)
    assert "2 条文件中没有，1 条与文件不同。" in summary(EXTRACTION, ZH, novelties=new)
    assert "Not in the file: 0; stated differently there: 0." in summary(EXTRACTION, EN, novelties=[])
