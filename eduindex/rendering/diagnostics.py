"""Diagnostics as a linter prints them: one line each, in the order of the files.

The few colours are written out here, because a check that runs before every commit should not wait for rich.
"""

from collections.abc import Iterable

from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.rendering.surface import Surface
from eduindex.rendering.visible import visible

_QUOTED_LENGTH = 60

_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_RESET = "\x1b[0m"
_SEVERITY_STYLES = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}


def render_diagnostics(diagnostics: Iterable[Diagnostic], surface: Surface) -> str:
    """``path:line:column: CODE message: "quoted" (hint)``, a line each; nothing for no diagnostics."""
    ordered = sorted(diagnostics, key=lambda diagnostic: (diagnostic.place, diagnostic.code, diagnostic.message))
    return "".join(_line(diagnostic, colour=surface.colour) for diagnostic in ordered)


def _line(diagnostic: Diagnostic, *, colour: bool) -> str:
    def styled(text: str, style: str) -> str:
        return f"{style}{text}{_RESET}" if colour else text

    place = diagnostic.place._replace(file=visible(diagnostic.place.file))
    quoted = f': "{_shortened(diagnostic.quoted)}"' if diagnostic.quoted else ""
    hint = " " + styled(f"({visible(diagnostic.hint)})", _DIM) if diagnostic.hint else ""
    code = styled(visible(diagnostic.code), _SEVERITY_STYLES[diagnostic.severity])
    return f"{styled(str(place), _BOLD)}: {code} {visible(diagnostic.message)}{quoted}{hint}\n"


def _shortened(text: str) -> str:
    """Cut before it is made visible, so that no ``‹U+202E›`` is cut in two."""
    if len(text) <= _QUOTED_LENGTH:
        return visible(text)
    return visible(text[: _QUOTED_LENGTH - 1]) + "…"
