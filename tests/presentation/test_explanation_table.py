"""What ``explain`` says of each caveat, against what the checks really do, and of the reasons that are no caveats."""

import pkgutil
from enum import StrEnum
from importlib import import_module

import pytest
from bilingual_world import EN, LANGUAGES, NAMES, ZH, compared, district, records_by_field, says, texts_of
from caveat_cases import CASES, pairing_with
from hypothesis import given
from hypothesis import strategies as st

import eduindex.analysis
from eduindex.analysis import answers, ranking, targets
from eduindex.analysis.caveats import Code, Effect
from eduindex.analysis.questions import Asked
from eduindex.extraction.result import Fate
from eduindex.model.diagnostic import Severity
from eduindex.model.wording import Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_explanations import EXPLANATIONS
from eduindex.presentation.explanation_table import all_codes_table, caveat_table, reason_table, rule_table
from eduindex.presentation.extraction_explanations import FATES
from eduindex.presentation.reason_explanations import OTHER_REASONS, REASONS
from eduindex.rules.registry import RULES
from eduindex.rules.rule import Example, Part, Rule

STANDARDS_AND_TARGETS = {
    ZH: "据此，标准无法判定，目标未定",
    EN: "as a reason it leaves a standard undetermined, a target open",
}
RULE_FIELDS = ("severity", "why", "bad", "good", "acceptable")
# Whatever is printed as a reason, or as what is asked for.
ENUMS_OF_REASONS = (answers.Reason, ranking.Reason, targets.Reason, Asked)


def rule_of(code="P009", title="a title", **more):
    bad = Example(Part.ENTRY, "  - indicator: a\n    value: 238余名\n")
    good = Example(Part.ENTRY, "  - indicator: a\n    value: 230余名\n")
    return Rule(**{"code": code, "title": title, "why": "It is bad.", "bad": bad, "good": good, **more})


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


def test_every_reason_is_explained_once_as_a_caveat_or_as_itself():
    told = {reason.value for reasons in ENUMS_OF_REASONS for reason in reasons}
    assert set(REASONS) == told - {code.value for code in Code}
    assert {type(code) for code in REASONS} == {str}  # no member whose name could reach a table
    assert {code.lower() for code in REASONS} & {code.lower() for code in RULES} == set()


def test_no_enumeration_of_reasons_is_forgotten():
    modules = [
        import_module(f"{eduindex.analysis.__name__}.{found.name}")
        for found in pkgutil.iter_modules(eduindex.analysis.__path__)
    ]
    reasons = {
        one
        for module in modules
        for name, one in vars(module).items()
        if name in ("Reason", "Asked") and issubclass(one, StrEnum)
    }
    assert reasons == set(ENUMS_OF_REASONS)


def test_every_fate_is_explained_by_a_code_of_its_own():
    assert set(FATES) == {fate.value for fate in Fate}
    assert {type(code) for code in FATES} == {str}
    others = {code.lower() for code in (*REASONS, *RULES, *(code.value for code in Code))}
    assert set(FATES) & others == set()


@pytest.mark.parametrize("explained", [REASONS, FATES], ids=["reasons", "fates"])
def test_every_reason_is_told_in_both_languages(explained):
    for explanation in explained.values():
        for wording in explanation:
            assert wording.zh
            assert wording.en
            assert wording.zh != wording.en
        for wording in (explanation.meaning, explanation.to_settle):
            assert wording.zh.endswith("。")
            assert wording.en.endswith(".")
    for place in range(2):  # of titles and of meanings; two reasons may be settled alike
        assert len({explanation[place] for explanation in explained.values()}) == len(explained)


@pytest.mark.parametrize("code", [*REASONS, *FATES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_reason_is_a_sheet_and_a_record(code, language):
    table = reason_table(code, language)
    explanation = (REASONS | FATES)[code]
    assert table.title == code
    told = [wording(language) for wording in explanation]
    assert [text for _, text in texts_of(table.layouts[0])] == told
    (record,) = records_by_field(table.records)
    said = {"code": code, **dict(zip(("title", "meaning", "to_settle"), told, strict=True))}
    assert record == dict.fromkeys((*RULE_FIELDS, "effects")) | said
    assert table.notes == ()
    assert table.document == {"schema_version": 1, "command": "explain", "records": [record]}


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
        *([STANDARDS_AND_TARGETS[language]] if code.value in OTHER_REASONS else []),
        explanation.to_settle(language),
    ]
    (record,) = records_by_field(table.records)
    assert record == {
        "code": code.value,
        "title": explanation.title(language),
        "effects": ";".join(effect.value for effect in explanation.effects),
        "meaning": explanation.meaning(language),
        "to_settle": explanation.to_settle(language),
    } | dict.fromkeys(RULE_FIELDS)
    assert table.notes == ()
    assert table.document == {"schema_version": 1, "command": "explain", "records": [record]}


def test_every_effect_has_words():
    assert set(words.EFFECTS) == set(Effect)


def test_a_rule_is_a_sheet_with_its_examples_below_line_by_line():
    table = rule_table(rule_of(severity=Severity.WARNING), EN)
    assert table.title == "P009"
    assert [text for _, text in texts_of(table.layouts[0])] == ["a title", "warning", "It is bad."]
    assert [note.mark for note in table.notes] == [""] * 7
    assert [note.text for note in table.notes] == [
        "Bad example:",
        "  - indicator: a",
        "    value: 238余名",
        "",
        "Good example:",
        "  - indicator: a",
        "    value: 230余名",
    ]


def test_a_rule_is_a_record_with_its_examples_whole_and_in_lines():
    table = rule_table(rule_of(acceptable=True), ZH)
    (record,) = records_by_field(table.records)
    assert record == {
        "code": "P009",
        "severity": "error",
        "title": "a title",
        "effects": None,
        "meaning": None,
        "to_settle": None,
        "why": "It is bad.",
        "bad": "  - indicator: a\n    value: 238余名\n",
        "good": "  - indicator: a\n    value: 230余名\n",
        "acceptable": True,
    }
    lines = {"bad": ["  - indicator: a", "    value: 238余名"], "good": ["  - indicator: a", "    value: 230余名"]}
    assert table.document == {"schema_version": 1, "command": "explain", "records": [record | lines]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_rule_says_is_english_in_every_language(language):
    table = rule_table(rule_of(acceptable=True), language)
    assert [text for _, text in texts_of(table.layouts[0])][:3] == ["a title", "error", "It is bad."]
    assert texts_of(table.layouts[0])[3][1].startswith("If it is right as it stands, ")


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("P009", "in the entry, or at the top of the file"),
        ("E006", "at the top of the file"),
        ("R004", "at the top of the file"),
        ("C007", "at the top of the catalogue"),
    ],
)
def test_how_a_finding_is_accepted_is_told_where_it_may_be(code, where):
    (*_, (heading, text)) = texts_of(rule_table(rule_of(code, acceptable=True), EN).layouts[0])
    assert heading == "To accept it"
    assert text == f"If it is right as it stands, write {where}: accepts: {{{code}: the reason}}"
    assert "accept" not in "".join(text for row in texts_of(rule_table(rule_of(code), EN).layouts[0]) for text in row)


def test_an_encoding_that_no_text_shows_is_told():
    text = "  - indicator: a\n"
    table = rule_table(rule_of(bad=Example(Part.ENTRY, text, "gbk"), good=Example(Part.ENTRY, text)), EN)
    assert [note.text for note in table.notes][:3] == ["Bad example:", "# the file is saved as GBK", "  - indicator: a"]
    assert [note.text for note in table.notes][-2:] == ["Good example:", "  - indicator: a"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_codes_are_listed_caveats_first_then_reasons_then_rules_as_they_come(language):
    rules = {"T001": rule_of("T001", "a"), "P002": rule_of("P002", "b", severity=Severity.WARNING)}
    table = all_codes_table(rules, language)
    codes = [*(code.value for code in Code), *REASONS, *FATES, "T001", "P002"]
    assert [row[0] for row in texts_of(table.layouts[0])] == codes
    assert texts_of(table.layouts[0])[-2:] == [["T001", "error", "a"], ["P002", "warning", "b"]]
    assert [row["code"] for row in records_by_field(table.records)] == codes
    assert [row["code"] for row in table.document["records"]] == codes
    assert [len(section.rows) for section in table.layouts[0].sections] == [len(Code), len(REASONS), len(FATES), 2]


def test_the_headings_are_in_the_language():
    lists = [[section.title for section in all_codes_table({}, language).layouts[0].sections] for language in (ZH, EN)]
    assert not set(lists[0]) & set(lists[1])
    assert len(lists[0]) == len(lists[1]) == 4
    reasons = [{row[0] for row in texts_of(reason_table("alone", language).layouts[0])} for language in (ZH, EN)]
    assert not reasons[0] & reasons[1]
    sheets = [rule_table(rule_of(acceptable=True), language) for language in (ZH, EN)]
    headings = [{row[0] for row in texts_of(sheet.layouts[0])} for sheet in sheets]
    assert not headings[0] & headings[1]
    assert sheets[0].notes[0] != sheets[1].notes[0]
