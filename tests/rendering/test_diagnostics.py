import re

from hypothesis import given
from hypothesis import strategies as st
from table_samples import PIPE, any_text, terminal

from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.place import Place
from eduindex.rendering.diagnostics import render_diagnostics


def test_one_line_each_in_the_order_of_the_files():
    diagnostics = [
        Diagnostic(
            "E201", Place("b.yaml", 10, 3), "the evidence does not hold the figure", "copy the phrase", "98.20%"
        ),
        Diagnostic("E101", Place("b.yaml", 9, 14), "this is no period", quoted="last year"),
        Diagnostic("E001", Place("b.yaml"), "the file is not UTF-8", "save it as UTF-8"),
        Diagnostic("W301", Place("a.yaml", 2, 1), "no entry", severity=Severity.WARNING),
    ]
    assert render_diagnostics(diagnostics, PIPE) == (
        "a.yaml:2:1: W301 no entry\n"
        "b.yaml: E001 the file is not UTF-8 (save it as UTF-8)\n"
        'b.yaml:9:14: E101 this is no period: "last year"\n'
        'b.yaml:10:3: E201 the evidence does not hold the figure: "98.20%" (copy the phrase)\n'
    )


def test_nothing_for_no_diagnostics():
    assert render_diagnostics([], terminal(80, colour=True)) == ""


def test_quoted_text_is_cut_at_sixty_characters():
    def quoted(text):
        return render_diagnostics([Diagnostic("E1", Place("a"), "m", quoted=text)], PIPE)

    assert quoted("漳" * 60) == f'a: E1 m: "{"漳" * 60}"\n'
    assert quoted("漳" * 61) == f'a: E1 m: "{"漳" * 59}…"\n'


def test_colour_tells_errors_from_warnings():
    error = Diagnostic("E1", Place("a", 1, 2), "wrong", "mend it")
    warning = Diagnostic("W1", Place("a", 1, 3), "odd", severity=Severity.WARNING)
    assert render_diagnostics([error, warning], terminal(80, colour=True)) == (
        "\x1b[1ma:1:2\x1b[0m: \x1b[1;31mE1\x1b[0m wrong \x1b[2m(mend it)\x1b[0m\n"
        "\x1b[1ma:1:3\x1b[0m: \x1b[1;33mW1\x1b[0m odd\n"
    )


@given(st.lists(st.builds(Diagnostic, any_text, st.builds(Place, any_text), any_text, any_text, any_text), max_size=4))
def test_no_text_in_it_adds_a_line_or_a_control_character(diagnostics):
    lines = render_diagnostics(diagnostics, PIPE).split("\n")
    assert len(lines) == len(diagnostics) + 1
    assert not any(re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", line) for line in lines)
