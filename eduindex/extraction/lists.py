"""Figures that share words with their neighbours: A和B分别达到65.38%、91.42%; A、B均达100%; 在校生12万人(小学6万人, 初中3万人).

Words are never put together by rules of the field: what a short item (小学) and the noun before the list (在校生) mean
together is looked up among the mentions of the catalogue.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise, product, takewhile
from typing import NamedTuple

from eduindex.extraction.dates import PrintedDate, Sort
from eduindex.extraction.fitting import fits
from eduindex.extraction.labels import Label, LabelIndex, Mention, comparable
from eduindex.model.catalogue import Indicator
from eduindex.model.quantity import FoundQuantity

_RESPECTIVELY = re.compile("分别|依次")
_RISES = re.compile("[^,，。;0-9]{0,8}(?:到|至|为)(?:(?:19|20)[0-9]{2}年[底末]?的?)?")
_PARTS_ITEMS = re.compile("[、,，]|以?及|和|(?<!参)与|或")
_JOINS_FIGURES = re.compile("[、,，和及与/;]{1,2}$")
_ALL = re.compile("(?:均|都|皆|全部|双双)[^,，。;0-9]{0,8}$")
_CHAIN = re.compile("[、和及与或“”以]*(?:的)?$")
_SAID_BETWEEN = re.compile(
    "(?:均|都|皆|各|也)?(?:达到?|为|是|占|有|共有?|共计|计|现有|保持在|稳定在|提[高升][到至]|增[长加][到至])?(?:了)?$"
)
_FARTHEST_FIGURE = 16  # characters behind 分别
_FARTHEST_LABEL = 40
_FARTHEST_ITEM = 200  # characters before 分别
_REPEATED_NOUNS = ("教师", "学生")  # which an item may repeat: 专任教师…,其中小学教师7118人
_MOST_SHARED = 60  # labels looked at before the one beside the figure
_LONGEST_ITEM = 24
_ITEM = re.compile("(?:^|[(、,，:。;]|其中:?|和|及|与)(?P<item>[㐀-鿿]{2,16})$")


class Paired(NamedTuple):
    """A figure that a list gives to a label; ``date`` is its own where the list is one of years."""

    label: Label
    date: PrintedDate | None = None


def paired_in(
    text: str,
    figures: Sequence[FoundQuantity],
    labels: Sequence[Label],
    dates: Sequence[PrintedDate],
    index: LabelIndex,
) -> Mapping[int, Paired | None]:
    """The figures (by their number) of lists with 分别, each with its label or ``None`` where the list cannot be paired."""
    found: dict[int, Paired | None] = {}
    for match in _RESPECTIVELY.finditer(text):
        chain = _chain_after(text, figures, match.end())
        if len(chain) < 2:
            continue
        first = figures[chain[0]].start
        pairs = _by_years(chain, labels, dates, match.start(), first)
        pairs = pairs or _by_items(text, chain, figures, labels, match.start(), index) or [None] * len(chain)
        found.update(dict(zip(chain, pairs, strict=True)))
        rest = _chain_after(text, figures, figures[chain[-1]].end)
        if len(rest) == len(chain) and _RISES.fullmatch(text[figures[chain[-1]].end : figures[rest[0]].start]):
            found.update(dict(zip(rest, pairs, strict=True)))
    return found


def _chain_after(text: str, figures: Sequence[FoundQuantity], at: int) -> list[int]:
    """The figures that follow one another behind ``at``, parted by list marks alone."""
    chain: list[int] = []
    first_behind = bisect_left(figures, at, key=lambda one: one.start)
    for number, figure in enumerate(islice(figures, first_behind, None), first_behind):
        if not chain:
            if figure.start - at > _FARTHEST_FIGURE:
                return []
            chain.append(number)
        elif _JOINS_FIGURES.fullmatch(text[figures[chain[-1]].end : figure.start]):
            chain.append(number)
        else:
            break
    return chain


def _by_years(
    chain: list[int], labels: Sequence[Label], dates: Sequence[PrintedDate], at: int, first: int
) -> list[Paired | None]:
    """One label and as many years as figures: 2013、2014、2015年公办率分别达到92%、95%、100%."""
    nearest = bisect_left(labels, first - _FARTHEST_LABEL, key=lambda label: label.end)
    near = list(takewhile(lambda label: label.end <= first, islice(labels, nearest, None)))
    before = bisect_right(dates, at + 1, key=lambda date: date.end)
    run = _run_of_years(dates[max(0, before - len(chain)) : before], len(chain))
    if not run or not near:
        return []
    label = max(near, key=lambda one: (one.end, one.mention.length))
    return [Paired(label, date) for date in run]


def _run_of_years(dates: Sequence[PrintedDate], length: int) -> list[PrintedDate]:
    """The last ``length`` years, if they follow one another; a span of as many years stands for them."""
    if dates and dates[-1].sort is Sort.AT:
        first, _, last = dates[-1].period.partition("..")
        if first.isdigit() and last.isdigit() and int(last) - int(first) + 1 == length:
            return [dates[-1]._replace(period=str(year), last_year=year) for year in range(int(first), int(last) + 1)]
    run = list(dates[-length:])
    apart = any(later.start - earlier.end > 2 for earlier, later in pairwise(run))
    return [] if len(run) < length or apart else run


def _by_items(
    text: str,
    chain: list[int],
    figures: Sequence[FoundQuantity],
    labels: Sequence[Label],
    at: int,
    index: LabelIndex,
) -> list[Paired | None]:
    """As many items as figures, read backwards from 分别."""
    clause = max(at - _FARTHEST_ITEM, *(text.rfind(mark, 0, at) + 1 for mark in "。;:"))
    first = bisect_left(labels, clause, key=lambda label: label.end)
    labels = [label for label in islice(labels, first, None) if label.end <= at]
    whole = [span for label in labels for span in label.spans]
    cuts = [match.span() for match in _PARTS_ITEMS.finditer(text, clause, at)]
    outside = [cut for cut in cuts if not any(start < cut[0] and cut[1] < end for start, end in whole)]
    cuts = outside if len(outside) >= len(chain) - 1 else cuts
    cuts = [cut for cut in cuts if text[cut[1] : at].strip(",，、")]
    if len(cuts) < len(chain) - 1:
        return []
    used = cuts[-(len(chain) - 1) :]
    starts = [clause if len(cuts) == len(used) else cuts[-len(chain)][1], *(cut[1] for cut in used)]
    ends = [*(cut[0] for cut in used), at]
    items = list(zip(starts, ends, strict=True))
    named = [
        _label_in([label for label in labels if fits(figures[number], label.indicator)], start, end)
        or _named_at_end(text, start, end, figures[number], index)
        for number, (start, end) in zip(chain, items, strict=True)
    ]
    last = named[-1]
    if last is None:
        return []
    completed = [
        label or _completed(text[max(start, end - _LONGEST_ITEM) : end], last, index)
        for label, (start, end) in zip(named, items, strict=True)
    ]
    return [None if label is None else Paired(label) for label in completed]


def _label_in(labels: Sequence[Label], start: int, end: int) -> Label | None:
    inside = [label for label in labels if start <= label.spans[-1][0] and label.end <= end]
    return max(inside, key=lambda label: (label.end, label.mention.length), default=None)


def _named_at_end(text: str, start: int, end: int, figure: FoundQuantity, index: LabelIndex) -> Label | None:
    """The label with which an item ends, though it is a part of a longer one (民办幼儿园 in 公办、民办幼儿园)."""
    for first in range(max(start, end - _LONGEST_ITEM), end - 1):
        for mention in index.whole.get(comparable(text[first:end]), ()):
            if fits(figure, mention.indicator):
                return Label(mention, ((first, end),))
    return None


def _completed(item: str, last: Label, index: LabelIndex) -> Label | None:
    """The label of an item that leaves to the last one what both share: 小学、初中巩固率."""
    words = "".join(last.mention.pieces)
    for cut in range(1, len(words)):
        mention = _mention_of(item, words[cut:], index)
        if mention is not None:
            return Label(mention, last.spans)
    return None


def _mention_of(item: str, rest: str, index: LabelIndex) -> Mention | None:
    """The one indicator that the end of ``item`` and ``rest`` name together."""
    for start in range(max(0, len(item) - 8), len(item)):
        found = index.whole.get(comparable(item[start:]) + rest, ())
        if found and len({mention.indicator.id for mention in found}) == 1:
            return found[0]
    return None


def shared_with(text: str, figure: FoundQuantity, label: Label, labels: Sequence[Label]) -> list[Label]:
    """The other labels of A、B和C均达100%, whose last is ``label``; none where the words do not say 均."""
    if not _ALL.search(text[label.end : figure.start]):
        return []
    found: list[Label] = []
    first = label
    before = bisect_right(labels, label.spans[-1][0], key=lambda one: one.end)
    for other in reversed(labels[max(0, before - _MOST_SHARED) : before]):
        start = first.spans[-1][0]
        if other.end <= start and _CHAIN.fullmatch(text[other.end : start]):
            found.append(other)
            first = other
    return found


def completed_by_list(text: str, figure: FoundQuantity, nouns: Sequence[Indicator], index: LabelIndex) -> Label | None:
    """The label of a short item before a figure (其中小学31484人), completed by a noun that was said before (在校生)."""
    words = item_before(text, figure)
    if not words:
        return None
    stems = dict.fromkeys((words, *(words.removesuffix(noun) for noun in _REPEATED_NOUNS)))
    for noun, stem in product(nouns, stems):
        mention = index.narrowed(stem, noun)
        if mention is not None:
            return Label(mention, ((figure.start, figure.start),), is_whole=False)
    return None


def item_before(text: str, figure: FoundQuantity) -> str:
    """The words of the list item that a figure counts (普通高中 in 普通高中2所), without what connects them."""
    words = text[max(0, figure.start - 28) : figure.start].replace("其中", "，，")
    item = _ITEM.search(_SAID_BETWEEN.sub("", words, count=1))
    return item["item"] if item is not None else ""
