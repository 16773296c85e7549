"""The catalogue: what every indicator says about itself, and that nothing in it contradicts itself."""

import re
from collections import Counter
from pathlib import Path

import pytest

from eduindex import open_workspace
from eduindex.model.catalogue import Direction, Kind
from eduindex.model.standard import Attestation, Level, Operator
from eduindex.storage.tree import Mapping
from eduindex.storage.yaml_reading import read_tree

REPOSITORY = Path(__file__).resolve().parent.parent
OPENED = open_workspace(REPOSITORY)
INDICATORS = OPENED.catalogue.indicators
PARTS = {
    "zh": (("分子",), ("分母",), ("时点", "时段")),
    "en": (("numerator",), ("denominator",), ("moment", "span")),
}
TIME_WORDS = {"stock": ("时点", "moment"), "flow": ("时段", "span")}
HAN = re.compile("[\u4e00-\u9fff]")


def wrong(fits):
    """The ids of the indicators that do not fit."""
    return [indicator.id for indicator in INDICATORS.values() if not fits(indicator)]


def test_the_catalogue_has_no_faults():
    """Among them would be an id that occurs twice, for the reader refuses a key that occurs twice."""
    assert OPENED.diagnostics == ()
    assert len(INDICATORS) >= 100


def test_ids_are_unique_in_the_text():
    text = (REPOSITORY / "indicators.yaml").read_text(encoding="utf-8")
    ids = re.findall("^  ([a-z0-9_]+):\n    name:", text, flags=re.MULTILINE)
    assert Counter(ids) == Counter(list(INDICATORS))


def test_names_are_said_in_both_languages():
    assert wrong(lambda one: HAN.search(one.name.zh)) == []
    assert wrong(lambda one: one.name.en and not HAN.search(one.name.en)) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_are_unique(language):
    names = Counter(getattr(indicator.name, language).casefold() for indicator in INDICATORS.values())
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(("language", "words"), [(language, words) for language in PARTS for words in PARTS[language]])
def test_a_definition_says_numerator_denominator_and_time(language, words):
    said = re.compile(f"({'|'.join(words)})[::]\\s*[^;;]{{2,}}")
    assert wrong(lambda one: said.search(getattr(one.definition, language).casefold())) == []


def test_a_definition_says_a_moment_for_a_stock_and_a_span_for_a_flow():
    def fits(one):
        zh, en = TIME_WORDS[one.time.value]
        return re.search(f"{zh}[::]", one.definition.zh) and re.search(f"{en}:", one.definition.en.casefold())

    assert wrong(fits) == []


def test_dimensions_and_indicators_belong_together():
    assert {indicator.dimension for indicator in INDICATORS.values()} == set(OPENED.catalogue.dimensions)


RANGES = {Kind.SHARE: (0, 100), Kind.COUNT: (0, None), Kind.AMOUNT: (0, None), Kind.RANK: (1, None)}


def test_the_range_fits_the_kind():
    def fits(one):
        low, high = one.natural_range.low, one.natural_range.high
        ordered = low is None or high is None or low < high
        return ordered and RANGES.get(one.kind, (low, high)) == (low, high)

    assert wrong(fits) == []
    assert wrong(lambda one: (one.kind is Kind.SHARE) <= (one.unit == "%")) == []


def test_levels_belong_to_grades():
    assert wrong(lambda one: (len(one.levels) > 1) == (one.kind is Kind.GRADE)) == []
    assert wrong(lambda one: len(set(one.levels)) == len(one.levels)) == []


def test_grades_and_ranks_have_a_direction():
    assert wrong(lambda one: one.kind is not Kind.RANK or one.direction is Direction.LOWER) == []
    assert wrong(lambda one: one.kind is not Kind.GRADE or one.direction is not Direction.NEUTRAL) == []


def test_the_usual_reading_is_a_variant():
    assert wrong(lambda one: one.usual is None or one.usual in one.variants) == []
    assert [one.id for one in INDICATORS.values() if one.usual]


def test_variants_are_several_and_said_in_both_languages():
    def fits(one):
        words = one.variants.values()
        said = [[word.zh for word in words], [word.en for word in words]]
        return all(all(texts) and len(set(texts)) == len(texts) for texts in said)

    assert wrong(lambda one: len(one.variants) != 1) == []
    assert wrong(fits) == []
    assert wrong(lambda one: all(word.zh != word.en for word in one.variants.values())) == []


def test_measure_words_are_not_the_unit_again():
    assert wrong(lambda one: len({one.unit, *one.measures}) == 1 + len(one.measures)) == []


def test_there_are_mentions_and_none_twice():
    assert wrong(lambda one: one.mentions and len(set(one.mentions)) == len(one.mentions)) == []
    assert wrong(lambda one: all(mention == mention.strip() != "" for mention in one.mentions)) == []


def test_no_mention_belongs_to_two_indicators():
    owners = {}
    for indicator in INDICATORS.values():
        for mention in indicator.mentions:
            owners.setdefault("".join(mention.split()), []).append(indicator.id)
    assert {mention: ids for mention, ids in owners.items() if len(ids) > 1} == {}


STANDARDS = OPENED.catalogue.standards
# The indicator, the operator and the threshold of each standard, in the order of the file.
REQUIRED = {
    "p1": ("preschool_gross_enrolment_rate", "at_least", "85%"),
    "p2": ("inclusive_kindergarten_coverage", "at_least", "80%"),
    "p3": ("public_kindergarten_coverage", "at_least", "50%"),
    "q9a": ("inter_school_cv_primary", "at_most", "0.50"),
    "q9b": ("inter_school_cv_junior", "at_most", "0.45"),
    "g11a": ("teacher_rotation_rate", "at_least", "10%"),
    "g11b": ("key_teacher_rotation_share", "at_least", "20%"),
    "g15": ("migrant_children_public_school_rate", "at_least", "85%"),
    "e2": ("disabled_children_enrolment_rate", "at_least", "95%"),
    "e9a": ("quality_monitoring_level", "at_least", "Ⅲ"),
    "e9b": ("inter_school_variation", "below", "0.15"),
    "s1": ("after_school_school_coverage", "equals", "100%"),
    "s2": ("after_school_demand_coverage", "equals", "100%"),
    "x1": ("disabled_children_enrolment_rate", "at_least", "97%"),
    "f1": ("general_public_education_expenditure", "at_least", "previous_year"),
    "f2": ("per_pupil_general_public_education_expenditure", "at_least", "previous_year"),
    "g14": ("key_school_quota_share", "at_least", "50%"),
    "e1": ("junior_completion_rate", "at_least", "95%"),
}


def standards_where(fits):
    return {standard.id for standard in STANDARDS.values() if fits(standard)}


def test_every_standard_has_its_threshold():
    found = {one.id: (one.indicator.id, one.operator.value, one.threshold) for one in STANDARDS.values()}
    assert list(found.items()) == list(REQUIRED.items())


def test_a_standard_asks_for_the_better_side():
    sides = {
        Direction.HIGHER: {Operator.AT_LEAST, Operator.EQUALS},
        Direction.LOWER: {Operator.AT_MOST, Operator.BELOW},
    }
    assert standards_where(lambda one: one.operator not in sides[one.indicator.direction]) == set()


def test_one_standard_is_a_goal_of_the_country_for_a_year():
    assert standards_where(lambda one: one.level is Level.NATIONAL) == {"x1"}
    assert {one.id: one.due for one in STANDARDS.values() if one.due} == {"x1": 2025}


def test_a_number_that_nobody_verified_is_left_out():
    assert standards_where(lambda one: not one.number) == {"s1", "s2"}
    assert all(
        re.fullmatch("[教国][督办]发?〔20[0-9]{2}〕[0-9]+号", one.number) for one in STANDARDS.values() if one.number
    )


def test_one_document_has_one_number_one_translation_and_one_attestation():
    documents = {one.document.zh: (one.document, one.number, one.attested) for one in STANDARDS.values()}
    assert len(documents) == 5
    assert standards_where(lambda one: documents[one.document.zh] != (one.document, one.number, one.attested)) == set()
    assert len({document.en for document, _, _ in documents.values()}) == 5


def test_where_the_wording_of_a_standard_was_seen():
    assert standards_where(lambda one: one.attested is Attestation.PROVISION) == {"p1", "p2", "p3", "s1", "s2"}
    assert standards_where(lambda one: one.attested is Attestation.NONE) == set()


def test_what_a_standard_counts():
    assert {one.id: one.variant for one in STANDARDS.values() if one.variant} == {
        "p3": "children",
        "e9a": "national",
        "e9b": "national",
        "f2": "all",
    }
    for id in ("q9a", "q9b"):
        assert set(STANDARDS[id].each) == set(STANDARDS[id].indicator.variants) - {"composite"}
    assert standards_where(lambda one: one.each) == {"q9a", "q9b"}


def test_yearly_standards_and_those_that_compare_with_the_year_before():
    assert standards_where(lambda one: one.per_year) == {"g11a", "g11b"}
    assert {one.id: one.growth.id for one in STANDARDS.values() if one.growth} == {
        "f1": "general_public_education_expenditure_growth",
        "f2": "per_pupil_expenditure_growth",
    }
    assert standards_where(lambda one: one.required is None) == {"f1", "f2"}


def test_documents_and_notes_are_said_in_both_languages():
    def fits(words):
        return bool(HAN.search(words.zh)) and bool(words.en) and not HAN.search(words.en)

    assert standards_where(lambda one: not fits(one.document)) == set()
    assert standards_where(lambda one: one.note and not fits(one.note)) == set()
    assert standards_where(lambda one: not one.note) == {"e2", "g14"}


def district_names():
    """The short names of the five districts and of what they lie in, in Chinese."""
    for path in sorted((REPOSITORY / "samples").glob("*.yaml")):
        root = read_tree(path.read_bytes(), path.name).root
        assert isinstance(root, Mapping)
        name, within = (root.values[key].values["zh"].text for key in ("name", "within"))
        yield from (part[:-1] for part in (name, *re.findall(".+?[省市]", within)))


def test_nothing_in_the_catalogue_names_a_district():
    text = (REPOSITORY / "indicators.yaml").read_text(encoding="utf-8")
    names = list(district_names())
    assert len(names) == 15
    assert [name for name in names if name in text] == []
