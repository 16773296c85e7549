"""The formats a Table can be printed in, and the way to each.

A renderer is imported when it is used and not before: rich and tabulate cost more time than most commands take.
"""
# ruff: noqa: PLC0415

from enum import StrEnum

from eduindex.model.table import Table
from eduindex.rendering.surface import Surface


class Format(StrEnum):
    """What ``--format`` accepts."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    LATEX = "latex"
    PLAIN = "plain"


def render(table: Table, format: Format, surface: Surface, *, tidy: bool = False) -> str:
    """Write the table, ending with a newline. ``tidy`` matters to CSV and TSV, the surface to ``table``."""
    if format in (Format.CSV, Format.TSV):
        from eduindex.rendering.delimited import render_delimited

        records = table.tidy if tidy and table.tidy is not None else table.records
        return render_delimited(records, delimiter="\t" if format is Format.TSV else ",")
    if format is Format.JSON:
        from eduindex.rendering.json_text import render_json

        return render_json(table.document)
    if format is Format.TABLE and surface.is_terminal:
        from eduindex.rendering.terminal import render_terminal

        return render_terminal(table, surface)
    return _render_text(table.undrawn, format)


def _render_text(table: Table, format: Format) -> str:
    if format is Format.HTML:
        from eduindex.rendering.hypertext import render_html

        return render_html(table)
    from eduindex.rendering import tabulated

    if format is Format.MARKDOWN:
        return tabulated.render_markdown(table)
    if format is Format.LATEX:
        return tabulated.render_latex(table)
    return tabulated.render_plain(table)
