"""eduindex from Python: open a workspace, get districts and their observations, compare them.

A thin room over ``storage``: it turns diagnostics of what was asked for into one exception, because a program, unlike a
person, does not read standard error. Use ``compare`` from ``eduindex`` on what it returns.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from eduindex.model.catalogue import Catalogue
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.names import resolve
from eduindex.model.observation import District
from eduindex.storage.heads import Directory, read_directory
from eduindex.storage.workspace import Workspace, current_folder, find_workspace


class DataError(Exception):
    """What was asked for could not be read; ``diagnostics`` say where and why."""

    def __init__(self, what: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        details = "".join(f"\n{one.place}: {one.code} {one.message}" for one in diagnostics)
        super().__init__(what + details)
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class OpenWorkspace:
    """A workspace with its catalogue; ``diagnostics`` are the catalogue's own faults (its bad indicators are left out)."""

    workspace: Workspace
    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    _directory: list[Directory] = field(default_factory=list, repr=False, compare=False)

    def ids(self) -> tuple[str, ...]:
        """The ids of all districts, in alphabetical order."""
        return tuple(self.workspace.district_paths())

    def district(self, name: str, *, strict: bool = True) -> District:
        """The district of this id, name, alias or division code.

        Raises ``DataError`` where there is none, where its file cannot be read and, if ``strict``, where an entry of it is wrong;
        otherwise wrong entries are left out.
        """
        if not self._directory:
            self._directory.append(read_directory(self.workspace))
        id = resolve(name, self._directory[0].identities)
        if not isinstance(id, str):
            raise DataError(f"no single district is called {name!r}")
        loaded = self.workspace.load_district(id, self.catalogue)
        if loaded.value is None or (strict and loaded.diagnostics):
            raise DataError(f"the file of {id} has faults", loaded.diagnostics)
        return loaded.value

    def districts(self) -> tuple[District, ...]:
        """All districts that can be read, in alphabetical order of their ids; wrong entries are left out."""
        loaded = self.workspace.load_districts(self.ids(), self.catalogue)
        return tuple(one.value for one in loaded if one.value is not None)


def open_workspace(folder: str | Path | None = None) -> OpenWorkspace:
    """Open the workspace in ``folder``, else the one that the command line would use.

    Raises ``DataError`` where there is none or its catalogue cannot be read.
    """
    found = find_workspace(str(folder) if folder is not None else None, os.environ, current_folder())
    if isinstance(found, Diagnostic):
        raise DataError("no workspace", (found,))
    loaded = found.load_catalogue()
    if loaded.value is None:
        raise DataError("the catalogue could not be read", loaded.diagnostics)
    return OpenWorkspace(found, loaded.value, loaded.diagnostics)
