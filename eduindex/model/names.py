"""Names that people type: normalising them, finding what they mean and saying what they may have meant."""

import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from eduindex.model.district import Identity
from eduindex.model.shortening import shortened

_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
_LONGEST_ID = 64

_LONGEST_COMPARED = 80
_ALIKE = 0.6  # as difflib counts it: letters in common, of the letters of both
_FEW = 128  # so many words are compared one by one; of more only the most promising ones
_MOST_COMPARED = 40

# What Chinese district names end in; people leave it out (衢江 for 衢江区).
_SUFFIXES = ("自治县", "自治旗", "林区", "特区", "新区", "区", "县", "市", "旗")
_LATIN_SUFFIXES = (" district", " county", " city", " banner")


class Ambiguous(NamedTuple):
    """A name that several districts answer to."""

    ids: tuple[str, ...]


def resolve(name: str, identities: Iterable[Identity]) -> str | Ambiguous | None:
    """The id of the one district that ``name`` means: an exact id wins, then a name as written, then a shortened one."""
    known = list(identities)
    if any(identity.id == name for identity in known):
        return name
    for form in (normal, _short):
        ids = tuple(i.id for i in known if form(name) in {form(other) for other in all_names(i)})
        if ids:
            return ids[0] if len(ids) == 1 else Ambiguous(ids)
    return None


def suggestion(wanted: str, known: Iterable[str]) -> str:
    """A hint that names the known words most like ``wanted``; empty where none is like it.

    One mistake is often made thousands of times, so answers are kept; nobody may change ``known`` afterwards.
    """
    known = known if isinstance(known, Collection) else tuple(known)
    if len(known) <= _FEW:
        return _hint(wanted[:_LONGEST_COMPARED], tuple(known))
    return _hint_among_many(wanted[:_LONGEST_COMPARED], _Many(known))


class _Many:
    """Many words as the key of a cache: the same object holds the same words, and nobody looks at each of them."""

    __slots__ = ("words",)

    def __init__(self, words: Collection[str]) -> None:
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Many) and self.words is other.words

    def __hash__(self) -> int:
        return id(self.words)


@lru_cache(maxsize=1024)
def _hint(wanted: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only after a mistake

    near = [word for word in known if word.casefold() == wanted.casefold()]
    near = near[:3] or get_close_matches(wanted, known, n=3, cutoff=_ALIKE)
    return f"did you mean {' or '.join(map(shortened, near))}?" if near else ""


@lru_cache(maxsize=16)  # few, because each keeps its words alive
def _hint_among_many(wanted: str, many: _Many) -> str:
    return _hint.__wrapped__(wanted, _most_promising(wanted, many.words))


def _most_promising(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words that may be alike by their lengths, those with the most letters in common first, as many as are compared."""
    from heapq import nsmallest  # noqa: PLC0415 - only after a mistake

    letters = set(wanted.casefold())
    share = _ALIKE / (2 - _ALIKE)  # of its length: a shorter word has too few letters in common
    shortest, longest = len(wanted) * share, len(wanted) / share
    ranked = []
    for word in known:
        if shortest <= len(word) <= longest:
            others = set(word.casefold())
            common = len(letters & others)
            ranked.append((len(letters) + len(others) - 2 * common, abs(len(word) - len(wanted)), word))
    return tuple(word for _, _, word in nsmallest(_MOST_COMPARED, ranked))


def all_names(identity: Identity) -> tuple[str, ...]:
    """Every way to write the district: id, code, names and aliases; empty ones left out."""
    name, within = identity.name, identity.within
    full = (within.zh + name.zh,) if within.zh and name.zh else ()
    return tuple(n for n in (identity.id, identity.code, name.zh, name.en, *full, *identity.aliases) if n)


def normal(name: str) -> str:
    """The name in the form in which names are compared: width, case and blanks do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _short(name: str) -> str:
    plain = normal(name)
    for suffix in (*_SUFFIXES, *_LATIN_SUFFIXES):
        if plain.endswith(suffix) and len(plain) >= len(suffix) + 2:
            return plain.removesuffix(suffix)
    return plain


def is_id(text: str) -> bool:
    """Whether a text has the form of an id: 1 to 64 lower-case letters, digits, - and _."""
    return 0 < len(text) <= _LONGEST_ID and _ID_CHARACTERS.issuperset(text)
