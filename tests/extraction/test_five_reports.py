"""The five reports against the districts that were entered by hand, and that the engine has learned nothing by heart.

The reports' texts are not part of the repository; without EDUINDEX_REPORTS these tests say that they were skipped.
"""

import ast
import io
import re
import tokenize
from itertools import pairwise
from pathlib import Path

import pytest
from scorer import score, summary, told, total

from eduindex import open_workspace
from eduindex.extraction.extracting import extract
from eduindex.extraction.result import Fate
from eduindex.model.evidence import holds, without_space
from eduindex.model.observation import Observation, observe
from eduindex.model.quantity import Quantity
from eduindex.model.quantity_reading import read_quantity

REPOSITORY = Path(__file__).resolve().parent.parent.parent
DISTRICTS = ("luyang", "ouhai", "quzhou", "yunzhou", "zhangping")
RECALL, PRECISION, PERIOD = 0.95, 0.95, 0.90
LONGEST_EVIDENCE = 60

# What distinguishes the schools and places that the reports name, read from them by hand.
OWN_NAMES = (
    "太真", "廿里", "周家小学", "高家小学", "育才小学", "乐成", "锦绣中学", "衢州", "理工", "城东", "全旺", "莲花镇", "东港", "鄞州",
    "温州", "龙霞", "梧田", "倍加造", "周士庄", "解庄", "党留庄", "西坪", "古城", "安庆路", "南门小学", "大学城", "南堡", "六虹桥", "东瓯",
    "新桥", "丁岙", "郭溪", "牛山", "瞿溪", "育英", "榕盛", "朝霞", "帆海", "绿轴", "站西", "茶山", "仙岩", "任岩松", "和平中心",
    "菁华", "桂林", "象湖", "吾祠", "拱桥", "六道河", "岭洋", "瓯海", "大同", "庐阳", "漳平", "云州", "衢江", "龙岩", "安徽", "浙江",
    "福建", "山西",
)  # fmt: skip
UNITS = "[%%‰万亿元人名所个家座间件项位批届次轮节门种类级岁周年月日天倍分]"
FIGURE = re.compile(f"(?<![0-9A-Za-z{{,\\]-])[0-9]+(?:\\.[0-9]+)?{UNITS}")
# A figure with the words around it: by itself 2所 is nobody's, 41个名师工作室 is one report's.
FIGURE_AND_WORDS = re.compile(f"[㐀-鿿]{{0,4}}[0-9]+(?:\\.[0-9]+)?{UNITS}[㐀-鿿]{{0,4}}")
NEIGHBOURS = 4  # characters that make a figure one report's own

each = pytest.mark.parametrize("id", DISTRICTS)
SOURCES = sorted((REPOSITORY / "eduindex" / "extraction").glob("*.py"))
each_module = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def opened():
    return open_workspace(REPOSITORY)


@pytest.fixture(scope="module")
def texts(opened, reports_folder):
    """The text of each district's report."""
    if reports_folder is None:
        pytest.skip("EDUINDEX_REPORTS is not set: there are no reports to extract from")
    found = {}
    for id in DISTRICTS:
        files = {source.file for source in opened.district(id).sources.values()}
        assert len(files) == 1, f"{id} has several reports"
        found[id] = (Path(reports_folder) / files.pop()).read_text(encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def extractions(opened, texts):
    return {id: extract(text, opened.catalogue) for id, text in texts.items()}


@pytest.fixture(scope="module")
def scores(opened, extractions):
    return {
        id: score(
            [proposal.entry for proposal in extraction.proposals],
            [observation.entry for observation in opened.district(id).observations],
            opened.catalogue,
        )
        for id, extraction in extractions.items()
    }


def told_at_length(scores):
    """What a person wants to see where a promise is not kept."""
    lines = [f"{id}: recall {one.recall:.1%}, precision {one.precision:.1%}" for id, one in scores.items()]
    return "\n".join([*lines, *summary(total(scores.values()))])


def test_most_of_what_was_entered_by_hand_is_found(scores):
    assert total(scores.values()).recall >= RECALL, told_at_length(scores)


def test_hardly_anything_is_invented(scores):
    assert total(scores.values()).precision >= PRECISION, told_at_length(scores)


def test_periods_are_right(scores):
    assert total(scores.values()).period_agreement >= PERIOD, told_at_length(scores)


@each
def test_no_report_is_left_behind(scores, id):
    """The promise is about all five together; none may pay for the others."""
    assert scores[id].recall >= 0.85, "\n".join(summary(scores[id]))
    assert scores[id].precision >= 0.85, "\n".join(summary(scores[id]))


@each
def test_the_year_is_read_from_the_report(opened, extractions, id):
    (source,) = opened.district(id).sources.values()
    assert extractions[id].year == int(source.id.rpartition("-")[2])


@each
def test_every_proposal_is_sound(opened, texts, extractions, id):
    report, (source,) = without_space(texts[id]), opened.district(id).sources.values()
    for entry in (proposal.entry for proposal in extractions[id].proposals):
        quantity = read_quantity(entry.value)
        assert isinstance(quantity, Quantity)
        assert holds(entry.evidence, quantity), told(entry)
        assert len(entry.evidence) <= LONGEST_EVIDENCE
        assert without_space(entry.evidence) in report
        assert without_space(entry.period_evidence) in report
        assert isinstance(observe(id, entry, opened.catalogue, {entry.source: source}), Observation), told(entry)


@each
def test_every_figure_has_a_fate_and_its_place(texts, extractions, id):
    figures = extractions[id].figures
    assert [texts[id][one.start : one.end] for one in figures] == [one.printed for one in figures]
    assert [one.line for one in figures] == [texts[id].count("\n", 0, one.start) + 1 for one in figures]
    assert all(earlier.end <= later.start for earlier, later in pairwise(figures))
    assert [one for one in figures if bool(one.proposals) is not (one.fate is Fate.PROPOSED)] == []


def words_of_code(path):
    """The strings of a module that are no docstrings, with the line of each: what the engine looks for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def words_about_code(path):
    """The comments and docstrings of a module, each with its line."""
    source = path.read_text(encoding="utf-8")
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT or (token.type == tokenize.STRING and token.string.startswith('"""')):
            yield token.start[0], token.string


def catalogue_words(opened):
    """Every mention of the catalogue and every word that states a variant, with the id of its indicator."""
    for indicator in opened.catalogue.indicators.values():
        for mention in indicator.mentions:
            yield indicator.id, mention
        for words in indicator.variant_mentions.values():
            yield from ((indicator.id, word) for word in words)


def names_of(opened):
    """What the five districts and the schools of their reports are called."""
    names = set(OWN_NAMES)
    for id in DISTRICTS:
        identity = opened.district(id).identity
        names |= {identity.name.zh, identity.name.zh[:2], *identity.aliases}
        names |= {identity.id, identity.name.en, identity.code}
    return {name for name in names if name}


@each_module
def test_no_module_names_a_district_or_a_school(opened, path):
    source = path.read_text(encoding="utf-8")
    assert [name for name in sorted(names_of(opened)) if name in source] == []


def test_no_mention_names_a_district_or_a_school(opened):
    names = names_of(opened)
    assert [(id, word) for id, word in catalogue_words(opened) for name in names if name in word] == []


def test_the_names_are_those_of_the_reports(texts):
    """A name that no report prints would prove nothing."""
    reports = without_space("".join(texts.values()))
    assert [name for name in OWN_NAMES if name not in reports] == []


@each_module
def test_no_module_looks_for_a_figure(path):
    assert [(line, text) for line, text in words_of_code(path) if FIGURE.search(text)] == []


def test_no_mention_holds_a_figure(opened):
    """A number is none where it is a part of what is measured, by the indicator's own name or definition."""
    found = [(id, word, figure) for id, word in catalogue_words(opened) for figure in FIGURE.findall(word)]
    indicators = opened.catalogue.indicators
    assert [
        one for one in found if one[2] not in f"{indicators[one[0]].name.zh} {indicators[one[0]].definition.zh}"
    ] == []


@each_module
def test_no_comment_cites_a_figure_of_a_report(texts, path):
    """Comments explain by examples; an example with a report's own words and figure would be the report's."""
    reports = without_space("\n".join(texts.values()))
    cited = [
        (line, found[0])
        for line, text in words_about_code(path)
        for found in FIGURE_AND_WORDS.finditer(text)
        if len(re.sub("[0-9.]", "", found[0])) > NEIGHBOURS and found[0] in reports
    ]
    assert cited == []


def test_the_check_for_figures_can_fail():
    assert FIGURE.search("公办率达57.3%")
    assert FIGURE.search("新建3所")
    assert FIGURE.search("{1,3}") is None
    assert FIGURE.search("(?:19|20)[0-9]{2}年") is None
