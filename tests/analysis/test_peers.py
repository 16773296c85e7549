"""``standings_of``: a district among its peers, each line held against all values that the figures may have."""

import statistics
from collections import Counter
from itertools import permutations, product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_figures import VALUES, values_of
from small_world import CATALOGUE, district, interval, says, shown
from test_comparison_properties import VALUES as SPREAD_OUT
from test_comparison_properties import entries

from eduindex import open_workspace
from eduindex.analysis.caveats import Code, Effect, caveats_between
from eduindex.analysis.choosing import Choice
from eduindex.analysis.figures import series_of
from eduindex.analysis.peers import standings_of, worst_first
from eduindex.analysis.ranking import rank
from eduindex.analysis.verdict import Order, Verdict, order_of, pair
from eduindex.model.catalogue import Direction, Kind

V = Verdict


def standings(own, *peers, **choice):
    return standings_of(CATALOGUE, own, peers, Choice(**choice))


def only_line(own, *peers, **choice):
    (line,) = standings(own, *peers, **choice).lines
    return line


def line_of(indicator, own, *others, **choice):
    """The one line of a district that prints ``own`` among peers that print the others, for 2023 or as (value, period)."""
    pairs = [(value, "2023") if isinstance(value, str) else value for value in (own, *others)]
    districts = [district(f"d{n}", says(indicator, *pair)) for n, pair in enumerate(pairs)]
    return only_line(*districts, **choice)


# The place


@pytest.mark.parametrize(
    ("indicator", "own", "others", "ranks", "median", "hull", "verdict"),
    [
        ("coverage", "90%", ["80%"], (1, 1, 2), (80, 80), (80, 80), V.BETTER),
        ("coverage", "70%", ["80%", "60%", "90%"], (3, 3, 4), (80, 80), (60, 90), V.WORSE),
        ("coverage", "70%", ["80%", "60%"], (2, 2, 3), (70, 70), (60, 80), V.EQUAL),
        ("coverage", "70%", ["80%", "60%", "70%"], (2, 2, 4), (70, 70), (60, 80), V.EQUAL),
        ("dropouts", "1%", ["2%", "3%"], (1, 1, 3), ("2.5", "2.5"), (2, 3), V.BETTER),
        ("dropouts", "4%", ["2%", "3%"], (3, 3, 3), ("2.5", "2.5"), (2, 3), V.WORSE),
        ("private", "4%", ["2%", "3%"], (1, 1, 3), ("2.5", "2.5"), (2, 3), V.HIGHER),
        ("recruited", "4名", ["2名", "3名"], (1, 1, 3), ("2.5", "2.5"), (2, 3), V.MORE),
        ("leavers", "4名", ["5名", "6名"], (1, 1, 3), ("5.5", "5.5"), (5, 6), V.FEWER),
        ("coverage", "98.20%", ["95%以上"], (1, 2, 2), (95, 100), (95, 100), V.UNDETERMINED),
        ("coverage", "95%以上", ["94%", "93%"], (1, 1, 3), ("93.5", "93.5"), (93, 94), V.BETTER),
        ("coverage", "95%以上", ["96%", "97%", "90%"], (1, 3, 4), (96, 96), (90, 97), V.UNDETERMINED),
        ("coverage", "98.2%", ["98.24%"], (1, 2, 2), ("98.24", "98.24"), ("98.24", "98.24"), V.UNDETERMINED),
        ("coverage", "98.2%", ["98.20%"], (1, 1, 2), ("98.2", "98.2"), ("98.2", "98.2"), V.EQUAL),
        ("growth", "下降1%", ["1%以上", "2%以上"], (3, 3, 3), ("1.5", None), (1, None), V.WORSE),
        ("growth", "5%", ["低于1%", "2%"], (1, 1, 3), (None, "1.5", False, True), (None, 2), V.BETTER),
        ("grade", "B等", ["A等", "C等"], (2, 2, 3), (0, 2), (0, 2), V.UNDETERMINED),
        ("grade", "B等", ["A等", "A等", "C等"], (3, 3, 4), (2, 2), (0, 2), V.WORSE),
        ("rank", "第二", ["第四", "第八"], (1, 1, 3), (4, 8), (4, 8), V.BETTER),
    ],
)
def test_ranks_count_the_district_and_the_middle_does_not(indicator, own, others, ranks, median, hull, verdict):
    line = line_of(indicator, own, *others)
    assert (line.place.best, line.place.worst, line.place.number) == ranks
    assert line.place.median == interval(*median)
    assert line.place.range == interval(*hull)
    assert line.place.verdict is verdict
    assert shown(line.figure) == (own, "2023")
    assert (line.others, line.change) == (len(others), None)


def test_the_extent_counts_the_district_and_the_range_does_not():
    place = line_of("growth", "9%", "2%", "5%以上").place
    assert (place.range, place.extent) == (interval(2, None), interval(2, 9))
    place = line_of("growth", "超9%", "2%", "5%").place
    assert (place.range, place.extent) == (interval(2, 5), interval(2, 9))


def test_the_district_may_be_named_among_its_peers():
    a, b, c = (district(id, says("coverage", v, "2023")) for id, v in (("a", "90%"), ("b", "80%"), ("c", "70%")))
    assert standings(b, a, b, c) == standings(b, a, c)
    assert standings(b, a, b, c).peers == 2
    assert standings(b, a, c).district is b.identity


@pytest.mark.parametrize("others", [[], [("coverage", "80%", {"scope": "城区"})], [("private", "1%", {})]])
def test_without_a_comparable_peer_there_is_no_place(others):
    peers = [district(f"d{n}", says(id, value, "2023", **said)) for n, (id, value, said) in enumerate(others)]
    line = only_line(district("a", says("coverage", "90%", "2023"), says("coverage", "85%", "2022")), *peers)
    assert line.place is None
    assert line.others == sum(id == "coverage" for id, _, _ in others)
    assert line.change.verdict is V.BETTER
    assert shown(line.figure) == ("90%", "2023")


@pytest.mark.parametrize(
    ("indicator", "said", "period"),
    [
        ("by_ways", {}, "2023"),
        ("by_ways", {"variant": "places"}, "2023"),
        ("recruited", {}, "2021..2023"),
        ("recruited", {}, "..2023"),
    ],
)
def test_peers_that_measure_something_else_are_counted_and_no_more(indicator, said, period):
    unit, variant = ("%", "children") if indicator == "by_ways" else ("名", None)
    own = district("a", says(indicator, f"5{unit}", "2023", variant=variant))
    alike = district("b", says(indicator, f"4{unit}", "2023", variant=variant))
    other = district("c", says(indicator, f"9{unit}", period, **said))
    line = only_line(own, alike, other, district("d"))
    assert (line.place.number, line.place.best, line.others) == (2, 1, 2)
    assert line.place.range == interval(4, 4)
    assert only_line(own, other).place is None


def test_schemes_end_at_the_border_for_peers_too():
    own = district("a", says("provincial", "5%", "2023"))
    near = district("b", says("provincial", "4%", "2023"), code="330106")
    far = district("c", says("provincial", "9%", "2023"), code="350881")
    line = only_line(own, near, far)
    assert (line.place.number, line.place.median, line.others) == (2, interval(4, 4), 2)


# Which figure


def test_of_several_figures_the_one_with_most_comparable_peers_stands_in_the_line():
    own = district(
        "a",
        says("by_ways", "10%", "2023", variant="children"),
        says("by_ways", "20%", "2023", variant="places"),
        says("by_ways", "30%", "2022", variant="places"),
        says("by_ways", "40%", "2023", variant="rooms"),
    )
    children = [district(id, says("by_ways", "9%", "2023", variant="children")) for id in "b"]
    places = [district(id, says("by_ways", "19%", "2023", variant="places")) for id in "cd"]
    found = standings(own, *children, *places)
    (line,) = found.lines
    assert shown(line.figure) == ("20%", "2023")
    assert (line.place.number, line.others) == (3, 3)
    assert [shown(figure) for figure in found.unused] == [("10%", "2023"), ("40%", "2023")]


def test_a_larger_group_without_the_district_does_not_count():
    own = district("a", says("by_ways", "10%", "2023", variant="children"))
    child = district("b", says("by_ways", "9%", "2023", variant="children"))
    places = [district(id, says("by_ways", "19%", "2023", variant="places")) for id in "cdef"]
    assert only_line(own, child, *places).place.number == 2


def test_without_peers_the_figure_that_speaks_best_for_the_district_stands_in_the_line():
    own = district(
        "a",
        says("by_usual_ways", "10%", "2023", variant="children", scope="城区"),
        says("by_usual_ways", "20%", "2023", variant="places"),
        says("by_usual_ways", "30%", "2022", variant="children"),
    )
    found = standings(own)
    assert [shown(line.figure) for line in found.lines] == [("30%", "2022")]
    assert [shown(figure)[0] for figure in found.unused] == ["10%", "20%"]


def test_lines_follow_the_catalogue():
    said = [says("spending", "1亿元", "2023"), says("private", "1%", "2023"), says("coverage", "1%", "2023")]
    found = standings(district("a", *said), district("b", *said))
    assert [line.figure.indicator.id for line in found.lines] == ["coverage", "private", "spending"]
    narrowed = standings(district("a", *said), indicators=frozenset(["private", "rank"]))
    assert [line.figure.indicator.id for line in narrowed.lines] == ["private"]


def test_the_year_and_plans_are_chosen():
    own = district(
        "a",
        says("coverage", "90%", "2023"),
        says("coverage", "80%", "2022"),
        says("coverage", "99%", "2025", target=True),
        says("private", "1%", "2025", target=True),
    )
    peer = district("b", says("coverage", "85%", "2022"), says("coverage", "98%", "2025", target=True))
    other = district("c", says("coverage", "97%", "2025", target=True))
    assert shown(only_line(own, peer, other).figure) == ("90%", "2023")
    assert shown(only_line(own, peer, other, year=2022).figure) == ("80%", "2022")
    assert standings(own, peer, other, year=2021).lines == ()
    line, private = standings(own, peer, other, targets=True).lines
    assert (shown(line.figure), line.place.number) == (("99%", "2025"), 3)
    assert (shown(private.figure), private.place) == (("1%", "2025"), None)


def means_of_a_year(own, *peers):
    return line_of("recruited", own, *peers, per_year=True)


def test_means_of_a_year_are_ranked():
    line = means_of_a_year(("600名", "2021..2023"), ("100名", "2023"), ("300名", "2022"))
    assert (line.place.best, line.place.worst, line.place.number) == (2, 2, 3)
    assert line.place.median == interval(200, 200)
    assert line.place.range == interval(100, 300)


@pytest.mark.parametrize(
    ("own", "peers", "verdict"),
    [
        (("604名", "2019..2023"), [("251名", "2022")], V.FEWER),
        (("251名", "2022"), [("604名", "2019..2023")], V.MORE),
        (("600名", "2021..2023"), [("100名", "2023"), ("500名", "2022")], V.FEWER),
        (("600名", "2021..2023"), [("600名", "2023")], V.FEWER),
    ],
)
def test_the_verdict_on_a_mean_is_that_of_a_year(own, peers, verdict):
    assert means_of_a_year(own, *peers).place.verdict is verdict


# Certain against every assignment


def better_in(line, own_value, peer_values):
    """Whether the value lies before (1), behind (-1) or at the median of the others in one assignment; grades: both middles."""
    nothing_between = line.figure.indicator.kind in (Kind.GRADE, Kind.RANK)
    low, high = (
        (statistics.median_low(peer_values), statistics.median_high(peer_values))
        if nothing_between
        else (statistics.median(peer_values),) * 2
    )
    sign = -1 if line.figure.indicator.direction is Direction.LOWER and not line.figure.indicator.is_total else 1
    return sign if own_value > high else -sign if own_value < low else 0


AHEAD, BEHIND = {V.BETTER, V.HIGHER, V.MORE}, {V.WORSE, V.LOWER, V.FEWER}


def check_verdict(line, peer_figures):
    sides = {
        better_in(line, own, others)
        for own in values_of(line.figure.possible)
        for others in product(*(values_of(figure.possible) for figure in peer_figures))
    }
    verdict = line.place.verdict
    assert (verdict in AHEAD) is (sides == {1})
    assert (verdict in BEHIND) is (sides == {-1})
    own = line.figure.interval
    # A median that lies between two rounded numbers is no number that anybody prints.
    is_equal = any(peer.interval == own for peer in peer_figures) or sides == {0}
    assert (verdict is V.EQUAL) is (own.is_point and own == line.place.median and is_equal)
    assert verdict in AHEAD | BEHIND | {V.EQUAL, V.UNDETERMINED}


@st.composite
def own_and_peers(draw):
    indicator = draw(st.sampled_from(sorted(VALUES)))
    return indicator, draw(
        st.lists(VALUES[indicator] | SPREAD_OUT.get(indicator, VALUES[indicator]), min_size=2, max_size=5)
    )


@given(own_and_peers())
@example(("coverage", ["98.2%", "98.24%"]))
@example(("coverage", ["95%以上", "95%", "94.99%"]))
@example(("coverage", ["超95%", "95%", "95%"]))
@example(("coverage", ["98.2%", "98.1%", "98.3%"]))
@example(("grade", ["B等", "A等", "C等"]))
@example(("dropouts", ["2%以下", "3%", "约1%", "2.0%"]))
def test_a_verdict_holds_for_every_assignment_and_no_certain_one_is_missed(said):
    indicator, (own, *others) = said
    line = line_of(indicator, own, *others)
    peers = [
        figure
        for n, value in enumerate(others)
        for figure in figures_of(district(f"p{n}", says(indicator, value, "2023")))
    ]
    check_verdict(line, peers)


def figures_of(one):
    return [figure for series in series_of(one) for figure in series.figures]


# Whatever the districts say


def some_district(id):
    said = st.lists(entries(), max_size=6, unique_by=lambda e: (e.indicator, e.variant, e.scope, e.status, e.period))
    return st.builds(lambda said, code: district(id, *said, code=code), said, st.sampled_from(["330302", "330106", ""]))


CHOICES = st.fixed_dictionaries({}, optional={"targets": st.booleans(), "year": st.sampled_from([2022, 2023])})


@given(some_district("a"), some_district("b"), some_district("c"), some_district("d"), CHOICES)
def test_every_figure_of_the_district_stands_in_a_line_or_is_unused(own, b, c, d, choice):
    found = standings(own, b, c, d, **choice)
    lines = [line.figure for line in found.lines]
    assert len({figure.indicator.id for figure in lines}) == len(lines)
    expected = [
        max(
            offered,
            key=lambda figure: (
                figure.last_month,
                figure.period.start is not None,
                figure.period.start or 0,
                figure.period.end is not None,
            ),
        )
        for series in series_of(own)
        if choice.get("targets") or series.status == "actual"
        if (offered := [one for one in series.figures if choice.get("year") in (None, one.period.last_year)])
    ]
    assert sorted(map(repr, [*lines, *found.unused])) == sorted(map(repr, expected))
    for order in permutations([b, c, d]):
        assert standings(own, *order, **choice) == found


@given(some_district("a"), some_district("b"), some_district("c"), some_district("d"))
def test_the_place_is_that_of_the_ranking_of_its_group(own, b, c, d):
    for line in standings(own, b, c, d).lines:
        groups = rank(line.figure.indicator, (own, b, c, d)).groups
        holding = [n for n, group in enumerate(groups, 1) if line.figure in group.figures]
        assert (line.place is None) is (not any(one.district.id == "a" for group in groups for one in group.figures))
        if line.place:
            found = rank(line.figure.indicator, (own, b, c, d), group=holding[0])
            (place,) = [one for one in found.ranked if one.figure == line.figure]
            assert (line.place.best, line.place.worst, line.place.number) == (
                place.best,
                place.worst,
                len(found.ranked),
            )


# What weakens the comparison with so many peers


def weakened(line):
    return {code.value: number for code, number in line.place.weakened.items()}


def told_of(indicator, own, *peers):
    """The counts where the district says ``own`` and each peer what stands for it: a value, or entries of its own."""
    districts = [district("own", *own)] if isinstance(own, tuple) else [district("own", says(indicator, own, "2023"))]
    for n, said in enumerate(peers):
        entries = said if isinstance(said, tuple) else (says(indicator, said, "2023"),)
        districts.append(district(f"p{n}", *entries))
    return weakened(only_line(*districts))


def of(value, period="2023", indicator="coverage", **more):
    return says(indicator, value, period, **more)


@pytest.mark.parametrize(
    ("indicator", "own", "peers", "counts"),
    [
        ("coverage", "90%", ["80%", "70%"], {}),
        ("coverage", "90%", [(of("80%", "2022"),), (of("70%", "2021/2022"),), "60%"], {"periods-differ": 2}),
        ("coverage", (of("90%", "2022"),), ["80%", "70%"], {"periods-differ": 2}),
        ("coverage", "90%以上", ["80%", "70%"], {}),  # what the district itself says is told of itself
        ("coverage", "90%", ["80%以上", "超70%", "60%以下", "50%"], {"bound": 3}),
        ("recruited", "90名", ["近100名", "约80名", "2000余名", "1-2名", "7名"], {"approximation": 4}),
        ("coverage", "90%", [(of("80%"), of("70%", source="yearbook")), "60%"], {"sources-contradict": 1}),
        ("coverage", "90%", [(of("80%"), of("80.0%", source="yearbook")), "60%"], {}),  # they agree
        ("coverage", "90%", [(of("80%以上"), of("70%", source="yearbook"))], {"sources-contradict": 1, "bound": 1}),
        (
            "coverage",
            "90%",
            [(of("80%以上", "2022"),), (of("约70%", "2022"),), "60%"],
            {"periods-differ": 2, "bound": 1, "approximation": 1},
        ),
    ],
)
def test_the_peers_whose_figures_weaken_what_is_said_are_counted(indicator, own, peers, counts):
    assert told_of(indicator, own, *peers) == counts


def test_peers_that_do_not_state_the_usual_definition_are_counted():
    stated = {"indicator": "by_usual_ways", "variant": "children"}
    peers = [(of("80%", indicator="by_usual_ways"),), (of("70%", indicator="by_usual_ways"),), (of("60%", **stated),)]
    assert told_of("by_usual_ways", (of("90%", **stated),), *peers) == {"variant-unstated": 2}
    # So they are where the district does not state it either.
    assert told_of("by_usual_ways", (of("90%", indicator="by_usual_ways"),), *peers) == {"variant-unstated": 2}
    assert told_of("by_usual_ways", (of("90%", indicator="by_usual_ways"),), peers[-1]) == {}


@pytest.mark.parametrize(
    ("indicator", "own", "peers", "number"),
    [
        # The district was behind, level with and ahead of them the year before.
        ("coverage", (of("90%"), of("60%", "2022")), [(of("80%"), of("70%", "2022"))], 1),
        ("coverage", (of("90%"), of("70%", "2022")), [(of("80%"), of("70%", "2022"))], 0),
        ("coverage", (of("90%"), of("75%", "2022")), [(of("80%"), of("70%", "2022"))], 0),
        ("coverage", (of("70%"), of("90%", "2022")), [(of("80%"), of("80%", "2022")), "60%"], 1),
        (
            "dropouts",
            (of("1%", indicator="dropouts"), of("3%", "2022", "dropouts")),
            [(of("2%", indicator="dropouts"), of("2%", "2022", "dropouts"))] * 3,
            3,
        ),
        # Then, or now, it is not certain who was ahead.
        ("coverage", (of("90%"), of("60%以上", "2022")), [(of("80%"), of("70%", "2022"))], 0),
        ("coverage", (of("90%以下"), of("60%", "2022")), [(of("80%"), of("70%", "2022"))], 0),
        # There is no earlier period of both.
        ("coverage", (of("90%"), of("60%", "2022")), [(of("80%"), of("70%", "2021"))], 0),
        ("coverage", (of("90%"), of("60%", "2022")), [(of("80%"), of("70%", "2022", scope="城区"))], 0),
        ("coverage", (of("90%"), of("60%", "2022")), [(of("80%"), of("70%", "2022", target=True))], 0),
    ],
)
def test_peers_with_which_the_order_was_the_opposite_are_counted(indicator, own, peers, number):
    assert told_of(indicator, own, *peers).get("order-was-opposite", 0) == number


def test_an_opposite_order_is_that_of_an_earlier_period_than_both():
    own = district("a", of("90%", "2023"), of("60%", "2022"))
    behind = district("b", of("80%", "2022"))
    assert weakened(only_line(own, behind)) == {"periods-differ": 1, "order-was-opposite": 1}
    assert weakened(only_line(own, behind, year=2022)) == {}


def test_of_the_ouhai_that_the_readme_shows(five_districts):
    catalogue, (ouhai, *others) = five_districts
    lines = {line.figure.indicator.id: line for line in standings_of(catalogue, ouhai, others).lines}
    assert weakened(lines["public_kindergarten_coverage"]) == {
        "periods-differ": 1,
        "variant-unstated": 1,
        "order-was-opposite": 1,
    }


@pytest.fixture(scope="module")
def five_districts():
    opened = open_workspace(Path(__file__).resolve().parents[2])
    return opened.catalogue, [opened.district(id) for id in ("ouhai", "quzhou", "luyang", "yunzhou", "zhangping")]


COUNTED = {
    Code.PERIODS_DIFFER,
    Code.VARIANTS_DIFFER,
    Code.VARIANT_UNSTATED,
    Code.PERIOD_RUNNING,
    Code.BOUND,
    Code.APPROXIMATION,
    Code.SOURCES_CONTRADICT,
}
OPPOSITE = {Order.ABOVE: Order.BELOW, Order.BELOW: Order.ABOVE}


def weak_points(figure, peer, figures):
    """What comparing the two says of the peer; ``figures`` are all that both ever published of the indicator."""
    for caveat in caveats_between(figure, peer):
        if caveat.code in COUNTED and peer in caveat.figures:
            yield caveat.code
    newest = max(figure.last_month, peer.last_month)
    earlier = [
        (then, other)
        for then, other in product(figures, figures)
        if (like(then, figure) and like(other, peer) and then.period.span == other.period.span)
        if then.last_month < newest and pair(then, other).verdict not in (V.NOT_COMPARABLE, V.UNDETERMINED)
    ]
    if any(order_of(then, other) is OPPOSITE.get(order_of(figure, peer)) for then, other in earlier):
        yield Code.ORDER_WAS_OPPOSITE


def like(one, another):
    return all(getattr(one, name) == getattr(another, name) for name in ("district", "variant", "scope", "status"))


RELATED = ("coverage", "by_usual_ways", "by_mixed_ways", "rotation")


def related_district(id):
    """What is comparable more often than not, of several years."""
    said = st.lists(
        entries(indicators=RELATED, scopes=("",)),
        max_size=9,
        unique_by=lambda e: (e.indicator, e.variant, e.status, e.period),
    )
    return st.builds(lambda said: district(id, *said), said)


@given(related_district("a"), related_district("b"), related_district("c"))
@example(
    district("a", of("9%", "2023"), of("1%", "2022")),
    district("b", of("5%", "2023"), of("5%", "2022")),
    district("c", of("5%", "2022"), of("5%", "2021")),
)
def test_what_is_counted_is_what_comparing_with_each_peer_says(own, b, c):
    for line in standings(own, b, c).lines:
        if line.place is None:
            continue
        groups = rank(line.figure.indicator, (own, b, c)).groups
        (group,) = [group for group in groups if line.figure in group.figures]
        figures = [
            figure for one in (own, b, c) for figure in figures_of(one) if figure.indicator is line.figure.indicator
        ]
        expected = Counter(
            code for peer in group.figures if peer != line.figure for code in weak_points(line.figure, peer, figures)
        )
        assert line.place.weakened == expected
        assert all(0 < number < line.place.number for number in line.place.weakened.values())


@pytest.mark.parametrize(("variant", "code"), [("places", "variants-differ"), (None, "variant-unstated")])
def test_peers_whose_definition_differs_are_counted_where_definitions_may_be_mixed(variant, code):
    own, peer = (
        of("90%", indicator="by_mixed_ways", variant="children"),
        of("80%", indicator="by_mixed_ways", variant=variant),
    )
    assert told_of("by_mixed_ways", (own,), (peer,)) == {code: 1}


def test_peers_whose_period_was_not_over_are_counted():
    own = district("a", of("9%", indicator="rotation"))
    early = district("b", of("5%", indicator="rotation"), published="2023-06")
    (counted,) = [line.place.weakened for line in standings(own, early).lines]
    assert counted == {Code.PERIOD_RUNNING: 1}


# The last change


@pytest.mark.parametrize(
    ("indicator", "said", "verdict", "difference", "earlier"),
    [
        ("coverage", [("80%", "2022"), ("90%", "2023")], V.BETTER, (10, 10), "2022"),
        ("coverage", [("90%", "2023"), ("80%", "2021"), ("95%", "2022")], V.WORSE, (-5, -5), "2022"),
        ("dropouts", [("1%", "2022"), ("2%", "2023")], V.WORSE, (1, 1), "2022"),
        ("coverage", [("98.2%", "2022"), ("95%以上", "2023")], V.UNDETERMINED, ("-3.2", "1.8"), "2022"),
        ("coverage", [("98.2%", "2022"), ("98.20%", "2023")], V.EQUAL, (0, 0), "2022"),
        ("recruited", [("5名", "2021"), ("9名", "2020..2022"), ("6名", "2023")], V.MORE, (1, 1), "2021"),
        ("recruited", [("5名", "2021/2022"), ("6名", "2023")], V.MORE, (1, 1), "2021/2022"),
        ("by_ways", [("5%", "2022"), ("6%", "2023")], V.BETTER, (1, 1), "2022"),
    ],
)
@pytest.mark.parametrize("step", [1, -1])
def test_the_last_change_is_against_the_newest_earlier_figure_that_is_comparable(
    indicator, said, verdict, difference, earlier, step
):
    line = only_line(district("a", *(says(indicator, *pair) for pair in said[::step])))
    assert line.change.verdict is verdict
    assert line.change.difference == interval(*difference)
    assert (line.change.first, line.change.other.period.text) == (line.figure, earlier)


@pytest.mark.parametrize(
    "said",
    [
        [says("coverage", "90%", "2023")],
        [says("recruited", "9名", "2020..2022"), says("recruited", "6名", "2023")],
        [says("recruited", "9名", "..2022"), says("recruited", "6名", "2023")],
        [says("by_ways", "9%", "2022", variant="places"), says("by_ways", "6%", "2023", variant="children")],
        [says("coverage", "9%", "2022", scope="城区"), says("coverage", "6%", "2023")],
        [says("coverage", "9%", "2022", target=True), says("coverage", "6%", "2023")],
        [says("coverage", "9%", "2023"), says("coverage", "6%", "2023-12")],
    ],
)
def test_without_an_earlier_comparable_figure_there_is_no_change(said):
    line = only_line(district("a", *said))
    assert shown(line.figure) == (said[-1].value, said[-1].period)
    assert line.change is None


def test_the_change_is_counted_from_the_year_chosen():
    own = district("a", *(says("coverage", f"{90 - n}%", str(2020 + n)) for n in range(4)))
    line = only_line(own, year=2022)
    assert (shown(line.figure), shown(line.change.other)) == (("88%", "2022"), ("89%", "2021"))


@given(some_district("a"), CHOICES)
def test_a_change_is_of_one_series_and_comparable(own, choice):
    for line in standings(own, **choice).lines:
        if line.change:
            first, other = line.change.first, line.change.other
            assert first is line.figure
            assert (first.variant, first.scope.key, first.status) == (other.variant, other.scope.key, other.status)
            assert other.last_month < first.last_month
            assert all(caveat.effect is Effect.WARNS for caveat in caveats_between(first, other))


def test_a_mean_of_a_year_changes_too():
    own = district("a", says("recruited", "300名", "2018..2020"), says("recruited", "600名", "2021..2023"))
    line = only_line(own, district("b", says("recruited", "100名", "2023")), per_year=True)
    assert line.change.verdict is V.MORE


# The worst first


def test_what_is_certainly_worse_stands_first_and_of_that_what_gets_worse():
    own = district(
        "a",
        says("coverage", "90%", "2023"),  # better, and getting worse
        says("coverage", "95%", "2022"),
        says("dropouts", "5%", "2023"),  # worse, and getting better
        says("dropouts", "6%", "2022"),
        says("class_ratio", "50:1", "2023"),  # worse
        says("spread", "0.3", "2023"),  # worse, and getting worse
        says("spread", "0.2", "2022"),
        says("schools", "1所", "2023"),  # fewer says nothing of worse
        says("rank", "第九", "2023"),  # worse, and the last change is open
        says("rank", "至多10名", "2022"),
        says("municipal", "80%", "2023"),  # open, and getting worse
        says("municipal", "90%", "2022"),
        says("by_mixed_ways", "1%", "2023"),  # no peer
        says("by_usual_ways", "5%", "2023"),  # worse, and getting worse
        says("by_usual_ways", "6%", "2022"),
    )
    peer = district(
        "b",
        says("coverage", "80%", "2023"),
        says("dropouts", "1%", "2023"),
        says("class_ratio", "40:1", "2023"),
        says("spread", "0.1", "2023"),
        says("schools", "9所", "2023"),
        says("rank", "第二", "2023"),
        says("municipal", "70%以上", "2023"),
        says("by_usual_ways", "50%", "2023"),
    )
    found = standings(own, peer)
    assert [line.figure.indicator.id for line in worst_first(found)] == [
        "spread",
        "by_usual_ways",
        "dropouts",
        "class_ratio",
        "rank",
        "coverage",
        "schools",
        "municipal",
        "by_mixed_ways",
    ]


@given(some_district("a"), some_district("b"), some_district("c"))
def test_the_worst_first_are_the_same_lines_in_another_order(own, b, c):
    found = standings(own, b, c)
    ordered = worst_first(found)
    assert sorted(map(repr, ordered)) == sorted(map(repr, found.lines))
    is_worse = [line.place is not None and line.place.verdict is V.WORSE for line in ordered]
    assert is_worse == sorted(is_worse, reverse=True)
    gets_worse = [line.change is not None and line.change.verdict is V.WORSE for line in ordered[: sum(is_worse)]]
    assert gets_worse == sorted(gets_worse, reverse=True)
    for part in (ordered[: sum(gets_worse)], ordered[sum(gets_worse) : sum(is_worse)], ordered[sum(is_worse) :]):
        assert list(part) == [line for line in found.lines if line in part]
