"""``write_quantity``: canonical text, and that it reads back as the very same."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.interval import Interval
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.quantity_writing import write_quantity

UNITS = ["%", "个百分点", "元", ":1", "名", "所", "个", "人", "人次", "大", "平方米", "亩", "岁", ""]

numbers = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**8), max_value=10**8, places=4
) | st.integers(-(10**12), 10**12).map(Decimal)


@st.composite
def intervals(draw):
    """Every kind of interval that holds a number."""
    low, high = sorted((draw(numbers), draw(numbers)))
    match draw(st.sampled_from(["point", "from", "to", "between", "all"])):
        case "point":
            return Interval.exactly(low)
        case "from":
            return Interval(low, None, low_open=draw(st.booleans()))
        case "to":
            return Interval(None, high, high_open=draw(st.booleans()))
        case "all":
            return Interval(None, None)
    if low == high:
        return Interval(low, high)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@pytest.mark.parametrize(
    ("interval", "unit", "text"),
    [
        (Interval.exactly(Decimal("98.20")), "%", "98.20%"),
        (Interval(Decimal(95), None), "%", "≥95%"),
        (Interval(Decimal(200), None, low_open=True), "人", ">200人"),
        (Interval(None, Decimal(5)), "%", "≤5%"),
        (Interval(None, Decimal("0.15"), high_open=True), "", "<0.15"),
        (Interval(Decimal(1620), Decimal(1740)), "个", "1620–1740个"),
        (Interval(Decimal(15000000), Decimal(20000000), high_open=True), "元", "[15000000, 20000000)元"),
        (Interval(Decimal(2000), Decimal(3000), low_open=True, high_open=True), "名", "(2000, 3000)名"),
        (Interval(Decimal(1500), Decimal(2000), high_open=True), "万元", "[1500, 2000)万元"),
        (Interval(Decimal(-3), Decimal(-1), low_open=True), "%", "(-3, -1]%"),
        (Interval.exactly(Decimal("2E+3")), "名", "2000名"),
        (Interval.exactly(Decimal("-0.0")), "%", "0.0%"),
        (Interval(None, None), "", "(-∞, ∞)"),
    ],
)
def test_canonical_text(interval, unit, text):
    assert write_quantity(interval, unit) == text


@given(intervals(), st.sampled_from(UNITS))
def test_written_text_reads_back_the_same(interval, unit):
    read = read_quantity(write_quantity(interval, unit))
    assert isinstance(read, Quantity), read
    assert (read.interval, read.unit) == (interval, unit)
