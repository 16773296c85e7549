import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_samples import COVERAGE, PIPE, tables, terminal

from eduindex.rendering.formats import Format, render

_SEQUENCE = re.compile(r"\x1b\[[0-9;]*m")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def modules_after(statements):
    script = f"import sys\n{statements}\nprint(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_formats_imports_no_renderer():
    statements = "import eduindex.rendering.formats, eduindex.rendering.surface, eduindex.rendering.diagnostics"
    assert not modules_after(statements) & {"rich", "tabulate", "csv", "json", "html", "wcwidth"}


@pytest.mark.parametrize(
    ("name", "needed", "spared"),
    [
        ("csv", "csv", {"rich", "tabulate", "json"}),
        ("json", "json", {"rich", "tabulate", "csv"}),
        ("html", "html", {"rich", "tabulate"}),
        ("markdown", "tabulate", {"rich"}),
        ("plain", "tabulate", {"rich"}),
        ("table", "tabulate", {"rich"}),
    ],
)
def test_a_format_imports_only_its_own_renderer(name, needed, spared):
    statements = (
        "from eduindex.model.table import Layout, Records, Table\n"
        "from eduindex.rendering.formats import Format, render\n"
        "from eduindex.rendering.surface import Surface\n"
        f"render(Table('', (Layout((), ()),), Records((), ())), Format('{name}'), Surface(False, None, False))"
    )
    modules = modules_after(statements)
    assert needed in modules
    assert not modules & spared


def test_a_table_in_a_pipe_is_the_plain_format():
    assert render(COVERAGE, Format.TABLE, PIPE) == render(COVERAGE, Format.PLAIN, PIPE)
    assert "─" in render(COVERAGE, Format.TABLE, terminal(80))


@pytest.mark.parametrize("kind", [f for f in Format if f is not Format.TABLE])
def test_only_the_table_depends_on_the_surface(kind):
    assert render(COVERAGE, kind, PIPE) == render(COVERAGE, kind, terminal(20, colour=True))


def test_tidy_is_another_set_of_records_where_there_is_one():
    assert render(COVERAGE, Format.CSV, PIPE) == "indicator,zhangping_value\npublic_coverage,53.31\n"
    assert render(COVERAGE, Format.TSV, PIPE) == "indicator\tzhangping_value\npublic_coverage\t53.31\n"
    tidy = render(COVERAGE, Format.CSV, PIPE, tidy=True)
    assert tidy == "indicator,district,value\npublic_coverage,zhangping,53.31\n"


def test_tidy_changes_nothing_where_the_records_are_tidy_already():
    from table_samples import table_of

    table = table_of(("a", "b"))
    assert render(table, Format.CSV, PIPE, tidy=True) == render(table, Format.CSV, PIPE)


@given(tables(), st.sampled_from(Format), st.sampled_from([PIPE, terminal(40), terminal(80, colour=True)]))
def test_no_format_lets_a_control_character_through(table, kind, surface):
    output = render(table, kind, surface)
    assert output.endswith("\n")
    if surface.colour and kind is Format.TABLE:
        output = _SEQUENCE.sub("", output)
    if kind is Format.TSV:
        output = output.replace("\t", "")
    assert not _CONTROL.search(output)
