"""``rank`` from outside: what it must say of the real districts, every option, how it ends, and workspaces of any kind."""

import csv
import io
import json
import re
from itertools import pairwise

import pytest
from wcwidth import wcswidth

PARTICIPATION = "after_school_student_participation"
STUDIOS = "master_teacher_studios"
COVERAGE = "public_kindergarten_coverage"
FIVE = {"luyang", "ouhai", "quzhou", "yunzhou", "zhangping"}
# Everything that acts on a terminal, hides or reorders, but the line feed.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
FORMATS = ("table", "csv", "tsv", "json", "markdown", "html", "latex", "plain")


def rows_in(text):
    return list(csv.DictReader(io.StringIO(text)))


def ranks(rows):
    """The districts with their ranks, in order; None for those not ranked."""
    return {
        row["district"]: (int(row["rank_best"]), int(row["rank_worst"])) if row["rank_best"] else None for row in rows
    }


def reasons(rows):
    return {row["district"]: row["reason"] for row in rows if row["reason"]}


@pytest.fixture
def rows_of(eduindex, repository, monkeypatch):
    """The rows of ``rank ... -f csv`` in the checkout."""
    monkeypatch.chdir(repository)

    def rows(*words):
        result = eduindex("rank", *words, "-f", "csv")
        assert (result.exit_code, result.stderr) == (0, "")
        return rows_in(result.stdout)

    return rows


@pytest.fixture
def lines_of(eduindex, repository, monkeypatch, terminal_of):
    """The lines of ``rank ...`` on a terminal, in the checkout."""
    monkeypatch.chdir(repository)

    def lines(*words, width=120):
        result = eduindex("rank", *words, environ=terminal_of(width))
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout.splitlines()

    return lines


# What it must say of the five districts


def test_a_bound_and_a_number_inside_it_both_hold_the_first_two_ranks(rows_of, lines_of):
    rows = rows_of(PARTICIPATION)
    assert ranks(rows) == {"luyang": (1, 2), "zhangping": (1, 2), "ouhai": None, "quzhou": None, "yunzhou": None}
    assert reasons(rows) == dict.fromkeys(("ouhai", "quzhou", "yunzhou"), "no-figure")
    assert [(row["printed"], row["ranked"]) for row in rows[:2]] == [("95%以上", "2"), ("98.20%", "2")]
    lines = lines_of(PARTICIPATION)
    assert "2 of 5 districts ranked" in lines[0]
    assert [line.split()[:3] for line in lines if line.lstrip().startswith("1–2")] == [
        ["1–2", "Luyang", "≥95%"],
        ["1–2", "Zhangping", "98.20%"],
    ]
    assert "No figure: Ouhai, Qujiang, Yunzhou." in lines


def test_studios_of_three_kinds_stay_unranked(rows_of, lines_of):
    rows = rows_of(STUDIOS)
    assert ranks(rows) == {"zhangping": (1, 1), "yunzhou": (2, 2), "luyang": None, "ouhai": None, "quzhou": None}
    assert [(row["value"], row["reason"]) for row in rows[:3]] == [("41", ""), ("14", ""), ("108", "not-comparable")]
    assert rows[2]["caveats"] == "variants-differ"
    lines = lines_of(STUDIOS)
    place = lines.index("Not ranked")
    assert lines[place + 1].split()[:3] == ["–", "Luyang", "108"]
    assert any(line.startswith("[") and "definition" in line for line in lines)


@pytest.mark.parametrize(
    ("indicator", "digits"),
    [
        ("modernisation_grade", 2),
        ("modernisation_provincial_rank", 2),
        ("quality_monitoring_level", 2),
        ("junior_secondary_city_rank", 4),
        ("graded_kindergarten_coverage", 2),
    ],
)
def test_what_ends_at_a_border_is_never_ranked_across_it(rows_of, indicator, digits):
    codes = {"luyang": "340103", "ouhai": "330304", "quzhou": "330803", "yunzhou": "140215", "zhangping": "350881"}
    rows = rows_of(indicator)
    ranked = {codes[row["district"]][:digits] for row in rows if row["rank_best"]}
    assert len(ranked) <= 1
    assert {row["district"] for row in rows} == FIVE


def test_grades_inside_a_province_are_ranked(rows_of):
    rows = rows_of("modernisation_grade")
    assert ranks(rows) == {"ouhai": (1, 1), "quzhou": (2, 2), "luyang": None, "yunzhou": None, "zhangping": None}
    assert [row["value"] for row in rows[:2]] == ["A", "B"]


GRADED = """\
district: {id}
code: "{code}"
name: {{zh: {id}县, en: County {id}}}
within: {{zh: {within}, en: somewhere}}
sources:
  report-2023:
    title: A report
    published: 2024-01
entries:
  - indicator: modernisation_grade
    value: {grade}
    period: 2023
    source: report-2023
    evidence: 2023年教育现代化监测{grade}
  - indicator: junior_secondary_city_rank
    value: {place}
    period: 2023
    source: report-2023
    evidence: 2023年初中教学质量全市{place}
"""


def test_grades_of_three_provinces_are_three_groups_and_places_end_at_the_city(eduindex, workspace):
    said = [
        ("a", "330102", "A等", "第一"),
        ("b", "330103", "B等", "第二"),
        ("c", "330202", "A等", "第一"),
        ("d", "340102", "A等", "第三"),
        ("e", "340103", "C等", "第四"),
        ("f", "350102", "A等", "第五"),
        ("g", "", "A等", "第六"),
    ]
    for id, code, grade, place in said:
        text = GRADED.format(id=id, code=code, within="浙江省", grade=grade, place=place)
        workspace.write(id, text if code else text.replace('code: ""\n', ""))
    rows = rows_in(eduindex("rank", "modernisation_grade", "-f", "csv").stdout)
    assert ranks(rows) == {"a": (1, 1), "c": (1, 1), "b": (3, 3), "d": None, "e": None, "f": None, "g": None}
    assert {row["district"]: row["caveats"] for row in rows if not row["rank_best"]} == {
        **dict.fromkeys("def", "scheme-ends-at-border"),
        "g": "division-code-missing",
    }
    rows = rows_in(eduindex("rank", "modernisation_grade", "--group", "2", "-f", "csv").stdout)
    assert {id: rank for id, rank in ranks(rows).items() if rank} == {"d": (1, 1), "e": (2, 2)}
    rows = rows_in(eduindex("rank", "junior_secondary_city_rank", "-f", "csv").stdout)
    assert {id: rank for id, rank in ranks(rows).items() if rank} == {"a": (1, 1), "b": (2, 2)}
    rows = rows_in(eduindex("rank", "junior_secondary_city_rank", "--group", "2", "-f", "csv").stdout)
    assert {id: rank for id, rank in ranks(rows).items() if rank} == {"d": (1, 1), "e": (2, 2)}


# Which periods, means and plans


def test_a_year_takes_the_figures_of_that_year(rows_of):
    assert {id: rank for id, rank in ranks(rows_of(COVERAGE)).items() if rank} == {"quzhou": (1, 1), "ouhai": (2, 2)}
    rows = rows_of(COVERAGE, "--year", "2022")
    assert ranks(rows)["ouhai"] == (1, 1)
    assert {row["period"] for row in rows if row["rank_best"]} == {"2022"}
    assert reasons(rows_of(COVERAGE, "--year", "1999")) == {
        **dict.fromkeys(("ouhai", "quzhou"), "other-period"),
        **dict.fromkeys(("luyang", "yunzhou", "zhangping"), "no-figure"),
    }


def test_the_same_period_is_found(rows_of, lines_of):
    rows = rows_of(COVERAGE, "--same-period")
    assert [(row["district"], row["value"], row["period"]) for row in rows if row["rank_best"]] == [
        ("ouhai", "56.67", "2022"),
        ("quzhou", "27", "2022"),
    ]
    assert "2022" in lines_of(COVERAGE, "--same-period")[0]
    assert not any("periods differ" in line for line in lines_of(COVERAGE, "--same-period"))
    assert "The reference periods differ (2022 to 2023); --same-period ranks one period." in lines_of(COVERAGE)
    assert "时期不同(2022至2023年)；--same-period 只排同一时期。" in lines_of(COVERAGE, "--lang", "zh")


def test_sums_of_several_years_are_ranked_as_means_on_request(rows_of, lines_of):
    assert set(ranks(rows_of("teachers_recruited")).values()) == {None}
    rows = rows_of("teachers_recruited", "--per-year")
    assert [(row["district"], row["value"], row["per_year"]) for row in rows if row["rank_best"]] == [
        ("luyang", "251", ""),
        ("zhangping", "120.8", "5"),
    ]
    assert any("--per-year" in line for line in lines_of("teachers_recruited"))


def test_plans_count_on_request_only(rows_of, lines_of):
    assert any(line.startswith("Only a target") for line in lines_of("inclusive_kindergarten_coverage"))
    assert reasons(rows_of("inclusive_kindergarten_coverage"))["ouhai"] == "only-target"
    rows = rows_of("inclusive_kindergarten_coverage", "--targets")
    assert {row["district"]: (row["reason"], row["status"]) for row in rows}["ouhai"] == ("alone", "target")


# Areas


@pytest.mark.parametrize("area", ["浙江省", "浙江", "Zhejiang", "ZHEJIANG", "33", "330000", "３３"])
def test_only_districts_of_an_area_are_ranked(rows_of, area):
    assert set(ranks(rows_of(COVERAGE, "--within", area))) == {"quzhou", "ouhai"}


@pytest.mark.parametrize("area", ["温州市", "温州", "Wenzhou", "3303", "330300"])
def test_nobody_is_ranked_alone(rows_of, area):
    rows = rows_of(COVERAGE, "--within", area)
    assert reasons(rows) == {"ouhai": "alone"}


def test_an_area_narrows_the_list_of_indicators_too(rows_of):
    everywhere, inside = (
        {row["indicator"]: int(row["districts"]) for row in rows_of(*words)} for words in ((), ("--within", "浙江"))
    )
    assert set(inside) < set(everywhere)
    assert max(inside.values()) == 2
    assert all(number <= everywhere[id] for id, number in inside.items())


def test_an_area_in_which_nobody_lies_is_wrong_use(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    result = eduindex("rank", COVERAGE, "--within", "浙江者")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no district lies within" in result.stderr
    assert "did you mean 浙江省" in result.stderr
    result = eduindex("rank", "--within", "99")
    assert (result.exit_code, result.stdout) == (2, "")
    for area in ("", " ", "省"):
        result = eduindex("rank", COVERAGE, "--within", area)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "there are districts in: " in result.stderr


# The first ones, other groups, sources, files


def test_the_first_ones(rows_of, lines_of):
    assert list(ranks(rows_of(STUDIOS, "--top", "1"))) == ["zhangping"]
    assert list(ranks(rows_of(PARTICIPATION, "--top", "1"))) == ["luyang", "zhangping"]  # both may be the first
    lines = lines_of(STUDIOS, "--top", "1")
    assert "1 more ranked, 3 not ranked." in lines
    assert "Not ranked" not in lines
    assert lines_of(STUDIOS, "--top", "1", "--lang", "zh")[-1] == "另有1个已排名未列出，未排名3个。"


def test_the_first_of_nobody_are_all_that_there_is_to_tell(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    for format in ("table", "csv", "json"):
        cut, whole = (
            eduindex("rank", "teachers_recruited", *options, "-f", format) for options in (("--top", "1"), ())
        )
        assert (cut.exit_code, cut.stderr) == (0, "")
        assert cut.stdout == whole.stdout


def test_sources_are_listed_on_request(lines_of):
    assert not any("report-2023:" in line for line in lines_of(STUDIOS))
    assert sum("report-20" in line for line in lines_of(STUDIOS, "--sources", width=200)) == 3


def test_a_file_takes_the_format_of_its_ending(eduindex, repository, monkeypatch, tmp_path):
    monkeypatch.chdir(repository)
    for ending in ("csv", "json", "md", "html"):
        path = tmp_path / f"ranking.{ending}"
        result = eduindex("rank", STUDIOS, "-o", str(path))
        assert (result.exit_code, result.stdout) == (0, "")
        assert "41" in path.read_text(encoding="utf-8")
    assert rows_in((tmp_path / "ranking.csv").read_text(encoding="utf-8"))[0]["district"] == "zhangping"
    assert eduindex("rank", STUDIOS, "-f", "csv", "--bom").stdout.startswith("\ufeff")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_codes_and_numbers_are_the_same_in_every_language_and_format(eduindex, repository, monkeypatch, language):
    monkeypatch.chdir(repository)
    comma, tab = (eduindex("rank", STUDIOS, "--lang", language, "-f", name).stdout for name in ("csv", "tsv"))
    rows = rows_in(comma)
    assert list(csv.DictReader(io.StringIO(tab), delimiter="\t")) == rows
    assert [(row["district"], row["rank_best"], row["value"], row["reason"]) for row in rows] == [
        ("zhangping", "1", "41", ""),
        ("yunzhou", "2", "14", ""),
        ("luyang", "", "108", "not-comparable"),
        ("ouhai", "", "", "no-figure"),
        ("quzhou", "", "", "no-figure"),
    ]
    document = json.loads(eduindex("rank", STUDIOS, "--lang", language, "-f", "json").stdout)
    assert [one["district"] for one in (*document["records"], *document["unranked"])] == [
        row["district"] for row in rows
    ]
    assert all(one["evidence"] and one["source"]["title"] for one in document["records"])
    assert document["records"][0]["observations"][0]["file"] == "samples/zhangping.yaml"


@pytest.mark.parametrize("format", ["markdown", "html", "latex", "plain", "table"])
def test_a_pipe_gets_no_bars(eduindex, repository, monkeypatch, format):
    monkeypatch.chdir(repository)
    text = eduindex("rank", STUDIOS, "-f", format).stdout
    assert not {"━", "┄"} & set(text)
    assert "41" in text


# What can be ranked at all


def test_alone_it_says_what_can_be_ranked_and_over_how_many_districts(rows_of, lines_of):
    rows = {row["indicator"]: row for row in rows_of()}
    rankable = {id for id, row in rows.items() if int(row["rankable"])}
    assert lines_of()[0].startswith(f"{len(rankable)} indicators can be ranked")
    assert lines_of("--lang", "zh")[0].startswith(f"{len(rankable)}个指标可以排名")
    assert (rows[STUDIOS]["districts"], rows[STUDIOS]["rankable"]) == ("3", "2")
    assert (rows["education_groups"]["districts"], rows["education_groups"]["rankable"]) == ("4", "0")
    assert "students_enrolled" in rows
    assert all(int(row["districts"]) >= int(row["rankable"]) for row in rows.values())


def test_what_it_says_agrees_with_the_ranking(rows_of):
    for row in rows_of("-d", "preschool"):
        ranked = [one for one in rows_of(row["indicator"]) if one["rank_best"]]
        assert len(ranked) == int(row["rankable"])


def test_it_may_be_narrowed_and_depends_on_the_options(rows_of):
    preschool = [row["indicator"] for row in rows_of("-d", "preschool")]
    assert COVERAGE in preschool
    assert STUDIOS not in preschool
    assert [row["indicator"] for row in rows_of("-i", "名师工作室数", "-i", COVERAGE)] == [COVERAGE, STUDIOS]
    assert [row["rankable"] for row in rows_of("-i", "teachers_recruited")] == ["0"]
    assert [row["rankable"] for row in rows_of("-i", "teachers_recruited", "--per-year")] == ["2"]
    assert rows_of("-i", COVERAGE, "--year", "1999") == []
    assert "inclusive_kindergarten_coverage" not in preschool
    assert "inclusive_kindergarten_coverage" in [row["indicator"] for row in rows_of("--targets")]


def test_an_indicator_may_be_named_by_its_chinese_or_english_name(rows_of):
    assert rows_of("名师工作室数") == rows_of(STUDIOS) == rows_of("Master-teacher studios")


# Wrong use


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("publik_kindergarten_coverage",), f"did you mean {COVERAGE}"),
        (("公办覆盖率",), "did you mean 公办园覆盖率?"),
        (("zzz",), "`eduindex indicators` lists them"),
        ((COVERAGE, "-d", "preschool"), "-d and -i narrow the list of indicators"),
        ((COVERAGE, "-i", STUDIOS), "-d and -i narrow the list of indicators"),
        (("-d", "preschol"), "did you mean preschool"),
        (("--top", "3"), "need an INDICATOR"),
        (("--group", "2"), "need an INDICATOR"),
        (("--sources",), "need an INDICATOR"),
        ((COVERAGE, "--top", "0"), "--top"),
        ((COVERAGE, "--top", "-1"), "--top"),
        ((COVERAGE, "--top", "x"), "--top"),
        ((COVERAGE, "--group", "0"), "--group"),
        ((COVERAGE, "--group", "2"), "there is no group 2: 1 can be ranked"),
        (("students_enrolled", "--group", "1"), "there is no group 1: 0 can be ranked"),
        ((COVERAGE, "--year", "2022", "--same-period"), "--same-period seeks the period itself"),
        ((COVERAGE, "--year", "22"), "--year"),
        ((COVERAGE, "-f", "pdf"), "--format"),
        ((COVERAGE, STUDIOS), "unexpected extra argument"),
    ],
)
def test_wrong_use(eduindex, repository, monkeypatch, words, complaint):
    monkeypatch.chdir(repository)
    result = eduindex("rank", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in result.stderr


# Widths


@pytest.mark.parametrize("indicator", [STUDIOS, PARTICIPATION, "school_construction_investment", "modernisation_grade"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_cell_is_cut(lines_of, width, language, indicator):
    lines = lines_of(indicator, "--lang", language, width=width)
    assert max(wcswidth(line) for line in lines) <= width
    assert "…" not in "".join(lines)


@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nor_is_any_of_the_list_of_indicators(lines_of, width, language):
    lines = lines_of("--lang", language, width=width)
    assert max(wcswidth(line) for line in lines) <= width
    assert "…" not in "".join(lines)
    if width >= 80:  # what can be typed is on one line
        assert all(any(id in line for line in lines) for id in (STUDIOS, "migrant_children_local_enrolment_rate"))


# Workspaces of any kind


def test_a_workspace_without_districts_ranks_nobody(eduindex, workspace):
    for format in FORMATS:
        result = eduindex("rank", COVERAGE, "-f", format)
        assert (result.exit_code, result.stderr) == (0, "")
        assert eduindex("rank", "-f", format).exit_code == 0
    assert eduindex("rank", COVERAGE).stdout.startswith("Public kindergarten coverage: no ranking (0 districts)\n")
    for language, none in (
        ("en", "No indicator can be ranked: no two districts are comparable"),
        ("zh", "没有可以排名的指标：没有两个区县可比"),
    ):
        assert eduindex("rank", "--lang", language).stdout.splitlines()[0] == none


def test_one_district_is_told_in_english(eduindex, workspace, district_text):
    workspace.write("alpha", district_text("alpha"))
    assert eduindex("rank", COVERAGE).stdout.startswith("Public kindergarten coverage: no ranking (1 district)\n")


def test_a_broken_file_is_left_out_and_told(eduindex, workspace):
    workspace.copy("ouhai", "quzhou")
    sound = eduindex("rank", COVERAGE, "-f", "json")
    workspace.write("broken", "a: [")
    result = eduindex("rank", COVERAGE, "-f", "json")
    assert (result.exit_code, result.stdout) == (0, sound.stdout)
    assert "samples/broken.yaml:1:4: T006" in result.stderr
    assert eduindex("rank").exit_code == 0


def test_a_bad_entry_leaves_out_only_itself(eduindex, workspace, district_text):
    workspace.write("alpha", district_text("alpha", "80%"))
    workspace.write("beta", district_text("beta", "70%") + "  - indicator: nonsense\n    value: 1%\n")
    result = eduindex("rank", COVERAGE, "-f", "csv")
    assert result.exit_code == 0
    assert ranks(rows_in(result.stdout)) == {"alpha": (1, 1), "beta": (2, 2)}
    assert "samples/beta.yaml:15:" in result.stderr
    assert "alpha" not in result.stderr


def test_files_that_nobody_named_earn_notices_and_only_a_few(eduindex, workspace, district_text):
    workspace.write("alpha", district_text("alpha", "80%"))
    for number in range(20):
        workspace.write(f"broken{number:02}", "a: [")
    for words in ((COVERAGE,), (), (COVERAGE, "--within", "33")):
        lines = eduindex("rank", *words).stderr.splitlines()
        assert all(line.startswith("notice: ") for line in lines)
        assert [line.split(":")[2].strip() for line in lines[:3]] == [f"samples/broken0{n}.yaml" for n in range(3)]
        assert lines[3].startswith("notice: 17 more faults")
        assert len(lines) == 4


def test_a_file_whose_ending_hides_it_is_told(eduindex, workspace, district_text):
    workspace.write("alpha", district_text("alpha", "80%"))
    workspace.write("beta", district_text("beta", "70%")).rename(workspace.samples / "beta.yml")
    assert "samples/beta.yml: S005" in eduindex("rank", COVERAGE).stderr


def test_a_broken_file_is_told_where_only_an_area_is_ranked(eduindex, workspace):
    workspace.copy("ouhai", "quzhou")
    workspace.write("broken", "a: [")
    assert "samples/broken.yaml" in eduindex("rank", COVERAGE, "--within", "33").stderr


def test_a_broken_catalogue_is_a_problem(eduindex, workspace):
    (workspace.root / "indicators.yaml").write_text("eduindex: 1\ndistricts: samples\nx: [\n", encoding="utf-8")
    result = eduindex("rank", COVERAGE)
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_district_without_a_place_is_found_by_its_code(eduindex, workspace, district_text):
    workspace.keep_indicators(3)
    workspace.write("alpha", district_text("alpha", "80%", code="330102"))
    workspace.write("beta", district_text("beta", "70%", code="330202"))
    workspace.write("gamma", district_text("gamma", "60%", code="340102").replace('code: "340102"\n', ""))
    assert set(ranks(rows_in(eduindex("rank", COVERAGE, "--within", "33", "-f", "csv").stdout))) == {"alpha", "beta"}
    assert set(ranks(rows_in(eduindex("rank", COVERAGE, "--within", "3301", "-f", "csv").stdout))) == {"alpha"}
    assert set(ranks(rows_in(eduindex("rank", COVERAGE, "-f", "csv").stdout))) == {"alpha", "beta", "gamma"}


def test_an_area_holds_the_same_districts_by_its_name_and_by_its_code(eduindex, workspace, district_text):
    workspace.keep_indicators(3)
    placed = district_text("alpha", "80%", code="330102").replace("sources:", "within: 浙江省杭州市\nsources:")
    workspace.write("alpha", placed)
    workspace.write("beta", district_text("beta", "70%", code="330202"))
    by_name, by_code = (eduindex("rank", COVERAGE, "--within", area, "-f", "csv").stdout for area in ("浙江", "33"))
    assert by_name == by_code


HOSTILE = """\
district: {id}
code: "330102"
name: {{zh: TEXT, en: TEXT}}
within: {{zh: TEXT, en: TEXT}}
sources:
  report:
    title: TEXT
    published: 2024-01
entries:
  - indicator: public_kindergarten_coverage
    value: {value}
    period: 2023
    variant: children
    source: report
    evidence: 2023年公办园覆盖率{value}
    note: TEXT
  - indicator: public_kindergarten_coverage
    value: 1%
    period: 2023
    variant: children
    scope: TEXT
    source: report
    evidence: 2023年公办园覆盖率1%
    note: TEXT
"""
TEXTS = {
    "rich markup": "[red]x[/red][/][link=http://example.org]y[/link][[b]",
    "emoji code": ":smile: :bomb:",
    "zero width": "a\u200bb\u200dc\u2060d",
    "html": "<script>alert(1)</script>&amp;",
    "latex": r"\input{x}$x$%#_{}~^&",
    "formula": "=cmd|/C calc!A0",
    "markdown": "| a | b |",
    "template": "%s {0} {name} {ranked} %(x)s",
    "2,000 letters": "字" * 2000,
}


@pytest.fixture
def with_text(workspace):
    """Two districts whose names, places, scopes, notes and sources are all one text."""

    def write(text):
        workspace.keep_indicators(3)
        for id, value in (("alpha", "80%"), ("beta", "70%以上")):
            workspace.write(id, HOSTILE.format(id=id, value=value).replace("TEXT", f"'{text}'"))

    return write


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_stays_text(eduindex, with_text, terminal_of, text, format):
    with_text(text)
    for settings in ({}, terminal_of(80)) if format == "table" else ({},):
        result = eduindex("rank", COVERAGE, "--sources", "-f", format, environ=settings)
        assert (result.exit_code, result.stderr) == (0, "")
        assert RAW.findall(result.stdout.replace("\t", "")) == []
        assert "<script" not in result.stdout or format not in ("html", "markdown")
        assert result.stdout.count("70") >= 1


def test_markup_is_printed_as_it_is_written(eduindex, with_text, terminal_of):
    markup = TEXTS["rich markup"]
    with_text(markup)
    for settings in ({}, terminal_of(2000)):
        # two names, two notes with the name before them, the figures not used, two sources
        assert eduindex("rank", COVERAGE, "--sources", environ=settings).stdout.count(markup) >= 8


@pytest.mark.parametrize("formula", ["=1+1", "@x", "+1", "＝1"])
def test_no_cell_is_a_formula(eduindex, with_text, formula):
    with_text(formula)
    cells = [cell for row in csv.reader(io.StringIO(eduindex("rank", COVERAGE, "-f", "csv").stdout)) for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+@＝") - {""}] == []
    assert any(cell.startswith("'") for cell in cells)


def test_a_hostile_area_is_shown_harmlessly(eduindex, with_text):
    with_text(TEXTS["rich markup"])
    for area in ("\x1b[31m", "[red]x", "\u202e", "x" * 10_000, "%s{0}"):
        result = eduindex("rank", COVERAGE, "--within", area)
        assert (result.exit_code, result.stdout) == (2, "")
        assert RAW.findall(result.stderr) == []
        assert len(result.stderr) < 2000


@pytest.mark.parametrize("name", ["ev\x1b[31mil\n\u202e", "[red]x[bold]", "a b", "-x"])
def test_a_hostile_file_name_is_shown_harmlessly(eduindex, workspace, name):
    workspace.copy("ouhai", "quzhou")
    workspace.write(name, "a: [")
    result = eduindex("rank", COVERAGE)
    assert result.exit_code == 0
    assert RAW.findall(result.stdout + result.stderr) == []
    assert "T006" in result.stderr


# Many districts, which are read by their layout

MANY = """\
district: {id}
code: "{code}"
name: {{zh: {id}县, en: County {id}}}
within: {{zh: {within}, en: {province}}}
sources:
  report-2023:
    title: A report
    published: 2024-01
entries:
{padding}
  - indicator: public_kindergarten_coverage
    value: {value}
    period: 2023
    variant: children
    source: report-2023
    evidence: 2023年公办园覆盖率{value}
    note: {{zh: 注, en: a note}}
  - indicator: public_kindergarten_coverage
    value: 50%
    period: 2022
    source: report-2023
    evidence: 2022年公办园覆盖率50%
"""
VALUES = ("80%", "85.5%", "95%以上", "70%", "约90%", "60%", "不足50%", "88%")


@pytest.fixture
def thirty(workspace):
    """Writes thirty districts, laid out as we do or otherwise, too large together to be read before they are asked for."""
    workspace.keep_indicators(3)
    padding = "  # " + "x" * 80_000

    def write(changed=lambda text: text):
        for number in range(30):
            id, north = f"d{number:02}", number % 4 > 0
            text = MANY.format(
                id=id,
                code=f"{33 if north else 34}01{number + 2:02}",
                within="浙江省杭州市" if north else "安徽省合肥市",
                province="Zhejiang" if north else "Anhui",
                value=VALUES[number % len(VALUES)],
                padding=padding,
            )
            workspace.write(id, changed(text))
        return workspace

    return write


def indented(text):
    """The same on the same lines, in another layout."""
    head, entries, rest = text.partition("entries:\n")
    return head + entries + re.sub("(?m)^", "  ", rest).rstrip() + "\n"


OTHER_LAYOUTS = {
    "indented": indented,
    "in quotation marks": lambda text: re.sub(r"(?m)^(    (?:value|evidence|source): )(.*)$", r'\1"\2"', text),
    "with blanks at the end of a line": lambda text: text.replace("period: 2023\n", "period: 2023  \n"),
}


@pytest.mark.parametrize("changed", OTHER_LAYOUTS.values(), ids=list(OTHER_LAYOUTS))
@pytest.mark.parametrize(
    "words",
    [
        ("rank", COVERAGE, "-f", "json"),
        ("rank", COVERAGE, "--within", "浙江", "--same-period", "-f", "json"),
        ("show", "d03", "--peers", "all", "-f", "json"),
    ],
    ids=" ".join,
)
def test_many_districts_are_the_same_in_any_layout(eduindex, thirty, changed, words):
    workspace = thirty()
    ours = eduindex(*words)
    assert sum(path.stat().st_size for path in workspace.samples.iterdir()) > 2_000_000  # else each is read at once
    thirty(changed)
    other = eduindex(*words)
    assert (ours.exit_code, ours.stderr) == (other.exit_code, other.stderr) == (0, "")
    assert json.loads(ours.stdout) == json.loads(other.stdout)


def test_many_districts_are_ranked_with_quarters(eduindex, thirty):
    thirty()
    rows = rows_in(eduindex("rank", COVERAGE, "-f", "csv").stdout)
    assert len(rows) == 30
    assert {row["ranked"] for row in rows} == {"30"}
    assert all(
        (int(one["rank_best"]), int(one["rank_worst"])) <= (int(next_one["rank_best"]), int(next_one["rank_worst"]))
        for one, next_one in pairwise(rows)
    )
    assert {row["quarter_best"] for row in rows} <= set("1234")
    assert "Quarter" in eduindex("rank", COVERAGE).stdout


def test_faults_of_many_districts_are_the_same_in_any_layout(eduindex, thirty):
    def spoilt(text):
        return text.replace("value: 50%", "value: fifty")

    told = []
    for changed in (spoilt, lambda text: indented(spoilt(text))):
        thirty(changed)
        result = eduindex("rank", COVERAGE, "-f", "csv")
        assert result.exit_code == 0
        told.append((result.stdout, re.sub(r"(\.yaml:[0-9]+:)[0-9]+", r"\1", result.stderr)))
    assert told[0] == told[1]
    assert told[0][1].count(": V001 ") == 3
    assert "notice: 27 more faults" in told[0][1]
