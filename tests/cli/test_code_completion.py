"""What the shell is offered behind ``eduindex explain``: codes of caveats and of findings."""

import click
import pytest

from eduindex.analysis.caveats import Code
from eduindex.cli.commands.explain import command
from eduindex.cli.completion import complete_codes
from eduindex.rules.registry import RULES


def offered(incomplete):
    items = complete_codes(click.Context(command), command.params[0], incomplete)
    return {item.value: item.help for item in items}


@pytest.mark.parametrize(
    ("incomplete", "expected"),
    [
        ("variant", ["variants-differ", "variant-unstated"]),
        ("S00", [f"S{number:03}" for number in range(1, 10)]),
        ("p011", ["P011"]),
        ("X", []),
    ],
)
def test_codes_are_completed_in_either_case(incomplete, expected):
    assert list(offered(incomplete)) == expected


def test_all_codes_are_offered_caveats_first():
    assert list(offered("")) == [*Code, *RULES]


def test_a_finding_is_offered_with_its_title():
    assert offered("T007") == {"T007": RULES["T007"].title}
