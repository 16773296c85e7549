"""The variant that the words around a figure state, by the catalogue's words; where they state none or several, none is taken."""

import pytest
from small_catalogue import entries


def variants(text):
    return [entry.variant for entry in entries(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公办园在园幼儿占比达57.3%。", ["children"]),
        ("公办学位占比达57.3%。", ["places"]),
        ("公办率达57.3%。", [None]),
        ("公办园覆盖率(按在园幼儿计)达57.3%。", ["children"]),
        ("公办园覆盖率57.3%(按学位数计)。", ["places"]),
        ("公办园在园幼儿占比达57.3%,公办学位占比达60.1%。", ["children", "places"]),
        ("在园幼儿18340人。公办率达57.3%。", [None]),
        ("普惠率达91.2%。", [None]),
    ],
)
def test_the_words_state_the_variant(text, expected):
    assert variants(text) == expected


def test_words_of_two_variants_state_none():
    assert variants("公办率(在园幼儿、学位占比)达57.3%。") == [None]
