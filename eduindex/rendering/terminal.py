"""Tables on a terminal, through rich: never wider than the terminal, never a cut cell, colour only where it is wanted.

Text is folded by us before rich sees it, because rich crops what it cannot fold. Each section is a grid of its own with
the same column widths, which lets its title run over the whole line.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from eduindex.model.table import Cell, Column, Layout, Note, Section, Table, Tone
from eduindex.rendering.cell_text import highlight_parts, marked_text
from eduindex.rendering.folding import line_breaks
from eduindex.rendering.surface import USUAL_WIDTH, Surface
from eduindex.rendering.visible import visible
from eduindex.rendering.widths import GAP, choose_layout, gaps, share_width

_TONE_STYLES = {Tone.STRONG: "bold", Tone.GOOD: "green", Tone.BAD: "red", Tone.WEAK: "dim"}
_HIGHLIGHT_STYLE = "bold underline"
_SMALLEST_WIDTH = 2  # one Chinese character
_BLANK = Text("")


class _Block(NamedTuple):
    """A section whose cells are ready to be folded."""

    title: str
    rows: list[list[Text]]


def render_terminal(table: Table, surface: Surface) -> str:
    """Write the first layout that fits the width, else the last one folded; ends with a newline.

    A terminal too narrow for columns gets every cell on a line of its own, after its heading.
    """
    width = max(surface.width or USUAL_WIDTH, _SMALLEST_WIDTH)
    layout = choose_layout(table.layouts, width)
    parts: list[RenderableType] = []
    if table.title:
        parts += [_folded(_styled(visible(table.title), "bold"), width), _BLANK]
    parts += _layout_parts(layout, width, colour=surface.colour)
    is_drawn = any(column.drawn for column in layout.columns)
    notes = [note for note in table.notes if is_drawn or not note.drawn]
    if notes and parts[-1:] != [_BLANK]:
        parts.append(_BLANK)
    parts += [_note(note, width) for note in notes]
    return _printed(parts, width, colour=surface.colour)


def _layout_parts(layout: Layout, width: int, *, colour: bool) -> Iterator[RenderableType]:
    """Head and sections in columns where they fit, else one cell below the other."""
    blocks = [_block(section, colour=colour) for section in layout.sections]
    headings = [visible(column.heading) for column in layout.columns]
    wanted = [cell_len(heading) for heading in headings]
    for row in (row for block in blocks for row in block.rows):
        wanted = [max(widest, text.cell_len) for widest, text in zip(wanted, row, strict=True)]
    asked = [column.width for column in layout.columns]
    widths = share_width(wanted, asked, width - gaps(len(asked)))
    if widths is None:
        return _stacked(blocks, headings, width)
    return _in_columns(blocks, layout.columns, widths, width)


def _in_columns(
    blocks: Sequence[_Block], columns: Sequence[Column], widths: Sequence[int], width: int
) -> Iterator[RenderableType]:
    if any(column.heading for column in columns):
        yield _grid([[_styled(visible(column.heading), "bold") for column in columns]], columns, widths)
        yield _styled("─" * (sum(widths) + gaps(len(widths))), "dim")
    for number, block in enumerate(blocks):
        if block.title:
            yield from [_BLANK] if number else []
            yield _folded(_styled(block.title, "bold"), width)
        if block.rows:
            yield _grid(block.rows, columns, widths)


def _stacked(blocks: Sequence[_Block], headings: Sequence[str], width: int) -> Iterator[RenderableType]:
    for block in blocks:
        if block.title:
            yield _folded(_styled(block.title, "bold"), width)
        for row in block.rows:
            for heading, text in zip(headings, row, strict=True):
                yield _folded(Text.assemble((f"{heading}: ", "bold"), text) if heading else text, width)
            yield _BLANK


def _grid(rows: Iterable[Sequence[Text]], columns: Sequence[Column], widths: Sequence[int]) -> Grid:
    """Lay out rows. Each column is padded on its right, the last too: rich's versions differ on padding at the edge."""
    grid = Grid.grid(padding=(0, GAP, 0, 0), collapse_padding=False, pad_edge=True)
    for column, width in zip(columns, widths, strict=True):
        grid.add_column(width=width, justify="right" if column.right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(_folded(text, width) for text, width in zip(row, widths, strict=True)))
    return grid


def _note(note: Note, width: int) -> Text:
    """``[1] text``, the further lines indented to where the text begins unless that leaves them too little room."""
    mark = f"[{visible(note.mark)}] " if note.mark else ""
    indent = cell_len(mark)
    if indent > width // 2:
        return _folded(Text(mark + visible(note.text)), width)
    lines = _lines(Text(visible(note.text)), width - indent)
    return Text("\n" + " " * indent).join([Text(mark) + lines[0], *lines[1:]])


def _block(section: Section, *, colour: bool) -> _Block:
    return _Block(visible(section.title), [[_cell(cell, colour=colour) for cell in row] for row in section.rows])


def _cell(cell: Cell, *, colour: bool) -> Text:
    if not colour:
        return Text(marked_text(cell))
    before, inside, after = highlight_parts(cell)
    text = Text.assemble(before, (inside, _HIGHLIGHT_STYLE), after)
    text.stylize(_TONE_STYLES.get(cell.tone, ""))
    return text


def _styled(plain: str, style: str) -> Text:
    """Put the style over the text as a span: a style of the whole Text would colour the padding as well."""
    text = Text(plain)
    text.stylize(style)
    return text


def _folded(text: Text, width: int) -> Text:
    return Text("\n").join(_lines(text, width))


def _lines(text: Text, width: int) -> list[Text]:
    """Divide the text into lines no wider than ``width``, at least one, each without spaces at its end."""
    lines = list(text.divide(line_breaks(text.plain, width)))
    for line in lines:
        line.rstrip()
    return lines


def _printed(parts: Iterable[RenderableType], width: int, *, colour: bool) -> str:
    """All that rich would ask the environment is said here: the surface has decided it."""
    console = Console(
        file=io.StringIO(),
        force_terminal=colour,
        force_jupyter=False,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        width=width + GAP,  # room for the last column's gap, which is taken off below
        height=1,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part, overflow="fold", highlight=False, markup=False, emoji=False)
    return "\n".join(line.rstrip() for line in capture.get().split("\n")).strip("\n") + "\n"
