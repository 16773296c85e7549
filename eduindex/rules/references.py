"""The family R: whether what an entry names exists: its indicator, its source, its variant.

A name that leads nowhere is found where entries are read (``model.observation``), because nothing can be made of such an
entry. A source that nobody names does no harm, so that is a warning.
"""

from collections.abc import Iterator
from typing import Final

from eduindex.model import findings
from eduindex.model.diagnostic import Severity
from eduindex.model.observation import District
from eduindex.rules.example_workspace import SOUND_DISTRICT, SOUND_ENTRY
from eduindex.rules.rule import DistrictRule, Example, Finding, Part, Reports, Rule

_SOUND = Example(Part.ENTRY, SOUND_ENTRY)
_RECRUITED = """\
  - indicator: teachers_recruited
    value: 238名
    period: 2023
    source: report-2023
    evidence: 2023年招聘新教师238名
"""


def _unused_sources(district: District, _reports: Reports) -> Iterator[Finding]:
    if not district.is_complete:  # an entry that could not be read may name any source
        return
    used = {observation.entry.source for observation in district.observations}
    used.update(entry.source for entry in district.unread)
    for id, source in district.sources.items():
        if id not in used:
            yield Finding(source.place_of("id"), "no entry names this source", "delete it, or enter what it prints", id)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code=findings.UNKNOWN_INDICATOR,
        title="an entry names an indicator that the catalogue does not have",
        why="What the catalogue does not define has no unit and no definition, so the figure can be compared with "
        "nothing. Correct the id, or add the indicator to the catalogue.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("kindergarten_coverage", "kindergarden_coverage")),
        good=_SOUND,
    ),
    Rule(
        code=findings.UNKNOWN_SOURCE,
        title="an entry names a source that the file does not have",
        why="Nobody can look the figure up, nor tell when it was published. Correct the id, or add the document to "
        "sources with its title.",
        bad=Example(Part.ENTRY, SOUND_ENTRY + _RECRUITED.replace("source: report-2023", "source: report-2032")),
        good=Example(Part.ENTRY, SOUND_ENTRY + _RECRUITED),
    ),
    Rule(
        code=findings.UNKNOWN_VARIANT,
        title="an entry names a variant that its indicator does not have",
        why="The variant says which denominator or definition the figure has, and one that the catalogue does not know "
        "matches no other district's. Choose one of the indicator's variants, or add the new one to the catalogue.",
        bad=Example(Part.ENTRY, SOUND_ENTRY + "    variant: child\n"),
        good=Example(Part.ENTRY, SOUND_ENTRY + "    variant: children\n"),
    ),
    DistrictRule(
        code=findings.UNUSED_SOURCE,
        severity=Severity.WARNING,
        title="a source that no entry names",
        why="Either its figures were forgotten, or entries name another source by mistake. Enter its figures, or "
        "remove it.",
        bad=Example(
            Part.DISTRICT,
            SOUND_DISTRICT.replace("entries:", "  bulletin-2023:\n    title: 青禾县2023年教育事业统计公报\nentries:"),
        ),
        good=Example(Part.DISTRICT, SOUND_DISTRICT),
        acceptable=True,
        check=_unused_sources,
    ),
)
