"""The caveats: every code with its effect, and the limits of each."""

import pytest
from small_world import (
    compared,
    district,
    effects,
    interval,
    only_figure,
    only_pairing,
    only_row,
    pairing_of,
    rows_of,
    says,
)

from eduindex.analysis.caveats import Code, Effect, caveats_of
from eduindex.analysis.figures import is_running
from eduindex.analysis.verdict import Verdict

W, U, F = Effect.WARNS, Effect.UNDETERMINED, Effect.FORBIDS


def two(first, other, *, codes=("330302", "330304"), published="undated", **choice):
    """The pairing of two districts that have one entry each, given as the arguments of ``says``."""
    districts = [
        district(id, says(*words, **more), code=code, published=published)
        for id, code, (words, more) in zip("ab", codes, (first, other), strict=True)
    ]
    (pairing,) = [row.pairings[0] for row in rows_of(*districts, **choice) if all(row.figures)]
    return pairing


def said(*words, **more):
    return words, more


def opposite_before():
    return only_pairing(
        district("a", says("coverage", "27%", "2022"), says("coverage", "85.81%", "2023")),
        district("b", says("coverage", "56.67%", "2022"), says("coverage", "60%", "2023")),
    )


PLAIN = said("coverage", "90%", "2023")
CHILDREN = said("by_ways", "90%", "2023", variant="children")
PLACES = said("by_ways", "80%", "2023", variant="places")
CASES = [
    (Code.TARGET_AGAINST_ACTUAL, F, lambda: two(PLAIN, said("coverage", "80%", "2023", target=True), targets=True)),
    (
        Code.SPAN_LENGTHS_DIFFER,
        F,
        lambda: two(said("recruited", "9名", "2019..2023"), said("recruited", "1名", "2022")),
    ),
    (Code.SPAN_START_UNKNOWN, F, lambda: two(said("recruited", "9名", "..2023"), said("recruited", "1名", "2023"))),
    (
        Code.MEAN_PER_YEAR,
        W,
        lambda: two(said("recruited", "9名", "2019..2023"), said("recruited", "1名", "2022"), per_year=True),
    ),
    (Code.VARIANTS_DIFFER, F, lambda: two(CHILDREN, PLACES)),
    (
        Code.VARIANTS_DIFFER,
        W,
        lambda: two(
            said("by_mixed_ways", "9%", "2023", variant="children"),
            said("by_mixed_ways", "8%", "2023", variant="rooms"),
        ),
    ),
    (Code.VARIANT_UNSTATED, U, lambda: two(CHILDREN, said("by_ways", "80%", "2023"))),
    (
        Code.VARIANT_UNSTATED,
        W,
        lambda: two(said("by_usual_ways", "9%", "2023", variant="children"), said("by_usual_ways", "8%", "2023")),
    ),
    (
        Code.SCOPES_DIFFER,
        F,
        lambda: two(said("coverage", "9%", "2023", scope="城区"), said("coverage", "8%", "2023", scope="农村")),
    ),
    (Code.PART_AGAINST_WHOLE, F, lambda: two(PLAIN, said("coverage", "8%", "2023", scope="农村"))),
    (
        Code.SCHEME_ENDS_AT_BORDER,
        F,
        lambda: two(said("provincial", "9%", "2023"), said("provincial", "8%", "2023"), codes=("330302", "350881")),
    ),
    (
        Code.DIVISION_CODE_MISSING,
        F,
        lambda: two(said("provincial", "9%", "2023"), said("provincial", "8%", "2023"), codes=("330302", "")),
    ),
    (Code.PERIODS_DIFFER, W, lambda: two(PLAIN, said("coverage", "80%", "2022"))),
    (Code.CALENDAR_AGAINST_SCHOOL_YEAR, W, lambda: two(PLAIN, said("coverage", "80%", "2022/2023"))),
    (Code.PERIOD_RUNNING, W, lambda: two(said("coverage", "90%", "2023-06.."), said("coverage", "80%", "2023-06.."))),
    (Code.ORDER_WAS_OPPOSITE, W, opposite_before),
    (
        Code.SOURCES_CONTRADICT,
        W,
        lambda: only_pairing(
            district("a", says("coverage", "85%", "2023"), says("coverage", "90%", "2023")),
            district("b", says("coverage", "1%", "2023")),
        ),
    ),
    (Code.ROUNDED, U, lambda: two(said("coverage", "90.2%", "2023"), said("coverage", "90.22%", "2023"))),
    (Code.BOUND, W, lambda: two(said("coverage", "95%以上", "2023"), PLAIN)),
    (Code.APPROXIMATION, W, lambda: two(said("coverage", "近99%", "2023"), PLAIN)),
    (Code.DATE_NOT_PRINTED, W, lambda: two(said("coverage", "95%", "2023", dated=False), PLAIN)),
    (Code.NOTE, W, lambda: two(said("coverage", "95%", "2023", note="Both are new"), PLAIN)),
]


@pytest.mark.parametrize(("code", "effect", "reached"), CASES, ids=[f"{code}-{effect}" for code, effect, _ in CASES])
def test_every_caveat_is_reached_with_its_effect(code, effect, reached):
    pairing = reached()
    assert {caveat.effect for caveat in pairing.caveats if caveat.code is code} == {effect}
    if effect is F:
        assert pairing.verdict is Verdict.NOT_COMPARABLE
        assert pairing.difference is None
    else:
        assert (pairing.verdict is Verdict.UNDETERMINED) is (effect is U)


def test_no_caveat_is_without_a_case():
    assert {code for code, *_ in CASES} == set(Code)


def test_two_plain_figures_have_no_caveat():
    assert two(PLAIN, said("coverage", "80%", "2023")).caveats == ()


def test_the_strongest_caveat_decides():
    pairing = two(
        said("by_ways", "90%", "2023", note="n"), said("by_ways", "80%以上", "2022", variant="places", scope="城区")
    )
    assert effects(pairing) == {
        "variant-unstated": "undetermined",
        "part-against-whole": "forbids",
        "periods-differ": "warns",
        "note": "warns",
        "bound": "warns",
    }
    assert pairing.verdict is Verdict.NOT_COMPARABLE


# Spans


@pytest.mark.parametrize(
    ("first", "other", "comparable"),
    [
        ("2023", "2022", True),
        ("2023", "2022/2023", True),
        ("2021..2023", "2019..2021", True),
        ("2023", "2022-07..2023-06", True),
        ("2023-09..2024-01", "2022-09..2023-01", True),
        ("2019..2023", "2023", False),
        ("2023-09..2024-01", "2023", False),
        ("2023-05", "2023", False),
        ("..2023", "..2023", False),
        ("..2023", "2023", False),
        ("2023-06..", "2023", False),
        ("2023-06..", "2023-06..", True),
    ],
)
@pytest.mark.parametrize(("indicator", "value"), [("recruited", "9名"), ("spending", "9万元"), ("rotation", "9%")])
def test_flows_are_comparable_over_spans_of_one_length(indicator, value, first, other, comparable):
    pairing = pairing_of(indicator, (value, first), (value, other))
    assert (pairing.verdict is Verdict.EQUAL) is comparable
    assert (pairing.verdict is Verdict.NOT_COMPARABLE) is not comparable


@pytest.mark.parametrize(("first", "other"), [("2019..2023", "2023"), ("..2023", "2023"), ("2023-06", "2023")])
def test_stocks_have_no_span(first, other):
    assert pairing_of("coverage", ("9%", first), ("9%", other)).verdict is Verdict.EQUAL


# Means of a year


@pytest.mark.parametrize(("indicator", "unit"), [("recruited", "名"), ("spending", "万元"), ("aid", "万元")])
def test_per_year_compares_means_of_counts_and_amounts_over_whole_years(indicator, unit):
    a, b = (
        district("a", says(indicator, f"604{unit}", "2019..2023")),
        district("b", says(indicator, f"251{unit}", "2022")),
    )
    row = only_row(a, b, per_year=True)
    (pairing,) = row.pairings
    assert row.figures[0].per_year == 5
    assert row.figures[0].counted.low == interval("120.8", None).low
    assert row.figures[1].per_year is None
    assert pairing.verdict is Verdict.FEWER
    assert effects(pairing) == {"mean-per-year": "warns", "periods-differ": "warns"}
    (mean,) = [caveat for caveat in pairing.caveats if caveat.code is Code.MEAN_PER_YEAR]
    assert [figure.per_year for figure in mean.figures] == [5]


def test_both_figures_may_be_means():
    pairing = two(said("recruited", "604名", "2019..2023"), said("recruited", "251名", "2022..2023"), per_year=True)
    assert pairing.difference == interval("-4.7", "-4.7")
    assert [figure.per_year for figure in pairing.caveats[0].figures] == [5, 2]


def test_spans_of_one_length_are_never_divided():
    pairing = two(said("recruited", "604名", "2019..2023"), said("recruited", "251名", "2018..2022"), per_year=True)
    assert pairing.difference == interval(353, 353)
    assert effects(pairing) == {"periods-differ": "warns"}


@pytest.mark.parametrize(("indicator", "value"), [("rotation", "24.43%"), ("growth", "5%")])
def test_shares_and_rates_are_never_divided(indicator, value):
    a, b = district("a", says(indicator, value, "2021..2023")), district("b", says(indicator, "1%", "2022"))
    row = only_row(a, b, per_year=True)
    assert row.figures[0].per_year is None
    assert row.figures[0].interval == interval(value[:-1], value[:-1])
    assert row.pairings[0].verdict is Verdict.NOT_COMPARABLE
    assert "span-lengths-differ" in effects(row.pairings[0])


@pytest.mark.parametrize("indicator", ["coverage", "schools", "class_ratio"])
def test_stocks_are_never_divided(indicator):
    value = {"coverage": "9%", "schools": "9所", "class_ratio": "9:1"}[indicator]
    a, b = district("a", says(indicator, value, "2021..2023")), district("b", says(indicator, value, "2023"))
    assert [figure.per_year for figure in only_row(a, b, per_year=True).figures] == [None, None]


@pytest.mark.parametrize("span", ["2023-09..2024-01", "..2023", "2023-06..", "2016..2023-01"])
def test_one_span_that_is_no_whole_year_is_never_divided(span):
    a, b = district("a", says("recruited", "900名", span)), district("b", says("recruited", "1名", "2022"))
    row = only_row(a, b, per_year=True)
    assert [figure.per_year for figure in row.figures] == [None, None]
    assert row.pairings[0].verdict is Verdict.NOT_COMPARABLE


@pytest.mark.parametrize(
    "span",
    ["2023-09..2024-01", "2023-06..", "2016..2023-01", "..2023"],
)
def test_a_mean_of_a_year_is_not_compared_with_a_span_that_has_none(span):
    for first, other in (("2019..2023", span), (span, "2019..2023")):
        pairing = two(said("recruited", "900名", first), said("recruited", "1名", other), per_year=True)
        assert pairing.verdict is Verdict.NOT_COMPARABLE


def test_a_third_district_that_cannot_be_divided_does_not_hinder_the_others():
    a = district("a", says("recruited", "604名", "2019..2023"))
    b, c = district("b", says("recruited", "251名", "2022")), district("c", says("recruited", "9名", "..2023"))
    assert [pairing.verdict for pairing in only_row(a, b, c, per_year=True).pairings] == [
        Verdict.FEWER,
        Verdict.NOT_COMPARABLE,
    ]


def test_means_keep_bounds_and_rounding():
    for first, other, verdict in (
        (("500名以上", "2019..2023"), ("100名", "2022"), Verdict.UNDETERMINED),
        (("超500名", "2019..2023"), ("100名", "2022"), Verdict.MORE),
        (("100名", "2021..2023"), ("33名", "2022"), Verdict.MORE),
        (("100名", "2021..2023"), ("34名", "2022"), Verdict.FEWER),
        (("1万人", "2019..2023"), ("2900人", "2022"), Verdict.UNDETERMINED),
        (("1万人", "2019..2023"), ("3100人", "2022"), Verdict.FEWER),
    ):
        assert two(said("recruited", *first), said("recruited", *other), per_year=True).verdict is verdict


def test_an_exact_mean_may_be_equal():
    pairing = two(said("recruited", "600名", "2021..2023"), said("recruited", "200名", "2023"), per_year=True)
    assert pairing.verdict is Verdict.EQUAL


def test_the_mean_of_a_rounded_sum_is_equal_to_nothing_printed():
    pairing = two(said("spending", "6亿元", "2021..2023"), said("spending", "2亿元", "2023"), per_year=True)
    assert pairing.verdict is Verdict.UNDETERMINED


# Variants


@pytest.mark.parametrize(
    ("indicator", "first", "other", "code", "effect"),
    [
        ("by_ways", "children", "children", None, None),
        ("by_ways", "children", "places", Code.VARIANTS_DIFFER, F),
        ("by_ways", "children", None, Code.VARIANT_UNSTATED, U),
        ("by_ways", None, None, Code.VARIANT_UNSTATED, U),
        ("by_usual_ways", "children", "places", Code.VARIANTS_DIFFER, F),
        ("by_usual_ways", "children", None, Code.VARIANT_UNSTATED, W),
        ("by_usual_ways", None, None, Code.VARIANT_UNSTATED, W),
        ("by_mixed_ways", "children", "places", Code.VARIANTS_DIFFER, W),
        ("by_mixed_ways", "children", None, Code.VARIANT_UNSTATED, W),
        ("coverage", None, None, None, None),
    ],
)
def test_variants(indicator, first, other, code, effect):
    expected = {} if code is None else {str(code): str(effect)}
    for one, another in ((first, other), (other, first)):
        pairing = two(said(indicator, "9%", "2023", variant=one), said(indicator, "8%", "2023", variant=another))
        assert effects(pairing) == expected
        assert (pairing.verdict is Verdict.BETTER) is (effect not in (F, U))


def test_the_usual_reading_settles_nothing_where_the_other_states_another_variant():
    pairing = two(said("by_usual_ways", "9%", "2023"), said("by_usual_ways", "8%", "2023", variant="places"))
    assert pairing.verdict is Verdict.UNDETERMINED


def test_a_caveat_names_the_figures_it_is_about():
    pairing = two(CHILDREN, said("by_ways", "80%", "2023"))
    (caveat,) = pairing.caveats
    assert [figure.district.id for figure in caveat.figures] == ["b"]


# Borders


@pytest.mark.parametrize(
    ("indicator", "codes", "code"),
    [
        ("provincial", ("330302", "330803"), None),
        ("provincial", ("330302", "350881"), Code.SCHEME_ENDS_AT_BORDER),
        ("municipal", ("330302", "330304"), None),
        ("municipal", ("330302", "330803"), Code.SCHEME_ENDS_AT_BORDER),
        ("municipal", ("330302", ""), Code.DIVISION_CODE_MISSING),
        ("municipal", ("", ""), Code.DIVISION_CODE_MISSING),
        ("coverage", ("330302", "350881"), None),
        ("coverage", ("", ""), None),
    ],
)
def test_borders(indicator, codes, code):
    pairing = two(said(indicator, "9%", "2023"), said(indicator, "8%", "2023"), codes=codes)
    assert effects(pairing) == ({} if code is None else {str(code): "forbids"})


# Periods


@pytest.mark.parametrize(
    ("first", "other", "months"),
    [
        ("2023", "2022", 12),
        ("2023-06", "2022-03", 15),
        ("2023", "2023-06", 6),
        ("2021..2023", "2023", 0),
        ("2023-06..", "2023", None),
    ],
)
def test_periods_that_differ_say_by_how_much(first, other, months):
    for one, another in ((first, other), (other, first)):
        pairing = two(said("coverage", "9%", one), said("coverage", "8%", another))
        (caveat,) = [caveat for caveat in pairing.caveats if caveat.code is Code.PERIODS_DIFFER]
        assert caveat.months == months


@pytest.mark.parametrize(
    ("first", "other", "mixed"),
    [
        ("2022", "2021/2022", True),
        ("2021/2022", "2022/2023", False),
        ("2022", "2021", False),
        ("2022-06", "2021/2022", False),
        ("2022-09..2023-08", "2022/2023", False),
        ("2022..2023", "2021/2022..2022/2023", True),
    ],
)
def test_calendar_against_school_year(first, other, mixed):
    for one, another in ((first, other), (other, first)):
        pairing = two(said("coverage", "9%", one), said("coverage", "8%", another))
        assert ("calendar-against-school-year" in effects(pairing)) is mixed


@pytest.mark.parametrize(
    ("indicator", "value", "period", "published", "running"),
    [
        ("recruited", "9名", "2023-06..", "undated", True),
        ("coverage", "9%", "2023-06..", "undated", True),
        ("recruited", "9名", "2023", "2023-11-30", True),
        ("recruited", "9名", "2023", "2023-12", False),
        ("recruited", "9名", "2023", "2024-01-05", False),
        ("recruited", "9名", "2023", "2023", False),
        ("recruited", "9名", "2023", "2022", True),
        ("recruited", "9名", "2023", "undated", False),
        ("recruited", "9名", "2022/2023", "2023-06", True),
        ("recruited", "9名", "2022/2023", "2023-08", False),
    ],
)
def test_a_period_is_running_by_its_notation_or_by_the_date_of_its_source(indicator, value, period, published, running):
    figure = only_figure(says(indicator, value, period), published=published)
    assert is_running(figure) is running
    assert (Code.PERIOD_RUNNING in {caveat.code for caveat in caveats_of(figure)}) is running


def test_plans_are_made_before_their_time():
    assert not is_running(only_figure(says("recruited", "9名", "2025", target=True), published="2024-01"))


# The order before


def of(id, **figures):
    """A district with a coverage a year: ``of("a", y2022="27%")``."""
    return district(id, *(says("coverage", value, year.removeprefix("y")) for year, value in figures.items()))


def opposite(pairing):
    """The earlier figures that the caveat names."""
    found = [caveat for caveat in pairing.caveats if caveat.code is Code.ORDER_WAS_OPPOSITE]
    return [
        (str(figure.period), figure.district.id, figure.observations[0].entry.value)
        for each in found
        for figure in each.figures
    ]


def test_the_opposite_order_is_told_with_its_figures():
    a, b = of("a", y2022="27%", y2023="85.81%"), of("b", y2022="56.67%")
    assert opposite(only_pairing(a, b)) == [("2022", "a", "27%"), ("2022", "b", "56.67%")]
    assert opposite(only_pairing(b, a)) == [("2022", "b", "56.67%"), ("2022", "a", "27%")]


def test_the_newest_of_several_opposite_orders_is_told():
    a, b = (
        of("a", y2020="1%", y2021="2%", y2022="9%", y2023="9%"),
        of("b", y2020="5%", y2021="5%", y2022="5%", y2023="5%"),
    )
    assert opposite(only_pairing(a, b)) == [("2021", "a", "2%"), ("2021", "b", "5%")]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ({"y2022": "60%", "y2023": "85%"}, {"y2022": "56%", "y2023": "70%"}),
        ({"y2022": "56%", "y2023": "85%"}, {"y2022": "56%", "y2023": "70%"}),
        ({"y2022": "50%以上", "y2023": "85%"}, {"y2022": "56%", "y2023": "70%"}),
        ({"y2022": "27%", "y2023": "70%"}, {"y2022": "56%", "y2023": "70%"}),
        ({"y2021": "27%", "y2023": "85%"}, {"y2022": "56%", "y2023": "70%"}),
    ],
)
def test_no_opposite_order_is_told_where_there_is_none(first, other):
    assert opposite(only_pairing(of("a", **first), of("b", **other))) == []


def test_a_later_period_is_no_earlier_one():
    a, b = of("a", y2022="27%", y2023="85%"), of("b", y2022="56%", y2023="70%")
    assert opposite(only_pairing(a, b, year=2022)) == []


def test_earlier_figures_that_cannot_be_compared_had_no_order():
    a = district("a", says("recruited", "9名", "..2021"), says("recruited", "50名", "2023"))
    b = district("b", says("recruited", "90名", "..2021"), says("recruited", "20名", "2023"))
    pairing = only_pairing(a, b)
    assert pairing.verdict is Verdict.MORE
    assert opposite(pairing) == []


# What a figure carries by itself


@pytest.mark.parametrize("value", ["95%以上", "超95%", "95%以下", "低于95%"])
def test_bounds_warn(value):
    assert [caveat.code for caveat in caveats_of(only_figure(says("coverage", value, "2023")))] == [Code.BOUND]


@pytest.mark.parametrize("value", ["2000余名", "2.2万多人", "近2000名", "约2000名", "1-2名"])
def test_approximations_warn(value):
    assert [caveat.code for caveat in caveats_of(only_figure(says("recruited", value, "2023")))] == [Code.APPROXIMATION]


def test_a_plan_to_reach_a_number_is_a_bound():
    figure = only_figure(says("coverage", "95%", "2025", target=True, evidence="达到95%"))
    assert [caveat.code for caveat in caveats_of(figure)] == [Code.BOUND]
    assert caveats_of(only_figure(says("coverage", "95%", "2025", target=True))) == ()


@pytest.mark.parametrize(
    ("evidence", "dated", "warns"),
    [("2023年达95%", False, False), ("近三年达95%", False, False), ("目前达95%", False, True), ("达95%", True, False)],
)
def test_a_date_is_printed_in_the_evidence_or_stated_apart(evidence, dated, warns):
    figure = only_figure(says("coverage", "95%", "2023", evidence=evidence, dated=dated))
    assert (Code.DATE_NOT_PRINTED in {caveat.code for caveat in caveats_of(figure)}) is warns


def test_one_print_with_a_date_is_enough():
    entries = (says("coverage", "95%", "2023", dated=False), says("coverage", "95%", "2023", source="yearbook"))
    assert caveats_of(only_figure(*entries)) == ()


def test_a_note_of_either_figure_warns_and_changes_nothing_else():
    noted = said("coverage", "95%", "2023", note="Both are new")
    for first, other in ((noted, PLAIN), (PLAIN, noted)):
        pairing = two(first, other)
        assert effects(pairing) == {"note": "warns"}
        assert pairing.verdict in (Verdict.BETTER, Verdict.WORSE)


def test_both_figures_bring_their_caveats():
    pairing = two(said("coverage", "95%以上", "2023"), said("coverage", "超90%", "2023"))
    assert [(str(caveat.code), caveat.figures[0].district.id) for caveat in pairing.caveats] == [
        ("bound", "a"),
        ("bound", "b"),
    ]


def test_a_comparison_without_pairs_has_no_caveats():
    comparison = compared(district("a", says("coverage", "95%以上", "2023")), district("b"), everything=True)
    assert [row.pairings for row in comparison.rows] == [(None,)]
