import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from table_samples import COVERAGE, any_text, table_of, tables, terminal

from eduindex.model.table import Cell, Layout, Note, Records, Section, Table, Tone
from eduindex.rendering.terminal import render_terminal
from eduindex.rendering.visible import visible

WIDE = """\
漳平市 and 瓯海区

Indicator       漳平     瓯海  Verdict
────────────────────────────────────────
学前教育
公办园覆盖率  53.31%      1e5  worse [1]

Compulsory
after-school  98.20%  95%以上  unclear

[1] 2022 against 2023
Figures as printed.
"""

NARROW = """\
漳平市 and 瓯海区

Indicator     Verdict
───────────────────────
学前教育
公办园覆盖率  worse [1]

[1] 2022 against 2023
Figures as printed.
"""

NARROWER = """\
漳平市 and 瓯
海区

Indica  Verdic
tor     t
──────────────
学前教育
公办园  worse
覆盖率  [1]

[1] 2022
    against
    2023
Figures as
printed.
"""

STACKED = """\
漳平市
and 瓯
海区

学前教
育
Indica
tor:
公办园
覆盖率
Verdic
t:
worse
[1]

[1]
2022
agains
t 2023
Figure
s as
printe
d.
"""


@pytest.mark.parametrize(("width", "expected"), [(80, WIDE), (56, WIDE), (55, NARROW), (14, NARROWER), (6, STACKED)])
def test_layouts_by_width(width, expected):
    assert render_terminal(COVERAGE, terminal(width)) == expected


def test_an_unknown_width_is_eighty_columns():
    assert render_terminal(COVERAGE, terminal(None)) == WIDE


def test_cells_fold_and_right_columns_stay_right():
    table = table_of(
        ("公办园覆盖率（按在园幼儿）", "53.31%"), ("短", "不可比较，因为口径不同"), headings=("指标", "值")
    )
    assert render_terminal(table, terminal(24)) == (
        "指标                  值\n"
        "────────────────────────\n"
        "公办园覆盖        53.31%\n"
        "率（按在园\n"
        "幼儿）\n"
        "短            不可比较，\n"
        "              因为口径不\n"
        "                      同\n"
    )


def test_empty_headings_are_not_printed():
    assert render_terminal(table_of(("a", "b"), headings=("", "")), terminal(80)) == "a  b\n"


def test_notes_hang_under_their_text():
    notes = [Note("12", "瓯海的统计口径是幼儿园所数，不是在园幼儿"), Note("", "a remark on the whole table")]
    assert render_terminal(table_of(("a", "b"), notes=notes), terminal(22)).split("\n\n")[1] == (
        "[12] 瓯海的统计口径是\n     幼儿园所数，不是\n     在园幼儿\na remark on the whole\ntable\n"
    )


def test_colours_cover_words_and_no_padding():
    cells = [(Cell(tone.value, tone), "x") for tone in Tone]
    output = render_terminal(table_of(*cells, headings=("", "")), terminal(80, colour=True))
    assert output == (
        "plain   x\n"
        "\x1b[1mstrong\x1b[0m  x\n"
        "\x1b[32mgood\x1b[0m    x\n"
        "\x1b[31mbad\x1b[0m     x\n"
        "\x1b[2mweak\x1b[0m    x\n"
    )  # fmt: skip


def test_highlights_are_underlined_in_colour_and_bracketed_without():
    table = table_of((Cell("达98.20%以上", highlight=(1, 7)), "x"), headings=("", ""))
    assert render_terminal(table, terminal(80, colour=True)) == "达\x1b[1;4m98.20%\x1b[0m以上  x\n"
    assert render_terminal(table, terminal(80)) == "达【98.20%】以上  x\n"


def test_text_is_never_markup():
    table = table_of(("[bold]x[/bold]", ":smile:"), headings=("[red]", "y"), title="[/]", notes=[Note("[b]", "[i]")])
    output = render_terminal(table, terminal(80))
    for text in ("[bold]x[/bold]", ":smile:", "[red]", "[/]", "[[b]] [i]"):
        assert text in output


@pytest.mark.parametrize(
    "variable", ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "TTY_COMPATIBLE", "JUPYTER_COLUMNS"]
)
def test_the_environment_has_no_say(monkeypatch, variable):
    table = table_of(("long", "text" * 25), title="漳平 " * 25)
    plain = render_terminal(table, terminal(120))
    coloured = render_terminal(table, terminal(120, colour=True))
    for value in ("1", "0", "dumb"):
        monkeypatch.setenv(variable, value)
        assert render_terminal(table, terminal(120)) == plain
        assert render_terminal(table, terminal(120, colour=True)) == coloured


def test_a_table_without_anything_is_an_empty_line():
    assert render_terminal(Table("", (Layout((), (Section("", ()),)),), Records((), ())), terminal(80)) == "\n"


@given(tables(), st.integers(2, 120), st.booleans())
def test_no_line_is_wider_than_the_terminal(table, width, colour):
    output = re.sub(r"\x1b\[[0-9;]*m", "", render_terminal(table, terminal(width, colour=colour)))
    assert all(cell_len(line) <= width for line in output.split("\n"))
    assert all(line == line.rstrip() for line in output.split("\n"))


def squeezed(text):
    return "".join(text.split())


@given(st.lists(any_text, min_size=1, max_size=4), st.integers(2, 60))
def test_no_text_is_ever_cut(texts, width):
    table = table_of(*((text,) for text in texts), headings=("",))
    assert squeezed(render_terminal(table, terminal(width))) == squeezed(visible("".join(texts)))


@given(tables())
def test_colour_changes_nothing_but_the_colour(table):
    plain = tuple(
        Section(s.title, tuple(tuple(Cell(cell.text, cell.tone) for cell in row) for row in s.rows))
        for s in table.layouts[0].sections
    )
    table = Table(table.title, (Layout(table.layouts[0].columns, plain),), table.records, notes=table.notes)
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", render_terminal(table, terminal(50, colour=True)))
    assert [line.rstrip() for line in coloured.split("\n")] == render_terminal(table, terminal(50)).split("\n")
