"""That a fault of layout is told in the line that somebody has to change, whichever line libyaml gives up in."""

import pytest

from eduindex.model import findings
from eduindex.storage.yaml_layout import line_at, lines_above, lines_below
from eduindex.storage.yaml_reading import read_tree

DISTRICT = """\
district: alpha
name: {zh: 甲县, en: Alpha}
sources:
  report:
    title: 总结
    publisher: "局"
    published: 2024
  other:
    title: 公报
    # as printed
    published: 2023
    url: https://example.org/a
entries:
  - indicator: coverage
    value: 98.20%
    period: 2023

    source: report
  - indicator: teachers
    value: 2000余名
    note: {zh: 注, en: note}
    period: 2023
  - indicator: spending
    value: "7"
    period: 2022
"""
LINES = DISTRICT.splitlines()
FAULT = "⟦"  # marks the line and column that are at fault


def place(text: str) -> tuple[str, int, int]:
    """Code, line and column of the only fault."""
    [fault] = read_tree(text.encode(), "f.yaml").diagnostics
    return fault.code, fault.place.line, fault.place.column


def expect(marked: str) -> str:
    """The message of the fault, which has to stand where the mark was."""
    before = marked[: marked.index(FAULT)]
    text = marked.replace(FAULT, "")
    assert place(text) == (findings.SYNTAX, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return read_tree(text.encode(), "f.yaml").diagnostics[0].message


def changed(number: int, line: str, ending: str = "\n") -> str:
    """The file with another line ``number`` (from 0)."""
    return ending.join([*LINES[:number], line, *LINES[number + 1 :], ""])


KEYS = [number for number, line in enumerate(LINES) if line.startswith("    ") and "#" not in line]
INNER = [number for number in KEYS if number + 1 in KEYS]  # another key of the block follows, right below


class TestEveryLine:
    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("number", INNER)
    @pytest.mark.parametrize("indent", ["", " ", "   ", "\u00a0" * 4, "\u3000\u3000", "   \u00a0"], ids=ascii)
    def test_a_key_that_stands_too_far_left_is_told_itself(self, number: int, indent: str, ending: str) -> None:
        text = changed(number, indent + LINES[number].strip(), ending)
        assert place(text)[:2] == (findings.SYNTAX, number + 1)

    @pytest.mark.parametrize("number", [number for number, line in enumerate(LINES) if ": " in line])
    @pytest.mark.parametrize("colon", [" ", "：", ":", ":\u00a0", ":\u3000", " = "], ids=ascii)
    def test_a_key_without_its_colon_is_told_itself(self, number: int, colon: str) -> None:
        text = changed(number, LINES[number].replace(": ", colon, 1))
        assert place(text)[:2] == (findings.SYNTAX, number + 1)

    @pytest.mark.parametrize("number", [13, 18, 22])
    @pytest.mark.parametrize("line", ["- {}", " - {}", "   - {}", "    - {}", "  -  {}", "  -{}", "  – {}", "  - - {}"])
    def test_an_item_whose_dash_is_wrong_is_told_itself(self, number: int, line: str) -> None:
        text = changed(number, line.format(LINES[number][4:]))
        assert place(text)[:2] == (findings.SYNTAX, number + 1)


class TestWhichLine:
    @pytest.mark.parametrize(
        "marked",
        [
            f"a:\n  x: 1\n{FAULT}y: 2\n  z: 3\n",
            f"a:\n  x: 1\n{FAULT}y: '2'\n  z: 3\n",
            f"a:\n  x: 1\n{FAULT}y:\n    v: 1\n    w: 2\n  z: 3\n",
            f"a:\n{FAULT}x: 1\n  y: 2\n  z: 3\n",
            f"a:\n {FAULT}x: 1\n  y: 2\n",
            f"a:\n    {FAULT}x: '1'\n  y: 2\n  z: 3\n",
            f"a:\n    {FAULT}x:\n      v: 1\n  y: 2\nb: 1\n",
            f"a:\n    {FAULT}x:\n    v: 1\n  y: 2\n  z: 3\n",
            f" {FAULT}a: 1\nb: 2\nc: 3\n",
            f"a:\n  - {FAULT}x: 1\n  y: 2\n  z: 3\n",
            f"a:\n   - {FAULT}x: 1\n    y: 2\n    z: 3\n",
            f"a:\n    {FAULT}x: 1\n    y: 2\n  - x: 1\n    y: 2\n  - x: 1\n",
            f"s:\n  r:\n    x: 1\n    {FAULT}b:\n  - y: 1\n  - y: 2\n",
        ],
    )
    def test_the_odd_one_out_above_is_told(self, marked: str) -> None:
        assert "column" in expect(marked) or "began above" in expect(marked)

    @pytest.mark.parametrize(
        "marked",
        [
            f"a:\n  x: 1\n   {FAULT}y: 2\n  z: 3\n",
            f"a:\n  x: '1'\n   {FAULT}y: 2\n  z: 3\n",
            f"a:\n  x:\n    v: 1\n  y: '2'\n    {FAULT}z: 3\n  w: 1\n",
            f"a:\n  x:\n    v: 1\n   {FAULT}y: 2\n  z: 3\n",
            f"a:\n    x: 1\n    y: '2'\n  {FAULT}z: 3\nb: 1\n",
            f"a:\n  - x: 1\n    y: '2'\n  {FAULT}z: 3\n    w: 1\n",
            f"a:\n  - x: 1\n  {FAULT}y: 1\n  - z: 1\n",
            f"a:\n  - 1\n {FAULT}b: 2\n",
            f"a: 1\n{FAULT}- x\n",
        ],
    )
    def test_a_line_that_fits_nothing_is_told_itself(self, marked: str) -> None:
        expect(marked)

    def test_other_blanks_in_the_indentation_are_named(self) -> None:
        for blank in "\u00a0\u3000\u202f":
            assert "no spaces" in expect(f"a:\n  x: 1\n{FAULT}{blank}y: 2\n  z: 3\n")

    def test_a_fault_far_below_is_told_where_libyaml_gives_up(self) -> None:
        far = "  # a comment of some length\n" * 3000
        assert place(f"a:\n  x: 1\n{far}y: 2\n  z: 3\n") == (findings.SYNTAX, 3004, 3)


class TestLines:
    TEXT = "a: 1\r\n\r\n  # no\r  - - b:  # yes\n-\n\tc\n   \n--- d"

    def test_lines_are_walked_in_both_directions_without_empty_ones_and_comments(self) -> None:
        end = self.TEXT.index("---")
        above = [(line.start, line.indent, line.column, line.words) for line in lines_above(self.TEXT, end)]
        assert above == [(33, 0, 0, "\tc"), (31, 0, 1, ""), (15, 2, 6, "b:  # yes"), (0, 0, 0, "a: 1")]
        below = [*lines_below(self.TEXT, 0)]
        assert [line.start for line in below] == [15, 31, 33, end]
        assert below[-1].words == "--- d"
        assert not below[-1].is_item

    def test_a_line_knows_what_it_begins_with_and_whether_it_is_open(self) -> None:
        item, dash, plain = line_at(self.TEXT, 15), line_at(self.TEXT, 31), line_at(self.TEXT, 0)
        assert [line.is_item for line in (item, dash, plain)] == [True, True, False]
        assert [line.is_open for line in (item, dash, plain)] == [True, True, False]
        assert (item.content, item.without_comment) == (21, "b:")
