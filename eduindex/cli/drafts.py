"""A draft district file put together: whose it is, which source its entries cite, and what a person has to add."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from eduindex.extraction.novelty import Novelty
from eduindex.extraction.result import Extraction
from eduindex.model.district import UNDATED, Identity, Source
from eduindex.model.names import Ambiguous, is_id, resolve
from eduindex.model.wording import Language, Wording
from eduindex.presentation.extraction_comments import (
    additions_remark,
    draft_remark,
    entry_comment,
    name_remark,
    novelty_comment,
    source_remarks,
)
from eduindex.storage.district_writing import Commented, Remarks, district_text, file_of_source

if TYPE_CHECKING:
    from eduindex.cli.session import Session
    from eduindex.model.observation import District


def identity_of(session: "Session", text: str) -> Identity:
    """The district that the command line names: one of the workspace, or a new one of this id.

    A new one has no name but its id.
    """
    from eduindex.cli.failures import wrong_use

    known = session.directory.identities
    id: str | Ambiguous | None = text
    if not is_id(text) or text.isdigit():  # a name or a division code
        id = resolve(text, known) or (text if is_id(text) else None)
    if isinstance(id, Ambiguous):
        raise wrong_use(f"several districts have this name: {', '.join(id.ids)}", text, ())
    if id is None:
        names = [name for one in known for name in (one.id, one.name.zh, *one.aliases) if name]
        listed = "a new district takes an id: lower-case letters, digits, - and _"
        raise wrong_use("there is no such district", text, names, listed)
    found = next((one for one in known if one.id == id), Identity(id, Wording()))
    return found if found.name else found._replace(name=Wording(id, id))


def known_source(district: "District", file: str) -> Source | None:
    """The source of the district that names the report's file, if there is one."""
    sources = district.sources.values()
    return next((source for source in sources if file and source.file.rpartition("/")[2] == file), None)


def new_source(extraction: Extraction, file: str, taken: Collection[str] = ()) -> Source:
    """A source for the report; ``file`` is the name of its file, empty for standard input, ``taken`` are ids in use.

    What the report does not say is left open: it is undated, its title its file's name.
    """
    name = file_of_source(file)
    wanted = f"report-{extraction.year}" if extraction.year else "report"
    ids = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 2))]
    title = extraction.title or name or wanted
    id = next(id for id in ids if id not in taken)
    return Source(id, Wording(title, title), published=extraction.published or UNDATED, file=name)


def draft_of(extraction: Extraction, identity: Identity, source: Source, language: Language) -> str:
    """The draft of a whole district file."""
    entries = [
        Commented(proposal.entry._replace(source=source.id), entry_comment(proposal, figure.line, language))
        for figure in extraction.figures
        for proposal in figure.proposals
    ]
    return _text(entries, identity, source, draft_remark(language), extraction, language)


def draft_of_additions(
    extraction: Extraction, found: Sequence[Novelty], district: "District", source: Source, language: Language
) -> str:
    """The draft of what a district's file lacks or states differently, under its own head."""
    entries = [
        Commented(one.proposal.entry._replace(source=source.id), novelty_comment(one, language)) for one in found
    ]
    remark = additions_remark(district.identity.file, language)
    return _text(entries, district.identity, source, remark, extraction, language)


def _text(
    entries: list[Commented],
    identity: Identity,
    source: Source,
    remark: str,
    extraction: Extraction,
    language: Language,
) -> str:
    to_add = source_remarks(source, language, has_title=bool(extraction.title or source.places))
    remarks = Remarks([remark], name_remark(identity, language), {source.id: to_add})
    return district_text(identity, [source], entries, remarks)
