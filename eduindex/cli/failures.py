"""What a command says on standard error, and the two ways in which it ends without its result.

Used wrongly (exit code 2), or the data has problems (1). Imported by every command, so it imports what it needs when it speaks.
"""

import os
import sys
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from eduindex.model.diagnostic import Diagnostic
    from eduindex.storage.workspace import Workspace


DATA_PROBLEM = 1


class DataProblem(click.ClickException):
    """The data has problems, which diagnostics may have told already; ends the command with exit code 1."""

    exit_code = DATA_PROBLEM

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message to standard error."""
        from eduindex.rendering.visible import visible

        click.echo(f"eduindex: {visible(self.message)}", err=True)


def wrong_use(what: str, text: str, known: Iterable[str], listed: str = "") -> click.UsageError:
    """What to raise when a word of the command line means nothing: which one, and what was perhaps meant.

    ``listed`` says where the words stand that have a meaning; it is the hint where none of them is like the one typed.
    """
    from eduindex.model.names import suggestion
    from eduindex.rendering.visible import visible

    hint = suggestion(text, known) or listed
    return click.UsageError(visible(f"{what}: {text[:80]!r}" + (f" ({hint})" if hint else "")))


def say(diagnostics: "Iterable[Diagnostic]", prefix: str = "") -> None:
    """Print diagnostics to standard error."""
    from eduindex.rendering.diagnostics import render_diagnostics
    from eduindex.rendering.surface import detect_surface

    text = render_diagnostics(diagnostics, detect_surface(sys.stderr, os.environ))
    for line in text.splitlines():
        click.echo(prefix + line, err=True)


def say_which(workspace: "Workspace") -> None:
    """Say which workspace answers, where it is not the current folder's and nobody named it."""
    from eduindex.rendering.visible import visible
    from eduindex.storage.workspace import Origin, shown

    if workspace.origin not in (Origin.HERE, Origin.NAMED):
        what = "the packaged samples" if workspace.origin is Origin.PACKAGED else visible(shown(workspace.root))
        click.echo(f"notice: using {what}", err=True)


def let_go_of_output() -> None:
    """Forget what standard output still holds, which cannot be written and would complain at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
