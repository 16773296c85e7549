"""Faults of a catalogue or a district file are said with the line and the column where they stand.

``¦`` in a file marks the place where the diagnostic must point; it is taken out before the file is written.
"""

import pytest

from eduindex.storage.workspace import find_workspace

CATALOGUE = """\
eduindex: 1
districts: samples
dimensions:
  preschool: {zh: 学前教育, en: Preschool}
indicators:
  public_coverage:
    name: {zh: 公办园覆盖率, en: Public coverage}
    dimension: preschool
    kind: share
    unit: "%"
    time: stock
    direction: higher
    range: {low: 0, high: 100}
    variants: {children: {zh: 按幼儿, en: by children}, places: 按学位}
  grade:
    name: 等第
    dimension: preschool
    kind: grade
    unit: 等
    time: stock
    direction: higher
    levels: [C, B, A]
  spending:
    name: 投入
    dimension: preschool
    kind: amount
    unit: 万元
    time: flow
    direction: higher
"""
DISTRICT = """\
district: alpha
code: "330101"
name: {zh: 甲县, en: Alpha}
aliases: [甲]
sources:
  report-2023:
    title: 工作总结
    published: 2024-04-03
    url: https://example.org/report
    file: alpha-2023.txt
entries:
  - indicator: public_coverage
    value: 80%
    period: 2023
    source: report-2023
    evidence: 公办园覆盖率80%
    variant: children
  - indicator: grade
    value: B等
    period: 2022
    source: report-2023
    evidence: 荣获B等
    note: {zh: 注, en: A note}
  - indicator: spending
    value: 7.04亿元
    period: 2021..2023
    source: report-2023
    evidence: 投入7.04亿元
    status: target
"""


def unmarked(text):
    """The text without its mark, and line and column of the mark, from 1."""
    before, mark, after = text.partition("¦")
    assert mark
    assert "¦" not in after
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def changed(text, old, new):
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


@pytest.fixture
def load(workspace):
    """Loads a catalogue and the district alpha from texts."""

    def load(catalogue=CATALOGUE, district=DISTRICT):
        (workspace.root / "indicators.yaml").write_text(catalogue, encoding="utf-8")
        workspace.write("alpha", district)
        opened = find_workspace(str(workspace.root), {}, workspace.root)
        loaded = opened.load_catalogue()
        return loaded, None if loaded.value is None else opened.load_district("alpha", loaded.value)

    return load


def indicators(district):
    return [observation.indicator.id for observation in district.observations]


def test_a_sound_file_has_no_diagnostics(load):
    catalogue, district = load()
    assert (catalogue.diagnostics, district.diagnostics) == ((), ())
    assert list(catalogue.value.indicators) == ["public_coverage", "grade", "spending"]
    assert indicators(district.value) == ["public_coverage", "grade", "spending"]
    assert [(o.entry.place.line, o.entry.place_of("value").line) for o in district.value.observations] == [
        (12, 13),
        (18, 19),
        (24, 25),
    ]
    assert district.value.observations[2].interval.low == 70400


# What is written in the place of what; the code; a part of what is said; the indicators that remain (None: no district).
ENTRY_FAULTS = {
    "unknown key": ("    variant: children", "    ¦varient: children", "S001", "did you mean variant?", [1, 2]),
    "unknown key unlike any": ("    variant: children", "    ¦xyzzy: 1", "S001", "remove it", [1, 2]),
    "missing value": ("  - indicator: grade\n    value: B等\n", "  - ¦indicator: grade\n", "S002", "'value'", [0, 2]),
    "missing evidence": (
        "  - indicator: grade\n    value: B等\n    period: 2022\n    source: report-2023\n    evidence: 荣获B等\n",
        "  - ¦indicator: grade\n    value: B等\n    period: 2022\n    source: report-2023\n",
        "E001",
        "the figure has no evidence",
        [0, 2],
    ),
    "missing indicator": (
        "  - indicator: grade\n    value",
        "  - ¦value",
        "S002",
        "the key 'indicator' is missing",
        [0, 2],
    ),
    "value is a list": ("value: B等", "value: ¦[B等]", "S003", "value: a text is expected here", [0, 2]),
    "note is a list": (
        "note: {zh: 注, en: A note}",
        "note: ¦[注]",
        "S003",
        "note: a text, or {zh: ..., en: ...}, is expected here",
        [0, 2],
    ),
    "note in a third language": ("en: A note}", "¦fr: Une note}", "S001", "not known", [0, 2]),
    "accepts is a text": (
        "note: {zh: 注, en: A note}",
        "accepts: ¦P004",
        "S003",
        "here (write accepts: {P004: the reason})",
        [0, 2],
    ),
    "accepts is a list": (
        "note: {zh: 注, en: A note}",
        "accepts: ¦[P004, E003]",
        "S003",
        "accepts: {P004: the reason, E003: the reason}",
        [0, 2],
    ),
    "accepts is a list of no codes": (
        "note: {zh: 注, en: A note}",
        "accepts: ¦[[]]",
        "S003",
        "accepts: {P004: the reason}",
        [0, 2],
    ),
    "an acceptance without a reason": (
        "note: {zh: 注, en: A note}",
        "accepts: {P004: ¦''}",
        "S004",
        "the reason is empty (say why)",
        [0, 2],
    ),
    "unknown key with a list": (
        "note: {zh: 注, en: A note}",
        "¦xyzzy: [1]",
        "S001",
        "(correct its name; the keys known here are: indicator, value,",
        [0, 2],
    ),
    "unknown key with a block": (
        "note: {zh: 注, en: A note}",
        "¦xyzzy: {a: 1}",
        "S001",
        "correct its name; the keys",
        [0, 2],
    ),
    "an entry is a text": (
        "  - indicator: grade\n",
        "  - ¦grade\n  - indicator: grade\n",
        "S003",
        "keys with",
        [0, 1, 2],
    ),
    "variant is empty": ("variant: children", "variant: ¦''", "S004", "an id has", [1, 2]),
    "value is empty": ("value: B等", "value: ¦''", "S004", "value is empty (fill it in)", [0, 2]),
    "status unknown": ("status: target", "status: ¦planned", "S004", "'actual' or 'target'", [0, 1]),
    "indicator is no id": ("indicator: grade", "indicator: ¦Grade", "S004", "an id has", [0, 2]),
    "unknown indicator": ("indicator: grade", "indicator: ¦grades", "R001", "did you mean grade?", [0, 2]),
    "unknown indicator unlike any": (
        "indicator: grade",
        "indicator: ¦xyzzy",
        "R001",
        "add it to the catalogue",
        [0, 2],
    ),
    "unknown source": ("source: report-2023", "source: ¦report-2022", "R002", "did you mean report-2023?", [1, 2]),
    "unknown source unlike any": ("source: report-2023", "source: ¦xyzzy", "R002", "sources are: report-2023", [1, 2]),
    "unknown variant": ("variant: children", "variant: ¦childs", "R003", "did you mean children?", [1, 2]),
    "unknown variant unlike any": ("variant: children", "variant: ¦xyzzy", "R003", "has: children, places", [1, 2]),
    "unreadable value": ("value: 80%", "value: ¦80%左右吧", "V001", "the value cannot be read", [1, 2]),
    "value without a number": ("value: 80%", "value: ¦很高", "V001", "the value cannot be read", [1, 2]),
    "unreadable period": ("period: 2021..2023", "period: ¦近三年", "V003", "the period cannot be read", [0, 1]),
    "period backwards": ("period: 2021..2023", "period: ¦2023..2021", "V003", "the period cannot be read", [0, 1]),
    "period in month 13": ("period: 2022\n", "period: ¦2022-13\n", "V003", "the period cannot be read", [0, 2]),
    "share above 100": ("value: 80%", "value: ¦180%", "V002", "does not fit public_coverage", [1, 2]),
    "unknown grade": ("value: B等", "value: ¦D等", "V002", "does not fit grade", [0, 2]),
    "another unit": ("value: 7.04亿元", "value: ¦704人", "V002", "spending is counted in 万元", [0, 1]),
    "points instead of percent": ("value: 80%", "value: ¦80个百分点", "V002", "does not fit", [1, 2]),
}
HEAD_FAULTS = {
    "unknown key": ("aliases: [甲]", "¦alias: [甲]", "S001", "did you mean aliases?"),
    "unknown key of a source": ("    published:", "    ¦publishd:", "S001", "did you mean published or publisher?"),
    "missing district": ("district: alpha\ncode", "¦code", "S002", "the key 'district' is missing"),
    "missing name": (
        'district: alpha\ncode: "330101"\nname: {zh: 甲县, en: Alpha}\n',
        "¦district: alpha\n",
        "S002",
        "'name'",
    ),
    "missing title": ("    title: 工作总结\n    published", "    ¦published", "S002", "the key 'title' is missing"),
    "aliases is a text": ("aliases: [甲]", "aliases: ¦甲", "S003", "aliases: a list is expected here"),
    "an alias is a list": (
        "aliases: [甲]",
        "aliases: [甲, ¦[乙]]",
        "S003",
        "an item of aliases: a text is expected here",
    ),
    "an alias is empty": (
        "aliases: [甲]",
        "aliases: [甲, ¦'']",
        "S004",
        "an item of aliases is empty (fill it in or remove the item)",
    ),
    "title is a list": ("title: 工作总结", "title: ¦[工作总结]", "S003", "title: a text, or {zh"),
    "title in Chinese is a list": (
        "title: 工作总结",
        "title: {zh: ¦[工作总结]}",
        "S003",
        "zh: a text is expected here",
    ),
    "name is a list": (
        "name: {zh: 甲县, en: Alpha}",
        "name: ¦[甲县]",
        "S003",
        "name: a text, or {zh: ..., en: ...}, is expected here",
    ),
    "sources is a list": (
        DISTRICT[DISTRICT.index("sources:") : DISTRICT.index("entries:")],
        "sources:\n  ¦- report-2023\n",
        "S003",
        "sources: keys with values",
    ),
    "a source is a text": (
        DISTRICT[DISTRICT.index("  report-2023:") : DISTRICT.index("entries:")],
        "  report-2023: ¦a report\n",
        "S003",
        "report-2023: keys with values",
    ),
    "another id": ("district: alpha", "district: ¦beta", "S005", "write alpha or rename the file"),
    "district is no id": ("district: alpha", "district: ¦Alpha", "S004", "an id has 1 to 64"),
    "the id of a source is none": (
        "entries:\n",
        "  ¦Report 2:\n    title: 总结\nentries:\n",
        "S004",
        "an id has 1 to 64",
    ),
    "code too short": ('code: "330101"', 'code: ¦"33010"', "S004", "six digits"),
    "published unreadable": ("published: 2024-04-03", "published: ¦2024年4月", "S004", "write 2024-04-03"),
    "published in month 13": ("published: 2024-04-03", "published: ¦2024-13", "S004", "write 2024-04-03"),
    "url of another kind": ("url: https://", "url: ¦javascript://", "S004", "begins with http"),
    "file above the folder": ("file: alpha-2023.txt", "file: ¦../alpha-2023.txt", "S004", "stays below it"),
    "file absolute": ("file: alpha-2023.txt", "file: ¦/alpha-2023.txt", "S004", "stays below it"),
}
CATALOGUE_FAULTS = {
    "unknown key": ("    levels: [C, B, A]", "    ¦level: [C, B, A]", "S001", "did you mean levels?", ["grade"]),
    "missing kind": ("  grade:\n    name: 等第\n    dimension: preschool\n    kind: grade\n", "  grade:\n    ¦name: 等第\n    dimension: preschool\n", "S002", "'kind'", ["grade"]),
    "kind unknown": ("kind: amount", "kind: ¦money", "C003", "'count'", ["spending"]),
    "time unknown": ("time: flow", "time: ¦yearly", "C003", "'stock' or 'flow'", ["spending"]),
    "the id of a variant is none": ("{children: {zh: 按幼儿", "{¦Children: {zh: 按幼儿", "S004", "an id has 1 to 64", ["public_coverage"]),
    "levels is a text": ("levels: [C, B, A]", "levels: ¦CBA", "S003", "levels: a list is expected", ["grade"]),
    "an indicator is a text": ("  grade:\n", "  other: ¦text\n  grade:\n", "S003", "keys with values", []),
    "range is no number": ("high: 100}", "high: ¦hundred}", "S004", "", ["public_coverage"]),
    "dimension unknown": ("    dimension: preschool\n    kind: grade", "    dimension: ¦preschol\n    kind: grade", "C001", "did you mean preschool?", ["grade"]),
}  # fmt: skip
CATALOGUE_HEAD_FAULTS = {
    "unknown key": ("dimensions:\n", "¦dimension: {}\ndimensions:\n", "S001", "did you mean dimensions?"),
    "another version": ("eduindex: 1", "eduindex: ¦2", "S004", "begins with eduindex: 1"),
    "dimensions is a list": ("dimensions:\n  preschool: {zh: 学前教育, en: Preschool}", "dimensions: ¦[preschool]", "S003", "keys with values"),
    "the id of a dimension is none": ("  preschool: {zh", "  ¦pre school: {zh", "S004", "an id has 1 to 64"),
    "no dimensions": (CATALOGUE[: CATALOGUE.index("indicators:")], "¦eduindex: 1\ndistricts: samples\n", "S002", "'dimensions'"),
}  # fmt: skip


def by_name(table):
    return pytest.mark.parametrize("fault", list(table.values()), ids=list(table))


def assert_said(diagnostics, file, line, column, code, words):
    assert [(d.code, str(d.place)) for d in diagnostics] == [(code, f"{file}:{line}:{column}")]
    said = f"{diagnostics[0].message} ({diagnostics[0].hint})"
    assert words in said
    assert "pydantic" not in said.lower()


@by_name(ENTRY_FAULTS)
def test_a_bad_entry_is_said_and_leaves_out_only_itself(load, fault):
    old, new, code, words, remaining = fault
    text, line, column = unmarked(changed(DISTRICT, old, new))
    district = load(district=text)[1]
    assert_said(district.diagnostics, "samples/alpha.yaml", line, column, code, words)
    every = ["public_coverage", "grade", "spending"]
    assert indicators(district.value) == [every[number] for number in remaining]


@by_name(HEAD_FAULTS)
def test_a_bad_head_is_said(load, fault):
    old, new, code, words = fault
    text, line, column = unmarked(changed(DISTRICT, old, new))
    district = load(district=text)[1]
    assert district.value is None
    assert_said(district.diagnostics, "samples/alpha.yaml", line, column, code, words)


@pytest.mark.parametrize(
    ("stem", "hint"), [("beta", "write beta or rename"), ("al pha (1)", "rename the file to alpha.yaml")]
)
def test_a_file_whose_name_is_another_id_or_none(workspace, stem, hint):
    (workspace.root / "indicators.yaml").write_text(CATALOGUE, encoding="utf-8")
    workspace.write(stem, DISTRICT)
    opened = find_workspace(str(workspace.root), {}, workspace.root)
    [fault] = opened.load_district(stem, opened.load_catalogue().value).diagnostics
    assert (fault.code, fault.place.line) == ("S005", 1)
    assert hint in fault.hint


@by_name(CATALOGUE_FAULTS)
def test_a_bad_indicator_is_said_and_leaves_out_only_itself(load, fault):
    old, new, code, words, without = fault
    text, line, column = unmarked(changed(CATALOGUE, old, new))
    catalogue = load(catalogue=text)[0]
    assert_said(catalogue.diagnostics, "indicators.yaml", line, column, code, words)
    assert set(catalogue.value.indicators) == {"public_coverage", "grade", "spending"} - set(without)


@by_name(CATALOGUE_HEAD_FAULTS)
def test_a_bad_head_of_the_catalogue_is_said(load, fault):
    old, new, code, words = fault
    text, line, column = unmarked(changed(CATALOGUE, old, new))
    catalogue = load(catalogue=text)[0]
    assert catalogue.value is None
    assert_said(catalogue.diagnostics, "indicators.yaml", line, column, code, words)


@pytest.mark.parametrize(("without", "code"), [(True, "S002"), (False, "S003")])
def test_entries_missing_or_of_another_kind(load, without, code):
    head = DISTRICT[: DISTRICT.index("entries:")]
    text, line, column = unmarked("¦" + head if without else head + "entries: ¦all\n")
    district = load(district=text)[1]
    assert_said(district.diagnostics, "samples/alpha.yaml", line, column, code, "entries")


@pytest.mark.parametrize("key", ["entires", "entrys", "Entries", "ENTRIES", "entry", "data"])
def test_nobody_is_told_to_remove_all_entries(load, key):
    hints = {d.code: d.hint for d in load(district=changed(DISTRICT, "entries:", f"{key}:"))[1].diagnostics}
    known = (
        "correct its name; the keys known here are: district, code, name, within, aliases, sources, accepts, entries"
    )
    assert hints["S001"] == (known if key == "data" else "did you mean entries?")


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("indicatrs", "did you mean indicators?"),
        ("Indicators", "did you mean indicators?"),
        ("standard", "did you mean standards?"),
        ("indexs", "did you mean indexes or eduindex?"),
        ("xyzzy", "correct its name; the keys known here are: eduindex, districts, dimensions, accepts, indicators,"),
    ],
)
def test_nobody_is_told_to_remove_what_the_catalogue_defines(load, key, hint):
    [fault] = [d for d in load(catalogue=CATALOGUE + f"{key}: {{a: {{}}}}\n")[0].diagnostics if d.code == "S001"]
    assert fault.hint.startswith(hint)


def test_no_message_grows_with_a_name_of_the_file(load):
    long = "x" * 5000
    for old, new in (
        ("  report-2023:\n", f"  {long}: []\n  report-2023:\n"),
        ("    file: alpha-2023.txt\n", f"    {long}: []\n"),
        ("source: report-2023", f"source: {long}"),
    ):
        found = load(district=changed(DISTRICT, old, new))[1].diagnostics
        assert found
        assert all(len(d.message) < 200 and len(d.hint) < 200 for d in found)


def test_all_faults_of_a_file_are_said_at_once(load):
    text = DISTRICT.replace("value: 80%", "value: 很高").replace("period: 2022\n", "period: soon\n")
    text = text.replace("indicator: spending", "indicator: spendin").replace(
        "source: report-2023\n    evidence: 投", "source: x\n    evidence: 投"
    )
    district = load(district=text)[1]
    assert [d.code for d in district.diagnostics] == ["V001", "V003", "R001", "R002"]
    assert indicators(district.value) == []


@pytest.mark.parametrize("before", [10, 1000])
def test_a_source_is_not_called_unused_where_later_entries_were_not_looked_at(load, eduindex, before):
    """After very many faults the reading of the entries stops; one behind them names the second source."""
    wrong = "  - indicator: grade\n    value: 很高\n    period: 2022\n    source: report-2023\n    evidence: 荣获B等\n"
    last = DISTRICT[DISTRICT.index("  - indicator: grade") : DISTRICT.index("  - indicator: spending")]
    for named in (True, False):
        text = changed(DISTRICT, "entries:\n", "  report-2022:\n    title: 工作总结\nentries:\n") + wrong * before
        district = load(district=text + (last.replace("report-2023", "report-2022") if named else last))[1]
        stopped = "T021" in [d.code for d in district.diagnostics]
        assert (stopped, district.value.is_complete) == (before == 1000, before == 10)
        told = "no entry names this source" in eduindex("validate", "--select", "R004").stdout
        assert told == (not named and not stopped)


def test_a_file_that_ends_with_one_fault_too_many_was_looked_at_as_a_whole(load):
    wrong = "  - indicator: grade\n    value: 很高\n    period: 2022\n    source: report-2023\n    evidence: 荣获B等\n"
    district = load(district=DISTRICT + wrong * 501)[1]
    assert district.diagnostics[-1].code == "T021"
    assert (district.value.is_complete, len(district.value.unread)) == (True, 501)


def test_an_empty_entry_misses_every_required_key(load):
    text, line, column = unmarked(changed(DISTRICT, "  - indicator: grade\n", "  - ¦{}\n  - indicator: grade\n"))
    district = load(district=text)[1]
    assert {(d.place.line, d.place.column) for d in district.diagnostics} == {(line, column)}
    missing = {d.message.split("'")[1] for d in district.diagnostics if d.code == "S002"}
    assert missing == {"indicator", "value", "period", "source"}
    assert [d.message for d in district.diagnostics if d.code != "S002"] == ["the figure has no evidence"]
    assert indicators(district.value) == ["public_coverage", "grade", "spending"]


def test_a_repeated_entry_is_kept(load):
    entry = DISTRICT[DISTRICT.index("  - indicator: grade") : DISTRICT.index("  - indicator: spending")]
    assert indicators(load(district=DISTRICT + entry)[1].value) == ["public_coverage", "grade", "spending", "grade"]


def test_quotes_and_places_of_the_text_are_told(load):
    text, line, column = unmarked(changed(DISTRICT, "value: B等", "value: ¦D等"))
    fault = load(district=text)[1].diagnostics[0]
    assert (fault.quoted, fault.place.line, fault.place.column) == ("D等", line, column)
