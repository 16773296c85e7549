"""A published report as text: from a file or from standard input, in the encodings that Chinese offices save.

Strict, for a guess would turn words into other words: a text that is UTF-8 but for a damaged place, or UTF-16 without its mark,
is refused although GB18030 could make characters of it. Control characters and marks that reorder a line are common in reports
and mean nothing; they become blanks here, so that none of them ever reaches an entry.
"""

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.findings import CANNOT_BE_READ, NOT_UTF8, TOO_LARGE
from eduindex.model.place import Place
from eduindex.storage.file_reading import read_bytes
from eduindex.storage.text_decoding import blanked, is_mostly_utf8, not_utf8, other_file, position, wide_encoding

MAX_BYTES: Final = 64 * 1024 * 1024  # a yearbook of a province has a tenth
UTF8: Final = "UTF-8"
_STANDARD_INPUT: Final = "standard input"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF32_MARK = b"\xff\xfe\0\0"  # begins with one of them
# GB18030 reads all that GBK does; the older name is the one that people know.
_CHINESE = (("gbk", "GBK"), ("gb18030", "GB18030"))


class Report(NamedTuple):
    r"""The text of a report, lines ending in ``\n``, and the encoding in which it was saved."""

    text: str
    encoding: str


def read_report(path: Path) -> Report | Diagnostic:
    """The report in a regular file of at most 64 MB, or what forbids to read it. Never raises or waits."""
    data = read_bytes(path, MAX_BYTES)
    if isinstance(data, Diagnostic):
        return replace(data, message=_too_large()) if data.code == TOO_LARGE else data
    return decode_report(data, str(path))


def read_report_from(stream: BinaryIO) -> Report | Diagnostic:
    """The report that comes through a stream, which is read to its end, or what forbids to read it."""
    try:
        data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is closed"
        message, hint = f"cannot be read: {reason}", "name a file, or let a command write to it"
        return Diagnostic(CANNOT_BE_READ, Place(_STANDARD_INPUT), message, hint)
    if len(data) > MAX_BYTES:
        return Diagnostic(
            TOO_LARGE, Place(_STANDARD_INPUT), _too_large(), "check that it is the right text, or split it"
        )
    return decode_report(data, _STANDARD_INPUT)


def decode_report(data: bytes, file: str) -> Report | Diagnostic:
    """The report that these bytes are, or why they are none; ``file`` is the name that goes into the place."""
    other = other_file(data, file)
    if other is not None:
        return other
    if data.startswith(_UTF16_MARKS) and not data.startswith(_UTF32_MARK):
        return _decoded(data, "utf-16", "UTF-16") or not_utf8(data, file, (1, 1))
    report = _decoded(data, "utf-8-sig", UTF8)
    if report is not None and b"\0" not in data:
        return report
    if wide_encoding(data):
        return not_utf8(data, file, (1, 1))
    return report or _in_chinese_encoding(data, file)


def _in_chinese_encoding(data: bytes, file: str) -> Report | Diagnostic:
    if is_mostly_utf8(data):
        return not_utf8(data, file, _where_damaged(data, "utf-8"))
    for codec, name in _CHINESE:
        report = _decoded(data, codec, name)
        if report is not None:
            return report
    message, hint = "neither UTF-8 nor GB18030 from here on", "save the report as a plain text in UTF-8"
    return Diagnostic(NOT_UTF8, Place(file, *_where_damaged(data, "gb18030")), message, hint)


def _decoded(data: bytes, codec: str, name: str) -> Report | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")  # as many characters as before
    return Report(blanked(text), name)


def _where_damaged(data: bytes, codec: str) -> tuple[int, int]:
    """Line and column of the first byte that the codec cannot read."""
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec)
        return position(before, len(before))
    return (1, 1)


def _too_large() -> str:
    return f"larger than {MAX_BYTES:,} bytes, too large for a report"
