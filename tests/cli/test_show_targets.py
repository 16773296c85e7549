"""``show --targets`` from outside, on the real Ouhai and on hostile text."""

import csv
import io
import json
import re

import pytest
from wcwidth import wcswidth

COVERAGE = "public_kindergarten_coverage"
# Everything that acts on a terminal, hides or reorders, but the line feed.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
FORMATS = ("table", "csv", "tsv", "json", "markdown", "html", "latex", "plain")


@pytest.fixture
def of_ouhai(eduindex, repository, monkeypatch):
    """The records of ``show ouhai --targets`` by indicator."""
    monkeypatch.chdir(repository)
    result = eduindex("show", "ouhai", "--targets", "-f", "csv")
    assert (result.exit_code, result.stderr) == (0, "")
    return {row["indicator"]: row for row in csv.DictReader(io.StringIO(result.stdout))}


def test_a_target_for_2023_is_open_while_the_newest_figure_is_of_2022(of_ouhai):
    row = of_ouhai[COVERAGE]
    names = ("target_low", "target_period", "actual_value", "actual_period", "outcome", "reason")
    assert [row[name] for name in names] == ["60", "2023", "56.67", "2022", "open", "periods-differ"]
    assert (row["distance_low"], row["distance_high"]) == ("-3.33", "-3.33")
    assert (row["target_printed"], row["actual_printed"]) == ("60%", "56.67%")


def test_a_target_without_any_figure_has_none_yet(of_ouhai):
    row = of_ouhai["inclusive_kindergarten_coverage"]
    assert (row["target_low"], row["outcome"]) == ("95", "no_figure")
    assert {row[name] for name in row if name.startswith(("actual", "distance", "reason"))} == {""}


def test_what_is_not_like_the_target_has_no_distance(of_ouhai):
    groups, recruited = of_ouhai["education_groups"], of_ouhai["teachers_recruited"]
    assert (groups["outcome"], groups["reason"], groups["distance_low"]) == ("open", "variants-differ", "")
    assert (recruited["outcome"], recruited["reason"], recruited["distance_low"]) == ("open", "part-against-whole", "")


def test_the_terminal_says_why(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    lines = eduindex("show", "瓯海", "--targets", "-i", COVERAGE, "--sources").stdout.splitlines()
    row = next(line for line in lines if line.startswith("Public kindergarten"))
    assert row.split()[-9:] == ["≥60%", "2023", "56.67%", "2022", "open", "−3.33", "points", "[1,", "2]"]
    assert "[1] The newest comparable figure is of 2022, the target is for 2023." in lines
    assert "1 target: 0 reached, 0 missed, 1 open, 0 no figure yet." in lines
    assert sum("report-2022" in line for line in lines) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_terminal_and_no_cell_is_cut(
    eduindex, repository, monkeypatch, terminal_of, width, language
):
    monkeypatch.chdir(repository)
    words = ("show", "ouhai", "--targets", "--lang", language)
    lines = eduindex(*words, environ=terminal_of(width)).stdout.splitlines()
    assert max(wcswidth(line) for line in lines) <= width
    assert "…" not in "".join(lines)


def test_a_year_chooses_the_targets_for_it(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    for words in (("ouhai@2023",), ("ouhai", "--year", "2023")):
        document = json.loads(eduindex("show", *words, "--targets", "-f", "json").stdout)
        assert len(document["records"]) == sum(document["outcomes"].values()) > 10
        assert {one["target"]["period"] for one in document["records"]} == {"2023"}
    text = eduindex("show", "ouhai@2022", "--targets").stdout
    assert "No targets." in text
    assert re.search(r"Left out: \d+ targets for other years\.", text)


def test_a_district_without_targets_is_no_failure(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    result = eduindex("show", "zhangping", "--targets", "--lang", "zh")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "没有目标值。")


def test_all_and_targets_exclude_each_other(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    result = eduindex("show", "ouhai", "--targets", "--all")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--targets and --all exclude each other" in result.stderr


def test_all_lists_targets_among_the_figures_and_neither_leaves_them_out(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    rows = {}
    for option in ((), ("--all",)):
        text = eduindex("show", "ouhai", "-i", COVERAGE, *option, "-f", "csv").stdout
        rows[option] = [row["status"] for row in csv.DictReader(io.StringIO(text))]
    assert rows == {(): ["actual"], ("--all",): ["actual", "target"]}
    assert "1 target (--targets)" in eduindex("show", "ouhai", "-i", COVERAGE).stdout


HOSTILE = """\
district: hostile
code: "330102"
name: {zh: TEXT, en: TEXT}
sources:
  report-2023:
    title: TEXT
    published: 2024-01
entries:
  - indicator: public_kindergarten_coverage
    value: 60%
    period: 2023
    status: target
    variant: children
    scope: TEXT
    source: report-2023
    evidence: 2023年公办园覆盖率60%
    note: TEXT
  - indicator: public_kindergarten_coverage
    value: 50%
    period: 2023
    variant: places
    source: report-2023
    evidence: 2023年公办园覆盖率50%
    note: TEXT
"""


@pytest.mark.parametrize(
    "text",
    [
        "'[red]x[/red][/][link=http://example.org]y[/link]'",
        '"a\\Lb\\Pc\\u200b"',
        "'<script>alert(1)</script>'",
        "'=cmd|calc!A0'",
        "'%s {0} {ts} %(x)s'",
    ],
)
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_stays_text(workspace, eduindex, terminal_of, text, format):
    workspace.keep_indicators(3)
    workspace.write("hostile", HOSTILE.replace("TEXT", text))
    result = eduindex("show", "hostile", "--targets", "--sources", "-f", format, environ=terminal_of(80))
    assert (result.exit_code, result.stderr) == (0, "")
    assert RAW.findall(result.stdout.replace("\t", "") if format == "tsv" else result.stdout) == []
    assert "<script>" not in result.stdout or format not in ("html", "markdown")
    if format in ("csv", "tsv"):
        assert not re.search("(?m)(^|,|\t)=cmd", result.stdout)


def test_a_bad_entry_of_the_district_leaves_out_only_itself(workspace, eduindex):
    workspace.keep_indicators(3)
    workspace.write("hostile", HOSTILE.replace("TEXT", "甲") + "  - indicator: x\n")
    result = eduindex("show", "hostile", "--targets")
    assert result.exit_code == 1
    assert "1 target: 0 reached, 0 missed, 1 open" in result.stdout
    assert "samples/hostile.yaml" in result.stderr
