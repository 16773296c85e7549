"""``eduindex validate`` judges every file of the corpus as the fault in it demands: this finding, in this line, and no other.

Most cases run in this process; those that are made to crash, hang or fill the memory run in one of their own, under limits.
"""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from corpus_case import DISTRICT_FILE, WARNINGS, Case, Expected
from disagreements import AMONG_MANY, DISAGREEMENTS, TOO_COSTLY
from generate import BAD, GOOD, exit_code, main, slug, write_case
from hostile_cases import TERMINAL

# Everything that acts on a terminal, hides or reorders; a line feed is the only control character that we print.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
SECONDS, BYTES = 5, 500_000_000
LIMITED = f"""\
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
resource.setrlimit(resource.RLIMIT_AS, ({BYTES}, {BYTES}))
from eduindex.cli.main import run
sys.argv[0] = "eduindex"
run()
"""
ORDINARY_USER = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits, pipes, links and file names of POSIX systems")


def disagreement(case):
    """The mark of a case that the tool judges wrongly; one that would exhaust the limits is not even begun."""
    return pytest.mark.xfail(strict=True, reason=DISAGREEMENTS[case.name], run=case.name not in TOO_COSTLY)


def parameters(cases):
    """The cases as parameters; where the tool is known to be wrong, it has to be."""
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[
                *([ORDINARY_USER] if case.needs_ordinary_user else []),
                *([POSIX] if case.build or case.hostile else []),
                *([disagreement(case)] if case.name in DISAGREEMENTS else []),
            ],
        )
        for case in cases
    ]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Writes a case's workspace and goes there."""

    def write(case: Case) -> Path:
        root = tmp_path / "workspace"
        write_case(case, root)
        monkeypatch.chdir(root)
        return root

    return write


def fits(record: dict[str, object], expected: Expected) -> bool:
    """Whether a finding of the tool is the one expected."""
    line, column = record["line"] or 0, record["column"] or 0
    if record["code"] not in expected.codes or expected.file not in ("", record["file"]):
        return False
    if not expected.line:
        return line in (0, 1)
    if line in expected.as_right:
        return True
    return line == expected.line and expected.column in (0, column, column + character_told(record) - 1)


def character_told(record: dict[str, object]) -> int:
    """Which character of the text the message points at, where it counts them; the column is then where the text begins."""
    told = re.search(r"at its character (\d+)", str(record["message"]))
    return int(told[1]) if told else 1


def run_limited(words: list[str], folder: Path, environ: dict[str, str]) -> tuple[int, str, str]:
    """Exit code, output and complaints of a run under limits; one that hangs is ended with all processes that it began."""
    command = [sys.executable, "-c", LIMITED, *words]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=folder, env=environ, stdout=pipe, stderr=pipe, start_new_session=True)
    try:
        out, err = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    return process.returncode, out.decode(), err.decode()


def assert_judged(records: list[dict[str, object]], case: Case) -> None:
    told = [f"{one['file']}:{one['line']}:{one['column']}: {one['code']} {one['message']}" for one in records]
    for expected in case.expected:
        assert any(fits(record, expected) for record in records), (expected, told)
    if not case.more_faults:
        unexpected = [one for one in records if not any(fits(one, expected) for expected in case.expected)]
        assert unexpected == [], told
        assert len(records) == len(case.expected), told
    for record in records:
        assert record["severity"] == ("warning" if record["code"] in WARNINGS else "error")


def assert_harmless(out: str, err: str) -> None:
    assert "Traceback" not in out + err
    assert RAW.findall(out) == []
    assert RAW.findall(err) == []
    assert [line for line in (out + err).splitlines() if line.startswith(("forged", "::"))] == []


def assert_told(text: str, records: list[dict[str, object]]) -> None:
    """Every finding stands in the text with its place and its code."""
    for one in records:
        place = f"{one['file']}:{one['line']}:{one['column']}" if one["line"] else one["file"]
        assert f"{place}: {one['code']} " in text


@pytest.mark.parametrize("case", parameters(case for case in (*BAD, *GOOD) if not case.hostile))
def test_a_case_is_judged_by_its_fault(place, eduindex, case):
    place(case)
    strict = eduindex("validate", "-f", "json", "--strict", *case.words)
    assert strict.exception is None or isinstance(strict.exception, SystemExit)
    records = json.loads(strict.stdout)["records"]
    assert_judged(records, case)
    text = eduindex("validate", *case.words)
    assert text.exception is None or isinstance(text.exception, SystemExit)
    assert_told(text.stdout, records)
    assert (text.exit_code, strict.exit_code) == (exit_code(case, strict=False), exit_code(case, strict=True))
    for result in (strict, text):
        assert_harmless(result.stdout, result.stderr)


@pytest.mark.parametrize("case", parameters(case for case in (*BAD, *GOOD) if case.hostile))
def test_a_hostile_case_is_judged_within_limits(place, environment_of, case):
    root = place(case)
    code, out, err = run_limited(["validate", "-f", "json", *case.words], root, environment_of())
    assert_harmless(out, err)
    assert_judged(json.loads(out)["records"], case)
    assert code == exit_code(case, strict=False)


@pytest.mark.parametrize("form", ["github", "sarif"])
@pytest.mark.parametrize("case", parameters(TERMINAL))
def test_what_attacks_a_terminal_is_harmless_in_every_format(place, eduindex, case, form):
    place(case)
    result = eduindex("validate", "-f", form, *case.words)
    assert result.exit_code == 1
    assert RAW.findall(result.stdout + result.stderr) == []
    assert "Traceback" not in result.stderr
    if form == "github":
        assert [
            line for line in result.stdout.splitlines() if "forged" in line and "districts/alpha.yaml" not in line
        ] == []
    else:
        assert json.loads(result.stdout)["version"] == "2.1.0"


def test_no_bad_file_hides_another_and_many_are_judged_as_one(tmp_path, monkeypatch, eduindex):
    """All that a district file can suffer from, in one large workspace, which may be read in another way than a small one."""
    cases = [case for case in (*BAD, *GOOD) if list(case.files) == [DISTRICT_FILE] and not (case.hostile or case.words)]
    names = {f"districts/case-{number}.yaml": case for number, case in enumerate(cases)}
    write_case(GOOD[0], tmp_path / "workspace")
    (tmp_path / "workspace" / DISTRICT_FILE).unlink()
    for name, case in names.items():
        named = case.files[DISTRICT_FILE].replace(b"district: alpha", b"district: " + Path(name).stem.encode(), 1)
        (tmp_path / "workspace" / name).write_bytes(named)
    monkeypatch.chdir(tmp_path / "workspace")
    told = json.loads(eduindex("validate", "-f", "json", "--ignore", "S005,S007,S008,S009,P007").stdout)["records"]
    wrong = set()
    for name, case in names.items():
        if case.name not in DISAGREEMENTS and not any("S005" in expected.codes for expected in case.expected):
            records = [one | {"file": DISTRICT_FILE} for one in told if one["file"] == name]
            try:
                assert_judged(records, case)
            except AssertionError:
                wrong.add(case.name)
    assert wrong == set(AMONG_MANY)


def test_the_corpus_is_as_large_as_promised_and_every_case_has_a_folder_of_its_own():
    assert len(BAD) >= 160
    assert len(GOOD) >= 40
    names = [slug(case) for case in (*BAD, *GOOD)]
    assert len(set(names)) == len(names)
    assert set(DISAGREEMENTS) <= {case.name for case in (*BAD, *GOOD)}


def test_the_generator_writes_every_case_and_what_is_expected(tmp_path):
    main(tmp_path)
    told = json.loads((tmp_path / "expected.json").read_text(encoding="utf-8"))
    assert {case["folder"] for case in told} == {path.name for path in tmp_path.iterdir() if path.is_dir()}
    assert all(case["exit_code"] <= case["exit_code_strict"] for case in told)
