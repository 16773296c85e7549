"""Headings, the heads of paragraphs and sentences: what stands above a figure, and how far it reaches."""

import pytest
from small_catalogue import figures

from eduindex.extraction.report_text import paragraphs_of
from eduindex.extraction.structure import sentences_of


def sentences(text):
    return list(sentences_of(paragraphs_of(text, lambda *_lines: False)))


def heads_of(text, words):
    """The heads above the sentence that holds these words, outermost first."""
    (sentence,) = (one for one in sentences(text) if words in one.text)
    return [head.text for head in sentence.heads]


REPORT = """\
2023年教育工作总结
一、主要成效
(一)学前教育
1.扩大资源
公办园有所增加。
2.提升质量
教研更加扎实。
(二)义务教育
入学更加公平。
二、下一步打算
继续扩大资源。
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("公办园有所增加", ["2023年教育工作总结", "主要成效", "学前教育", "扩大资源"]),
        ("教研更加扎实", ["2023年教育工作总结", "主要成效", "学前教育", "提升质量"]),
        ("入学更加公平", ["2023年教育工作总结", "主要成效", "义务教育"]),
        ("继续扩大资源", ["2023年教育工作总结", "下一步打算"]),
    ],
)
def test_a_heading_speaks_until_the_next_of_its_rank(words, expected):
    assert heads_of(REPORT, words) == expected


@pytest.mark.parametrize(
    "marks",
    [("# ", "## "), ("第一部分 ", "第一章 "), ("一、", "(一)"), ("一、", "（二）"), ("1.", "(1)"), ("(一)", "1、")],
)
def test_the_marks_of_headings(marks):
    outer, inner = marks
    found = heads_of(f"{outer}主要成效\n{inner}学前教育\n公办园有所增加。", "公办园")
    assert [head.strip() for head in found if head.strip() not in ("", "第一章")][-1:] == ["学前教育"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("一是升级课后服务。学生很喜欢。二是加强监管。家长很放心。", "学生", ["升级课后服务"]),
        ("一是升级课后服务。学生很喜欢。二是加强监管。家长很放心。", "家长", ["加强监管"]),
        ("(三)加强师资建设。引进了人才。", "引进", ["加强师资建设"]),
        ("——小学。全县现有学校。", "全县", ["小学"]),
        ("课后服务:学生很喜欢。", "学生", ["课后服务"]),
    ],
)
def test_the_first_words_of_a_paragraph_are_its_head(text, words, expected):
    assert heads_of(text, words) == expected


def test_a_long_line_is_no_heading():
    line = "一、全县教育系统坚持以人民为中心发展教育,深入实施学前教育普及普惠和义务教育优质均衡发展行动计划,取得了新的进展和明显的成效"
    assert not any(one.heads for one in sentences(f"{line}\n公办园有所增加。"))


def test_a_row_of_a_table_is_no_heading():
    assert not any(one.heads for one in sentences("| 公办园 | 57.3% |\n| 普惠 | 91.2% |"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率达57.3%。普惠率达91.2%!招聘教师5名?好;对。", 5),
        ("“好。”他说。", 2),
        ("没有句号", 1),
        ("。。。", 1),
    ],
)
def test_sentences(text, expected):
    found = sentences(text)
    assert len(found) == expected
    assert "".join(one.text for one in found) == "".join(text.split())


def test_an_endless_sentence_is_cut_and_nothing_is_lost():
    text = "幼儿园,小学" * 2000
    found = sentences(text)
    assert max(len(one.text) for one in found) <= 1500
    assert "".join(one.text for one in found) == text
    assert [place for one in found for place in one.offsets[:-1]] == list(range(len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("——小学。现有在校生22250人。\n——初中。现有在校生11300人。", [("primary", "22250人"), ("junior", "11300人")]),
        ("——小学。全县共有学校48所,在校生22250人。", [("primary", "22250人")]),
        ("(一)小学\n现有在校生22250人。\n(二)初中\n现有在校生11300人。", [("primary", "22250人"), ("junior", "11300人")]),
        ("三、课后服务\n全县学生参与率达98.20%,教师参与率达98.07%。", [("students", "98.20%"), ("teachers", "98.07%")]),
        ("一是深化课后服务。学生参与率达98.20%,教师参与率达98.07%。", [("students", "98.20%"), ("teachers", "98.07%")]),
        ("三、课后服务\n活动丰富。\n四、体育工作\n学生参与率达98.20%。", []),
    ],
)  # fmt: skip
def test_what_is_left_unsaid_stands_in_the_heading(text, expected):
    assert figures(text) == expected
