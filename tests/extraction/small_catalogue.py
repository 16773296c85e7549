"""A dozen made-up indicators with their mentions, and what is read of a text by them, in short.

``said("2023年公办率达57.3%")`` is ``[("coverage", "57.3%", "2023", "actual")]``. So few mentions are looked up that a property can
try hundreds of texts; the repository's own catalogue is held against whole sentences elsewhere.
"""

from decimal import Decimal

from eduindex.extraction.extracting import extract
from eduindex.model.catalogue import Catalogue, Dimension, Direction, Indicator, Kind, Time
from eduindex.model.conversion import convert
from eduindex.model.interval import Interval
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.wording import Wording

VARIANTS = {"children": Wording("按幼儿", "by children"), "places": Wording("按学位", "by places")}
VARIANT_MENTIONS = {"children": ("在园幼儿", "幼儿占比"), "places": ("学位占比", "学位数")}


def _indicator(id, kind, unit, time, *mentions, direction="higher", **more):
    return Indicator(
        id,
        Wording(mentions[0], id),
        "all",
        Kind(kind),
        unit,
        Time(time),
        Direction(direction),
        mentions=mentions,
        **more,
    )


_PERSONS = {"measures": ("名",)}
_INDICATORS = (
    _indicator(
        "coverage", "share", "%", "stock",
        "公办园覆盖率", "公办率", "公办园在园幼儿占比", "公办学位占比",
        variants=VARIANTS, variant_mentions=VARIANT_MENTIONS,
    ),
    _indicator("inclusive", "share", "%", "stock", "普惠性幼儿园覆盖率", "普惠率", "公办园和普惠性民办园在园幼儿占比"),
    _indicator("students", "share", "%", "stock", "课后服务学生参与率", "课后服务…学生参与率"),
    _indicator("teachers", "share", "%", "stock", "课后服务教师参与率", "课后服务…教师参与率"),
    _indicator("consolidation", "share", "%", "stock", "义务教育巩固率", "九年义务教育巩固率"),
    _indicator("enrolled", "count", "人", "stock", "在校学生", "在校生", **_PERSONS),
    _indicator("primary", "count", "人", "stock", "小学在校生", "小学在校学生", **_PERSONS),
    _indicator("junior", "count", "人", "stock", "初中在校生", "初中在校学生", **_PERSONS),
    _indicator("recruited", "count", "人", "flow", "招聘教师", "招聘新教师", "新招聘教师", **_PERSONS),
    _indicator("kindergartens", "count", "所", "stock", "幼儿园", measures=("个",)),
    _indicator("places", "count", "个", "flow", "新增学位", "新增…学位", measures=()),
    _indicator("spending", "amount", "万元", "flow", "教育支出", "教育经费支出"),
    _indicator("ratio", "ratio", ":1", "stock", "生师比", direction="lower"),
    _indicator("dropouts", "count", "人", "flow", "辍学学生", "辍学", direction="lower", **_PERSONS),
    _indicator("grade", "grade", "等第", "stock", "考核等级", "考核…等第", levels=("C", "B", "A"), natural_range=Interval(None, None)),
    _indicator("rank", "rank", "名次", "stock", "考核全市第", "考核…全市第", natural_range=Interval(Decimal(1), None), **_PERSONS),
)  # fmt: skip
CATALOGUE = Catalogue({"all": Dimension("all", Wording("全部", "All"))}, {one.id: one for one in _INDICATORS})


def read(text, year=2023, **more):
    return extract(text, CATALOGUE, year=year, **more)


def entries(text, year=2023, **more):
    return [proposal.entry for proposal in read(text, year, **more).proposals]


def said(text, year=2023, **more):
    """What is proposed: indicator, value, period and status of each entry."""
    return [(one.indicator, one.value, one.period, one.status.value) for one in entries(text, year, **more)]


def figures(text, year=2023, **more):
    """What is proposed of indicators and values, where time and status do not matter."""
    return [(one.indicator, one.value) for one in entries(text, year, **more)]


def periods(text, year=2023, **more):
    return [one.period for one in entries(text, year, **more)]


def statuses(text, year=2023, **more):
    return [one.status.value for one in entries(text, year, **more)]


def fates(text, year=2023, **more):
    """What became of each figure of the text."""
    return [(figure.printed, figure.fate.value) for figure in read(text, year, **more).figures]


def meaning(entry):
    """What an entry says, however it is printed."""
    quantity, scale = read_quantity(entry.value), CATALOGUE.indicators[entry.indicator].scale
    measured = convert(quantity, scale.unit, scale.measures, scale.levels, scale.natural_range)
    return (entry.indicator, measured.interval, quantity.bound, entry.period, entry.status, entry.variant, entry.scope)


def meanings(text, year=2023, **more):
    return [meaning(entry) for entry in entries(text, year, **more)]
