"""Words of a file inside our own sentences: cut, and counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.place import Place
from eduindex.model.shortening import listed, shortened


@given(st.text(max_size=200))
def test_a_text_has_60_characters_at_most_and_says_where_some_are_missing(text):
    short = shortened(text)
    assert len(short) <= 60
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]) and len(text) > 60)


def test_a_diagnostic_quotes_as_much():
    assert Diagnostic("V001", Place("f"), "wrong", quoted="x" * 61).statement == f'wrong: "{"x" * 59}…"'
    assert Diagnostic("V001", Place("f"), "wrong").statement == "wrong"


@pytest.mark.parametrize(
    ("number", "end"), [(0, "none"), (1, "w0"), (10, "w8, w9"), (11, "w9 and 1 more"), (4000, "w9 and 3,990 more")]
)
def test_a_list_names_ten_words_and_counts_the_others(number, end):
    text = listed({f"w{one}": one for one in range(number)})
    assert text.endswith(end)
    assert text.count("w") == min(number, 10)


def test_each_word_of_a_list_is_short():
    assert listed(["a" * 100, "b"]) == f"{'a' * 59}…, b"
