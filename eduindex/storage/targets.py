"""What a validation looks at: from the paths of a command line to the files of workspaces."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eduindex.storage.workspace import (
    CATALOGUE_NAME,
    Origin,
    Workspace,
    find_root,
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
    for path in paths:
        if path.name == CATALOGUE_NAME or (path / CATALOGUE_NAME).is_file():
            whole[path.parent if path.name == CATALOGUE_NAME else path] = Origin.NAMED
            continue
        for file in _district_files(path):
            root = None if named else nearest_root(Path(os.path.abspath(file)).parent)  # noqa: PTH100 - keeps links
            files.setdefault(root or find_root(named, environ, folder)[0], []).append(file)
    if not whole and not files:
        root, origin = find_root(named, environ, folder)
        if origin is Origin.PACKAGED and os.path.lexists(folder / CATALOGUE_NAME):
            root, origin = folder, Origin.HERE  # not recognised as a catalogue: that is what somebody wants to know
        whole[root] = origin
    targets = [_whole(root, origin) for root, origin in whole.items()]
    seen = {os.path.abspath(file) for target in targets for file in target.districts}  # noqa: PTH100
    for root, named_files in files.items():
        districts = tuple(file for file in dict.fromkeys(named_files) if os.path.abspath(file) not in seen)  # noqa: PTH100
        if districts:
            targets.append(Target(_opened(root, Origin.NAMED), districts, whole=False))
    return tuple(targets)


def _district_files(path: Path) -> list[Path]:
    if not path.is_dir() or path.suffix == ".yaml":  # a folder with the name of a district file is a fault to be told
        return [path]
    try:
        files = sorted(file for file in path.iterdir() if file.suffix == ".yaml" and not file.name.startswith("."))
    except OSError:
        files = []
    if not files:
        raise NothingThere(str(path))
    return files


def _whole(root: Path, origin: Origin) -> Target:
    workspace = _opened(root, origin)
    return Target(workspace, tuple(workspace.district_paths().values()), whole=True)


def _opened(root: Path, origin: Origin) -> Workspace:
    """The workspace; where its catalogue does not say where the district files are, they are looked for where most are."""
    workspace = open_workspace(root, origin)
    return workspace if isinstance(workspace, Workspace) else Workspace(root, origin, root / _USUAL_FOLDER)
