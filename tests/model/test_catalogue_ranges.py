"""What a value of an indicator can be at all: what the catalogue states, inside what the kind implies."""

from decimal import Decimal

import pytest

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue, Direction, Indicator, Kind, Time
from eduindex.model.district import Entry, Source
from eduindex.model.interval import Interval
from eduindex.model.observation import Observation, observe
from eduindex.model.place import Place
from eduindex.model.wording import Wording


def ends(low, high):
    return Interval(*(None if end is None else Decimal(end) for end in (low, high)))


def indicator(kind, unit, low=None, high=None, **more):
    return Indicator(
        "one", Wording(), "all", kind, unit, Time.STOCK, Direction.HIGHER, natural_range=ends(low, high), **more
    )


@pytest.mark.parametrize(
    ("kind", "unit", "stated", "possible"),
    [
        (Kind.SHARE, "%", (None, None), (0, 100)),
        (Kind.SHARE, "‰", (None, None), (0, 1000)),
        (Kind.SHARE, "%", (10, None), (10, 100)),
        (Kind.SHARE, "%", (-10, 200), (0, 100)),
        (Kind.COUNT, "人", (None, None), (0, None)),
        (Kind.COUNT, "人", (None, 500), (0, 500)),
        (Kind.COUNT, "人", (-100, None), (-100, None)),
        (Kind.COUNT, "人", (5, None), (5, None)),
        (Kind.AMOUNT, "万元", (None, None), (0, None)),
        (Kind.RATIO, ":1", (None, None), (0, None)),
        (Kind.RATE, "%", (None, None), (None, None)),
        (Kind.RATE, "%", (0, None), (0, None)),
        (Kind.GRADE, "级", (None, None), (None, None)),
        (Kind.RANK, "名次", (None, None), (1, None)),
        (Kind.RANK, "名次", (0, 90), (1, 90)),
    ],
)
def test_the_kind_limits_what_the_catalogue_leaves_open(kind, unit, stated, possible):
    made = indicator(kind, unit, *stated)
    assert made.natural_range == ends(*stated)
    assert made.limits == made.scale.natural_range == ends(*possible)


def test_the_limits_of_a_grade_are_the_positions_of_its_levels():
    assert indicator(Kind.GRADE, "级", levels=("C", "B", "A")).limits == ends(0, 2)


def observed(kind, unit, value, **more):
    made = indicator(kind, unit, **more)
    entry = Entry("one", value, "2023", "report", value)
    return observe("quzhou", entry, Catalogue({}, {"one": made}), {"report": Source("report", Wording())})


@pytest.mark.parametrize(
    ("kind", "unit", "value"),
    [
        (Kind.SHARE, "%", "101%"),
        (Kind.SHARE, "%", "-0.5%"),
        (Kind.SHARE, "‰", "1001‰"),
        (Kind.COUNT, "人", "-3人"),
        (Kind.AMOUNT, "万元", "-3万元"),
        (Kind.RANK, "名次", "第0名"),
    ],
)
def test_an_impossible_value_is_refused_without_a_stated_range(kind, unit, value):
    (fault,) = observed(kind, unit, value)
    assert (fault.code, fault.quoted) == (findings.UNFIT_VALUE, value)


@pytest.mark.parametrize(
    ("kind", "unit", "value"), [(Kind.SHARE, "%", "100%"), (Kind.COUNT, "人", "0人"), (Kind.RATE, "%", "-3%")]
)
def test_a_possible_value_is_taken(kind, unit, value):
    assert isinstance(observed(kind, unit, value), Observation)


def test_a_count_below_nothing_is_taken_where_the_catalogue_says_so():
    assert observed(Kind.COUNT, "人", "-3人", low=-100).point == -3


def test_an_open_bound_ends_where_the_kind_ends():
    assert observed(Kind.SHARE, "%", "95%以上").interval == ends(95, 100)


def test_an_item_of_a_list_has_a_place_of_its_own():
    places = {"mentions": Place("c", 3, 5), "mentions/1": Place("c", 5, 9)}
    made = indicator(Kind.COUNT, "人", place=Place("c", 1, 1), places=places)
    assert [made.place_of("mentions", number).line for number in (0, 1)] == [3, 5]
    assert made.place_of("levels", 0) == made.place_of("levels") == made.place
