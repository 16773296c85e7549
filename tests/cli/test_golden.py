"""Every command in every form against the golden files, which ``pytest --rewrite-golden`` writes anew."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from wcwidth import wcswidth

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
WIDTHS = (80, 120)
ENDINGS = {
    "csv": "csv",
    "tsv": "tsv",
    "json": "json",
    "markdown": "md",
    "html": "html",
    "latex": "tex",
    "plain": "plain.txt",
    "table": "pipe.txt",
}
COMMANDS = {
    "compare-two": "compare quzhou ouhai",
    "compare-three": "compare quzhou ouhai luyang",
    "compare-four": "compare quzhou ouhai yunzhou zhangping -d teachers",
    "compare-bound": "compare luyang zhangping --sources",
    "compare-targets": "compare quzhou ouhai --targets --sources",
    "compare-all": "compare ouhai zhangping --all -d preschool -d teachers",
    "compare-spans": "compare zhangping luyang -i teachers_recruited",
    "compare-per-year": "compare zhangping luyang -i teachers_recruited --per-year --sources",
    "compare-year": "compare quzhou ouhai --year 2022",
    "compare-same-period": "compare quzhou ouhai --same-period -d preschool",
    "compare-at-year": "compare quzhou@2022 ouhai@2022",
    "diff-two": "diff quzhou ouhai",
    "diff-over-time": "diff zhangping@2019 zhangping@2023",
    "diff-first-to-newest": "diff quzhou",
    "show": "show luyang",
    "show-all": "show ouhai --all --sources",
    "show-targets": "show ouhai --targets",
    "show-peers": "show zhangping --peers all",
    "show-peers-worst": "show ouhai --peers 省 --worst --sources",
    "rank": "rank",
    "rank-bound": "rank after_school_student_participation --sources",
    "rank-variants": "rank master_teacher_studios",
    "rank-per-year": "rank teachers_recruited --per-year",
    "rank-nobody": "rank schools_renovated",
    "standards": "standards zhangping",
    "standards-list": "standards",
    "standards-matrix": "standards quzhou ouhai zhangping",
    "coverage": "coverage -d preschool -d teachers",
    "coverage-two": "coverage zhangping luyang -d teachers",
    "coverage-questions": "coverage zhangping luyang --questions",
    "districts": "districts",
    "indicators": "indicators",
    "indicators-preschool": "indicators -d preschool",
    "indicators-one": "indicators teacher_rotation_rate",
    "trace": "trace ouhai public_kindergarten_coverage",
    "trace-contradiction": "trace ouhai preschool_places_added",
    "explain": "explain",
    "explain-caveat": "explain variant-unstated",
    "explain-finding": "explain T007",
}
CHINESE = (
    "compare-two",
    "compare-three",
    "compare-per-year",
    "diff-two",
    "show",
    "trace",
    "explain-caveat",
    "districts",
    "show-targets",
    "show-peers",
    "rank-bound",
    "rank-variants",
    "standards",
    "coverage",
    "coverage-questions",
)
EVERY_FORMAT = ("compare-two", "compare-three", "rank-variants")


@dataclass(frozen=True)
class Case:
    """One golden file: the words of the command and, for a terminal, its width."""

    name: str
    words: tuple[str, ...]
    width: int | None = None


def _terminal_case(name: str, width: int, language: str = "en") -> Case:
    mark = "" if language == "en" else f".{language}"
    return Case(f"{name}{mark}.{width}.txt", (*COMMANDS[name].split(), "--lang", language), width)


def _format_case(name: str, format: str, *more: str) -> Case:
    mark = "".join(f".{word.removeprefix('--')}" for word in more)
    words = (*COMMANDS[name].split(), "--lang", "en", "-f", format, *more)
    return Case(f"{name}{mark}.{ENDINGS[format]}", words)


TERMINAL_CASES = [_terminal_case(name, width) for name in COMMANDS for width in WIDTHS]
TERMINAL_CASES += [_terminal_case(name, width, "zh") for name in CHINESE for width in WIDTHS]
TERMINAL_CASES += [_terminal_case(name, 40) for name in ("compare-two", "trace")]
FORMAT_CASES = [_format_case(name, format) for name in EVERY_FORMAT for format in ENDINGS]
FORMAT_CASES += [_format_case(name, "csv", "--tidy") for name in EVERY_FORMAT]
FORMAT_CASES += [
    _format_case(name, format)
    for name in COMMANDS
    if name not in (*EVERY_FORMAT, "indicators")  # the whole catalogue is 150 kB; a dimension of it shows the same
    for format in ("csv", "json")
]

REPORT_DISTRICT = """\
district: alpha
name: {zh: 甲县, en: Alpha}
sources:
  report-2023:
    title: 甲县教育局2023年工作总结
    publisher: 甲县教育局
    published: 2024-01-15
    file: alpha-2023.txt
  unread-2023:
    title: {zh: 另一份报告, en: Another report}
entries:
  - indicator: after_school_student_participation
    value: 98.20%
    period: 2023
    source: report-2023
    evidence: 课后服务参与率达98.20%
  - indicator: after_school_student_participation
    value: 97%以上
    period: 2022
    source: unread-2023
    evidence: 参与率97%以上
    period_evidence: 2022年
"""
REPORT = "一、概况。全县共有中小学40所。\n2023年,义务教育学校全部开展课后\n  服务,课后服务参与率达98.\n20%,家长满意。三、展望。\n"
REPORT_WORDS = ("trace", "alpha", "after_school_student_participation", "--reports", "reports", "--lang", "en")
REPORT_CASES = [Case(f"trace-reports.{width}.txt", REPORT_WORDS, width) for width in WIDTHS]
REPORT_CASES += [Case(f"trace-reports.{ending}", (*REPORT_WORDS, "-f", ending)) for ending in ("csv", "json")]

# A report made up for this: a result, its change, a list, a demand, what names nothing, a repetition, and a plan under its heading.
PUBLISHED_REPORT = """\
清河县教育局2023年工作总结

一、主要工作
2023年,清河县公办园在园幼儿占比达57.3%,比上年提高2.1个百分点。全县课后服务学生参与率达98.20%,教师参与率达98.07%。
全年共招聘新教师238名,走访家庭1300户。班额超过45人的班级全部拆分。公办园在园幼儿占比达57.3%。

二、下一步打算
2024年,力争公办园在园幼儿占比达到60%以上。
"""
PUBLISHED_DISTRICT = """\
district: qinghe
name: {zh: 清河县, en: Qinghe}
sources:
  report-2023:
    title: 清河县教育局2023年工作总结
    publisher: 清河县教育局
    published: 2024-01-15
    file: qinghe-2023.txt
entries:
  - indicator: public_kindergarten_coverage
    value: 57.30%
    period: 2023
    source: report-2023
    evidence: 公办园在园幼儿占比达57.30%
    period_evidence: 2023年
  - indicator: teachers_recruited
    value: 240名
    period: 2023
    source: report-2023
    evidence: 全年共招聘新教师240名
"""
EXTRACT = ("extract", "qinghe-2023.txt", "--lang")
EXTRACT_CASES = [
    Case(f"extract.{language}.yaml", (*EXTRACT, language, "--district", "qinghe")) for language in ("en", "zh")
]
EXTRACT_CASES += [
    Case(f"extract-new-to.{language}.yaml", (*EXTRACT, language, "--new-to", "samples/qinghe.yaml"))
    for language in ("en", "zh")
]
EXTRACT_CASES += [
    Case(f"extract-explain.{language}.{width}.txt", (*EXTRACT, language, "--explain"), width)
    for language in ("en", "zh")
    for width in WIDTHS
]
EXTRACT_CASES += [
    Case(f"extract-explain.{ENDINGS[format]}", (*EXTRACT, "en", "--explain", "-f", format)) for format in ENDINGS
]

ALL_CASES = TERMINAL_CASES + FORMAT_CASES + REPORT_CASES + EXTRACT_CASES


def cases(chosen: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", chosen, ids=lambda case: case.name)


@pytest.fixture
def output_of(eduindex, terminal_of):
    def output(case: Case) -> str:
        result = eduindex(*case.words, environ=terminal_of(case.width) if case.width else {})
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    return output


@pytest.fixture
def in_repository(repository, monkeypatch):
    monkeypatch.chdir(repository)


@pytest.fixture
def golden(request, repository):
    def compare(case: Case, output: str) -> None:
        assert str(repository) not in output
        path = GOLDEN / case.name
        if request.config.getoption("--rewrite-golden"):
            GOLDEN.mkdir(exist_ok=True)
            path.write_text(output, encoding="utf-8", newline="")
        assert path.is_file(), f"no golden file {case.name}: write it with --rewrite-golden"
        assert output == path.read_bytes().decode("utf-8")

    return compare


def assert_fits(output: str, width: int) -> None:
    """Nothing is wider than the terminal, nothing was cut, and no line has colours or spaces at its end."""
    assert [line for line in output.splitlines() if not 0 <= wcswidth(line) <= width] == []
    assert "…" not in output
    assert [line for line in output.splitlines() if line != line.rstrip()] == []


@cases(TERMINAL_CASES)
@pytest.mark.usefixtures("in_repository")
def test_terminal(case, output_of, golden):
    output = output_of(case)
    golden(case, output)
    assert_fits(output, case.width)


@cases(FORMAT_CASES)
@pytest.mark.usefixtures("in_repository")
def test_format(case, output_of, golden):
    golden(case, output_of(Case(case.name, (*case.words, "--workspace", "."))))


@cases(REPORT_CASES)
def test_sentence_of_the_report(case, workspace, output_of, golden):
    workspace.write("alpha", REPORT_DISTRICT)
    (workspace.root / "reports").mkdir()
    (workspace.root / "reports" / "alpha-2023.txt").write_text(REPORT, encoding="utf-8")
    output = output_of(case)
    golden(case, output)
    # The sentence begins after the first full stop and holds the evidence in spite of the line break inside the figure.
    assert "2023年,义务教育学校" in output
    assert "三、展望" not in output
    if case.width:
        assert_fits(output, case.width)


@cases(EXTRACT_CASES)
def test_extract(case, workspace, eduindex, terminal_of, golden):
    """What is drafted, what is new and what becomes of every figure; the summary stands on standard error."""
    workspace.write("qinghe", PUBLISHED_DISTRICT)
    (workspace.root / "qinghe-2023.txt").write_text(PUBLISHED_REPORT, encoding="utf-8")
    result = eduindex(*case.words, environ=terminal_of(case.width) if case.width else {})
    assert result.exit_code == 0
    golden(case, result.stdout)
    assert result.stderr.count("\n") == 1
    if case.width:
        assert_fits(result.stdout, case.width)


@cases([_terminal_case(name, width) for name in COMMANDS for width in (20, 57, 200)])
@pytest.mark.usefixtures("in_repository")
def test_other_widths_fit_too(case, output_of):
    assert_fits(output_of(case), case.width)


def intervals_in(node):
    """All objects in a document that have a lower end."""
    if isinstance(node, dict):
        if "low" in node:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for below in node:
            yield from intervals_in(below)


@pytest.mark.parametrize(
    "words",
    [
        "compare quzhou ouhai -i school_construction_investment",
        "diff quzhou ouhai -i school_construction_investment",
        "show quzhou -i school_construction_investment",
        "trace quzhou school_construction_investment",
    ],
)
@pytest.mark.usefixtures("in_repository")
def test_json_says_which_ends_are_open(eduindex, words):
    """Quzhou prints 1500余万元: more than 1500 and less than 1600."""
    document = json.loads(eduindex(*words.split(), "-f", "json").stdout)
    found = {(one["low"], one.get("low_open"), one["high"], one.get("high_open")) for one in intervals_in(document)}
    assert (1500, True, 1600, True) in found


def test_no_golden_file_is_left_over(request):
    left_over = {path.name for path in GOLDEN.iterdir()} - {case.name for case in ALL_CASES}
    if request.config.getoption("--rewrite-golden"):
        for name in left_over:
            (GOLDEN / name).unlink()
    else:
        assert left_over == set()


def test_case_names_are_unique():
    assert len({case.name for case in ALL_CASES}) == len(ALL_CASES)
