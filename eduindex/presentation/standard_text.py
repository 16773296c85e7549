"""What a standard requires, and of whom, as people read it. The threshold is shown as the catalogue writes it."""

from eduindex.model.catalogue import Indicator
from eduindex.model.standard import Level, Operator, Standard
from eduindex.model.wording import Language, Wording

STANDARD = Wording("标准", "Standard")
STANDARDS = Wording("标准", "Standards")
REQUIREMENT = Wording("要求", "Requirement")
NO_STANDARDS = Wording("没有这些指标的标准。", "There are no standards for these indicators.")

_SIGNS = {
    Operator.AT_LEAST: "≥",
    Operator.ABOVE: ">",
    Operator.AT_MOST: "≤",
    Operator.BELOW: "<",
    Operator.EQUALS: "=",
}
_NOT_BELOW_PREVIOUS_YEAR = Wording("不低于上年", "≥ previous year")
_EACH = Wording("各项{}", "each {}")
_A_YEAR = Wording("每年{}", "{} a year")
_LEVELS = {
    Level.COUNTY: Wording("县级标准", "county mark"),
    Level.NATIONAL: Wording("全国目标", "national goal"),
}
_FOR_A_YEAR = Wording("{year}年{level}", "{level} for {year}")


def requirement_text(standard: Standard, language: Language) -> str:
    """What a figure must be: ``≥50%``, ``<0.15``, ``≥10% a year``, ``each ≤0.50``, ``≥ previous year``."""
    if standard.required is None:
        text = _NOT_BELOW_PREVIOUS_YEAR(language)
    else:
        text = _SIGNS[standard.operator] + "".join(standard.threshold.split())
    if standard.per_year:
        text = _A_YEAR(language).format(text)
    return _EACH(language).format(text) if standard.each else text


def level_text(standard: Standard, language: Language) -> str:
    """Whom the standard binds, and for which year: ``county mark``, ``national goal for 2025``."""
    level = _LEVELS[standard.level](language)
    return level if standard.due is None else _FOR_A_YEAR(language).format(year=standard.due, level=level)


def standard_text(standard: Standard, language: Language, *, with_id: bool = True) -> str:
    """The id and the indicator, with the one variant that the standard counts."""
    name = standard.indicator.name(language)
    own = standard.indicator.variants.get(standard.variant or "", Wording())(language)
    text = f"{name} ({own})" if own else name
    return f"{standard.id} {text}" if with_id else text


def brief_text(standard: Standard, indicator: Indicator, language: Language) -> str:
    """A standard on an indicator in one line: ``p3: ≥50% (county mark)``.

    On an indicator that only prints the growth of another it says which one: ``f1: Expenditure ≥ previous year (...)``.
    """
    text = requirement_text(standard, language)
    if indicator.id != standard.indicator.id:
        text = f"{standard.indicator.name(language)}{'' if language is Language.ZH else ' '}{text}"
    return f"{standard.id}: {text} ({level_text(standard, language)})"
