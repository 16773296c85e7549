"""All rules by their codes, in the order in which a file is looked at: as text, by its shape, then what it means."""

from collections.abc import Mapping
from typing import Final

from eduindex.rules import (
    acceptance,
    agreement,
    catalogue,
    dates,
    evidence,
    identities,
    printed_periods,
    references,
    shape,
    sizes,
    sums,
    text,
    values,
)
from eduindex.rules.rule import Rule

_LETTERS = "TSCRVEPA"
_MODULES = (
    *(text, shape, identities, catalogue, references, values, evidence),
    *(dates, printed_periods, agreement, sizes, sums, acceptance),
)


def _order(rule: Rule) -> tuple[int, str]:
    return _LETTERS.index(rule.code[0]), rule.code


RULES: Final[Mapping[str, Rule]] = {
    rule.code: rule for rule in sorted((rule for module in _MODULES for rule in module.RULES), key=_order)
}
# The findings that a person may accept, with their titles.
ACCEPTABLE: Final[Mapping[str, str]] = {code: rule.title for code, rule in RULES.items() if rule.acceptable}
