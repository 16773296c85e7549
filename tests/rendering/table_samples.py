"""Tables for the tests of the renderers: one written by hand, and hypothesis strategies for hostile ones."""

from decimal import Decimal

from hypothesis import strategies as st

from eduindex.model.table import Cell, Column, Layout, Note, Records, Section, Table, Tone
from eduindex.rendering.surface import Surface

PIPE = Surface(is_terminal=False, width=None, colour=False)


def terminal(width, *, colour=False):
    return Surface(is_terminal=True, width=width, colour=colour)


def table_of(*rows, headings=("name", "value"), title="", notes=(), section=""):
    """A table of plain cells; strings become cells, the second and later columns are right-aligned."""
    columns = tuple(Column(heading, right=number > 0, width=6) for number, heading in enumerate(headings))
    cells = tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows)
    return Table(title, (Layout(columns, (Section(section, cells),)),), Records((), ()), notes=tuple(notes))


COVERAGE = Table(
    title="漳平市 and 瓯海区",
    layouts=(
        Layout(
            columns=(
                Column("Indicator", width=20),
                Column("漳平", right=True),
                Column("瓯海", right=True),
                Column("Verdict", width=14),
            ),
            sections=(
                Section(
                    "学前教育", ((Cell("公办园覆盖率"), Cell("53.31%"), Cell("1e5"), Cell("worse [1]", Tone.BAD)),)
                ),
                Section("Compulsory", ((Cell("after-school"), Cell("98.20%"), Cell("95%以上"), Cell("unclear")),)),
            ),
        ),
        Layout(
            columns=(Column("Indicator", width=12), Column("Verdict", width=10)),
            sections=(Section("学前教育", ((Cell("公办园覆盖率"), Cell("worse [1]", Tone.BAD)),)),),
        ),
    ),
    records=Records(("indicator", "zhangping_value"), (("public_coverage", Decimal("53.31")),)),
    tidy=Records(("indicator", "district", "value"), (("public_coverage", "zhangping", Decimal("53.31")),)),
    document={"schema_version": 1},
    notes=(Note("1", "2022 against 2023"), Note("", "Figures as printed.")),
)

HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07",
    "a\nb\r\tc",
    "\x9b31m",
    "\u202eevil\u202c",
    "\u200bzero\u200dwidth\ufeff",
    "\ud800",
    "=1+1",
    "\t=1",
    "＝1+1",
    " \"'-1",
    "@SUM(A1)",
    "a|b\\|c\\",
    "<b>&amp;</b>",
    "[x](http://e) `code` **b** ~~s~~",
    "$x$ % & # _ { } ^ ~",
    "1e5",
    "007",
    "漳平市公办园覆盖率，达到（98.20%）以上",
    "a" * 50,
    "e\u0301\u0301",
    "1\ufe0f\u20e3",
    "👩🏽\u200d🏫",
    "",
    " ",
    "\u3000",
)

any_text = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.text("漳平市，（98.2%） abc", max_size=60),
)


@st.composite
def tables(draw):
    """Tables with hostile text everywhere, of one to five columns and up to three sections."""
    headings = draw(st.lists(any_text, min_size=1, max_size=5))
    columns = tuple(Column(heading, draw(st.booleans()), draw(st.integers(1, 30))) for heading in headings)
    cells = st.builds(
        Cell,
        any_text,
        st.sampled_from(Tone),
        st.none() | st.tuples(st.integers(-2, 9), st.integers(-2, 50)),
    )
    row = st.tuples(*(cells for _ in columns))
    sections = st.builds(Section, any_text, st.lists(row, max_size=4).map(tuple))
    layout = Layout(columns, tuple(draw(st.lists(sections, max_size=3))))
    values = st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=2)
    record = st.tuples(*(values | any_text for _ in columns))
    records = Records(tuple(headings), tuple(draw(st.lists(record, max_size=4))))
    notes = tuple(draw(st.lists(st.builds(Note, any_text, any_text), max_size=3)))
    document = {draw(any_text): [dict(zip(headings, row, strict=True)) for row in records.rows]}
    return Table(draw(any_text), (layout,), records, document=document, notes=notes)
