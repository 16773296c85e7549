"""From the tree of ``indicators.yaml`` to the catalogue; an indicator or standard that is wrong is left out and told."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue, Dimension, Indicator
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.interval import Interval
from eduindex.model.names import is_id, suggestion
from eduindex.model.place import Place
from eduindex.model.shortening import listed
from eduindex.storage.checked_nodes import (
    Loaded,
    acceptances,
    blank,
    blank_reasons,
    checked,
    items_of,
    wording,
)
from eduindex.storage.faults import WRONG_ID, key_place, place_of
from eduindex.storage.schema import CatalogueHeadModel, IndicatorModel
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Node, Sequence
from eduindex.storage.yaml_reading import Reading

if TYPE_CHECKING:  # few commands read standards
    from eduindex.model.standard import Standard


def load_catalogue(reading: Reading, file: str, *, standards: bool = True) -> Loaded[Catalogue]:
    """The catalogue that a file says, with or without its standards; an indicator or standard that is wrong is left out."""
    faults = list(reading.diagnostics)
    root = reading.root
    head = checked(CatalogueHeadModel, root, file, faults, without=("indicators", "standards", "indexes"))
    if head is None or not isinstance(root, MappingNode):
        return Loaded(None, tuple(faults))
    dimensions = {id: Dimension(id, wording(name)) for id, name in head.dimensions.items()}
    nodes = items_of(root, "indicators", file, faults)
    indicators = _indicators(nodes or {}, root, file, faults)
    faults += blank_reasons(head.accepts, root, file)
    faults += _unknown_dimensions(indicators, dimensions, root, file)
    read = _standards(root, file, nodes or {}, indicators, faults) if standards else {}
    left_out = None if nodes is None else tuple(id for id in nodes if id not in indicators)
    catalogue = Catalogue(dimensions, indicators, acceptances(head.accepts, root, file), left_out, read)
    return Loaded(catalogue, tuple(faults))


def _standards(
    root: MappingNode,
    file: str,
    nodes: Mapping[str, Node],
    indicators: Mapping[str, Indicator],
    faults: list[Diagnostic],
) -> "dict[str, Standard]":
    from eduindex.storage.standard_loading import load_standards  # noqa: PLC0415 - see above

    return load_standards(root, file, nodes, indicators, faults)


def _indicators(
    nodes: Mapping[str, Node], root: MappingNode, file: str, faults: list[Diagnostic]
) -> dict[str, Indicator]:
    indicators: dict[str, Indicator] = {}
    for id, node in nodes.items():
        place = key_place(root, ("indicators", id), file)
        if not is_id(id):
            faults.append(Diagnostic(findings.MALFORMED, place, *WRONG_ID, id))
            continue
        model = checked(IndicatorModel, node, file, faults)
        if model is None or not isinstance(node, MappingNode):
            continue
        faults += blank(model.name, node, "name", file)
        indicators[id] = _indicator(id, model, place, node)
    return indicators


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
            suggestion(indicator.dimension, dimensions) or f"it has: {listed(dimensions)}",
            indicator.dimension,
        )
        for indicator in unknown
    ]


def _indicator(id: str, model: IndicatorModel, place: Place, node: MappingNode) -> Indicator:
    return Indicator(
        id=id,
        name=wording(model.name),
        dimension=model.dimension,
        kind=model.kind,
        unit=model.unit,
        time=model.time,
        direction=model.direction,
        definition=wording(model.definition),
        measures=tuple(model.measures),
        variants={key: wording(words) for key, words in model.variants.items()},
        usual=model.usual,
        variant_mixing=model.variant_mixing,
        comparable_within=model.comparable_within,
        levels=tuple(model.levels),
        natural_range=Interval(model.range.low, model.range.high),
        mentions=tuple(model.mentions),
        variant_mentions={variant: tuple(words) for variant, words in model.variant_mentions.items()},
        place=place,
        places=_places(node, place.file),
    )


def _places(node: MappingNode, file: str) -> dict[str, Place]:
    """Where the value of each key stands, and each item of a list by ``key/number``."""
    places: dict[str, Place] = {}
    for key, below in node.values.items():
        places[key] = Place(file, below.line, below.column)
        if isinstance(below, Sequence):
            for number, item in enumerate(below.items):
                places[f"{key}/{number}"] = Place(file, item.line, item.column)
    return places
