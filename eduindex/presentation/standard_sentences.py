"""Why a standard is neither met nor missed, and what else a reader must know of an outcome, in words.

A footnote names district, figure, period and what is asked, so that it can be read alone. What a standard is easily confused
with is said where the outcome is open, for there it is likely to be the cause.
"""

from collections.abc import Callable

from eduindex.analysis.answers import Reason
from eduindex.analysis.caveats import Caveat, caveats_of
from eduindex.analysis.figures import Figure
from eduindex.analysis.standards import Held, Outcome
from eduindex.model.standard import Operator, Standard
from eduindex.model.wording import Language, Wording
from eduindex.presentation.caveat_sentences import length_text, sentence
from eduindex.presentation.figure_text import figure_text, label, name_of, quoted_text, variant_text
from eduindex.presentation.period_words import period_phrase, period_words

_BETWEEN = Wording("、", ", ")


def sentences_of(held: Held, language: Language) -> list[str]:
    """The footnotes of an outcome: why it is undetermined, or what makes it; without the caveats of the figures themselves."""
    said = [_filled(wording, held, language) for wording in _remarks(held)]
    if held.outcome is Outcome.UNDETERMINED:
        said += _reasons(held, language)
        said += [text for part in held.parts for text in _reasons(part, language)]
        said += [note_sentence(held.standard, language)] if held.standard.note else []
    return said


def caveats_held(held: Held) -> list[Caveat]:
    """The caveats that the figures held carry by themselves, without what is a reason already."""
    figures = [figure for figure in (*held.figures, held.previous, held.growth) if figure is not None]
    said = {reason.value for one in (held, *held.parts) for reason in one.reasons}
    return [caveat for figure in figures for caveat in caveats_of(figure) if caveat.code.value not in said]


def caveat_sentences_of(held: Held, language: Language) -> list[str]:
    """The footnotes of the figures held."""
    return [sentence(caveat, language) for caveat in caveats_held(held)]


def note_sentence(standard: Standard, language: Language) -> str:
    """What a standard is easily confused with."""
    text = standard.note(language).rstrip(".。")
    return f"标准 {standard.id}：{text}。" if language is Language.ZH else f"Standard {standard.id}: {text}."


def is_by_growth(held: Held) -> bool:
    """Whether it is a printed growth that is held, and not a figure of the standard's own indicator."""
    return held.figure is not None and held.figure.indicator.id != held.standard.indicator.id


def _remarks(held: Held) -> list[Wording]:
    """What makes an outcome that is not undetermined, where the row itself does not show it."""
    if held.outcome is Outcome.NO_FIGURE:
        return [wording for wording, holds in _OF_NO_FIGURE if holds(held)]
    if held.outcome is Outcome.UNDETERMINED:
        return []
    return [wording for wording, holds in _OF_A_FIGURE if holds(held)]


def _reasons(held: Held, language: Language) -> list[str]:
    """The reasons of one held figure; those of several variants are told part by part, but for what is missing."""
    reasons = held.reasons if not held.parts else [one for one in held.reasons if one is Reason.VARIANTS_MISSING]
    return [_filled(_reason(reason, held), held, language) for reason in reasons]


def _reason(reason: Reason, held: Held) -> Wording:
    if reason is not Reason.OPEN_INTERVAL:
        return _REASONS[reason]
    if is_by_growth(held):
        return _OPEN_GROWTH
    return _OPEN_CHANGE if held.previous is not None else _REASONS[reason]


def _filled(wording: Wording, held: Held, language: Language) -> str:
    """The sentence, its names filled in; what a source says of itself is never taken for one of them."""
    facts = {
        "name": name_of(held.district, language),
        "asked": _asked(held.standard, language),
        "required": _required(held.standard, language),
        "variants": _variants_of(held.standard, held.variant, language),
        "missing": _BETWEEN(language).join(_variant_names(held.standard, held.missing, language)),
        "failing": _BETWEEN(language).join(
            _with(figure_text(part.figure, language), label(part.figure, language), language)
            for part in held.parts
            if part.figure is not None and part.outcome is Outcome.NOT_MET
        ),
        **_facts("", held.figure, held, language),
        **_facts("previous_", held.previous, held, language),
        **_facts("growth_", held.growth, held, language),
        **_facts("target_", held.target, held, language),
    }
    return wording(language).format(**facts)


def _facts(prefix: str, figure: Figure | None, held: Held, language: Language) -> dict[str, str]:
    """What sentences say of a figure; one of several variants is told with its variant, a plan with all that tells it apart.

    ``figure`` is quoted where it begins a clause, ``value`` stands behind the word that says what it is.
    """
    if figure is None:
        return {}
    of_several = variant_text(figure, language) if held.variant is not None else ""
    own = label(figure, language) if figure is held.target else of_several
    return {
        f"{prefix}figure": _with(quoted_text(figure, language), own, language),
        f"{prefix}value": _with(figure_text(figure, language), own, language),
        f"{prefix}period": period_words(figure.period, language),
        f"for_{prefix}period": period_phrase("for", figure.period),
        f"{prefix}length": length_text(figure, language),
        f"{prefix}variant": variant_text(figure, language),
        f"{prefix}scope": figure.scope(language),
    }


def _with(text: str, own: str, language: Language) -> str:
    """A figure with what tells it apart behind it, if anything does."""
    if not own:
        return text
    return f"{text}({own})" if language is Language.ZH else f"{text} ({own})"


def _required(standard: Standard, language: Language) -> str:
    """What is asked, in words: ``at least 50%``."""
    return _OPERATORS[standard.operator](language).format("".join(standard.threshold.split()))


def _asked(standard: Standard, language: Language) -> str:
    """What the standard does: ``the standard asks for at least 10% in each year``."""
    if standard.required is None:
        return _COMPARES(language)
    return (_ASKS_A_YEAR if standard.per_year else _ASKS)(language).format(_required(standard, language))


def _variants_of(standard: Standard, variant: str | None, language: Language) -> str:
    """The variant that a standard counts, or all of those that it counts one by one."""
    only = variant or standard.variant
    names = _variant_names(standard, standard.each if only is None else (only,), language)
    return "、".join(f"“{name}”" for name in names) if language is Language.ZH else ", ".join(names)


def _variant_names(standard: Standard, variants: tuple[str, ...], language: Language) -> list[str]:
    wordings = standard.indicator.variants
    return [wordings[id](language) if id in wordings else id for id in variants]


_OPERATORS = {
    Operator.AT_LEAST: Wording("不低于{}", "at least {}"),
    Operator.ABOVE: Wording("高于{}", "more than {}"),
    Operator.AT_MOST: Wording("不高于{}", "at most {}"),
    Operator.BELOW: Wording("低于{}", "less than {}"),
    Operator.EQUALS: Wording("等于{}", "exactly {}"),
}
_ASKS = Wording("标准要求{}", "the standard asks for {}")
_ASKS_A_YEAR = Wording("标准要求每年{}", "the standard asks for {} in each year")
_COMPARES = Wording("标准要求不低于上年", "the standard compares a year with the year before")
_REASONS = {
    Reason.VARIANT_UNSTATED: Wording(
        "{name}：来源未说明{figure}的口径(分母)；标准的口径为{variants}。",
        "{name}: the definition (denominator) of {figure} is not stated; the standard's is: {variants}.",
    ),
    Reason.VARIANTS_DIFFER: Wording(
        "{name}：{figure}的口径为“{variant}”，而标准的口径为{variants}。",
        "{name}: {figure} is of another definition: {variant}; the standard's is: {variants}.",
    ),
    Reason.PART_AGAINST_WHOLE: Wording(
        "{name}：{figure}只涵盖{scope}，而标准针对整个区县。",
        "{name}: {figure} covers only a part: {scope}; the standard is for the whole district.",
    ),
    Reason.SPAN_START_UNKNOWN: Wording(
        "{name}：来源未说明{figure}({period})从何时算起；{asked}。",
        "{name}: the source does not say when the span of {figure} ({period}) began; {asked}.",
    ),
    Reason.PERIOD_RUNNING: Wording(
        "{name}：{figure}的时期({period})尚未结束；{asked}。",
        "{name}: the period of {figure} ({period}) was not over; {asked}.",
    ),
    Reason.SPAN_LENGTHS_DIFFER: Wording(
        "{name}：{figure}涵盖{length}({period})；{asked}。", "{name}: {figure} covers {length} ({period}); {asked}."
    ),
    Reason.YEARS_NOT_CONSECUTIVE: Wording(
        "{name}：{figure}({period})与{previous_figure}({previous_period})不是相邻两年的数字；{asked}。",
        "{name}: {figure} ({period}) and {previous_figure} ({previous_period}) are not of consecutive years; {asked}.",
    ),
    Reason.ONE_YEAR_ONLY: Wording(
        "{name}：{figure}({period})之前没有整年的数字，也没有可用的增长率；{asked}。",
        "{name}: there is neither a figure of the whole year before {figure} ({period}) nor its growth rate; {asked}.",
    ),
    Reason.GROWTH_CONTRADICTS: Wording(
        "{name}：{period}为{value}，上年为{previous_value}，与公布的增长率{growth_value}相互矛盾。",
        "{name}: {figure} ({period}) against {previous_figure} the year before contradicts the printed growth of "
        "{growth_figure}.",
    ),
    Reason.OPEN_INTERVAL: Wording(
        "{name}：由{figure}不能确定是否{required}。", "{name}: {figure} leaves open whether it is {required}."
    ),
    Reason.VARIANTS_MISSING: Wording(
        "{name}：缺少以下各项的数字：{missing}；标准要求逐项达到。",
        "{name}: no figure for {missing}; the standard asks for each.",
    ),
}
_OPEN_CHANGE = Wording(
    "{name}：由{figure}({period})不能确定是否低于上年的{previous_figure}。",
    "{name}: {figure} ({period}) leaves open whether it is below {previous_figure} of the year before.",
)
_OPEN_GROWTH = Wording(
    "{name}：由公布的增长率{figure}({period})不能确定是否为负增长。",
    "{name}: the printed growth of {figure} ({period}) leaves open whether it is negative.",
)
_OF_NO_FIGURE: tuple[tuple[Wording, Callable[[Held], bool]], ...] = (
    (
        Wording(
            "{name}：没有数字；{target_period}的目标为{target_value}。",
            "{name}: no figure; a target of {target_value} {for_target_period}.",
        ),
        lambda held: held.only_target,
    ),
    (
        Wording("{name}：有数字，但不属于所选年份。", "{name}: there are figures, but none of the year asked for."),
        lambda held: held.of_other_periods,
    ),
)
_OF_A_FIGURE: tuple[tuple[Wording, Callable[[Held], bool]], ...] = (
    (
        Wording(
            "{name}：依据公布的增长率{value}({period})判定。",
            "{name}: the printed growth of {value} ({period}) decides.",
        ),
        is_by_growth,
    ),
    (
        Wording(
            "{name}：{period}为{value}，上年为{previous_value}。",
            "{name}: {value} ({period}) against {previous_value} the year before.",
        ),
        lambda held: held.previous is not None,
    ),
    (
        Wording("{name}：未达标的是：{failing}。", "{name}: not met by {failing}."),
        lambda held: bool(held.parts) and held.outcome is Outcome.NOT_MET,
    ),
)
