"""From bytes to a text that is safe to parse: strict UTF-8 without characters that a terminal would obey.

Such characters are refused instead of repaired: a data file has no use for them, and whoever wrote one should know.
The same judgement applies to the escapes of a double-quoted YAML text, which can spell the same characters.
"""

import re
from itertools import islice

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.findings import CONTROL_CHARACTER, INVISIBLE_MARK, NOT_UTF8
from eduindex.model.place import Place

MOST_FAULTS = 20  # a file with more is not read on: the first ones say enough

_BYTE_ORDER_MARK = "\ufeff"
_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_REFUSED = re.compile(f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_MARKS}\ufffe\uffff]")
_MARK = re.compile(f"[{_MARKS}]")
_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(.))", re.DOTALL)
_ESCAPE_LETTERS = {"0": 0x00, "a": 0x07, "b": 0x08, "v": 0x0B, "f": 0x0C, "r": 0x0D, "e": 0x1B, "N": 0x85}

_FEWER = 2  # times as many nulls in one half of the bytes as in the other

_NAMES = {
    0x00: "null",
    0x07: "bell",
    0x08: "backspace",
    0x1B: "escape",
    0x7F: "delete",
    0x85: "next line",
    0xFFFE: "no character",
    0xFFFF: "no character",
}
# The mark of UTF-32 LE begins with that of UTF-16 LE.
_WIDE_STARTS = (
    (b"\xff\xfe\0\0", "UTF-32 LE"),
    (b"\0\0\xfe\xff", "UTF-32 BE"),
    (b"\xff\xfe", "UTF-16 LE"),
    (b"\xfe\xff", "UTF-16 BE"),
)
# How files begin that are no text at all, as office programs and browsers save them under any name.
_OTHER_FILES = (
    (b"PK\x03\x04", "a ZIP archive (such as an xlsx workbook or a docx document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old document of an office program (such as an xls workbook)"),
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
)
_OTHER_STARTS = tuple(start for start, _ in _OTHER_FILES)


def decode_text(data: bytes, file: str) -> str | tuple[Diagnostic, ...]:
    """Return the text of a file without its byte order mark, or what forbids to read it (at most ``MOST_FAULTS``)."""
    other = other_file(data, file)
    if other is not None:
        return (other,)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
        return (not_utf8(data, file, position(before, len(before))),)
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if _REFUSED.search(text) is None:
        return text
    if wide_encoding(data):
        return (not_utf8(data, file, (1, 1)),)
    found = islice(_REFUSED.finditer(text), MOST_FAULTS)
    return tuple(character_fault(match[0], Place(file, *position(text, match.start()))) for match in found)


def blanked(text: str) -> str:
    r"""The text with a blank for each refused character, so that all others keep their places. A \r stays."""
    return _REFUSED.sub(" ", text)


def position(text: str, index: int) -> tuple[int, int]:
    r"""Line and column, from 1, of the character at ``index``; lines end with \n, \r\n or \r, as in an editor."""
    before = text[:index]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return line, index - max(before.rfind("\n"), before.rfind("\r"))


def character_fault(character: str, place: Place, *, escaped: bool = False) -> Diagnostic:
    """Say why one refused character is refused; ``escaped`` when the file spells it as an escape."""
    number = ord(character)
    how = ", written as an escape" if escaped else ""
    remedy = "remove the escape" if escaped else "delete it; most editors do not show it, so retype the words around it"
    if character == _BYTE_ORDER_MARK:
        message = f"an invisible byte order mark inside the text{how} (U+FEFF)"
        return Diagnostic(INVISIBLE_MARK, place, message, remedy)
    if _MARK.match(character):
        message = f"an invisible mark that can reorder the line{how} (U+{number:04X})"
        return Diagnostic(INVISIBLE_MARK, place, message, remedy)
    name = f", {_NAMES[number]}" if number in _NAMES else ""
    return Diagnostic(CONTROL_CHARACTER, place, f"a control character{how} (U+{number:04X}{name})", remedy)


def refused_escape(source: str) -> tuple[int, str] | None:
    r"""Find the first escape of a double-quoted text, as written, that spells a refused character or a \r.

    Returns its index in ``source`` and the character. ``source`` has passed the YAML scanner, so its escapes are whole.
    """
    for match in _ESCAPE.finditer(source):
        number = _spelled(match)
        if number is not None and (number == 0x0D or _REFUSED.match(chr(number))):
            return match.start(), chr(number)
    return None


def _spelled(match: re.Match[str]) -> int | None:
    digits = match[1] or match[2] or match[3]
    return int(digits, 16) if digits else _ESCAPE_LETTERS.get(match[4])


def other_file(data: bytes, file: str) -> Diagnostic | None:
    """Say of a file that is no text at all what it is; an encoding is not its trouble. ``None`` for a text."""
    if not data.startswith(_OTHER_STARTS):
        return None
    what = next(name for start, name in _OTHER_FILES if data.startswith(start))
    hint = "save what it holds as a plain text file in UTF-8; another ending does not make it one"
    return Diagnostic(NOT_UTF8, Place(file, 1, 1), f"this is {what}, not a text", hint)


def not_utf8(data: bytes, file: str, first: tuple[int, int]) -> Diagnostic:
    """Name the likely encoding; ``first`` is where UTF-8 ends, which says nothing about a file of wide characters."""
    if encoding := wide_encoding(data):
        first = (1, 1)
    elif is_mostly_utf8(data):
        hint = "retype the characters here and save the file as UTF-8"
        return Diagnostic(NOT_UTF8, Place(file, *first), "not UTF-8: a damaged character", hint)
    message = f"not UTF-8, looks like {encoding or _likely_encoding(data)}"
    return Diagnostic(
        NOT_UTF8, Place(file, *first), message, "save the file as UTF-8 (most editors: Save with encoding)"
    )


def _likely_encoding(data: bytes) -> str:
    """Guess what else bytes may be: every byte is a character in Latin-1, so that is the last resort."""
    for codec, name in (("gb2312", "GBK"), ("gb18030", "GBK or GB18030")):
        if _decodes(data, codec):
            return name
    return "Latin-1 (or another encoding of western Europe)"


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def is_mostly_utf8(data: bytes) -> bool:
    """Whether sound UTF-8 characters outnumber the unreadable bytes by far, as after a cut or a slip of a tool."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - damaged
    return sound > 4 * damaged


def wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 by their first bytes or by their nulls.

    In UTF-32 the highest byte of every character is null; in UTF-16 that of every ASCII character is, while the lower byte is
    null in few characters (such as 一, U+4E00).
    """
    for start, name in _WIDE_STARTS:
        if data.startswith(start):
            return name
    first, second, third, fourth = (data[number::4].count(0) for number in range(4))
    whole = len(data) // 4
    if whole > 1 and fourth >= whole and third >= whole / 2 and first < whole / 2:
        return "UTF-32 LE"
    if whole > 1 and first >= whole and second >= whole / 2 and fourth < whole / 2:
        return "UTF-32 BE"
    enough = max(2, len(data) // 16)
    even, odd = first + third, second + fourth
    if odd >= enough and odd > _FEWER * even:
        return "UTF-16 LE"
    if even >= enough and even > _FEWER * odd:
        return "UTF-16 BE"
    return None
