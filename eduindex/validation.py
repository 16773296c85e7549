"""A whole validation: files in, findings out. It brings ``storage`` and ``rules`` together, in one process or in several.

Districts are read one at a time and forgotten; what is kept of each are its findings, its acceptances and a summary. So the
memory does not grow with the entries, and no file can hide what is wrong with another.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue
from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.observation import District
from eduindex.model.place import Place
from eduindex.model.validation import Validation
from eduindex.rules.acceptance import Region, regions_of_catalogue, regions_of_district, settle
from eduindex.rules.checking import Checks, check_catalogue, check_district, check_workspace, checks_of
from eduindex.rules.registry import RULES
from eduindex.rules.rule import WorkspaceRule
from eduindex.rules.summary import Summary, summarise
from eduindex.storage.checked_nodes import MOST_FINDINGS
from eduindex.storage.district_loading import load_district
from eduindex.storage.file_reading import size_of
from eduindex.storage.heads import folder_faults
from eduindex.storage.report_texts import ReportTexts
from eduindex.storage.targets import Target
from eduindex.storage.workspace import read_district_file, shown

Progress = Callable[[int, int], None]

# Sizes of all files together: below them a second process, or the expressions for the canonical layout, cost more than they save.
_WORTH_A_PROCESS = 4_000_000
_WORTH_COMPILING = 200_000
_FILES_A_TASK = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """Which findings are wanted (by code), the folder of the reports, how many processes (``None``: as many as are of use)."""

    codes: frozenset[str] = frozenset(RULES)
    reports: str | None = None
    jobs: int | None = None

    @property
    def asked(self) -> frozenset[str]:
        """The codes of the rules that run: to know what is accepted in vain, all are asked that may be accepted."""
        if findings.UNNEEDED_ACCEPTANCE not in self.codes:
            return self.codes
        return self.codes | {code for code, rule in RULES.items() if rule.acceptable}


def validate(targets: Sequence[Target], settings: Settings, on_progress: Progress | None = None) -> Validation:
    """All findings in the targets; ``on_progress`` is told the number of district files judged, and of all."""
    total = sum(len(target.districts) for target in targets)
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        if on_progress is not None:
            on_progress(done, total)

    judged = [_validated(target, settings, one_more) for target in targets]
    diagnostics = [diagnostic for one in judged for diagnostic in one.diagnostics]
    return Validation(
        diagnostics=tuple(sorted(diagnostics, key=lambda one: (one.place, one.code, one.message))),
        files=total + sum(target.whole for target in targets),
        entries=sum(one.entries for one in judged),
        with_reports=settings.reports is not None,
        without_text=sum(one.without_text for one in judged),
        across_files=all(target.whole for target in targets),
        unasked_rules=len(RULES) - len(settings.codes),
    )


class _Judged(NamedTuple):
    """What a file came to. ``late`` are acceptances that only all files together can need."""

    diagnostics: list[Diagnostic]
    late: list[Region]
    entries: int = 0
    without_text: int = 0
    summary: Summary | None = None


def _validated(target: Target, settings: Settings, one_more: Callable[[], None]) -> _Judged:
    """What a target came to."""
    judge, catalogue = _judge_of(target, settings)
    found, late = list(catalogue.diagnostics), list(catalogue.late)
    entries = without_text = 0
    summaries: list[Summary] = []
    for judged in _judged(judge, target.districts, settings.jobs):
        found += judged.diagnostics
        late += judged.late
        entries += judged.entries
        without_text += judged.without_text
        if judged.summary is not None:
            summaries.append(judged.summary)
        one_more()
    if target.whole:
        across = settle(check_workspace(summaries, judge.checks), late, RULES)
        found += [one for one in across if one.code in settings.codes]
    return _Judged(found, [], entries, without_text)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What is needed to judge the district files of one workspace; it can be handed to another process."""

    root: Path
    settings: Settings
    catalogue: Catalogue
    checks: Checks
    reports: ReportTexts
    canonical: bool
    whole: bool

    def judge(self, path: Path) -> _Judged:
        """Read one district file, look at it by itself, and forget it."""
        try:
            return self._judge(path)
        except MemoryError:
            message = "there is not enough memory to look at this file"
            hint = "split it, or check that it is the right one"
            return _Judged([Diagnostic(findings.TOO_LARGE, Place(shown(path)), message, hint)], [])

    def _judge(self, path: Path) -> _Judged:
        reading = read_district_file(path, self.root, canonical=self.canonical)
        loaded = load_district(reading, shown(path), path.stem, self.catalogue)
        district = loaded.partial
        if district is None:
            return _Judged(self.told(loaded.diagnostics, []), [])
        found = [*loaded.diagnostics, *check_district(district, self.checks, self.reports.text_of)]
        regions = regions_of_district(district, RULES, _ran(self.settings, whole=self.whole), self.reports.text_of)
        late = [region for region in regions if _is_across_files(region.acceptance.code)]
        return _Judged(
            diagnostics=self.told(found, [region for region in regions if region not in late]),
            late=late if self.whole else [],
            entries=len(district.observations) + len(district.unread),
            without_text=self._without_text(district),
            summary=summarise(district) if self.whole else None,
        )

    def told(self, found: Iterable[Diagnostic], regions: Iterable[Region]) -> list[Diagnostic]:
        """What is told of a file: what is wanted and nobody has accepted; of very many, errors first, and how many more."""
        told = [one for one in settle(found, regions, RULES) if one.code in self.settings.codes]
        if len(told) <= MOST_FINDINGS:
            return told
        told.sort(key=lambda one: (one.severity is not Severity.ERROR, one.place))
        more = _more(told[MOST_FINDINGS].place, len(told) - MOST_FINDINGS)
        return told[:MOST_FINDINGS] + ([more] if more.code in self.settings.codes else [])

    def _without_text(self, district: District) -> int:
        """The number of entries whose evidence could not be looked up, because their source names no text."""
        if self.settings.reports is None:
            return 0
        nameless = {id for id, source in district.sources.items() if not source.file}
        return sum(observation.entry.source in nameless for observation in district.observations) if nameless else 0


def _judge_of(target: Target, settings: Settings) -> tuple[_Judge, _Judged]:
    """The judge of a target's district files, and what its catalogue came to.

    Where only some files are looked at, the rules of the catalogue are not asked; but what leaves indicators out of it is told,
    for their entries could not be judged.
    """
    workspace = target.workspace
    loaded = workspace.load_catalogue()
    catalogue = loaded.value or Catalogue({}, {}, left_out=None)
    checks = checks_of([RULES[code] for code in sorted(settings.asked)], with_reports=settings.reports is not None)
    found = list(loaded.diagnostics) if target.whole or catalogue.left_out or catalogue.left_out is None else []
    if target.whole and loaded.value is not None:
        found += [*check_catalogue(catalogue, checks), *folder_faults(workspace)]
    canonical = sum(map(size_of, target.districts)) > _WORTH_COMPILING
    judge = _Judge(workspace.root, settings, catalogue, checks, ReportTexts(settings.reports), canonical, target.whole)
    regions = regions_of_catalogue(catalogue, _ran(settings, whole=True)) if target.whole else []
    return judge, _Judged(judge.told(found, regions), [])


def _ran(settings: Settings, *, whole: bool) -> frozenset[str]:
    """The codes of the rules that were asked; some look at all files together, or at the texts of the reports."""
    return frozenset(
        code
        for code in settings.asked
        if (whole or not _is_across_files(code))
        and (settings.reports is not None or not (RULES[code].needs_reports or RULES[code].asks_reports))
    )


def _more(place: Place, number: int) -> Diagnostic:
    message = f"{number} more findings in this file are not told"
    hint = "repair what is told, and check again"
    return Diagnostic(findings.TOO_MANY, place, message, hint, severity=Severity.WARNING)


def _is_across_files(code: str) -> bool:
    return isinstance(RULES.get(code), WorkspaceRule)


def _judged(judge: _Judge, paths: Sequence[Path], jobs: int | None) -> Iterator[_Judged]:
    """What each file came to, in their order."""
    workers = _useful_jobs(paths) if jobs is None else jobs
    if workers < 2 or len(paths) < 2:
        yield from map(judge.judge, paths)
        return
    done = 0
    try:
        with ProcessPoolExecutor(workers, initializer=_set_judge, initargs=(judge,)) as pool:
            for judged in pool.map(_judge_in_process, paths, chunksize=_FILES_A_TASK):
                done += 1
                yield judged
    except BrokenProcessPool:  # a process was killed: what is left is judged here, where it is told what goes wrong
        yield from map(judge.judge, paths[done:])


_judge_of_process: list[_Judge] = []


def _set_judge(judge: _Judge) -> None:
    _judge_of_process[:] = [judge]


def _judge_in_process(path: Path) -> _Judged:
    return _judge_of_process[0].judge(path)


def _useful_jobs(paths: Sequence[Path]) -> int:
    return _usable_cores() if sum(map(size_of, paths)) > _WORTH_A_PROCESS else 1


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
