"""``eduindex coverage`` from outside: the five real districts, every format and width."""

import csv
import io
import json
import re

import pytest
from test_hostile_data import FORMATS
from wcwidth import wcswidth

FIVE = ("luyang", "ouhai", "quzhou", "yunzhou", "zhangping")


@pytest.fixture
def run(eduindex, repository, monkeypatch):
    """Runs the command in the checkout; gives what it prints."""
    monkeypatch.chdir(repository)

    def printed(*words, code=0, **settings):
        result = eduindex("coverage", *words, environ={"LANG": "en_US.UTF-8"} | settings)
        assert (result.exit_code, result.stderr if not code else "") == (code, "")
        return result.stdout

    return printed


def records(text, delimiter=","):
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def test_every_district_of_the_workspace_has_a_column(run):
    rows = {row["indicator"]: row for row in records(run("-f", "csv"))}
    assert [name for name in rows["students_enrolled"] if name.endswith("_status")] == [f"{id}_status" for id in FIVE]
    inclusive = rows["inclusive_kindergarten_coverage"]
    assert {inclusive[f"{id}_status"] for id in FIVE} == {"target", "none"}
    assert inclusive["ouhai_status"] == "target"
    assert rows["public_kindergarten_coverage"]["quzhou_status"] == "actual"
    assert (inclusive["districts_actual"], inclusive["districts_target"]) == ("0", "1")


def test_tidy_and_json_hold_one_row_a_district_and_indicator(run):
    wide, tidy = records(run("-f", "csv")), records(run("-f", "tsv", "--tidy"), "\t")
    assert len(tidy) == 5 * len(wide)
    document = json.loads(run("-f", "json"))
    assert [one["status"] for one in document["records"]] == [one["status"] for one in tidy]
    for place, id in enumerate(FIVE):
        own = [row[f"{id}_status"] for row in wide]
        assert document["overall"]["districts"][place] == {
            "district": id,
            "actual": own.count("actual"),
            "target": own.count("target"),
        }
    assert sum(one["indicators"] for one in document["dimensions"]) == document["overall"]["indicators"] == len(wide)


def test_the_counts_by_dimension_are_those_of_the_rows(run):
    document = json.loads(run("ouhai", "-f", "json"))
    for dimension in document["dimensions"]:
        own = [one["status"] for one in document["records"] if one["dimension"] == dimension["dimension"]]
        assert (len(own), own.count("actual")) == (dimension["indicators"], dimension["districts"][0]["actual"])


def test_a_result_counts_where_the_plan_stands_beside_it(run):
    rows = {row["indicator"]: row for row in records(run("ouhai", "-f", "csv"))}
    published = [rows[id]["ouhai_status"] for id in ("new_public_kindergartens", "fitness_pass_rate")]
    assert published == ["actual", "target"]


def test_zhangping_is_asked_about_its_recruitment_of_five_years(run):
    asked = records(run("zhangping", "luyang", "--questions", "--lang", "zh", "-f", "csv"))
    (recruited,) = [row for row in asked if row["indicator"] == "teachers_recruited"]
    assert (recruited["district"], recruited["asked"], recruited["wanted_year"]) == ("zhangping", "one-year", "2022")
    assert recruited["question"] == (
        "贵单位《漳平市:明确目标创优质,多措并举促均衡》提到“近五年,共招聘新教师604名”(2019至2023年)，"
        "请问2022年一年的招聘教师数是多少？"
    )
    participation = [row for row in asked if row["indicator"] == "after_school_student_participation"]
    assert [(row["district"], row["asked"], row["printed"]) for row in participation] == [
        ("luyang", "exact-figure", "95%以上")
    ]
    assert participation[0]["question"].startswith("学校网刊发的《")


def test_every_comparison_that_is_left_open_has_a_question(run, eduindex):
    for pair in (("zhangping", "luyang"), ("quzhou", "ouhai"), ("yunzhou", "zhangping"), ("ouhai", "zhangping")):
        compared = records(eduindex("compare", *pair, "-f", "csv").stdout)
        left_open = {row["indicator"] for row in compared if row["verdict"] in ("not_comparable", "undetermined")}
        document = json.loads(run(*pair, "--questions", "-f", "json"))
        told = {one["indicator"] for one in document["questions"] + document["unasked"]}
        assert left_open <= told


def test_what_no_answer_settles_is_told(run):
    text = run("ouhai", "zhangping", "--questions", "-i", "city_master_teachers")
    assert "Not to be asked, because no answer makes them comparable: City-level master teachers" in text
    assert json.loads(run("ouhai", "zhangping", "--questions", "-i", "city_master_teachers", "-f", "json")) == {
        "schema_version": 1,
        "command": "coverage",
        "districts": ["ouhai", "zhangping"],
        "open_comparisons": 1,
        "questions": [],
        "unasked": [
            {
                "reason": "scheme-ends-at-border",
                "indicator": "city_master_teachers",
                "districts": ["ouhai", "zhangping"],
                "text": "The scheme is comparable only within one city: Ouhai (Wenzhou, Zhejiang); "
                "Zhangping (Longyan, Fujian).",
            }
        ],
    }


def test_two_districts_get_their_questions_under_the_table_and_others_do_not(run):
    assert "To ask of Qujiang:" in run("quzhou", "ouhai")
    assert "To ask of" not in run("quzhou", "ouhai", "luyang")
    assert "questions" in json.loads(run("quzhou", "ouhai", "-f", "json"))
    assert "questions" not in json.loads(run("quzhou", "-f", "json"))


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "table"])
def test_questions_come_in_every_format(run, format):
    plain = run("quzhou", "ouhai", "--questions", "--lang", "zh", "-f", format)
    assert plain.count("请问") == 5
    assert (
        plain.count("1500余万元”(2023年)，该数字只涵盖15所公办园暑期扩班改造，请问全区的校舍建设改造投入是多少？") == 1
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [20, 57, 80, 140])
@pytest.mark.parametrize("words", [(), ("zhangping", "luyang"), ("quzhou", "ouhai", "--questions"), ("--all",)])
def test_a_terminal_of_any_width_is_kept(run, terminal_of, words, width, language):
    lines = run(*words, "--lang", language, **terminal_of(width)).splitlines()
    assert [line for line in lines if not 0 <= wcswidth(line) <= width] == []
    assert [line for line in lines if "…" in line or line != line.rstrip()] == []


def test_five_districts_stand_side_by_side_at_80_and_are_counted_where_they_do_not_fit(run, terminal_of):
    head = run("-d", "teachers", **terminal_of(80)).splitlines()[2]
    assert head.split() == ["Indicator", "Luyang", "Ouhai", "Qujiang", "Yunzhou", "Zhangping"]
    narrow = run("-d", "teachers", **terminal_of(60))
    assert narrow.splitlines()[2].split() == ["Indicator", "Actual", "Target", "only"]
    assert re.search(r"^Teachers recruited +3/5 60% +0/5 0%$", narrow, flags=re.MULTILINE)


def test_a_named_district_that_cannot_be_read_in_full_is_a_problem(workspace, district_text, eduindex):
    workspace.keep_indicators(3)
    workspace.write("alpha", district_text("alpha"))
    workspace.write("beta", district_text("beta", zh="乙县", en="Beta").replace("value: 80%", "value: much"))
    assert eduindex("coverage", "alpha").exit_code == 0
    result = eduindex("coverage", "alpha", "beta", "-f", "csv")
    assert result.exit_code == 1
    assert "samples/beta.yaml" in result.stderr
    assert records(result.stdout)[0]["alpha_status"] == "actual"
    everyone = eduindex("coverage", "-f", "csv")
    assert (everyone.exit_code, records(everyone.stdout)[0]["beta_status"]) == (0, "none")


def test_an_empty_workspace_has_an_empty_coverage(workspace, eduindex, terminal_of):
    workspace.keep_indicators(3)
    for format in FORMATS:
        result = eduindex("coverage", "-f", format, environ=terminal_of(80))
        assert (result.exit_code, result.stderr) == (0, "")
    assert "0 districts" in eduindex("coverage").stdout
