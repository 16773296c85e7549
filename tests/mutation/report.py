"""Prints what the mutation test finds: the shares caught, and every mutant that is not noticed with the reason.

    python tests/mutation/report.py [FOLDER OF THE REPORTS]

Without a folder, EDUINDEX_REPORTS names it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from experiment import Mutant, run, shares

from eduindex.model.period_reading import mentions_date, printed_years


def lines(reports: str | None) -> Iterator[str]:
    """The report, line by line."""
    mutants, periods = run(reports)
    yield f"{len(mutants)} mutants, {'with' if reports else 'without'} reports"
    yield from _table(mutants, lambda one: one.field)
    yield from _table(mutants, lambda one: f"{one.field}: {one.operation}")
    yield "\nby the finding that caught them (one mutant may have several)"
    codes = [code for one in mutants for code in one.caught]
    yield "  " + ", ".join(f"{code} {codes.count(code)}" for code in sorted(set(codes)))
    survivors = [one for one in mutants if not one.caught]
    yield f"\n{len(survivors)} not noticed"
    for reason, (_, number) in shares(survivors, lambda one: one.reason).items():
        yield f"  {number} x {reason}"
        yield from (f"    {_told(one)}" for one in survivors if one.reason == reason)
    yield f"\n{len(periods)} mutants of the period"
    yield from _table(periods, lambda one: one.entry.district)
    yield from _table(periods, lambda one: one.operation)
    yield from _table(periods, _date_printed)


def _table(mutants: list[Mutant], of: Callable[[Mutant], str]) -> Iterator[str]:
    yield ""
    for name, (caught, number) in {**shares(mutants, of), **shares(mutants, lambda _: "all")}.items():
        yield f"  {100 * caught / number:6.2f}%  {caught:4} of {number:4}  {name}"


def _date_printed(mutant: Mutant) -> str:
    """What the evidence and the period's evidence say of the time: a slip cannot be noticed where they say nothing."""
    texts = mutant.entry.texts
    phrases = [texts[key].text for key in ("evidence", "period_evidence") if key in texts]
    if any(map(printed_years, phrases)):
        return "a year is printed"
    return "other words of time" if any(map(mentions_date, phrases)) else "no date is printed"


def _told(mutant: Mutant) -> str:
    place = f"{mutant.entry.district}:{mutant.entry.texts[mutant.key].line}"
    return f"{place} {mutant.operation}: {mutant.before} -> {mutant.after}"


if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("EDUINDEX_REPORTS")
    print("\n".join(lines(folder or None)))  # noqa: T201
