"""``questions_between``: every reason why two figures cannot be compared becomes a question, or is told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import CATALOGUE, compared, district, rows_of, says

from eduindex.analysis.caveats import Code, Effect
from eduindex.analysis.choosing import Choice
from eduindex.analysis.questions import UNASKED, Asked, questions_between
from eduindex.analysis.verdict import Verdict
from eduindex.presentation.caveat_explanations import EXPLANATIONS

HERE, ELSEWHERE = "330302", "340103"


def between(first, other, *, codes=(HERE, HERE), **choice):
    """The questions between districts of these entries."""
    one, two = (
        district(id, *entries, code=code) for id, entries, code in zip("ab", (first, other), codes, strict=True)
    )
    return questions_between(CATALOGUE, one, two, Choice(**choice))


def told(questions):
    """Whom the questions are for and what they ask."""
    return [(one.district.id, one.asked) for one in questions.questions]


def actual(indicator, value, period="2023", **more):
    return [says(indicator, value, period, **more)]


# For each caveat that forbids or leaves open: the entries of a and b, and the questions.
CASES = {
    Code.TARGET_AGAINST_ACTUAL: (
        actual("coverage", "95%", "2025", target=True),
        actual("coverage", "90%"),
        [("a", Asked.RESULT)],
    ),
    Code.SPAN_START_UNKNOWN: (actual("recruited", "5人", "..2023"), actual("recruited", "6人"), [("a", Asked.START)]),
    Code.SPAN_LENGTHS_DIFFER: (
        actual("recruited", "604人", "2019..2023"),
        actual("recruited", "251人", "2022"),
        [("a", Asked.ONE_YEAR)],
    ),
    Code.VARIANTS_DIFFER: (
        actual("by_ways", "50%", variant="children"),
        actual("by_ways", "60%", variant="places"),
        [("a", Asked.SAME_DEFINITION), ("b", Asked.SAME_DEFINITION)],
    ),
    Code.VARIANT_UNSTATED: (
        actual("by_ways", "50%"),
        actual("by_ways", "60%", variant="places"),
        [("a", Asked.DEFINITION)],
    ),
    Code.SCOPES_DIFFER: (
        actual("coverage", "50%", scope="城区"),
        actual("coverage", "60%", scope="农村"),
        [("a", Asked.WHOLE_DISTRICT), ("b", Asked.WHOLE_DISTRICT)],
    ),
    Code.PART_AGAINST_WHOLE: (
        actual("coverage", "50%"),
        actual("coverage", "60%", scope="农村"),
        [("b", Asked.WHOLE_DISTRICT)],
    ),
    Code.ROUNDED: (actual("coverage", "98.2%"), actual("coverage", "98.24%"), [("a", Asked.EXACT_FIGURE)]),
    Code.SCHEME_ENDS_AT_BORDER: (actual("provincial", "50%"), actual("provincial", "60%"), []),
    Code.DIVISION_CODE_MISSING: (actual("provincial", "50%"), actual("provincial", "60%"), []),
}
CODES = {Code.SCHEME_ENDS_AT_BORDER: (HERE, ELSEWHERE), Code.DIVISION_CODE_MISSING: (HERE, "")}
STRONG = {code for code, one in EXPLANATIONS.items() if set(one.effects) & {Effect.FORBIDS, Effect.UNDETERMINED}}


def test_every_caveat_that_forbids_or_leaves_open_has_a_case():
    assert set(CASES) == STRONG


@pytest.mark.parametrize("code", CASES)
def test_what_forbids_or_leaves_open_is_asked_or_told_apart(code):
    first, other, expected = CASES[code]
    codes = CODES.get(code, (HERE, HERE))
    one, two = (district(id, *entries, code=own) for id, entries, own in zip("ab", (first, other), codes, strict=True))
    (row,) = rows_of(one, two, targets=True)
    assert code in {caveat.code for caveat in row.pairings[0].caveats if caveat.effect is not Effect.WARNS}
    questions = questions_between(CATALOGUE, one, two)
    assert told(questions) == expected
    assert [caveat.code for caveat in questions.unasked] == ([code] if code in UNASKED else [])
    assert bool(expected) is (code not in UNASKED)
    assert questions.open_comparisons == 1


def test_every_kind_of_question_is_reached():
    contradiction = [says("coverage", "70%", "2023"), says("coverage", "90%", "2023")]
    reached = [told(between(*CASES[code][:2])) for code in CASES]
    reached.append(told(between(contradiction, actual("coverage", "80%"))))
    assert {asked for each in reached for _, asked in each} == set(Asked)


def test_a_question_names_both_figures_and_what_it_needs():
    (start,) = between(*CASES[Code.SPAN_START_UNKNOWN][:2]).questions
    assert (start.district.id, start.other.district.id) == ("a", "b")
    assert start.figure.observations[0].entry.value == "5人"
    (unstated,) = between(*CASES[Code.VARIANT_UNSTATED][:2]).questions
    assert unstated.variants == ("children", "places", "rooms")
    first, other = between(*CASES[Code.VARIANTS_DIFFER][:2]).questions
    assert (first.variants, other.variants) == (("places",), ("children",))


@pytest.mark.parametrize(
    ("value", "other", "expected"),
    [
        ("95%以上", "98.20%", ["a"]),
        ("98.20%", "95%以上", ["b"]),
        ("95%以上", "近99%", ["a", "b"]),
        ("98.2%", "98.24%", ["a"]),  # more digits of the coarser number settle it
        ("98.24%", "98.2%", ["b"]),
        ("95%以上", "94.9%", []),
        ("98.2%", "98.2%", []),
    ],
)
def test_the_exact_figure_is_asked_for_where_values_leave_the_order_open(value, other, expected):
    questions = between(actual("coverage", value), actual("coverage", other))
    assert told(questions) == [(id, Asked.EXACT_FIGURE) for id in expected]


def test_which_figure_is_right_is_asked_only_where_it_matters():
    contradiction = [says("schools", "5所", "2023"), says("schools", "6所", "2023")]
    assert told(between(contradiction, actual("schools", "9所"))) == []
    questions = between(contradiction, actual("schools", "5所"))
    assert told(questions) == [("a", Asked.WHICH_FIGURE)]
    assert len(questions.questions[0].figure.observations) == 2


def test_a_grade_behind_a_bound_is_asked_for():
    assert told(between(actual("grade", "B级以上"), actual("grade", "A级"))) == [("a", Asked.EXACT_FIGURE)]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (actual("by_usual_ways", "50%"), actual("by_usual_ways", "60%", variant="children")),
        (actual("by_mixed_ways", "50%", variant="rooms"), actual("by_mixed_ways", "60%", variant="places")),
        (actual("coverage", "50%", "2019"), actual("coverage", "60%以上", "2023", dated=False, note="a note")),
    ],
)
def test_what_only_warns_is_not_asked(first, other):
    questions = between(first, other)
    assert (questions.questions, questions.unasked, questions.open_comparisons) == ((), (), 0)


def test_several_reasons_yield_all_their_questions():
    first = actual("added", "近2000个", "..2023", scope="城区")
    other = actual("added", "50个", "2021..2022", variant="places")
    assert told(between(first, other)) == [
        ("a", Asked.START),
        ("a", Asked.DEFINITION),
        ("a", Asked.WHOLE_DISTRICT),
        ("b", Asked.ONE_YEAR),
    ]


def test_an_unstated_definition_hides_no_overlap():
    first, other = actual("by_ways", "50%以上"), actual("by_ways", "60%", variant="places")
    assert told(between(first, other)) == [("a", Asked.DEFINITION), ("a", Asked.EXACT_FIGURE)]
    first = actual("by_ways", "70%以上")
    assert told(between(first, other)) == [("a", Asked.DEFINITION)]


def test_no_overlap_is_asked_about_where_the_figures_will_be_others():
    first, other = actual("coverage", "50%以上", scope="城区"), actual("coverage", "60%")
    assert told(between(first, other)) == [("a", Asked.WHOLE_DISTRICT)]


def test_where_a_scheme_ends_at_a_border_nothing_else_is_asked():
    first, other = actual("provincial", "50%", scope="城区"), actual("provincial", "60%")
    assert told(between(first, other, codes=(HERE, ELSEWHERE))) == []
    assert told(between(first, other)) == [("a", Asked.WHOLE_DISTRICT)]


def test_a_missing_division_code_leaves_the_other_questions_standing():
    first, other = actual("provincial", "50%", scope="城区"), actual("provincial", "60%")
    questions = between(first, other, codes=("", HERE))
    assert told(questions) == [("a", Asked.WHOLE_DISTRICT)]
    (caveat,) = questions.unasked
    assert [figure.district.id for figure in caveat.figures] == ["a"]


@pytest.mark.parametrize(
    ("first", "other", "expected"),
    [
        # A district that has a result is compared by it, so that its plan settles nothing.
        (
            [says("coverage", "80%", "2022"), says("coverage", "95%", "2025", target=True)],
            actual("coverage", "90%"),
            [],
        ),
        (actual("coverage", "95%", "2025", target=True), actual("coverage", "90%", "2025", target=True), []),
        (actual("coverage", "95%", "2025", target=True), actual("schools", "9所"), []),
        # About a plan nothing else is asked; about the result beside it everything.
        (
            actual("added", "95个", "2023..2025", target=True, scope="城区"),
            actual("added", "5个", "..2023"),
            [("a", Asked.RESULT), ("b", Asked.START), ("b", Asked.DEFINITION)],
        ),
    ],
)
def test_a_plan_is_asked_about_only_where_there_is_no_result(first, other, expected):
    assert told(between(first, other)) == expected


@pytest.mark.parametrize(
    ("period", "other", "years"),
    [
        ("2019..2023", "2022", {"a": 2022}),
        ("2019..2021", "2022", {"a": 2021}),
        ("..2024-04", "2022", {"a": 2022}),
        ("..2024-04", "2024", {"a": 2023}),
        ("2016..2023-01", "2021..2023", {"a": 2022, "b": 2022}),
        ("2021-09..2022-01", "2019..2023", {"a": 2022, "b": 2022}),
        ("2021-09..2022-01", "2021", {"a": 2021}),
        ("2023-06..", "2022", {"a": 2023}),
        ("2023-06..", "..2022", {"a": 2023, "b": 2022}),
        ("2022-06", "2021..2022", {"a": 2022, "b": 2022}),
        ("2021/2022", "2019..2023", {"b": 2022}),
    ],
)
def test_one_year_is_asked_for_that_suits_both_where_there_is_one(period, other, years):
    questions = between(actual("recruited", "5人", period), actual("recruited", "6人", other))
    assert {one.district.id: one.year for one in questions.questions} == years


@pytest.mark.parametrize(
    ("period", "evidence", "asked"),
    [
        ("2019..2023", "五年招聘5人", True),
        ("2019..2023", "五年共招聘5人", False),
        ("2019..2023", "五年年均招聘5人", False),
        ("2016..2023-01", "“十三五”以来招聘5人", True),
        ("2021-09..2022-01", "秋季学期招聘5人", False),
        ("2023-06..", "六月以来招聘5人", False),
    ],
)
def test_whether_it_is_a_total_or_a_mean_is_asked_only_where_no_source_says_so(period, evidence, asked):
    questions = between(actual("recruited", "5人", period, evidence=evidence), actual("recruited", "6人", "2022"))
    (question,) = questions.questions
    assert (question.asked, question.total_or_mean) == (Asked.ONE_YEAR, asked)


def test_questions_stand_by_district_in_the_catalogues_order():
    first = [*actual("spending", "5万元", "..2023"), *actual("coverage", "9%", scope="城区")]
    other = [*actual("coverage", "8%", scope="农村"), *actual("spending", "6万元", "..2023")]
    questions = between(first, other)
    shown = [(one.district.id, one.figure.indicator.id) for one in questions.questions]
    assert shown == [("a", "coverage"), ("a", "spending"), ("b", "coverage"), ("b", "spending")]
    narrowed = between(first, other, indicators=frozenset({"spending"}))
    assert {one.figure.indicator.id for one in narrowed.questions} == {"spending"}


def entries(indicator, unit):
    return st.builds(
        says,
        st.just(indicator),
        st.sampled_from(["5", "5.1", "超5", "近9", "12"]).map(lambda number: f"{number}{unit}"),
        st.sampled_from(["2021..2023", "2023", "..2023", "2023-06..", "2022"]),
        variant=st.sampled_from([None, "children", "places"]),
        scope=st.sampled_from(["", "城区"]),
        target=st.booleans(),
    )


ENTRIES = st.lists(entries("by_ways", "%") | entries("added", "个"), max_size=5)


def facts(questions):
    return sorted(
        (
            one.district.id,
            one.figure.indicator.id,
            str(one.figure.period),
            one.asked.value,
            str(one.variants),
            one.figure.variant or "",
            one.figure.scope.key,
            one.figure.status.value,
        )
        for one in questions.questions
    )


@given(ENTRIES, ENTRIES)
def test_no_open_comparison_stays_without_a_question(first, other):
    one, two = district("a", *first), district("b", *other)
    asked = {fact[:3] for fact in facts(questions_between(CATALOGUE, one, two))}
    for pairing in (one for row in compared(one, two).rows for one in row.pairings if one):
        if pairing.verdict in (Verdict.NOT_COMPARABLE, Verdict.UNDETERMINED):
            sides = (pairing.first, pairing.other)
            assert asked & {(side.district.id, side.indicator.id, str(side.period)) for side in sides}


@given(ENTRIES, ENTRIES)
def test_each_question_is_asked_once_whichever_district_is_named_first(first, other):
    one, two = district("a", *first), district("b", *other)
    there, back = questions_between(CATALOGUE, one, two), questions_between(CATALOGUE, two, one)
    assert facts(there) == facts(back)
    assert len(set(facts(there))) == len(there.questions)
    assert there.open_comparisons == back.open_comparisons
