"""What the command line writes to: a real terminal, a pipe, a reader that leaves, a full disk, a foreign code page."""

import os
import re
import shlex
import struct
import subprocess
import sys

import pytest
from wcwidth import wcswidth

COMPARE = ("compare", "quzhou", "ouhai")
BOX = re.compile("[\u2500-\u257f]")
COLOUR = re.compile("\x1b\\[[0-9;]*m")
MUCH = ("compare", "quzhou", "ouhai", "yunzhou", "zhangping", "luyang", "--all", "-f", "json")
RANK = ("rank", "after_school_student_participation")
PEERS = ("show", "quzhou", "--peers", "all", "-d", "preschool")
OTHERS = (
    RANK,
    ("rank",),
    ("show", "ouhai", "--targets"),
    ("standards",),
    ("standards", "ouhai"),
    ("standards", "ouhai", "zhangping"),
    ("coverage",),
    ("coverage", "quzhou", "ouhai", "--questions"),
)
PROGRAM = [sys.executable, "-m", "eduindex"]


@pytest.fixture
def in_pseudo_terminal(repository, environment_of):
    """Runs a command whose standard output and standard error are a terminal of 80 columns; all it shows comes back."""
    fcntl, pty, termios = (pytest.importorskip(name) for name in ("fcntl", "pty", "termios"))

    def run(*words, **settings):
        controller, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environ = environment_of(TERM="xterm-256color", **settings)
        with subprocess.Popen(
            [*PROGRAM, *words], cwd=repository, env=environ, stdin=terminal, stdout=terminal, stderr=terminal
        ) as process:
            os.close(terminal)
            shown = b"".join(_chunks(controller))
        os.close(controller)
        return process.returncode, shown.decode("utf-8").replace("\r\n", "\n")

    return run


def _chunks(descriptor):
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # Linux says so when the last process has closed the terminal
            return
        if not chunk:
            return
        yield chunk


def test_a_terminal_shows_lines_and_colours_within_its_width(in_pseudo_terminal):
    code, shown = in_pseudo_terminal(*COMPARE)
    assert code == 0
    assert BOX.search(shown)
    assert COLOUR.search(shown)
    lines = COLOUR.sub("", shown).splitlines()
    assert "\x1b" not in "".join(lines)
    assert max(wcswidth(line) for line in lines) == 80


@pytest.mark.parametrize("words", [*OTHERS, PEERS], ids=" ".join)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_terminal_shows_every_command_within_its_width(in_pseudo_terminal, words, language):
    code, shown = in_pseudo_terminal(*words, "--lang", language)
    assert code == 0
    assert COLOUR.search(shown)
    lines = COLOUR.sub("", shown).splitlines()
    assert "\x1b" not in "".join(lines)
    assert max(wcswidth(line) for line in lines) <= 80
    assert [line for line in lines if "…" in line] == []


@pytest.mark.parametrize(("words", "drawn"), [(RANK, "━+┄*"), (PEERS, "[┼o━├][─┼o━]{9}[┼o━┤]")], ids=["rank", "peers"])
def test_a_terminal_shows_pictures_and_a_pipe_none(in_pseudo_terminal, eduindex_process, words, drawn):
    lines = COLOUR.sub("", in_pseudo_terminal(*words)[1]).splitlines()
    assert len([line for line in lines if re.search(f"(?<!─){drawn}(?!─)", line)]) >= 2
    for format in ("table", "csv", "plain", "markdown", "html"):
        shown = eduindex_process(*words, "-f", format).stdout.decode("utf-8")
        assert [line for line in shown.splitlines() if re.search(drawn, line)] == []


def test_a_terminal_shows_the_same_words_without_colour(in_pseudo_terminal):
    coloured = in_pseudo_terminal(*COMPARE)[1]
    plain = in_pseudo_terminal(*COMPARE, NO_COLOR="1")[1]
    assert COLOUR.sub("", coloured) == plain


def test_a_terminal_underlines_the_figure_in_its_evidence(in_pseudo_terminal):
    shown = in_pseudo_terminal("trace", "ouhai", "public_kindergarten_coverage")[1]
    assert re.search("公办在园幼儿覆盖率达\x1b\\[[0-9;]*4m56.67%\x1b\\[0m", shown)


def test_a_terminal_shows_diagnostics_in_colour(in_pseudo_terminal):
    code, shown = in_pseudo_terminal("districts", "--workspace", "nowhere")
    assert code == 1
    assert COLOUR.search(shown)


@pytest.mark.parametrize("format", ["table", "csv", "json", "markdown", "html", "latex", "plain", "tsv"])
def test_a_pipe_shows_neither_lines_nor_colours(eduindex_process, format):
    result = eduindex_process(*COMPARE, "-f", format)
    assert (result.returncode, result.stderr) == (0, b"")
    shown = result.stdout.decode("utf-8")
    assert "85.81" in shown
    assert not BOX.search(shown)
    assert "\x1b" not in shown


@pytest.mark.parametrize("words", OTHERS, ids=" ".join)
def test_a_pipe_shows_no_lines_of_any_command(eduindex_process, words):
    result = eduindex_process(*words)
    assert (result.returncode, result.stderr) == (0, b"")
    shown = result.stdout.decode("utf-8")
    assert shown.count("\n") > 4
    assert not BOX.search(shown)
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "words",
    [
        COMPARE,
        RANK,
        ("coverage",),
        pytest.param(MUCH, id="more than a pipe holds"),
        pytest.param((*MUCH, "-o", "/dev/stdout"), id="to a device"),
    ],
)
def test_head_ends_it_silently(words, repository, environment_of, tmp_path):
    status = tmp_path / "status"
    command = f"{{ {shlex.join([*PROGRAM, *words])}; echo $? > {shlex.quote(str(status))}; }} | head -1"
    result = subprocess.run(
        ["sh", "-c", command], cwd=repository, env=environment_of(), capture_output=True, timeout=60, check=False
    )
    assert result.stderr == b""
    assert len(result.stdout.splitlines()) == 1
    assert status.read_text() == "0\n"


@pytest.mark.parametrize("words", [COMPARE, MUCH, ("--help",), ("explain",), *OTHERS, PEERS])
def test_a_reader_that_left_before_the_first_line_costs_nothing(words, repository, environment_of):
    with subprocess.Popen(
        [*PROGRAM, *words], cwd=repository, env=environment_of(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        complaint = process.stderr.read()
    assert (process.returncode, complaint) == (0, b"")


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "gbk"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii:strict"},
    ],
    ids=str,
)
def test_output_is_utf8_whatever_the_system_says(eduindex_process, settings):
    result = eduindex_process(*COMPARE, "--lang", "zh", **settings)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "公办园覆盖率" in result.stdout.decode("utf-8")
    wrong = eduindex_process("compare", "quzhou", "ouhaj", **settings)
    assert "ouhai" in wrong.stderr.decode("utf-8")


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_byte_order_mark_on_request(eduindex_process, format):
    plain = eduindex_process(*COMPARE, "-f", format).stdout
    marked = eduindex_process(*COMPARE, "-f", format, "--bom").stdout
    assert marked == "\ufeff".encode() + plain
    assert plain.startswith(b"dimension")


def test_a_file_gets_what_a_pipe_gets(eduindex_process, tmp_path):
    target = tmp_path / "figures.csv"
    result = eduindex_process(*COMPARE, "-f", "csv", "-o", str(target), FORCE_COLOR="1")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert target.read_bytes() == eduindex_process(*COMPARE, "-f", "csv").stdout


def test_a_table_in_a_file_has_neither_lines_nor_colours(eduindex, repository, monkeypatch, tmp_path):
    monkeypatch.chdir(repository)
    target = tmp_path / "figures.txt"
    assert eduindex(*COMPARE, "-o", str(target), environ={"FORCE_COLOR": "1"}).exit_code == 0
    assert target.read_text(encoding="utf-8") == eduindex(*COMPARE).stdout


@pytest.mark.parametrize(
    ("name", "like"),
    [("figures.CSV", "csv"), ("figures.tex", "latex"), ("figures", "table"), ("figures.", "table"), (".csv", "table")],
)
def test_the_ending_of_a_file_names_the_format_and_without_one_it_is_text(
    eduindex, repository, monkeypatch, tmp_path, name, like
):
    monkeypatch.chdir(repository)
    assert eduindex("districts", "-o", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == eduindex("districts", "-f", like).stdout


@pytest.mark.parametrize("name", ["figures.xlsx", "figures.pdf", "figures.csv.gz", "figures.\x1b[31mx"])
def test_an_ending_that_names_no_format_is_wrong_use_unless_one_is_named(
    eduindex, repository, monkeypatch, tmp_path, name
):
    monkeypatch.chdir(repository)
    result = eduindex("districts", "-o", str(tmp_path / name))
    assert (result.exit_code, result.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert ".csv, .tsv, .json, .md, .html, .tex, .txt" in result.stderr
    assert "\x1b" not in result.stderr
    assert eduindex("districts", "-f", "csv", "-o", str(tmp_path / name)).exit_code == 0


def test_a_file_that_cannot_be_written_is_a_problem_without_output(eduindex, repository, monkeypatch, tmp_path):
    monkeypatch.chdir(repository)
    result = eduindex(*COMPARE, "-o", str(tmp_path / "missing" / "figures.csv"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "T020 cannot be written: there is no such folder" in result.stderr


@pytest.fixture
def report(tmp_path):
    """A report of many lines, so that its draft is more than a pipe holds."""
    path = tmp_path / "report.txt"
    lines = (f"2023年,公办园在园幼儿占比达{number // 100}.{number % 100:02}%。\n" for number in range(9000))
    path.write_text("".join(lines), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("words", [("--district", "qinghe"), ("--explain", "-f", "csv")], ids=" ".join)
def test_a_draft_is_utf8_and_its_summary_stays_apart(eduindex_process, report, words):
    for settings in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "gbk"}):
        result = eduindex_process("extract", report, *words, **settings)
        assert result.returncode == 0
        assert "公办园在园幼儿占比" in result.stdout.decode("utf-8")
        assert b"figures read" not in result.stdout
        assert result.stderr.decode("utf-8").startswith("9000 figures read")


@pytest.mark.parametrize("words", [("--district", "qinghe"), ("--explain",)], ids=" ".join)
def test_a_reader_of_a_draft_may_leave(words, report, repository, in_shell):
    result = in_shell(shlex.join([*PROGRAM, "extract", report, *words]) + " | head -1")
    assert (len(result.stdout.splitlines()), b"Traceback" in result.stderr) == (1, False)


@pytest.fixture
def in_shell(repository, environment_of):
    """Runs a line of the shell in the checkout."""

    def run(line):
        return subprocess.run(
            ["sh", "-c", line], cwd=repository, env=environment_of(), capture_output=True, timeout=60, check=False
        )

    return run


def test_a_terminal_shows_figures_in_colour_within_its_width(in_pseudo_terminal, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("2023年,公办园在园幼儿占比达57.3%,比上年提高2.1个百分点。", encoding="utf-8")
    code, shown = in_pseudo_terminal("extract", str(path), "--explain")
    assert code == 0
    assert "\x1b[32mProposed\x1b[0m" in shown
    lines = COLOUR.sub("", shown).splitlines()
    assert max(wcswidth(line) for line in lines if "figures read" not in line) <= 80


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
def test_a_full_disk_is_said_in_one_line(repository, environment_of):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        result = subprocess.run(
            [*PROGRAM, "districts"],
            cwd=repository,
            env=environment_of(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [["districts"], ["districts", "-o", os.devnull], ["--help"], ["coverage"], ["extract", "README.md", "--explain"]],
)
def test_a_closed_standard_output_ends_without_a_traceback(repository, environment_of, words):
    command = f"{shlex.join([*PROGRAM, *words])} >&-"
    result = subprocess.run(
        ["sh", "-c", command], cwd=repository, env=environment_of(), capture_output=True, timeout=60, check=False
    )
    assert b"Traceback" not in result.stderr
