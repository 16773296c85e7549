"""The standing example: what the repository's own five districts say of each other."""

from decimal import Decimal
from pathlib import Path

import pytest
from small_world import effects, interval, says, shown

from eduindex import Choice, compare, open_workspace
from eduindex.analysis.caveats import Code
from eduindex.analysis.verdict import Verdict
from eduindex.model.district import Identity
from eduindex.model.observation import District, Observation, observe

FIVE = ("quzhou", "ouhai", "yunzhou", "zhangping", "luyang")


@pytest.fixture(scope="module")
def opened():
    return open_workspace(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="module")
def side_by_side(opened):
    def rows(*names, **choice):
        return compare(opened.catalogue, [opened.district(name) for name in names], Choice(**choice)).rows

    return rows


def row_of(rows, indicator):
    (row,) = [row for row in rows if row.indicator.id == indicator]
    return row


def of_code(pairing, code):
    (caveat,) = [caveat for caveat in pairing.caveats if caveat.code is code]
    return [(figure.district.id, *shown(figure)) for figure in caveat.figures]


def test_the_five_districts_are_read_without_a_fault(opened):
    assert opened.diagnostics == ()
    assert {opened.district(name).id for name in ("衢江", "瓯海区", "140215", "Zhangping", "luyang")} == set(FIVE)


def test_coverage_with_public_kindergartens_and_its_caveats(side_by_side):
    row = row_of(side_by_side("quzhou", "ouhai"), "public_kindergarten_coverage")
    assert [shown(figure) for figure in row.figures] == [("85.81%", "2023"), ("56.67%", "2022")]
    assert [figure.variant for figure in row.figures] == [None, "children"]
    (pairing,) = row.pairings
    assert pairing.verdict is Verdict.BETTER
    assert pairing.difference == interval("29.14", "29.14")
    assert effects(pairing) == {
        "variant-unstated": "warns",
        "periods-differ": "warns",
        "order-was-opposite": "warns",
    }
    assert of_code(pairing, Code.ORDER_WAS_OPPOSITE) == [("quzhou", "27%", "2022"), ("ouhai", "56.67%", "2022")]


def test_the_same_coverage_in_the_same_period_is_the_other_way_round(side_by_side):
    row = row_of(side_by_side("quzhou", "ouhai", same_period=True), "public_kindergarten_coverage")
    assert [shown(figure) for figure in row.figures] == [("27%", "2022"), ("56.67%", "2022")]
    assert row.pairings[0].verdict is Verdict.WORSE


def test_at_least_95_and_98_20_per_cent_cannot_be_told_apart(side_by_side):
    row = row_of(side_by_side("luyang", "zhangping"), "after_school_student_participation")
    assert [figure.interval for figure in row.figures] == [interval(95, 100), interval("98.20", "98.20")]
    assert row.pairings[0].verdict is Verdict.UNDETERMINED
    assert effects(row.pairings[0])["bound"] == "warns"


def test_five_years_and_one_year_are_not_comparable(side_by_side):
    row = row_of(side_by_side("zhangping", "luyang"), "teachers_recruited")
    assert [shown(figure)[1] for figure in row.figures] == ["2019..2023", "2022"]
    assert [figure.point for figure in row.figures] == [604, 251]
    (pairing,) = row.pairings
    assert (pairing.verdict, pairing.difference) == (Verdict.NOT_COMPARABLE, None)
    assert effects(pairing) == {"span-lengths-differ": "forbids", "periods-differ": "warns"}


def test_five_years_and_one_year_are_comparable_by_their_means(side_by_side):
    row = row_of(side_by_side("zhangping", "luyang", per_year=True), "teachers_recruited")
    assert [figure.counted.low for figure in row.figures] == [Decimal("120.8"), 251]
    assert [figure.per_year for figure in row.figures] == [5, None]
    (pairing,) = row.pairings
    assert pairing.verdict is Verdict.FEWER
    assert pairing.difference == interval("-130.2", "-130.2")
    assert effects(pairing) == {"mean-per-year": "warns", "periods-differ": "warns"}
    assert of_code(pairing, Code.MEAN_PER_YEAR) == [("zhangping", *shown(row.figures[0]))]


def test_the_share_of_three_years_is_never_divided(opened):
    entry = says("teacher_rotation_rate", "20%", "2023")
    zhangping = opened.district("zhangping")
    source = {"report": next(iter(zhangping.sources.values()))}
    observation = observe("other", entry, opened.catalogue, source)
    assert isinstance(observation, Observation)
    other = District(Identity("other", zhangping.identity.name, "350802"), source, (observation,))
    for pair in ((zhangping, other), (other, zhangping)):
        rows = compare(opened.catalogue, pair, Choice(per_year=True)).rows
        row = row_of(rows, "teacher_rotation_rate")
        (share,) = [figure for figure in row.figures if figure.district.id == "zhangping"]
        assert (share.point, str(share.period), share.per_year) == (Decimal("24.43"), "2021..2023", None)
        assert row.pairings[0].verdict is Verdict.NOT_COMPARABLE
        assert effects(row.pairings[0])["span-lengths-differ"] == "forbids"


def test_a_source_that_contradicts_itself_gives_a_range_and_other_places_are_not_added(side_by_side):
    row = row_of(side_by_side("ouhai", "quzhou"), "preschool_places_added")
    ouhai, quzhou = row.figures
    assert (ouhai.variant, quzhou.variant) == ("new_kindergartens", "new_kindergartens")
    assert (ouhai.interval, ouhai.point, ouhai.contradictory) == (interval(1620, 1740), None, True)
    assert quzhou.interval == interval(720, 720)
    assert [(figure.district.id, figure.point, figure.variant) for figure in row.left_over] == [
        ("quzhou", 1250, "extension")
    ]
    (pairing,) = row.pairings
    assert pairing.verdict is Verdict.MORE
    assert pairing.difference == interval(900, 1020)
    (caveat,) = [caveat for caveat in pairing.caveats if caveat.code is Code.SOURCES_CONTRADICT]
    assert {observation.point for observation in caveat.figures[0].observations} == {1620, 1740}


def test_the_plan_for_2023_counts_only_on_request(opened, side_by_side):
    pair = ("ouhai", "quzhou")
    districts = [opened.district(name) for name in pair]
    assert compare(opened.catalogue, districts).targets_left_out > 0
    figures = [figure for row in side_by_side(*pair) for figure in (*row.figures, *row.left_over) if figure]
    assert {str(figure.status) for figure in figures} == {"actual"}
    planned = [figure for row in side_by_side(*pair, targets=True, everything=True) for figure in row.figures if figure]
    assert {str(figure.status) for figure in planned} == {"actual", "target"}


@pytest.mark.parametrize("first", FIVE)
def test_every_pair_is_compared_and_swapped(side_by_side, first):
    mirrored = {"better": "worse", "higher": "lower", "more": "fewer"}
    mirrored |= {there: here for here, there in mirrored.items()}
    for other in FIVE:
        there = {(r.indicator.id, frozenset(map(shown, r.figures))): r for r in side_by_side(first, other)}
        back = {(r.indicator.id, frozenset(map(shown, r.figures))): r for r in side_by_side(other, first)}
        assert there.keys() == back.keys()
        for key, row in there.items():
            verdict = str(row.pairings[0].verdict)
            assert str(back[key].pairings[0].verdict) == mirrored.get(verdict, verdict)


def test_all_five_stand_side_by_side(side_by_side):
    rows = side_by_side(*FIVE)
    assert rows
    for row in rows:
        assert len(row.figures) == 5
        assert len(row.pairings) == 4
        assert sum(figure is not None for figure in row.figures) >= 2
