"""Over three hundred invented sentences with the figures that must be proposed and those that must not.

Recall and precision are promised of all of them together: a sentence that is not understood yet is no failure by itself, an
invented figure is. Traps that the engine still falls into are listed by file and number, so that a repair shows.
"""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from scorer import Case, score, summary, told, total

from eduindex import open_workspace
from eduindex.extraction.extracting import extract
from eduindex.model.district import Entry, Source, Status
from eduindex.model.evidence import holds, without_space
from eduindex.model.observation import Observation, observe
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_reading import read_quantity
from eduindex.model.wording import Wording
from eduindex.storage.yaml_reading import read_tree

RECALL, PRECISION, PERIOD = 0.95, 0.98, 0.90
FEWEST_CASES = 300
LONGEST_EVIDENCE = 60
# Cases (file and number, from 0) in which a figure is proposed that must not be.
FALLEN_INTO = frozenset({("preschool", 37)})

FOLDER = Path(__file__).resolve().parent / "sentences"
REPOSITORY = FOLDER.parent.parent.parent
CATALOGUE = open_workspace(REPOSITORY).catalogue


class Told(NamedTuple):
    """A case of a file: its number (from 0), its line, what it is about, and the figures that must not be proposed."""

    file: str
    number: int
    line: int
    about: str
    case: Case
    traps: tuple[str, ...]

    @property
    def name(self):
        return f"{self.file}:{self.line}"


def cases_of(path):
    reading = read_tree(path.read_bytes(), path.name)
    assert reading.root is not None, reading.diagnostics
    for number, node in enumerate(reading.root.items):
        keys = node.values
        assert set(keys) <= {"text", "year", "figures", "none", "about"}, f"{path.name}:{node.line}"
        year = keys["year"].text if "year" in keys else ""
        figures = tuple(entry_of(figure) for figure in keys["figures"].items)
        traps = tuple(trap.text for trap in keys["none"].items) if "none" in keys else ()
        case = Case(keys["text"].text, figures, int(year[:4]) if year else None)
        yield Told(path.stem, number, node.line, keys["about"].text, case, traps)


def entry_of(node):
    """A figure of a case as an entry; its evidence is not stated, its period may be open."""
    said = {key: scalar.text for key, scalar in node.values.items()}
    assert set(said) <= {"indicator", "value", "period", "status", "variant", "scope"}, f"line {node.line}"
    return Entry(
        said["indicator"],
        said["value"],
        said.get("period", ""),
        "report",
        "",
        status=Status(said.get("status", "actual")),
        variant=said.get("variant"),
        scope=Wording(said.get("scope", "")),
    )


CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in cases_of(path)]
WITH_TRAPS = [one for one in CASES if one.traps]


_BY_NAME = {one.name: one for one in CASES}


@cache
def read(name):
    """What is read of a case; once, for several tests look at it."""
    case = _BY_NAME[name].case
    return extract(case.text, CATALOGUE, year=case.year)


def proposed(one):
    return [proposal.entry for proposal in read(one.name).proposals]


@pytest.fixture(scope="module")
def scores():
    return {one.name: score(proposed(one), one.case.confirmed, CATALOGUE) for one in CASES}


def in_detail(scores):
    """The sum, then each case with a fault and its sentence."""
    lines = list(summary(total(scores.values())))[:5]
    for name, found in scores.items():
        one = _BY_NAME[name]
        if found.missed or found.false or found.differences("period"):
            lines += ["", f"{one.name} ({one.about}) {one.case.text}"]
            lines += [f"  missed: {told(entry)}" for entry in found.missed]
            lines += [f"  false: {told(entry)}" for entry in found.false]
            periods = found.differences("period")
            lines += [f"  period: {told(d.pair.drafted)}: {d.drafted}, not {d.confirmed}" for d in periods]
    return "\n".join(lines)


def test_there_are_enough_cases_of_every_kind():
    assert len(CASES) >= FEWEST_CASES
    assert len({one.case.text for one in CASES}) == len(CASES)
    assert len(WITH_TRAPS) >= 100
    assert sum(not one.case.confirmed for one in CASES) >= 30
    named = {entry.indicator for one in CASES for entry in one.case.confirmed}
    assert len(named) >= 0.8 * len(CATALOGUE.indicators)


def faults_of_case(one):
    """Why a case could not be judged by: its figures must stand in its text, and be readable."""
    text = without_space(one.case.text)
    for entry in one.case.confirmed:
        indicator = CATALOGUE.indicators.get(entry.indicator)
        if indicator is None or entry.variant not in (None, *indicator.variants):
            yield f"unknown indicator or variant: {told(entry)}"
        elif without_space(entry.value) not in text:
            yield f"not in the text: {told(entry)}"
        elif not isinstance(observed(entry._replace(period=entry.period or "2023")), Observation):
            yield f"cannot be read: {told(entry)}"
    yield from (f"not in the text: {trap}" for trap in one.traps if without_space(trap) not in text)


def test_the_cases_are_sound():
    assert [(one.name, fault) for one in CASES for fault in faults_of_case(one)] == []


def test_recall(scores):
    assert total(scores.values()).recall >= RECALL, in_detail(scores)


def test_precision(scores):
    assert total(scores.values()).precision >= PRECISION, in_detail(scores)


def test_periods(scores):
    assert total(scores.values()).period_agreement >= PERIOD, in_detail(scores)


def parameter(one):
    """A case as a parameter; where the engine is known to fall into its trap, it has to."""
    falls = (one.file, one.number) in FALLEN_INTO
    return pytest.param(one, id=one.name, marks=[pytest.mark.xfail(strict=True, reason=one.about)] if falls else [])


@pytest.mark.parametrize("one", [parameter(one) for one in WITH_TRAPS])
def test_what_is_no_level_is_not_proposed(one):
    """A trap that also prints a confirmed value is one only beyond what is confirmed."""
    allowed = Counter(without_space(entry.value) for entry in one.case.confirmed)
    made = Counter(
        value for figure in read(one.name).figures if figure.proposals for value in {without_space(figure.printed)}
    )
    traps = {without_space(trap) for trap in one.traps}
    fallen = {trap: made[trap] for trap in traps if made[trap] > allowed[trap]}
    assert fallen == {}, [told(entry) for entry in proposed(one)]


def test_a_listed_trap_exists():
    assert {(one.file, one.number) for one in WITH_TRAPS} >= FALLEN_INTO


def observed(entry):
    return observe("qinghe", entry, CATALOGUE, {entry.source: Source(entry.source, Wording("工作总结"))})


def faults_of(entry, text):
    """Why an entry could not stand in a district file as it is proposed."""
    quantity = read_quantity(entry.value)
    if not isinstance(quantity, Quantity) or not holds(entry.evidence, quantity):
        yield "the evidence does not hold the value"
    if max(len(entry.evidence), len(entry.period_evidence)) > LONGEST_EVIDENCE:
        yield "the evidence is a passage"
    if without_space(entry.evidence) not in without_space(text):
        yield "the evidence does not stand in the text"
    if not isinstance(observed(entry), Observation):
        yield "the entry cannot be read"


def test_every_proposal_is_sound():
    entries = [(one, entry) for one in CASES for entry in proposed(one)]
    assert len(entries) > FEWEST_CASES
    found = [(one.name, fault, told(entry)) for one, entry in entries for fault in faults_of(entry, one.case.text)]
    assert found == []


def test_the_words_of_a_period_stand_in_the_text():
    assert [
        (one.name, entry.period_evidence)
        for one in CASES
        for entry in proposed(one)
        if without_space(entry.period_evidence) not in without_space(one.case.text)
    ] == []
