"""What must be known of a ranking, in words: what its groups measure, what weakens it, and why a district is not in it.

In a ranking of many, what holds of several figures alike is said once and without names, so that notes do not grow with it.
"""

from collections.abc import Sequence

from eduindex.analysis.caveats import Caveat, Code, Effect, caveats_of
from eduindex.analysis.comparability import Measure
from eduindex.analysis.figures import Figure, may_be_divided
from eduindex.analysis.grouping import Group
from eduindex.analysis.ranking import Ranking, Reason, Unranked
from eduindex.model.catalogue import Direction, Indicator, Time
from eduindex.model.district import Status
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import length_text, sentence
from eduindex.presentation.figure_text import label

_FIRST = {
    "most": Wording("1为最多", "1 = most"),
    "fewest": Wording("1为最少", "1 = fewest"),
    "best": Wording("1为最好", "1 = best"),
    "highest": Wording("1为最高", "1 = highest"),
}
_MOST_NAMED = 12
_CODE_DIGITS = 6
_AND_MORE = Wording("等共{}个", " and {} more")
_PERIODS = Wording(
    "时期不同：从{}到{}(--same-period 只排同一时期)。",
    "The reference periods differ, from {} to {} (--same-period ranks one period).",
)
_SIZES = Wording("多未必好：区县大小不同。", "More is not better: districts differ in size.")
# What weakens a figure that is ranked; contradictions and notes speak for themselves.
_RANKED = {
    Code.BOUND: Wording("上下限：名次计入其允许的全部数值。", "A bound: the rank counts every value that it allows."),
    Code.APPROXIMATION: Wording(
        "约数：名次计入其允许的全部数值。", "An approximation: the rank counts every value that it allows."
    ),
    Code.DATE_NOT_PRINTED: Wording(
        "依据中没有日期，时期取自整篇报告。", "The evidence prints no date; the period is that of the report."
    ),
    Code.VARIANT_UNSTATED: Wording(
        "未说明口径(分母)，按通常口径({usual})理解。", "The definition is not stated; read as the usual one ({usual})."
    ),
    Code.MEAN_PER_YEAR: Wording(
        "年平均，由整个时段的合计算得。", "The mean of a year, computed from the sum over the whole period."
    ),
    Code.PERIOD_RUNNING: Wording("时期尚未结束。", "The period was not over."),
}
# Why a figure is not comparable with those ranked, which {ranked} describes.
_UNRANKED = {
    Code.TARGET_AGAINST_ACTUAL: Wording(
        "计划与结果不能相比。", "A plan is set against results, or a result against plans."
    ),
    Code.SPAN_LENGTHS_DIFFER: Wording(
        "时段长短与已排名的({ranked})不同。", "Its span is of another length than those ranked ({ranked})."
    ),
    Code.SPAN_START_UNKNOWN: Wording("来源未说明从何时算起。", "The source does not say when the span began."),
    Code.VARIANTS_DIFFER: Wording(
        "口径与已排名的({ranked})不同。", "Another definition than that of those ranked ({ranked})."
    ),
    Code.VARIANT_UNSTATED: Wording(
        "未说明口径，可能与已排名的({ranked})不同。",
        "The definition is not stated and may differ from that of those ranked ({ranked}).",
    ),
    Code.SCOPES_DIFFER: Wording("只是区县的另一部分。", "It covers another part of the district."),
    Code.PART_AGAINST_WHOLE: Wording("部分与全区县不能相比。", "A part of a district is set against the whole."),
    Code.SCHEME_ENDS_AT_BORDER: Wording(
        "评定办法只在同一{border}内可比，已排名的在{area}。",
        "The scheme is comparable only within one {border}; those ranked are in {area}.",
    ),
    Code.DIVISION_CODE_MISSING: Wording(
        "文件中没有区划代码，无法确认属于同一评定办法。", "The file has no division code, so the scheme may be another."
    ),
}
_PER_YEAR = Wording("--per-year 可排年平均。", " --per-year ranks means of a year.")
_ALONE = Wording("没有另一区县的数字可与之相比。", "No other district has a comparable figure.")
_OTHER_PERIOD = Wording("数字属于另一时期。", "The figure is of another period.")


def first_means(indicator: Indicator, language: Language) -> str:
    """What rank 1 means: ``1 = best``, or ``1 = most`` where districts differ in size."""
    lower = indicator.direction is Direction.LOWER
    if indicator.is_total:
        return _FIRST["fewest" if lower else "most"](language)
    return _FIRST["highest" if indicator.direction is Direction.NEUTRAL else "best"](language)


def measure_text(group: Group, language: Language) -> str:
    """What the figures of a group share, where that tells it from another group; empty where there is nothing to tell."""
    figure, measure = group.figures[0], group.measure
    stated = next((one for one in group.figures if one.variant == measure.variant), None)
    parts = [label(stated, language) if stated else figure.scope(language)]
    if stated is None and measure.variant is not None:
        parts.insert(0, figure.indicator.variants[measure.variant](language))
    if measure.period is not None:
        parts.append(str(figure.period))
    elif figure.indicator.time is Time.FLOW:
        parts.append(_span_text(group, language))
    if measure.area:
        parts.append(_area_text(measure))
    if measure.status is Status.TARGET:
        parts.append(words.TARGET(language))
    return words.joined([part for part in parts if part], language)


def _span_text(group: Group, language: Language) -> str:
    figure = group.figures[0]
    if any(one.per_year for one in group.figures):
        return "年平均" if language is Language.ZH else "mean of a year"
    return length_text(figure, language) if figure.period.months is not None else str(figure.period)


def codes_of(figure: Figure, *, periods_differ: bool = False) -> list[Code]:
    """The caveats of a figure's rank: its own, and those that it has beside the others."""
    return [caveat.code for caveat in _caveats_among_others(figure)] + [Code.PERIODS_DIFFER] * periods_differ


def own_sentences(figure: Figure, language: Language) -> list[str]:
    """What a reader must know of one district's figure among others."""
    return [sentence(caveat, language) for caveat in _caveats_among_others(figure)]


def ranked_sentences(figure: Figure, language: Language) -> list[str]:
    """The same for one of many: what holds of several figures alike is said in the same words."""
    said = []
    for caveat in _caveats_among_others(figure):
        wording = _RANKED.get(caveat.code)
        usual = figure.indicator.variants[figure.indicator.usual](language) if figure.indicator.usual else ""
        said.append(wording(language).format(usual=usual) if wording else sentence(caveat, language))
    return said


def _caveats_among_others(figure: Figure) -> list[Caveat]:
    caveats = list(caveats_of(figure))
    if figure.per_year:
        caveats.append(Caveat(Code.MEAN_PER_YEAR, Effect.WARNS, (figure,)))
    if _is_read_as_usual(figure):
        caveats.append(Caveat(Code.VARIANT_UNSTATED, Effect.WARNS, (figure,), as_usual=True))
    return caveats


def remarks_on(ranking: Ranking, language: Language) -> list[str]:
    """What holds of a ranking as a whole."""
    said = []
    if ranking.periods_differ:
        said.append(_PERIODS(language).format(*_first_and_last([one.figure for one in ranking.ranked])))
    if ranking.ranked and ranking.indicator.is_total and ranking.indicator.direction is not Direction.NEUTRAL:
        said.append(_SIZES(language))
    return said


def reason_sentences(unranked: Unranked, ranked: Group | None, language: Language) -> list[str]:
    """Why a district with a figure is not in the group ``ranked``; where none is ranked, whom it was compared with."""
    if unranked.reason is Reason.ALONE:
        return [_ALONE(language)]
    if unranked.reason is not Reason.NOT_COMPARABLE:
        return [] if unranked.figure is None else [_OTHER_PERIOD(language)]
    if ranked is None:
        return [sentence(caveat, language) for caveat in unranked.caveats]
    return [_reason(caveat, unranked.figure, ranked, language) for caveat in unranked.caveats]


def _reason(caveat: Caveat, figure: Figure | None, ranked: Group, language: Language) -> str:
    border = ranked.figures[0].indicator.border
    text = _UNRANKED[caveat.code](language).format(
        ranked=measure_text(ranked, language),
        border=words.BORDERS[border](language) if border else "",
        area=_area_text(ranked.measure),
    )
    divisible = caveat.code is Code.SPAN_LENGTHS_DIFFER and figure is not None and may_be_divided(figure)
    return text + _PER_YEAR(language) if divisible else text


def _area_text(measure: Measure) -> str:
    return measure.area.ljust(_CODE_DIGITS, "0")


def names_listed(names: Sequence[str], language: Language) -> str:
    """A few names, and how many there are more."""
    shown = words.joined(names[:_MOST_NAMED], language)
    if len(names) <= _MOST_NAMED:
        return shown
    more = len(names) if language is Language.ZH else len(names) - _MOST_NAMED
    return shown + _AND_MORE(language).format(more)


def _first_and_last(figures: Sequence[Figure]) -> tuple[str, str]:
    ordered = sorted(figures, key=lambda figure: (figure.last_month, figure.period.text))
    return str(ordered[0].period), str(ordered[-1].period)


def _is_read_as_usual(figure: Figure) -> bool:
    return figure.variant is None and figure.indicator.usual is not None
