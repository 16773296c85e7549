"""Each caveat in words, as the footnote under a table: it names districts and figures, so that it can be read alone."""

from collections.abc import Callable
from decimal import Decimal

from eduindex.analysis.caveats import Caveat, Code
from eduindex.analysis.figures import Figure, may_be_divided
from eduindex.model.catalogue import Border
from eduindex.model.observation import Observation
from eduindex.model.quantity import Bound
from eduindex.model.wording import Language
from eduindex.presentation import words
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import (
    figure_text,
    interval_text,
    name_of,
    number_text,
    printed_text,
    variant_text,
)

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
    joint = "；" if language is Language.ZH else "; "
    each = joint.join(
        f"{name_of(f.district, language)} {length_text(f, language)} ({f.period})" for f in caveat.figures
    )
    mean = all(may_be_divided(figure) for figure in caveat.figures)
    if language is Language.ZH:
        return f"时段长短不同：{each}。" + ("--per-year 可比较年平均。" if mean else "")
    return f"Spans of different length: {each}." + (" --per-year compares the means of a year." if mean else "")


def length_text(figure: Figure, language: Language) -> str:
    """How long the period of a figure is, in years where it is whole years."""
    months, years = figure.period.months, figure.period.whole_years
    if months is None:
        return "长度未知" if language is Language.ZH else "of unknown length"
    number, zh, en = (years, "年", "year") if years else (months, "个月", "month")
    return f"{number}{zh}" if language is Language.ZH else counted(number, en)


def _mean(caveat: Caveat, language: Language) -> str:
    zh = language is Language.ZH
    each = ("；" if zh else "; ").join(_mean_of(figure, language) for figure in caveat.figures)
    return each + ("。" if zh else ".")


def _mean_of(figure: Figure, language: Language) -> str:
    printed = " / ".join(dict.fromkeys(printed_text(observation, language) for observation in figure.observations))
    name = name_of(figure.district, language)
    if language is Language.ZH:
        return f"{name}：{figure.per_year}年平均，由 {printed} ({figure.period}) 算得"
    return f"{name}: mean of {figure.per_year} years, computed from {printed} ({figure.period})"


def _variants(caveat: Caveat, language: Language) -> str:
    first, other = caveat.figures
    one, two = (f"{name_of(f.district, language)} {variant_text(f, language)}" for f in (first, other))
    return f"口径不同：{one}；{two}。" if language is Language.ZH else f"Different definitions: {one}; {two}."


def _unstated(caveat: Caveat, language: Language) -> str:
    names, indicator = _names(caveat.figures, language), caveat.figures[0].indicator
    if caveat.as_usual and indicator.usual:
        usual = indicator.variants[indicator.usual](language)
        if language is Language.ZH:
            return f"{names}未说明口径(分母)；按通常口径({usual})理解。"
        return f"{names}: the denominator is not stated; read as the usual one ({usual})."
    if len(caveat.figures) == 2 and caveat.figures[0].district.id == caveat.figures[1].district.id:
        changed = (
            "{}未说明口径，可能已有变化。"
            if language is Language.ZH
            else "{}: the definition is not stated and may have changed."
        )
        return changed.format(names)
    if language is Language.ZH:
        return f"{names}未说明口径，可能与另一方不同。"
    return f"{names}: the definition is not stated and may differ from the other's."


def _rounded(caveat: Caveat, language: Language) -> str:
    one, two = (f"{name_of(figure.district, language)} {_printed(figure, language)}" for figure in caveat.figures)
    if language is Language.ZH:
        return f"{one}，{two}：差别小于末位数字的舍入。"
    return f"{one} and {two} differ by less than the rounding of their last digits."


def _printed(figure: Figure, language: Language) -> str:
    """A figure as printed, also where its mean is compared."""
    spoken, indicator = figure.spoken, figure.indicator
    text = printed_text(spoken, language) if spoken else interval_text(figure.interval, indicator, language)
    return f"{text} ({figure.period})" if figure.per_year else text


PARTS = (Code.SCOPES_DIFFER, Code.PART_AGAINST_WHOLE)


def _parts(caveat: Caveat, language: Language) -> str:
    if caveat.code is Code.PART_AGAINST_WHOLE:
        return part_sentence(caveat.figures[0], language)
    joint = "；" if language is Language.ZH else "; "
    colon = "：" if language is Language.ZH else ": "
    each = joint.join(name_of(f.district, language) + colon + f.scope(language) for f in caveat.figures)
    return f"范围不同：{each}。" if language is Language.ZH else f"Different parts are covered: {each}."


def part_sentence(figure: Figure, language: Language) -> str:
    """That a figure covers only a part of its district."""
    name, scope = name_of(figure.district, language), figure.scope(language)
    return f"{name}只是一部分：{scope}。" if language is Language.ZH else f"{name} covers only a part: {scope}."


def _border(caveat: Caveat, language: Language) -> str:
    first, other = caveat.figures
    border = words.BORDERS[first.indicator.border or Border.PROVINCE](language)
    one, two = (
        f"{name_of(f.district, language)} ({f.district.within(language) or f.district.code})" for f in (first, other)
    )
    if language is Language.ZH:
        return f"评定办法只在同一{border}内可比：{one}；{two}。"
    return f"The scheme is comparable only within one {border}: {one}; {two}."


def _distance(caveat: Caveat, language: Language) -> str:
    first, other = caveat.figures
    zh = language is Language.ZH
    sides = ("、" if zh else ", ").join(f"{name_of(f.district, language)} {f.period}" for f in (first, other))
    months = caveat.months
    if not months:
        return f"时期不同：{sides}。" if zh else f"The reference periods differ: {sides}."
    years, rest = divmod(months, 12)
    apart = (
        (f"{years}年" if zh else counted(years, "year"))
        if not rest
        else (f"{months}个月" if zh else counted(months, "month"))
    )
    return f"时期相差{apart}：{sides}。" if zh else f"The reference periods differ by {apart}: {sides}."


def _contradiction(caveat: Caveat, language: Language) -> str:
    figure = caveat.figures[0]
    printed = list(dict.fromkeys(printed_text(o, language) for o in figure.observations))
    several = len({observation.source.id for observation in figure.observations}) > 1
    name, interval = name_of(figure.district, language), interval_text(figure.interval, figure.indicator, language)
    if language is Language.ZH:
        whose = "的几个来源相互矛盾" if several else "的来源自相矛盾"
        return f"{name}{whose}：{'、'.join(printed)}；按区间{interval}计。"
    whose = "sources contradict each other" if several else "source contradicts itself"
    return f"{name}: the {whose}, {' and '.join(printed)}; the range {interval} counts."


def _reading(caveat: Caveat, language: Language) -> str:
    figure = caveat.figures[0]
    zh = language is Language.ZH
    bound = [observation for observation in figure.observations if observation.bound is not Bound.EXACT]
    said = dict.fromkeys(_reading_of(observation, language) for observation in bound)
    name = name_of(figure.district, language)
    return f"{name}{'；'.join(said)}。" if zh else f"{name} {'; '.join(said)}."


def _reading_of(observation: Observation, language: Language) -> str:
    printed, read = "".join(observation.entry.value.split()), reading_text(observation, language)
    planned = observation.quantity.bound is Bound.EXACT
    if language is Language.ZH:
        return f"计划达到“{printed}”，读作{read}" if planned else f"“{printed}”读作{read}"
    return f"plans to reach {printed}, read as {read}" if planned else f"prints {printed}, read as {read}"


def reading_text(observation: Observation, language: Language) -> str:
    """The ends of an observation's interval in words."""
    interval = observation.interval
    parts = []
    if interval.low is not None:
        parts.append(_END_WORDS[language][0 if interval.low_open else 1].format(_end(interval.low, observation)))
    if interval.high is not None:
        parts.append(_END_WORDS[language][2 if interval.high_open else 3].format(_end(interval.high, observation)))
    if not parts:
        return "任何数值" if language is Language.ZH else "any value"
    return ("、" if language is Language.ZH else " and ").join(parts)


_END_WORDS = {
    Language.ZH: ("大于{}", "不小于{}", "小于{}", "不大于{}"),
    Language.EN: ("more than {}", "at least {}", "less than {}", "at most {}"),
}


def _end(end: Decimal, observation: Observation) -> str:
    indicator = observation.indicator
    if indicator.levels:
        return indicator.levels[int(end)]
    unit = indicator.unit if indicator.unit in ("%", "万元", "元") else ""
    return number_text(end) + unit


def _notes(caveat: Caveat, language: Language) -> str:
    figure = caveat.figures[0]
    texts = dict.fromkeys(o.entry.note(language) for o in figure.observations if o.entry.note)
    joint = "；" if language is Language.ZH else "; "
    said = joint.join(texts).rstrip(".。")
    name = name_of(figure.district, language)
    return f"{name}：{said}。" if language is Language.ZH else f"{name}: {said}."


_SENTENCES: dict[Code, Sentence] = {
    Code.TARGET_AGAINST_ACTUAL: _said(
        "计划与结果不能相比：{a} {fa} ({pa})，{b} {fb} ({pb})。",
        "A plan is set against a result: {a} {fa} ({pa}), {b} {fb} ({pb}).",
    ),
    Code.SPAN_LENGTHS_DIFFER: _spans,
    Code.SPAN_START_UNKNOWN: _said(
        "{names}：来源未说明从何时算起。", "{names}: the source does not say when the span began."
    ),
    Code.MEAN_PER_YEAR: _mean,
    Code.VARIANTS_DIFFER: _variants,
    Code.VARIANT_UNSTATED: _unstated,
    Code.SCOPES_DIFFER: _parts,
    Code.PART_AGAINST_WHOLE: _parts,
    Code.SCHEME_ENDS_AT_BORDER: _border,
    Code.DIVISION_CODE_MISSING: _said(
        "{names}：文件中没有区划代码，无法确认属于同一评定办法。",
        "{names}: the file has no division code, so the scheme may be another.",
    ),
    Code.PERIODS_DIFFER: _distance,
    Code.CALENDAR_AGAINST_SCHOOL_YEAR: _said(
        "日历年与学年相比：{a} {pa}，{b} {pb}。", "A calendar year is set against a school year: {a} {pa}, {b} {pb}."
    ),
    Code.PERIOD_RUNNING: _said("{a}：时期 {pa} 尚未结束。", "{a}: the period {pa} was not over."),
    Code.ORDER_WAS_OPPOSITE: _said(
        "双方都有数字的 {pa}，次序相反：{a} {fa}，{b} {fb}。",
        "In {pa}, which both have, the order was the opposite: {a} {fa}, {b} {fb}.",
    ),
    Code.SOURCES_CONTRADICT: _contradiction,
    Code.ROUNDED: _rounded,
    Code.BOUND: _reading,
    Code.APPROXIMATION: _reading,
    Code.DATE_NOT_PRINTED: _said(
        "{a}：依据中没有日期，时期取自整篇报告。", "{a}: the evidence prints no date; the period is that of the report."
    ),
    Code.NOTE: _notes,
}
