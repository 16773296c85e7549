"""The text of a cell, visible, and split at its highlight.

The highlight counts characters of the text as given, and making text visible lengthens it: so the text is split first.
"""

from eduindex.model.table import Cell
from eduindex.rendering.visible import visible


def highlight_parts(cell: Cell) -> tuple[str, str, str]:
    """Tell what stands before, in and after the highlight; without one, everything stands before."""
    start, end = cell.highlight or (0, 0)
    start = max(start, 0)
    if start >= min(end, len(cell.text)):
        return visible(cell.text), "", ""
    return visible(cell.text[:start]), visible(cell.text[start:end]), visible(cell.text[end:])


def marked_text(cell: Cell) -> str:
    """Put the highlight in 【…】, for output that has no other way to bring it out."""
    before, inside, after = highlight_parts(cell)
    return f"{before}【{inside}】{after}" if inside else before
