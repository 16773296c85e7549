"""The family V: whether a value and a period can be read at all, and whether the value can be one of its indicator.

Found where entries are read (``model.observation``). Nothing is guessed: a value without its unit is refused, because
92.4 may be a share in per cent and may be anything else.
"""

from typing import Final

from eduindex.model import findings
from eduindex.rules.example_workspace import SOUND_ENTRY
from eduindex.rules.rule import Example, Part, Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code=findings.UNREADABLE_VALUE,
        title="a value that cannot be read as a figure",
        why="A value is one number with its bound and unit and nothing else, or it cannot be compared. Write it as the "
        "source prints it (98.20%, 95%以上, 2000余名, 46:1), and what else the source says into the note.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("value: 92.4%", "value: 92.4%,比上年提高2.3个百分点")),
        good=Example(Part.ENTRY, SOUND_ENTRY),
    ),
    Rule(
        code=findings.UNFIT_VALUE,
        title="a value whose unit or size does not fit its indicator",
        why="Percentage points are a change and no share, 万元 are not 人, and no share exceeds 100: the figure belongs "
        "to another indicator, or its unit is missing. Compare it with the source and correct the value or the "
        "indicator.",
        bad=Example(
            Part.ENTRY,
            SOUND_ENTRY.replace("value: 92.4%", "value: 2.3个百分点").replace("覆盖率达92.4%", "覆盖率提高2.3个百分点"),
        ),
        good=Example(Part.ENTRY, SOUND_ENTRY),
    ),
    Rule(
        code=findings.UNREADABLE_PERIOD,
        title="a period that cannot be read, or runs backwards",
        why="The period decides what a figure may be compared with, so it has few and strict forms. Write 2023, "
        "2022-06, 2021/2022 (a school year), 2021..2023 (a span), 2023-06.. (still running) or ..2024-03 (start "
        "not stated).",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("period: 2023", "period: 2023年")),
        good=Example(Part.ENTRY, SOUND_ENTRY),
    ),
)
