"""``find_quantities``: what counts as a figure in running text, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.quantity import Bound, Quantity
from eduindex.model.quantity_finding import find_quantities
from eduindex.model.quantity_reading import read_quantity


def found_in(sentence):
    return [sentence[found.start : found.end] for found in find_quantities(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("学生参与率达98.20%,教师参与率达98.07%;", ["98.20%", "98.07%"]),
        ("完成率398.20%", ["398.20%"]),
        ("覆盖面由2022年底 的27%提升至85.81%", ["27%", "85.81%"]),
        ("占比从19.99%压减至5%以内", ["19.99%", "5%以内"]),
        ("从20%到30%", ["20%", "30%"]),
        ("每年安排1500多万元,累计投入近亿元", ["1500多万元", "近亿元"]),
        ("投入20多亿元新建项目12个,新增学位1.78万个(其中小学9800个)", ["20多亿元", "12个", "1.78万个", "9800个"]),
        ("受益学生达4.7万人次", ["4.7万人次"]),
        ("组织培训30余\n场,目前已有2.5 万家 长参加", ["30余\n场", "2.5 万"]),
        ("共有763 名教师竞聘选岗,123 名教师分流", ["763 名", "123 名"]),
        ("招考251人,考录比46:1,全省第一", ["251人", "46:1", "第一"]),
        ("位列全省第八、全市第一。", ["第八", "第一"]),
        ("连续七年居全市第二名", ["第二名"]),
        ("相关科目均达到Ⅲ级以上,且差异率均低于0.15", ["Ⅲ级以上", "低于0.15"]),
        ("监测首次晋级A等行列", ["A等"]),
        ("现有县级以上骨干教师584人", ["584人"]),
        ("建成1个以上劳动实践教室的学校53所", ["1个以上", "53所"]),
        ("成效明显,全镇无一生辍学", ["无一"]),
        ("组建九大教育集团、十余家联盟", ["九大", "十余家"]),
        ("近百门课程,吸引近万人报名", ["近百门", "近万人"]),
        ("前1000名人数突破200人大关", ["1000名", "突破200人"]),
        ("遴选238余优质机构开设2544余门课程", ["238余", "2544余门"]),
        ("近视率比上年度下降1%", ["下降1%"]),
        ("支出增长5.87%,提升5.64个百分点", ["5.87%", "5.64个百分点"]),
        ("增速为-3.2%", ["-3.2%"]),
        ("每校配备1-2名教师", ["1-2名"]),
        ("每校配备一至两名教师", ["一至两名"]),
        ("超九成家长满意,过半学校达标,数百所学校参加", ["超九成", "过半", "数百所"]),
        ("聘请37名督学,两篇案例获奖,出台十项制度", ["37名", "两篇", "十项"]),
        ("共1,853名教师", ["1,853名"]),
        ("补助758万;", ["758万"]),
        ("增长近2个百分点,约达60所", ["近2个百分点", "约达60所"]),
        ("面积17049平方米、优化公交8公里", ["17049平方米", "8公里"]),
        ("60岁以上老人、40岁以下副校长21名", ["60岁以上", "40岁以下", "21名"]),
        ("教师数 12 -3 所", ["12", "-3 所"]),
        ("初中 7 所 1234 人 小学 15 所", ["7 所", "1234 人", "15 所"]),
        ("安排1亿2千万元,其中省级3000万元", ["1亿2千万元", "3000万元"]),
        ("小学850元/年、初中1050元/年", ["850元", "1050元"]),
        ("不得低于60%,大于等于85%,不会超过5%", ["不得低于60%", "大于等于85%", "不会超过5%"]),
        ("支出负增长3.2%,降至12.3%", ["负增长3.2%", "12.3%"]),
        ("2015名教师,在校生 2015,幼儿 876", ["2015名", "2015", "876"]),
        ("占近六成五,上千人次,三百多名", ["近六成五", "上千人次", "三百多名"]),
    ],
)
def test_figures_are_found_whole(sentence, expected):
    assert found_in(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年6月18日,近四年、近三年、连续20年,为期4个月,三个多月,20余年,14时",
        "2021-2022学年、2021至2022学年秋季学期、规划(2021-2035)",
        "来源时间为:2023-01-18 2023/1/18 14:40:41",
        "“十三五”以来,“十四五”规划,党的二十大精神",
        "《2022中小学运动会》《2021互联网白皮书》",
        "“5+2”、“1+X+1”、“1+1”小时",
        "单元F-09地块、C9高校、5G网络、Q3",
        "一样、一直、一方面、统一、唯一、十分、一体化、三化一创、一校一品、一岗双责",
        "“三个一”活动、一人一策、“市三名”、两笔一画",
        "专业考核获一等奖、三等奖,三级联动",
        "第一书记、第九幼儿园、第三小学、第二届、第一批、第一季度、第十七期、第一二季度",
        "一二级优质园,三至八年级,十几年",
        "千方百计、千家万户、百姓、万众一心",
        "就近入学、近视、超市、超额、其余、多媒体、业余、许多、过半月、不足之处",
        "三分之二、1/3",
        "取得近年来0的突破",
        "1. 强化统筹\n2、优化布局\n(3)狠抓落实",
        "“1347”行动",
        "无一例外,一起探访,新一轮发展,某一个环节",
        "12,34名",
        "教职工4 123人,教室1，200间,学位12\n50个",
        "师生比1:13.5,电话0570-3051234",
        "阅读量10万+,第1-3名,第三至第五名",
    ],
)
def test_what_only_looks_like_a_figure_is_none(sentence):
    assert found_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("就近3所学校", Bound.EXACT),
        ("附近3所学校", Bound.EXACT),
        ("节约30万元", Bound.EXACT),
        ("预约30人", Bound.EXACT),
        ("现代化学校通过7所", Bound.EXACT),
        ("举办过5次活动", Bound.EXACT),
        ("交互式多媒体100套", Bound.EXACT),
        ("共30多媒体教室", Bound.EXACT),
        ("县级以上教师584人", Bound.EXACT),
        ("约30人", Bound.ABOUT),
        ("近30人", Bound.NEARLY),
        ("不超过30人", Bound.AT_MOST),
        ("没有超过30人", Bound.AT_MOST),
    ],
)
def test_a_bound_word_counts_only_where_it_is_one(sentence, bound):
    assert [found.quantity.bound for found in find_quantities(sentence)] == [bound]


def test_contradicting_bounds_leave_nothing_behind():
    assert found_in("占比近50%以上") == []


def test_a_found_quantity_carries_what_is_printed():
    (found,) = find_quantities("学校2 所。")
    assert (found.quantity.printed, found.quantity.unit, found.start, found.end) == ("2 所", "所", 2, 5)


ALPHABET = (
    "0123456789０９.．,，。、%％:：/-–—~+− \n零〇一二两三五八九十百千万亿半数几第无点分之成"
    "近约超过逾余多至到以上下内左右不低于少足满达降增长个名所人次元大级等ⅢIAX年月日倍就节通家长党的“”()有媒体奖\ud800"
)


@given(st.text(ALPHABET, max_size=30) | st.text(max_size=30))
def test_spans_are_ordered_and_read_alike_alone(sentence):
    end = 0
    for found in find_quantities(sentence):
        assert end <= found.start < found.end <= len(sentence)
        end = found.end
        alone = read_quantity(sentence[found.start : found.end])
        assert isinstance(alone, Quantity), (sentence[found.start : found.end], alone)
        assert alone == found.quantity


@given(st.text(ALPHABET, max_size=15), st.integers(10**3, 10**5), st.text(ALPHABET, max_size=15))
def test_no_part_of_a_number_is_found(before, number, after):
    sentence = f"{before}。{number}.75%。{after}"
    spans = [(found.start, found.end) for found in find_quantities(sentence)]
    start = len(before) + 1
    end = start + len(f"{number}.75%")
    assert [span for span in spans if span[0] < end and span[1] > start] == [(start, end)]


@pytest.mark.parametrize("piece", ["1-", "1 ", "约", "几百", "1万", "“三名”", "98.20%,"])
def test_a_very_long_text_is_read_to_its_end(piece):
    """Growth with length is measured in bench/; in quadratic time this test would not come back."""
    text = piece * (200_000 // len(piece)) + "。参与率达97.31%"
    last = find_quantities(text)[-1]
    assert (text[last.start : last.end], last.end) == ("97.31%", len(text))
