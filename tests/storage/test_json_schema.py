"""The JSON Schema against the real check-jsonschema, against the meta-schema, and against the models it is made from."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from pydantic import ValidationError
from ruamel.yaml import YAML

from eduindex.model.catalogue import Catalogue, Dimension, Direction, Indicator, Kind, Time
from eduindex.model.standard import Operator
from eduindex.model.wording import Wording
from eduindex.storage.catalogue_loading import load_catalogue
from eduindex.storage.district_loading import load_district
from eduindex.storage.json_schema import catalogue_schema, district_schema
from eduindex.storage.schema import (
    CatalogueHeadModel,
    EntryModel,
    HeadModel,
    IndicatorModel,
    SourceModel,
)
from eduindex.storage.standard_schema import StandardModel
from eduindex.storage.yaml_reading import read_tree

ACCEPTABLE = {"E002": "the evidence is long", "P009": "余 after a full count"}


def indicator(id, variants=()):
    return Indicator(
        id=id,
        name=Wording("指标", "An indicator"),
        dimension="schools",
        kind=Kind.COUNT,
        unit="所",
        time=Time.STOCK,
        direction=Direction.NEUTRAL,
        definition=Wording("分子:学校数", "Numerator: schools"),
        variants={variant: Wording("变体", "A variant") for variant in variants},
    )


# One indicator with variants, one without, and one whose ids YAML tools take for a number and a truth value.
CATALOGUE = Catalogue(
    {"schools": Dimension("schools", Wording("学校", "Schools"))},
    {
        "school_count": indicator("school_count", ["public", "all"]),
        "classes": indicator("classes"),
        "2023": indicator("2023", ["no", "7"]),
    },
)
SCHEMAS = {
    "district": district_schema(CATALOGUE, ACCEPTABLE),
    "catalogue": catalogue_schema(CATALOGUE, ACCEPTABLE),
}

DISTRICT = """\
district: alpha
code: "330101"
name: {zh: 甲县, en: Alpha}
within: {zh: 乙市, en: Beta}
aliases: [甲]
sources:
  report-2023:
    title: A report
    publisher: 教育局
    published: 2024-01
    url: https://example.org/report
    file: alpha-2023.txt
entries:
  - indicator: school_count
    value: 46所
    period: 2021..2023
    source: report-2023
    evidence: 共有学校46所
    period_evidence: 近三年
    status: actual
    variant: public
    scope: {zh: 城区, en: urban area}
    note: a note
    accepts: {E002: checked}
  - indicator: classes
    value: 604个
    period: 2023
    source: report-2023
    evidence: 共有604个班
"""
INDICATORS = """\
eduindex: 1
districts: samples
dimensions:
  schools: {zh: 学校, en: Schools}
indicators:
  school_count:
    name: {zh: 学校数, en: Schools}
    dimension: schools
    kind: count
    unit: 所
    time: stock
    direction: higher
    definition: {zh: 分子, en: numerator}
    measures: [家]
    range: {low: 0}
    variants: {public: {zh: 公办, en: public}}
    usual: public
    variant_mixing: warn
    comparable_within: city
    mentions: [学校…所]
  spending:
    name: 投入
    dimension: schools
    kind: amount
    unit: 万元
    time: flow
    direction: higher
    variants: {primary: 小学, junior: 初中}
  growth: {name: 增长, dimension: schools, kind: rate, unit: "%", time: flow, direction: neutral}
standards:
  schools-county:
    level: county
    indicator: school_count
    variant: public
    at_least: 3
    due: 2025
    per_year: false
    document: {zh: 办法, en: Measures}
    number: 教督〔2020〕1号
    attested: provision
    note: {zh: 只计公办, en: Public ones alone}
  growing:
    level: county
    indicator: spending
    at_least: previous_year
    growth: growth
    document: 办法
    attested: none
  spread:
    level: national
    indicator: spending
    each: [primary, junior]
    below: 5万元
    per_year: true
    document: 办法
    attested: secondary
indexes: [of, any, kind]
accepts: {C007: the two are told apart by their sentence}
"""
FILES = {"district": DISTRICT, "catalogue": INDICATORS}

# Which file, what is replaced in it by what, and where the schema has to find fault.
BROKEN = [
    ("district", "code:", "colour: red\ncode:", "$"),
    ("district", "district: alpha\n", "", "$"),
    ("district", "district: alpha", "district: Alpha County", "$.district"),
    ("district", "district: alpha", "district: 1.5", "$.district"),
    ("district", "district: alpha", "district: [alpha]", "$.district"),
    ("district", '"330101"', '"33010a"', "$.code"),
    ("district", '"330101"', "33010", "$.code"),
    ("district", '"330101"', "3301011", "$.code"),
    ("district", '"330101"', "-330101", "$.code"),
    ("district", '"330101"', "", "$.code"),
    ("district", "name: {zh: 甲县, en: Alpha}\n", "", "$"),
    ("district", "name: {zh: 甲县, en: Alpha}", "name: {zh: 甲县, fr: Alpha}", "$.name"),
    ("district", "name: {zh: 甲县, en: Alpha}", "name: {zh: [甲县]}", "$.name"),
    ("district", "name: {zh: 甲县, en: Alpha}", "name: [甲县]", "$.name"),
    ("district", "aliases: [甲]", "aliases: 甲", "$.aliases"),
    ("district", "aliases: [甲]", 'aliases: [""]', "$.aliases[0]"),
    ("district", "aliases: [甲]", "aliases: [{甲: 乙}]", "$.aliases[0]"),
    ("district", "aliases: [甲]", "accepts: [E002]", "$.accepts"),
    ("district", "aliases: [甲]", 'accepts: {E002: ""}', "$.accepts.E002"),
    ("district", "  report-2023:", "  Report 2023:", "$.sources"),
    ("district", "    title: A report\n", "", "$.sources['report-2023']"),
    ("district", "title: A report", "title: A report\n    author: me", "$.sources['report-2023']"),
    ("district", "published: 2024-01", "published: 2024-13", "$.sources['report-2023'].published"),
    ("district", "published: 2024-01", "published: 202401", "$.sources['report-2023'].published"),
    ("district", "published: 2024-01", "published: 24", "$.sources['report-2023'].published"),
    ("district", "published: 2024-01", "published: yesterday", "$.sources['report-2023'].published"),
    ("district", "url: https:", "url: ftp:", "$.sources['report-2023'].url"),
    ("district", "file: alpha", "file: ../alpha", "$.sources['report-2023'].file"),
    ("district", "file: alpha", "file: /alpha", "$.sources['report-2023'].file"),
    ("district", "    evidence: 共有学校46所\n", "", "$.entries[0]"),
    ("district", "evidence: 共有学校46所", "evidence:", "$.entries[0].evidence"),
    ("district", "evidence: 共有学校46所", 'evidence: ""', "$.entries[0].evidence"),
    ("district", "evidence: 共有学校46所", "evidence: [共有学校46所]", "$.entries[0].evidence"),
    ("district", "value: 46所", "value: {low: 46}", "$.entries[0].value"),
    ("district", "value: 46所", "valeu: 46所", "$.entries[0]"),
    ("district", "source: report-2023", "source: a report", "$.entries[0].source"),
    ("district", "status: actual", "status: planned", "$.entries[0].status"),
    ("district", "indicator: school_count", "indicator: school_counts", "$.entries[0].indicator"),
    ("district", "indicator: classes", "indicator: 604", "$.entries[1].indicator"),
    ("district", "variant: public", "variant: private", "$.entries[0].variant"),
    ("district", "evidence: 共有604个班", "evidence: 604\n    variant: public", "$.entries[1]"),
    ("district", "note: a note", "note: {en: a note, of: mine}", "$.entries[0].note"),
    ("district", "accepts: {E002: checked}", "accepts: {E002: }", "$.entries[0].accepts.E002"),
    ("district", DISTRICT[DISTRICT.index("entries:") :], "", "$"),
    ("district", DISTRICT[DISTRICT.index("entries:") :], "entries: {}\n", "$.entries"),
    ("district", DISTRICT[DISTRICT.index("entries:") :], "entries: [a figure]\n", "$.entries[0]"),
    ("catalogue", INDICATORS[INDICATORS.index("indicators:") :], "", "$"),
    ("catalogue", INDICATORS[INDICATORS.index("indicators:") :], "indicators: []\n", "$.indicators"),
    ("catalogue", "eduindex: 1", "eduindex: 2", "$.eduindex"),
    ("catalogue", "eduindex: 1", "eduindex: 0", "$.eduindex"),
    ("catalogue", "eduindex: 1\n", "", "$"),
    ("catalogue", "districts: samples", "districts: ../samples", "$.districts"),
    ("catalogue", "districts: samples", "folder: samples", "$"),
    ("catalogue", "  schools: {zh", "  Our Schools: {zh", "$.dimensions"),
    ("catalogue", "  schools: {zh: 学校, en: Schools}", "  schools: [学校]", "$.dimensions.schools"),
    ("catalogue", "  school_count:", "  School Count:", "$.indicators"),
    ("catalogue", "    dimension: schools\n", "", "$.indicators.school_count"),
    ("catalogue", "dimension: schools", "dimension: school", "$.indicators.school_count.dimension"),
    ("catalogue", "kind: count", "kind: number", "$.indicators.school_count.kind"),
    ("catalogue", "time: stock", "time: now", "$.indicators.school_count.time"),
    ("catalogue", "direction: higher", "direction: up", "$.indicators.school_count.direction"),
    ("catalogue", "unit: 所", "unit:", "$.indicators.school_count.unit"),
    ("catalogue", "measures: [家]", "measures: 家", "$.indicators.school_count.measures"),
    ("catalogue", "range: {low: 0}", "range: {least: 0}", "$.indicators.school_count.range"),
    ("catalogue", "range: {low: 0}", "range: {low: none}", "$.indicators.school_count.range.low"),
    ("catalogue", "range: {low: 0}", "range: [0]", "$.indicators.school_count.range"),
    ("catalogue", "variants: {public", "variants: {The public", "$.indicators.school_count.variants"),
    ("catalogue", "usual: public", "usual: the public ones", "$.indicators.school_count.usual"),
    ("catalogue", "variant_mixing: warn", "variant_mixing: allow", "$.indicators.school_count.variant_mixing"),
    (
        "catalogue",
        "comparable_within: city",
        "comparable_within: county",
        "$.indicators.school_count.comparable_within",
    ),
    ("catalogue", "mentions: [学校", "mention: [学校", "$.indicators.school_count"),
    ("catalogue", "accepts: {C007", "accept: {C007", "$"),
    ("catalogue", INDICATORS[INDICATORS.index("standards:") :], "standards: []\n", "$.standards"),
    ("catalogue", INDICATORS[INDICATORS.index("standards:") :], "standards: {a: [1]}\n", "$.standards.a"),
    ("catalogue", "  schools-county:", "  Schools in counties:", "$.standards"),
    ("catalogue", "    level: county\n    indicator: school", "    indicator: school", "$.standards['schools-county']"),
    ("catalogue", "level: national", "level: nation", "$.standards.spread.level"),
    ("catalogue", "attested: provision", "attested: seen", "$.standards['schools-county'].attested"),
    ("catalogue", "    attested: secondary\n", "", "$.standards.spread"),
    ("catalogue", "    document: 办法\n    attested: none", "    attested: none", "$.standards.growing"),
    ("catalogue", "    number: 教督", "    nubmer: 教督", "$.standards['schools-county']"),
    ("catalogue", "    at_least: 3\n", "", "$.standards['schools-county']"),
    ("catalogue", "    at_least: 3\n", "    at_least: 3\n    equals: 3\n", "$.standards['schools-county']"),
    ("catalogue", "at_least: 3", "at_least:", "$.standards['schools-county'].at_least"),
    ("catalogue", "at_least: 3", "at_least: [3]", "$.standards['schools-county'].at_least"),
    ("catalogue", "below: 5万元", "below: previous_year", "$.standards.spread.below"),
    ("catalogue", "due: 2025", "due: 25", "$.standards['schools-county'].due"),
    ("catalogue", "due: 2025", "due: 2025-12", "$.standards['schools-county'].due"),
    ("catalogue", "per_year: true", "per_year: 1", "$.standards.spread.per_year"),
    ("catalogue", "per_year: true", "per_year: sometimes", "$.standards.spread.per_year"),
    ("catalogue", "each: [primary, junior]", "each: primary", "$.standards.spread.each"),
    ("catalogue", "each: [primary, junior]", "each: []", "$.standards.spread.each"),
    ("catalogue", "each: [primary, junior]", "each: [the primary ones]", "$.standards.spread.each[0]"),
    ("catalogue", "    each: [", "    variant: primary\n    each: [", "$.standards.spread"),
    ("catalogue", "at_least: previous_year", "at_least: 5万元", "$.standards.growing.at_least"),
    ("catalogue", "at_least: previous_year", "above: 5万元", "$.standards.growing"),
    ("catalogue", "growth: growth", "growth: the growth", "$.standards.growing.growth"),
    ("catalogue", "note: {zh: 只计公办, en", "note: {zh: 只计公办, fr", "$.standards['schools-county'].note"),
]
# The same for what is no fault: texts that YAML tools take for something else, and texts that may be empty.
UNQUOTED = [
    ("district", "district: alpha", "district: 2023"),
    ("district", '"330101"', "330101"),
    ("district", "name: {zh: 甲县, en: Alpha}", "name: 12"),
    ("district", "name: {zh: 甲县, en: Alpha}", "name: {zh: 12, en: true}"),
    ("district", "within: {zh: 乙市, en: Beta}", "within: {zh: 1.5}"),
    ("district", "within: {zh: 乙市, en: Beta}", "within:"),
    ("district", "aliases: [甲]", "aliases: [7, 1.5, true, no, yes]"),
    ("district", "published: 2024-01", "published: 2024"),
    ("district", "published: 2024-01", "published: 2024-04-03"),
    ("district", "published: 2024-01", "published: undated"),
    ("district", "title: A report", "title: 2023"),
    ("district", "file: alpha-2023.txt", "file: 2023"),
    ("district", "publisher: 教育局", "publisher:"),
    ("district", "report-2023", "2023"),
    ("district", "report-2023", "no"),
    ("district", "value: 46所", "value: 46"),
    ("district", "value: 46所", "value: 46:1"),
    ("district", "value: 46所", "value: 0.46"),
    ("district", "period: 2021..2023", "period: 2023"),
    ("district", "period: 2021..2023", "period: 2023-06"),
    ("district", "period: 2021..2023", "period: 2021/2022"),
    ("district", "period: 2021..2023", "period: ..2024-03"),
    ("district", "evidence: 共有学校46所", "evidence: 46"),
    ("district", "period_evidence: 近三年", "period_evidence: 2023"),
    ("district", "period_evidence: 近三年", "period_evidence:"),
    ("district", "scope: {zh: 城区, en: urban area}", "scope: {zh: , en: }"),
    ("district", "note: a note", "note: no"),
    ("district", "note: a note", "note:"),
    ("district", "note: a note", "note: false"),
    ("district", "accepts: {E002: checked}", "accepts: {E002: 1}"),
    ("catalogue", "eduindex: 1", 'eduindex: "1"'),
    ("catalogue", "districts: samples", "districts: 2023"),
    ("catalogue", "range: {low: 0}", 'range: {low: "-.5", high: 1e3}'),
    ("catalogue", "measures: [家]", "levels: [3, 2, 1]"),
    ("catalogue", "definition: {zh: 分子, en: numerator}", "definition: 1"),
    ("catalogue", "mentions: [学校…所]", "mentions: [12, true]"),
    ("catalogue", "  schools-county:", "  2023:"),
    ("catalogue", "at_least: 3", "at_least: 3所"),
    ("catalogue", "at_least: 3", "at_most: 3.50"),
    ("catalogue", "due: 2025", 'due: "2025"'),
    ("catalogue", "per_year: true", 'per_year: "true"'),
    ("catalogue", "number: 教督〔2020〕1号", "number: 1"),
    ("catalogue", "number: 教督〔2020〕1号", "number:"),
    ("catalogue", "document: {zh: 办法, en: Measures}", "document: 2020"),
    ("catalogue", "note: {zh: 只计公办, en: Public ones alone}", "note: no"),
]


def named(cases):
    """The cases by names that can be names of files."""
    return {f"{number:02}-{case[0]}": case for number, case in enumerate(cases)}


BROKEN_BY_NAME, UNQUOTED_BY_NAME = named(BROKEN), named(UNQUOTED)


def edited(kind, old, new):
    assert old in FILES[kind]
    return FILES[kind].replace(old, new)


def faults_of(kind, text):
    """What our own reader says of a file; the unread values and references of an entry are no matter of form."""
    reading = read_tree(text.encode(), "a.yaml")
    if kind == "catalogue":
        diagnostics = load_catalogue(reading, "a.yaml").diagnostics
    else:
        stem = getattr(reading.root.values.get("district"), "text", "alpha")
        diagnostics = load_district(reading, "a.yaml", stem, CATALOGUE).diagnostics
    return [one for one in diagnostics if not one.code.startswith("V")]


def check(schema, *files):
    """What check-jsonschema says of files: its exit code and the places of the errors by the name of the file."""
    result = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", str(schema), *map(str, files)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    report = json.loads(result.stdout)
    assert not report.get("parse_errors")
    errors = {}
    for error in report.get("errors", ()):
        errors.setdefault(Path(error["filename"]).name, []).append(error["path"])
    return result.returncode, errors


@pytest.fixture(scope="session")
def checked(tmp_path_factory):
    """Writes cases as files and runs check-jsonschema once a kind; gives the paths of the errors by the case's name."""

    def run(cases):
        folder = tmp_path_factory.mktemp("cases")
        found = {}
        for kind, schema in SCHEMAS.items():
            (folder / f"{kind}.json").write_text(json.dumps(schema), encoding="utf-8")
            paths = []
            for name, (of, old, new, *_) in cases.items():
                if of == kind:
                    paths.append(folder / f"{name}.yaml")
                    paths[-1].write_text(edited(kind, old, new), encoding="utf-8")
            found |= check(folder / f"{kind}.json", *paths)[1]
        return found

    return run


@pytest.fixture(scope="session")
def errors_in_broken(checked):
    return checked(BROKEN_BY_NAME)


@pytest.fixture(scope="session")
def errors_in_unquoted(checked):
    return checked(UNQUOTED_BY_NAME)


@pytest.fixture(scope="session")
def own_schemas(repository, tmp_path_factory):
    """The schemas of the repository's own workspace, as files."""
    reading = read_tree((repository / "indicators.yaml").read_bytes(), "indicators.yaml")
    catalogue = load_catalogue(reading, "indicators.yaml").value
    folder = tmp_path_factory.mktemp("schemas")
    for kind, make in (("district", district_schema), ("catalogue", catalogue_schema)):
        (folder / f"{kind}.json").write_text(json.dumps(make(catalogue, ACCEPTABLE)), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("kind", "pattern", "number"), [("district", "samples/*.yaml", 5), ("catalogue", "indicators.yaml", 1)]
)
def test_check_jsonschema_accepts_our_own_files(own_schemas, repository, kind, pattern, number):
    files = sorted(repository.glob(pattern))
    assert len(files) == number
    assert check(own_schemas / f"{kind}.json", *files) == (0, {})


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_sound_files_are_sound(kind):
    data = loaded(FILES[kind])
    assert faults_of(kind, FILES[kind]) == []
    assert list(Draft202012Validator(SCHEMAS[kind]).iter_errors(data)) == []


@pytest.mark.parametrize("name", BROKEN_BY_NAME)
def test_broken_files_are_refused_where_they_are_broken(errors_in_broken, name):
    kind, old, new, path = BROKEN_BY_NAME[name]
    assert faults_of(kind, edited(kind, old, new))
    found = errors_in_broken[f"{name}.yaml"]
    # The place may be told more exactly, down to the item or key inside of what stands there.
    assert any(one == path or one.startswith((f"{path}.", f"{path}[")) for one in found)


@pytest.mark.parametrize("name", UNQUOTED_BY_NAME)
def test_scalars_may_be_written_unquoted(errors_in_unquoted, name):
    kind, old, new = UNQUOTED_BY_NAME[name]
    assert faults_of(kind, edited(kind, old, new)) == []
    assert errors_in_unquoted.get(f"{name}.yaml") is None


def test_a_validator_that_knows_only_draft_7_judges_alike():
    for kind, old, new, *_ in (*BROKEN, *UNQUOTED):
        data = loaded(edited(kind, old, new))
        newer, older = Draft202012Validator(SCHEMAS[kind]), Draft7Validator(SCHEMAS[kind])
        assert newer.is_valid(data) is older.is_valid(data), new


def loaded(text):
    """A file as YAML tools read it before they look at a schema."""
    return as_json(YAML(typ="safe", pure=True).load(text))


def as_json(data):
    """Keys and dates as text."""
    if isinstance(data, dict):
        return {str(key): as_json(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_json(item) for item in data]
    return data if isinstance(data, str | bool | int | float) or data is None else str(data)


@pytest.mark.parametrize("catalogue", [CATALOGUE, Catalogue({}, {})], ids=["small", "empty"])
@pytest.mark.parametrize("make", [district_schema, catalogue_schema])
@pytest.mark.parametrize("acceptable", [ACCEPTABLE, {}], ids=["acceptable", "none"])
def test_the_schema_itself_is_valid(make, catalogue, acceptable):
    schema = make(catalogue, acceptable)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


def test_a_workspace_without_indicators_has_no_entry_that_fits():
    schema = Draft202012Validator(district_schema(Catalogue({}, {}), {}))
    data = loaded(DISTRICT)
    assert {tuple(error.path)[:3] for error in schema.iter_errors(data)} == {
        ("entries", 0, "indicator"),
        ("entries", 1, "indicator"),
    }
    assert schema.is_valid(data | {"entries": []})


def entry(**keys):
    return {"indicator": "classes", "value": 604, "period": 2023, "source": 7, "evidence": "604"} | keys


@pytest.mark.parametrize(
    ("keys", "accepted"),
    [
        ({"indicator": 2023}, True),
        ({"indicator": "2023"}, True),
        ({"indicator": 2024}, False),
        ({"indicator": 2023, "variant": False}, True),
        ({"indicator": 2023, "variant": "no"}, True),
        ({"indicator": "2023", "variant": 7}, True),
        ({"indicator": 2023, "variant": True}, False),
        ({"indicator": "2023", "variant": 8}, False),
        ({"indicator": "school_count", "variant": "no"}, False),
    ],
)
def test_ids_of_the_catalogue_may_look_like_numbers_or_truth_values(keys, accepted):
    assert part("district", "EntryModel").is_valid(entry(**keys)) is accepted


def part(kind, model):
    """A validator of one definition of a schema."""
    definitions = SCHEMAS[kind]["$defs"]
    return Draft202012Validator({"$ref": f"#/$defs/{model}", "$defs": definitions})


def test_an_editor_learns_the_names_and_definitions_of_the_ids():
    choices = SCHEMAS["district"]["$defs"]["EntryModel"]["properties"]["indicator"]["anyOf"]
    assert [one.get("const") for one in choices] == ["school_count", "classes", None]
    shown = choices[0]["description"]
    for words in (
        "指标 · An indicator",
        "count (所), stock",
        "public: 变体 · A variant",
        "分子:学校数",
        "Numerator: schools",
    ):
        assert words in shown
    dimension = SCHEMAS["catalogue"]["$defs"]["IndicatorModel"]["properties"]["dimension"]["anyOf"]
    assert dimension == [{"const": "schools", "description": "学校 · Schools"}]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_an_editor_learns_which_findings_may_be_accepted(kind):
    accepts = SCHEMAS[kind]["properties"]["accepts"]["properties"]
    assert {code: one["description"] for code, one in accepts.items()} == ACCEPTABLE


def blocks(schema):
    """All blocks of keys of a schema, with a name for each."""
    yield "file", schema
    for name, one in schema["$defs"].items():
        yield name, next((form for form in one.get("anyOf", ()) if "properties" in form), one)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_has_a_title_and_a_description(kind):
    for name, block in blocks(SCHEMAS[kind]):
        for key, shown in block.get("properties", {}).items():
            assert shown.get("title"), f"{name}.{key}"
            assert shown.get("description") or name == "WordingModel", f"{name}.{key}"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_example_fits_its_key(kind):
    examples = 0
    for _, block in blocks(SCHEMAS[kind]):
        for shown in block.get("properties", {}).values():
            validator = Draft202012Validator(shown | {"$defs": SCHEMAS[kind]["$defs"]})
            for example in shown.get("examples", ()):
                examples += 1
                assert validator.is_valid(example), example
    assert examples > 10


def test_nothing_is_suggested_that_a_text_seldom_is():
    """Editors offer what a type names: true and false would stand in every list, null would become a text."""
    types = set()

    def walk(schema, negated):
        if isinstance(schema, list):
            for item in schema:
                walk(item, negated)
        elif isinstance(schema, dict):
            if not negated and "type" in schema:
                types.update([schema["type"]] if isinstance(schema["type"], str) else schema["type"])
            for key, item in schema.items():
                if key != "properties":
                    walk(item, negated or key == "not")
            for item in schema.get("properties", {}).values():
                walk(item, negated)

    walk([SCHEMAS["district"], SCHEMAS["catalogue"]], False)
    assert types == {"string", "number", "integer", "object", "array"}


def test_a_file_may_begin_with_the_line_that_names_its_schema():
    line = "# yaml-language-server: $schema=../district.schema.json\n"
    assert faults_of("district", line + DISTRICT) == []
    assert faults_of("catalogue", line + INDICATORS) == []


# What each key of each model may hold, sound and unsound, as text: so our reader hands it to the models.
WORDS = st.text(alphabet="ab 甲1.%-_/:", max_size=4)
IDS = st.one_of(st.sampled_from(["a", "report-2023", "no", "2023", "", "A", "a b", "a.b", "x" * 64, "x" * 65]), WORDS)
KINDS = st.one_of(st.just([]), st.just({}), st.just(["a"]), st.just({"a": "b"}))
WORDINGS = st.one_of(
    WORDS, st.dictionaries(st.sampled_from(["zh", "en", "zh-CN"]), st.one_of(WORDS, WORDS, KINDS), max_size=2), KINDS
)
LISTS = st.one_of(st.lists(st.one_of(WORDS, WORDS, KINDS), max_size=2), WORDS)
REASONS = st.one_of(st.dictionaries(st.sampled_from(["E002", "X", ""]), st.one_of(WORDS, WORDS, KINDS)), LISTS)
NUMBERS = st.one_of(st.sampled_from(["0", "-1", "1.5", "+.5", "5.", "1e3", "", "a", "1,5", "--1", "1.2.3"]), KINDS)
DATES = st.sampled_from(["2024", "2024-04", "2024-04-03", "undated", "", "2024-13", "2024-00", "24", "3024", "2024/04"])
FORMATS = [
    "https://a",
    "http://a b",
    "https://",
    "ftp://a",
    "a.txt",
    "a/b",
    "../a",
    "/a",
    "a//b",
    ".a",
    "c:a",
    "a\\b",
    "",
]
PATHS = st.one_of(st.sampled_from(FORMATS), WORDS)


def some(*words):
    return st.sampled_from([*words, "", "nonsense"])


SOURCE = {"title": WORDINGS, "publisher": WORDINGS, "published": DATES, "url": PATHS, "file": PATHS}
KEYS = {
    EntryModel: {
        "indicator": some(*CATALOGUE.indicators, "school count"),
        "value": WORDS,
        "period": WORDS,
        "source": IDS,
        "evidence": WORDS,
        "period_evidence": WORDS,
        "status": some("actual", "target"),
        "variant": some("public", "all", "no"),
        "scope": WORDINGS,
        "note": WORDINGS,
        "accepts": REASONS,
    },
    SourceModel: SOURCE,
    HeadModel: {
        "district": IDS,
        "code": some("330101", "030101", "33010", "3301011"),
        "name": WORDINGS,
        "within": WORDINGS,
        "aliases": LISTS,
        "sources": st.one_of(st.dictionaries(IDS, st.fixed_dictionaries({"title": WORDINGS}), max_size=2), KINDS),
        "accepts": REASONS,
    },
    IndicatorModel: {
        "name": WORDINGS,
        "dimension": some("schools"),
        "kind": some("share", "rank"),
        "unit": WORDS,
        "time": some("stock", "flow"),
        "direction": some("higher", "neutral"),
        "definition": WORDINGS,
        "measures": LISTS,
        "range": st.one_of(
            st.dictionaries(st.sampled_from(["low", "high", "middle"]), NUMBERS, max_size=2), WORDS, KINDS
        ),
        "variants": st.one_of(st.dictionaries(IDS, WORDINGS, max_size=2), KINDS),
        "usual": IDS,
        "variant_mixing": some("warn", "forbid"),
        "comparable_within": some("city", "province"),
        "levels": LISTS,
        "mentions": LISTS,
        "variant_mentions": st.one_of(st.dictionaries(IDS, LISTS, max_size=2), KINDS),
    },
    StandardModel: {
        "level": some("county", "national"),
        "indicator": IDS,
        "variant": IDS,
        "each": LISTS,
        "at_least": some("50%", "previous_year"),
        "above": some("50%", "previous_year"),
        "at_most": WORDS,
        "below": WORDS,
        "equals": WORDS,
        "per_year": some("true", "false", "yes", "1"),
        "due": some("2025", "3025", "25", "2025-12"),
        "growth": IDS,
        "document": WORDINGS,
        "number": WORDS,
        "attested": some("provision", "none"),
        "note": WORDINGS,
    },
    CatalogueHeadModel: {
        "eduindex": some("1", "2", "11"),
        "districts": PATHS,
        "dimensions": st.one_of(st.dictionaries(IDS, WORDINGS, max_size=2), KINDS),
        "accepts": REASONS,
    },
}
SOUND = {
    EntryModel: {"indicator": "classes", "value": "4", "period": "2023", "source": "a", "evidence": "4"},
    SourceModel: {"title": "a"},
    HeadModel: {"district": "a", "name": "a", "sources": {"a": {"title": "a"}}},
    IndicatorModel: {
        "name": "a",
        "dimension": "schools",
        "kind": "count",
        "unit": "所",
        "time": "stock",
        "direction": "higher",
    },
    StandardModel: {"level": "county", "indicator": "a", "at_least": "50%", "document": "a", "attested": "none"},
    CatalogueHeadModel: {"eduindex": "1", "districts": "a", "dimensions": {}},
}
VALIDATORS = {
    EntryModel: part("district", "EntryModel"),
    SourceModel: part("district", "SourceModel"),
    HeadModel: Draft202012Validator(SCHEMAS["district"]),
    IndicatorModel: part("catalogue", "IndicatorModel"),
    StandardModel: part("catalogue", "StandardModel"),
    CatalogueHeadModel: Draft202012Validator(SCHEMAS["catalogue"]),
}
BODIES = {HeadModel: {"entries": []}, CatalogueHeadModel: {"indicators": {}}}


def known_to_the_catalogue(content):
    """What the schema knows beyond the model: the ids that the catalogue has."""
    if "dimension" in content and content["dimension"] not in CATALOGUE.dimensions:
        return False
    if "indicator" not in content:
        return True
    one = CATALOGUE.indicators.get(content["indicator"])
    return one is not None and ("variant" not in content or content["variant"] in one.variants)


def goes_together(standard):
    """What our reader knows of a standard beyond the model, and the schema with it: which keys go with which."""
    [operator, *others] = [key for key in Operator if key in standard] or [""]
    moves = standard.get(operator) == "previous_year"
    return (
        bool(operator)
        and not others
        and not ("variant" in standard and "each" in standard)
        and (not moves or operator == "at_least")
        and (moves or "growth" not in standard)
    )


@pytest.mark.parametrize("model", KEYS, ids=lambda model: model.__name__)
def test_the_strategies_know_every_key(model):
    assert set(KEYS[model]) == set(model.model_fields)


@pytest.mark.parametrize("model", KEYS, ids=lambda model: model.__name__)
@given(data=st.data())
def test_schema_and_model_agree_on_text(model, data):
    changes = st.fixed_dictionaries({}, optional=KEYS[model] | {"nonsense": WORDS})
    few = data.draw(changes.map(lambda all_changes: dict(list(all_changes.items())[:3])))
    without = data.draw(st.sampled_from([None, None, None, *SOUND[model]]))
    content = {key: value for key, value in (SOUND[model] | few).items() if key != without}
    try:
        model.model_validate(content)
        accepted = goes_together(content) if model is StandardModel else known_to_the_catalogue(content)
    except ValidationError:
        accepted = False
    assert VALIDATORS[model].is_valid(content | BODIES.get(model, {})) is accepted
