"""What libyaml's complaints mean for somebody who keeps a data file, and where the fault really is.

libyaml reports where it lost its way; that is often a line after the fault (a quotation mark or bracket that was never
closed, a key without its colon). The place given here is the one where a person has to change something.
"""

import re
from typing import NamedTuple, Protocol

from yaml.error import MarkedYAMLError

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.findings import DIRECTIVE, SEVERAL_DOCUMENTS, SYNTAX, TAB_INDENTATION, TAG
from eduindex.model.place import Place
from eduindex.storage.text_decoding import position
from eduindex.storage.yaml_layout import Line, line_at, lines_above, misplaced, misplaced_beside

_TAB_IN_INDENTATION = re.compile(r"[ -]*\t")
_OTHER_BLANKS = ("\u00a0", "\u2007", "\u202f", "\u3000")  # they look like spaces, and are letters to YAML
_KEY_AND_COLON = re.compile("[^\\s:：]+ ?([:：])")
_UNEXPECTED_COLON = "mapping values are not allowed in this context"
_QUOTE_IT = 'put the whole text in quotation marks: "..."'


class _Wording(NamedTuple):
    message: str
    hint: str
    code: str = SYNTAX
    at_start: bool = False  # the fault is where the construct begins, not where libyaml gave up


_UNCLOSED_QUOTE = _Wording(
    "a quotation mark that is never closed",
    'close it, and double it inside \'...\' or write \\" inside "..."',
    at_start=True,
)
_DIRECTIVE = _Wording(
    "a YAML directive (a line that begins with %)",
    "delete the line; if it is text, put it in quotation marks",
    DIRECTIVE,
    True,
)
_TAG = _Wording("a text that begins with ! is read as a tag", _QUOTE_IT, TAG, at_start=True)
_LAYOUT_PROBLEMS = (
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
)
_BRACKET_PROBLEMS = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")
_NO_COMMA = _Wording(
    "a comma or a closing bracket is missing here",
    "separate the items with commas; a text with , : [ ] { } in brackets needs quotation marks",
)
_UNCLOSED_BRACKET = _Wording(
    "a bracket that is never closed", "close it with ] or }, or write one item a line", at_start=True
)
_TAB = _Wording("a tab stands in the indentation", "indent with spaces, two a level", TAB_INDENTATION)
_ESCAPE_HINT = "write \\\\ for a backslash, or use '...', in which a backslash is an ordinary character"
_COLON_IN_TEXT = _Wording("a colon followed by a space inside an unquoted text", _QUOTE_IT)
_IN_ONE_COLUMN = "let it begin in the same column as the other keys of its block"
_DEEPER_LINE = _Wording("this line belongs to the text that began above", _IN_ONE_COLUMN)
_MISPLACED = _Wording("this line does not begin in the column that the lines around it call for", _IN_ONE_COLUMN)
_OTHER_INDENTATION = _Wording("the indentation is made of blanks that are no spaces", "indent with spaces, two a level")
_FULL_WIDTH_COLON = _Wording("a full-width colon (：) behind a key", "write an ASCII colon and a space: `key: value`")
_COLON_WITHOUT_SPACE = _Wording(
    "a colon without a space after it", "write an ordinary space between the colon and the value: `key: value`"
)
_NO_COLON = _Wording(
    "a text without a colon where a key is expected",
    "write `key: value` (an ASCII colon, then a space) or `- item` (a dash, then a space)",
)
_MORE_AFTER_QUOTE = _Wording(
    "a quotation that ends some lines below, with more text after it",
    "close the quotation mark in its own line",
    at_start=True,
)
_MORE_AFTER_END = _Wording(
    "the file goes on after its value has ended", "a file is one block: let its keys all begin in the same column"
)
_UNREADABLE = _Wording("this text cannot be read as YAML", _QUOTE_IT)
_SECOND_DOCUMENT = _Wording(
    "a second YAML document begins here",
    "one file holds one document: delete the line ... and what follows",
    SEVERAL_DOCUMENTS,
)

_Judgement = tuple[_Wording, int] | None  # what is wrong, and the index of the character where

_WORDINGS = {
    "found character that cannot start any token": _Wording(
        "an unquoted text cannot begin with this character", _QUOTE_IT
    ),
    "block sequence entries are not allowed in this context": _Wording(
        "a list item (-) where a single text is expected",
        "begin the list in the next line, or put the text in quotation marks",
    ),
    "mapping keys are not allowed in this context": _Wording("an unquoted text cannot begin with `? `", _QUOTE_IT),
    "found unexpected ':'": _Wording(
        "a colon without a space after it, between brackets",
        "put a space after the colon, or the text in quotation marks",
    ),
    "found unexpected end of stream": _UNCLOSED_QUOTE,
    "found unexpected document indicator": _UNCLOSED_QUOTE,
    "found unknown escape character": _Wording("an escape that YAML does not know", _ESCAPE_HINT),
    "did not find expected hexdecimal number": _Wording("an escape without its hexadecimal digits", _ESCAPE_HINT),
    "found invalid Unicode character escape code": _Wording("an escape that is no character", _ESCAPE_HINT),
    "did not find expected alphabetic or numeric character": _Wording(
        "an unquoted text cannot begin with & or *", _QUOTE_IT, at_start=True
    ),
    "did not find expected comment or line break": _Wording(
        "text in the line that opens a block (| or >)", "begin the text in the next line, indented", at_start=True
    ),
    "found an indentation indicator equal to 0": _Wording(
        "a block (| or >) with the indentation 0", "leave the number out", at_start=True
    ),
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "did not find expected node content": _Wording(
        "a value is missing, or begins with a character that brackets are made of", _QUOTE_IT
    ),
    "did not find expected '-' indicator": _Wording(
        "a list item is expected here", "let each item begin with `- `, in the same column as the first"
    ),
    "did not find expected key": _Wording(
        "a key of the same block is expected here",
        "let the keys of a block begin in one column; a text with quotation marks in it needs the other kind around",
    ),
    "did not find expected <document start>": _MORE_AFTER_END,
    "found undefined tag handle": _TAG,
    "found incompatible YAML document": _DIRECTIVE,
    "found duplicate %YAML directive": _DIRECTIVE,
    "found duplicate %TAG directive": _DIRECTIVE,
}


class Mark(Protocol):
    """Where libyaml was, counted from 0; ``index`` counts the characters of the text."""

    index: int
    line: int
    column: int


class Extent(NamedTuple):
    """The scalar that was read last."""

    start: Mark
    end: Mark
    quoted: bool


class Situation(NamedTuple):
    """How far the reading had come when libyaml gave up."""

    text: str
    file: str
    last: Extent | None
    ended: bool  # the document's end was marked with a line ...


class _Complaint(NamedTuple):
    problem: str
    context: str
    mark: Mark  # where libyaml gave up
    start: Mark  # where the construct begins that it was reading, if it says so; else the same


def syntax_fault(error: Exception, situation: Situation) -> Diagnostic:
    """Turn whatever PyYAML raised into a finding; its line is always one that the file has."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        index = situation.last.end.index if situation.last else 0
        return _say(_UNREADABLE, index, situation)
    mark = error.problem_mark
    complaint = _Complaint(error.problem or "", error.context or "", mark, error.context_mark or mark)
    tab = _TAB_IN_INDENTATION.match(situation.text, mark.index - mark.column)
    if tab is not None:
        return _say(_TAB, tab.end() - 1, situation)
    for judge in (_by_context, _after_long_quotation, _missing_colon, _unexpected_colon, _bracket, _indentation):
        if judgement := judge(complaint, situation):
            return _say(*judgement, situation)
    wording = _WORDINGS.get(complaint.problem) or _Wording(f"not valid YAML: {complaint.problem}", _QUOTE_IT)
    if wording is _MORE_AFTER_END and situation.ended:
        wording = _SECOND_DOCUMENT
    return _say(wording, complaint.start.index if wording.at_start else mark.index, situation)


def _by_context(complaint: _Complaint, _situation: Situation) -> _Judgement:
    if "directive" in complaint.context:
        return _DIRECTIVE, complaint.start.index
    return (_TAG, complaint.start.index) if complaint.context.endswith(" a tag") else None


def _after_long_quotation(complaint: _Complaint, situation: Situation) -> _Judgement:
    """Tell a quotation that ends lines below, at somebody else's quotation mark: more text follows in that line."""
    last = situation.last
    if last is None or not last.quoted or not _ends_here(last, complaint.mark):
        return None
    return _MORE_AFTER_QUOTE, last.start.index


def _missing_colon(complaint: _Complaint, situation: Situation) -> _Judgement:
    """Say what stands in the place of the colon, where libyaml knows that a key has none."""
    if complaint.problem != "could not find expected ':'":
        return None
    return _without_colon(_line_of(situation.text, complaint.start)), complaint.start.index


def _unexpected_colon(complaint: _Complaint, situation: Situation) -> _Judgement:
    """Tell a colon inside a text from a line that libyaml took for the continuation of the text above."""
    mark, last = complaint.mark, situation.last
    if complaint.problem != _UNEXPECTED_COLON:
        return None
    if last is None or not _ends_here(last, mark):
        return _COLON_IN_TEXT, mark.index
    above, line = _line_of(situation.text, last.start), _line_of(situation.text, mark)
    wording = _without_colon(above)
    if last.start.index == above.content and (
        not above.is_item or line.column == above.column or wording is not _NO_COLON
    ):
        return wording, above.content
    if misplaced(situation.text, line) == above:
        return _out_of_column(above)
    return _DEEPER_LINE, line.content


def _without_colon(line: Line) -> _Wording:
    """What stands where the colon of the first key of a line ought to be."""
    match = _KEY_AND_COLON.match(line.words)
    if match is None:
        return _NO_COLON
    return _COLON_WITHOUT_SPACE if match[1] == ":" else _FULL_WIDTH_COLON


def _bracket(complaint: _Complaint, situation: Situation) -> _Judgement:
    """Tell an unclosed bracket (the next line is indented no deeper, or there is none) from a missing comma."""
    if complaint.problem not in _BRACKET_PROBLEMS:
        return None
    text, mark, start = situation.text, complaint.mark, complaint.start
    if mark.index >= len(text.rstrip()):
        return _UNCLOSED_BRACKET, start.index
    line = _line_of(text, mark)
    if mark.line != start.line and line.column <= _line_of(text, start).column:
        return _UNCLOSED_BRACKET, start.index
    above = next(lines_above(text, line.start), line)
    is_first = mark.index == line.content or text[mark.index] == ":"
    if mark.line != start.line and is_first and not above.without_comment.endswith((",", "[", "{", ":")):
        return _NO_COMMA, above.content + len(above.without_comment)
    return _COLON_IN_TEXT if text[mark.index] == ":" else _NO_COMMA, mark.index


def _indentation(complaint: _Complaint, situation: Situation) -> _Judgement:
    """Find the line that is indented wrongly, where libyaml found one that fits no open block."""
    line = _line_of(situation.text, complaint.mark)
    if complaint.problem not in _LAYOUT_PROBLEMS or situation.ended or complaint.mark.index > line.content:
        return None
    if complaint.context and line.indent == complaint.start.column:
        suspect = misplaced_beside(situation.text, line, _line_of(situation.text, complaint.start))
    else:
        suspect = misplaced(situation.text, line)
    return _out_of_column(suspect) if suspect else None


def _out_of_column(line: Line) -> tuple[_Wording, int]:
    return _OTHER_INDENTATION if line.words.startswith(_OTHER_BLANKS) else _MISPLACED, line.content


def _line_of(text: str, mark: Mark) -> Line:
    return line_at(text, mark.index - mark.column)


def _ends_here(last: Extent, mark: Mark) -> bool:
    """Whether a scalar began in an earlier line and ends in the line of the mark."""
    return last.start.line < last.end.line == mark.line


def _say(wording: _Wording, index: int, situation: Situation) -> Diagnostic:
    """Place a wording; libyaml counts one more line after the last, which no editor shows."""
    last = max(len(situation.text.rstrip()) - 1, 0)
    place = Place(situation.file, *position(situation.text, min(index, last)))
    return Diagnostic(wording.code, place, wording.message, wording.hint)
