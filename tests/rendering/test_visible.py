import sys
import unicodedata

import pytest
from hypothesis import given
from table_samples import any_text

from eduindex.rendering.visible import visible


@pytest.mark.parametrize(
    "text",
    [
        "漳平市公办园覆盖率95%以上，见（一）",
        "Ouhai's naïve café",
        "e\u0301",
        "😀👍🏽",
        "❤\ufe0f",
        "\u3000１２％",
        "葛\U000e0100",
        "𠮷野家",
    ],
)
def test_ordinary_text_is_unchanged(text):
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\nb\tc\rd\0", "a␊b␉c␍d␀"),
        ("\x7f", "␡"),
        ("\x9b", "‹U+009B›"),
        ("\u202eabc\u2069", "‹U+202E›abc‹U+2069›"),
        ("\u200e\u061c\u200b\u200d\ufeff\xad", "‹U+200E›‹U+061C›‹U+200B›‹U+200D›‹U+FEFF›‹U+00AD›"),
        ("\u2028\u2029", "‹U+2028›‹U+2029›"),
        ("\ud83d", "‹U+D83D›"),
        ("\ue000\U000f0000\ufdd0\U0001ffff", "‹U+E000›‹U+F0000›‹U+FDD0›‹U+1FFFF›"),
        ("\u3164", "‹U+3164›"),
        ("\U000e0041", "‹U+E0041›"),
    ],
)
def test_hidden_characters_are_shown(text, shown):
    assert visible(text) == shown


def test_every_character_of_a_hidden_category_is_shown():
    hidden = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    left = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in hidden and visible(chr(code)) == chr(code)
    ]
    assert left == []


def test_all_that_is_printable_is_unchanged_save_the_blank_fillers():
    changed = {
        code for code in range(sys.maxunicode + 1) if chr(code).isprintable() and visible(chr(code)) != chr(code)
    }
    blank = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0}
    assert changed == blank


@given(any_text)
def test_it_is_idempotent_and_leaves_nothing_hidden(text):
    shown = visible(text)
    assert visible(shown) == shown
    assert shown.encode().decode() == shown
