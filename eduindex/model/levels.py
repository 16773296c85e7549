"""Grades (Ⅲ级, A等): which of the many ways to write one mean the same.

A grade is no number: Ⅲ级 says nothing until a catalogue tells the levels and their order. ``等`` behind a digit mostly
means "and so on", so digits make a grade only with ``级``.
"""

import re
from typing import NamedTuple

from eduindex.model.printed_text import folded

_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_LATIN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_SAME = {
    **dict(zip(_LATIN, _ROMAN, strict=True)),
    **dict(zip(_CHINESE, _ROMAN, strict=True)),
    **{str(number): roman for number, roman in enumerate(_ROMAN, 1)},
    **{chr(ord(roman) + 16): roman for roman in _ROMAN},  # ⅰ ⅱ ⅲ
}
# 三级联动 and 一等奖 are no grades.
_LEVEL = re.compile(
    "(?P<name>[Ⅰ-Ⅻⅰ-ⅻ]|[IVX]{1,4}(?![A-Z])|[A-Z][+-]?|十[一二]|[一二三四五六七八九十])"
    "(?P<suffix>等级|级(?![联教管网体全培预督别])|等(?![奖功一于待候级]))"
    "|(?P<number>[1-9][0-9]?)级(?![联教管网体全培预督别])"
)
_BARE = re.compile("[Ⅰ-Ⅻⅰ-ⅻ]|[A-Z][+-]?")
_ENDINGS = ("等级", "等第", "级", "等")


class Level(NamedTuple):
    """A grade in its normal form, the word it was printed with (级, 等 or nothing) and the offset behind it."""

    name: str
    suffix: str
    end: int


def scan_level(text: str, at: int) -> Level | None:
    """The grade at ``at``, with its 级 or 等."""
    match = _LEVEL.match(text, at)
    if match is None:
        return None
    printed = match["name"] or match["number"]
    return Level(_SAME.get(printed, printed), match["suffix"] or "级", match.end())


def scan_bare_level(text: str, at: int) -> Level | None:
    """The grade at ``at`` printed without 级 or 等; only a text that is nothing but a value may do so."""
    match = _BARE.match(text, at)
    return None if match is None else Level(_SAME.get(match.group(), match.group()), "", match.end())


def normal_level(text: str) -> str:
    """A level's name as it is compared: ``Ⅲ``, ``III``, ``三级`` and ``3`` are one; other names stay as they are."""
    name = folded(text)
    for ending in _ENDINGS:
        name = name.removesuffix(ending) or name
    return _SAME.get(name, name)
