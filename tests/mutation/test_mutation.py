"""A slip of a data keeper is noticed: 2,000 of them in the samples, drawn by chance from a fixed seed.

``python tests/mutation/report.py`` prints the shares and every slip that is not noticed, with the reason.
"""

import shutil
from collections import Counter

import pytest
from experiment import (
    ANOTHER_CITATION,
    FIELDS,
    NUMBER,
    PERIODS,
    SAME_FIGURE_ELSEWHERE,
    STILL_A_CITATION,
    THE_EVIDENCE_HOLDS_IT,
    run,
    shares,
)
from judging import CATALOGUE, SAMPLES, Judge
from mutations import BOUND, PERIOD, UNIT, VALUE, Value, value_of
from report import lines

from eduindex.storage.targets import plan
from eduindex.validation import Settings, validate

SHARE = 0.99
# Why a slip may stay unnoticed: all that is printed is still so. Anything else is a hole in the rules.
REASONS = {THE_EVIDENCE_HOLDS_IT, STILL_A_CITATION, ANOTHER_CITATION, SAME_FIGURE_ELSEWHERE}
FILES_COMPARED = 12


@pytest.fixture(scope="module")
def mutants(reports_folder):
    return run(reports_folder)[0]


@pytest.fixture(scope="module")
def judge(reports_folder):
    return Judge(reports_folder)


@pytest.fixture
def needs_reports(reports_folder):
    if reports_folder is None:
        pytest.skip("EDUINDEX_REPORTS is not set: changed evidence cannot be told from the report's")


def share_caught(mutants):
    return sum(bool(one.caught) for one in mutants) / len(mutants)


def told(mutants):
    return [
        f"{one.entry.district}:{one.entry.first} {one.operation}: {one.before} -> {one.after} ({one.reason})"
        for one in mutants
        if not one.caught
    ]


def test_slips_are_noticed(mutants, needs_reports):
    assert len(mutants) == NUMBER
    assert share_caught(mutants) >= SHARE, told(mutants)


def test_slips_of_the_value_are_noticed_without_reports_too(mutants):
    of_value = [one for one in mutants if one.key == "value"]
    assert share_caught(of_value) >= SHARE, told(of_value)


def test_what_is_not_noticed_says_nothing_that_the_report_does_not_print(mutants, needs_reports):
    assert [one for one in told(mutants) if not one.endswith(tuple(f"({reason})" for reason in REASONS))] == []


def test_the_slips_are_uniform_over_entries_and_fields(mutants, judge):
    expected = NUMBER / len(FIELDS)
    assert all(
        abs(number - expected) < 0.15 * expected for _, number in shares(mutants, lambda one: one.field).values()
    )
    entries = Counter((one.entry.district, one.entry.first) for one in mutants)
    assert len(entries) == len(judge.entries)
    assert max(entries.values()) < 4 * NUMBER / len(judge.entries)


def test_every_kind_of_slip_is_made(mutants, reports_folder):
    operations = {(one.field, one.operation) for one in mutants}
    for field, table in (("value", VALUE), ("bound", BOUND), ("unit", UNIT)):
        assert {operation for of, operation in operations if of == field} == set(table)
    assert len([one for one in operations if one[0] == "evidence"]) == 6
    assert {one.operation for one in run(reports_folder)[1]} == set(PERIOD)


def test_slips_of_the_period_are_told_by_source(reports_folder, judge):
    """No threshold: where a report prints no date nobody can know better."""
    by_source = shares(run(reports_folder)[1], lambda one: one.entry.district)
    assert set(by_source) == set(judge.files)
    assert sum(number for _, number in by_source.values()) == PERIODS
    assert all(0 < caught < number for caught, number in by_source.values())


def test_the_report_lists_every_survivor(mutants, reports_folder):
    text = "\n".join(lines(reports_folder))
    assert f"{NUMBER} mutants" in text
    assert all(f"{one.before} -> {one.after}" in text for one in mutants if not one.caught)


def test_a_changed_file_is_judged_in_memory_as_on_the_disk(mutants, judge, reports_folder, tmp_path, monkeypatch):
    root = tmp_path / "workspace"
    shutil.copytree(SAMPLES, root / SAMPLES.name)
    shutil.copy(CATALOGUE, root)
    monkeypatch.chdir(root)
    for mutant in mutants[:: NUMBER // FILES_COMPARED]:
        id = mutant.entry.district
        path = root / SAMPLES.name / f"{id}.yaml"
        path.write_text(mutant.file, encoding="utf-8")
        validation = validate(plan([], None, {}, root), Settings(reports=reports_folder, jobs=1))
        on_disk = Counter(
            (one.code, one.place.line) for one in validation.diagnostics if one.place.file.endswith(path.name)
        )
        assert on_disk == judge.judge(id, mutant.file).findings
        path.write_text(judge.files[id], encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("98.20%", Value("", "98.20", "", "", "%", "")),
        ("95%以上", Value("", "95", "", "", "%", "以上")),
        ("突破200人", Value("突破", "200", "", "", "人", "")),
        ("1500余万元", Value("", "1500", "余", "万", "元", "")),
        ("46:1", Value("", "46", "", "", ":1", "")),
        ("第二名", Value("第", "二", "", "", "名", "")),
        ("Ⅲ级以上", Value("", "Ⅲ", "", "", "级", "以上")),
        ("无一", None),
    ],
)
def test_a_value_is_taken_apart_as_a_person_would(text, pieces):
    assert value_of(text) == pieces
    assert pieces is None or str(pieces) == text


@pytest.mark.parametrize(
    ("id", "printed", "value", "evidence"),
    [("luyang", "95%以上", "95%", "学生课后服务参与率达95%"), ("zhangping", "87.72%", "7.72%", "7.72%")],
)
def test_a_figure_cut_out_of_a_figure_of_the_report_proves_nothing(judge, needs_reports, id, printed, value, evidence):
    entry = next(one for one in judge.entries if one.district == id and one.texts["value"].text == printed)
    text = (
        judge.files[id].replace(entry.texts["evidence"].text, evidence).replace(f"value: {printed}", f"value: {value}")
    )
    found = judge.judge(id, text).findings - judge.unchanged[id].findings
    assert [code for code, line in found if entry.first <= line < entry.behind]
