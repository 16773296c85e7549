"""Entries in the canonical layout, read a whole entry at a time instead of event by event: in a fifth of the time.

A workspace of thousands of districts spends its time on making an object of every word. The layout that we write ourselves (one
key a line, in one order, two spaces) needs none of that. It is told by two strict expressions; a file that departs from them by a
single character is left to libyaml altogether, so both ways read the same: a test holds them against each other.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from eduindex.model.wording import Wording

KEYS: Final = (
    "indicator",
    "value",
    "period",
    "status",
    "variant",
    "scope",
    "source",
    "evidence",
    "period_evidence",
    "note",
)
_REQUIRED = ("indicator", "value", "period", "source", "evidence")

# What ends a line for YAML, for an editor or for a careless reader, and tabs: none of them is canonical.
_BREAKS = "\n\r\t\x85\u2028\u2029"
_BEGINS_SYNTAX = "\\-?:,\\[\\]{}#&*!|>'\"%@`\\s"
# A text in which nothing means anything to YAML; and one that may stand between brackets too.
PLAIN: Final = f"[^{_BEGINS_SYNTAX}{_BREAKS}][^:#{_BREAKS}]*(?::[^ :#{_BREAKS}][^:#{_BREAKS}]*)*(?<! )"
PLAIN_IN_BRACKETS: Final = f"[^{_BEGINS_SYNTAX}{_BREAKS}][^:#,\\[\\]{{}}{_BREAKS}]*(?<! )"
# A quotation or brackets, with all that stands in the line behind their beginning.
_ENCLOSED = f"[\"'\\[{{][^{_BREAKS}]*"
# A text for people in both languages: {zh: ..., en: ...}, each of them plain or in quotation marks without anything special.
_IN_BRACKETS = f'{PLAIN_IN_BRACKETS}|"[^"\\\\{_BREAKS}]*"'
_WORDS = f"\\{{zh: (?:{_IN_BRACKETS}), en: (?:{_IN_BRACKETS})\\}}"
_BOTH_LANGUAGES = re.compile(f"\\{{zh: ({_IN_BRACKETS}), en: ({_IN_BRACKETS})\\}}")
_ID = "[a-z0-9_][a-z0-9_-]{0,63}"
# What a key takes where it is not any text; acceptances are never a text.
_FORMS = {"indicator": _ID, "source": _ID, "variant": _ID, "status": "actual|target", "accepts": _ENCLOSED}
_WORDED = ("scope", "note")
_COMMENTS = f"((?: *+(?:#[^{_BREAKS}]*+)?\n)*+)"
_KEY_COLUMN = 5
_ONLY_COMMENTS = re.compile(_COMMENTS)
_BEGINNING = re.compile("^entries:\n", re.MULTILINE)


class Block(NamedTuple):
    """A file in the canonical layout: the text down to the line ``entries:``, and each entry."""

    head: str
    entries: tuple["Written | Enclosed", ...]


class Written(NamedTuple):
    """The texts of one entry in the order of ``KEYS``, ``None`` for a missing key; ``line`` counts from 1.

    What an entry accepts is never a text, so an entry that accepts anything is ``Enclosed``.
    """

    texts: tuple[str | None, ...]
    line: int


class Enclosed(NamedTuple):
    """An entry in which a text begins with a quotation mark or a bracket, as it is written: YAML has to say what it means."""

    source: str
    line: int


def read_canonical(text: str) -> Block | None:
    """The entries of a district file, where all of them are laid out as we write them; else ``None``."""
    beginning = _BEGINNING.search(text)
    if beginning is None:
        return None
    head = text[: beginning.end()]
    if "\r" in head:  # an editor may count it as a line
        return None
    *entries, end = (None, *_entries(text, beginning.end(), head.count("\n") + 1))
    return Block(head, tuple(filter(None, entries))) if end is _END and len(entries) > 1 else None


_END = Enclosed("", 0)


def _entries(text: str, at: int, line: int) -> Iterator[Written | Enclosed]:
    """Each entry in turn, and ``_END`` where nothing but comments follows the last."""
    plain, enclosed = _expression(PLAIN, KEYS), None
    new = tuple.__new__
    while True:
        match = plain.match(text, at)
        is_plain = match is not None
        if match is None:
            enclosed = enclosed or _expression(f"{PLAIN}|{_ENCLOSED}", (*KEYS, "accepts"))
            match = enclosed.match(text, at)
        if match is None:
            break
        comments, *texts = match.groups()
        if comments:
            line += comments.count("\n")
        yield new(Written, (texts, line)) if is_plain else Enclosed(text[match.end(1) : match.end()], line)
        line += len(texts) - texts.count(None)
        at = match.end()
    if _ONLY_COMMENTS.fullmatch(text, at):
        yield _END


@lru_cache(maxsize=4096)
def wording_of(text: str | None) -> Wording:
    """A text for people as it is written: none, one text for both languages, or both."""
    match = _BOTH_LANGUAGES.fullmatch(text) if text else None
    if match is None:
        return Wording(text or "", text or "")
    return Wording(match[1].strip('"'), match[2].strip('"'))


def offsets_of(written: Written) -> Mapping[str, tuple[int, int]]:
    """Where the value of each key stands: lines below the entry's first, and the column from 1."""
    return _offsets(tuple([text is not None for text in written.texts]))


@lru_cache(maxsize=512)
def _offsets(present: tuple[bool, ...]) -> Mapping[str, tuple[int, int]]:
    keys = [key for key, there in zip(KEYS, present, strict=True) if there]
    return {key: (number, _KEY_COLUMN + len(key) + 2) for number, key in enumerate(keys)}


@cache
def _expression(form: str, keys: tuple[str, ...]) -> re.Pattern[str]:
    """One entry of these keys with the comments above it, its texts of this ``form``.

    Made when it is needed, for it costs more than most commands take.
    """
    lines = []
    for key in keys:
        texts = f"{_WORDS}|{form}" if key in _WORDED else _FORMS.get(key, form)
        line = f"{'  - ' if key == KEYS[0] else '    '}{key}: ({texts})\n"
        lines.append(line if key in _REQUIRED else f"(?:{line})?")
    return re.compile(_COMMENTS + "".join(lines) + "(?!    [a-z])")  # all keys of the entry, not the first few
