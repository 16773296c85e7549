"""Two shortcuts past the grammar, held against it: a glance that finds a figure in a phrase, and the reading of plain values.

Phrases and values are made up of all the words that mean something before, in and behind a number, of what looks like them,
and of characters that mean nothing.
"""

from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eduindex.model import quantity_reading
from eduindex.model.bound_words import _SUFFIXES, BINDING_WORDS, NEUTRAL_WORDS
from eduindex.model.evidence import locate
from eduindex.model.look_alikes import PART_OF_A_WORD
from eduindex.model.plain_figures import holds_plainly
from eduindex.model.quantity import Quantity, Unreadable
from eduindex.model.quantity_reading import _read_plain, read_quantity
from eduindex.model.units import _MAGNITUDES, _UNITS


def listed(text: str) -> list[str]:
    return text.split()


BEFORE = sorted(BINDING_WORDS | NEUTRAL_WORDS)
BEHIND = sorted(_SUFFIXES)
UNITS = sorted(_UNITS)
NO_UNITS = [f"{unit}{after}" for unit, others in _UNITS.items() for after in others.split()]
MAGNITUDES = sorted(_MAGNITUDES)
MORE = ["余", "多", "几", "余万", "多万", "万余", "万多", "亿多", "半", "来"]
LOOK_ALIKES = [f"{before}{word}" for word, others in PART_OF_A_WORD.items() for before in others]
OF_TIME = listed(
    "年 月 日 个月 学期 学年 年级 天 周 号 时 世纪 年来 年底 级 等 成 倍 折 分之 点 2023年 2022-2023学年 2023-06 6月 近三年 2023.5 去年 12日"
)
NUMERALS = listed(
    "零 〇 一 二 两 三 十 百 千 万 亿 第 数 几 半 十二 三百 两千 百分之 千分之 第二 第十 数百 几十 半数 一半 Ⅲ A B+ III"
)
PUNCTUATION = list(",，.。、;；:：!！?？()（）[]“”《》「」\"'-−–—~至到/+@#·…*×= \u3000\n\t\xa0\u200b")
IDEOGRAPHS = list(
    "有共招聘教师学校县市区新增完成的了在和与其中从由自不只中高初小级类届约近超负温差占比例数额总计线只无未没"
)
NUMBERS = listed("1 5 12 30 100 238 2000 2023 98.20 0.15 7.04 1.5 3.0 20732 100.0 0 1,234")
KINDS = [BEFORE, BEFORE, UNITS, NO_UNITS, MAGNITUDES, MORE, LOOK_ALIKES, OF_TIME, NUMERALS, PUNCTUATION, IDEOGRAPHS, BEHIND, NUMBERS]  # fmt: skip
PIECES = sorted({piece for kind in KINDS for piece in kind})
SEPARATORS = ["", ",", "，", "。", "、", ";", ")", "（", "”", "》", " ", "!", "以上", "余", "名"]
VALUES = [
    "98.20%", "238名", "2所", "46:1", "7.04亿元", "7.04", "2000余名", "1500余万元", "95%以上", "约160万元", "近2000万元", "突破200人", "低于0.15",
    "不足5%", "30名以上", "5%以内", "20多亿元", "1.78万个", "4.7万人次", "204518.04万元", "0.5个百分点", "2 所", "下降1%", "超12", "12余", "3.0左右",
]  # fmt: skip

# What a glance must leave to the grammar: parts of words, years, numbers of a list, signs, ranges, ordinals and grades.
FOR_THE_GRAMMAR = listed("过1 过5人 1 12 2023 -5% 上百人 5-10所 1-2个 第8名 十几人 A等 无 0")
HALF_RANGES = [
    f"{first}{to}"
    for first, to in product(listed("5 二 30多 十余 五万 5余大概 2成 3名 1.5"), listed("至 到 - ~ —  、 或"))
    if to
]


def examples(number: int) -> settings:
    return settings(max_examples=max(number, settings.default.max_examples if settings.default else 0))


def quantity_of(text: str) -> Quantity:
    quantity = read_quantity(text)
    assert isinstance(quantity, Quantity), quantity
    return quantity


def seen_but_not_there(values: list[str], contexts: Iterable[tuple[str, str]]) -> list[str]:
    """The phrases that a glance takes for proofs of a value and the grammar does not, as ``value in phrase``."""
    quantities = [(value, quantity_of(value)) for value in values]
    return [
        f"{value} in {before}{value}{behind}"
        for before, behind in contexts
        for value, quantity in quantities
        if holds_plainly(phrase := f"{before}{value}{behind}", quantity) and locate(phrase, quantity) is None
    ]


def test_a_glance_sees_what_most_entries_say():
    """Without this the other tests could pass because nothing is ever seen."""
    seen = [value for value in VALUES if holds_plainly(f"全区教师{value}", quantity_of(value))]
    assert set(VALUES) - set(seen) <= {"下降1%"}
    assert holds_plainly("2023年,比例达到98.20%,居全市前列", quantity_of("98.20%"))


def test_what_stands_before_a_figure_is_not_overlooked():
    before = ["", *PIECES, *HALF_RANGES, *(f"共{half}" for half in HALF_RANGES)]
    assert seen_but_not_there([*VALUES, *FOR_THE_GRAMMAR], product(before, ["", ","])) == []


@pytest.mark.parametrize("before", ["学年", "2022-2023学年", "一年级三班", "全班"])
def test_a_grade_behind_a_year_or_a_class_is_left_to_the_grammar(before):
    assert seen_but_not_there(["3级"], [(before, "")]) == []


def test_what_stands_behind_a_figure_is_not_overlooked():
    assert seen_but_not_there([*VALUES, *FOR_THE_GRAMMAR], product(["", "教师"], ["", *PIECES])) == []


def test_what_stands_behind_a_mark_behind_a_figure_is_not_overlooked():
    behind = (
        f"{mark}{piece}"
        for mark, piece in product(SEPARATORS, [*NUMBERS, *MAGNITUDES, *BEHIND, *MORE[:3], "名", "%", "、2"])
    )
    assert seen_but_not_there([*VALUES, *FOR_THE_GRAMMAR], (("教师", one) for one in behind)) == []


def test_what_two_words_before_a_figure_mean_together_is_not_overlooked():
    words = [*BEFORE, *NUMERALS, "从", "自", "由", "共", "教", ""]
    pairs = ((f"共{first}{second}", "") for first, second in product(words, BEFORE))
    assert seen_but_not_there(["238名", "约5%"], pairs) == []


CONTEXT = st.lists(st.sampled_from(KINDS).flatmap(st.sampled_from), max_size=4).map("".join)


@st.composite
def values(draw: st.DrawFn) -> str:
    """A text like a value: words, a number, a magnitude, a unit, each of them now and then."""
    usual = st.just("") | st.just("")
    number = draw(st.sampled_from(NUMBERS) | st.decimals(0, 99999, places=draw(st.integers(0, 3))).map(str))
    return "".join(
        [
            draw(usual | st.sampled_from(BEFORE)),
            number,
            draw(usual | st.sampled_from(MORE)),
            draw(usual | st.sampled_from(MAGNITUDES)),
            draw(usual | st.just(" ")),
            draw(st.sampled_from([*UNITS, "%", "名", "所", "元", ":1", ""])),
            draw(usual | st.sampled_from(BEHIND)),
        ]
    )


@given(
    CONTEXT,
    values(),
    CONTEXT,
    st.sampled_from(["{0}{1}{2}", "{0}{1},{2}", "{0}{1}", "{0}{1},{2}{1}", "{1}{0}{1}", "{0}{1}。{2}"]),
)
@examples(500)
def test_a_glance_never_says_yes_where_the_grammar_says_no(before, value, behind, layout):
    quantity = read_quantity(value)
    phrase = layout.format(before, value, behind)
    if isinstance(quantity, Quantity) and holds_plainly(phrase, quantity):
        assert locate(phrase, quantity) is not None


@given(
    st.text("0123.5%名约超不足达到万 ,，。以上余", max_size=12), st.text("0123.5%名约超不足达到万 余以上", max_size=8)
)
@examples(400)
def test_a_glance_at_a_jumble_never_says_yes_where_the_grammar_says_no(phrase, value):
    quantity = read_quantity(value)
    for one in (phrase, f"{phrase}{value}", f"共{value}{phrase}"):
        if isinstance(quantity, Quantity) and holds_plainly(one, quantity):
            assert locate(one, quantity) is not None


# Reading plain values


def read_by_grammar(text: str) -> Quantity | Unreadable:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantity_reading, "_read_plain", lambda _: None)
        return read_quantity(text)


def assert_read_as_by_grammar(text: str) -> bool:
    """Whether the shortcut reads the text; it has to say exactly what the grammar says, down to the digits of decimals."""
    plain = _read_plain(text)
    if plain is not None:
        assert repr(plain) == repr(read_by_grammar(text))
    return plain is not None


WRITTEN = listed(
    "0 00 01 1 2 9 10 12 20 23 99 100 230 238 2000 2023 10000 160740 123456789 999999999 1234567890 0.0 0.5 0.10 1.0 2.2 7.04 98.20"
    " 12.3456789 1.123456789 .5 5. 1.2.3 1,234 1．5 １２ 5-10 1~2 20:21 46 一 十二"
)
LIKE_UNITS = [
    *NO_UNITS,
    *OF_TIME,
    *listed("％ %% :1 ：1 :2 :10 :1: 元/年 人/ x - 等级 分之一 。 ５ 半"),
    " 所",
    "所 ",
    " ",
]
LIKE_MAGNITUDES = ["", *MAGNITUDES, "亿万", "万万", "余", "余万", "万余", "多", "几"]
LIKE_BOUNDS = [*BEFORE, *listed("第 百分之 千分之 负 - − + 约约 共 上 数 几 半 A [ ( 从 由 零 无"), "", "近 "]


@pytest.mark.parametrize("number", WRITTEN)
def test_a_number_with_its_unit_is_read_as_by_the_grammar(number):
    for magnitude, unit in product(LIKE_MAGNITUDES, ["", *UNITS, *LIKE_UNITS]):
        assert_read_as_by_grammar(f"{number}{magnitude}{unit}")


@pytest.mark.parametrize("number", ["0", "1", "100", "2023", "98.20"])
def test_a_bounded_number_is_read_as_by_the_grammar(number):
    for before, unit, behind in product(
        LIKE_BOUNDS, ["", "名", "%", "万元", ":1"], ["", *BEHIND, "上下学", " 以上", "强"]
    ):
        assert_read_as_by_grammar(f"{before}{number}{unit}{behind}")


def test_the_shortcut_is_taken_by_most_values():
    taken = [text for text in VALUES if assert_read_as_by_grammar(text)]
    assert len(taken) > len(VALUES) * 3 / 4
    for unit in UNITS:
        assert assert_read_as_by_grammar(f"238{unit}") or isinstance(read_by_grammar(f"238{unit}"), Unreadable), unit


@given(
    st.lists(st.sampled_from([*WRITTEN, *LIKE_BOUNDS, *LIKE_MAGNITUDES, *UNITS, *LIKE_UNITS, *BEHIND]), max_size=5).map(
        "".join
    )
    | values()
    | st.text(max_size=12)
)
@examples(500)
def test_every_text_is_read_as_by_the_grammar(text):
    assert_read_as_by_grammar(text)
