"""``convert``: figures in an indicator's unit, and figures that do not fit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.conversion import Measured, Misfit, convert
from eduindex.model.interval import Interval
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_reading import read_quantity

SHARE = Interval(Decimal(0), Decimal(100))


def converted(printed, unit, **options):
    read = read_quantity(printed)
    assert isinstance(read, Quantity), read
    return convert(read, unit, **options)


def interval(low, high, low_open=False, high_open=False):
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high), low_open, high_open)


@pytest.mark.parametrize(
    ("printed", "unit", "low", "high", "point", "resolution"),
    [
        ("7.04亿元", "万元", "70400", "70400", "70400", "100"),
        ("160740万元", "万元", "160740", "160740", "160740", "1"),
        ("160740万元", "亿元", "16.074", "16.074", "16.074", "0.0001"),
        ("20732元", "元", "20732", "20732", "20732", None),
        ("20732元", "万元", "2.0732", "2.0732", "2.0732", None),
        ("20732", "元", "20732", "20732", "20732", None),
        ("758万", "万元", "758", "758", "758", "1"),
        ("98.20%", "%", "98.20", "98.20", "98.20", "0.01"),
        ("九成", "%", "90", "90", "90", "10"),
        ("5.64个百分点", "个百分点", "5.64", "5.64", "5.64", "0.01"),
        ("46:1", ":1", "46", "46", "46", None),
        ("46", ":1", "46", "46", "46", None),
        ("0.15", "比值", "0.15", "0.15", "0.15", "0.01"),
        ("第八", "名次", "8", "8", "8", None),
        ("第二名", "名次", "2", "2", "2", None),
        ("8", "名次", "8", "8", "8", None),
        ("8位", "名次", "8", "8", "8", None),
        ("604人", "人", "604", "604", "604", None),
        ("604", "人", "604", "604", "604", None),
        ("2.5万人", "万人", "2.5", "2.5", "2.5", "0.1"),
        ("无一", "人", "0", "0", "0", None),
        ("没有", "%", "0", "0", "0", None),
        ("无", "万元", "0", "0", "0", None),
    ],
)
def test_figures_are_converted_exactly(printed, unit, low, high, point, resolution):
    expected = Measured(interval(low, high), Decimal(point), None if resolution is None else Decimal(resolution))
    assert converted(printed, unit) == expected


def test_other_measure_words_count_where_the_indicator_names_them():
    assert converted("604名", "人", measures=("名",)) == converted("604人", "人")
    assert isinstance(converted("604名", "人"), Misfit)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("98.20", "%"),
        ("5.64个百分点", "%"),
        ("98.20%", "个百分点"),
        ("5.64", "个百分点"),
        ("604所", "人"),
        ("120人次", "人"),
        ("98%", "所"),
        ("第八", "所"),
        ("第八", "%"),
        ("Ⅲ级", "%"),
        ("160740", "万元"),
        ("604名", "万元"),
        ("15%", "比值"),
        ("46:1", "人"),
        ("8所", "名次"),
        ("3所", "级"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(printed, unit):
    misfit = converted(printed, unit)
    assert isinstance(misfit, Misfit)
    assert misfit.reason


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("95%以上", interval(95, 100)),
        ("超过95%", interval(95, 100, low_open=True)),
        ("5%以内", interval(0, 5)),
        ("低于5%", interval(0, 5, high_open=True)),
        ("约99%", interval("98.5", "99.5")),
        ("100%左右", interval(50, 100)),
        ("100%", interval(100, 100)),
    ],
)
def test_the_natural_range_cuts_last(printed, expected):
    measured = converted(printed, "%", natural_range=SHARE)
    assert isinstance(measured, Measured)
    assert measured.interval == expected


@pytest.mark.parametrize("printed", ["100.5%", "下降1%", "超过100%", "105%以上"])
def test_what_lies_outside_the_natural_range_is_impossible(printed):
    misfit = converted(printed, "%", natural_range=SHARE)
    assert isinstance(misfit, Misfit)
    assert "at least 0 and at most 100" in misfit.reason


@pytest.mark.parametrize(
    ("printed", "levels", "expected", "point"),
    [
        ("Ⅲ级以上", ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"), interval(2, 4), 2),
        ("Ⅲ级", ("1", "2", "3", "4"), interval(2, 2), 2),
        ("3级", ("一级", "二级", "三级"), interval(2, 2), 2),
        ("三级以下", ("I", "II", "III"), interval(0, 2), 2),
        ("3", ("Ⅰ", "Ⅱ", "Ⅲ"), interval(2, 2), 2),
        ("B等", ("C", "B", "A"), interval(1, 1), 1),
        ("A级", ("C等", "B等", "A等"), interval(2, 2), 2),
        ("B等以上", ("C", "B", "A"), interval(1, 2), 1),
        ("低于B等", ("C", "B", "A"), interval(0, 0), 1),
    ],
)
def test_a_grade_becomes_its_place_among_the_levels(printed, levels, expected, point):
    assert converted(printed, "级", levels=levels) == Measured(expected, Decimal(point), None)


@pytest.mark.parametrize("printed", ["D等", "95%", "超过A等", "无", "第一"])
def test_what_is_no_level_of_the_indicator_is_refused(printed):
    assert isinstance(converted(printed, "等第", levels=("C", "B", "A")), Misfit)


@given(
    st.decimals(min_value=0, max_value=10**9, places=6),
    st.sampled_from(["元", "万元", "亿元"]),
    st.sampled_from(["", "约", "近"]),
)
def test_conversion_up_and_down_gives_the_same(amount, unit, bound):
    read = read_quantity(f"{bound}{amount:f}{unit}")
    if not amount:
        return
    assert isinstance(read, Quantity), read
    scale = {"元": 1, "万元": 10**4, "亿元": 10**8}
    in_money = [convert(read, target) for target in scale]
    assert all(isinstance(measured, Measured) for measured in in_money)
    assert [
        measured.interval.scaled(Decimal(factor)) for measured, factor in zip(in_money, scale.values(), strict=True)
    ] == [read.interval] * 3
