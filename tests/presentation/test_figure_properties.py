"""What holds of every figure: the order of its observations is no matter, and what is read is the interval itself."""

from decimal import Decimal

import pytest
from bilingual_world import EN, LANGUAGES, ZH, district, figure_of, paired, says
from hypothesis import given
from hypothesis import strategies as st

from eduindex.analysis.caveats import Code, caveats_of
from eduindex.model.quantity import Bound
from eduindex.presentation.caveat_sentences import reading_text, sentence
from eduindex.presentation.figure_text import figure_text, period_text
from eduindex.presentation.records import figure_document, figure_record

JOINED = ("printed", "evidence", "source", "note")
NUMBERS = st.integers(1, 99).map(str) | st.integers(10, 990).map(lambda tenths: f"{tenths // 10}.{tenths % 10}")
PATTERNS = ("{}%", "{}%以上", "超{}%", "{}%以下", "低于{}%", "近{}%", "约{}%")
VALUES = st.builds(str.format, st.sampled_from(PATTERNS), NUMBERS) | st.builds(
    lambda low, width: f"{low}%-{low + width}%", st.integers(0, 90), st.integers(1, 9)
)


def _interval(value):
    """What a value means, apart from how it is printed."""
    low, high, *opens = figure_of(says("coverage", value)).interval
    return (low.normalize(), high.normalize(), *opens)


# Two values that mean the same interval but are printed differently are a case of their own, below.
DIFFERENT = st.lists(VALUES, min_size=2, max_size=4, unique_by=_interval)


def seen(values, period="2023"):
    """All that is shown of a figure with these values, the lists of what is printed as sets."""
    figure = figure_of(*(says("coverage", value, period) for value in values))
    shown = [(figure_text(figure, language), period_text(figure, language)) for language in LANGUAGES]
    record = figure_record(figure, EN)
    bare = {name: str(value) for name, value in record.items() if name not in JOINED}
    return shown, figure.bound, bare, {name: set((record[name] or "").split("; ")) for name in JOINED}


@given(DIFFERENT, st.randoms(use_true_random=False))
def test_the_order_of_observations_changes_nothing(values, random):
    shuffled = random.sample(values, len(values))
    assert seen(values) == seen(shuffled)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("95%以上", "不低于95%"),
        ("95%以上", "[95, 100]%"),
        ("近95%", "[94.5, 95)%"),
        ("七成多", "(70, 80)%"),
        ("约95%", "94.5%-95.5%"),
    ],
)
def test_of_observations_that_mean_the_same_none_speaks_for_being_first(one, other):
    assert seen([one, other]) == seen([other, one])


def test_the_way_a_period_is_written_does_not_depend_on_the_order():
    entries = [says("coverage", "95%", "2023"), says("coverage", "96%以下", "2023-01..2023-12")]
    texts = {period_text(figure_of(*order), EN) for order in (entries, entries[::-1])}
    assert len(texts) == 1


@given(DIFFERENT)
def test_a_figures_numbers_lie_within_its_ends(values):
    record = figure_record(figure_of(*(says("coverage", value) for value in values)), EN)
    if record["value"] is not None:
        assert record["low"] <= record["value"] <= record["high"]
    assert record["bound"] in set(Bound)


WORDS = {
    EN: {"low": ("at least {}", "more than {}"), "high": ("at most {}", "less than {}")},
    ZH: {"low": ("不小于{}", "大于{}"), "high": ("不大于{}", "小于{}")},
}


def ends_in_words(observation, language):
    """Each end of the interval as a reader expects to find it."""
    interval = observation.interval
    low, high = WORDS[language]["low"], WORDS[language]["high"]
    ends = []
    if interval.low is not None:
        ends.append(low[interval.low_open].format(f"{interval.low:f}%"))
    if interval.high is not None:
        ends.append(high[interval.high_open].format(f"{interval.high:f}%"))
    return ends


@given(DIFFERENT, st.sampled_from(LANGUAGES), st.sampled_from(["coverage", "growth"]))
def test_what_is_read_holds_the_ends_of_that_very_observation(values, language, indicator):
    figure = figure_of(*(says(indicator, value) for value in values))
    caveats = [caveat for caveat in caveats_of(figure) if caveat.code in (Code.BOUND, Code.APPROXIMATION)]
    bound = [observation for observation in figure.observations if observation.bound is not Bound.EXACT]
    assert bool(caveats) == bool(bound)
    for caveat in caveats:
        text = sentence(caveat, language)
        for observation in bound:
            ends = ends_in_words(observation, language)
            reading = reading_text(observation, language)
            assert ends
            assert all(end in reading for end in ends)
            quoted = observation.entry.value if language is EN else f"“{observation.entry.value}”"
            after = text[text.index(quoted) + len(quoted) :]
            assert reading in after.partition(";" if language is EN else "；")[0]


@given(st.integers(1, 10**7), st.sampled_from(["{}万元", "{}亿元", "近{}万元", "{}多亿元", "{}元以上"]))
def test_money_is_read_in_plain_digits(number, pattern):
    pattern = pattern.replace("{}多", "{}0多")
    figure = figure_of(says("spending", pattern.format(number)))
    (observation,) = figure.observations
    for language in LANGUAGES:
        assert "E" not in reading_text(observation, language)
        assert "E" not in figure_text(figure, language)
    assert f"{observation.interval.low:f}万元" in reading_text(observation, EN)


@given(DIFFERENT)
def test_a_contradiction_tells_every_value_and_the_range(values):
    figure = figure_of(*(says("coverage", value) for value in values))
    told = [caveat for caveat in caveats_of(figure) if caveat.code is Code.SOURCES_CONTRADICT]
    assert bool(told) == figure.contradictory
    for caveat in told:
        chinese, english = (sentence(caveat, language) for language in LANGUAGES)
        assert all(value in chinese for value in values)
        assert figure_text(figure, EN) in english
        assert figure_text(figure, ZH) in chinese


@given(st.lists(st.integers(1, 999), min_size=1, max_size=3, unique=True), st.integers(2, 5))
def test_a_mean_tells_the_printed_sums_and_not_the_quotient(sums, years):
    period = f"{2024 - years}..2023"
    pairing = paired(
        district("quzhou", *(says("recruited", f"{number}名", period) for number in sums)),
        district("ouhai", says("recruited", "1名")),
        per_year=True,
    )
    told = {caveat.code: sentence(caveat, ZH) for caveat in pairing.caveats}
    assert all(f"{number}名" in told[Code.MEAN_PER_YEAR] for number in sums)
    assert (Code.SOURCES_CONTRADICT in told) == (len(sums) > 1)
    if len(sums) > 1:
        assert f"{min(sums)}–{max(sums)}人" in told[Code.SOURCES_CONTRADICT]
    document = figure_document(pairing.first, EN)
    assert document["per_year"] == years
    assert [one["printed"] for one in document["observations"]] == [f"{number}名" for number in sums]
    assert document["low"] * years <= Decimal(min(sums)) <= Decimal(max(sums)) <= document["high"] * years
