"""Which districts a command is about where it is not told one by one: those of an area, or the peers of a district."""

import click

from eduindex.cli.failures import wrong_use
from eduindex.cli.session import Session
from eduindex.model.areas import areas_of, is_within
from eduindex.model.catalogue import Border
from eduindex.model.observation import District
from eduindex.model.shortening import listed

_WITHIN = {"省": Border.PROVINCE, "province": Border.PROVINCE, "市": Border.CITY, "city": Border.CITY}


def districts_within(session: Session, area: str | None) -> list[District]:
    """The districts of a province or city, by its name or the first digits of its code; without one, all.

    Ends the command where there is none. A file whose head cannot be read may be of the area, so it is told.
    """
    if area is None:
        return session.every_district()
    identities = session.directory.identities
    found = {identity.id for identity in identities if is_within(identity, area)}
    if not found:
        known = dict.fromkeys(name for identity in identities for name in areas_of(identity))
        raise wrong_use("no district lies within", area, known, f"there are districts in: {listed(known)}")
    session.notice_others(found)
    return session.every_district(found)


def peers_of(session: Session, text: str, id: str) -> list[District]:
    """The other districts that ``all``, ``省``, ``市`` or names with commas mean for a district.

    Ends the command at a word that means none. The faults of a peer that is named count as those of the district.
    """
    if text == "all":
        return session.every_district(set(session.workspace.district_paths()) - {id})
    border = _WITHIN.get(text)
    if border is None:
        return _named_peers(session, text, id)
    codes = {identity.id: identity.code[: border.digits] for identity in session.directory.identities}
    if not codes[id]:
        raise click.UsageError(f"{id} has no division code: name its peers, or add its code")
    return session.every_district({other for other, code in codes.items() if code == codes[id] and other != id})


def _named_peers(session: Session, text: str, id: str) -> list[District]:
    named = session.named([name for name in text.replace("，", ",").split(",") if name.strip()])
    if any(one.year for one in named):
        raise click.UsageError("peers take no @YEAR; --year chooses the year of all figures")
    ids = dict.fromkeys(one.id for one in named if one.id != id)
    if not ids:
        raise click.UsageError("--peers names no other district: all, 省, 市, or names with commas")
    return [session.district(other) for other in ids]
