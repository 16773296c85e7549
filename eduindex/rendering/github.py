"""Findings as GitHub's workflow commands, which the page of a change shows at the line concerned.

The runner takes any line that begins with ``::`` for a command and knows only a few escapes, so every text is made
visible first (no line can end within it) and then escaped; the summary's line does not begin with a command.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from eduindex.model.diagnostic import Diagnostic
from eduindex.rendering.visible import visible

# What is escaped in a message, and what in a property; line ends are among both, should they ever stay as they are.
_IN_MESSAGES: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES: Final = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def render_github(diagnostics: Iterable[Diagnostic], titles: Mapping[str, str], summary: str) -> str:
    """``::error file=...,line=...,col=...,title=CODE title::message``, a line each, and the summary as the last line.

    ``titles`` has the title of every code that occurs.
    """
    commands = "".join(_command(diagnostic, titles[diagnostic.code]) for diagnostic in diagnostics)
    return f"{commands}{visible(summary)}\n"


def _command(diagnostic: Diagnostic, title: str) -> str:
    place = diagnostic.place
    properties = [f"file={_property(place.file)}"]
    if place.line:
        properties.append(f"line={place.line}")
        if place.column:
            properties.append(f"col={place.column}")
    properties.append(f"title={_property(f'{diagnostic.code} {title}')}")
    message = visible(diagnostic.advice).translate(_IN_MESSAGES)
    return f"::{diagnostic.severity} {','.join(properties)}::{message}\n"


def _property(text: str) -> str:
    return visible(text).translate(_IN_PROPERTIES)
