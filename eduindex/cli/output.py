"""Where a finished table goes: standard output or a file."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from eduindex.cli.failures import DataProblem, let_go_of_output, say
from eduindex.cli.options import YAML_ENDINGS, Output
from eduindex.model.table import Table
from eduindex.rendering.formats import Format, render
from eduindex.rendering.surface import Surface, detect_surface

_MARK = "\ufeff"
_FILE = Surface(is_terminal=False, width=None, colour=False)


def write_table(table: Table, output: Output) -> None:
    """Render the table and write it to the file asked for or to standard output."""
    mark = _MARK if output.bom and output.format in (Format.CSV, Format.TSV) else ""
    write_text(lambda surface: mark + render(table, output.format, surface, tidy=output.tidy), output.file)


def write_text(rendered: Callable[[Surface], str], file: str | None) -> None:
    """Write what ``rendered`` makes for the surface to the file of this name, or to standard output."""
    if file is None and sys.stdout is None:
        raise DataProblem("standard output is closed; -o FILE names a file")
    if file is None:
        _print(rendered(detect_surface(sys.stdout, os.environ)))
        return
    from eduindex.storage.file_reading import write_whole

    if Path(file).suffix in YAML_ENDINGS:
        raise DataProblem("a result is never written over a YAML file; name the output otherwise")
    if file.endswith(("/", os.sep)):
        raise DataProblem(f"{file} names a folder, not a file")
    fault = write_whole(Path(file), rendered(_FILE).encode())
    if fault is not None:
        say([fault])
        raise DataProblem("nothing was written")


def write_new(rendered: Callable[[Surface], str], file: str | None) -> None:
    """The same, but never over anything that is there."""
    if file is None:
        write_text(rendered, None)
        return
    from eduindex.storage.file_reading import create_whole

    fault = create_whole(Path(file), rendered(_FILE).encode())
    if fault is not None:
        say([fault])
        raise DataProblem("nothing was written")


def _print(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        let_go_of_output()
        raise DataProblem(f"standard output cannot be written: {error.strerror}") from None


def end(*, affected: bool) -> None:
    """End the command with exit code 1 where something that was asked for could not be read."""
    if affected:
        click.get_current_context().exit(1)
