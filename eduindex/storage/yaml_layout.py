"""Which of the lines around a complaint of libyaml is the one that is indented wrongly.

libyaml fails at the first line that does not fit what stands above it. Where the lines on both sides of another agree and that
one does not, a person would call that one wrong; so this looks at indentation alone, in the neighbourhood of the complaint.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_REACH = 50_000  # characters on each side; whoever looks for a fault does not look further
_LEVEL = 2
_LINE = re.compile(r"( *)((?:-(?![^ \r\n]) *)*)([^\r\n]*)")
_LINE_END = re.compile("\r\n|\r|\n")


class Line(NamedTuple):
    """A line with something in it; ``start`` and ``content`` are indices, ``indent`` and ``column`` count from 0."""

    start: int
    indent: int  # blanks before anything else
    column: int  # where its text begins, behind list dashes
    words: str

    @property
    def content(self) -> int:
        """Where its text begins."""
        return self.start + self.column

    @property
    def is_item(self) -> bool:
        """Whether it begins with a dash."""
        return self.column > self.indent

    @property
    def is_open(self) -> bool:
        """Whether its value is expected in the lines below."""
        return self.without_comment.endswith(":") or not self.words

    @property
    def without_comment(self) -> str:
        """Its text up to what looks like a comment."""
        return self.words.partition(" #")[0].rstrip()


def line_at(text: str, start: int) -> Line:
    """The line that begins at ``start``."""
    match = _LINE.match(text, start, start + _REACH)
    blanks, dashes, words = match.groups() if match else ("", "", "")
    return Line(start, len(blanks), len(blanks) + len(dashes), words.rstrip())


def lines_above(text: str, start: int) -> Iterator[Line]:
    """The lines above the one that begins at ``start``, the nearest first, without empty ones and comments."""
    first = max(0, start - _REACH)
    starts = [first + match.end() for match in _LINE_END.finditer(text[first:start])]
    if not first:
        starts.insert(0, 0)
    return _of_substance(text, reversed(starts[:-1]))


def lines_below(text: str, start: int) -> Iterator[Line]:
    """The lines below the one that begins at ``start``, without empty ones and comments."""
    ends = _LINE_END.finditer(text, start, start + _REACH)
    return _of_substance(text, (match.end() for match in ends))


def _of_substance(text: str, starts: Iterator[int]) -> Iterator[Line]:
    lines = (line_at(text, start) for start in starts)
    return (line for line in lines if (line.words and not line.words.startswith("#")) or line.is_item)


def misplaced(text: str, failing: Line) -> Line | None:
    """The line above that a person would call misplaced, where ``failing`` is deeper than the block that it would belong to."""
    goes_on = _goes_on(text, failing)
    between: list[Line] = []  # upwards from the failing line
    above = lines_above(text, failing.start)
    for line in above:
        if line.indent < failing.indent:
            is_level = goes_on or failing.indent == line.indent + _LEVEL
            return (_child(failing, between) if is_level else None) or _parting(text, failing, line, above)
        between.append(line)
    return _child(failing, between) if goes_on else None


def misplaced_beside(text: str, failing: Line, block: Line) -> Line | None:
    """The same, where ``failing`` stands in the column of its ``block``, but one of them is a list and the other one is not."""
    if not _goes_on(text, failing):
        return None
    if failing.is_item:
        above = next(lines_above(text, failing.start), None)
        return above if above is not None and above.is_open and above.indent > failing.indent else None
    is_list = block.column > failing.indent  # the column of its dash; a block of keys begins behind the dash
    return block if is_list else None


def _child(failing: Line, between: list[Line]) -> Line | None:
    """The first line of the deeper block above, where it has no siblings, a list below it or nothing although it is open."""
    if not between:
        return None
    first, *others = reversed(between)
    if failing.is_item and not first.is_item:
        return first
    is_hollow = first.is_open and bool(others) and others[0].indent <= first.indent
    return first if is_hollow or all(line.indent > first.indent for line in others) else None


def _parting(text: str, failing: Line, suspect: Line, above: Iterator[Line]) -> Line | None:
    """The nearest line that is indented less, where it parts the failing line from what belongs to it above."""
    before = next(above, None)
    if before is None or failing.indent == suspect.column:
        return None
    goes_on = _goes_on(text, failing)
    if suspect.is_item and goes_on:
        return suspect
    is_level = goes_on or failing.indent == before.indent + _LEVEL
    if before.is_open and not suspect.is_item and (before.indent >= suspect.indent or is_level):
        return suspect
    below = next(lines_below(text, failing.start), None)
    if below is not None and below.indent == suspect.indent and not below.is_open:
        return None  # rather, the failing line parts two others
    while before is not None and before.indent > failing.indent:
        before = next(above, None)
    return suspect if before is not None and _are_siblings(before, failing) else None


def _are_siblings(line: Line, other: Line) -> bool:
    return line.indent == other.indent and line.is_item if other.is_item else line.column == other.column


def _goes_on(text: str, failing: Line) -> bool:
    """Whether the next line that is not deeper stands in the same column and is of the same kind."""
    for line in lines_below(text, failing.start):
        if line.indent <= failing.indent:
            return line.indent == failing.indent and line.is_item == failing.is_item
    return False
