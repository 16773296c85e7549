"""Each caveat in words: the footnote under a table, and what ``explain`` says of it.

A footnote names districts and figures, so that it can be read without the table; the explanation says how a person can
settle the doubt.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from eduindex.analysis.caveats import Caveat, Code, Effect, may_be_divided
from eduindex.analysis.figures import Figure
from eduindex.model.catalogue import Border
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.english import plural
from eduindex.presentation.figure_text import (
    figure_text,
    interval_text,
    name_of,
    number_text,
    printed_text,
    variant_text,
)


class Explanation(NamedTuple):
    """What a caveat means, what it does and what would settle it."""

    title: Wording
    effects: tuple[Effect, ...]
    meaning: Wording
    to_settle: Wording


Sentence = Callable[[Caveat, Language], str]


def sentence(caveat: Caveat, language: Language) -> str:
    """The footnote of a caveat."""
    return _SENTENCES[caveat.code](caveat, language)


def _said(zh: str, en: str) -> Sentence:
    """A sentence from templates: {a} and {b} are names, {fa} and {fb} figures, {pa} and {pb} periods."""

    def say(caveat: Caveat, language: Language) -> str:
        first, other = caveat.figures[0], caveat.figures[-1]
        return (zh if language is Language.ZH else en).format(
            a=name_of(first.district, language),
            b=name_of(other.district, language),
            fa=figure_text(first, language),
            fb=figure_text(other, language),
            pa=first.period,
            pb=other.period,
            names=_names(caveat.figures, language),
        )

    return say


def _names(figures: tuple[Figure, ...], language: Language) -> str:
    joint = "、" if language is Language.ZH else " and "
    return joint.join(dict.fromkeys(name_of(figure.district, language) for figure in figures))


def _spans(caveat: Caveat, language: Language) -> str:
    joint = ";" if language is Language.ZH else "; "
    each = joint.join(f"{name_of(f.district, language)} {_length(f, language)} ({f.period})" for f in caveat.figures)
    mean = all(may_be_divided(figure) for figure in caveat.figures)
    if language is Language.ZH:
        return f"时段长短不同:{each}。" + ("--per-year 可比较年平均。" if mean else "")
    return f"Spans of different length: {each}." + (" --per-year compares the means of a year." if mean else "")


def _length(figure: Figure, language: Language) -> str:
    months, years = figure.period.months, figure.period.whole_years
    if months is None:
        return "长度未知" if language is Language.ZH else "of unknown length"
    number, zh, en = (years, "年", "year") if years else (months, "个月", "month")
    return f"{number}{zh}" if language is Language.ZH else plural(number, en)


def _mean(caveat: Caveat, language: Language) -> str:
    first = ";" if language is Language.ZH else "; "
    return first.join(_mean_of(figure, language) for figure in caveat.figures)


def _mean_of(figure: Figure, language: Language) -> str:
    name, printed = name_of(figure.district, language), printed_text(figure.observations[0], language)
    if language is Language.ZH:
        return f"{name}:{figure.per_year}年平均,由 {printed} ({figure.period}) 算得。"
    return f"{name}: mean of {figure.per_year} years, computed from {printed} ({figure.period})."


def _variants(caveat: Caveat, language: Language) -> str:
    first, other = caveat.figures
    one, two = (f"{name_of(f.district, language)} {variant_text(f, language)}" for f in (first, other))
    return f"口径不同:{one};{two}。" if language is Language.ZH else f"Different definitions: {one}; {two}."


def _unstated(caveat: Caveat, language: Language) -> str:
    names, indicator = _names(caveat.figures, language), caveat.figures[0].indicator
    if caveat.effect is Effect.WARNS and indicator.usual:
        usual = indicator.variants[indicator.usual](language)
        if language is Language.ZH:
            return f"{names}未说明口径(分母);按通常口径({usual})理解。"
        return f"{names}: the denominator is not stated; read as the usual one ({usual})."
    if language is Language.ZH:
        return f"{names}未说明口径,可能与另一方不同。"
    return f"{names}: the definition is not stated and may differ from the other's."


PARTS = (Code.SCOPES_DIFFER, Code.PART_AGAINST_WHOLE)


def _parts(caveat: Caveat, language: Language) -> str:
    if caveat.code is Code.PART_AGAINST_WHOLE:
        return part_sentence(caveat.figures[0], language)
    joint = ";" if language is Language.ZH else "; "
    each = joint.join(f"{name_of(f.district, language)}: {f.scope(language)}" for f in caveat.figures)
    return f"范围不同:{each}。" if language is Language.ZH else f"Different parts are covered: {each}."


def part_sentence(figure: Figure, language: Language) -> str:
    """That a figure covers only a part of its district."""
    name, scope = name_of(figure.district, language), figure.scope(language)
    return f"{name}只是一部分:{scope}。" if language is Language.ZH else f"{name} covers only a part: {scope}."


def _border(caveat: Caveat, language: Language) -> str:
    first, other = caveat.figures
    border = words.BORDERS[first.indicator.comparable_within or Border.PROVINCE](language)
    one, two = (
        f"{name_of(f.district, language)} ({f.district.within(language) or f.district.code})" for f in (first, other)
    )
    if language is Language.ZH:
        return f"评定办法只在同一{border}内可比:{one};{two}。"
    return f"The scheme is comparable only within one {border}: {one}; {two}."


def _distance(caveat: Caveat, language: Language) -> str:
    first, other = caveat.figures
    zh = language is Language.ZH
    sides = ", ".join(f"{name_of(f.district, language)} {f.period}" for f in (first, other))
    months = caveat.months
    if not months:
        return f"时期不同:{sides}。" if zh else f"The reference periods differ: {sides}."
    years, rest = divmod(months, 12)
    apart = (
        (f"{years}年" if zh else plural(years, "year"))
        if not rest
        else (f"{months}个月" if zh else plural(months, "month"))
    )
    return f"时期相差{apart}:{sides}。" if zh else f"The reference periods differ by {apart}: {sides}."


def _contradiction(caveat: Caveat, language: Language) -> str:
    figure = caveat.figures[0]
    printed = list(dict.fromkeys(printed_text(o, language) for o in figure.observations))
    several = len({observation.source.id for observation in figure.observations}) > 1
    name, interval = name_of(figure.district, language), interval_text(figure.interval, figure.indicator, language)
    if language is Language.ZH:
        whose = "的几个来源相互矛盾" if several else "的来源自相矛盾"
        return f"{name}{whose}:{'、'.join(printed)};按区间 {interval} 计。"
    whose = "sources contradict each other" if several else "source contradicts itself"
    return f"{name}: the {whose}, {' and '.join(printed)}; the range {interval} counts."


def _reading(caveat: Caveat, language: Language) -> str:
    figure = caveat.figures[0]
    name, printed = name_of(figure.district, language), "".join(figure.observations[0].entry.value.split())
    read = reading_text(figure, language)
    return f"{name}“{printed}”读作{read}。" if language is Language.ZH else f"{name} prints {printed}, read as {read}."


def reading_text(figure: Figure, language: Language) -> str:
    """The ends of a figure's interval in words."""
    low, high = figure.interval.low, figure.interval.high
    zh = language is Language.ZH
    parts = []
    if low is not None:
        parts.append(_END_WORDS[language][0 if figure.interval.low_open else 1].format(_end(low, figure)))
    if high is not None:
        parts.append(_END_WORDS[language][2 if figure.interval.high_open else 3].format(_end(high, figure)))
    return ("、" if zh else " and ").join(parts)


_END_WORDS = {
    Language.ZH: ("大于{}", "不小于{}", "小于{}", "不大于{}"),
    Language.EN: ("more than {}", "at least {}", "less than {}", "at most {}"),
}


def _end(end: Decimal, figure: Figure) -> str:
    if figure.indicator.levels:
        return figure.indicator.levels[int(end)]
    unit = figure.indicator.unit if figure.indicator.unit in ("%", "万元", "元") else ""
    return number_text(end) + unit


def _notes(caveat: Caveat, language: Language) -> str:
    figure = caveat.figures[0]
    texts = dict.fromkeys(o.entry.note(language) for o in figure.observations if o.entry.note)
    joint = ";" if language is Language.ZH else "; "
    return f"{name_of(figure.district, language)}: {joint.join(texts)}"


_SENTENCES: dict[Code, Sentence] = {
    Code.TARGET_AGAINST_ACTUAL: _said(
        "计划与结果不能相比:{a} {fa} ({pa}),{b} {fb} ({pb})。",
        "A plan is set against a result: {a} {fa} ({pa}), {b} {fb} ({pb}).",
    ),
    Code.SPAN_LENGTHS_DIFFER: _spans,
    Code.SPAN_START_UNKNOWN: _said(
        "{names}:来源未说明从何时算起。", "{names}: the source does not say when the span began."
    ),
    Code.MEAN_PER_YEAR: _mean,
    Code.VARIANTS_DIFFER: _variants,
    Code.VARIANT_UNSTATED: _unstated,
    Code.SCOPES_DIFFER: _parts,
    Code.PART_AGAINST_WHOLE: _parts,
    Code.SCHEME_ENDS_AT_BORDER: _border,
    Code.DIVISION_CODE_MISSING: _said(
        "{names}:文件中没有区划代码,无法确认属于同一评定办法。",
        "{names}: the file has no division code, so the scheme may be another.",
    ),
    Code.PERIODS_DIFFER: _distance,
    Code.CALENDAR_AGAINST_SCHOOL_YEAR: _said(
        "日历年与学年相比:{pa},{pb}。", "A calendar year is set against a school year: {pa}, {pb}."
    ),
    Code.PERIOD_RUNNING: _said("{a}:时期 {pa} 尚未结束。", "{a}: the period {pa} was not over."),
    Code.ORDER_WAS_OPPOSITE: _said(
        "双方都有数字的 {pa},次序相反:{a} {fa},{b} {fb}。",
        "In {pa}, which both have, the order was the opposite: {a} {fa}, {b} {fb}.",
    ),
    Code.SOURCES_CONTRADICT: _contradiction,
    Code.ROUNDED: _said(
        "{fa} 与 {fb} 之差小于末位数字的舍入。", "{fa} and {fb} differ by less than the rounding of their last digits."
    ),
    Code.BOUND: _reading,
    Code.APPROXIMATION: _reading,
    Code.DATE_NOT_PRINTED: _said(
        "{a}:数字旁未注明日期,取报告的日期。", "{a}: no date is printed with the figure; the report's own is taken."
    ),
    Code.NOTE: _notes,
}

_WARNS, _FORBIDS = (Effect.WARNS,), (Effect.FORBIDS,)

EXPLANATIONS: dict[Code, Explanation] = {
    Code.TARGET_AGAINST_ACTUAL: Explanation(
        Wording("目标与实际", "Target against actual"),
        _FORBIDS,
        Wording("一方是计划,另一方是结果。", "One figure is a plan, the other a result."),
        Wording(
            "等到结果发布后再比,或以目标比目标。", "Wait for the result to be published, or compare plans with plans."
        ),
    ),
    Code.SPAN_LENGTHS_DIFFER: Explanation(
        Wording("时段长短不同", "Spans of different length"),
        _FORBIDS,
        Wording(
            "时期数的时段长短不同,例如五年累计与一年。",
            "Flows were gathered over spans of different length, such as five years and one.",
        ),
        Wording(
            "数量和金额可用 --per-year 比较整年的年平均;占比和比率不能相除,须向发布者索取同一时段的数字。",
            "For counts and amounts over whole years --per-year compares means; shares and rates are never divided: ask the "
            "publisher for figures of equal spans.",
        ),
    ),
    Code.SPAN_START_UNKNOWN: Explanation(
        Wording("起点未知", "Unknown start of a span"),
        _FORBIDS,
        Wording("来源没有说明时期数从何时算起。", "The source does not say when a flow began to be counted."),
        Wording(
            "向发布者询问起始年份,并改写 period。", "Ask the publisher for the first year and write it into the period."
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
            "至少一方没有说明分母或定义。目录写明通常口径(usual)且与另一方一致时只作提醒,否则无法判定。",
            "At least one source does not say which denominator or definition it uses. Where the catalogue names the usual "
            "one and it agrees with the other's, this only warns; else the order is undetermined.",
        ),
        Wording(
            "向发布者询问分母,并写明 variant。",
            "Ask the publisher for the denominator and write the variant into the entry.",
        ),
    ),
    Code.SCOPES_DIFFER: Explanation(
        Wording("范围不同", "Different scopes"),
        _FORBIDS,
        Wording("双方各自只是一部分,且不是同一部分。", "Each figure covers a part only, and not the same part."),
        Wording("索取全区的数字。", "Ask for the figures of the whole districts."),
    ),
    Code.PART_AGAINST_WHOLE: Explanation(
        Wording("部分与整体", "Part against whole"),
        _FORBIDS,
        Wording(
            "一方只是一部分,另一方是全区。",
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
            "指标只在一省(市)内可比,而文件没有区划代码。",
            "The indicator is comparable within a province or city only, and a file has no code.",
        ),
        Wording("在文件中写明 code(GB/T 2260)。", "Write the district's code (GB/T 2260) into its file."),
    ),
    Code.PERIODS_DIFFER: Explanation(
        Wording("时期不同", "Reference periods differ"),
        _WARNS,
        Wording("两个数字不属于同一时期。", "The figures do not belong to the same period."),
        Wording(
            "用 --same-period 或 --year,或补充同期数字。",
            "Use --same-period or --year, or add figures of the same period.",
        ),
    ),
    Code.CALENDAR_AGAINST_SCHOOL_YEAR: Explanation(
        Wording("日历年与学年", "Calendar year against school year"),
        _WARNS,
        Wording(
            "一方按日历年,另一方按学年(九月至次年八月)。",
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
            "在双方都有数字的较早时期,次序相反。",
            "In an earlier period for which both have figures, the order was the opposite.",
        ),
        Wording("以同一时期相比:--same-period。", "Compare the same period: --same-period."),
    ),
    Code.SOURCES_CONTRADICT: Explanation(
        Wording("来源自相矛盾", "The source contradicts itself"),
        _WARNS,
        Wording(
            "同一数列同一时期印有互不相容的数字;按其区间计。",
            "Figures that exclude each other are printed for the same series and period; their range counts.",
        ),
        Wording("向发布者询问哪个数字正确。", "Ask the publisher which figure is right."),
    ),
    Code.ROUNDED: Explanation(
        Wording("舍入", "Rounding"),
        (Effect.UNDETERMINED,),
        Wording(
            "以万、亿计的数和小数按末位舍入;差别小于舍入时无法判定。",
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
            "数字旁没有日期,取报告自己的年月。",
            "No date is printed with the figure; the report's own month or year is taken.",
        ),
        Wording(
            "向发布者询问数字的日期,写入 period 与 period_evidence。",
            "Ask for the date and write it into period and period_evidence.",
        ),
    ),
    Code.NOTE: Explanation(
        Wording("备注", "A note"),
        _WARNS,
        Wording("条目带有须知的备注。", "The entry carries a note that a reader must know."),
        Wording("读备注;见 trace。", "Read the note; see trace."),
    ),
}
