"""Whether the evidence says that a figure of several years is a total or a mean of a year."""

import pytest
from small_world import only_figure, says

from eduindex.analysis.gathering import says_total_or_mean


def told(value, evidence, indicator="recruited", **more):
    return says_total_or_mean(only_figure(says(indicator, value, "2019..2023", evidence=evidence, **more)))


@pytest.mark.parametrize(
    ("value", "evidence"),
    [
        ("604名", "近五年,共招聘新教师604名"),
        ("604名", "五年来一共招聘604名"),
        ("604名", "五年招聘教师共计604名"),
        ("604名", "累计招聘604名"),
        ("604名", "累积招聘604名"),
        ("604名", "两项合计604名"),
        ("604名", "招聘总计604名"),
        ("604名", "总共招聘604名"),
        ("604名", "年均招聘604名"),
        ("604名", "近五年年均招聘604名"),
        ("604名", "2019至2023年均招聘604名"),
        ("604名", "平均每年招聘604名"),
        ("604名", "每年招聘604名"),
    ],
)
def test_a_total_or_a_mean_by_its_own_word(value, evidence):
    assert told(value, evidence)


@pytest.mark.parametrize(
    ("value", "evidence"),
    [
        ("604名", "近五年招聘新教师604名"),
        ("604名", "公共财政供养教师604名"),
        ("604名", "教共体教师604名"),
        ("604名", "共同招聘教师604名"),
        ("604名", "中共党员604名"),
        ("604名", "共青团员教师604名"),
        ("604名", "近三年均为604名"),
        ("604名", "每年级604名"),
        # another clause says it of something else
        ("604名", "累计培训9000人次,招聘604名"),
        ("604名", "招聘604名;投入总计7亿元"),
    ],
)
def test_other_words_say_neither(value, evidence):
    assert not told(value, evidence)


def test_the_evidence_of_the_period_may_say_it():
    entry = says("recruited", "604名", "2019..2023", evidence="新教师604名")
    assert not says_total_or_mean(only_figure(entry))
    assert says_total_or_mean(only_figure(entry._replace(period_evidence="五年共招聘")))


def test_one_of_several_sources_is_enough_whatever_their_order():
    silent = says("recruited", "604名", "2019..2023", evidence="新教师604名")
    telling = says("recruited", "604名", "2019..2023", evidence="共招聘604名", source="yearbook")
    assert says_total_or_mean(only_figure(silent, telling))
    assert says_total_or_mean(only_figure(telling, silent))
