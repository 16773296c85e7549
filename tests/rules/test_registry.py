"""What every rule says of itself: the texts that ``explain`` prints and that other files are judged by."""

import re

import pytest

from eduindex.model import findings
from eduindex.model.diagnostic import Severity
from eduindex.rules import (
    acceptance,
    agreement,
    catalogue,
    dates,
    evidence,
    identities,
    printed_periods,
    references,
    shape,
    sizes,
    sums,
    text,
    values,
)
from eduindex.rules.registry import RULES
from eduindex.rules.rule import Part

FAMILIES = {
    "T": (text,),
    "S": (shape, identities),
    "C": (catalogue,),
    "R": (references,),
    "V": (values,),
    "E": (evidence,),
    "P": (dates, printed_periods, agreement, sizes, sums),
    "A": (acceptance,),
}
CODES = {name: value for name, value in vars(findings).items() if name.isupper()}
WARNINGS = {"T021", "C007", "R004", "E005", "E006", *(f"P{number:03}" for number in range(2, 12)), "A001"}
ACCEPTABLE = {"C007", "R004", *(f"E{number:03}" for number in range(2, 7)), *(f"P{n:03}" for n in range(1, 12))}
CHINESE = re.compile("[\u3400-\u9fff]")

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def test_every_code_has_a_rule_and_every_rule_a_code():
    assert len(CODES) == len(set(CODES.values()))
    assert set(RULES) == set(CODES.values())


def test_no_two_rules_have_the_same_code():
    codes = [rule.code for modules in FAMILIES.values() for module in modules for rule in module.RULES]
    assert len(codes) == len(set(codes)) == len(RULES)


@pytest.mark.parametrize("letter", FAMILIES)
def test_a_family_has_one_letter_and_its_rules_stand_in_order(letter):
    codes = [rule.code for module in FAMILIES[letter] for rule in module.RULES]
    assert sorted(codes) == [code for code in RULES if code[0] == letter]
    assert all(re.fullmatch(f"{letter}[0-9]{{3}}", code) for code in codes)


@every_rule
def test_a_rule_is_found_by_its_code(rule):
    assert RULES[rule.code] is rule


@every_rule
def test_the_title_is_a_phrase_and_the_reason_sentences(rule):
    assert rule.title.strip() == rule.title != ""
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert not rule.why.endswith("..")
    assert not rule.why[0].islower()
    assert rule.title not in rule.why


@every_rule
def test_the_texts_are_english_and_can_be_printed(rule):
    for words in (rule.title, rule.why):
        assert words.isprintable()
        assert "  " not in words
        assert len(CHINESE.findall(words)) < len(words) / 5


@every_rule
def test_the_examples_differ_and_say_something(rule):
    assert rule.bad != rule.good
    for example in (rule.bad, rule.good):
        assert example.text.strip()
        if example.part is Part.SITUATION:
            assert "\n" not in example.text
            assert example.text.endswith(".")
        else:
            assert example.text.endswith("\n")


@every_rule
def test_both_examples_are_of_one_part(rule):
    assert rule.bad.part is rule.good.part


@every_rule
def test_an_item_of_entries_is_indented_as_one(rule):
    for example in (rule.bad, rule.good):
        if example.part is Part.ENTRY:
            assert example.text.startswith("  - indicator: ")


def test_what_only_may_be_wrong_is_a_warning():
    assert {code for code, rule in RULES.items() if rule.severity is Severity.WARNING} == WARNINGS


def test_what_a_person_may_judge_can_be_accepted():
    assert {code for code, rule in RULES.items() if rule.acceptable} == ACCEPTABLE
