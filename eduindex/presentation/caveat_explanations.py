"""What ``explain`` says of each caveat: what it means, what it does, and how a person can settle the doubt."""

from typing import NamedTuple

from eduindex.analysis.caveats import Code, Effect
from eduindex.model.wording import Wording


class Explanation(NamedTuple):
    """What a caveat means, what it does and what would settle it."""

    title: Wording
    effects: tuple[Effect, ...]
    meaning: Wording
    to_settle: Wording


_WARNS, _FORBIDS = (Effect.WARNS,), (Effect.FORBIDS,)

EXPLANATIONS: dict[Code, Explanation] = {
    Code.TARGET_AGAINST_ACTUAL: Explanation(
        Wording("目标与实际", "Target against actual"),
        _FORBIDS,
        Wording("一方是计划，另一方是结果。", "One figure is a plan, the other a result."),
        Wording(
            "等到结果发布后再比，或以目标比目标。", "Wait for the result to be published, or compare plans with plans."
        ),
    ),
    Code.SPAN_LENGTHS_DIFFER: Explanation(
        Wording("时段长短不同", "Spans of different length"),
        _FORBIDS,
        Wording(
            "时期数的时段长短不同，例如五年累计与一年。",
            "Flows were gathered over spans of different length, such as five years and one.",
        ),
        Wording(
            "数量和金额可用 --per-year 比较整年的年平均；占比和比率不能相除，须向发布者索取同一时段的数字。",
            "For counts and amounts over whole years --per-year compares means; shares and rates are never divided: ask the "
            "publisher for figures of equal spans.",
        ),
    ),
    Code.SPAN_START_UNKNOWN: Explanation(
        Wording("起点未知", "Unknown start of a span"),
        _FORBIDS,
        Wording("来源没有说明时期数从何时算起。", "The source does not say when a flow began to be counted."),
        Wording(
            "向发布者询问起始年份，并改写 period。",
            "Ask the publisher for the first year and write it into the period.",
        ),
    ),
    Code.MEAN_PER_YEAR: Explanation(
        Wording("年平均", "Mean per year"),
        _WARNS,
        Wording("--per-year 把多年累计除以年数。", "--per-year divides the sum of several years by their number."),
        Wording("索取逐年数字。", "Ask for the figures year by year."),
    ),
    Code.VARIANTS_DIFFER: Explanation(
        Wording("口径不同", "Different variants"),
        (Effect.FORBIDS, Effect.WARNS),
        Wording(
            "双方写明的分母或定义不同。目录中写有 variant_mixing: warn 的指标只作提醒。",
            "Both state a denominator or definition, and they differ. Indicators with variant_mixing: warn are only warned of.",
        ),
        Wording("索取同一口径的数字。", "Ask for the figure by the same definition."),
    ),
    Code.VARIANT_UNSTATED: Explanation(
        Wording("口径未说明", "Variant not stated"),
        (Effect.UNDETERMINED, Effect.WARNS),
        Wording(
            "至少一方没有说明分母或定义。目录写明通常口径(usual)且与另一方一致时只作提醒，否则无法判定。",
            "At least one source does not say which denominator or definition it uses. Where the catalogue names the usual "
            "one and it agrees with the other's, this only warns; else the order is undetermined.",
        ),
        Wording(
            "向发布者询问分母，并写明 variant。",
            "Ask the publisher for the denominator and write the variant into the entry.",
        ),
    ),
    Code.SCOPES_DIFFER: Explanation(
        Wording("范围不同", "Different scopes"),
        _FORBIDS,
        Wording("双方各自只是一部分，且不是同一部分。", "Each figure covers a part only, and not the same part."),
        Wording("索取全区的数字。", "Ask for the figures of the whole districts."),
    ),
    Code.PART_AGAINST_WHOLE: Explanation(
        Wording("部分与整体", "Part against whole"),
        _FORBIDS,
        Wording(
            "一方只是一部分，另一方是全区。",
            "One figure covers a part of its district only, the other the whole district.",
        ),
        Wording("索取全区的数字。", "Ask for the figure of the whole district."),
    ),
    Code.SCHEME_ENDS_AT_BORDER: Explanation(
        Wording("评定办法止于边界", "The scheme ends at the border"),
        _FORBIDS,
        Wording(
            "等级、名次和地方评定只在同一省(市)内可比。",
            "Grades, ranks and local schemes mean the same only within one province or city (the first 2 or 4 digits of "
            "the codes).",
        ),
        Wording("改用全国统一的指标。", "Use an indicator that is defined nationally."),
    ),
    Code.DIVISION_CODE_MISSING: Explanation(
        Wording("缺少区划代码", "Division code missing"),
        _FORBIDS,
        Wording(
            "指标只在一省(市)内可比，而文件没有区划代码。",
            "The indicator is comparable within a province or city only, and a file has no code.",
        ),
        Wording("在文件中写明 code(GB/T 2260)。", "Write the district's code (GB/T 2260) into its file."),
    ),
    Code.PERIODS_DIFFER: Explanation(
        Wording("时期不同", "Reference periods differ"),
        _WARNS,
        Wording("两个数字不属于同一时期。", "The figures do not belong to the same period."),
        Wording(
            "用 --same-period 或 --year，或补充同期数字。",
            "Use --same-period or --year, or add figures of the same period.",
        ),
    ),
    Code.CALENDAR_AGAINST_SCHOOL_YEAR: Explanation(
        Wording("日历年与学年", "Calendar year against school year"),
        _WARNS,
        Wording(
            "一方按日历年，另一方按学年(九月至次年八月)。",
            "One figure is of a calendar year, the other of a school year (September to August).",
        ),
        Wording("索取同一种年度的数字。", "Ask for figures of the same kind of year."),
    ),
    Code.PERIOD_RUNNING: Explanation(
        Wording("时期尚未结束", "Period still running"),
        _WARNS,
        Wording("发布时该时期尚未结束。", "The period was not over when the figure was published."),
        Wording("等待全期数字。", "Wait for the figure of the whole period."),
    ),
    Code.ORDER_WAS_OPPOSITE: Explanation(
        Wording("早先次序相反", "The order was the opposite before"),
        _WARNS,
        Wording(
            "在双方都有数字的较早时期，次序相反。",
            "In an earlier period for which both have figures, the order was the opposite.",
        ),
        Wording("以同一时期相比：--same-period。", "Compare the same period: --same-period."),
    ),
    Code.SOURCES_CONTRADICT: Explanation(
        Wording("来源自相矛盾", "The source contradicts itself"),
        _WARNS,
        Wording(
            "同一数列同一时期印有互不相容的数字；按其区间计。",
            "Figures that exclude each other are printed for the same series and period; their range counts.",
        ),
        Wording("向发布者询问哪个数字正确。", "Ask the publisher which figure is right."),
    ),
    Code.ROUNDED: Explanation(
        Wording("舍入", "Rounding"),
        (Effect.UNDETERMINED,),
        Wording(
            "以万、亿计的数和小数按末位舍入；差别小于舍入时无法判定。",
            "Numbers in 万 and 亿 and decimals count as rounded to their last digit; a difference within the rounding "
            "shows no order.",
        ),
        Wording("索取更精确的数字。", "Ask for the figures with more digits."),
    ),
    Code.BOUND: Explanation(
        Wording("界限值", "A bound"),
        _WARNS,
        Wording("来源只给出上限或下限(如“95%以上”)。", "The source prints a bound only, such as at least 95%."),
        Wording("索取确切数字。", "Ask for the exact figure."),
    ),
    Code.APPROXIMATION: Explanation(
        Wording("约数", "An approximation"),
        _WARNS,
        Wording(
            "来源只给出约数(余、多、近、约)或范围。",
            "The source prints an approximation (over, nearly, about) or a range.",
        ),
        Wording("索取确切数字。", "Ask for the exact figure."),
    ),
    Code.DATE_NOT_PRINTED: Explanation(
        Wording("未注明日期", "Date not printed"),
        _WARNS,
        Wording(
            "依据中没有日期，时期取自整篇报告。",
            "The evidence prints no date; the period is that of the report as a whole.",
        ),
        Wording(
            "向发布者询问数字的日期，写入 period 与 period_evidence。",
            "Ask for the date and write it into period and period_evidence.",
        ),
    ),
    Code.NOTE: Explanation(
        Wording("备注", "A note"),
        _WARNS,
        Wording("条目带有须知的备注。", "The entry carries a note that a reader must know."),
        Wording("读备注；见 trace。", "Read the note; see trace."),
    ),
}
