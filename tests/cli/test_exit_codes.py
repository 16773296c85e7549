"""How commands end: 0 done, 1 the data has problems, 2 used wrongly, 130 interrupted; and what they say about it."""

import signal
import subprocess
import sys
import time

import click
import pytest

from eduindex.cli import failures
from eduindex.cli import main as command_line


@pytest.fixture(autouse=True)
def _in_repository(repository, monkeypatch):
    monkeypatch.chdir(repository)


@pytest.mark.parametrize(
    "words",
    [
        "compare quzhou ouhai",
        "diff quzhou ouhai",
        "diff zhangping",
        "rank",
        "rank -d preschool --within 浙江省",
        "rank after_school_student_participation",
        "rank 公办园覆盖率 --same-period --sources",
        "rank teachers_recruited --per-year --top 1",
        "rank public_kindergarten_coverage --targets --year 2023",
        "rank after_school_student_participation --group 1",
        "show quzhou",
        "show quzhou --peers all",
        "show quzhou --peers 省 --worst",
        "show quzhou@2022 --peers 省",
        "show quzhou --peers 浙江省",
        "show quzhou --peers all --per-year --worst",
        "show quzhou --peers ouhai,漳平",
        "show ouhai --targets",
        "standards",
        "standards -d preschool",
        "standards ouhai",
        "standards quzhou@2022 ouhai 漳平",
        "coverage",
        "coverage quzhou --all",
        "coverage quzhou ouhai --questions",
        "districts",
        "indicators",
        "indicators teacher_rotation_rate",
        "trace ouhai public_kindergarten_coverage",
        "explain",
        "explain variant-unstated",
        "explain VARIANT-UNSTATED",
        "explain open-interval",
        "explain Only-Target",
        "explain t007",
        "--help",
        "-h",
        "--version",
        "compare --help",
        "rank --help",
        "standards --help",
        "coverage --help",
        "explain no-label",
        "extract --help",
    ],
)
def test_done(eduindex, words):
    result = eduindex(*words.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


@pytest.mark.parametrize(
    "words",
    [
        "rank fitness_pass_rate",  # nobody has a result
        "rank teacher_rotation_rate",  # one has
        "show zhangping --targets",
        "show quzhou --peers luyang -i public_kindergarten_coverage",
        "standards zhangping -i education_groups",
        "standards -i education_groups",
        "coverage ouhai quzhou --questions -i public_kindergarten_coverage",
    ],
)
def test_nothing_to_tell_is_no_problem(eduindex, words):
    result = eduindex(*words.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


def test_no_difference_is_no_problem(eduindex):
    """A comparison without a row that both have is an answer, not a fault."""
    result = eduindex("compare", "luyang", "zhangping", "-i", "key_teacher_rotation_share")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("comapre quzhou ouhai", "no such command: 'comapre' (did you mean compare?)"),
        ("compare quzhou ouhia", "no such district: 'ouhia' (did you mean ouhai"),
        ("compare quzhou 衢江县区", "no such district: '衢江县区' (did you mean 衢江"),
        ("show quzou", "no such district: 'quzou' (did you mean quzhou"),
        ("diff quzhou ouhia", "did you mean ouhai"),
        ("trace ouhia teachers_recruited", "did you mean ouhai"),
        ("show ouhai -i teacher_recruited", "no such indicator: 'teacher_recruited' (did you mean teachers_recruited"),
        ("compare quzhou ouhai -i 公办园覆盖", "did you mean 公办园覆盖率"),
        ("trace ouhai public_kindergarten_cover", "did you mean public_kindergarten_coverage"),
        ("indicators teacher_rotation_rat", "did you mean teacher_rotation_rate"),
        ("show ouhai -d preschol", "no such dimension: 'preschol' (did you mean preschool"),
        ("indicators -d teacher", "did you mean teachers"),
        ("explain variant-unstatd", "no such code: 'variant-unstatd' (did you mean variant-unstated"),
        ("explain T07", "or T007?)"),
        ("explain open-intervl", "(did you mean open-interval"),
        ("explain growth-contradict", "(did you mean growth-contradicts"),
        ("rank after_school_student", "did you mean after_school_student_participation"),
        ("rank 公办园覆盖", "did you mean 公办园覆盖率"),
        ("rank -d preschol", "did you mean preschool"),
        ("rank teachers_recruited --within 浙江生", "did you mean 浙江省"),
        ("show quzhou --peers ouhia", "no such district: 'ouhia' (did you mean ouhai"),
        ("show quzhou --peers ouhai,zhangpin", "no such district: 'zhangpin' (did you mean zhangping"),
        ("standards ouhia", "did you mean ouhai"),
        ("standards ouhai -i public_kindergarten_coverag", "did you mean public_kindergarten_coverage"),
        ("coverage quzhuo", "did you mean quzhou"),
        ("coverage -d preschol", "did you mean preschool"),
        ("coverag", "no such command: 'coverag' (did you mean coverage"),
        ("explain no-labl", "did you mean no-label"),
        ("extrakt", "no such command: 'extrakt' (did you mean extract"),
        ("extract README.md --district 瓯海生", "did you mean 瓯海"),
        ("show xyzzy", "no such district: 'xyzzy' (`eduindex districts` lists them)\n"),
    ],
)
def test_a_misspelt_name_is_told_what_was_meant(eduindex, words, complaint):
    result = eduindex(*words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in result.stderr


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("compare", "Missing argument"),
        ("compare quzhou", "two districts or more"),
        ("compare quzhou quzhou", "the same district is named twice"),
        ("compare quzhou 衢江区", "the same district is named twice"),
        ("compare quzhou@2022 330803@2022", "the same district is named twice"),
        ("diff quzhou ouhai luyang", "two districts at most"),
        ("diff quzhou@2022 quzhou@2022", "name two different years"),
        ("diff quzhou quzhou", "name two different years"),
        ("diff", "Missing argument"),
        ("show", "Missing argument"),
        ("trace quzhou", "Missing argument"),
        ("compare quzhou ouhai --format nonsense", "'nonsense' is not one of"),
        ("compare quzhou ouhai --lang fr", "'fr' is not one of"),
        ("compare quzhou ouhai --year soon", "'soon' is not a valid integer"),
        ("compare quzhou ouhai --year 20222", "not in the range"),
        ("compare quzhou ouhai --yeer 2022", "No such option"),
        ("show quzhou ouhai", "unexpected extra argument"),
        ("explain bound rounded", "unexpected extra argument"),
        ("compare quzhou ouhai --same-period --year 2022", "--same-period"),
        ("compare quzhou@2022 ouhai --same-period", "--same-period"),
        ("rank --top 3", "need an INDICATOR"),
        ("rank --group 1", "need an INDICATOR"),
        ("rank --sources", "need an INDICATOR"),
        ("rank teachers_recruited --top 0", "0 is not in the range"),
        ("rank teachers_recruited -i teachers_recruited", "-d and -i narrow the list"),
        ("rank public_kindergarten_coverage --group 5", "there is no group 5: 1 can be ranked"),
        ("rank teacher_rotation_rate --group 1", "there is no group 1: 0 can be ranked"),
        ("rank teachers_recruited --same-period --year 2022", "--same-period"),
        ("rank teachers_recruited --within 海南省", "no district lies within: '海南省' (there are districts in"),
        ("rank teachers_recruited key_teachers", "unexpected extra argument"),
        ("show quzhou --worst", "name the peers"),
        ("show quzhou --peers all --targets", "leave out --targets and --all"),
        ("show quzhou --peers all --all", "leave out --targets and --all"),
        ("show quzhou --targets --all", "--targets and --all exclude each other"),
        ("show quzhou --peers", "requires an argument"),
        ("show quzhou --peers 市", "quzhou has no peers there: the workspace holds no other such district"),
        ("show quzhou --per-year", "--worst and --per-year are about what --peers shows: name the peers"),
        ("standards --year 2022", "name a DISTRICT"),
        ("standards --sources", "name a DISTRICT"),
        ("standards ouhai 瓯海", "the same district is named twice"),
        ("standards ouhai@2022 瓯海@2022", "the same district is named twice"),
        ("standards ouhai --year soon", "'soon' is not a valid integer"),
        ("standards ouhai --same-period", "No such option"),
        ("extract", "Missing argument"),
        ("extract README.md", "Name the district (--district ID), or use --explain"),
        ("extract README.md --district ouhai -f json", "-f is about --explain"),
        ("extract README.md --district ouhai -o samples/ouhai.yaml", "samples/ouhai.yaml is there already"),
        ("extract README.md --explain -o README.md", "README.md is there already"),
        ("coverage --questions", "exactly two districts"),
        ("coverage quzhou --questions", "exactly two districts"),
        ("coverage quzhou ouhai luyang --questions", "exactly two districts"),
        ("coverage quzhou 衢江", "the same district is named twice"),
        ("coverage quzhou ouhai@2022", "leave out @YEAR"),
        (
            "standards -o standards.xlsx",
            "no format has the ending .xlsx (use .csv, .tsv, .json, .md, .html, .tex, .txt",
        ),
        ("show quzhou -o report.PDF", "no format has the ending .PDF"),
        ("districts -o v1.2", "no format has the ending .2"),
    ],
)
def test_wrong_use(eduindex, words, complaint):
    result = eduindex(*words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("",),
        ("compare", "", "ouhai"),
        ("show", "@2022"),
        ("show", "quzhou@"),
        ("show", " "),
        ("rank", " "),
        ("standards", ""),
        ("coverage", "", "ouhai"),
        ("extract", "README.md", "--district", ""),
        ("extract", "README.md", "--district", " "),
    ],
)
def test_empty_words_are_wrong_use(eduindex, words):
    result = eduindex(*words)
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("word", ["a\x1b[31mb", "衢\x07江", "a\u202eb", "x" * 100_000, "[red]x[/red]", "\udcff"])
def test_a_hostile_word_is_shown_harmlessly(eduindex, word):
    for words in (
        ("show", word),
        ("show", "quzhou", "--peers", word),
        ("rank", word),
        ("rank", "--within", word),
        ("standards", word),
        ("coverage", word),
        ("explain", word),
        ("extract", "README.md", "--district", word),
    ):
        result = eduindex(*words)
        assert result.exit_code == 2
        assert not {"\x1b", "\x07", "\u202e"} & set(result.stderr)
        assert len(result.stderr) < 500


def test_a_figure_that_a_district_does_not_have_is_a_data_problem(eduindex):
    result = eduindex("trace", "luyang", "key_teacher_rotation_share")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "eduindex: luyang has no figure for key_teacher_rotation_share\n"


def test_a_workspace_that_is_none_is_a_data_problem(eduindex, tmp_path):
    result = eduindex("districts", "--workspace", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "T001 cannot be read: there is no such file" in result.stderr


def run_code(monkeypatch, *words):
    """The exit code of the entry point itself, which turns endings into codes."""
    monkeypatch.setattr(sys, "argv", ["eduindex", *words])
    monkeypatch.setattr(command_line, "leave", sys.exit)  # the process is the test's own
    with pytest.raises(SystemExit) as ended:
        command_line.run()
    return ended.value.code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("districts",), 0),
        (("rank",), 0),
        (("standards", "ouhai"), 0),
        (("coverage",), 0),
        (("--version",), 0),
        (("trace", "luyang", "key_teacher_rotation_share"), 1),
        (("extract", "nowhere.txt", "--district", "ouhai"), 1),
        (("show", "xyzzy"), 2),
        (("rank", "xyzzy"), 2),
        (("standards",), 0),
        (("standards", "--sources"), 2),
        (("comapre",), 2),
        ((), 2),
    ],
)
def test_the_entry_point_ends_with_the_same_codes(monkeypatch, capsys, words, code):
    assert run_code(monkeypatch, *words) == code
    out, err = capsys.readouterr()
    assert bool(out) == (code == 0)
    assert bool(err) == (code != 0)


@pytest.mark.parametrize("exception", [KeyboardInterrupt, EOFError])
def test_interrupted_in_a_command(monkeypatch, capsys, exception):
    def interrupted(*_, **__):
        raise exception

    monkeypatch.setattr("eduindex.storage.workspace.Workspace.load_catalogue", interrupted)
    assert run_code(monkeypatch, "districts") == 130
    assert "Traceback" not in capsys.readouterr().err


def test_interrupted_by_a_signal(repository, environment_of, tmp_path):
    """A report's text that is a pipe nobody writes to cannot hold the program; so it is told to wait by its environment."""
    waiting = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job of a shell ignores it\n"
        "sys.argv = ['eduindex', 'districts']\n"
        "import eduindex.storage.workspace as workspace\n"
        "def wait(*_, **__):\n"
        "    print('waiting', file=sys.stderr, flush=True); time.sleep(60)\n"
        "workspace.Workspace.load_catalogue = wait\n"
        "from eduindex.cli.main import run; run()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", waiting],
        cwd=repository,
        env=environment_of(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr.readline() == b"waiting\n"
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err


def test_exit_codes_are_those_of_the_design():
    codes = (command_line.DONE, failures.DATA_PROBLEM, click.UsageError.exit_code, command_line.INTERRUPTED)
    assert codes == (0, 1, 2, 130)
