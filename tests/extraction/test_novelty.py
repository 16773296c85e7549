"""What a report says that a district file does not: the same figure is known however it is written, another one is told."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.extraction.novelty import novelties
from eduindex.extraction.result import Check, Confidence, Extraction, Fate, Proposal, ReadFigure
from eduindex.model.catalogue import Catalogue, Dimension, Direction, Indicator, Kind, Time
from eduindex.model.district import Entry, Identity, Source, Status
from eduindex.model.interval import Interval
from eduindex.model.observation import District, Observation, observe
from eduindex.model.wording import Wording

VARIANTS = {"children": Wording("按幼儿", "by children"), "places": Wording("按学位", "by places")}


def _indicator(id, kind, unit, time=Time.STOCK, **more):
    return Indicator(id, Wording(id, id), "all", Kind(kind), unit, time, Direction.HIGHER, **more)


CATALOGUE = Catalogue(
    {"all": Dimension("all", Wording("全部", "All"))},
    {
        one.id: one
        for one in (
            _indicator("coverage", "share", "%", variants=VARIANTS),
            _indicator("recruited", "count", "人", Time.FLOW, measures=("名",)),
            _indicator("spending", "amount", "万元", Time.FLOW),
            _indicator("grade", "grade", "等第", levels=("C", "B", "A"), natural_range=Interval(None, None)),
            _indicator("rank", "rank", "名次", natural_range=Interval(Decimal(1), None), measures=("名",)),
        )
    },
)


def says(indicator, value, period="2023", *, dated=True, **more):
    """An entry; where it is ``dated``, its evidence prints a date."""
    evidence = f"2023年达{value}" if dated else f"达{value}"
    return Entry(indicator, value, period, "report", evidence, **more)


def district(*entries):
    sources = {"report": Source("report", Wording("工作总结", "Report"))}
    read = [observe("alpha", entry, CATALOGUE, sources) for entry in entries]
    assert all(isinstance(one, Observation) for one in read)
    return District(Identity("alpha", Wording("甲县", "Alpha")), sources, tuple(read))


def proposes(*entries, checks=()):
    """A report that proposes these entries, each in a line of its own."""
    figures = [
        ReadFigure(
            entry.value, 0, 1, line, Fate.PROPOSED, entry.indicator, (Proposal(entry, Confidence.HIGH, tuple(checks)),)
        )
        for line, entry in enumerate(entries, 1)
    ]
    change = ReadFigure("2个百分点", 0, 1, 99, Fate.CHANGE)
    return Extraction("工作总结", 2023, "", (*figures, change))


def found(known, proposed, **more):
    """What is new of ``proposed`` to a file that says ``known``: the values that the file states instead, one list each."""
    new = novelties(proposes(*proposed, **more), district(*known), CATALOGUE)
    return [[one.entry.value for one in novelty.stated] for novelty in new]


def test_all_is_new_to_an_empty_file():
    entries = [says("coverage", "57.3%"), says("recruited", "238名")]
    new = novelties(proposes(*entries), district(), CATALOGUE)
    assert [(one.proposal.entry, one.line, one.stated) for one in new] == [(entries[0], 1, ()), (entries[1], 2, ())]


def test_nothing_is_new_to_a_file_that_says_it():
    entries = [says("coverage", "57.3%"), says("recruited", "238名"), says("coverage", "95%以上", status=Status.TARGET)]
    assert found(entries, entries) == []


@pytest.mark.parametrize(
    ("indicator", "known", "proposed"),
    [
        ("coverage", "98.20%", "98.2%"),
        ("coverage", "９８.2％", "98.2 %"),
        ("recruited", "238名", "238人"),
        ("recruited", "2000余名", "2000多人"),
        ("recruited", "10-12名", "10至12人"),
        ("spending", "0.60亿元", "6000万元"),
        ("coverage", "不低于95%", "95%以上"),
        ("rank", "第二名", "第2"),
        ("grade", "A等", "A"),
    ],
)
def test_the_same_quantity_is_known_however_it_is_printed(indicator, known, proposed):
    assert found([says(indicator, known)], [says(indicator, proposed)]) == []
    assert found([says(indicator, proposed)], [says(indicator, known)]) == []


@pytest.mark.parametrize(
    ("indicator", "known", "proposed"),
    [
        ("coverage", "98.2%", "98.1%"),
        ("coverage", "95%", "95%以上"),
        ("coverage", "95%以上", "超95%"),
        ("recruited", "2000名", "2000余名"),
        ("spending", "0.6亿元", "600万元"),
        ("grade", "A", "B"),
    ],
)
def test_another_quantity_of_the_series_and_period_is_told_with_what_the_file_says(indicator, known, proposed):
    assert found([says(indicator, known)], [says(indicator, proposed)]) == [[known]]


def test_all_that_the_file_says_instead_is_told():
    known = [says("coverage", "5%"), says("coverage", "6%"), says("coverage", "7%", "2022")]
    assert found(known, [says("coverage", "8%")]) == [["5%", "6%"]]
    assert found(known, [says("coverage", "6%")]) == []


@pytest.mark.parametrize(
    ("known", "proposed", "expected"),
    [
        ({"period": "2022"}, {"period": "2023"}, []),
        ({"status": Status.TARGET}, {}, []),
        ({}, {"status": Status.TARGET}, []),
        ({"scope": Wording("城区", "town")}, {}, []),
        ({"variant": "children"}, {"variant": "places"}, []),
        ({"variant": "children"}, {}, ["50%"]),
        ({}, {"variant": "places"}, ["50%"]),
        ({"variant": "places"}, {"variant": "places"}, ["50%"]),
        ({"period": "2023"}, {"period": "2023-01..2023-12"}, ["50%"]),
    ],
)
def test_a_figure_of_another_series_or_period_is_no_difference(known, proposed, expected):
    assert found([says("coverage", "50%", **known)], [says("coverage", "60%", **proposed)]) == [expected]


@pytest.mark.parametrize(
    ("known", "proposed"),
    [
        ({"variant": "children"}, {"variant": "places"}),
        ({"scope": Wording("城区", "town")}, {}),
        ({"variant": "children", "scope": Wording("城区", "town")}, {}),
    ],
)
def test_what_a_person_has_made_of_a_figure_since_does_not_make_it_new(known, proposed):
    assert found([says("coverage", "50%", **known)], [says("coverage", "50%", **proposed)]) == []


@pytest.mark.parametrize("status", [({}, {"status": Status.TARGET}), ({"status": Status.TARGET}, {})])
def test_a_plan_is_no_result(status):
    assert found([says("coverage", "50%", **status[0])], [says("coverage", "50%", **status[1])]) == [[]]


def test_a_plan_is_known_whatever_its_evidence_holds():
    """达到 in front of a plan makes it at least that much, and evidence may or may not hold the word."""
    known = Entry("coverage", "60%", "2024", "report", "2024年覆盖率60%", status=Status.TARGET)
    assert found([known], [known._replace(evidence="2024年达到60%")]) == []


@pytest.mark.parametrize(
    ("known", "proposed", "is_known"),
    [
        ("2023", "2023-06", True),
        ("2021..2023", "2023", True),
        ("..2024-04", "2023", True),
        ("2023-06..", "2024-02", True),
        ("2022/2023", "2023", True),
        ("2023", "2022", False),
        ("2023", "2024-01", False),
        ("2024..", "2023", False),
    ],
)
def test_of_printed_dates_those_that_overlap_may_be_one(known, proposed, is_known):
    assert found([says("recruited", "50人", known)], [says("recruited", "50人", proposed)]) == (
        [] if is_known else [[]]
    )
    assert found([says("recruited", "50人", proposed)], [says("recruited", "50人", known)]) == (
        [] if is_known else [[]]
    )


@pytest.mark.parametrize(
    ("period", "is_known"), [("2024-04", True), ("2024-12", True), ("2025-01", False), ("2022", True)]
)
def test_dates_that_are_not_printed_may_lie_a_year_apart(period, is_known):
    expected = [] if is_known else [[]]
    assert found([says("coverage", "50%", dated=False)], [says("coverage", "50%", period)]) == expected
    assert found([says("coverage", "50%")], [says("coverage", "50%", period, dated=False)]) == expected
    assert found([says("coverage", "50%")], [says("coverage", "50%", period)], checks=[Check.PERIOD]) == expected


def test_each_year_of_a_list_is_told_by_itself():
    """Three years at 100% are three figures; a file that has two of them lacks one."""
    years = [says("coverage", "100%", year) for year in ("2021", "2022", "2023")]
    new = novelties(proposes(*years), district(years[0], years[2]), CATALOGUE)
    assert [one.proposal.entry.period for one in new] == ["2022"]


def test_a_proposal_that_no_file_could_state_is_new():
    odd = says("coverage", "50%", variant="rooms")
    assert found([says("coverage", "50%")], [odd]) == [[]]
    assert found([says("coverage", "50%")], [says("teachers", "5人")]) == [[]]


ENTRIES = st.lists(
    st.builds(
        says,
        st.just("coverage"),
        st.sampled_from(["50%", "50.0%", "50%以上", "60%"]),
        st.sampled_from(["2022", "2023", "2023-06", "2021..2023", "2023..", "..2022"]),
        dated=st.booleans(),
        variant=st.sampled_from([None, "children", "places"]),
        status=st.sampled_from(Status),
    ),
    max_size=5,
)


@given(ENTRIES, ENTRIES)
def test_what_is_copied_into_the_file_is_not_new_any_more(known, proposed):
    new = [one.proposal.entry for one in novelties(proposes(*proposed), district(*known), CATALOGUE)]
    assert [entry for entry in proposed if entry in new] == new
    assert found([*known, *new], proposed) == []


@given(ENTRIES, ENTRIES)
def test_a_difference_is_about_one_series_and_period(known, proposed):
    for one in novelties(proposes(*proposed), district(*known), CATALOGUE):
        for stated in one.stated:
            assert stated.entry in known
            assert stated.status is one.proposal.entry.status
            assert stated.entry.value != one.proposal.entry.value
