"""What ``explain`` says of each caveat, against what the checks really do."""

import pytest
from bilingual_world import EN, LANGUAGES, NAMES, ZH, compared, district, records_by_field, says, texts_of
from caveat_cases import CASES, pairing_with
from hypothesis import given
from hypothesis import strategies as st

from eduindex.analysis.caveats import Code, Effect
from eduindex.model.wording import Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_explanations import EXPLANATIONS
from eduindex.presentation.explanation_table import all_codes_table, caveat_table, finding_table


def test_every_caveat_is_explained_in_both_languages():
    assert set(EXPLANATIONS) == set(Code)
    for explanation in EXPLANATIONS.values():
        for wording in (explanation.title, explanation.meaning, explanation.to_settle):
            assert wording.zh
            assert wording.en
            assert wording.zh != wording.en
        for wording in (explanation.meaning, explanation.to_settle):
            assert wording.zh.endswith("。")
            assert wording.en.endswith(".")
        assert len(set(explanation.effects)) == len(explanation.effects) > 0


@pytest.mark.parametrize("code", Code)
def test_the_effects_told_are_those_that_the_checks_produce(code):
    produced = {caveat.effect for case in CASES for caveat in pairing_with(*case).caveats if caveat.code is code}
    assert set(EXPLANATIONS[code].effects) == produced


INDICATORS = ("coverage", "rotation", "by_ways", "by_usual_ways", "by_mixed_ways", "by_usual_mixed_ways", "provincial")
ENTRIES = st.lists(
    st.builds(
        lambda indicator, value, period, variant, **more: says(
            indicator, value, period, variant=variant if indicator.startswith("by_") else None, **more
        ),
        st.sampled_from(INDICATORS),
        st.sampled_from(["95%", "95%以上", "近95%", "95.04%", "95.0%", "90%"]),
        st.sampled_from(["2022", "2023", "2022/2023", "2021..2023", "..2023", "2023-06.."]),
        st.sampled_from([None, "children", "places"]),
        scope=st.sampled_from([Wording(), Wording("城区", "the town")]),
        target=st.booleans(),
        dated=st.booleans(),
        note=st.sampled_from([Wording(), Wording("注", "a note")]),
    ),
    min_size=1,
    max_size=6,
)
CODES = st.sampled_from(["330302", "350881", ""])


@given(ENTRIES, ENTRIES, CODES, CODES)
def test_no_caveat_has_an_effect_that_is_not_explained(first, second, code, other_code):
    comparison = compared(
        district("quzhou", *first, code=code), district("ouhai", *second, code=other_code), targets=True
    )
    for row in comparison.rows:
        for caveat in (caveat for pairing in row.pairings if pairing for caveat in pairing.caveats):
            assert caveat.effect in EXPLANATIONS[caveat.code].effects
            assert {figure.district.id for figure in caveat.figures} <= set(NAMES)


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_caveat_is_a_sheet_and_a_record(code, language):
    table = caveat_table(code, language)
    explanation = EXPLANATIONS[code]
    assert table.title == code.value
    lines = [text for _, text in texts_of(table.layouts[0])]
    effects = "; ".join(words.EFFECTS[effect](language) for effect in explanation.effects)
    assert lines == [
        explanation.title(language),
        explanation.meaning(language),
        effects,
        explanation.to_settle(language),
    ]
    (record,) = records_by_field(table.records)
    assert record == {
        "code": code.value,
        "title": explanation.title(language),
        "effects": ";".join(effect.value for effect in explanation.effects),
        "meaning": explanation.meaning(language),
        "to_settle": explanation.to_settle(language),
    }
    assert table.document == {"schema_version": 1, "command": "explain", "records": [record]}


def test_every_effect_has_words():
    assert set(words.EFFECTS) == set(Effect)


def test_a_finding_is_a_sheet_of_one_line():
    table = finding_table("T001", "the file cannot be read", ZH)
    assert table.title == "T001"
    assert [text for _, text in texts_of(table.layouts[0])] == ["the file cannot be read"]
    assert records_by_field(table.records) == [
        {"code": "T001", "title": "the file cannot be read", "effects": None, "meaning": None, "to_settle": None}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_codes_are_listed_caveats_first_then_findings_in_order(language):
    table = all_codes_table({"V001": "b", "T001": "a"}, language)
    codes = [*(code.value for code in Code), "T001", "V001"]
    assert [row[0] for row in texts_of(table.layouts[0])] == codes
    assert [row["code"] for row in records_by_field(table.records)] == codes
    assert [row["code"] for row in table.document["records"]] == codes
    assert [len(section.rows) for section in table.layouts[0].sections] == [len(Code), 2]


def test_the_lists_headings_are_in_the_language():
    titles = [[section.title for section in all_codes_table({}, language).layouts[0].sections] for language in (ZH, EN)]
    assert not set(titles[0]) & set(titles[1])
