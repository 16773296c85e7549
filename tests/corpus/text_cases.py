"""Files that are no sound text: other encodings, control characters, invisible marks, and everything YAML can be got
wrong with. What a person has to change is marked, wherever a parser happens to lose its way.
"""

from corpus_case import (
    DISTRICT,
    DISTRICT_FILE,
    ENTRY,
    Case,
    catalogue,
    district,
    entries,
    located,
    replaced,
    spliced,
    whole,
)

VALUE = "    value: 98.20%\n"
TITLE = "    title: 甲县教育局2023年工作总结\n"
NOTE = "    note: {zh: 含上级补助, en: with grants from above}\n"
NOTE_OF_A_WORD = "    note: 含上级补助\n"
TEACHERS = "  - indicator: teachers\n    value: 2000余名\n"
NAMED = "name: {zh: 甲县, en: Alpha}\n"
HEAD_OF_SOURCE = "  report-2023:\n    title"


def encoded(name: str, encoding: str, marked: str, raw_before: bytes = b"") -> Case:
    """A file saved in another encoding; the mark is where UTF-8 ends."""
    plain, expected = located(marked, "T004", DISTRICT_FILE)
    return Case(name=name, files={DISTRICT_FILE: raw_before + plain.encode(encoding)}, expected=expected)


FROM_THE_NAME = replaced(DISTRICT, "zh: 甲县", "zh: ¦甲县")
FROM_THE_START = "¦" + DISTRICT
ASCII = """\
district: alpha
name: Alpha
sources:
  a: {title: A report}
entries: []
"""
LATIN = replaced(ASCII, "title: A report", "title: Caf¦é report")
CUT = replaced(
    DISTRICT, "Ⅲ级以上\n    period: 2022\n    source: report-2023\n    evidence: 2022年质量监测达Ⅲ级以上\n", "¦"
)
ENCODINGS = (
    encoded("GBK", "gbk", replaced(FROM_THE_NAME, "2000余名\n", "2000余名 # 约数\n")),
    encoded("GB18030 with a character outside GBK", "gb18030", replaced(FROM_THE_NAME, "  - indicator", "  # 㐂𠮷\n  - indicator")),
    encoded("Big5", "big5", replaced(ASCII, "name: Alpha", "name: ¦臺北")),
    encoded("Shift JIS", "shift_jis", replaced(ASCII, "name: Alpha", "name: ¦東京")),
    encoded("UTF-16 LE with a mark", "utf-16-le", FROM_THE_START, b"\xff\xfe"),
    encoded("UTF-16 BE with a mark", "utf-16-be", FROM_THE_START, b"\xfe\xff"),
    encoded("UTF-16 LE without a mark", "utf-16-le", FROM_THE_START),
    encoded("UTF-16 BE without a mark", "utf-16-be", FROM_THE_START),
    encoded("UTF-16 LE of ASCII alone", "utf-16-le", "¦" + ASCII),
    encoded("UTF-32 LE with a mark", "utf-32-le", FROM_THE_START, b"\xff\xfe\x00\x00"),
    encoded("UTF-32 BE without a mark", "utf-32-be", FROM_THE_START),
    encoded("Latin-1", "latin-1", LATIN),
    encoded("Windows-1252 quotation marks", "cp1252", replaced(ASCII, "title: A report", "title: ¦“A” report")),
    spliced("a character cut off at the end of the file", "T004", DISTRICT, CUT, "级".encode()[:2]),
    spliced("a character cut in the middle of a line", "T004", "达98.20%", "达¦98.20%", "率".encode()[:1]),
    spliced("an overlong slash", "T004", "file: alpha", "file: alpha¦", b"\xc0\xaf"),
    spliced("an overlong null", "T004", "publisher: ", "publisher: ¦", b"\xc0\x80"),
    spliced("a lone surrogate", "T004", "with grants", "with ¦grants", b"\xed\xa0\x80"),
    spliced("a surrogate pair in bytes", "T004", "with grants", "with ¦grants", b"\xed\xa0\xbd\xed\xb8\x80"),
    spliced("beyond Unicode", "T004", "with grants", "with ¦grants", b"\xf5\x80\x80\x80"),
    spliced("a byte that begins nothing, in a comment", "T004", "entries:", "# ¦\nentries:", b"\xff"),
    spliced("one damaged character after CRLF lines", "T004", DISTRICT, replaced(DISTRICT, "达98", "达¦98").replace("\n", "\r\n"), b"\xe4\xb8"),
)  # fmt: skip

CHARACTERS = (
    district("null in a value", "T005", "98.20%\n    p", "98.20%¦\0\n    p"),
    district("null in a comment", "T005", "entries:", "entries: # ¦\0"),
    district("escape sequence in a title", "T005", "title: 甲县", "title: ¦\x1b[31m甲县"),
    district("operating system command in a publisher", "T005 T005", "publisher: 甲县", "publisher: ¦\x1b]0;owned¦\x07甲县"),
    district("hyperlink sequence in a note", "T005 T005 T005 T005", "zh: 含上级补助", "zh: ¦\x1b]8;;https://example.org¦\x1b\\x¦\x1b]8;;¦\x1b\\"),
    district("bell in a key", "T005", "    note: {", "    no¦\x07te: {"),
    district("delete", "T005", "evidence: 全县", "evidence: 全¦\x7f县"),
    district("backspaces that would hide a word", "T005 T005", "zh: 含", "zh: 含¦\x08¦\x08"),
    district("form feed between entries", "T005", "  - indicator: teachers", "¦\x0c  - indicator: teachers"),
    district("vertical tab from a spreadsheet", "T005", "evidence: 全县有", "evidence: 全县¦\x0b有"),
    district("next line", "T005", "evidence: 全县有", "evidence: 全县¦\x85有"),
    district("control sequence introducer of one byte", "T005", "evidence: 全县有", "evidence: 全县¦\x9b31m有"),
    district("substitute at the end, from an old editor", "T005", "质量监测达Ⅲ级以上\n", "质量监测达Ⅲ级以上\n¦\x1a"),
    district("a character that is none", "T005", "zh: 含", "zh: ¦\uffff含"),
    district("escape written as an escape", "T005", NOTE, '    note: "¦\\e[31mred"\n'),
    district("null written as an escape", "T005", NOTE, '    note: "x¦\\0"\n'),
    district("escape written by its number", "T005", NOTE, '    note: "x¦\\x1B]0;x"\n'),
    district("escape written by eight digits", "T005", NOTE, '    note: "x¦\\U0000001b"\n'),
    district("next line written as an escape", "T005", NOTE, '    note: "x¦\\N"\n'),
    district("carriage return written as an escape", "T005", NOTE, '    note: "safe¦\\rforged"\n'),
    district("an escape in the second line of a quotation", "T005", NOTE, '    note: "one\n\n      two ¦\\a"\n'),
    district("an escape in a quoted key", "T005", "    note: {", '    "no¦\\u0007te": {'),
    district("surrogate written as an escape", "T005|T006", NOTE, '    note: "x⌊\\uD800"\n'),
    district("right-to-left override", "T016", "evidence: 2022年", "evidence: ¦\u202e2022年"),
    district("isolates in an alias", "T016 T016", "aliases: [甲]", "aliases: [¦\u2067甲¦\u2069]"),
    district("left-to-right mark pasted from a web page", "T016", "98.20%\n    p", "98.20%¦\u200e\n    p"),
    district("Arabic letter mark", "T016", "zh: 含", "zh: ¦\u061c含"),
    district("override in a comment", "T016", "entries:", "# ¦\u202e\nentries:"),
    district("override written as an escape", "T016", NOTE, '    note: "x¦\\u202E"\n'),
    district("byte order mark inside, from two files joined", "T016", "sources:", "¦\ufeffsources:"),
    district("byte order mark written as an escape", "T016", NOTE, '    note: "x¦\\uFEFF"\n'),
    whole("two byte order marks", "T016", "\ufeff¦\ufeff" + DISTRICT),
    catalogue("escape sequence in the catalogue", "T005", "name: {zh: 生师比", "name: {zh: ¦\x1b[1m生师比"),
    catalogue("override in a mention", "T016", "mentions: [生师比]", "mentions: [生¦\u202e师比]"),
)  # fmt: skip

SYNTAX = (
    district("a quotation never closed", "T006", 'en: "Ding, Zhejiang"', 'en: ¦"Ding, Zhejiang'),
    district("a quotation that another one closes", "T006", "title: 甲县", 'title: ¦"甲县', NOTE, '    note: "含上级补助"\n'),
    district("an apostrophe opens a quotation", "T006", "publisher: 甲县教育局", "publisher: ¦'甲县教育局"),
    district("a quotation never closed in the last line", "T006", "evidence: 2022年", 'evidence: ¦"2022年'),
    district("text after a quotation", "T006", "title: 甲县教育局2023", 'title: "甲县教育局" ¦2023'),
    district("an unclosed list", "T006", "aliases: [甲]", "aliases: ¦[甲"),
    district("an unclosed brace", "T006", "name: {zh: 甲县, en: Alpha}", "name: ¦{zh: 甲县, en: Alpha"),
    district("an unclosed brace in the last line", "T006", "evidence: 2022年质量监测达Ⅲ级以上\n", "evidence: 2022年质量监测达Ⅲ级以上\n    note: ¦{zh: 注, en: A note\n"),
    district("a bracket too many", "T006", "aliases: [甲]", "aliases: [甲]¦]"),
    district("a list closed by a brace", "T006", "aliases: [甲]", "aliases: [甲¦}"),
    district("a comma missing between braces", "T006", "{zh: 甲县, en: Alpha}", "{zh: 甲县 en¦: Alpha}"),
    district("a colon missing at the top", "T006", 'code: "330101"', '¦code "330101"'),
    district("a colon missing in an entry", "T006", VALUE, "    ¦value 98.20%\n"),
    district("no space after the colon", "T006", VALUE, "    ¦value:98.20%\n"),
    district("no space after the colon of the first key of an entry", "T006", "  - indicator: teachers", "  - ¦indicator:teachers"),
    district("no space after the colon of the last key of an entry", "T006", "    evidence: 2023年", "    ¦evidence:2023年"),
    district("no space after the colon of the last key of the file", "T006", "    evidence: 2022年", "    ¦evidence:2022年"),
    district("no space after the first colon of the file", "T006", "district: alpha", "¦district:alpha"),
    district("a full-width colon", "T006", VALUE, "    ¦value：98.20%\n"),
    district("a full-width colon in the first line", "T006", "district: alpha", "¦district：alpha"),
    district("a full-width colon at the last key of the file", "T006", "    evidence: 2022年", "    ¦evidence：2022年"),
    district("a key indented one space too much", "T006", "    period: 2023\n    variant", "     ¦period: 2023\n    variant"),
    district("a key indented one space too little", "T006", "    period: 2023\n    variant", "   ¦period: 2023\n    variant"),
    district("a key of an entry at the dash", "T006", "    period: 2023\n    variant", "  ¦period: 2023\n    variant"),
    district("a key of an entry at the margin", "T006", "    period: 2023\n    variant", "¦period: 2023\n    variant"),
    district("a top key indented", "T006", 'code: "330101"', ' ¦code: "330101"'),
    district("an item indented less than the others", "T006", "  - indicator: teachers", " ¦- indicator: teachers"),
    district("an item indented more than the others", "T006", "  - indicator: teachers", "    ¦- indicator: teachers"),
    district("a dash without a space", "T006", "  - indicator: teachers", "  ¦-indicator: teachers"),
    district("a tab indents a key", "T014", VALUE, "¦\tvalue: 98.20%\n"),
    district("spaces and a tab indent a key", "T014", VALUE, "  ¦\tvalue: 98.20%\n"),
    district("a tab indents an item", "T014", "  - indicator: teachers", "¦\t- indicator: teachers"),
    district("a tab after the dash", "T014", "  - indicator: teachers", "  -¦\tindicator: teachers"),
    district("a tab indents a source", "T014", "  report-2023:\n", "¦\treport-2023:\n"),
    district("a tab indents a block of text", "T014", NOTE, "    note: |\n¦\t含上级补助\n"),
    district("a colon inside a title", "T006", "title: 甲县教育局2023", "title: 甲县教育局¦: 2023"),
    district("a colon inside an evidence", "T006", "evidence: 全县有", "evidence: 全县¦: 有"),
    district("a text that begins with @", "T006", "publisher: 甲", "publisher: ¦@甲"),
    district("a text that begins with a backtick", "T006", "publisher: 甲", "publisher: ¦`甲`"),
    district("a text that begins with a per cent sign", "T006", "value: 98.20%", "value: ¦%98.20"),
    district("a text that begins with a comma", "T006", "publisher: 甲", "publisher: ¦,甲"),
    district("a value that begins with a greater-than sign", "T006", "value: 98.20%", "value: ¦>95%"),
    district("a value that begins with a sign for at least", "T006", "value: 98.20%", "value: ¦>=95%"),
    district("a value that begins with a vertical bar", "T006", "value: 98.20%", "value: ¦|98.20%"),
    district("a value that begins with a dash and a space", "T006", "value: 98.20%", "value: ¦- 98.20%"),
    district("an escape that YAML does not know", "T006", NOTE, '    note: "a path C:¦\\qx"\n'),
    district("an escape without its digits", "T006", NOTE, '    note: "x\\x¦ZZ"\n'),
    district("a line of prose", "T006", "entries:\n", "¦The entries follow\nentries:\n"),
    district("marks of a merge conflict", "T006", VALUE, "¦<<<<<<< ours\n    value: 98.20%\n=======\n    value: 98.2%\n>>>>>>> theirs\n"),
    district("a row of a spreadsheet", "T006", "entries:\n", "entries:\n¦coverage,98.20%,2023\n"),
    whole("a JSON file cut off", "T006", '⌊{"district": "alpha", "name": "甲县", "entries": [\n'),
    whole("a web page", "T006", "¦<!DOCTYPE html>\n<html>\n<body>: x</body>\n</html>\n"),
    catalogue("an unclosed list in the catalogue", "T006", "mentions: [生师比]", "mentions: ¦[生师比"),
    catalogue("a tab in the catalogue", "T014", "    kind: ratio", "¦\tkind: ratio"),
)  # fmt: skip

REFUSED = (
    district("an anchor", "T008", "publisher: 甲县教育局", "publisher: ¦&p 甲县教育局"),
    district("an anchor and its alias", "T008 T009", "publisher: 甲县教育局", "publisher: ¦&p 甲县教育局", NOTE, "    note: ¦*p\n"),
    district("an alias without its anchor", "T009", NOTE, "    note: ¦*missing\n"),
    district("an anchor at an entry", "T008", "  - indicator: teachers", "  - ¦&t\n    indicator: teachers"),
    district("a text between asterisks", "T006|T009", NOTE, "    note: ¦*emphasis*\n"),
    district("a tag", "T010", "value: 98.20%", "value: ¦!!str 98.20%"),
    district("a tag that runs a program", "T010", NOTE, "    note: ¦!!python/object/apply:os.system [id]\n"),
    district("a text that begins with an exclamation mark", "T010", "publisher: 甲", "publisher: ¦!甲"),
    district("a binary text", "T010", NOTE, "    note: ¦!!binary aGVsbG8=\n"),
    district("a tag on a whole block", "T010", "entries:\n", "entries: ¦!!omap\n"),
    district("a merge key", "T011", NOTE, "    ¦<<: {note: 含上级补助}\n"),
    district("a merge key of an alias", "T011 T009", NOTE, "    ¦<<: ¦*common\n"),
    district("a second document", "T012", "entries:\n", "¦---\nentries:\n"),
    entries("a document after the end", "T012", "...\n¦district: beta\n"),
    entries("a second whole district", "T012", "¦---\n" + DISTRICT),
    whole("a YAML directive", "T018", "¦%YAML 1.2\n---\n" + DISTRICT),
    whole("a tag directive", "T018", "¦%TAG ! tag:example.org,2024:\n---\n" + DISTRICT),
    district("a list as a key", "T019", "aliases: [甲]", "? ¦[甲]\n: aliases"),
    district("a block as a key", "T019", NOTE, "    ¦{zh: x}: 含上级补助\n"),
    district("blocks of 40 levels", "T013", NOTE, "    note:\n" + "".join(" " * n + ("¦k:\n" if n == 34 else "k:\n") for n in range(5, 45))),
)  # fmt: skip

DUPLICATES = (
    district("a top key twice", "T007", "aliases: [甲]\n", 'aliases: [甲]\n¦code: "330102"\n'),
    district("all sources twice", "T007", "entries:\n", "¦sources: {}\nentries:\n"),
    entries("all entries twice", "T007", "¦entries:\n" + ENTRY),
    district("a language twice", "T007", "{zh: 甲县, en: Alpha}", "{zh: 甲县, ¦zh: Alpha}"),
    district("a source twice", "T007", "entries:\n", "  ¦report-2023:\n    title: 另一份\nentries:\n"),
    district("a key of a source twice", "T007", "    url:", "    ¦title: 另一个\n    url:"),
    district("a value twice", "T007", "    variant: children\n", "    variant: children\n    ¦value: 98.2%\n"),
    district("a key twice far apart", "T007", NOTE, NOTE + "    ¦indicator: spending\n"),
    district("a key twice, once in quotation marks", "T007", "    variant: children\n", "    variant: children\n    ¦'value': 98.2%\n"),
    district("a key twice, once by an escape", "T007", "    variant: children\n", '    variant: children\n    ¦"\\u0076alue": 98.2%\n'),
    district("a key three times", "T007 T007", "    variant: children\n", "    variant: children\n    ¦variant: places\n    ¦variant: children\n"),
    district("an accepted code twice", "T007", NOTE, NOTE + "    accepts:\n      P002: 一\n      ¦P002: 二\n"),
    catalogue("an indicator twice", "T007", "  spending_growth:", "  ¦spending:"),
    catalogue("a dimension twice", "T007", "  teachers: {zh: 教师", "  ¦preschool: {zh: 教师"),
    catalogue("a variant twice", "T007", "      places: {zh", "      ¦children: {zh"),
    catalogue("an end of a range twice", "T007", "range: {low: 0, high: 100}", "range: {low: 0, ¦low: 100}"),
)  # fmt: skip

EMPTY = (
    whole("an empty file", "T017", ""),
    whole("blank lines alone", "T017", "\n\n  \n"),
    whole("comments alone", "T017", "# district: alpha\n# to be filled in\n"),
    whole("a document mark alone", "T017", "---\n"),
    whole("a byte order mark alone", "T017", "\ufeff"),
    whole("an end mark alone", "T017", "---\n...\n"),
)


def binary(name: str, content: bytes) -> Case:
    """A file of another kind under the name of a district file; what is wrong with it begins in its first line or two."""
    expected = located("⌊\n‖", "T004|T005", DISTRICT_FILE)[1]
    return Case(name=name, files={DISTRICT_FILE: content}, expected=expected, more_faults=True)


_OLD = located(replaced(DISTRICT, "    note: {", "    note: ¦@{"), "T006", DISTRICT_FILE)
CLUMSY = (
    district("a full-width colon in the first key of an entry", "T006", "  - indicator: teachers", "  - ¦indicator：teachers"),
    district("a colon missing in the first key of an entry", "T006", "  - indicator: teachers", "  - ¦indicator teachers"),
    district("a colon missing in the last key of an entry", "T006", "    evidence: 2023年", "    ¦evidence 2023年"),
    district("a colon missing in the last key of a source", "T006", "    file: alpha", "    ¦file alpha"),
    district("a colon missing after the id of a source", "T006", "  report-2023:\n", "  ¦report-2023\n"),
    district("a colon missing after entries", "T006", "entries:\n", "¦entries\n"),
    district("a full-width comma between braces", "T006", "{zh: 甲县, en", "{zh: 甲县⌊，en"),
    district("no space before a brace", "T006", "name: {", "⌊name:{"),
    district("a key of a source indented too much", "T006", "    published:", "     ¦published:"),
    district("a key of a source indented too little", "T006", "    published:", "   ¦published:"),
    district("an item at the margin after indented ones", "T006", "  - indicator: teachers", "¦- indicator: teachers"),
    district("two spaces after one dash", "T006", "  - indicator: teachers", "  -  ‖indicator: teachers", "    value: 2000", "    ¦value: 2000"),
    district("two keys in one line", "T006", "    period: 2023\n    variant: ", "    period: 2023 variant⌊: "),
    district("a closed quotation and a unit behind it", "T006", "value: 98.20%", 'value: "98.20"¦%'),
    district("a bracketed remark before a quotation", "T006", NOTE, "    note: [注] ⌊含上级补助\n"),
    district("a Windows path between quotation marks", "T005", NOTE, '    note: "C:¦\\reports"\n'),
    district("a line end of an old Mac above a fault", "V001", "aliases: [甲]\n", "aliases: [甲]\r", "value: 98.20%", "value: ⌊很高"),
    district("a key of a source at the margin", "T006", "    publisher: ", "¦publisher: "),
    catalogue("a key of an indicator at the margin", "T006", "    time: flow\n    direction: neutral", "¦time: flow\n    direction: neutral"),
    catalogue("a key of an indicator beside its id", "T006", "    time: flow\n    direction: neutral", "  ¦time: flow\n    direction: neutral"),
    district("no-break spaces as indentation", "T006", "    variant: children", "⌊\u00a0\u00a0\u00a0\u00a0variant: children"),
    district("ideographic spaces as indentation", "T006", "    variant: children", "⌊\u3000\u3000variant: children"),
    district("an ideographic space behind the colon", "T006", VALUE, "⌊    value:\u300098.20%\n"),
    district("a no-break space behind the colon", "T006", VALUE, "⌊    value:\u00a098.20%\n"),
    district("a no-break space behind the colon of the first key of an entry", "T006", "  - indicator: teachers", "⌊  - indicator:\u00a0teachers"),
    district("an equals sign for a colon", "T006", "district: alpha", '¦district = "alpha"'),
    district("a fence of a web page above", "T006", "district: alpha", "¦```yaml\ndistrict: alpha"),
    district("a comment of another language", "T006", "entries:\n", "¦// the entries\nentries:\n"),
    district("a long dash for a dash", "T006", "  - indicator: teachers", "⌊  – indicator: teachers"),
    district("a bullet for a dash", "T006", "  - indicator: teachers", "⌊  • indicator: teachers"),
    district("a year in brackets before a title", "T006", "title: 甲县", "title: [2023]⌊甲县"),
    binary("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00"),
    binary("a compressed file", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03KLL\x02\x00"),
    binary("a document to print", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
    binary("nulls alone", b"\x00" * 64),
    binary("random bytes", bytes(range(255, -1, -1))),
    binary("letters of a mainframe", DISTRICT.encode("cp1140", "replace")),
    binary("a spreadsheet", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xb5\xd5\xe8"),
    Case(name="old line ends and a fault", files={DISTRICT_FILE: _OLD[0].replace("\n", "\r").encode()}, expected=_OLD[1]),
    Case(name="Windows line ends and a fault", files={DISTRICT_FILE: _OLD[0].replace("\n", "\r\n").encode()}, expected=_OLD[1]),
    district("line separators before a fault", "T006", "zh: 含上级补助", "zh: 含\u2028上级\u2029补助", "  - indicator: monitoring_level\n    value: ", "  - indicator: monitoring_level\n    value: ¦@"),
    district("a tab indents a comment's neighbour", "T014", VALUE, "    # the value\n¦\tvalue: 98.20%\n"),
)  # fmt: skip

CASES = (*CLUMSY, *ENCODINGS, *CHARACTERS, *SYNTAX, *REFUSED, *DUPLICATES, *EMPTY)
