"""What the strict reader reads, what it refuses, and that every refusal names the line and column of the fault."""

import string
import subprocess
import sys

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eduindex.model import findings as codes
from eduindex.model.diagnostic import Diagnostic
from eduindex.storage.text_decoding import MOST_FAULTS
from eduindex.storage.tree import Mapping, Node, Scalar, Sequence
from eduindex.storage.tree_building import DEEPEST
from eduindex.storage.yaml_reading import read_tree

HEAD = "district: quzhou\nname: {zh: 衢江区, en: Qujiang}\nentries:\n"
ENTRY = "  - indicator: teacher_rotation_rate\n    value: 24.43%\n    evidence: 比例达24.43%\n"
FAULT = "⟦"  # marks, in the texts below, the character that is at fault


def read(text: str) -> Node:
    reading = read_tree(text.encode(), "f.yaml")
    assert reading.diagnostics == ()
    assert reading.root is not None
    return reading.root


def faults(data: str | bytes, **options: str) -> tuple[Diagnostic, ...]:
    reading = read_tree(data.encode() if isinstance(data, str) else data, "f.yaml", **options)
    assert reading.root is None
    assert reading.diagnostics
    return reading.diagnostics


def found(data: str | bytes) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.place.line, fault.place.column) for fault in faults(data)]


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column by walking through the text, as somebody with an editor would count."""
    line, column = 1, 1
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    for character in before:
        line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return line, column


def expect(marked: str, code: str) -> Diagnostic:
    """Read a text without its mark, after other entries, and expect one fault, where the mark was."""
    text = HEAD + ENTRY * 3 + marked
    index = text.index(FAULT)
    text = text.replace(FAULT, "", 1)
    assert found(text) == [(code, *place_of(text, index))]
    return faults(text)[0]


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.pairs()}


class TestTree:
    def test_texts_stay_texts(self) -> None:
        texts = [
            "46:1",
            "no",
            "2023_24",
            "0110107",
            "~",
            "20:21",
            "2023.10",
            "null",
            "1e3",
            "0x1F",
            "2024-04-03",
            "=",
            "true",
        ]
        root = read("".join(f"k{number}: {text}\n" for number, text in enumerate(texts)))
        assert isinstance(root, Mapping)
        assert [value.text for value in root.values.values() if isinstance(value, Scalar)] == texts

    def test_an_empty_value_is_an_empty_plain_text_and_a_quoted_one_is_not_plain(self) -> None:
        root = read("a:\nb: ''\nc: x\n")
        assert isinstance(root, Mapping)
        assert root.values == {"a": Scalar("", 1, 3, True), "b": Scalar("", 2, 4, False), "c": Scalar("x", 3, 4, True)}

    def test_every_node_knows_its_place_in_characters(self) -> None:
        root = read("名称: {zh: 𠮷林, en: x}\n列:\n  - 甲\n  - k: 'v'\n")
        assert isinstance(root, Mapping)
        assert root.keys == {"名称": Scalar("名称", 1, 1, True), "列": Scalar("列", 2, 1, True)}
        names, items = root.values["名称"], root.values["列"]
        assert isinstance(names, Mapping)
        assert isinstance(items, Sequence)
        assert (names.line, names.column) == (1, 5)
        assert names.keys["en"] == Scalar("en", 1, 14, True)
        assert (items.line, items.column) == (3, 3)
        assert items.items[0] == Scalar("甲", 3, 5, True)
        inner = items.items[1]
        assert isinstance(inner, Mapping)
        assert (inner.line, inner.column, inner.values["k"]) == (4, 5, Scalar("v", 4, 8, False))

    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    def test_lines_end_in_three_ways(self, ending: str) -> None:
        root = read(ending.join(["a: 1", "b: 2", "", "c: 3"]))
        assert isinstance(root, Mapping)
        assert [key.line for key in root.keys.values()] == [1, 2, 4]

    @pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
    @pytest.mark.parametrize(
        "template", ["a: x{}y\nb: 2\n", 'a: "x{}y"\nb: 2\n', "a: |-\n  x{}y\nb: 2\n", "a: 1 # x{}y: 2\nb: 2\n"]
    )
    def test_a_unicode_line_separator_is_a_character_and_no_line_end(self, separator: str, template: str) -> None:
        text = template.format(separator)
        root = read(text)
        assert isinstance(root, Mapping)
        assert list(root.keys) == ["a", "b"]
        assert root.keys["b"].line == text.count("\n")
        value = root.values["a"]
        assert isinstance(value, Scalar)
        assert value.text == ("1" if "#" in template else f"x{separator}y")

    def test_a_fault_after_a_separator_is_in_the_line_an_editor_shows(self) -> None:
        expect(f'  - x\u2028y\u2029z: "\u2028{FAULT}\\e"\n', codes.CONTROL_CHARACTER)
        expect(f'  - x\u2028y\n  - "{FAULT}\\u200e"\n', codes.INVISIBLE_MARK)

    def test_a_byte_order_mark_is_skipped_and_not_counted(self) -> None:
        reading = read_tree(b"\xef\xbb\xbfa: 1\n", "f.yaml")
        assert isinstance(reading.root, Mapping)
        assert reading.root.keys["a"].column == 1

    def test_harmless_escapes_and_tabs_in_texts_are_read(self) -> None:
        assert plain(read('a: "x\\ty\\n\\u4e2d\\\\e"\nb:\tc\n')) == {"a": "x\ty\n中\\e", "b": "c"}
        assert plain(read("a: 'x\\e'\nb: x\\0\n'<<': 1\n")) == {"a": "x\\e", "b": "x\\0", "<<": "1"}

    @pytest.mark.parametrize("blank", ["\t", " \t", "\t  ", "  \t\t "])
    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    def test_white_space_alone_in_a_line_is_an_empty_line(self, blank: str, ending: str) -> None:
        lines = [
            blank,
            "a: 1",
            blank,
            "b:",
            blank,
            "  - 'x",
            blank,
            "    y'",
            "  - |",
            "    z",
            blank,
            "c: [d,",
            blank,
            "e]",
            blank,
        ]
        root = read(ending.join(lines))
        assert plain(root) == {"a": "1", "b": ["x\ny", "z\n"], "c": ["d", "e"]}
        assert isinstance(root, Mapping)
        assert [(key.line, key.column) for key in root.keys.values()] == [(2, 1), (4, 1), (12, 1)]

    def test_a_fault_below_a_line_of_tabs_is_in_its_line(self) -> None:
        assert found("a: 1\n\t\n \t\nb: @x\n") == [(codes.SYNTAX, 4, 4)]
        assert found('a: 1\n\t\nb: "\\e"\n') == [(codes.CONTROL_CHARACTER, 3, 5)]

    def test_a_block_of_the_greatest_depth_is_read(self) -> None:
        assert isinstance(read("[" * DEEPEST + "]" * DEEPEST), Sequence)

    def test_one_marked_document_is_read(self) -> None:
        assert plain(read("---\na: 1\n...\n")) == {"a": "1"}

    names = st.text(string.ascii_letters + "区市县教育，：“”", min_size=1, max_size=8)

    @given(
        st.dictionaries(
            names, st.one_of(names, st.lists(names, min_size=1), st.dictionaries(names, names, min_size=1)), min_size=1
        )
    )
    def test_what_was_written_is_read(self, data: dict[str, object]) -> None:
        assert plain(read(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))) == data


class TestHead:
    def test_reading_stops_before_the_named_key(self) -> None:
        reading = read_tree((HEAD + ENTRY + "  - [broken\n").encode(), "f.yaml", stop_before="entries")
        assert reading.diagnostics == ()
        assert reading.root is not None
        assert plain(reading.root) == {"district": "quzhou", "name": {"zh": "衢江区", "en": "Qujiang"}}

    @pytest.mark.parametrize("text", ["a: {entries: 1}\nb: 2\n", "- entries: 1\n- 2\n", "a: entries\nb: 2\n"])
    def test_only_a_top_level_key_stops_it(self, text: str) -> None:
        assert read_tree(text.encode(), "f.yaml", stop_before="entries") == read_tree(text.encode(), "f.yaml")

    def test_faults_in_the_head_are_found(self) -> None:
        [fault] = faults("a: 1\na: 2\nentries:\n", stop_before="entries")
        assert fault.code == codes.DUPLICATE_KEY


class TestEncodings:
    CHINESE = "district: quzhou\nname: 衢江区教育局工作总结\n"

    @pytest.mark.parametrize(
        ("encoding", "named"),
        [
            ("gbk", "GBK"),
            ("gb18030", "GBK"),
            ("utf-16", "UTF-16 LE"),
            ("utf-16-le", "UTF-16 LE"),
            ("utf-16-be", "UTF-16 BE"),
            ("utf-32", "UTF-32 LE"),
            ("utf-32-le", "UTF-32 LE"),
            ("utf-32-be", "UTF-32 BE"),
        ],
    )
    def test_the_likely_encoding_is_named(self, encoding: str, named: str) -> None:
        [fault] = faults(self.CHINESE.encode(encoding))
        first = (1, 1) if encoding.startswith("utf") else (2, 7)
        assert (fault.code, fault.place.line, fault.place.column) == (codes.NOT_UTF8, *first)
        assert named in fault.message

    WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

    @pytest.mark.parametrize("encoding", WIDE)
    @pytest.mark.parametrize("text", ["district: quzhou\n", "# 一年来，全区教育发展\na: 1\n", "a: 1\n"])
    @pytest.mark.parametrize("lost", [0, 1])
    def test_wide_characters_are_recognised_without_a_mark(self, encoding: str, text: str, lost: int) -> None:
        data = text.encode(encoding)
        [fault] = faults(data[: len(data) - lost])
        assert (fault.code, fault.place.line) == (codes.NOT_UTF8, 1)
        assert encoding.upper().replace("UTF-16-", "UTF-16 ").replace("UTF-32-", "UTF-32 ") in fault.message

    def test_a_mark_of_utf32_is_not_taken_for_utf16(self) -> None:
        assert "UTF-32 BE" in faults(b"\0\0\xfe\xff" + self.CHINESE.encode("utf-32-be"))[0].message

    def test_nulls_alone_are_no_encoding(self) -> None:
        assert found(b"\0" * 3) == [(codes.CONTROL_CHARACTER, 1, column) for column in (1, 2, 3)]
        assert found(b"a: 1\0\n") == [(codes.CONTROL_CHARACTER, 1, 5)]

    def test_characters_beyond_gbk_are_gb18030(self) -> None:
        assert "GB18030" in faults("name: 㐂𠮷林区教育\n".encode("gb18030"))[0].message

    def test_latin1_is_the_last_resort(self) -> None:
        [fault] = faults(b"name: Caf\xe9 x\n")
        assert "Latin-1" in fault.message
        assert (fault.place.line, fault.place.column) == (1, 10)

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml", "a ZIP archive (such as an xlsx workbook"),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF document"),
            (b"%PDF-1.7\n1 0 obj\n", "a PDF document"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
            (b"GIF89a\x01\0", "a GIF picture"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
            (b"\x1f\x8b\x08\0", "a gzip file"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old document of an office program"),
        ],
    )
    def test_a_file_that_is_no_text_is_told_for_what_it_is(self, data: bytes, what: str) -> None:
        [fault] = faults(data + b"\xff\xd8\0" * 20)
        assert (fault.code, fault.place.line, fault.place.column) == (codes.NOT_UTF8, 1, 1)
        assert fault.message.startswith(f"this is {what}")
        assert fault.message.endswith(", not a text")
        assert "plain text" in fault.hint

    @pytest.mark.parametrize("text", ["PK: 1\n", "GIF: 1\n", "Rar!: 1\n"])
    def test_a_text_that_begins_like_such_a_file_is_a_text(self, text: str) -> None:
        assert read_tree(text.encode(), "f.yaml").diagnostics == ()

    @pytest.mark.parametrize("damage", [b"\xff", b"\xe6\xbc", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"])
    def test_damage_in_utf8_is_located_and_not_taken_for_another_encoding(self, damage: bytes) -> None:
        before = "# " + "漳平市教育局" * 9 + "\nname: 漳平"
        data = before.encode() + damage + b" x\n"
        assert found(data) == [(codes.NOT_UTF8, *place_of(before, len(before)))]
        assert "damaged" in faults(data)[0].message


CONTROLS = [chr(n) for n in (*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)]
MARKS = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


class TestCharacters:
    @pytest.mark.parametrize("character", CONTROLS, ids=ascii)
    def test_control_characters(self, character: str) -> None:
        fault = expect(f"  - value: 漳𠮷{FAULT}{character}[31m\n", codes.CONTROL_CHARACTER)
        assert f"U+{ord(character):04X}" in fault.message

    @pytest.mark.parametrize("character", MARKS, ids=ascii)
    def test_invisible_marks(self, character: str) -> None:
        fault = expect(f"  - value: 漳𠮷{FAULT}{character}x\n", codes.INVISIBLE_MARK)
        assert f"U+{ord(character):04X}" in fault.message

    @pytest.mark.parametrize("character", [*CONTROLS, *MARKS], ids=ascii)
    @pytest.mark.parametrize("form", ["\\u{:04x}", "\\U{:08X}"])
    def test_the_same_as_escapes(self, character: str, form: str) -> None:
        code = codes.INVISIBLE_MARK if character in MARKS else codes.CONTROL_CHARACTER
        expect(f'  - value: "漳\\\\e\n      𠮷{FAULT}{form.format(ord(character))}x"\n', code)

    @pytest.mark.parametrize(
        "escape", ["\\e", "\\0", "\\a", "\\b", "\\v", "\\f", "\\r", "\\N", "\\x1b", "\\x9b", "\\x0D"]
    )
    def test_short_escapes(self, escape: str) -> None:
        expect(f'  - "x\\ty\\"{FAULT}{escape}[31m"\n', codes.CONTROL_CHARACTER)

    def test_an_osc_sequence_and_what_follows_in_other_lines_are_all_found(self) -> None:
        text = "a: \x1b]0;x\x07\nb: \u202e\n"
        assert found(text) == [("T005", 1, 4), ("T005", 1, 9), ("T016", 2, 4)]

    def test_a_separator_escape_is_harmless(self) -> None:
        assert plain(read('a: "\\L\\P"\n')) == {"a": "\u2028\u2029"}

    @pytest.mark.parametrize("text", ["\x1b" * 1000, '- "\\e"\n' * 1000, "a: 1\n" * 1000, "- &a x\n" * 1000])
    def test_no_more_faults_than_one_can_read(self, text: str) -> None:
        assert len(faults(text)) == MOST_FAULTS

    def test_nothing_from_the_file_reaches_a_message(self) -> None:
        for text in ('a: "\\e[31m"', "a: \x1b", "a: \u202e", "\x07: 1", "a: !x\u2028 1", "? [a\u2029]"):
            for fault in faults(text):
                assert (fault.message + fault.hint).isprintable()


class TestRefusedFeatures:
    @pytest.mark.parametrize(
        ("marked", "code", "quoted"),
        [
            (f"  - {FAULT}&one x\n", codes.ANCHOR, "&one"),
            (f"  - {FAULT}&one\n    k: v\n", codes.ANCHOR, "&one"),
            (f"  - [{FAULT}&one]\n", codes.ANCHOR, "&one"),
            (f"  - k: {FAULT}&one [x]\n", codes.ANCHOR, "&one"),
            (f"  - {FAULT}&one k: v\n", codes.ANCHOR, "&one"),
            (f"  - {FAULT}*one\n", codes.ALIAS, "*one"),
            (f"  - {FAULT}*one : v\n", codes.ALIAS, "*one"),
            (f"  - {FAULT}!local x\n", codes.TAG, "!local"),
            (f"  - {FAULT}!!python/object:os.system x\n", codes.TAG, "!!python/object:os.system"),
            (f"  - {FAULT}!!str 1\n", codes.TAG, "!!str"),
            (f"  - {FAULT}! x\n", codes.TAG, "!"),
            (f"  - {FAULT}!<tag:x> {{k: v}}\n", codes.TAG, "!<tag:x>"),
            (f"  - {FAULT}!undefined!x y\n", codes.TAG, ""),
            (f"  - k: v\n    {FAULT}<<: {{x: y}}\n", codes.MERGE_KEY, "<<"),
            (f"  - k: v\n    j: w\n    {FAULT}k: v\n", codes.DUPLICATE_KEY, "k"),
            (f"  - {{k: v, {FAULT}'k': v}}\n", codes.DUPLICATE_KEY, "k"),
            (f"{FAULT}entries: x\n", codes.DUPLICATE_KEY, "entries"),
            (f"  - ? {FAULT}[x]\n    : v\n", codes.KEY_NOT_TEXT, ""),
            (f"  - {FAULT}{{x: y}}: v\n", codes.KEY_NOT_TEXT, ""),
            (f"{FAULT}---\na: 1\n", codes.SEVERAL_DOCUMENTS, ""),
            (f"...\n{FAULT}a: 1\n", codes.SEVERAL_DOCUMENTS, ""),
        ],
    )
    def test_each_is_refused_where_it_stands(self, marked: str, code: str, quoted: str) -> None:
        assert expect(marked, code).quoted == quoted

    @pytest.mark.parametrize("line", ["%YAML 1.1", "%TAG ! tag:x,2000:", "%YAML 9.9", "%ODD x", "%YAML 1.1\n%YAML 1.1"])
    def test_directives(self, line: str) -> None:
        text = f"# comment\n{line}\n---\na: 1\n"
        [(code, number, column)] = found(text)
        assert (code, column) == (codes.DIRECTIVE, 1)
        assert number in (2, line.count("\n") + 2)

    def test_independent_faults_are_all_found(self) -> None:
        text = "a: &x 1\nb: 1\nb: 2\nc: !t 3\nd: *x\nb: 4\n"
        assert found(text) == [("T008", 1, 4), ("T007", 3, 1), ("T010", 4, 4), ("T009", 5, 4), ("T007", 6, 1)]

    def test_the_same_key_in_other_blocks_is_no_duplicate(self) -> None:
        assert list(read("a: {k: 1}\nb: {k: 1}\nc:\n  - k: 1\n  - k: 1\nk: 1\n").keys) == ["a", "b", "c", "k"]

    def test_a_duplicate_says_where_the_other_one_is(self) -> None:
        assert "line 2" in faults("x: 0\na: 1\nb: 1\na: 2\n")[0].hint

    @pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff", " "])
    def test_an_empty_file(self, text: str) -> None:
        assert found(text) == [(codes.EMPTY, 0, 0)]


class TestDepth:
    @pytest.mark.parametrize(
        ("text", "column"),
        [
            ("[" * 200_000, DEEPEST + 1),
            ("- " * 200_000, 2 * DEEPEST + 1),
            ("{a: " * 200_000, 4 * DEEPEST + 1),
            ("[a, {b: " * 100_000, 8 * (DEEPEST // 2) + 1),
            ("- " * 20 + "[" * 200_000, DEEPEST + 1 + 20),
            ("- " * 20 + "{a: " * 200_000, 2 * 20 + 4 * (DEEPEST - 20) + 1),
        ],
    )
    def test_deep_nesting_is_refused_at_the_first_level_too_many(self, text: str, column: int) -> None:
        assert found(text) == [(codes.TOO_DEEP, 1, column)]

    def test_deep_blocks_over_many_lines(self) -> None:
        text = "".join(" " * level + "k:\n" for level in range(300))
        assert found(text) == [(codes.TOO_DEEP, DEEPEST + 1, DEEPEST + 1)]

    @pytest.mark.parametrize(("text", "column"), [("{" * 200_000, 2), ("[{" * 100_000, 3), ("? " * 200_000, 3)])
    def test_a_block_as_a_key_of_a_block_is_refused_first(self, text: str, column: int) -> None:
        assert found(text) == [(codes.KEY_NOT_TEXT, 1, column)]

    def test_the_process_survives_a_million_brackets(self) -> None:
        reading = "from eduindex.storage.yaml_reading import read_tree as read; "
        program = reading + "print(read(b'[' * 10**6, 'f').diagnostics[0].code)"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
        assert (done.returncode, done.stdout.strip(), done.stderr) == (0, codes.TOO_DEEP, "")

    def test_an_alias_bomb_is_refused_before_it_grows(self) -> None:
        lines = ["a0: &a0 [x, x]"]
        lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 30)]
        places = found("\n".join(lines))
        assert places[:3] == [(codes.ANCHOR, 1, 5), (codes.ANCHOR, 2, 5), (codes.ALIAS, 2, 10)]

    def test_a_merge_bomb_is_refused(self) -> None:
        text = "a: &a {k: v}\nb: {<<: [*a, *a]}\n"
        assert found(text) == [("T008", 1, 4), ("T011", 2, 5), ("T009", 2, 10), ("T009", 2, 14)]


class TestSyntax:
    @pytest.mark.parametrize(
        ("marked", "words"),
        [
            (f"  - evidence: one{FAULT}: two\n", "colon"),
            (f"  - {{k: one{FAULT}: two}}\n", "colon"),
            (f"  - evidence: 'one'{FAULT}: two\n", "colon"),
            (f"  - value: 1\n     {FAULT}period: 2023\n", "text that began above"),
            (f"  - value: 1\n    {FAULT}period：2023\n    note: x\n", "full-width colon"),
            (f"  - value: 1\n    {FAULT}period:2023\n    note: x\n", "colon without a space"),
            (f"  - value: 1\n    {FAULT}period 2023\n    note: x\n", "without a colon"),
            (f"  - value: 1\n    {FAULT}url https://x\n    note: x\n", "without a colon"),
            (f"  - {FAULT}indicator：x\n    value: 1\n", "full-width colon"),
            (f"  - {FAULT}indicator:x\n    value: 1\n", "colon without a space"),
            (f"  - {FAULT}indicator:\u00a0x\n    value: 1\n", "colon without a space"),
            (f"  - {FAULT}indicator x\n    value: 1\n", "without a colon"),
            (f"  - x\n     {FAULT}value: 1\n", "text that began above"),
            (f"  - value:\n      {FAULT}x\n        y: 1\n", "without a colon"),
            (f"  - value: {FAULT}%\n", "cannot begin"),
            (f"  - value: {FAULT}@x\n", "cannot begin"),
            (f"  - value: {FAULT}`x`\n", "cannot begin"),
            (f"  - value: {FAULT}**x**\n", "cannot begin with & or *"),
            (f"  - value: {FAULT}- x\n", "list item"),
            (f"  - value: {FAULT}]\n", "value is missing"),
            (f'  - evidence: {FAULT}"one\n    value: two\n', "never closed"),
            (f"  - evidence: {FAULT}'one\n    value: two\n", "never closed"),
            (f'  - evidence: {FAULT}"one\n    value: "two"\n', "ends some lines below"),
            (f"  - evidence: 'one' {FAULT}two\n    value: 1\n", "key of the same block"),
            (f"  - value: 1\n   {FAULT}period: 2023\n", "list item is expected"),
            (f"  - k: {FAULT}[one, two\n    value: 1\n", "never closed"),
            (f"  - k: {FAULT}{{a: one, b: two\n    value: 1\n", "never closed"),
            (f"  - k: {FAULT}[one, two", "never closed"),
            (f"  - k: [one, 'two' {FAULT}three]\n", "comma"),
            (f"  - {{k{FAULT}:, b: c}}\n", "colon without a space"),
            (f"  - k: [\n      'one'{FAULT}\n      'two']\n", "comma"),
            (f"  - k: [\n      one,\n      'two'{FAULT} # x\n\n      'three']\n", "comma"),
            (f"  - {{\n      a: 'one'{FAULT}\n      b: 'two'}}\n", "comma"),
            (f"  - {{\n      a: one{FAULT}\n      b: two}}\n", "comma"),
            (f"  - {{\n      a: one,\n      b: 'two' {FAULT}x}}\n", "comma"),
            (f"  - {{\n      a: one, b: two{FAULT}: x}}\n", "colon"),
            (f'  - evidence: "C:{FAULT}\\qx"\n', "escape that YAML does not know"),
            (f"  - |{FAULT}x\n    text\n", "opens a block"),
        ],
    )
    def test_the_fault_is_explained_where_it_is(self, marked: str, words: str) -> None:
        if "opens a block" in words:
            marked = marked.replace(FAULT, "").replace("|", FAULT + "|")
        fault = expect(marked, codes.SYNTAX)
        assert words in fault.message
        assert fault.hint

    @pytest.mark.parametrize(
        "marked",
        [
            f"{FAULT}\t- x: 1\n",
            f"  - x: 1\n{FAULT}\ty: 2\n",
            f"  - x: 1\n  {FAULT}\t  y: 2\n",
            f"  - {FAULT}\tx: 1\n",
            f"  - x:\n    {FAULT}\t- y\n",
            f"  - x: |\n{FAULT}\ttext\n",
        ],
    )
    def test_a_tab_in_the_indentation(self, marked: str) -> None:
        expect(marked, codes.TAB_INDENTATION)

    def test_a_first_line_without_a_colon(self) -> None:
        assert found("district：quzhou\nname: x\n") == [(codes.SYNTAX, 1, 1)]

    def test_a_file_that_goes_on_after_its_end(self) -> None:
        assert found("  a: 1\nb: 2\n") == [(codes.SYNTAX, 2, 1)]

    def test_a_parser_without_libyaml_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
        [fault] = faults("a: 1\n")
        assert (fault.code, fault.place.line) == (codes.NO_LIBYAML, 0)
        assert "pip install" in fault.hint

    @pytest.mark.parametrize(
        "error", [ValueError("x"), OverflowError(), AttributeError(), KeyError(1), RecursionError(), yaml.YAMLError()]
    )
    def test_whatever_the_parser_raises_becomes_a_fault(
        self, error: Exception, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Broken:
            def __init__(self, _text: str) -> None:
                pass

            def get_event(self) -> None:
                raise error

        monkeypatch.setattr("yaml._yaml.CParser", Broken)
        assert found("a: 1\n") == [(codes.SYNTAX, 1, 1)]


def check_any(data: bytes) -> None:
    """A reading has either a root or faults; a fault has a known code, a printable message and a place in the file."""
    reading = read_tree(data, "f.yaml")
    assert (reading.root is None) == bool(reading.diagnostics)
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in reading.diagnostics:
        assert fault.code in vars(codes).values()
        assert (fault.message + fault.hint).isprintable()
        assert 0 <= fault.place.line <= len(lines)
        if fault.place.line:
            assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1


SINGLE = "ab:-?&*!|>'\"%@`#,[]{}<=. \t\n\r\\e0x1u~漳𠮷\u2028\u0085\ufeff\x1b"
SEVERAL = ["---\n", "...\n", "<<: ", ": ", "\n  - ", "\nk: ", "\\x9b", '"\n', "\r\n"]
YAMLISH = st.lists(st.sampled_from([*SINGLE[:-4], *SEVERAL]) | st.sampled_from([*SINGLE, *SEVERAL])).map("".join)


@given(st.binary())
@example(b"\xff\xfe")
@example(b"\x00\x00\x00\x00")
@settings(max_examples=300)
def test_no_bytes_are_too_odd(data: bytes) -> None:
    check_any(data)


@given(YAMLISH)
@example("a: [\u2028\n")
@example('"\\\n')
@settings(max_examples=1000)
def test_no_text_is_too_odd(text: str) -> None:
    check_any(text.encode())
