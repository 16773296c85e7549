"""Footnotes: one number a sentence, the sources, what is left out and what stands in no row."""

import pytest
from bilingual_world import EN, LANGUAGES, ZH, compared, district, figure_of, says
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.table import Note
from eduindex.model.wording import Wording
from eduindex.presentation.footnotes import (
    Footnotes,
    Omission,
    bibliography,
    left_out,
    marks,
    not_used,
    omissions_of,
)


def test_sentences_are_numbered_in_the_order_of_their_first_use():
    footnotes = Footnotes()
    assert footnotes.numbers(["b", "a"]) == {1, 2}
    assert footnotes.numbers(["a", "c"]) == {2, 3}
    assert footnotes.numbers([]) == frozenset()
    assert footnotes.numbers(["b"]) == {1}
    assert footnotes.notes() == (Note("1", "b"), Note("2", "a"), Note("3", "c"))


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=5), max_size=8))
def test_a_number_always_means_the_sentence_that_got_it(uses):
    footnotes = Footnotes()
    given_numbers = [(texts, footnotes.numbers(texts)) for texts in uses]
    texts_by_number = {int(note.mark): note.text for note in footnotes.notes()}
    assert list(texts_by_number) == list(range(1, len({text for texts in uses for text in texts}) + 1))
    for texts, numbers in given_numbers:
        assert {texts_by_number[number] for number in numbers} == set(texts)


@pytest.mark.parametrize(("numbers", "text"), [((), ""), ((3,), "[3]"), ((10, 2, 1), "[1, 2, 10]")])
def test_marks_are_in_order(numbers, text):
    assert marks(frozenset(numbers)) == text


def test_nothing_left_out_leaves_no_line():
    nothing = Omission(0, Wording("目标值", "target"), "--targets")
    assert [left_out(omissions, EN) for omissions in ((), (nothing,))] == [(), ()]


@pytest.mark.parametrize(
    ("number", "noun", "option", "chinese", "english"),
    [
        (1, Wording("目标值", "target"), "--targets", "目标值1个 (--targets)", "1 target (--targets)"),
        (2, Wording("目标值", "target"), "--targets", "目标值2个 (--targets)", "2 targets (--targets)"),
        (1, Wording("其他时期的数字", "figure of other periods"), "", "其他时期的数字1个", "1 figure of other periods"),
        (
            21,
            Wording("其他时期的数字", "figure of other periods"),
            "",
            "其他时期的数字21个",
            "21 figures of other periods",
        ),
    ],
)
def test_what_is_left_out_is_counted_with_the_option_that_shows_it(number, noun, option, chinese, english):
    omission = Omission(number, noun, option)
    assert left_out((omission,), ZH) == (Note("", f"未列出：{chinese}。"),)
    assert left_out((omission,), EN) == (Note("", f"Left out: {english}."),)


def test_several_omissions_share_one_line():
    omissions = [
        Omission(1, Wording("甲", "apple")),
        Omission(0, Wording("乙", "pear")),
        Omission(2, Wording("丙", "plum")),
    ]
    assert left_out(omissions, EN)[0].text == "Left out: 1 apple, 2 plums."
    assert left_out(omissions, ZH)[0].text == "未列出：甲1个、丙2个。"


def test_what_a_comparison_leaves_out_is_told_with_the_options():
    comparison = compared(
        district(
            "quzhou",
            says("coverage", "95%", "2022"),
            says("rank", "第3", "2023"),
            says("spread", "0.1", "2022"),
            says("spread", "0.2", "2030", target=True),
        ),
        district("ouhai", says("rank", "第4", "2023"), says("spread", "0.1", "2021")),
        year=2023,
    )
    assert (comparison.alone, comparison.of_other_periods, comparison.targets_left_out) == (0, 2, 1)
    (note,) = left_out(omissions_of(comparison, more="--all"), EN)
    assert "2 indicators with figures of other periods only" in note.text
    assert "1 target (--targets)" in note.text
    assert "--all" not in note.text


def test_what_one_district_has_alone_is_told_with_the_option_given():
    comparison = compared(
        district("quzhou", says("coverage", "95%"), says("rank", "第3"), says("spread", "0.1")),
        district("ouhai", says("rank", "第4")),
    )
    (note,) = left_out(omissions_of(comparison, more="--all"), EN)
    assert note.text == "Left out: 2 indicators that only one of them has (--all)."
    (note,) = left_out(omissions_of(comparison), ZH)
    assert "2个" in note.text
    assert "--all" not in note.text


def test_figures_in_no_row_are_named_one_by_one():
    comparison = compared(
        district(
            "quzhou",
            says("by_ways", "95%", variant="children"),
            says("by_ways", "95%以上", variant="places", scope=Wording("城区", "the town")),
        ),
        district(
            "ouhai", says("by_ways", "90%", variant="children"), says("by_ways", "80%", "2022", variant="children")
        ),
    )
    (row,) = comparison.rows
    english, chinese = not_used(row.left_over, EN), not_used(row.left_over, ZH)
    assert "Quzhou ≥95% (by places; the town, 2023)" in english
    assert "Ouhai 80% (by children, 2022)" in english
    assert "衢州 95%以上 (按学位；城区, 2023)" in chinese
    assert (english[-1], chinese[-1]) == (".", "。")
    assert english.count(";") == 2  # one parts the figures, one variant and scope


def test_sources_are_listed_once_with_what_is_known_of_them():
    figures = [
        figure_of(says("coverage", "95%"), says("coverage", "95%以上", source="yearbook")),
        figure_of(says("rank", "第3")),
    ]
    english, chinese = ([note.text for note in bibliography(figures, language)] for language in (EN, ZH))
    assert english == [
        "Quzhou · report: Annual report. undated",
        "Quzhou · yearbook: Yearbook. Bureau, 2024-04-03, https://example.org",
    ]
    assert chinese == [
        "衢州 · report: 年报. 未注明日期",
        "衢州 · yearbook: 年鉴. 教育局, 2024-04-03, https://example.org",
    ]


def test_a_source_that_does_not_say_its_date_is_not_undated():
    figure = figure_of(says("coverage", "95%"), published="")
    assert [bibliography([figure], language)[0].text for language in LANGUAGES] == [
        "衢州 · report: 年报. 未说明",
        "Quzhou · report: Annual report. not said",
    ]


def test_remarks_carry_no_mark():
    notes = [*bibliography([figure_of(says("coverage", "95%"))], EN), *left_out([Omission(1, Wording(en="plum"))], EN)]
    assert {note.mark for note in notes} == {""}
