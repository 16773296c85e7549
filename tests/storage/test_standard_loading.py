"""Standards: what is loaded of a sound one, and that a faulty one is said where it is wrong and leaves out only itself.

``¦`` marks the place where the diagnostic must point; it is taken out before the text is read.
"""

import pickle
from decimal import Decimal

import pytest

from eduindex.model.interval import Interval
from eduindex.model.place import Place
from eduindex.model.standard import Attestation, Level, Operator
from eduindex.model.wording import Wording
from eduindex.storage.catalogue_loading import load_catalogue
from eduindex.storage.yaml_reading import read_tree

FILE = "indicators.yaml"
INDICATORS = """\
eduindex: 1
districts: samples
dimensions:
  schools: {zh: 学校, en: Schools}
indicators:
  coverage:
    name: 覆盖率
    dimension: schools
    kind: share
    unit: "%"
    time: stock
    direction: higher
    variants: {children: 按幼儿, places: 按学位}
  rotation:
    name: 轮岗比例
    dimension: schools
    kind: share
    unit: "%"
    time: flow
    direction: higher
  spread:
    name: 差异系数
    dimension: schools
    kind: ratio
    unit: 比值
    time: stock
    direction: lower
  grade:
    name: 等级
    dimension: schools
    kind: grade
    unit: 级
    time: stock
    direction: higher
    levels: [Ⅰ, Ⅱ, Ⅲ]
  spending:
    name: 投入
    dimension: schools
    kind: amount
    unit: 万元
    time: flow
    direction: higher
  spending_growth:
    name: 投入增长
    dimension: schools
    kind: rate
    unit: "%"
    time: flow
    direction: neutral
standards:
"""
COUNTED = """\
  counted:
    level: county
    indicator: coverage
    variant: children
    at_least: 50%
    document: {zh: 督导评估办法, en: Measures}
    number: 教督〔2020〕1号
    attested: provision
    note: {zh: 按幼儿, en: Of the children}
"""
EACH = """\
  each:
    level: county
    indicator: coverage
    each: [children, places]
    above: 50%
    document: 办法
    attested: secondary
"""
YEARLY = """\
  yearly:
    level: national
    indicator: rotation
    at_least: 10%
    per_year: true
    due: 2025
    document: 办法
    attested: none
"""
GROWING = """\
  growing:
    level: county
    indicator: spending
    at_least: previous_year
    growth: spending_growth
    document: 办法
    attested: secondary
"""
GRADED = """\
  graded:
    level: county
    indicator: grade
    at_least: Ⅱ
    document: 办法
    attested: secondary
"""
SOUND = INDICATORS + COUNTED + EACH + YEARLY + GROWING + GRADED
IDS = ["counted", "each", "yearly", "growing", "graded"]


def loaded(text):
    return load_catalogue(read_tree(text.encode(), FILE), FILE)


def standard(text, id):
    """The standard of this id in the sound catalogue with its block changed to ``text``."""
    result = loaded(INDICATORS + text)
    assert result.diagnostics == ()
    return result.value.standards[id]


def test_sound_standards_load_in_the_order_of_the_file():
    result = loaded(SOUND)
    assert result.diagnostics == ()
    assert list(result.value.standards) == IDS


def test_all_that_a_standard_says_is_kept():
    result = loaded(SOUND)
    one = result.value.standards["counted"]
    assert one.indicator is result.value.indicators["coverage"]
    assert (one.id, one.level, one.operator, one.threshold) == ("counted", Level.COUNTY, Operator.AT_LEAST, "50%")
    assert (one.variant, one.each, one.per_year, one.due, one.growth) == ("children", (), False, None, None)
    assert (one.document, one.number) == (Wording("督导评估办法", "Measures"), "教督〔2020〕1号")
    assert (one.attested, one.note) == (Attestation.PROVISION, Wording("按幼儿", "Of the children"))
    assert one.place == Place(FILE, SOUND[: SOUND.index("  counted:")].count("\n") + 1, 3)


def test_what_is_left_out_says_nothing():
    one = standard(GRADED, "graded")
    assert (one.number, one.note, one.variant, one.growth) == ("", Wording(), None, None)
    assert one.document == Wording("办法", "办法")


def test_variants_years_and_growth_are_kept():
    standards = loaded(SOUND).value.standards
    assert standards["each"].each == ("children", "places")
    assert (standards["yearly"].per_year, standards["yearly"].due) == (True, 2025)
    assert (standards["yearly"].level, standards["yearly"].attested) == (Level.NATIONAL, Attestation.NONE)
    assert standards["growing"].growth.id == "spending_growth"


FIFTY = Decimal(50)


@pytest.mark.parametrize(
    ("operator", "required"),
    [
        ("at_least", Interval(FIFTY, None)),
        ("above", Interval(FIFTY, None, low_open=True)),
        ("at_most", Interval(None, FIFTY)),
        ("below", Interval(None, FIFTY, high_open=True)),
        ("equals", Interval(FIFTY, FIFTY)),
    ],
)
def test_an_operator_and_a_threshold_are_an_interval(operator, required):
    one = standard(COUNTED.replace("at_least", operator), "counted")
    assert one.operator == operator
    assert one.required == required


@pytest.mark.parametrize(
    ("block", "old", "new", "end"),
    [
        (COUNTED, "50%", "50.5％", "50.5"),
        (COUNTED, "50%", "100%", "100"),
        (COUNTED, "50%", "五成", "50"),
        (COUNTED, "50%", "无", "0"),
        (GROWING.replace("    growth: spending_growth\n", ""), "previous_year", "2亿元", "20000"),
        (GROWING.replace("    growth: spending_growth\n", ""), "previous_year", "20万元", "20"),
        (GRADED, "Ⅱ", "Ⅱ级", "1"),
        (GRADED, "Ⅱ", "二级", "1"),
        (GRADED, "Ⅱ", "3", "2"),
        (GRADED, "Ⅱ", "Ⅰ", "0"),
        (GRADED.replace("grade\n", "spread\n"), "Ⅱ", "0.50", "0.50"),
    ],
)
def test_a_threshold_is_read_in_the_unit_of_its_indicator(block, old, new, end):
    text = block.replace(old, new)
    [id] = [id for id in IDS if block.startswith(f"  {id}:")]
    one = standard(text, id)
    assert one.required == Interval(Decimal(end), None)
    assert one.threshold == new


def test_the_previous_year_is_no_interval():
    one = standard(GROWING, "growing")
    assert (one.required, one.threshold) == (None, "previous_year")
    assert standard(GROWING.replace("    growth: spending_growth\n", ""), "growing").growth is None


@pytest.mark.parametrize(("text", "wanted"), [("true", True), ("false", False)])
def test_per_year_is_a_truth_value(text, wanted):
    assert standard(YEARLY.replace("true", text), "yearly").per_year is wanted


def test_per_year_that_is_false_stands_at_a_stock_too():
    assert not standard(COUNTED + "    per_year: false\n", "counted").per_year


def test_a_catalogue_without_standards_has_none():
    for text in (INDICATORS.replace("standards:\n", ""), INDICATORS.replace("standards:", "standards: {}")):
        result = loaded(text)
        assert (result.diagnostics, dict(result.value.standards)) == ((), {})


def test_a_catalogue_with_standards_can_be_handed_to_another_process():
    copy = pickle.loads(pickle.dumps(loaded(SOUND).value))  # noqa: S301 (our own bytes)
    assert list(copy.standards) == IDS
    assert copy.standards["growing"].growth is copy.indicators["spending_growth"]
    assert copy.standards["counted"].required == Interval(FIFTY, None)


# Which block, what is written in the place of what; the code; a part of what is said.
FAULTS = {
    "a key with a typo": (COUNTED, "    at_least:", "    ¦atleast:", "S001", "did you mean at_least or"),
    "another key with a typo": (COUNTED, "    number:", "    ¦nubmer:", "S001", "did you mean number?"),
    "a key unlike any": (COUNTED, "    number:", "    ¦xyzzy:", "S001", "remove it"),
    "no level": (COUNTED, "    level: county\n    indicator", "    ¦indicator", "S002", "'level'"),
    "no indicator": (COUNTED, "    level: county\n    indicator: coverage\n    variant: children\n", "    ¦level: county\n", "S002", "'indicator'"),
    "no document": (COUNTED, "    level: county\n    indicator: coverage\n    variant: children\n    at_least: 50%\n    document: {zh: 督导评估办法, en: Measures}\n", "    ¦level: county\n    indicator: coverage\n    variant: children\n    at_least: 50%\n", "S002", "'document'"),
    "nobody says where it was seen": (GRADED, "    level: county\n    indicator: grade\n    at_least: Ⅱ\n    document: 办法\n    attested: secondary\n", "    ¦level: county\n    indicator: grade\n    at_least: Ⅱ\n    document: 办法\n", "S002", "'attested'"),
    "a document without a word": (GRADED, "document: 办法", "document: ¦{zh: , en: }", "S004", "document is empty (fill it in)"),
    "a level that is none": (COUNTED, "level: county", "level: ¦province", "C003", "this level is not known (it is 'county' or 'national')"),
    "an attestation that is none": (COUNTED, "attested: provision", "attested: ¦seen", "C003", "'provision', 'secondary' or 'none'"),
    "a standard that is a text": (GRADED, GRADED, "  graded: ¦Ⅱ\n", "S003", "keys with values are expected here"),
    "an id that is none": (GRADED, "  graded:", "  ¦G 9:", "S004", "an id has 1 to 64"),
    "an indicator by its name": (GRADED, "indicator: grade", "indicator: ¦等级", "S004", "an id has 1 to 64"),
    "each that is a text": (EACH, "each: [children, places]", "each: ¦children", "S003", "each: a list is expected here"),
    "each that is empty": (EACH, "each: [children, places]", "each: ¦[]", "S004", "each is empty (fill it in or remove the key)"),
    "an item of each that is no id": (EACH, "[children, places]", "[children, ¦All Places]", "S004", "an id has 1 to 64"),
    "per year in other words": (YEARLY, "per_year: true", "per_year: ¦yes", "S004", "write per_year: true, or remove the key"),
    "due in a day": (YEARLY, "due: 2025", "due: ¦2025-12-31", "S004", "a year has four digits"),
    "an empty threshold": (COUNTED, "at_least: 50%", "at_least:¦", "S004", "at_least is empty (fill it in or remove the key)"),
    "an unknown indicator": (GRADED, "indicator: grade", "indicator: ¦grad", "C006", "names no indicator of the catalogue (did you mean grade or"),
    "an indicator unlike any": (GRADED, "indicator: grade", "indicator: ¦xyzzy", "C006", "add it to the indicators"),
    "an unknown variant": (COUNTED, "variant: children", "variant: ¦child", "C006", "no variant of the catalogue (did you mean children?)"),
    "a variant where there are none": (GRADED, "    at_least", "    variant: ¦national\n    at_least", "C006", "grade has: none"),
    "an unknown variant among several": (EACH, "places]", "¦pupils]", "C006", "coverage has: children, places"),
    "an unknown growth": (GROWING, "growth: spending_growth", "growth: ¦spending_grwth", "C006", "did you mean spending_growth or spending?"),
    "no threshold": (COUNTED, "    level: county\n    indicator: coverage\n    variant: children\n    at_least: 50%\n", "    ¦level: county\n    indicator: coverage\n    variant: children\n", "C009", "write one of at_least, above, at_most, below, equals"),
    "two thresholds": (COUNTED, "    at_least: 50%\n", "    at_least: 50%\n    ¦at_most: 90%\n", "C009", "a threshold already, at at_least"),
    "a bound word": (COUNTED, "at_least: 50%", "at_least: ¦50%以上", "C010", "it is no exact value, and at_least alone says on which side a figure must lie (write one exact value, or previous_year; coverage is counted in %)"),
    "an approximation": (COUNTED, "at_least: 50%", "at_most: ¦约50%", "C010", "and at_most alone says on which side"),
    "a range": (COUNTED, "50%", "¦40%-50%", "C010", "it is no exact value"),
    "a bound word at a grade": (GRADED, "at_least: Ⅱ", "at_least: ¦Ⅱ级以上", "C010", "write one of its levels: Ⅰ, Ⅱ, Ⅲ"),
    "a threshold without its unit": (COUNTED, "at_least: 50%", "at_least: ¦0.5", "C010", "the value must print its %"),
    "a threshold in another unit": (GROWING, "previous_year\n    growth: spending_growth", "¦20人", "C010", "spending is counted in 万元"),
    "a threshold that is no value": (COUNTED, "at_least: 50%", "above: ¦half", "C010", "(at its character 1) (write one exact value; coverage"),
    "a level that the grade does not have": (GRADED, "at_least: Ⅱ", "at_least: ¦Ⅳ", "C010", "none of the indicator's levels (Ⅰ, Ⅱ, Ⅲ)"),
    "a number for a grade": (GRADED, "at_least: Ⅱ", "at_least: ¦50%", "C010", "none of the indicator's levels"),
    "a threshold beyond the range": (COUNTED, "at_least: 50%", "at_least: ¦120%", "C010", "the value is impossible"),
    "a threshold that nothing is above": (COUNTED, "at_least: 50%", "above: ¦100%", "C010", "no value of coverage lies there"),
    "a threshold that nothing is below": (GRADED, "at_least: Ⅱ", "below: ¦Ⅰ", "C010", "no value of grade lies there"),
    "the previous year from above": (GROWING, "at_least: previous_year\n    growth: spending_growth\n", "at_most: ¦previous_year\n", "C010", "write at_least: previous_year"),
    "the previous year with a blank": (GROWING, "previous_year\n    growth: spending_growth", "¦previous year", "C010", "or previous_year; spending"),
    "a yearly amount of a stock": (COUNTED, "    document", "    ¦per_year: true\n    document", "C011", "coverage is a stock, which holds at a moment"),
    "one variant and each of several": (EACH, "    each:", "    variant: children\n    ¦each:", "C011", "keep one of variant and each"),
    "a variant listed twice": (EACH, "[children, places]", "[children, places, ¦children]", "C011", "listed already"),
    "a growth beside a value": (YEARLY, "    per_year", "    ¦growth: spending_growth\n    per_year", "C011", "write at_least: previous_year, or remove growth"),
    "a growth that cannot fall": (GROWING, "growth: spending_growth", "growth: ¦spending", "C011", "no value of this indicator is below zero"),
}  # fmt: skip


@pytest.mark.parametrize("fault", list(FAULTS.values()), ids=list(FAULTS))
def test_a_faulty_standard_is_said_and_leaves_out_only_itself(fault):
    block, old, new, code, words = fault
    assert block.count(old) == 1
    text = SOUND.replace(block, block.replace(old, new))
    before, _, after = text.partition("¦")
    result = loaded(before + after)
    place = Place(FILE, before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert [(found.code, found.place) for found in result.diagnostics] == [(code, place)]
    said = result.diagnostics[0]
    assert words in f"{said.message} ({said.hint})"
    assert "pydantic" not in said.message
    remaining = [id for id in IDS if not block.startswith(f"  {id}:")]
    assert list(result.value.standards) == remaining
    assert len(result.value.indicators) == 6


def test_all_that_is_wrong_with_a_standard_is_said_at_once():
    block = (
        COUNTED.replace("children", "child").replace("50%", "half").replace("{zh: 督导评估办法, en: Measures}", "{}")
    )
    found = loaded(INDICATORS + block + "    per_year: true\n    growth: spending_grwth\n").diagnostics
    assert sorted(one.code for one in found) == ["C006", "C006", "C010", "C011", "C011", "S004"]


def test_what_is_wrong_is_quoted():
    text = SOUND.replace("at_least: 50%", "at_least: 50%以上").replace("  each:\n", "  each:\n    equals: 50%\n")
    assert [(one.code, one.quoted) for one in loaded(text).diagnostics] == [("C010", "50%以上"), ("C009", "above")]


@pytest.mark.parametrize("block", [COUNTED, EACH])
def test_a_standard_on_a_faulty_indicator_is_left_out_without_a_word(block):
    text = SOUND.replace('kind: share\n    unit: "%"\n    time: stock', 'kind: shore\n    unit: "%"\n    time: stock')
    result = loaded(text)
    assert [(one.code, one.quoted) for one in result.diagnostics] == [("C003", "shore")]
    assert list(result.value.standards) == ["yearly", "growing", "graded"]


def test_a_standard_with_a_faulty_growth_is_left_out_without_a_word():
    result = loaded(SOUND.replace("kind: rate", "kind: rat"))
    assert [one.code for one in result.diagnostics] == ["C003"]
    assert "growing" not in result.value.standards


def test_a_variant_of_a_faulty_indicator_is_looked_up_all_the_same():
    text = INDICATORS.replace("kind: share", "kind: shore", 1) + COUNTED.replace("variant: children", "variant: child")
    assert [one.code for one in loaded(text).diagnostics] == ["C003", "C006"]


@pytest.mark.parametrize("block", ["standards: none", "standards:", "standards: [a]"])
def test_standards_of_another_kind_are_said_and_the_indicators_stay(block):
    result = loaded(INDICATORS.replace("standards:", block))
    assert [one.code for one in result.diagnostics] == ["S003"]
    assert (len(result.value.indicators), dict(result.value.standards)) == (6, {})


def test_no_message_grows_with_what_stands_there():
    long = "x" * 5000
    for block, old in ((COUNTED, "coverage"), (COUNTED, "children"), (COUNTED, "50%"), (GROWING, "spending_growth")):
        [found] = loaded(INDICATORS + block.replace(old, long)).diagnostics[:1]
        assert len(found.message) < 200
        assert len(found.hint) < 200


def test_a_list_made_to_be_wrong_ten_thousand_times_is_told_in_a_few_lines():
    each = ", ".join(f"v{number}" for number in range(20_000))
    assert len(loaded(INDICATORS + EACH.replace("children, places", each)).diagnostics) <= 100
