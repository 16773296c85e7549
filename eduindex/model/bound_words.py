"""The words that bind a number (以上, 近, 余 ...) and the interval that a bound number means.

The reach of 余, 近 and 约 depends on the place of the number's last non-zero digit: 2000余 stays below 3000, 2200余 below
2300. Words that agree are taken together and the stronger one counts; words that contradict each other mean nothing.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from eduindex.model.interval import EXACT, Interval
from eduindex.model.quantity import Bound
from eduindex.model.units import MONEY, PER_CENT, POINTS
from eduindex.model.word_table import WordTable


def _by_word(table: dict[Bound, str]) -> dict[str, Bound]:
    return {word: bound for bound, words in table.items() for word in words.split()}


_PREFIXES = _by_word(
    {
        Bound.AT_LEAST: "大于等于 大于或等于 至少 不下于 不下 起码 最少 ≥ >= 上",
        Bound.ABOVE: "超过了 超过 超出 超 逾 突破了 突破 过 高于 大于 多于 不止 >",
        Bound.AT_MOST: "小于等于 小于或等于 至多 最多 ≤ <=",
        Bound.BELOW: "低于 不足 不到 不满 未满 小于 少于 <",
        Bound.NEARLY: "接近 将近 近",
        Bound.ABOUT: "大约 大概 约",
    }
)
# Any of these before any of those turns its meaning round: 不低于, 不得超过, 未达到.
_NOT = ("不", "不得", "不能", "不可", "不应", "不会", "不宜", "未", "未能", "没有", "没")
_NEGATED = _by_word(
    {
        Bound.AT_LEAST: "低于 小于 少于",
        Bound.AT_MOST: "超过 超出 超 高于 大于 多于 突破",
        Bound.BELOW: "达到 达",
    }
)
_PREFIXES |= {no + word: bound for word, bound in _NEGATED.items() for no in _NOT}
_SUFFIXES = _by_word(
    {
        Bound.AT_LEAST: "及以上 以上",
        Bound.AT_MOST: "及以下 以下 及以内 以内 之内",
        Bound.ABOUT: "左右 上下",
    }
)
_RISES = ["增长", "提升", "提高", "增加", "上升", "上涨", "增"]
_FALLS = ["下降", "降低", "减少", "回落", "下滑", "下跌", "压减", "缩减", "削减", "负增长", "降"]
_REACHES = ["达到了", "达到", "高达", "多达", "达", "为"]

_AGREEING = {
    frozenset((Bound.AT_LEAST, Bound.ABOVE)): Bound.ABOVE,
    frozenset((Bound.AT_MOST, Bound.BELOW)): Bound.BELOW,
    frozenset((Bound.AT_LEAST, Bound.OVER)): Bound.OVER,
    frozenset((Bound.ABOVE, Bound.OVER)): Bound.OVER,
}
_MIRRORED = {
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.ABOVE: Bound.BELOW,
    Bound.BELOW: Bound.ABOVE,
}
_HALF = Decimal("0.5")
_MOST_WORDS = 4  # in a row before a number; without a limit a long row would be read again from each of its words


_REACHING = {*_REACHES, *(change + to for change in (*_RISES, *_FALLS) for to in "到至为")}
_FALLING = {fall + past for fall in _FALLS for past in ("", "了")}
_RISING = {rise + past for rise in _RISES for past in ("", "了")}
# Words before a number that change what it says, and those that are passed over.
BINDING_WORDS = frozenset((*_PREFIXES, *_FALLING))
NEUTRAL_WORDS = frozenset((*_REACHING, *_RISING)) - BINDING_WORDS
_OPENING = WordTable(BINDING_WORDS | NEUTRAL_WORDS, only_before={"上": "百 千 万 亿 十万 十亿"})
_SUFFIX = WordTable(_SUFFIXES, not_before={"上下": "学 班 课 楼 级"})
_MORE = re.compile("余(?![下额款热])|多(?![媒样功维渠层校彩方]|元化)|(?<=十)几")

# What the words that matter before a number begin with: where to look for a value in a sentence.
OPENING_CHARACTERS = "".join(sorted({word[0] for word in (*_PREFIXES, *_FALLS)}))


class Opening(NamedTuple):
    """The words before a number.

    They set a ``bound`` (none where they contradict each other) and may say that the number ``falls``; the first word that
    matters for the value stands at ``start``, and the last ends before ``end``.
    """

    bound: Bound | None
    falls: bool
    start: int
    end: int


def scan_opening(text: str, at: int) -> Opening:
    """The words at ``at`` that stand before a number; 达 and 增长 are passed over, for they change nothing."""
    bound: Bound | None = Bound.EXACT
    falls, start, end = False, -1, at
    for _ in range(_MOST_WORDS):
        word = _OPENING.word_at(text, end)
        if not word:
            break
        if word in _PREFIXES:
            bound = combined(bound, _PREFIXES[word])
        falls = falls or word in _FALLING
        if start < 0 and (word in _PREFIXES or word in _FALLING):
            start = end
        end += len(word)
    return Opening(bound, falls, end if start < 0 else start, end)


def scan_more(text: str, at: int) -> tuple[Bound, int]:
    """余, 多 or 几 inside a value, and the offset behind it."""
    match = _MORE.match(text, at)
    return (Bound.EXACT, at) if match is None else (Bound.OVER, match.end())


def scan_suffix(text: str, at: int) -> tuple[Bound, int]:
    """The bound word behind a value (以上, 左右 ...), and the offset behind it."""
    word = _SUFFIX.word_at(text, at)
    return _SUFFIXES.get(word, Bound.EXACT), at + len(word)


def combined(first: Bound | None, second: Bound | None) -> Bound | None:
    """What two bounds mean together; nothing where they contradict each other."""
    if first is None or second is None or first is second:
        return first if first is second else None
    if Bound.EXACT in (first, second):
        return second if first is Bound.EXACT else first
    return _AGREEING.get(frozenset((first, second)))


def bounded(bound: Bound, point: Decimal, unit: str) -> Interval | None:
    """The interval that a bound around ``point`` means; nothing for an approximation of zero, which has no reach."""
    if bound in (Bound.OVER, Bound.NEARLY, Bound.ABOUT):
        return _approximate(bound, point, unit)
    if bound in (Bound.AT_LEAST, Bound.ABOVE):
        return Interval(point, None, low_open=bound is Bound.ABOVE)
    if bound in (Bound.AT_MOST, Bound.BELOW):
        return Interval(None, point, high_open=bound is Bound.BELOW)
    return Interval.exactly(point)


def _approximate(bound: Bound, point: Decimal, unit: str) -> Interval | None:
    if not point:
        return None
    if point < 0:  # the words speak of the size: 近-2% is nearly as much as 2
        mirrored = _approximate(bound, EXACT.minus(point), unit)
        return None if mirrored is None else opposite(mirrored)
    step = _last_place(point)
    if bound is Bound.OVER:
        unlimited = step == 1 and unit not in (PER_CENT, POINTS, MONEY)
        return Interval(point, None if unlimited else EXACT.add(point, step), True, not unlimited)
    half = EXACT.multiply(step, _HALF)
    if bound is Bound.NEARLY:
        return Interval(EXACT.subtract(point, half), point, high_open=True)
    return Interval(EXACT.subtract(point, half), EXACT.add(point, half))


def _last_place(value: Decimal) -> Decimal:
    """One unit of the last non-zero digit: 1000 for 2000, 0.1 for 98.20."""
    exponent = EXACT.normalize(value).as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def opposite(interval: Interval) -> Interval:
    """The interval of the numbers with the other sign."""
    low = None if interval.high is None else EXACT.minus(interval.high)
    high = None if interval.low is None else EXACT.minus(interval.low)
    return Interval(low, high, interval.high_open, interval.low_open)


def mirrored(bound: Bound) -> Bound:
    """The bound of a number whose sign has changed: falling by at least 1% is at most -1%."""
    return _MIRRORED.get(bound, bound)
