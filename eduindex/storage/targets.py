"""What a validation looks at: from the paths of a command line to the files of workspaces."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eduindex.storage.workspace import (
    CATALOGUE_NAME,
    Origin,
    Workspace,
    district_files,
    find_root,
    is_folder,
    nearest_root,
    open_workspace,
)

_USUAL_FOLDER = "samples"


@dataclass(frozen=True, slots=True)
class Target:
    """What is looked at in one workspace: some district files, and, if ``whole``, the catalogue and rules across files too."""

    workspace: Workspace
    districts: tuple[Path, ...]
    whole: bool


class NothingThere(Exception):  # noqa: N818 - it says what the folder holds
    """A folder was named that holds no district file; ``args[0]`` is the folder."""


def plan(paths: Iterable[Path], named: str | None, environ: Mapping[str, str], folder: Path) -> tuple[Target, ...]:
    """What the paths mean; no path means the whole workspace that answers in ``folder``.

    A file is looked at in its own workspace: the named one, else the nearest upwards, else the one that answers.
    A catalogue, or the folder of one, means its whole workspace; any other folder the district files in it. Raises
    ``NothingThere`` for a folder without any.
    """
    whole: dict[Path, Origin] = {}
    files: dict[Path, list[Path]] = {}
    answering = cache(lambda: find_root(named, environ, folder))
    nearest = cache(nearest_root)
    for path in paths:
        if path.name == CATALOGUE_NAME or _is_there(path / CATALOGUE_NAME):
            whole[path.parent if path.name == CATALOGUE_NAME else path] = Origin.NAMED
            continue
        for file in _district_files(path):
            root = None if named else nearest(_absolute(file).parent)
            files.setdefault(root or answering()[0], []).append(file)
    if not whole and not files:
        root, origin = answering()
        if origin is Origin.PACKAGED and _is_there(folder / CATALOGUE_NAME):
            root, origin = folder, Origin.HERE  # not recognised as a catalogue: that is what somebody wants to know
        whole[root] = origin
    targets = [_whole(root, origin) for root, origin in whole.items()]
    seen = {_absolute(file) for target in targets for file in target.districts}
    for root, named_files in files.items():
        districts = {_absolute(file): file for file in named_files if _absolute(file) not in seen}
        if districts:
            targets.append(Target(_opened(root, Origin.NAMED), tuple(districts.values()), whole=False))
    return tuple(targets)


def _district_files(path: Path) -> list[Path]:
    """The path itself, or the district files of a folder; one with the name of a district file is a fault to be told."""
    if path.suffix == ".yaml" or not is_folder(path):
        return [path]
    files = list(district_files(path).values())
    if not files:
        raise NothingThere(str(path))
    return files


def _is_there(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # no file can have this name
        return False


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _whole(root: Path, origin: Origin) -> Target:
    workspace = _opened(root, origin)
    return Target(workspace, tuple(workspace.district_paths().values()), whole=True)


def _opened(root: Path, origin: Origin) -> Workspace:
    """The workspace; where its catalogue does not say where the district files are, they are looked for where most are."""
    workspace = open_workspace(root, origin)
    return workspace if isinstance(workspace, Workspace) else Workspace(root, origin, root / _USUAL_FOLDER)
