"""The family S: whether a file has the keys, texts and lists that its kind of file has, and says who it is about.

What concerns one file is found by the loader (``storage``). Across files no two districts may be taken for each other,
because whoever names one on the command line must get the one that is meant.
"""

from typing import Final

from eduindex.model import findings
from eduindex.rules.example_workspace import SOUND_DISTRICT, SOUND_ENTRY
from eduindex.rules.rule import Example, Part, Rule

_SOUND = Example(Part.DISTRICT, SOUND_DISTRICT)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code=findings.UNKNOWN_KEY,
        title="a key that means nothing here",
        why="Mostly it is misspelt, and what it says would be lost without a word. Correct it or remove it; remarks "
        "for other data keepers go behind a #.",
        bad=Example(Part.ENTRY, SOUND_ENTRY + "    notes: 含小区配套园\n"),
        good=Example(Part.ENTRY, SOUND_ENTRY + "    note: 含小区配套园\n"),
    ),
    Rule(
        code=findings.MISSING_KEY,
        title="a required key is missing",
        why="Without it the entry does not say what was measured, when, or by whom; nothing is guessed, so it is not "
        "used. Add the key with what the source says.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("    period: 2023\n", "")),
        good=Example(Part.ENTRY, SOUND_ENTRY),
    ),
    Rule(
        code=findings.WRONG_KIND,
        title="a text, a list or a block of keys stands where another of them is expected",
        why="The words may be right, but nobody can tell which of them is meant. Write a list in brackets or with a "
        "dash before each item, and a block as key: value, one a line.",
        bad=Example(Part.DISTRICT, SOUND_DISTRICT.replace("sources:", "aliases: 青禾\nsources:")),
        good=Example(Part.DISTRICT, SOUND_DISTRICT.replace("sources:", "aliases: [青禾]\nsources:")),
    ),
    Rule(
        code=findings.MALFORMED,
        title="a text that is not of the form expected here, such as an id, a code or a date",
        why="Programs sort, join and compare by ids, division codes and dates, and in another form they meet nothing "
        "of their own kind. Write an id in lower-case letters, digits, - and _, a code with its six digits, a date "
        "as 2024-01-15.",
        bad=Example(Part.DISTRICT, SOUND_DISTRICT.replace("2024-01-15", "2024年1月15日")),
        good=_SOUND,
    ),
    Rule(
        code=findings.OTHER_ID,
        title="the district's id differs from the file's name",
        why="A district is found by the name of its file, so under its id it would never be found, or another one "
        "would. Rename the file, or write its name without .yaml as the id.",
        bad=Example(Part.DISTRICT, SOUND_DISTRICT.replace("district: qinghe", "district: qing-he")),
        good=_SOUND,
    ),
    Rule(
        code=findings.UNKNOWN_PROVINCE,
        title="a division code whose first two digits are no province",
        why="The code (GB/T 2260) is what other data sets are joined on, and its first digits tell which grades and "
        "ranks may be compared. Look the code up and correct it.",
        bad=Example(Part.DISTRICT, SOUND_DISTRICT.replace('"330199"', '"380199"')),
        good=_SOUND,
    ),
)
