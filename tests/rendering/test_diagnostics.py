import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_samples import PIPE, any_text, terminal

from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.place import Place
from eduindex.model.table import Cell, Tone
from eduindex.rendering.diagnostics import render_diagnostics, render_findings

SUMMARY = (
    (Cell("1 error", Tone.BAD), Cell(" in 1 file")),
    (Cell("  E1  ", Tone.STRONG), Cell("1")),
    (Cell("all else is well", Tone.GOOD),),
    (Cell("explain says more", Tone.WEAK),),
)


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


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("a\nb.yaml:1:1: E9 forged", "a␊b.yaml:1:1: E9 forged:3:4: E1 wrong"),
        ("\x1b]0;title\x07.yaml", "␛]0;title␇.yaml:3:4: E1 wrong"),
        ("\r\x85\u2028.yaml", "␍‹U+0085›‹U+2028›.yaml:3:4: E1 wrong"),
        ("\u202elmay.a", "‹U+202E›lmay.a:3:4: E1 wrong"),
        ("\udcff.yaml", "‹U+DCFF›.yaml:3:4: E1 wrong"),
        ("a b/漳平.yaml", "a b/漳平.yaml:3:4: E1 wrong"),
    ],
)
def test_hostile_file_names_stay_on_their_line(file, expected):
    diagnostic = Diagnostic("E1", Place(file, 3, 4), "wrong")
    assert render_diagnostics([diagnostic], PIPE) == expected + "\n"


@pytest.mark.parametrize("surface", [PIPE, terminal(20), terminal(2)])
def test_a_line_is_whole_however_narrow_the_terminal(surface):
    file, message, hint = "folder/" * 30 + "a.yaml", "wrong " * 30 + "indeed", "mend " * 30 + "it"
    line = f"{file}:1:2: E1 {message} ({hint})\n"
    summary = [(Cell("much to say " * 20),)]
    assert render_findings([Diagnostic("E1", Place(file, 1, 2), message, hint)], summary, surface) == (
        f"{line}\n{'much to say ' * 20}\n"
    )


def test_the_summary_follows_after_a_blank_line():
    assert render_findings([Diagnostic("E1", Place("a", 1, 2), "wrong")], SUMMARY, PIPE) == (
        "a:1:2: E1 wrong\n\n1 error in 1 file\n  E1  1\nall else is well\nexplain says more\n"
    )


def test_the_summary_stands_alone_where_nothing_was_found():
    assert render_findings([], [(Cell("nothing found", Tone.GOOD),)], PIPE) == "nothing found\n"


def test_the_summary_is_coloured_by_its_tones():
    assert render_findings([], SUMMARY, terminal(80, colour=True)) == (
        "\x1b[31m1 error\x1b[0m in 1 file\n"
        "\x1b[1m  E1  \x1b[0m1\n"
        "\x1b[32mall else is well\x1b[0m\n"
        "\x1b[2mexplain says more\x1b[0m\n"
    )
    assert "\x1b" not in render_findings([], SUMMARY, terminal(80))


@given(st.lists(any_text, max_size=3))
def test_no_text_of_a_summary_adds_a_line_or_a_control_character(texts):
    lines = render_findings([], [(Cell(text),) for text in texts], PIPE).split("\n")
    assert len(lines) == len(texts) + 1
    assert not any(re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]", line) for line in lines)
