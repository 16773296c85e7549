"""Acceptances: what a person has judged and lets stand, and what is wrong with acceptances themselves."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue
from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.district import Acceptance, Entry
from eduindex.model.evidence import Absence
from eduindex.model.names import suggestion
from eduindex.model.observation import District
from eduindex.model.place import Place
from eduindex.rules.rule import EntryRule, Example, Finding, Part, Reports, Rule

_Position = tuple[int, int]
_START: _Position = (0, 0)
_END: _Position = (1 << 62, 0)


class Region(NamedTuple):
    """An acceptance and what it covers: from ``first`` up to, not including, ``behind`` in its own file.

    ``had_chance``: the rule was asked of all that the region covers, so that an acceptance of nothing is not needed.
    """

    acceptance: Acceptance
    first: _Position
    behind: _Position
    had_chance: bool


def regions_of_catalogue(catalogue: Catalogue, ran: Collection[str]) -> list[Region]:
    """What the head of the catalogue accepts; ``ran`` are the codes of the rules that were asked."""
    complete = not catalogue.left_out
    return [Region(one, _START, _END, complete and one.code in ran) for one in catalogue.accepts]


def regions_of_district(
    district: District, rules: Mapping[str, Rule], ran: Collection[str], reports: Reports
) -> list[Region]:
    """What a district file accepts, in its head and in its entries."""
    if not district.accepts and not any(entry.accepts for entry in _entries(district)):
        return []
    complete = district.is_complete and not district.unread
    looked_up = {id for id, source in district.sources.items() if _is_text(reports(source))}
    regions = []
    for acceptance in district.accepts:
        asked = complete and (not _wants_text(acceptance.code, rules) or len(looked_up) == len(district.sources))
        regions.append(Region(acceptance, _START, _END, asked and acceptance.code in ran))
    read = {observation.entry.place for observation in district.observations}
    entries = sorted(_entries(district), key=lambda entry: entry.place)
    ends = [*(_position(entry.place) for entry in entries[1:]), _END]
    for entry, behind in zip(entries, ends, strict=True):
        for acceptance in entry.accepts:
            by_itself = isinstance(rules.get(acceptance.code), EntryRule)
            asked = entry.place in read and (by_itself or complete)
            asked = asked and (not _wants_text(acceptance.code, rules) or entry.source in looked_up)
            regions.append(Region(acceptance, _position(entry.place), behind, asked and acceptance.code in ran))
    return regions


def _entries(district: District) -> list[Entry]:
    return [*(observation.entry for observation in district.observations), *district.unread]


def _wants_text(code: str, rules: Mapping[str, Rule]) -> bool:
    """Whether the rule finds all that it can find only where the source's text is at hand."""
    return code in rules and (rules[code].needs_reports or rules[code].asks_reports)


def _is_text(report: str | Absence | None) -> bool:
    return report is not None and not isinstance(report, Absence)


def settle(diagnostics: Iterable[Diagnostic], regions: Iterable[Region], rules: Mapping[str, Rule]) -> list[Diagnostic]:
    """The findings that nobody has accepted, and what is wrong with the acceptances."""
    sound: list[Region] = []
    wrong: list[Region] = []
    for region in regions:
        if not _is_acceptable(region.acceptance.code, rules):
            wrong.append(region)
        elif region.acceptance.reason.strip():
            sound.append(region)
    covering = _Covering(sound)
    remaining: list[Diagnostic] = []
    needed: set[Region] = set()
    for diagnostic in diagnostics:
        judged = covering.regions_of(diagnostic)
        needed.update(judged)
        if not judged:
            remaining.append(diagnostic)
    unneeded = [region.acceptance for region in sound if region.had_chance and region not in needed]
    return [*remaining, *map(_unneeded, unneeded), *(_wrong(region.acceptance, rules) for region in wrong)]


class _Covering:
    """Finds the region that covers a finding: an entry's own, else that of its file."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._of_files: dict[tuple[str, str], Region] = {}
        self._of_entries: dict[tuple[str, str], list[Region]] = {}
        for region in sorted(regions, key=lambda region: region.first):
            key = (region.acceptance.place.file, region.acceptance.code)
            if region.behind == _END and region.first == _START:
                self._of_files[key] = region
            else:
                self._of_entries.setdefault(key, []).append(region)

    def regions_of(self, diagnostic: Diagnostic) -> list[Region]:
        """The regions that cover a place of the finding: of each place an entry's own, else that of its file."""
        places = [diagnostic.place] if diagnostic.also is None else [diagnostic.place, diagnostic.also]
        return [region for place in places if (region := self._region_of(diagnostic.code, place)) is not None]

    def _region_of(self, code: str, place: Place) -> Region | None:
        key, position = (place.file, code), _position(place)
        regions = self._of_entries.get(key, [])
        at = bisect_right(regions, position, key=lambda region: region.first) - 1
        if at >= 0 and position < regions[at].behind:
            return regions[at]
        return self._of_files.get(key)


def _position(place: Place) -> _Position:
    return (place.line, place.column)


def _is_acceptable(code: str, rules: Mapping[str, Rule]) -> bool:
    return code in rules and rules[code].acceptable


def _unneeded(acceptance: Acceptance) -> Diagnostic:
    message = "nothing of this kind is found here"
    return _UNNEEDED.diagnostic(Finding(acceptance.place, message, "delete the acceptance", acceptance.code))


def _wrong(acceptance: Acceptance, rules: Mapping[str, Rule]) -> Diagnostic:
    if acceptance.code.upper() in rules and not _is_acceptable(acceptance.code.upper(), rules):
        message, hint = "this finding cannot be accepted", "repair what it is about"
    else:
        acceptable = tuple(code for code, rule in rules.items() if rule.acceptable)
        message = "there is no such code"
        hint = suggestion(acceptance.code, acceptable) or "`eduindex explain` lists them"
    return _WRONG.diagnostic(Finding(acceptance.place, message, hint, acceptance.code))


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code=findings.UNNEEDED_ACCEPTANCE,
        severity=Severity.WARNING,
        title="an acceptance that is no longer needed",
        why=(
            "It accepts a finding that does not occur any more, and would silence one that comes back for another reason. "
            "Delete it."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师238名
    period_evidence: 2023年
    accepts: {P009: the report prints 238余名}
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师238名
    period_evidence: 2023年
""",
        ),
    ),
    Rule(
        code=findings.WRONG_ACCEPTANCE,
        title="an acceptance of a code that does not exist or cannot be accepted",
        why=(
            "An acceptance is for findings that a person may judge, such as a contradiction that the source itself "
            "contains. What hinders reading, such as an unknown indicator, has to be repaired, and a misspelt code "
            "accepts nothing."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238余名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师238余名
    period_evidence: 2023年
    accepts: {P009: the report prints it so, P099: the report prints it so}
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: teachers_recruited
    value: 238余名
    period: 2023
    source: report-2023
    evidence: 全年招聘新教师238余名
    period_evidence: 2023年
    accepts: {P009: the report prints it so}
""",
        ),
    ),
)
_UNNEEDED, _WRONG = RULES
