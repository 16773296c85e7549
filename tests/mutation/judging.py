"""Judging a changed sample in memory as ``eduindex validate`` judges the file: the same functions, the catalogue loaded once."""

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.observation import District, Observation
from eduindex.rules.acceptance import regions_of_district, settle
from eduindex.rules.checking import check_district, check_workspace, checks_of
from eduindex.rules.registry import RULES
from eduindex.rules.summary import Summary, summarise
from eduindex.storage.catalogue_loading import load_catalogue
from eduindex.storage.district_loading import load_district
from eduindex.storage.report_texts import ReportTexts
from eduindex.storage.tree import Mapping, Scalar, Sequence
from eduindex.storage.yaml_reading import read_district_tree, read_tree

REPOSITORY = Path(__file__).resolve().parent.parent.parent
CATALOGUE = REPOSITORY / "indicators.yaml"
SAMPLES = REPOSITORY / "samples"

# A code and a line: what makes a finding another finding.
Findings = Counter[tuple[str, int]]


class Text(NamedTuple):
    """The value of a key as YAML understands it, and where it is written."""

    text: str
    line: int
    column: int


class SampleEntry(NamedTuple):
    """One entry of a sample: it fills the lines from ``first`` up to, not including, ``behind``."""

    district: str
    first: int
    behind: int
    texts: dict[str, Text]


class Judgement(NamedTuple):
    """What a file came to: its observations by the line of their entry, and what was found."""

    observations: dict[int, Observation]
    findings: Findings


class Judge:
    """Judges samples; ``reports`` is the folder of the reports' texts, ``None`` where there is none."""

    def __init__(self, reports: str | None) -> None:
        self.reports = ReportTexts(reports)
        self.with_reports = reports is not None
        self._checks = checks_of(list(RULES.values()), with_reports=self.with_reports)
        self._ran = {
            code for code, rule in RULES.items() if self.with_reports or not (rule.needs_reports or rule.asks_reports)
        }
        catalogue = load_catalogue(read_tree(CATALOGUE.read_bytes(), CATALOGUE.name), CATALOGUE.name).value
        assert catalogue is not None
        self._catalogue = catalogue
        self._summaries: dict[str, Summary] = {}
        self.files = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.yaml"))}
        for id, text in self.files.items():
            district = self._loaded(id, text)[0]
            assert district is not None
            self._summaries[id] = summarise(district)

    @cached_property
    def entries(self) -> list[SampleEntry]:
        """Every entry of every sample."""
        return [entry for id, text in self.files.items() for entry in entries_of(id, text)]

    @cached_property
    def unchanged(self) -> dict[str, Judgement]:
        """What the samples come to as they are."""
        return {id: self.judge(id, text) for id, text in self.files.items()}

    def judge(self, id: str, text: str) -> Judgement:
        """What ``validate`` finds in the file of a district in its workspace, the other samples being as they are."""
        district, diagnostics = self._loaded(id, text)
        if district is None:
            return Judgement({}, _counted(diagnostics))
        summaries = self._summaries | {id: summarise(district)}
        found = [
            *diagnostics,
            *check_district(district, self._checks, self.reports.text_of),
            *check_workspace(list(summaries.values()), self._checks),
        ]
        own = [one for one in found if one.place.file == id]
        regions = regions_of_district(district, RULES, self._ran, self.reports.text_of)
        settled = settle(own, regions, RULES)
        return Judgement({one.entry.place.line: one for one in district.observations}, _counted(settled))

    def _loaded(self, id: str, text: str) -> tuple[District | None, tuple[Diagnostic, ...]]:
        loaded = load_district(read_district_tree(text.encode(), id), id, id, self._catalogue)
        return loaded.partial, loaded.diagnostics


def _counted(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> Findings:
    return Counter((one.code, one.place.line) for one in diagnostics)


def entries_of(id: str, text: str) -> list[SampleEntry]:
    """The entries of a sample with the places of their texts."""
    root = read_tree(text.encode(), id).root
    assert isinstance(root, Mapping)
    items = root.values["entries"]
    assert isinstance(items, Sequence)
    nodes = [node for node in items.items if isinstance(node, Mapping)]
    ends = [*(node.line for node in nodes[1:]), text.count("\n") + 1]
    return [
        SampleEntry(id, node.line, behind, {key: Text(*value[:3]) for key, value in node.values.items() if _is(value)})
        for node, behind in zip(nodes, ends, strict=True)
    ]


def _is(node: object) -> bool:
    return isinstance(node, Scalar)
