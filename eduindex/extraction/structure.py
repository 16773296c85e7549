"""How a report is built: headings, the heads of paragraphs (一是升级课后服务。), and sentences with the words above them.

A figure often leaves unsaid what its heading says. Headings are told by their marks (一、 (一) 1. #) or by standing alone on
a short line; what stands under one goes on until the next of its rank.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from eduindex.extraction.report_text import Paragraph

_RANKS: Final = (
    re.compile(r"#{1,6}"),
    re.compile("第[一二三四五六七八九十]{1,3}(?:部分|章|节|编)"),
    re.compile("[一二三四五六七八九十]{1,3}[、.]"),
    re.compile("\\([一二三四五六七八九十]{1,3}\\)、?"),
    re.compile("[0-9]{1,2}[.、](?![0-9])"),
    re.compile("\\([0-9]{1,2}\\)、?|[0-9]{1,2}\\)|[①-⑳]"),
    re.compile("[一二三四五六七八九十][是则]|[-—–]{2}|[*•·●■◆-](?=[㐀-鿿])"),
)
_UNMARKED = 0  # the rank of a heading without a mark
_IS_DATE = re.compile("[^0-9]{0,8}(?:19|20)[0-9]{2}[-年/.][0-9]{1,2}[-月/.](?:[0-9]{1,2}日?)?[^0-9]{0,3}(?:[0-9: ]*)")
_LONGEST_HEADING = 40
_LONGEST_UNMARKED = 32
_LONGEST_RUN_IN = 36
_LONGEST_BEFORE = 400
_LONGEST_SENTENCE = 800
_SENTENCE_END = re.compile('[。!?;]+[”’"』」)]*')
_SPLIT_AT = re.compile("[,，、]")
_SAYS_FIGURE = re.compile("[0-9]\\s?[%所人名个万亿元家]")  # a sentence of its own, not the head of others
_RUN_IN_END = re.compile("[。:]")
_INLINE_HEAD = re.compile("(?:^|(?<=[。;]))(?:[一二三四五六七八九十][是则]|[-—–]{2}|第[一二三四五六七八九十][,，])")
# An unmarked line is a heading of the whole that follows only where it says what part of a document begins.
_SAYS_PART = re.compile(
    "(?:19|20)[0-9]{2}|总结|要点|计划|打算|安排|思路|目标|情况|成效|回顾|任务|措施|做法|规划|现状|问题|下一步|亮点"
)


class Head(NamedTuple):
    """Words above a sentence: a heading, or the first words of its paragraph; ``rank`` is smaller for wider ones.

    ``[start, end)`` is where they stand in the report.
    """

    text: str
    rank: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its text and where each character stands in the report.

    ``heads`` are those above it, outermost first; ``before`` is what its paragraph said before it, with its own offsets.
    ``is_row`` says that it is a row of a table.
    """

    text: str
    offsets: Sequence[int]
    heads: tuple[Head, ...]
    before: str
    before_offsets: Sequence[int]
    is_row: bool = False


def sentences_of(paragraphs: Iterable[Paragraph]) -> Iterator[Sentence]:
    """The sentences of a report in their order; each heading is one, too."""
    above: list[Head] = []
    beside: list[Head] = []  # the last unmarked line: it speaks for the paragraphs until the next heading
    for paragraph in paragraphs:
        if not paragraph.text:
            continue
        if paragraph.is_row:
            yield Sentence(paragraph.text, paragraph.offsets, (*above, *beside), "", (), is_row=True)
            continue
        head = _heading(paragraph)
        if head is None:
            yield from _inside(paragraph, above, beside)
            continue
        yield Sentence(paragraph.text, paragraph.offsets, (*above, *beside), "", ())
        beside = []
        if head.rank == _UNMARKED and _SAYS_PART.search(head.text) is None:
            beside = [head]
        else:
            above = [*(one for one in above if one.rank < head.rank), head]


def _head(paragraph: Paragraph, start: int, end: int, rank: int) -> Head:
    text = paragraph.text[start:end].rstrip("。:;")
    offsets = paragraph.offsets
    return Head(text, rank, offsets[start], offsets[max(start, start + len(text) - 1)] + 1)


def _heading(paragraph: Paragraph) -> Head | None:
    text = paragraph.text
    if not paragraph.is_line or text[-1] in "。;,，、":
        return None
    if _IS_DATE.fullmatch(text):
        return None
    rank, begins = _mark(text)
    if rank:
        return _head(paragraph, begins, len(text), rank) if len(text) <= _LONGEST_HEADING else None
    says_part = len(text) <= _LONGEST_UNMARKED // 2 and _SAYS_PART.search(text) is not None
    is_short = len(text) <= _LONGEST_UNMARKED and (says_part or not text.endswith((":", "!")))
    return _head(paragraph, 0, len(text), _UNMARKED) if is_short else None


def _mark(text: str) -> tuple[int, int]:
    """The rank of the mark with which a line begins (0 where there is none) and where the mark ends."""
    for rank, mark in enumerate(_RANKS, 1):
        match = mark.match(text)
        if match is not None:
            return rank, min(match.end(), len(text) - 1)
    return 0, 0


def _inside(paragraph: Paragraph, above: list[Head], beside: list[Head]) -> Iterator[Sentence]:
    """The sentences of a paragraph, with its run-in heads added to those above it."""
    text, offsets = paragraph.text, paragraph.offsets
    rank, begins = _mark(text)
    is_item = rank == len(_RANKS)  # 一是, ——: below all headings
    if rank:
        above[:] = [one for one in above if one.rank < rank]
        beside[:] = beside if is_item else []
    outer = [*above, *beside]
    end = _run_in_end(text)
    run_in = [_head(paragraph, begins, end, rank or len(_RANKS))] if end else []
    if rank and not is_item:
        above.extend(run_in)
        outer = [*outer, *run_in]
    heads, said = [*above, *beside, *(run_in if is_item or not rank else [])], 0
    for start, stop in _spans(text):
        inline = _INLINE_HEAD.match(text, start) if start else None
        if inline is not None:
            item = (
                [_head(paragraph, inline.end(), stop, len(_RANKS))]
                if inline.end() < stop <= start + _LONGEST_RUN_IN
                else []
            )
            heads, said = [*outer, *item], start
        first = max(said, start - _LONGEST_BEFORE)
        before = text[first:start]
        yield Sentence(text[start:stop], offsets[start : stop + 1], tuple(heads), before, offsets[first : start + 1])


def _run_in_end(text: str) -> int:
    """Where the first words of a paragraph end that serve as its heading (加强师资建设。); 0 where there are none."""
    match = _RUN_IN_END.search(text, 0, _LONGEST_RUN_IN)
    if match is None or match.end() == len(text) or _SAYS_FIGURE.search(text, 0, match.end()):
        return 0
    return match.end()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The half-open spans of the sentences; an endless one is cut."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _cut(text, start, match.end())
        start = match.end()
    if start < len(text):
        yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_SENTENCE:
        marks = [match.end() for match in _SPLIT_AT.finditer(text, start + 1, start + _LONGEST_SENTENCE)]
        stop = marks[-1] if marks else start + _LONGEST_SENTENCE
        yield start, stop
        start = stop
    if start < end:
        yield start, end
