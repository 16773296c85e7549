"""The family C: whether the catalogue agrees with itself, because every comparison stands on it.

The loader finds words that it does not know (C001, C003, C006) and standards that no figure can be held against (C009 to C011);
the rules here look at indicators that could be read. A unit is known only where the grammar of values can yield it: no value
would ever fit another one.
"""

from collections.abc import Iterator
from typing import Final

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue, Indicator, Kind
from eduindex.model.conversion import GRADES, PLAIN_RATIO, RANK
from eduindex.model.diagnostic import Severity
from eduindex.model.levels import normal_level, scan_level
from eduindex.model.names import suggestion
from eduindex.model.shortening import listed, shortened
from eduindex.model.units import MONEY, PER_CENT, POINTS, RATIO, scan_unit, split_unit
from eduindex.rules.rule import CatalogueRule, Example, Finding, Part, Rule

_CURRENCIES = (MONEY, "美元", "港元")
_PARTS_OF_A_WHOLE = (PER_CENT, "‰")
_GRADES = (*GRADES, "等", "等级")
_WITHOUT_MEASURE = (RATIO, PLAIN_RATIO, RANK, *_GRADES)
# The units that a kind can have, where they are few, and examples of them for the hint.
_UNITS_OF_KIND = {
    Kind.SHARE: _PARTS_OF_A_WHOLE,
    Kind.AMOUNT: _CURRENCIES,
    Kind.GRADE: _GRADES,
    Kind.RANK: (RANK,),
}
_USUAL_UNITS = {
    Kind.SHARE: PER_CENT,
    Kind.RATE: PER_CENT,
    Kind.COUNT: "人, 所, 个",
    Kind.AMOUNT: "万元, 元",
    Kind.RATIO: f"{RATIO}, {PLAIN_RATIO}, 元, 平方米",
    Kind.GRADE: "级, 等第",
    Kind.RANK: RANK,
}


def _unfit_units(catalogue: Catalogue) -> Iterator[Finding]:
    for indicator in catalogue.indicators.values():
        usual = f"the kind {indicator.kind} is measured in {_USUAL_UNITS[indicator.kind]}, for example"
        place = indicator.place_of("unit")
        if not _is_known(indicator.unit):
            yield Finding(place, "no value is ever printed in this unit", usual, indicator.unit)
        elif not _fits(indicator.unit, indicator.kind):
            yield Finding(place, f"this is no unit of the kind {indicator.kind}", usual, indicator.unit)
        for number, measure in enumerate(indicator.measures):
            if measure not in _GRADES and not _is_measure_word(measure):
                message = "measures: no value is ever printed with this measure word"
                hint = "write the word alone, such as 名 (and not 万名), or remove it"
                yield Finding(indicator.place_of("measures", number), message, hint, measure)


def _is_known(unit: str) -> bool:
    """Whether the grammar of values can yield the unit, with or without a magnitude before it."""
    factor, base = split_unit(unit)
    if factor != 1 and base in (*_PARTS_OF_A_WHOLE, POINTS):
        return False
    return unit in _WITHOUT_MEASURE or _is_measure_word(base)


def _is_measure_word(word: str) -> bool:
    return bool(word) and scan_unit(word, 0) == (word, len(word))


def _fits(unit: str, kind: Kind) -> bool:
    base = split_unit(unit)[1]
    if kind in _UNITS_OF_KIND:
        return base in _UNITS_OF_KIND[kind]
    if kind is Kind.COUNT:
        return base not in (*_PARTS_OF_A_WHOLE, POINTS, *_CURRENCIES, *_WITHOUT_MEASURE)
    return base not in (RANK, *_GRADES)


def _faulty_levels(catalogue: Catalogue) -> Iterator[Finding]:
    for indicator in catalogue.indicators.values():
        place = indicator.place_of("levels")
        if indicator.kind is not Kind.GRADE:
            if indicator.levels:
                yield Finding(place, f"the kind {indicator.kind} has no levels", "remove them, or write kind: grade")
        elif not indicator.levels:
            yield Finding(place, "a grade without levels", "list them, lowest first: levels: [C, B, A]")
        else:
            yield from _faults_of_levels(indicator)


def _faults_of_levels(indicator: Indicator) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for number, level in enumerate(indicator.levels):
        place = indicator.place_of("levels", number)
        name = normal_level(level)
        if not _is_readable(name):
            hint = "a level is written as Ⅲ, 三级, 3级, A, A等 or B+"
            yield Finding(place, "no value can be read as this level", hint, level)
        elif name in seen:
            yield Finding(
                place, f"this level is listed already, as {shortened(seen[name])}", "remove one of the two", level
            )
        seen.setdefault(name, level)


def _is_readable(name: str) -> bool:
    """Whether a level in its normal form is the name of a grade that a value can print."""
    scanned = scan_level(f"{name}级", 0)
    return scanned is not None and scanned.name == name


def _unknown_variants(catalogue: Catalogue) -> Iterator[Finding]:
    for indicator in catalogue.indicators.values():
        if indicator.usual is not None and indicator.usual not in indicator.variants:
            hint = suggestion(indicator.usual, indicator.variants) or f"its variants: {listed(indicator.variants)}"
            place = indicator.place_of("usual")
            yield Finding(place, f"{indicator.id} has no such variant", hint, indicator.usual)
        for variant in indicator.variant_mentions:
            if variant not in indicator.variants:
                hint = suggestion(variant, indicator.variants) or f"its variants: {listed(indicator.variants)}"
                yield Finding(
                    indicator.place_of("variant_mentions"), f"{indicator.id} has no such variant", hint, variant
                )


def _shared_mentions(catalogue: Catalogue) -> Iterator[Finding]:
    """A Chinese name is a mention as well."""
    first: dict[str, str] = {}
    for indicator in catalogue.indicators.values():
        names = [(indicator.name.zh, indicator.place_of("name"))]
        mentions = [(mention, indicator.place_of("mentions", n)) for n, mention in enumerate(indicator.mentions)]
        for mention, place in names + mentions:
            other = first.setdefault("".join(mention.split()), indicator.id)
            if mention and other != indicator.id:
                hint = "keep it with the indicator that it means, and make the other one longer"
                yield Finding(place, f"{other} has this mention too", hint, mention)


def _backward_ranges(catalogue: Catalogue) -> Iterator[Finding]:
    for indicator in catalogue.indicators.values():
        low, high = indicator.natural_range.low, indicator.natural_range.high
        place = indicator.place_of("range")
        if indicator.natural_range.is_empty:
            message = f"the range runs backwards, from {low} to {high}, so no value lies inside"
            yield Finding(place, message, "exchange low and high")
        elif indicator.scale.natural_range.is_empty:
            message = f"no value of the kind {indicator.kind} in {shortened(indicator.unit)} lies in this range"
            yield Finding(place, message, "correct low and high, or the kind or the unit")


_HEAD = """\
eduindex: 1
districts: districts
dimensions:
  teachers: {zh: 教师队伍, en: Teachers}
indicators:
"""
_RECRUITED = """\
  teachers_recruited:
    name: {zh: 招聘教师数, en: Teachers recruited}
    dimension: teachers
    kind: count
    unit: 人
    time: flow
    direction: neutral
    mentions: [招聘新教师]
"""
_LEFT = """\
  teachers_left:
    name: {zh: 流失教师数, en: Teachers who left}
    dimension: teachers
    kind: count
    unit: 人
    time: flow
    direction: lower
    mentions: [流失教师]
"""
_QUALIFIED = """\
  qualified_teacher_share:
    name: {zh: 本科以上学历教师比例, en: Teachers with a degree}
    dimension: teachers
    kind: share
    unit: "%"
    time: stock
    direction: higher
    range: {low: 0, high: 100}
    variants:
      primary: {zh: 小学, en: primary}
      secondary: {zh: 初中, en: junior secondary}
    usual: primary
    mentions: [本科以上学历]
"""
_GRADE = """\
  training_grade:
    name: {zh: 教师培训评估等第, en: Grade of the teacher training}
    dimension: teachers
    kind: grade
    unit: 等第
    time: stock
    direction: higher
    levels: [C, B, A]
    mentions: [教师培训评估]
"""
_STANDARDS = """\
standards:
  qualified-teachers:
    level: county
    indicator: qualified_teacher_share
    variant: primary
    at_least: 85%
    document: {zh: 青禾市教师队伍建设标准, en: Qinghe standard for teachers}
    attested: provision
"""


def _catalogue(*blocks: str) -> Example:
    return Example(Part.CATALOGUE, _HEAD + "".join(blocks))


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code=findings.UNKNOWN_DIMENSION,
        title="an indicator names a dimension that the catalogue does not have",
        why="The indicator would stand in no group and be missing wherever a dimension is asked for. Correct the name, "
        "or add the dimension.",
        bad=_catalogue(_RECRUITED.replace("dimension: teachers", "dimension: teacher")),
        good=_catalogue(_RECRUITED),
    ),
    CatalogueRule(
        code=findings.UNKNOWN_UNIT,
        title="a unit or a measure word in which no value is printed, or that does not fit the kind",
        why="A figure is used only where its printed unit leads to the indicator's, so with a unit of its own "
        "invention the indicator would refuse every figure. Write the unit as reports print it: %, 万元, 人, :1.",
        bad=_catalogue(_RECRUITED.replace("unit: 人", "unit: persons")),
        good=_catalogue(_RECRUITED),
        check=_unfit_units,
    ),
    Rule(
        code=findings.UNKNOWN_WORD,
        title="a kind, time, direction, border, level, attestation or way of mixing variants that is no known word",
        why="These words decide what may be compared and which way is better, so nothing is guessed from them. Choose "
        "one of the words that the message lists.",
        bad=_catalogue(_RECRUITED.replace("direction: neutral", "direction: up")),
        good=_catalogue(_RECRUITED),
    ),
    CatalogueRule(
        code=findings.UNKNOWN_LEVEL,
        title="a grade without levels, or levels that cannot be read, repeat or belong to no grade",
        why="A grade means nothing until the catalogue lists all levels in their order, lowest first; one that no "
        "value can print, or that stands there twice, breaks the order. List each once, as reports print it.",
        bad=_catalogue(_GRADE.replace("    levels: [C, B, A]\n", "")),
        good=_catalogue(_GRADE),
        check=_faulty_levels,
    ),
    CatalogueRule(
        code=findings.UNKNOWN_USUAL,
        title="the usual variant, or one with words of its own, is none of the indicator's variants",
        why="The usual variant stands in for entries that state none, and one that does not exist agrees with nothing; "
        "so do words (variant_mentions) for a variant that is not there. Write one of the indicator's variants.",
        bad=_catalogue(_QUALIFIED.replace("usual: primary", "usual: all")),
        good=_catalogue(_QUALIFIED),
        check=_unknown_variants,
    ),
    Rule(
        code=findings.UNKNOWN_IN_STANDARD,
        title="a standard names an indicator or a variant that does not exist",
        why="No district's figure would ever be held against the standard. Correct the name, or add the indicator or "
        "variant to the catalogue.",
        bad=_catalogue(_QUALIFIED, _STANDARDS.replace("variant: primary", "variant: all")),
        good=_catalogue(_QUALIFIED, _STANDARDS),
    ),
    CatalogueRule(
        code=findings.SHARED_MENTION,
        severity=Severity.WARNING,
        title="two indicators share a mention",
        why="A mention tells which indicator a phrase of a report is about, and a shared one proves either. Make it "
        "longer for one of the two; where reports really use the same words for both, accept the finding and say "
        "what tells them apart.",
        bad=_catalogue(_RECRUITED, _LEFT.replace("[流失教师]", "[流失教师, 招聘新教师]")),
        good=_catalogue(_RECRUITED, _LEFT),
        acceptable=True,
        check=_shared_mentions,
    ),
    CatalogueRule(
        code=findings.BACKWARD_RANGE,
        title="a range that runs backwards",
        why="No number lies in it, so the indicator would refuse every figure. Exchange low and high.",
        bad=_catalogue(_QUALIFIED.replace("{low: 0, high: 100}", "{low: 100, high: 0}")),
        good=_catalogue(_QUALIFIED),
        check=_backward_ranges,
    ),
    Rule(
        code=findings.NO_SINGLE_THRESHOLD,
        title="a standard without a threshold, or with more than one",
        why="A figure meets a standard or does not meet it, so there is one value to hold it against and one side to lie on. "
        "Write one of at_least, above, at_most, below and equals; what has both a floor and a ceiling is two standards.",
        bad=_catalogue(_QUALIFIED, _STANDARDS.replace("at_least: 85%\n", "at_least: 85%\n    at_most: 95%\n")),
        good=_catalogue(_QUALIFIED, _STANDARDS),
    ),
    Rule(
        code=findings.UNFIT_THRESHOLD,
        title="a threshold that is no exact value of the standard's indicator",
        why="A threshold is read like a figure of a report: with its unit, or as one of the levels of a grade. Words such "
        "as 以上 or 约 have no place in it, because the key says on which side a figure must lie. Write the value alone, or "
        "previous_year at at_least.",
        bad=_catalogue(_QUALIFIED, _STANDARDS.replace("85%", "85%以上")),
        good=_catalogue(_QUALIFIED, _STANDARDS),
    ),
    Rule(
        code=findings.CONTRADICTORY_STANDARD,
        title="a standard whose keys contradict each other or its indicator",
        why="A stock has no yearly amount, one variant is not each of several, and only a standard that compares with the "
        "year before can be met by a growth, which must be able to fall below zero. Remove the key that does not belong.",
        bad=_catalogue(_QUALIFIED, _STANDARDS + "    per_year: true\n"),
        good=_catalogue(_QUALIFIED, _STANDARDS),
    ),
)
