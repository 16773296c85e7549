"""A catalogue and districts whose Chinese and English texts all differ, so that a wrong language shows.

``district("quzhou", says("coverage", "95%以上"))`` is a whole district, read by the real ``observe``. By default an entry
prints its date and its report is undated, so that a test sees only the caveats that it asks for.
"""

from decimal import Decimal

from eduindex.analysis.change import Changes, change_over_time
from eduindex.analysis.choosing import Choice
from eduindex.analysis.comparison import Comparison, compare
from eduindex.analysis.figures import Figure, series_of
from eduindex.analysis.verdict import Pairing
from eduindex.model.catalogue import Border, Catalogue, Dimension, Direction, Indicator, Kind, Time, VariantMixing
from eduindex.model.district import Entry, Identity, Source, Status
from eduindex.model.interval import Interval
from eduindex.model.observation import District, Observation, observe
from eduindex.model.place import Place
from eduindex.model.wording import Language, Wording

ZH, EN = Language.ZH, Language.EN
LANGUAGES = (ZH, EN)
SHARE = Interval(Decimal(0), Decimal(100))
NOT_NEGATIVE = Interval(Decimal(0), None)
UNLIMITED = Interval(None, None)
VARIANTS = {"children": Wording("按幼儿", "by children"), "places": Wording("按学位", "by places")}
NAMES = {
    "quzhou": Wording("衢州", "Quzhou"),
    "ouhai": Wording("瓯海", "Ouhai"),
    "zhangping": Wording("漳平", "Zhangping"),
}
WITHIN = Wording("浙江省", "Zhejiang")


def _indicator(id, zh, kind, unit, time="stock", direction="higher", natural_range=NOT_NEGATIVE, **more):
    dimension = more.pop("dimension", "children")
    return Indicator(
        id,
        Wording(zh, id.replace("_", " ").capitalize()),
        dimension,
        Kind(kind),
        unit,
        Time(time),
        Direction(direction),
        natural_range=natural_range,
        **more,
    )


def _share(id, zh, time="stock", **more):
    return _indicator(id, zh, "share", "%", time, natural_range=SHARE, **more)


_INDICATORS = (
    _share("coverage", "覆盖率"),
    _indicator("dropouts", "辍学率", "share", "%", direction="lower", natural_range=SHARE),
    _share("rotation", "交流率", time="flow"),
    _indicator("growth", "增长率", "rate", "%", "flow", natural_range=UNLIMITED),
    _indicator("class_ratio", "班师比", "ratio", ":1", direction="lower"),
    _indicator("spread", "差异系数", "ratio", "比值", direction="lower"),
    _indicator("schools", "学校数", "count", "所"),
    _indicator("recruited", "新聘教师", "count", "人", "flow", measures=("名",)),
    _indicator("spending", "投入", "amount", "万元", "flow", dimension="money"),
    _indicator("subsidy", "补贴", "amount", "元", dimension="money"),
    _indicator("grade", "等第", "grade", "等第", natural_range=UNLIMITED, levels=("C", "B", "A")),
    _indicator("rank", "名次", "rank", "名次", direction="lower", natural_range=Interval(Decimal(1), None)),
    _share("provincial", "省评率", comparable_within=Border.PROVINCE),
    _share("municipal", "市评率", comparable_within=Border.CITY),
    _share("by_ways", "多口径", variants=VARIANTS),
    _share("by_usual_ways", "通常口径率", variants=VARIANTS, usual="children"),
    _share("by_mixed_ways", "混合口径率", variants=VARIANTS, variant_mixing=VariantMixing.WARN),
    _share(
        "by_usual_mixed_ways",
        "混合通常率",
        variants=VARIANTS,
        usual="children",
        variant_mixing=VariantMixing.WARN,
    ),
)
CATALOGUE = Catalogue(
    {
        "children": Dimension("children", Wording("儿童", "Children")),
        "money": Dimension("money", Wording("经费", "Money")),
    },
    {each.id: each for each in _INDICATORS},
)


def says(
    indicator,
    value,
    period="2023",
    *,
    variant=None,
    scope=Wording(),
    target=False,
    evidence="",
    dated=True,
    note=Wording(),
    source="report",
    line=0,
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
        scope=scope,
        note=note,
        place=Place("samples/x.yaml", line),
    )


def district(id, *entries, code="330302", published="undated", within=WITHIN):
    """A district with the sources ``report`` (of ``published``) and ``yearbook`` (with publisher and address)."""
    sources = {
        "report": Source("report", Wording("年报", "Annual report"), published=published),
        "yearbook": Source(
            "yearbook",
            Wording("年鉴", "Yearbook"),
            Wording("教育局", "Bureau"),
            "2024-04-03",
            "https://example.org",
            "y.txt",
        ),
    }
    observations = tuple(observe(id, entry, CATALOGUE, sources) for entry in entries)
    unread = [each for each in observations if not isinstance(each, Observation)]
    assert not unread, unread
    return District(Identity(id, NAMES[id], code, within), sources, observations)


def observed(indicator, value, **more) -> Observation:
    """One entry, read."""
    (observation,) = district("quzhou", says(indicator, value, **more)).observations
    return observation


def figure_of(*entries, **more) -> Figure:
    """The one figure that these entries of a district make."""
    (series,) = series_of(district("quzhou", *entries, **more))
    (figure,) = series.figures
    return figure


def compared(*districts, **choice) -> Comparison:
    return compare(CATALOGUE, districts, Choice(**choice))


def paired(*districts, **choice) -> Pairing:
    """The pairing of two districts that share one row."""
    (row,) = compared(*districts, **choice).rows
    (pairing,) = row.pairings
    assert pairing is not None
    return pairing


def pairing_of(indicator, value, other_value, period="2023", other_period="2023", **choice) -> Pairing:
    """Quzhou's figure against Ouhai's."""
    return paired(
        district("quzhou", says(indicator, value, period)),
        district("ouhai", says(indicator, other_value, other_period)),
        **choice,
    )


def changed(*entries, earlier=None, later=None, **choice) -> Changes:
    """What changed in one district."""
    return change_over_time(CATALOGUE, district("quzhou", *entries), earlier, later, Choice(**choice))


def records_by_field(records) -> list[dict]:
    """Rows of records as mappings from field to value."""
    return [dict(zip(records.fields, row, strict=True)) for row in records.rows]


def texts_of(layout) -> list[list[str]]:
    """What a layout's cells show, row by row."""
    return [[cell.text for cell in row] for section in layout.sections for row in section.rows]
