"""Provinces and cities: in which of them a district lies, by its division code and by what its file says of them."""

import re
from collections.abc import Iterator

from eduindex.model.district import Identity
from eduindex.model.names import normal

_PROVINCE_DIGITS, _CITY_DIGITS = 2, 4
_NAMED_AREA = re.compile(".+?(?:省|特别行政区|自治区|自治州|地区|盟|市)")
_SUFFIXES = ("省", "特别行政区", "自治区", "自治州", "地区", "盟", "市", " province", " city", " prefecture")


def areas_of(identity: Identity) -> tuple[str, ...]:
    """What the province and the city of a district are called: their names in both languages and the digits of their codes."""
    code, within = identity.code, identity.within
    names = [*_NAMED_AREA.findall(within.zh), *(name.strip() for name in within.en.split(","))]
    digits = (code[:_PROVINCE_DIGITS], code[:_CITY_DIGITS])
    return tuple(dict.fromkeys(name for name in (*names, *digits) if name))


def is_within(identity: Identity, area: str) -> bool:
    """Whether a district lies in the area of this name (浙江省, 浙江, Zhejiang) or code (33, 3303, 330300)."""
    wanted = normal(area)
    if wanted.isdigit():
        while len(wanted) > _PROVINCE_DIGITS and wanted.endswith("00"):
            wanted = wanted[:-2]
        return len(wanted) >= _PROVINCE_DIGITS and identity.code.startswith(wanted)
    return bool(wanted) and any(wanted in _forms(name) for name in areas_of(identity))


def _forms(name: str) -> Iterator[str]:
    """The name as it is compared, with its 省 or 市 and without."""
    plain = normal(name)
    yield plain
    for suffix in _SUFFIXES:
        if plain.endswith(suffix):
            yield plain.removesuffix(suffix).strip()
