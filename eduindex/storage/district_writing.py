"""A draft district file in the canonical layout: one way to write a district, which our strict reader reads back as the same.

Its texts come from reports, so nothing in them may mean anything to YAML or act on a terminal: what is not plain by the reader's
own expression stands in quotation marks, with an escape for every character that cannot be seen. A comment has no escapes; there
such characters become blanks, so that it ends where its line ends.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from eduindex.model.district import Entry, Identity, Source, Status
from eduindex.model.wording import Wording
from eduindex.storage.canonical_entries import KEYS, PLAIN, PLAIN_IN_BRACKETS
from eduindex.storage.schema import REPORT_FILE
from eduindex.storage.text_decoding import blanked

_PLAIN = re.compile(PLAIN)
_PLAIN_IN_BRACKETS = re.compile(PLAIN_IN_BRACKETS)
_REPORT_FILE = re.compile(REPORT_FILE)
_SHOWN_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
# Formats, separators of lines, private use and what is no character: how many there are of the last is for the Unicode of Python
# to say, but escaped or not, a text reads back the same.
_UNSEEN_CATEGORIES = frozenset(["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"])
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")  # by category, seen
_LAST_OF_BMP: Final = 0xFFFF


class Commented(NamedTuple):
    """An entry with what a person has to know of it, on one line; the comment may be empty."""

    entry: Entry
    comment: str = ""


class Remarks(NamedTuple):
    """What a person has to do about the head: at its top, at the name, and at each source by its id. All may be empty."""

    top: Sequence[str]
    name: str
    sources: Mapping[str, Sequence[str]]


_NO_REMARKS = Remarks((), "", {})


def district_text(
    identity: Identity, sources: Iterable[Source], entries: Iterable[Commented], remarks: Remarks = _NO_REMARKS
) -> str:
    """The text of a district file, every line of it ended.

    Of the entries everything is written but what they accept: that is for the person who has judged it.
    """
    lines = [
        *(_comment(remark) for remark in remarks.top),
        *_identity_lines(identity, remarks.name),
        "sources:",
        *(line for source in sources for line in _source_lines(source, remarks.sources.get(source.id, ()))),
    ]
    listed = [line for commented in entries for line in _entry_lines(commented)]
    return "\n".join([*lines, *(["entries:", *listed] if listed else ["entries: []"])]) + "\n"


def file_of_source(name: str) -> str:
    """The name of a report's file as a source may state it, empty where it may not (``.hidden``, ``a:b``)."""
    return name if _REPORT_FILE.match(name) and not any(map(_is_unseen, name)) else ""


def _identity_lines(identity: Identity, remark: str) -> Iterator[str]:
    yield f"district: {_scalar(identity.id)}"
    if identity.code:
        yield f"code: {_quoted(identity.code)}"  # for readers of YAML that would make a number of it
    if remark:
        yield _comment(remark)
    yield f"name: {_wording(identity.name)}"
    if identity.within:
        yield f"within: {_wording(identity.within)}"
    if identity.aliases:
        yield f"aliases: [{', '.join(map(_in_brackets, identity.aliases))}]"


def _source_lines(source: Source, remarks: Sequence[str]) -> Iterator[str]:
    yield f"  {_scalar(source.id)}:"
    yield from (_comment(remark, indent=4) for remark in remarks)
    yield f"    title: {_wording(source.title)}"
    if source.publisher:
        yield f"    publisher: {_wording(source.publisher)}"
    for key, text in (("published", source.published), ("url", source.url), ("file", source.file)):
        if text:
            yield f"    {key}: {_scalar(text)}"


def _entry_lines(commented: Commented) -> Iterator[str]:
    if commented.comment:
        yield _comment(commented.comment, indent=2)
    written = _written(commented.entry)
    for number, key in enumerate(key for key in KEYS if written.get(key)):
        yield f"{'    ' if number else '  - '}{key}: {written[key]}"


def _written(entry: Entry) -> dict[str, str]:
    """The value of each key as it is written; empty for one that is left out."""
    return {
        "indicator": _scalar(entry.indicator),
        "value": _scalar(entry.value),
        "period": _scalar(entry.period),
        "status": "" if entry.status is Status.ACTUAL else entry.status.value,
        "variant": "" if entry.variant is None else _scalar(entry.variant),
        "scope": _wording(entry.scope) if entry.scope else "",
        "source": _scalar(entry.source),
        "evidence": _scalar(entry.evidence),
        "period_evidence": _scalar(entry.period_evidence) if entry.period_evidence else "",
        "note": _wording(entry.note) if entry.note else "",
    }


def _wording(words: Wording) -> str:
    """A text for people: plain where both languages have the same, else each by its key."""
    if words.zh == words.en:
        return _scalar(words.zh)
    parts = (f"{key}: {_in_brackets(text)}" for key, text in zip(("zh", "en"), words, strict=True) if text)
    return f"{{{', '.join(parts)}}}"


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and not any(map(_is_unseen, text)) else _quoted(text)


def _in_brackets(text: str) -> str:
    return text if _PLAIN_IN_BRACKETS.fullmatch(text) and not any(map(_is_unseen, text)) else _quoted(text)


def _quoted(text: str) -> str:
    """The text in quotation marks; what the reader refuses however it is spelt becomes a blank."""
    return f'"{"".join(map(_escaped, _readable(text)))}"'


def _readable(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in blanked(text)).replace(
        "\r", " "
    )


def _escaped(character: str) -> str:
    if character in _SHOWN_ESCAPES:
        return _SHOWN_ESCAPES[character]
    if not _is_unseen(character):
        return character
    number = ord(character)
    return f"\\U{number:08X}" if number > _LAST_OF_BMP else f"\\u{number:04X}"


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN_CATEGORIES or character in _UNSEEN_LETTERS


def _comment(text: str, indent: int = 0) -> str:
    """A line that YAML passes over."""
    plain = "".join(" " if _is_unseen(character) else character for character in text)
    return f"{' ' * indent}# {' '.join(plain.split())}".rstrip()
