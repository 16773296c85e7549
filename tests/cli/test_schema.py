"""``eduindex schema``: what it prints and where, for which workspace, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from eduindex.cli.commands.schema import command

KINDS = ("district", "catalogue")
# The command in a process of its own; what it imported comes back where a test asks for it.
PROGRAM = """\
import sys
from eduindex.cli.commands.schema import command
try:
    command(sys.argv[1:], prog_name="eduindex schema")
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def schema(*words):
    return CliRunner().invoke(command, list(words), prog_name="eduindex schema")


@pytest.fixture
def in_process(repository, environment_of):
    def run(*words, stdout=subprocess.PIPE, **settings):
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, *words],
            cwd=repository,
            env=environment_of(**settings),
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )

    return run


def ids_in(printed):
    """The indicators that the printed schema of a district file knows."""
    return [one["const"] for one in printed["$defs"]["EntryModel"]["properties"]["indicator"]["anyOf"]]


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_a_valid_schema(kind, repository, monkeypatch):
    monkeypatch.chdir(repository)
    result = schema(kind)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("}\n")
    Draft202012Validator.check_schema(json.loads(result.stdout))


def test_it_knows_the_indicators_of_the_workspace_it_is_in(workspace):
    workspace.keep_indicators(2)
    printed = schema("district").stdout
    assert ids_in(json.loads(printed)) == ["public_kindergarten_coverage", "inclusive_kindergarten_coverage"]
    assert "公办园覆盖率 · Public kindergarten coverage" in printed


def test_it_knows_the_dimensions_of_the_workspace_that_is_named(workspace, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = schema("catalogue", "--workspace", "workspace")
    indicator = json.loads(result.stdout)["$defs"]["IndicatorModel"]
    dimensions = [one["const"] for one in indicator["properties"]["dimension"]["anyOf"]]
    assert dimensions[:2] == ["preschool", "compulsory"]


def test_it_says_when_it_is_about_the_packaged_samples(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = schema("district")
    assert (result.exit_code, result.stderr) == (0, "notice: using the packaged samples\n")


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_is_told_which_findings_may_be_accepted(kind, workspace):
    accepts = json.loads(schema(kind).stdout)["properties"]["accepts"]["properties"]
    assert "E002" in accepts
    assert accepts["E002"]["description"]
    assert "S001" not in accepts


def test_two_runs_print_the_same_bytes(in_process):
    first, second = (in_process("district", PYTHONHASHSEED=seed) for seed in "12")
    assert first.stdout == second.stdout
    assert "公办园覆盖率".encode() in first.stdout


@pytest.mark.parametrize("words", [(), ("distrct",), ("",), ("district", "catalogue")], ids=repr)
def test_a_wrong_word_is_answered_with_usage(words):
    result = schema(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "{district|catalogue}" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("words", [(), ("distrct",)], ids=repr)
def test_what_is_known_is_listed(words):
    message = schema(*words).stderr.partition("Error:")[2]
    assert "district" in message
    assert "catalogue" in message


@pytest.mark.parametrize("words", [(), ("distrct",), ("--help",)], ids=repr)
def test_usage_and_help_import_no_heavy_library(in_process, words):
    imported = in_process(*words).stderr.decode().splitlines()[-1].split()
    assert "click" in imported
    assert {"pydantic", "yaml", "rich", "tabulate"} & set(imported) == set()


def test_it_is_written_whole_to_a_file(workspace):
    result = schema("district", "-o", "district.schema.json")
    assert (result.exit_code, result.output) == (0, "")
    written = Path("district.schema.json").read_bytes()
    assert written.decode("utf-8") == schema("district", "-o", "-").stdout
    assert sorted(path.name for path in Path().iterdir()) == ["district.schema.json", "indicators.yaml", "samples"]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("indicators.yaml", "never written over a YAML file"),
        ("a.yml", "never written over a YAML file"),
        ("nowhere/district.json", "no such folder"),
        ("samples", "nothing was written"),
        ("new/", "names a folder"),
    ],
)
def test_a_file_that_cannot_be_written_is_a_problem_and_nothing_else_changes(workspace, file, words):
    before = Path("indicators.yaml").read_bytes()
    result = schema("district", "-o", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["indicators.yaml", "samples"]
    assert Path("indicators.yaml").read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_said_in_a_line(in_process):
    with Path("/dev/full").open("wb") as full:
        result = in_process("district", stdout=full)
    assert result.returncode == 1
    assert b"standard output cannot be written" in result.stderr
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_faulty_indicator_is_said_and_the_others_are_printed(workspace, kind):
    workspace.keep_indicators(3)
    catalogue = Path("indicators.yaml")
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("    kind: share", "    kind: shore", 1), encoding="utf-8")
    result = schema(kind)
    assert result.exit_code == 0
    assert result.stderr.startswith("indicators.yaml:17:")
    assert "shore" in result.stderr
    printed = json.loads(result.stdout)
    if kind == "district":
        assert "inclusive_kindergarten_coverage" in ids_in(printed)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text",
    ["eduindex: 1\ndistricts: samples\ndimensions: [\n", "eduindex: 1\ndistricts: samples\n"],
    ids=["text", "keys"],
)
def test_a_catalogue_that_cannot_be_read_is_a_problem(workspace, kind, text):
    Path("indicators.yaml").write_text(text, encoding="utf-8")
    result = schema(kind, "-o", "out.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "indicators.yaml:" in result.stderr
    assert not Path("out.json").exists()


def test_a_workspace_that_is_not_there_is_a_problem(tmp_path):
    result = schema("district", "--workspace", str(tmp_path / "nowhere"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--workspace DIR names another" in result.stderr


def test_a_broken_district_is_no_matter(workspace):
    workspace.write("broken", "district: [")
    result = schema("district")
    assert (result.exit_code, result.stderr) == (0, "")


def test_hidden_characters_of_the_catalogue_are_shown(workspace):
    catalogue = Path("indicators.yaml")
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("公办园覆盖率,", "公办园\u200b覆盖率,", 1), encoding="utf-8")
    printed = schema("district").stdout
    assert "公办园‹U+200B›覆盖率" in printed
    assert "\u200b" not in printed
