"""``read_quantity``: printed forms and what they mean, derived by hand from the table of bounds in the design."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.interval import Interval
from eduindex.model.quantity import Bound, Quantity, Unreadable
from eduindex.model.quantity_reading import read_quantity, says_none

NOTATION = re.compile(r"([\[(])(.+), (.+)([\])])")

EXACT, AT_LEAST, ABOVE, AT_MOST, BELOW = Bound.EXACT, Bound.AT_LEAST, Bound.ABOVE, Bound.AT_MOST, Bound.BELOW
OVER, NEARLY, ABOUT, RANGE = Bound.OVER, Bound.NEARLY, Bound.ABOUT, Bound.RANGE


def interval(notation: str) -> Interval:
    """``98.20`` is a point, ``(2000, 3000)`` an open interval, ``[95, ∞)`` has no upper end."""
    match = NOTATION.fullmatch(notation)
    if match is None:
        return Interval.exactly(Decimal(notation))
    low = None if "∞" in match[2] else Decimal(match[2])
    high = None if "∞" in match[3] else Decimal(match[3])
    return Interval(low, high, low is not None and match[1] == "(", high is not None and match[4] == ")")


FORMS = [
    # plain figures
    ("98.20%", "98.20", "%", EXACT),
    ("100%", "100", "%", EXACT),
    ("79.89 %", "79.89", "%", EXACT),
    ("９８．２０％", "98.20", "%", EXACT),
    ("85﹪", "85", "%", EXACT),
    ("23", "23", "", EXACT),
    ("0", "0", "", EXACT),
    ("0.15", "0.15", "", EXACT),
    ("604名", "604", "名", EXACT),
    ("2 所", "2", "所", EXACT),
    (" 763 名 ", "763", "名", EXACT),
    ("1595 人 次", "1595", "人次", EXACT),
    ("8208套", "8208", "套", EXACT),
    ("12.85亩", "12.85", "亩", EXACT),
    ("8142.7平方米", "8142.7", "平方米", EXACT),
    ("5.64个百分点", "5.64", "个百分点", EXACT),
    ("5.64百分点", "5.64", "个百分点", EXACT),
    ("-3.5%", "-3.5", "%", EXACT),
    ("－3.5％", "-3.5", "%", EXACT),
    ("−2个百分点", "-2", "个百分点", EXACT),
    ("+3%", "3", "%", EXACT),
    ("达98.20%", "98.20", "%", EXACT),
    ("达到60%", "60", "%", EXACT),
    ("高达99%", "99", "%", EXACT),
    # thousands
    ("1,853名", "1853", "名", EXACT),
    ("１，８５３名", "1853", "名", EXACT),
    ("12,345,678.5元", "12345678.5", "元", EXACT),
    # magnitudes and money
    ("20732元", "20732", "元", EXACT),
    ("7.04亿元", "704000000", "元", EXACT),
    ("160740万元", "1607400000", "元", EXACT),
    ("120.565万元", "1205650", "元", EXACT),
    ("1.78万个", "17800", "个", EXACT),
    ("4.7万人次", "47000", "人次", EXACT),
    ("758万", "7580000", "", EXACT),
    ("3千人", "3000", "人", EXACT),
    ("2千万元", "20000000", "元", EXACT),
    ("1.5万亿元", "1500000000000", "元", EXACT),
    ("1亿2000万元", "120000000", "元", EXACT),
    ("3万5000人", "35000", "人", EXACT),
    ("30万美元", "300000", "美元", EXACT),
    # ratios
    ("46:1", "46", ":1", EXACT),
    ("46：1", "46", ":1", EXACT),
    ("46 ∶ 1", "46", ":1", EXACT),
    ("12.5:1", "12.5", ":1", EXACT),
    # numerals in words
    ("两所", "2", "所", EXACT),
    ("三", "3", "", EXACT),
    ("十二个", "12", "个", EXACT),
    ("二十人", "20", "人", EXACT),
    ("一百二十三人", "123", "人", EXACT),
    ("一百零五所", "105", "所", EXACT),
    ("三千五百名", "3500", "名", EXACT),
    ("一百二个", "120", "个", EXACT),
    ("三万五千人", "35000", "人", EXACT),
    ("一点五万人", "15000", "人", EXACT),
    ("九大", "9", "大", EXACT),
    ("第八", "8", "", EXACT),
    ("第 一", "1", "", EXACT),
    ("第二名", "2", "名", EXACT),
    ("第12位", "12", "位", EXACT),
    ("无一", "0", "", EXACT),
    ("无", "0", "", EXACT),
    ("零", "0", "", EXACT),
    ("没有", "0", "", EXACT),
    ("0人", "0", "人", EXACT),
    # shares in words
    ("九成", "90", "%", EXACT),
    ("9成", "90", "%", EXACT),
    ("八成五", "85", "%", EXACT),
    ("百分之五", "5", "%", EXACT),
    ("百分之九十八点二", "98.2", "%", EXACT),
    ("百分之百", "100", "%", EXACT),
    ("半数", "50", "%", EXACT),
    ("一半", "50", "%", EXACT),
    # changes
    ("下降1%", "-1", "%", EXACT),
    ("降低0.5个百分点", "-0.5", "个百分点", EXACT),
    ("增长7.78%", "7.78", "%", EXACT),
    ("负增长3.2%", "-3.2", "%", EXACT),
    ("压减2个百分点", "-2", "个百分点", EXACT),
    ("提升5.64个百分点", "5.64", "个百分点", EXACT),
    ("下降到15%", "15", "%", EXACT),
    ("提升至85.81%", "85.81", "%", EXACT),
    ("下降1%以上", "(-∞, -1]", "%", AT_MOST),
    ("下降超过2%", "(-∞, -2)", "%", BELOW),
    ("下降近2%", "(-2, -1.5]", "%", NEARLY),
    ("下降约2%", "[-2.5, -1.5]", "%", ABOUT),
    # at least
    ("95%以上", "[95, ∞)", "%", AT_LEAST),
    ("30名以上", "[30, ∞)", "名", AT_LEAST),
    ("100所及以上", "[100, ∞)", "所", AT_LEAST),
    ("不低于80%", "[80, ∞)", "%", AT_LEAST),
    ("不少于10所", "[10, ∞)", "所", AT_LEAST),
    ("至少2个", "[2, ∞)", "个", AT_LEAST),
    ("至少一次", "[1, ∞)", "次", AT_LEAST),
    ("达95%以上", "[95, ∞)", "%", AT_LEAST),
    ("九成以上", "[90, ∞)", "%", AT_LEAST),
    ("半数以上", "[50, ∞)", "%", AT_LEAST),
    ("上百所", "[100, ∞)", "所", AT_LEAST),
    ("上千", "[1000, ∞)", "", AT_LEAST),
    ("≥95%", "[95, ∞)", "%", AT_LEAST),
    (">=95%", "[95, ∞)", "%", AT_LEAST),
    ("至少10所以上", "[10, ∞)", "所", AT_LEAST),
    # above
    ("超过200人", "(200, ∞)", "人", ABOVE),
    ("超200人", "(200, ∞)", "人", ABOVE),
    ("逾300名", "(300, ∞)", "名", ABOVE),
    ("突破200人", "(200, ∞)", "人", ABOVE),
    ("过百所", "(100, ∞)", "所", ABOVE),
    ("超九成", "(90, ∞)", "%", ABOVE),
    ("过半", "(50, ∞)", "%", ABOVE),
    ("超过半数", "(50, ∞)", "%", ABOVE),
    ("＞200人", "(200, ∞)", "人", ABOVE),
    ("超过30%以上", "(30, ∞)", "%", ABOVE),
    ("不得低于80%", "[80, ∞)", "%", AT_LEAST),
    ("不能少于10所", "[10, ∞)", "所", AT_LEAST),
    ("大于等于85%", "[85, ∞)", "%", AT_LEAST),
    # at most
    ("5%以内", "(-∞, 5]", "%", AT_MOST),
    ("40岁以下", "(-∞, 40]", "岁", AT_MOST),
    ("不超过5%", "(-∞, 5]", "%", AT_MOST),
    ("至多3次", "(-∞, 3]", "次", AT_MOST),
    ("≤5%", "(-∞, 5]", "%", AT_MOST),
    ("不超过5%以内", "(-∞, 5]", "%", AT_MOST),
    ("不得超过5%", "(-∞, 5]", "%", AT_MOST),
    ("没有超过5%", "(-∞, 5]", "%", AT_MOST),
    ("未超过45人", "(-∞, 45]", "人", AT_MOST),
    ("小于等于5%", "(-∞, 5]", "%", AT_MOST),
    ("未达到60%", "(-∞, 60)", "%", BELOW),
    # below
    ("低于0.15", "(-∞, 0.15)", "", BELOW),
    ("不足100人", "(-∞, 100)", "人", BELOW),
    ("不到三成", "(-∞, 30)", "%", BELOW),
    ("不满50名", "(-∞, 50)", "名", BELOW),
    ("<0.15", "(-∞, 0.15)", "", BELOW),
    ("＜ 0.15", "(-∞, 0.15)", "", BELOW),
    ("低于5%以下", "(-∞, 5)", "%", BELOW),
    # over: up to the next unit of the last non-zero digit
    ("2000余名", "(2000, 3000)", "名", OVER),
    ("2200多名", "(2200, 2300)", "名", OVER),
    ("500多名", "(500, 600)", "名", OVER),
    ("50多个", "(50, 60)", "个", OVER),
    ("30余 场", "(30, 40)", "场", OVER),
    ("238余", "(238, ∞)", "", OVER),
    ("2544余门", "(2544, ∞)", "门", OVER),
    ("238余万人", "(2380000, 2390000)", "人", OVER),
    ("20732余元", "(20732, 20733)", "元", OVER),
    ("95多%", "(95, 96)", "%", OVER),
    ("1500余万元", "(15000000, 16000000)", "元", OVER),
    ("1500多万元", "(15000000, 16000000)", "元", OVER),
    ("20多亿元", "(2000000000, 3000000000)", "元", OVER),
    ("2.2万余个", "(22000, 23000)", "个", OVER),
    ("30余万条", "(300000, 400000)", "条", OVER),
    ("8万多册", "(80000, 90000)", "册", OVER),
    ("三千余人", "(3000, 4000)", "人", OVER),
    ("三千余万元", "(30000000, 40000000)", "元", OVER),
    ("十几所", "(10, 20)", "所", OVER),
    ("十余家", "(10, 20)", "家", OVER),
    ("百余所", "(100, 200)", "所", OVER),
    ("九成多", "(90, 100)", "%", OVER),
    ("超过2000余名", "(2000, 3000)", "名", OVER),
    # nearly: from half a unit below
    ("近2000万元", "[15000000, 20000000)", "元", NEARLY),
    ("近200名", "[150, 200)", "名", NEARLY),
    ("近两亩", "[1.5, 2)", "亩", NEARLY),
    ("接近99%", "[98.5, 99)", "%", NEARLY),
    ("近99.5%", "[99.45, 99.5)", "%", NEARLY),
    ("将近60所", "[55, 60)", "所", NEARLY),
    ("近百", "[50, 100)", "", NEARLY),
    ("近万人", "[5000, 10000)", "人", NEARLY),
    ("近百万人次", "[500000, 1000000)", "人次", NEARLY),
    ("近亿元", "[50000000, 100000000)", "元", NEARLY),
    ("近九成", "[85, 90)", "%", NEARLY),
    ("近半", "[45, 50)", "%", NEARLY),
    # about: half a unit to both sides
    ("约160万元", "[1550000, 1650000]", "元", ABOUT),
    ("160万元左右", "[1550000, 1650000]", "元", ABOUT),
    ("约980名", "[975, 985]", "名", ABOUT),
    ("大约27700人", "[27650, 27750]", "人", ABOUT),
    ("80%左右", "[75, 85]", "%", ABOUT),
    ("30人上下", "[25, 35]", "人", ABOUT),
    ("约达98.2%", "[98.15, 98.25]", "%", ABOUT),
    ("约30人左右", "[25, 35]", "人", ABOUT),
    ("数百所", "[200, 1000)", "所", ABOUT),
    ("数十", "[20, 100)", "", ABOUT),
    ("几十", "[20, 100)", "", ABOUT),
    ("几十万元", "[200000, 1000000)", "元", ABOUT),
    # ranges
    ("1-2所", "[1, 2]", "所", RANGE),
    ("1—2所", "[1, 2]", "所", RANGE),
    ("1–2所", "[1, 2]", "所", RANGE),
    ("1~2所", "[1, 2]", "所", RANGE),
    ("1～2所", "[1, 2]", "所", RANGE),
    ("1至2所", "[1, 2]", "所", RANGE),
    ("1到2所", "[1, 2]", "所", RANGE),
    ("1 - 2 所", "[1, 2]", "所", RANGE),
    ("1所至2所", "[1, 2]", "所", RANGE),
    ("三到五个", "[3, 5]", "个", RANGE),
    ("10%-15%", "[10, 15]", "%", RANGE),
    ("5-10万元", "[50000, 100000]", "元", RANGE),
    ("5000-1万人", "[5000, 10000]", "人", RANGE),
    ("[1500, 2000)万元", "[15000000, 20000000)", "元", RANGE),
    ("(2000, 3000)名", "(2000, 3000)", "名", RANGE),
    ("（2000，3000］名", "(2000, 3000]", "名", RANGE),
]


@pytest.mark.parametrize(("printed", "expected", "unit", "bound"), FORMS, ids=[form[0] for form in FORMS])
def test_printed_form_means(printed, expected, unit, bound):
    read = read_quantity(printed)
    assert isinstance(read, Quantity), read
    assert (read.interval, read.unit, read.bound) == (interval(expected), unit, bound)
    assert read.printed == printed
    assert not read.level


MEASURES = """名 所 个 人次 人 家 间 处 套 项 门 册 条 件 次 期 位 平方米 平米 亩 轮 份 场 起 支 台 部 辆 组 批 幢 栋 座 块 节
堂 篇 本 班 倍 分 岁 课时 学时 小时 分钟 种 公里 户 吨 % 元 万元 个百分点 :1"""


@pytest.mark.parametrize("measure", MEASURES.split())
def test_every_measure_word_takes_bounds_on_both_sides(measure):
    for printed, bound in [
        (f"20{measure}以上", AT_LEAST),
        (f"20{measure}及以上", AT_LEAST),
        (f"20{measure}以内", AT_MOST),
        (f"20{measure}左右", ABOUT),
        (f"近20{measure}", NEARLY),
        (f"二十{measure}以下", AT_MOST),
    ]:
        read = read_quantity(printed)
        assert isinstance(read, Quantity), read
        assert (read.bound, read.unit) == (bound, measure.removeprefix("万"))


@pytest.mark.parametrize(
    ("printed", "level", "bound", "unit"),
    [
        ("Ⅲ级以上", "Ⅲ", AT_LEAST, "级"),
        ("Ⅲ级及以上", "Ⅲ", AT_LEAST, "级"),
        ("III级", "Ⅲ", EXACT, "级"),
        ("三级", "Ⅲ", EXACT, "级"),
        ("3级以上", "Ⅲ", AT_LEAST, "级"),
        ("不低于Ⅱ级", "Ⅱ", AT_LEAST, "级"),
        ("Ⅱ级以下", "Ⅱ", AT_MOST, "级"),
        ("达到Ⅳ级", "Ⅳ", EXACT, "级"),
        ("Ⅲ", "Ⅲ", EXACT, ""),
        ("A等", "A", EXACT, "等"),
        ("Ａ 等", "A", EXACT, "等"),
        ("A级", "A", EXACT, "级"),
        ("B等", "B", EXACT, "等"),
        ("B+等", "B+", EXACT, "等"),
    ],
)
def test_grade_has_a_level_and_no_number(printed, level, bound, unit):
    read = read_quantity(printed)
    assert isinstance(read, Quantity), read
    assert (read.level, read.bound, read.unit) == (level, bound, unit)
    assert (read.interval, read.point) == (Interval(None, None), None)


@pytest.mark.parametrize(
    ("printed", "resolution"),
    [
        ("7.04亿元", "1000000"),
        ("98.20%", "0.01"),
        ("160740万元", "10000"),
        ("近2000万元", "10000"),
        ("2.2万余个", "1000"),
        ("1500余万元", "10000"),
        ("1亿2000万元", "10000"),
        ("三万人", "10000"),
        ("九成", "10"),
        ("八成五", "1"),
        ("百分之九十八点二", "0.1"),
        ("1.5-2万元", "10000"),
        ("604名", None),
        ("2000名", None),
        ("3千人", None),
        ("100%", None),
        ("46:1", None),
        ("3万5000人", None),
        ("一百二十三人", None),
    ],
)
def test_resolution_is_one_step_of_the_last_digit(printed, resolution):
    read = read_quantity(printed)
    assert isinstance(read, Quantity), read
    assert read.resolution == (None if resolution is None else Decimal(resolution))


@pytest.mark.parametrize(
    ("printed", "point"),
    [
        ("95%以上", "95"),
        ("近2000万元", "20000000"),
        ("下降1%以上", "-1"),
        ("238余", "238"),
        ("1-2所", None),
        ("数百", None),
    ],
)
def test_point_is_the_printed_number(printed, point):
    read = read_quantity(printed)
    assert isinstance(read, Quantity), read
    assert read.point == (None if point is None else Decimal(point))


def test_only_places_in_an_order_are_ordinal():
    assert [getattr(read_quantity(text), "ordinal", None) for text in ("第八", "第二名", "8", "2名")] == [
        True,
        True,
        False,
        False,
    ]


def test_zero_in_words_is_told_from_a_printed_zero():
    assert [says_none(read_quantity(text)) for text in ("无", " 没有", "无一", "零", "0", "0人")] == [True] * 4 + [
        False
    ] * 2


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("   ", 0),
        ("很多", 0),
        ("1,85", 1),
        ("1,8530名", 1),
        ("1234,567名", 4),
        ("选岗,123名", 0),
        ("12 345名", 2),
        ("1.2.3", 3),
        ("007", 0),
        ("2023年", 4),
        ("4个月", 1),
        ("近三年", 2),
        ("20 年", 3),
        ("2.5万家长", 4),
        ("10所有", 2),
        ("50名教师", 3),
        ("近50%以上", 4),
        ("约30人以上", 4),
        ("约200余人", 0),
        ("近约200人", 0),
        ("近0%", 0),
        ("约Ⅲ级", 0),
        ("2-1所", 0),
        ("3名-5所", 0),
        ("约20-30人", 0),
        ("14:40", 2),
        ("1:13.5", 1),
        ("第1-3名", 2),
        ("三分之二", 1),
        ("十三五", 0),
        ("一二级", 0),
        ("二〇二三", 0),
        ("半", 0),
        ("第3.5", 0),
        ("超过", 2),
        ("[2, 1]", 4),
        ("[1, 2", 0),
        ("(1, 2)名教师", 7),
        ("9" * 41, 0),
        ("五" * 41, 0),
        ("1e5", 1),
        ("٣", 0),
        ("nan", 0),
    ],
)
def test_unreadable_text_says_where(text, offset):
    read = read_quantity(text)
    assert isinstance(read, Unreadable), read
    assert (read.text, read.offset) == (text, offset)
    assert read.reason


ALPHABET = (
    "0123456789０９.．,，%％:：/-–—~～+− \t\n零〇一二两三五八九十百千万亿半数几第无点分之成"
    "近约超过逾余多至到以上下内左右不低于少足满突破达降增长提升个名所人次元大级等ⅢIAX年月日倍[]()≥≤<>∞媒体“”\ud800\x00"
)


@given(st.text(ALPHABET, max_size=12) | st.text(max_size=20))
def test_no_text_raises(text):
    read = read_quantity(text)
    if isinstance(read, Unreadable):
        assert 0 <= read.offset <= len(text)
    else:
        assert not read.interval.is_empty


@pytest.mark.parametrize(
    "text", ["9" * 10**6, "约" * 10**6, "1," * 10**6, "[1," + "1" * 10**6, "百" * 10**6, "1 " * 10**5]
)
def test_huge_texts_are_refused(text):
    assert isinstance(read_quantity(text), Unreadable)


@given(st.text(ALPHABET, max_size=10))
def test_white_space_around_a_value_changes_nothing(text):
    bare, spaced = read_quantity(text), read_quantity(f" {text}\n")
    if isinstance(bare, Quantity):
        assert isinstance(spaced, Quantity)
        assert (bare.interval, bare.unit, bare.bound, bare.level) == (
            spaced.interval,
            spaced.unit,
            spaced.bound,
            spaced.level,
        )
    else:
        assert isinstance(spaced, Unreadable)
