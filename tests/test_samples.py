"""The five districts: every file is sound, every figure stands in its evidence, and every evidence in its report."""

from pathlib import Path

import pytest

from eduindex import open_workspace
from eduindex.model.evidence import locate
from eduindex.storage.tree import Mapping, Scalar
from eduindex.storage.yaml_reading import read_tree

REPOSITORY = Path(__file__).resolve().parent.parent
DISTRICTS = {"quzhou": "330803", "ouhai": "330304", "yunzhou": "140215", "zhangping": "350881", "luyang": "340103"}
HEAD_ORDER = ["district", "code", "name", "within", "aliases", "sources", "accepts", "entries"]
SOURCE_ORDER = ["title", "publisher", "published", "url", "file"]
# What a figure is, then where it stands, then what is to be said about it.
ENTRY_ORDER = [
    "indicator", "value", "period", "status", "variant", "scope", "source", "evidence", "period_evidence", "note",
    "accepts",
]  # fmt: skip
LONGEST_EVIDENCE = 60

each = pytest.mark.parametrize("id", DISTRICTS)


@pytest.fixture(scope="module")
def opened():
    return open_workspace(REPOSITORY)


@pytest.fixture(scope="module")
def observations(opened):
    """The observations of a district, by its id."""
    districts = {id: opened.district(id, strict=False) for id in DISTRICTS}
    return {id: district.observations for id, district in districts.items()}


def root_of(id):
    path = REPOSITORY / "samples" / f"{id}.yaml"
    return read_tree(path.read_bytes(), path.name).root


def test_there_are_the_five_districts(opened):
    assert opened.ids() == tuple(sorted(DISTRICTS))
    assert opened.diagnostics == ()


@each
def test_a_file_has_no_faults(opened, id):
    loaded = opened.workspace.load_district(id, opened.catalogue)
    assert loaded.diagnostics == ()
    assert (loaded.value.id, loaded.value.identity.code) == (id, DISTRICTS[id])
    assert len(loaded.value.observations) >= 15


@each
def test_every_figure_stands_in_its_evidence(observations, id):
    unproved = [
        f"{o.entry.place}: {o.entry.value}" for o in observations[id] if locate(o.entry.evidence, o.quantity) is None
    ]
    assert unproved == []


@each
def test_evidence_is_a_phrase_and_no_passage(observations, id):
    long = [
        f"{o.entry.place}: {len(phrase)}"
        for o in observations[id]
        for phrase in (o.entry.evidence, o.entry.period_evidence)
        if len(phrase) > LONGEST_EVIDENCE
    ]
    assert long == []


@each
def test_every_evidence_stands_in_the_report(observations, id, reports_folder):
    if reports_folder is None:
        pytest.skip("EDUINDEX_REPORTS is not set: the evidence was not looked up in the reports' texts")
    texts = {
        o.source.file: (Path(reports_folder) / o.source.file).read_text(encoding="utf-8") for o in observations[id]
    }
    reports = {file: without_space(text) for file, text in texts.items()}
    missing = [
        f"{o.entry.place}: {phrase}"
        for o in observations[id]
        for phrase in (o.entry.evidence, o.entry.period_evidence)
        if without_space(phrase) not in reports[o.source.file]
    ]
    assert missing == []


def without_space(text):
    return "".join(text.split())


@each
def test_every_source_is_used_and_says_what_it_is(opened, observations, id):
    district = opened.district(id)
    assert {observation.source.id for observation in district.observations} == set(district.sources)
    for source in district.sources.values():
        assert source.title
        assert source.publisher
        assert source.published
        assert source.file


def test_an_undated_report_says_so(opened):
    assert [source.published for source in opened.district("quzhou").sources.values()] == ["undated"]


@each
def test_what_no_report_prints_stays_empty(observations, id):
    assert [o for o in observations[id] if o.indicator.id == "key_teacher_rotation_share"] == []


@each
def test_nothing_is_entered_twice(observations, id):
    """Where a source contradicts itself the values differ; where it repeats itself, one entry is enough."""
    said = [
        (o.indicator.id, o.interval, o.period, o.status, o.entry.variant, o.entry.scope, o.source.id)
        for o in observations[id]
    ]
    assert [one for one in said if said.count(one) > 1] == []


def in_order(keys, order):
    return [key for key in order if key in keys] == list(keys)


@each
def test_keys_stand_in_the_canonical_order(id):
    root = root_of(id)
    assert in_order(root.values, HEAD_ORDER)
    assert [
        source for source, node in root.values["sources"].values.items() if not in_order(node.values, SOURCE_ORDER)
    ] == []
    entries = root.values["entries"].items
    assert [node.line for node in entries if not in_order(node.values, ENTRY_ORDER)] == []


@each
def test_the_layout_is_the_canonical_one(id):
    """Two spaces, one value a line, line feeds, no spaces at the end of a line."""
    text = (REPOSITORY / "samples" / f"{id}.yaml").read_bytes().decode("utf-8")
    assert "\r" not in text
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [number for number, line in enumerate(text.splitlines(), 1) if line != line.rstrip()] == []
    for entry in root_of(id).values["entries"].items:
        lines = [key.line for key in entry.keys.values()]
        assert lines == list(range(lines[0], lines[0] + len(lines)))
        assert {key.column for key in entry.keys.values()} == {5}


@each
def test_texts_for_people_are_said_in_both_languages(id):
    root = root_of(id)
    for entry in root.values["entries"].items:
        for key in ("scope", "note"):
            node = entry.values.get(key)
            if node is not None:
                assert isinstance(node, Mapping), f"{id}.yaml:{node.line}: {key} is said in one language"
                assert list(node.values) == ["zh", "en"]
                assert all(isinstance(text, Scalar) and text.text for text in node.values.values())


# Figures that the reports are known for, read from them by hand: district, indicator, printed value, period, status.
KNOWN = [
    ("quzhou", "public_kindergarten_coverage", "85.81%", "2023", "actual"),
    ("quzhou", "public_kindergarten_coverage", "27%", "2022", "actual"),
    ("quzhou", "preschool_places_added", "720", "2023", "actual"),
    ("quzhou", "preschool_places_added", "1250", "2023", "actual"),
    ("ouhai", "public_kindergarten_coverage", "56.67%", "2022", "actual"),
    ("ouhai", "public_kindergarten_coverage", "60%", "2023", "target"),
    ("ouhai", "preschool_places_added", "1740", "2022", "actual"),
    ("ouhai", "preschool_places_added", "1620", "2022", "actual"),
    ("zhangping", "teacher_rotation_rate", "24.43%", "2021..2023", "actual"),
    ("zhangping", "teachers_recruited", "604", "2019..2023", "actual"),
    ("zhangping", "after_school_student_participation", "98.20%", "2024-04", "actual"),
    ("luyang", "teachers_recruited", "251", "2022", "actual"),
    ("luyang", "after_school_student_participation", "95%以上", "2023-01", "actual"),
]


@pytest.mark.parametrize(("id", "indicator", "value", "period", "status"), KNOWN)
def test_known_figures_are_there(observations, id, indicator, value, period, status):
    found = [
        (o.entry.period, o.status.value)
        for o in observations[id]
        if o.indicator.id == indicator and o.entry.value.startswith(value)
    ]
    assert (period, status) in found
