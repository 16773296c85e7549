"""``resolve`` and ``suggestion``: names that people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.district import Identity
from eduindex.model.names import Ambiguous, all_names, resolve, suggestion
from eduindex.model.wording import Wording


def identity(id, zh, en="", code="", within="", aliases=()):
    return Identity(id, Wording(zh, en), code, Wording(zh=within), aliases)


QUJIANG = identity("quzhou", "衢江区", "Qujiang", "330803", "浙江省衢州市", ("Quzhou-Qujiang", "衢县"))
OUHAI = identity("ouhai", "瓯海区", "Ouhai District", "330304", "浙江省温州市")
ZHANGPING = identity("zhangping", "漳平市", "Zhangping", "350881", "福建省龙岩市", ("漳平",))
SUBURB = identity("suburb", "郊区", "Suburb")
KNOWN = (QUJIANG, OUHAI, ZHANGPING, SUBURB)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("quzhou", "quzhou"),
        ("QUZHOU", "quzhou"),
        ("衢江区", "quzhou"),
        ("衢江", "quzhou"),
        ("衢县", "quzhou"),
        ("qujiang", "quzhou"),
        ("Qujiang District", "quzhou"),
        ("quzhou-qujiang", "quzhou"),
        ("330803", "quzhou"),
        ("３３０８０３", "quzhou"),
        (" 330803 ", "quzhou"),
        ("浙江省衢州市衢江区", "quzhou"),
        ("浙江省衢州市衢江", "quzhou"),
        ("Ouhai", "ouhai"),
        ("ouhai  district", "ouhai"),
        ("OUHAI COUNTY", "ouhai"),
        ("瓯海", "ouhai"),
        ("瓯海县", "ouhai"),
        ("漳平", "zhangping"),
        ("郊区", "suburb"),
    ],
)
def test_a_district_answers_to_its_id_names_aliases_and_code(name, id):
    assert resolve(name, KNOWN) == id


@pytest.mark.parametrize("name", ["", " ", "区", "郊", "quzho", "33", "3308030", "浙江省", "district", "衢江区区"])
def test_what_no_district_is_called_finds_none(name):
    assert resolve(name, KNOWN) is None


def test_a_name_of_several_districts_is_ambiguous():
    districts = [identity("fuzhou", "鼓楼区"), identity("nanjing", "鼓楼区"), identity("xuzhou", "鼓楼")]
    assert resolve("鼓楼区", districts) == Ambiguous(("fuzhou", "nanjing"))
    assert resolve("鼓楼县", districts) == Ambiguous(("fuzhou", "nanjing", "xuzhou"))


def test_a_name_as_written_wins_over_a_shortened_one():
    districts = [
        identity("city", "吴江市"),
        identity("district", "吴江区"),
        identity("alias", "某县", aliases=("吴江",)),
    ]
    assert resolve("吴江区", districts) == "district"
    assert resolve("吴江市", districts) == "city"
    assert resolve("吴江", districts) == "alias"
    assert resolve("吴江", districts[:2]) == Ambiguous(("city", "district"))


def test_an_exact_id_wins_over_any_name():
    districts = [identity("one", "甲区", aliases=("two",)), identity("two", "乙区")]
    assert resolve("two", districts) == "two"
    assert resolve("TWO", districts) == Ambiguous(("one", "two"))


def test_resolving_reads_the_districts_once():
    assert resolve("衢江", iter(KNOWN)) == "quzhou"


def test_all_names_leave_out_what_is_empty():
    assert all_names(QUJIANG) == (
        "quzhou",
        "330803",
        "衢江区",
        "Qujiang",
        "浙江省衢州市衢江区",
        "Quzhou-Qujiang",
        "衢县",
    )
    assert all_names(identity("a", "", "A")) == ("a", "A")


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("zhanping", "did you mean zhangping?"),
        ("luyan", "did you mean luyang?"),
        ("quzhuo", "did you mean quzhou or yunzhou?"),
        ("xxxx", ""),
        ("", ""),
    ],
)
def test_a_suggestion_names_what_is_most_alike(wanted, hint):
    assert suggestion(wanted, ["zhangping", "luyang", "yunzhou", "ouhai", "quzhou"]) == hint


def test_a_word_in_other_letters_is_what_was_meant():
    assert suggestion("e003", ["P003", "E003", "E004"]) == "did you mean E003?"
    assert suggestion("ENTRIES", ["entries"]) == "did you mean entries?"


def test_what_a_suggestion_names_is_short():
    assert suggestion("a" * 90, ["a" * 100]) == f"did you mean {'a' * 59}…?"


MANY = {f"report-{number:04}": number for number in range(4000)}


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [("raport-0123", "report-0123"), ("report_3999", "report-3999"), ("eport-2020", "report-2020")],
)
def test_the_nearest_of_thousands_of_words_is_found(wanted, nearest):
    assert suggestion(wanted, MANY).startswith(f"did you mean {nearest} ")
    assert suggestion(wanted, MANY) == suggestion(wanted, list(reversed(MANY)))


def test_of_thousands_of_words_none_is_named_that_is_unlike():
    assert suggestion("漳平", MANY) == suggestion("r", MANY) == suggestion("", MANY) == ""


def test_a_repeated_mistake_is_compared_once_and_with_a_bounded_number_of_words(monkeypatch):
    compared = []

    def matches(word, possibilities, **_):
        compared.append(len(possibilities))
        return []

    monkeypatch.setattr("difflib.get_close_matches", matches)
    for _ in range(100):
        suggestion("a mistake of which there are many", MANY)
        suggestion("another mistake", [f"word {number}" for number in range(100)])
    suggestion("rep0rt-1234", MANY)
    assert len(compared) == 3
    assert max(compared) <= 200


def test_other_words_get_another_answer():
    few, other = {"alpha": 1}, {"alpine": 1}
    assert (suggestion("alpho", few), suggestion("alpin", other)) == ("did you mean alpha?", "did you mean alpine?")
    first, second = ({f"{letter}-{number}": 1 for number in range(500)} for letter in ("left", "right"))
    assert "left-77" in suggestion("left-77x", first)
    assert "right-77" not in suggestion("left-77x", second)


@given(st.text(max_size=200))
def test_no_text_raises(text):
    assert resolve(text, KNOWN) is None or isinstance(resolve(text, KNOWN), str)
    assert isinstance(suggestion(text, ["zhangping", "luyang"]), str)


@given(st.sampled_from(KNOWN).flatmap(lambda one: st.tuples(st.just(one.id), st.sampled_from(all_names(one)))))
def test_every_name_finds_its_district_whatever_its_case_and_width(named):
    id, name = named
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in name)
    assert {resolve(form, KNOWN) for form in (name, name.upper(), wide, f" {name} ")} == {id}
