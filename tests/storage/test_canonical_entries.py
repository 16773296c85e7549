"""The fast path for files in the canonical layout says what libyaml says, of every file: entries, places and faults.

Files are made up in and near the layout. Some hold one of the tricks by which YAML reads a line as something else than it
looks like, and the samples are damaged at random.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Entry
from eduindex.rules.example_workspace import CATALOGUE as CATALOGUE_TEXT
from eduindex.storage.canonical_entries import KEYS
from eduindex.storage.catalogue_loading import load_catalogue
from eduindex.storage.checked_nodes import Loaded
from eduindex.storage.district_loading import load_district
from eduindex.storage.tree_building import DEEPEST
from eduindex.storage.yaml_reading import Reading, read_district_tree, read_tree

REPOSITORY = Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted((REPOSITORY / "samples").glob("*.yaml"))
FILE, STEM = "alpha.yaml", "alpha"
OPTIONAL = [key for key in KEYS if key not in ("indicator", "value", "period", "source", "evidence")]
BREAKS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\x85")

HEAD = """\
district: alpha
code: "330101"
name: {zh: 甲县, en: Alpha}
sources:
  report-2023:
    title: 工作总结
    published: 2024-04-03
"""
ENTRY = """\
  - indicator: teachers_recruited
    value: 238名
    period: 2023
    source: report-2023
    evidence: 2023年招聘新教师238名
"""
ENTRIES = "entries:\n"


def examples(number: int) -> settings:
    return settings(max_examples=max(number, settings.default.max_examples if settings.default else 0))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded = load_catalogue(read_tree(CATALOGUE_TEXT.encode(), "indicators.yaml"), "indicators.yaml").value
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def catalogue_of_samples() -> Catalogue:
    path = REPOSITORY / "indicators.yaml"
    loaded = load_catalogue(read_tree(path.read_bytes(), path.name), path.name).value
    assert loaded is not None
    return loaded


def assert_read_alike(data: bytes, catalogue: Catalogue, stem: str = STEM) -> Reading:
    """Read a file in both ways and hold them against each other; what the fast one read comes back."""
    fast, slow = read_district_tree(data, FILE), read_tree(data, FILE)
    assert fast.diagnostics == slow.diagnostics
    assert (fast.root is None) is (slow.root is None)
    if fast.written is None:
        assert fast.root == slow.root
    one, other = load_district(fast, FILE, stem, catalogue), load_district(slow, FILE, stem, catalogue)
    assert one.diagnostics == other.diagnostics
    for first, second in zip(entries_in(one), entries_in(other), strict=True):
        assert first.place == second.place
        assert {key: first.place_of(key) for key in KEYS} == {key: second.place_of(key) for key in KEYS}
    assert one == other
    assert repr(one) == repr(other)  # which equality of a text and a StrEnum, or of 1.0 and 1.00, does not show
    return fast


def entries_in(loaded: Loaded) -> list[Entry]:
    district = loaded.partial
    return [] if district is None else [*(one.entry for one in district.observations), *district.unread]


def entry_of(texts: dict[str, str]) -> list[str]:
    """The lines of an entry in the canonical layout."""
    written = [f"{key}: {texts[key]}" for key in KEYS if key in texts]
    return [f"  - {written[0]}", *(f"    {line}" for line in written[1:])]


# Files in the canonical layout

SAFE = "甲乙年招聘新教师名校0123456789.%万余,，。、“”（）()/+=_~ \u00a0\u3000\u200b😀aZ'\"?!-*&|>@`[]{}<"
IDS = st.sampled_from(["teachers_recruited", "school_places_added", "education_grade", "unknown", "0", "a-b_c"])
VALUES = st.sampled_from(
    ["238名", "92.4%", "2000余名", "7.04亿元", "A等", "46:1", "九大", "余", "第二名", "12", "近 2000万元"]
)
PERIODS = st.sampled_from(["2023", "2022-06", "2021/2022", "2021..2023", "..2024-03", "2023-06..", "2023年", "~", "no"])
BEGINS_NOTHING = st.sampled_from("甲乙年0189.(（“_/+=~<\u200b😀aZ")
PLAIN = st.builds(str.__add__, BEGINS_NOTHING, st.text(SAFE, max_size=24)).map(lambda text: text.rstrip(" "))
ANY_TEXT = st.text(SAFE + ":#\\", max_size=24)
QUOTED = st.one_of(
    ANY_TEXT.map(lambda text: json.dumps(text, ensure_ascii=False)),
    ANY_TEXT.map(lambda text: "'" + text.replace("'", "''") + "'"),
)
WORDS = st.builds("{{zh: {}, en: {}}}".format, QUOTED, QUOTED)
LISTS = st.lists(QUOTED, max_size=3).map(lambda items: f"[{', '.join(items)}]")
SCALAR = st.one_of(PLAIN, PLAIN, PLAIN, QUOTED)
TEXTS = {
    "indicator": IDS,
    "value": VALUES | SCALAR,
    "period": PERIODS | SCALAR,
    "status": st.sampled_from(["actual", "target"]),
    "variant": IDS,
    "scope": WORDS | SCALAR,
    "source": st.sampled_from(["report-2023", "report-2022", "r"]),
    "evidence": SCALAR,
    "period_evidence": SCALAR,
    "note": WORDS | SCALAR,
    "accepts": st.builds("{{{}: {}}}".format, st.sampled_from(["E003", "P001", "X", "a"]), QUOTED) | LISTS,
}
COMMENTS = st.lists(st.sampled_from(["", "  ", "# 注", "    # a: b", "  - # x", "      "]), max_size=2).map(
    lambda lines: [line for line in lines if not line.startswith("  -")]
)


@st.composite
def texts_of_entries(draw: st.DrawFn) -> dict[str, str]:
    keys = [key for key in KEYS if key not in OPTIONAL]
    keys += draw(st.lists(st.sampled_from(OPTIONAL), unique=True, max_size=4))
    return {key: draw(TEXTS[key]) for key in keys}


@st.composite
def canonical_files(draw: st.DrawFn) -> str:
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        lines += [*draw(COMMENTS), *entry_of(draw(texts_of_entries()))]
    return HEAD + ENTRIES + "\n".join([*lines, *draw(COMMENTS), ""])


@given(canonical_files())
@examples(250)
def test_files_in_the_canonical_layout_are_read_by_the_fast_path_and_alike(catalogue, text):
    assert assert_read_alike(text.encode(), catalogue).written is not None


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_are_read_by_the_fast_path_and_alike(catalogue_of_samples, path):
    assert assert_read_alike(path.read_bytes(), catalogue_of_samples, path.stem).written is not None


# Files near it

ODD = [
    ": ", ":", " #", "#", "'", '"', "''", '\\"', "[", "]", "{", "}", ",", ", ", "&a ", "*a", "!t ", "!!str ", "|", ">", "|-", ">+2",
    "%", "@", "`", "?", "? ", "- ", "-", "---", "...", "<<", "~", "\t", " ", "  ", "\\", "\\n", "\\u0041", "\\x07", "\\\n",
    "\u00a0", "\u3000", "\u200b", "\u2028", "\u2029", "\u202e", "\ufeff", "\x85", "\x07", "\r", "\r\n", "\n", "\n\n", "\n      ",
    "\n    ", "\n  ", "\n  - ", "\n# ", "\n      # ", "甲", "2023年", "名", "x", "key: ", "entries:", "{zh: 甲,", "en: x}", "[[", "]]",
]  # fmt: skip
ODD_SCALAR = st.lists(st.sampled_from(ODD), min_size=1, max_size=4).map("".join) | st.builds(
    "{}{}{}".format, PLAIN, st.sampled_from(ODD), PLAIN
)
TRICKS = [
    "|\n      甲", ">-\n      甲\n      乙", "|2\n    甲", "甲\n      乙", "甲\n\n      乙", '"甲\n      乙"', '"甲\n乙"', "'甲\n\n  乙'",
    "{zh: 甲,\n      en: x}", "[甲,\n    乙]", '"甲', "'甲", "[甲", "{zh: 甲", '甲"', "甲'", "甲]", "甲}", '"', "'", "", '"" # x', "'a' b",
    '"a": b', "[a]: b", "[a: b]", "{a: b, a: c}", "{<<: a}", "&a 甲", "*a", "!!str 甲", "%甲", "@甲", "`甲", "? 甲", "- 甲", "甲:", "甲 #",
    "甲 # x", "甲#x", "甲:x", "::", "甲: x", '"\\x07"', '"\\u202e"', "\t甲", "甲\t", "甲 ", " 甲", "--- 甲", "... ", "{}", "[]", "{a}",
    "[" * 31 + "]" * 31, "[" * 29 + "]" * 29, "{a: " * 29 + "x" + "}" * 29, '"甲\n    source: r"', "[甲,\n    source: r]",
    '"甲\n  - indicator: x"', "{zh: 甲,\n    en: x,\n    }", "[\n    ]", "甲\n    # x", "甲\n# x\n", "{zh: 甲\u2028, en: x}", '"甲\u2028"',
]  # fmt: skip


def with_scalar(lines: list[str], at: int, scalar: str) -> list[str]:
    key, _, _ = lines[at].partition(": ")
    return [*lines[:at], f"{key}: {scalar}", *lines[at + 1 :]]


def swapped(lines: list[str], at: int, _: str) -> list[str]:
    other = (at + 1) % len(lines)
    lines = [line[4:] for line in lines]
    lines[at], lines[other] = lines[other], lines[at]
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]


def repeated(lines: list[str], at: int, _: str) -> list[str]:
    return [*lines, "    " + lines[at][4:]]


def inserted(lines: list[str], at: int, text: str) -> list[str]:
    return [*lines[: at + 1], text, *lines[at + 1 :]]


def indented(lines: list[str], at: int, text: str) -> list[str]:
    return [*lines[:at], text + lines[at], *lines[at + 1 :]]


def ended(lines: list[str], at: int, text: str) -> list[str]:
    return [*lines[:at], lines[at] + text, *lines[at + 1 :]]


def rewritten(lines: list[str], at: int, key: str) -> list[str]:
    before, _, scalar = lines[at].partition(": ")
    return [*lines[:at], f"{before[:4]}{key}{scalar}", *lines[at + 1 :]]


def left_out(lines: list[str], at: int, _: str) -> list[str]:
    rest = [line[4:] for number, line in enumerate(lines) if number != at]
    return [f"  - {rest[0]}", *(f"    {line}" for line in rest[1:])]


Trouble = Callable[[list[str], int, str], list[str]]
TROUBLES: list[tuple[Trouble, list[str]]] = [
    (with_scalar, TRICKS),
    (swapped, [""]),
    (repeated, [""]),
    (left_out, [""]),
    (inserted, ["", "    ", "# x", "    # x", "      x", "      - x", "    note:", "    Note: x", '    "note": x', "    ? x", "  x: y", "---"]),
    (inserted, ["...", "\t", "    \t", "x: y", "  -", "  - x", "  - x: y", "  - {indicator: a}", "  - [a]", "    accepts: x", "]", '"', "entries:"]),
    (inserted, ["    accepts:\n      E003: x", "    scope:\n      zh: 甲\n      en: x", "    - x", "%YAML 1.1", "    <<: *a", "\u2028", "\r", "# x\r# y", "# x\ry: z"]),
    (indented, [" ", "  ", "\t", "\u3000", "- ", "\ufeff", "#"]),
    (ended, [" ", "  ", "\t", " # x", "#x", "\r", "\u2028", ":", ": x", "\\", '"', ","]),
    (rewritten, ["value : ", "value:", "value:  ", '"value": ', "'value': ", "? value\n    : ", "Value: ", "value:\n      ", "value: &a ", "unknown: "]),
]  # fmt: skip
HEADS = [
    "# 注\n\n" + HEAD, "\ufeff" + HEAD, "---\n" + HEAD, HEAD + "...\n", HEAD + "---\n", "%YAML 1.1\n---\n" + HEAD, HEAD + "accepts: {E003: x}\n",
    HEAD + "accepts: x\n", HEAD + ENTRIES, HEAD + "entries: []\n", "name: |\n  甲\n" + HEAD, HEAD + "within: |\n  甲\n", HEAD + "within: >\n",
    HEAD + 'within: "甲\n', HEAD + "within: {zh: 甲,\n", HEAD + "within: 甲\n  乙\n", HEAD + "? a\n", HEAD + "sources: {}\n", HEAD + "within: &a x\n",
    HEAD.replace("\n", "\r\n"), HEAD.replace("alpha\n", "alpha\r", 1), HEAD.replace("甲县", "甲\u2028县"), HEAD.replace("district: alpha\n", ""),
    HEAD.replace("alpha", "beta"), HEAD + "\t\n", HEAD + "# \u2028\n", HEAD + "within:\n", "", "- a\n", HEAD + 'within: "甲\nentries:\n  乙"\n',
    HEAD + "aliases: [a,\n  b]\n", HEAD + "within: 'a\n\nentries:\nb'\n",
]  # fmt: skip
BEGINNINGS = [
    "entries: \n",
    "entries:  # x\n",
    '"entries":\n',
    "entries :\n",
    "entries:\r\n",
    "entries:\n\n",
    "entries:\n# x\n",
    " entries:\n",
    "entries: |\n",
    "",
]
TAILS = [
    "\n", "  \n", "# x\n", "# x", "    # x\n", "\t\n", "  -\n", "  - \n", "  - x\n", "...\n", "---\n", "... x\n", "--- \n", "---", "x: y\n", "note: x\n",
    "entries:\n", "]\n", '"\n', "'\n", "  x: y\n", "      x\n", "\r\n", "\r", "\u2028\n", "- x: y\n", "within: x\n", "\x00", "\ufeff", "#\u2028\n", "#\t\n", "#\r#\n",
]  # fmt: skip


IDS_NEAR = [
    "a" * 64,
    "a" * 65,
    "-a",
    "a-",
    "_",
    "A",
    "a.b",
    "a b",
    "é",
    "１",
    "0",
    "actual",
    "target",
    "plan",
    "Actual",
    "actual,",
    "null",
]


@pytest.mark.parametrize("key", KEYS)
def test_every_odd_text_of_every_key_is_read_alike(catalogue, key):
    texts = dict.fromkeys(("indicator", "value", "period", "source", "evidence", key), "a")
    texts |= {"scope": "甲", "status": "actual"} if key not in ("scope", "status") else {}
    lines = entry_of(texts)
    at = next(number for number, line in enumerate(lines) if line[4:].startswith(f"{key}: "))
    around = (("", ""), ("", "甲"), ("甲", ""), ("甲", "乙"), ('"甲', '"'), ("[甲", "]"))
    odd = [before + piece + behind for piece in ODD for before, behind in around]
    for text in (*odd, *TRICKS, *IDS_NEAR):
        assert_entries_read_alike(catalogue, [with_scalar(lines, at, text), ENTRY.splitlines()])


def assert_entries_read_alike(catalogue, entries, head=HEAD, beginning=ENTRIES, tail=""):
    body = "".join("\n".join([*lines, ""]) for lines in entries)
    assert_read_alike((head + beginning + body + tail).encode(), catalogue)


@pytest.mark.parametrize(("trouble", "texts"), TROUBLES)
def test_every_trouble_in_every_line_is_read_alike(catalogue, trouble, texts):
    keys = {key: "a" for key in KEYS if key not in ("status", "accepts")}
    for entry in (ENTRY.splitlines(), entry_of(keys), entry_of(keys | {"note": '"甲"'})):
        for at in range(len(entry)):
            for text in texts:
                assert_entries_read_alike(catalogue, [trouble(entry, at, text), entry])
                assert_entries_read_alike(catalogue, [entry, trouble(entry, at, text)])


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("beginning", [ENTRIES, *BEGINNINGS])
def test_every_head_is_read_alike(catalogue, head, beginning):
    assert_entries_read_alike(catalogue, [ENTRY.splitlines()], head, beginning)
    assert_entries_read_alike(catalogue, [], head, beginning, tail="  - a\n")


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize(
    "last", ["", "    note: 甲\n", '    note: "甲"\n', "    note: [甲]\n", '    note: "甲\n', "    note: {zh: 甲\n"]
)
def test_every_end_is_read_alike(catalogue, last, tail):
    for more in ("", ENTRY, tail, tail + ENTRY):
        assert_read_alike((HEAD + ENTRIES + ENTRY + last + tail + more).encode(), catalogue)


@st.composite
def files_near_it(draw: st.DrawFn) -> str:
    entries = [entry_of(draw(texts_of_entries())) for _ in range(draw(st.integers(1, 3)))]
    for _ in range(draw(st.integers(0, 2))):
        number = draw(st.integers(0, len(entries) - 1))
        lines = entries[number]
        at = draw(st.integers(0, len(lines) - 1))
        if draw(st.booleans()):
            entries[number] = with_scalar(lines, at, draw(ODD_SCALAR))
        else:
            trouble, texts = draw(st.sampled_from(TROUBLES))
            entries[number] = trouble(lines, at, draw(st.sampled_from(texts)))
    usual = st.just(True) | st.just(True) | st.booleans()
    head = HEAD if draw(usual) else draw(st.sampled_from(HEADS))
    beginning = ENTRIES if draw(usual) else draw(st.sampled_from(BEGINNINGS))
    tail = "" if draw(usual) else draw(st.sampled_from(TAILS))
    body = "".join("\n".join([*draw(COMMENTS), *lines, ""]) for lines in entries)
    text = head + beginning + body + tail
    return draw(st.sampled_from([text, text, text, text, text.rstrip("\n"), text.replace("\n", "\r\n")]))


def test_files_near_the_canonical_layout_are_read_alike(catalogue):
    taken = []

    @given(files_near_it())
    @examples(300)
    def read_alike(text):
        taken.append(assert_read_alike(text.encode(), catalogue).written is not None)

    read_alike()
    # Both ways have to be taken often, or nothing was compared.
    assert len(taken) / 10 < sum(taken) < len(taken) * 9 / 10


@given(
    st.lists(
        st.sampled_from([ENTRY, "    note: ", "    scope: ", *TRICKS, *ODD, "\n", "\n", "  - indicator: a\n"]),
        max_size=8,
    ).map("".join)
)
@examples(400)
def test_what_stands_behind_an_entry_is_read_alike(catalogue, text):
    assert_read_alike((HEAD + ENTRIES + ENTRY + text).encode(), catalogue)


# Entries that swallow each other

OPENINGS = ['"甲', "'甲", "[甲", "{zh: 甲", "{zh: 甲,", '["甲', "{zh: '甲"]
CLOSINGS = [
    '"',
    "'",
    "]",
    "}",
    '甲"',
    "甲'",
    "甲]",
    ", en: x}",
    "en: x}",
    '"]',
    "'}",
    '" # x',
    "', en: x}",
    ": x}",
    '",',
]


@given(
    st.lists(st.sampled_from(["甲", *OPENINGS, *CLOSINGS, *OPENINGS, *CLOSINGS]), min_size=2, max_size=5),
    st.sampled_from(["note", "scope", "evidence"]),
)
@examples(300)
def test_a_quotation_or_a_bracket_over_several_entries_is_read_alike(catalogue, scalars, key):
    blocks = [entry_of(texts | {key: scalar}) for scalar in scalars for texts in [dict(zip(KEYS, KEYS, strict=True))]]
    blocks = [[line for line in block if not line.strip().startswith(("status", "accepts"))] for block in blocks]
    text = HEAD + ENTRIES + "".join("\n".join([*block, ""]) for block in blocks)
    assert_read_alike(text.encode(), catalogue)


@pytest.mark.parametrize("depth", range(DEEPEST - 5, DEEPEST + 2))
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_brackets_may_be_nested_as_deep_either_way(catalogue, depth, opening, closing):
    text = f"{HEAD}{ENTRIES}{ENTRY}    note: {opening * depth}x{closing * depth}\n"
    assert_read_alike(text.encode(), catalogue)


@pytest.mark.parametrize("rest", ["", "\n", "# none yet\n", "  # x\n\n"])
def test_a_file_without_entries_is_read_alike(catalogue, rest):
    assert_read_alike((HEAD + ENTRIES + rest).encode(), catalogue)


@pytest.mark.parametrize("key", OPTIONAL)
@pytest.mark.parametrize(
    "text", ["plain", "'quoted'", '"quoted"', "{zh: 甲, en: x}", "{E003: x}", "[a]", "{}", "[]", "''", "~"]
)
def test_every_form_of_every_further_key_is_read_alike(catalogue, key, text):
    texts = {
        "indicator": "teachers_recruited",
        "value": "238名",
        "period": "2023",
        "source": "report-2023",
        "evidence": "招聘238名",
    }
    lines = entry_of(texts | {key: text})
    assert_read_alike((HEAD + ENTRIES + "\n".join([*lines, ""])).encode(), catalogue)


@pytest.mark.parametrize("end", BREAKS)
@pytest.mark.parametrize("line", range(HEAD.count("\n")))
def test_other_ends_of_lines_in_the_head_do_not_move_the_entries(catalogue, end, line):
    lines = HEAD.splitlines()
    head = "".join(text + (end if number == line else "\n") for number, text in enumerate(lines))
    assert_read_alike((head + ENTRIES + ENTRY).encode(), catalogue)


@pytest.mark.parametrize("dense", ["," * 1_000_001, "[" * 1_000_001, "- " * 1_000_001])
def test_a_dense_text_is_read_alike(catalogue, dense):
    assert_read_alike(f"{HEAD}{ENTRIES}{ENTRY}    note: 甲{dense}x\n".encode(), catalogue)


def test_more_faults_than_are_told_are_read_alike(catalogue):
    unknown = ENTRY.replace("teachers_recruited", "unknown")
    enclosed = f'{unknown}    note: "甲"\n'
    misshapen = f"{unknown}    note: [甲]\n"
    for entries in (unknown * 600, unknown * 499 + enclosed * 3, (unknown + misshapen) * 300, misshapen * 501 + ENTRY):
        assert_read_alike((HEAD + ENTRIES + entries).encode(), catalogue)


# Damaged samples

DAMAGE = st.sampled_from(
    [*ODD, *OPENINGS, *CLOSINGS, "\xff", "\x00", "    ", "  - indicator: x\n", "entries:\n", "note: "]
)


@given(data=st.data(), path=st.sampled_from(SAMPLES))
@examples(150)
def test_damaged_samples_are_read_alike(catalogue_of_samples, data, path):
    text = path.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        text = damaged(text, data.draw)
    assert_read_alike(text.encode(), catalogue_of_samples, path.stem)


def damaged(text: str, draw: Callable) -> str:
    """The text with one place of it changed: something put in, cut out, or moved."""
    at = draw(st.integers(0, len(text)))
    way = draw(st.integers(0, 5))
    if way == 0:
        return text[:at] + draw(DAMAGE) + text[at:]
    if way == 1:
        return text[:at] + text[at + draw(st.integers(1, 40)) :]
    if way == 2:
        return text[:at] + draw(DAMAGE) + text[at + 1 :]
    lines = text.split("\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    if way == 3:
        lines[one], lines[other] = lines[other], lines[one]
    elif way == 4:
        lines.insert(one, lines[other])
    else:
        lines[one] = lines[one] + draw(DAMAGE)
    return "\n".join(lines)


@given(data=st.data(), path=st.sampled_from(SAMPLES))
@examples(100)
def test_samples_with_damaged_bytes_are_read_alike(catalogue_of_samples, data, path):
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))
    assert_read_alike(bytes(content), catalogue_of_samples, path.stem)
