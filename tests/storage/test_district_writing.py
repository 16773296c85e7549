"""Draft district files: whatever text goes in, our strict reader reads the same district back, and nobody else's line."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Entry, Identity, Source, Status
from eduindex.model.wording import Wording
from eduindex.rendering.visible import visible
from eduindex.storage.canonical_entries import read_canonical
from eduindex.storage.catalogue_loading import load_catalogue
from eduindex.storage.district_loading import load_district
from eduindex.storage.district_writing import Commented, Remarks, district_text, file_of_source
from eduindex.storage.yaml_reading import read_district_tree, read_tree

REPOSITORY = Path(__file__).resolve().parent.parent.parent
FILE, STEM = "alpha.yaml", "alpha"
INDICATOR, VARIANT = "public_kindergarten_coverage", "children"
IDENTITY = Identity(
    STEM, Wording("甲县", "Alpha"), "330101", Wording("浙江省杭州市", "Hangzhou, Zhejiang"), ("甲", "Alf")
)
SOURCE = Source("report-2023", Wording("工作总结", "工作总结"), published="2024-01", file="alpha-2023.txt")
ENTRY = Entry(INDICATOR, "57.3%", "2023", "report-2023", "占比达57.3%")
EVERY_KEY = Entry(
    INDICATOR,
    "95%以上",
    "2024",
    "report-2023",
    "力争达95%以上",
    period_evidence="2024年",
    status=Status.TARGET,
    variant=VARIANT,
    scope=Wording("城区", "the town"),
    note=Wording("一个说明", "一个说明"),
)
WRITTEN = """\
# a draft
district: alpha
code: "330101"
# write the names
name: {zh: 甲县, en: Alpha}
within: {zh: 浙江省杭州市, en: "Hangzhou, Zhejiang"}
aliases: [甲, Alf]
sources:
  report-2023:
    # who published it?
    title: 工作总结
    published: 2024-01
    file: alpha-2023.txt
entries:
  # line 3; high confidence
  - indicator: public_kindergarten_coverage
    value: 57.3%
    period: 2023
    source: report-2023
    evidence: 占比达57.3%
  - indicator: public_kindergarten_coverage
    value: 95%以上
    period: 2024
    status: target
    variant: children
    scope: {zh: 城区, en: the town}
    source: report-2023
    evidence: 力争达95%以上
    period_evidence: 2024年
    note: 一个说明
"""

# What the reader refuses in any file; a report's reader has made blanks of it before.
REFUSED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
TRICKS = (
    "a: b", "a:b", "a:", "-", "- a", "-5", "?", "? a", ":", "#", "a #b", "a#b", "&a", "*a", "!a", "!!int 5", "|", ">", "'", "''", '"', '""', '"a"',
    "%a", "@a", "`a", "[a]", "{a: b}", "]", "}", ",", "a, b", "~", "null", "no", "46:1", "0x10", "<<", "=", "---", "...", "--- a", " a", "a ", "\ta",
    "a\tb", "a\nb", "a\n- b", "\n", "a\\nb", "\\", "“a”：b", "a…", "…", "\u2028", "a\u2028- b", "\u200b", "\u3000甲", "甲\u3000乙", "\xa0", "\ue000",
    "\U0001f600", "\U000f0000", "e\u0301", "\u3164", "zh", "a\\", "a'b", "{zh: a, en: b}", "字" * 3000, "[" * 500, "a: " * 500,
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(TRICKS),
    st.text(min_size=1, max_size=80),
    st.lists(st.sampled_from(TRICKS), min_size=1, max_size=4).map("".join),
    st.text(alphabet="a:#-,[]{}'\"\\ \n甲", min_size=1, max_size=12),
).map(lambda text: REFUSED.sub(" ", text))
MEANING = TEXTS.filter(lambda text: text.strip())  # a title of blanks is no title
WORDS = st.one_of(MEANING.map(lambda text: Wording(text, text)), st.builds(Wording, MEANING, MEANING))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    path = REPOSITORY / "indicators.yaml"
    loaded = load_catalogue(read_tree(path.read_bytes(), path.name), path.name, standards=False).value
    assert loaded is not None
    return loaded


def read_back(text: str, catalogue: Catalogue):
    """What the file says, read in both ways; the entries whether or not their values make sense."""
    both = []
    for read in (read_tree, read_district_tree):
        reading = read(text.encode(), FILE)
        assert reading.diagnostics == ()
        district = load_district(reading, FILE, STEM, catalogue).partial
        both.append((district.identity, district.sources, [bare(one) for one in entries_of(district)]))
    assert both[0][1:] == both[1][1:]
    return both[0]


def entries_of(district):
    """All entries in the order of the file."""
    return sorted([*(one.entry for one in district.observations), *district.unread], key=lambda entry: entry.place)


def bare(entry: Entry) -> Entry:
    return entry._replace(place=ENTRY.place, offsets=ENTRY.offsets)


def test_the_layout_is_that_of_the_samples():
    remarks = Remarks(("a draft",), "write the names", {"report-2023": ("who published it?",)})
    text = district_text(
        IDENTITY, [SOURCE], [Commented(ENTRY, "line 3; high confidence"), Commented(EVERY_KEY)], remarks
    )
    assert text == WRITTEN
    assert read_canonical(text) is not None


def test_the_keys_stand_as_in_the_samples():
    """A sample that is read and written again is the sample, but for what its entries accept and quotations without need."""
    catalogue = load_catalogue(
        read_tree((REPOSITORY / "indicators.yaml").read_bytes(), "indicators.yaml"), "indicators.yaml"
    ).value
    assert catalogue is not None
    for path in sorted((REPOSITORY / "samples").glob("*.yaml")):
        district = load_district(read_tree(path.read_bytes(), path.name), path.name, path.stem, catalogue).value
        assert district is not None
        text = district_text(district.identity, district.sources.values(), map(Commented, entries_of(district)))
        lines = path.read_text(encoding="utf-8").splitlines()
        wanted = [line.replace('"', "") for line in lines if not line.startswith("    accepts:")]
        assert [line.replace('"', "") for line in text.splitlines()] == wanted


def test_a_draft_without_entries_is_a_file(catalogue):
    text = district_text(IDENTITY, [SOURCE], [])
    assert text.endswith("\nentries: []\n")
    assert read_back(text, catalogue)[2] == []
    assert load_district(read_tree(text.encode(), FILE), FILE, STEM, catalogue).diagnostics == ()


@given(value=TEXTS, period=TEXTS, evidence=MEANING, said=TEXTS, scope=WORDS, note=WORDS)
@example(
    value="98.2%", period="2023", evidence="46:1", said="2023_24", scope=Wording("no", "no"), note=Wording("~", "1")
)
def test_every_entry_is_read_back_as_it_was(catalogue, value, period, evidence, said, scope, note):
    entry = Entry(INDICATOR, value, period, "report-2023", evidence, said, Status.TARGET, VARIANT, scope, note)
    text = district_text(IDENTITY, [SOURCE], [Commented(entry, evidence), Commented(ENTRY)])
    assert read_back(text, catalogue)[2] == [entry, ENTRY]


@given(name=WORDS, within=WORDS, aliases=st.lists(TEXTS, max_size=3), title=WORDS, publisher=WORDS)
def test_every_head_is_read_back_as_it_was(catalogue, name, within, aliases, title, publisher):
    identity = Identity(STEM, name, "330101", within, tuple(aliases))
    source = SOURCE._replace(title=title, publisher=publisher)
    text = district_text(identity, [source], [Commented(ENTRY)])
    read, sources, entries = read_back(text, catalogue)
    assert (read.name, read.within, read.aliases, read.code) == (name, within, tuple(aliases), "330101")
    assert {id: one._replace(places=source.places) for id, one in sources.items()} == {source.id: source}
    assert entries == [ENTRY]


@given(text=st.one_of(TEXTS, st.text()), comment=st.one_of(TEXTS, st.text()))
def test_nothing_in_a_draft_acts_on_a_terminal_or_hides(catalogue, text, comment):
    """Not even what the reader would refuse: then a blank stands in its place, and the file can be read."""
    entry = ENTRY._replace(evidence=f"甲{text}", scope=Wording(text or "x", "x"))
    remarks = Remarks((comment,), comment, {"report-2023": (comment,)})
    source = SOURCE._replace(title=Wording(f"甲{text}", f"甲{text}"))
    written = district_text(IDENTITY, [source], [Commented(entry, comment)], remarks)
    assert all(visible(line) == line for line in written.split("\n"))
    evidence = read_back(written, catalogue)[2][0].evidence
    assert evidence == "甲" + REFUSED.sub(" ", text).replace("\r", " ").encode("utf-8", "replace").decode()


@given(st.one_of(TEXTS, st.text()))
@example("x\n  - indicator: forged\n    value: 99%")
@example("x\r  - indicator: forged")
@example("x\u2028  - indicator: forged")
@example("x\x85  - indicator: forged")
def test_a_comment_ends_where_its_line_ends(comment):
    remarks = Remarks((comment,), comment, {"report-2023": (comment, comment)})
    plain = district_text(IDENTITY, [SOURCE], [Commented(ENTRY)]).splitlines()
    lines = district_text(IDENTITY, [SOURCE], [Commented(ENTRY, comment)], remarks).splitlines()
    kept = [line for line in lines if not line.lstrip().startswith("#")]
    assert kept == plain
    assert len(lines) - len(plain) <= 5


@pytest.mark.parametrize(
    "text", ["57.3%", "46:1", "近2000万元", "“五率”评比", "达98%，其中", "a-b", "no", "2023", "a'b", '达"98"']
)
def test_a_text_without_danger_stays_plain(text):
    lines = district_text(IDENTITY, [SOURCE], [Commented(ENTRY._replace(evidence=text))]).splitlines()
    assert f"    evidence: {text}" in lines


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a: b", '"a: b"'),
        ("“甲” #1", '"“甲” #1"'),
        ("- 甲", '"- 甲"'),
        ('"甲"乙', '"\\"甲\\"乙"'),
        ("a: \\", '"a: \\\\"'),
        ("a\u200bb", '"a\\u200Bb"'),
        ("a\nb", '"a\\nb"'),
        ("", '""'),
    ],
)
def test_a_text_that_means_something_to_yaml_is_quoted(text, written):
    lines = district_text(IDENTITY, [SOURCE], [Commented(ENTRY._replace(evidence=text))]).splitlines()
    assert f"    evidence: {written}" in lines


def test_the_code_is_quoted_for_other_readers_of_yaml():
    assert 'code: "330101"' in district_text(IDENTITY, [SOURCE], []).splitlines()


@pytest.mark.parametrize("name", ["report.txt", "清河县 2023.md", "a(1).txt", "2023"])
def test_a_plain_name_of_a_file_can_be_stated(catalogue, name):
    assert file_of_source(name) == name
    text = district_text(IDENTITY, [SOURCE._replace(file=name)], [])
    assert load_district(read_tree(text.encode(), FILE), FILE, STEM, catalogue).diagnostics == ()


@pytest.mark.parametrize(
    "name", [".hidden", "a:b.txt", "a\\b.txt", "a\nb.txt", "a\x1b.txt", "a\u202eb.txt", "\udcff.txt", "", "a\n"]
)
def test_another_name_of_a_file_is_not(name):
    assert file_of_source(name) == ""


def test_what_is_shown_by_an_escape_is_what_is_printed_visibly():
    """Every character that our output would have to make visible is escaped here."""
    letters = [chr(number) for number in range(0x20, 0x30000) if not 0xD800 <= number <= 0xDFFF]
    seen = [letter for letter in letters if visible(letter) != letter and unicodedata.category(letter) != "Cc"]
    for letter in seen:
        text = district_text(IDENTITY, [SOURCE], [Commented(ENTRY._replace(evidence=f"a{letter}b"))])
        assert letter not in text
