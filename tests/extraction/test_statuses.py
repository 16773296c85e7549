"""Plans and results: headings say it first, then the verbs before the figure."""

import pytest
from small_catalogue import entries, periods, statuses


@pytest.mark.parametrize(
    "heading",
    [
        "2024年工作要点",
        "二、下一步工作打算",
        "三、重点工作",
        "四、工作目标",
        "(二)主要目标",
        "五、下步工作计划",
        "2024年工作思路",
    ],
)
def test_what_stands_under_a_plan_is_planned(heading):
    assert statuses(f"{heading}\n公办率达到60%。招聘教师50名。") == ["target", "target"]


@pytest.mark.parametrize(
    "heading",
    [
        "2023年工作总结",
        "一、主要成效",
        "二、工作开展情况",
        "三、目标完成情况",
        "四、基本情况",
        "2022年工作要点完成情况",
        "五、主要做法",
    ],
)
def test_what_stands_under_an_account_is_done(heading):
    assert statuses(f"{heading}\n公办率达到60%。招聘教师50名。") == ["actual", "actual"]


def test_a_plan_ends_where_the_next_part_begins():
    text = "一、下一步打算\n公办率达到60%。\n二、主要成效\n普惠率达到91.2%。"
    assert statuses(text) == ["target", "actual"]


@pytest.mark.parametrize(
    "sentence",
    [
        "力争公办率达到60%。",
        "争取到年底公办率达60%。",
        "公办率将达到60%。",
        "确保公办率达60%以上。",
        "预计公办率达到60%。",
        "计划招聘教师50名。",
        "拟招聘教师50名。",
        "到2025年,公办率达到60%。",
        "到2025年公办率不低于60%。",
        "2024年计划招聘教师50名。",
    ],
)
def test_verbs_of_planning(sentence):
    assert statuses(f"2023年工作总结\n{sentence}") == ["target"]


@pytest.mark.parametrize(
    "sentence",
    [
        "公办率达到60%。",
        "目前公办率已达60%。",
        "实施学前教育行动计划,公办率达60%。",
        "深入推进三年行动计划,招聘教师50名。",
        "通过争取资金,教育经费支出500万元。",
        "将公办率提升至60%。",
        "截至2022年底,公办率达到60%。",
        "坚持教育优先发展,公办率达60%。",
    ],
)
def test_words_that_plan_nothing(sentence):
    assert statuses(f"2023年工作总结\n{sentence}") == ["actual"]


def test_what_was_is_no_plan():
    """Of 由…提升至… only the second figure is planned."""
    assert statuses("2023年工作总结\n力争公办率由50%提升至60%。") == ["actual", "target"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年,力争公办率达到60%。", ["2025"]),
        ("2024年工作要点\n公办率达到60%。", ["2024"]),
        ("2024年工作要点\n到2026年公办率达到60%。", ["2026"]),
    ],
)
def test_when_something_is_planned_for(text, expected):
    assert periods(text) == expected


def test_a_plan_by_its_heading_alone_is_to_be_checked():
    (entry,) = entries("二、下一步打算\n公办率达到60%。")
    assert entry.status.value == "target"
