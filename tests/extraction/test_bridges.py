"""What may stand between the words that name an indicator and its figure."""

import pytest
from small_catalogue import fates, figures

from eduindex.extraction.bridges import TOO_FAR, cost_of_bridge


def cost(between, figures=()):
    """The price of words between 公办率 and a figure; ``figures`` are spans in them."""
    return cost_of_bridge(f"公办率{between}", 3, 3 + len(between), [(3 + first, 3 + last) for first, last in figures])


@pytest.mark.parametrize(
    "between",
    ["", "达", "达到", "为", "已达", "提升至", "稳定在", "目前已经达到", "(不含民办)为", "2022年底达到", "始终保持在"],
)
def test_words_that_only_connect_cost_nothing(between):
    assert cost(between) == 0


@pytest.mark.parametrize(("near", "far"), [("达", ",达"), (",达", "和师资达"), ("达", "某达")])
def test_what_parts_costs_more(near, far):
    assert cost(near) < cost(far)


@pytest.mark.parametrize("between", ["树木花草", "集团学校", "和粮食产量", "甲" * 10_000])
def test_other_nouns_are_too_far(between):
    assert cost(between) == TOO_FAR


def test_another_figure_between_is_dear():
    assert cost("50%、", [(0, 3)]) >= TOO_FAR
    assert cost("由50%提升至", [(1, 4)]) == 0


@pytest.mark.parametrize(
    "text",
    [
        "公办率57.3%。",
        "公办率达到了57.3%。",
        "公办率(按在园幼儿计)为57.3%。",
        "公办率为:57.3%。",
        "公办率,已达57.3%。",
        "公办率比上年提高2.1个百分点,达到57.3%。",
        "公办率较2020年提高5个百分点,达57.3%。",
        "公办率“十三五”末达57.3%。",
        "全县公办率连续三年保持在57.3%。",
    ],
)
def test_a_label_is_connected_with_its_figure(text):
    assert figures(text)[-1:] == [("coverage", "57.3%")]
    assert len(figures(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "公办率稳步提高,森林覆盖率达57.3%。",
        "公办率是群众关心的大事。水稻种植占57.3%。",
        "幼儿园教师学历达标培训学校15所。",
        "在校学生食堂自营48所。",
        "招聘教师岗位培训经费12名。",
    ],
)
def test_words_of_another_thing_break_the_connection(text):
    assert figures(text) == [], fates(text)
