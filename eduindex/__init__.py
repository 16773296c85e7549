"""Compare education indicators of districts honestly: no figure without its evidence, no order without grounds.

The public interface, which the README shows in five lines: ``open_workspace`` finds a workspace, its ``catalogue`` and
``district(name)`` give what the files hold, ``compare`` sets districts side by side, ``rank`` orders many by one indicator.
Everything returned is a frozen dataclass.
"""

from typing import TYPE_CHECKING, Any

from eduindex.version import __version__

if TYPE_CHECKING:
    from eduindex.analysis.choosing import Choice
    from eduindex.analysis.comparison import Comparison, compare
    from eduindex.analysis.ranking import Ranking, rank
    from eduindex.library import DataError, OpenWorkspace, open_workspace
    from eduindex.model.observation import District, Observation

__all__ = [
    "Choice",
    "Comparison",
    "DataError",
    "District",
    "Observation",
    "OpenWorkspace",
    "Ranking",
    "__version__",
    "compare",
    "open_workspace",
    "rank",
]

_HOMES = {
    "Choice": "eduindex.analysis.choosing",
    "Comparison": "eduindex.analysis.comparison",
    "compare": "eduindex.analysis.comparison",
    "Ranking": "eduindex.analysis.ranking",
    "rank": "eduindex.analysis.ranking",
    "DataError": "eduindex.library",
    "OpenWorkspace": "eduindex.library",
    "open_workspace": "eduindex.library",
    "District": "eduindex.model.observation",
    "Observation": "eduindex.model.observation",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: the command line must not pay for it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see above

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
