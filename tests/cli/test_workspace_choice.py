"""Which workspace answers, and what standard error says when it is not the current folder's."""

import shutil

import pytest

DECOYS = {
    "another tool's": "indicators:\n  eduindex: 1\n",
    "empty": "",
    "another version": "version: 1\n",
    "the words in a comment": "# eduindex: 1\n",
    "the words below a comment and another key": "# a comment\nversion: 1\neduindex: 1\n",
    "comments and nothing else": "# a comment\n\n# eduindex: 1",
    "binary": b"\x00\xff\xfeeduindex: 1",
}


@pytest.fixture
def alpha(workspace, district_text):
    """A workspace, the current folder, with the district alpha."""
    workspace.keep_indicators(1)
    workspace.write("alpha", district_text("alpha"))
    return workspace


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """An empty folder, the current one, that no workspace is above of."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def ids(result):
    return [line.split(",")[0] for line in result.stdout.splitlines()[1:]]


def districts(eduindex, *words, **environ):
    return eduindex("districts", "-f", "csv", *words, environ=environ)


def test_the_current_folder_answers_without_a_notice(alpha, eduindex):
    result = districts(eduindex)
    assert (ids(result), result.stderr) == (["alpha"], "")


def test_the_named_folder_answers_without_a_notice(alpha, elsewhere, eduindex):
    result = districts(eduindex, "--workspace", str(alpha.root))
    assert (ids(result), result.stderr) == (["alpha"], "")


def test_the_environment_answers_with_a_notice(alpha, elsewhere, eduindex):
    result = districts(eduindex, EDUINDEX_WORKSPACE=str(alpha.root))
    assert (ids(result), result.stderr) == (["alpha"], f"notice: using {alpha.root}\n")


def test_the_named_folder_wins_over_the_environment(alpha, repository, elsewhere, eduindex):
    result = districts(eduindex, "--workspace", str(alpha.root), EDUINDEX_WORKSPACE=str(repository))
    assert (ids(result), result.stderr) == (["alpha"], "")


def test_the_environment_wins_over_the_current_folder(alpha, repository, eduindex):
    result = districts(eduindex, EDUINDEX_WORKSPACE=str(repository))
    assert "quzhou" in ids(result)
    assert result.stderr == f"notice: using {repository}\n"


def test_an_empty_environment_variable_says_nothing(alpha, eduindex):
    result = districts(eduindex, EDUINDEX_WORKSPACE="")
    assert (ids(result), result.stderr) == (["alpha"], "")


def test_the_nearest_folder_above_answers_with_a_notice(alpha, monkeypatch, eduindex):
    below = alpha.root / "drafts" / "2024"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    result = districts(eduindex)
    assert (ids(result), result.stderr) == (["alpha"], f"notice: using {alpha.root}\n")


@pytest.mark.parametrize("decoy", list(DECOYS.values()), ids=list(DECOYS))
def test_a_file_of_that_name_that_is_no_catalogue_is_passed_by(alpha, monkeypatch, eduindex, decoy):
    below = alpha.root / "drafts"
    below.mkdir()
    (below / "indicators.yaml").write_bytes(decoy if isinstance(decoy, bytes) else decoy.encode())
    monkeypatch.chdir(below)
    result = districts(eduindex)
    assert (ids(result), result.stderr) == (["alpha"], f"notice: using {alpha.root}\n")


def test_a_folder_of_that_name_is_passed_by(alpha, monkeypatch, eduindex):
    (alpha.root / "drafts" / "indicators.yaml").mkdir(parents=True)
    monkeypatch.chdir(alpha.root / "drafts")
    assert ids(districts(eduindex)) == ["alpha"]


def test_the_nearer_of_two_answers(alpha, monkeypatch, eduindex, district_text):
    inner = alpha.root / "inner"
    shutil.copytree(alpha.samples, inner / "samples")
    shutil.copy(alpha.root / "indicators.yaml", inner)
    (inner / "samples" / "alpha.yaml").unlink()
    (inner / "samples" / "beta.yaml").write_text(district_text("beta"), encoding="utf-8")
    monkeypatch.chdir(inner)
    result = districts(eduindex)
    assert (ids(result), result.stderr) == (["beta"], "")


def test_the_packaged_samples_answer_where_nothing_else_does(elsewhere, eduindex):
    result = districts(eduindex)
    assert ids(result) == ["luyang", "ouhai", "quzhou", "yunzhou", "zhangping"]
    assert result.stderr == "notice: using the packaged samples\n"


@pytest.mark.parametrize("named", [True, False])
def test_a_named_folder_without_a_catalogue_is_not_passed_by(alpha, tmp_path, eduindex, named):
    empty = tmp_path / "empty"
    empty.mkdir()
    result = (
        districts(eduindex, "--workspace", str(empty)) if named else districts(eduindex, EDUINDEX_WORKSPACE=str(empty))
    )
    assert (result.exit_code, result.stdout) == (1, "")
    assert "indicators.yaml: T001 cannot be read: there is no such file" in result.stderr


def test_a_catalogue_with_a_byte_order_mark_answers(alpha, eduindex):
    path = alpha.root / "indicators.yaml"
    path.write_bytes("\ufeff".encode() + path.read_bytes())
    result = districts(eduindex)
    assert (ids(result), result.stderr) == (["alpha"], "")


@pytest.mark.parametrize(
    "above",
    [
        "# yaml-language-server: $schema=catalogue.schema.json\n",
        "\ufeff# one\n",
        "# one\n# two\n\n  # three\n\n",
        "\r\n# one\r\n \r\n",
        "#\n",
    ],
    ids=["a schema", "a byte order mark", "several lines", "lines as Windows ends them", "an empty comment"],
)
def test_comments_and_blank_lines_may_stand_above(alpha, monkeypatch, eduindex, above):
    path = alpha.root / "indicators.yaml"
    path.write_bytes(above.encode() + path.read_bytes())
    monkeypatch.chdir(alpha.samples)
    result = districts(eduindex)
    assert (ids(result), result.stderr) == (["alpha"], f"notice: using {alpha.root}\n")


def test_a_long_file_of_comments_is_passed_by(alpha, monkeypatch, eduindex):
    below = alpha.root / "drafts"
    below.mkdir()
    (below / "indicators.yaml").write_text("# \n" * 500_000 + " " * 500_000 + "# eduindex: 1", encoding="utf-8")
    monkeypatch.chdir(below)
    assert ids(districts(eduindex)) == ["alpha"]


@pytest.mark.parametrize(
    "folder", ["..", "../outside", "/", "samples/../..", "..\\outside", "'C:'", "a/../../outside", "'file:///'", "''"]
)
def test_districts_outside_the_workspace_are_refused(alpha, tmp_path, eduindex, folder, district_text):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text(district_text("secret"), encoding="utf-8")
    path = alpha.root / "indicators.yaml"
    path.write_text(path.read_text("utf-8").replace("districts: samples", f"districts: {folder}", 1), encoding="utf-8")
    for words in ((), ("--workspace", ".")):
        result = districts(eduindex, *words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(("indicators.yaml:2:12: S004", "indicators.yaml:1:1: S002"))
        assert "secret" not in result.stderr


def test_an_absolute_folder_is_refused(alpha, tmp_path, eduindex):
    path = alpha.root / "indicators.yaml"
    path.write_text(
        path.read_text("utf-8").replace("districts: samples", f"districts: {tmp_path}", 1), encoding="utf-8"
    )
    result = districts(eduindex)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "indicators.yaml:2:12: S004 the folder of the districts lies outside the workspace" in result.stderr


def test_a_link_as_the_folder_of_the_districts_shows_nothing_of_what_is_outside(
    alpha, tmp_path, eduindex, district_text
):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text(district_text("secret", value="77%"), encoding="utf-8")
    (alpha.root / "linked").symlink_to(outside)
    path = alpha.root / "indicators.yaml"
    path.write_text(path.read_text("utf-8").replace("districts: samples", "districts: linked", 1), encoding="utf-8")
    assert ids(districts(eduindex)) == []
    result = eduindex("show", "secret")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "T001 the file is a link that leads out of the workspace" in result.stderr


def test_a_link_inside_the_workspace_is_followed(alpha, eduindex):
    shutil.move(alpha.samples / "alpha.yaml", alpha.root / "kept-elsewhere.yaml")
    (alpha.samples / "alpha.yaml").symlink_to(alpha.root / "kept-elsewhere.yaml")
    assert ids(districts(eduindex)) == ["alpha"]


def test_other_files_beside_the_districts_are_no_districts(alpha, eduindex):
    for name in ("notes.txt", ".hidden.yaml", "alpha.yaml~", "README"):
        (alpha.samples / name).write_text("nothing", encoding="utf-8")
    result = districts(eduindex)
    assert (ids(result), result.stderr) == (["alpha"], "")


def test_a_file_whose_ending_hides_it_is_told(alpha, eduindex):
    (alpha.samples / "beta.yml").write_text("nothing", encoding="utf-8")
    result = districts(eduindex)
    assert (result.exit_code, ids(result)) == (0, ["alpha"])
    assert result.stderr == "notice: left out: samples/beta.yml: S005 a district file ends in .yaml (rename it)\n"


def test_a_workspace_without_districts_is_empty_and_says_so(workspace, eduindex):
    workspace.samples.rmdir()
    result = districts(eduindex)
    assert (result.exit_code, ids(result)) == (0, [])
    assert result.stderr == "notice: left out: samples: T001 the folder of the districts cannot be read (make it)\n"


def test_in_a_deleted_folder_there_is_no_traceback(elsewhere, eduindex, repository):
    elsewhere.rmdir()
    assert districts(eduindex, "--workspace", str(repository)).exit_code == 0
