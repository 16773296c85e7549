"""Markdown, LaTeX and plain aligned text: tabulate lays out the cells, we escape them and add what stands around.

tabulate knows no section titles. As visible text holds no line end, it makes exactly one line of every row, and the
titles are put between those lines; so they span the table and widen no column. Numbers are never parsed: "1e5" stays
"1e5".
"""

import re
from collections.abc import Callable, Iterable, Sequence

from tabulate import tabulate

from eduindex.model.table import Cell, Layout, Note, Table
from eduindex.rendering.cell_text import highlight_parts, marked_text
from eduindex.rendering.visible import visible

_MARKDOWN_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_[]|~$#"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)
# What would open a heading, a list or an underline at the start of a line.
_MARKDOWN_BLOCK_START = re.compile(r"\A(\d{1,9}(?=[.)])|(?=[-+=]))")
_LATEX_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_{}"}
    | {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "`": r"\textasciigrave{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        # After the \\ of the row above, a bare [ or * would be read as its argument.
        "[": "{[}",
        "]": "{]}",
        "*": "{*}",
    }
)


def render_plain(table: Table) -> str:
    """Write aligned columns of the widest layout, two spaces apart, as wide as they need to be."""
    layout = table.layouts[0]
    rows = [[marked_text(cell) for cell in row] for row in _rows(layout)]
    # A heading that is a row like the others is spared the extra padding of tabulate's header.
    headings = [[visible(column.heading) for column in layout.columns]] if _has_headings(layout) else []
    lines = _tabulated([*headings, *rows], (), layout, "plain")
    lines = _with_titles(lines, len(headings), layout, lambda title: ["", visible(title)])
    return _joined([visible(table.title)], lines, [_note(note, visible) for note in table.notes])


def render_markdown(table: Table) -> str:
    """Write a pipe table of the widest layout, then the notes as a list; no text in it can become markup."""
    layout = table.layouts[0]
    rows = [[marked_text(cell).translate(_MARKDOWN_ESCAPES) for cell in row] for row in _rows(layout)]
    # A pipe table needs its header row, even an empty one.
    lines = _tabulated(rows, [_markdown(column.heading) for column in layout.columns], layout, "pipe")
    blanks = " |" * (len(layout.columns) - 1)
    lines = _with_titles(lines, 2, layout, lambda title: [f"| {_markdown_strong(title)} |{blanks}"])
    notes = [f"- {_note(note, _markdown, _markdown_paragraph)}" for note in table.notes]
    return _joined([_markdown_strong(table.title)], lines, notes)


def render_latex(table: Table) -> str:
    """Write a ``tabular`` of the widest layout that needs no package, its title above and its notes below."""
    layout = table.layouts[0]
    rows = [[_latex_cell(*highlight_parts(cell)) for cell in row] for row in _rows(layout)]
    headings = [_latex(column.heading) for column in layout.columns] if _has_headings(layout) else []
    lines = _tabulated(rows, headings, layout, "latex_raw")
    span = len(layout.columns)
    # Before the rows stand \begin{tabular} and \hline, and, where there are headings, those and another \hline.
    lines = _with_titles(
        lines,
        4 if headings else 2,
        layout,
        lambda title: [rf"\multicolumn{{{span}}}{{l}}{{\textbf{{{_latex(title)}}}}} \\"],
    )
    title = [rf"\noindent\textbf{{{_latex(table.title)}}}\par\medskip"] if table.title else []
    notes = [rf"\noindent {_note(note, _latex)}\par" for note in table.notes]
    return _joined(title, [r"\noindent", *lines, r"\par\medskip"], notes)


def _rows(layout: Layout) -> Iterable[Sequence[Cell]]:
    return (row for section in layout.sections for row in section.rows)


def _has_headings(layout: Layout) -> bool:
    return any(column.heading for column in layout.columns)


def _tabulated(rows: list[list[str]], headings: Sequence[str], layout: Layout, name: str) -> list[str]:
    if not rows and not headings:
        return []
    alignment = ["right" if column.right else "left" for column in layout.columns]
    text = tabulate(rows, headings, tablefmt=name, disable_numparse=True, colalign=alignment if rows else None)
    return text.split("\n")


def _with_titles(
    lines: list[str], first_row: int, layout: Layout, title_lines: Callable[[str], list[str]]
) -> list[str]:
    """Put each section's title before its rows, the first of which is ``lines[first_row]``."""
    result = lines[:first_row]
    row = first_row
    for section in layout.sections:
        if section.title:
            result += title_lines(section.title)
        result += lines[row : row + len(section.rows)]
        row += len(section.rows)
    return result + lines[row:]


def _joined(*blocks: list[str]) -> str:
    """Put an empty line between the blocks; what has no text is left out."""
    texts = ("\n".join(line.rstrip() for line in block).strip("\n") for block in blocks)
    return "\n\n".join(text for text in texts if text) + "\n"


def _note(note: Note, escape: Callable[[str], str], escape_start: Callable[[str], str] | None = None) -> str:
    if note.mark:
        return escape(f"[{note.mark}] {note.text}")
    return (escape_start or escape)(note.text)


def _markdown(text: str) -> str:
    return visible(text).translate(_MARKDOWN_ESCAPES)


def _markdown_paragraph(text: str) -> str:
    return _MARKDOWN_BLOCK_START.sub(r"\1\\", _markdown(text).strip())


def _markdown_strong(text: str) -> str:
    """Stars next to white space would not count as emphasis."""
    stripped = _markdown(text).strip()
    return f"**{stripped}**" if stripped else ""


def _latex(text: str) -> str:
    return visible(text).translate(_LATEX_ESCAPES)


def _latex_cell(before: str, inside: str, after: str) -> str:
    before, inside, after = (part.translate(_LATEX_ESCAPES) for part in (before, inside, after))
    return rf"{before}\textbf{{{inside}}}{after}" if inside else before
