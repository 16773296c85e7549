"""``show --peers`` from outside: who the peers are, where a district stands among them, and how the command ends."""

import csv
import io
import json
import re

import pytest
from wcwidth import wcswidth

COVERAGE = "public_kindergarten_coverage"
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
FORMATS = ("table", "csv", "tsv", "json", "markdown", "html", "latex", "plain")
NO_PEER = "No comparable peer"


def rows_in(text):
    return {row["indicator"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.fixture
def rows_of(eduindex, repository, monkeypatch):
    """The rows of ``show DISTRICT --peers ...`` in the checkout, by indicator."""
    monkeypatch.chdir(repository)

    def rows(*words):
        result = eduindex("show", *words, "-f", "csv")
        assert (result.exit_code, result.stderr) == (0, "")
        return rows_in(result.stdout)

    return rows


@pytest.fixture
def document_of(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)

    def document(*words):
        result = eduindex("show", *words, "-f", "json")
        assert (result.exit_code, result.stderr) == (0, "")
        return json.loads(result.stdout)

    return document


# What it must say of the five districts


def test_a_line_has_the_rank_the_middle_and_the_verdict(rows_of):
    rows = rows_of("ouhai", "--peers", "all")
    names = ("value", "rank_best", "rank_worst", "ranked", "median_low", "median_high", "peers_low", "verdict")
    assert [rows[COVERAGE][name] for name in names] == ["56.67", "2", "2", "2", "85.81", "85.81", "85.81", "worse"]
    grade = rows["modernisation_grade"]
    assert [grade[name] for name in names] == ["A", "1", "1", "2", "B", "B", "B", "better"]
    groups = rows["education_groups"]
    assert [groups[name] for name in (*names[1:], "peers_with_figures")] == [*("",) * 7, "3"]


def test_what_is_a_bound_is_undetermined(rows_of):
    row = rows_of("luyang", "--peers", "all")["after_school_student_participation"]
    assert [row[name] for name in ("rank_best", "rank_worst", "verdict", "median_low")] == [
        "1",
        "2",
        "undetermined",
        "98.20",
    ]
    assert row["caveats"].split(";")[0] == "bound"


def test_the_own_change_is_that_of_two_comparable_periods(rows_of):
    rows = rows_of("zhangping", "--peers", "all")
    spending = rows["general_public_education_expenditure"]
    assert (spending["change_verdict"], spending["change_since"]) == ("more", "2019")
    private = rows_of("ouhai", "--peers", "all")["private_compulsory_enrolment_share"]
    assert (private["change_verdict"], private["change_since"]) == ("lower", "..2021")


def test_it_agrees_with_the_ranking(eduindex, rows_of):
    for id, row in rows_of("ouhai", "--peers", "all", "-d", "preschool").items():
        ranking = rows_of_ranking(eduindex("rank", id, "-f", "csv").stdout)["ouhai"]
        if row["rank_best"]:
            assert [row[name] for name in ("rank_best", "rank_worst", "ranked", "value", "period")] == [
                ranking[name] for name in ("rank_best", "rank_worst", "ranked", "value", "period")
            ]


def rows_of_ranking(text):
    return {row["district"]: row for row in csv.DictReader(io.StringIO(text))}


# Who the peers are


@pytest.mark.parametrize(
    ("peers", "number"),
    [
        ("all", 4),
        ("省", 1),
        ("province", 1),
        ("全部", 4),
        ("浙江省", 1),
        ("浙江", 1),
        ("Zhejiang", 1),
        ("zhejiang ", 1),
        ("33", 1),
        ("330000", 1),
        (" ３３ ", 1),
        ("福建省", 1),  # an area in which the district itself does not lie
        ("3508", 1),
        ("quzhou", 1),
        ("衢江", 1),
        ("330803", 1),
        ("quzhou,yunzhou", 2),
        ("衢江，云州", 2),
        (" quzhou , yunzhou ,", 2),
        (",quzhou,，,", 1),
        ("quzhou,衢江区,330803", 1),  # one district, named three times
        ("ouhai,quzhou", 1),  # the district itself is no peer
        ("quzhou,luyang,yunzhou,zhangping,瓯海", 4),
    ],
)
def test_who_the_peers_are(document_of, peers, number):
    document = document_of("ouhai", "--peers", peers)
    assert (document["district"], document["peers"]) == ("ouhai", number)
    assert all(record["peers_with_figures"] <= number for record in document["records"])
    ranked = [record["place"]["ranked"] for record in document["records"] if record["place"]]
    assert max(ranked, default=0) <= number + 1
    assert bool(ranked) == (number > 0)


def test_the_order_of_the_names_changes_nothing(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    one, other = (
        eduindex("show", "ouhai", "--peers", names, "--sources").stdout
        for names in ("quzhou,luyang,yunzhou", "yunzhou，庐阳,衢江")
    )
    assert one == other


NO_OTHER = "Error: {} has no peers there: the workspace holds no other such district\n"


@pytest.mark.parametrize("peers", ["市", "city", "City ", "温州市", "温州", "Wenzhou", "3303", "330300"])
def test_alone_in_its_city_a_district_has_no_peers(eduindex, repository, monkeypatch, peers):
    monkeypatch.chdir(repository)
    result = eduindex("show", "ouhai", "--peers", peers)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(NO_OTHER.format("ouhai"))


@pytest.mark.parametrize("peers", ["all", "全部", "省", "市", "33"])
def test_alone_in_the_workspace_a_district_has_no_peers(eduindex, workspace, district_text, peers):
    workspace.write("alpha", district_text("alpha"))
    result = eduindex("show", "alpha", "--peers", peers)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(NO_OTHER.format("alpha"))


def test_peers_of_an_area_are_those_named_one_by_one(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    for area, names in (("浙江省", "quzhou"), ("福建", "zhangping"), ("14", "yunzhou"), ("all", "漳平,云州,庐阳,衢江")):
        by_area, by_name = (eduindex("show", "ouhai", "--peers", peers, "-f", "json").stdout for peers in (area, names))
        assert by_area == by_name


def test_a_district_that_is_called_like_an_area_is_meant_first(eduindex, workspace, district_text):
    workspace.keep_indicators(3)
    for id, zh, value, code in (
        ("alpha", "甲县", "80%", "330102"),
        ("beta", "乙县", "70%", "330103"),
        ("gamma", "浙江省", "60%", "340102"),
    ):
        within = "within: {zh: 浙江省杭州市, en: Hangzhou}\nsources:"
        workspace.write(id, district_text(id, value, zh=zh, en=id, code=code).replace("sources:", within))
    row = rows_in(eduindex("show", "alpha", "--peers", "浙江省", "-f", "csv").stdout)[COVERAGE]
    assert (row["peers_with_figures"], row["median_low"]) == ("1", "60")


@pytest.fixture
def provinces(workspace, district_text):
    """Districts of two provinces and three cities, and one without a code."""
    workspace.keep_indicators(3)
    said = [
        ("a", "90%", "330102"),
        ("b", "80%", "330103"),
        ("c", "70%", "330202"),
        ("d", "95%", "340102"),
        ("e", "60%", ""),
    ]
    for id, value, code in said:
        text = district_text(id, value, zh=f"{id}县", en=f"County {id.upper()}", code=code or "330102")
        workspace.write(id, text if code else text.replace('code: "330102"\n', ""))
    return workspace


@pytest.mark.parametrize(
    ("id", "peers", "ranked", "median"),
    [
        ("a", "市", "2", "80"),
        ("a", "省", "3", "75"),
        ("a", "all", "5", "75"),
        ("b", "市", "2", "90"),
        ("a", "33", "3", "75"),
        ("a", "3301", "2", "80"),
        ("a", "34", "2", "95"),
        ("d", "33", "4", "80"),
        ("e", "33", "4", "80"),
        ("e", "all", "5", "85"),
        ("e", "a,b", "3", "85"),
    ],
)
def test_peers_of_a_province_or_city_are_those_whose_codes_begin_alike(eduindex, provinces, id, peers, ranked, median):
    row = rows_in(eduindex("show", id, "--peers", peers, "-f", "csv").stdout)[COVERAGE]
    assert (row["ranked"], row["median_low"]) == (ranked, median)


@pytest.mark.parametrize("id", ["d", "e"])
def test_alone_in_its_province_or_without_a_code_and_a_place_a_district_has_no_peers(eduindex, provinces, id):
    for peers in ("省", "市", "province", "city"):
        result = eduindex("show", id, "--peers", peers)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.endswith(NO_OTHER.format(id))


ZHEJIANG = "{zh: 浙江省杭州市, en: 'Hangzhou, Zhejiang'}"


@pytest.fixture
def partly_told(workspace, district_text):
    """Districts that tell their code, their province and city, both or neither."""
    workspace.keep_indicators(3)
    said = [
        ("both", "90%", "330102", ZHEJIANG),
        ("named", "80%", "", ZHEJIANG),
        ("coded", "70%", "330103", ""),
        ("other-city", "60%", "", "{zh: 浙江省宁波市, en: 'Ningbo, Zhejiang'}"),
        ("other-code", "50%", "330202", ""),
        ("anhui", "40%", "340102", "{zh: 安徽省合肥市, en: 'Hefei, Anhui'}"),
        ("nowhere", "30%", "", ""),
    ]
    for id, value, code, within in said:
        text = district_text(id, value, zh=f"{id}县", en=f"County {id}", code=code or "330102")
        text = text if code else text.replace('code: "330102"\n', "")
        workspace.write(id, text.replace("sources:", f"within: {within}\nsources:") if within else text)
    return workspace


@pytest.mark.parametrize(
    ("id", "peers", "number"),
    [
        ("both", "省", 4),
        ("both", "市", 2),
        ("both", "浙江", 4),
        ("both", "33", 4),
        ("both", "杭州市", 2),
        ("both", "3301", 2),
        ("both", "all", 6),
        ("named", "浙江", 4),
        ("named", "省", 4),  # "both" tells the code of the province that it names
        ("named", "市", 2),
        ("coded", "33", 4),
        ("coded", "省", 4),  # "both" tells the name of the province whose code it has
        ("coded", "市", 2),
        ("other-city", "省", 4),
        ("nowhere", "浙江", 5),
        ("anhui", "Zhejiang", 5),
    ],
)
def test_who_lacks_a_code_is_found_by_the_names_and_who_lacks_names_by_the_code(
    eduindex, partly_told, id, peers, number
):
    result = eduindex("show", id, "--peers", peers, "-f", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["peers"] == number


@pytest.mark.parametrize("id", ["both", "named", "coded", "other-city", "other-code"])
def test_the_own_province_holds_the_same_peers_by_its_name_and_by_its_code(eduindex, partly_told, id):
    own, *others = (eduindex("show", id, "--peers", peers, "-f", "json").stdout for peers in ("省", "浙江", "33"))
    assert others == [own, own]


def test_a_year_is_that_of_all(rows_of):
    rows = rows_of("ouhai", "--peers", "quzhou", "--year", "2022", "-i", COVERAGE)
    assert [rows[COVERAGE][name] for name in ("period", "verdict", "median_low")] == ["2022", "better", "27"]
    assert rows == rows_of("ouhai@2022", "--peers", "quzhou", "-i", COVERAGE)
    assert rows_of("ouhai", "--peers", "quzhou", "-i", COVERAGE)[COVERAGE]["verdict"] == "worse"


def test_indicators_and_dimensions_narrow_it(rows_of):
    assert list(rows_of("ouhai", "--peers", "all", "-i", "公办园覆盖率")) == [COVERAGE]
    assert {row["dimension"] for row in rows_of("ouhai", "--peers", "all", "-d", "preschool").values()} == {"preschool"}


# What needs attention first

STANDING = """\
district: {id}
code: "330102"
name: {{zh: {id}县, en: County {id}}}
sources:
  report:
    title: A report
entries:
"""
SAID = """\
  - indicator: {indicator}
    value: {value}
    period: {period}
{variant}    source: report
    evidence: {period}年{value}
"""


def written(id, *said):
    entries = (
        SAID.format(
            indicator=indicator,
            value=value,
            period=period,
            variant="    variant: children\n" if indicator == COVERAGE else "",
        )
        for indicator, value, period in said
    )
    return STANDING.format(id=id) + "".join(entries)


INCLUSIVE, GRADED = "inclusive_kindergarten_coverage", "graded_kindergarten_coverage"


def test_worst_first(eduindex, workspace):
    workspace.keep_indicators(3)
    workspace.write(
        "own",
        written(
            "own",
            (COVERAGE, "60%", 2023),
            (INCLUSIVE, "99%", 2023),
            (GRADED, "50%", 2023),
            (GRADED, "55%", 2022),
        ),
    )
    for id in ("b", "c", "d"):
        workspace.write(id, written(id, *((name, "90%", 2023) for name in (COVERAGE, INCLUSIVE, GRADED))))
    usual = eduindex("show", "own", "--peers", "all", "-f", "csv").stdout
    worst = eduindex("show", "own", "--peers", "all", "--worst", "-f", "csv").stdout
    assert list(rows_in(usual)) == [COVERAGE, INCLUSIVE, GRADED]
    assert list(rows_in(worst)) == [GRADED, COVERAGE, INCLUSIVE]
    assert rows_in(usual) == rows_in(worst)
    text = eduindex("show", "own", "--peers", "all", "--worst").stdout
    parts = ("\nWorse than the peers' median\n", "itself worse than in 2022", "Public kinder", "\nOthers\n", "Incl")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    text = eduindex("show", "own", "--peers", "all", "--worst", "--lang", "zh").stdout
    parts = ("\n差于参照区县中位数\n", "自身比2022年更差", "公办园覆盖率", "\n其他\n", "普惠性")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_notes_are_numbered_in_the_order_of_the_lines_also_with_the_worst_first(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    for options in ((), ("--worst",)):
        for language in ("zh", "en"):
            text = eduindex("show", "ouhai", "--peers", "all", "--lang", language, *options).stdout
            marks = re.findall(r"(?m)\[([0-9, ]+)\]$", text)
            numbers = list(dict.fromkeys(number for mark in marks for number in mark.split(", ")))
            assert numbers == [str(1 + place) for place in range(len(numbers))]
            assert len(numbers) > 2
            assert re.findall(r"(?m)^\[(\d+)\] ", text) == numbers


def test_peers_whose_figures_weaken_it_are_told_in_a_note_and_in_the_caveats(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    words = ("show", "ouhai", "--peers", "all", "-i", COVERAGE)
    said = (
        "Among the peers: 1 of another period; 1 with no definition stated, read as the usual one (by children); "
        "1 with which the order was the opposite in an earlier period of both."
    )
    assert f"[1] {said}\n" in eduindex(*words).stdout
    chinese = "参照区县：1个时期不同；1个未说明口径，按通常口径(按在园幼儿)理解；1个在更早的共同时期次序相反。"
    assert chinese in eduindex(*words, "--lang", "zh").stdout
    codes = ["variant-unstated", "periods-differ", "order-was-opposite"]
    assert rows_in(eduindex(*words, "-f", "csv").stdout)[COVERAGE]["caveats"] == ";".join(codes)
    (record,) = json.loads(eduindex(*words, "-f", "json").stdout)["records"]
    assert record["caveats"] == codes
    assert record["place"]["weakened"] == dict.fromkeys(codes, 1)


def test_sums_of_several_years_are_set_among_means_on_request(rows_of):
    words = ("zhangping", "--peers", "all", "-i", "teachers_recruited")
    (sums,), (means,) = rows_of(*words).values(), rows_of(*words, "--per-year").values()
    names = ("value", "per_year", "rank_best", "rank_worst", "ranked", "median_low", "verdict")
    assert [sums[name] for name in names] == ["604", *("",) * 6]
    assert [means[name] for name in names] == ["120.8", "5", "2", "2", "2", "251", "fewer"]
    assert "mean-per-year" in means["caveats"].split(";")


# Wrong use

WITHOUT_PEERS = "Error: --worst and --per-year are about what --peers shows: name the peers\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--peers", "all", "--targets"), "leave out --targets and --all"),
        (("--peers", "all", "--all"), "leave out --targets and --all"),
        (("--worst",), WITHOUT_PEERS),
        (("--worst", "--targets"), WITHOUT_PEERS),
        (("--per-year",), WITHOUT_PEERS),
        (("--per-year", "--all"), WITHOUT_PEERS),
        (("--worst", "--per-year", "--year", "2022"), WITHOUT_PEERS),
        (("--peers", "quzho"), "did you mean quzhou"),
        (("--peers", "quzhou,nowhere"), "there is no such district: 'nowhere'"),
        (("--peers", "省,quzhou"), "there is no such district: '省'"),
        (("--peers", "浙江省,quzhou"), "there is no such district: '浙江省'"),
        (("--peers", "99"), "there is no such district: '99'"),
        (("--peers", ""), "--peers names no other district"),
        (("--peers", " "), "--peers names no other district"),
        (("--peers", ",，,"), "--peers names no other district"),
        (("--peers", "ouhai"), "--peers names no other district"),
        (("--peers", "瓯海，330304"), "--peers names no other district"),
        (("--peers", "quzhou@2022"), "peers take no @YEAR"),
        (("--peers",), "requires an argument"),
        (("--peers", "all", "-d", "preschol"), "did you mean preschool"),
    ],
)
def test_wrong_use(eduindex, repository, monkeypatch, words, complaint):
    monkeypatch.chdir(repository)
    result = eduindex("show", "ouhai", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in result.stderr


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("ALL", "all"),
        (" all ", "all"),
        ("全部", "all"),
        ("\u3000ａｌｌ", "all"),
        ("市 ", "市"),
        ("CITY", "市"),
        ("Province", "省"),
        (" 省", "省"),
    ],
)
def test_the_words_for_groups_forgive_like_names(eduindex, provinces, words, plain):
    for id in ("a", "d"):
        forgiven, meant = (eduindex("show", id, "--peers", peers, "-f", "json") for peers in (words, plain))
        assert (forgiven.exit_code, forgiven.stdout) == (meant.exit_code, meant.stdout)
    assert forgiven.exit_code == (0 if plain == "all" else 2)  # d is alone in its province


@pytest.mark.parametrize("area", ["ZHEJIANG", "zhejiang province", " 浙江省\t", "浙江", "Ｚｈｅｊｉａｎｇ", "３３"])
def test_areas_forgive_like_names(eduindex, partly_told, area):
    forgiven, meant = (eduindex("show", "both", "--peers", peers, "-f", "json") for peers in (area, "浙江省"))
    assert (forgiven.exit_code, forgiven.stderr) == (0, "")
    assert forgiven.stdout == meant.stdout


# Files that cannot be read


def test_a_broken_file_that_nobody_named_is_left_out_with_a_notice(eduindex, workspace):
    workspace.copy("ouhai", "quzhou")
    sound = eduindex("show", "ouhai", "--peers", "all")
    workspace.write("broken", "a: [")
    for peers in ("all", "quzhou"):
        result = eduindex("show", "ouhai", "--peers", peers)
        assert (result.exit_code, result.stdout) == (0, sound.stdout)
        assert "notice: left out: samples/broken.yaml:1:4: T006" in result.stderr


WITHOUT_ENTRIES = 'district: broken\ncode: "330102"\nname: x\nsources: {r: {title: x}}\n'
ONE_FAULT = {
    "syntax": 'code: "330102"\na: [',
    "a list": "- a\n- b\n",
    "nothing": "",
    "the id": WITHOUT_ENTRIES.replace("broken", "other") + "entries: []\n",
    "a key of the head": WITHOUT_ENTRIES.replace("name: x\n", "") + "entries: []\n",
    "a key": WITHOUT_ENTRIES,
}


def lines_on_broken(result):
    return [line for line in result.stderr.splitlines() if "samples/broken.yaml" in line]


@pytest.mark.parametrize("peers", ["all", "省", "33", "broken"])
@pytest.mark.parametrize("text", ONE_FAULT.values(), ids=list(ONE_FAULT))
def test_no_fault_is_told_twice(eduindex, workspace, text, peers):
    workspace.copy("ouhai", "quzhou")
    workspace.write("broken", text)
    (line,) = lines_on_broken(eduindex("show", "ouhai", "--peers", peers))
    assert line.startswith("notice: left out: ") == (peers != "broken")


def test_a_fault_of_an_entry_is_told_once_where_its_district_is_a_peer(eduindex, workspace, district_text):
    workspace.copy("ouhai", "quzhou")
    workspace.write("broken", district_text("broken", "fifty"))
    for peers, number in (("all", 1), ("省", 1), ("broken", 1), ("quzhou,broken,broken", 1), ("quzhou", 0)):
        result = eduindex("show", "ouhai", "--peers", peers)
        assert len(lines_on_broken(result)) == number
        assert result.stderr.startswith("notice: left out: ") == (peers in ("all", "省"))
        assert result.exit_code == (1 if "broken" in peers else 0)


def test_what_is_said_of_other_files_comes_before_what_is_said_of_those_named(eduindex, workspace, district_text):
    workspace.copy("ouhai", "quzhou")
    workspace.write("broken", ONE_FAULT["syntax"])
    workspace.write("named", district_text("named", "fifty"))
    told = {
        "all": ["notice: left out: samples/broken.yaml:2:4: T006", "notice: left out: samples/named.yaml:10:12: V001"],
        "named": ["notice: left out: samples/broken.yaml:2:4: T006", "samples/named.yaml:10:12: V001"],
        "broken": ["samples/broken.yaml:2:4: T006", "eduindex: broken could not be read"],
        "quzhou": ["notice: left out: samples/broken.yaml:2:4: T006"],
    }
    for peers, expected in told.items():
        lines = eduindex("show", "ouhai", "--peers", peers).stderr.splitlines()
        assert [line[: len(start)] for line, start in zip(lines, expected, strict=True)] == expected


def test_a_named_peer_that_cannot_be_read_is_a_problem(eduindex, workspace):
    workspace.copy("ouhai", "quzhou")
    workspace.write("broken", "a: [")
    for peers in ("broken", "quzhou,broken"):
        result = eduindex("show", "ouhai", "--peers", peers)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.endswith("eduindex: broken could not be read\n")
    assert eduindex("show", "broken", "--peers", "all").exit_code == 1


def test_a_bad_entry_of_a_named_peer_leaves_out_only_itself_and_is_a_problem(eduindex, workspace, district_text):
    workspace.keep_indicators(3)
    workspace.write("alpha", district_text("alpha", "80%"))
    workspace.write("beta", district_text("beta", "70%", code="330103") + "  - indicator: nonsense\n    value: 1%\n")
    named, everyone = (eduindex("show", "alpha", "--peers", peers, "-f", "csv") for peers in ("beta", "all"))
    assert (named.exit_code, everyone.exit_code) == (1, 0)
    assert named.stdout == everyone.stdout
    assert rows_in(named.stdout)[COVERAGE]["verdict"] == "better"
    for result in (named, everyone):
        assert "samples/beta.yaml:15:" in result.stderr


def test_a_bad_entry_of_the_district_itself_is_told_once_and_is_a_problem(eduindex, workspace, district_text):
    workspace.keep_indicators(3)
    workspace.write(
        "alpha", district_text("alpha", "80%") + "  - indicator: nonsense\n    value: 1%\n    period: 2023\n"
    )
    workspace.write("beta", district_text("beta", "70%", code="330103"))
    for peers in ("all", "省", "beta", "alpha,beta"):
        result = eduindex("show", "alpha", "--peers", peers, "-f", "csv")
        assert result.exit_code == 1
        assert result.stderr.count("the key 'source' is missing") == 1
        assert rows_in(result.stdout)[COVERAGE]["verdict"] == "better"


# Formats, languages and widths


def test_numbers_and_codes_are_the_same_in_both_languages_and_in_json(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    told = {"indicator_name", "district_name", "scope", "note"}
    rows = []
    for language in ("zh", "en"):
        words = ("show", "ouhai", "--peers", "all", "--lang", language)
        csv_rows = rows_in(eduindex(*words, "-f", "csv").stdout)
        document = json.loads(eduindex(*words, "-f", "json").stdout)
        assert [record["indicator"] for record in document["records"]] == list(csv_rows)
        for record in document["records"]:
            place, row = record["place"], csv_rows[record["indicator"]]
            assert (str(place["rank_best"]) if place else "") == row["rank_best"]
            assert ";".join(record["caveats"]) == row["caveats"]
            assert record["evidence"]
        rows.append([{name: value for name, value in row.items() if name not in told} for row in csv_rows.values()])
    assert rows[0] == rows[1]


@pytest.mark.parametrize("format", ["markdown", "html", "latex", "plain", "table"])
def test_a_pipe_gets_no_pictures(eduindex, repository, monkeypatch, format):
    monkeypatch.chdir(repository)
    for language in ("zh", "en"):
        text = eduindex("show", "ouhai", "--peers", "all", "--lang", language, "-f", format).stdout
        assert not {"├", "┤", "┼", "━"} & set(text)
        assert "56.67" in text


@pytest.mark.parametrize("options", [(), ("--worst",)])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_cell_is_cut(
    eduindex, repository, monkeypatch, terminal_of, width, language, options
):
    monkeypatch.chdir(repository)
    words = ("show", "ouhai", "--peers", "all", "--sources", "--lang", language, *options)
    result = eduindex(*words, environ=terminal_of(width))
    assert (result.exit_code, result.stderr) == (0, "")
    assert max(wcswidth(line) for line in result.stdout.splitlines()) <= width
    assert "…" not in result.stdout
    if width >= 80:
        pictures = re.findall("[├o┼━][─┼o━]{9,}[┤o┼━]", result.stdout)
        assert {len(picture) for picture in pictures} == {21 if width == 200 else 11}


# Hostile text

HOSTILE = """\
district: {id}
code: "330102"
name: {{zh: TEXT, en: TEXT}}
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
    "zero width": "a\u200bb\u200dc\u2060d",
    "html": "<script>alert(1)</script>&amp;",
    "latex": r"\input{x}$x$%#_{}~^&",
    "formula": "=cmd|/C calc!A0",
    "template": "%s {0} {name} {verdict} %(x)s",
    "2,000 letters": "字" * 2000,
    "a heading of ours": NO_PEER,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_stays_text(eduindex, workspace, terminal_of, text, format):
    workspace.keep_indicators(3)
    for id, value in (("alpha", "80%"), ("beta", "70%以上")):
        workspace.write(id, HOSTILE.format(id=id, value=value).replace("TEXT", f"'{text}'"))
    for settings in ({}, terminal_of(80)) if format == "table" else ({},):
        words = ("show", "alpha", "--peers", "all", "--worst", "--sources", "-f", format)
        result = eduindex(*words, environ=settings)
        assert (result.exit_code, result.stderr) == (0, "")
        assert RAW.findall(result.stdout.replace("\t", "")) == []
        assert "<script" not in result.stdout or format not in ("html", "markdown")
        if format in ("csv", "tsv"):
            assert not re.search("(?m)(^|,|\t)=cmd", result.stdout)


def test_a_hostile_word_for_peers_is_shown_harmlessly(eduindex, repository, monkeypatch):
    monkeypatch.chdir(repository)
    for peers in ("\x1b[31m", "[red]x", "\u202e", "x" * 10_000, "%s{0}", "," * 10_000 + "y"):
        result = eduindex("show", "ouhai", "--peers", peers)
        assert (result.exit_code, result.stdout) == (2, "")
        assert RAW.findall(result.stderr) == []
        assert len(result.stderr) < 2000
