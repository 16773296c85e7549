"""``observe``: an entry read, or everything that is wrong with it."""

from decimal import Decimal

import pytest

from eduindex.model import findings
from eduindex.model.catalogue import Catalogue, Dimension, Direction, Indicator, Kind, Time
from eduindex.model.diagnostic import Severity
from eduindex.model.district import Entry, Identity, Source, Status
from eduindex.model.interval import Interval
from eduindex.model.observation import District, Observation, observe
from eduindex.model.place import Place
from eduindex.model.quantity import Bound
from eduindex.model.wording import Wording

SHARE, COUNT = Interval(Decimal(0), Decimal(100)), Interval(Decimal(0), None)


def indicator(id, kind, unit, natural_range, direction=Direction.HIGHER, **more):
    return Indicator(id, Wording(en=id), "all", kind, unit, Time.STOCK, direction, natural_range=natural_range, **more)


INDICATORS = (
    indicator("coverage", Kind.SHARE, "%", SHARE, variants={"children": Wording(), "places": Wording()}),
    indicator("dropouts", Kind.SHARE, "%", SHARE, Direction.LOWER),
    indicator("private", Kind.SHARE, "%", SHARE, Direction.NEUTRAL),
    indicator("teachers", Kind.COUNT, "人", COUNT, measures=("名",)),
    indicator("spending", Kind.AMOUNT, "万元", COUNT),
    indicator("grade", Kind.GRADE, "等第", Interval(None, None), levels=("C", "B", "A")),
)
CATALOGUE = Catalogue({"all": Dimension("all", Wording())}, {each.id: each for each in INDICATORS})
SOURCES = {name: Source(name, Wording(en=name)) for name in ("report-2023", "yearbook")}


def entry(indicator="coverage", value="95%", period="2023", source="report-2023", evidence="", **more):
    return Entry(indicator, value, period, source, evidence or value, **more)


def observed(*words, **more):
    result = observe("quzhou", entry(*words, **more), CATALOGUE, SOURCES)
    assert isinstance(result, Observation), result
    return result


def faults(*words, **more):
    result = observe("quzhou", entry(*words, **more), CATALOGUE, SOURCES)
    assert isinstance(result, tuple)
    return result


def ends(low, high, low_open=False, high_open=False):
    return Interval(*(None if end is None else Decimal(end) for end in (low, high)), low_open, high_open)


@pytest.mark.parametrize(
    ("indicator", "value", "bound", "interval", "point", "resolution"),
    [
        ("coverage", "98.20%", Bound.EXACT, ends("98.20", "98.20"), "98.20", "0.01"),
        ("coverage", "95%以上", Bound.AT_LEAST, ends(95, 100), "95", None),
        ("coverage", "近99%", Bound.NEARLY, ends("98.5", 99, high_open=True), "99", None),
        ("teachers", "2000余名", Bound.OVER, ends(2000, 3000, True, True), "2000", None),
        ("teachers", "1-2名", Bound.RANGE, ends(1, 2), None, None),
        ("teachers", "无一", Bound.EXACT, ends(0, 0), "0", None),
        ("spending", "7.04亿元", Bound.EXACT, ends(70400, 70400), "70400", "100"),
        ("grade", "B等以上", Bound.AT_LEAST, ends(1, 2), "1", None),
    ],
)
def test_a_value_is_read_in_the_unit_of_its_indicator(indicator, value, bound, interval, point, resolution):
    observation = observed(indicator, value)
    assert observation.bound is bound
    assert observation.interval == interval
    assert observation.point == (None if point is None else Decimal(point))
    assert observation.resolution == (None if resolution is None else Decimal(resolution))


def test_an_observation_keeps_its_entry_its_source_and_its_period():
    observation = observed(period="2021..2023", source="yearbook", status=Status.TARGET)
    assert observation.district == "quzhou"
    assert observation.entry == entry(period="2021..2023", source="yearbook", status=Status.TARGET)
    assert observation.source is SOURCES["yearbook"]
    assert observation.indicator is CATALOGUE.indicators["coverage"]
    assert str(observation.period) == "2021..2023"
    assert observation.status is Status.TARGET
    assert observation.quantity.printed == "95%"


def test_a_district_is_called_by_its_identity():
    assert District(Identity("quzhou", Wording("衢江区")), SOURCES, (observed(),)).id == "quzhou"


# Plans to reach a number


@pytest.mark.parametrize("word", ["达", "达到", "达至", "达成"])
def test_a_plan_to_reach_a_number_is_at_least_that_number(word):
    observation = observed(evidence=f"力争{word}95%", status=Status.TARGET)
    assert (observation.bound, observation.interval) == (Bound.AT_LEAST, ends(95, 100))
    assert observation.point == 95


def test_where_lower_is_better_it_is_at_most_that_number():
    observation = observed("dropouts", "0.5%", evidence="控制达到0.5%", status=Status.TARGET)
    assert (observation.bound, observation.interval) == (Bound.AT_MOST, ends(0, "0.5"))


def test_where_neither_is_better_reaching_is_at_least():
    observation = observed("private", "5%", evidence="达到5%", status=Status.TARGET)
    assert (observation.bound, observation.interval) == (Bound.AT_LEAST, ends(5, 100))


@pytest.mark.parametrize(
    ("value", "evidence"),
    [("95 %", "达到 95%"), ("95%", "达到 95 %"), ("95%", "达 到\n95%"), ("95%", "入园率达95%、普惠率达90%")],
)
def test_blanks_do_not_hide_the_word(value, evidence):
    assert observed(value=value, evidence=evidence, status=Status.TARGET).bound is Bound.AT_LEAST


@pytest.mark.parametrize(
    ("value", "evidence", "status", "bound"),
    [
        ("95%", "覆盖率95%", Status.TARGET, Bound.EXACT),
        ("95%", "提高到95%", Status.TARGET, Bound.EXACT),
        ("5%", "达到95%", Status.TARGET, Bound.EXACT),
        ("95%", "达到95%", Status.ACTUAL, Bound.EXACT),
        ("约95%", "达到约95%", Status.TARGET, Bound.ABOUT),
        ("不超过95%", "达到不超过95%", Status.TARGET, Bound.AT_MOST),
    ],
)
def test_plain_plans_results_and_other_bounds_stay_as_they_are(value, evidence, status, bound):
    observation = observed(value=value, evidence=evidence, status=status)
    assert observation.bound is bound
    if bound is Bound.EXACT:
        assert observation.interval.is_point


@pytest.mark.parametrize(("value", "low"), [("A等", 2), ("B等", 1)])
def test_a_plan_to_reach_a_grade_ends_at_the_highest(value, low):
    assert observed("grade", value, evidence=f"达到{value}", status=Status.TARGET).interval == ends(low, 2)


# The date


@pytest.mark.parametrize(
    ("evidence", "period_evidence", "printed"),
    [
        ("2023年达95%", "", True),
        ("近三年达95%", "", True),
        ("“十三五”以来达95%", "", True),
        ("目前达95%", "", False),
        ("达95%", "", False),
        ("达95%", "近三年", True),
        ("学前三年毛入园率95%", "", False),
    ],
)
def test_the_source_prints_the_date_in_the_evidence_or_apart(evidence, period_evidence, printed):
    assert observed(evidence=evidence, period_evidence=period_evidence).date_is_printed is printed


# Faults

OFFSETS = {key: (line, 12) for line, key in enumerate(("indicator", "value", "period", "source", "variant"))}


@pytest.mark.parametrize(
    ("change", "code", "hint"),
    [
        ({"indicator": "coverrage"}, findings.UNKNOWN_INDICATOR, "did you mean coverage?"),
        ({"indicator": "xyz"}, findings.UNKNOWN_INDICATOR, "add it to the catalogue or correct the id"),
        ({"source": "report-2024"}, findings.UNKNOWN_SOURCE, "did you mean report-2023?"),
        ({"source": "x"}, findings.UNKNOWN_SOURCE, "the file's sources are: report-2023, yearbook"),
        ({"variant": "childs"}, findings.UNKNOWN_VARIANT, "did you mean children?"),
        ({"variant": "x"}, findings.UNKNOWN_VARIANT, "coverage has: children, places"),
        (
            {"value": "95 per cent"},
            findings.UNREADABLE_VALUE,
            "write it as the source prints it, such as 98.20%, 95%以上, 2000余名, 46:1",
        ),
        (
            {"value": ""},
            findings.UNREADABLE_VALUE,
            "write it as the source prints it, such as 98.20%, 95%以上, 2000余名, 46:1",
        ),
        ({"value": "95"}, findings.UNFIT_VALUE, "coverage is counted in %"),
        ({"value": "5个百分点"}, findings.UNFIT_VALUE, "coverage is counted in %"),
        ({"value": "101%"}, findings.UNFIT_VALUE, "coverage is counted in %"),
        ({"value": "A等"}, findings.UNFIT_VALUE, "coverage is counted in %"),
        (
            {"period": "last year"},
            findings.UNREADABLE_PERIOD,
            "write 2023, 2022-06, 2021/2022, 2021..2023, 2023-06.. or ..2024-03",
        ),
        (
            {"period": "2023..2021"},
            findings.UNREADABLE_PERIOD,
            "write 2023, 2022-06, 2021/2022, 2021..2023, 2023-06.. or ..2024-03",
        ),
    ],
)
def test_a_fault_names_its_field_its_text_and_the_repair(change, code, hint):
    (fault,) = faults(**change, place=Place("quzhou.yaml", 7, 5), offsets=OFFSETS)
    ((key, text),) = change.items()
    assert (fault.code, fault.hint, fault.quoted) == (code, hint, text)
    assert fault.place == Place("quzhou.yaml", 7 + OFFSETS[key][0], 12)
    assert fault.severity is Severity.ERROR


def test_all_faults_are_reported_at_once():
    found = faults("coverrage", "much", "soon", "nowhere")
    assert {fault.code for fault in found} == {
        findings.UNKNOWN_INDICATOR,
        findings.UNKNOWN_SOURCE,
        findings.UNREADABLE_VALUE,
        findings.UNREADABLE_PERIOD,
    }


def test_a_hint_does_not_list_without_end():
    sources = {f"s{number}": Source(f"s{number}", Wording()) for number in range(4000)}
    (fault,) = observe("quzhou", entry(source="xyzzy"), CATALOGUE, sources)
    assert fault.hint.endswith("s8, s9 and 3,990 more")
    (fault,) = observe("quzhou", entry(variant="xyzzy"), many_variants(), SOURCES)
    assert fault.hint.endswith("v8, v9 and 490 more")


def many_variants():
    variants = {f"v{number}": Wording() for number in range(500)}
    return Catalogue({}, {"coverage": indicator("coverage", Kind.SHARE, "%", SHARE, variants=variants)})


def test_an_indicator_without_variants_has_none_to_choose():
    (fault,) = faults("dropouts", variant="children")
    assert fault.code == findings.UNKNOWN_VARIANT


def test_without_a_place_of_its_own_a_fault_stands_where_the_entry_begins():
    (fault,) = faults(value="much", place=Place("quzhou.yaml", 5, 3))
    assert fault.place == Place("quzhou.yaml", 5, 3)
