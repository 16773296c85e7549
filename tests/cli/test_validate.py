"""What ``validate`` looks at, what it tells and with which exit code, seen from outside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from eduindex.rules.example_workspace import CATALOGUE, SOUND_DISTRICT, SOUND_ENTRY

REPOSITORY = Path(__file__).resolve().parent.parent.parent
UNPROVED = SOUND_ENTRY.replace("达92.4%", "达94.2%")
RECRUITED = """\
  - indicator: teachers_recruited
    value: {value}
    period: 2023
    source: report-2023
    evidence: 2023年招聘新教师{value}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A sound workspace, which is the current folder."""
    (tmp_path / "indicators.yaml").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "districts").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EDUINDEX_REPORTS", raising=False)
    monkeypatch.delenv("EDUINDEX_WORKSPACE", raising=False)
    write("qinghe", "")
    return tmp_path


def write(id, more, text=SOUND_DISTRICT):
    Path(f"districts/{id}.yaml").write_text(
        text.replace("district: qinghe", f"district: {id}") + more, encoding="utf-8"
    )


@pytest.fixture
def found(eduindex, folder):
    """Runs ``validate``: its exit code and the findings as ``file:line CODE``."""

    def run(*words):
        result = eduindex("validate", "-f", "json", *words)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        records = json.loads(result.stdout)["records"]
        return result.exit_code, [f"{one['file']}:{one['line']} {one['code']}" for one in records]

    return run


def codes(result):
    return result[0], [one.split()[1] for one in result[1]]


def test_a_sound_workspace_is_clean(found):
    assert found("--strict") == (0, [])
    assert found("--strict", "districts/qinghe.yaml") == (0, [])
    assert found("--strict", "districts", "indicators.yaml", ".") == (0, [])


def test_a_workspace_named_twice_is_looked_at_once(eduindex, folder):
    result = eduindex(
        "validate", "-f", "json", "indicators.yaml", str(folder / "indicators.yaml"), ".", "districts/qinghe.yaml"
    )
    assert json.loads(result.stdout)["summary"]["files"] == 2


@pytest.mark.parametrize(
    ("old", "new"), [("dimensions:", "dimension:"), ("kind: count", "kind: counts"), ('unit: "%"', "unit: %")]
)
def test_a_file_is_never_passed_by_a_catalogue_that_cannot_judge_it(found, old, new):
    Path("indicators.yaml").write_text(CATALOGUE.replace(old, new), encoding="utf-8")
    write("qinghe", RECRUITED.format(value="7人"))
    exit_code, findings = found("districts/qinghe.yaml")
    assert exit_code == 1
    assert all(one.startswith("indicators.yaml:") for one in findings)
    assert findings


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "---\n" + text,
        lambda text: text.replace("eduindex: 1", 'eduindex: "1"'),
        lambda text: text.replace("eduindex: 1", "eduindex:  1"),
        lambda text: "# a remark\n\n" + text,
    ],
)
def test_a_catalogue_is_recognised_however_it_begins(found, change, monkeypatch):
    Path("indicators.yaml").write_text(change(CATALOGUE), encoding="utf-8")
    assert found("districts/qinghe.yaml") == (0, [])
    monkeypatch.chdir("districts")
    assert found() == (0, [])
    assert found("qinghe.yaml") == (0, [])


@pytest.mark.parametrize("text", ["", "eduindex: 2\n", "- a list\n", "eduindex：1\n"])
def test_a_catalogue_that_is_none_is_told_and_not_passed_over(found, text, monkeypatch):
    Path("indicators.yaml").write_text(text, encoding="utf-8")
    assert found()[0] == 1
    assert found("districts/qinghe.yaml")[0] == 1
    monkeypatch.chdir("districts")
    assert found()[0] == 1


def test_the_packaged_samples_answer_only_with_a_notice(eduindex, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EDUINDEX_WORKSPACE", raising=False)
    result = eduindex("validate")
    assert "notice: using the packaged samples" in result.stderr
    Path("lone.yaml").write_text("a: 1\n", encoding="utf-8")
    assert "notice: using the packaged samples" in eduindex("validate", "lone.yaml").stderr


def test_an_unreadable_file_is_told_whatever_is_selected(found):
    write("qinghe", "  - [\n")
    assert codes(found("--select", "E")) == (1, ["T006"])
    assert codes(found("--select", "E", "--ignore", "T006")) == (0, [])


@pytest.mark.parametrize("words", [("--select", ""), ("--select", ","), ("--select", "X001"), ("--ignore", "e0")])
def test_a_selection_of_nothing_is_wrong_use(eduindex, folder, words):
    assert eduindex("validate", *words).exit_code == 2


def test_what_was_left_out_is_told(eduindex, folder):
    assert "Left out on request" in eduindex("validate", "--ignore", "E").stdout
    assert "Left out on request" not in eduindex("validate").stdout
    Path("reports").mkdir()
    assert "1 entry" in eduindex("validate", "--reports", "reports").stdout  # its source names no text


def test_acceptances_in_vain_are_found_alone(found):
    write("qinghe", "    accepts: {P009: no reason any more}\n")
    assert codes(found("--select", "A001")) == (0, ["A001"])
    assert codes(found("--select", "A")) == (0, ["A001"])


def test_many_warnings_hide_no_error(found):
    entry = RECRUITED.replace("2023年招聘新教师", "2023年新增")
    many = "".join(
        entry.format(value=f"{number}人").replace("    source", f"    scope: 第{number}片\n    source")
        for number in range(10, 610)
    )
    write("qinghe", many + UNPROVED.replace("2023", "2022", 1))
    exit_code, findings = codes(found())
    assert exit_code == 1
    assert "E003" in findings
    assert len(findings) < 600
    assert "T021" in findings


def test_what_is_accepted_counts_for_nothing(found):
    entry = RECRUITED.replace("2023年招聘新教师", "2023年新增")
    many = "".join(
        entry.format(value=f"{number}人").replace("    source", f"    scope: 第{number}片\n    source")
        for number in range(10, 610)
    )
    write("qinghe", many, SOUND_DISTRICT.replace("entries:", "accepts: {E005: judged}\nentries:"))
    assert found("--strict") == (0, [])


@pytest.mark.parametrize("carrier", [0, 1])
def test_either_half_of_a_contradiction_may_carry_its_acceptance(found, carrier):
    halves = [RECRUITED.format(value="238人"), RECRUITED.format(value="283人")]
    write("qinghe", "".join(halves))
    assert codes(found()) == (0, ["P004"])
    halves[carrier] += "    accepts: {P004: the report says both}\n"
    write("qinghe", "".join(halves))
    assert found("--strict") == (0, [])


@pytest.mark.parametrize(
    "entry",
    [
        RECRUITED.format(value="238余人").replace("teachers_recruited", "teachers_recruted")
        + "    accepts: {P009: printed so}\n",
        RECRUITED.format(value="很多人") + "    accepts: {P009: printed so}\n",
    ],
)
def test_an_acceptance_is_not_in_vain_where_its_rule_could_not_be_asked(found, entry):
    write("qinghe", entry)
    assert "A001" not in codes(found())[1]


def test_an_acceptance_by_the_reports_is_in_vain_only_where_they_were_read(found):
    Path("reports").mkdir()
    write("qinghe", "    accepts: {E004: a misprint}\n")
    assert found("--reports", "reports") == (0, [])
    assert found() == (0, [])


@pytest.mark.parametrize(("name", "begins"), [("x.json", "{\n"), ("x.sarif", "{\n"), ("x.txt", "2 files")])
def test_the_ending_of_the_file_names_the_format(eduindex, folder, name, begins):
    assert eduindex("validate", "-o", name).exit_code == 0
    assert Path(name).read_text(encoding="utf-8").startswith(begins)
    assert eduindex("validate", "-o", "-").stdout.startswith("2 files")
    assert not Path("-").exists()


def test_the_exit_code_does_not_depend_on_who_reads(folder):
    write("qinghe", UNPROVED)
    command = [sys.executable, "-m", "eduindex", "validate"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.wait(60) == 1
        assert process.stderr.read() == b""


def test_a_phrase_is_looked_up_wherever_the_report_repeats_it(found):
    Path("reports").mkdir()
    text = "信息化设备配备率达92.4%。普惠性幼儿园覆盖率继续提高,达92.4%。"
    Path("reports/a.txt").write_text(text, encoding="utf-8")
    district = SOUND_DISTRICT.replace("published:", "file: a.txt\n    published:")
    write(
        "qinghe",
        "",
        district[: district.index("entries:")] + "entries:\n" + SOUND_ENTRY.replace("2023年普惠性幼儿园覆盖率达", "达"),
    )
    assert found("--reports", "reports", "--strict") == (0, [])


@pytest.mark.parametrize("reports", ["none", "a" * 300, "indicators.yaml/x"])
def test_a_folder_of_reports_that_is_none_is_wrong_use(eduindex, folder, reports):
    result = eduindex("validate", "--reports", reports)
    assert result.exit_code == 2
    assert "no folder of reports" in result.stderr
