"""HTML: a fragment of a captioned table and the list of its notes.

Written by hand and not by tabulate, which pads cells and knows neither captions nor titles that span columns.
"""

from html import escape

from eduindex.model.table import Cell, Column, Note, Section, Table
from eduindex.rendering.cell_text import highlight_parts
from eduindex.rendering.visible import visible

_RIGHT = ' style="text-align: right"'


def render_html(table: Table) -> str:
    """Write the widest layout; all text is escaped, highlights are ``<mark>``."""
    layout = table.layouts[0]
    lines = ["<table>"]
    if table.title:
        lines.append(f"<caption>{_escaped(table.title)}</caption>")
    lines += _head(layout.columns)
    for section in layout.sections:
        lines += _body(section, layout.columns)
    return "\n".join([*lines, "</table>", *_notes(table.notes), ""])


def _escaped(text: str) -> str:
    return escape(visible(text))


def _head(columns: tuple[Column, ...]) -> list[str]:
    if not any(column.heading for column in columns):
        return []
    cells = (f'<th scope="col"{_style(column)}>{_escaped(column.heading)}</th>' for column in columns)
    return ["<thead>", f"<tr>{''.join(cells)}</tr>", "</thead>"]


def _body(section: Section, columns: tuple[Column, ...]) -> list[str]:
    lines = ["<tbody>"]
    if section.title:
        lines.append(f'<tr><th scope="rowgroup" colspan="{len(columns)}">{_escaped(section.title)}</th></tr>')
    for row in section.rows:
        cells = (f"<td{_style(column)}>{_content(cell)}</td>" for column, cell in zip(columns, row, strict=True))
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return [*lines, "</tbody>"]


def _style(column: Column) -> str:
    return _RIGHT if column.right else ""


def _content(cell: Cell) -> str:
    before, inside, after = map(escape, highlight_parts(cell))
    return f"{before}<mark>{inside}</mark>{after}" if inside else before


def _notes(notes: tuple[Note, ...]) -> list[str]:
    if not notes:
        return []
    items = (f"[{_escaped(note.mark)}] {_escaped(note.text)}" if note.mark else _escaped(note.text) for note in notes)
    return ["<ul>", *(f"<li>{item}</li>" for item in items), "</ul>"]
