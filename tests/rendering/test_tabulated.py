import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from table_samples import COVERAGE, any_text, table_of, tables

from eduindex.model.table import Cell, Note
from eduindex.rendering.tabulated import render_latex, render_markdown, render_plain
from eduindex.rendering.visible import visible

PLAIN = """\
漳平市 and 瓯海区

Indicator       漳平     瓯海  Verdict

学前教育
公办园覆盖率  53.31%      1e5  worse [1]

Compulsory
after-school  98.20%  95%以上  unclear

[1] 2022 against 2023
Figures as printed.
"""

MARKDOWN = """\
**漳平市 and 瓯海区**

| Indicator    |   漳平 |    瓯海 | Verdict     |
|:-------------|-------:|--------:|:------------|
| **学前教育** | | | |
| 公办园覆盖率 | 53.31% |     1e5 | worse \\[1\\] |
| **Compulsory** | | | |
| after-school | 98.20% | 95%以上 | unclear     |

- \\[1\\] 2022 against 2023
- Figures as printed.
"""

LATEX = """\
\\noindent\\textbf{漳平市 and 瓯海区}\\par\\medskip

\\noindent
\\begin{tabular}{lrrl}
\\hline
 Indicator    &    漳平 &     瓯海 & Verdict       \\\\
\\hline
\\multicolumn{4}{l}{\\textbf{学前教育}} \\\\
 公办园覆盖率 & 53.31\\% &      1e5 & worse {[}1{]} \\\\
\\multicolumn{4}{l}{\\textbf{Compulsory}} \\\\
 after-school & 98.20\\% & 95\\%以上 & unclear       \\\\
\\hline
\\end{tabular}
\\par\\medskip

\\noindent {[}1{]} 2022 against 2023\\par
\\noindent Figures as printed.\\par
"""


def test_plain_byte_for_byte():
    assert render_plain(COVERAGE) == PLAIN


def test_markdown_byte_for_byte():
    assert render_markdown(COVERAGE) == MARKDOWN


def test_latex_byte_for_byte():
    assert render_latex(COVERAGE) == LATEX


def test_empty_headings_are_not_printed_save_where_the_format_needs_them():
    table = table_of(("a", "b"), headings=("", ""))
    assert render_plain(table) == "a  b\n"
    assert render_latex(table).count(r"\hline") == 2
    assert render_markdown(table).split("\n")[1:] == ["|:---|---:|", "| a  |  b |", ""]


def test_a_table_without_rows_still_has_its_headings():
    table = table_of(headings=("name", "value"), section="empty")
    assert render_plain(table) == "name  value\n\nempty\n"
    assert "| **empty** | |" in render_markdown(table)
    assert "name" in render_latex(table)


@pytest.mark.parametrize("render", [render_plain, render_markdown, render_latex])
@pytest.mark.parametrize("number", ["1e5", "007", "1,000", "98.20", "-0", "0x10", "nan", "True", "1_000"])
def test_numbers_are_never_read_as_numbers(render, number):
    output = render(table_of((number, number), ("2.5", "12"))).replace("\\", "")
    assert len(re.findall(rf"(?<!\S){re.escape(number)}(?!\S)", output)) == 2


def test_highlights():
    table = table_of((Cell("达98.20%以上", highlight=(1, 7)), ""))
    assert "达【98.20%】以上" in render_plain(table)
    assert "达【98.20%】以上" in render_markdown(table)
    assert r"达\textbf{98.20\%}以上" in render_latex(table)


def test_latex_text_is_no_markup():
    output = render_latex(table_of(("[2cm]*\\input{x}", "$a_b^c~&%#<>|`"), ("*", "[")))
    assert r"{[}2cm{]}{*}\textbackslash{}input\{x\}" in output
    assert (
        r"\$a\_b\textasciicircum{}c\textasciitilde{}\&\%\#\textless{}\textgreater{}\textbar{}\textasciigrave{}"
        in output
    )
    assert "\n {*} " in output


@given(tables())
def test_latex_keeps_its_shape(table):
    """Without its escapes and its own commands nothing is left that LaTeX would read as anything but text."""
    body = render_latex(table)
    body = re.sub(r"\\multicolumn\{\d+\}\{l\}|\\(begin|end)\{tabular\}(\{[lr]+\})?", "", body)
    body = re.sub(r"\\(noindent|par|medskip|hline|textbf|text[a-z]+\{\})", "", body)
    body = re.sub(r"\\[&%$#_{}]|\{[\[\]*]\}", "", body)
    body = re.sub(r" *\\\\$", "", body, flags=re.MULTILINE)
    assert not re.search(r"[\\$#%^~_\[\]*<>|`]", body)
    assert body.count("{") == body.count("}")


def rendered(markdown):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def plain_text(token):
    assert {child.type for child in token.children} <= {"text", "text_special", "strong_open", "strong_close"}
    return "".join(child.content for child in token.children)


def trimmed(text):
    return " ".join(visible(text).split())


@given(tables())
def test_markdown_reads_as_one_table_of_plain_text(table):
    tokens = rendered(render_markdown(table))
    assert {token.tag for token in tokens} <= {"", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li"}
    assert sum(token.type == "table_open" for token in tokens) == 1
    shape = [token.type for token in tokens].count("tr_open")
    sections = table.layouts[0].sections
    assert shape == 1 + sum(bool(section.title) for section in sections) + sum(len(s.rows) for s in sections)
    assert sum(token.type == "list_item_open" for token in tokens) == len(table.notes)


@given(any_text, any_text)
def test_markdown_text_reads_as_it_was_written(cell, note):
    tokens = rendered(render_markdown(table_of((cell, "end"), notes=[Note("", note), Note("1", note)])))
    texts = [trimmed(plain_text(token)) for token in tokens if token.type == "inline"]
    expected = ["name", "value", trimmed(cell), "end", trimmed(note), trimmed(f"[1] {note}")]
    assert [text for text in texts if text] == [text for text in expected if text]


@pytest.mark.parametrize(
    "start", ["# x", "- x", "+ x", "* x", "1. x", "12) x", "> x", "=== x", "--- x", "~~~", "    x", "***"]
)
def test_no_note_opens_a_block_of_its_own(start):
    [item] = [
        token
        for token in rendered(render_markdown(table_of(notes=[Note("", start)])))
        if token.level == 3 and token.type == "inline"
    ]
    assert plain_text(item) == start.strip()


@given(tables())
def test_plain_output_has_no_trailing_space(table):
    assert all(line == line.rstrip() for line in render_plain(table).split("\n"))


@given(any_text.filter(lambda text: visible(text).strip()))
def test_plain_cells_are_never_cut(text):
    [line] = render_plain(table_of((text, "end"), headings=("", ""))).splitlines()
    assert line == f"{visible(text).strip()}  end"
