"""Where a finished table goes: standard output or a file."""

import os
import sys
from pathlib import Path

import click

from eduindex.cli.options import Output
from eduindex.cli.session import DataProblem, say
from eduindex.model.table import Table
from eduindex.rendering.formats import Format, render
from eduindex.rendering.surface import Surface, detect_surface
from eduindex.storage.file_reading import write_whole

_MARK = "\ufeff"
_FILE = Surface(is_terminal=False, width=None, colour=False)


def write_table(table: Table, output: Output) -> None:
    """Render the table and write it to the file asked for or to standard output."""
    surface = detect_surface(sys.stdout, os.environ) if output.file is None else _FILE
    text = render(table, output.format, surface, tidy=output.tidy)
    if output.bom and output.format in (Format.CSV, Format.TSV):
        text = _MARK + text
    if output.file is None:
        sys.stdout.write(text)
        return
    fault = write_whole(Path(output.file), text.encode())
    if fault is not None:
        say([fault])
        raise DataProblem("nothing was written")


def end(*, affected: bool) -> None:
    """End the command with exit code 1 where something that was asked for could not be read."""
    if affected:
        click.get_current_context().exit(1)
