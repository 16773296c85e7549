"""Each caveat in words: complete in both languages, and true of the figures that it is about.

Wordings are not pinned down; what must stand in a sentence (names, printed values, ends, periods, spans) is.
"""

from dataclasses import replace
from decimal import Decimal

import pytest
from bilingual_world import EN, LANGUAGES, NAMES, ZH, changed, district, observed, paired, pairing_of, says
from caveat_cases import CASES, NOTED, TOWN, VILLAGES, caveat_with, pairing_with, the_caveat

from eduindex.analysis.caveats import Code, Effect
from eduindex.model.wording import Wording
from eduindex.presentation.caveat_sentences import part_sentence, reading_text, sentence

STOPS = {ZH: "。", EN: "."}


def said(pairing, code):
    """The sentence of the pairing's one caveat of this code, in Chinese and English."""
    return [sentence(the_caveat(pairing, code), language) for language in LANGUAGES]


def all_in(texts, *parts):
    """Whether each text holds each part."""
    return [part for part in parts for text in texts if part not in text] == []


def test_every_code_has_a_case():
    assert {code for code, _ in CASES} == set(Code)


@pytest.mark.parametrize(("code", "effect"), CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caveat_is_a_sentence(code, effect, language):
    caveat = caveat_with(code, effect)
    text = sentence(caveat, language)
    assert caveat.effect is effect
    assert text == text.strip()
    assert text.endswith(STOPS[language])
    assert "  " not in text
    assert "None" not in text
    assert "E+" not in text
    assert "{" not in text


@pytest.mark.parametrize("code", list(Code), ids=lambda code: code.value)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caveat_names_its_districts(code, language):
    for effect in Effect:
        if (code, effect) in CASES:
            caveat = caveat_with(code, effect)
            for figure in caveat.figures:
                assert NAMES[figure.district.id](language) in sentence(caveat, language)


@pytest.mark.parametrize(("code", "effect"), CASES)
def test_the_languages_do_not_mix(code, effect):
    caveat = caveat_with(code, effect)
    chinese, english = (sentence(caveat, language) for language in LANGUAGES)
    assert "Quzhou" not in chinese
    assert "Ouhai" not in chinese
    assert "衢州" not in english
    assert "瓯海" not in english
    assert chinese != english


@pytest.mark.parametrize(("code", "effect"), CASES)
def test_a_name_with_braces_is_shown_as_it_is(code, effect):
    caveat = caveat_with(code, effect)
    named = [replace(f, district=f.district._replace(name=Wording("{a}", "{0!r}"))) for f in caveat.figures]
    chinese, english = (sentence(replace(caveat, figures=tuple(named)), language) for language in LANGUAGES)
    assert ("{a}" in chinese, "{0!r}" in english) == (True, True)


# Plans


def test_a_plan_against_a_result_shows_both_figures_with_their_periods():
    chinese, english = said(pairing_with(Code.TARGET_AGAINST_ACTUAL, Effect.FORBIDS), Code.TARGET_AGAINST_ACTUAL)
    assert all_in([english], "Quzhou ≥95% (2025)", "Ouhai 90% (2023)")
    assert all_in([chinese], "衢州 95% (2025)", "瓯海 90% (2023)")


def test_a_plan_is_read_as_a_plan_and_not_as_printed():
    pairing = paired(
        district("quzhou", says("coverage", "95%", target=True, evidence="达95%")),
        district("ouhai", says("coverage", "90%", target=True)),
        targets=True,
    )
    chinese, english = said(pairing, Code.BOUND)
    assert all_in([english], "plans", "95%", "at least 95%", "at most 100%")
    assert all_in([chinese], "计划", "“95%”", "不小于95%", "不大于100%")


def test_a_plan_that_prints_its_bound_is_read_as_printed():
    pairing = paired(
        district("quzhou", says("coverage", "95%以上", target=True, evidence="达95%以上")),
        district("ouhai", says("coverage", "90%", target=True)),
        targets=True,
    )
    chinese, english = said(pairing, Code.BOUND)
    assert "prints 95%以上" in english
    assert "计划" not in chinese


# Spans and means


def spans(indicator, value, period, other_period, **choice):
    return said(pairing_of(indicator, value, value, period, other_period, **choice), Code.SPAN_LENGTHS_DIFFER)


@pytest.mark.parametrize(
    ("period", "chinese", "english"),
    [
        ("2021..2023", "3年", "3 years"),
        ("2022-09..2024-08", "2年", "2 years"),
        ("2022-09..2023-01", "5个月", "5 months"),
        ("2023-06", "1个月", "1 month "),
        ("2023-06..", "长度未知", "unknown length"),
    ],
)
def test_spans_are_told_in_years_or_months(period, chinese, english):
    texts = spans("recruited", "90名", period, "2023")
    assert all_in(texts, f"({period})", "(2023)")
    assert all_in(texts[:1], f"衢州 {chinese}", "瓯海 1年")
    assert all_in(texts[1:], english, "Ouhai 1 year (")


@pytest.mark.parametrize(
    ("indicator", "value", "period"),
    [
        ("recruited", "90名", "2021..2023"),
        ("spending", "9亿元", "2021..2023"),
        ("recruited", "90名", "2022-09..2023-01"),
        ("recruited", "90名", "2023-06.."),
        ("rotation", "9%", "2021..2023"),
        ("growth", "9%", "2021..2023"),
    ],
)
def test_means_are_recommended_only_where_they_help(indicator, value, period):
    recommended = {"--per-year" in text for text in spans(indicator, value, period, "2023")}
    by_means = pairing_of(indicator, value, value, period, "2023", per_year=True)
    helps = Code.SPAN_LENGTHS_DIFFER not in {caveat.code for caveat in by_means.caveats}
    assert recommended == {helps}


def test_means_are_not_recommended_for_a_span_that_was_not_over():
    pairing = paired(
        district("quzhou", says("recruited", "300名", "2021..2023"), published="2023-06"),
        district("ouhai", says("recruited", "90名")),
    )
    assert not any("--per-year" in text for text in said(pairing, Code.SPAN_LENGTHS_DIFFER))


def test_an_unknown_start_names_those_that_do_not_say_it():
    one = pairing_of("recruited", "300名", "90名", "..2023", "2023")
    assert not any("瓯海" in text or "Ouhai" in text for text in said(one, Code.SPAN_START_UNKNOWN))
    both = pairing_of("recruited", "300名", "90名", "..2023", "..2023")
    chinese, english = said(both, Code.SPAN_START_UNKNOWN)
    assert all_in([chinese], "衢州", "瓯海")
    assert all_in([english], "Quzhou and Ouhai")


def test_a_mean_is_computed_from_the_printed_sum():
    pairing = pairing_of("recruited", "300名", "2000余名", "2021..2023", "2018..2022", per_year=True)
    chinese, english = said(pairing, Code.MEAN_PER_YEAR)
    assert all_in([english], "Quzhou: mean of 3 years, computed from 300 (2021..2023)")
    assert all_in([english], "Ouhai: mean of 5 years, computed from over 2000 (2018..2022)")
    assert all_in([chinese], "衢州", "3年平均", "300名 (2021..2023)", "瓯海", "5年平均", "2000余名 (2018..2022)")


def test_a_mean_names_only_the_figure_that_was_divided():
    texts = said(pairing_of("recruited", "300名", "90名", "2021..2023", "2023", per_year=True), Code.MEAN_PER_YEAR)
    assert not any("瓯海" in text or "Ouhai" in text for text in texts)


def test_a_mean_of_sums_that_contradict_each_other_tells_all_of_them():
    pairing = paired(
        district("quzhou", says("recruited", "300名", "2021..2023"), says("recruited", "330名", "2021..2023")),
        district("ouhai", says("recruited", "90名")),
        per_year=True,
    )
    assert all_in(said(pairing, Code.MEAN_PER_YEAR), "300", "330", "(2021..2023)")
    chinese, english = said(pairing, Code.SOURCES_CONTRADICT)
    assert all_in([english], "300 and 330", "300–330")  # the printed numbers and their range, not divided
    assert all_in([chinese], "300名、330名", "300–330人")


# Variants


def test_stated_variants_are_named_with_their_districts():
    for effect in (Effect.FORBIDS, Effect.WARNS):
        chinese, english = said(pairing_with(Code.VARIANTS_DIFFER, effect), Code.VARIANTS_DIFFER)
        assert all_in([chinese], "衢州 按幼儿", "瓯海 按学位")
        assert all_in([english], "Quzhou by children", "Ouhai by places")


def unstated(indicator, variant, other_variant):
    pairing = paired(
        district("quzhou", says(indicator, "30%", variant=variant)),
        district("ouhai", says(indicator, "90%", variant=other_variant)),
    )
    return said(pairing, Code.VARIANT_UNSTATED)


@pytest.mark.parametrize(
    ("indicator", "other_variant", "is_usual"),
    [
        ("by_ways", "places", False),
        ("by_mixed_ways", "places", False),
        ("by_usual_ways", "places", False),
        ("by_usual_ways", "children", True),
        ("by_usual_mixed_ways", "children", True),
    ],
)
def test_an_unstated_variant_is_read_as_the_usual_one_only_where_that_agrees(indicator, other_variant, is_usual):
    chinese, english = unstated(indicator, None, other_variant)
    assert ("按幼儿" in chinese, "by children" in english) == (is_usual, is_usual)
    assert "瓯海" not in chinese
    assert "Ouhai" not in english


def test_an_unstated_variant_against_an_unusual_one_says_that_they_may_differ():
    _, english = unstated("by_usual_mixed_ways", None, "places")
    assert "differ" in english


def test_variants_that_neither_states_name_both():
    chinese, english = unstated("by_ways", None, None)
    assert all_in([chinese], "衢州", "瓯海")
    assert all_in([english], "Quzhou and Ouhai")


def test_in_one_district_over_time_an_unstated_variant_may_have_changed():
    (pairing,) = changed(says("by_ways", "30%", "2022"), says("by_ways", "90%", "2023")).pairings
    chinese, english = said(pairing, Code.VARIANT_UNSTATED)
    assert "changed" in english
    assert "other" not in english
    assert "变化" in chinese
    assert "另一方" not in chinese
    assert english.count("Quzhou") == chinese.count("衢州") == 1


# Scopes


def test_parts_are_named_with_their_scopes():
    chinese, english = said(pairing_with(Code.SCOPES_DIFFER, Effect.FORBIDS), Code.SCOPES_DIFFER)
    assert all_in([chinese], "衢州：城区", "瓯海：乡村")
    assert all_in([english], "Quzhou: the town", "Ouhai: the villages")


def test_a_part_against_the_whole_names_the_part_alone():
    for first, other, name in ((TOWN, Wording(), "Quzhou"), (Wording(), VILLAGES, "Ouhai")):
        pairing = paired(
            district("quzhou", says("coverage", "30%", scope=first)),
            district("ouhai", says("coverage", "90%", scope=other)),
        )
        caveat = the_caveat(pairing, Code.PART_AGAINST_WHOLE)
        text = sentence(caveat, EN)
        assert all_in([text], name, (first or other).en)
        assert len([one for one in ("Quzhou", "Ouhai") if one in text]) == 1
        assert text == part_sentence(caveat.figures[0], EN)


# Borders


@pytest.mark.parametrize(
    ("indicator", "codes", "chinese", "english"),
    [
        ("provincial", ("330302", "350881"), "省", "province"),
        ("municipal", ("330302", "330402"), "市", "city"),
        ("municipal", ("330302", "350881"), "市", "city"),
    ],
)
def test_a_border_is_named_with_both_sides_of_it(indicator, codes, chinese, english):
    pairing = paired(
        district("quzhou", says(indicator, "30%"), code=codes[0], within=Wording("甲地", "Here")),
        district("ouhai", says(indicator, "90%"), code=codes[1], within=Wording()),
    )
    texts = said(pairing, Code.SCHEME_ENDS_AT_BORDER)
    assert all_in(texts[:1], f"同一{chinese}内", "衢州 (甲地)", f"瓯海 ({codes[1]})")
    assert all_in(texts[1:], f"one {english}", "Quzhou (Here)", f"Ouhai ({codes[1]})")


def test_a_missing_code_names_those_that_lack_it():
    chinese, english = said(pairing_with(Code.DIVISION_CODE_MISSING, Effect.FORBIDS), Code.DIVISION_CODE_MISSING)
    assert "衢州" not in chinese
    assert "Quzhou" not in english


# Periods


@pytest.mark.parametrize(
    ("period", "other_period", "chinese", "english"),
    [
        ("2022", "2023", "1年", "by 1 year:"),
        ("2019", "2023", "4年", "by 4 years:"),
        ("2023-05", "2023-06", "1个月", "by 1 month:"),
        ("2023-06", "2023", "6个月", "by 6 months:"),
        ("2022-05", "2023-06", "13个月", "by 13 months:"),
        ("2022-06", "2023-06", "1年", "by 1 year:"),
        ("2022/2023", "2023", "4个月", "by 4 months:"),
        ("2021/2022", "2022/2023", "1年", "by 1 year:"),
    ],
)
def test_the_distance_of_two_periods_is_told_in_years_or_months(period, other_period, chinese, english):
    for one, two in ((period, other_period), (other_period, period)):
        texts = said(pairing_of("coverage", "90%", "90%", one, two), Code.PERIODS_DIFFER)
        assert all_in(texts[:1], chinese, f"衢州 {one}", f"瓯海 {two}")
        assert all_in(texts[1:], english, f"Quzhou {one}", f"Ouhai {two}")


@pytest.mark.parametrize("period", ["2021..2023", "2023-12", "2023-06..", "..2023"])
def test_periods_without_a_distance_differ_without_a_number(period):
    chinese, english = said(pairing_of("coverage", "90%", "90%", period, "2023"), Code.PERIODS_DIFFER)
    assert all_in([chinese, english], period, "2023")
    assert "相差" not in chinese
    assert " by " not in english


def test_calendar_and_school_year_are_both_shown():
    pairing = pairing_with(Code.CALENDAR_AGAINST_SCHOOL_YEAR, Effect.WARNS)
    assert all_in(said(pairing, Code.CALENDAR_AGAINST_SCHOOL_YEAR), "2022/2023", "2023")


def test_a_running_period_is_named():
    pairing = paired(
        district("quzhou", says("recruited", "30名"), published="2023-06-30"),
        district("ouhai", says("recruited", "30名")),
    )
    assert all_in(said(pairing, Code.PERIOD_RUNNING), "2023")


def test_the_earlier_opposite_order_is_shown_with_its_figures():
    chinese, english = said(pairing_with(Code.ORDER_WAS_OPPOSITE, Effect.WARNS), Code.ORDER_WAS_OPPOSITE)
    assert all_in([english], "2022", "Quzhou 80%", "Ouhai 85%")
    assert all_in([chinese], "2022", "衢州 80%", "瓯海 85%")


# What a figure carries by itself


def reading(*values, code=Code.BOUND, indicator="coverage", **more):
    pairing = paired(
        district("quzhou", *(says(indicator, value, **more) for value in values)),
        district("ouhai", says(indicator, "A等" if indicator == "grade" else "1%")),
    )
    return said(pairing, code)


def test_a_bound_is_read_as_its_own_interval_where_another_observation_is_exact():
    chinese, english = reading("95%以上", "96.3%")
    assert all_in([chinese], "“95%以上”", "不小于95%", "不大于100%")
    assert all_in([english], "95%以上", "at least 95%", "at most 100%")
    assert "96.3" not in chinese + english


@pytest.mark.parametrize(
    ("indicator", "value", "code", "chinese", "english"),
    [
        ("coverage", "超95%", Code.BOUND, "大于95%、不大于100%", "more than 95% and at most 100%"),
        ("coverage", "不足95%", Code.BOUND, "不小于0%、小于95%", "at least 0% and less than 95%"),
        ("coverage", "近95%", Code.APPROXIMATION, "不小于94.5%、小于95%", "at least 94.5% and less than 95%"),
        ("coverage", "约95%", Code.APPROXIMATION, "不小于94.5%、不大于95.5%", "at least 94.5% and at most 95.5%"),
        ("coverage", "七成多", Code.APPROXIMATION, "大于70%、小于80%", "more than 70% and less than 80%"),
        ("coverage", "95%-97%", Code.APPROXIMATION, "不小于95%、不大于97%", "at least 95% and at most 97%"),
        ("growth", "5%以上", Code.BOUND, "读作不小于5%。", "read as at least 5%."),
        ("grade", "B等以上", Code.BOUND, "不小于B、不大于A", "at least B and at most A"),
        ("grade", "高于B等", Code.BOUND, "不小于A、不大于A", "at least A and at most A"),
    ],
)
def test_a_value_is_read_as_its_interval(indicator, value, code, chinese, english):
    texts = reading(value, code=code, indicator=indicator)
    assert all_in(texts, value)
    assert chinese in texts[0]
    assert english in texts[1]


def test_money_and_counts_are_read_without_exponents():
    pairing = pairing_of("spending", "20多亿元", "1亿元")
    assert all_in(said(pairing, Code.APPROXIMATION), "20多亿元", "200000万元", "300000万元")
    pairing = pairing_of("recruited", "238余名", "9名")
    _, english = said(pairing, Code.APPROXIMATION)
    assert english.endswith("more than 238.")


def test_several_bounds_are_each_read_by_themselves():
    chinese, english = reading("90%以上", "超95%", "99%以下")
    for value, ends in (
        ("90%以上", "at least 90%"),
        ("超95%", "more than 95%"),
        ("99%以下", "at least 0% and at most 99%"),
    ):
        assert f"prints {value}, read as {ends}" in english
        assert f"“{value}”" in chinese


def test_several_readings_have_single_blanks_between_them():
    _, english = reading("90%以上", "超95%")
    assert "  " not in english


def test_the_same_reading_is_told_once():
    pairing = paired(
        district("quzhou", says("coverage", "95%以上"), says("coverage", "95%以上", source="yearbook")),
        district("ouhai", says("coverage", "1%")),
    )
    _, english = said(pairing, Code.BOUND)
    assert english.count("95%以上") == 1


def test_a_value_without_ends_is_read_as_something():
    observation = observed("growth", "(-∞, ∞)%")
    assert all(reading_text(observation, language) for language in LANGUAGES)


@pytest.mark.parametrize(("sources", "several"), [(("report", "report"), False), (("report", "yearbook"), True)])
def test_a_contradiction_tells_what_is_printed_and_the_range_that_counts(sources, several):
    pairing = paired(
        district("quzhou", *(says("coverage", v, source=s) for v, s in zip(("95%", "97%"), sources, strict=True))),
        district("ouhai", says("coverage", "1%")),
    )
    chinese, english = said(pairing, Code.SOURCES_CONTRADICT)
    assert all_in([english], "95% and 97%", "95–97%", "sources contradict" if several else "source contradicts itself")
    assert all_in([chinese], "95%、97%", "95–97%", "几个来源" if several else "来源自相矛盾")
    assert pairing.first.interval == (Decimal(95), Decimal(97), False, False)


def test_a_contradiction_tells_what_is_printed_twice_once():
    pairing = paired(
        district("quzhou", says("coverage", "95%"), says("coverage", "97%"), says("coverage", "95%")),
        district("ouhai", says("coverage", "1%")),
    )
    _, english = said(pairing, Code.SOURCES_CONTRADICT)
    assert "95% and 97%;" in english


def test_rounding_shows_both_figures():
    assert all_in(said(pairing_of("coverage", "3.1%", "3.14%"), Code.ROUNDED), "3.1%", "3.14%")
    chinese, english = said(pairing_of("recruited", "1.78万名", "17801名"), Code.ROUNDED)
    assert all_in([english], "1.78万", "17801")
    assert all_in([chinese], "1.78万名", "17801名")


def test_rounding_of_means_shows_the_printed_sum_whose_digits_are_rounded():
    pairing = pairing_of("recruited", "1.5万名", "5001名", "2021..2023", "2023", per_year=True)
    assert all_in(said(pairing, Code.ROUNDED), "1.5万")


def test_rounding_shows_the_number_that_several_observations_say_together():
    pairing = paired(
        district("quzhou", says("coverage", "94.0-95.0%"), says("coverage", "95.0%以上")),
        district("ouhai", says("coverage", "95.04%")),
    )
    _, english = said(pairing, Code.ROUNDED)
    assert "95.0%" in english
    assert "≥" not in english


def test_a_date_is_missed_in_each_district_that_prints_none():
    pairing = paired(
        district("quzhou", says("coverage", "95%", dated=False)),
        district("ouhai", says("coverage", "90%", dated=False)),
    )
    texts = [sentence(caveat, EN) for caveat in pairing.caveats if caveat.code is Code.DATE_NOT_PRINTED]
    assert [[name in text for name in ("Quzhou", "Ouhai")] for text in texts] == [[True, False], [False, True]]


def test_one_printed_date_is_enough():
    pairing = paired(
        district("quzhou", says("coverage", "95%", dated=False), says("coverage", "95.0%")),
        district("ouhai", says("coverage", "1%")),
    )
    assert Code.DATE_NOT_PRINTED not in {caveat.code for caveat in pairing.caveats}


@pytest.mark.parametrize("ending", ["", ".", "。"])
def test_a_note_is_quoted_and_ends_once(ending):
    note = Wording("含临聘" + ending, "with temporary staff" + ending)
    pairing = paired(district("quzhou", says("coverage", "95%", note=note)), district("ouhai", says("coverage", "1%")))
    chinese, english = said(pairing, Code.NOTE)
    assert chinese.endswith("含临聘。")
    assert english.endswith("with temporary staff.")


def test_notes_of_several_observations_are_told_once_each():
    other = Wording("估计", "an estimate")
    pairing = paired(
        district("quzhou", *(says("coverage", "95%", note=note) for note in (NOTED, other, NOTED))),
        district("ouhai", says("coverage", "1%")),
    )
    chinese, english = said(pairing, Code.NOTE)
    assert (chinese.count("含临聘"), chinese.count("估计")) == (1, 1)
    assert (english.count("with temporary staff"), english.count("an estimate")) == (1, 1)


def test_a_note_in_one_language_stands_in_for_the_other():
    note = Wording(zh="含临聘")
    pairing = paired(district("quzhou", says("coverage", "95%", note=note)), district("ouhai", says("coverage", "1%")))
    assert all_in(said(pairing, Code.NOTE), "含临聘")
