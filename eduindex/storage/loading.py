"""From the tree of a file to the catalogue or a district; everything that cannot be used comes back as diagnostics.

A bad indicator or entry leaves out only itself: heads and items are validated apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue, Dimension, Indicator
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.district import Entry, Identity, Source
from eduindex.model.interval import Interval
from eduindex.model.names import suggestion
from eduindex.model.observation import District, Observation, observe
from eduindex.model.place import Place
from eduindex.model.wording import Wording
from eduindex.storage.faults import diagnose, key_place, place_of, plain
from eduindex.storage.schema import (
    CatalogueHeadModel,
    EntryModel,
    HeadModel,
    IndicatorModel,
    SourceModel,
    WordingModel,
)
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Node, Sequence
from eduindex.storage.yaml_reading import Reading

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What a file holds, as far as it could be read, and what is wrong with it."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


def load_catalogue(reading: Reading, file: str) -> Loaded[Catalogue]:
    """The catalogue that a file says; an indicator that is wrong is left out."""
    faults = list(reading.diagnostics)
    head = _checked(CatalogueHeadModel, reading.root, file, faults, without=("indicators", "standards", "indexes"))
    if head is None or not isinstance(reading.root, MappingNode):
        return Loaded(None, tuple(faults))
    dimensions = {id: Dimension(id, _wording(name)) for id, name in head.dimensions.items()}
    indicators: dict[str, Indicator] = {}
    for id, node in _items_of(reading.root, "indicators", file, faults).items():
        model = _checked(IndicatorModel, node, file, faults)
        if model is not None:
            indicators[id] = _indicator(id, model, key_place(reading.root.values["indicators"], (id,), file))
    faults += _unknown_dimensions(indicators, dimensions, reading.root, file)
    return Loaded(Catalogue(dimensions, indicators), tuple(faults))


def load_district(reading: Reading, file: str, stem: str, catalogue: Catalogue) -> Loaded[District]:
    """The district that a file says whose name without its ending is ``stem``; an entry that is wrong is left out."""
    faults = list(reading.diagnostics)
    head = _checked(HeadModel, reading.root, file, faults, without=("entries",))
    if head is None or not isinstance(reading.root, MappingNode):
        return Loaded(None, tuple(faults))
    if head.district != stem:
        place = place_of(reading.root, ("district",), file)
        hint = f"write {stem} or rename the file"
        faults.append(Diagnostic(findings.OTHER_ID, place, "the id differs from the file's name", hint, head.district))
        return Loaded(None, tuple(faults))
    sources = {id: _source(id, model) for id, model in head.sources.items()}
    observations: list[Observation] = []
    for node in _list_of(reading.root, "entries", file, faults):
        model = _checked(EntryModel, node, file, faults)
        if model is None:
            continue
        observed = observe(head.district, _entry(model, node, file), catalogue, sources)
        if isinstance(observed, Observation):
            observations.append(observed)
        else:
            faults.extend(observed)
    return Loaded(District(_identity(head, file), sources, tuple(observations)), tuple(faults))


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


def _wording(model: WordingModel) -> Wording:
    return Wording(model.zh, model.en)


def _indicator(id: str, model: IndicatorModel, place: Place) -> Indicator:
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
    )


def _source(id: str, model: SourceModel) -> Source:
    return Source(
        id=id,
        title=_wording(model.title),
        publisher=_wording(model.publisher),
        published=model.published or "",
        url=model.url or "",
        file=model.file or "",
    )


def _identity(model: HeadModel, file: str) -> Identity:
    return Identity(
        id=model.district,
        name=_wording(model.name),
        code=model.code or "",
        within=_wording(model.within),
        aliases=tuple(model.aliases),
        file=file,
    )


def _entry(model: EntryModel, node: Node, file: str) -> Entry:
    places = {}
    if isinstance(node, MappingNode):
        places = {key: Place(file, value.line, value.column) for key, value in node.values.items()}
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
        accepts=model.accepts,
        place=Place(file, node.line, node.column),
        places=places,
    )
