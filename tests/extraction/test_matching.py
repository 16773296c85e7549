"""Which label a figure belongs to: before it, behind it or around it; and which figures are no levels whatever they stand by."""

import pytest
from small_catalogue import fates, figures, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办率达57.3%。", [("coverage", "57.3%")]),
        ("全县有112所幼儿园。", [("kindergartens", "112所")]),
        ("全年新增公办学位1200个。", [("places", "1200个")]),
        ("全县有12000名小学在校生。", [("primary", "12000名")]),
        ("生师比为15.3:1。", [("ratio", "15.3:1")]),
        ("在综合考核中获A等。", []),
        ("考核等级为A等。", [("grade", "A等")]),
        ("考核列全市第三。", [("rank", "第三")]),
        ("考核位列全市第2名。", [("rank", "第2名")]),
        (
            "课后服务实现全覆盖,学生参与率达98.20%,教师参与率达98.07%。",
            [("students", "98.20%"), ("teachers", "98.07%")],
        ),
        ("公办园和普惠性民办园在园幼儿占比达91.2%。", [("inclusive", "91.2%")]),
        ("公办率57.3%,普惠率91.2%。", [("coverage", "57.3%"), ("inclusive", "91.2%")]),
        ("人学后,小学在校生5000人,公办园覆盖率57.3%。", [("primary", "5000人"), ("coverage", "57.3%")]),
        ("教育支出7.04亿元。", [("spending", "7.04亿元")]),
        ("招聘教师近120名。", [("recruited", "近120名")]),
        ("招聘教师200余名。", [("recruited", "200余名")]),
        ("公办率突破60%。", [("coverage", "突破60%")]),
        ("公办率不低于60%。", [("coverage", "不低于60%")]),
        ("公办率达60%以上。", [("coverage", "60%以上")]),
    ],
)
def test_a_figure_and_its_label(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "printed", "fate"),
    [
        ("公办率比上年提高2.1个百分点。", "2.1个百分点", "change"),
        ("教育支出增长5.4%。", "5.4%", "change"),
        ("教育支出同比增加320万元。", "320万元", "change"),
        ("在校生比上年增加320人。", "320人", "change"),
        ("在校生比上年减少320人。", "减少320人", "change"),
        ("招聘教师完成率114%。", "114%", "completion"),
        ("全省公办率为57.3%。", "57.3%", "elsewhere"),
        ("全省平均公办率为57.3%。", "57.3%", "elsewhere"),
        ("公办率12345人。", "12345人", "wrong-unit"),
        ("粮食产量12.4万吨,水库4座。", "4座", "no-label"),
        ("其中,该校在校生1200人。", "1200人", "part"),
        ("实验小学在校生1200人。", "1200人", "part"),
        ("农村幼儿园32所。", "32所", "part"),
    ],
)
def test_why_a_figure_is_left(text, printed, fate):
    assert (printed, fate) in fates(text)
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "有1个以上幼儿园的乡镇得到奖励。",
        "满3周岁的幼儿可以进入幼儿园。",
        "公办率要求达到50%。",
        "按照省定标准,公办率应不低于50%。",
        "每所幼儿园配备2名保健医。",
        "公办率排名上升2位。",
        "幼儿园教师32名。",
        "幼儿园名师工作室6个。",
        "小学在校生食堂32所。",
    ],
)
def test_what_is_no_level(text):
    assert figures(text) == [], fates(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全省公办率为52%,全县公办率为57.3%。", [("coverage", "57.3%")]),
        ("全县公办率为57.3%,高于全省平均水平5个百分点。", [("coverage", "57.3%")]),
        ("全县公办率为57.3%,比全省高5.3个百分点。", [("coverage", "57.3%")]),
        ("公办率达57.3%,超过国家50%的要求。", [("coverage", "57.3%")]),
    ],
)
def test_other_areas_in_the_same_sentence(text, expected):
    assert figures(text) == expected


def test_the_same_figure_is_proposed_once():
    text = "2023年公办率达57.3%。\n\n2023年,全县公办率达到57.3%。"
    assert said(text) == [("coverage", "57.3%", "2023", "actual")]
    assert [fate for _, fate in fates(text)] == ["proposed", "repeated"]


def test_two_figures_of_one_series_and_period_are_both_proposed():
    assert figures("2023年公办率达57.3%。\n2023年公办率达58.1%。") == [("coverage", "57.3%"), ("coverage", "58.1%")]
