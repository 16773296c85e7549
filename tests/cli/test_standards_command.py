"""``standards`` from outside: what it must say of the real districts, how it ends, and that hostile text stays text."""

import csv
import io
import json
import re

import pytest
from wcwidth import wcswidth

# Everything that acts on a terminal, hides or reorders, but the line feed.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
FORMATS = ("table", "csv", "tsv", "json", "markdown", "html", "latex", "plain")


@pytest.fixture
def rows_of(eduindex, repository, monkeypatch):
    """The rows of ``standards ...`` by standard."""
    monkeypatch.chdir(repository)

    def rows(*words):
        result = eduindex("standards", *words, "-f", "csv")
        assert (result.exit_code, result.stderr) == (0, "")
        return {row["standard"]: row for row in csv.DictReader(io.StringIO(result.stdout))}

    return rows


@pytest.fixture
def notes_of(eduindex, repository, monkeypatch):
    """The notes under the table of ``standards ...``, without their marks."""
    monkeypatch.chdir(repository)

    def notes(*words):
        result = eduindex("standards", *words)
        assert (result.exit_code, result.stderr) == (0, "")
        return [re.sub(r"^\[\d+\] ", "", line) for line in result.stdout.splitlines()]

    return notes


def values(row, district, *names):
    return [row[f"{district}_{name}"] for name in names]


def test_ouhai(rows_of, notes_of):
    rows = rows_of("ouhai")
    names = ("outcome", "value", "period", "variant", "distance_low", "distance_high")
    assert values(rows["p3"], "ouhai", *names) == ["met", "56.67", "2022", "children", "6.67", "6.67"]
    assert values(rows["p2"], "ouhai", "outcome", "value", "only_target") == ["no_figure", "", "true"]
    names = ("outcome", "value", "figure_indicator", "figure_unit", "distance_low")
    growth = "general_public_education_expenditure_growth"
    assert values(rows["f1"], "ouhai", *names) == ["met", "7.78", growth, "%", ""]
    assert values(rows["f2"], "ouhai", *names) == ["met", "0.69", "per_pupil_expenditure_growth", "%", ""]
    said = notes_of("ouhai", "--lang", "en")
    assert "Ouhai: no figure; a target of ≥95% for 2023." in said
    assert "Ouhai: the printed growth of 7.78% (2022) decides." in said


def test_zhangping(rows_of, notes_of):
    rows = rows_of("zhangping")
    outcomes = {id: values(rows[id], "zhangping", "outcome", "reason") for id in ("g11a", "e9a", "e9b", "s1", "f1")}
    assert outcomes == {
        "g11a": ["undetermined", "span-lengths-differ"],
        "e9a": ["undetermined", "variants-differ"],
        "e9b": ["undetermined", "variants-differ"],
        "s1": ["met", ""],
        "f1": ["undetermined", "years-not-consecutive"],
    }
    said = notes_of("zhangping", "--lang", "en")
    assert "Zhangping: 24.43% covers 3 years (2021 to 2023); the standard asks for at least 10% in each year." in said
    assert "Zhangping: ≥Ⅲ is of another definition: provincial; the standard's is: national." in said
    said = notes_of("zhangping", "--lang", "zh")
    assert "漳平市：“24.43%”涵盖3年(2021至2023年)；标准要求每年不低于10%。" in said
    assert any(line.startswith("漳平市：“7.04亿元”(2023年)与“6.14亿元”(2019年)不是相邻两年的数字") for line in said)


def test_quzhou(rows_of, notes_of):
    rows = rows_of("quzhou")
    assert values(rows["p3"], "quzhou", "outcome", "value", "reason") == ["undetermined", "85.81", "variant-unstated"]
    assert values(rows["g15"], "quzhou", "outcome", "value", "distance_low") == ["met", "100", "15"]
    assert any(
        line.startswith("Qujiang: the definition (denominator) of 85.81% is not stated") for line in notes_of("衢江")
    )


def test_a_national_figure_below_the_threshold_meets_it(eduindex, workspace):
    """An open end counts: 低于0.15 meets <0.15."""
    workspace.copy("zhangping")
    path = workspace.samples / "zhangping.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("variant: provincial", "variant: national"), "utf-8")
    result = eduindex("standards", "zhangping", "-d", "outcomes", "-f", "csv")
    rows = {row["standard"]: row for row in csv.DictReader(io.StringIO(result.stdout))}
    assert values(rows["e9b"], "zhangping", "outcome", "low", "high") == ["met", "0", "0.15"]
    assert values(rows["e9a"], "zhangping", "outcome", "value", "distance_low") == ["met", "Ⅲ", ""]


def test_several_districts_make_a_matrix(rows_of, eduindex, terminal_of):
    rows = rows_of("quzhou", "ouhai", "zhangping")
    assert [rows["p3"][f"{id}_outcome"] for id in ("quzhou", "ouhai", "zhangping")] == [
        *("undetermined", "met", "no_figure"),
    ]
    shown = eduindex("standards", "quzhou", "ouhai", "-i", "公办园覆盖率", environ=terminal_of(120)).stdout
    row = next(line for line in shown.splitlines() if line.startswith("p3 "))
    assert "undetermined 85.81% (2023) [1, 2]" in row
    assert "met 56.67% (by children, 2022)" in row


def test_tidy_rows_carry_the_evidence(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    result = eduindex("standards", "ouhai", "zhangping", "-f", "csv", "--tidy")
    rows = {(row["standard"], row["district"]): row for row in csv.DictReader(io.StringIO(result.stdout))}
    held = rows[("g11a", "zhangping")]
    assert (held["printed"], held["value"], held["reason"]) == ("24.43%", "24.43", "span-lengths-differ")
    assert "24.43%" in held["evidence"]
    assert rows[("g11a", "ouhai")]["evidence"] == ""


def test_no_figure_in_json_is_without_its_evidence(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    document = json.loads(eduindex("standards", "ouhai", "zhangping", "quzhou", "-f", "json").stdout)
    figures = [
        record[name] for record in document["records"] for name in ("figure", "previous", "target") if record[name]
    ]
    assert len(figures) > 8
    assert all(one["evidence"] and one["source"]["title"] for figure in figures for one in figure["observations"])
    standards = {record["standard"]["id"]: record["standard"] for record in document["records"]}
    assert standards["p3"]["number"] == "教督〔2020〕1号"
    assert standards["s1"]["number"] is None
    open_ones = [record for record in document["records"] if record["outcome"] == "undetermined"]
    assert all(record["reasons"] and record["explanation"] for record in open_ones)


def test_a_year_may_be_chosen_for_all_or_for_one(rows_of):
    assert rows_of("ouhai", "--year", "2021")["p3"]["ouhai_outcome"] == "no_figure"
    assert rows_of("quzhou@2022", "-d", "preschool")["p3"]["quzhou@2022_value"] == "27"
    rows = rows_of("ouhai@2022", "ouhai", "--year", "2021")
    assert (rows["p3"]["ouhai@2022_outcome"], rows["p3"]["ouhai_outcome"]) == ("met", "no_figure")


def test_sources_are_listed_on_request(notes_of):
    assert any("report-2022" in line for line in notes_of("ouhai", "--sources"))
    assert not any("report-2022" in line for line in notes_of("ouhai"))


def test_indicators_without_a_standard_are_an_answer(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    result = eduindex("standards", "ouhai", "-d", "governance")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "There are no standards for these indicators." in result.stdout


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--year", "2022"), "--year and --sources are about figures: name a DISTRICT"),
        (("--sources", "-d", "preschool"), "--year and --sources are about figures: name a DISTRICT"),
        (("-i", "nothing"), "no such indicator"),
        (("",), "there is no such district"),
        (("nowhere",), "there is no such district"),
        (("ouhai", "瓯海"), "the same district is named twice"),
        (("ouhai", "-i", "nothing"), "no such indicator"),
    ],
)
def test_wrong_use(eduindex, repository, monkeypatch, words, complaint):
    monkeypatch.chdir(repository)
    result = eduindex("standards", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in result.stderr


DOCUMENT_FIELDS = ("document", "number", "attested")


def test_alone_it_lists_the_standards_of_the_catalogue(rows_of, eduindex):
    rows = rows_of()
    names = ("level", "indicator", "required_variant", "operator", "threshold", "per_year", "due")
    assert len(rows) == 18
    assert [rows["p3"][name] for name in names] == [
        *("county", "public_kindergarten_coverage", "children", "at_least", "50%", "false", ""),
    ]
    assert [rows["x1"][name] for name in names] == [
        *("national", "disabled_children_enrolment_rate", "", "at_least", "97%", "false", "2025"),
    ]
    assert rows["g11a"]["per_year"] == "true"
    assert rows["g11a"]["note"].startswith("Of the teachers eligible to move")
    assert [rows["s1"][name] for name in DOCUMENT_FIELDS][1:] == ["", "provision"]
    assert [rows["f1"][name] for name in DOCUMENT_FIELDS][1:] == ["国办发〔2018〕82号", "secondary"]
    assert {row["used"] for row in rows.values()} == {"true"}
    document = json.loads(eduindex("standards", "-f", "json").stdout)
    assert (document["schema_version"], document["command"]) == (1, "standards")
    assert [one["id"] for one in document["records"]] == list(rows)


def test_the_list_is_narrowed_by_dimension_and_indicator_and_by_the_growth_that_settles_it(rows_of):
    assert list(rows_of("-d", "preschool")) == ["p1", "p2", "p3"]
    assert list(rows_of("-i", "公办园覆盖率", "-i", "teacher_rotation_rate")) == ["p3", "g11a"]
    assert list(rows_of("-i", "general_public_education_expenditure_growth")) == ["f1"]
    assert list(rows_of("-d", "governance")) == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_comes_in_every_format(eduindex, repository, monkeypatch, format, language):
    monkeypatch.chdir(repository)
    result = eduindex("standards", "-f", format, "--lang", language)
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(id in result.stdout for id in ("p3", "g11a", "教督〔2020〕1号"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [20, 57, 80, 120, 160])
def test_the_list_keeps_the_width_of_the_terminal(eduindex, repository, monkeypatch, terminal_of, width, language):
    monkeypatch.chdir(repository)
    result = eduindex("standards", "--lang", language, environ=terminal_of(width))
    assert (result.exit_code, result.stderr) == (0, "")
    assert max(wcswidth(line) for line in result.stdout.splitlines()) <= width
    assert "…" not in result.stdout
    assert "教督〔2017〕6号" in re.sub(r"\s", "", result.stdout)


def test_a_standard_that_nobody_has_seen_is_listed_and_not_used(eduindex, workspace):
    workspace.copy("ouhai")
    catalogue = workspace.root / "indicators.yaml"
    text = catalogue.read_text(encoding="utf-8")
    head, p3, rest = text.partition("\n  p3:")
    catalogue.write_text(head + p3 + rest.replace("attested: provision", "attested: none", 1), encoding="utf-8")
    listed = {row["standard"]: row for row in csv.DictReader(io.StringIO(eduindex("standards", "-f", "csv").stdout))}
    assert (listed["p3"]["attested"], listed["p3"]["used"], listed["p2"]["used"]) == ("none", "false", "true")
    row = next(line for line in eduindex("standards").stdout.splitlines() if line.startswith("p3 "))
    assert "nowhere: not used" in row
    held = csv.DictReader(io.StringIO(eduindex("standards", "ouhai", "-f", "csv").stdout))
    assert "p3" not in {row["standard"] for row in held}


def test_a_file_that_cannot_be_read_is_a_problem_where_it_is_named(eduindex, workspace):
    workspace.copy("ouhai")
    workspace.write("hostile", "a: [")
    assert eduindex("standards", "ouhai").exit_code == 0
    named = eduindex("standards", "ouhai", "hostile")
    assert (named.exit_code, named.stdout) == (1, "")


@pytest.mark.parametrize("districts", [("zhangping",), ("zhangping", "ouhai"), ("quzhou", "ouhai", "zhangping")])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [30, 60, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal_and_no_cell_is_cut(
    eduindex, repository, monkeypatch, terminal_of, width, language, districts
):
    monkeypatch.chdir(repository)
    result = eduindex("standards", *districts, "--lang", language, environ=terminal_of(width))
    assert (result.exit_code, result.stderr) == (0, "")
    assert max(wcswidth(line) for line in result.stdout.splitlines()) <= width
    assert "…" not in result.stdout
    together = re.sub(r"\s", "", result.stdout)
    assert "24.43%" in together
    assert {"zh": "2021至2023年", "en": "2021to2023"}[language] in together


STANDARDS = """\
standards:
  p3:
    level: county
    indicator: public_kindergarten_coverage
    variant: places
    at_least: 50%
    document: {zh: %s, en: %s}
    number: %s
    attested: provision
    note: {zh: %s, en: %s}
"""
DISTRICT = """\
district: hostile
code: "330102"
name: {zh: %s, en: %s}
sources:
  report:
    title: %s
entries:
  - indicator: public_kindergarten_coverage
    value: 70%%
    period: 2023
    source: report
    evidence: 2023年公办园覆盖率70%%
    variant: children
    scope: {zh: %s, en: %s}
    note: %s
"""
HOSTILE = {
    "rich markup": "[red]x[/red][/][link=http://example.org]y[/link][[b]",
    "emoji code": ":smile: :bomb:",
    "zero width": "a\u200bb\u200dc\u2060d",
    "html": "<script>alert(1)</script>&amp;",
    "latex": r"\input{x}$x$%#_{}~^&",
    "formula": "=cmd|/C calc!A0",
    "markdown": "| a | b |",
    "template": "%s {0} {name} {figure} %(x)s",
    "2,000 letters": "字" * 2000,
}


@pytest.fixture
def with_text(workspace):
    """Writes a workspace whose names, notes and documents are all one text."""

    def write(text):
        workspace.keep_indicators(3)
        quoted = f"'{text}'"
        catalogue = workspace.root / "indicators.yaml"
        head = catalogue.read_text(encoding="utf-8").partition("\nstandards:")[0].rstrip("\n")
        with_standards = head + "\n" + STANDARDS.replace("50%", "50%%") % ((quoted,) * 5)
        catalogue.write_text(with_standards, encoding="utf-8")
        workspace.write("hostile", DISTRICT % ((quoted,) * 6))

    return write


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_stays_text(eduindex, with_text, text, format):
    with_text(text)
    for settings in ({}, {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80"}):
        result = eduindex("standards", "hostile", "--sources", "-f", format, environ=settings)
        assert (result.exit_code, result.stderr) == (0, "")
        assert RAW.findall(result.stdout.replace("\t", "")) == []
        assert "<script" not in result.stdout or format not in ("html", "markdown")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_stays_text_in_the_list(eduindex, with_text, text, format):
    with_text(text)
    for settings in ({}, {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80"}):
        result = eduindex("standards", "-f", format, environ=settings)
        assert (result.exit_code, result.stderr) == (0, "")
        assert RAW.findall(result.stdout.replace("\t", "")) == []
        assert "<script" not in result.stdout or format not in ("html", "markdown")
        if format in ("csv", "tsv"):
            assert not re.search("(?m)(^|,|\t)=cmd", result.stdout)


def test_markup_is_printed_as_it_is_written(eduindex, with_text):
    markup = HOSTILE["rich markup"]
    with_text(markup)
    for settings in ({}, {"FORCE_COLOR": "1", "COLUMNS": "2000"}):
        # title, value, three notes on the figure, one on the standard, the closing line and the document
        assert eduindex("standards", "hostile", environ=settings).stdout.count(markup) >= 8


@pytest.mark.parametrize("formula", ["=1+1", "@x", "+1", "＝1"])
@pytest.mark.parametrize("shape", [(), ("--tidy",)])
def test_no_cell_is_a_formula(eduindex, with_text, formula, shape):
    with_text(formula)
    result = eduindex("standards", "hostile", "-f", "csv", *shape)
    cells = [cell for row in csv.reader(io.StringIO(result.stdout)) for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+@＝") - {""}] == []
    assert any(cell.startswith("'") for cell in cells)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_json_stays_json(eduindex, with_text, text):
    with_text(text)
    (record,) = json.loads(eduindex("standards", "hostile", "-f", "json").stdout)["records"]
    assert (record["outcome"], record["reasons"]) == ("undetermined", ["variants-differ", "part-against-whole"])
