"""What a rule is: the data that people read about it, and the function that finds what it is about.

Faults that already hinder reading (the families text, shape, references and values) are found by whoever reads, so their rules
are data alone. The other rules differ by what they look at: an entry, a district, the catalogue, or all districts together.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from eduindex.model.catalogue import Catalogue
from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.district import Source
from eduindex.model.evidence import Absence
from eduindex.model.observation import District, Observation
from eduindex.model.place import Place
from eduindex.rules.summary import Summary

# The text of a source's report without white space, or why there is none; None where no reports are at hand at all.
Reports = Callable[[Source], str | Absence | None]


class Part(StrEnum):
    """What the text of an example is: a whole file, or the piece of one that matters."""

    ENTRY = "entry"  # one or more items of `entries`
    DISTRICT = "district"  # a whole district file
    CATALOGUE = "catalogue"  # a whole catalogue
    SITUATION = "situation"  # told in words: a pipe, a link, two files ...


class Example(NamedTuple):
    """A text that a rule finds something in, or (the good one) nothing; ``encoding`` is how the file is saved."""

    part: Part
    text: str
    encoding: str = "utf-8"


class Finding(NamedTuple):
    """What a rule's function found; the rule adds its code and severity. ``also``: the other place that it is about."""

    place: Place
    message: str
    hint: str = ""
    quoted: str = ""
    also: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as people know it.

    ``acceptable``: a person may judge a finding and accept it in the file. ``needs_reports``: without the reports' texts
    it finds nothing; ``asks_reports``: without them it leaves some things open.
    """

    code: str
    severity: Severity = Severity.ERROR
    title: str
    why: str
    bad: Example
    good: Example
    acceptable: bool = False
    needs_reports: bool = False
    asks_reports: bool = False

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """The finding with the rule's code and severity."""
        place, message, hint, quoted, also = finding
        return Diagnostic(self.code, place, message, hint, quoted, self.severity, also)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRule(Rule):
    """Looks at one observation; called for every entry of every file, so it decides at once where nothing is wrong."""

    check: Callable[[Observation, Reports], Finding | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRule(Rule):
    """Looks at two or more observations of one series: one indicator, variant, scope and status."""

    check: Callable[[Sequence[Observation]], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatRule(Rule):
    """Looks at two or more observations of one series and period."""

    check: Callable[[Sequence[Observation]], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictRule(Rule):
    """Looks at a district as a whole."""

    check: Callable[[District, Reports], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRule(Rule):
    """Looks at the catalogue."""

    check: Callable[[Catalogue], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceRule(Rule):
    """Looks at what all districts together say, by summaries, so that no two districts need to be in memory at once."""

    check: Callable[[Sequence[Summary]], Iterable[Finding]]
