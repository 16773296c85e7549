"""``ranks_of``: a rank is 1 + the number of strictly better values, and an interval where values are."""

from collections import Counter
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_figures import (
    EXTREMES,
    between,
    figure,
    figure_between,
    figures,
    figures_between,
    intervals,
    means,
    printed,
    printed_alike,
    values_of,
)
from small_world import interval, only_figure, says

from eduindex.analysis.ranks import places_of, ranks_of
from eduindex.analysis.verdict import Order, order_of
from eduindex.model.catalogue import Direction
from eduindex.model.interval import Interval


def is_lower_better(figures):
    return figures[0].indicator.direction is Direction.LOWER


def ranks_in(values, figures):
    """The rank of each figure if the figures had these values; those that are printed alike are never before each other."""
    numbers = [-value for value in values] if is_lower_better(figures) else values
    return [
        1
        + sum(other > own and not printed_alike(one, another) for other, another in zip(numbers, figures, strict=True))
        for own, one in zip(numbers, figures, strict=True)
    ]


def ranks_in_all(figures, given_values):
    """For each figure all the ranks that it has in some assignment."""
    found = [set() for _ in figures]
    for values in given_values:
        for ranks, rank in zip(found, ranks_in(values, figures), strict=True):
            ranks.add(rank)
    return found


def assignments_of_numbers(figures):
    """As ``assignments``, but what is printed alike has one value, which all that print it allow."""
    keys = [next(n for n, other in enumerate(figures) if other is one or printed_alike(one, other)) for one in figures]
    common: dict[int, Interval] = {}
    for key, one in zip(keys, figures, strict=True):
        common[key] = one.possible.intersection(common.get(key, one.possible))
    choices = [values_of(ends, figures[key].per_year) for key, ends in common.items()]
    for chosen in product(*choices):
        values = dict(zip(common, chosen, strict=True))
        yield [values[key] for key in keys]


def check_ranks(figures):
    """Both ends of each figure's ranks are attained by some assignment, and no assignment leads outside."""
    found = ranks_in_all(figures, assignments_of_numbers(figures))
    assert ranks_of(figures) == [(min(ranks), max(ranks)) for ranks in found]


# Against every assignment of values


@given(printed())
@example(figures("coverage", "98.20%", "95%以上"))
@example(figures("coverage", "98.2%", "98.20%", "98.22%"))
@example(figures("coverage", "95%", "95.00%", "95%以上", "低于95%", "超95%"))
@example(figures("rank", "第二", "至多3名", "第三", "2名"))
@example(figures("grade", "A等以上", "A等", "B等以上", "B等以下"))
@example(figures("spending", "7.04亿元", "70449万元", "70400万元"))
def test_the_ranks_of_printed_figures_are_those_of_all_assignments(figures):
    check_ranks(figures)


@given(between())
@example(figures_between("growth", interval(1, 2), interval(2, 3)))
@example(figures_between("growth", interval(1, 2, high_open=True), interval(2, 3)))
@example(figures_between("growth", interval(1, 2), interval(2, 3, low_open=True)))
@example(figures_between("dropouts", interval(1, 2), interval(2, 3), interval(2, 2)))
@example(figures_between("growth", interval(None, 2), interval(2, None), interval(None, None)))
def test_so_are_those_of_any_intervals(figures):
    check_ranks(figures)


SUMS = st.tuples(
    st.sampled_from(["1名", "2名", "3名", "6名", "2名以上", "不足6名", "1-2名", "0.0002万名", "0.0006万名"]),
    st.sampled_from(["2023", "2022..2023", "2021..2023", "2018..2023"]),
)


@given(st.lists(SUMS, min_size=1, max_size=5).map(lambda sums: means("recruited", *sums)))
@example(means("recruited", ("2名", "2022..2023"), ("1名", "2023"), ("3名", "2021..2023")))
@example(means("recruited", ("0.0002万名", "2022..2023"), ("0.0003万名", "2021..2023"), ("0.0001万名", "2023")))
def test_so_are_those_of_means_per_year(figures):
    check_ranks(figures)


@pytest.mark.parametrize("indicator", ["coverage", pytest.param("dropouts", id="lower is better"), "private"])
def test_so_are_those_at_the_ends_of_what_a_share_can_be(indicator):
    @given(st.lists(EXTREMES, min_size=1, max_size=4))
    @example(["100%", "100.0%"])
    @example(["0%", "0.0%"])
    def check(values):
        check_ranks(figures(indicator, *values))

    check()


@given(printed())
@example(figures("coverage", "2%", "2.0%", "2.00%", "2.04%", "1.95%"))
def test_giving_numbers_printed_alike_one_value_leads_to_no_other_rank(figures):
    for ranks, (best, worst) in zip(
        ranks_in_all(figures, assignments_of_numbers(figures)), ranks_of(figures), strict=True
    ):
        assert best <= min(ranks) <= max(ranks) <= worst


# Each of these numbers is always printed alike, so what holds of a pair holds of both ends of its ranks.
ONE_DECIMAL = st.sampled_from(["1.0%", "1.1%", "1.2%", "2%", "1.0%以上", "超1.1%", "约1.1%", "低于1.2%"])


def of_one_precision(least=1):
    lists = st.lists(ONE_DECIMAL, min_size=least, max_size=5)
    return st.builds(lambda id, values: figures(id, *values), st.sampled_from(["coverage", "dropouts"]), lists)


@given(of_one_precision())
def test_and_to_no_fewer_ranks_where_numbers_have_one_precision(figures):
    found = ranks_in_all(figures, assignments_of_numbers(figures))
    assert ranks_of(figures) == [(min(ranks), max(ranks)) for ranks in found]


# Against the order of each pair


@given(
    printed(least=2) | between(least=2) | st.lists(SUMS, min_size=2, max_size=5).map(lambda s: means("recruited", *s))
)
def test_ranks_agree_with_the_order_of_every_pair(figures):
    ranks = ranks_of(figures)
    better, worse = (Order.BELOW, Order.ABOVE) if is_lower_better(figures) else (Order.ABOVE, Order.BELOW)
    for one, (best, worst) in zip(figures, ranks, strict=True):
        orders = [order_of(another, one) for another in figures if another is not one]
        of_each = Counter(orders)
        assert best == 1 + of_each[better]
        assert best <= worst <= len(figures) - of_each[worse] - of_each[Order.EQUAL]
        for another, (other_best, other_worst) in zip(figures, ranks, strict=True):
            if order_of(one, another) is better:
                assert best < other_best
                assert worst <= other_worst


@given(of_one_precision(least=2))
def test_where_numbers_have_one_precision_a_better_figure_has_better_ranks_and_ties_share_them(figures):
    better = Order.BELOW if is_lower_better(figures) else Order.ABOVE
    for (one, ranks), (another, other_ranks) in permutations(zip(figures, ranks_of(figures), strict=True), 2):
        order = order_of(one, another)
        if order is better:
            assert ranks[0] < other_ranks[0]
            assert ranks[1] < other_ranks[1]
        if order is Order.EQUAL:
            assert ranks == other_ranks


# Places, where those that tie may stand in any order


def places_in(values, figures):
    """For each figure the places that it may take if the figures had these values, ties in any order."""
    ranks = ranks_in(values, figures)
    worse = [
        sum(other < own and not printed_alike(one, another) for other, another in zip(numbers, figures, strict=True))
        for numbers in ([-value for value in values] if is_lower_better(figures) else values,)
        for own, one in zip(numbers, figures, strict=True)
    ]
    return [range(rank, len(figures) - number + 1) for rank, number in zip(ranks, worse, strict=True)]


def check_places(figures):
    found = [set() for _ in figures]
    for values in assignments_of_numbers(figures):
        for places, possible in zip(found, places_in(values, figures), strict=True):
            places.update(possible)
    assert places_of(figures) == [(min(places), max(places)) for places in found]


@given(printed() | between())
@example(figures("coverage", "90%", "80%", "80%", "80%"))
@example(figures("coverage", "98.2%", "98.20%", "98.22%"))
@example(figures("dropouts", "2%", "2.0%", "2.04%", "2%以上"))
@example(figures("grade", "A等", "A等以上", "B等以上", "B等"))
def test_places_are_those_of_every_order_of_every_assignment(figures):
    check_places(figures)


@given(st.lists(SUMS, min_size=1, max_size=5).map(lambda sums: means("recruited", *sums)))
@example(means("recruited", ("300名", "2021..2023"), ("100名", "2023"), ("1名", "2023")))
def test_so_are_those_of_means(figures):
    check_places(figures)


@given(printed() | between())
def test_a_place_is_one_of_the_ranks_or_behind_them(figures):
    for (best, worst), (first, last) in zip(ranks_of(figures), places_of(figures), strict=True):
        assert first == best
        assert worst <= last <= len(figures)


@pytest.mark.parametrize(
    ("indicator", "values", "expected"),
    [
        ("coverage", ["90%", *["80%"] * 8], [(1, 1), *[(2, 9)] * 8]),
        ("coverage", [*["90%"] * 3, "80%"], [*[(1, 3)] * 3, (4, 4)]),
        ("dropouts", [*["90%"] * 3, "80%"], [*[(2, 4)] * 3, (1, 1)]),
        ("coverage", ["90%", "80%", "70%"], [(1, 1), (2, 2), (3, 3)]),
        ("coverage", ["98.20%", "98.20%", "95%以上"], [(1, 3), (1, 3), (1, 3)]),
        ("coverage", ["95%以上", "95%"], [(1, 2), (1, 2)]),
    ],
)
def test_those_that_tie_share_all_places_that_they_hold_together(indicator, values, expected):
    assert places_of(figures(indicator, *values)) == expected


def test_nobody_has_no_place():
    assert places_of([]) == []


# Other districts, in another order


@given(printed() | between(), st.randoms(use_true_random=False))
def test_permuting_the_districts_changes_nothing(figures, random):
    ranks = {one.district.id: rank for one, rank in zip(figures, ranks_of(figures), strict=True)}
    random.shuffle(figures)
    assert {one.district.id: rank for one, rank in zip(figures, ranks_of(figures), strict=True)} == ranks


@given(printed(least=2) | between(least=2))
def test_adding_a_figure_that_is_certainly_worse_changes_no_rank(figures):
    *others, added = figures
    is_worse = Order.ABOVE if is_lower_better(figures) else Order.BELOW
    for one, before, after in zip(others, ranks_of(others), ranks_of(figures)[:-1], strict=True):
        if order_of(added, one) is is_worse:
            assert before == after
        else:
            assert before[0] <= after[0] <= before[0] + 1
            assert before[1] <= after[1] <= before[1] + 1


@given(st.lists(intervals(missing=False), min_size=1, max_size=5), st.sampled_from(["growth", "dropouts"]))
def test_adding_the_certainly_worst_of_all_puts_it_last_and_changes_nobody_else(ends, indicator):
    others = figures_between(indicator, *ends)
    worst = interval(7, 8) if is_lower_better(others) else interval(-2, -1)
    added = figure_between(indicator, worst, id="last")
    assert ranks_of([*others, added]) == [*ranks_of(others), (len(others) + 1, len(others) + 1)]


@given(st.lists(intervals(), min_size=1, max_size=5))
def test_where_lower_is_better_the_mirrored_numbers_have_the_same_ranks(ends):
    upwards = figures_between("growth", *ends)
    downwards = figures_between("dropouts", *(one.mirrored for one in ends))
    assert ranks_of(upwards) == ranks_of(downwards)


@given(st.lists(intervals(), min_size=1, max_size=5))
def test_where_neither_way_is_better_the_highest_is_first(ends):
    assert ranks_of(figures_between("private", *ends)) == ranks_of(figures_between("growth", *ends))


# Examples


def test_nobody_has_no_rank_and_one_alone_is_the_first():
    assert ranks_of([]) == []
    assert ranks_of([figure("coverage", "95%以上")]) == [(1, 1)]


SINGLE = [
    ("coverage", ["99%", "98%", "98%", "97%"], [1, 2, 2, 4]),
    ("coverage", ["98.20%", "98.20%"], [1, 1]),
    ("coverage", ["98.2%", "98.20%"], [1, 1]),
    ("coverage", ["95%", "95.00%"], [1, 1]),
    ("coverage", ["95.00%", "96%", "95%", "94.99%", "95.0000%"], [2, 1, 2, 5, 2]),
    ("spending", ["7.04亿元", "70400万元", "70451万元"], [2, 2, 1]),
    ("dropouts", ["0.3%", "0.1%", "0.1%", "2%"], [3, 1, 1, 4]),
    ("class_ratio", ["46:1", "50:1", "46:1"], [1, 3, 1]),
    ("private", ["40%", "30%", "40%"], [1, 3, 1]),
    ("rank", ["第八", "第二", "2名", "第九"], [3, 1, 1, 4]),
    ("grade", ["A等", "C等", "A等以上", "B等"], [1, 4, 1, 3]),
    ("leavers", ["5名", "3名"], [2, 1]),
    ("growth", ["5%", "下降1%", "0%"], [1, 3, 2]),
    ("coverage", ["超95%", "95%", "低于95%"], [1, 2, 3]),
    ("coverage", ["近99%", "99%"], [2, 1]),
    ("recruited", ["2000余名", "2000名", "3000名"], [2, 3, 1]),
    ("spending", ["2.6亿元", "3亿元以上", "2.5亿元以下"], [2, 1, 3]),  # bounds are not rounded
]


@pytest.mark.parametrize(("indicator", "values", "expected"), SINGLE)
def test_certain_orders_and_exact_ties_give_single_ranks(indicator, values, expected):
    assert ranks_of(figures(indicator, *values)) == [(rank, rank) for rank in expected]


OPEN = [
    ("coverage", ["98.20%", "95%以上"], [(1, 2), (1, 2)]),
    ("coverage", ["98.20%", "98.20%", "95%以上"], [(1, 2), (1, 2), (1, 3)]),
    ("coverage", ["95%以上", "95%以上"], [(1, 2), (1, 2)]),
    ("coverage", ["95%以上", "95%"], [(1, 1), (1, 2)]),
    ("coverage", ["95%以上", "95%以下"], [(1, 1), (1, 2)]),
    ("coverage", ["95%以上", "95.0%"], [(1, 2), (1, 2)]),
    ("coverage", ["95%以上", "96%", "94%", "94%"], [(1, 2), (1, 2), (3, 3), (3, 3)]),
    ("coverage", ["98.2%", "98.24%"], [(1, 2), (1, 2)]),
    ("dropouts", ["5%以下", "5%"], [(1, 1), (1, 2)]),
    ("dropouts", ["低于5%", "3%", "6%以上"], [(1, 2), (1, 2), (3, 3)]),
    ("recruited", ["2000名以上", "2500名", "9000名"], [(1, 3), (2, 3), (1, 2)]),
    ("growth", ["1%以下", "1%以上", "2%以下"], [(1, 3), (1, 2), (1, 3)]),
    ("grade", ["B等以上", "B等", "A等", "C等"], [(1, 2), (2, 3), (1, 1), (4, 4)]),
    ("rank", ["至多3名", "第二", "第三", "第四"], [(1, 2), (1, 2), (2, 3), (4, 4)]),
]


@pytest.mark.parametrize(("indicator", "values", "expected"), OPEN)
def test_bounds_and_rounding_leave_ranks_open(indicator, values, expected):
    assert ranks_of(figures(indicator, *values)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["100%", "100.0%"], [(1, 1), (1, 1)]),
        (["100%", "100.00%", "99%"], [(1, 1), (1, 1), (3, 3)]),
        (["0%", "0.0%"], [(1, 1), (1, 1)]),
    ],
)
@pytest.mark.parametrize("indicator", ["coverage", "dropouts"])
@pytest.mark.parametrize("step", [1, -1])
def test_all_or_nothing_printed_with_other_precision_is_a_tie(indicator, values, expected, step):
    last_is_first = indicator == "dropouts" and len(values) == 3
    expected = [(2, 2), (2, 2), (1, 1)] if last_is_first else expected
    assert ranks_of(figures(indicator, *values[::step])) == expected[::step]


MEANS = [
    # Sums of people are exact, so means with equal quotients are one number, however the division ends.
    ("recruited", [("100名", "2021..2023"), ("200名", "2018..2023"), ("33名", "2023")], [(1, 1), (1, 1), (3, 3)]),
    ("recruited", [("604名", "2019..2023"), ("251名", "2022"), ("120名", "2023")], [(2, 2), (1, 1), (3, 3)]),
    ("recruited", [("300名", "2021..2023"), ("100名", "2023")], [(1, 1), (1, 1)]),
    # Sums of money in 亿 are rounded: a mean of them may be above the number that equals it as printed.
    ("spending", [("2亿元", "2022..2023"), ("10000万元", "2023")], [(1, 2), (1, 2)]),
    ("spending", [("3亿元", "2021..2023"), ("2亿元", "2022..2023"), ("5000万元", "2023")], [(1, 2), (1, 2), (3, 3)]),
    # Whole years without a mean keep to what is printed.
    ("spending", [("1.0亿元", "2023"), ("1.00亿元", "2022"), ("9亿元", "2021..2023")], [(2, 2), (2, 2), (1, 1)]),
    ("recruited", [("10名以上", "2022..2023"), ("5名", "2023"), ("4名", "2023")], [(1, 1), (1, 2), (3, 3)]),
]


@pytest.mark.parametrize(("indicator", "values", "expected"), MEANS)
def test_means_of_a_year_tie_where_nothing_is_rounded(indicator, values, expected):
    assert ranks_of(means(indicator, *values)) == expected


def test_sums_and_means_are_ranked_by_what_a_year_has():
    sums = [("7名", "2017..2023"), ("6名", "2018..2023"), ("5名", "2019..2023"), ("1名", "2023")]
    assert ranks_of(means("recruited", *sums)) == [(1, 1)] * 4
    found = [Fraction(one.interval.low) / (one.per_year or 1) for one in means("recruited", *sums)]
    assert found == [1] * 4


def test_a_contradiction_is_open_between_its_ends():
    contradictory = only_figure(says("recruited", "1740名", "2023"), says("recruited", "1620名", "2023"))
    others = figures("recruited", "1700名", "1800名", "1620名")
    assert ranks_of([contradictory, *others]) == [(2, 3), (2, 3), (1, 1), (3, 4)]
