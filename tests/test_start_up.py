"""What a command imports before it answers: looked up in the set of imported modules, never on the clock."""

import json
import subprocess
import sys

import pytest

HEAVY = (
    "pydantic",
    "rich",
    "tabulate",
    "yaml",
    "hypothesis",
    "numpy",
    "importlib.metadata",
    "inspect",
    "asyncio",
    "email",
)
COMPARE = ("compare", "quzhou", "ouhai")
STARTER = """\
import atexit, json, os, sys
def tell():
    with open(os.environ["IMPORTED_MODULES_FILE"], "w") as file:
        json.dump(sorted(sys.modules), file)
atexit.register(tell)
leave_at_once = os._exit
def leave(code):
    tell()
    leave_at_once(code)
os._exit = leave
sys.argv = ["eduindex", *sys.argv[1:]]
from eduindex.cli.main import run
run()
"""


@pytest.fixture
def started(repository, environment_of, tmp_path):
    """Runs a command as the console script does; gives its result and which of the libraries named it imported."""

    def run(*words, cwd=repository, code=STARTER, **settings):
        record = tmp_path / "imported.json"
        result = subprocess.run(
            [sys.executable, "-c", code, *words],
            cwd=cwd,
            env=environment_of(IMPORTED_MODULES_FILE=str(record), **settings),
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert b"Traceback" not in result.stderr
        return result, set(json.loads(record.read_text()))

    return run


def of(modules, *libraries):
    """Those of the libraries that were imported."""
    return {name for name in libraries if any(module == name or module.startswith(name + ".") for module in modules)}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--help",), 0),
        (("--version",), 0),
        ((), 2),
        (("comapre",), 2),
        (("compare", "--help"), 0),
        (("trace", "--help"), 0),
        (("compare",), 2),
        (("compare", "quzhou"), 2),
        (("compare", "quzhou", "ouhai", "--format", "nonsense"), 2),
        (("compare", "quzhou", "ouhai", "--year", "soon"), 2),
        (("show", "--nonsense"), 2),
        (("diff", "quzhou", "ouhai", "luyang"), 2),
        (("explain", "nonsense"), 2),
        (("rank", "--help"), 0),
        (("rank", "--top", "3"), 2),
        (("rank", "teachers_recruited", "-d", "teachers"), 2),
        (("show", "quzhou", "--worst"), 2),
        (("show", "quzhou", "--targets", "--all"), 2),
        (("show", "quzhou", "--peers", "all", "--targets"), 2),
        (("standards", "--sources"), 2),
        (("standards", "-o", "standards.xlsx"), 2),
        (("standards", "--help"), 0),
        (("coverage", "quzhou", "--questions"), 2),
        (("coverage", "--help"), 0),
        (("extract", "--help"), 0),
        (("extract",), 2),
        (("extract", "report.txt"), 2),
        (("extract", "report.txt", "--district", "qinghe", "-f", "csv"), 2),
        (("extract", "report.txt", "--district", "qinghe", "--published", "soon"), 2),
        (("extract", "report.txt", "--district", "qinghe", "-o", "draft.txt"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_help_and_usage_errors_import_no_heavy_library(started, words, code):
    result, modules = started(*words)
    assert result.returncode == code
    assert of(modules, "pydantic", "rich", "tabulate", "yaml") == set()


@pytest.mark.parametrize("words", [("--help",), ("--version",)], ids=" ".join)
def test_help_imports_no_other_room(started, words):
    modules = started(*words)[1]
    rooms = ("model", "storage", "analysis", "presentation", "rendering", "cli.commands")
    assert of(modules, *(f"eduindex.{room}" for room in rooms)) == set()


FOR_MACHINES = [(COMPARE, format) for format in ("csv", "tsv", "json")]
FOR_MACHINES += [
    (words, "csv")
    for words in (
        ("rank", "after_school_student_participation"),
        ("rank",),
        ("show", "quzhou", "--peers", "all"),
        ("show", "ouhai", "--targets"),
        ("standards", "ouhai"),
        ("standards",),
        ("coverage",),
    )
]


@pytest.mark.parametrize(
    ("words", "format"), FOR_MACHINES, ids=lambda value: " ".join(value) if isinstance(value, tuple) else value
)
def test_output_for_machines_needs_no_table_library(started, words, format):
    result, modules = started(*words, "-f", format)
    assert result.returncode == 0
    assert of(modules, "rich", "tabulate", "wcwidth") == set()
    assert of(modules, "pydantic", "yaml") == {"pydantic", "yaml"}


def test_a_terminal_needs_no_tabulate_and_a_pipe_no_rich(started):
    assert of(started(*COMPARE, FORCE_COLOR="1")[1], "rich", "tabulate") == {"rich"}
    assert of(started(*COMPARE)[1], "rich", "tabulate") == {"tabulate"}


@pytest.mark.parametrize("code", ["bound", "open-interval", "T007"])
def test_the_explanations_need_no_workspace(started, code):
    result, modules = started("explain", code, "-f", "csv")
    assert result.returncode == 0
    assert of(modules, "pydantic", "yaml", "rich", "tabulate") == set()


def test_only_extract_reads_reports(started):
    words = ("extracting", "novelty")
    for command in (COMPARE, ("validate", "samples/quzhou.yaml"), ("explain", "no-label"), ("extract", "--help")):
        assert of(started(*command)[1], *(f"eduindex.extraction.{word}" for word in words)) == set()


def test_a_draft_needs_no_table_library(started, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("2023年公办园覆盖率达57.3%。", encoding="utf-8")
    result, modules = started("extract", str(report), "--district", "qinghe")
    assert (result.returncode, b"57.3%" in result.stdout) == (0, True)
    assert of(modules, "rich", "tabulate", "wcwidth") == set()


def test_the_package_alone_is_light(started):
    code = STARTER.replace(
        "from eduindex.cli.main import run\nrun()\n", "import eduindex\nprint(eduindex.__version__)\n"
    )
    result, modules = started(code=code)
    assert result.stdout.count(b".") >= 2
    assert of(modules, *HEAVY, "click", "eduindex.storage", "eduindex.analysis", "eduindex.cli", "decimal") == set()


@pytest.mark.parametrize(
    "name", ["open_workspace", "compare", "Choice", "Comparison", "District", "Observation", "DataError"]
)
def test_public_names_are_there_when_asked_for(name):
    import eduindex

    assert getattr(eduindex, name).__name__ == name
    assert name in eduindex.__all__


def test_a_name_that_does_not_exist_is_an_attribute_error():
    import eduindex

    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = eduindex.nonsense


def bash(words):
    return {"_EDUINDEX_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}


def zsh(words):
    return {"_EDUINDEX_COMPLETE": "zsh_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}


def fish(words):
    return {"_EDUINDEX_COMPLETE": "fish_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": words[-1]}


SHELLS = {"bash": bash, "zsh": zsh, "fish": fish}


def completed(shell, output):
    """What a shell is offered: bash gets ``type,value``, zsh three lines each, fish ``type,value`` and a tab and help."""
    lines = [line for line in output.decode("utf-8").splitlines() if line]
    if shell == "zsh":
        return lines[1::3]
    return [line.partition(",")[2].partition("\t")[0] for line in lines]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("eduindex", "comp"), ["compare"]),
        (
            ("eduindex", ""),
            [
                *("compare", "diff", "rank", "show", "standards", "coverage", "trace"),
                *("districts", "indicators", "validate", "extract", "schema", "init", "explain"),
            ],
        ),
        (("eduindex", "compare", "q"), ["quzhou"]),
        (("eduindex", "compare", "quzhou", "ou"), ["ouhai"]),
        (("eduindex", "compare", "衢"), ["quzhou"]),
        (("eduindex", "compare", "3308"), ["quzhou"]),
        (("eduindex", "show", "xyzzy"), []),
        (("eduindex", "show", "ouhai", "-i", "teacher_rotation_r"), ["teacher_rotation_rate"]),
        (("eduindex", "trace", "ouhai", "public_kindergarten_cov"), ["public_kindergarten_coverage"]),
        (("eduindex", "indicators", "公办园覆盖率"), ["public_kindergarten_coverage"]),
        (("eduindex", "indicators", "-d", "pre"), ["preschool"]),
        (("eduindex", "explain", "variant"), ["variants-differ", "variant-unstated", "variants-missing"]),
        (("eduindex", "explain", "growth"), ["growth-contradicts"]),
        (("eduindex", "explain", "no-l"), ["no-label"]),
        (("eduindex", "rank", "after_school_student"), ["after_school_student_participation"]),
        (("eduindex", "rank", "公办园覆盖率"), ["public_kindergarten_coverage"]),
        (("eduindex", "rank", "--same"), ["--same-period"]),
        (("eduindex", "standards", "zh"), ["zhangping"]),
        (("eduindex", "standards", "zhangping", "ou"), ["ouhai"]),
        (("eduindex", "coverage", "衢"), ["quzhou"]),
        (("eduindex", "coverage", "quzhou", "--q"), ["--questions"]),
        (("eduindex", "show", "quzhou", "--pe"), ["--peers", "--per-year"]),
        (("eduindex", "show", "quzhou", "--peers", "al"), ["all"]),
        (("eduindex", "show", "quzhou", "--peers", "ouhai,zh"), ["ouhai,zhangping"]),
        (("eduindex", "compare", "--per"), ["--per-year"]),
        (("eduindex", "compare", "-f", "c"), ["csv"]),
        (("eduindex", "diff", "--same"), ["--same-period"]),
        (("eduindex", "ext"), ["extract"]),
        (("eduindex", "extract", "report.txt", "--district", "zh"), ["zhangping"]),
        (("eduindex", "extract", "report.txt", "--new-to", "samples/zh"), ["samples/zhangping.yaml"]),
        (("eduindex", "extract", "report.txt", "--e"), ["--explain"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_completion(started, shell, words, expected):
    result, modules = started(**SHELLS[shell](words))
    assert result.stderr == b""
    assert completed(shell, result.stdout) == expected
    assert of(modules, "pydantic", "rich", "tabulate") == set()
    assert "explain" not in words or of(modules, "yaml") == set()


def test_completion_knows_the_workspace_that_is_named(started, workspace, district_text):
    workspace.write("alpha", district_text("alpha"))
    words = ("eduindex", "show", "--workspace", str(workspace.root), "a")
    assert completed("bash", started(**bash(words))[0].stdout) == ["alpha"]
    assert completed("bash", started(cwd=workspace.root, **bash(("eduindex", "show", "a")))[0].stdout) == ["alpha"]


def test_completion_in_a_broken_workspace_is_silent_and_harmless(started, workspace, district_text):
    workspace.write("alpha", district_text("alpha", zh="'[red]甲'", en='"a\\tb\\nc"'))
    workspace.write("a\x1b[31mb\nc", "a: [")
    workspace.write("another", "a: [")
    for shell, environ in SHELLS.items():
        result = started(cwd=workspace.root, **environ(("eduindex", "show", "a")))[0]
        assert (result.returncode, result.stderr) == (0, b"")
        assert b"\x1b" not in result.stdout
        assert sorted(completed(shell, result.stdout)) == ["alpha", "another"]  # no name that a shell could obey
    (workspace.root / "indicators.yaml").write_text("a: [", encoding="utf-8")
    result = started(cwd=workspace.root, **bash(("eduindex", "show", "-i", "pub")))[0]
    assert result.stderr == b""


@pytest.mark.parametrize("shell", SHELLS)
def test_the_completion_script_is_printed(started, shell):
    result, modules = started(_EDUINDEX_COMPLETE=f"{shell}_source")
    assert result.returncode == 0
    assert f"_EDUINDEX_COMPLETE={shell}_complete".encode() in result.stdout
    assert of(modules, "pydantic", "rich", "tabulate", "yaml") == set()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_help_says_how_to_switch_completion_on(started, shell):
    assert f"{shell}_source".encode() in started("--help")[0].stdout
