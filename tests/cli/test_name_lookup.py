"""Districts and indicators go by many names, and all of them mean the same."""

import csv
import io
import re

import pytest

QUZHOU = [
    "衢江",
    "衢江区",
    "浙江省衢州市衢江区",
    "qujiang",
    "Qujiang",
    "QUZHOU",
    "quzhou",
    "330803",
    "３３０８０３",
    " quzhou ",
    "\u3000衢江\u3000",
    "ｑｕｚｈｏｕ",
    "Qujiang District",
]


@pytest.fixture(autouse=True)
def _in_repository(repository, monkeypatch):
    monkeypatch.chdir(repository)


@pytest.mark.parametrize("name", QUZHOU)
def test_one_district_by_many_names(eduindex, name):
    assert eduindex("show", name).stdout == eduindex("show", "quzhou").stdout != ""


@pytest.mark.parametrize(
    "name",
    [
        "ouhai@2022",
        "瓯海@2022",
        "330304@2022",
        "３３０３０４@2022",
        "ouhai@２０２２",
        "ouhai＠2022",
        " ouhai@2022 ",
    ],
)
def test_a_district_at_a_year(eduindex, name):
    result = eduindex("compare", "quzhou", name, "-f", "csv")
    assert result.exit_code == 0
    header = result.stdout.splitlines()[0]
    assert "ouhai@2022_value" in header
    assert result.stdout == eduindex("compare", "quzhou", "ouhai@2022", "-f", "csv").stdout


def test_the_year_behind_the_name_wins_over_the_option(eduindex):
    by_name = eduindex("show", "quzhou@2022", "--year", "2023", "-f", "csv").stdout
    assert by_name == eduindex("show", "quzhou", "--year", "2022", "-f", "csv").stdout
    assert by_name != eduindex("show", "quzhou", "--year", "2023", "-f", "csv").stdout


def test_a_district_beside_itself_at_another_year(eduindex):
    result = eduindex("compare", "quzhou@2022", "quzhou@2023", "-i", "public_kindergarten_coverage", "-f", "csv")
    assert result.exit_code == 0
    assert "quzhou@2022_value" in result.stdout
    assert ",27,27,27,exact,2022," in result.stdout
    assert ",85.81,85.81,85.81,exact,2023," in result.stdout


@pytest.mark.parametrize(
    "name", ["公办园覆盖率", "Public kindergarten coverage", "PUBLIC_KINDERGARTEN_COVERAGE", " 公办园 覆盖率"]
)
def test_an_indicator_by_many_names(eduindex, name):
    expected = eduindex("trace", "ouhai", "public_kindergarten_coverage").stdout
    assert eduindex("trace", "ouhai", name).stdout == expected != ""


@pytest.mark.parametrize("name", ["瓯海", "330304", "Ouhai", " OUHAI "])
@pytest.mark.parametrize("words", ["standards NAME", "coverage NAME", "show quzhou --peers NAME"])
def test_every_command_knows_the_names_of_districts(eduindex, words, name):
    named, by_id = ([word.replace("NAME", one) for word in words.split()] for one in (name, "ouhai"))
    assert eduindex(*named).stdout == eduindex(*by_id).stdout != ""


@pytest.mark.parametrize(
    "peers", ["ouhai，zhangping", "漳平, 瓯海", "zhangping,ouhai,zhangping,", "quzhou,ouhai,zhangping"]
)
def test_peers_are_named_in_any_order_and_by_any_name(eduindex, peers):
    expected = eduindex("show", "quzhou", "--peers", "ouhai,zhangping").stdout
    assert eduindex("show", "quzhou", "--peers", peers).stdout == expected != ""


@pytest.mark.parametrize("name", ["公办园覆盖率", "Public kindergarten coverage", " 公办园 覆盖率"])
def test_rank_knows_the_names_of_indicators(eduindex, name):
    assert eduindex("rank", name).stdout == eduindex("rank", "public_kindergarten_coverage").stdout != ""


@pytest.mark.parametrize("area", ["浙江", "Zhejiang", "33", "330000", "３３"])
def test_an_area_by_many_names(eduindex, area):
    words = ("rank", "public_kindergarten_coverage", "--within")
    assert eduindex(*words, area).stdout == eduindex(*words, "浙江省").stdout != ""


@pytest.mark.parametrize("name", ["学前教育", "Preschool", "preschool"])
def test_a_dimension_by_many_names(eduindex, name):
    assert eduindex("show", "ouhai", "-d", name).stdout == eduindex("show", "ouhai", "-d", "preschool").stdout != ""


def test_a_name_that_two_districts_share_is_refused(eduindex, workspace, district_text):
    workspace.write("first", district_text("first", zh="长安区", code="130102"))
    workspace.write("second", district_text("second", zh="长安区", code="610116"))
    result = eduindex("show", "长安")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "several districts have this name: first, second" in result.stderr
    assert eduindex("show", "610116").exit_code == 0


def test_an_id_wins_over_the_alias_of_another(eduindex, workspace, district_text):
    workspace.write("changan", district_text("changan", value="71%"))
    other = district_text("other", value="82%").replace("sources:", "aliases: [changan]\nsources:", 1)
    workspace.write("other", other)
    assert "71%" in eduindex("show", "changan").stdout


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": ""}, "en"),
    ],
    ids=str,
)
def test_the_language_follows_the_locale(eduindex, settings, language):
    words = ("compare", "quzhou", "ouhai")
    assert eduindex(*words, environ=settings).stdout == eduindex(*words, "--lang", language).stdout


# What is written for people in a table for machines; everything else is the same in every language.
FOR_PEOPLE = re.compile(
    "(.*_)?(indicator_name|district_name|within|scope|note|title|publisher|effects|meaning|to_settle|document|question)"
)


@pytest.mark.parametrize(
    "words",
    [
        "compare quzhou ouhai",
        "compare quzhou ouhai --tidy",
        "compare quzhou ouhai luyang --all --targets",
        "diff quzhou ouhai",
        "diff zhangping",
        "show ouhai --all",
        "show quzhou --peers all --worst",
        "show ouhai --targets",
        "rank",
        "rank master_teacher_studios",
        "rank public_kindergarten_coverage --targets",
        "standards ouhai",
        "standards ouhai zhangping --tidy",
        "coverage",
        "coverage --tidy",
        "coverage quzhou ouhai --questions",
        "trace ouhai preschool_places_added",
        "districts",
        "indicators",
        "explain",
    ],
)
def test_a_table_for_machines_does_not_depend_on_the_language(eduindex, words):
    texts = [eduindex(*words.split(), "-f", "csv", "--lang", lang).stdout for lang in ("zh", "en")]
    chinese, english = (list(csv.DictReader(io.StringIO(text))) for text in texts)
    assert texts[0].splitlines()[0] == texts[1].splitlines()[0]
    assert len(chinese) == len(english) > 0
    differing = {key for one, other in zip(chinese, english, strict=True) for key in one if one[key] != other[key]}
    assert [key for key in sorted(differing) if not FOR_PEOPLE.fullmatch(key)] == []
