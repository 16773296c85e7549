import pytest

from eduindex.model.table import Cell
from eduindex.rendering.cell_text import highlight_parts, marked_text


def test_the_highlight_counts_characters_of_the_text_as_given():
    cell = Cell("\x1b\u202e98.20%!", highlight=(2, 8))
    assert highlight_parts(cell) == ("␛‹U+202E›", "98.20%", "!")
    assert marked_text(cell) == "␛‹U+202E›【98.20%】!"


@pytest.mark.parametrize("highlight", [None, (2, 2), (3, 1), (9, 12), (-4, 0)])
def test_an_empty_or_missing_highlight_marks_nothing(highlight):
    assert marked_text(Cell("98.20%", highlight=highlight)) == "98.20%"


def test_a_highlight_that_runs_over_is_cut_to_the_text():
    assert marked_text(Cell("98.20%", highlight=(-3, 99))) == "【98.20%】"
