"""What must be known of a ranking, in words: what its groups measure, what weakens it, and why a district is not in it.

In a ranking of many, what holds of several figures alike is said once, with the districts' names.
"""

from collections.abc import Callable, Iterable, Sequence

from eduindex.analysis.caveats import Caveat, Code, Effect, caveats_of
from eduindex.analysis.figures import Figure
from eduindex.analysis.grouping import Group
from eduindex.analysis.ranking import Reason, Unranked
from eduindex.model.catalogue import Direction, Indicator, Time
from eduindex.model.district import Status
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import sentence
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import figure_text, label, name_of, period_text

SAID_IN_COMMON = (Code.DATE_NOT_PRINTED, Code.VARIANT_UNSTATED)
_MOST_NAMED = 12

_FIRST = {
    "most": Wording("1为最多", "1 = most"),
    "fewest": Wording("1为最少", "1 = fewest"),
    "best": Wording("1为最好", "1 = best"),
    "highest": Wording("1为最高", "1 = highest"),
}
_ALONE = Wording("没有另一区县的数字可与{}相比。", "No other district has a figure comparable with {}'s.")
_OTHER_PERIOD = Wording("{}的数字属于另一时期：{}。", "{}'s figure is of another period: {}.")
_NO_DATE = Wording(
    "依据中没有日期，时期取自整篇报告：{}。", "The evidence prints no date; the period is that of the report: {}."
)
_AS_USUAL = Wording(
    "未说明口径(分母)，按通常口径({usual})理解：{names}。",
    "Definition not stated, read as the usual one ({usual}): {names}.",
)
_PERIODS = Wording(
    "时期不同：从{}到{}(--same-period 只排同一时期)。",
    "The reference periods differ, from {} to {} (--same-period ranks one period).",
)
_SIZES = Wording("多未必好：区县大小不同。", "More is not better: districts differ in size.")
_AND_MORE = Wording("等共{}个", " and {} more")


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
        parts.append(_span_text(figure, language))
    if measure.area:
        parts.append(f"{measure.area}{'0' * (6 - len(measure.area))}")
    if measure.status is Status.TARGET:
        parts.append(words.TARGET(language))
    return words.joined([part for part in parts if part], language)


def _span_text(figure: Figure, language: Language) -> str:
    if figure.per_year:
        return "年平均" if language is Language.ZH else "mean of a year"
    months, years = figure.period.months, figure.period.whole_years
    if months is None:
        return str(figure.period)
    number, zh, en = (years, "年", "year") if years else (months, "个月", "month")
    return f"{number}{zh}" if language is Language.ZH else counted(number, en)


def codes_of(figure: Figure, *, periods_differ: bool = False) -> list[Code]:
    """The caveats of a figure's rank: its own, and those that it has beside the others."""
    return [caveat.code for caveat in _caveats_among_others(figure)] + [Code.PERIODS_DIFFER] * periods_differ


def own_sentences(figure: Figure, language: Language, *, without: Sequence[Code] = ()) -> list[str]:
    """What a reader must know of one figure, ``without`` what is said of many at once."""
    return [sentence(caveat, language) for caveat in _caveats_among_others(figure) if caveat.code not in without]


def _caveats_among_others(figure: Figure) -> list[Caveat]:
    caveats = list(caveats_of(figure))
    if figure.per_year:
        caveats.append(Caveat(Code.MEAN_PER_YEAR, Effect.WARNS, (figure,)))
    if _is_read_as_usual(figure):
        caveats.append(Caveat(Code.VARIANT_UNSTATED, Effect.WARNS, (figure,), as_usual=True))
    return caveats


def common_sentences(figures: Sequence[Figure], language: Language) -> list[str]:
    """What holds of several figures of a ranking, each said once."""
    if not figures:
        return []
    indicator = figures[0].indicator
    said = [_PERIODS(language).format(*_first_and_last(figures))] if has_many_periods(figures) else []
    if usual := _named(figures, _is_read_as_usual, language):
        variant = indicator.variants[indicator.usual or ""](language)
        said.append(_AS_USUAL(language).format(usual=variant, names=usual))
    if undated := _named(figures, _has_no_date, language):
        said.append(_NO_DATE(language).format(undated))
    if indicator.is_total and indicator.direction is not Direction.NEUTRAL:
        said.append(_SIZES(language))
    return said


def reason_sentences(unranked: Unranked, language: Language) -> list[str]:
    """Why a district with a figure is not ranked."""
    figure = unranked.figure
    if figure is None:
        return []
    if unranked.reason is Reason.NOT_COMPARABLE:
        return [sentence(caveat, language) for caveat in unranked.caveats]
    name = name_of(unranked.district, language)
    if unranked.reason is Reason.ALONE:
        return [_ALONE(language).format(name)]
    shown = f"{figure_text(figure, language)} ({period_text(figure, language)})"
    return [_OTHER_PERIOD(language).format(name, shown)]


def names_listed(names: Sequence[str], language: Language) -> str:
    """A few names, and how many there are more."""
    shown = words.joined(names[:_MOST_NAMED], language)
    if len(names) <= _MOST_NAMED:
        return shown
    more = len(names) if language is Language.ZH else len(names) - _MOST_NAMED
    return shown + _AND_MORE(language).format(more)


def has_many_periods(figures: Iterable[Figure]) -> bool:
    """Whether the figures are of more than one period."""
    return len({figure.period.span for figure in figures}) > 1


def _first_and_last(figures: Sequence[Figure]) -> tuple[str, str]:
    ordered = sorted(figures, key=lambda figure: (figure.last_month, figure.period.text))
    return str(ordered[0].period), str(ordered[-1].period)


def _named(figures: Iterable[Figure], holds: Callable[[Figure], bool], language: Language) -> str:
    return names_listed([name_of(figure.district, language) for figure in figures if holds(figure)], language)


def _is_read_as_usual(figure: Figure) -> bool:
    return figure.variant is None and figure.indicator.usual is not None


def _has_no_date(figure: Figure) -> bool:
    return any(caveat.code is Code.DATE_NOT_PRINTED for caveat in caveats_of(figure))
