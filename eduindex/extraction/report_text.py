"""A report's text made ready for reading: paragraphs without needless white space, each with the way back to the text.

Texts copied from scans and layouts are broken at a fixed width, in the middle of words and numbers; such lines are joined.
A text with one line a paragraph is left as it is: where lines end early on purpose, joining would make sentences that
nobody wrote.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from eduindex.model.printed_text import printed_sentence

_ENDS = frozenset('。！？；：!?;:…”"』」)）》')
_OPENS_A_LINE = re.compile(
    r"\s*(?:#{1,6}\s|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、](?![0-9])"
    r"|第[一二三四五六七八九十]{1,3}(?:部分|章|节|编)|[-*•·●■◆]\s|[—–-]{2}|[①-⑳])"
)
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_DIGIT = "[0-9０-９]"
_BLANKS = "[ \\t\u3000]+"
_BROKEN_NUMBER = re.compile(
    f"(?<={_DIGIT}){_BLANKS}(?=[.．](?:{_DIGIT}|{_BLANKS}{_DIGIT}+ ?[%％]))|(?<={_DIGIT}[.．]){_BLANKS}(?={_DIGIT}+ ?[%％])"
    # 13 680人, and １ ０ ．７: blanks between groups of three and between single digits
    f"|(?<={_DIGIT}){_BLANKS}(?={_DIGIT}{{3}}(?!{_DIGIT}) ?[万亿人名所个元])"
    f"|(?<=(?<!{_DIGIT}){_DIGIT}){_BLANKS}(?={_DIGIT} ?[.．])"
)
_NEEDLESS = re.compile(
    f"{_BROKEN_NUMBER.pattern}|(?<=\\S)(?:[*`]+|__)|(?:[*`]+|__)(?=\\S)"
)  # and the emphasis of Markdown
_GOES_ON_AS_NUMBER = re.compile(r"[0-9０-９.．]*[0-9０-９]\s?[%％万亿人名所个元家]")
_IS_ROW = re.compile("\t|[|｜].*[|｜]")
_UNITS = "%％万亿人名所个元家"
_ENDS_IN_NUMBER = re.compile(r"[0-9０-９][.．]?$")
_SAYS_FIGURES = re.compile(r"[0-9０-９]\s?[%％万亿人名所个元家]|。")
_SHORTEST_BROKEN_LINE = 12  # characters; shorter lines are headings, captions and cells of tables
_FEWEST_BROKEN_LINES = 4
_BROKEN_SHARE = 0.3
_NEARLY_FULL = 0.6
_LONGEST = 20_000  # characters of a paragraph


class Paragraph(NamedTuple):
    """A paragraph: ``text`` is folded and without needless white space; ``offsets[i]`` is where ``text[i]`` stands in the report.

    ``offsets`` has one entry more than the text, for its end. ``is_line`` says that it is one line of the report,
    ``is_row`` that it is a row of a table.
    """

    text: str
    offsets: Sequence[int]
    is_line: bool
    is_row: bool = False


class Lines:
    """Finds the line (from 1) of a place in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]

    def line_of(self, offset: int) -> int:
        """The line on which the character at ``offset`` stands."""
        return bisect_right(self._starts, offset)


def paragraphs_of(text: str, breaks_word: Callable[[str, str], bool]) -> Iterator[Paragraph]:
    """The paragraphs of a report, in order, without empty ones. Takes time in proportion to the length.

    ``breaks_word`` tells of two neighbouring lines whether a word runs on from one into the other.
    """
    lines = [
        stretch for match in _LINE.finditer(text) if match[0].strip() for stretch in _stretches(text, *match.span())
    ]
    full = _full_width(text, lines)
    group: list[tuple[int, int]] = []
    for line in lines:
        if group and (group[-1][1] - group[0][0] > _LONGEST or not _goes_on(text, group[-1], line, full, breaks_word)):
            yield _paragraph(text, group)
            group = []
        group.append(line)
    if group:
        yield _paragraph(text, group)


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line, in pieces where no person could have written it; a piece ends with a sentence where there is one."""
    while end - start > _LONGEST:
        cut = text.rfind("。", start, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def _full_width(text: str, lines: list[tuple[int, int]]) -> float:
    """How long a line is that was broken to fit a width; 0 where the text is not broken so."""
    broken = [
        len(line)
        for line in (text[start:end].strip() for start, end in lines)
        if len(line) >= _SHORTEST_BROKEN_LINE and line[-1] not in _ENDS and not _OPENS_A_LINE.match(line)
    ]
    is_broken = len(broken) >= _FEWEST_BROKEN_LINES and len(broken) >= _BROKEN_SHARE * len(lines)
    return median(broken) if is_broken else 0


def _goes_on(
    text: str,
    line: tuple[int, int],
    following: tuple[int, int],
    full: float,
    breaks_word: Callable[[str, str], bool],
) -> bool:
    """Whether a sentence runs on from a line into the one that follows."""
    before, after = text[slice(*line)].strip(), text[slice(*following)].strip()
    if _IS_ROW.search(before) or _IS_ROW.search(after):
        return False
    if not before or not after or before[-1] in _ENDS or _OPENS_A_LINE.match(after):
        return False
    is_broken_line = bool(full) and len(before) >= max(_SHORTEST_BROKEN_LINE, _NEARLY_FULL * full)
    return is_broken_line or _goes_on_in_number(before, after) or _goes_on_in_words(before, after, breaks_word)


def _goes_on_in_number(before: str, after: str) -> bool:
    if _ENDS_IN_NUMBER.search(before) and after[0] in _UNITS:
        return True
    is_head = _OPENS_A_LINE.match(before) is not None and not _ENDS_IN_NUMBER.search(before)
    return _GOES_ON_AS_NUMBER.match(after) is not None and not is_head


def _goes_on_in_words(before: str, after: str, breaks_word: Callable[[str, str], bool]) -> bool:
    if before[-1] in ",，、" and not before.startswith("|"):
        return True
    if _SAYS_FIGURES.search(before):
        return True
    return _OPENS_A_LINE.match(before) is None and breaks_word(before, after)


def _paragraph(text: str, lines: list[tuple[int, int]]) -> Paragraph:
    pieces, places = [], list[int]()
    for start, end in lines:
        for first, last in _without_breaks(text, start, end):
            pieces.append(text[first:last])
            places.extend(range(first, last))
    places.append(lines[-1][1])
    printed = printed_sentence("".join(pieces))
    text_of = printed.text.strip()
    lead = len(printed.text) - len(printed.text.lstrip())
    offsets = [places[printed.offsets[i]] for i in range(lead, lead + len(text_of))]
    offsets.append(offsets[-1] + 1 if offsets else places[-1])
    is_row = len(lines) == 1 and _IS_ROW.search(text[slice(*lines[0])].strip()) is not None
    return Paragraph(text_of, offsets, len(lines) == 1, is_row)


def _without_breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line without the blanks at its ends and those inside a broken number."""
    line = text[start:end]
    at = start + len(line) - len(line.lstrip())
    for match in _NEEDLESS.finditer(line):
        yield at, start + match.start()
        at = start + match.end()
    yield at, start + len(line.rstrip())
