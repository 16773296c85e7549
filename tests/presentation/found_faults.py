"""Results of validations for the tests of how they are told: one written by hand, and a hypothesis strategy for hostile ones."""

from hypothesis import strategies as st

from eduindex.model.diagnostic import Diagnostic, Severity
from eduindex.model.place import Place
from eduindex.model.validation import Validation
from eduindex.rules.registry import RULES

HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07",
    "a\r\nb\n::error::c",
    "\x85\u2028\u2029\x0b\x0c",
    "\u202eevil\u202c",
    "\ud800",
    "\udcff",
    "{0} {{ }",
    "[x](http://example.org/)",
    "\\](a)",
    "[\\[x]\\](0)",
    "100%, 50%25: a=b;c]",
    "::set-env name=A::b",
    "##[error]c",
    "漳平市",
    "",
    " ",
)

any_text = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=()), max_size=30)


def fault(code, file="a.yaml", line=1, column=1, *, message="this is wrong", hint="", quoted=""):
    """A finding of a rule, with the rule's severity."""
    return Diagnostic(code, Place(file, line, column), message, hint, quoted, RULES[code].severity)


def validation(*diagnostics, files=5, entries=161, with_reports=True, across_files=True):
    return Validation(diagnostics, files, entries, with_reports, across_files)


FAULTS = validation(
    fault("T004", "samples/漳平.yaml", 0, 0, message="the file is not UTF-8", hint="save it as UTF-8"),
    fault("V003", "samples/ouhai.yaml", 9, 14, message="this is no period", quoted="last {year}"),
    fault("R004", "samples/ouhai.yaml", 30, 3, message="no entry names the source", hint="remove it", quoted="old"),
    fault("V003", "samples/quzhou.yaml", 9, 0, message="this is no period", quoted="soon"),
)

places = st.builds(Place, any_text, st.integers(0, 99), st.integers(0, 99))
diagnostics = st.builds(
    Diagnostic, st.sampled_from(list(RULES)), places, any_text, any_text, any_text, st.sampled_from(Severity)
)
validations = st.builds(
    Validation,
    st.lists(diagnostics, max_size=5).map(tuple),
    st.integers(0, 9),
    st.integers(0, 999),
    st.booleans(),
    st.booleans(),
)
