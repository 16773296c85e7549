"""Where a sentence names indicators: the mentions of the catalogue, looked up all at once.

A mention with gaps (``课后服务…学生参与率``) is found where its last piece stands in the sentence and the pieces before it stand
there too or, for the sentence is often a heading's, in the words above it. Characters that recognition mixes up (人学 for
入学) count as the same.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from eduindex.model.catalogue import Catalogue, Indicator
from eduindex.model.mentions import GAP
from eduindex.model.printed_text import printed_sentence

_LONGEST_NARROWING = 8  # characters before a noun that make another indicator of it
_OTHER_SORTS = ("职业", "民办", "非", "农村", "城区", "特殊", "成人")  # 职业高中 is no 高中
_UNBROKEN_OF_WHICH = "其\ue001"  # so that no 中小学 is found in 其中小学
_WIDEST_GAP = 100  # characters between two pieces of a mention in one sentence
_MIXED_UP: Final = str.maketrans("入己巳曰土末圆", "人已已日士未园")

# What was done is said in the sentence itself: a verb in a heading does not reach into it.
VERBS: Final = re.compile(
    "建成|新建|新增|投用|招聘|招录|招考|引进|培养|选派|撤|发放|投入|投资|创建|创成|组建|聘用|购买|建设|开展|增长|下降|比上|较上|同比"
)

Span = tuple[int, int]


class Mention(NamedTuple):
    """Words under which reports print an indicator: one piece, or several with gaps between them."""

    indicator: Indicator
    pieces: tuple[str, ...]
    length: int  # in characters: longer words say more
    may_begin_above: bool  # whether its first pieces may stand in a heading or an earlier sentence


class Label(NamedTuple):
    """A mention found in a sentence. ``spans`` are those of its last pieces, in order, as far as the sentence holds them.

    ``is_whole`` tells that the sentence holds all pieces, else the first ones stand above it.
    """

    mention: Mention
    spans: tuple[Span, ...]
    is_whole: bool = True

    @property
    def indicator(self) -> Indicator:
        """The indicator that is named."""
        return self.mention.indicator

    @property
    def start(self) -> int:
        """Where the first piece in the sentence begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Behind the last piece."""
        return self.spans[-1][1]


def mixed(text: str) -> str:
    """A text that is prepared already, with look-alike characters made one."""
    return text.translate(_MIXED_UP)


@lru_cache(maxsize=4096)
def comparable(text: str) -> str:
    """The text as labels are looked up in it: as ``printed_sentence`` prepares it, with look-alike characters made one."""
    return mixed(printed_sentence(text).text)


class LabelIndex:
    """All mentions of a catalogue. Looking them up takes time in proportion to the text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.mentions = tuple(_mentions(catalogue))
        self.whole: Mapping[str, tuple[Mention, ...]] = _whole(self.mentions)
        self._starts: dict[str, list[str]] = defaultdict(list)
        for piece in sorted({piece for mention in self.mentions for piece in mention.pieces}, key=len, reverse=True):
            self._starts[piece[:2]].append(piece)
        self._ending = _by_last_piece(self.mentions)
        self._narrower = _narrower(self.whole)

    def labels_in(self, text: str, above: str) -> tuple[Label, ...]:
        """The labels of a sentence, by their end; ``above`` are the words of its headings and of the sentences before it.

        Both as ``comparable`` makes them.
        """
        places = self._places(text)
        stands_above: dict[str, bool] = {}
        found = []
        for piece, spans in places.items():
            for mention in self._ending.get(piece, ()):
                for span in spans:
                    label = _label(mention, span, places, above, stands_above)
                    if label is not None:
                        found.append(label)
        return tuple(sorted(_widest(found), key=lambda label: (label.end, -label.start)))

    def breaks_word(self, before: str, after: str) -> bool:
        """Whether a piece of a mention runs on from the end of one line into the beginning of the next."""
        start, end = comparable(before[-_LONGEST_NARROWING:]), comparable(after[:_LONGEST_NARROWING])
        joined, middle = start + end, len(start)
        return any(
            at + len(piece) > middle and joined.startswith(piece, at)
            for at in range(middle)
            for piece in self._starts.get(joined[at : at + 2], ())
        )

    def narrowed(self, words: str, indicator: Indicator) -> Mention | None:
        """What the end of ``words`` makes of a noun for the indicator (小学 and 在校生 are 小学在校生), if anything."""
        narrower, words = self._narrower.get(indicator.id, {}), mixed(words)
        for start in range(max(0, len(words) - _LONGEST_NARROWING), len(words) - 1):
            mention = narrower.get(words[start:])
            if mention is not None:
                return None if words[:start].endswith(_OTHER_SORTS) else mention
        return None

    def _places(self, text: str) -> dict[str, list[Span]]:
        places: dict[str, list[Span]] = defaultdict(list)
        starts, text = self._starts, text.replace("其中", _UNBROKEN_OF_WHICH)
        for at in range(len(text)):
            for key in (text[at : at + 2], text[at]):
                for piece in starts.get(key, ()):
                    if text.startswith(piece, at) and (len(key) == 2 or len(piece) == 1):
                        places[piece].append((at, at + len(piece)))
        return places


def _mentions(catalogue: Catalogue) -> Iterator[Mention]:
    for indicator in catalogue.indicators.values():
        for words in dict.fromkeys((indicator.name.zh, *indicator.mentions)):
            pieces = tuple(
                piece.replace("其中", _UNBROKEN_OF_WHICH) for piece in map(comparable, words.split(GAP)) if piece
            )
            if pieces:
                may_begin_above = max(map(len, pieces[:-1]), default=0) > 1 and not any(
                    VERBS.match(piece) for piece in pieces
                )
                yield Mention(indicator, pieces, sum(map(len, pieces)), may_begin_above)


def _whole(mentions: tuple[Mention, ...]) -> dict[str, tuple[Mention, ...]]:
    whole: dict[str, tuple[Mention, ...]] = {}
    for mention in mentions:
        if len(mention.pieces) == 1:
            whole[mention.pieces[0]] = (*whole.get(mention.pieces[0], ()), mention)
    return whole


def _narrower(whole: Mapping[str, tuple[Mention, ...]]) -> dict[str, dict[str, Mention]]:
    """For each indicator the words that, before one of its mentions, make another mention, with that mention."""
    narrower: dict[str, dict[str, Mention]] = defaultdict(dict)
    for words, mentions in whole.items():
        for cut in range(2, min(len(words) - 1, _LONGEST_NARROWING + 1)):
            for noun in whole.get(words[cut:], ()):
                if _measure_alike(noun.indicator, mentions[0].indicator):
                    narrower[noun.indicator.id].setdefault(words[:cut], mentions[0])
    return narrower


def _measure_alike(one: Indicator, other: Indicator) -> bool:
    """Whether words before a noun can make the one indicator of the other: both count the same in the same way."""
    return one.kind is other.kind and one.time is other.time and one.unit in (other.unit, *other.measures)


def _by_last_piece(mentions: tuple[Mention, ...]) -> dict[str, tuple[Mention, ...]]:
    by_piece: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_piece[mention.pieces[-1]].append(mention)
    return {piece: tuple(found) for piece, found in by_piece.items()}


def _label(
    mention: Mention, last: Span, places: Mapping[str, list[Span]], above: str, stands_above: dict[str, bool]
) -> Label | None:
    spans = [last]
    for number in range(len(mention.pieces) - 2, -1, -1):
        before = _nearest_before(places.get(mention.pieces[number], ()), spans[0][0])
        if before is None:
            if not mention.may_begin_above:
                return None
            for piece in mention.pieces[: number + 1]:
                if piece not in stands_above:
                    stands_above[piece] = piece in above
                if not stands_above[piece]:
                    return None
            return Label(mention, tuple(spans), is_whole=False)
        spans.insert(0, before)
    return Label(mention, tuple(spans))


def _nearest_before(spans: "list[Span] | tuple[Span, ...]", limit: int) -> Span | None:
    """The last of the spans that ends at ``limit`` or before, if it is near enough."""
    at = bisect_left(spans, (limit, 0)) - 1
    while at >= 0 and spans[at][1] > limit:
        at -= 1
    return spans[at] if at >= 0 and limit - spans[at][1] <= _WIDEST_GAP else None


def _covering_spans(label: Label) -> Iterator[Span]:
    """The spans of a label that are nouns of their own, not words that go on a list (、普惠性民办园)."""
    for piece, span in zip(label.mention.pieces[-len(label.spans) :], label.spans, strict=True):
        if piece[0] not in "、,，和及与":
            yield span


def _widest(labels: list[Label]) -> Iterator[Label]:
    """The labels without those whose only words are a part of another's longer words (幼儿园 in 公办幼儿园)."""
    last = sorted({(span[0], -span[1]) for label in labels for span in _covering_spans(label)})
    covering: list[Span] = []
    reach = -1
    for start, negative_end in last:
        if -negative_end > reach:
            covering.append((start, -negative_end))
            reach = -negative_end
    starts = [start for start, _ in covering]
    for label in labels:
        start, end = label.spans[-1]
        at = bisect_left(starts, start + 1) - 1
        if len(label.spans) > 1 or at < 0:
            yield label
            continue
        if covering[at] == (start, end) or covering[at][1] < end:
            yield label
