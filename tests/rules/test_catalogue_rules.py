"""What the rules find in a catalogue that could be read: units, levels, usual variants, mentions and ranges."""

from decimal import Decimal

import pytest

from eduindex.model.catalogue import Catalogue, Direction, Indicator, Kind, Time
from eduindex.model.interval import Interval
from eduindex.model.place import Place
from eduindex.model.wording import Wording
from eduindex.rules.catalogue import RULES
from eduindex.rules.rule import CatalogueRule
from eduindex.storage.catalogue_loading import load_catalogue
from eduindex.storage.yaml_reading import read_tree

CHECKS = [rule for rule in RULES if isinstance(rule, CatalogueRule)]
KEYS = ("name", "unit", "measures", "levels", "usual", "range", "mentions")


def indicator(id="one", kind=Kind.COUNT, unit="人", **more):
    places = {key: Place("indicators.yaml", line) for line, key in enumerate(KEYS, 1)}
    name = more.pop("name", Wording(f"名称{id}", id))
    return Indicator(id, name, "teachers", kind, unit, Time.STOCK, Direction.HIGHER, places=places, **more)


def found(*indicators):
    """The code, the key and the quoted text of each finding."""
    catalogue = Catalogue({}, {one.id: one for one in indicators})
    return [
        (rule.code, KEYS[finding.place.line - 1], finding.quoted)
        for rule in CHECKS
        for finding in rule.check(catalogue)
    ]


def test_the_catalogue_of_the_repository_is_clean(repository):
    loaded = load_catalogue(
        read_tree((repository / "indicators.yaml").read_bytes(), "indicators.yaml"), "indicators.yaml"
    )
    assert loaded.diagnostics == ()
    assert len(loaded.value.indicators) > 100
    assert [finding for rule in CHECKS for finding in rule.check(loaded.value)] == []


@pytest.mark.parametrize(
    ("kind", "units"),
    [
        (Kind.SHARE, ["%", "‰"]),
        (Kind.RATE, ["%", "‰", "个百分点", "倍", "次"]),
        (Kind.COUNT, ["人", "万人", "所", "个", "人次", "平方米", "亩", "万册"]),
        (Kind.AMOUNT, ["元", "万元", "亿元", "万美元"]),
        (Kind.RATIO, [":1", "比值", "元", "平方米", "册", "%"]),
        (Kind.GRADE, ["级", "等第", "等"]),
        (Kind.RANK, ["名次"]),
    ],
)
def test_a_unit_that_reports_print_fits_its_kind(kind, units):
    levels = ("B", "A") if kind is Kind.GRADE else ()
    for unit in units:
        assert found(indicator(kind=kind, unit=unit, levels=levels)) == []


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        (Kind.SHARE, "人"),
        (Kind.SHARE, "个百分点"),
        (Kind.SHARE, "percent"),
        (Kind.SHARE, "万%"),
        (Kind.COUNT, "%"),
        (Kind.COUNT, "万元"),
        (Kind.COUNT, "名次"),
        (Kind.COUNT, "万"),
        (Kind.COUNT, "人 "),
        (Kind.COUNT, "百分点"),  # printed values are read as 个百分点
        (Kind.AMOUNT, "人"),
        (Kind.AMOUNT, "RMB"),
        (Kind.RATIO, "名次"),
        (Kind.RATE, "等第"),
        (Kind.RANK, "名"),
        (Kind.GRADE, "%"),
    ],
)
def test_another_unit_is_found(kind, unit):
    levels = ("B", "A") if kind is Kind.GRADE else ()
    assert found(indicator(kind=kind, unit=unit, levels=levels)) == [("C002", "unit", unit)]


def test_measure_words_are_those_that_stand_behind_a_number():
    assert found(indicator(measures=("名", "位", "万名", "persons"))) == [
        ("C002", "measures", "万名"),
        ("C002", "measures", "persons"),
    ]


def graded(*levels):
    return indicator(kind=Kind.GRADE, unit="级", levels=levels)


@pytest.mark.parametrize(
    "levels",
    ["ⅠⅡⅢ", ["Ⅰ级", "Ⅱ级"], ["三级", "二级", "一级"], ["3", "2", "1"], ["B", "B+", "A"], ["C等", "B等", "A等"]],
)
def test_levels_that_a_value_can_print_are_sound(levels):
    assert found(graded(*levels)) == []


@pytest.mark.parametrize(
    ("levels", "faulty"),
    [
        (["合格", "良好", "A"], ["合格", "良好"]),
        (["A", "B", "A"], ["A"]),
        (["Ⅲ", "三级", "3", "Ⅱ"], ["三级", "3"]),
        (["级", "A"], ["级"]),
        (["合格", "合格"], ["合格", "合格"]),
    ],
)
def test_levels_that_cannot_be_read_or_repeat_are_found(levels, faulty):
    assert found(graded(*levels)) == [("C004", "levels", level) for level in faulty]


def test_levels_belong_to_grades_and_grades_need_them():
    assert found(graded()) == [("C004", "levels", "")]
    assert found(indicator(levels=("B", "A"))) == [("C004", "levels", "")]


def test_the_usual_variant_is_one_of_the_variants():
    variants = {"children": Wording(), "places": Wording()}
    assert found(indicator(variants=variants, usual="children")) == []
    assert found(indicator(variants=variants, usual="child")) == [("C005", "usual", "child")]
    assert found(indicator(usual="children")) == [("C005", "usual", "children")]


def test_a_mention_belongs_to_one_indicator():
    first = indicator("one", mentions=("招聘教师", "新教师"))
    assert found(first, indicator("two", mentions=("流失教师",))) == []
    assert found(first, indicator("two", mentions=("流失教师", "新 教师"))) == [("C007", "mentions", "新 教师")]
    assert found(first, indicator("two", name=Wording("新教师", "new"))) == [("C007", "name", "新教师")]
    assert found(indicator("one", mentions=("新教师", "新教师"))) == []
    assert found(indicator("one", name=Wording()), indicator("two", name=Wording())) == []


@pytest.mark.parametrize(("low", "high"), [(0, 100), (None, 100), (0, None), (None, None), (1, 1)])
def test_a_range_that_holds_a_number_is_sound(low, high):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert found(indicator(natural_range=Interval(*ends))) == []


def test_items_of_lists_are_found_where_they_stand():
    text = """\
eduindex: 1
districts: samples
dimensions: {all: 全部}
indicators:
  first:
    name: 甲数
    dimension: all
    kind: count
    unit: 人
    time: stock
    direction: higher
    measures:
      - 名
      - persons
    mentions: [乙, 丙]
  second:
    name: 等第
    dimension: all
    kind: grade
    unit: 级
    time: stock
    direction: higher
    levels:
      - A
      - A
    mentions:
      - 丁
      - 丙
"""
    catalogue = load_catalogue(read_tree(text.encode(), "indicators.yaml"), "indicators.yaml").value
    places = {(rule.code, one.place.line, one.place.column) for rule in CHECKS for one in rule.check(catalogue)}
    assert places == {("C002", 14, 9), ("C004", 25, 9), ("C007", 28, 9)}


@pytest.mark.parametrize(
    ("kind", "unit", "low", "high"),
    [(Kind.SHARE, "%", 150, None), (Kind.COUNT, "人", None, -1), (Kind.RANK, "名次", -5, 0)],
)
def test_a_range_in_which_no_value_of_the_kind_lies_is_found(kind, unit, low, high):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert found(indicator(kind=kind, unit=unit, natural_range=Interval(*ends))) == [("C008", "range", "")]


def test_a_range_that_runs_backwards_is_found():
    assert found(indicator(natural_range=Interval(Decimal(100), Decimal(0)))) == [("C008", "range", "")]
