"""A comparison for machines: wide, tidy and JSON say the same."""

from decimal import Decimal

import pytest
from bilingual_world import EN, LANGUAGES, ZH, compared, district, records_by_field, says
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.wording import Wording
from eduindex.presentation.comparison_records import comparison_document, tidy_records, wide_records
from eduindex.presentation.records import FIGURE_FIELDS, PAIRING_FIELDS

TOWN = Wording("城区", "the town")
SERIES = ("dimension", "indicator", "indicator_name", "variant", "scope", "unit")
OWN = ("value", "low", "high", "bound", "period", "status")

QUZHOU = district(
    "quzhou",
    says("coverage", "95%以上"),
    says("coverage", "93%", "2022"),
    says("recruited", "10名", "2021..2023"),
    says("grade", "B等以上", note=Wording("注", "a note")),
    says("by_ways", "70%", variant="children"),
    says("rotation", "20%", "2021..2023"),
    says("rank", "第3", scope=TOWN),
    says("spread", "0.2"),
    says("subsidy", "500元", "2025", target=True, evidence="达500元"),
)
OUHAI = district(
    "ouhai",
    says("coverage", "98.20%"),
    says("coverage", "98.2%", source="yearbook"),
    says("recruited", "20名", "2018..2023"),
    says("grade", "A等"),
    says("by_ways", "80%", variant="places"),
    says("rotation", "20%"),
    says("rank", "第4"),
    says("growth", "下降1%"),
    says("subsidy", "600元", "2025", target=True),
)
ZHANGPING = district(
    "zhangping",
    says("coverage", "90%", dated=False),
    says("recruited", "5名", "2023-06.."),
    says("by_ways", "60%"),
    says("spread", "0.2"),
    code="350881",
)
CHOICES = [
    {},
    {"everything": True, "targets": True},
    {"per_year": True, "everything": True, "targets": True},
    {"same_period": True},
    {"year": 2022, "everything": True},
]


def labels_of(comparison):
    return [identity.id for identity in comparison.districts]


def test_two_districts_have_their_fields_side_by_side_and_one_outcome():
    comparison = compared(QUZHOU, OUHAI)
    records = wide_records(comparison, ["quzhou@2023", "ouhai"], EN)
    own = [f"{label}_{name}" for label in ("quzhou@2023", "ouhai") for name in OWN]
    assert records.fields == (*SERIES, *own, *PAIRING_FIELDS)
    first = records_by_field(records)[0]
    assert first == dict(
        zip(SERIES, ("children", "coverage", "Coverage", None, None, "%"), strict=True),
        **{
            "quzhou@2023_value": Decimal(95),
            "quzhou@2023_low": Decimal(95),
            "quzhou@2023_high": Decimal(100),
            "quzhou@2023_bound": "at_least",
            "quzhou@2023_period": "2023",
            "quzhou@2023_status": "actual",
            "ouhai_value": Decimal("98.20"),
            "ouhai_low": Decimal("98.20"),
            "ouhai_high": Decimal("98.20"),
            "ouhai_bound": "exact",
            "ouhai_period": "2023",
            "ouhai_status": "actual",
        },
        difference_low=Decimal("-3.20"),
        difference_high=Decimal("1.80"),
        verdict="undetermined",
        caveats="bound",
    )


def test_three_districts_have_an_outcome_for_each_but_the_first():
    comparison = compared(QUZHOU, OUHAI, ZHANGPING)
    records = wide_records(comparison, labels_of(comparison), EN)
    own = [f"{label}_{name}" for label in ("quzhou", "ouhai", "zhangping") for name in OWN]
    outcomes = [f"{label}_{name}" for label in ("ouhai", "zhangping") for name in PAIRING_FIELDS]
    assert records.fields == (*SERIES, *own, *outcomes)
    by_indicator = {row["indicator"]: row for row in records_by_field(records)}
    assert by_indicator["coverage"]["zhangping_verdict"] == "better"
    assert by_indicator["coverage"]["ouhai_verdict"] == "undetermined"
    spread = by_indicator["spread"]
    assert [spread[f"ouhai_{name}"] for name in (*OWN, *PAIRING_FIELDS)] == [None] * 10
    assert spread["zhangping_verdict"] == "equal"


def test_fields_do_not_depend_on_what_is_compared():
    empty = compared(QUZHOU, OUHAI, indicators=frozenset({"schools"}))
    full = compared(QUZHOU, OUHAI)
    assert wide_records(empty, labels_of(empty), EN).fields == wide_records(full, labels_of(full), ZH).fields
    assert wide_records(empty, labels_of(empty), EN).rows == ()


@pytest.mark.parametrize(
    ("first", "other", "variant"),
    [
        ("children", "children", "children"),
        ("children", "places", "children|places"),
        ("places", "children", "places|children"),
        ("children", None, "children|"),
        (None, "places", "|places"),
        (None, None, None),
    ],
)
def test_variants_are_parted_by_a_bar_where_they_differ(first, other, variant):
    comparison = compared(
        district("quzhou", says("by_ways", "70%", variant=first)),
        district("ouhai", says("by_ways", "80%", variant=other)),
    )
    (row,) = records_by_field(wide_records(comparison, labels_of(comparison), EN))
    assert row["variant"] == variant


@pytest.mark.parametrize(
    ("first", "other", "english", "chinese"),
    [
        (TOWN, TOWN, "the town", "城区"),
        (TOWN, Wording(), "the town|", "城区|"),
        (Wording(), TOWN, "|the town", "|城区"),
        (Wording(), Wording(), None, None),
    ],
)
def test_scopes_are_parted_by_a_bar_where_they_differ(first, other, english, chinese):
    comparison = compared(
        district("quzhou", says("coverage", "70%", scope=first)),
        district("ouhai", says("coverage", "80%", scope=other)),
    )
    rows = [records_by_field(wide_records(comparison, labels_of(comparison), language)) for language in (EN, ZH)]
    assert [row["scope"] for (row,) in rows] == [english, chinese]


def test_three_variants_stand_in_the_order_of_the_districts():
    comparison = compared(QUZHOU, OUHAI, ZHANGPING, indicators=frozenset({"by_ways"}))
    (row,) = records_by_field(wide_records(comparison, labels_of(comparison), EN))
    assert row["variant"] == "children|places|"


def wide_equals_tidy(comparison, language):
    """Whether every figure and outcome of the wide rows stands in a tidy row, and nothing else does."""
    labels = labels_of(comparison)
    wide = records_by_field(wide_records(comparison, labels, language))
    tidy = iter(records_by_field(tidy_records(comparison, labels, language)))
    for row, record in zip(comparison.rows, wide, strict=True):
        for place, (label, figure) in enumerate(zip(labels, row.figures, strict=True)):
            own = {name: record[f"{label}_{name}"] for name in OWN}
            prefix = "" if len(labels) == 2 else f"{label}_"
            outcome = {name: record[prefix + name] if place else None for name in PAIRING_FIELDS}
            if figure is None:
                assert set(own.values()) == {None}
                continue
            one = next(tidy)
            assert (one["indicator"], one["district"]) == (record["indicator"], label)
            assert {name: one[name] for name in OWN} == own
            assert {name: one[name] for name in PAIRING_FIELDS} == outcome
    assert next(tidy, None) is None


def tidy_equals_json(comparison, language):
    """Whether tidy rows and JSON records agree in every field, and in what they write differently."""
    labels = labels_of(comparison)
    records = tidy_records(comparison, labels, language)
    assert records.fields == (*FIGURE_FIELDS, "compared_with", *PAIRING_FIELDS)
    document = comparison_document(comparison, labels, language)
    for one, other in zip(records_by_field(records), document["records"], strict=True):
        shared = set(one) & set(other) - {"caveats", "source"}
        assert {name: one[name] for name in shared} == {name: other[name] for name in shared}
        assert set(FIGURE_FIELDS) - shared == {"source"}
        observations = other["observations"]
        for name in ("printed", "evidence", "note"):
            texts = dict.fromkeys(observation[name] for observation in observations if observation[name])
            assert one[name] == ("; ".join(texts) or None)
        assert one["source"] == "; ".join(dict.fromkeys(each["source"]["id"] for each in observations))
        assert other["source"] == observations[0]["source"]
        difference = other["difference"] or {"low": None, "high": None}
        assert (one["difference_low"], one["difference_high"]) == (difference["low"], difference["high"])
        caveats = other["caveats"]
        assert one["caveats"] == (
            None if caveats is None else ";".join(dict.fromkeys(each["code"] for each in caveats))
        )
        assert (one["verdict"] is None) == (one["compared_with"] is None) == (caveats is None)


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("others", [(OUHAI,), (ZHANGPING,), (OUHAI, ZHANGPING)])
def test_wide_tidy_and_json_say_the_same(others, choice, language):
    comparison = compared(QUZHOU, *others, **choice)
    assert comparison.rows
    wide_equals_tidy(comparison, language)
    tidy_equals_json(comparison, language)


VALUES = st.sampled_from(["95%", "95%以上", "低于90%", "近95%", "90%-96%", "95.04%", "无"])
ENTRIES = st.lists(
    st.builds(
        says,
        st.sampled_from(["by_ways", "by_mixed_ways"]),
        VALUES,
        st.sampled_from(["2022", "2023", "2022/2023"]),
        variant=st.sampled_from([None, "children", "places"]),
        scope=st.sampled_from([Wording(), TOWN]),
        target=st.booleans(),
        dated=st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


@given(ENTRIES, ENTRIES, ENTRIES, st.fixed_dictionaries({"targets": st.booleans(), "everything": st.booleans()}))
def test_wide_tidy_and_json_agree_whatever_is_compared(first, second, third, choice):
    comparison = compared(
        district("quzhou", *first), district("ouhai", *second), district("zhangping", *third), **choice
    )
    wide_equals_tidy(comparison, EN)
    tidy_equals_json(comparison, EN)


def test_a_document_tells_what_stands_in_no_row_and_what_is_left_out():
    comparison = compared(QUZHOU, OUHAI)
    document = comparison_document(comparison, ["quzhou", "ouhai@2023"], EN)
    assert (document["schema_version"], document["command"]) == (1, "compare")
    assert document["districts"] == ["quzhou", "ouhai@2023"]
    assert [(one["indicator"], one["period"]) for one in document["left_over"]] == [("coverage", "2022")]
    assert document["left_out"] == {
        "indicators_of_one_district": 2,
        "indicators_of_other_periods": 0,
        "targets": 2,
    }


def test_the_first_district_is_what_the_others_are_compared_with():
    comparison = compared(QUZHOU, OUHAI)
    rows = records_by_field(tidy_records(comparison, ["quzhou@2023", "ouhai"], EN))
    assert {(row["district"], row["compared_with"]) for row in rows} == {("quzhou", None), ("ouhai", "quzhou@2023")}
