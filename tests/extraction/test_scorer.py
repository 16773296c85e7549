"""The scorer: what counts as right, as missed, as false and as said again."""

import subprocess
import sys
from pathlib import Path

import pytest
from scorer import Case, Score, key_of, score, score_cases, summary, total
from small_catalogue import CATALOGUE

from eduindex.model.district import Entry, Status
from eduindex.model.wording import Wording

HERE = Path(__file__).resolve().parent


def says(value, period="2023", indicator="coverage", **more):
    return Entry(indicator, value, period, "report", f"公办率达{value}", **more)


TARGET = {"status": Status.TARGET}


def counts(drafted, confirmed):
    found = score(drafted, confirmed, CATALOGUE)
    return len(found.matched), len(found.missed), len(found.false), len(found.repeated)


@pytest.mark.parametrize(
    ("drafted", "confirmed", "expected"),
    [
        ([], [], (0, 0, 0, 0)),
        ([says("57.3%")], [says("57.3%")], (1, 0, 0, 0)),
        ([says("57.30％")], [says("57.3%")], (1, 0, 0, 0)),
        ([says("95%以上")], [says("95%")], (0, 1, 1, 0)),
        ([says("不低于95%")], [says("95%以上")], (1, 0, 0, 0)),
        ([says("57.3%", **TARGET)], [says("57.3%")], (0, 1, 1, 0)),
        ([says("57.3%", indicator="inclusive")], [says("57.3%")], (0, 1, 1, 0)),
        ([says("0.6亿元", indicator="spending")], [says("6000万元", indicator="spending")], (1, 0, 0, 0)),
        ([says("57.3%", "2022")], [says("57.3%")], (1, 0, 0, 0)),
        ([says("57.3%")] * 2, [says("57.3%")], (1, 0, 0, 1)),
        ([says("57.3%")], [says("57.3%")] * 2, (1, 1, 0, 0)),
        ([says("57.3%")] * 3, [says("57.3%")] * 2, (2, 0, 0, 1)),
        ([says("57.3%")] * 3, [], (0, 0, 1, 2)),
        ([says("57.3%"), says("57.4%")], [], (0, 0, 2, 0)),
        ([says("many")], [says("many")], (1, 0, 0, 0)),
        ([says("5%", indicator="unknown")], [says("5%", indicator="unknown")], (1, 0, 0, 0)),
    ],
)
def test_what_counts(drafted, confirmed, expected):
    assert counts(drafted, confirmed) == expected
    assert counts(drafted[::-1], confirmed[::-1]) == expected


def test_shares():
    found = score([says("57.3%"), says("60%"), says("61%")], [says("57.3%"), says("90%")], CATALOGUE)
    assert (found.recall, found.precision) == (1 / 2, 1 / 3)
    assert (Score().recall, Score().precision, Score().period_agreement) == (1, 1, 1)


def test_each_year_finds_its_own():
    """Of equal figures those with the same period belong together, in whatever order they stand."""
    years = [says("100%", year) for year in ("2021", "2022", "2023")]
    assert score(years[::-1], years, CATALOGUE).period_agreement == 1
    found = score([years[2], says("100%", "2019"), years[0]], years, CATALOGUE)
    assert [(one.confirmed, one.drafted) for one in found.differences("period")] == [("2022", "2019")]
    assert found.period_agreement == 2 / 3


def test_an_open_period_is_not_judged():
    found = score([says("57.3%"), says("60%", "2022")], [says("57.3%", ""), says("60%")], CATALOGUE)
    assert (len(found.dated), found.period_agreement) == (1, 0)


def test_differences_by_field():
    drafted = [says("57.3%", variant="children"), says("60%", scope=Wording("农村", "rural"))]
    found = score(drafted, [says("57.3%", variant="places"), says("60%")], CATALOGUE)
    assert [(one.confirmed, one.drafted) for one in found.differences("variant")] == [("places", "children")]
    assert [(one.confirmed, one.drafted) for one in found.differences("scope")] == [("-", "农村")]
    assert found.differences("period") == ()


def test_scopes_are_free_text():
    drafted, confirmed = (says("60%", scope=Wording(words)) for words in ("农村", "农村学校"))
    assert score([drafted], [confirmed], CATALOGUE).differences("scope") == ()


def test_the_key_of_a_bound():
    key = key_of(says("95%以上"), CATALOGUE)
    assert (key.indicator, key.bound, key.status) == ("coverage", "at_least", Status.ACTUAL)
    assert (key.value.low, key.value.high) == (95, 100)


def test_texts_are_scored_one_by_one():
    """What one text holds does not prove another."""
    cases = [Case("公办率达57.3%。", (says("60%"),), 2023), Case("公办率达60%。", (says("57.3%"),), 2023)]
    found = score_cases(cases, CATALOGUE)
    assert (len(found.matched), len(found.missed), len(found.false)) == (0, 2, 2)
    assert total([found, found]).missed == found.missed * 2


def test_a_summary_tells_what_is_wrong():
    lines = list(summary(score([says("57.3%", "2022"), says("61%")], [says("57.3%"), says("90%")], CATALOGUE)))
    assert lines[0] == "recall      50.0%  1 of 2 confirmed entries"
    assert lines[-3:] == [
        "period: coverage 57.3% [公办率达57.3%]: 2022, confirmed: 2023",
        "missed: coverage 90% [公办率达90%]",
        "false: coverage 61% [公办率达61%]",
    ]


def test_it_runs_as_a_script(repository, environment_of):
    sample = repository / "samples" / "zhangping.yaml"
    words = [sys.executable, HERE / "scorer.py", sample, sample, "--catalogue", repository / "indicators.yaml"]
    result = subprocess.run(words, capture_output=True, env=environment_of(PYTHONUTF8="1"), check=True, timeout=60)
    lines = result.stdout.decode().splitlines()
    assert [line.split()[:2] for line in lines] == [
        [name, "100.0%"] for name in ("recall", "precision", "period", "variant", "scope")
    ]
    assert result.stderr == b""
