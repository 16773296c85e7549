"""A catalogue of a dozen made-up indicators, and districts from terse literals, read by the real ``observe``.

``district("a", says("coverage", "98.20%", "2023"))`` is a whole district; ``compared(a, b, targets=True)`` compares two.
By default an entry prints its date and the report is undated, so that a test sees only the caveats that it asks for.
"""

from decimal import Decimal

from eduindex.analysis.choosing import Choice
from eduindex.analysis.comparison import Comparison, Row, compare
from eduindex.analysis.figures import Figure, series_of
from eduindex.analysis.verdict import Pairing
from eduindex.model.catalogue import Border, Catalogue, Dimension, Direction, Indicator, Kind, Time, VariantMixing
from eduindex.model.district import Entry, Identity, Source, Status
from eduindex.model.interval import Interval
from eduindex.model.observation import District, Observation, observe
from eduindex.model.wording import Wording

SHARE = Interval(Decimal(0), Decimal(100))
NOT_NEGATIVE = Interval(Decimal(0), None)
VARIANTS = {"children": Wording(en="by children"), "places": Wording(en="by places"), "rooms": Wording(en="by rooms")}


def indicator(id, kind, unit, time, direction="higher", natural_range=NOT_NEGATIVE, dimension="first", **more):
    name = Wording(en=id)
    return Indicator(
        id, name, dimension, Kind(kind), unit, Time(time), Direction(direction), natural_range=natural_range, **more
    )


def share(id, direction="higher", time="stock", **more):
    return indicator(id, "share", "%", time, direction, SHARE, **more)


_INDICATORS = (
    share("coverage"),
    share("dropouts", "lower"),
    share("private", "neutral"),
    share("rotation", time="flow"),
    indicator("growth", "rate", "%", "flow", natural_range=Interval(None, None)),
    indicator("class_ratio", "ratio", ":1", "stock", "lower"),
    indicator("spread", "ratio", "比值", "stock", "lower"),
    indicator("schools", "count", "所", "stock"),
    indicator("leavers", "count", "人", "flow", "lower", measures=("名",)),
    indicator("recruited", "count", "人", "flow", measures=("名",)),
    indicator("spending", "amount", "万元", "flow", dimension="second"),
    indicator("aid", "amount", "万元", "flow", "neutral", dimension="second"),
    indicator("grade", "grade", "等第", "stock", natural_range=Interval(None, None), levels=("C", "B", "A")),
    indicator("rank", "rank", "名次", "stock", "lower", Interval(Decimal(1), None), measures=("名",)),
    share("provincial", comparable_within=Border.PROVINCE),
    share("municipal", comparable_within=Border.CITY),
    share("by_ways", variants=VARIANTS),
    share("by_usual_ways", variants=VARIANTS, usual="children"),
    share("by_mixed_ways", variants=VARIANTS, variant_mixing=VariantMixing.WARN),
    indicator("added", "count", "个", "flow", variants=VARIANTS),
)
CATALOGUE = Catalogue(
    {id: Dimension(id, Wording(en=id)) for id in ("first", "second")}, {each.id: each for each in _INDICATORS}
)


def says(
    indicator, value, period, *, variant=None, scope="", target=False, evidence="", dated=True, note="", source="report"
):
    """An entry; ``dated`` says whether the source prints a date."""
    return Entry(
        indicator=indicator,
        value=value,
        period=period,
        source=source,
        evidence=evidence or value,
        period_evidence="2023年" if dated else "",
        status=Status.TARGET if target else Status.ACTUAL,
        variant=variant,
        scope=Wording(zh=scope),
        note=Wording(en=note),
    )


def district(id, *entries, code="330302", published="undated", catalogue=CATALOGUE):
    """A district whose sources ``report`` and ``yearbook`` came out in ``published``."""
    sources = {name: Source(name, Wording(en=name), published=published) for name in ("report", "yearbook")}
    observations = tuple(observe(id, entry, catalogue, sources) for entry in entries)
    unread = [each for each in observations if not isinstance(each, Observation)]
    assert not unread, unread
    return District(Identity(id, Wording(en=id), code), sources, observations)


def compared(*districts: District, **choice) -> Comparison:
    return compare(CATALOGUE, districts, Choice(**choice))


def rows_of(*districts: District, **choice) -> tuple[Row, ...]:
    return compared(*districts, **choice).rows


def only_row(*districts: District, **choice) -> Row:
    (row,) = rows_of(*districts, **choice)
    return row


def only_pairing(*districts: District, **choice) -> Pairing:
    """The pairing of two districts that share one row."""
    (pairing,) = only_row(*districts, **choice).pairings
    assert pairing is not None
    return pairing


def pairing_of(indicator: str, first: tuple[str, str], other: tuple[str, str]) -> Pairing:
    """Two districts compared by one figure each, given as (value, period)."""
    return only_pairing(district("a", says(indicator, *first)), district("b", says(indicator, *other)))


def only_figure(*entries: Entry, **more) -> Figure:
    """The one figure that these entries of a district make."""
    (series,) = series_of(district("a", *entries, **more))
    (figure,) = series.figures
    return figure


def shown(figure: Figure | None) -> tuple[str, str] | None:
    """What was printed (the first value) and its period, for short expectations."""
    return None if figure is None else (figure.observations[0].entry.value, str(figure.period))


def effects(pairing: Pairing) -> dict[str, str]:
    """The caveats' codes and effects."""
    return {str(caveat.code): str(caveat.effect) for caveat in pairing.caveats}


def interval(low, high, low_open=False, high_open=False) -> Interval:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Interval(*ends, low_open, high_open)
