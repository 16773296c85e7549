"""From the tree of a file to the catalogue or a district; everything that cannot be used comes back as diagnostics.

A bad indicator or entry leaves out only itself: heads and items are validated apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue, Dimension, Indicator
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.district import PROVINCES, Acceptance, Entry, Identity, Source, Status
from eduindex.model.interval import Interval
from eduindex.model.names import is_id, suggestion
from eduindex.model.observation import District, Observation, observe
from eduindex.model.place import Place
from eduindex.model.wording import Wording
from eduindex.storage.canonical_entries import Written, offsets_of
from eduindex.storage.faults import WRONG_ID, diagnose, key_place, place_of, plain
from eduindex.storage.schema import (
    CatalogueHeadModel,
    EntryModel,
    HeadModel,
    IndicatorModel,
    SourceModel,
    WordingModel,
)
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Node, Scalar, Sequence
from eduindex.storage.yaml_reading import Reading

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

_STATUSES: dict[str | None, Status] = {None: Status.ACTUAL, **{status.value: status for status in Status}}
_NO_WORDS = Wording()


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What a file holds and what is wrong with it.

    ``value`` is ``None`` where the file cannot be used as a whole; ``partial`` is what could be read of it even then.
    """

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()
    partial: T | None = None


def load_catalogue(reading: Reading, file: str) -> Loaded[Catalogue]:
    """The catalogue that a file says; an indicator that is wrong is left out."""
    faults = list(reading.diagnostics)
    head = _checked(CatalogueHeadModel, reading.root, file, faults, without=("indicators", "standards", "indexes"))
    if head is None or not isinstance(reading.root, MappingNode):
        return Loaded(None, tuple(faults))
    dimensions = {id: Dimension(id, _wording(name)) for id, name in head.dimensions.items()}
    indicators: dict[str, Indicator] = {}
    nodes = _items_of(reading.root, "indicators", file, faults)
    for id, node in nodes.items():
        if not is_id(id):
            place = key_place(reading.root, ("indicators", id), file)
            faults.append(Diagnostic(findings.MALFORMED, place, *WRONG_ID, id))
            continue
        model = _checked(IndicatorModel, node, file, faults)
        if model is not None and isinstance(node, MappingNode):
            place = key_place(reading.root, ("indicators", id), file)
            indicators[id] = _indicator(id, model, place, node)
    faults += _unknown_dimensions(indicators, dimensions, reading.root, file)
    faults += _unknown_in_standards(nodes, reading.root, file)
    left_out = tuple(id for id in nodes if id not in indicators)
    catalogue = Catalogue(dimensions, indicators, _acceptances(head.accepts, reading.root, file), left_out)
    return Loaded(catalogue, tuple(faults))


def load_district(reading: Reading, file: str, stem: str, catalogue: Catalogue) -> Loaded[District]:
    """The district that a file says whose name without its ending is ``stem``; an entry that is wrong is left out.

    A head that is wrong makes the district unusable, but its entries are read all the same.
    """
    faults = list(reading.diagnostics)
    root = reading.root
    if not isinstance(root, MappingNode):
        _checked(HeadModel, root, file, faults)
        return Loaded(None, tuple(faults))
    head = _checked(HeadModel, root, file, faults, without=("entries",))
    entries = list(_entries(reading, root, file, faults))
    is_complete = not faults
    accepts: tuple[Acceptance, ...] = ()
    if head is None:
        identity = Identity(stem, Wording(), file=file)
        sources = _sources_as_far_as_sound(root, entries, file)
    else:
        identity, accepts = _identity(head, root, file), _acceptances(head.accepts, root, file)
        sources = {id: _source(id, model, root, file) for id, model in head.sources.items()}
        faults += [*_identity_faults(identity, stem), *_impossible_dates(sources, root, file)]
    usable = head is not None and identity.id == stem
    observations, unread = [], []
    for entry in entries:
        observed = observe(identity.id, entry, catalogue, sources)
        if isinstance(observed, Observation):
            observations.append(observed)
        else:
            unread.append(entry)
            faults.extend(observed)
    district = District(identity, sources, tuple(observations), tuple(unread), accepts, is_complete)
    return Loaded(district if usable else None, tuple(faults), district)


def _impossible_dates(sources: Mapping[str, Source], root: MappingNode, file: str) -> list[Diagnostic]:
    """Dates of publication that no calendar has, such as 2024-02-30."""
    message, hint = "the calendar has no such day", "correct the date of publication"
    return [
        Diagnostic(
            findings.MALFORMED, place_of(root, ("sources", id, "published"), file), message, hint, source.published
        )
        for id, source in sources.items()
        if not _is_day(source.published)
    ]


def _is_day(published: str) -> bool:
    try:
        return len(published) < len("2024-01-15") or bool(date.fromisoformat(published))
    except ValueError:
        return False


def _identity_faults(identity: Identity, stem: str) -> list[Diagnostic]:
    """What the schema cannot know: the name of the file, and the provinces."""
    faults = []
    if identity.id != stem:
        hint = f"write {stem} or rename the file"
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
    nodes = _list_of(root, "entries", file, faults) if reading.written is None else reading.written
    new = tuple.__new__  # half the cost of Entry(...)
    for node in nodes:
        if not isinstance(node, Written):
            model = _checked(EntryModel, node, file, faults)
            if model is not None and isinstance(node, MappingNode):
                yield _entry(model, node, file)
            continue
        # The layout has judged already what the schema would judge.
        indicator, value, period, status, variant, scope, source, evidence, period_evidence, note, _ = node.texts
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
                Wording(scope, scope) if scope else _NO_WORDS,
                Wording(note, note) if note else _NO_WORDS,
                (),
                new(Place, (file, node.line, 5)),
                offsets_of(node),
            ),
        )


def _sources_as_far_as_sound(root: MappingNode, entries: Iterable[Entry], file: str) -> dict[str, Source]:
    """The sources of a file whose head is wrong somewhere: whoever names one that is there but wrong is not at fault."""
    node = root.values.get("sources")
    if not isinstance(node, MappingNode):
        return {entry.source: Source(entry.source, Wording()) for entry in entries}
    models = {id: _checked(SourceModel, below, file, []) for id, below in node.values.items()}
    return {
        id: Source(id, Wording()) if model is None else _source(id, model, root, file) for id, model in models.items()
    }


def _checked(
    model: type[M], node: Node | None, file: str, faults: list[Diagnostic], without: tuple[str, ...] = ()
) -> M | None:
    """The node as the model reads it; its faults are added to ``faults``."""
    if node is None:
        return None
    if not isinstance(node, MappingNode):
        faults.append(Diagnostic(findings.WRONG_KIND, place_of(node, (), file), "keys with values are expected here"))
        return None
    content = {key: plain(value) for key, value in node.values.items() if key not in without}
    try:
        return model.model_validate(content)
    except ValidationError as error:
        faults.extend(diagnose(error, node, file, model))
        return None


def _items_of(root: MappingNode, key: str, file: str, faults: list[Diagnostic]) -> Mapping[str, Node]:
    node = root.values.get(key)
    if isinstance(node, MappingNode):
        return node.values
    faults.append(_missing_or_wrong(root, key, file, "keys with values are expected here"))
    return {}


def _list_of(root: MappingNode, key: str, file: str, faults: list[Diagnostic]) -> list[Node]:
    node = root.values.get(key)
    if isinstance(node, Sequence):
        return node.items
    faults.append(_missing_or_wrong(root, key, file, "a list is expected here"))
    return []


def _missing_or_wrong(root: MappingNode, key: str, file: str, expectation: str) -> Diagnostic:
    if key in root.values:
        return Diagnostic(findings.WRONG_KIND, place_of(root, (key,), file), f"{key}: {expectation}")
    return Diagnostic(
        findings.MISSING_KEY, Place(file, root.line, root.column), f"the key {key!r} is missing", "add it"
    )


def _unknown_dimensions(
    indicators: dict[str, Indicator], dimensions: Mapping[str, Dimension], root: Node, file: str
) -> list[Diagnostic]:
    """Leave out indicators of dimensions that the catalogue does not define."""
    unknown = [indicator for indicator in indicators.values() if indicator.dimension not in dimensions]
    for indicator in unknown:
        del indicators[indicator.id]
    return [
        Diagnostic(
            findings.UNKNOWN_DIMENSION,
            place_of(root, ("indicators", indicator.id, "dimension"), file),
            "the catalogue has no such dimension",
            suggestion(indicator.dimension, dimensions) or f"it has: {', '.join(dimensions)}",
            indicator.dimension,
        )
        for indicator in unknown
    ]


def _unknown_in_standards(indicators: Mapping[str, Node], root: MappingNode, file: str) -> list[Diagnostic]:
    """What standards name that does not exist: indicators, and variants of those that do."""
    node = root.values.get("standards")
    faults = []
    for standard in node.values.values() if isinstance(node, MappingNode) else ():
        named, variant = _scalar(standard, "indicator"), _scalar(standard, "variant")
        if named is not None and named.text not in indicators:
            hint = suggestion(named.text, indicators) or "add it to the indicators or correct the id"
            faults.append(_unknown_in_standard(named, "indicator", hint, file))
        elif named is not None and variant is not None:
            variants = _step_to(indicators[named.text], "variants")
            known = variants.values if isinstance(variants, MappingNode) else {}
            if variant.text not in known:
                hint = suggestion(variant.text, known) or f"{named.text} has: {', '.join(known) or 'none'}"
                faults.append(_unknown_in_standard(variant, "variant", hint, file))
    return faults


def _unknown_in_standard(named: Scalar, what: str, hint: str, file: str) -> Diagnostic:
    place = Place(file, named.line, named.column)
    return Diagnostic(
        findings.UNKNOWN_IN_STANDARD, place, f"the standard names no {what} of the catalogue", hint, named.text
    )


def _step_to(node: Node, key: str) -> Node | None:
    return node.values.get(key) if isinstance(node, MappingNode) else None


def _scalar(node: Node, key: str) -> Scalar | None:
    below = _step_to(node, key)
    return below if isinstance(below, Scalar) else None


def _wording(model: WordingModel) -> Wording:
    return Wording(model.zh, model.en)


def _indicator(id: str, model: IndicatorModel, place: Place, node: MappingNode) -> Indicator:
    return Indicator(
        id=id,
        name=_wording(model.name),
        dimension=model.dimension,
        kind=model.kind,
        unit=model.unit,
        time=model.time,
        direction=model.direction,
        definition=_wording(model.definition),
        measures=tuple(model.measures),
        variants={key: _wording(words) for key, words in model.variants.items()},
        usual=model.usual,
        variant_mixing=model.variant_mixing,
        comparable_within=model.comparable_within,
        levels=tuple(model.levels),
        natural_range=Interval(model.range.low, model.range.high),
        mentions=tuple(model.mentions),
        place=place,
        places={key: Place(place.file, below.line, below.column) for key, below in node.values.items()},
    )


def _source(id: str, model: SourceModel, root: MappingNode, file: str) -> Source:
    return Source(
        id=id,
        title=_wording(model.title),
        publisher=_wording(model.publisher),
        published=model.published or "",
        url=model.url or "",
        file=model.file or "",
        place=key_place(root, ("sources", id), file),
    )


def _identity(model: HeadModel, root: MappingNode, file: str) -> Identity:
    places: dict[str, Place] = {}
    for key in ("district", "code", "name"):
        if key in root.values:
            places[key] = place_of(root, (key,), file)
    for number, alias in enumerate(model.aliases):
        places[alias] = place_of(root, ("aliases", number), file)
    return Identity(
        id=model.district,
        name=_wording(model.name),
        code=model.code or "",
        within=_wording(model.within),
        aliases=tuple(model.aliases),
        file=file,
        places=places,
    )


def _acceptances(accepts: Mapping[str, str], node: MappingNode, file: str) -> tuple[Acceptance, ...]:
    return tuple(Acceptance(code, reason, key_place(node, ("accepts", code), file)) for code, reason in accepts.items())


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
        scope=_wording(model.scope),
        note=_wording(model.note),
        accepts=_acceptances(model.accepts, node, file),
        place=Place(file, node.line, node.column),
        offsets={key: (value.line - node.line, value.column) for key, value in node.values.items()},
    )
