"""Compare education indicators of districts honestly."""

from eduindex.version import __version__

__all__ = ["__version__"]
