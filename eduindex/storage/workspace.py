"""Which folder answers, and what it holds: the catalogue and one file a district.

District files are read when a district is asked for; the others are only looked at for their names, so a broken file of
another district costs a notice and nothing else.
"""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from eduindex.model import findings
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.place import Place
from eduindex.storage.file_reading import read_bytes
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Scalar
from eduindex.storage.yaml_reading import Reading, read_district_tree, read_tree

if TYPE_CHECKING:
    from eduindex.model.catalogue import Catalogue
    from eduindex.model.observation import District
    from eduindex.storage.checked_nodes import Loaded

CATALOGUE_NAME = "indicators.yaml"
_MANY = 20  # districts; of so many files it pays to look for the canonical layout first
# The first line that says anything; comments and blank lines may stand above it, such as the one that names the schema.
_FIRST_LINE = rb"(?:\xef\xbb\xbf)?(?:\s|#[^\r\n]*[\r\n]|---[ \t]*[\r\n])*+[\"']?eduindex[\"']?[ \t]*:[ \t]*[\"']?1"


class Origin(StrEnum):
    """How a workspace was found."""

    NAMED = "named"
    ENVIRONMENT = "environment"
    HERE = "here"
    ABOVE = "above"
    PACKAGED = "packaged"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with a catalogue; ``districts_folder`` holds the district files."""

    root: Path
    origin: Origin
    districts_folder: Path
    _readings: dict[Path, Reading] = field(default_factory=dict, repr=False, compare=False)
    _paths: dict[str, Path] = field(default_factory=dict, repr=False, compare=False)

    @property
    def catalogue_path(self) -> Path:
        """Where the catalogue is."""
        return self.root / CATALOGUE_NAME

    def district_paths(self) -> dict[str, Path]:
        """The district files by their stems, which are the districts' ids, in alphabetical order; looked for once."""
        if not self._paths:
            self._paths.update(district_files(self.districts_folder))
        return self._paths

    def load_catalogue(self, *, standards: bool = True) -> "Loaded[Catalogue]":
        """The catalogue, with or without its standards, and its faults."""
        from eduindex.storage.catalogue_loading import load_catalogue  # noqa: PLC0415 - brings pydantic

        return load_catalogue(self.read(self.catalogue_path), shown(self.catalogue_path), standards=standards)

    def load_district(self, id: str, catalogue: "Catalogue") -> "Loaded[District]":
        """The district with this id and the faults of its file."""
        return next(self.load_districts([id], catalogue))

    def load_districts(self, ids: Collection[str], catalogue: "Catalogue") -> "Iterator[Loaded[District]]":
        """The districts with these ids, one by one, and the faults of their files; what is read of many is not kept."""
        from eduindex.storage.district_loading import load_district  # noqa: PLC0415 - brings pydantic

        paths = self.district_paths()
        for id in ids:
            path = paths[id]
            if len(ids) < _MANY or path in self._readings:
                reading = self.read(path)
            else:
                reading = read_district_file(path, self.root, canonical=True)
            yield load_district(reading, shown(path), id, catalogue)

    def read(self, path: Path) -> Reading:
        """What a file of the workspace says, read once; a link must not lead out of the workspace."""
        if path not in self._readings:
            self._readings[path] = self._read(path, None)
        return self._readings[path]

    def read_head(self, path: Path) -> Reading:
        """What a district file says before its entries."""
        return self._read(path, "entries")

    def _read(self, path: Path, stop_before: str | None) -> Reading:
        if is_below(path, self.root):
            return _read_file(path, stop_before)
        return _leads_out_of_workspace(path)


def district_files(folder: Path) -> dict[str, Path]:
    """The district files of a folder by their stems, in alphabetical order; none where it cannot be read."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return {}
    return {path.stem: path for path in paths if path.suffix == ".yaml" and not path.name.startswith(".")}


def is_folder(path: Path) -> bool:
    """Whether the path leads to a folder; a path that no system takes leads nowhere."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def find_workspace(named: str | None, environ: Mapping[str, str], folder: Path) -> Workspace | Diagnostic:
    """The workspace that answers: ``named``, else EDUINDEX_WORKSPACE, else the nearest above ``folder``, else the samples."""
    return open_workspace(*find_root(named, environ, folder))


def find_root(named: str | None, environ: Mapping[str, str], folder: Path) -> tuple[Path, Origin]:
    """The folder of the workspace that answers, and how it was found; whether it can be opened is another question."""
    if named:
        return Path(named), Origin.NAMED
    if environ.get("EDUINDEX_WORKSPACE"):
        return Path(environ["EDUINDEX_WORKSPACE"]), Origin.ENVIRONMENT
    above = nearest_root(folder)
    if above is not None:
        return above, Origin.HERE if above == folder else Origin.ABOVE
    return _packaged_folder(), Origin.PACKAGED


def nearest_root(folder: Path) -> Path | None:
    """The nearest folder, upwards from ``folder`` itself, that holds a catalogue."""
    return next((above for above in (folder, *folder.parents) if _is_catalogue(above / CATALOGUE_NAME)), None)


def current_folder() -> Path:
    """The current folder; the root where it has been deleted meanwhile."""
    try:
        return Path.cwd()
    except OSError:
        return Path("/")


def shown(path: Path) -> str:
    """A path as people name it: relative to the current folder where it is below it."""
    try:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        return str(absolute.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def is_below(path: Path, folder: Path) -> bool:
    """Whether what ``path`` leads to lies in ``folder`` or below; a link that leads nowhere is judged by itself."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a circular link: reading it will say so
        return True


def read_district_file(path: Path, root: Path, *, canonical: bool) -> Reading:
    """What a district file says; one of the workspace in ``root`` must not be a link that leads out of it.

    ``canonical``: many files are read, so that it pays to look for the canonical layout first.
    """
    if Path(os.path.abspath(path)).is_relative_to(os.path.abspath(root)) and not is_below(path, root):  # noqa: PTH100
        return _leads_out_of_workspace(path)
    return _read_file(path, canonical=canonical)


def _leads_out_of_workspace(path: Path) -> Reading:
    message, hint = "the file is a link that leads out of the workspace", "put the file itself there"
    return Reading(None, (Diagnostic(findings.CANNOT_BE_READ, Place(shown(path)), message, hint),))


def _read_file(path: Path, stop_before: str | None = None, *, canonical: bool = False) -> Reading:
    data = read_bytes(path)
    if isinstance(data, Diagnostic):
        return Reading(None, (replace(data, place=Place(shown(path))),))
    if canonical:
        return read_district_tree(data, shown(path))
    return read_tree(data, shown(path), stop_before=stop_before)


def _packaged_folder() -> Path:
    """The catalogue and samples inside an installed package, or those of the checkout that an editable install reads."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "workspace"
    return installed if installed.is_dir() else package.parent


def _is_catalogue(path: Path) -> bool:
    data = read_bytes(path)
    return isinstance(data, bytes) and re.match(_FIRST_LINE, data) is not None


def open_workspace(root: Path, origin: Origin) -> Workspace | Diagnostic:
    """The workspace in ``root``, or why there is none."""
    folder = _districts_folder(root / CATALOGUE_NAME)
    return folder if isinstance(folder, Diagnostic) else Workspace(root, origin, root / folder)


def _districts_folder(catalogue: Path) -> str | Diagnostic:
    """The folder of the districts as the catalogue names it; it lies below the catalogue."""
    file = shown(catalogue)
    reading = _read_file(catalogue, "dimensions")
    if not isinstance(reading.root, MappingNode):
        fault = Diagnostic(findings.WRONG_KIND, Place(file, 1, 1), "this is no catalogue", "it begins with eduindex: 1")
        return reading.diagnostics[0] if reading.diagnostics else fault
    folder = reading.root.values.get("districts")
    if not isinstance(folder, Scalar) or not folder.text:
        place = Place(file, reading.root.line, reading.root.column)
        return Diagnostic(
            findings.MISSING_KEY, place, "the key 'districts' is missing", "name the folder of the district files"
        )
    if _leads_out(folder.text):
        hint = "name a folder below the catalogue"
        place = Place(file, folder.line, folder.column)
        return Diagnostic(
            findings.MALFORMED, place, "the folder of the districts lies outside the workspace", hint, folder.text
        )
    return folder.text


def _leads_out(folder: str) -> bool:
    return folder.startswith(("/", "\\")) or ":" in folder or ".." in folder.replace("\\", "/").split("/")
