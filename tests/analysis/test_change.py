"""``change_over_time``: one district against itself, and the order by gaps."""

import pytest
from small_world import CATALOGUE, district, effects, interval, pairing_of, says, shown

from eduindex.analysis.change import change_over_time, largest_gap_first
from eduindex.analysis.choosing import Choice
from eduindex.analysis.verdict import Verdict


def changes(*entries, earlier=None, later=None, code="330302", **choice):
    return change_over_time(CATALOGUE, district("a", *entries, code=code), earlier, later, Choice(**choice))


def only_change(*entries, **more):
    (pairing,) = changes(*entries, **more).pairings
    return pairing


HISTORY = [says("coverage", value, year) for value, year in (("50%", "2020"), ("80%", "2023"), ("60%", "2021"))]


@pytest.mark.parametrize(
    ("earlier", "later", "before", "after", "verdict"),
    [
        (None, None, "50%", "80%", Verdict.BETTER),
        (2021, None, "60%", "80%", Verdict.BETTER),
        (None, 2021, "50%", "60%", Verdict.BETTER),
        (2021, 2023, "60%", "80%", Verdict.BETTER),
        (2023, 2020, "80%", "50%", Verdict.WORSE),
    ],
)
def test_the_later_figure_is_the_subject(earlier, later, before, after, verdict):
    pairing = only_change(*HISTORY, earlier=earlier, later=later)
    assert (shown(pairing.first)[0], shown(pairing.other)[0]) == (after, before)
    assert pairing.verdict is verdict


def test_a_series_is_compared_with_itself_alone():
    result = changes(
        says("by_ways", "50%", "2020", variant="children"),
        says("by_ways", "60%", "2023", variant="places"),
        says("by_ways", "70%", "2023", variant="children", scope="城区"),
        says("by_ways", "80%", "2023", variant="children", target=True),
        says("coverage", "1%", "2023"),
        targets=True,
    )
    assert result.pairings == ()
    assert result.unmatched == 5


def test_a_year_without_a_figure_leaves_the_series_unmatched():
    assert changes(*HISTORY, earlier=2019).unmatched == 1
    assert changes(*HISTORY, earlier=2023, later=2023).unmatched == 1


def test_plans_change_only_on_request():
    plans = [says("coverage", value, year, target=True) for value, year in (("90%", "2024"), ("95%", "2025"))]
    without = changes(*plans)
    assert (without.pairings, without.unmatched) == ((), 0)
    assert only_change(*plans, targets=True).difference == interval(5, 5)


def test_what_was_never_stated_is_taken_to_have_stayed_the_same():
    pairing = only_change(says("by_ways", "50%", "2020"), says("by_ways", "60%", "2023"))
    assert pairing.verdict is Verdict.BETTER
    assert effects(pairing) == {"variant-unstated": "warns", "periods-differ": "warns"}


def test_spans_of_different_length_are_not_comparable_over_time_either():
    pairing = only_change(says("recruited", "9名", "2019..2021"), says("recruited", "5名", "2023"))
    assert pairing.verdict is Verdict.NOT_COMPARABLE


def test_a_district_without_a_code_is_inside_its_own_border():
    pairing = only_change(says("provincial", "9%", "2020"), says("provincial", "8%", "2023"), code="")
    assert pairing.verdict is Verdict.WORSE


def test_indicators_and_dimensions_narrow_the_changes():
    entries = [*HISTORY, says("spending", "5万元", "2020"), says("spending", "6万元", "2023")]
    assert [pairing.first.indicator.id for pairing in changes(*entries, dimensions=frozenset({"second"})).pairings] == [
        "spending"
    ]
    assert [
        pairing.first.indicator.id for pairing in changes(*entries, indicators=frozenset({"coverage"})).pairings
    ] == ["coverage"]


def test_the_largest_relative_gap_comes_first_and_what_has_none_last():
    pairings = {
        "not comparable": pairing_of("recruited", ("900名", "2019..2023"), ("1名", "2022")),
        "open": pairing_of("coverage", ("1%以上", "2023"), ("90%", "2023")),
        "grade": pairing_of("grade", ("A等", "2023"), ("C等", "2023")),
        "equal": pairing_of("coverage", ("50%", "2023"), ("50%", "2023")),
        "a tenth": pairing_of("coverage", ("90%", "2023"), ("100%", "2023")),
        "a half": pairing_of("recruited", ("2名", "2023"), ("1名", "2023")),
        "at least a quarter": pairing_of("coverage", ("80%以上", "2023"), ("60%", "2023")),
    }
    expected = ["a half", "at least a quarter", "a tenth", "equal", "grade", "open", "not comparable"]
    names = {id(pairing): name for name, pairing in pairings.items()}
    for given in (list(pairings.values()), list(pairings.values())[::-1]):
        assert [names[id(pairing)] for pairing in largest_gap_first(given)] == expected
