"""``targets_of``: a district's targets held against its own figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import CATALOGUE, district, interval, only_figure, says, shown

from eduindex.analysis.caveats import Code, Effect
from eduindex.analysis.choosing import Choice
from eduindex.analysis.targets import HeldTarget, Outcome, Reason, required_of, targets_of
from eduindex.analysis.thresholds import meets
from eduindex.model.interval import Interval

REACHED, MISSED, OPEN, NO_FIGURE = Outcome


def plans(indicator, value, period="2023", **more):
    return says(indicator, value, period, target=True, **more)


def held_of(*entries, published="undated", **choice) -> tuple[HeldTarget, ...]:
    return targets_of(CATALOGUE, district("a", *entries, published=published), Choice(**choice)).held


def only_held(*entries, **more) -> HeldTarget:
    (held,) = held_of(*entries, **more)
    return held


def answer(held: HeldTarget):
    return held.outcome, [reason.value for reason in held.reasons], shown(held.actual)


# Indicator, planned, reported for the same year, outcome, distance.
DUE = [
    ("coverage", "60%", "61.5%", REACHED, "1.5"),
    ("coverage", "60%", "60%", REACHED, "0"),
    ("coverage", "60%", "60.0%", REACHED, "0.0"),
    ("coverage", "60%", "56.67%", MISSED, "-3.33"),
    ("coverage", "95%以上", "98%以上", REACHED, ("3", "5")),
    ("coverage", "95%以上", "90%以上", OPEN, ("-5", "5")),
    ("coverage", "60%", "低于50%", MISSED, ("-60", "-10", False, True)),
    ("dropouts", "5%", "4%", REACHED, "-1"),
    ("dropouts", "5%以内", "6%", MISSED, "1"),
    ("dropouts", "低于5%", "5%", MISSED, "0"),
    ("dropouts", "低于5%", "低于5%", REACHED, ("-5", "0", False, True)),
    ("private", "5%以内", "4%", REACHED, "-1"),
    ("private", "20%", "19%", MISSED, "-1"),
    ("private", "20%", "20%", REACHED, "0"),
    ("private", "30%以上", "31%", REACHED, "1"),
    ("recruited", "100名", "120名", REACHED, "20"),
    ("recruited", "100名", "90余名", MISSED, ("-10", "0", True, True)),
    ("leavers", "20名", "30名", MISSED, "10"),
    ("aid", "200万元", "近300万元", REACHED, ("50", "100", False, True)),
    ("aid", "200万元", "150万元", MISSED, "-50"),
    ("growth", "5%", "下降1%", MISSED, "-6"),
    ("class_ratio", "45:1", "46:1", MISSED, "1"),
    ("rank", "第5", "第8", MISSED, "3"),
    ("grade", "B等", "A等", REACHED, None),
    ("grade", "B等", "C等", MISSED, None),
]


@pytest.mark.parametrize(("indicator", "planned", "reported", "outcome", "distance"), DUE)
def test_a_figure_of_the_very_period_decides(indicator, planned, reported, outcome, distance):
    held = only_held(plans(indicator, planned), says(indicator, reported, "2023"))
    assert held.outcome is outcome
    assert held.reasons == ((Reason.OPEN_INTERVAL,) if outcome is OPEN else ())
    ends = (distance, distance) if isinstance(distance, str) else distance
    assert held.distance == (interval(*ends) if ends else None)


def test_rounding_counts_where_another_number_is_printed():
    held = only_held(plans("spending", "12040万元"), says("spending", "1.2亿元", "2023"))
    assert answer(held) == (OPEN, ["open-interval"], ("1.2亿元", "2023"))


STOCKS = [
    ("2023", "2023-12", "50%", MISSED),
    ("2023-12", "2023", "50%", MISSED),
    ("2023", "2022-01..2023-12", "50%", MISSED),
    ("2023", "2023-06", "50%", OPEN),
    ("2023", "2023-06", "70%", REACHED),
    ("2021..2025", "2023", "50%", OPEN),
    ("2021..2025", "2023", "70%", REACHED),
    ("..2025", "2023", "50%", OPEN),
    ("2023..", "2025", "50%", OPEN),
    ("2023..", "2025", "70%", REACHED),
    ("2023", "2023-06..", "50%", OPEN),
    ("2023-06..2023-12", "2023-06..2023-09", "50%", OPEN),
]


@pytest.mark.parametrize(("planned", "reported", "value", "outcome"), STOCKS)
def test_a_stock_inside_the_targets_period_may_reach_it_but_misses_it_only_at_its_end(
    planned, reported, value, outcome
):
    held = only_held(plans("coverage", "60%", planned), says("coverage", value, reported))
    assert held.outcome is outcome
    assert held.reasons == ((Reason.PERIOD_RUNNING,) if outcome is OPEN else ())
    assert held.distance == interval(*[{"50%": "-10", "70%": "10"}[value]] * 2)
    assert not held.already_meets


def test_a_stock_published_before_the_targets_period_ended_does_not_miss_it():
    entries = (plans("coverage", "60%"), says("coverage", "50%", "2023"))
    assert only_held(*entries, published="2023-11").reasons == (Reason.PERIOD_RUNNING,)
    assert [only_held(*entries, published=date).outcome for date in ("2023-12", "2023", "2024-01")] == [MISSED] * 3


def test_a_stock_from_before_the_end_whose_bound_leaves_it_open_is_open_for_that():
    held = only_held(plans("coverage", "60%"), says("coverage", "55%以上", "2023-06"))
    assert answer(held) == (OPEN, ["open-interval"], ("55%以上", "2023-06"))


@pytest.mark.parametrize(("value", "already"), [("50名", False), ("150名", True)])
def test_a_flow_that_was_not_over_decides_nothing(value, already):
    entries = (plans("recruited", "100名"), says("recruited", value, "2023"))
    held = only_held(*entries, published="2023-11")
    assert answer(held) == (OPEN, ["period-running"], (value, "2023"))
    assert held.already_meets is already
    assert only_held(*entries, published="2024-01").outcome in (REACHED, MISSED)


OTHER_TIMES = [
    ("coverage", "60%", "2023", "56.67%", "2022", "-3.33", False),
    ("coverage", "60%", "2023", "62%", "2022", "2", True),
    ("coverage", "60%", "2023", "55%以上", "2022", ("-5", "40"), False),
    ("coverage", "60%", "2023", "70%", "2022/2023", "10", True),
    ("coverage", "60%", "2023", "70%", "2024", None, False),
    ("dropouts", "5%", "2023", "4%", "2022", "-1", True),
    ("rotation", "10%", "2023", "12%", "2022", "2", True),
    ("growth", "5%", "2023", "4%", "2022", "-1", False),
    ("schools", "5所", "2023", "6所", "2022", "1", True),
    ("class_ratio", "45:1", "2023", "44:1", "2022", "-1", True),
    # what each year counts anew says nothing of another year's plan
    ("recruited", "100名", "2023", "90名", "2022", None, False),
    ("recruited", "100名", "2023", "90名", "2024", None, False),
    ("recruited", "100名", "2022/2023", "120名", "2022", None, False),
    ("leavers", "100名", "2023", "90名", "2022", None, False),
    ("aid", "200万元", "2023", "300万元", "2022", None, False),
    ("grade", "B等", "2023", "A等", "2022", None, True),
]


@pytest.mark.parametrize(("indicator", "planned", "due", "value", "period", "distance", "already"), OTHER_TIMES)
def test_a_figure_of_another_period_leaves_the_target_open(indicator, planned, due, value, period, distance, already):
    held = only_held(plans(indicator, planned, due), says(indicator, value, period))
    assert answer(held) == (OPEN, ["periods-differ"], (value, period))
    ends = (distance, distance) if isinstance(distance, str) else distance
    assert held.distance == (interval(*ends) if ends else None)
    assert held.already_meets is already


def test_of_several_periods_the_targets_own_counts_then_the_newest_before_it_then_the_next_after_it():
    entries = [says("coverage", f"{40 + year % 100}%", str(year)) for year in (2020, 2021, 2022, 2023, 2024, 2025)]
    target = plans("coverage", "99%", "2022")
    kept, seen = list(entries), []
    while kept:
        seen.append(shown(only_held(target, *kept).actual)[1])
        kept = [entry for entry in kept if entry.period != seen[-1]]
    assert seen == ["2022", "2021", "2020", "2023", "2024", "2025"]


def test_the_newest_stock_of_the_targets_period_decides():
    held = only_held(plans("coverage", "60%"), says("coverage", "70%", "2023-03"), says("coverage", "59%", "2023-12"))
    assert answer(held) == (MISSED, [], ("59%", "2023-12"))


# Target, then figures that end in one month, of which the first is taken, however the file orders them.
OF_ONE_MONTH = [
    (
        plans("by_mixed_ways", "60%", variant="places"),
        says("by_mixed_ways", "10%", "2023", variant="places"),
        says("by_mixed_ways", "20%", "2023-12", variant="children"),
    ),
    (plans("coverage", "60%", "2021..2023"), says("coverage", "10%", "2023"), says("coverage", "20%", "2022..2023")),
    (plans("coverage", "60%", "2024"), says("coverage", "10%", "2023"), says("coverage", "20%", "2023..")),
    (
        plans("by_mixed_ways", "60%"),
        says("by_mixed_ways", "10%", "2023", variant="children"),
        says("by_mixed_ways", "20%", "2023", variant="places"),
    ),
    (
        plans("coverage", "60%"),
        says("coverage", "10%", "2023", scope="城区"),
        says("coverage", "20%", "2023", scope="山区"),
    ),
]


@pytest.mark.parametrize(("target", "first", "second"), OF_ONE_MONTH)
def test_of_figures_of_one_month_one_is_always_taken(target, first, second):
    for entries in ((first, second), (second, first)):
        assert shown(only_held(target, *entries).actual) == ("10%", first.period)


# Target, figure, reasons.
UNLIKE = [
    (plans("by_ways", "60%", variant="children"), says("by_ways", "70%", "2023", variant="places"), "variants-differ"),
    (plans("by_ways", "60%", variant="children"), says("by_ways", "70%", "2023"), "variant-unstated"),
    (plans("by_ways", "60%"), says("by_ways", "70%", "2023", variant="places"), "variant-unstated"),
    (plans("recruited", "60名"), says("recruited", "70名", "2023", scope="城区"), "part-against-whole"),
    (plans("recruited", "60名", scope="城区"), says("recruited", "70名", "2023"), "part-against-whole"),
    (plans("recruited", "60名", scope="城区"), says("recruited", "70名", "2023", scope="乡村"), "scopes-differ"),
    (plans("recruited", "60名"), says("recruited", "70名", "2021..2023"), "span-lengths-differ"),
    (plans("recruited", "60名", "2021..2025"), says("recruited", "70名", "2021..2023"), "span-lengths-differ"),
    (plans("recruited", "60名"), says("recruited", "70名", "..2023"), "span-start-unknown"),
    (plans("recruited", "60名", "..2023"), says("recruited", "70名", "..2023"), "span-start-unknown"),
    (
        plans("added", "60个", variant="children"),
        says("added", "70个", "2022-01..2022-06", variant="places", scope="城区"),
        "span-lengths-differ;variants-differ;part-against-whole",
    ),
]


@pytest.mark.parametrize(("target", "entry", "reasons"), UNLIKE)
def test_a_figure_that_is_not_like_the_target_leaves_it_open_without_a_distance(target, entry, reasons):
    held = only_held(target, entry)
    assert answer(held) == (OPEN, reasons.split(";"), (entry.value, entry.period))
    assert (held.distance, held.already_meets) == (None, False)


ALIKE = [
    (plans("by_usual_ways", "60%", variant="children"), says("by_usual_ways", "70%", "2023"), Code.VARIANT_UNSTATED),
    (plans("by_ways", "60%"), says("by_ways", "70%", "2023"), Code.VARIANT_UNSTATED),
    (
        plans("by_mixed_ways", "60%", variant="children"),
        says("by_mixed_ways", "70%", "2023", variant="places"),
        Code.VARIANTS_DIFFER,
    ),
    (plans("provincial", "60%"), says("provincial", "70%", "2023"), None),
    (plans("recruited", "60名", scope="城区"), says("recruited", "70名", "2023", scope="城区"), None),
    (plans("by_ways", "60%", variant="places"), says("by_ways", "70%", "2023", variant="places"), None),
]


@pytest.mark.parametrize(("target", "entry", "warns"), ALIKE)
def test_what_only_warns_of_a_comparison_warns_here(target, entry, warns):
    held = only_held(target, entry)
    assert answer(held) == (REACHED, [], (entry.value, entry.period))
    assert {(one.code, one.effect) for one in held.caveats} - {(Code.BOUND, Effect.WARNS)} == (
        {(warns, Effect.WARNS)} if warns else set()
    )


def test_a_like_figure_of_another_time_is_preferred_to_one_that_is_not_like_it():
    held = only_held(
        plans("by_ways", "60%", variant="children"),
        says("by_ways", "70%", "2023", variant="places"),
        says("by_ways", "50%", "2020", variant="children"),
    )
    assert answer(held) == (OPEN, ["periods-differ"], ("50%", "2020"))


def test_of_figures_unlike_the_target_the_least_unlike_is_shown():
    target = plans("by_ways", "60%", variant="children")
    unlike = [
        says("by_ways", "10%", "2023", variant="places", scope="城区"),
        says("by_ways", "20%", "2022", variant="places"),
        says("by_ways", "30%", "2021"),
    ]
    for left in (3, 2, 1):
        assert shown(only_held(target, *unlike[:left]).actual) == (unlike[left - 1].value, unlike[left - 1].period)


def test_without_any_figure_of_the_indicator_there_is_no_figure():
    held = only_held(plans("coverage", "95%以上"), says("private", "20%", "2023"))
    assert answer(held) == (NO_FIGURE, [], None)
    assert held.distance is None
    assert [caveat.code for caveat in held.caveats] == [Code.BOUND]


def test_another_target_is_no_figure():
    held = held_of(plans("coverage", "90%", "2023"), plans("coverage", "95%", "2024"))
    assert [one.outcome for one in held] == [NO_FIGURE, NO_FIGURE]


def test_that_a_plan_came_before_its_time_is_no_caveat():
    held = only_held(plans("recruited", "100名"), says("recruited", "90名", "2022"), published="2023-01")
    assert Code.PERIOD_RUNNING not in [caveat.code for caveat in held.caveats]
    endless = only_held(plans("recruited", "100名", "2023.."), says("recruited", "90名", "2022"), published="2023-01")
    assert Code.PERIOD_RUNNING in [caveat.code for caveat in endless.caveats]


@pytest.mark.parametrize(("value", "outcome"), [("54%", MISSED), ("57%", OPEN), ("60%", REACHED)])
def test_a_contradictory_target_is_reached_or_missed_only_whichever_holds(value, outcome):
    held = only_held(
        plans("coverage", "55%"), plans("coverage", "60%", source="yearbook"), says("coverage", value, "2023")
    )
    assert held.outcome is outcome
    printed = Decimal(value.rstrip("%"))
    assert held.distance == Interval(printed - 60, printed - 55)


@pytest.mark.parametrize(("planned", "outcome"), [("55%", REACHED), ("57%", OPEN), ("61%", MISSED)])
def test_contradictory_figures_count_as_their_range(planned, outcome):
    held = only_held(
        plans("coverage", planned), says("coverage", "55%", "2023"), says("coverage", "60%", "2023", source="yearbook")
    )
    assert held.outcome is outcome


REQUIRED = [
    ("coverage", "60%", interval("60", None)),
    ("coverage", "100%", interval("100", None)),
    ("coverage", "95%以上", interval("95", None)),
    ("coverage", "超过95%", interval("95", None, low_open=True)),
    ("coverage", "5%以内", interval(None, "5")),
    ("coverage", "0%以上", interval(None, None)),
    ("coverage", "超过0%", interval("0", None, low_open=True)),
    ("dropouts", "低于100%", interval(None, "100", high_open=True)),
    ("private", "0%", interval("0", "0")),
    ("grade", "C等", interval("0", None)),
    ("leavers", "50余名", interval(None, "60", high_open=True)),
    ("dropouts", "5%", interval(None, "5")),
    ("dropouts", "0%", interval(None, "0")),
    ("dropouts", "低于5%", interval(None, "5", high_open=True)),
    ("dropouts", "5%以上", interval("5", None)),
    ("private", "20%", interval("20", "20")),
    ("private", "5%以内", interval(None, "5")),
    ("private", "约20%", interval("15", "25")),
    ("schools", "1-2所", interval("1", None)),
    ("schools", "至多5所", interval(None, "5")),
    ("leavers", "10-20名", interval(None, "20")),
    ("aid", "近2000万元", interval("1500", None)),
    ("aid", "不超过2000万元", interval(None, "2000")),
    ("rank", "第8", interval(None, "8")),
    ("grade", "B等以上", interval("1", None)),
]


@pytest.mark.parametrize(("indicator", "printed", "required"), REQUIRED)
def test_a_target_requires_as_much_or_more_where_more_is_as_good(indicator, printed, required):
    target = only_figure(plans(indicator, printed))
    assert required_of(target.interval, target.indicator) == required


def test_a_target_that_requires_nothing_is_reached_without_a_distance():
    held = only_held(plans("coverage", "0%以上"), says("coverage", "3%", "2023"))
    assert (held.outcome, held.distance) == (REACHED, None)


ENTRIES = (
    plans("spending", "5万元", "2024"),
    plans("coverage", "90%", "2025"),
    plans("coverage", "80%", "2024"),
    plans("private", "20%", "2024"),
)


@pytest.mark.parametrize(
    ("choice", "expected", "of_other_years"),
    [
        ({}, [("80%", "2024"), ("90%", "2025"), ("20%", "2024"), ("5万元", "2024")], 0),
        ({"year": 2024}, [("80%", "2024"), ("20%", "2024"), ("5万元", "2024")], 1),
        ({"year": 2025}, [("90%", "2025")], 3),
        ({"indicators": frozenset({"coverage"})}, [("80%", "2024"), ("90%", "2025")], 0),
        ({"indicators": frozenset({"coverage"}), "year": 2023}, [], 2),
        ({"dimensions": frozenset({"second"})}, [("5万元", "2024")], 0),
    ],
)
def test_targets_stand_in_the_catalogues_order_narrowed_by_the_choice(choice, expected, of_other_years):
    found = targets_of(CATALOGUE, district("a", *ENTRIES), Choice(**choice))
    assert [shown(held.target) for held in found.held] == expected
    assert (found.of_other_years, found.of_year) == (of_other_years, choice.get("year"))
    assert found.district.id == "a"


def test_the_year_chooses_targets_not_figures():
    held = only_held(plans("coverage", "60%", "2023"), says("coverage", "50%", "2021"), year=2023)
    assert shown(held.actual) == ("50%", "2021")


# What words make of a number, held against a value without any interval.
_SAYS = {
    "{}以上": lambda value, number: value >= number,
    "超过{}": lambda value, number: value > number,
    "{}以内": lambda value, number: value <= number,
    "低于{}": lambda value, number: value < number,
}
_PLAIN = {
    "coverage": lambda value, number: value >= number,
    "dropouts": lambda value, number: value <= number,
    "private": lambda value, number: value == number,
    "rotation": lambda value, number: value >= number,
}
_NUMBERS = st.integers(1, 99)
_PERIODS = st.sampled_from(["2022", "2023", "2023-06", "2023-12", "2022/2023", "2021..2023", "..2023", "2023.."])
_FORMS = st.sampled_from(["{}", *_SAYS])


def _written(form, number):
    return form.format(f"{number}%")


@given(
    st.sampled_from(sorted(_PLAIN)), _FORMS, _NUMBERS, _FORMS, _NUMBERS, _PERIODS, st.sampled_from(["2023-06", "2024"])
)
def test_no_value_that_the_figure_may_have_contradicts_the_outcome(
    indicator, planned, aim, form, number, period, published
):
    """Every whole and half number of the figure's own interval is tried."""
    target, entry = plans(indicator, _written(planned, aim)), says(indicator, _written(form, number), period)
    held = only_held(target, entry, published=published)
    goal = _SAYS.get(planned, _PLAIN[indicator])
    could_be = _SAYS.get(form, lambda value, printed: value == printed)
    values = [Decimal(half) / 2 for half in range(201) if could_be(Decimal(half) / 2, number)]
    answers = {goal(value, aim) for value in values}
    if held.outcome is REACHED:
        assert answers == {True}
    elif held.outcome is MISSED:
        assert answers == {False}
    elif held.reasons == (Reason.OPEN_INTERVAL,):
        assert answers == {True, False}
    else:
        assert held.reasons
    if held.already_meets:
        assert answers == {True}


_INDICATORS = st.sampled_from(["coverage", "private", "recruited", "by_ways", "by_usual_ways", "by_mixed_ways"])
_VARIANTS = {"by_ways", "by_usual_ways", "by_mixed_ways"}


@st.composite
def entries(draw):
    """An entry of one of few series and periods, so that targets and figures meet."""
    indicator = draw(_INDICATORS)
    unit = "名" if indicator == "recruited" else "%"
    number = draw(st.sampled_from(["20{}", "50{}", "50{}以上", "近60{}", "80{}"]))
    return says(
        indicator,
        number.format(unit),
        draw(_PERIODS),
        variant=draw(st.sampled_from([None, "children", "places"])) if indicator in _VARIANTS else None,
        scope=draw(st.sampled_from(["", "", "城区", "乡村"])),
        target=draw(st.booleans()),
    )


@given(st.lists(entries(), max_size=14), st.sampled_from(["undated", "2023-09", "2024"]), st.data())
def test_each_target_is_held_once_and_the_order_of_the_file_changes_nothing(found, published, data):
    held = held_of(*found, published=published)
    mixed = data.draw(st.permutations(found))
    assert _answers(held) == _answers(held_of(*mixed, published=published))
    results = {entry.indicator for entry in found if entry.status.value == "actual"}
    for one in held:
        assert (one.outcome is OPEN) == bool(one.reasons)
        assert (one.actual is None) == (one.outcome is NO_FIGURE) == (one.target.indicator.id not in results)
        assert not one.already_meets or one.outcome is OPEN
        if one.outcome in (REACHED, MISSED):
            assert not [caveat for caveat in one.caveats if caveat.effect is not Effect.WARNS]
            printed = {observation.interval for observation in one.target.observations}
            if len(printed) == 1:
                required = required_of(printed.pop(), one.target.indicator)
                assert meets(one.actual, required) is (one.outcome is REACHED)


def _answers(held):
    """Everything said of each target, whatever the order of their series in the file."""
    return sorted(
        (
            (one.target.indicator.id, one.target.variant or "", one.target.scope.key, str(one.target.period)),
            one.outcome.value,
            [reason.value for reason in one.reasons],
            str(one.actual and (one.actual.variant, one.actual.scope.key, one.actual.period.span, one.actual.interval)),
            str(one.distance),
        )
        for one in held
    )
