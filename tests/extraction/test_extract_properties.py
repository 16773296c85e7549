"""What holds for every text: nothing is raised, every figure has its place, and what only looks different reads the same."""

import string
from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st
from small_catalogue import CATALOGUE, entries, meanings, read

from eduindex.extraction.extracting import MOST_FIGURES
from eduindex.extraction.result import Fate
from eduindex.model.district import Source
from eduindex.model.evidence import holds, without_space
from eduindex.model.observation import Observation, observe
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.wording import Wording

LONGEST_EVIDENCE = 60
MENTIONS = [mention for indicator in CATALOGUE.indicators.values() for mention in indicator.mentions]
PIECES = [piece for mention in MENTIONS for piece in mention.split("…")]

NUMBERS = st.one_of(
    st.integers(0, 99_999).map(str),
    st.decimals(0, 100, places=2).map(str),
    st.sampled_from(
        [
            "０．５",
            "１００",
            "12,345",
            "1 234",
            "三",
            "两",
            "一百二十",
            "46:1",
            "Ⅲ",
            "A",
            "第八",
            "1-2",
            "007",
            "9" * 40,
        ]
    ),
)
UNITS = st.sampled_from(
    ["%", "％", "个百分点", "人", "名", "所", "个", "万元", "亿元", "元", "岁", "级", "等", "人次", "万人", ""]
)
BOUNDS = st.sampled_from(["", "", "超", "近", "约", "不低于", "不足", "余", "以上", "左右", "以内", "多"])
DATES = st.sampled_from(
    ["2023年", "2022年底", "2021—2023年", "2013、2014、2015年", "近三年", "“十三五”以来", "去年", "目前", "2022学年", "9月", "秋季学期", "到2025年", "自2019年以来", "每年", "99999年", "0年"]
)  # fmt: skip
WORDS = st.sampled_from(
    ["分别", "均", "达", "达到", "从", "由", "提升至", "增长到", "增长", "比上年提高", "力争", "将", "确保", "其中", "全县", "全省", "小学", "初中", "和", "、", "与", "零", "无", "没有", "一是", "一、", "(一)", "——", "# ", "|", "下一步", "工作要点", "目标", "要求", "1个以上", "完成率"]
)  # fmt: skip
MARKS = st.sampled_from(
    [*",.;:!?()[]{}<>|#*-…\u3000\t\r\n \x00\x1b\u2028\u200b\ufeff", *"，。；：！？（）【】“”‘’《》、—–~·％"]
)
FRAGMENTS = st.one_of(st.sampled_from(PIECES), NUMBERS, UNITS, BOUNDS, DATES, WORDS, MARKS)
MIXED = st.lists(FRAGMENTS, max_size=40).map("".join)
ANY_TEXT = st.one_of(MIXED, MIXED, st.text(max_size=120), st.text(alphabet=string.printable, max_size=120))
YEARS = st.one_of(st.none(), st.integers(1900, 2199))


@example("公办率达57.3%。\n\u200b\n", None, "")
@given(ANY_TEXT, YEARS, st.sampled_from(["", "2024-04-03", "2024-04", "2024"]))
def test_no_text_raises(text, year, published):
    extraction = read(text, year, published=published)
    assert extraction.year == year or year is None


@given(ANY_TEXT)
def test_every_figure_has_its_place(text):
    figures = read(text).figures
    assert [text[one.start : one.end] for one in figures] == [one.printed for one in figures]
    assert all(one.start < one.end for one in figures)
    assert all(earlier.end <= later.start for earlier, later in pairwise(figures))
    assert all(1 <= earlier.line <= later.line for earlier, later in pairwise(figures))
    breaks = text.replace("\r\n", "\n ").replace("\r", "\n")
    assert [one.line for one in figures] == [breaks.count("\n", 0, one.start) + 1 for one in figures]


@given(ANY_TEXT)
def test_what_is_proposed_has_the_fate_of_a_proposal(text):
    for figure in read(text).figures:
        assert bool(figure.proposals) is (figure.fate is Fate.PROPOSED)
        assert figure.indicator in {"", *CATALOGUE.indicators}


SHARES = st.decimals(1, 99, places=2).map(lambda number: f"{number}%")
COUNTS = st.integers(11, 99_999)
LEVELS = st.sampled_from(["公办园覆盖率", "公办率", "公办学位占比", "普惠率", "义务教育巩固率", "课后服务学生参与率"])
SENTENCES = st.one_of(
    st.builds("{}年,全县{}达{}。".format, st.integers(2015, 2023), LEVELS, SHARES),
    st.builds("截至目前,{}达到{}以上,比上年提高{}个百分点。".format, LEVELS, SHARES, st.integers(1, 9)),
    st.builds("{}由{}提升至{}。".format, LEVELS, SHARES, SHARES),
    st.builds("{}年招聘教师{}名,其中研究生{}名。".format, st.integers(2015, 2023), COUNTS, st.integers(1, 9)),
    st.builds("全年教育支出{}万元,比上年增长{}。".format, COUNTS, SHARES),
    st.builds("力争到2025年{}不低于{}。".format, LEVELS, SHARES),
    st.builds("普惠率和公办率分别达到{}、{}。".format, SHARES, SHARES),
    st.builds("现有幼儿园{}所,小学在校生{}人。".format, st.integers(2, 999), COUNTS),
)
# Whole sentences, torn and mixed with anything, so that much is proposed of what nobody wrote.
PHRASES = st.builds("{}{}{}{}{}{}".format, DATES, st.sampled_from(MENTIONS), WORDS, BOUNDS, NUMBERS, UNITS)
TORN = st.builds(lambda sentence, at: sentence[:at], SENTENCES, st.integers(5, 30))
PROPOSING = st.lists(st.one_of(SENTENCES, TORN, PHRASES, FRAGMENTS), min_size=1, max_size=12).map("".join)


@example("公办率由50%提升至57.3%。", 1900)
@given(st.one_of(PROPOSING, ANY_TEXT), YEARS)
def test_every_proposal_holds_its_value(text, year):
    for entry in entries(text, year):
        quantity = read_quantity(entry.value)
        assert isinstance(quantity, Quantity)
        assert holds(entry.evidence, quantity)
        assert len(entry.evidence) <= LONGEST_EVIDENCE
        assert without_space(entry.evidence) in without_space(text)
        source = Source(entry.source, Wording("工作总结"))
        assert isinstance(observe("qinghe", entry, CATALOGUE, {entry.source: source}), Observation)


PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=6).map("".join)
UNRELATED = st.sampled_from(
    [
        "教育系统深入学习贯彻会议精神,扎实推进各项工作。",
        "粮食总产量达到12.4万吨,森林覆盖率达63.5%。",
        "下雨天也有人撑着伞在校门口等候,老师们一一把孩子送上车。",
        "会议由办公室主任主持,38人参加。",
    ]
)


@given(PARAGRAPHS, UNRELATED, st.booleans())
def test_an_unrelated_paragraph_changes_nothing(paragraph, unrelated, first):
    parts = [unrelated, paragraph] if first else [paragraph, unrelated]
    assert meanings("\n\n".join(parts)) == meanings(paragraph)


@given(PARAGRAPHS, PARAGRAPHS)
def test_paragraphs_are_read_each_for_itself(one, other):
    """What both say is proposed once."""
    found = meanings(f"{one}\n{other}")
    assert sorted(map(str, set(found))) == sorted(map(str, {*meanings(one), *meanings(other)}))


FULL_WIDTH = str.maketrans(
    {character: chr(ord(character) + 0xFEE0) for character in f"{string.digits}%,:"} | {".": "．"}
)


@given(PARAGRAPHS)
def test_full_and_half_width_are_one(paragraph):
    assert meanings(paragraph.translate(FULL_WIDTH)) == meanings(paragraph)


@given(PARAGRAPHS, st.sampled_from(["%", ",", ":", "."]))
def test_one_wide_character_among_narrow_ones_changes_nothing(paragraph, character):
    assert meanings(paragraph.replace(character, character.translate(FULL_WIDTH))) == meanings(paragraph)


LONG_PARAGRAPHS = st.lists(SENTENCES, min_size=4, max_size=8).map("".join)


@given(LONG_PARAGRAPHS, st.integers(20, 44), st.sampled_from(["\n", "\r\n", " \n", "\n\u3000"]))
def test_lines_broken_at_a_width_change_nothing(paragraph, width, line_break):
    """As copied from a layout: in the middle of words and numbers. A line that ends with a sentence may end a paragraph."""
    lines = [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
    assume(len(lines) > 3)
    assume(not any(line.endswith("。") for line in lines[:-1]))
    assert meanings(line_break.join(lines)) == meanings(paragraph)


@given(PARAGRAPHS)
def test_blanks_around_numbers_change_nothing(paragraph):
    spaced = "".join(f" {one}" if one.isdigit() and not last.isdigit() and last != "." else one
                     for last, one in zip(" " + paragraph, paragraph, strict=False))  # fmt: skip
    assert meanings(spaced) == meanings(paragraph)


@given(PARAGRAPHS)
def test_reading_again_gives_the_same(paragraph):
    assert read(paragraph) == read(paragraph)


def test_reading_stops_where_there_are_too_many_figures():
    whole = read("公办率达57.3%。\n" * 30_000)
    assert MOST_FIGURES <= len(whole.figures) < 30_000
    assert whole.unread_from == len(whole.figures) + 1
    assert read("公办率达57.3%。").unread_from == 0
