"""``profile_of``: one district by itself."""

import pytest
from small_world import CATALOGUE, district, says, shown

from eduindex.analysis.choosing import Choice
from eduindex.analysis.profile import profile_of

ENTRIES = (
    says("spending", "5万元", "2022"),
    says("coverage", "50%", "2020"),
    says("coverage", "80%", "2023"),
    says("coverage", "60%", "2022"),
    says("coverage", "90%", "2025", target=True),
    says("by_ways", "10%", "2023", variant="children"),
    says("by_ways", "20%", "2021", variant="places"),
)


@pytest.mark.parametrize(
    ("choice", "values", "earlier", "targets"),
    [
        ({}, ["80%", "10%", "20%", "5万元"], 2, 1),
        ({"targets": True}, ["80%", "90%", "10%", "20%", "5万元"], 2, 0),
        ({"year": 2022}, ["60%", "5万元"], 4, 1),
        ({"everything": True}, ["50%", "60%", "80%", "90%", "10%", "20%", "5万元"], 0, 0),
        ({"indicators": frozenset({"coverage"})}, ["80%"], 2, 1),
        ({"dimensions": frozenset({"second"})}, ["5万元"], 0, 0),
    ],
)
def test_a_profile_shows_the_chosen_figure_of_each_series_and_counts_the_rest(choice, values, earlier, targets):
    profile = profile_of(CATALOGUE, district("a", *ENTRIES), Choice(**choice))
    assert [shown(figure)[0] for figure in profile.figures] == values
    assert (profile.earlier, profile.targets) == (earlier, targets)
    assert profile.district.id == "a"


def test_a_district_without_entries_has_an_empty_profile():
    profile = profile_of(CATALOGUE, district("a"), Choice())
    assert (profile.figures, profile.earlier, profile.targets) == ((), 0, 0)
