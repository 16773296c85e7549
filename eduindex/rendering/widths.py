"""How a terminal's width is shared among the columns of a table. Plain arithmetic, in terminal columns."""

from collections.abc import Sequence

from eduindex.model.table import Layout

GAP = 2  # between two columns
NARROWEST = 4  # below two Chinese characters a line, a column cannot be read


def choose_layout(layouts: Sequence[Layout], width: int) -> Layout:
    """Take the first layout whose columns all have the width that they ask for, else the last."""
    return next((layout for layout in layouts if _asked(layout) <= width), layouts[-1])


def _asked(layout: Layout) -> int:
    return sum(column.width for column in layout.columns) + gaps(len(layout.columns))


def gaps(columns: int) -> int:
    """Add up the spaces between so many columns."""
    return GAP * max(columns - 1, 0)


def share_width(wanted: Sequence[int], asked: Sequence[int], room: int) -> list[int] | None:
    """Give each column a width, together at most ``room``; None where even the narrowest columns do not fit.

    ``wanted`` is what the content needs to stay on one line; ``asked`` is the least at which it reads well.
    """
    if sum(wanted) <= room:
        return list(wanted)
    floors = [min(want, NARROWEST) for want in wanted]
    if sum(floors) > room:
        return None
    widths = [max(min(want, ask), floor) for want, ask, floor in zip(wanted, asked, floors, strict=True)]
    while sum(widths) > room:
        widths[_widest(widths, floors)] -= 1
    while sum(widths) < room:
        widths[_narrowest(widths, wanted)] += 1
    return widths


def _widest(widths: Sequence[int], floors: Sequence[int]) -> int:
    return max((index for index in range(len(widths)) if widths[index] > floors[index]), key=widths.__getitem__)


def _narrowest(widths: Sequence[int], wanted: Sequence[int]) -> int:
    return min((index for index in range(len(widths)) if widths[index] < wanted[index]), key=widths.__getitem__)
