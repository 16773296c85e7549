"""Figures of a part: nouns that other words narrow, what happened to some of the counted, what is begun, single programmes."""

import pytest
from small_catalogue import fates, figures


@pytest.mark.parametrize(
    "text",
    [
        "城区幼儿园32所。",
        "乡镇幼儿园32所。",
        "农村的公办率达57.3%。",
        "女在校生2100人。",
        "留守在校生2100人。",
        "示范性幼儿园32所。",
        "镇中心幼儿园32所。",
        "市一级幼儿园32所。",
        "住校在校生2100人。",
    ],
)
def test_words_before_a_noun_narrow_it(text):
    assert [fate for _, fate in fates(text)][-1] == "part"
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县各级各类幼儿园32所。", [("kindergartens", "32所")]),
        ("目前,全县共有幼儿园32所。", [("kindergartens", "32所")]),
        ("清河县现有幼儿园32所。", [("kindergartens", "32所")]),
        ("截至2023年底,登记在册幼儿园32所。", [("kindergartens", "32所")]),
        ("全县城乡幼儿园32所。", [("kindergartens", "32所")]),
        ("辖区内幼儿园32所。", [("kindergartens", "32所")]),
    ],
)
def test_words_that_narrow_nothing(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("幼儿园259个教学班。", "259个"),
        ("幼儿园96个班。", "96个"),
        ("幼儿园12个项目。", "12个"),
        ("幼儿园3600个学位。", "3600个"),
    ],
)
def test_the_noun_behind_a_figure_is_what_it_counts(text, printed):
    assert (printed, "part") in fates(text)
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "新建幼儿园3所。",
        "改扩建幼儿园3所。",
        "撤并幼儿园3所。",
        "验收幼儿园3所。",
        "资助在校生2100人。",
        "3所幼儿园被评为示范园。",
        "3所幼儿园投入使用。",
        "210名在校生参加比赛。",
    ],
)
def test_what_happened_to_some_of_the_counted(text):
    assert [fate for _, fate in fates(text)] == ["part"]
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县112所幼儿园投入使用。", []),
        ("资助全县小学在校学生2100人。", [("primary", "2100人")]),
        ("全县有112所幼儿园。", [("kindergartens", "112所")]),
        ("共有在校生2100人。", [("enrolled", "2100人")]),
    ],
)
def test_words_that_mean_all_of_them(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "规划新增学位1200个。",
        "现有新增学位1200个。",
        "在建新增学位1200个。",
        "白河镇新增学位300个。",
        "城东街道新增学位300个。",
    ],
)
def test_a_flow_that_is_begun_or_of_one_town(text):
    assert fates(text)[-1][1] == "part"
    assert figures(text) == []


@pytest.mark.parametrize(
    "text", ["各乡镇新增学位300个。", "全镇新增学位300个。", "新增学位300个。", "全县新增学位300个。"]
)
def test_a_flow_of_all(text):
    assert figures(text) == [("places", "300个")]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("每万人拥有在校生2100人。", "2100人"),
        ("校均在校生210人。", "210人"),
        ("平均在校生210人。", "210人"),
        ("每所学校招聘教师2名。", "2名"),
        ("每个乡镇有幼儿园1所。", "1所"),
        ("人均教育支出1200元。", "1200元"),
    ],
)
def test_a_noun_divided_by_another(text, printed):
    assert fates(text) == [(printed, "part")]


@pytest.mark.parametrize(
    "text",
    [
        "在校生33550人(含民办在校生2100人)。",
        "在校生33550人,其中女生在校生2100人。",
        "幼儿园112所(其中公办幼儿园32所)。",
        "幼儿园112所(含民办幼儿园32所)。",
    ],
)
def test_what_a_total_includes_is_a_part(text):
    assert [fate for _, fate in fates(text)] == ["proposed", "part"]


def test_a_sum_of_two_nouns_is_neither():
    assert fates("学校和幼儿园共532所。") == [("532所", "uncertain")]
    assert fates("学校、幼儿园532所。") == [("532所", "uncertain")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("义务教育阶段教育支出89万元。", ["part"]),
        ("义务教育阶段教育支出89万元,教育经费支出320万元。", ["part", "part"]),
        ("义务教育阶段教育支出89万元,全县教育经费支出320万元。", ["part", "proposed"]),
        ("教育支出320万元。", ["proposed"]),
    ],
)
def test_money_of_one_programme_until_a_sum_is_told(text, expected):
    assert [fate for _, fate in fates(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "(一)幼儿园32所。",
        "1、幼儿园32所。",
        "1.幼儿园32所。",
        "①幼儿园32所。",
        "一是幼儿园32所。",
    ],
)
def test_the_number_of_an_item_narrows_nothing(text):
    assert figures(text) == [("kindergartens", "32所")]


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("三、课后服务\n全县学生参与率达98.2%。", "proposed"),
        ("三、课后服务\n研学学生参与率达98.2%。", "uncertain"),
        ("三、课后服务\n全县残疾学生参与率达98.2%。", "uncertain"),
    ],
)
def test_a_share_whose_noun_stands_above_is_not_that_of_another_noun(text, fate):
    assert fates(text) == [("98.2%", fate)]


def test_a_figure_in_a_title_is_none_of_the_report():
    assert fates("印发《公办率达57.3%的经验》。") == [("57.3%", "no-label")]
    assert fates("印发《经验》。公办率达57.3%。") == [("57.3%", "proposed")]
