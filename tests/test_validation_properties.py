"""Whatever a file holds, nothing escapes the reader or the validator, and what is found can be looked up.

Files are bytes at random, trees made of the words of the schema, and samples and catalogues with some nodes or bytes changed.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from eduindex.model.diagnostic import Diagnostic
from eduindex.rules.example_workspace import CATALOGUE, DISTRICT_HEAD, SOUND_DISTRICT
from eduindex.rules.registry import RULES
from eduindex.rules.rule import Part
from eduindex.storage.catalogue_loading import load_catalogue
from eduindex.storage.district_loading import load_district
from eduindex.storage.schema import (
    CatalogueHeadModel,
    EntryModel,
    HeadModel,
    IndicatorModel,
    RangeModel,
    SourceModel,
    WordingModel,
)
from eduindex.storage.standard_schema import StandardModel
from eduindex.storage.targets import plan
from eduindex.storage.tree import Node, Scalar, Sequence
from eduindex.storage.yaml_reading import read_district_tree, read_tree
from eduindex.validation import Settings, validate

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLES = sorted((REPOSITORY / "samples").glob("*.yaml"))
FILE = "alpha.yaml"
# What rules say that look at all files together; without them no file has to do with another.
ACROSS_FILES = frozenset(("S007", "S008", "S009", "P007"))


def examples(number: int) -> settings:
    """As many examples as the costlier tests can afford; EXPLORE makes as many more."""
    usual = settings.default.max_examples if settings.default else 100
    return settings(max_examples=number * usual // 100)


def one_in(number: int, seldom: st.SearchStrategy[Any], often: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """``seldom`` once in ``number`` times, else ``often``; among alternatives joined by ``|`` all are as frequent."""
    return st.sampled_from([often] * (number - 1) + [seldom]).flatmap(lambda chosen: chosen)


# Files

MODELS = (
    CatalogueHeadModel,
    IndicatorModel,
    StandardModel,
    HeadModel,
    SourceModel,
    EntryModel,
    RangeModel,
    WordingModel,
)
WORDS = sorted({key for model in MODELS for key in model.model_fields})
KEYS = [
    *WORDS,
    "entries",
    "indicators",
    "standards",
    "indexes",
    "E003",
    "P004",
    "A001",
    "report-2023",
]
ODD_KEYS = [
    "",
    "~",
    "a b",
    "键",
    "<",
    "-",
    "1",
    "x" * 300,
    "teachers_recruited",
    "quzhou",
    "children",
    "\u200b",
    "#",
    "a: b",
    "[",
    "!a",
    "&a",
    "*a",
]
TEXTS = [
    "", " ", "x", "1", "0", "-1", "alpha", "qinghe", "teachers_recruited", "education_grade", "report-2023", "children", "330199", "990101",
    "238名", "92.4%", "2000余名", "7.04亿元", "46:1", "A等", "第二名", "无", "近2000万元", "5%以内", "1-2所", "[1, 2)", "下降1%", "数百人", "12%余",
    "9" * 41, "9" * 39 + "亿", f"0.{'0' * 38}1%", "1" * 5000, "亿" * 50, "约0%", "-5人", "百分之", "一" * 30, "0.00余",
    "2023", "2022-06", "2021/2022", "2021..2023", "..2024-03", "2023-06..", "..", "2023..2021", "1899", "2199-12", "2023-13", "0000", "9999..",
    "2024-04-03", "2024-02-31", "1000-01-01", "2999-12-31", "undated", "https://example.org/a", "http://", "../a.txt", "a.txt", "a/../b", "a" * 300,
    "share", "count", "grade", "rank", "ratio", "amount", "stock", "flow", "higher", "neutral", "actual", "target", "forbid", "province",
    "county", "national", "provision", "secondary", "previous_year", "true", "2025", "99.9%", "Ⅲ",
    "%", "万元", "人", ":1", "等第", "NaN", "Infinity", "1e999999", "1E-999999", "1e5", "0x1f", "on", "samples", ".", "/", "C:", "districts/x",
    "2023年招聘新教师238名", "2023年普惠性幼儿园覆盖率达92.4%", "近三年,招聘教师2000余名", "甲" * 61, "{zh: 甲}", "\u2028", "a\nb", "'", '"', "\\", "😀",
]  # fmt: skip
ANY_KEY = st.sampled_from([*KEYS, *KEYS, *ODD_KEYS])
ANY_TEXT = one_in(20, st.text(max_size=8), st.sampled_from(TEXTS))
TREES = st.recursive(
    ANY_TEXT, lambda below: st.lists(below, max_size=3) | st.dictionaries(ANY_KEY, below, max_size=4), max_leaves=20
)


def tree_of(text: str) -> Any:
    """A file as texts, lists and dictionaries."""

    def plain(node: Node) -> Any:
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            return [plain(item) for item in node.items]
        return {key: plain(value) for key, value in node.values.items()}

    root = read_tree(text.encode(), FILE).root
    assert root is not None
    return plain(root)


def as_block(tree: Any) -> bytes:
    return yaml.dump(tree, allow_unicode=True, sort_keys=False, width=1_000_000).encode("utf-8", "replace")


def as_flow(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")


def as_layout(tree: Any) -> bytes:
    """A district in the canonical layout, as far as it is one."""
    entries = tree.get("entries") if isinstance(tree, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) and entry for entry in entries):
        return as_block(tree)
    head = yaml.dump(
        {key: value for key, value in tree.items() if key != "entries"}, allow_unicode=True, sort_keys=False
    )
    items = ("\n    ".join(f"{key}: {_scalar(text)}" for key, text in entry.items()) for entry in entries)
    return (head + "entries:\n" + "".join(f"  - {item}\n" for item in items)).encode("utf-8", "replace")


def _scalar(text: Any) -> str:
    return text if isinstance(text, str) and text.isprintable() else json.dumps(text, ensure_ascii=False)


CATALOGUE_TREE = tree_of(CATALOGUE) | {
    "standards": {
        "new-teachers": {
            "level": "county",
            "indicator": "teachers_recruited",
            "at_least": "20人",
            "per_year": "true",
            "due": "2025",
            "document": {"zh": "办法", "en": "Measures"},
            "attested": "provision",
        },
        "grade": {
            "level": "national",
            "indicator": "education_grade",
            "above": "C",
            "document": "办法",
            "attested": "secondary",
        },
        "expenditure": {
            "level": "county",
            "indicator": "public_education_expenditure",
            "at_least": "previous_year",
            "document": "意见",
            "attested": "none",
        },
    },
    "accepts": {"C007": "two names for one thing"},
}
EXAMPLES = [example for rule in RULES.values() for example in (rule.bad, rule.good) if example.part is Part.ENTRY]
ENTRY_TEXTS = [one.text for one in EXAMPLES if read_tree((DISTRICT_HEAD + one.text).encode(), FILE).root is not None]
DISTRICT_TREES = [
    tree_of(SOUND_DISTRICT),
    tree_of(DISTRICT_HEAD + "".join(ENTRY_TEXTS[::3])),
    tree_of(DISTRICT_HEAD + "".join(ENTRY_TEXTS[1::9])),
    tree_of(SAMPLES[0].read_text(encoding="utf-8")),
]


def steps_in(tree: Any) -> list[tuple[Any, Any]]:
    """Every place below the root as the block or list that holds it and the key or number in that."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    for node in waiting:  # which grows meanwhile
        steps = list(node) if isinstance(node, dict) else list(range(len(node))) if isinstance(node, list) else []
        found += [(node, step) for step in steps]
        waiting += [node[step] for step in steps]
    return found


@st.composite
def changed(draw: st.DrawFn, trees: list[Any]) -> Any:
    """A tree with up to four places changed: other texts and blocks, missing and unknown keys, repeated and moved items."""
    tree = json.loads(json.dumps(draw(st.sampled_from(trees))))
    for _ in range(draw(st.integers(1, 5))):
        steps = steps_in(tree)
        if not steps:
            break
        holder, step = steps[draw(st.integers(0, len(steps) - 1))]
        way = draw(st.integers(0, 5))
        if way == 0:
            del holder[step]
        elif way == 1:
            holder[step] = draw(TREES)
        elif way == 2 and isinstance(holder, dict):
            holder[draw(ANY_KEY)] = draw(ANY_TEXT | TREES)
        elif way == 3 and isinstance(holder, list):
            holder.append(json.loads(json.dumps(holder[step])))
        else:
            holder[step] = draw(ANY_TEXT)
    return tree


LAYOUTS: list[Callable[[Any], bytes]] = [as_block, as_flow, as_layout]
SNIPPETS = st.sampled_from(
    [b"", b"\x00", b"\xff", b"\r", b"\t", b"&a ", b"*a", b"<<: ", b"---\n", b"[", b"}", b'"', b": ", b" #", b"- ", "甲".encode("gbk"), "\u2028".encode()]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, files: st.SearchStrategy[bytes]) -> bytes:
    """A file with some bytes cut out, or something put in their place."""
    data = draw(files)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(SNIPPETS | st.binary(max_size=3)) + data[at + draw(st.integers(0, 30)) :]
    return data


RANDOM = st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
WRITTEN_TREES = st.builds(lambda tree, layout: layout(tree), TREES, st.sampled_from(LAYOUTS))
DISTRICTS = st.builds(lambda tree, layout: layout(tree), changed(DISTRICT_TREES), st.sampled_from(LAYOUTS))
CATALOGUES = st.builds(lambda tree, layout: layout(tree), changed([CATALOGUE_TREE]), st.sampled_from(LAYOUTS[:2]))
NO_FILES_OF_OURS = WRITTEN_TREES | RANDOM
DISTRICT_FILES = one_in(8, NO_FILES_OF_OURS, one_in(4, damaged(DISTRICTS), DISTRICTS))
CATALOGUE_FILES = one_in(8, NO_FILES_OF_OURS, one_in(4, damaged(CATALOGUES), CATALOGUES))


# What holds of every finding


def assert_can_be_looked_up(finding: Diagnostic, data: bytes) -> None:
    """The code is one that ``explain`` knows, and the file has the line and the column."""
    assert finding.code in RULES
    assert finding.message
    line, column = finding.place.line, finding.place.column
    if line == 0:
        assert column == 0
        return
    lines = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(read_tree(CATALOGUE.encode(), "indicators.yaml"), "indicators.yaml").value


@given(DISTRICT_FILES)
@examples(300)
def test_nothing_escapes_the_loading_of_a_district(catalogue, data):
    for reading in (
        read_tree(data, FILE),
        read_district_tree(data, FILE),
        read_tree(data, FILE, stop_before="entries"),
    ):
        assert (reading.root is None) is bool(reading.diagnostics)
        loaded = load_district(reading, FILE, "alpha", catalogue)
        assert loaded.value is None or loaded.value is loaded.partial
        assert loaded.diagnostics or loaded.value is not None
        for finding in loaded.diagnostics:
            assert finding.place.file == FILE
            assert_can_be_looked_up(finding, data)


@given(CATALOGUE_FILES)
@examples(300)
def test_nothing_escapes_the_loading_of_a_catalogue(data):
    loaded = load_catalogue(read_tree(data, FILE), FILE)
    assert loaded.diagnostics or loaded.value is not None
    for finding in loaded.diagnostics:
        assert_can_be_looked_up(finding, data)


@given(data=st.data(), path=st.sampled_from(SAMPLES))
@examples(60)
def test_nothing_escapes_the_loading_of_a_damaged_sample(catalogue, data, path):
    content = data.draw(damaged(st.just(path.read_bytes())))
    for reading in (read_tree(content, FILE), read_district_tree(content, FILE)):
        for finding in load_district(reading, FILE, path.stem, catalogue).diagnostics:
            assert_can_be_looked_up(finding, content)


# Whole workspaces


class Workspaces:
    """Writes one workspace after the other into the same folder, which is the current one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reports = root / "reports"
        self.files: dict[str, bytes] = {}

    def write(self, catalogue: bytes, districts: dict[str, bytes], reports: dict[str, bytes]) -> None:
        for name in ("districts", "reports"):
            shutil.rmtree(self.root / name, ignore_errors=True)
            (self.root / name).mkdir()
        self.files = {"indicators.yaml": catalogue} | {f"districts/{id}.yaml": data for id, data in districts.items()}
        for name, data in (self.files | {f"reports/{name}": data for name, data in reports.items()}).items():
            (self.root / name).write_bytes(data)

    def findings(self, options: Settings) -> tuple[Diagnostic, ...]:
        return validate(plan([], str(self.root), {}, self.root), options).diagnostics


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory):
    root = tmp_path_factory.mktemp("workspace")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        yield Workspaces(root)


IDS = ["alpha", "qinghe", "linxi", "luyang", "beta"]
REPORT_TEXTS = st.dictionaries(
    st.sampled_from(["a.txt", "luyang-2022.txt", "qinghe-2023.txt"]),
    st.sampled_from(["2023年招聘新教师238名。".encode(), "2022年招考251人,考录比46:1".encode(), b"\xff\x00"])
    | st.binary(max_size=20),
    max_size=2,
)
WHOLE = st.fixed_dictionaries(
    {
        "catalogue": one_in(3, CATALOGUE_FILES, st.just(CATALOGUE.encode())),
        "districts": st.dictionaries(st.sampled_from(IDS), DISTRICT_FILES, max_size=4),
        "reports": REPORT_TEXTS,
    }
)


@given(WHOLE, st.booleans())
@examples(100)
def test_nothing_escapes_the_validation_of_a_workspace(workspaces, whole, with_reports):
    workspaces.write(**whole)
    options = Settings(reports=str(workspaces.reports) if with_reports else None, jobs=1)
    found = workspaces.findings(options)
    for finding in found:
        # The folder of the districts may be the fault itself.
        assert finding.place.file in workspaces.files or (finding.code, finding.place.line) == ("T001", 0)
        assert_can_be_looked_up(finding, workspaces.files.get(finding.place.file, b""))
    assert workspaces.findings(options) == found


@given(WHOLE)
@examples(50)
def test_no_file_has_to_do_with_another(workspaces, whole):
    """Without the rules across files each file is judged as if it were alone."""
    options = Settings(codes=frozenset(RULES) - ACROSS_FILES, reports=str(workspaces.reports), jobs=1)
    workspaces.write(**whole)
    together = workspaces.findings(options)
    for id in whole["districts"]:
        rest = {other: data for other, data in whole["districts"].items() if other != id}
        workspaces.write(**(whole | {"districts": rest}))
        assert workspaces.findings(options) == tuple(
            one for one in together if one.place.file != f"districts/{id}.yaml"
        )


@given(WHOLE)
@examples(40)
def test_a_large_workspace_is_judged_as_a_small_one(workspaces, whole):
    """Many files are read in another way than few."""
    options = Settings(codes=frozenset(RULES) - ACROSS_FILES, reports=str(workspaces.reports), jobs=1)
    workspaces.write(**whole)
    small = workspaces.findings(options)
    ballast = SOUND_DISTRICT.replace("district: qinghe", "district: ballast") + "# ballast\n" * 30_000
    workspaces.write(**(whole | {"districts": whole["districts"] | {"ballast": ballast.encode()}}))
    assert tuple(one for one in workspaces.findings(options) if "ballast" not in one.place.file) == small


@given(WHOLE)
@examples(30)
def test_taking_a_file_away_adds_nothing_but_what_rules_across_files_say(workspaces, whole):
    options = Settings(reports=None, jobs=1)
    workspaces.write(**whole)
    together = workspaces.findings(options)
    for id in whole["districts"]:
        rest = {other: data for other, data in whole["districts"].items() if other != id}
        workspaces.write(**(whole | {"districts": rest}))
        added = set(workspaces.findings(options)) - set(together)
        # An acceptance of such a finding may have become unneeded.
        assert {one.code for one in added} - {"A001"} <= ACROSS_FILES
        assert {one.quoted for one in added if one.code == "A001"} <= ACROSS_FILES


@given(st.lists(DISTRICT_FILES, min_size=9, max_size=12), st.booleans())
@examples(6)
def test_two_processes_find_what_one_finds(workspaces, files, with_reports):
    districts = {f"d{number}": data.replace(b"qinghe", b"d%d" % number) for number, data in enumerate(files)}
    workspaces.write(CATALOGUE.encode(), districts, {"a.txt": "招聘238名".encode()})
    options = Settings(reports=str(workspaces.reports) if with_reports else None, jobs=1)
    assert workspaces.findings(replace(options, jobs=2)) == workspaces.findings(options)
