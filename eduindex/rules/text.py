"""The family T: the file as a text, before anything in it means anything.

Whoever reads the file finds these faults (``storage``), so the rules are data alone. YAML can do far more than a data
file needs; what could make two readers understand different things is refused rather than interpreted.
"""

from typing import Final

from eduindex.model import findings
from eduindex.model.diagnostic import Severity
from eduindex.rules.example_workspace import SOUND_DISTRICT, SOUND_ENTRY
from eduindex.rules.rule import Example, Part, Rule

_SOUND = Example(Part.ENTRY, SOUND_ENTRY)
_YEAR_BEFORE = """\
  - indicator: inclusive_kindergarten_coverage
    value: 90.1%
    period: 2022
    source: report-2023
    evidence: 2022年普惠性幼儿园覆盖率为90.1%
"""

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code=findings.CANNOT_BE_READ,
        title="the file cannot be read (missing, forbidden, a broken or circular link, an impossible name)",
        why="A district whose file is not there would silently be missing from every comparison. Check the spelling, "
        "the permissions and where the link points.",
        bad=Example(Part.SITUATION, "districts/qinghe.yaml is a link to a file that has been deleted."),
        good=Example(Part.SITUATION, "districts/qinghe.yaml is a file, or a link to one."),
    ),
    Rule(
        code=findings.NOT_A_REGULAR_FILE,
        title="a folder, device, pipe or socket stands where a file is expected",
        why="Reading a pipe or a device could wait for ever, and a folder has no content of its own. Put a regular "
        "file in its place.",
        bad=Example(Part.SITUATION, "districts/qinghe.yaml is a folder, or a pipe that a program made."),
        good=Example(Part.SITUATION, "districts/qinghe.yaml is a regular file."),
    ),
    Rule(
        code=findings.TOO_LARGE,
        title="the file, or a place in it, is larger than any data file has reason to be",
        why="A district file has about a tenth of a megabyte, so one of more than 8 MiB is something else: a copied "
        "report, a picture, or a program that wrote without end. Check that it is the right file, or split it.",
        bad=Example(Part.SITUATION, "districts/qinghe.yaml has 9 MiB, because a whole report was pasted into it."),
        good=Example(Part.SITUATION, "districts/qinghe.yaml holds the district's entries, some kilobytes of them."),
    ),
    Rule(
        code=findings.NOT_UTF8,
        title="the file is not UTF-8",
        why="In another encoding every Chinese character is read as something else, and no two programs guess alike. "
        "Save the file as UTF-8; most editors offer that under Save with encoding.",
        bad=Example(Part.ENTRY, SOUND_ENTRY, encoding="gbk"),
        good=_SOUND,
    ),
    Rule(
        code=findings.CONTROL_CHARACTER,
        title="a control character, as such or as an escape in a quoted text",
        why="Control characters cannot be seen, but a terminal obeys them and a search does not find the words around "
        "them. They come with text copied from a PDF: delete them, and retype the words around if need be.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("覆盖率达", "覆盖率\x0b达")),
        good=_SOUND,
    ),
    Rule(
        code=findings.SYNTAX,
        title="the text is not valid YAML",
        why="From the fault on nobody can tell what belongs to what, so nothing of the file is used. Mostly a text "
        "with a colon, a bracket or a quotation mark in it needs quotation marks around it.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("覆盖率达92.4%", "覆盖率: 92.4%")),
        good=Example(
            Part.ENTRY, SOUND_ENTRY.replace("2023年普惠性幼儿园覆盖率达92.4%", '"2023年普惠性幼儿园覆盖率: 92.4%"')
        ),
    ),
    Rule(
        code=findings.DUPLICATE_KEY,
        title="a key occurs twice in the same block",
        why="Most programs keep the second value and drop the first without a word, others the first. Keep one of the "
        "two.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("    period: 2023\n", "    period: 2022\n    period: 2023\n")),
        good=_SOUND,
    ),
    Rule(
        code=findings.ANCHOR,
        title="an anchor (&name)",
        why="An anchor lets one place of a file stand for another, so that a reader has to search for what an entry "
        "says. Delete it and write the text itself where it is meant; a text that begins with & needs quotation "
        "marks.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("period: 2023", "period: &year 2023")),
        good=_SOUND,
    ),
    Rule(
        code=findings.ALIAS,
        title="an alias (*name)",
        why="An alias repeats what stands elsewhere in the file; a correction there would change this entry unseen. "
        "Write the text out; a text that begins with * needs quotation marks.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("period: 2023", "period: *year")),
        good=_SOUND,
    ),
    Rule(
        code=findings.TAG,
        title="a tag (!name, !!str)",
        why="A tag tells a program what to make of a text, up to running it; here every text is a text. Delete the "
        "tag; a text that begins with ! needs quotation marks.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("period: 2023", "period: !!int 2023")),
        good=_SOUND,
    ),
    Rule(
        code=findings.MERGE_KEY,
        title="a merge key (<<)",
        why="A merge key takes over the keys of another block, so an entry no longer says itself what it says, and "
        "programs differ on which value wins. Write the keys out.",
        bad=Example(
            Part.ENTRY,
            SOUND_ENTRY.replace(
                "    period: 2023\n    source: report-2023\n", "    <<: {period: 2023, source: report-2023}\n"
            ),
        ),
        good=_SOUND,
    ),
    Rule(
        code=findings.SEVERAL_DOCUMENTS,
        title="more than one YAML document in the file",
        why="What follows the line --- is a file of its own, which most programs never read. Delete the line, or move "
        "what follows to another file.",
        bad=Example(Part.ENTRY, SOUND_ENTRY + "---\n" + _YEAR_BEFORE),
        good=Example(Part.ENTRY, SOUND_ENTRY + _YEAR_BEFORE),
    ),
    Rule(
        code=findings.TOO_DEEP,
        title="blocks or brackets are nested too deep",
        why="A district file needs five levels; more than 32 come from an accident or an attack, and can exhaust a "
        "program's memory. Close the brackets, or lay the file out as the samples are.",
        bad=Example(Part.ENTRY, SOUND_ENTRY + f"    note: {'[' * 33}普惠园含小区配套园{']' * 33}\n"),
        good=Example(Part.ENTRY, SOUND_ENTRY + "    note: 普惠园含小区配套园\n"),
    ),
    Rule(
        code=findings.TAB_INDENTATION,
        title="a tab stands in the indentation",
        why="A tab is as wide as each editor likes, so the levels that a person sees are not those that a program "
        "reads. Indent with spaces, two a level.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("    period", "\tperiod")),
        good=_SOUND,
    ),
    Rule(
        code=findings.NO_LIBYAML,
        title="PyYAML was installed without libyaml",
        why="The slow reader of PyYAML understands damaged files in another way, so no file is read with it. Install "
        "PyYAML as a wheel: pip install --force-reinstall --only-binary pyyaml pyyaml.",
        bad=Example(Part.SITUATION, "PyYAML was built from source on a computer without libyaml."),
        good=Example(Part.SITUATION, "PyYAML was installed as a wheel, which has libyaml in it."),
    ),
    Rule(
        code=findings.INVISIBLE_MARK,
        title="a bidirectional mark or a byte order mark inside the text, as such or as an escape",
        why="Such a mark cannot be seen and can show the characters of a line in another order than they are read, so "
        "that a figure looks like another one. Delete it; most editors do not show it, so retype the words around.",
        bad=Example(Part.ENTRY, SOUND_ENTRY.replace("达92.4%", "达\u202e92.4%")),
        good=_SOUND,
    ),
    Rule(
        code=findings.EMPTY,
        title="the file holds nothing",
        why="An empty file looks like a district without figures, while mostly a copy or a download failed. Fill it in "
        "or delete it.",
        bad=Example(Part.DISTRICT, "# 青禾县, to be filled in\n"),
        good=Example(Part.DISTRICT, SOUND_DISTRICT),
    ),
    Rule(
        code=findings.DIRECTIVE,
        title="a YAML directive (a line that begins with %)",
        why="A directive changes how the rest of the file is to be read, which no data file needs. Delete the line; if "
        "it is text, put it in quotation marks.",
        bad=Example(Part.DISTRICT, "%YAML 1.1\n---\n" + SOUND_DISTRICT),
        good=Example(Part.DISTRICT, SOUND_DISTRICT),
    ),
    Rule(
        code=findings.KEY_NOT_TEXT,
        title="a list or a block stands where a key is expected",
        why="A key names what follows, and only a text is a name. A text that begins with [ or { needs quotation "
        "marks.",
        bad=Example(Part.ENTRY, SOUND_ENTRY + "    [note]: 普惠园含小区配套园\n"),
        good=Example(Part.ENTRY, SOUND_ENTRY + "    note: 普惠园含小区配套园\n"),
    ),
    Rule(
        code=findings.TOO_MANY,
        severity=Severity.WARNING,
        title="more was found in a file than anybody reads",
        why="After hundreds of findings one more helps nobody, and a file made to have millions would hold up the check of "
        "all others. Repair what is told, and check again.",
        bad=Example(Part.SITUATION, "A tool wrote 5,000 entries of a source that the file does not have."),
        good=Example(Part.SITUATION, "The entries name a source that the file has."),
    ),
    Rule(
        code=findings.CANNOT_BE_WRITTEN,
        title="the file cannot be written",
        why="The result was not saved, and nothing of what was there before has changed. Check the folder, the "
        "permissions and the room on the disk, and run the command again.",
        bad=Example(Part.SITUATION, "-o results/figures.csv names a folder that does not exist."),
        good=Example(Part.SITUATION, "The folder results exists, and its owner may write to it."),
    ),
)
