"""Which districts a command is about where it is not told one by one: those of an area, or the peers of a district."""

import click

from eduindex.cli.failures import wrong_use
from eduindex.cli.session import Session
from eduindex.model.areas import areas_of, ids_beside, ids_within
from eduindex.model.catalogue import Border
from eduindex.model.names import all_names, normal
from eduindex.model.observation import District
from eduindex.model.shortening import listed

_ALL = ("all", "全部")
_BESIDE = {"省": Border.PROVINCE, "province": Border.PROVINCE, "市": Border.CITY, "city": Border.CITY}


def districts_within(session: Session, area: str | None) -> list[District]:
    """The districts of a province or city, by its name or the first digits of its code; without one, all.

    Ends the command where there is none. A file whose head cannot be read may be of the area, so it is told.
    """
    if area is None:
        return session.every_district()
    identities = session.directory.identities
    found = ids_within(identities, area)
    if not found:
        known = dict.fromkeys(name for identity in identities for name in areas_of(identity))
        raise wrong_use("no district lies within", area, known, f"there are districts in: {listed(known)}")
    session.notice_others(found)
    return session.every_district(found)


def peers_of(session: Session, text: str, id: str) -> list[District]:
    """The other districts that ``all``, ``省``, ``市``, an area, or names with commas mean for a district.

    Ends the command at a word that means none. The faults of a peer that is named count as those of the district.
    """
    word, identities = normal(text), session.directory.identities
    if word in _ALL:
        ids = set(session.workspace.district_paths())
    elif word in _BESIDE:
        ids = ids_beside(identities, id, _BESIDE[word])
    elif any(word in map(normal, all_names(one)) for one in identities):
        return _named_peers(session, text, id)
    else:
        ids = ids_within(identities, text)
    if not ids:
        return _named_peers(session, text, id)
    if ids == {id}:
        raise click.UsageError(f"{id} has no peers there: the workspace holds no other such district")
    session.notice_others(ids | {id})
    return session.every_district(ids - {id})


def _named_peers(session: Session, text: str, id: str) -> list[District]:
    named = session.named([name for name in text.replace("，", ",").split(",") if name.strip()])
    if any(one.year for one in named):
        raise click.UsageError("peers take no @YEAR; --year chooses the year of all figures")
    ids = dict.fromkeys(one.id for one in named if one.id != id)
    if not ids:
        raise click.UsageError("--peers names no other district: all, 省, 市, an area, or names with commas")
    session.notice_others({id, *ids})
    return [session.district(other) for other in ids]
