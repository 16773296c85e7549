"""``locate``: whether a phrase holds a figure, as a whole and with the same bound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.evidence import locate
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_reading import ZERO_WORDS, read_quantity


def located(evidence, printed):
    value = read_quantity(printed)
    assert isinstance(value, Quantity), value
    span = locate(evidence, value)
    return None if span is None else evidence[span[0] : span[1]]


@pytest.mark.parametrize(
    ("evidence", "printed", "expected"),
    [
        ("学生参与率达98.20%", "98.20%", "98.20%"),
        ("学生参与率达 98.2％", "98.20%", "98.2％"),
        ("课后服务参与率达95%以上", "95%以上", "95%以上"),
        ("参与率不低于95%", "95%以上", "不低于95%"),
        ("“十三五”以来2000余名教师交流", "2000余名", "2000余名"),
        ("一般公共预算教育支出160740万元", "16.0740亿元", "160740万元"),
        ("建成1个以上实践教室的学校53所", "53所", "53所"),
        ("两所学校", "2所", "两所"),
        ("实践教室的学校53所", "53", "53所"),
        ("科目均达到Ⅲ级以上", "III级以上", "Ⅲ级以上"),
        ("首次晋级A等行列", "A等", "A等"),
        ("位列全省第八", "第八", "第八"),
        ("组建九大教育集团", "九大", "九大"),
        ("学生近视率比上年度下降1%", "下降1%", "下降1%"),
        ("全区阶段无一生辍学", "无一", "无一"),
        ("辖区内无因病因贫失学", "无", "无"),
        ("没有学生失学", "没有", "没有"),
        ("实现零辍学", "零", "零"),
        ("考录比46:1", "46：1", "46:1"),
        ("新增1所,改建1所", "1所", "1所"),
    ],
)
def test_a_phrase_that_holds_the_figure(evidence, printed, expected):
    assert located(evidence, printed) == expected


@pytest.mark.parametrize(
    ("evidence", "printed"),
    [
        ("完成率398.20%", "98.20%"),
        ("参与率达95%以上", "95%"),
        ("参与率达95%", "95%以上"),
        ("参与率超过95%", "95%以上"),
        ("招聘教师604", "604名"),
        ("招聘教师604名", "604人"),
        ("提升5个百分点", "5%"),
        ("近视率下降1%", "1%"),
        ("位列第八", "8"),
        ("共8所", "第八"),
        ("2023年招聘", "2023"),
        ("近四年", "4"),
        ("Ⅲ级以上", "Ⅲ级"),
        ("晋级A等", "A级"),
        ("无论是否、无人机课程", "无"),
        ("无一例外", "无一"),
        ("没有超过30人", "没有"),
        ("一百零五所", "零"),
        ("", "1所"),
    ],
)
def test_a_phrase_that_does_not(evidence, printed):
    assert located(evidence, printed) is None


@pytest.mark.parametrize("word", ZERO_WORDS)
def test_every_zero_in_words_can_be_found(word):
    assert located(f"辖区内{word}失学", word) == word


def test_the_first_of_several_is_taken():
    assert locate("1所、1所", read_quantity("1所")) == (0, 2)


VALUES = [read_quantity(text) for text in ("98.20%", "1所", "无", "零", "Ⅲ级以上", "第八", "2000余名")]


@given(st.text("0129.%一零无没有第八Ⅲ级以上所余名 \ud800", max_size=20) | st.text(max_size=20), st.sampled_from(VALUES))
def test_no_text_raises_and_spans_lie_inside(evidence, value):
    span = locate(evidence, value)
    assert span is None or 0 <= span[0] < span[1] <= len(evidence)
