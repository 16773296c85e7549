from html.parser import HTMLParser

from hypothesis import given
from table_samples import COVERAGE, table_of, tables

from eduindex.model.table import Cell, Note
from eduindex.rendering.hypertext import render_html
from eduindex.rendering.visible import visible

EXPECTED = """\
<table>
<caption>漳平市 and 瓯海区</caption>
<thead>
<tr><th scope="col">Indicator</th><th scope="col" style="text-align: right">漳平</th>\
<th scope="col" style="text-align: right">瓯海</th><th scope="col">Verdict</th></tr>
</thead>
<tbody>
<tr><th scope="rowgroup" colspan="4">学前教育</th></tr>
<tr><td>公办园覆盖率</td><td style="text-align: right">53.31%</td><td style="text-align: right">1e5</td>\
<td>worse [1]</td></tr>
</tbody>
<tbody>
<tr><th scope="rowgroup" colspan="4">Compulsory</th></tr>
<tr><td>after-school</td><td style="text-align: right">98.20%</td><td style="text-align: right">95%以上</td>\
<td>unclear</td></tr>
</tbody>
</table>
<ul>
<li>[1] 2022 against 2023</li>
<li>Figures as printed.</li>
</ul>
"""


def test_html_byte_for_byte():
    assert render_html(COVERAGE) == EXPECTED


def test_bare_tables_have_neither_caption_head_nor_notes():
    assert render_html(table_of(("a", "b"), headings=("", ""))) == (
        '<table>\n<tbody>\n<tr><td>a</td><td style="text-align: right">b</td></tr>\n</tbody>\n</table>\n'
    )


def test_text_is_escaped_everywhere():
    hostile = "<script>&\"'"
    escaped = "&lt;script&gt;&amp;&quot;&#x27;"
    output = render_html(
        table_of(
            (hostile, Cell("达<98>上", highlight=(1, 5))),
            headings=(hostile, ""),
            title=hostile,
            section=hostile,
            notes=[Note(hostile, hostile)],
        )
    )
    assert output.count(escaped) == 6
    assert "<script" not in output
    assert "达<mark>&lt;98&gt;</mark>上" in output


class Reader(HTMLParser):
    """Collects the tags, and the text of the cells."""

    def __init__(self):
        super().__init__()
        self.tags = set()
        self.cells = []
        self.in_cell = False

    def handle_starttag(self, tag, _attrs):
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")
            self.in_cell = True

    def handle_endtag(self, tag):
        self.in_cell = self.in_cell and tag != "td"

    def handle_data(self, data):
        if self.in_cell:
            self.cells[-1] += data


@given(tables())
def test_a_browser_reads_the_text_as_it_was(table):
    reader = Reader()
    reader.feed(render_html(table))
    reader.close()
    rows = [row for section in table.layouts[0].sections for row in section.rows]
    assert reader.cells == [visible(cell.text) for row in rows for cell in row]
    assert reader.tags <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "mark", "ul", "li"}
