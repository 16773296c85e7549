"""What the shell is offered: behind ``eduindex explain`` codes of caveats, reasons and findings; groups of peers."""

import click
import pytest

from eduindex.analysis.caveats import Code
from eduindex.cli.commands import rank, show
from eduindex.cli.commands.explain import command
from eduindex.cli.completion import complete_areas, complete_codes, complete_peers
from eduindex.presentation.extraction_explanations import FATES
from eduindex.presentation.reason_explanations import REASONS
from eduindex.rules.registry import RULES


def offered(incomplete):
    items = complete_codes(click.Context(command), command.params[0], incomplete)
    return {item.value: item.help for item in items}


@pytest.mark.parametrize(
    ("incomplete", "expected"),
    [
        ("variant", ["variants-differ", "variant-unstated", "variants-missing"]),
        ("S00", [f"S{number:03}" for number in range(1, 10)]),
        ("p011", ["P011"]),
        ("on", ["only-target", "one-year-only", "one-year"]),
        ("not", ["note", "not-comparable"]),
        ("X", []),
    ],
)
def test_codes_are_completed_in_either_case(incomplete, expected):
    assert list(offered(incomplete)) == expected


def test_all_codes_are_offered_caveats_first_then_reasons():
    assert list(offered("")) == [*Code, *REASONS, *FATES, *RULES]


def test_a_finding_is_offered_with_its_title():
    assert offered("T007") == {"T007": RULES["T007"].title}


@pytest.fixture
def peers_offered(repository, monkeypatch):
    monkeypatch.chdir(repository)

    def offered(incomplete):
        items = complete_peers(click.Context(show.command), show.command.params[0], incomplete)
        return {item.value: item.help for item in items}

    return offered


def test_peers_are_completed_to_groups_and_districts(peers_offered):
    everything = peers_offered("")
    assert list(everything)[:3] == ["all", "省", "市"]
    assert {"quzhou", "zhangping"} < set(everything)
    assert all(everything.values())
    assert list(peers_offered("al")) == ["all"]
    assert list(peers_offered("衢")) == ["quzhou"]


def test_peers_are_completed_one_after_the_other(peers_offered):
    assert list(peers_offered("ouhai,qu")) == ["ouhai,quzhou"]
    assert list(peers_offered("瓯海,ouhai,zh")) == ["瓯海,ouhai,zhangping"]
    assert not {"ouhai,all", "all"} & set(peers_offered("ouhai,"))


@pytest.mark.parametrize("group", ["all", "省", "市"])
def test_every_group_that_is_offered_is_understood(peers_offered, eduindex, group):
    assert group in peers_offered("")
    result = eduindex("show", "quzhou", "--peers", group)
    if group == "市":  # in which it is alone
        assert (result.exit_code, result.stdout) == (2, "")
        assert "quzhou has no peers there" in result.stderr
    else:
        assert (result.exit_code, result.stderr) == (0, "")


@pytest.fixture
def areas_offered(repository, monkeypatch):
    monkeypatch.chdir(repository)

    def offered(incomplete):
        items = complete_areas(click.Context(rank.command), rank.command.params[0], incomplete)
        return [item.value for item in items]

    return offered


def test_areas_are_completed_by_name_and_code(areas_offered):
    assert areas_offered("浙") == ["浙江省"]
    assert areas_offered("Zhe") == ["Zhejiang"]
    assert areas_offered("33") == ["33", "3303", "3308"]
    assert areas_offered("x") == []


def test_every_area_that_is_offered_is_understood_as_one_and_as_peers(areas_offered, eduindex):
    offered = areas_offered("")
    assert {"浙江省", "温州市", "Wenzhou", "33", "3303", "山西省", "34"} < set(offered)
    for area in offered:
        assert eduindex("rank", "--within", area, "-d", "governance").exit_code == 0
        result = eduindex("show", "luyang", "--peers", area, "-d", "governance")
        assert result.exit_code == 0 or "luyang has no peers there" in result.stderr
