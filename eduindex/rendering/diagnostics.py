"""Diagnostics as a linter prints them: one line each, in the order of the files, and what they come to below.

A line is never folded or cut, not even on a narrow terminal, because editors jump to what stands at its beginning. The
few colours are written out here, because a check that runs before every commit should not wait for rich.
"""

from collections.abc import Iterable, Sequence

from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.table import Cell, Tone
from eduindex.rendering.surface import Surface
from eduindex.rendering.visible import visible

_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_RESET = "\x1b[0m"
_SEVERITY_STYLES = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_TONE_STYLES = {Tone.PLAIN: "", Tone.STRONG: _BOLD, Tone.GOOD: "\x1b[32m", Tone.BAD: "\x1b[31m", Tone.WEAK: _DIM}


def render_diagnostics(diagnostics: Iterable[Diagnostic], surface: Surface) -> str:
    """``path:line:column: CODE message: "quoted" (hint)``, a line each; nothing for no diagnostics."""
    ordered = sorted(diagnostics, key=lambda diagnostic: (diagnostic.place, diagnostic.code, diagnostic.message))
    return "".join(_line(diagnostic, colour=surface.colour) for diagnostic in ordered)


def render_findings(diagnostics: Iterable[Diagnostic], summary: Sequence[Sequence[Cell]], surface: Surface) -> str:
    """The diagnostics and, after a blank line, the lines of the summary; the summary alone for no diagnostics."""
    findings = render_diagnostics(diagnostics, surface)
    lines = ["".join(_cell(cell, colour=surface.colour) for cell in line) + "\n" for line in summary]
    return "".join([findings, "\n" if findings else "", *lines])


def _line(diagnostic: Diagnostic, *, colour: bool) -> str:
    place = _styled(str(diagnostic.place._replace(file=visible(diagnostic.place.file))), _BOLD, colour=colour)
    code = _styled(visible(diagnostic.code), _SEVERITY_STYLES[diagnostic.severity], colour=colour)
    hint = " " + _styled(f"({visible(diagnostic.hint)})", _DIM, colour=colour) if diagnostic.hint else ""
    return f"{place}: {code} {visible(diagnostic.statement)}{hint}\n"


def _cell(cell: Cell, *, colour: bool) -> str:
    return _styled(visible(cell.text), _TONE_STYLES[cell.tone], colour=colour)


def _styled(text: str, style: str, *, colour: bool) -> str:
    return f"{style}{text}{_RESET}" if colour and style else text
