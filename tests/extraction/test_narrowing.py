"""What a general noun means where it stands: 在校生 below the heading 小学, or behind 小学48所, are primary pupils."""

import pytest
from small_catalogue import entries, fates, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小学48所,在校生22250人。", [("primary", "22250人")]),
        ("小学48所、在校生22250人。", [("primary", "22250人")]),
        ("小学48所,现有在校生22250人。", [("primary", "22250人")]),
        ("小学48所(含民办2所),在校生22250人。", [("primary", "22250人")]),
        ("初中12所,教学班310个,在校生11300人。", [("junior", "11300人")]),
        ("小学48所,在校生22250人;初中12所,在校生11300人。", [("primary", "22250人"), ("junior", "11300人")]),
        ("小学48所,在校生22250人,初中12所,在校生11300人。", [("primary", "22250人"), ("junior", "11300人")]),
    ],
)
def test_the_item_before_says_whose_pupils(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "特殊教育学校1所,在校生206人。",
        "中等职业学校2所,在校生3100人。",
        "普通高中3所,在校生6100人。",
    ],
)
def test_pupils_of_schools_that_the_catalogue_does_not_know_are_left(text):
    assert figures(text) == [], fates(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县共有学校63所,在校生33550人。", [("enrolled", "33550人")]),
        ("全县现有各级各类学校63所,在校生33550人。", [("enrolled", "33550人")]),
        ("全县共有中小学校63所,在校生33550人。", [("enrolled", "33550人")]),
        pytest.param(
            "小学48所。全县在校生33550人。",
            [("enrolled", "33550人")],
        ),
    ],
)
def test_schools_of_all_kinds_narrow_nothing(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(一)小学教育\n在校生22250人。", [("primary", "22250人")]),
        ("(1)小学\n在校生22250人。\n(2)其他\n在校生33550人。", [("primary", "22250人"), ("enrolled", "33550人")]),
        pytest.param(
            "1.小学\n在校生22250人。",
            [("primary", "22250人")],
        ),
        ("一、小学教育\n(一)规模\n在校生22250人。", [("primary", "22250人")]),
        ("一、小学教育\n初中在校生11300人。", [("junior", "11300人")]),
        ("一、以小学语文教研为抓手促进优质均衡发展\n在校生33550人。", [("enrolled", "33550人")]),
    ],
)
def test_a_short_heading_says_whose_pupils(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "小学共有在校生22250人。",
            [("primary", "22250人")],
            marks=pytest.mark.xfail(
                strict=True, reason="共有 and 有 part the stage from its pupils, who are taken for a part"
            ),
        ),
        ("小学(含教学点)在校生22250人。", [("primary", "22250人")]),
    ],
)
def test_the_words_beside_a_noun(text, expected):
    assert figures(text) == expected


def test_the_words_that_narrow_stand_in_the_evidence():
    (entry,) = entries("小学48所,在校生22250人。")
    assert entry.evidence.endswith("在校生22250人")
    assert entry.indicator == "primary"
