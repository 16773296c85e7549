"""What holds of every comparison, whatever the districts say.

The possible values of a figure are computed here anew from its observations, so that a fault in how figures are made shows.
"""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_world import CATALOGUE, compared, district, only_figure, rows_of, says, shown

from eduindex.analysis.choosing import Choice
from eduindex.analysis.comparison import compare
from eduindex.analysis.verdict import Verdict
from eduindex.model.catalogue import Direction

CLAIMS_ABOVE = {Verdict.HIGHER, Verdict.MORE}
CLAIMS_BELOW = {Verdict.LOWER, Verdict.FEWER}
MIRRORED = {
    Verdict.BETTER: Verdict.WORSE,
    Verdict.WORSE: Verdict.BETTER,
    Verdict.HIGHER: Verdict.LOWER,
    Verdict.LOWER: Verdict.HIGHER,
    Verdict.MORE: Verdict.FEWER,
    Verdict.FEWER: Verdict.MORE,
}
NEARLY_HALF = Fraction(499999, 1000000)
TINY, HUGE = Fraction(1, 10**9), Fraction(10**9)

# Values close together, so that they overlap, touch and repeat.

_PATTERNS = ("{}", "{}", "{}以上", "超{}", "{}以下", "低于{}", "近{}", "约{}")


def _numbers(unit):
    numbers = st.integers(1, 12).map(str) | st.integers(10, 120).map(lambda tenths: f"{tenths // 10}.{tenths % 10}")
    return numbers.map(lambda number: number + unit)


def _ends(unit):
    brackets = st.tuples(st.integers(0, 11), st.integers(1, 6), st.sampled_from("[("), st.sampled_from("])"))
    return brackets.map(lambda ends: f"{ends[2]}{ends[0]}, {ends[0] + ends[1]}{ends[3]}{unit}")


def _bound(unit):
    return st.builds(str.format, st.sampled_from(_PATTERNS), _numbers(unit)) | _ends(unit)


PER_CENT = _bound("%")
PEOPLE = st.builds(str.format, st.sampled_from(_PATTERNS), st.integers(1, 40).map("{}名".format) | _numbers("万人"))
MONEY = _bound("亿元") | st.builds(
    str.format, st.sampled_from(_PATTERNS), st.integers(9000, 130000).map("{}万元".format)
)
VALUES = {
    "coverage": PER_CENT,
    "dropouts": PER_CENT,
    "private": PER_CENT,
    "recruited": PEOPLE,
    "spending": MONEY,
    "rank": st.integers(1, 5).map("第{}".format) | st.integers(1, 5).map("至多{}名".format),
    "grade": st.sampled_from(["A等", "B等", "C等", "B等以上", "B等以下", "A等以上"]),
    "by_ways": PER_CENT,
    "by_usual_ways": PER_CENT,
    "by_mixed_ways": PER_CENT,
    "provincial": PER_CENT,
    "rotation": PER_CENT,
}
VARIED = ("by_ways", "by_usual_ways", "by_mixed_ways")
PERIODS = st.sampled_from(
    ["2021", "2022", "2023", "2022/2023", "2021..2023", "..2023", "2023-06..", "2022-09..2023-01", "2022-06"]
)
WHOLE_YEARS = st.sampled_from(["2023", "2022", "2022..2023", "2021..2023", "2017..2023", "2022-09..2023-08"])


@st.composite
def entries(draw, indicators=tuple(VALUES), scopes=("", "", "城区")):
    """One entry of any of the indicators."""
    indicator = draw(st.sampled_from(indicators))
    return says(
        indicator,
        draw(VALUES[indicator]),
        draw(PERIODS),
        variant=draw(st.sampled_from([None, "children", "places"])) if indicator in VARIED else None,
        scope=draw(st.sampled_from(scopes)),
        target=draw(st.sampled_from([False, False, True])),
        note=draw(st.sampled_from(["", "n"])),
        dated=draw(st.booleans()),
    )


def districts(id, **options):
    codes = st.sampled_from(["330302", "350881", ""])
    return st.builds(
        lambda said, code: district(id, *said, code=code),
        st.lists(entries(**options), min_size=1, max_size=6, unique_by=_series_and_period),
        codes,
    )


def _series_and_period(entry):
    return (entry.indicator, entry.variant, entry.scope, entry.status, entry.period)


CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "targets": st.booleans(),
        "per_year": st.booleans(),
        "same_period": st.booleans(),
        "year": st.sampled_from([2022, 2023]),
        "everything": st.booleans(),
    },
)

# The possible values of an observation, and of a figure


def ends_of(observation):
    """The lowest and the highest possible value, with the rounding to the last digit; ``None`` where there is no end."""
    margin = Fraction(observation.resolution or 0) * NEARLY_HALF
    natural, read = observation.indicator.natural_range, observation.interval
    low = None if read.low is None else Fraction(read.low) - margin + (TINY if read.low_open else 0)
    high = None if read.high is None else Fraction(read.high) + margin - (TINY if read.high_open else 0)
    low = low if low is None or natural.low is None else max(low, Fraction(natural.low))
    high = high if high is None or natural.high is None else min(high, Fraction(natural.high))
    return (-HUGE if low is None else low, HUGE if high is None else high)


def ends_of_figure(figure):
    """The intersection of what all observations allow, else (a contradiction) everything between them."""
    ends = [ends_of(observation) for observation in figure.observations]
    low, high = max(low for low, _ in ends), min(high for _, high in ends)
    if low <= high:
        return low, high
    return min(low for low, _ in ends), max(high for _, high in ends)


def samples(figure):
    low, high = ends_of_figure(figure)
    years = figure.per_year or 1
    return [number / years for number in (low, (low + high) / 2, high)]


def claims_above(pairing):
    """Whether the verdict says that the first value is larger (or smaller); ``None`` where it says neither."""
    lower_is_better = pairing.first.indicator.direction is Direction.LOWER
    if pairing.verdict in (Verdict.BETTER, Verdict.WORSE):
        return (pairing.verdict is Verdict.BETTER) is not lower_is_better
    if pairing.verdict in CLAIMS_ABOVE | CLAIMS_BELOW:
        return pairing.verdict in CLAIMS_ABOVE
    return None


def check_claim(pairing):
    above = claims_above(pairing)
    if above is None:
        return
    for one in samples(pairing.first):
        for another in samples(pairing.other):
            assert one > another if above else one < another, (
                shown(pairing.first),
                shown(pairing.other),
                pairing.verdict,
            )


def pairings_of(*districts_, **choice):
    return [pairing for row in rows_of(*districts_, **choice) for pairing in row.pairings if pairing]


def two_of(indicator, first, other, period="2023", other_period=None):
    one = district("a", *(says(indicator, value, period) for value in first))
    return one, district("b", *(says(indicator, value, other_period or period) for value in other))


@st.composite
def two_figures(draw, indicators=("coverage", "dropouts", "private", "recruited", "spending", "rank", "grade"), most=1):
    """An indicator and what two districts print for it, each in up to ``most`` places."""
    indicator = draw(st.sampled_from(indicators))
    values = st.lists(VALUES[indicator], min_size=1, max_size=most)
    return indicator, draw(values), draw(values)


@given(two_figures())
@example(("coverage", ["98.2%"], ["98.24%"]))
@example(("coverage", ["95%以上"], ["95%"]))
@example(("coverage", ["超95%"], ["95%"]))
@example(("recruited", ["2000余名"], ["3000名"]))
@example(("spending", ["7.04亿元"], ["70449万元"]))
def test_a_verdict_claims_no_order_that_some_values_would_reverse(figures):
    for pairing in pairings_of(*two_of(*figures)):
        check_claim(pairing)


@given(two_figures(most=3))
@example(("coverage", ["95%以上", "98.2%"], ["98.24%"]))
@example(("spending", ["1.62亿元", "1.74亿元"], ["17440万元"]))
@example(("recruited", ["1740名", "1620名", "1740名"], ["1700名"]))
def test_nor_do_figures_of_several_observations(figures):
    for pairing in pairings_of(*two_of(*figures)):
        check_claim(pairing)


@given(districts("a"), districts("b"), CHOICES)
def test_nor_does_any_row_of_any_choice(first, other, choice):
    for pairing in pairings_of(first, other, **choice):
        check_claim(pairing)


@given(two_figures())
@example(("recruited", ["2.1万人"], ["1万人以下"]))
@example(("coverage", ["超95%"], ["94%"]))
def test_an_order_that_all_values_have_is_claimed(figures):
    for pairing in pairings_of(*two_of(*figures)):
        (low, high), (other_low, other_high) = ends_of_figure(pairing.first), ends_of_figure(pairing.other)
        steps = [each.observations[0].resolution or 0 for each in (pairing.first, pairing.other)]
        margin = Fraction(sum(steps)) / 10**5 + 2 * TINY  # what touches is told apart elsewhere
        if low > other_high + margin or high < other_low - margin:
            assert claims_above(pairing) is (low > other_high)


@given(two_figures())
@example(("coverage", ["98.2%"], ["98.20%"]))
@example(("spending", ["7.0亿元"], ["70000万元"]))
def test_equal_is_said_of_equal_printed_points_alone(figures):
    for pairing in pairings_of(*two_of(*figures)):
        first, other = pairing.first, pairing.other
        if pairing.verdict is Verdict.EQUAL:
            assert first.point is not None
            assert first.point == other.point
        if first.interval.is_point and other.interval.is_point and first.point == other.point:
            assert pairing.verdict is Verdict.EQUAL


@given(two_figures())
def test_the_difference_holds_every_difference_of_printed_values(figures):
    for pairing in pairings_of(*two_of(*figures)):
        if pairing.difference is None:
            assert pairing.first.indicator.levels
            continue
        for one in (pairing.first.interval.low, pairing.first.interval.high):
            for another in (pairing.other.interval.low, pairing.other.interval.high):
                if one is not None and another is not None:
                    difference = one - another
                    assert pairing.difference.low is None or pairing.difference.low <= difference
                    assert pairing.difference.high is None or difference <= pairing.difference.high


# Swapping and permuting


def _figure_key(figure):
    return (
        None
        if figure is None
        else (figure.district.id, figure.variant, figure.scope.key, figure.status, figure.period.text)
    )


def _rows_by_figures(comparison):
    rows = {(row.indicator.id, frozenset(map(_figure_key, row.figures))): row for row in comparison.rows}
    assert len(rows) == len(comparison.rows)
    return rows


def _left_over(comparison):
    return Counter((row.indicator.id, _figure_key(figure)) for row in comparison.rows for figure in row.left_over)


def _counts(comparison):
    return comparison.alone, comparison.of_other_periods, comparison.targets_left_out


def _negated(interval):
    if interval is None:
        return None
    low, high = (None if end is None else -end for end in (interval.high, interval.low))
    return (low, high, interval.high_open, interval.low_open)


def _plain(interval):
    return None if interval is None else (interval.low, interval.high, interval.low_open, interval.high_open)


def _codes(pairing):
    return sorted((caveat.code, caveat.effect, caveat.months or 0) for caveat in pairing.caveats)


@given(districts("a"), districts("b"), CHOICES)
def test_swapping_the_districts_swaps_the_verdicts(first, other, choice):
    there, back = compared(first, other, **choice), compared(other, first, **choice)
    rows, mirrored_rows = _rows_by_figures(there), _rows_by_figures(back)
    assert rows.keys() == mirrored_rows.keys()
    assert _left_over(there) == _left_over(back)
    assert _counts(there) == _counts(back)
    for key, row in rows.items():
        (pairing,), (mirrored,) = row.pairings, mirrored_rows[key].pairings
        assert (pairing is None) is (mirrored is None)
        if pairing and mirrored:
            assert mirrored.verdict is MIRRORED.get(pairing.verdict, pairing.verdict)
            assert _plain(mirrored.difference) == _negated(pairing.difference)
            assert _codes(mirrored) == _codes(pairing)


SUBJECT, B, C, D = (districts(id) for id in "abcd")
_IN_TWO_ORDERS = (
    district("a", says("by_ways", "1%", "2023")),
    district("b", says("by_ways", "2%", "2023", variant="children"), says("by_ways", "3%", "2023", variant="places")),
    district("c", says("by_ways", "4%", "2023", variant="places"), says("by_ways", "5%", "2023", variant="children")),
    district("d", says("schools", "1所", "2023")),
)


def _by_district(comparison):
    """Every row as its figures and pairings by district, without the order of districts and rows."""
    rows = Counter()
    for row in comparison.rows:
        ids = [identity.id for identity in comparison.districts[1:]]
        said = {
            (id, pairing and pairing.verdict, pairing and _plain(pairing.difference))
            for id, pairing in zip(ids, row.pairings, strict=True)
        }
        rows[row.indicator.id, frozenset(map(_figure_key, row.figures)), frozenset(said)] += 1
    return rows


def _check_permuted(subject, others, choice):
    first = compared(subject, *others, **choice)
    for order in (others[::-1], others[1:] + others[:1]):
        again = compared(subject, *order, **choice)
        assert _by_district(again) == _by_district(first)
        assert _left_over(again) == _left_over(first)
        assert _counts(again) == _counts(first)


UNVARIED = tuple(id for id in VALUES if id not in VARIED)


@given(*(districts(id, indicators=UNVARIED, scopes=("",)) for id in "abcd"), CHOICES)
def test_permuting_the_other_districts_permutes_the_result_only(a, b, c, d, choice):
    _check_permuted(a, (b, c, d), choice)


@given(SUBJECT, B, C, D, CHOICES)
@example(*_IN_TWO_ORDERS, {})
def test_permuting_the_others_permutes_the_result_only_where_variants_and_scopes_differ_too(a, b, c, d, choice):
    _check_permuted(a, (b, c, d), choice)


# Observations of one figure


def _merged(values):
    figure = only_figure(*(says("spending", value, "2023") for value in values))
    return _plain(figure.interval), _plain(figure.possible), figure.point, figure.contradictory


@pytest.mark.parametrize(
    "values",
    [
        *combinations(["7.04亿元", "70412万元", "7亿元", "70000万元", "80000万元", "不足9亿元"], 2),
        ("7亿元", "超7亿元"),
        ("超7亿元", "不足8亿元"),
    ],
)
def test_two_observations_say_the_same_in_either_order(values):
    assert _merged(values) == _merged(values[::-1])


@given(st.lists(VALUES["spending"], min_size=2, max_size=4))
@example(["9000万元以上", "低于9000万元"])
@example(["17400万元", "16200万元", "17000万元"])
@example(["7.0亿元", "7.1亿元"])
@example(["近7亿元", "6.8亿元以上"])
def test_merging_does_not_depend_on_the_order(values):
    assert len({_merged(order) for order in permutations(values)}) == 1


# Means of a year


@given(two_figures(("recruited", "spending")), WHOLE_YEARS, WHOLE_YEARS)
@example(("recruited", ["100名"], ["33名"]), "2021..2023", "2023")
@example(("spending", ["2亿元"], ["4100万元"]), "2019..2023", "2023")
@example(("recruited", ["1名以上"], ["1名"]), "2017..2023", "2023")
def test_a_mean_of_a_year_turns_no_open_order_into_a_claim(figures, period, other_period):
    for pairing in pairings_of(*two_of(*figures, period, other_period), per_year=True):
        assert pairing.verdict is not Verdict.NOT_COMPARABLE
        check_claim(pairing)


@given(two_figures(("recruited", "spending", "rotation")), PERIODS, PERIODS)
@example(("recruited", ["900名"], ["1名"]), "2021..2023", "2022-09..2023-01")
def test_per_year_lifts_nothing_but_whole_years_of_counts_and_amounts(figures, period, other_period):
    lengths = {p: s.period.months for p in (period, other_period) for s in [only_figure(says("rotation", "1%", p))]}
    alike = period == other_period != "..2023" or len(set(lengths.values()) - {None}) == len(set(lengths.values())) == 1
    divisible = figures[0] != "rotation" and all(months and months % 12 == 0 for months in lengths.values())
    for pairing in pairings_of(*two_of(*figures, period, other_period), per_year=True):
        assert (pairing.verdict is Verdict.NOT_COMPARABLE) is not (alike or divisible)


@given(two_figures(("recruited", "spending")), WHOLE_YEARS, WHOLE_YEARS)
def test_means_are_computed_exactly_or_rounded_outwards(figures, period, other_period):
    for row in rows_of(*two_of(*figures, period, other_period), per_year=True):
        for figure in row.figures:
            years = figure.per_year or 1
            for end, printed, sign in ((figure.counted.low, "low", 1), (figure.counted.high, "high", -1)):
                whole = getattr(figure.observations[0].interval, printed)
                assert (end is None) is (whole is None)
                if end is not None:
                    assert 0 <= sign * (Fraction(whole) / years - Fraction(end)) <= Fraction(1, 10**6)


def test_a_comparison_changes_nothing_it_is_given():
    a, b = two_of("coverage", ["1%"], ["2%"])
    assert compare(CATALOGUE, (a, b), Choice()) == compare(CATALOGUE, (a, b), Choice())
    assert a.observations[0].interval.low == Decimal(1)
