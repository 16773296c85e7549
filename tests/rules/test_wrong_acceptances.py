"""What is said of an acceptance whose code means nothing, or cannot be accepted."""

import pytest

from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Acceptance
from eduindex.model.place import Place
from eduindex.rules.acceptance import regions_of_catalogue, settle
from eduindex.rules.registry import RULES


def told(code):
    catalogue = Catalogue({}, {}, (Acceptance(code, "a reason", Place("indicators.yaml", 4, 3)),))
    (fault,) = settle((), regions_of_catalogue(catalogue, ()), RULES)
    return fault.code, fault.message, fault.hint


@pytest.mark.parametrize("code", ["E003", "P009", "C007"])
def test_a_code_in_small_letters_is_that_code(code):
    assert told(code.lower()) == ("A002", "there is no such code", f"did you mean {code}?")


@pytest.mark.parametrize("code", ["E001", "e001", "c002"])
def test_what_cannot_be_accepted_is_so_in_any_letters(code):
    assert told(code) == ("A002", "this finding cannot be accepted", "repair what it is about")


def test_a_code_like_no_other():
    assert told("xyzzy") == ("A002", "there is no such code", "`eduindex explain` lists them")
