import json
import os
import re
from urllib.parse import unquote_to_bytes, urljoin

import pytest
from found_faults import FAULTS, fault, validation, validations
from hypothesis import given
from hypothesis import strategies as st

from eduindex.presentation.validation_documents import json_document, sarif_document
from eduindex.rendering.json_text import render_json
from eduindex.rendering.visible import visible
from eduindex.rules.registry import RULES
from eduindex.version import __version__


def read(document):
    return json.loads(render_json(document))


def sarif_run(result, **options):
    document = read(sarif_document(result, **options))
    assert set(document) == {"$schema", "version", "runs"}
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = document["runs"]
    return run


def address(file, **options):
    """How SARIF names a file."""
    (result,) = sarif_run(validation(fault("V003", file)), **options)["results"]
    return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def shown(text):
    """A message as a program shows it that knows SARIF; it must have neither placeholders nor links."""
    assert re.fullmatch(r"(?:[^{}]|\{\{|\}\})*", text)
    text = text.replace("{{", "{").replace("}}", "}")
    assert not re.search(r"\[(?:[^\\\[\]]|\\[\\\[\]])*\]\(", text)
    # Escapes are written only where a link could be meant.
    return re.sub(r"\\([\\\[\]])", r"\1", text) if "\\](" in text else text


def test_json_has_every_field_of_every_finding():
    document = read(json_document(FAULTS))
    assert list(document) == ["schema_version", "command", "records", "summary"]
    assert document["schema_version"] == 1
    assert document["command"] == "validate"
    assert document["records"][:2] == [
        {
            "code": "T004",
            "severity": "error",
            "file": "samples/漳平.yaml",
            "line": None,
            "column": None,
            "message": "the file is not UTF-8",
            "hint": "save it as UTF-8",
            "quoted": None,
        },
        {
            "code": "V003",
            "severity": "error",
            "file": "samples/ouhai.yaml",
            "line": 9,
            "column": 14,
            "message": "this is no period",
            "hint": None,
            "quoted": "last {year}",
        },
    ]
    assert document["records"][2]["severity"] == "warning"
    assert (document["records"][3]["line"], document["records"][3]["column"]) == (9, None)


def test_json_has_the_numbers_of_the_summary():
    summary = read(json_document(FAULTS))["summary"]
    assert summary == {
        "errors": 3,
        "warnings": 1,
        "files": 5,
        "entries": 161,
        "with_reports": True,
        "without_text": 0,
        "across_files": True,
        "unasked_rules": 0,
        "by_rule": {"V003": 2, "T004": 1, "R004": 1},
    }
    assert list(summary["by_rule"]) == ["V003", "T004", "R004"]


def test_a_clean_result_is_a_document_too():
    result = validation(files=6, with_reports=False, across_files=False)
    document = read(json_document(result))
    assert document["records"] == []
    assert document["summary"]["by_rule"] == {}
    assert (document["summary"]["with_reports"], document["summary"]["across_files"]) == (False, False)
    assert sarif_run(result)["results"] == []
    assert sarif_run(result)["properties"] == document["summary"]


def test_json_quotes_in_full():
    assert read(json_document(validation(fault("V001", quoted="9" * 500))))["records"][0]["quoted"] == "9" * 500


def test_sarif_names_the_tool_and_tells_every_rule():
    driver = sarif_run(FAULTS)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("eduindex", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    for descriptor, rule in zip(driver["rules"], RULES.values(), strict=True):
        assert set(descriptor) == {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        assert shown(descriptor["shortDescription"]["text"]) == rule.title
        assert shown(descriptor["fullDescription"]["text"]) == visible(rule.why)
        assert f"eduindex explain {rule.code}" in descriptor["help"]["text"]
        assert descriptor["defaultConfiguration"] == {"level": rule.severity.value}


def test_sarif_tells_every_finding():
    run = sarif_run(FAULTS)
    assert run["columnKind"] == "unicodeCodePoints"
    whole_file, in_a_line, warning, without_column = run["results"]
    assert whole_file == {
        "ruleId": "T004",
        "ruleIndex": list(RULES).index("T004"),
        "level": "error",
        "message": {"text": "the file is not UTF-8 (save it as UTF-8)"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "samples/%E6%BC%B3%E5%B9%B3.yaml"}}}],
    }
    assert in_a_line["message"] == {"text": 'this is no period: "last {{year}}"'}
    assert in_a_line["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "samples/ouhai.yaml"},
                "region": {"startLine": 9, "startColumn": 14},
            }
        }
    ]
    assert warning["level"] == "warning"
    assert warning["message"] == {"text": 'no entry names the source: "old" (remove it)'}
    assert without_column["locations"][0]["physicalLocation"]["region"] == {"startLine": 9}


@given(validations)
def test_sarif_keeps_its_rules_whatever_the_files_hold(result):
    text = render_json(sarif_document(result))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]", text)
    run = sarif_run(result)
    rules = run["tool"]["driver"]["rules"]
    for found, diagnostic in zip(run["results"], result.diagnostics, strict=True):
        assert set(found) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert found["ruleId"] == rules[found["ruleIndex"]]["id"] == diagnostic.code
        assert found["level"] == diagnostic.severity.value
        assert shown(found["message"]["text"]) == visible(diagnostic.advice)
        (location,) = found["locations"]
        place = location["physicalLocation"]
        assert re.fullmatch(r"(?:file:///)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*", place["artifactLocation"]["uri"])
        region = place.get("region", {})
        assert region.get("startLine", 0) == diagnostic.place.line
        assert region.get("startColumn", 0) == (diagnostic.place.column if diagnostic.place.line else 0)
        assert all(number >= 1 for number in region.values())


@given(validations)
def test_json_shows_every_text_and_hides_none(result):
    text = render_json(json_document(result))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]", text)
    for record, diagnostic in zip(json.loads(text)["records"], result.diagnostics, strict=True):
        assert record["file"] == visible(diagnostic.place.file)
        assert record["message"] == visible(diagnostic.message)
        assert (record["hint"] or "") == visible(diagnostic.hint)
        assert (record["quoted"] or "") == visible(diagnostic.quoted)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("samples/a b.yaml", "samples/a%20b.yaml"),
        ("../other/a.yaml", "../other/a.yaml"),
        ("http://example.org", "http%3A//example.org"),
        ("a\nb\x1b.yaml", "a%0Ab%1B.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("a?b#c.yaml", "a%3Fb%23c.yaml"),
        ("a\\b.yaml", "a%5Cb.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
        ("\ud800.yaml", "%ED%A0%80.yaml"),
        ("/data/漳.yaml", "file:///data/%E6%BC%B3.yaml"),
    ],
)
def test_addresses(file, expected):
    assert address(file) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("samples\\a b.yaml", "samples/a%20b.yaml"),
        ("C:\\data\\a:b.yaml", "file:///C:/data/a%3Ab.yaml"),
        ("..\\a.yaml", "../a.yaml"),
    ],
)
def test_addresses_where_a_backslash_separates(file, expected):
    assert address(file, separator="\\") == expected


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes elsewhere")
@given(st.binary(min_size=1, max_size=20))
def test_an_address_leads_back_to_the_file(name):
    uri = address(os.fsdecode(name))
    assert unquote_to_bytes(uri.removeprefix("file://") if name.startswith(b"/") else uri) == name
    if not name.startswith(b"/"):
        # Dots alone have a meaning in an address as they have in a path.
        assert urljoin("file:///folder/", "a" + uri) == "file:///folder/a" + uri
