"""Numbers as they are written: Arabic digits with thousands separators, and Chinese numerals.

Each reader takes the longest run of number characters and accepts it whole or not at all: ``十三五`` is no 13, ``1,85``
is no 1 and no 85. That is what keeps a part of a number from passing for the number.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from eduindex.model.interval import EXACT
from eduindex.model.printed_text import Fault

NO_NUMBER = "a number was expected here"
LONGEST_NUMBER = 40  # digits; nothing that is counted needs more
_TOO_LONG = f"a number of more than {LONGEST_NUMBER} digits"

_DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.([0-9]+))?")
_DIGIT_RUN = re.compile(r"[0-9][0-9.,，:/ -]*")
_WIDE_COMMA = re.compile("，[0-9]{3}(?![0-9])")
# 百 in 百分点, 百分之 and 百分比 is no hundred.
_WORDS = re.compile("(?:[零〇一二两三四五六七八九十千万亿]|百(?!分[点之比]))+")
_WORD_DECIMALS = re.compile("点([零〇一二三四五六七八九]+)")

_WORD_DIGITS = {word: digit for digit, words in enumerate(("零〇", "一", "二两", *"三四五六七八九")) for word in words}
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_PLAIN_DIGITS = str.maketrans({word: str(digit) for word, digit in _WORD_DIGITS.items()})


class Number(NamedTuple):
    """A number and the offset behind it.

    ``resolution`` is one step of its last digit where it counts as rounded; ``power`` is the 万 or 亿 it ends in (else
    1); ``bare`` marks a numeral that opens with 百, 千, 万 or 亿 and so needs a word such as 近 before it.
    """

    value: Decimal
    end: int
    resolution: Decimal | None = None
    in_words: bool = False
    power: int = 1
    bare: bool = False


def scan_number(text: str, at: int) -> Number | Fault:
    """The number that begins at ``at``."""
    if at < len(text) and text[at] in "0123456789+-":
        return _scan_digits(text, at)
    run = _WORDS.match(text, at)
    if run is None:
        return Fault(at, NO_NUMBER, at + 1)
    return _scan_words(text, run)


def _scan_digits(text: str, at: int) -> Number | Fault:
    negative = text[at] == "-"
    match = _DIGITS.match(text, at + (text[at] in "+-"))
    if match is None:
        return Fault(at, NO_NUMBER, at + 1)
    whole, decimals = match.group(1).replace(",", ""), match.group(2) or ""
    fault = _misprint(text, match, whole, decimals)
    if fault is not None:
        return fault
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    resolution = Decimal(1).scaleb(-len(decimals)) if decimals else None
    return Number(EXACT.minus(value) if negative else value, match.end(), resolution)


def _misprint(text: str, match: re.Match[str], whole: str, decimals: str) -> Fault | None:
    offset, reason = match.end(), _unfinished(text, match)
    if len(whole) + len(decimals) > LONGEST_NUMBER:
        offset, reason = match.start(), _TOO_LONG
    elif len(whole) > 1 and whole[0] == "0":
        offset, reason = match.start(), "a number does not begin with 0"
    if not reason:
        return None
    run = _DIGIT_RUN.match(text, match.start())  # only now: a long run is walked once, then skipped
    return Fault(offset, reason, match.end() if run is None else run.end())


def _unfinished(text: str, match: re.Match[str]) -> str:
    """Why the digits behind a number may belong to it; empty where they do not."""
    mark, after = text[match.end() : match.end() + 1], text[match.end() + 1 : match.end() + 2]
    if not "0" <= after <= "9":
        return ""
    short_whole = match[2] is None and ("," in match[1] or len(match[1]) <= 3)
    if mark == "," and short_whole:
        return "a comma inside a number stands before groups of three digits"
    if mark == "." and match[2] is not None:
        return "a number has one decimal point"
    if mark == " " or (short_whole and _WIDE_COMMA.match(text, match.end())):
        return "whether the number ends here or goes on is unclear"
    return ""


def _scan_words(text: str, run: re.Match[str]) -> Number | Fault:
    words, start = run.group(), run.start()
    value = _word_value(words) if len(words) <= LONGEST_NUMBER else None
    if value is None:
        return Fault(start, "these numerals are no number", run.end())
    decimals = _WORD_DECIMALS.match(text, run.end())
    if decimals is not None:
        return _with_word_decimals(value, start, decimals)
    power = _LARGE.get(words[-1], 1) if value else 1
    if words.endswith("万亿"):
        power = 10**12
    return Number(
        value=Decimal(value),
        end=run.end(),
        resolution=Decimal(power) if power > 1 else None,
        in_words=True,
        power=power,
        bare=words[0] in "百千万亿",
    )


def _with_word_decimals(value: int, start: int, decimals: re.Match[str]) -> Number | Fault:
    digits = decimals.group(1).translate(_PLAIN_DIGITS)
    if len(digits) > LONGEST_NUMBER:
        return Fault(start, _TOO_LONG, decimals.end())
    return Number(Decimal(f"{value}.{digits}"), decimals.end(), Decimal(1).scaleb(-len(digits)), in_words=True)


class _Tally:
    """The state of reading a Chinese numeral from left to right."""

    def __init__(self) -> None:
        self.total = 0  # closed by 万 and 亿
        self.section = 0  # below the next 万 or 亿
        self.digit: int | None = None
        self.small = 10_000  # the last 十 百 千 of the section
        self.large = 10**9  # the last 万 亿
        self.last = ""
        self.before = ""  # the character before the last

    def take(self, word: str) -> bool:
        """Read one character; false when it cannot stand here."""
        taken = (
            self._digit(word) if word in _WORD_DIGITS else self._small(word) if word in _SMALL else self._large(word)
        )
        self.before, self.last = self.last, word
        return taken

    def _digit(self, word: str) -> bool:
        if self.digit is not None:
            return False
        zero = word in "零〇"
        if zero and self.last in ("零", "〇"):
            return False
        self.digit = None if zero else _WORD_DIGITS[word]
        return True

    def _small(self, word: str) -> bool:
        power = _SMALL[word]
        if power >= self.small or (self.digit is None and word != "十" and self.last):
            return False
        self.section += power * (1 if self.digit is None else self.digit)
        self.small, self.digit = power, None
        return True

    def _large(self, word: str) -> bool:
        power = _LARGE[word]
        if word == "亿" and self.last == "万":  # 万亿
            self.total *= power
            self.large = power
            return True
        section = self.section + (self.digit or 0)
        if power >= self.large or (not section and self.last):
            return False
        self.total += power * (section or 1)
        self.section, self.digit, self.small, self.large = 0, None, 10_000, power
        return True

    def result(self) -> int | None:
        """The number read, or nothing where it cannot end here."""
        if self.digit is None:
            return None if self.last in ("零", "〇") and self.total + self.section else self.total + self.section
        place = _SMALL.get(self.before, _LARGE.get(self.before, 10))
        return self.total + self.section + self.digit * (place // 10)  # 一百二 is 120


def _word_value(words: str) -> int | None:
    tally = _Tally()
    return tally.result() if all(tally.take(word) for word in words) else None
