"""What the output goes to: a terminal of some width, or a pipe; with colour or without.

This is the one place that decides on colour. NO_COLOR wins over FORCE_COLOR for the colour, but a forced pipe is still
laid out like a terminal; FORCE_COLOR wins over TERM=dumb, which many build services set.
"""

import os
from collections.abc import Mapping
from typing import NamedTuple, TextIO

USUAL_WIDTH = 80


class Surface(NamedTuple):
    """Where output goes. ``width`` counts terminal columns; None, in a pipe, means as wide as it needs to be."""

    is_terminal: bool
    width: int | None
    colour: bool


def detect_surface(stream: TextIO, environ: Mapping[str, str]) -> Surface:
    """Tell what ``stream`` is, as the environment wants it seen."""
    forced = environ.get("FORCE_COLOR", "") not in ("", "0")
    if not forced and not stream.isatty():
        return Surface(is_terminal=False, width=None, colour=False)
    colour = not environ.get("NO_COLOR") and (forced or environ.get("TERM") != "dumb")
    return Surface(is_terminal=True, width=_width(stream, environ), colour=colour)


def _width(stream: TextIO, environ: Mapping[str, str]) -> int:
    stated = environ.get("COLUMNS", "")
    # Nobody has a terminal of five digits; a number that long is a mistake, not a wish.
    if stated.isascii() and stated.isdigit() and len(stated) < 5 and int(stated) > 0:
        return int(stated)
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL_WIDTH
    except (OSError, ValueError):
        return USUAL_WIDTH
