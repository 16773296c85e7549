"""From the block ``standards`` of ``indicators.yaml`` to the standards; one that is wrong is left out and told.

What a standard names is looked up in the file and not in what could be read of it: an indicator with a fault of its own is told
once, and the standards on it are left out without a word.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Final, NamedTuple

from eduindex.model import findings
from eduindex.model.catalogue import Indicator, Kind, Time
from eduindex.model.conversion import Misfit
from eduindex.model.diagnostic import Diagnostic
from eduindex.model.interval import Interval
from eduindex.model.names import is_id, suggestion
from eduindex.model.place import Place
from eduindex.model.shortening import listed, shortened
from eduindex.model.standard import PREVIOUS_YEAR, Operator, Standard, required_values
from eduindex.storage.checked_nodes import blank, checked, items_of, scalar_at, step_to, wording
from eduindex.storage.faults import WRONG_ID, key_place, place_of
from eduindex.storage.standard_schema import StandardModel
from eduindex.storage.tree import Mapping as MappingNode
from eduindex.storage.tree import Node, Scalar, Sequence

_MOST_NAMES: Final = 50  # that are looked up for one standard; no indicator has as many variants


class _Written(NamedTuple):
    """A standard that is sound in form, and where it stands."""

    id: str
    model: StandardModel
    node: MappingNode
    place: Place

    def place_of(self, *path: str | int) -> Place:
        """Where the value at ``path`` stands."""
        return place_of(self.node, path, self.place.file)

    def key_place(self, key: str) -> Place:
        """Where the key itself stands."""
        return key_place(self.node, (key,), self.place.file)


def load_standards(
    root: MappingNode,
    file: str,
    nodes: Mapping[str, Node],
    indicators: Mapping[str, Indicator],
    faults: list[Diagnostic],
) -> dict[str, Standard]:
    """The standards by their ids. ``nodes`` are the indicators as the file has them, ``indicators`` those that could be read."""
    standards: dict[str, Standard] = {}
    if "standards" not in root.values:
        return standards
    for id, node in (items_of(root, "standards", file, faults) or {}).items():
        place = key_place(root, ("standards", id), file)
        if not is_id(id):
            faults.append(Diagnostic(findings.MALFORMED, place, *WRONG_ID, id))
            continue
        found: list[Diagnostic] = []
        model = checked(StandardModel, node, file, found)
        found += _unknown_names(node, nodes, file)
        if model is not None and isinstance(node, MappingNode):
            found += blank(model.document, node, "document", file)
            standard = _read(_Written(id, model, node, place), indicators, found)
            if standard is not None and not found:
                standards[id] = standard
        faults += found
    return standards


def _unknown_names(standard: Node, nodes: Mapping[str, Node], file: str) -> Iterator[Diagnostic]:
    """What the standard names that does not exist: indicators, and variants of those that do."""
    for key in ("indicator", "growth"):
        named = scalar_at(standard, key)
        if named is not None and is_id(named.text) and named.text not in nodes:
            hint = suggestion(named.text, nodes) or "add it to the indicators or correct the id"
            yield _unknown(named, "indicator", hint, file)
    indicator = scalar_at(standard, "indicator")
    if indicator is None or indicator.text not in nodes:
        return
    variants = step_to(nodes[indicator.text], "variants")
    known = variants.values if isinstance(variants, MappingNode) else {}
    for named in islice(_named_variants(standard), _MOST_NAMES):
        if is_id(named.text) and named.text not in known:
            hint = suggestion(named.text, known) or f"{shortened(indicator.text)} has: {listed(known)}"
            yield _unknown(named, "variant", hint, file)


def _named_variants(standard: Node) -> Iterator[Scalar]:
    each = step_to(standard, "each")
    listed_ones = each.items if isinstance(each, Sequence) else ()
    return (node for node in chain((step_to(standard, "variant"),), listed_ones) if isinstance(node, Scalar))


def _unknown(named: Scalar, what: str, hint: str, file: str) -> Diagnostic:
    place = Place(file, named.line, named.column)
    return Diagnostic(
        findings.UNKNOWN_IN_STANDARD, place, f"the standard names no {what} of the catalogue", hint, named.text
    )


def _read(written: _Written, indicators: Mapping[str, Indicator], faults: list[Diagnostic]) -> Standard | None:
    """The standard, ``None`` where its indicator or threshold is of no use; what is wrong with it is added to ``faults``."""
    model = written.model
    indicator, growth = indicators.get(model.indicator), indicators.get(model.growth or "")
    operator = _operator(written, faults)
    faults += _contradictions(written, indicator, growth)
    if indicator is None or operator is None:
        return None
    required = _required(written, operator, indicator)
    if isinstance(required, Diagnostic):
        faults.append(required)
        return None
    if model.growth is not None and growth is None:
        return None
    return Standard(
        id=written.id,
        indicator=indicator,
        level=model.level,
        operator=operator,
        threshold=str(getattr(model, operator)),
        required=required,
        variant=model.variant,
        each=tuple(model.each),
        per_year=model.per_year == "true",
        due=None if model.due is None else int(model.due),
        growth=growth,
        document=wording(model.document),
        number=model.number.strip(),
        attested=model.attested,
        note=wording(model.note),
        place=written.place,
    )


def _operator(written: _Written, faults: list[Diagnostic]) -> Operator | None:
    """The one operator that stands, of several the first."""
    standing = [Operator(key) for key in written.node.keys if key in tuple(Operator)]
    if not standing:
        message = "the standard has no threshold"
        hint = f"write one of {', '.join(Operator)}"
        faults.append(Diagnostic(findings.NO_SINGLE_THRESHOLD, written.place_of(), message, hint))
        return None
    for another in standing[1:]:
        message = f"the standard has a threshold already, at {standing[0]}"
        hint = "keep one of the two, or make two standards of it"
        faults.append(Diagnostic(findings.NO_SINGLE_THRESHOLD, written.key_place(another), message, hint, another))
    return standing[0]


def _required(written: _Written, operator: Operator, indicator: Indicator) -> Interval | Diagnostic | None:
    """The values that meet the standard, ``None`` for those of the previous year, or why its threshold is none."""
    threshold = str(getattr(written.model, operator))
    if threshold == PREVIOUS_YEAR and operator is Operator.AT_LEAST:
        return None
    required = required_values(operator, threshold, indicator)
    if not isinstance(required, Misfit):
        return required
    if threshold == PREVIOUS_YEAR:
        message, hint = f"only at_least holds {PREVIOUS_YEAR}", f"write at_least: {PREVIOUS_YEAR}, or a value"
    else:
        message = f"the threshold does not fit {indicator.id}: {required.reason}"
        hint = _threshold_hint(operator, indicator)
    return Diagnostic(findings.UNFIT_THRESHOLD, written.place_of(operator), message, hint, threshold)


def _threshold_hint(operator: Operator, indicator: Indicator) -> str:
    if indicator.kind is Kind.GRADE:
        return f"write one of its levels: {listed(indicator.levels)}"
    previous = f", or {PREVIOUS_YEAR}" if operator is Operator.AT_LEAST else ""
    return f"write one exact value{previous}; {indicator.id} is counted in {shortened(indicator.unit)}"


def _contradictions(written: _Written, indicator: Indicator | None, growth: Indicator | None) -> Iterator[Diagnostic]:
    """Keys that exclude each other, or that say nothing of these indicators."""
    model = written.model
    if indicator is not None and model.per_year == "true" and indicator.time is Time.STOCK:
        message = f"{indicator.id} is a stock, which holds at a moment and not for a year"
        yield _contradiction(written.key_place("per_year"), message, "remove per_year", "per_year")
    if model.variant is not None and model.each:
        message = "the standard counts one variant or each of several, and here it says both"
        yield _contradiction(written.key_place("each"), message, "keep one of variant and each", "each")
    for number in _repeated(model.each):
        message = "this variant is listed already"
        yield _contradiction(written.place_of("each", number), message, "remove one of the two", model.each[number])
    if model.growth is not None and model.at_least != PREVIOUS_YEAR:
        message = "a growth meets only a standard that compares with the year before"
        hint = f"write at_least: {PREVIOUS_YEAR}, or remove growth"
        yield _contradiction(written.key_place("growth"), message, hint, "growth")
    elif growth is not None and not _may_fall(growth):
        message = "no value of this indicator is below zero, so it cannot print a growth"
        hint = "name the indicator that prints the change against the year before, or remove growth"
        yield _contradiction(written.place_of("growth"), message, hint, growth.id)


def _contradiction(place: Place, message: str, hint: str, quoted: str) -> Diagnostic:
    return Diagnostic(findings.CONTRADICTORY_STANDARD, place, message, hint, quoted)


def _repeated(names: Iterable[str]) -> Iterator[int]:
    """The numbers of the names that stood there before."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            yield number
        seen.add(name)


def _may_fall(growth: Indicator) -> bool:
    low = growth.limits.low
    return low is None or low < 0
