import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from table_samples import any_text

from eduindex.model.table import Tone
from eduindex.rendering.json_text import render_json
from eduindex.rendering.visible import visible


def test_json_byte_for_byte():
    document = {
        "schema_version": 1,
        "name": '漳平 "市"\x1b',
        "rows": ({"value": Decimal("98.20"), "low": None, "open": True}, {"value": Decimal("1E+3")}),
        "tone": Tone.BAD,
        "none": [],
        "nothing": {},
        "large": Decimal("70400000000000000.05"),
    }
    assert render_json(document) == (
        "{\n"
        '  "schema_version": 1,\n'
        '  "name": "漳平 \\"市\\"␛",\n'
        '  "rows": [\n'
        "    {\n"
        '      "value": 98.20,\n'
        '      "low": null,\n'
        '      "open": true\n'
        "    },\n"
        "    {\n"
        '      "value": 1000\n'
        "    }\n"
        "  ],\n"
        '  "tone": "bad",\n'
        '  "none": [],\n'
        '  "nothing": {},\n'
        '  "large": 70400000000000000.05\n'
        "}\n"
    )


def test_an_empty_document():
    assert render_json({}) == "{}\n"


numbers = st.integers() | st.decimals(allow_nan=False, allow_infinity=False)
documents = st.dictionaries(
    any_text.map(visible),
    st.recursive(
        st.none() | st.booleans() | numbers | any_text.map(visible),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text.map(visible), inner, max_size=4),
        max_leaves=10,
    ),
    max_size=5,
)


@given(documents)
def test_it_parses_back_to_the_same_values(document):
    assert json.loads(render_json(document), parse_float=Decimal, parse_int=Decimal) == document
