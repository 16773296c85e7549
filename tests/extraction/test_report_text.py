"""Lines of a report are joined where a layout broke them, and only there; every character keeps its way back."""

import pytest
from small_catalogue import figures, read

from eduindex.extraction.report_text import Lines, paragraphs_of

BROKEN = """\
2023年,全县教育系统深入实施学前教育行动计划,公办园覆
盖率达57.3%,普惠性幼儿园覆盖率达9
1.2%,九年义务教育巩固率达99.
6%,群众对教育的满意度进一步提高,全年招聘新教师2
38名,教育经费支出12.86亿
元,课后服务实现全覆盖。
"""


def never(*_lines):
    return False


def always(*_lines):
    return True


def paragraphs(text, breaks_word=never):
    return [paragraph.text for paragraph in paragraphs_of(text, breaks_word)]


def test_words_and_numbers_are_put_together_again():
    assert figures(BROKEN) == [
        ("coverage", "57.3%"),
        ("inclusive", "91.2%"),
        ("consolidation", "99.6%"),
        ("recruited", "238名"),
        ("spending", "12.86亿元"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率达到5\n7.3%。", [("coverage", "57.3%")]),
        ("公办率达到57.\n3%。", [("coverage", "57.3%")]),
        ("公办率达到57.3\n%。", [("coverage", "57.3%")]),
        ("公办率达到57.3%,\n普惠率达到91.2%。", [("coverage", "57.3%"), ("inclusive", "91.2%")]),
        ("公办 率 达 到 57.3 %。", [("coverage", "57.3 %")]),
        ("公办率达到 5 7 .3%。", [("coverage", "57.3%")]),
        ("公办率达到５７．３％。", [("coverage", "５７．３％")]),
        ("小学在校生13 680人。", [("primary", "13680人")]),
        ("小学在校生1.36 万人。", [("primary", "1.36 万人")]),
        (
            "\u3000\u3000公办率达到57.3%。\r\n\u3000\u3000普惠率达到91.2%。",
            [("coverage", "57.3%"), ("inclusive", "91.2%")],
        ),
        ("\ufeff公办率达到57.3%。", [("coverage", "57.3%")]),
    ],
)
def test_white_space_is_forgiven(text, expected):
    found = [(indicator, "".join(value.split())) for indicator, value in figures(text)]
    assert found == [(indicator, "".join(value.split())) for indicator, value in expected]


@pytest.mark.parametrize(
    "text",
    [
        "一、公办率\n二、达到57.3%的任务",
        "公办率\n\n全县共植树造林57.3%",
        "全县招聘教师\n第2部分",
    ],
)
def test_lines_that_end_early_on_purpose_are_not_joined(text):
    assert figures(text) == []


def test_a_text_with_one_line_a_paragraph_is_left_as_it_is():
    lines = ["教育工作总结", "2023年公办率达到57.3%。", "一、主要成效", "全年招聘新教师238名。"]
    assert paragraphs("\n".join(lines)) == lines


def test_a_word_of_the_catalogue_that_runs_on_joins_two_lines():
    text = "公办园覆\n盖率达到57.3%"
    assert paragraphs(text, lambda before, after: before.endswith("覆") and after.startswith("盖")) == [
        "公办园覆盖率达到57.3%"
    ]
    assert len(paragraphs(text)) == 2


@pytest.mark.parametrize("text", ["", "\n", " \t\u3000\r\n\r\n", "\x0b\x0c\x85\u2028"])
def test_nothing_is_no_paragraph(text):
    assert paragraphs(text) == []


@pytest.mark.parametrize("text", [BROKEN, BROKEN.replace("\n", "\r\n"), "公办率达５７．\n３％", "甲" * 50_001 + "5%"])
def test_every_character_keeps_its_place(text):
    for paragraph in paragraphs_of(text, always):
        assert len(paragraph.offsets) == len(paragraph.text) + 1
        assert list(paragraph.offsets) == sorted(paragraph.offsets)
        folded = str.maketrans("５７．３％", "57.3%")
        same = [text[at].translate(folded) == one for at, one in zip(paragraph.offsets, paragraph.text, strict=False)]
        assert sum(same) >= 0.8 * len(same)  # punctuation is folded, too


def test_the_line_of_a_figure():
    text = "总结\r\n\r\n公办率达57.3%。\r普惠率达91.2%。\n招聘教师238名。"
    assert [(figure.printed, figure.line) for figure in read(text).figures] == [
        ("57.3%", 3),
        ("91.2%", 4),
        ("238名", 5),
    ]
    lines = Lines("a\nb\r\nc\rd")
    assert [lines.line_of(offset) for offset in (0, 1, 2, 3, 5, 7)] == [1, 1, 2, 2, 3, 4]
