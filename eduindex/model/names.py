"""Names that people type: normalising them, finding what they mean and saying what they may have meant."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from eduindex.model.district import Identity

_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
_LONGEST_ID = 64

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
    """A hint that names the known word most like ``wanted``; empty where none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - only after a mistake

    near = get_close_matches(wanted[:80], list(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else ""


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
