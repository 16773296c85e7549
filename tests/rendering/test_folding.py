from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from table_samples import any_text

from eduindex.rendering.folding import line_breaks
from eduindex.rendering.visible import visible


def lines(text, width):
    edges = [0, *line_breaks(text, width), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 10, ["short"]),
        ("one two three", 8, ["one two ", "three"]),
        ("one   two", 4, ["one   ", "two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("公办园覆盖率", 8, ["公办园覆", "盖率"]),
        ("漳平 quite abcdef", 8, ["漳平 ", "quite ", "abcdef"]),
        ("达到98.20%以上", 8, ["达到", "98.20%以", "上"]),
        ("覆盖率，达到", 6, ["覆盖", "率，达", "到"]),
        ("参与率（含）", 8, ["参与率", "（含）"]),
        ("参与率[12]", 8, ["参与", "率[12]"]),
        ("，，，，", 4, ["，，", "，，"]),
    ],
)
def test_where_lines_break(text, width, expected):
    assert lines(text, width) == expected


@given(any_text.map(visible), st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    folded = lines(text, width)
    assert "".join(folded) == text
    assert all(cell_len(line.rstrip()) <= width for line in folded)
    assert all(folded) or not text


def test_a_combining_mark_stays_with_its_letter():
    assert lines("ae\u0301e\u0301", 2) == ["ae\u0301", "e\u0301"]


def test_long_text_is_linear_work():
    """Quadratic work on this would take hours."""
    assert line_breaks("漳平" * 150_000, 20) == list(range(10, 300_000, 10))


def test_a_wide_character_after_a_full_line_folds_twice():
    assert lines(" abcd，", 5) == [" ", "abcd", "，"]
