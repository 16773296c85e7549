"""``rank`` and ``rankable_indicators``: which districts are ranked, with which figures, and why the others are not."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import CATALOGUE, district, interval, says, share, shown
from test_comparison_properties import VALUES, entries

from eduindex import open_workspace
from eduindex.analysis.caveats import Code, Effect, caveats_between
from eduindex.analysis.choosing import Choice
from eduindex.analysis.ranking import Reason, rank, rankable_indicators
from eduindex.model.catalogue import Catalogue, Kind
from eduindex.model.district import Status
from eduindex.model.wording import Wording


def ranking(indicator, *districts, group=1, **choice):
    return rank(CATALOGUE.indicators[indicator], districts, Choice(**choice), group)


def ranked(ranking):
    """The districts ranked and their ranks, in their order; one number where best and worst are the same."""
    return [
        (one.figure.district.id, one.best if one.best == one.worst else (one.best, one.worst)) for one in ranking.ranked
    ]


def unranked(ranking):
    return [
        (one.district.id, one.reason.value, shown(one.figure), [caveat.code.value for caveat in one.caveats])
        for one in ranking.unranked
    ]


def groups(ranking):
    return [[figure.district.id for figure in group.figures] for group in ranking.groups]


def single(indicator, **values):
    """One entry a district, by its id: a value for 2023, or a value and a period."""
    pairs = {id: (value, "2023") if isinstance(value, str) else value for id, value in values.items()}
    return [district(id, says(indicator, *pair)) for id, pair in pairs.items()]


# The order


@pytest.mark.parametrize(
    ("indicator", "values", "expected"),
    [
        ("coverage", {"a": "97%", "b": "98%", "c": "99%", "d": "98%"}, [("c", 1), ("b", 2), ("d", 2), ("a", 4)]),
        ("dropouts", {"a": "0.3%", "b": "0.1%"}, [("b", 1), ("a", 2)]),
        ("private", {"a": "0.3%", "b": "0.1%"}, [("a", 1), ("b", 2)]),
        ("leavers", {"a": "3名", "b": "5名"}, [("a", 1), ("b", 2)]),
        ("coverage", {"b": "98.20%", "a": "95%以上", "c": "94%"}, [("a", (1, 2)), ("b", (1, 2)), ("c", 3)]),
        ("grade", {"a": "B等", "b": "B等以上", "c": "C等"}, [("b", 1), ("a", (1, 2)), ("c", 3)]),
    ],
)
def test_districts_stand_in_the_order_of_their_ranks_then_of_their_ids(indicator, values, expected):
    found = ranking(indicator, *single(indicator, **values))
    assert ranked(found) == expected
    assert (found.unranked, found.unused, found.chosen) == ((), (), 1)
    assert found.indicator is CATALOGUE.indicators[indicator]


def test_nobody_is_ranked_among_none():
    found = ranking("coverage")
    assert (found.ranked, found.unranked, found.groups, found.chosen, found.quartiles) == ((), (), (), 0, None)


# Why a district is not ranked

A, B = single("coverage", a="90%", b="80%")


def test_a_district_without_a_figure():
    found = ranking("coverage", A, district("c", says("dropouts", "1%", "2023")), B, district("d"))
    assert ranked(found) == [("a", 1), ("b", 2)]
    assert unranked(found) == [("c", "no-figure", None, []), ("d", "no-figure", None, [])]


def test_a_district_with_nothing_but_a_plan():
    planner = district("c", says("coverage", "95%", "2025", target=True))
    assert unranked(ranking("coverage", A, B, planner)) == [("c", "only-target", None, [])]


def test_a_district_whose_figures_are_of_other_years():
    late = district("c", says("coverage", "70%", "2021"), says("coverage", "75%", "2022"))
    planner = district("d", says("coverage", "70%", "2021"), says("coverage", "75%", "2023", target=True))
    found = ranking("coverage", A, late, B, planner, year=2023)
    assert ranked(found) == [("a", 1), ("b", 2)]
    assert unranked(found) == [("c", "other-period", ("75%", "2022"), []), ("d", "other-period", ("70%", "2021"), [])]


def test_of_several_figures_of_other_years_the_one_for_the_whole_district_is_told():
    late = district("c", says("coverage", "70%", "2022", scope="城区"), says("coverage", "75%", "2021"))
    found = ranking("coverage", A, B, late, year=2023)
    assert unranked(found) == [("c", "other-period", ("75%", "2021"), [])]


@pytest.mark.parametrize(
    ("indicator", "said", "codes"),
    [
        ("recruited", ("6名", "2021..2023"), ["span-lengths-differ"]),
        ("recruited", ("6名", "..2023"), ["span-start-unknown"]),
        ("recruited", ("6名", "2023-06.."), ["span-lengths-differ"]),
        ("rotation", ("6%", "2021..2023"), ["span-lengths-differ"]),
    ],
)
def test_a_district_whose_figure_is_of_another_span(indicator, said, codes):
    unit = "名" if indicator == "recruited" else "%"
    found = ranking(indicator, *single(indicator, a=f"1{unit}", b=f"2{unit}", c=said))
    assert ranked(found) == [("b", 1), ("a", 2)]
    assert unranked(found) == [("c", "not-comparable", said, codes)]
    (forbidding,) = found.unranked[0].caveats
    assert found.ranked[0].figure in forbidding.figures or codes == ["span-start-unknown"]


@pytest.mark.parametrize(
    ("indicator", "said", "codes"),
    [
        ("by_ways", {"variant": "places"}, ["variants-differ"]),
        ("by_ways", {}, ["variant-unstated"]),
        ("by_usual_ways", {"variant": "places"}, ["variants-differ"]),
        ("by_ways", {"variant": "children", "scope": "城区"}, ["part-against-whole"]),
        ("by_ways", {"variant": "places", "scope": "城区"}, ["variants-differ", "part-against-whole"]),
    ],
)
def test_a_district_that_measures_something_else(indicator, said, codes):
    others = [district(id, says(indicator, v, "2023", variant="children")) for id, v in (("a", "2%"), ("b", "1%"))]
    found = ranking(indicator, district("c", says(indicator, "3%", "2023", **said)), *others)
    assert ranked(found) == [("a", 1), ("b", 2)]
    assert unranked(found) == [("c", "not-comparable", ("3%", "2023"), codes)]


@pytest.mark.parametrize(
    ("indicator", "codes", "reasons"),
    [
        ("provincial", ("330302", "330106", "350881", ""), [["scheme-ends-at-border"], ["division-code-missing"]]),
        ("municipal", ("330302", "330381", "330106", ""), [["scheme-ends-at-border"], ["division-code-missing"]]),
        ("grade", ("330302", "330106", "350881", ""), [["scheme-ends-at-border"], ["division-code-missing"]]),
        ("rank", ("330302", "330106", "350881", ""), [["scheme-ends-at-border"], ["division-code-missing"]]),
    ],
)
def test_a_district_beyond_the_border_of_a_scheme(indicator, codes, reasons):
    values = {"grade": ("A等", "B等", "A等", "A等"), "rank": ("第1", "第2", "第1", "第1")}
    said = values.get(indicator, ("4%", "3%", "2%", "1%"))
    districts = [
        district(id, says(indicator, value, "2023"), code=code)
        for id, value, code in zip("abcd", said, codes, strict=True)
    ]
    found = ranking(indicator, *districts)
    assert ranked(found) == [("a", 1), ("b", 2)]
    assert [(id, why, caveats) for id, why, _, caveats in unranked(found)] == [
        ("c", "not-comparable", reasons[0]),
        ("d", "not-comparable", reasons[1]),
    ]


def test_only_what_stands_against_a_comparison_is_a_reason():
    c = district("c", says("recruited", "约6名", "2021..2022", dated=False, note="n"))
    found = ranking("recruited", *single("recruited", a="1名", b="2名"), c)
    assert unranked(found) == [("c", "not-comparable", ("约6名", "2021..2022"), ["span-lengths-differ"])]
    assert {caveat.effect for caveat in found.unranked[0].caveats} == {Effect.FORBIDS}


def test_one_figure_alone_is_no_ranking():
    found = ranking("coverage", district("b"), A, district("c"))
    assert (found.ranked, found.groups, found.chosen) == ((), (), 0)
    assert [(id, why) for id, why, _, _ in unranked(found)] == [
        ("b", "no-figure"),
        ("a", "alone"),
        ("c", "no-figure"),
    ]


def test_nor_are_figures_of_which_no_two_are_comparable():
    found = ranking(
        "recruited", *single("recruited", c=("3名", "2021..2022"), b=("6名", "2023"), a=("9名", "2021..2023"))
    )
    assert (found.ranked, found.groups, found.chosen) == ((), (), 0)
    assert unranked(found) == [
        ("c", "not-comparable", ("3名", "2021..2022"), ["span-lengths-differ"]),
        ("b", "not-comparable", ("6名", "2023"), ["span-lengths-differ"]),
        ("a", "alone", ("9名", "2021..2023"), []),
    ]


# Groups

PLACES = [district(id, says("by_ways", value, "2023", variant="places")) for id, value in (("p", "9%"), ("q", "8%"))]
CHILDREN = [
    district(id, says("by_ways", value, "2023", variant="children"))
    for id, value in (("x", "3%"), ("y", "5%"), ("z", "4%"))
]
SINGLE = district("s", says("by_ways", "50%", "2023", variant="rooms"))


def test_the_largest_group_is_ranked_and_the_others_are_named():
    found = ranking("by_ways", *PLACES, SINGLE, *CHILDREN)
    assert ranked(found) == [("y", 1), ("z", 2), ("x", 3)]
    assert (groups(found), found.chosen) == ([["x", "y", "z"], ["p", "q"]], 1)
    assert [(id, why) for id, why, _, _ in unranked(found)] == [(id, "not-comparable") for id in "pqs"]
    assert [group.measure.variant for group in found.groups] == ["children", "places"]


def test_another_group_is_ranked_on_request():
    found = ranking("by_ways", *PLACES, SINGLE, *CHILDREN, group=2)
    assert ranked(found) == [("p", 1), ("q", 2)]
    assert (groups(found), found.chosen) == ([["x", "y", "z"], ["p", "q"]], 2)
    assert found.group is found.groups[1]
    assert [(id, why, codes) for id, why, _, codes in unranked(found)] == [
        (id, "not-comparable", ["variants-differ"]) for id in "sxyz"
    ]


@pytest.mark.parametrize("group", [0, 3, -1, 99])
def test_a_group_that_is_not_there_gives_way_to_the_largest(group):
    found = ranking("by_ways", *PLACES, SINGLE, *CHILDREN, group=group)
    assert found == ranking("by_ways", *PLACES, SINGLE, *CHILDREN)
    assert (found.chosen, len(found.groups)) == (1, 2)


def of_both(id, first, second, **more):
    return district(id, *(says("by_ways", "5%", "2023", **said) for said in (first, second)), **more)


CHILD, PLACE, ROOM = ({"variant": variant} for variant in ("children", "places", "rooms"))


@pytest.mark.parametrize(
    ("first", "second", "leading"),
    [
        (PLACE, CHILD, "children"),
        (ROOM, PLACE, "places"),
        (CHILD | {"scope": "城区"}, PLACE, "places"),
        (CHILD | {"target": True}, PLACE, "places"),
        (CHILD | {"target": True}, PLACE | {"scope": "城区"}, "places"),
    ],
)
@pytest.mark.parametrize("step", [1, -1])
def test_of_groups_of_one_size_results_whole_districts_and_the_first_variant_lead(first, second, leading, step):
    districts = [of_both("a", first, second), of_both("b", second, first)]
    found = ranking("by_ways", *districts[::step], targets=True)
    assert [len(group.figures) for group in found.groups] == [2, 2]
    assert found.groups[0].measure.variant == leading
    assert [one.figure.variant for one in found.ranked] == [leading] * 2


def test_the_first_variant_is_the_first_in_the_catalogue():
    variants = {id: Wording(en=id) for id in ("rooms", "places", "children")}
    other = share("other", variants=variants)
    catalogue = Catalogue(CATALOGUE.dimensions, {"other": other})
    said = [says("other", "5%", "2023", variant=variant) for variant in ("children", "rooms", "places")]
    found = rank(other, [district(id, *said, catalogue=catalogue) for id in "ab"])
    assert [group.measure.variant for group in found.groups] == ["rooms", "places", "children"]


def test_of_groups_of_one_size_the_newer_leads():
    old = [district(id, says("recruited", "6名", "2019..2021")) for id in "ab"]
    new = [district(id, says("recruited", "6名", "2022..2023")) for id in "cd"]
    assert groups(ranking("recruited", *old, *new)) == [["c", "d"], ["a", "b"]]


@pytest.mark.parametrize(
    "said",
    [
        [says("by_ways", "5%", "2023", variant=variant) for variant in ("rooms", "children", "places")],
        [says("coverage", "5%", "2023", scope=scope) for scope in ("乙", "甲", "丙")],
        [says("recruited", "5名", f"{year}..2023") for year in (2021, 2020, 2022)],
        [says("recruited", "5名", period) for period in ("2023-06..", "2023", "2022..2023")],
    ],
)
def test_groups_of_one_size_stand_in_an_order_of_their_own(said):
    id = said[0].indicator
    pairs = [[district(f"{name}{n}", one) for n in range(2)] for name, one in zip("xyz", said, strict=True)]
    everyone = [one for pair in pairs for one in pair]
    expected = groups(ranking(id, *everyone))
    for shuffled in permutations(everyone):
        assert groups(ranking(id, *shuffled)) == expected


@st.composite
def some_districts(draw, indicator):
    """Up to six districts that say what they like of one indicator."""
    made = []
    for id in "abcdef"[: draw(st.integers(0, 6))]:
        said = draw(
            st.lists(
                entries(indicators=(indicator,)),
                max_size=4,
                unique_by=lambda e: (e.variant, e.scope, e.status, e.period),
            )
        )
        made.append(district(id, *said, code=draw(st.sampled_from(["330302", "330106", "350881", ""]))))
    return made


CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "targets": st.booleans(),
        "per_year": st.booleans(),
        "same_period": st.booleans(),
        "year": st.sampled_from([2022, 2023]),
    },
)
ANYTHING = st.sampled_from(sorted(VALUES)).flatmap(lambda id: st.tuples(st.just(id), some_districts(id)))


def as_told(ranking):
    """A ranking without the order of those who are not ranked."""
    return (
        ranked(ranking),
        [shown(one.figure) for one in ranking.ranked],
        sorted(unranked(ranking)),
        groups(ranking),
        ranking.chosen,
        ranking.quartiles,
        sorted(map(repr, map(shown, ranking.unused))),
    )


@given(ANYTHING, CHOICES, st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_order_of_the_districts_changes_nothing(said, choice, random, group):
    id, districts = said
    expected = as_told(ranking(id, *districts, group=group, **choice))
    random.shuffle(districts)
    found = ranking(id, *districts, group=group, **choice)
    assert as_told(found) == expected
    assert [one.district.id for one in found.unranked] == [d.id for d in districts if d.id not in dict(ranked(found))]


@given(ANYTHING, CHOICES)
def test_everyone_is_ranked_once_or_not_and_all_who_are_ranked_are_comparable(said, choice):
    id, districts = said
    found = ranking(id, *districts, **choice)
    everyone = [one.figure.district.id for one in found.ranked] + [one.district.id for one in found.unranked]
    assert sorted(everyone) == sorted(one.id for one in districts)
    assert [len(group.figures) for group in found.groups] == sorted(
        (len(g.figures) for g in found.groups), reverse=True
    )
    for group in found.groups:
        assert len({figure.district.id for figure in group.figures}) == len(group.figures) >= 2
        for one in group.figures:
            for another in group.figures:
                if one is not another:
                    assert all(caveat.effect is Effect.WARNS for caveat in caveats_between(one, another))
    assert {one.figure.status for one in found.ranked} <= set(Status if choice.get("targets") else [Status.ACTUAL])
    for one in found.unranked:
        assert (one.figure is None) is (one.reason in (Reason.NO_FIGURE, Reason.ONLY_TARGET))
        assert bool(one.caveats) is (one.reason is Reason.NOT_COMPARABLE)
        assert one.reason is not Reason.ALONE or not found.ranked


@given(ANYTHING, CHOICES)
def test_what_can_be_ranked_agrees_with_the_ranking(said, choice):
    id, districts = said
    found = ranking(id, *districts, **choice)
    without = {Reason.NO_FIGURE, Reason.ONLY_TARGET}
    if not choice.get("same_period"):
        without.add(Reason.OTHER_PERIOD)
    holders = len(districts) - sum(one.reason in without for one in found.unranked)
    sizes = tuple(len(group.figures) for group in found.groups)
    assert rankable(*districts, **choice) == ([(id, holders, sizes)] if holders else [])


# Which figure


def test_the_newest_figure_is_ranked_or_that_of_the_year():
    a = district("a", says("coverage", "70%", "2021"), says("coverage", "80%", "2022"), says("coverage", "90%", "2023"))
    b = district("b", says("coverage", "75%", "2021"), says("coverage", "85%", "2022"))
    expected = {None: ["90%", "85%"], 2022: ["85%", "80%"], 2021: ["75%", "70%"]}
    for year, values in expected.items():
        assert [shown(one.figure)[0] for one in ranking("coverage", a, b, year=year).ranked] == values
    found = ranking("coverage", a, b, year=2023)
    assert unranked(found) == [("a", "alone", ("90%", "2023"), []), ("b", "other-period", ("85%", "2022"), [])]


def test_one_period_is_the_one_that_most_districts_have():
    a = district("a", says("coverage", "10%", "2021"), says("coverage", "20%", "2022"), says("coverage", "30%", "2023"))
    b = district("b", says("coverage", "11%", "2021"), says("coverage", "21%", "2022"))
    c = district("c", says("coverage", "12%", "2021"), says("coverage", "32%", "2023"))
    d = district("d", says("coverage", "23%", "2022"))
    e = district("e", says("coverage", "14%", "2020"))
    found = ranking("coverage", a, b, c, d, e, same_period=True)
    # 2021 and 2022 have three districts each, so the newer one counts.
    assert ranked(found) == [("d", 1), ("b", 2), ("a", 3)]
    assert {shown(one.figure)[1] for one in found.ranked} == {"2022"}
    assert groups(found) == [["a", "b", "d"], ["a", "b", "c"], ["a", "c"]]
    assert unranked(found) == [("c", "other-period", ("32%", "2023"), []), ("e", "other-period", ("14%", "2020"), [])]
    assert ranked(ranking("coverage", a, b, c, d, e, same_period=True, group=2)) == [("c", 1), ("b", 2), ("a", 3)]


def test_an_older_period_that_more_have_goes_before_a_newer_one():
    said = {"a": ("2021", "2023"), "b": ("2021", "2023"), "c": ("2021",)}
    districts = [district(id, *(says("coverage", "1%", year) for year in years)) for id, years in said.items()]
    found = ranking("coverage", *districts, same_period=True)
    assert [shown(one.figure)[1] for one in found.ranked] == ["2021"] * 3


def test_the_same_months_are_one_period_however_they_are_written():
    districts = single("coverage", a=("2%", "2022/2023"), b=("1%", "2022-09..2023-08"), c=("3%", "2023"))
    found = ranking("coverage", *districts, same_period=True)
    assert ranked(found) == [("a", 1), ("b", 2)]
    assert [(id, why) for id, why, _, _ in unranked(found)] == [("c", "other-period")]


def test_sums_of_several_years_are_ranked_as_means_on_request():
    districts = single(
        "recruited", a=("604名", "2019..2023"), b=("251名", "2022"), c=("120名", "2023"), d=("50名", "2022-09..2023-01")
    )
    assert ranked(ranking("recruited", *districts)) == [("b", 1), ("c", 2)]
    found = ranking("recruited", *districts, per_year=True)
    assert ranked(found) == [("b", 1), ("a", 2), ("c", 3)]
    assert [one.figure.per_year for one in found.ranked] == [None, 5, None]
    assert unranked(found) == [("d", "not-comparable", ("50名", "2022-09..2023-01"), ["span-lengths-differ"])]


def test_shares_are_never_divided():
    districts = single("rotation", a=("24.43%", "2021..2023"), b=("10%", "2023"), c=("11%", "2022"))
    found = ranking("rotation", *districts, per_year=True)
    assert ranked(found) == [("c", 1), ("b", 2)]
    assert unranked(found) == [("a", "not-comparable", ("24.43%", "2021..2023"), ["span-lengths-differ"])]


def test_plans_are_ranked_among_plans_on_request_only():
    planners = [
        district(id, says("coverage", v, "2025", target=True)) for id, v in (("c", "95%"), ("d", "96%"), ("e", "97%"))
    ]
    found = ranking("coverage", A, B, *planners)
    assert ranked(found) == [("a", 1), ("b", 2)]
    assert {one.reason for one in found.unranked} == {Reason.ONLY_TARGET}
    found = ranking("coverage", A, B, *planners, targets=True)
    assert ranked(found) == [("e", 1), ("d", 2), ("c", 3)]
    assert [(id, why, codes) for id, why, _, codes in unranked(found)] == [
        ("a", "not-comparable", ["target-against-actual"]),
        ("b", "not-comparable", ["target-against-actual"]),
    ]
    assert groups(found) == [["c", "d", "e"], ["a", "b"]]


def test_an_unstated_variant_counts_as_the_usual_one_and_a_stated_one_goes_before_it():
    a = district("a", says("by_usual_ways", "10%", "2023"))
    b = district("b", says("by_usual_ways", "20%", "2023"), says("by_usual_ways", "5%", "2022", variant="children"))
    found = ranking("by_usual_ways", a, b)
    assert [shown(one.figure) for one in found.ranked] == [("10%", "2023"), ("5%", "2022")]
    assert [shown(figure) for figure in found.unused] == [("20%", "2023")]


def test_what_the_districts_that_are_ranked_say_besides_is_unused():
    a = district(
        "a",
        says("by_ways", "10%", "2023", variant="children"),
        says("by_ways", "20%", "2023", variant="places"),
        says("by_ways", "30%", "2022", variant="places"),
        says("by_ways", "40%", "2023", variant="children", scope="城区"),
        says("by_ways", "50%", "2025", variant="children", target=True),
        says("by_ways", "60%", "2021", variant="children"),
        says("coverage", "70%", "2021"),
    )
    b = district("b", says("by_ways", "11%", "2023", variant="children"))
    c = district("c", says("by_ways", "12%", "2023", variant="rooms"), says("by_ways", "13%", "2023", scope="城区"))
    found = ranking("by_ways", a, b, c)
    assert ranked(found) == [("b", 1), ("a", 2)]
    assert [shown(figure) for figure in found.unused] == [("20%", "2023"), ("40%", "2023")]
    with_plans = ranking("by_ways", a, b, c, targets=True)
    assert [shown(figure) for figure in with_plans.unused] == [("20%", "2023"), ("40%", "2023"), ("50%", "2025")]


def test_where_the_period_is_one_for_all_the_newest_of_each_other_series_is_unused():
    a = district(
        "a",
        *(says("by_ways", f"{year - 2000}%", str(year), variant="children") for year in (2021, 2022, 2023)),
        *(says("by_ways", f"{year - 1990}%", str(year), variant="places") for year in (2021, 2023, 2022)),
    )
    b = district("b", says("by_ways", "1%", "2022", variant="children"))
    found = ranking("by_ways", a, b, same_period=True)
    assert [shown(one.figure) for one in found.ranked] == [("22%", "2022"), ("1%", "2022")]
    assert [shown(figure) for figure in found.unused] == [("33%", "2023")]


def test_of_unused_figures_that_end_together_the_one_of_the_shortest_span_is_named():
    places = [says("added", f"{n}个", period, variant="places") for n, period in ((9, "2021..2023"), (3, "2023"))]
    a = district("a", says("added", "1个", "2022", variant="children"), *places)
    b = district("b", says("added", "1个", "2022", variant="children"))
    found = ranking("added", a, b, same_period=True)
    assert [shown(figure) for figure in found.unused] == [("3个", "2023")]


# Quartiles


def eight(number=8, indicator="coverage"):
    return [district(f"d{n}", says(indicator, f"{n * 10}%", "2023")) for n in range(1, number + 1)]


def test_quartiles_are_known_from_eight_districts_on():
    seven = ranking("coverage", *eight(7))
    assert seven.quartiles is None
    assert {one.quarters for one in seven.ranked} == {None}
    found = ranking("coverage", *eight())
    assert found.quartiles == (interval("27.5", "27.5"), interval("45", "45"), interval("62.5", "62.5"))
    assert [one.quarters for one in found.ranked] == [(1, 1), (1, 1), (2, 2), (2, 2), (3, 3), (3, 3), (4, 4), (4, 4)]


def test_the_first_quarter_is_the_best_and_the_lower_quartile_the_lower_number():
    found = ranking("dropouts", *eight(indicator="dropouts"))
    assert [one.quarters for one in found.ranked][::7] == [(1, 1), (4, 4)]
    assert [one.figure.district.id for one in found.ranked][::7] == ["d1", "d8"]
    assert found.quartiles.lower == interval("27.5", "27.5")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([90, *[80] * 8], [(1, 1), *[(1, 4)] * 8]),  # places 2 to 9, of which 2 and 3 are still of the first quarter
        ([90] * 8, [(1, 4)] * 8),
        ([90, 90, 80, 80, 70, 70, 60, 60], [(1, 1)] * 2 + [(2, 2)] * 2 + [(3, 3)] * 2 + [(4, 4)] * 2),
        ([90, 80, 80, 70, 60, 50, 40, 30], [(1, 1), *[(1, 2)] * 2, (2, 2), (3, 3), (3, 3), (4, 4), (4, 4)]),
    ],
)
@pytest.mark.parametrize("indicator", ["coverage", "dropouts"])
def test_those_that_tie_may_stand_in_any_order_in_the_quarters(indicator, values, expected):
    said = [value if indicator == "coverage" else 100 - value for value in values]
    found = ranking(indicator, *(district(f"d{n}", says(indicator, f"{v}%", "2023")) for n, v in enumerate(said)))
    assert [one.quarters for one in found.ranked] == expected
    assert all(one.best == one.worst for one in found.ranked)


def test_an_open_rank_may_lie_in_several_quarters():
    found = ranking("coverage", *eight(7), district("d8", says("coverage", "35%以上", "2023")))
    by_id = {one.figure.district.id: one for one in found.ranked}
    assert (by_id["d8"].best, by_id["d8"].worst, by_id["d8"].quarters) == (1, 5, (1, 3))
    assert (by_id["d7"].best, by_id["d7"].worst, by_id["d7"].quarters) == (1, 2, (1, 1))
    assert (by_id["d6"].best, by_id["d6"].worst, by_id["d6"].quarters) == (2, 3, (1, 2))
    assert by_id["d3"].quarters == (3, 3)
    assert found.quartiles.lower == interval("27.5", "27.5")
    assert found.quartiles.median == interval("37.5", "45")


def test_eight_figures_of_which_only_seven_are_comparable_have_no_quartiles():
    found = ranking("coverage", *eight(7), district("d8", says("coverage", "35%", "2023", scope="城区")))
    assert (len(found.ranked), found.quartiles) == (7, None)


# What can be ranked at all


def rankable(*districts, **choice):
    found = rankable_indicators(CATALOGUE, districts, Choice(**choice))
    return [(one.indicator.id, one.districts, one.groups) for one in found]


def test_what_can_be_ranked_over_how_many_districts():
    spending = single("spending", a="1亿元", b="2亿元", c=("3亿元", "2021..2023"))
    more = [district("d", says("coverage", "1%", "2023"), says("dropouts", "1%", "2023")), A, B]
    assert rankable(*spending, *more, *PLACES, SINGLE, *CHILDREN) == [
        ("coverage", 3, (3,)),
        ("dropouts", 1, ()),
        ("by_ways", 6, (3, 2)),
        ("spending", 3, (2,)),
    ]


def test_it_depends_on_the_choice():
    districts = [*single("recruited", a=("6名", "2021..2023"), b="3名", c=("3名", "2022")), A, B]
    plan = district("p", says("coverage", "99%", "2025", target=True), says("private", "1%", "2025", target=True))
    assert rankable(*districts, plan) == [("coverage", 2, (2,)), ("recruited", 3, (2,))]
    assert rankable(*districts, per_year=True) == [("coverage", 2, (2,)), ("recruited", 3, (3,))]
    assert rankable(*districts, year=2023) == [("coverage", 2, (2,)), ("recruited", 2, ())]
    assert rankable(*districts, same_period=True) == [("coverage", 2, (2,)), ("recruited", 3, ())]
    assert rankable(*districts, plan, targets=True) == [
        ("coverage", 3, (2,)),
        ("private", 1, ()),
        ("recruited", 3, (2,)),
    ]
    assert rankable(*districts, indicators=frozenset(["recruited"])) == [("recruited", 3, (2,))]
    assert rankable(*districts, dimensions=frozenset(["second"])) == []


def test_nothing_can_be_ranked_without_districts():
    assert rankable() == []
    assert rankable(district("a")) == []


# The repository's own five districts

FIVE = ("quzhou", "ouhai", "yunzhou", "zhangping", "luyang")


@pytest.fixture(scope="module")
def opened():
    return open_workspace(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="module")
def five(opened):
    return [opened.district(name) for name in FIVE]


@pytest.fixture(scope="module")
def ranking_of(opened, five):
    def made(indicator, *others, **choice):
        return rank(opened.catalogue.indicators[indicator], [*five, *others], Choice(**choice))

    return made


def test_98_20_per_cent_and_at_least_95_both_hold_the_first_two_ranks(ranking_of):
    found = ranking_of("after_school_student_participation")
    assert ranked(found) == [("luyang", (1, 2)), ("zhangping", (1, 2))]
    assert [shown(one.figure)[0] for one in found.ranked] == ["95%以上", "98.20%"]
    assert unranked(found) == [(id, "no-figure", None, []) for id in ("quzhou", "ouhai", "yunzhou")]


def test_studios_of_three_kinds_are_not_ranked_among_those_of_one(ranking_of):
    found = ranking_of("master_teacher_studios")
    assert ranked(found) == [("zhangping", 1), ("yunzhou", 2)]
    assert [shown(one.figure)[0] for one in found.ranked] == ["41个", "14个"]
    reasons = {id: (why, value and value[0], codes) for id, why, value, codes in unranked(found)}
    assert reasons == {
        "luyang": ("not-comparable", "108个", ["variants-differ"]),
        "quzhou": ("no-figure", None, []),
        "ouhai": ("no-figure", None, []),
    }


def test_a_grade_is_ranked_within_its_province(ranking_of):
    found = ranking_of("modernisation_grade")
    assert ranked(found) == [("ouhai", 1), ("quzhou", 2)]
    assert {id for id, why, _, _ in unranked(found) if why == "no-figure"} == {"yunzhou", "zhangping", "luyang"}


@pytest.mark.parametrize("indicator", ["quality_monitoring_level", "junior_secondary_city_rank"])
def test_what_one_district_alone_has_is_not_ranked(ranking_of, indicator):
    found = ranking_of(indicator)
    assert (found.ranked, found.chosen) == ((), 0)
    assert [(id, why) for id, why, _, _ in unranked(found)] == [
        (id, "alone" if id == "zhangping" else "no-figure") for id in FIVE
    ]


@pytest.mark.parametrize(
    ("indicator", "value", "variant", "beyond", "expected"),
    [
        ("quality_monitoring_level", "Ⅴ级", "provincial", ["330106", "340103", ""], ((1, 2), (1, 2))),
        ("quality_monitoring_level", "Ⅱ级", "provincial", ["330106", "340103", ""], (2, 1)),
        ("junior_secondary_city_rank", "第一名", None, ["350128", "330106", ""], (1, 2)),
    ],
)
def test_levels_and_places_stop_at_the_border(opened, ranking_of, indicator, value, variant, beyond, expected):
    def made(id, code):
        return district(id, says(indicator, value, "2023", variant=variant), code=code, catalogue=opened.catalogue)

    others = [made(f"other{n}", code) for n, code in enumerate(beyond)]
    found = ranking_of(indicator, *others)
    assert (found.ranked, found.groups) == ((), ())
    assert {why for id, why, _, _ in unranked(found) if id not in FIVE} <= {"alone", "not-comparable"}
    found = ranking_of(indicator, *others, made("neighbour", "350802"))
    assert dict(ranked(found)) == dict(zip(("neighbour", "zhangping"), expected, strict=True))
    assert [(id, why, codes) for id, why, _, codes in unranked(found) if id not in FIVE] == [
        ("other0", "not-comparable", ["scheme-ends-at-border"]),
        ("other1", "not-comparable", ["scheme-ends-at-border"]),
        ("other2", "not-comparable", ["division-code-missing"]),
    ]


def test_no_grade_or_rank_is_ranked_across_its_border(opened, five):
    """Every other district of the country prints what these five print, and so does a neighbour of each."""
    for indicator in opened.catalogue.indicators.values():
        if indicator.kind not in (Kind.GRADE, Kind.RANK):
            continue
        value = f"{indicator.levels[0]}级" if indicator.levels else "第一"
        codes = ["330304", "330381", "330803", "350881", "350802", "350128", "140215", "140212", "340103", "340122", ""]
        variant = next(iter(indicator.variants), None)
        everyone = [
            district(f"d{n}", says(indicator.id, value, "2023", variant=variant), code=code, catalogue=opened.catalogue)
            for n, code in enumerate(codes)
        ]
        found = rank(indicator, [*five, *everyone])
        assert found.groups
        for group in found.groups:
            borders = {figure.district.code[: indicator.border.digits] for figure in group.figures}
            assert len(borders) == 1
            assert borders != {""}


def test_what_the_five_districts_can_be_ranked_by(opened, five):
    found = rankable_indicators(opened.catalogue, five)
    by_id = {one.indicator.id: one for one in found}
    assert list(by_id) == [id for id in ordered_ids(opened.catalogue) if id in by_id]
    assert (
        by_id["after_school_student_participation"].districts,
        by_id["after_school_student_participation"].groups,
    ) == (2, (2,))
    assert (by_id["master_teacher_studios"].districts, by_id["master_teacher_studios"].groups) == (3, (2,))
    assert (by_id["quality_monitoring_level"].districts, by_id["quality_monitoring_level"].groups) == (1, ())
    for one in found:
        agreed = rank(one.indicator, five)
        assert one.groups == tuple(len(group.figures) for group in agreed.groups)
        without = {Reason.NO_FIGURE, Reason.ONLY_TARGET}
        assert one.districts == len(five) - sum(left.reason in without for left in agreed.unranked)


def ordered_ids(catalogue):
    dimensions = list(catalogue.dimensions)
    return sorted(catalogue.indicators, key=lambda id: dimensions.index(catalogue.indicators[id].dimension))


def test_code_names_stay(ranking_of):
    """Others stand on these words: machine formats print them."""
    assert [reason.value for reason in Reason] == [
        "no-figure",
        "only-target",
        "other-period",
        "not-comparable",
        "alone",
    ]
    (studios,) = [one for one in ranking_of("master_teacher_studios").unranked if one.district.id == "luyang"]
    assert [caveat.code for caveat in studios.caveats] == [Code.VARIANTS_DIFFER]
