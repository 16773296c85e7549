"""What ``explain`` says of the codes that are no caveats: why nothing is ranked, met or reached, and what is asked of bureaus.

A reason that bears a caveat's code is explained there; one that several results give has one explanation.
"""

from typing import NamedTuple

from eduindex.analysis import answers, ranking, targets
from eduindex.analysis.questions import Asked
from eduindex.model.wording import Wording


class ReasonExplanation(NamedTuple):
    """What a reason or a question means and what would settle it."""

    title: Wording
    meaning: Wording
    to_settle: Wording


REASONS: dict[str, ReasonExplanation] = {
    ranking.Reason.NO_FIGURE.value: ReasonExplanation(
        Wording("没有数字", "No figure"),
        Wording(
            "该区县没有这一指标的数字，因此不排名；缺少的数字不估算。",
            "The district has no figure of the indicator, so it is not ranked; what is missing is not estimated.",
        ),
        Wording(
            "查找公布该数字的来源，或向该区县索取。",
            "Look for a source that prints the figure, or ask the district for it.",
        ),
    ),
    ranking.Reason.ONLY_TARGET.value: ReasonExplanation(
        Wording("只有目标", "Only a target"),
        Wording(
            "该区县只公布了计划，没有结果，因此不排名。",
            "The district publishes a plan and no result, so it is not ranked.",
        ),
        Wording(
            "等待或索取结果；--targets 也排计划，但计划只与计划相比。",
            "Wait for the result or ask for it; --targets ranks plans too, among plans alone.",
        ),
    ),
    ranking.Reason.OTHER_PERIOD.value: ReasonExplanation(
        Wording("属于另一时期", "Of another period"),
        Wording(
            "该区县有数字，但不属于所排的年份或时期。",
            "The district has a figure, but none of the year or period that is ranked.",
        ),
        Wording(
            "去掉 --year 或 --same-period，用 --group 排另一时期，或补充该时期的数字。",
            "Leave out --year or --same-period, rank another period with --group, or add a figure of this one.",
        ),
    ),
    ranking.Reason.NOT_COMPARABLE.value: ReasonExplanation(
        Wording("不可比", "Not comparable"),
        Wording(
            "该区县的数字不能与第一名(无人排名时为第一个有数字的区县)的数字相比；caveats 一栏列出原因。",
            "The district's figure cannot be compared with the first one ranked or, where nobody is, with the first that there "
            "is; the field caveats says why.",
        ),
        Wording(
            "用 explain 查看这些保留意见如何解决；另有可比的组时，用 --group 排名。",
            "See with explain how each of these caveats is settled; where there are other groups, --group ranks one.",
        ),
    ),
    ranking.Reason.ALONE.value: ReasonExplanation(
        Wording("无可比者", "Alone"),
        Wording(
            "没有任何两个区县的数字可比，因此无人排名。",
            "No two districts have figures that are comparable, so nobody is ranked.",
        ),
        Wording(
            "用 --per-year 或 --targets 再试，或索取同一口径、同样长短时段的数字。",
            "Try --per-year or --targets, or ask for figures by the same definition and of spans of equal length.",
        ),
    ),
    answers.Reason.OPEN_INTERVAL.value: ReasonExplanation(
        Wording("区间未定", "Open interval"),
        Wording(
            "数字是界限值、约数、舍入值，或来源自相矛盾：它可能的值有的达到标准或目标，有的达不到。",
            "The figure is a bound, an approximation or rounded, or its source contradicts itself: some of the values that it "
            "may have meet the standard or the target, and some do not.",
        ),
        Wording("索取确切数字。", "Ask for the exact figure."),
    ),
    answers.Reason.VARIANTS_MISSING.value: ReasonExplanation(
        Wording("缺少分项", "Variants missing"),
        Wording(
            "标准须逐项达到，而有的分项(口径)没有数字。",
            "The standard must be met by each of several variants, and some of them have no figure.",
        ),
        Wording("索取注中所列分项的数字。", "Ask for the figures of the variants that the note names."),
    ),
    answers.Reason.YEARS_NOT_CONSECUTIVE.value: ReasonExplanation(
        Wording("不是相邻两年", "Years not consecutive"),
        Wording(
            "标准将一年与上一年相比，而现有数字隔了不止一年，也没有可用的增长率。",
            "The standard compares a year with the year before; the figures lie further apart, and no growth rate is printed "
            "that could decide.",
        ),
        Wording(
            "索取上一年同一口径的数字，或增长率。",
            "Ask for the figure of the year before by the same measure, or for the growth rate.",
        ),
    ),
    answers.Reason.ONE_YEAR_ONLY.value: ReasonExplanation(
        Wording("只有一年", "One year only"),
        Wording(
            "标准将一年与上一年相比，而没有更早一整年的数字，也没有可用的增长率。",
            "The standard compares a year with the year before; there is no figure of an earlier whole year, and no growth "
            "rate is printed that could decide.",
        ),
        Wording(
            "索取上一年同一口径的数字，或增长率。",
            "Ask for the figure of the year before by the same measure, or for the growth rate.",
        ),
    ),
    answers.Reason.GROWTH_CONTRADICTS.value: ReasonExplanation(
        Wording("与增长率矛盾", "Growth contradicts"),
        Wording(
            "两年的数字与公布的同一年增长率结论相反，因此都不采信。",
            "The figures of two years and the growth printed for the same year say the opposite, so neither is believed.",
        ),
        Wording(
            "向发布者询问哪个正确，以及增长率按哪种口径计算。",
            "Ask the publisher which is right, and by which measure the growth is counted.",
        ),
    ),
    Asked.DEFINITION.value: ReasonExplanation(
        Wording("问：何种口径", "Asked: which definition"),
        Wording(
            "来源没有说明数字的分母或定义。",
            "The source does not say by which denominator or definition the figure is counted.",
        ),
        Wording(
            "把答复列为来源，写明 variant。",
            "Add the answer as a source and write the variant into the entry.",
        ),
    ),
    Asked.SAME_DEFINITION.value: ReasonExplanation(
        Wording("问：同一口径的数字", "Asked: the same definition"),
        Wording(
            "双方口径不同；任何一方按对方口径给出数字即可相比。",
            "The two figures are of different definitions; either district settles it with a figure by the other's.",
        ),
        Wording(
            "把答复列为来源，另立一条写明 variant 的条目。",
            "Add the answer as a source and its figure as an entry of its own, with that variant.",
        ),
    ),
    Asked.START.value: ReasonExplanation(
        Wording("问：从何时起", "Asked: since when"),
        Wording(
            "来源没有说明数字从何时算起；同时询问一年的数字。",
            "The source does not say when the figure began to be counted; that of a single year is asked for too.",
        ),
        Wording(
            "把答复列为来源，改写 period，一年的数字另立条目。",
            "Add the answer as a source, write the first month into the period, and enter the year's figure by itself.",
        ),
    ),
    Asked.ONE_YEAR.value: ReasonExplanation(
        Wording("问：一年的数字", "Asked: one year"),
        Wording(
            "双方数字的时段长短不同，因此询问一整年的数字；跨年的数字如未说明是累计还是年平均，也一并询问。",
            "The figures are of spans of different length, so that of one whole year is asked for; of a longer span also "
            "whether it is a total or a yearly mean, unless its source says so.",
        ),
        Wording(
            "把答复列为来源，一年的数字另立条目。",
            "Add the answer as a source and the year's figure as an entry of its own.",
        ),
    ),
    Asked.WHOLE_DISTRICT.value: ReasonExplanation(
        Wording("问：全区的数字", "Asked: the whole district"),
        Wording("数字只涵盖区县的一部分。", "The figure covers only a part of the district."),
        Wording(
            "把答复列为来源，全区的数字另立条目，不写 scope。",
            "Add the answer as a source and the figure of the whole district as an entry of its own, without a scope.",
        ),
    ),
    Asked.EXACT_FIGURE.value: ReasonExplanation(
        Wording("问：确切数字", "Asked: the exact figure"),
        Wording(
            "数字是界限值、约数或舍入值，不能判定次序。",
            "The figure is a bound, an approximation or rounded, which leaves the order open.",
        ),
        Wording(
            "把答复列为来源，按其原样写入 value。",
            "Add the answer as a source and enter the figure as it prints it.",
        ),
    ),
    Asked.WHICH_FIGURE.value: ReasonExplanation(
        Wording("问：哪个数字", "Asked: which figure"),
        Wording(
            "来源为同一数列同一时期印有互不相容的数字。",
            "Figures that exclude each other are printed for the same series and period.",
        ),
        Wording(
            "把答复列为来源，删去不正确的条目。",
            "Add the answer as a source and take out the entry that is wrong.",
        ),
    ),
    Asked.RESULT.value: ReasonExplanation(
        Wording("问：结果", "Asked: the result"),
        Wording(
            "一方只有计划，另一方有结果。",
            "Of one district only a plan is known, of the other a result.",
        ),
        Wording(
            "把答复列为来源，结果另立条目，不写 status: target。",
            "Add the answer as a source and the result as an entry of its own, without status: target.",
        ),
    ),
}

# What standards and targets say in the words of a caveat, which explains them.
OTHER_REASONS = frozenset(reason.value for enum in (answers.Reason, targets.Reason) for reason in enum) - REASONS.keys()
