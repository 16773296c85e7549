"""Whatever a command prints as a code, ``eduindex explain`` knows; looked up in what is printed of the real districts."""

import csv
import io
import json
import re

import pytest

FIVE = ("luyang", "ouhai", "quzhou", "yunzhou", "zhangping")
OF_CODES = re.compile("(.*_)?(reasons?|caveats|asked)")


@pytest.fixture(autouse=True)
def _in_repository(repository, monkeypatch):
    monkeypatch.chdir(repository)


@pytest.fixture(scope="module")
def explained(eduindex):
    """All codes that ``explain`` lists."""
    rows = csv.DictReader(io.StringIO(eduindex("explain", "-f", "csv").stdout))
    return {row["code"] for row in rows}


def codes_in_table(text):
    return {
        code
        for row in csv.DictReader(io.StringIO(text))
        for field, cell in row.items()
        if OF_CODES.fullmatch(field) and cell
        for code in cell.split(";")
    }


def codes_in_document(node, field=""):
    """The codes below a field of codes: texts (joined as in a table, too), or mappings that have a ``code``."""
    if isinstance(node, dict):
        return {code for name, one in node.items() for code in codes_in_document(one, name)}
    if isinstance(node, list):
        return {code for one in node for code in codes_in_document(one, field)}
    is_code = isinstance(node, str) and (OF_CODES.fullmatch(field) or field == "code")
    return set(node.split(";")) if is_code else set()


COMMANDS = {
    ("rank", "master_teacher_studios"): {"not-comparable", "no-figure", "variants-differ"},
    ("rank", "inclusive_kindergarten_coverage"): {"no-figure", "only-target"},
    ("rank", "teachers_recruited", "--year", "2022"): {"other-period"},
    ("rank", "education_groups"): {"alone", "not-comparable"},
    ("show", "quzhou", "--peers", "all"): {"variant-unstated"},
    ("show", "ouhai", "--targets"): {"periods-differ", "part-against-whole"},
    ("standards", "quzhou", "zhangping"): {"years-not-consecutive", "span-lengths-differ", "date-not-printed"},
    ("standards", "zhangping", "--tidy"): {"variants-differ"},
    ("standards", "zhangping@2019"): {"one-year-only"},
    ("coverage", "ouhai", "zhangping", "--questions"): {"one-year", "result"},
    ("compare", *FIVE): {"bound", "span-lengths-differ"},
}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_code_that_is_printed_is_explained(eduindex, explained, words):
    table = codes_in_table(eduindex(*words, "-f", "csv").stdout)
    document = json.loads(eduindex(*words, "-f", "json").stdout)
    codes = codes_in_document(document)
    assert table | codes <= explained
    assert COMMANDS[words] <= table | codes


@pytest.mark.parametrize(
    ("code", "told"),
    [("alone", "nobody is ranked"), ("OPEN-INTERVAL", "exact figure"), ("start", "began to be counted")],
)
def test_a_reason_is_told(eduindex, code, told):
    result = eduindex("explain", code)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{code.lower()}\n")
    assert told in result.stdout
    assert eduindex("explain", code, "--lang", "zh").stdout != result.stdout
