"""Names that lead to two districts: told once for each name, where it stands."""

import pytest

from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Identity
from eduindex.model.observation import District
from eduindex.model.place import Place
from eduindex.model.wording import Wording
from eduindex.rules.identities import RULES
from eduindex.rules.summary import summarise
from eduindex.storage.district_loading import load_district
from eduindex.storage.yaml_reading import read_district_tree

SAME_NAMES = RULES[-1].check
LINES = {"district": 1, "code": 2, "name": 3}


def summary(id, zh, en="", code="", within="", aliases=()):
    """A district whose aliases stand in the lines from 10 on."""
    file = f"{id}.yaml"
    places = {key: Place(file, line, 1) for key, line in LINES.items()}
    places |= {f"aliases/{number}": Place(file, 10 + number, 1) for number in range(len(aliases))}
    return summarise(District(Identity(id, Wording(zh, en), code, Wording(zh=within), aliases, file, places), {}, ()))


def found(*summaries):
    return [(finding.place.file, finding.place.line, finding.quoted) for finding in SAME_NAMES(summaries)]


def test_a_name_in_two_spellings_is_told_once():
    other = summary("other", "乙县", "Qinghe")
    assert found(other, summary("qinghe", "甲县", "Qinghe")) == [("qinghe.yaml", 3, "Qinghe")]
    assert found(summary("qinghe", "甲县", "Qinghe"), other) == [("other.yaml", 3, "Qinghe")]


@pytest.mark.parametrize(
    ("mine", "line", "quoted"),
    [
        ({"id": "linxi", "zh": "丙县"}, 1, "linxi"),
        ({"id": "third", "zh": "丙县", "en": "LINXI"}, 3, "LINXI"),
        ({"id": "third", "zh": "丙县", "code": "330199"}, 2, "330199"),
        ({"id": "third", "zh": "丙县", "aliases": ("丙", "Linxi")}, 11, "Linxi"),
    ],
)
def test_a_finding_stands_where_the_name_stands(mine, line, quoted):
    first = summary("first", "甲县", aliases=("Linxi", "330199"))
    assert found(first, summary(**mine)) == [(f"{mine['id']}.yaml", line, quoted)]


@pytest.mark.parametrize("alias", ["name", "district", "code", "aliases/0"])
def test_an_alias_that_is_called_like_a_key_moves_no_finding(alias):
    first = summary("first", "甲县", en="Alpha")
    assert found(first, summary("third", "丙县", en="Alpha", aliases=("丙", alias))) == [("third.yaml", 3, "Alpha")]
    assert found(summary("first", "甲县", aliases=(alias,)), summary("third", "丙县", aliases=("丙", alias))) == [
        ("third.yaml", 11, alias)
    ]


def test_an_alias_that_repeats_the_own_name_is_no_alias():
    names = {"zh": "城关区", "aliases": ("城关区",)}
    assert found(summary("first", within="甲市", **names), summary("third", within="乙市", **names)) == []
    assert found(summary("first", within="甲市", **names), summary("third", "丙县", aliases=("城关区",))) == [
        ("third.yaml", 10, "城关区")
    ]


def test_the_loader_keeps_the_places_of_keys_and_aliases_apart():
    text = "district: alpha\nname: 甲县\naliases:\n  - name\n  - 甲\nsources: {}\nentries: []\n"
    loaded = load_district(read_district_tree(text.encode(), "alpha.yaml"), "alpha.yaml", "alpha", Catalogue({}, {}))
    identity = loaded.value.identity
    assert identity.place_of("name").line == 2
    assert [identity.place_of_alias(number).line for number in range(3)] == [4, 5, 2]
