"""What looks like a figure in running text and is none: dates, names, slogans, list numbers, 就近 and 节约.

The grammar reads forward; here stands what the characters before and behind a value reveal. Each check is one line of a
table or one small function, so that a new false friend found in a report costs one word.
"""

import re
from collections.abc import Callable

from eduindex.model.amounts import Form
from eduindex.model.printed_text import Printed
from eduindex.model.quantity import Bound
from eduindex.model.quantity_grammar import Scanned

# opening character -> what stands before it where it belongs to another word (就近, 节约, 通过, 统一)
PART_OF_A_WORD = {
    "近": "就附最临邻靠相远切亲毗",
    "约": "节合预签履条特制契集公邀相规失违毁租续简",
    "过": "通经不超",
    "超": "赶反高",
    "上": "以线网之路会场班楼地世晚早身手",
    "下": "上以之",
    "降": "下",
    "减": "削",
    "一": "统唯每同某任万专之单逐不另哪这那新上下进一第初高周",
    "二": "初高周第",
    "三": "初高周第",
    "两": "这那每",
    "数": "人总位个次名户班分指参基系倍度级量多少大小时天点算读对奇偶岁校生园房件项",
    "几": "这那前",
    "-": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%)”-–—",
}
_SKIPPED = re.compile(
    r"[0-9]{1,9}(?:\+[0-9A-Za-z]+)+"  # 5+2, 1+X+1
    r"|[0-9]+(?:/[0-9]+)+"  # 2023/1/18
    r"|(?:19|20|21)[0-9]{2}-[0-9]{1,2}(?:-[0-9]{1,2})?(?![0-9])"  # 2023-01-18
)
_IDENTIFIER_REST = re.compile("[0-9][0-9.]*")
_YEAR = re.compile("(?:19|20|21)[0-9]{2}")
_YEARS = re.compile(r"(?:19|20|21)[0-9]{2}(?:[-–—~至到](?:19|20|21)[0-9]{2}|\.[01]?[0-9])")
_IDEOGRAPHS = ("㐀", "鿿")
_OPENING_QUOTES, _CLOSING_QUOTES = "“\"「『‘'", "”\"」』’'"
_NUMERALS = "一二三四五六七八九十"
_ASCII_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_")
# 第三轮 and 第一书记 are no ranks: what follows makes the ordinal part of a name or counts an event.
_NAMED_AFTER_ORDINAL = frozenset(
    "届批轮季期次章条款项节课个所线书方责者产人小中大高初实幼附职外国语学年月日周天阶段部类种环场站支组课代"
)
_IDIOMS_OF_ONE = ("起", "大", "块", "本", "批")


def skipped_at(text: str, at: int) -> int:
    """The offset behind what stands at ``at`` and opens no value; ``at`` itself where a value may begin."""
    character, before = text[at], text[at - 1 : at]
    if before and before in PART_OF_A_WORD.get(character, ""):
        return at + 1
    if character == "过" and text[at + 1 : at + 2] not in tuple("百千万亿半"):
        return at + 1  # 开展过5次
    if not "0" <= character <= "9":
        return at
    if _continues_identifier(text, at):
        rest = _IDENTIFIER_REST.match(text, at)
        return at + 1 if rest is None else rest.end()
    match = _SKIPPED.match(text, at)
    return at if match is None else match.end()


def _continues_identifier(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    if before in _ASCII_WORD:
        return True
    return before in ("-", ".", "/", "+", "#", "@") and text[at - 2 : at - 1] in _ASCII_WORD


def is_figure(printed: Printed, scanned: Scanned) -> bool:
    """Whether a value that the grammar found in a sentence is one, by how it is written and what surrounds it."""
    check = _CHECKS.get(scanned.form)
    return check is None or check(printed, scanned)


def _digits_count(printed: Printed, scanned: Scanned) -> bool:
    text, core = printed.text, printed.text[scanned.core : scanned.end]
    before, after = text[scanned.core - 1 : scanned.core], text[scanned.end : scanned.end + 1]
    if after == "+":
        return False  # 10万+
    if scanned.quantity.unit or scanned.quantity.bound not in (Bound.EXACT, Bound.RANGE):
        return True
    if after in _ASCII_WORD or text.startswith("0的突破", scanned.core):
        return False
    if _YEARS.fullmatch(core) or (_YEAR.fullmatch(core) and (_is_ideograph(after) or after in ("-", "/"))):
        return False
    if before and after and before in _OPENING_QUOTES and after in _CLOSING_QUOTES:
        return False
    return not _numbers_a_list(printed, scanned, core)


def _numbers_a_list(printed: Printed, scanned: Scanned, core: str) -> bool:
    """``1.`` and ``(2)`` at the beginning of a line or a sentence."""
    after = printed.text[scanned.end : scanned.end + 1]
    if len(core) > 2 or after not in (".", "、", ")"):
        return False
    at = scanned.core
    spaced = at == 0 or printed.offsets[at] - printed.offsets[at - 1] > 1
    return spaced or printed.text[at - 1] in "。;:(”"


def _words_count(printed: Printed, scanned: Scanned) -> bool:
    quantity, text = scanned.quantity, printed.text
    value = quantity.point
    if value is None:
        return bool(quantity.unit)
    if not quantity.unit:
        return value >= 100 or (quantity.bound is Bound.OVER and value >= 10)
    after = text[scanned.end : scanned.end + 1]
    if after and (after in _NUMERALS or (after in _CLOSING_QUOTES and quantity.bound is Bound.EXACT)):
        return False  # 三个一, 一人一策, “市三名”
    if quantity.unit == "大":  # 二十大 is a congress
        return 1 < value <= 12 and not text.endswith("党的", 0, scanned.start)
    return not (
        quantity.unit == "分" or (quantity.unit in _IDIOMS_OF_ONE and value <= (3 if quantity.unit == "本" else 1))
    )


def _bare_magnitude_counts(_: Printed, scanned: Scanned) -> bool:
    return scanned.quantity.bound is not Bound.EXACT  # 近万人 counts, 千家万户 does not


def _level_counts(printed: Printed, scanned: Scanned) -> bool:
    before = printed.text[scanned.core - 1 : scanned.core]
    return before not in _ASCII_WORD and not (before and before in "0123456789年班")


def _ordinal_counts(printed: Printed, scanned: Scanned) -> bool:
    after = printed.text[scanned.end : scanned.end + 1]
    return bool(scanned.quantity.unit) or after not in _NAMED_AFTER_ORDINAL


def _is_ideograph(character: str) -> bool:
    return bool(character) and _IDEOGRAPHS[0] <= character <= _IDEOGRAPHS[1]


_CHECKS: dict[Form, Callable[[Printed, Scanned], bool]] = {
    Form.DIGITS: _digits_count,
    Form.WORDS: _words_count,
    Form.BARE_MAGNITUDE: _bare_magnitude_counts,
    Form.LEVEL: _level_counts,
    Form.ORDINAL: _ordinal_counts,
}
