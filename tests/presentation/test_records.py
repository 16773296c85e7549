"""What machines read of one figure and of one pairing."""

from decimal import Decimal

import pytest
from bilingual_world import EN, LANGUAGES, ZH, district, figure_of, paired, pairing_of, says

from eduindex.model.wording import Wording
from eduindex.presentation.records import (
    FIGURE_FIELDS,
    PAIRING_FIELDS,
    caveat_document,
    figure_document,
    figure_record,
    pairing_document,
    pairing_record,
    records_of,
    source_document,
)

NUMBERS = ("value", "low", "high", "low_open", "high_open", "bound")

SHAPES = [
    ("coverage", ("98.20%",), ("98.20", "98.20", "98.20", False, False, "exact")),
    ("coverage", ("95%以上",), ("95", "95", "100", False, False, "at_least")),
    ("coverage", ("超95%",), ("95", "95", "100", True, False, "above")),
    ("coverage", ("95%以下",), ("95", "0", "95", False, False, "at_most")),
    ("coverage", ("低于95%",), ("95", "0", "95", False, True, "below")),
    ("growth", ("5%以上",), ("5", "5", None, False, True, "at_least")),
    ("growth", ("低于5%",), ("5", None, "5", True, True, "below")),
    ("schools", ("2000余所",), ("2000", "2000", "3000", True, True, "over")),
    ("schools", ("238余所",), ("238", "238", None, True, True, "over")),
    ("spending", ("近2000万元",), ("2000", "1500", "2000", False, True, "nearly")),
    ("coverage", ("约95%",), ("95", "94.5", "95.5", False, False, "about")),
    ("schools", ("1-2所",), (None, "1", "2", False, False, "range")),
    ("spending", ("7.04亿元",), ("70400", "70400", "70400", False, False, "exact")),
    ("schools", ("无",), ("0", "0", "0", False, False, "exact")),
    ("rank", ("第八",), ("8", "8", "8", False, False, "exact")),
    # several observations
    ("coverage", ("95%以上", "96.3%"), ("96.3", "96.3", "96.3", False, False, "exact")),
    ("coverage", ("95%以上", "97%以下"), (None, "95", "97", False, False, "range")),
    ("coverage", ("超95%", "不足97%"), (None, "95", "97", True, True, "range")),
    ("coverage", ("95%", "97%"), (None, "95", "97", False, False, "range")),
    ("growth", ("5%以上", "3%"), (None, "3", None, False, True, "range")),
    ("coverage", ("95%以上", "95%以下"), ("95", "95", "95", False, False, "range")),
]


def numbered(*expected):
    """Numbers as decimals; open ends and bounds as they are."""
    return tuple(None if one is None else Decimal(one) for one in expected[:3]) + expected[3:]


@pytest.mark.parametrize(("indicator", "values", "expected"), SHAPES)
def test_a_figure_is_bare_numbers_in_the_indicators_unit(indicator, values, expected):
    record = figure_record(figure_of(*(says(indicator, value) for value in values)), EN)
    assert tuple(record[name] for name in NUMBERS) == numbered(*expected)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("B等",), ("B", "B", "B", False, False, "exact")),
        (("B等以上",), ("B", "B", "A", False, False, "at_least")),
        (("高于B等",), ("B", "A", "A", False, False, "above")),
        (("低于B等",), ("B", "C", "C", False, False, "below")),
        (("A等", "C等"), (None, "C", "A", False, False, "range")),
    ],
)
def test_a_grade_is_the_names_of_its_levels(values, expected):
    record = figure_record(figure_of(*(says("grade", value) for value in values)), EN)
    assert tuple(record[name] for name in NUMBERS) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("300名", ("100", "100", "100", False, False, "exact")),
        ("10名", (None, "3.333333", "3.333334", False, False, "exact")),
        ("300名以上", (None, "100", None, False, True, "at_least")),
        ("2000余名", (None, "666.666666", "1000", True, True, "over")),
    ],
)
def test_a_mean_is_rounded_outwards_to_six_decimals(value, expected):
    mean = pairing_of("recruited", value, "1名", "2021..2023", "2023", per_year=True).first
    record = figure_record(mean, EN)
    assert tuple(record[name] for name in NUMBERS) == numbered(*expected)
    assert (record["per_year"], record["printed"], record["period"]) == (3, value, "2021..2023")


def test_a_plan_to_reach_a_number_is_a_bound():
    record = figure_record(figure_of(says("coverage", "95%", target=True, evidence="达95%")), EN)
    assert tuple(record[name] for name in NUMBERS) == numbered("95", "95", "100", False, False, "at_least")
    assert record["status"] == "target"


def test_a_record_names_everything_else_once():
    figure = figure_of(
        says(
            "by_ways",
            "95%",
            variant="places",
            scope=Wording("城区", "the town"),
            evidence="达 95%",
            note=Wording("注", "n"),
        ),
        says(
            "by_ways",
            "95.0%",
            variant="places",
            scope=Wording("城区", "the town"),
            source="yearbook",
            note=Wording("注", "n"),
        ),
    )
    english, chinese = figure_record(figure, EN), figure_record(figure, ZH)
    assert tuple(english) == FIGURE_FIELDS
    assert {name: english[name] for name in FIGURE_FIELDS if name not in NUMBERS} == {
        "dimension": "children",
        "indicator": "by_ways",
        "indicator_name": "By ways",
        "unit": "%",
        "district": "quzhou",
        "district_name": "Quzhou",
        "period": "2023",
        "status": "actual",
        "variant": "places",
        "scope": "the town",
        "per_year": None,
        "printed": "95%; 95.0%",
        "evidence": "达 95%; 95.0%",
        "source": "report; yearbook",
        "note": "n",
    }
    differing = {name for name in FIGURE_FIELDS if english[name] != chinese[name]}
    assert differing == {"indicator_name", "district_name", "scope", "note"}


def test_what_is_not_said_is_null():
    record = figure_record(figure_of(says("coverage", "95%")), EN)
    assert [record[name] for name in ("variant", "scope", "per_year", "note")] == [None] * 4
    (observation,) = figure_document(figure_of(says("coverage", "95%", dated=False)), EN)["observations"]
    assert (observation["period_evidence"], observation["note"]) == (None, None)
    assert observation["source"] == {
        "id": "report",
        "title": "Annual report",
        "publisher": None,
        "published": "undated",
        "url": None,
        "file": None,
    }


def test_a_document_writes_each_observation_out():
    figure = figure_of(says("coverage", "95%", line=7), says("coverage", "95%以上", source="yearbook", line=19))
    record = figure_record(figure, EN)
    document = figure_document(figure, EN)
    assert document["observations"] == [
        {
            "printed": entry.value,
            "evidence": entry.evidence,
            "period_evidence": "2023年",
            "note": None,
            "source": source_document(observation.source, EN),
            "file": "samples/x.yaml",
            "line": entry.place.line,
        }
        for observation in figure.observations
        for entry in (observation.entry,)
    ]
    assert document["source"] == source_document(figure.observations[0].source, EN)
    apart = {"observations", "source"}
    assert {name: value for name, value in document.items() if name not in apart} == {
        name: value for name, value in record.items() if name not in apart
    }


def test_the_source_at_the_top_of_a_document_is_the_one_that_says_the_value():
    document = figure_document(figure_of(says("coverage", "95%以上"), says("coverage", "96.3%", source="yearbook")), EN)
    assert document["value"] == Decimal("96.3")
    assert document["source"]["id"] == "yearbook"


# Pairings


def test_an_outcome_is_flat():
    pairing = pairing_of("coverage", "95%以上", "90%", "2022")
    assert pairing_record(pairing) == {
        "difference_low": Decimal(5),
        "difference_high": Decimal(10),
        "verdict": "better",
        "caveats": "periods-differ;bound",
    }


def test_a_code_is_listed_once_however_often_it_holds():
    pairing = pairing_of("coverage", "95%以上", "90%以上")
    assert len(pairing.caveats) == 2
    assert pairing_record(pairing)["caveats"] == "bound"
    assert [caveat["districts"] for caveat in pairing_document(pairing, EN)["caveats"]] == [["quzhou"], ["ouhai"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_compared_is_null_throughout(language):
    assert pairing_record(None) == dict.fromkeys(PAIRING_FIELDS)
    assert pairing_document(None, language) == {"difference": None, "verdict": None, "caveats": None}


def test_no_difference_is_null_and_the_verdict_is_told():
    forbidden = pairing_of("recruited", "300名", "90名", "2021..2023", "2023")
    record = pairing_record(forbidden)
    assert (record["difference_low"], record["difference_high"], record["verdict"]) == (None, None, "not_comparable")
    assert pairing_document(forbidden, EN)["difference"] is None
    graded = pairing_of("grade", "A等", "B等")
    assert pairing_record(graded)["verdict"] == "better"
    assert pairing_document(graded, EN)["difference"] is None


def test_no_caveats_are_an_empty_list():
    pairing = pairing_of("coverage", "95%", "90%")
    assert pairing_record(pairing)["caveats"] == ""
    assert pairing_document(pairing, EN)["caveats"] == []


@pytest.mark.parametrize(
    ("value", "other", "expected"),
    [
        ("95%", "90%", ("5", "5", False, False)),
        ("超95%", "90%", ("5", None, True, True)),
        ("95%以上", "90%", ("5", None, False, True)),
        ("90%", "超95%", (None, "-5", True, True)),
        ("95%以上", "90%以上", (None, None, True, True)),
    ],
)
def test_a_difference_tells_its_open_ends(value, other, expected):
    difference = pairing_document(pairing_of("growth", value, other), EN)["difference"]
    low, high = (None if end is None else Decimal(end) for end in expected[:2])
    assert difference == {"low": low, "high": high, "low_open": expected[2], "high_open": expected[3]}


@pytest.mark.parametrize(("value", "other"), [("30名", "60名"), ("10名", "20名")])
def test_equal_means_differ_by_exactly_zero(value, other):
    pairing = paired(
        district("quzhou", says("recruited", value, "2021..2023")),
        district("ouhai", says("recruited", other, "2018..2023")),
        per_year=True,
    )
    assert pairing_record(pairing)["difference_low"] == pairing_record(pairing)["difference_high"] == 0


def test_a_caveat_is_a_code_an_effect_districts_and_words():
    (caveat,) = pairing_of("recruited", "300名", "90名", "..2023", "..2023").caveats
    document = caveat_document(caveat, EN)
    assert (document["code"], document["effect"]) == ("span-start-unknown", "forbids")
    assert document["districts"] == ["quzhou", "ouhai"]
    assert "Quzhou and Ouhai" in document["text"]


def test_records_hold_every_field_in_order():
    records = records_of([{"b": 1, "a": 2}, {"a": 3}], ("a", "b"))
    assert (records.fields, records.rows) == (("a", "b"), ((2, 1), (3, None)))
