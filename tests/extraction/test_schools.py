"""Figures that are told of one school, by its name or as 该校: what a school has is not what the district has."""

import pytest
from small_catalogue import fates, figures


@pytest.mark.parametrize(
    "text",
    [
        "清河中学在校生2100人。",
        "清河县第三小学现有在校生2100人。",
        "白塔中心幼儿园在校生210人。",
        "清河职教中心共有在校生2100人。",
        "清河高中今年招聘教师12名。",
        "我校在校生2100人。",
        "清河中学创办于1956年。该校现有在校生2100人。",
        "学校占地50亩,在校生2100人。",
        "清河一中位于城东,现有在校生2100人。",
        "清河教育集团成立于2019年,在校生2100人。",
    ],
)
def test_a_figure_of_one_school_is_a_part(text):
    assert fates(text)[-1][1] == "part"
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县共有在校生2100人。", [("enrolled", "2100人")]),
        ("全县各级各类学校在校生2100人。", [("enrolled", "2100人")]),
        ("全县小学在校生2100人。", [("primary", "2100人")]),
        ("清河中学扩建后,全县在校生达2100人。", [("enrolled", "2100人")]),
        ("该校教师获奖,全县在校生达2100人。", [("enrolled", "2100人")]),
        ("清河中学成绩优异。全县在校生2100人。", [("enrolled", "2100人")]),
    ],
)
def test_what_all_schools_have_is_a_level(text, expected):
    assert figures(text) == expected


def test_a_list_of_names_before_their_number_is_not_all_there_are():
    assert fates("建有清河幼儿园、白塔幼儿园等12所幼儿园。") == [("12所", "part")]
