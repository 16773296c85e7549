"""The workspace as storage gives it: how it was found, what it reads once, what heads tell."""

import pytest

from eduindex.model.diagnostic import Diagnostic
from eduindex.storage.heads import dimension_names, indicator_names, read_directory
from eduindex.storage.workspace import Origin, find_workspace, shown


@pytest.fixture
def opened(workspace, district_text):
    workspace.keep_indicators(2)
    workspace.write("alpha", district_text("alpha", zh="甲县", en="Alpha", code="330101"))
    workspace.write("beta", district_text("beta", zh="乙县", en="Beta", code="330103"))
    return workspace


def found_in(folder):
    found = find_workspace(str(folder), {}, folder)
    assert not isinstance(found, Diagnostic)
    return found


def test_origins(opened, tmp_path, repository):
    below = opened.root / "below"
    below.mkdir()
    root = opened.root
    assert find_workspace(str(root), {}, tmp_path).origin is Origin.NAMED
    assert find_workspace(None, {"EDUINDEX_WORKSPACE": str(root)}, tmp_path).origin is Origin.ENVIRONMENT
    assert find_workspace(None, {}, root).origin is Origin.HERE
    assert find_workspace(None, {}, below).origin is Origin.ABOVE
    assert find_workspace(None, {}, tmp_path).origin is Origin.PACKAGED
    assert find_workspace(None, {}, tmp_path).root == repository


def test_district_paths_are_in_alphabetical_order(opened, district_text):
    opened.write("aardvark", district_text("aardvark"))
    assert list(found_in(opened.root).district_paths()) == ["aardvark", "alpha", "beta"]


def test_a_file_is_read_once(opened):
    workspace = found_in(opened.root)
    path = workspace.district_paths()["alpha"]
    first = workspace.read(path)
    path.write_text("changed: 1\n", encoding="utf-8")
    assert workspace.read(path) is first
    assert found_in(opened.root).read(path).root != first.root


def test_a_catalogue_and_a_district_are_loaded(opened):
    workspace = found_in(opened.root)
    catalogue = workspace.load_catalogue()
    assert catalogue.diagnostics == ()
    loaded = workspace.load_district("alpha", catalogue.value)
    assert loaded.diagnostics == ()
    assert [str(o.interval.low) for o in loaded.value.observations] == ["80"]
    assert loaded.value.identity.file == "samples/alpha.yaml"


def test_heads_tell_names_without_the_schema(opened):
    directory = read_directory(found_in(opened.root))
    assert directory.diagnostics == ()
    assert [(i.id, i.code, i.name.zh, i.name.en) for i in directory.identities] == [
        ("alpha", "330101", "甲县", "Alpha"),
        ("beta", "330103", "乙县", "Beta"),
    ]


def test_a_file_that_cannot_be_read_is_known_by_its_stem(opened):
    opened.write("broken", "a: [")
    directory = read_directory(found_in(opened.root))
    assert [identity.id for identity in directory.identities] == ["alpha", "beta", "broken"]
    assert [(d.code, d.place.file) for d in directory.diagnostics] == [("T006", "samples/broken.yaml")]


def test_of_many_large_files_only_the_heads_are_read(opened, district_text):
    """A fault behind the entries of a large workspace costs nothing but stays unseen until the district is named."""
    for id in ("alpha", "beta"):
        opened.write(id, district_text(id) + "# " + "x" * 1_100_000 + "\n}")
    directory = read_directory(found_in(opened.root))
    assert directory.diagnostics == ()
    assert [identity.name.zh for identity in directory.identities] == ["甲县", "甲县"]
    assert found_in(opened.root).read(opened.samples / "alpha.yaml").diagnostics != ()


def test_names_of_indicators_and_dimensions(opened):
    workspace = found_in(opened.root)
    assert dict(indicator_names(workspace))["public_kindergarten_coverage"].zh == "公办园覆盖率"
    assert dict(dimension_names(workspace))["preschool"].en == "Preschool"


@pytest.mark.parametrize(
    "content", ["a: [", "- list\n", "text\n", "", "eduindex: 1\ndistricts: samples\nindicators: [a]\n"]
)
def test_names_of_a_catalogue_that_cannot_be_read_are_none(opened, content):
    workspace = found_in(opened.root)
    (opened.root / "indicators.yaml").write_text(content, encoding="utf-8")
    assert list(indicator_names(workspace)) == []
    assert list(dimension_names(workspace)) == []


@pytest.mark.parametrize(
    ("head", "code", "line", "column"),
    [
        ("eduindex: 1\ndistricts: ../x\n", "S004", 2, 12),
        ("eduindex: 1\ndistricts: [samples]\n", "S002", 1, 1),
        ("eduindex: 1\n", "S002", 1, 1),
        ("eduindex: 1\ndistricts:\n", "S002", 1, 1),
        ("- eduindex: 1\n", "S003", 1, 1),
        ("eduindex: 1\ndistricts: \tsamples: x\n", "T006", 2, 20),
    ],
)
def test_a_catalogue_without_a_folder_of_districts_is_no_workspace(opened, head, code, line, column):
    (opened.root / "indicators.yaml").write_text(head, encoding="utf-8")
    found = find_workspace(str(opened.root), {}, opened.root)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.line, found.place.column) == (code, line, column)
    assert found.place.file == "indicators.yaml"


def test_paths_are_shown_relative_to_the_current_folder_where_they_are_below_it(opened, monkeypatch):
    assert shown(opened.samples / "alpha.yaml") == "samples/alpha.yaml"
    monkeypatch.chdir(opened.samples)
    assert shown(opened.root / "indicators.yaml") == str(opened.root / "indicators.yaml")
