"""What a standard requires, and of whom, as people read it. The threshold is shown as the catalogue writes it."""

from eduindex.model.standard import Level, Operator, Standard
from eduindex.model.wording import Language, Wording

STANDARDS = Wording("标准", "Standards")

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


def brief_text(standard: Standard, language: Language) -> str:
    """A standard in one line: ``p3: ≥50% (county mark)``."""
    return f"{standard.id}: {requirement_text(standard, language)} ({level_text(standard, language)})"
