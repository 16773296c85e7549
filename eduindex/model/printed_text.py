"""Printed text made comparable: full-width forms folded and needless white space dropped, with the way back kept.

Reports carry line breaks in the middle of a figure (``763 名``), so the grammar reads a text without white space. A
blank between two digits stays: whether ``12 345`` is one number or two, nobody can tell.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOOK_ALIKES = str.maketrans("−﹣﹪∶︰〜∼∽‒―≧≦⩾⩽○", "--%::~~~––≥≤≥≤〇")
# In running text a full-width comma parts clauses; only a value of its own may use it between thousands.
_FOLD_SENTENCE = {code: to for code, to in _FULL_WIDTH.items() if chr(code) != "，"} | _LOOK_ALIKES
_FOLD_VALUE = _FULL_WIDTH | _LOOK_ALIKES

_SPACE = re.compile("[\\s\u200b\u2060\ufeff]+")
_DIGITS = frozenset("0123456789")
_TIGHT = _DIGITS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,")
_MAGNITUDES = frozenset("百千万亿")
_JOINTS = frozenset(":-")


class Fault(NamedTuple):
    """Why reading stopped: the offset and the reason, and from where a sentence may be read on."""

    offset: int
    reason: str
    resume: int


class Printed(NamedTuple):
    """A text without needless white space; ``offsets[i]`` is where ``text[i]`` stood, with one entry for the end."""

    text: str
    offsets: Sequence[int]


def printed_value(text: str) -> Printed:
    """Prepare a text that is one value."""
    return _without_spaces(text.translate(_FOLD_VALUE))


def printed_sentence(text: str) -> Printed:
    """Prepare running text."""
    return _without_spaces(text.translate(_FOLD_SENTENCE))


def folded(text: str) -> str:
    """The text with full-width forms made narrow, character by character, and no white space around it."""
    return text.translate(_FOLD_VALUE).strip()


def _without_spaces(text: str) -> Printed:
    spaces = [match.span() for match in _SPACE.finditer(text)]
    if not spaces:
        return Printed(text, range(len(text) + 1))
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    previous = (-1, -1)
    for start, end in spaces:
        pieces.append(text[done:start])
        offsets.extend(range(done, start))
        if _parts(text, start, end, previous):
            pieces.append(" ")
            offsets.append(start)
        done, previous = end, (start, end)
    pieces.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return Printed("".join(pieces), offsets)


def _parts(text: str, start: int, end: int, previous: tuple[int, int]) -> bool:
    """Whether the white space ``[start, end)`` keeps apart what would otherwise read as one number or word."""
    if start == 0 or end == len(text):
        return False
    before, after = text[start - 1], text[end]
    if after in _JOINTS:  # "1 - 2所" is a range, "12 -3" are two numbers
        return not (before in _DIGITS and _is_space(text, end + 1))
    if before in _JOINTS:
        spaced_before = previous[1] == start - 1 and previous[0] > 0 and text[previous[0] - 1] in _DIGITS
        return after in _DIGITS and not spaced_before
    return (before in _TIGHT and after in _TIGHT) or (before in _MAGNITUDES and after in _DIGITS)


def _is_space(text: str, at: int) -> bool:
    return at < len(text) and _SPACE.match(text, at) is not None
