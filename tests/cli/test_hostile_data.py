"""Nothing in a workspace reaches the terminal raw, hides the other districts or crashes a command.

Each hostile thing lies in a workspace beside two sound districts. Where it makes its file unreadable, naming its district is
a data problem and every other command only says so; where it is mere text, it is shown harmlessly.
"""

import csv
import io
import json
import os
import re
from decimal import Decimal, InvalidOperation

import pytest

# Everything that acts on a terminal, hides or reorders; a line feed is the only control character that we print.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
FORMATS = ("table", "csv", "tsv", "json", "markdown", "html", "latex", "plain")
INDICATOR = "public_kindergarten_coverage"
ELSEWHERE = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80"}

SOUND = """\
district: hostile
code: "330102"
name: {zh: 丙县, en: Gamma}
aliases: [丙]
sources:
  report-2023:
    title: A report
    publisher: A bureau
    published: 2024-01
entries:
  - indicator: public_kindergarten_coverage
    value: 70%
    period: 2023
    source: report-2023
    evidence: 2023年公办园覆盖率70%
    variant: children
    note: A note
  - indicator: public_kindergarten_coverage
    value: 75%
    period: 2024
    status: target
    source: report-2023
    evidence: 2024年公办园覆盖率达到75%
    variant: children
    note: A note
"""


def with_text(text, *, quote="'"):
    """The sound file with ``text`` in its names, its evidence, its note and its source."""
    written = f"{quote}{text}{quote}"
    return (
        SOUND.replace("{zh: 丙县, en: Gamma}", f"{{zh: {written}, en: {written}}}")
        .replace("title: A report", f"title: {written}")
        .replace("publisher: A bureau", f"publisher: {written}")
        .replace("evidence: 2023年公办园覆盖率70%", f"evidence: {quote}2023年公办园覆盖率70%{text}{quote}")
        .replace("evidence: 2024年公办园覆盖率达到75%", f"evidence: {quote}2024年公办园覆盖率达到75%{text}{quote}")
        .replace("note: A note", f"note: {written}")
        .replace("    variant: children\n", f"    variant: children\n    scope: {written}\n")
    )


UNREADABLE = {
    "escape sequence": with_text("\x1b[31mred\x1b[0m"),
    "title of the window": with_text("\x1b]0;owned\x07"),
    "hyperlink": with_text("\x1b]8;;http://example.org\x1b\\click\x1b]8;;\x1b\\"),
    "bell and backspace": with_text("\x07\x08"),
    "null": with_text("\x00"),
    "C1 control": with_text("\x9b31m"),
    "delete": with_text("\x7f"),
    "bidirectional override": with_text("\u202e%02\u202c"),
    "bidirectional isolate": with_text("\u2067x\u2069"),
    "escape written as YAML escape": with_text("\\e[31m\\x1b]0;x\\a", quote='"'),
    "C1 written as YAML escape": with_text("\\u009b31m", quote='"'),
    "override written as YAML escape": with_text("\\u202e\\U0000202E", quote='"'),
    "carriage return written as YAML escape": with_text("safe\\rforged", quote='"'),
    "200,000 brackets": SOUND + "x: " + "[" * 200_000,
    "200,000 braces": "{a: " * 200_000,
    "200,000 dashes": "- " * 200_000,
    "alias bomb": "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [{'*a, ' * 9}*a]\n" for i in range(9)) + SOUND,
    "merge bomb": "a: &a {k: v}\nb: {<<: [" + "*a, " * 5000 + "*a]}\n" + SOUND,
    "tag": SOUND.replace("A note", "!!python/object/apply:os.system [exit]"),
    "duplicate key": SOUND.replace("    variant", "    value: 90%\n    variant"),
    "second document": SOUND + "---\n" + SOUND,
    "GBK": SOUND.encode("gbk"),
    "UTF-16": SOUND.encode("utf-16"),
    "random bytes": bytes(range(256)) * 40,
    "lone surrogate": SOUND.encode() + b"# \xed\xa0\x80\n",
    "nothing": "",
    "a comment": "# nothing\n",
    "an unfinished text": SOUND + 'x: "',
}
OF_WRONG_SHAPE = {
    "list": "- district: hostile\n",
    "text": "hostile\n",
    "no entries": SOUND.partition("entries:")[0],
    "entries are a text": SOUND.partition("entries:")[0] + "entries: all\n",
    "name is a list": SOUND.replace("{zh: 丙县, en: Gamma}", "[丙县]"),
    "another id": SOUND.replace("district: hostile", "district: other"),
    "a bad entry with hidden characters": SOUND + "  - indicator: 'x\u200b[red]'\n    \u200bkey: 'a\u2028b'\n",
    "a key that is markup": SOUND + "'[red]x[/red]': 1\n",
    "a key of 100,000 letters": SOUND + "k" * 100_000 + ": 1\n",
    "a value of 100,000 digits": SOUND.replace("value: 70%", "value: " + "9" * 100_000 + "%"),
    "a period of 100,000 digits": SOUND.replace("period: 2023", "period: " + "9" * 100_000),
}
HARMLESS = {
    "rich markup": with_text("[red]x[/red][/][link=http://example.org]y[/link][[b]"),
    "unbalanced rich markup": with_text("[/]"),
    "emoji code": with_text(":smile: :bomb:"),
    "zero width": with_text("a\u200bb\u200dc\u2060d"),
    "line separators": with_text("a\\Lb\\Pc", quote='"'),
    "tab and line feed written as YAML escapes": with_text("a\\tb\\nforged: 99%", quote='"'),
    "private use and noncharacters": with_text("\ue000\U000f0000\ufdd0"),
    "combining marks": with_text("a" + "\u0301" * 300),
    "html": with_text("<script>alert(1)</script>&amp;"),
    "markdown": with_text("| a | b |\\n# c", quote='"'),
    "latex": with_text(r"\input{x}$x$%#_{}~^&"),
    "formula": with_text("=cmd|/C calc!A0"),
    "20,000 letters": with_text("字" * 20_000),
    "percent and braces": with_text("%s {0} {name} %(x)s"),
}
COMMANDS_THAT_NAME_IT = {
    "compare": ("compare", "hostile", "alpha"),
    "compare three": ("compare", "alpha", "beta", "hostile", "--sources", "--all"),
    "diff": ("diff", "alpha", "hostile", "--sources"),
    "diff over time": ("diff", "hostile"),
    "show": ("show", "hostile", "--all", "--sources"),
    "show --targets": ("show", "hostile", "--targets", "--sources"),
    "show --peers": ("show", "hostile", "--peers", "all", "--worst", "--sources"),
    "standards": ("standards", "hostile", "--sources"),
    "standards of two": ("standards", "alpha", "hostile", "--sources"),
    "coverage": ("coverage", "hostile", "--all"),
    "coverage of two": ("coverage", "alpha", "hostile"),
    "coverage --questions": ("coverage", "hostile", "alpha", "--questions"),
    "trace": ("trace", "hostile", INDICATOR),
}
# What shows every district without naming one.
COMMANDS_ABOUT_ALL = {
    "rank": ("rank", INDICATOR, "--sources"),
    "rank --targets": ("rank", INDICATOR, "--targets"),
    "rank alone": ("rank",),
    "show --peers": ("show", "alpha", "--peers", "省"),
    "coverage": ("coverage",),
    "districts": ("districts",),
}
COMMANDS_THAT_DO_NOT = {
    "compare": ("compare", "alpha", "beta"),
    "diff": ("diff", "alpha", "beta"),
    "show": ("show", "alpha"),
    "show --targets": ("show", "alpha", "--targets"),
    "show --peers of two": ("show", "alpha", "--peers", "beta"),
    "standards": ("standards", "alpha", "beta"),
    "coverage --questions": ("coverage", "alpha", "beta", "--questions"),
    "trace": ("trace", "alpha", INDICATOR),
    "indicators": ("indicators", "-d", "preschool"),
    **{f"{name}, all": words for name, words in COMMANDS_ABOUT_ALL.items()},
}
STANDARD = """
standards:
  p3:
    level: county
    indicator: public_kindergarten_coverage
    variant: children
    at_least: 75%
    document: {zh: 甲办法, en: Measures}
    number: 甲〔2020〕1号
    attested: provision
    note: {zh: 一个说明, en: A note on it}
"""


def by_name(table):
    return pytest.mark.parametrize("content", list(table.values()), ids=list(table))


@pytest.fixture
def beside(workspace, district_text):
    """A workspace with two sound districts, where a third may be written; few indicators and one standard, for speed."""
    workspace.keep_indicators(3)
    with (workspace.root / "indicators.yaml").open("a", encoding="utf-8") as catalogue:
        catalogue.write(STANDARD)
    workspace.write("alpha", district_text("alpha", "80%", "甲县", "Alpha", "330101"))
    workspace.write("beta", district_text("beta", "90%", "乙县", "Beta", "330103"))
    return workspace


def harmless(result, *, tabs=False):
    """The exit code, after the check that nothing raw was printed and that no exception escaped."""
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.stderr
    out = result.stdout.replace("\t", "") if tabs else result.stdout
    assert RAW.findall(out) == []
    assert RAW.findall(result.stderr) == []
    return result.exit_code


@by_name(UNREADABLE)
def test_an_unreadable_file_is_a_problem_where_it_is_named(beside, eduindex, content):
    beside.write("hostile", content)
    for words in COMMANDS_THAT_NAME_IT.values():
        result = eduindex(*words, environ=ELSEWHERE)
        assert (harmless(result), result.stdout) == (1, "")
        assert result.stderr.startswith("samples/hostile.yaml")
        assert result.stderr.endswith("eduindex: hostile could not be read\n")


@by_name(UNREADABLE)
def test_an_unreadable_file_is_a_notice_where_it_is_not(beside, eduindex, content):
    silent = {name: eduindex(*words).stdout for name, words in COMMANDS_THAT_DO_NOT.items()}
    beside.write("hostile", content)
    for name, words in COMMANDS_THAT_DO_NOT.items():
        result = eduindex(*words)
        assert harmless(result) == 0
        assert result.stdout == silent[name]
        assert name == "trace" or "samples/hostile.yaml" in result.stderr
        assert len(result.stderr) < 6000


def test_trace_notices_an_unreadable_file_too(beside, eduindex):
    beside.write("hostile", "a: [")
    assert "samples/hostile.yaml" in eduindex("trace", "alpha", INDICATOR).stderr


@by_name(OF_WRONG_SHAPE)
def test_a_file_of_the_wrong_shape_costs_only_those_who_name_it(beside, eduindex, content):
    beside.write("hostile", content)
    for words in COMMANDS_THAT_NAME_IT.values():
        result = eduindex(*words, environ=ELSEWHERE)
        assert harmless(result) == 1
        assert "samples/hostile.yaml" in result.stderr
        assert len(result.stderr) < 3000
    for words in COMMANDS_THAT_DO_NOT.values():
        assert harmless(eduindex(*words)) == 0


@by_name(HARMLESS)
def test_hostile_text_is_shown_harmlessly(beside, eduindex, content):
    beside.write("hostile", content)
    for words in (*COMMANDS_THAT_NAME_IT.values(), *COMMANDS_ABOUT_ALL.values(), ("indicators", INDICATOR)):
        result = eduindex(*words, environ=ELSEWHERE)
        assert (harmless(result), result.stderr) == (0, "")


@by_name(HARMLESS)
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_is_harmless_in_every_format(beside, eduindex, content, format):
    beside.write("hostile", content)
    names = ("compare", "trace", "show --targets", "show --peers", "standards of two")
    names += ("coverage of two", "coverage --questions")
    for words in (*(COMMANDS_THAT_NAME_IT[name] for name in names), COMMANDS_ABOUT_ALL["rank"]):
        result = eduindex(*words, "-f", format)
        assert (harmless(result, tabs=format == "tsv"), result.stderr) == (0, "")


@by_name(HARMLESS)
def test_hostile_text_is_harmless_in_the_name_of_a_group(beside, eduindex, content):
    """Two districts whose figures cover the same part are comparable, and the ranking says what they share."""
    beside.write("hostile", content)
    beside.write("likewise", content.replace("district: hostile", "district: likewise").replace("330102", "330104"))
    for words in (
        ("rank", INDICATOR, "--within", "33"),
        ("rank", INDICATOR, "--group", "2"),
        ("show", "hostile", "--peers", "likewise"),
    ):
        for format in ("table", "csv", "json", "html"):
            result = eduindex(*words, "-f", format, environ=ELSEWHERE)
            assert (harmless(result), result.stderr) == (0, "")
            assert "<script" not in result.stdout or format != "html"
    assert json.loads(eduindex("rank", INDICATOR, "-f", "json").stdout)["groups"][1]["districts"] == 2


def test_markup_is_printed_as_it_is_written(beside, eduindex):
    markup = "[red]x[/red] [/] [link=http://example.org]y[/link] :smile:"
    beside.write("hostile", with_text(markup))
    for settings in ({}, ELSEWHERE, {"FORCE_COLOR": "1", "COLUMNS": "200"}):
        shown = eduindex("trace", "hostile", INDICATOR, environ=settings | {"COLUMNS": "200"}).stdout
        assert shown.count(markup) >= 4


@pytest.mark.parametrize(
    "words",
    [*COMMANDS_THAT_NAME_IT.values(), *(COMMANDS_ABOUT_ALL[name] for name in ("rank", "coverage", "districts"))],
    ids=" ".join,
)
def test_what_is_written_is_printed_by_every_command(beside, eduindex, words):
    """So that the tests of hostile text are about text that is there."""
    markup = "[red]x[/red] [/] :smile:"
    beside.write("hostile", with_text(markup))
    for settings in ({}, {"FORCE_COLOR": "1", "COLUMNS": "5000"}):
        assert markup in eduindex(*words, environ=settings).stdout


def test_a_line_feed_in_a_text_forges_no_line(beside, eduindex):
    beside.write("hostile", with_text("x\\n[9] forged\\n| forged |", quote='"'))
    for words in COMMANDS_THAT_NAME_IT.values():
        for format in ("table", "csv", "plain", "markdown", "latex"):
            shown = eduindex(
                *words, "-f", format, environ={"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "5000"}
            ).stdout
            assert [line for line in shown.splitlines() if line.lstrip("| ").startswith(("[9] forged", "forged"))] == []


def test_html_is_escaped(beside, eduindex):
    beside.write("hostile", HARMLESS["html"])
    for words in (*COMMANDS_THAT_NAME_IT.values(), *COMMANDS_ABOUT_ALL.values()):
        for format in ("html", "markdown"):
            assert "<script" not in eduindex(*words, "-f", format).stdout


FORMULAS = ("=cmd|' /C calc'!A0", "@x", "+1", "-1", "=1+1", "\\t=1", " =1", "＝1", "＋1", "－1", "＠x")


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_no_cell_is_a_formula(beside, eduindex, formula, format, delimiter):
    beside.write("hostile", with_text(formula, quote='"'))
    commands = [*COMMANDS_THAT_NAME_IT.values(), *COMMANDS_ABOUT_ALL.values()]
    results = [eduindex(*words, "-f", format) for words in commands]
    results += [eduindex(*words, "-f", format, "--tidy") for words in commands]
    cells = [
        cell
        for result in results
        for row in csv.reader(io.StringIO(result.stdout), delimiter=delimiter)
        for cell in row
    ]
    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠") - {""} and not is_number(cell)] == []
    assert any(cell.startswith("'") for cell in cells)


def is_number(cell):
    try:
        Decimal(cell)
    except InvalidOperation:
        return False
    return cell.isascii() and not cell.startswith("+")


@pytest.mark.parametrize("words", [*COMMANDS_THAT_NAME_IT.values(), *COMMANDS_ABOUT_ALL.values()], ids=" ".join)
def test_json_stays_json(beside, eduindex, words):
    for content in HARMLESS.values():
        beside.write("hostile", content)
        assert json.loads(eduindex(*words, "-f", "json").stdout)["schema_version"] == 1


def sparse_file(path):
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)


def link_out(path):
    secret = path.parent.parent.parent / "secret.yaml"
    secret.write_text(SOUND.replace("70%", "71%").replace("A note", "SECRET"), encoding="utf-8")
    path.symlink_to(secret)


def link_to_folder_out(path):
    path.symlink_to(path.parent.parent.parent)


THINGS = {
    "50 MB": (sparse_file, "T003"),
    "FIFO": (os.mkfifo, "T002"),
    "folder": (lambda path: path.mkdir(), "T002"),
    "link out of the workspace": (link_out, "T001"),
    "link to a folder out of the workspace": (link_to_folder_out, "T001"),
    "broken link": (lambda path: path.symlink_to(path.parent / "missing.yaml"), "T001"),
    "link to itself": (lambda path: path.symlink_to(path), "T001"),
    "link to a device": (lambda path: path.symlink_to("/dev/zero"), "T001"),
    "unreadable": (lambda path: (path.write_text(SOUND), path.chmod(0)), "T001"),
}
AS_ROOT = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
MARKS = {"unreadable": AS_ROOT}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
@pytest.mark.parametrize(
    ("make", "code"), [pytest.param(*thing, marks=MARKS.get(name, ()), id=name) for name, thing in THINGS.items()]
)
def test_what_is_no_file_of_the_workspace_is_not_read(beside, eduindex, make, code):
    make(beside.samples / "hostile.yaml")
    for words in COMMANDS_THAT_NAME_IT.values():
        result = eduindex(*words)
        assert (harmless(result), result.stdout) == (1, "")
        assert f"samples/hostile.yaml: {code} " in result.stderr
        assert result.stderr.endswith("eduindex: hostile could not be read\n")
    for words in COMMANDS_THAT_DO_NOT.values():
        result = eduindex(*words)
        assert harmless(result) == 0
        assert words[0] == "trace" or f"samples/hostile.yaml: {code} " in result.stderr
        assert "SECRET" not in result.stdout + result.stderr
        assert result.stdout


@pytest.mark.parametrize("words", COMMANDS_THAT_NAME_IT.values(), ids=" ".join)
def test_what_is_no_file_is_said_once_and_by_its_short_name(beside, eduindex, words):
    (beside.samples / "hostile.yaml").mkdir()
    lines = eduindex(*words).stderr.splitlines()
    assert lines[0].startswith("samples/hostile.yaml: T002 ")
    assert len(lines) == 2


NAMES = ("ev\x1b[31mil\n\u202e", "bell\x07", "[red]x[bold]", "a b", "衢江", "-x", "x" * 200)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_hostile_file_name_is_shown_harmlessly_where_it_is_not_named(beside, eduindex, name):
    beside.write(name, "a: [")
    for words in COMMANDS_THAT_DO_NOT.values():
        result = eduindex(*words)
        assert harmless(result) == 0
        assert words[0] == "trace" or "T006" in result.stderr


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_hostile_file_name_is_shown_harmlessly_where_it_is_named(beside, eduindex, name):
    beside.write(name, SOUND)
    for words in (
        ("compare", "--", name, "alpha"),
        ("show", "--", name),
        ("show", "--targets", "--", name),
        ("show", "--peers", "all", "--", name),
        ("standards", "--", name),
        ("coverage", "--", name),
        ("coverage", "--questions", "--", "alpha", name),
        ("trace", "--", name, INDICATOR),
    ):
        result = eduindex(*words)
        assert harmless(result) == 1
        assert "S005" in result.stderr


def test_many_broken_files_earn_a_few_lines(beside, eduindex):
    for number in range(20):
        beside.write(f"broken{number:02}", "a: [")
    result = eduindex("compare", "alpha", "beta")
    assert harmless(result) == 0
    lines = result.stderr.splitlines()
    assert len(lines) == 4
    assert lines[-1] == "notice: 17 more faults in files of other districts; `eduindex validate` tells all"


def test_a_bad_entry_leaves_out_only_itself(beside, eduindex):
    entry = SOUND.partition("entries:\n")[2]
    bad = entry.replace(INDICATOR, "public_kindergarten_coverag")
    later = entry.replace(INDICATOR, "inclusive_kindergarten_coverage").replace("    variant: children\n", "")
    beside.write("hostile", SOUND + bad + later)
    result = eduindex("show", "hostile", "-f", "csv")
    assert harmless(result) == 1
    assert [row["indicator"] for row in csv.DictReader(io.StringIO(result.stdout))] == [
        INDICATOR,
        "inclusive_kindergarten_coverage",
    ]
    first_line_of_bad = SOUND.count("\n") + 1
    assert result.stderr.startswith(f"samples/hostile.yaml:{first_line_of_bad}:16: R001 ")
    assert "did you mean public_kindergarten_coverage" in result.stderr
    # Who does not name the district is not told: the entries of others are not read.
    other = eduindex("compare", "alpha", "beta")
    assert (harmless(other), other.stderr) == (0, "")


@pytest.fixture
def report(beside):
    """A report with a figure of the indicator, beside the workspace's files."""
    (beside.root / "report.txt").write_text("2023年公办园在园幼儿占比达57.3%。", encoding="utf-8")
    return "report.txt"


@by_name(UNREADABLE | OF_WRONG_SHAPE)
def test_a_report_is_held_only_against_a_file_that_can_be_read(beside, eduindex, report, content):
    beside.write("hostile", content)
    result = eduindex("extract", report, "--new-to", "samples/hostile.yaml")
    assert harmless(result) == 1
    assert "samples/hostile.yaml" in result.stderr
    assert harmless(eduindex("extract", report, "--district", "alpha")) == 0


@by_name(UNREADABLE)
def test_a_draft_of_a_district_that_cannot_be_read_has_its_id_alone(beside, eduindex, report, content):
    beside.write("hostile", content)
    result = eduindex("extract", report, "--district", "hostile")
    assert harmless(result) == 0
    assert "name: hostile\n" in result.stdout
    assert "notice: left out: samples/hostile.yaml" in result.stderr


@by_name(HARMLESS)
def test_hostile_text_of_a_district_goes_into_a_draft_as_it_is(beside, eduindex, report, content):
    """Its names and, where the report is known, its source."""
    beside.write(
        "hostile", content.replace("    published: 2024-01\n", "    published: 2024-01\n    file: report.txt\n")
    )
    before = eduindex("show", "hostile", "-f", "json").stdout
    for words in (("--district", "hostile"), ("--new-to", "samples/hostile.yaml")):
        result = eduindex("extract", report, *words)
        assert harmless(result) == 0
        beside.write("hostile", result.stdout)
        shown = eduindex("show", "hostile", "-f", "json")
        assert (harmless(shown), shown.stderr) == (0, "")
        assert (
            json.loads(shown.stdout)["records"][0]["district_name"] == json.loads(before)["records"][0]["district_name"]
        )
        beside.write(
            "hostile", content.replace("    published: 2024-01\n", "    published: 2024-01\n    file: report.txt\n")
        )


CATALOGUE = """\
eduindex: 1
districts: samples
dimensions:
  preschool: {{zh: {text}, en: {text}}}
indicators:
  public_kindergarten_coverage:
    name: {{zh: {text}, en: {text}}}
    dimension: preschool
    kind: share
    unit: "%"
    time: stock
    direction: higher
    definition: {text}
    variants: {{children: {text}}}
    mentions: [{text}]
standards:
  p3:
    level: county
    indicator: public_kindergarten_coverage
    variant: children
    at_least: 85%
    document: {{zh: {text}, en: {text}}}
    number: {text}
    attested: provision
    note: {{zh: {text}, en: {text}}}
"""


@pytest.mark.parametrize("text", ["'[red]x[/red][/]'", "'a\u200bb'", '"a\\tb\\nc\\Ld"', "'=1+1'", "'<script>'"])
@pytest.mark.parametrize("format", ["table", "csv", "json", "html"])
def test_a_hostile_catalogue_is_shown_harmlessly(beside, eduindex, text, format):
    (beside.root / "indicators.yaml").write_text(CATALOGUE.format(text=text), encoding="utf-8")
    (beside.root / "report.txt").write_text("2023年公办园覆盖率达57.3%,另有3个。", encoding="utf-8")
    assert harmless(eduindex("extract", "report.txt", "--explain", "-f", format, environ=ELSEWHERE)) == 0
    for words in (*COMMANDS_THAT_DO_NOT.values(), ("indicators", INDICATOR)):
        result = eduindex(*words, "-f", format, environ=ELSEWHERE)
        assert (harmless(result), result.stderr) == (0, "")
        assert result.stdout
        assert "<script>" not in result.stdout or format in ("table", "csv", "json")


@by_name(UNREADABLE)
def test_an_unreadable_catalogue_is_a_problem(beside, eduindex, content):
    (beside.root / "indicators.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    result = eduindex("districts", "--workspace", ".")
    assert (harmless(result), result.stdout) == (1, "")
    assert result.stderr.startswith("indicators.yaml")
