"""``compare``: which figures stand in one row, what is left over, and what is left out."""

import pytest
from small_world import compared, district, effects, interval, only_pairing, only_row, rows_of, says, shown

from eduindex.analysis.choosing import Choice
from eduindex.analysis.verdict import Verdict


def chosen(*districts, **choice):
    return [shown(figure) for figure in only_row(*districts, **choice).figures]


def left_over(row):
    return sorted((figure.district.id, *shown(figure)) for figure in row.left_over)


def of(id, *figures, indicator="coverage", **more):
    """A district with the given (value, period) pairs of one indicator."""
    return district(id, *(says(indicator, value, period) for value, period in figures), **more)


# Like with like


def test_each_shared_variant_and_scope_gets_its_own_row():
    a = district(
        "a",
        says("by_ways", "10%", "2023", variant="children"),
        says("by_ways", "20%", "2023", variant="places"),
        says("by_ways", "30%", "2023", variant="children", scope="城区"),
    )
    b = district(
        "b",
        says("by_ways", "31%", "2023", variant="children", scope="城区"),
        says("by_ways", "21%", "2023", variant="places"),
        says("by_ways", "11%", "2023", variant="children"),
    )
    rows = rows_of(a, b)
    assert sorted(tuple(shown(figure)[0] for figure in row.figures) for row in rows) == [
        ("10%", "11%"),
        ("20%", "21%"),
        ("30%", "31%"),
    ]
    assert {row.pairings[0].verdict for row in rows} == {Verdict.WORSE}
    assert not any(row.left_over for row in rows)


def test_what_only_one_district_has_beside_a_shared_row_is_left_over():
    a = district(
        "a",
        says("by_ways", "10%", "2023", variant="children"),
        says("by_ways", "20%", "2023", variant="places"),
        says("by_ways", "30%", "2023", variant="children", scope="城区"),
    )
    b = district("b", says("by_ways", "11%", "2023", variant="children"), says("by_ways", "40%", "2023"))
    row = only_row(a, b)
    assert [shown(figure)[0] for figure in row.figures] == ["10%", "11%"]
    assert left_over(row) == [("a", "20%", "2023"), ("a", "30%", "2023"), ("b", "40%", "2023")]


def test_where_none_is_shared_one_row_of_whole_district_figures_shows_why():
    a = district(
        "a",
        says("by_ways", "30%", "2023", variant="children", scope="城区"),
        says("by_ways", "10%", "2022", variant="children"),
    )
    b = district("b", says("by_ways", "11%", "2023", variant="places"))
    row = only_row(a, b)
    assert [shown(figure) for figure in row.figures] == [("10%", "2022"), ("11%", "2023")]
    assert row.pairings[0].verdict is Verdict.NOT_COMPARABLE
    assert left_over(row) == [("a", "30%", "2023")]


@pytest.mark.parametrize("order", [1, -1])
def test_the_usual_variant_speaks_for_the_whole_district_then_an_unstated_one(order):
    entries = [
        says("by_usual_ways", "10%", "2023", variant="places"),
        says("by_usual_ways", "20%", "2021", variant="children"),
        says("by_usual_ways", "30%", "2022"),
    ]
    b = district("b", says("by_usual_ways", "40%", "2023", variant="rooms"))
    assert chosen(district("a", *entries[::order]), b)[0] == ("20%", "2021")
    assert chosen(district("a", *(entries[::2][::order])), b)[0] == ("30%", "2022")


def test_a_part_stands_in_where_nothing_else_is_known_and_is_not_compared_with_the_whole():
    a, b = district("a", says("coverage", "10%", "2023", scope="城区")), of("b", ("20%", "2023"))
    pairing = only_pairing(a, b)
    assert pairing.verdict is Verdict.NOT_COMPARABLE
    assert effects(pairing) == {"part-against-whole": "forbids"}


def test_the_same_scope_is_the_same_part():
    a, b = (district(id, says("coverage", value, "2023", scope="城区")) for id, value in (("a", "10%"), ("b", "20%")))
    assert only_pairing(a, b).verdict is Verdict.WORSE


# Which period


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("2022", "2023"),
        ("2023-05", "2023-06"),
        ("2023", "2022-09..2024-01"),
        ("2022/2023", "2023"),
        ("2023-06", "2022/2023"),
        ("2021..2023", "2023"),
        ("2021..2023", "2022..2023"),
        ("2023", "2023-12"),
        ("..2023", "2016..2023"),
        ("..2023-12", "2023"),
        ("2022", "2023-06.."),
    ],
)
def test_the_newest_end_counts_then_the_shortest_stated_span_and_unknown_starts_last(older, newer, order):
    a = of("a", *[("10%", older), ("20%", newer)][::order])
    row = only_row(a, of("b", ("30%", "2023")))
    assert shown(row.figures[0]) == ("20%", newer)
    assert left_over(row) == [("a", "10%", older)]


def test_a_year_takes_the_period_that_ends_in_it():
    a = of("a", ("10%", "2021"), ("20%", "2021/2022"), ("30%", "2023"))
    b = of("b", ("40%", "2020..2022"), ("50%", "2023"))
    row = only_row(a, b, year=2022)
    assert [shown(figure) for figure in row.figures] == [("20%", "2021/2022"), ("40%", "2020..2022")]
    assert left_over(row) == [("a", "10%", "2021"), ("a", "30%", "2023"), ("b", "50%", "2023")]


def test_a_year_of_a_district_wins_over_the_year_of_all():
    a, b = of("a", ("10%", "2021"), ("20%", "2022")), of("b", ("30%", "2021"), ("40%", "2022"))
    assert chosen(a, b, year=2022, years=(2021, None)) == [("10%", "2021"), ("40%", "2022")]
    assert chosen(a, b, years=(None, 2021)) == [("20%", "2022"), ("30%", "2021")]


def test_one_district_may_stand_beside_itself():
    a = of("a", ("10%", "2021"), ("20%", "2022"))
    pairing = only_pairing(a, a, years=(2022, 2021))
    assert pairing.verdict is Verdict.BETTER
    assert pairing.difference == interval(10, 10)


def test_the_same_period_is_the_newest_that_all_have():
    a = of("a", ("10%", "2020"), ("20%", "2021"), ("30%", "2022"), ("35%", "2023"))
    b = of("b", ("40%", "2020"), ("50%", "2021"), ("60%", "2022"))
    c = of("c", ("70%", "2020"), ("80%", "2021"), ("90%", "2023"))
    assert chosen(a, b, same_period=True) == [("30%", "2022"), ("60%", "2022")]
    assert chosen(a, b, c, same_period=True) == [("20%", "2021"), ("50%", "2021"), ("80%", "2021")]


def test_the_same_months_said_otherwise_are_the_same_period():
    a, b = of("a", ("10%", "2022"), ("20%", "2023")), of("b", ("30%", "2022"), ("40%", "2023-01..2023-12"))
    assert chosen(a, b, same_period=True) == [("20%", "2023"), ("40%", "2023-01..2023-12")]


def test_where_no_period_is_shared_there_is_no_row_and_the_indicator_is_counted():
    comparison = compared(of("a", ("10%", "2021")), of("b", ("30%", "2022")), same_period=True)
    assert comparison.rows == ()
    assert (comparison.alone, comparison.of_other_periods) == (0, 1)


def test_the_same_period_is_sought_for_each_shared_series():
    a = district(
        "a",
        says("by_ways", "10%", "2022", variant="children"),
        says("by_ways", "20%", "2023", variant="children"),
        says("by_ways", "30%", "2022", variant="places"),
    )
    b = district(
        "b",
        says("by_ways", "40%", "2022", variant="children"),
        says("by_ways", "50%", "2023", variant="places"),
    )
    assert ("10%", "40%") in [
        tuple(shown(figure)[0] for figure in row.figures if figure) for row in rows_of(a, b, same_period=True)
    ]


# Plans


def test_targets_appear_and_count_only_on_request():
    a = district("a", says("coverage", "90%", "2022"), says("coverage", "95%", "2025", target=True))
    b = district("b", says("coverage", "80%", "2022"), says("coverage", "99%", "2025", target=True))
    without, with_targets = compared(a, b), compared(a, b, targets=True)
    assert [[shown(figure)[0] for figure in row.figures] for row in without.rows] == [["90%", "80%"]]
    assert without.rows[0].left_over == ()
    assert without.targets_left_out == 2
    assert [[shown(figure)[0] for figure in row.figures] for row in with_targets.rows] == [
        ["90%", "80%"],
        ["95%", "99%"],
    ]
    assert [row.pairings[0].verdict for row in with_targets.rows] == [Verdict.BETTER, Verdict.WORSE]
    assert with_targets.targets_left_out == 0


def test_an_indicator_of_plans_alone_is_no_row_without_the_flag():
    a, b = (district(id, says("coverage", "90%", "2025", target=True)) for id in "ab")
    comparison = compared(a, b)
    assert comparison.rows == ()
    assert (comparison.alone, comparison.of_other_periods, comparison.targets_left_out) == (0, 0, 2)
    assert only_pairing(a, b, targets=True).verdict is Verdict.EQUAL


def test_a_lone_plan_stands_against_the_result_and_is_not_compared():
    a, b = district("a", says("coverage", "90%", "2022", target=True)), of("b", ("80%", "2022"))
    for pair in ((a, b), (b, a)):
        (pairing,) = [row.pairings[0] for row in rows_of(*pair, targets=True) if all(row.figures)]
        assert pairing.verdict is Verdict.NOT_COMPARABLE
        assert effects(pairing) == {"target-against-actual": "forbids"}


@pytest.mark.parametrize("plans_of_b", [(), ("95%",)])
def test_rows_of_one_figure_are_listed_only_with_everything(plans_of_b):
    a = district("a", says("coverage", "80%", "2022"), says("coverage", "90%", "2025", target=True))
    b = district("b", *(says("coverage", value, "2025", target=True) for value in plans_of_b))
    c = district("c", says("coverage", "70%", "2025", target=True))
    rows = rows_of(a, c, b, targets=True)
    assert rows
    assert all(sum(figure is not None for figure in row.figures) > 1 for row in rows)


def test_a_plan_is_never_compared_with_a_result_where_another_plan_can_be():
    a = district("a", says("coverage", "80%", "2022"), says("coverage", "90%", "2025", target=True))
    b = district("b", says("coverage", "95%", "2025", target=True))
    pairings = [row.pairings[0] for row in rows_of(a, b, targets=True) if all(row.figures)]
    assert [pairing.verdict for pairing in pairings] == [Verdict.WORSE]


def test_targets_of_indicators_that_were_not_asked_for_are_not_counted():
    a = district("a", says("coverage", "90%", "2022", target=True), says("dropouts", "1%", "2022", target=True))
    assert compared(a, of("b", ("1%", "2022")), indicators=frozenset({"dropouts"})).targets_left_out == 1


def test_each_target_that_is_left_out_is_counted():
    a = district("a", *(says("coverage", "90%", year, target=True) for year in ("2024", "2025")))
    assert compared(a, of("b", ("1%", "2022"))).targets_left_out == 2


# Nothing is added up


def test_parts_are_never_added():
    a = district(
        "a",
        says("added", "100个", "2023", variant="children"),
        says("added", "20个", "2023", variant="places"),
        says("added", "3个", "2023", variant="children", scope="城区"),
    )
    b = district("b", says("added", "50个", "2023", variant="children"))
    row = only_row(a, b)
    assert row.figures[0].interval == interval(100, 100)
    assert row.pairings[0].difference == interval(50, 50)
    assert left_over(row) == [("a", "20个", "2023"), ("a", "3个", "2023")]


def test_years_are_never_added():
    a = of("a", ("100名", "2022"), ("20名", "2023"), indicator="recruited")
    b = of("b", ("50名", "2022..2023"), indicator="recruited")
    row = only_row(a, b)
    assert row.figures[0].interval == interval(20, 20)
    assert row.pairings[0].verdict is Verdict.NOT_COMPARABLE
    assert left_over(row) == [("a", "100名", "2022")]


def test_what_is_left_over_is_named_once():
    a = district(
        "a",
        says("by_ways", "10%", "2023", variant="children"),
        says("by_ways", "20%", "2023", variant="places"),
        says("by_ways", "30%", "2023", variant="rooms"),
    )
    b = district("b", *(says("by_ways", "11%", "2023", variant=variant) for variant in ("children", "places")))
    assert [left_over(row) for row in rows_of(a, b)] == [[("a", "30%", "2023")], []]


# The rows


def test_rows_follow_the_dimensions_and_the_catalogue():
    ids = ["spending", "rank", "schools", "coverage"]
    values = {"spending": "5万元", "rank": "第2", "schools": "3所", "coverage": "9%"}
    a, b = (district(id, *(says(each, values[each], "2023") for each in ids)) for id in "ab")
    assert [row.indicator.id for row in rows_of(a, b)] == ["coverage", "schools", "rank", "spending"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, {"coverage", "dropouts", "spending"}),
        ({"indicators": frozenset({"dropouts"})}, {"dropouts"}),
        ({"dimensions": frozenset({"second"})}, {"spending"}),
        ({"dimensions": frozenset({"first"}), "indicators": frozenset({"spending", "coverage"})}, {"coverage"}),
        ({"indicators": frozenset({"rank"})}, set()),
    ],
)
def test_dimensions_and_indicators_narrow_the_rows(choice, expected):
    entries = (says("coverage", "9%", "2023"), says("dropouts", "1%", "2023"), says("spending", "5万元", "2023"))
    comparison = compared(district("a", *entries), district("b", *entries), **choice)
    assert {row.indicator.id for row in comparison.rows} == expected


def test_what_one_district_has_alone_is_counted_or_shown():
    a = district("a", says("coverage", "9%", "2023"), says("dropouts", "1%", "2023"))
    b = district("b", says("coverage", "8%", "2023"), says("schools", "3所", "2023"))
    few, all_of_them = compared(a, b), compared(a, b, everything=True)
    assert ([row.indicator.id for row in few.rows], few.alone) == (["coverage"], 2)
    assert [row.indicator.id for row in all_of_them.rows] == ["coverage", "dropouts", "schools"]
    assert all_of_them.alone == 0
    assert all_of_them.rows[1].figures[1] is None
    assert all_of_them.rows[1].pairings == (None,)


def test_what_two_have_of_other_periods_only_is_counted_apart():
    a, b = of("a", ("9%", "2022")), of("b", ("8%", "2021"))
    comparison = compared(a, b, year=2022)
    assert (comparison.rows, comparison.alone, comparison.of_other_periods) == ((), 0, 1)
    assert chosen(a, b, year=2022, everything=True) == [("9%", "2022"), None]


def test_what_two_have_of_other_periods_is_counted_with_everything_too():
    comparison = compared(of("a", ("9%", "2020")), of("b", ("8%", "2021")), year=2022, everything=True)
    assert (comparison.rows, comparison.of_other_periods) == ((), 1)


def test_districts_without_anything_in_common_have_no_rows():
    comparison = compared(district("a"), district("b"))
    assert (comparison.rows, comparison.alone, comparison.of_other_periods, comparison.targets_left_out) == (
        (),
        0,
        0,
        0,
    )
    assert [identity.id for identity in comparison.districts] == ["a", "b"]


def test_a_choice_is_everything_of_the_newest_period_unless_told_otherwise():
    assert Choice() == Choice(frozenset(), frozenset(), None, (), False, False, False, False)


# More than two


def test_the_first_district_is_compared_with_each_other():
    a, b, c, d = (of(id, (value, "2023")) for id, value in zip("abcd", ("50%", "40%", "60%", "50%"), strict=True))
    row = only_row(a, b, c, d)
    assert [pairing.verdict for pairing in row.pairings] == [Verdict.BETTER, Verdict.WORSE, Verdict.EQUAL]
    assert [pairing.difference for pairing in row.pairings] == [interval(10, 10), interval(-10, -10), interval(0, 0)]
    assert {pairing.first.district.id for pairing in row.pairings} == {"a"}
    assert [pairing.other.district.id for pairing in row.pairings] == ["b", "c", "d"]


def test_two_of_three_are_enough_for_a_row():
    a, b, c = of("a"), of("b", ("40%", "2023")), of("c", ("60%", "2023"))
    row = only_row(a, b, c)
    assert [shown(figure) for figure in row.figures] == [None, ("40%", "2023"), ("60%", "2023")]
    assert row.pairings == (None, None)
    assert [pairing and pairing.verdict for pairing in only_row(b, a, c).pairings] == [None, Verdict.WORSE]


def test_a_third_district_without_the_shared_variant_shows_its_whole_figure():
    a = district("a", says("by_ways", "10%", "2023", variant="children"))
    b = district("b", says("by_ways", "20%", "2023", variant="children"))
    c = district("c", says("by_ways", "30%", "2023", variant="places"), says("by_ways", "5%", "2024", scope="城区"))
    row = only_row(a, b, c)
    assert [shown(figure)[0] for figure in row.figures] == ["10%", "20%", "30%"]
    assert [pairing.verdict for pairing in row.pairings] == [Verdict.WORSE, Verdict.NOT_COMPARABLE]
    assert left_over(row) == [("c", "5%", "2024")]


def test_left_out_indicators_are_those_that_a_single_one_of_all_has():
    a, b, c = of("a", ("1%", "2023")), of("b"), of("c", ("1%", "2023"), indicator="dropouts")
    assert compared(a, b, c).alone == 2
