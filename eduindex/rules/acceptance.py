"""Acceptances: what a person has judged and lets stand, and what is wrong with acceptances themselves."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue
from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.district import Acceptance, Entry
from eduindex.model.names import suggestion
from eduindex.model.observation import District
from eduindex.model.place import Place
from eduindex.rules.rule import Example, Finding, Part, Rule

_Position = tuple[int, int]
_START: _Position = (0, 0)
_END: _Position = (1 << 62, 0)


class Region(NamedTuple):
    """An acceptance and what it covers: from ``first`` up to, not including, ``behind`` in its own file."""

    acceptance: Acceptance
    first: _Position
    behind: _Position


def regions_of_catalogue(catalogue: Catalogue) -> list[Region]:
    """What the head of the catalogue accepts."""
    return [Region(acceptance, _START, _END) for acceptance in catalogue.accepts]


def regions_of_district(district: District) -> list[Region]:
    """What a district file accepts, in its head and in its entries."""
    regions = [Region(acceptance, _START, _END) for acceptance in district.accepts]
    entries = [*(observation.entry for observation in district.observations), *district.unread]
    if any(entry.accepts for entry in entries):
        regions += _regions_of_entries(entries)
    return regions


def _regions_of_entries(entries: list[Entry]) -> list[Region]:
    entries.sort(key=lambda entry: entry.place)
    ends = [*(_position(entry.place) for entry in entries[1:]), _END]
    return [
        Region(acceptance, _position(entry.place), behind)
        for entry, behind in zip(entries, ends, strict=True)
        for acceptance in entry.accepts
    ]


def settle(
    diagnostics: Iterable[Diagnostic], regions: Iterable[Region], rules: Mapping[str, Rule], ran: Collection[str]
) -> list[Diagnostic]:
    """The findings that nobody has accepted, and what is wrong with the acceptances.

    ``ran`` are the codes of the rules that had the chance to find something: only of these an acceptance can be unneeded.
    """
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
        judged = covering.region_of(diagnostic)
        if judged is None:
            remaining.append(diagnostic)
        else:
            needed.add(judged)
    unneeded = [region.acceptance for region in sound if region not in needed and region.acceptance.code in ran]
    return [*remaining, *map(_unneeded, unneeded), *(_wrong(region.acceptance, rules) for region in wrong)]


class _Covering:
    """Finds the region that covers a finding: an entry's own, else that of its file."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._of_files: dict[tuple[str, str], Region] = {}
        self._of_entries: dict[tuple[str, str], list[Region]] = {}
        for region in sorted(regions, key=lambda region: region.first):
            key = (region.acceptance.place.file, region.acceptance.code)
            if region.behind is _END and region.first == _START:
                self._of_files[key] = region
            else:
                self._of_entries.setdefault(key, []).append(region)

    def region_of(self, diagnostic: Diagnostic) -> Region | None:
        """The region that covers the finding, if any."""
        key, position = (diagnostic.place.file, diagnostic.code), _position(diagnostic.place)
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
    message = "nothing of this kind is found here any more"
    return _UNNEEDED.diagnostic(Finding(acceptance.place, message, "delete the acceptance", acceptance.code))


def _wrong(acceptance: Acceptance, rules: Mapping[str, Rule]) -> Diagnostic:
    if acceptance.code in rules:
        message, hint = "this finding cannot be accepted", "repair what it is about"
    else:
        acceptable = [code for code, rule in rules.items() if rule.acceptable]
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
