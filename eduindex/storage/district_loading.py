"""From the tree of a district file to the district; an entry that is wrong is left out and told.

A head that is wrong makes the district unusable, but its entries are read all the same: who repairs a file wants to know
everything that is wrong with it at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.district import PROVINCES, Acceptance, Entry, Identity, Source, Status
from eduindex.model.names import is_id
from eduindex.model.observation import District, Observation, observe
from eduindex.model.place import Place
from eduindex.model.wording import Wording
from eduindex.storage.canonical_entries import Written, offsets_of, wording_of
from eduindex.storage.checked_nodes import (
    MOST_FINDINGS,
    Loaded,
    acceptances,
    blank,
    blank_reasons,
    checked,
    list_of,
    step_to,
    too_many_findings,
    wording,
)
from eduindex.storage.faults import key_place, no_evidence, place_of
from eduindex.storage.schema import EntryModel, HeadModel, SourceModel
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Node
from eduindex.storage.yaml_reading import Reading

_STATUSES: dict[str | None, Status] = {None: Status.ACTUAL, **{status.value: status for status in Status}}
_NO_WORDS = Wording()


def load_district(reading: Reading, file: str, stem: str, catalogue: Catalogue) -> Loaded[District]:
    """The district that a file says whose name without its ending is ``stem``."""
    faults = list(reading.diagnostics)
    root = reading.root
    if not isinstance(root, MappingNode):
        checked(HeadModel, root, file, faults)
        return Loaded(None, tuple(faults))
    head = checked(HeadModel, root, file, faults, without=("entries",))
    entries = list(_entries(reading, root, file, faults))
    is_complete = not faults
    if head is None:
        accepts: tuple[Acceptance, ...] = ()
        identity, sources = Identity(stem, Wording(), file=file), _sources_as_far_as_sound(root, entries, file)
    else:
        identity, accepts = _identity(head, root, file), acceptances(head.accepts, root, file)
        sources = {id: _source(id, model, root, file) for id, model in head.sources.items()}
        faults += _faults_of_head(head, identity, stem, root)
    observations, unread = _observed(identity.id, entries, catalogue, sources, faults)
    is_complete = is_complete and len(observations) + len(unread) == len(entries)
    district = District(identity, sources, observations, unread, accepts, is_complete)
    usable = head is not None and identity.id == stem
    return Loaded(district if usable else None, tuple(faults), district)


def _observed(
    district: str,
    entries: Iterable[Entry],
    catalogue: Catalogue,
    sources: Mapping[str, Source],
    faults: list[Diagnostic],
) -> tuple[tuple[Observation, ...], tuple[Entry, ...]]:
    """The entries read, and those that could not be; what follows very many faults is in neither."""
    observations, unread = [], []
    for entry in entries:
        observed = observe(district, entry, catalogue, sources)
        if isinstance(observed, Observation):
            observations.append(observed)
            continue
        unread.append(entry)
        if len(faults) >= MOST_FINDINGS:
            faults.append(too_many_findings(entry.place))
            break
        faults.extend(observed)
    return tuple(observations), tuple(unread)


def _faults_of_head(head: HeadModel, identity: Identity, stem: str, root: MappingNode) -> list[Diagnostic]:
    """What the schema cannot know: the file's name, the provinces, the calendar, and that blanks are no name."""
    file = identity.file
    faults = [*_identity_faults(identity, stem), *blank(head.name, root, "name", file)]
    faults += blank_reasons(head.accepts, root, file)
    nodes = step_to(root, "sources")
    for id, source in head.sources.items():
        node = step_to(nodes, id) if nodes else None
        if isinstance(node, MappingNode):
            faults += blank(source.title, node, "title", file)
            if source.published and not _is_day(source.published):
                place = place_of(node, ("published",), file)
                message, hint = "the calendar has no such day", "correct the date of publication"
                faults.append(Diagnostic(findings.MALFORMED, place, message, hint, source.published))
    return faults


def _is_day(published: str) -> bool:
    try:
        return len(published) < len("2024-01-15") or bool(date.fromisoformat(published))
    except ValueError:
        return False


def _identity_faults(identity: Identity, stem: str) -> list[Diagnostic]:
    """What the schema cannot know: the name of the file, and the provinces."""
    faults = []
    if identity.id != stem:
        hint = f"write {stem} or rename the file" if is_id(stem) else f"rename the file to {identity.id}.yaml"
        place = identity.place_of("district")
        faults.append(Diagnostic(findings.OTHER_ID, place, "the id differs from the file's name", hint, identity.id))
    if identity.code and identity.code[:2] not in PROVINCES:
        hint = "the first two digits are the province, such as 33 for 浙江省"
        place = identity.place_of("code")
        message = "no province has this division code"
        faults.append(Diagnostic(findings.UNKNOWN_PROVINCE, place, message, hint, identity.code))
    return faults


def _entries(reading: Reading, root: MappingNode, file: str, faults: list[Diagnostic]) -> Iterator[Entry]:
    """The entries that are sound in form, each read by itself."""
    nodes = list_of(root, "entries", file, faults) if reading.written is None else reading.written
    new = tuple.__new__  # half the cost of Entry(...)
    for node in nodes:
        if not isinstance(node, Written):
            if len(faults) >= MOST_FINDINGS:
                faults.append(too_many_findings(place_of(node, (), file)))
                return
            yield from _checked_entry(node, file, faults)
            continue
        # The layout has judged already what the schema would judge.
        indicator, value, period, status, variant, scope, source, evidence, period_evidence, note = node.texts
        yield new(
            Entry,
            (
                indicator,
                value,
                period,
                source,
                evidence,
                period_evidence or "",
                _STATUSES[status],
                variant,
                wording_of(scope) if scope else _NO_WORDS,
                wording_of(note) if note else _NO_WORDS,
                (),
                new(Place, (file, node.line, 5)),
                offsets_of(node),
            ),
        )


def _checked_entry(node: Node, file: str, faults: list[Diagnostic]) -> Iterator[Entry]:
    model = checked(EntryModel, node, file, faults)
    if model is None or not isinstance(node, MappingNode):
        return
    faults += blank_reasons(model.accepts, node, file)
    if model.evidence.strip():
        yield _entry(model, node, file)
    else:
        faults.append(no_evidence(place_of(node, ("evidence",), file)))


def _sources_as_far_as_sound(root: MappingNode, entries: Iterable[Entry], file: str) -> dict[str, Source]:
    """The sources of a file whose head is wrong somewhere: whoever names one that is there but wrong is not at fault."""
    node = root.values.get("sources")
    if not isinstance(node, MappingNode):
        return {entry.source: Source(entry.source, Wording()) for entry in entries}
    models = {id: checked(SourceModel, below, file, []) for id, below in node.values.items()}
    return {
        id: Source(id, Wording()) if model is None else _source(id, model, root, file) for id, model in models.items()
    }


def _source(id: str, model: SourceModel, root: MappingNode, file: str) -> Source:
    return Source(
        id=id,
        title=wording(model.title),
        publisher=wording(model.publisher),
        published=model.published or "",
        url=model.url or "",
        file=model.file or "",
        places=_places_of_source(id, root, file),
    )


def _places_of_source(id: str, root: MappingNode, file: str) -> dict[str, Place]:
    node = step_to(root.values["sources"], id)
    values = node.values if isinstance(node, MappingNode) else {}
    places = {key: Place(file, value.line, value.column) for key, value in values.items()}
    return places | {"id": key_place(root, ("sources", id), file)}


def _identity(model: HeadModel, root: MappingNode, file: str) -> Identity:
    places: dict[str, Place] = {}
    for key in ("district", "code", "name"):
        if key in root.values:
            places[key] = place_of(root, (key,), file)
    for number in range(len(model.aliases)):
        places[f"aliases/{number}"] = place_of(root, ("aliases", number), file)
    return Identity(
        id=model.district,
        name=wording(model.name),
        code=model.code or "",
        within=wording(model.within),
        aliases=tuple(model.aliases),
        file=file,
        places=places,
    )


def _entry(model: EntryModel, node: MappingNode, file: str) -> Entry:
    return Entry(
        indicator=model.indicator,
        value=model.value,
        period=model.period,
        source=model.source,
        evidence=model.evidence,
        period_evidence=model.period_evidence,
        status=model.status,
        variant=model.variant,
        scope=wording(model.scope),
        note=wording(model.note),
        accepts=acceptances(model.accepts, node, file),
        place=Place(file, node.line, node.column),
        offsets={key: (value.line - node.line, value.column) for key, value in node.values.items()},
    )
