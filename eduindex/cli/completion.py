"""What the shell completes: districts, indicators, dimensions and codes.

Runs at every press of the tab key, so it reads heads only and imports neither pydantic nor rich; a fault completes nothing.
"""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from eduindex.storage.workspace import Workspace

_PEERS = {"all": "all districts", "省": "those of its province", "市": "those of its city"}


def complete_districts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """District ids; a Chinese name, alias or code that is typed completes to the id."""
    from eduindex.model.names import all_names, is_id
    from eduindex.storage.heads import read_directory

    workspace = _workspace(ctx)
    if workspace is None:
        return []
    # A file of another name could mean something to the shell.
    identities = [one for one in read_directory(workspace).identities if is_id(one.id)]
    by_id = [i for i in identities if i.id.startswith(incomplete)]
    found = by_id or [i for i in identities if any(name.startswith(incomplete) for name in all_names(i))]
    return _items((identity.id, identity.name.key) for identity in found)


def complete_district_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The workspace's district files; where none of them begins so, the shell completes files of its own."""
    from eduindex.model.names import is_id
    from eduindex.storage.workspace import shown

    workspace = _workspace(ctx)
    paths = workspace.district_paths() if workspace else {}
    shown_paths = [shown(path) for id, path in paths.items() if is_id(id)]
    found = _items((path, "") for path in shown_paths if path.startswith(incomplete))
    return found or [CompletionItem(incomplete, type="file")]


def complete_peers(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The words for a group of peers, and district ids; behind a comma the next id."""
    named, comma, last = incomplete.rpartition(",")
    groups = [] if comma else _items((word, what) for word, what in _PEERS.items() if word.startswith(incomplete))
    districts = complete_districts(ctx, param, last)
    return groups + [CompletionItem(f"{named}{comma}{item.value}", help=item.help) for item in districts]


def complete_areas(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Provinces and cities, by name or code."""
    from eduindex.model.areas import areas_of
    from eduindex.storage.heads import read_directory

    workspace = _workspace(ctx)
    identities = read_directory(workspace).identities if workspace else ()
    areas = dict.fromkeys(area for identity in identities for area in areas_of(identity))
    return _items((area, "") for area in areas if area.startswith(incomplete))


def complete_indicators(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Indicator ids; a part of an id or of a name is enough."""
    from eduindex.storage.heads import indicator_names

    workspace = _workspace(ctx)
    if workspace is None:
        return []
    known = list(indicator_names(workspace))
    begins = [(id, name.key) for id, name in known if id.startswith(incomplete)]
    return _items(begins or [(id, name.key) for id, name in known if incomplete in id or incomplete in name.zh])


def complete_dimensions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Dimension ids."""
    from eduindex.storage.heads import dimension_names

    workspace = _workspace(ctx)
    return (
        []
        if workspace is None
        else _items((id, name.key) for id, name in dimension_names(workspace) if id.startswith(incomplete))
    )


def complete_codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of caveats, of other reasons, of what becomes of a figure and, with their titles, of findings."""
    from eduindex.analysis.caveats import Code
    from eduindex.presentation.extraction_explanations import FATES
    from eduindex.presentation.reason_explanations import REASONS

    known = (*(code.value for code in Code), *REASONS, *FATES)
    return _items((code, "") for code in known if code.startswith(incomplete)) + complete_rules(ctx, param, incomplete)


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of findings with their titles."""
    from eduindex.rules.registry import RULES

    return _items((code, rule.title) for code, rule in RULES.items() if code.startswith(incomplete.upper()))


def _workspace(ctx: click.Context) -> "Workspace | None":
    from eduindex.model.diagnostic import Diagnostic
    from eduindex.storage.workspace import current_folder, find_workspace

    found = find_workspace(ctx.params.get("workspace"), os.environ, current_folder())
    return None if isinstance(found, Diagnostic) else found


def _items(pairs: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    from eduindex.rendering.visible import visible

    return [CompletionItem(visible(id), help=visible(name)) for id, name in pairs]
