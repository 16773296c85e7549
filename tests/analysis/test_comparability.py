"""``measure_of`` against the caveats: two figures share a measure exactly where nothing forbids or leaves open their comparison."""

from itertools import combinations, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_figures import figure
from small_world import CATALOGUE, VARIANTS, indicator

from eduindex.analysis.caveats import Effect, caveats_between
from eduindex.analysis.comparability import measure_of
from eduindex.analysis.figures import as_means, is_running
from eduindex.model.catalogue import Border, Catalogue, Kind, Time, VariantMixing

# Period and publication; in the last three the period was not over when the source came out.
PERIODS = (
    ("2023", "undated"),
    ("2022", "2023-02"),
    ("2022/2023", "undated"),
    ("2021..2023", "undated"),
    ("2019..2021", "undated"),
    ("2021-09..2023-08", "undated"),
    ("2022-06", "undated"),
    ("2022-09..2023-01", "undated"),
    ("2021-09..2022-01", "undated"),
    ("..2023", "undated"),
    ("..2022-06", "undated"),
    ("2023-06..", "undated"),
    ("2022-06..", "undated"),
    ("2023", "2023-06"),
    ("2021..2023", "2023-06"),
    ("2023-03..2024-02", "2023-12"),
)
STOCK_PERIODS = (PERIODS[0], PERIODS[6], PERIODS[10])
CODES = ("330302", "330381", "330106", "350881", "")  # one city, its province, another, none
ANY_VALUE = {Kind.SHARE: "50%", Kind.RATE: "5%", Kind.RATIO: "0.5", Kind.GRADE: "B等", Kind.RANK: "第二"}


def any_value(indicator):
    return ANY_VALUE.get(indicator.kind) or f"6{indicator.unit}"


def is_comparable(one, another):
    return all(caveat.effect is Effect.WARNS for caveat in caveats_between(one, another))


def check_pair(one, another):
    measure = measure_of(one)
    shared = measure is not None and measure == measure_of(another)
    found = {caveat.code.value: caveat.effect.value for caveat in caveats_between(one, another)}
    assert shared is is_comparable(one, another) is is_comparable(another, one), (told(one), told(another), found)


def told(figure):
    """What a failure is about."""
    text = (figure.indicator.id, figure.variant, figure.scope.key, figure.status.value, figure.period.text)
    return (*text, figure.per_year, figure.district.code, is_running(figure))


def pool_of(indicator):
    """One figure a district, for everything that an entry of this indicator may state; sums also as means of a year."""
    flows = indicator.time is Time.FLOW
    stated = product(
        (None, "children", "places") if indicator.variants else (None,),
        ("", "城区", "直属学校") if not flows else ("", "城区"),
        (False, True),
        PERIODS if flows else STOCK_PERIODS,
        CODES if indicator.border else CODES[:1],
    )
    value = any_value(indicator)
    pool = [
        figure(
            indicator.id, value, period, id=f"d{n}", code=code, published=out, variant=variant, scope=scope, target=plan
        )
        for n, (variant, scope, plan, (period, out), code) in enumerate(stated)
    ]
    divided = [mean for mean, printed in zip(as_means(pool), pool, strict=True) if mean is not printed]
    return [*pool, *divided]


@pytest.mark.parametrize("indicator", CATALOGUE.indicators.values(), ids=lambda indicator: indicator.id)
def test_a_measure_is_shared_exactly_where_no_caveat_stands_against_it(indicator):
    pool = pool_of(indicator)
    verdicts = set()
    for one, another in combinations(pool, 2):
        if one.district.id != another.district.id:
            check_pair(one, another)
            verdicts.add(is_comparable(one, another))
    assert verdicts == {True, False}  # the pool has both


def test_the_pool_has_means_and_sums_that_were_not_over():
    pool = pool_of(CATALOGUE.indicators["recruited"])
    assert {one.per_year for one in pool} == {None, 2, 3}
    running = {one.period.text for one in pool if is_running(one)}
    assert running == {"2023-06..", "2022-06..", "2023", "2021..2023", "2023-03..2024-02"}
    assert not any(is_running(one) for one in pool if one.per_year)


# Indicators that the small world has not: a border, variants, a flow and a total at once.


@st.composite
def other_indicators(draw):
    kind = draw(st.sampled_from(["share", "rate", "count", "amount", "ratio", "grade", "rank"]))
    unit = {
        "share": "%",
        "rate": "%",
        "count": "所",
        "amount": "万元",
        "ratio": "比值",
        "grade": "等第",
        "rank": "名次",
    }
    return indicator(
        "other",
        kind,
        unit[kind],
        draw(st.sampled_from(["stock", "flow", "flow"])),
        draw(st.sampled_from(["higher", "lower", "neutral"])),
        natural_range=CATALOGUE.indicators["growth"].natural_range,
        levels=("C", "B", "A") if kind == "grade" else (),
        variants=draw(st.sampled_from([{}, VARIANTS])),
        usual=draw(st.sampled_from([None, "children"])),
        variant_mixing=draw(st.sampled_from(list(VariantMixing))),
        comparable_within=draw(st.sampled_from([None, *Border])),
    )


@st.composite
def two_or_more(draw):
    """Figures of different districts that differ in little: each feature has few values, and some are the same for all."""
    one = draw(other_indicators())
    catalogue = Catalogue(CATALOGUE.dimensions, {one.id: one})
    features = {
        "variant": draw(some_of([None, "children", "places", "rooms"] if one.variants else [None])),
        "scope": draw(some_of(["", "城区", "直属学校"])),
        "target": draw(some_of([False, True])),
        "code": draw(some_of([*CODES, "33"])),
        "out": draw(some_of(PERIODS)),
    }
    made = []
    for place in range(draw(st.integers(2, 6))):
        said = {name: draw(st.sampled_from(values)) for name, values in features.items()}
        period, published = said.pop("out")
        made.append(
            figure(one.id, any_value(one), period, id=f"d{place}", published=published, catalogue=catalogue, **said)
        )
    return made


def some_of(values):
    return st.lists(st.sampled_from(values), min_size=1, max_size=3)


def same_month(value, id, **more):
    return figure("recruited", value, "2023-06..", id=id, **more)


@given(two_or_more(), st.booleans())
@example([same_month("1名", "a"), same_month("2名", "b")], True)
@example(
    [figure("recruited", "1名", "2023", id="a", published="2023-06"), figure("recruited", "6名", "2021..2023", id="b")],
    True,
)
@example([figure("rank", "第二", id="a", code="33"), figure("rank", "第三", id="b", code="330302")], False)
def test_so_for_any_indicator(figures, per_year):
    for one, another in combinations(as_means(figures) if per_year else figures, 2):
        check_pair(one, another)


@given(two_or_more())
def test_so_for_means_beside_the_sums_that_they_come_from(figures):
    everything = [*figures, *(mean for mean in as_means(figures) if mean.per_year)]
    for one, another in combinations(everything, 2):
        if one.district.id != another.district.id:
            check_pair(one, another)


def test_of_one_district_it_says_nothing():
    """Two unstated variants of one publisher may be compared over time, but nobody else shares their measure."""
    earlier, later = (figure("by_ways", "50%", period) for period in ("2022", "2023"))
    assert is_comparable(earlier, later)
    assert measure_of(earlier) is None
