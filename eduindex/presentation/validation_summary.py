"""What the findings of a validation come to: how many of which rule, in how many files, and what was not looked at.

The lines are cells that carry their tone, like those of a table, but no table: they are printed below an editor's list of
findings, where nothing may be folded.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from eduindex.model.diagnostic import Severity
from eduindex.model.table import Cell, Tone
from eduindex.model.validation import Validation
from eduindex.presentation.english import counted
from eduindex.rules.registry import RULES

_NO_REPORTS: Final = "Evidence was not checked against the reports' texts (--reports DIR)."
_NOT_ACROSS_FILES: Final = "Rules that look at several files were not run (name no PATH, or the catalogue)."


class RuleCount(NamedTuple):
    """How often a rule found something."""

    code: str
    title: str
    number: int


def rule_counts(validation: Validation) -> list[RuleCount]:
    """The rules that found something: errors before warnings, the most frequent first."""
    numbers = Counter(one.code for one in validation.diagnostics)
    errors = {one.code for one in validation.diagnostics if one.severity is Severity.ERROR}
    codes = sorted(numbers, key=lambda code: (code not in errors, -numbers[code], code))
    return [RuleCount(code, RULES[code].title, numbers[code]) for code in codes]


def rule_titles(validation: Validation) -> dict[str, str]:
    """The titles of the rules that found something, by their codes."""
    return {count.code: count.title for count in rule_counts(validation)}


def summary_lines(validation: Validation) -> list[tuple[Cell, ...]]:
    """What is printed below the findings, a line each: the sum, each rule with its number, what was not checked, a hint."""
    counts = rule_counts(validation)
    lines = [(_sum_cell(validation),), *_rule_lines(counts)]
    lines += [(Cell(text),) for text in _omissions(validation)]
    if counts:
        lines.append((Cell(f"eduindex explain {counts[0].code} says more", Tone.WEAK),))
    return lines


def summary_text(validation: Validation) -> str:
    """The sum and what was not checked as one text on one line."""
    total, omissions = _sum_cell(validation).text, _omissions(validation)
    return " ".join([f"{total}.", *omissions]) if omissions else total


def _sum_cell(validation: Validation) -> Cell:
    files = counted(validation.files, "file")
    entries = "1 entry" if validation.entries == 1 else f"{validation.entries} entries"
    if not validation.diagnostics:
        return Cell(f"{files} with {entries}: nothing found", Tone.GOOD)
    numbers = ((validation.errors, "error"), (validation.warnings, "warning"))
    found = " and ".join(counted(number, noun) for number, noun in numbers if number)
    return Cell(f"{found} in {files} ({entries})", Tone.BAD if validation.errors else Tone.STRONG)


def _rule_lines(counts: list[RuleCount]) -> Iterator[tuple[Cell, ...]]:
    width = max((len(str(count.number)) for count in counts), default=0)
    for count in counts:
        yield Cell("  "), Cell(count.code, Tone.STRONG), Cell(f"  {count.number:>{width}}  {count.title}")


def _omissions(validation: Validation) -> list[str]:
    """What "nothing found" does not mean, a sentence each."""
    told = [] if validation.with_reports else [_NO_REPORTS]
    if validation.without_text:
        number = validation.without_text
        whose = "1 entry, whose source names" if number == 1 else f"{number} entries, whose sources name"
        told.append(f"Not checked against a report: the evidence of {whose} no text (file).")
    if not validation.across_files:
        told.append(_NOT_ACROSS_FILES)
    if validation.unasked_rules:
        told.append(f"Left out on request: {counted(validation.unasked_rules, 'rule')}.")
    return told
