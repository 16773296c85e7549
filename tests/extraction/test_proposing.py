"""What stands in a proposal: its evidence, where its time is printed, and what a person should check."""

import pytest
from small_catalogue import entries, fates, figures, read

from eduindex.extraction.result import Check, Confidence

LONGEST = 60


def proposal(text, year=2023, **more):
    (one,) = read(text, year, **more).proposals
    return one


def checks(text, **more):
    return [one.checks for one in read(text, **more).proposals]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("2023年,公办率达57.3%。", "公办率达57.3%"),
        ("全县有112所幼儿园。", "112所幼儿园"),
        ("公办园覆\n盖率达57.3%。", "公办园覆盖率达57.3%"),
        ("公办率达60%以上,位居前列。", "公办率达60%以上"),
        ("招聘教师200余名。", "招聘教师200余名"),
        ("公办率    达到    57.3%。", "公办率 达到 57.3%"),
        ("全年公办率达57 .3%。", "公办率达57.3%"),
        ("公办率　达　57.3%。", "公办率达57.3%"),
        ("全年新增公办学位1200个。", "新增公办学位1200个"),
        ("公办率（按幼儿计）达５７.３％。", "公办率（按幼儿计）达５７.３％"),
    ],
)
def test_the_evidence_is_the_shortest_phrase_with_label_and_figure(text, evidence):
    assert proposal(text).entry.evidence == evidence


FAR = "丰富多彩," * 12


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"课后服务{'丰富多彩,' * 9}学生参与率达98.2%。", "98.2%"),
        (f"课后服务{FAR}学生参与率达98.2%。", "98.2%"),
        ("公办率达\n57.3%。", "57.3%"),
        ("公办率达57.\r\n3%。", "57.3%"),
        ("公办率达57.3\u2028%。", "57.3%"),
        ("公办率和普惠率分别达到57.3%、91.2%。", "57.3%"),
        ("无一名学生辍学。", "无一"),
    ],
)
def test_evidence_is_short_is_one_line_and_holds_the_value(text, value):
    found = entries(text)
    assert value in {entry.value for entry in found}
    for entry in found:
        assert len(entry.evidence) <= LONGEST
        assert entry.value in entry.evidence
        assert not set(entry.evidence) & set("\r\n\u2028")


def test_a_phrase_that_grows_too_long_is_cut_to_what_stands_beside_the_figure():
    (entry,) = entries(f"课后服务{FAR}学生参与率达98.2%。")
    assert entry.evidence == "学生参与率达98.2%"


@pytest.mark.xfail(strict=True, reason="words that the evidence had to leave out are not asked to be checked")
def test_words_that_the_evidence_leaves_out_are_to_be_checked():
    assert Check.LABEL in proposal(f"课后服务{FAR}学生参与率达98.2%。").checks


@pytest.mark.parametrize(
    ("text", "period_evidence"),
    [
        ("2022年,公办率达57.3%。", "2022年"),
        ("2022年公办率达57.3%。", "2022年"),
        ("公办率2022年达57.3%。", ""),
        ("去年公办率达57.3%。", "去年"),
        ("公办率去年达57.3%。", ""),
        ("公办率57.3%(2022年)。", "2022年"),
        ("公办率达57.3%。", ""),
        ("目前,公办率达57.3%。", ""),
        ("一、2022年工作回顾\n公办率达57.3%。", "2022年工作回顾"),
        ("2022年,全县加大投入。招聘教师52名。", "2022年"),
    ],
)
def test_where_the_time_is_printed_unless_the_evidence_prints_it(text, period_evidence):
    assert proposal(text).entry.period_evidence == period_evidence


def test_period_evidence_is_short_too():
    heading = "一、2022年" + "学前教育" * 7 + "工作"
    assert len(proposal(f"{heading}\n公办率达57.3%。").entry.period_evidence) <= LONGEST


@pytest.mark.parametrize(
    ("text", "expected", "confidence"),
    [
        ("2022年普惠率达91.2%。", (), Confidence.HIGH),
        ("普惠率达91.2%。", (Check.PERIOD,), Confidence.MEDIUM),
        ("目前,普惠率达91.2%。", (Check.PERIOD,), Confidence.MEDIUM),
        ("2022年公办率达57.3%。", (Check.VARIANT,), Confidence.HIGH),
        ("2022年公办园在园幼儿占比达57.3%。", (), Confidence.HIGH),
        ("三、课后服务\n2022年学生参与率达98.2%。", (Check.LABEL,), Confidence.MEDIUM),
        ("三、课后服务\n全县学生参与率达98.2%。", (Check.LABEL, Check.PERIOD), Confidence.MEDIUM),
        ("2024年工作要点\n普惠率达到95%。", (Check.STATUS,), Confidence.MEDIUM),
        ("2022年普惠率达91.2%,力争2024年普惠率达到95%。", (Check.STATUS,), Confidence.MEDIUM),
        ("2022年义务教育阶段招聘教师52名。", (Check.SCOPE,), Confidence.MEDIUM),
        ("2022年有1200个农村新增学位。", (Check.LABEL, Check.SCOPE), Confidence.LOW),
    ],
)
def test_what_to_check_and_how_sure(text, expected, confidence):
    one = read(text).proposals[-1]
    assert (one.checks, one.confidence) == (expected, confidence)


def test_two_doubts_make_it_unsure():
    one = proposal("2024年工作要点\n三、课后服务\n全县学生参与率达到98.2%。")
    assert set(one.checks) >= {Check.LABEL, Check.STATUS}
    assert one.confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("2023年普惠率达91.2%。\n2023年普惠率达92.5%。", [True, True]),
        ("2022年普惠率达91.2%。\n2023年普惠率达92.5%。", [False, False]),
        ("2023年普惠率达91.2%。\n2023年普惠率达91.2%。", [False]),
        pytest.param(
            "2023年普惠率达91.2%。\n2023年普惠率达91.20%。",
            [False],
        ),
        ("2023年普惠率达91.2%。\n2023年普惠率达91.2%以上。", [True, True]),
        ("2023年招聘教师30人以上。\n2023年招聘教师30名以上。", [False]),
        ("2023年教育支出7.04亿元。\n2023年教育支出70400万元。", [False]),
        ("2023年普惠率达91.2%。\n力争2023年普惠率达95%。", [False, False]),
        ("2023年公办学位占比达57.3%。\n2023年公办园在园幼儿占比达58.1%。", [False, False]),
    ],
)
def test_two_figures_of_one_series_are_a_conflict_where_they_say_different_things(text, conflict):
    assert [Check.CONFLICT in found for found in checks(text)] == conflict


def test_the_same_said_twice_is_repeated():
    text = "2023年招聘教师30人以上。\n2023年招聘教师30名以上。"
    assert fates(text) == [("30人以上", "proposed"), ("30名以上", "repeated")]


@pytest.mark.parametrize("blank", [" ", "\t", "\u3000"])
def test_many_blanks_between_label_and_figure_are_read_in_one_go(blank):
    found = proposal(f"2022年普惠{blank * 10_000}\n{blank * 10_000}率达91.2%。").entry
    assert (found.value, found.period, found.evidence) == ("91.2%", "2022", "普惠率达91.2%")
    assert fates(f"普惠率{blank * 20_000}达91.2%。")[0][0] == "91.2%"


def test_a_figure_whose_time_nobody_knows_is_left():
    assert read("普惠率达91.2%。", None).figures[0].fate.value == "uncertain"
    assert figures("2022年普惠率达91.2%。", None) == [("inclusive", "91.2%")]


def test_a_scope_is_what_narrows_the_figure():
    assert proposal("2022年义务教育阶段招聘教师52名。").entry.scope.zh == "义务教育阶段"
    assert proposal("2022年有1200个农村新增学位。").entry.scope.zh == "农村"
    assert proposal("2022年招聘教师52名。").entry.scope.zh == ""


def test_a_heading_that_completes_a_label_stays_a_heading():
    text = "三、课后服务\n学生参与率达98.2%。\n教师参与率达98.07%。"
    assert figures(text) == [("students", "98.2%"), ("teachers", "98.07%")]
