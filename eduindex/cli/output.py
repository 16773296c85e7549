"""Where a finished table goes: standard output or a file."""

import os
import sys
from pathlib import Path

import click

from eduindex.cli.session import DataProblem, say
from eduindex.model.table import Table
from eduindex.model.wording import Language
from eduindex.rendering.formats import Format, render
from eduindex.rendering.surface import Surface, detect_surface
from eduindex.storage.file_reading import write_whole

_MARK = "\ufeff"


def write_table(table: Table, format_name: str, output: str | None, *, bom: bool, tidy: bool) -> None:
    """Render the table and write it to ``output`` or to standard output."""
    format = Format(format_name)
    surface = Surface(is_terminal=False, width=None, colour=False) if output else detect_surface(sys.stdout, os.environ)
    text = render(table, format, surface, tidy=tidy)
    if bom and format in (Format.CSV, Format.TSV):
        text = _MARK + text
    if output is None:
        sys.stdout.write(text)
        return
    fault = write_whole(Path(output), text.encode())
    if fault is not None:
        say([fault])
        raise DataProblem("nothing was written")


def language_of(lang: str) -> Language:
    """The language that ``--lang`` names."""
    return Language(lang)


def end(*, affected: bool) -> None:
    """End the command with exit code 1 where something that was asked for could not be read."""
    if affected:
        click.get_current_context().exit(1)
