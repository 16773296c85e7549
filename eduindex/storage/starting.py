"""A new workspace: the files that a data keeper begins with, put into a folder whole or not at all.

They are written into a hidden folder first, so that a full disk shows before anything is in place. What is moved from there takes
only names that nobody had; the catalogue comes last, for a folder without one is no workspace.
"""

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from eduindex.model.catalogue import Catalogue
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.place import Place
from eduindex.storage.file_reading import cannot_be_written, write_whole
from eduindex.storage.workspace import CATALOGUE_NAME, Origin, Workspace, shown

# Each file below the new workspace with what it is for, as a reader meets them; they are put in place from the last to the first.
FILES: Final = {
    CATALOGUE_NAME: "the catalogue: what each indicator measures",
    "samples/qinghe.yaml": "an example district, its figures invented",
    "district.schema.json": "lets an editor complete and explain district files",
    "catalogue.schema.json": "the same for the catalogue",
    ".pre-commit-config.yaml": "checks the files of each commit",
}
_STARTER = Path(__file__).resolve().parent / "starter"


def reason_against(folder: Path) -> str:
    """Why no workspace can begin in ``folder``, in words; empty where one can. The folder need not exist."""
    with suppress(OSError):  # the system does not tell; it will when something is written
        if folder.is_symlink():
            return "is a link; name the folder that it leads to"
        if folder.exists() and not folder.is_dir():
            return "is a file, not a folder"
    taken = sorted(name for name in _names() if os.path.lexists(folder / name))
    return f"has {', '.join(taken)} already; nothing is ever overwritten, so choose another folder" if taken else ""


def start_workspace(folder: Path, acceptable: Mapping[str, str]) -> Diagnostic | None:
    """Write the files into ``folder``, which is made if need be: all of them, or none and what went wrong.

    ``acceptable`` are the findings that a person may accept, with their titles, for the schemas.
    """
    try:
        staging = (folder if folder.is_dir() else folder.parent) / f".eduindex-{os.urandom(8).hex()}.tmp"
        staging.mkdir()
        try:
            fault = _write_files(staging, folder, acceptable)
            if fault is None:
                _put_in_place(staging, folder)
            return fault
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except (OSError, ValueError) as error:
        return replace(cannot_be_written(folder, error), place=Place(shown(folder)))


def _names() -> set[str]:
    """The names that a workspace takes in its folder."""
    return {name.partition("/")[0] for name in FILES}


def _write_files(staging: Path, folder: Path, acceptable: Mapping[str, str]) -> Diagnostic | None:
    loaded = Workspace(_STARTER, Origin.NAMED, _STARTER / "samples").load_catalogue()
    if loaded.value is None:  # the installation is damaged
        return loaded.diagnostics[0]
    for name, text in _texts(loaded.value, acceptable).items():
        path = staging / name
        path.parent.mkdir(exist_ok=True)
        fault = write_whole(path, text.encode())
        if fault is not None:
            return replace(fault, place=Place(shown(folder / name)))
    return None


def _texts(catalogue: Catalogue, acceptable: Mapping[str, str]) -> dict[str, str]:
    """The text of each file; the schemas know the indicators of the new catalogue."""
    from eduindex.storage.json_schema import catalogue_schema, district_schema  # noqa: PLC0415 - brings pydantic

    schemas = {
        "district.schema.json": _json(district_schema(catalogue, acceptable)),
        "catalogue.schema.json": _json(catalogue_schema(catalogue, acceptable)),
    }
    # Their names in the package have no leading dot, with which they would be overlooked there.
    return {
        name: schemas.get(name) or (_STARTER / name.removeprefix(".")).read_text(encoding="utf-8") for name in FILES
    }


def _json(schema: Mapping[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _put_in_place(staging: Path, folder: Path) -> None:
    if folder.is_dir():
        _move_files(staging, folder)
    else:
        staging.rename(folder)  # replaces nothing but an empty folder


def _move_files(staging: Path, folder: Path) -> None:
    """Move each file to its name; what is done is undone if one of them cannot be moved."""
    made: list[Path] = []
    try:
        for name in reversed(FILES):
            target = folder / name
            if target.parent != folder and target.parent not in made:
                target.parent.mkdir()
                made.append(target.parent)
            target.touch(exist_ok=False)  # the name is ours now, so that moving replaces nobody's file
            made.append(target)
            (staging / name).replace(target)
    except BaseException:
        _remove(made)
        raise


def _remove(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
