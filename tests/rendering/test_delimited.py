import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_samples import any_text

from eduindex.model.table import Records
from eduindex.rendering.delimited import render_delimited
from eduindex.rendering.visible import visible


def one(value):
    """What one value becomes in a file of one column."""
    [_, [field]] = csv.reader(io.StringIO(render_delimited(Records(("x",), ((value,),)), delimiter=",")))
    return field


def test_csv_byte_for_byte():
    records = Records(
        ("indicator", "quzhou_value", "open", "note"),
        (
            ("public_coverage", Decimal("98.20"), True, None),
            ("funds", Decimal("1E+3"), False, 'he said "95%", 以上'),
            ("change", Decimal("-0.50"), None, "two\nlines"),
            ("count", -12, None, "=1+1"),
        ),
    )
    assert render_delimited(records, delimiter=",") == (
        "indicator,quzhou_value,open,note\n"
        "public_coverage,98.20,true,\n"
        'funds,1000,false,"he said ""95%"", 以上"\n'
        "change,-0.50,,two␊lines\n"
        "count,-12,,'=1+1\n"
    )


def test_tsv_byte_for_byte():
    records = Records(("a", "b"), (("x\ty", "1,5"), ("line\nend", Decimal("0.10"))))
    assert render_delimited(records, delimiter="\t") == "a\tb\nx␉y\t1,5\nline␊end\t0.10\n"


def test_no_rows_are_a_header_alone():
    assert render_delimited(Records(("a", "b"), ()), delimiter=",") == "a,b\n"


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "+1",
        "-1",
        "@x",
        "\t1",
        "\r1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "﹢1",
        "  =1",
        "\u3000=1",
        "\xa0-1",
        '"=1',
        " '＝1",
        "“=1",
    ],
)
def test_text_that_would_start_a_formula_is_quoted(text):
    assert one(text) == "'" + visible(text)


@pytest.mark.parametrize("text", ["a=1", "1-2所", "漳平", "95%以上", "", " ", "'", "—", "1=1"])
def test_other_text_is_left_alone(text):
    assert one(text) == text


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        (Decimal("98.20"), "98.20"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-41.690"), "-41.690"),
        (-3, "-3"),
        (10**20, "1" + "0" * 20),
    ],
)
def test_numbers_are_bare_digits(number, digits):
    assert one(number) == digits


def test_what_is_no_number_is_refused():
    with pytest.raises(ValueError, match="finite"):
        one(Decimal("NaN"))


values = st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | any_text


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(st.lists(values, min_size=width, max_size=width).map(tuple), min_size=1, max_size=5)
    ),
    st.sampled_from([",", "\t"]),
)
def test_what_is_written_reads_back_in_shape_and_starts_no_formula(rows, delimiter):
    fields = tuple(f"field_{number}" for number in range(len(rows[0])))
    text = render_delimited(Records(fields, tuple(rows)), delimiter=delimiter)
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert [len(row) for row in read] == [len(fields)] * (len(rows) + 1)
    assert text.count("\n") == len(rows) + 1
    for row, strings in zip(rows, read[1:], strict=True):
        for value, string in zip(row, strings, strict=True):
            check(value, string)


def check(value, string):
    if isinstance(value, bool) or value is None:
        assert string == {True: "true", False: "false", None: ""}[value]
    elif isinstance(value, str):
        assert string.removeprefix("'") == visible(value).removeprefix("'")
        assert not string.lstrip('"“”‘’`＂＇ \u3000').startswith(tuple("=+-@＝＋－＠"))
    else:
        assert Decimal(string) == value
        assert "e" not in string.lower()
