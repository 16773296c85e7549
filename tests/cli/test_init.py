"""``eduindex init``: a new workspace that works, never over anything that is there, whole or not at all."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

FILES = {
    ".pre-commit-config.yaml",
    "catalogue.schema.json",
    "district.schema.json",
    "indicators.yaml",
    "samples",
    "samples/qinghe.yaml",
}
KEYS = (
    "indicator", "value", "period", "status", "variant", "scope", "source", "evidence", "period_evidence", "note",
    "accepts",
)  # fmt: skip


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder, the current one."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def begun(here, eduindex):
    """A workspace that was just begun, the current folder."""
    assert eduindex("init", ".").exit_code == 0
    return here


def names_in(folder):
    """All that is in a folder and below it, links and hidden files included."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def contents_of(folder):
    return {name: (folder / name).read_bytes() for name in names_in(folder) if (folder / name).is_file()}


# What is written


def test_a_new_folder_is_made_and_filled(here, eduindex):
    result = eduindex("init", "new")
    assert (result.exit_code, result.stderr) == (0, "")
    assert names_in(here) == {"new", *(f"new/{name}" for name in FILES)}


def test_it_says_what_was_written_and_how_to_go_on(here, eduindex):
    lines = eduindex("init", "new").stdout.splitlines()
    assert lines[0] == "Written in new:"
    written = {line.split()[0] for line in lines if line.startswith("  ") and not line.startswith("  eduindex ")}
    assert written == FILES - {"samples"}
    assert lines[-3:] == [
        "Next:",
        "  eduindex validate --workspace new",
        "  eduindex show qinghe --workspace new",
    ]


@pytest.mark.parametrize("name", ["new", "a folder", "新区", "it's"])
def test_the_commands_it_names_work_as_they_are_printed(here, environment_of, eduindex, name):
    commands = eduindex("init", name).stdout.splitlines()[-2:]
    for words in commands:
        line = words.strip().replace("eduindex", f"'{sys.executable}' -m eduindex", 1)
        result = subprocess.run(["sh", "-c", line], env=environment_of(), capture_output=True, timeout=60, check=False)
        assert (result.returncode, result.stderr) == (0, b"")


def test_in_the_current_folder_the_commands_name_no_workspace(here, eduindex):
    assert eduindex("init", ".").stdout.splitlines()[-2:] == ["  eduindex validate", "  eduindex show qinghe"]


def test_the_result_validates_strictly(begun, eduindex):
    result = eduindex("validate", "--strict")
    assert (result.exit_code, result.stderr) == (0, "")


def test_each_file_validates_alone(begun, eduindex):
    for name in ("indicators.yaml", "samples/qinghe.yaml", "samples"):
        assert eduindex("validate", "--strict", name).exit_code == 0


def test_its_district_is_shown(begun, eduindex):
    rows = eduindex("show", "青禾", "--all", "-f", "csv")
    assert (rows.exit_code, rows.stderr) == (0, "")
    assert "95%以上" in rows.stdout
    assert len(rows.stdout.splitlines()) == 7


def test_its_district_says_that_it_is_invented(begun, eduindex):
    assert "The figures of this example district are invented" in eduindex("show", "qinghe").stdout
    assert "示例县的数字均为虚构" in eduindex("show", "qinghe", "--lang", "zh").stdout


def test_a_copy_of_its_district_is_compared_with_it(begun, eduindex):
    text = (begun / "samples" / "qinghe.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("qinghe", "lanxi"),
        ("青禾", "兰汐"),
        ("Qinghe", "Lanxi"),
        ("339921", "339922"),
        ("62.5%", "71%"),
    ):
        text = text.replace(old, new)
    (begun / "samples" / "lanxi.yaml").write_text(text, encoding="utf-8")
    assert eduindex("validate").exit_code == 0
    result = eduindex("compare", "lanxi", "qinghe", "-f", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "better" in result.stdout


def test_its_catalogue_shows_indicators_of_different_kinds(begun, eduindex):
    assert len(eduindex("indicators", "-f", "csv").stdout.splitlines()) == 7
    catalogue = yaml.safe_load((begun / "indicators.yaml").read_text(encoding="utf-8"))
    kinds = {indicator["kind"] for indicator in catalogue["indicators"].values()}
    assert kinds == {"share", "count", "amount", "ratio", "grade"}


def test_its_entries_show_what_an_entry_can_say_in_the_canonical_order(begun):
    entries = yaml.safe_load((begun / "samples" / "qinghe.yaml").read_text(encoding="utf-8"))["entries"]
    for entry in entries:
        assert list(entry) == [key for key in KEYS if key in entry]
    assert {key for entry in entries for key in entry} == set(KEYS) - {"accepts"}
    assert any(str(entry["period"]).count("..") for entry in entries)
    assert any(entry["value"].endswith("以上") for entry in entries)


def test_each_data_file_names_its_schema_in_its_first_line(begun):
    for name in ("indicators.yaml", "samples/qinghe.yaml"):
        first = (begun / name).read_text(encoding="utf-8").splitlines()[0]
        comment, _, schema = first.partition("$schema=")
        assert comment == "# yaml-language-server: "
        document = json.loads((begun / name).parent.joinpath(schema).read_text(encoding="utf-8"))
        assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", ["district", "catalogue"])
def test_the_schemas_are_those_of_the_new_workspace(begun, eduindex, kind):
    assert (begun / f"{kind}.schema.json").read_text(encoding="utf-8") == eduindex("schema", kind).stdout


def test_the_workspace_is_found_from_below_it(begun, monkeypatch, eduindex):
    monkeypatch.chdir(begun / "samples")
    result = eduindex("districts", "-f", "csv")
    assert [line.split(",")[0] for line in result.stdout.splitlines()[1:]] == ["qinghe"]


def test_what_is_written_has_ordinary_permissions(here, eduindex):
    former = os.umask(0o022)
    try:
        eduindex("init", "new")
    finally:
        os.umask(former)
    assert {oct((here / "new" / name).stat().st_mode & 0o777) for name in FILES - {"samples"}} == {"0o644"}
    assert {oct((here / name).stat().st_mode & 0o777) for name in ("new", "new/samples")} == {"0o755"}


# What is there already


def test_an_empty_folder_is_filled(here, eduindex):
    assert eduindex("init", str(here)).exit_code == 0
    assert names_in(here) == FILES


def test_a_folder_with_other_files_is_filled_and_they_stay(here, eduindex):
    subprocess.run(["git", "init", "--quiet"], check=True, timeout=60)
    (here / "README.md").write_text("# Ours\n", encoding="utf-8")
    before = contents_of(here)
    assert eduindex("init", ".").exit_code == 0
    after = contents_of(here)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == FILES - {"samples"}


@pytest.mark.parametrize("name", sorted({name.partition("/")[0] for name in FILES}))
@pytest.mark.parametrize("kind", ["file", "folder", "link", "broken link"])
def test_nothing_is_overwritten(here, eduindex, name, kind):
    elsewhere = here.parent / "elsewhere"
    elsewhere.mkdir()
    path = here / "new" / name
    path.parent.mkdir()
    if kind == "file":
        path.write_text("ours", encoding="utf-8")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(elsewhere if kind == "link" else elsewhere / "nothing")
    result = eduindex("init", "new")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"new has {name} already" in result.stderr
    assert names_in(here) == {"new", f"new/{name}"}
    assert list(elsewhere.iterdir()) == []
    if kind == "file":
        assert path.read_text(encoding="utf-8") == "ours"


def test_all_that_is_in_the_way_is_named(here, eduindex):
    (here / "indicators.yaml").touch()
    (here / "samples").mkdir()
    assert ". has indicators.yaml, samples already" in eduindex("init", ".").stderr


def test_a_second_time_changes_nothing(begun, eduindex):
    (begun / "samples" / "qinghe.yaml").write_text("mine", encoding="utf-8")
    before = contents_of(begun)
    assert eduindex("init", ".").exit_code == 2
    assert contents_of(begun) == before


def test_a_file_is_no_folder(here, eduindex):
    (here / "notes").write_text("mine", encoding="utf-8")
    result = eduindex("init", "notes")
    assert (result.exit_code, contents_of(here)) == (2, {"notes": b"mine"})
    assert "notes is a file, not a folder" in result.stderr


@pytest.mark.parametrize("target", ["elsewhere", "nothing"])
def test_a_link_is_not_written_through(here, eduindex, target):
    (here / "elsewhere").mkdir()
    (here / "link").symlink_to(here / target)
    result = eduindex("init", "link")
    assert (result.exit_code, names_in(here)) == (2, {"elsewhere", "link"})
    assert "link is a link; name the folder that it leads to" in result.stderr


def test_a_folder_below_a_link_is_as_good_as_any(here, eduindex):
    (here / "real").mkdir()
    (here / "link").symlink_to(here / "real")
    assert eduindex("init", "link/new").exit_code == 0
    assert names_in(here / "real" / "new") == FILES


# What goes wrong


@pytest.mark.parametrize(
    ("words", "complaint"),
    [((), "Missing argument 'DIR'"), (("",), "DIR is empty"), (("a", "b"), "unexpected extra argument")],
    ids=["none", "empty", "two"],
)
def test_it_is_used_with_one_folder(here, eduindex, words, complaint):
    result = eduindex("init", *words)
    assert (result.exit_code, names_in(here)) == (2, set())
    assert complaint in result.stderr


def test_the_folder_around_must_exist(here, eduindex):
    result = eduindex("init", "a/b")
    assert (result.exit_code, result.stdout, names_in(here)) == (1, "", set())
    assert "a/b: T020 cannot be written: there is no such folder" in result.stderr
    assert result.stderr.endswith("eduindex: nothing was written\n")


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "a/\0"], ids=["too long", "a zero byte", "a zero byte below"])
def test_an_impossible_name_is_no_crash(here, eduindex, name):
    result = eduindex("init", name)
    assert (result.exit_code, names_in(here)) == (1, set())
    assert "T020 cannot be written" in result.stderr
    assert "\0" not in result.stderr


def test_hidden_characters_in_the_name_are_shown(here, eduindex):
    first, second = eduindex("init", "a\x1b[31mb"), eduindex("init", "a\x1b[31mb")
    assert (first.exit_code, second.exit_code) == (0, 2)
    assert "\x1b" not in first.stdout + second.stderr
    assert "a␛[31mb" in first.stdout


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="this user may write everywhere")
@pytest.mark.parametrize("name", [".", "new"])
def test_without_permission_nothing_is_written(here, eduindex, name):
    here.chmod(0o555)
    try:
        result = eduindex("init", name)
    finally:
        here.chmod(0o755)
    assert (result.exit_code, names_in(here)) == (1, set())
    assert "T020 cannot be written: no permission" in result.stderr


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash, which limits the size of files")
@pytest.mark.parametrize("blocks", [0, 1, 2, 4])
@pytest.mark.parametrize("name", [".", "new"])
def test_where_files_cannot_be_written_whole_nothing_is_left(here, environment_of, name, blocks):
    """A real failure of writing, of one file or another: the system lets no file grow beyond some kilobytes."""
    command = f"trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" -m eduindex init {name}"
    result = subprocess.run(
        ["bash", "-c", command, sys.executable], env=environment_of(), capture_output=True, timeout=60, check=False
    )
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"T020 cannot be written" in result.stderr
    assert b".tmp" not in result.stderr
    assert names_in(here) == set()


def failing(function, at, error):
    """``function``, which fails at its ``at``-th call."""
    calls = 0

    def call(*arguments, **options):
        nonlocal calls
        calls += 1
        if calls == at:
            raise error
        return function(*arguments, **options)

    return call


DISK_FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("at", range(1, 11))
@pytest.mark.parametrize("error", [DISK_FULL, KeyboardInterrupt()], ids=["disk full", "interrupted"])
def test_a_failure_at_any_step_leaves_what_was_there(here, eduindex, monkeypatch, at, error):
    """Five files are moved within the hidden folder, as each is written, and then five to their places."""
    (here / "README.md").write_text("# Ours\n", encoding="utf-8")
    monkeypatch.setattr(os, "replace", failing(os.replace, at, error))
    result = eduindex("init", ".")
    assert result.exit_code == 1
    assert contents_of(here) == {"README.md": b"# Ours\n"}
    assert names_in(here) == {"README.md"}
    if error is DISK_FULL:
        assert "the disk is full" in result.stderr
    monkeypatch.undo()
    monkeypatch.chdir(here)
    assert eduindex("init", ".").exit_code == 0


def test_the_catalogue_comes_last(here, eduindex, monkeypatch):
    """A process that is killed in between leaves files, but no workspace that seems to be one."""
    there = []
    replace = os.replace

    def look(source, target):
        replace(source, target)
        there.append({path.name for path in here.rglob("*") if path.is_file() and path.parent.name[0] != "."})

    monkeypatch.setattr(os, "replace", look)
    assert eduindex("init", ".").exit_code == 0
    assert [names for names in there if "indicators.yaml" in names] == there[-1:]
    assert there[-1] == {name.rpartition("/")[2] for name in FILES} - {"samples"}


@pytest.mark.parametrize("error", [DISK_FULL, KeyboardInterrupt()], ids=["disk full", "interrupted"])
def test_a_new_folder_that_cannot_get_its_name_leaves_nothing(here, eduindex, monkeypatch, error):
    monkeypatch.setattr(os, "rename", failing(os.rename, 1, error))
    assert eduindex("init", "new").exit_code == 1
    assert names_in(here) == set()


@pytest.mark.parametrize("name", sorted({name.partition("/")[0] for name in FILES}))
def test_what_appears_meanwhile_is_not_overwritten(here, eduindex, monkeypatch, name):
    """Somebody writes a file of that name after the look and before the first move."""
    from eduindex.storage import starting

    def look(folder):
        (folder / name).write_text("theirs", encoding="utf-8")
        return ""

    monkeypatch.setattr(starting, "reason_against", look)
    result = eduindex("init", ".")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is something of that name already" in result.stderr
    assert contents_of(here) == {name: b"theirs"}
    assert names_in(here) == {name}


@pytest.mark.parametrize("name", [".", "new"])
def test_of_several_at_once_one_writes_all_and_the_others_nothing(here, environment_of, name):
    command = [sys.executable, "-m", "eduindex", "init", name]
    running = [
        subprocess.Popen(command, env=environment_of(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(3)
    ]
    codes = [process.wait(timeout=60) for process in running]
    assert codes.count(0) == 1
    assert set(codes) <= {0, 1, 2}
    assert names_in(here / name) == FILES
    assert names_in(here) - {"new"} == (FILES if name == "." else {f"new/{each}" for each in FILES})


def test_the_templates_are_a_workspace_of_their_own(repository, eduindex):
    """What is edited in the repository is what is written, so it is checked where it lies."""
    starter = Path(repository) / "eduindex" / "storage" / "starter"
    assert eduindex("validate", "--strict", "--workspace", str(starter)).exit_code == 0


def test_the_installed_package_has_all_that_it_writes(repository, here, environment_of):
    """Installed, it has nothing but the package's folder to take the files from."""
    shutil.copytree(repository / "eduindex", here / "installed" / "eduindex")
    result = subprocess.run(
        [sys.executable, "-m", "eduindex", "init", "new"],
        env=environment_of(PYTHONPATH=str(here / "installed")),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert names_in(here / "new") == FILES
