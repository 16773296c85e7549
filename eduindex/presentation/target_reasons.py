"""Why a target is open, in words: the footnotes of the table of targets.

A caveat's own sentence tells two districts apart by their names; here both figures are of one district, so these sentences
speak of the target and of the figure instead.
"""

from collections.abc import Callable

from eduindex.analysis.figures import Figure
from eduindex.analysis.targets import HeldTarget, Reason
from eduindex.model.wording import Language, Wording
from eduindex.presentation.figure_text import quoted_text, variant_text
from eduindex.presentation.period_words import period_phrase, period_words


def reason_sentence(reason: Reason, target: Figure, actual: Figure, language: Language) -> str:
    """One reason as a sentence that names periods and figures."""
    wording = _SAID[reason]
    if reason in _SAID_OTHERWISE:
        holds, otherwise = _SAID_OTHERWISE[reason]
        wording = otherwise if holds(target, actual) else wording
    return _filled(wording, target, actual, language)


def sentences_of(held: HeldTarget, language: Language) -> list[str]:
    """Why this target is open, and whether a figure from before its time meets it; empty for one that is not open."""
    if held.actual is None:
        return []
    said = [reason_sentence(reason, held.target, held.actual, language) for reason in held.reasons]
    if held.already_meets:
        said.append(_filled(_ALREADY_MEETS, held.target, held.actual, language))
    return said


def _filled(wording: Wording, target: Figure, actual: Figure, language: Language) -> str:
    """{tf} and {af} are figures, {tp} and {ap} periods, {tv} and {av} variants, {ts} and {as_} scopes of target and actual.

    English has periods with their prepositions too, for one that is open at an end has its own: {of_tp}, {for_tp}, {of_ap}.
    """
    return wording(language).format(
        tf=quoted_text(target, language),
        af=quoted_text(actual, language),
        tp=period_words(target.period, language),
        ap=period_words(actual.period, language),
        of_tp=period_phrase("of", target.period),
        for_tp=period_phrase("for", target.period),
        of_ap=period_phrase("of", actual.period),
        tv=variant_text(target, language),
        av=variant_text(actual, language),
        ts=target.scope(language),
        as_=actual.scope(language),
    )


_SAID = {
    Reason.OPEN_INTERVAL: Wording("由{af}不能确定是否达到{tf}的目标。", "{af} may or may not meet the target of {tf}."),
    Reason.PERIOD_RUNNING: Wording(
        "取得{ap}的数字时，目标期({tp})尚未结束。",
        "The figure {of_ap} dates from before the end of the target's period, {tp}.",
    ),
    Reason.PERIODS_DIFFER: Wording(
        "最新的可比数字是{ap}的，目标是{tp}的。",
        "The newest comparable figure is {of_ap}, the target is {for_tp}.",
    ),
    Reason.SPAN_LENGTHS_DIFFER: Wording(
        "时段长短不同：目标为{tp}，数字为{ap}。", "The spans differ in length: target {tp}, figure {ap}."
    ),
    Reason.SPAN_START_UNKNOWN: Wording(
        "来源未说明从何时算起：目标为{tp}，数字为{ap}。",
        "A source does not say when its span began: target {tp}, figure {ap}.",
    ),
    Reason.VARIANTS_DIFFER: Wording(
        "口径不同：目标为“{tv}”，{ap}的数字为“{av}”。",
        "The definitions differ: target {tv}; figure {of_ap} {av}.",
    ),
    Reason.VARIANT_UNSTATED: Wording(
        "{ap}的数字未说明口径；目标的口径为“{tv}”。",
        "The definition of the figure {of_ap} is not stated; the target's is: {tv}.",
    ),
    Reason.SCOPES_DIFFER: Wording(
        "范围不同：目标只涵盖{ts}；{ap}的数字只涵盖{as_}。",
        "Different parts are covered: target {ts}; figure {of_ap} {as_}.",
    ),
    Reason.PART_AGAINST_WHOLE: Wording("{ap}的数字只涵盖{as_}。", "The figure {of_ap} covers only a part: {as_}."),
}
# What is said instead where the other of the two is meant.
_SAID_OTHERWISE: dict[Reason, tuple[Callable[[Figure, Figure], bool], Wording]] = {
    Reason.PERIODS_DIFFER: (
        lambda target, actual: actual.last_month > target.last_month,
        Wording(
            "{tp}及以前没有可比数字；其后最早的是{ap}的。",
            "There is no comparable figure {of_tp} or before; the next is {of_ap}.",
        ),
    ),
    Reason.VARIANT_UNSTATED: (
        lambda target, _: target.variant is None,
        Wording(
            "目标未说明口径；{ap}的数字，口径为“{av}”。",
            "The target's definition is not stated; that of the figure {of_ap} is: {av}.",
        ),
    ),
    Reason.PART_AGAINST_WHOLE: (
        lambda target, _: bool(target.scope),
        Wording("目标只涵盖{ts}。", "The target covers only a part: {ts}."),
    ),
}
_ALREADY_MEETS = Wording("若按{ap}的数字，已达到目标值。", "The figure {of_ap} would already meet the target.")
