"""Telling at a glance that a phrase holds a figure, where nothing around it can change what it says.

Most entries say a number in digits with its unit and perhaps a bound, and their evidence prints it between a word of the report
and a comma or the end. To read such a phrase by the whole grammar costs fifty times as much as to look. A glance never says yes
where the grammar says no; where it says no, the grammar has to be asked.
"""

import re
from functools import lru_cache

from eduindex.model.bound_words import BINDING_WORDS, NEUTRAL_WORDS, OPENING_CHARACTERS
from eduindex.model.look_alikes import PART_OF_A_WORD
from eduindex.model.quantity import Bound, Quantity

_NUMERALS = "零〇一二两三四五六七八九十百千万亿"
# One number in digits; the words around it are few and hold no numeral but 万 and 亿 behind it.
_PLAIN = re.compile(
    rf"(?:[{OPENING_CHARACTERS.replace('-', '').replace('过', '')}][^0-9A-Za-z\s{_NUMERALS}第数几半+\-]{{0,3}})?"
    rf"[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?(?::1| ?[^0-9A-Za-z\s:第数几半+\-–—~至到]{{0,8}})"
)
# A bare number may be a year or number a list, but not one with decimals.
_BARE = re.compile(r"[0-9]{1,3}\.[0-9]{1,9}")
_PARTS_OF_NUMBERS = frozenset((*_NUMERALS, *"余多几成半第分之至到从由自负"))
_WORDS = BINDING_WORDS | NEUTRAL_WORDS
_ENDS_OF_WORDS = frozenset(word[-1] for word in _WORDS)
_LENGTHS = sorted({len(word) for word in _WORDS})
_INSIDE_WORDS = frozenset(character for word in _WORDS for character in word[:-1])
_MOST_CUTS = 5  # a sentence with more words in a row is for the grammar
# What may stand behind a figure; behind a bare number a comma may go on with it.
_ENDS_A_FIGURE = frozenset(",，。;；、!！?？)）(（”」》")
_ENDS_A_NUMBER = frozenset("。;；!！?？”」》")


def holds_plainly(phrase: str, value: Quantity) -> bool:
    """Whether a phrase certainly prints the value: by what the value is, and what stands right before and behind it."""
    printed = value.printed
    if value.level or not _is_plain(printed, stands_out=bool(value.unit) or value.bound is not Bound.EXACT):
        return False
    start = phrase.rfind(printed)
    end = start + len(printed)
    if start < 0:
        return False
    if end < len(phrase) and phrase[end] not in (_ENDS_A_NUMBER if printed[-1].isdigit() else _ENDS_A_FIGURE):
        return False
    return _is_free(phrase, start, printed[0])


def _is_free(phrase: str, start: int, first: str) -> bool:
    """Whether nothing right before ``start`` binds a number that begins there, or is a part of it.

    Where words like 达到 stand before it, they are passed over, however they may be cut (至多达 is 至多 and 达, or 至 and 多达).
    """
    before = phrase[start - 1 : start]
    if before and not "0" <= first <= "9" and (before in _INSIDE_WORDS or before in PART_OF_A_WORD.get(first, "")):
        return False
    if before in _ENDS_OF_WORDS:
        start = _before_neutral_words(phrase, start)
        if start < 0 or not "0" <= first <= "9":
            return False
    return start == 0 or ("一" <= phrase[start - 1] <= "鿿" and phrase[start - 1] not in _PARTS_OF_NUMBERS)


def _before_neutral_words(phrase: str, start: int) -> int:
    """Where the words begin that are passed over; -1 where a word binds, or where too many stand in a row."""
    cuts = [start]
    for cut in cuts:  # which grows meanwhile
        if len(cuts) > _MOST_CUTS:
            return -1
        for length in _LENGTHS if phrase[cut - 1 : cut] in _ENDS_OF_WORDS else ():
            if length > cut:
                break
            word = phrase[cut - length : cut]
            if word in BINDING_WORDS:
                return -1
            if word in NEUTRAL_WORDS:
                cuts.append(cut - length)
    return min(cuts)


@lru_cache(maxsize=16384)
def _is_plain(printed: str, *, stands_out: bool) -> bool:
    return (_PLAIN if stands_out else _BARE).fullmatch(printed) is not None
