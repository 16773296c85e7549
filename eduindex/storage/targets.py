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
    whole: dict[Path, tuple[Path, Origin]] = {}
    files: dict[tuple[Path, Origin], list[Path]] = {}
    answering = cache(lambda above: _answering(named, environ, above))
    for path in paths:
        if path.name == CATALOGUE_NAME or _is_there(path / CATALOGUE_NAME):
            root = path.parent if path.name == CATALOGUE_NAME else path
            whole.setdefault(_absolute(root), (root, Origin.NAMED))
            continue
        for file in _district_files(path):
            files.setdefault(answering(_absolute(file).parent), []).append(file)
    if not whole and not files:
        stated = environ.get("EDUINDEX_WORKSPACE")
        whole[_absolute(folder)] = find_root(named, environ, folder) if stated else answering(folder)
    targets = [_whole(root, origin) for root, origin in whole.values()]
    seen = {_absolute(file) for target in targets for file in target.districts}
    for (root, origin), named_files in files.items():
        districts = {_absolute(file): file for file in named_files if _absolute(file) not in seen}
        if districts:
            targets.append(Target(_opened(root, origin), tuple(districts.values()), whole=False))
    return tuple(targets)


def _answering(named: str | None, environ: Mapping[str, str], folder: Path) -> tuple[Path, Origin]:
    """The workspace of what lies in ``folder``: the named one, else the nearest upwards, else the one that answers there.

    A catalogue that is not recognised is still the nearest: that it is wrong is what somebody wants to know.
    """
    if not named:
        nearest = nearest_root(folder) or next(
            (up for up in (folder, *folder.parents) if _is_there(up / CATALOGUE_NAME)), None
        )
        if nearest is not None:
            return nearest, Origin.HERE
    return find_root(named, environ, folder)


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
