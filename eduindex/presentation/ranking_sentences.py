"""What must be known of a ranking, in words: what its groups measure, what weakens it, and why a district is not in it.

In a ranking of many, what holds of several figures alike is said once and without names, so that notes do not grow with it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from eduindex.analysis.caveats import Caveat, Code, Effect, caveats_of
from eduindex.analysis.figures import Figure, may_be_divided
from eduindex.analysis.grouping import Group
from eduindex.analysis.ranking import Ranked, Ranking, Reason, Unranked
from eduindex.model.areas import area_name
from eduindex.model.catalogue import Border, Direction, Indicator, Time
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
_AND_MORE = Wording("等共{}个", " and {} more")
_PERIODS = Wording(
    "时期不同({}至{}年)；--same-period 只排同一时期。",
    "The reference periods differ ({} to {}); --same-period ranks one period.",
)
_MIXED = Wording("口径不同的数字一并排名。", "Figures of different definitions are ranked together.")
_SIZES = Wording("数量多不等于更好：区县大小不同。", "More is not better: districts differ in size.")
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
    Code.ROUNDED: Wording(
        "按末位数字舍入：名次计入舍入所掩盖的全部数值。",
        "Rounded to its last digit: the rank counts every value that this may hide.",
    ),
    Code.PERIOD_RUNNING: Wording("时期尚未结束。", "The period was not over."),
}
# Why a figure is not comparable with those ranked, which {ranked} describes.
_UNRANKED = {
    Code.TARGET_AGAINST_ACTUAL: Wording(
        "计划与结果不能相比。", "A plan is set against results, or a result against plans."
    ),
    Code.SPAN_LENGTHS_DIFFER: Wording(
        "时段长短与已排名的{ranked}不同。", "Its span is of another length than that of those ranked{ranked}."
    ),
    Code.SPAN_START_UNKNOWN: Wording("来源未说明从何时算起。", "The source does not say when the span began."),
    Code.VARIANTS_DIFFER: Wording(
        "口径与已排名的{ranked}不同。", "Another definition than that of those ranked{ranked}."
    ),
    Code.VARIANT_UNSTATED: Wording(
        "未说明口径，可能与已排名的{ranked}不同。",
        "The definition is not stated and may differ from that of those ranked{ranked}.",
    ),
    Code.SCOPES_DIFFER: Wording("只是区县的另一部分。", "It covers another part of the district."),
    Code.PART_AGAINST_WHOLE: Wording("只是区县的一部分。", "It covers only a part of the district."),
    Code.SCHEME_ENDS_AT_BORDER: Wording(
        "评定办法只在同一{border}内可比，已排名的均属{area}。",
        "The scheme is comparable only within one {border}; those ranked are in {area}.",
    ),
    Code.DIVISION_CODE_MISSING: Wording(
        "文件中没有区划代码，无法确认属于同一评定办法。", "The file has no division code, so the scheme may be another."
    ),
}
_OF_THE_WHOLE = Wording("已排名的只是区县的一部分。", "Those ranked cover only a part of their districts.")
# The same where nobody is ranked: what makes the figure comparable with no other, in words that many share.
_COMPARED_WITH_NOBODY = {
    Code.TARGET_AGAINST_ACTUAL: Wording("计划与结果不能相比。", "Plans and results are not comparable."),
    Code.SPAN_LENGTHS_DIFFER: Wording("时段长短不同。", "The spans are of different length."),
    Code.SPAN_START_UNKNOWN: _UNRANKED[Code.SPAN_START_UNKNOWN],
    Code.VARIANTS_DIFFER: Wording("口径不同。", "The definitions differ."),
    Code.VARIANT_UNSTATED: Wording("未说明口径。", "The definition is not stated."),
    Code.SCOPES_DIFFER: Wording("范围不同。", "Different parts are covered."),
    Code.PART_AGAINST_WHOLE: Wording(
        "部分与全区县不能相比。", "A part of a district and a whole one are not comparable."
    ),
    Code.SCHEME_ENDS_AT_BORDER: Wording(
        "评定办法只在同一{border}内可比。", "The scheme is comparable only within one {border}."
    ),
    Code.DIVISION_CODE_MISSING: _UNRANKED[Code.DIVISION_CODE_MISSING],
}
_NO_TWO = Wording("没有两个区县的数字可以相比。", "No two districts have comparable figures.")
_PER_YEAR = Wording("--per-year 可排年平均。", " --per-year ranks means of a year.")
_OTHER_PERIOD = Wording("数字属于另一时期。", "The figure is of another period.")


def first_means(indicator: Indicator, language: Language) -> str:
    """What rank 1 means: ``1 = best``, or ``1 = most`` where districts differ in size."""
    lower = indicator.direction is Direction.LOWER
    if indicator.is_total:
        return _FIRST["fewest" if lower else "most"](language)
    return _FIRST["highest" if indicator.direction is Direction.NEUTRAL else "best"](language)


class GroupWords(NamedTuple):
    """What a group measures, and where; both empty where there is nothing to tell."""

    measure: str
    area: str


def words_of(group: Group, language: Language) -> GroupWords:
    """A group in words, made once for all who are not in it."""
    border = group.figures[0].indicator.border
    return GroupWords(measure_text(group, language), _area_text(group, border, language) if border else "")


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
    if figure.indicator.border is not None:
        parts.append(_area_text(group, figure.indicator.border, language))
    if measure.status is Status.TARGET:
        parts.append(words.TARGET(language))
    return words.joined([part for part in parts if part], language)


def _area_text(group: Group, border: Border, language: Language) -> str:
    """The area of a group as any of its districts calls it, else the code of it."""
    names = (area_name(figure.district, border, language) for figure in group.figures)
    return next((name for name in names if not name.isdigit()), area_name(group.figures[0].district, border, language))


def _span_text(group: Group, language: Language) -> str:
    figure = group.figures[0]
    if any(one.per_year for one in group.figures):
        return "年平均" if language is Language.ZH else "mean of a year"
    return length_text(figure, language) if figure.period.months is not None else str(figure.period)


def codes_of(figure: Figure) -> list[Code]:
    """The caveats of a figure among others: its own, and how it is read."""
    return [caveat.code for caveat in _caveats_among_others(figure)]


def codes_of_ranked(ranked: Ranked, ranking: Ranking) -> list[Code]:
    """The caveats of a figure's rank."""
    more = (
        (Code.ROUNDED, ranked.by_rounding),
        (Code.VARIANTS_DIFFER, ranking.variants_differ),
        (Code.PERIODS_DIFFER, ranking.periods_differ),
    )
    return codes_of(ranked.figure) + [code for code, holds in more if holds]


def own_sentences(figure: Figure, language: Language) -> list[str]:
    """What a reader must know of one district's figure among others."""
    return [sentence(caveat, language) for caveat in _caveats_among_others(figure)]


def ranked_sentences(ranked: Ranked, language: Language) -> list[str]:
    """The same for one of many: what holds of several figures alike is said in the same words."""
    indicator, said = ranked.figure.indicator, []
    usual = indicator.variants[indicator.usual](language) if indicator.usual else ""
    for caveat in _caveats_among_others(ranked.figure):
        wording = _RANKED.get(caveat.code)
        said.append(wording(language).format(usual=usual) if wording else sentence(caveat, language))
    return said + [_RANKED[Code.ROUNDED](language)] * ranked.by_rounding


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
        said.append(_PERIODS(language).format(*_first_and_last_year([one.figure for one in ranking.ranked])))
    if ranking.variants_differ:
        said.append(_MIXED(language))
    if ranking.ranked and ranking.indicator.is_total and ranking.indicator.direction is not Direction.LOWER:
        said.append(_SIZES(language))
    if ranking.group is None and any(one.figure for one in ranking.unranked):
        said.append(_NO_TWO(language))
    return said


def reason_sentences(unranked: Unranked, ranked: GroupWords | None, language: Language) -> list[str]:
    """Why a district with a figure is not in the group ``ranked``, if any is."""
    if unranked.figure is None or unranked.reason is Reason.ALONE:
        return []
    if unranked.reason is not Reason.NOT_COMPARABLE:
        return [_OTHER_PERIOD(language)]
    return [_reason(caveat, unranked.figure, ranked, language) for caveat in unranked.caveats]


def _reason(caveat: Caveat, figure: Figure, ranked: GroupWords | None, language: Language) -> str:
    border, code = figure.indicator.border, caveat.code
    named = words.BORDERS[border](language) if border else ""
    if ranked is None:
        text = _COMPARED_WITH_NOBODY[code](language).format(border=named)
    elif code is Code.PART_AGAINST_WHOLE and not figure.scope:
        text = _OF_THE_WHOLE(language)
    else:
        shared = ranked.measure and (f"({ranked.measure})" if language is Language.ZH else f" ({ranked.measure})")
        text = _UNRANKED[code](language).format(ranked=shared, border=named, area=ranked.area)
    divisible = code is Code.SPAN_LENGTHS_DIFFER and may_be_divided(figure)
    return text + _PER_YEAR(language) if divisible else text


def names_listed(names: Sequence[str], language: Language) -> str:
    """A few names, and how many there are more."""
    shown = words.joined(names[:_MOST_NAMED], language)
    if len(names) <= _MOST_NAMED:
        return shown
    more = len(names) if language is Language.ZH else len(names) - _MOST_NAMED
    return shown + _AND_MORE(language).format(more)


def _first_and_last_year(figures: Sequence[Figure]) -> tuple[int, int]:
    starts = [figure.last_month if figure.period.start is None else figure.period.start for figure in figures]
    return min(starts) // 12, max(figure.period.last_year for figure in figures)


def _is_read_as_usual(figure: Figure) -> bool:
    return figure.variant is None and figure.indicator.usual is not None
