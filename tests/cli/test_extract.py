"""``eduindex extract``: a draft that validates, never over anything that is there, whatever the report is."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eduindex.cli.main import main

REPORT = """\
清河县教育局2023年工作总结

2023年,清河县公办园在园幼儿占比达57.3%,比上年提高2.1个百分点。
全年共招聘新教师238名。
"""
KNOWN = """\
district: qinghe
code: "330199"
name: {zh: 清河县, en: Qinghe}
within: {zh: 浙江省杭州市, en: "Hangzhou, Zhejiang"}
aliases: [清河]
sources:
  yearbook:
    title: 年鉴
    publisher: 清河县教育局
    published: 2024-02-01
    file: reports/qinghe-2023.txt
entries:
  - indicator: public_kindergarten_coverage
    value: 57.30%
    period: 2023
    variant: children
    source: yearbook
    evidence: 2023年公办园在园幼儿占比达57.30%
  - indicator: teachers_recruited
    value: 240名
    period: 2023
    source: yearbook
    evidence: 2023年招聘新教师240名
"""
# Everything that acts on a terminal, hides or reorders; a line feed is the only control character that we print.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
FORMATS = ("table", "csv", "tsv", "json", "markdown", "html", "latex", "plain")


@pytest.fixture
def here(workspace):
    """A workspace without districts, and beside it a report."""
    (workspace.root / "qinghe-2023.txt").write_text(REPORT, encoding="utf-8")
    return workspace


def from_input(*words, text=REPORT):
    """Run with the report as standard input."""
    data = text.encode() if isinstance(text, str) else text
    return CliRunner().invoke(main, ["extract", *words], input=data, prog_name="eduindex", color=True)


def validated(eduindex, path):
    """The codes of all findings about a draft."""
    return [one["code"] for one in json.loads(eduindex("validate", str(path), "-f", "json").stdout)["records"]]


def test_a_report_becomes_a_draft(here, eduindex):
    result = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe")
    assert result.exit_code == 0
    assert result.stdout == (
        "# A draft: confirm, correct or delete each entry, then delete these comments.\n"
        "district: qinghe\n"
        "# name: write its names in Chinese and English, as in {zh: 清河县, en: Qinghe}\n"
        "name: qinghe\n"
        "sources:\n"
        "  report-2023:\n"
        "    # publisher: write who published it\n"
        "    # published: write when it was published\n"
        "    title: 清河县教育局2023年工作总结\n"
        "    published: undated\n"
        "    file: qinghe-2023.txt\n"
        "entries:\n" + result.stdout.partition("entries:\n")[2]
    )
    assert "    value: 57.3%\n" in result.stdout
    assert "    value: 238名\n" in result.stdout
    assert "2.1个百分点" not in result.stdout
    assert result.stdout.count("  # line 3; ") == result.stdout.count("  # line 4; ") == 1
    assert (
        result.stderr
        == "3 figures read: 2 proposed, 1 left (change 1). It is read as a report on 2023; --year says otherwise.\n"
    )


def test_a_draft_is_in_order_for_validate(here, eduindex):
    target = here.samples / "qinghe.yaml"
    result = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe", "-o", "samples/qinghe.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8") == eduindex("extract", "qinghe-2023.txt", "--district", "qinghe").stdout
    assert validated(eduindex, target) == []
    assert "57.3%" in eduindex("show", "qinghe").stdout


def test_evidence_of_a_draft_is_found_in_its_report(here, eduindex):
    """Through line ends of Windows, tabs, marks and the encoding of an office."""
    text = REPORT.replace("占比达57.3%", "占比\u3000达\t57.\n3%").replace("\n", "\r\n").replace("新教师", "新\x07教师")
    (here.root / "reports").mkdir()
    (here.root / "reports" / "report.txt").write_bytes(text.encode("gb18030"))
    assert eduindex("extract", "reports/report.txt", "--district", "qinghe", "-o", "samples/qinghe.yaml").exit_code == 0
    found = eduindex("validate", "samples/qinghe.yaml", "--reports", "reports", "-f", "json").stdout
    assert json.loads(found)["records"] == []


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_the_encoding_is_found_and_an_unusual_one_is_said(here, eduindex, codec):
    (here.root / "qinghe-2023.txt").write_bytes(REPORT.encode(codec))
    result = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe")
    assert (result.exit_code, "57.3%" in result.stdout) == (0, True)
    said = {"gbk": "GBK", "gb18030": "GBK", "utf-16": "UTF-16"}.get(codec)
    assert (f"The report is saved as {said}." in result.stderr) is (said is not None)
    assert "saved as" not in result.stderr or said


def test_standard_input_is_a_report_without_a_file(here):
    result = from_input("-", "--district", "qinghe")
    assert (result.exit_code, "57.3%" in result.stdout, "    file:" in result.stdout) == (0, True, False)


@pytest.mark.parametrize("name", ["a:b.txt", ".report", "re\x1bport.txt"])
def test_a_file_whose_name_a_source_may_not_state_is_left_unsaid(here, eduindex, name):
    (here.root / name).write_text(REPORT, encoding="utf-8")
    result = eduindex("extract", name, "--district", "qinghe")
    assert (result.exit_code, "    file:" in result.stdout, RAW.search(result.output)) == (0, False, None)


def test_a_district_of_the_workspace_keeps_its_names(here, eduindex):
    here.write("qinghe", KNOWN)
    for word in ("qinghe", "清河县", "清河", "330199", "Qinghe"):
        head = eduindex("extract", "qinghe-2023.txt", "--district", word).stdout.partition("sources:\n")[0]
        assert head.splitlines()[1:] == KNOWN.partition("sources:\n")[0].splitlines()


def test_the_command_line_says_what_the_report_does_not(here, eduindex):
    text = "公办园在园幼儿占比达57.3%。"
    silent = from_input("-", "--district", "qinghe", text=text)
    assert "Nothing in it says its year; --year does." in silent.stderr
    told = from_input("-", "--district", "qinghe", "--year", "2021", "--published", "2022-01-05", text=text)
    assert "  report-2021:\n" in told.stdout
    assert "    published: 2022-01-05\n" in told.stdout
    assert "# published:" not in told.stdout
    assert "Its year is 2021 (--year)." in told.stderr


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_report_is_said_to_be_one(text):
    result = from_input("-", "--district", "qinghe", text=text)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "the report holds no text" in result.stderr


def test_a_report_without_figures_is_an_honest_draft(here, eduindex):
    result = from_input("-", "--district", "qinghe", text="没有数字。")
    assert result.exit_code == 0
    assert result.stdout.endswith("entries: []\n")
    assert "There is nothing to propose." in result.stderr
    path = here.write("qinghe", result.stdout)
    assert set(validated(eduindex, path)) <= {"R004"}  # its source is not used


def test_the_words_for_people_are_in_the_language(here, eduindex):
    chinese = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe", "--lang", "zh")
    assert "# 第3行；把握" in chinese.stdout.replace("  #", "#")
    assert chinese.stderr.startswith("读到数字 3 个：")
    english = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe", "--lang", "en")
    kept = [[line for line in one.stdout.splitlines() if "#" not in line] for one in (chinese, english)]
    assert kept[0] == kept[1]


# What is there stays


@pytest.mark.parametrize("kind", ["file", "link", "broken link", "folder"])
@pytest.mark.parametrize(
    "words", [("--district", "qinghe", "-o", "taken.yaml"), ("--explain", "-f", "csv", "-o", "taken.csv")]
)
def test_nothing_is_ever_overwritten(here, eduindex, kind, words):
    path, elsewhere = here.root / words[-1], here.root / "elsewhere"
    if kind == "folder":
        path.mkdir()
    elif kind == "file":
        path.write_text("mine", encoding="utf-8")
    else:
        path.symlink_to(elsewhere)
        if kind == "link":
            elsewhere.write_text("mine", encoding="utf-8")
    before = sorted(here.root.iterdir())
    result = eduindex("extract", "qinghe-2023.txt", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is there already" in result.stderr
    assert sorted(here.root.iterdir()) == before
    assert kind in ("folder", "broken link") or path.read_text(encoding="utf-8") == "mine"


def test_a_file_that_appears_meanwhile_is_not_overwritten(here, eduindex, monkeypatch):
    target = here.root / "draft.yaml"

    def extract(*_, **__):
        from eduindex.extraction.result import Extraction

        target.write_text("mine", encoding="utf-8")
        return Extraction("", None, "", ())

    monkeypatch.setattr("eduindex.extraction.extracting.extract", extract)
    result = eduindex("extract", "qinghe-2023.txt", "--district", "draft", "-o", "draft.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is something of that name already" in result.stderr
    assert target.read_text(encoding="utf-8") == "mine"


def test_a_draft_that_cannot_be_written_leaves_nothing(here, eduindex, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    before = sorted(here.root.iterdir())
    monkeypatch.setattr("eduindex.storage.file_reading._write_all", full)
    result = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe", "-o", "qinghe.yaml")
    assert (result.exit_code, "the disk is full" in result.stderr) == (1, True)
    assert sorted(here.root.iterdir()) == before
    missing = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe", "-o", "missing/qinghe.yaml")
    assert (missing.exit_code, "there is no such folder" in missing.stderr) == (1, True)


def test_a_file_that_is_not_called_after_its_district_is_noticed(here, eduindex):
    named = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe", "-o", "qinghe.yaml")
    other = eduindex("extract", "qinghe-2023.txt", "--district", "qinghe", "-o", "draft.yml")
    assert (named.exit_code, other.exit_code) == (0, 0)
    assert "notice" not in named.stderr
    assert "notice: a workspace reads this district from a file called qinghe.yaml\n" in other.stderr


# Used wrongly, or unreadable


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "Missing argument"),
        (("qinghe-2023.txt",), "--district"),
        (("qinghe-2023.txt", "--district", ""), "--district"),
        (("qinghe-2023.txt", "--district", "Qing He"), "no such district: 'Qing He' (did you mean qinghe"),
        (("qinghe-2023.txt", "--district", "无此县"), "a new district takes an id"),
        (("qinghe-2023.txt", "--district", "a\x1b[31mb"), "no such district"),
        (("qinghe-2023.txt", "--district", "x" * 65), "no such district"),
        (("qinghe-2023.txt", "--district", "qinghe", "--year", "23"), "not in the range"),
        (("qinghe-2023.txt", "--district", "qinghe", "--published", "2024-02-30"), "--published takes a day"),
        (("qinghe-2023.txt", "--district", "qinghe", "--published", "20240203"), "--published takes a day"),
        (("qinghe-2023.txt", "--district", "qinghe", "--published", "2024-W05-1"), "--published takes a day"),
        (("qinghe-2023.txt", "--district", "qinghe", "--published", "0001-01-01"), "--published takes a day"),
        (("qinghe-2023.txt", "--district", "qinghe", "-f", "csv"), "-f is about --explain"),
        (("qinghe-2023.txt", "--district", "qinghe", "-o", "draft.txt"), "let its name end in .yaml"),
        (("qinghe-2023.txt", "--district", "qinghe", "-o", "draft.yaml/"), "let its name end in .yaml"),
        (("qinghe-2023.txt", "--district", "qinghe", "-o", "\x1b[31m"), "let its name end in .yaml"),
        (("qinghe-2023.txt", "--explain", "-o", "draft.yaml"), "never written into a YAML file"),
        (("qinghe-2023.txt", "--explain", "-o", "draft.xlsx"), "no format has the ending .xlsx"),
        (("qinghe-2023.txt", "--explain", "--new-to", "samples/qinghe.yaml"), "leave out --new-to"),
        (("qinghe-2023.txt", "--new-to", "samples/qinghe.yaml", "--district", "ouhai"), "is about qinghe"),
    ],
)
def test_wrong_use(here, eduindex, words, complaint):
    here.write("qinghe", KNOWN)
    result = eduindex("extract", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in " ".join(result.stderr.split())
    assert RAW.search(result.stderr) is None
    assert not list(here.root.glob("draft*"))


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"%PDF-1.7\n", "T004 this is a PDF document, not a text"),
        (b"PK\x03\x04", "T004 this is a ZIP archive (such as an xlsx workbook or a docx document), not a text"),
        (REPORT.encode("utf-16-le"), "looks like UTF-16 LE"),
        (REPORT.encode() + b"\xe5\x85", "a damaged character"),
        (b"\xff" * 100, "neither UTF-8 nor GB18030"),
    ],
)
def test_a_report_that_is_no_text_is_a_data_problem(here, eduindex, data, complaint):
    (here.root / "report.txt").write_bytes(data)
    for words in (("--district", "qinghe"), ("--explain",)):
        for result in (eduindex("extract", "report.txt", *words), from_input("-", *words, text=data)):
            assert (result.exit_code, result.stdout) == (1, "")
            assert complaint in result.stderr
            assert result.stderr.endswith("eduindex: the report could not be read\n")


@pytest.mark.parametrize("name", ["missing.txt", ".", "a\x1b[31mb", "x" * 5000, "a\0b"])
def test_a_report_that_is_not_there_is_a_data_problem(here, eduindex, name):
    result = eduindex("extract", name, "--district", "qinghe")
    assert (result.exit_code, result.stdout) == (1, "")
    assert RAW.search(result.stderr) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_report(here, eduindex):
    os.mkfifo(here.root / "pipe.txt")
    result = eduindex("extract", "pipe.txt", "--district", "qinghe")
    assert (result.exit_code, "a pipe instead of a file" in result.stderr) == (1, True)


def test_a_closed_standard_input_is_a_data_problem(here, environment_of):
    command = f'"{sys.executable}" -m eduindex extract - --district qinghe <&-'
    result = subprocess.run(
        ["sh", "-c", command], cwd=here.root, env=environment_of(), capture_output=True, timeout=60, check=False
    )
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"Traceback" not in result.stderr
    assert b"standard input" in result.stderr


# --new-to


def test_only_what_a_file_lacks_or_states_differently(here, eduindex):
    here.write("qinghe", KNOWN)
    result = eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml")
    assert result.exit_code == 0
    assert "A draft of what samples/qinghe.yaml lacks or states differently" in result.stdout.splitlines()[0]
    assert "57.3%" not in result.stdout
    assert "  # the file says 240名; line 4; " in result.stdout
    assert "Not in the file: 0; stated differently there: 1." in result.stderr
    known_head = KNOWN.partition("entries:\n")[0]
    assert [
        line for line in result.stdout.partition("entries:\n")[0].splitlines() if "#" not in line
    ] == known_head.splitlines()
    assert "    source: yearbook\n" in result.stdout
    here.write("qinghe", KNOWN.replace("240名", "238名"))
    assert eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml").stdout.endswith("entries: []\n")


def test_what_a_file_lacks_is_told(here, eduindex):
    here.write("qinghe", KNOWN.partition("  - indicator: teachers")[0])
    result = eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml", "-o", "more.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    text = (here.root / "more.yaml").read_text(encoding="utf-8")
    assert "  # not in the file; line 4; " in text
    assert "notice" not in result.stderr


def test_a_report_that_the_file_does_not_name_becomes_a_source_of_its_own(here, eduindex):
    here.write("qinghe", KNOWN.replace("yearbook", "report-2023").replace("qinghe-2023.txt", "other.txt"))
    result = eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml")
    assert "  report-2023-2:\n" in result.stdout
    assert "    source: report-2023-2\n" in result.stdout
    assert "    file: qinghe-2023.txt\n" in result.stdout


def test_the_day_of_publication_is_taken_from_the_file_unless_it_is_said(here, eduindex, monkeypatch):
    asked = []

    def extract(text, catalogue, *, year, published):
        from eduindex.extraction.result import Extraction

        asked.append(published)
        return Extraction("", None, published, ())

    monkeypatch.setattr("eduindex.extraction.extracting.extract", extract)
    here.write("qinghe", KNOWN)
    eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml")
    eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml", "--published", "2024-03-03")
    here.write("qinghe", KNOWN.replace("2024-02-01", "2024"))
    eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml")
    assert asked == ["2024-02-01", "2024-03-03", ""]


@pytest.mark.parametrize(
    "content", ["a: [", "- x\n", "", KNOWN.replace("district: qinghe", "district: other"), b"%PDF-1.7"]
)
def test_a_file_that_is_no_district_is_a_data_problem(here, eduindex, content):
    here.write("qinghe", content)
    result = eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "samples/qinghe.yaml" in result.stderr
    assert eduindex("extract", "qinghe-2023.txt", "--new-to", "missing.yaml").exit_code == 1


def test_a_file_with_a_bad_entry_is_used_but_told(here, eduindex):
    here.write("qinghe", KNOWN.replace("value: 240名", "value: many"))
    result = eduindex("extract", "qinghe-2023.txt", "--new-to", "samples/qinghe.yaml")
    assert result.exit_code == 1
    assert "V001" in result.stderr
    assert "  # not in the file; line 4; " in result.stdout


# --explain


def test_every_figure_is_explained(here, eduindex):
    result = eduindex("extract", "qinghe-2023.txt", "--explain")
    assert result.exit_code == 0
    assert [word in result.stdout for word in ("57.3%", "2.1个百分点", "238名", "Proposed", "Change")] == [True] * 5
    assert result.stderr.startswith("3 figures read")


@pytest.mark.parametrize("format", FORMATS)
def test_the_explanation_has_every_format(here, eduindex, format):
    result = eduindex("extract", "qinghe-2023.txt", "--explain", "-f", format)
    assert (result.exit_code, "238名" in result.stdout) == (0, True)
    assert "\x1b" not in result.stdout
    ending = {
        "csv": "csv",
        "tsv": "tsv",
        "json": "json",
        "markdown": "md",
        "html": "html",
        "latex": "tex",
        "plain": "txt",
    }
    if format in ending:
        target = here.root / f"figures.{ending[format]}"
        assert eduindex("extract", "qinghe-2023.txt", "--explain", "-o", str(target)).stdout == ""
        assert target.read_text(encoding="utf-8") == result.stdout


def test_machines_read_the_place_of_each_figure(here, eduindex):
    shown = eduindex("extract", "qinghe-2023.txt", "--explain", "-f", "csv").stdout
    for row in csv.DictReader(io.StringIO(shown)):
        assert "".join(REPORT[int(row["start"]) : int(row["end"])].split()) == row["printed"]
        assert row["printed"] in REPORT.splitlines()[int(row["line"]) - 1]


def test_a_terminal_shows_colours(here, eduindex):
    shown = eduindex("extract", "qinghe-2023.txt", "--explain", environ={"FORCE_COLOR": "1", "COLUMNS": "80"}).stdout
    assert "\x1b[32mProposed\x1b[0m" in shown


@pytest.mark.parametrize("code", ["no-label", "CHANGE", "wrong-unit"])
def test_every_fate_can_be_asked_about(eduindex, code):
    result = eduindex("explain", code)
    assert (result.exit_code, result.stderr) == (0, "")
    assert code.lower() in result.stdout


# Hostile reports

HOSTILE = (
    "\x1b[31m公办园在园幼儿占比达57.3%\x1b[0m",
    "公办园在园幼儿占比达\u202e57.3%\u202c",
    "公办园在园\u200b幼儿占比达57.3%",
    "公办园在园幼儿占比达57.3%: #x\n- indicator: forged",
    "#\n  - indicator: forged\n    value: 99%\n公办园在园幼儿占比达57.3%",
    '"公办园在园幼儿占比达57.3%": [a, {b: c}] & *d !e',
    "\u2028公办园在园幼儿占比达57.3%\u2029\x85",
    "=1+1公办园在园幼儿占比达57.3%",
    "<script>alert(1)</script>公办园在园幼儿占比达57.3%",
    "[red]公办园在园幼儿占比达57.3%[/red]",
    "\\input{x}公办园在园幼儿占比达57.3%",
    "公办园在园幼儿占比达" + "9" * 5000 + "%",
    "57.3%" * 2000,
    "一、" * 2000 + "公办园在园幼儿占比达57.3%",
    "(" * 5000 + "公办园在园幼儿占比达57.3%" + ")" * 5000,
)


def harmless(result, *, tabs=False):
    """The exit code, after the check that nothing raw was printed and that no exception escaped."""
    assert result.exception is None or isinstance(result.exception, SystemExit)
    out = result.stdout.replace("\t", "") if tabs else result.stdout
    assert RAW.findall(out) == []
    assert RAW.findall(result.stderr) == []
    return result.exit_code


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_a_hostile_report_becomes_a_file_like_any_other(here, eduindex, text):
    result = from_input("-", "--district", "qinghe", "--year", "2023", text=text)
    assert harmless(result) == 0
    path = here.write("qinghe", result.stdout)
    assert not [code for code in validated(eduindex, path) if code[0] in "TSRV" and code != "R004"]
    assert "forged" not in [
        line.split()[-1] for line in result.stdout.splitlines() if not line.lstrip().startswith("#")
    ]
    for format in FORMATS:
        shown = from_input("-", "--explain", "-f", format, text=text)
        assert harmless(shown, tabs=format == "tsv") == 0
        assert "<script" not in shown.stdout or format not in ("html", "markdown")
    assert harmless(from_input("-", "--explain", text=text)) == 0


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "公办园",
                "在园幼儿占比",
                "达",
                "57.3%",
                "238名",
                "新教师",
                "2023年",
                "，",
                "。",
                "\n",
                "# ",
                "- ",
                "(",
                ")",
                ": ",
                '"',
            ]
        ),
        st.text(max_size=5),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES)
def test_no_text_breaks_a_draft(here, eduindex, text):
    result = from_input("-", "--district", "qinghe", text=text.encode("utf-8", "replace"))
    code = harmless(result)
    if code == 1 and result.stdout == "":  # control characters are blanks here
        assert "the report holds no text" in result.stderr
        return
    assert code == 0
    path = here.write("qinghe", result.stdout)
    assert not [code for code in validated(eduindex, path) if code[0] in "TSRV" and code != "R004"]
    assert all(len(line) < 200 for line in result.stdout.splitlines() if line.startswith("    evidence:"))


def test_a_report_that_never_names_its_district_earns_a_notice(eduindex):
    told = from_input("-", "--district", "漳平", text="2023年公办园覆盖率达57.3%。")
    assert "the report never names 漳平市" in told.stderr
    assert "never names" not in from_input("-", "--district", "漳平", text="2023年漳平公办园覆盖率达57.3%。").stderr
