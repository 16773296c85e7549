from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.table import Column, Layout
from eduindex.rendering.widths import NARROWEST, choose_layout, share_width


def layout(*widths):
    return Layout(tuple(Column("x", width=width) for width in widths), ())


def test_the_first_layout_that_fits_is_taken():
    wide, narrow, narrowest = layout(20, 20, 20), layout(20, 20), layout(20)
    layouts = (wide, narrow, narrowest)
    assert choose_layout(layouts, 64) is wide
    assert choose_layout(layouts, 63) is narrow
    assert choose_layout(layouts, 42) is narrow
    assert choose_layout(layouts, 41) is narrowest
    assert choose_layout(layouts, 5) is narrowest


def test_what_fits_gets_what_it_wants():
    assert share_width([10, 30], [8, 8], 40) == [10, 30]


def test_room_goes_to_the_narrow_columns_first():
    assert share_width([10, 100], [8, 8], 40) == [10, 30]
    assert share_width([50, 100], [8, 8], 40) == [20, 20]


def test_a_column_keeps_the_width_it_asks_for():
    assert share_width([50, 100], [30, 8], 40) == [30, 10]


def test_no_column_is_unreadably_narrow():
    assert share_width([50, 2, 50], [30, 8, 30], 10) == [4, 2, 4]
    assert share_width([50, 2, 50], [30, 8, 30], 9) is None


columns = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=6)


@given(columns, st.integers(0, 120))
def test_widths_stay_in_their_bounds(pairs, room):
    wanted, asked = zip(*pairs, strict=True)
    widths = share_width(wanted, asked, room)
    if widths is None:
        assert sum(min(want, NARROWEST) for want in wanted) > room
        return
    assert sum(widths) == min(room, sum(wanted))
    assert all(min(want, NARROWEST) <= width <= want for want, width in zip(wanted, widths, strict=True))
