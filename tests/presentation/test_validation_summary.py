import subprocess
import sys
from dataclasses import replace

import pytest
from found_faults import FAULTS, fault, validation, validations
from hypothesis import given

from eduindex.model.place import Place
from eduindex.model.table import Tone
from eduindex.presentation.validation_summary import rule_counts, rule_titles, summary_lines, summary_text
from eduindex.rules.registry import RULES


def printed(result):
    return ["".join(cell.text for cell in line) for line in summary_lines(result)]


def test_the_sum_the_rules_and_a_hint():
    assert printed(FAULTS) == [
        "3 errors and 1 warning in 5 files (161 entries)",
        f"  V003  2  {RULES['V003'].title}",
        f"  T004  1  {RULES['T004'].title}",
        f"  R004  1  {RULES['R004'].title}",
        "eduindex explain V003 says more",
    ]


def test_errors_come_first_then_the_most_frequent_then_the_codes():
    found = ["R004"] * 12 + ["V003"] * 2 + ["V001"] * 2 + ["E005"] * 3 + ["S001"] * 10
    counts = rule_counts(validation(*(fault(code) for code in found)))
    assert [(count.code, count.number) for count in counts] == [
        ("S001", 10),
        ("V001", 2),
        ("V003", 2),
        ("R004", 12),
        ("E005", 3),
    ]


def test_numbers_are_aligned():
    result = validation(*[fault("S001")] * 100, fault("V003"), *[fault("R004")] * 12)
    assert [line[: len("  S001  100  ")] for line in printed(result)[1:-1]] == [
        "  S001  100  ",
        "  V003    1  ",
        "  R004   12  ",
    ]


@pytest.mark.parametrize(
    ("codes", "files", "entries", "expected"),
    [
        ([], 6, 161, "6 files with 161 entries: nothing found"),
        ([], 1, 1, "1 file with 1 entry: nothing found"),
        ([], 0, 0, "0 files with 0 entries: nothing found"),
        (["V003"], 1, 1, "1 error in 1 file (1 entry)"),
        (["V003", "V001"], 2, 0, "2 errors in 2 files (0 entries)"),
        (["R004"], 2, 2, "1 warning in 2 files (2 entries)"),
        (["R004"] * 3 + ["V003"], 2, 2, "1 error and 3 warnings in 2 files (2 entries)"),
        (["R004", "V003", "V003"], 0, 0, "2 errors and 1 warning in 0 files (0 entries)"),
    ],
)
def test_grammar(codes, files, entries, expected):
    result = validation(*map(fault, codes), files=files, entries=entries)
    assert printed(result)[0] == summary_text(result) == expected


NO_REPORTS = "Evidence was not checked against the reports' texts (--reports DIR)."
NOT_ACROSS = "Rules that look at several files were not run (name no PATH, or the catalogue)."


@pytest.mark.parametrize(
    ("with_reports", "across_files", "expected"),
    [
        (True, True, []),
        (False, True, [NO_REPORTS]),
        (True, False, [NOT_ACROSS]),
        (False, False, [NO_REPORTS, NOT_ACROSS]),
    ],
)
def test_what_was_not_checked_is_told_with_findings_and_without(with_reports, across_files, expected):
    clean = validation(with_reports=with_reports, across_files=across_files)
    assert printed(clean) == ["5 files with 161 entries: nothing found", *expected]
    assert all(text in summary_text(clean) for text in expected)
    found = validation(fault("V003"), with_reports=with_reports, across_files=across_files)
    assert printed(found)[2:] == [*expected, "eduindex explain V003 says more"]
    assert all(text in summary_text(found) for text in expected)


def test_the_sum_tells_by_its_tone_how_bad_it_is():
    tones = [summary_lines(validation(*map(fault, codes)))[0][0].tone for codes in ([], ["R004"], ["R004", "V003"])]
    assert tones == [Tone.GOOD, Tone.STRONG, Tone.BAD]


def test_titles_of_the_rules_that_found_something():
    assert rule_titles(FAULTS) == {code: RULES[code].title for code in ("T004", "V003", "R004")}


@given(validations)
def test_nothing_that_a_file_says_is_in_the_summary(result):
    harmless = [replace(one, place=Place("a"), message="", hint="", quoted="") for one in result.diagnostics]
    expected = replace(result, diagnostics=tuple(harmless))
    assert summary_lines(result) == summary_lines(expected)
    assert summary_text(result) == summary_text(expected)
    assert all(line.isprintable() for line in [*printed(result), summary_text(result)])
    assert sum(count.number for count in rule_counts(result)) == len(result.diagnostics)


def test_the_way_to_text_needs_no_heavy_library():
    code = (
        "import sys, eduindex.presentation.validation_summary, eduindex.rendering.diagnostics, eduindex.rendering.github\n"
        "print(sorted({'pydantic', 'rich', 'tabulate', 'yaml'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout == "[]\n"
