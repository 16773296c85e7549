"""Applying the rules: which of them run, and what they find in an entry, a district, the catalogue or all districts together."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from eduindex.model.catalogue import Catalogue
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.observation import District, Observation
from eduindex.model.period import Span
from eduindex.rules.rule import (
    CatalogueRule,
    DistrictRule,
    EntryRule,
    RepeatRule,
    Reports,
    Rule,
    SeriesRule,
    WorkspaceRule,
)
from eduindex.rules.summary import Summary


@dataclass(frozen=True, slots=True)
class Checks:
    """The rules that run, by what they look at."""

    entry: tuple[EntryRule, ...]
    series: tuple[SeriesRule, ...]
    repeat: tuple[RepeatRule, ...]
    district: tuple[DistrictRule, ...]
    catalogue: tuple[CatalogueRule, ...]
    workspace: tuple[WorkspaceRule, ...]


def checks_of(rules: Collection[Rule], *, with_reports: bool) -> Checks:
    """The checks of the rules; those that look at reports are left out where there are none."""
    running = [rule for rule in rules if with_reports or not rule.needs_reports]
    return Checks(
        entry=tuple(rule for rule in running if isinstance(rule, EntryRule)),
        series=tuple(rule for rule in running if isinstance(rule, SeriesRule)),
        repeat=tuple(rule for rule in running if isinstance(rule, RepeatRule)),
        district=tuple(rule for rule in running if isinstance(rule, DistrictRule)),
        catalogue=tuple(rule for rule in running if isinstance(rule, CatalogueRule)),
        workspace=tuple(rule for rule in running if isinstance(rule, WorkspaceRule)),
    )


def check_catalogue(catalogue: Catalogue, checks: Checks) -> list[Diagnostic]:
    """What the rules find in the catalogue."""
    return [rule.diagnostic(finding) for rule in checks.catalogue for finding in rule.check(catalogue)]


def check_district(district: District, checks: Checks, reports: Reports) -> list[Diagnostic]:
    """What the rules find in one district, looked at by itself."""
    found = []
    judges = [(rule, rule.check) for rule in checks.entry]
    for observation in district.observations:
        for rule, check in judges:
            finding = check(observation, reports)
            if finding is not None:
                found.append(rule.diagnostic(finding))
    for series in _series(district.observations):
        found += [one.diagnostic(finding) for one in checks.series for finding in one.check(series)]
        for repeated in _repeated(series):
            found += [one.diagnostic(finding) for one in checks.repeat for finding in one.check(repeated)]
    found += [one.diagnostic(finding) for one in checks.district for finding in one.check(district, reports)]
    return found


def check_workspace(summaries: Sequence[Summary], checks: Checks) -> list[Diagnostic]:
    """What the rules find in all districts together."""
    return [rule.diagnostic(finding) for rule in checks.workspace for finding in rule.check(summaries)]


def _series(observations: Iterable[Observation]) -> list[list[Observation]]:
    """The observations that share indicator, variant, scope and status, where there are two or more of them.

    An entry that states no variant means the usual one, so it stands with those that state it.
    """
    grouped: dict[tuple[object, ...], list[Observation]] = {}
    for observation in observations:
        entry = observation.entry
        key = (entry.indicator, entry.variant or observation.indicator.usual, entry.scope.key, entry.status)
        grouped.setdefault(key, []).append(observation)
    return [group for group in grouped.values() if len(group) > 1]


def _repeated(series: Sequence[Observation]) -> list[list[Observation]]:
    """The observations of a series that share their period, where several do."""
    by_span: dict[Span, list[Observation]] = {}
    for observation in series:
        by_span.setdefault(observation.period[:2], []).append(observation)
    return [] if len(by_span) == len(series) else [group for group in by_span.values() if len(group) > 1]
