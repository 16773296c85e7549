import re

from hypothesis import given
from hypothesis import strategies as st
from table_samples import HOSTILE, any_text

from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.place import Place
from eduindex.rendering.github import render_github
from eduindex.rendering.visible import visible

TITLES = {"E1": "wrong: by 100%, or so", "W1": "odd"}

# What ends or opens a command, on top of what is hostile anywhere.
COMMANDS = (
    "::error::x",
    "a\n::warning::b",
    "\r\n::stop-commands::x",
    "a::b",
    "x,line=7",
    "%0A::error::",
    "##[error]x",
    "%",
)

hostile = any_text | st.sampled_from(COMMANDS) | st.text(":,%=\r\n;[]#a ", max_size=20)
diagnostics = st.builds(
    Diagnostic,
    st.sampled_from(["E1", "W1"]),
    st.builds(Place, hostile, st.integers(0, 9), st.integers(0, 9)),
    hostile,
    hostile,
    hostile,
    st.sampled_from(Severity),
)


def unescaped(text, *, in_property):
    """The text that the runner makes of an escaped one; the percent sign comes last, as there."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), *(((("%3A", ":"), ("%2C", ","))) if in_property else ())):
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def understood(line):
    """Command, properties and message, as the runner reads them from a line of output."""
    command, message = line.removeprefix("::").split("::", 1)
    name, _, listed = command.partition(" ")
    pairs = [pair.split("=", 1) for pair in listed.split(",")]
    properties = {key: unescaped(value, in_property=True) for key, value in pairs}
    assert len(properties) == len(pairs)
    return name, properties, unescaped(message, in_property=False)


def test_commands_and_the_summary_byte_for_byte():
    found = [
        Diagnostic("E1", Place("samples/a,b:c.yaml", 9, 14), "not proved", "copy it: all, please", "98.20%"),
        Diagnostic("W1", Place("a.yaml", 3), "no entry", severity=Severity.WARNING),
        Diagnostic("E1", Place("b.yaml"), "not UTF-8"),
    ]
    assert render_github(found, TITLES, "2 errors and 1 warning") == (
        "::error file=samples/a%2Cb%3Ac.yaml,line=9,col=14,title=E1 wrong%3A by 100%25%2C or so"
        '::not proved: "98.20%25" (copy it: all, please)\n'
        "::warning file=a.yaml,line=3,title=W1 odd::no entry\n"
        "::error file=b.yaml,title=E1 wrong%3A by 100%25%2C or so::not UTF-8\n"
        "2 errors and 1 warning\n"
    )


def test_nothing_found_is_the_summary_alone():
    assert render_github([], {}, "6 files: nothing found") == "6 files: nothing found\n"


def test_a_line_end_is_shown_as_such():
    found = [Diagnostic("E1", Place("a\nb", 1, 1), "c\r\n::error::d")]
    assert render_github(found, TITLES, "s").splitlines() == [
        "::error file=a␊b,line=1,col=1,title=E1 wrong%3A by 100%25%2C or so::c␍␊::error::d",
        "s",
    ]


@given(st.lists(diagnostics, max_size=4))
def test_no_text_ends_a_command_or_opens_another(found):
    text = render_github(found, TITLES, "the summary")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff]", text)
    *commands, last = text.splitlines()
    assert last == "the summary"
    assert len(commands) == len(found)
    for line, diagnostic in zip(commands, found, strict=True):
        name, properties, message = understood(line)
        place = diagnostic.place
        expected = {"file": visible(place.file), "title": f"{diagnostic.code} {TITLES[diagnostic.code]}"}
        if place.line:
            expected["line"] = str(place.line)
        if place.line and place.column:
            expected["col"] = str(place.column)
        assert (name, properties) == (diagnostic.severity.value, expected)
        assert message == visible(diagnostic.advice)


@given(st.sampled_from(HOSTILE + COMMANDS))
def test_the_summary_is_one_line_of_visible_text(summary):
    text = render_github([], {}, summary)
    assert text == visible(summary) + "\n"
    assert text.count("\n") == 1
