"""Provinces and cities: in which of them a district lies, by its division code and by what its file says of them."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from eduindex.model.catalogue import Border
from eduindex.model.district import Identity
from eduindex.model.names import normal
from eduindex.model.wording import Language

_ENDS = re.compile("(?<=省|市|盟)|(?<=地区)|(?<=自治[区州])|(?<=特别行政区)")
_OF_PROVINCES = ("省", "自治区", "特别行政区")
_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
_AUTONOMOUS = ("自治区", "自治州")
_SUFFIXES = ("省", "市", "盟", "地区", "特别行政区", *_AUTONOMOUS, " province", " city", " prefecture", " municipality")
_SHORTEST = 2  # characters that tell an area: 广西 for 广西壮族自治区


class _Area(NamedTuple):
    """An area as a file names it; ``border`` is ``None`` where nothing tells whether it is a province or a city."""

    name: str
    border: Border | None


def areas_of(identity: Identity) -> tuple[str, ...]:
    """What the province and the city of a district are called: their names in both languages and the digits of their codes."""
    digits = (identity.code[: border.digits] for border in Border)
    return tuple(dict.fromkeys(name for name in (*(area.name for area in _areas(identity)), *digits) if name))


def area_name(identity: Identity, border: Border, language: Language) -> str:
    """The province or the city of a district; where its file names none, the code of it."""
    chinese, english = _chinese(identity), _english(identity)
    areas = chinese or english if language is Language.ZH else english or chinese
    named = next((area.name for area in areas if area.border is border), "")
    return named or identity.code[: border.digits].ljust(6, "0")


def ids_within(identities: Collection[Identity], area: str) -> set[str]:
    """The ids of the districts in the area of this name (浙江省, 浙江, 浙江省温州市, Zhejiang) or code (33, 3303, 330300).

    A district whose file lacks the code, or the name, is found by the other where others of the area tell both.
    """
    wanted = normal(area)
    if wanted.isdigit():
        code = _without_zeros(wanted)
        named = [one for one in identities if len(code) >= Border.PROVINCE.digits and one.code.startswith(code)]
        borders: set[Border | None] = {border for border in Border if border.digits == len(code)}
    else:
        named = [one for one in identities if wanted and _is_called(one, wanted)]
        borders = {area.border for one in named for area in _areas(one) if _is_form(wanted, area.name)}
    return {one.id for one in named} | {id for border in borders if border for id in _alike(identities, named, border)}


def ids_beside(identities: Collection[Identity], id: str, border: Border) -> set[str]:
    """The ids of the districts in the same province or city as the district ``id``, itself too.

    Where its file lacks the code, or the names, those of the districts beside it tell them.
    """
    found = {id}
    for _ in range(2):
        found |= _alike(identities, [identity for identity in identities if identity.id in found], border)
    return found


def _alike(identities: Iterable[Identity], known: Collection[Identity], border: Border) -> set[str]:
    """The districts in the same areas as those known: by code where both have one, else by name."""
    codes = {one.code[: border.digits] for one in known} - {""}
    places = {place for one in known for place in _places(one, border)}
    return {
        one.id
        for one in identities
        if one.code[: border.digits] in codes
        or (not (one.code and codes) and any(_is_among(place, places) for place in _places(one, border)))
    }


def _places(identity: Identity, border: Border) -> list[tuple[str, str]]:
    """The names of the area, each with that of its province where it is told: two provinces have a Suzhou."""
    return [
        (normal(area.name), next((normal(one.name) for one in areas if one.border is Border.PROVINCE), ""))
        for areas in (_chinese(identity), _english(identity))
        for area in areas
        if area.border is border
    ]


def _is_among(place: tuple[str, str], places: Collection[tuple[str, str]]) -> bool:
    name, province = place
    return place in places or (name, "") in places or (not province and any(name == known for known, _ in places))


def _is_called(identity: Identity, wanted: str) -> bool:
    whole = (normal(identity.within.zh), normal(identity.within.en))
    return wanted in whole or any(_is_form(wanted, area.name) for area in _areas(identity))


def _is_form(wanted: str, name: str) -> bool:
    """Whether a normal name means the same as another, with or without what sort of area it is."""
    plain = normal(name)
    if wanted in _forms(plain) or plain in _forms(wanted):
        return True
    return plain.endswith(_AUTONOMOUS) and len(wanted) >= _SHORTEST and plain.startswith(wanted)


def _forms(plain: str) -> Iterator[str]:
    yield plain
    for suffix in _SUFFIXES:
        if plain.endswith(suffix) and len(plain) >= len(suffix) + _SHORTEST:
            yield plain.removesuffix(suffix).strip()


def _areas(identity: Identity) -> list[_Area]:
    return [*_chinese(identity), *_english(identity)]


def _chinese(identity: Identity) -> list[_Area]:
    """浙江省温州市 is a province and a city, 北京市 a province, 温州市 a city; 浙江 alone may be either."""
    whole = identity.within.zh.strip()
    names = [name for name in _ENDS.split(whole) if len(name) >= _SHORTEST and name.endswith(_SUFFIXES)]
    names = names or [whole] * bool(whole)
    if not names:
        return []
    first = names[0]
    if first.startswith(_MUNICIPALITIES):  # the city is the province
        return [_Area(first, Border.PROVINCE), _Area(first, Border.CITY)]
    is_province = first.endswith(_OF_PROVINCES) or len(names) > 1
    is_city = not is_province and first.endswith(_SUFFIXES)
    border = Border.PROVINCE if is_province else Border.CITY if is_city else None
    return [_Area(first, border), *(_Area(name, Border.CITY) for name in names[1:])]


def _english(identity: Identity) -> list[_Area]:
    """Wenzhou, Zhejiang: the province stands last; one name alone is what the Chinese name is."""
    names = [name.strip() for name in identity.within.en.split(",") if name.strip()]
    if len(names) == 1:
        chinese = _chinese(identity)
        borders = [area.border for area in chinese if area.name == chinese[0].name]
        return [_Area(names[0], border) for border in borders or [None]]
    return [_Area(name, Border.CITY) for name in names[:-1]] + [_Area(name, Border.PROVINCE) for name in names[-1:]]


def _without_zeros(code: str) -> str:
    while len(code) > Border.PROVINCE.digits and code.endswith("00"):
        code = code[:-2]
    return code
