"""The check that a phrase holds a figure: the first promise of the product rests on it.

Only a whole quantity that says the same proves a value. 98.20% is not proved by 398.20%, nor 95% by 95%以上. A value
without a measure word is proved by a figure that has one, for the phrase says more than the entry.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from eduindex.model.plain_figures import holds_plainly
from eduindex.model.printed_text import printed_sentence, printed_value
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_finding import find_quantities
from eduindex.model.quantity_reading import says_none

# A zero in words, but not inside other words (无论, 没有超过, 零件) and other numbers (一百零五).
_ZERO_WORDS = {
    "无一": re.compile("无一(?![例不疏二是])"),
    "无": re.compile("无(?![论法证照缝偿线私疑障]|人机|人驾|一[例不疏二是])"),
    "没有": re.compile("没有(?!超过|达到|低于|少于)"),
    "零": re.compile("(?<![一二三四五六七八九十百千万亿点])零(?![一二三四五六七八九点售件食星散距碎])"),
}


_REACH = 30  # characters around a phrase that can change what a figure at its edge says
_LONGEST_SENTENCE = 2000
_MOST_PLACES = 20  # where a report may repeat a phrase
_SENTENCE_ENDS = "。！？；!?;"


class Absence(StrEnum):
    """Why the sentence around an evidence phrase cannot be shown."""

    NO_FILE = "no_file"  # the source names no text
    UNREADABLE = "unreadable"  # the text is not below the reports' folder, or cannot be read
    NOT_THERE = "not_there"  # the text does not hold the evidence


def holds(evidence: str, value: Quantity) -> bool:
    """Whether ``evidence`` prints a whole quantity that says the same as ``value``."""
    return holds_plainly(evidence, value) or locate(evidence, value) is not None


def locate(evidence: str, value: Quantity) -> tuple[int, int] | None:
    """The half-open span of the first whole quantity in ``evidence`` that says the same as ``value``."""
    if says_none(value):
        return _locate_word(evidence, printed_value(value.printed).text)
    for found in find_quantities(evidence):
        if _says_the_same(found.quantity, value):
            return found.start, found.end
    return None


def holds_in_report(evidence: str, value: Quantity, report: str) -> bool:
    """Whether the report (without white space) prints the value whole where it prints ``evidence``.

    A phrase can be cut so that it holds another figure than its sentence: 达95% out of 达95%以上, 7.72% out of 87.72%.
    """
    phrase = without_space(evidence)
    return any(_holds_here(report, at, at + len(phrase), value) for at in _places(phrase, report))


def _holds_here(report: str, start: int, end: int, value: Quantity) -> bool:
    """Whether a quantity that says the same stands between two places of a report, read with what is around it."""
    first = max(0, start - _REACH)
    if holds_plainly(report[start:end], value) and holds_plainly(report[first : end + 1], value):
        return True
    around = report[first : end + _REACH]
    if says_none(value):
        return _locate_word(around, printed_value(value.printed).text) is not None
    return any(
        start - first <= found.start and found.end <= end - first and _says_the_same(found.quantity, value)
        for found in find_quantities(around)
    )


def without_space(text: str) -> str:
    """The text as evidence is looked up in it: line breaks and blanks fall anywhere in a report."""
    return "".join(text.split())


def sentences_around(phrase: str, report: str) -> list[str]:
    """The sentences of ``report`` (without white space) that hold the phrase, in their order."""
    phrase = without_space(phrase)
    return [_sentence_at(report, at, at + len(phrase)) for at in _places(phrase, report)]


def _places(phrase: str, report: str) -> Iterator[int]:
    """Where a report prints a phrase; one that stands everywhere is no evidence, so not without end."""
    at = report.find(phrase)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = report.find(phrase, at + 1)


def _sentence_at(report: str, start: int, end: int) -> str:
    first = max(0, start - _LONGEST_SENTENCE)
    begins = max(report.rfind(mark, first, start) for mark in _SENTENCE_ENDS) + 1
    ends = [place for mark in _SENTENCE_ENDS if (place := report.find(mark, end, end + _LONGEST_SENTENCE)) >= 0]
    return report[begins or first : min(ends, default=end + _LONGEST_SENTENCE) + 1]


def _says_the_same(printed: Quantity, value: Quantity) -> bool:
    return (
        printed.interval == value.interval
        and printed.bound is value.bound
        and printed.level == value.level
        and printed.ordinal is value.ordinal
        and value.unit in ("", printed.unit)
    )


def _locate_word(evidence: str, word: str) -> tuple[int, int] | None:
    printed = printed_sentence(evidence)
    match = _ZERO_WORDS[word].search(printed.text)
    return None if match is None else (printed.offsets[match.start()], printed.offsets[match.end() - 1] + 1)
