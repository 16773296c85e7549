"""What every command does first: find the workspace, read the catalogue, know the districts, say what is wrong.

Diagnostics go to standard error. A broken file of a district that nobody asked for earns a notice; a fault of one that was
named makes the exit code 1.
"""

import os
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import click

from eduindex.analysis.choosing import Choice
from eduindex.cli.failures import DataProblem, say, say_which, wrong_use
from eduindex.cli.options import Comparing, Narrowing
from eduindex.model.catalogue import Catalogue, Indicator
from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.names import Ambiguous, resolve
from eduindex.model.observation import District
from eduindex.storage.heads import Directory, read_directory
from eduindex.storage.workspace import Workspace, current_folder, find_workspace, shown

_YEAR = re.compile(r"(?P<name>.+)@(?P<year>[0-9]{4})\Z", re.DOTALL)
_NOTICES = 3


class Named(NamedTuple):
    """A district as the command line names it, with the year behind ``@``; ``label`` is its name for machines."""

    id: str
    year: int | None

    @property
    def label(self) -> str:
        """The id, with the year where one was given."""
        return f"{self.id}@{self.year}" if self.year else self.id


@dataclass(slots=True)
class Session:
    """An open workspace. ``affected`` becomes true when something that was asked for could not be read in full."""

    workspace: Workspace
    catalogue: Catalogue
    directory: Directory
    affected: bool = False
    _loaded: dict[str, District] = field(default_factory=dict)
    _told: set[Diagnostic] = field(default_factory=set)

    def named(self, texts: Sequence[str]) -> list[Named]:
        """What the words for districts mean; ends the command where one means nothing."""
        return [self._one(text) for text in texts]

    def district(self, id: str) -> District:
        """The district, read now; its faults are printed and noted."""
        if id not in self._loaded:
            loaded = self.workspace.load_district(id, self.catalogue)
            say(self._untold(loaded.diagnostics))
            self.affected |= any(one.severity is Severity.ERROR for one in loaded.diagnostics)
            if loaded.value is None:
                raise DataProblem(f"{id} could not be read")
            self._loaded[id] = loaded.value
        return self._loaded[id]

    def every_district(self, ids: Collection[str] | None = None) -> list[District]:
        """All districts, or those with these ids, that can be read; of faults in their files the first are told."""
        wanted = [id for id in self.workspace.district_paths() if ids is None or id in ids]
        found: list[District] = []
        faults: list[Diagnostic] = []
        for loaded in self.workspace.load_districts(wanted, self.catalogue):
            faults += loaded.diagnostics
            if loaded.value is not None:
                found.append(loaded.value)
        if ids is None:
            self.notice_others(wanted)
        self._notice(faults, "files of districts")
        return found

    def notice_others(self, ids: Collection[str]) -> None:
        """Say in a line each which files of other districts cannot be read."""
        paths = self.workspace.district_paths()
        files = {shown(paths[id]) for id in ids}
        others = [one for one in self.directory.diagnostics if one.place.file not in files]
        self._notice(others, "files of other districts")

    def _notice(self, diagnostics: Sequence[Diagnostic], where: str) -> None:
        """Say the first faults in a line each, and how many there are more."""
        untold = self._untold(diagnostics)
        say(untold[:_NOTICES], prefix="notice: left out: ")
        if len(untold) > _NOTICES:
            click.echo(
                f"notice: {len(untold) - _NOTICES} more faults in {where}; `eduindex validate` tells all", err=True
            )

    def _untold(self, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Those that have not been told yet, and now are."""
        untold = [one for one in diagnostics if one not in self._told]
        self._told.update(untold)
        return untold

    def indicator(self, text: str) -> Indicator:
        """The indicator of this id or name; ends the command where there is none."""
        indicators = self.catalogue.indicators
        if text in indicators:
            return indicators[text]
        wanted = "".join(text.split()).casefold()
        for one in indicators.values():
            names = (one.id, one.name.zh, one.name.en, *one.mentions)
            if wanted in ("".join(name.split()).casefold() for name in names):
                return one
        known = [*indicators, *(one.name.zh for one in indicators.values())]
        raise wrong_use("the catalogue has no such indicator", text, known, "`eduindex indicators` lists them")

    def dimension(self, text: str) -> str:
        """The id of the dimension of this id or name; ends the command where there is none."""
        for one in self.catalogue.dimensions.values():
            if text in (one.id, one.name.zh, one.name.en):
                return one.id
        listed = f"there are {', '.join(self.catalogue.dimensions)}"
        raise wrong_use("the catalogue has no such dimension", text, self.catalogue.dimensions, listed)

    def choice(self, narrowing: Narrowing) -> Choice:
        """What the options narrow a result to."""
        return Choice(
            dimensions=frozenset(self.dimension(text) for text in narrowing.dimensions),
            indicators=frozenset(self.indicator(text).id for text in narrowing.indicators),
        )

    def comparison_choice(self, narrowing: Narrowing, comparing: Comparing, named: Sequence[Named]) -> Choice:
        """What a comparison of the named districts is about; ends the command where the options exclude each other."""
        if comparing.same_period and (comparing.year or any(one.year for one in named)):
            raise click.UsageError("--same-period seeks the period itself: leave out --year and @YEAR")
        return replace(
            self.choice(narrowing),
            year=comparing.year,
            years=tuple(one.year for one in named),
            same_period=comparing.same_period,
            per_year=comparing.per_year,
            targets=comparing.targets,
        )

    def _one(self, text: str) -> Named:
        text = unicodedata.normalize("NFKC", text).strip()
        match = _YEAR.match(text)
        name, year = (match["name"], int(match["year"])) if match else (text, None)
        id = resolve(name, self.directory.identities)
        if isinstance(id, Ambiguous):
            raise wrong_use(f"several districts have this name: {', '.join(id.ids)}", name, ())
        if id is None:
            known = [n for one in self.directory.identities for n in (one.id, one.name.zh, *one.aliases) if n]
            raise wrong_use("there is no such district", name, known, "`eduindex districts` lists them")
        return Named(id, year)


def open_session(workspace_name: str | None, *, standards: bool = False) -> Session:
    """Open the workspace that answers; ends the command where there is none or its catalogue cannot be read.

    ``standards``: the command is about the catalogue's standards too, which take time to read.
    """
    workspace = find_workspace(workspace_name, os.environ, current_folder())
    if isinstance(workspace, Diagnostic):
        say([workspace])
        raise DataProblem("the workspace cannot be opened; --workspace DIR names another")
    say_which(workspace)
    loaded = workspace.load_catalogue(standards=standards)
    say(loaded.diagnostics)
    if loaded.value is None:
        raise DataProblem("the catalogue could not be read")
    return Session(workspace, loaded.value, read_directory(workspace))
