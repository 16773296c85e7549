"""The catalogue: what every indicator says about itself, and that nothing in it contradicts itself."""

import re
from collections import Counter
from pathlib import Path

import pytest

from eduindex import open_workspace
from eduindex.model.catalogue import Direction, Kind
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
