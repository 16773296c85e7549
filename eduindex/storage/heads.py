"""The heads of files, read without the schema: what completion, name look-up and finding a workspace need to know.

A file is read up to its entries (or indicators); its faults are reported, because a file that cannot be read may be the one
that somebody means.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from eduindex.model import findings
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.district import Identity
from eduindex.model.place import Place
from eduindex.model.wording import Wording
from eduindex.storage.file_reading import size_of
from eduindex.storage.tree import Mapping, Node, Scalar, Sequence
from eduindex.storage.workspace import Workspace, shown

# Below this size of all district files together each is read to its end, so that a fault anywhere earns a notice.
_SMALL = 2_000_000
_REQUIRED = ("district", "name", "sources")


class Directory(NamedTuple):
    """Who is in a workspace, and what is wrong with the files of those who could not be read."""

    identities: tuple[Identity, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_directory(workspace: Workspace) -> Directory:
    """The identity of each district; a file that cannot be read still gives its stem as an id."""
    paths = workspace.district_paths()
    whole = sum(size_of(path) for path in paths.values()) < _SMALL
    identities: list[Identity] = []
    faults = folder_faults(workspace)
    for id, path in paths.items():
        identity, diagnostics = _read_identity(workspace, id, path, whole=whole)
        identities.append(identity)
        faults.extend(diagnostics)
    return Directory(tuple(identities), tuple(faults))


def folder_faults(workspace: Workspace) -> list[Diagnostic]:
    """What is wrong with the folder of the districts: missing, or files whose ending hides them."""
    folder = workspace.districts_folder
    try:
        hidden = sorted(
            path for path in folder.iterdir() if path.suffix != ".yaml" and path.suffix.lower() in (".yml", ".yaml")
        )
    except OSError:
        place = Place(shown(folder))
        return [Diagnostic(findings.CANNOT_BE_READ, place, "the folder of the districts cannot be read", "make it")]
    message, hint = "a district file ends in .yaml", "rename it"
    return [Diagnostic(findings.OTHER_ID, Place(shown(path)), message, hint) for path in hidden]


def indicator_names(workspace: Workspace) -> Iterator[tuple[str, Wording]]:
    """The id and the name of each indicator of the catalogue, as far as it can be read."""
    for id, node in _catalogue_block(workspace, "indicators").items():
        yield id, _wording(node.values.get("name")) if isinstance(node, Mapping) else Wording()


def dimension_names(workspace: Workspace) -> Iterator[tuple[str, Wording]]:
    """The id and the name of each dimension of the catalogue, as far as it can be read."""
    for id, node in _catalogue_block(workspace, "dimensions").items():
        yield id, _wording(node)


def _catalogue_block(workspace: Workspace, key: str) -> dict[str, Node]:
    root = workspace.read(workspace.catalogue_path).root
    block = root.values.get(key) if isinstance(root, Mapping) else None
    return block.values if isinstance(block, Mapping) else {}


def _read_identity(
    workspace: Workspace, id: str, path: Path, *, whole: bool
) -> tuple[Identity, tuple[Diagnostic, ...]]:
    reading = workspace.read(path) if whole else workspace.read_head(path)
    root = reading.root
    if not isinstance(root, Mapping):
        return Identity(id, Wording()), reading.diagnostics or (
            _fault(findings.WRONG_KIND, path, "this is no district file"),
        )
    aliases = root.values.get("aliases")
    identity = Identity(
        id=id,
        name=_wording(root.values.get("name")),
        code=_text(root.values.get("code")),
        within=_wording(root.values.get("within")),
        aliases=tuple(_text(item) for item in aliases.items) if isinstance(aliases, Sequence) else (),
        file=shown(path),
    )
    required = (*_REQUIRED, "entries") if whole else _REQUIRED
    missing = [key for key in required if key not in root.values]
    return identity, tuple(_fault(findings.MISSING_KEY, path, f"the key {key!r} is missing") for key in missing)


def _fault(code: str, path: Path, message: str) -> Diagnostic:
    return Diagnostic(code, Place(shown(path), 1, 1), message, "compare it with another district's file")


def _wording(node: Node | None) -> Wording:
    if isinstance(node, Mapping):
        return Wording(_text(node.values.get("zh")), _text(node.values.get("en")))
    return Wording(_text(node), _text(node))


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
