"""Files that are sound YAML and yet no district and no catalogue: keys, kinds, ids, codes, dates, addresses, texts."""

from corpus_case import (
    CATALOGUE,
    CATALOGUE_FILE,
    DISTRICT,
    DISTRICT_FILE,
    NEIGHBOUR,
    NEIGHBOUR_FILE,
    Case,
    catalogue,
    district,
    entries,
    files,
    replaced,
    whole,
)

NOTE = "    note: {zh: 含上级补助, en: with grants from above}\n"
NAMED = "name: {zh: 甲县, en: Alpha}\n"
SOURCE = DISTRICT[DISTRICT.index("  report-2023:") : DISTRICT.index("entries:")]
SOURCES = "sources:\n" + SOURCE
ENTRIES = DISTRICT[DISTRICT.index("entries:") :]
INDICATORS = CATALOGUE[CATALOGUE.index("indicators:") :]
RATIO = "  pupil_teacher_ratio:\n    name: {zh: 生师比, en: Pupils for each teacher}\n    dimension: teachers\n"
# One whole entry, with the sound lines that may be left out.
LEVEL = "  - indicator: monitoring_level\n    value: Ⅲ级以上\n    period: 2022\n    source: report-2023\n    evidence: 2022年质量监测达Ⅲ级以上\n"


def missing_from_entry(key: str, code: str = "S002") -> Case:
    """The last entry without one of its lines; the entry begins at the mark."""
    lines = [line for line in LEVEL.splitlines(keepends=True) if not line[4:].startswith(f"{key}:")]
    return district(f"{key} is missing", code, LEVEL, "  - ¦" + "".join(lines)[4:])


def missing_from_indicator(key: str) -> Case:
    """An indicator without one of its lines; to look at its id is as right as to look at its first key."""
    start = CATALOGUE.index("  spending_growth:\n")
    block = CATALOGUE[start : CATALOGUE.index("  monitoring_level:\n")]
    head, *lines = block.splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith(f"    {key}:"))
    return catalogue(f"{key} is missing from an indicator", "S002", block, f"‖{head}    ¦{kept[4:]}")


UNKNOWN_KEYS = (
    district("a typo in a top key", "S001", "aliases: [甲]", "¦alias: [甲]"),
    district("a top key in Chinese", "S001", "aliases: [甲]", "¦别名: [甲]"),
    district("a language that is none of the two", "S001", "{zh: 甲县, en: Alpha}", "{zh: 甲县, en: Alpha, ¦fr: Alpha}"),
    district("a typo in a key of a source", "S001", "    published:", "    ¦publishd:"),
    district("a typo in a key of an entry", "S001", "    variant: children", "    ¦varient: children"),
    district("a key of an entry in capitals", "S001", "    variant: children", "    ¦Variant: children"),
    district("a key of an entry with a Cyrillic letter", "S001", "    variant: children", "    ¦vаriant: children"),
    district("a key with a blank at its end", "S001", "    variant: children", '    ¦"variant ": children'),
    district("a key with a zero-width space", "S001", "    variant: children", "    ¦va\u200briant: children"),
    district("a key of a note", "S001", "{zh: 含上级补助, en:", "{zh: 含上级补助, ¦eng:"),
    district("a key that belongs a level higher", "S001", "    variant: children\n", "    variant: children\n    ¦title: 工作总结\n"),
    district("a key that belongs a level lower", "S001", "entries:\n", "¦period: 2023\nentries:\n"),
    district("a key that is a number", "S001", NOTE, NOTE + "    ¦2023: 7.04亿元\n"),
    district("a key that is empty", "S001|T006", NOTE, "    ¦: 含上级补助\n"),
    district("a key that is markup for a terminal", "S001", NOTE, "    ¦'[red]note[/red]': 含上级补助\n"),
    district("two unknown keys", "S001 S001", "aliases: [甲]", "¦alias: [甲]\n¦region: 浙江"),
    district("a JSON key that needs no quotation marks but has a typo", "S001", "    variant: children", '    ¦"varients": children'),
    entries("the key evidence at the margin", "E001|S002 S001", "  - ¦indicator: pupil_teacher_ratio\n    value: 12.5:1\n    period: 2023\n    source: report-2023\n¦evidence: 2023年生师比为12.5:1\n"),
    catalogue("a typo in a top key of the catalogue", "S001", "indicators:\n", "¦dimension: {}\nindicators:\n"),
    catalogue("a typo in a key of an indicator", "S001", "    mentions: [教育投入增长]", "    ¦mention: [教育投入增长]"),
    catalogue("a typo in a range", "S001", "range: {low: 0, high: 100}", "range: {low: 0, ¦hi: 100}"),
    catalogue("a typo in a variant's languages", "S001", "places: {zh: 按学位, en", "places: {zh: 按学位, ¦eng"),
    catalogue("a typo in a dimension's languages", "S001", "{zh: 教育质量, en", "{zh: 教育质量, ¦eng"),
)  # fmt: skip

MINIMAL = "district: alpha\nname: {zh: 甲县, en: Alpha}\nsources: {}\nentries: []\n"
MISSING_KEYS = (
    whole("district is missing", "S002", "¦" + replaced(DISTRICT, "district: alpha\n", "")),
    whole("name is missing", "S002", "¦" + replaced(DISTRICT, NAMED, "")),
    whole("sources are missing", "S002", "¦" + replaced(MINIMAL, "sources: {}\n", "")),
    whole("entries are missing", "S002", "¦" + replaced(MINIMAL, "entries: []\n", "")),
    whole("a key is missing below comments", "S002", "# 甲县\n\n¦" + replaced(DISTRICT, NAMED, "")),
    whole("a block of no keys", "S002 S002 S002 S002", "¦¦¦¦{}\n"),
    district(
        "title is missing",
        "S002",
        "  report-2023:\n    title: 甲县教育局2023年工作总结\n    ",
        "‖  report-2023:\n    ¦",
    ),
    missing_from_entry("indicator"),
    missing_from_entry("value"),
    missing_from_entry("period"),
    missing_from_entry("source"),
    missing_from_entry("evidence", "E001"),
    whole("districts is missing", "S002", "¦" + replaced(CATALOGUE, "districts: districts\n", ""), CATALOGUE_FILE),
    whole("dimensions are missing", "S002", "¦eduindex: 1\ndistricts: districts\nindicators: {}\n", CATALOGUE_FILE),
    whole("indicators are missing", "S002", "¦" + replaced(CATALOGUE, INDICATORS, ""), CATALOGUE_FILE),
    missing_from_indicator("name"),
    missing_from_indicator("dimension"),
    missing_from_indicator("kind"),
    missing_from_indicator("unit"),
    missing_from_indicator("time"),
    missing_from_indicator("direction"),
)

KINDS = (
    whole("a list at the top", "S003", "¦- district: alpha\n- name: 甲县\n"),
    whole("a text at the top", "S003", "¦district alpha\n"),
    whole("a number at the top", "S003", "# a file\n¦42\n"),
    district("the name is a list", "S003", "{zh: 甲县, en: Alpha}", "¦[甲县, Alpha]"),
    district("the id is a list", "S003", "district: alpha", "district: ¦[alpha]"),
    district("the code is a block", "S003", 'code: "330101"', "code: ¦{gb: 330101}"),
    district("the aliases are a text", "S003", "aliases: [甲]", "aliases: ¦甲"),
    district("an alias is a list", "S003", "aliases: [甲]", "aliases: [甲, ¦[乙]]"),
    whole("the sources are a list", "S003", replaced(MINIMAL, "sources: {}", "sources:\n  ¦- report-2023")),
    whole("the sources are a text", "S003", replaced(MINIMAL, "sources: {}", "sources: ¦report-2023")),
    whole("the sources are left empty", "S003", replaced(MINIMAL, "sources: {}", "⌊sources:")),
    whole("a source is a text", "S003", replaced(MINIMAL, "sources: {}", "sources:\n  report-2023: ¦工作总结")),
    district("a title is a list", "S003", "title: 甲县教育局2023年工作总结", "title: ¦[甲县教育局, 2023]"),
    district("an address is a list", "S003", "url: https", "url: \n      ¦- https"),
    whole("the entries are a text", "S003", replaced(MINIMAL, "entries: []", "entries: ¦none")),
    whole("the entries are a block", "S003", replaced(MINIMAL, "entries: []", "entries:\n  ¦coverage: 98.20%")),
    whole("the entries are left empty", "S003", replaced(MINIMAL, "entries: []", "⌊entries:")),
    entries("an entry is a text", "S003", "  - ¦公办园覆盖率达98.20%\n"),
    entries("an entry is a list", "S003", "  - ¦[coverage, 98.20%, 2023]\n"),
    entries("an entry is left empty", "S003", "  ⌊-\n"),
    entries("an entry inside a second list", "S003", "  - ¦- indicator: teachers\n"),
    district("a note between braces", "S001", NOTE, "    note: {¦含上级补助}\n"),
    district("a value is a list", "S003", "value: 98.20%", "value: ¦[98.20%, 98.2%]"),
    district("a value is a block", "S003", "value: 98.20%", "value: ¦{children: 98.20%}"),
    district("a period is a list", "S003", "period: 2021..2023", "period: ¦[2021, 2022, 2023]"),
    district("evidence of two texts", "S003", "evidence: 全县有专任教师2000余名\n", "evidence:\n      ¦- 全县有专任教师2000余名\n      - 师资\n"),
    district("a note is a list", "S003", NOTE, "    note:\n      ¦- 含上级补助\n"),
    district("a note's language is a block", "S003", "{zh: 含上级补助,", "{zh: ¦{a: 含上级补助},"),
    district("accepts is a text", "S003", NOTE, NOTE + "    accepts: ¦P002\n"),
    district("accepts is a list", "S003", NOTE, NOTE + "    accepts: ¦[P002, P004]\n"),
    district("accepts of the file is a text", "S003", "entries:\n", "accepts: ¦R004\nentries:\n"),
    whole("the catalogue is a list", "S003", "¦- eduindex: 1\n", CATALOGUE_FILE, words=("--workspace", ".")),
    whole("the dimensions are a list", "S003", "eduindex: 1\ndistricts: districts\ndimensions: ¦[preschool]\nindicators: {}\n", CATALOGUE_FILE),
    whole("the indicators are a list", "S003", CATALOGUE[: CATALOGUE.index("indicators:")] + "indicators:\n  ¦- coverage\n", CATALOGUE_FILE),
    catalogue("an indicator is a text", "S003", "  spending_growth:\n", "  other: ¦something\n  spending_growth:\n"),
    catalogue("the variants are a list", "S003", "    mentions: [教育投入增长]", "    variants: ¦[a, b]\n    mentions: [教育投入增长]"),
    catalogue("the mentions are a text", "S003", "mentions: [教育投入增长]", "mentions: ¦教育投入增长"),
    catalogue("the levels are a text", "S003", "    mentions: [教育投入增长]", "    levels: ¦ABC\n    mentions: [教育投入增长]"),
    catalogue("a range is a text", "S003", "range: {low: 1}", "range: ¦1..100"),
    catalogue("the standards are a text", "S003", "indicators:\n", "standards: ¦none\nindicators:\n"),
)  # fmt: skip

TEXTS = (
    district("another id than the file's name", "S005", "district: alpha", "district: ¦alfa"),
    files("the id of another file", "S005 S007", {DISTRICT_FILE: replaced(DISTRICT, "district: alpha", "district: ¦beta"), NEIGHBOUR_FILE: replaced(NEIGHBOUR, "district: beta", "district: ¦beta")}),
    district("an id in capitals", "S004|S005", "district: alpha", "district: ¦Alpha"),
    district("an id in Chinese", "S004|S005", "district: alpha", "district: ¦甲县"),
    district("an id with a Cyrillic letter", "S004|S005", "district: alpha", "district: ¦аlpha"),
    district("an id that is empty", "S004", "district: alpha", "⌊district: ''"),
    district("an id that is left out", "S004", "district: alpha", "⌊district:"),
    district("an id of 65 characters", "S004|S005", "district: alpha", "district: ¦" + "a" * 65),
    district("an id with a step upwards", "S004|S005", "district: alpha", "district: ¦../alpha"),
    whole("the id of a source in capitals", "S004", replaced(MINIMAL, "{}", "\n  ¦Report:\n    title: 工作总结")),
    whole("the id of a source with a blank", "S004", replaced(MINIMAL, "{}", "\n  ¦report 2023:\n    title: 工作总结")),
    whole("the id of a source that is empty", "S004", replaced(MINIMAL, "{}", "\n  ¦'':\n    title: 工作总结")),
    district("an indicator in capitals", "S004|R001", "indicator: teachers", "indicator: ¦Teachers"),
    district("an indicator by its Chinese name", "S004|R001", "indicator: teachers", "indicator: ¦专任教师数"),
    district("a status that is no word of ours", "S004", NOTE, NOTE + "    status: ¦planned\n"),
    district("a status in capitals", "S004", NOTE, NOTE + "    status: ¦Actual\n"),
    district("a status that is empty", "S004", NOTE, NOTE + "⌊    status:\n"),
    district("a variant that is empty", "S004|R003", "variant: children", "⌊variant:"),
    district("an empty alias", "S004", "aliases: [甲]", "aliases: [甲, ¦'']"),
    district("an empty name", "S004", NAMED, "name: ¦''\n"),
    district("a name of two empty texts", "S004", NAMED, "name: ¦{zh: '', en: ''}\n"),
    district("a name of no language", "S004", NAMED, "name: ¦{}\n"),
    district("a name that is blank", "S004", NAMED, "name: ¦'  '\n"),
    district("a name that is left out", "S004", NAMED, "⌊name:\n"),
    district("an empty title", "S004", "title: 甲县教育局2023年工作总结", "title: ¦''"),
    district("a title that is left out", "S004", "title: 甲县教育局2023年工作总结", "⌊title:"),
    district("an acceptance without a reason", "S004", NOTE, NOTE + "⌊    accepts: {E003: }\n"),
    district("an acceptance with a blank reason", "S004", "达98.20%\n", "达98%\n    accepts: {E003: ¦' '}\n", more_faults=True),
    district("a code between curly quotation marks", "S004", '"330101"', "¦“330101”"),
    district("an id with a comma behind", "S004|R001", "indicator: teachers", "indicator: ¦teachers,"),
    district("a code of five digits", "S004", '"330101"', '¦"33010"'),
    district("a code of seven digits", "S004", '"330101"', "¦3301010"),
    district("a code of twelve digits", "S004", '"330101"', '¦"330101000000"'),
    district("a code with a letter", "S004", '"330101"', '¦"33O101"'),
    district("a code with a blank", "S004", '"330101"', '¦"330 101"'),
    district("a code in full-width digits", "S004", '"330101"', '¦"３３０１０１"'),
    district("a code that is a float of a spreadsheet", "S004", '"330101"', "¦330101.0"),
    district("a code that is empty", "S004", '"330101"', '⌊""'),
    district("a code of an unknown province", "S006", '"330101"', '¦"380101"'),
    district("a code of a province beyond all", "S006", '"330101"', '¦"990101"'),
    district("a code that begins with zeros", "S006", '"330101"', '¦"000101"'),
    district("a code of a region without provinces", "S006", '"330101"', '¦"470101"'),
    district("published in month 13", "S004", "2024-01-15", "¦2024-13-15"),
    district("published on the 30th of February", "S004", "2024-01-15", "¦2024-02-30"),
    district("published on the 29th of February of no leap year", "S004", "2024-01-15", "¦2025-02-29"),
    district("published on the 31st of April", "S004", "2024-01-15", "¦2024-04-31"),
    district("published with slashes", "S004", "2024-01-15", "¦2024/01/15"),
    district("published without zeros", "S004", "2024-01-15", "¦2024-1-15"),
    district("published in Chinese", "S004", "2024-01-15", "¦2024年1月15日"),
    district("published the American way", "S004", "2024-01-15", "¦01/15/2024"),
    district("published with a time", "S004", "2024-01-15", "¦2024-01-15T00:00:00"),
    district("published on a day of zeros", "S004", "2024-01-15", "¦2024-00-00"),
    district("published as a serial number of a spreadsheet", "S004", "2024-01-15", "¦45306"),
    district("published unknown", "S004", "2024-01-15", "¦unknown"),
    district("published as nothing", "S004", "    published: 2024-01-15", "⌊    published:"),
    district("an address of a script", "S004", "https://example.org/alpha/2023", "¦javascript:alert(1)"),
    district("an address of a file", "S004", "https://example.org/alpha/2023", "¦file:///etc/passwd"),
    district("an address of a transfer", "S004", "https://example.org/alpha/2023", "¦ftp://example.org/x"),
    district("an address without its scheme", "S004", "https://example.org/alpha/2023", "¦www.example.org/x"),
    district("an address without a host", "S004", "https://example.org/alpha/2023", "¦https://"),
    district("an address with a blank", "S004", "https://example.org/alpha/2023", "¦https://example.org/a b"),
    district("an address with a line end", "S004", "https://example.org/alpha/2023", '¦"https://example.org/\\nx"'),
    district("a report above the folder", "S004", "file: alpha-2023.txt", "file: ¦../alpha-2023.txt"),
    district("a report above the folder by a detour", "S004", "file: alpha-2023.txt", "file: ¦a/../../alpha.txt"),
    district("a report at an absolute path", "S004", "file: alpha-2023.txt", "file: ¦/etc/passwd"),
    district("a report on a drive", "S004", "file: alpha-2023.txt", "file: ¦C:\\reports\\alpha.txt"),
    district("a report with backslashes", "S004", "file: alpha-2023.txt", "file: ¦..\\alpha.txt"),
    district("a report that is an address", "S004", "file: alpha-2023.txt", "file: ¦https://example.org/alpha.txt"),
    district("a report that is a folder", "S004", "file: alpha-2023.txt", "file: ¦reports/"),
    district("a report that is nothing", "S004", "file: alpha-2023.txt", "⌊file:"),
    whole("another version of the format", "S004", replaced(CATALOGUE, "eduindex: 1", "eduindex: ¦2"), CATALOGUE_FILE, words=("--workspace", ".")),
    whole("no version of the format", "S002", replaced(CATALOGUE, "eduindex: 1\ndis", "¦dis"), CATALOGUE_FILE, words=("--workspace", ".")),
    whole("a version in words", "S004", replaced(CATALOGUE, "eduindex: 1", "eduindex: ¦one"), CATALOGUE_FILE, words=("--workspace", ".")),
    catalogue("districts outside the workspace", "S004", "districts: districts", "districts: ¦../elsewhere"),
    catalogue("districts at an absolute path", "S004", "districts: districts", "districts: ¦/tmp"),
    catalogue("the id of an indicator in capitals", "S004", "  spending_growth:", "  ¦SpendingGrowth:"),
    catalogue("the id of an indicator in Chinese", "S004", "  spending_growth:", "  ¦投入增长:"),
    catalogue("the id of a dimension with a blank", "S004", "  outcomes: {", "  ¦after school: {zh: 课后}\n  outcomes: {"),
    catalogue("the id of a variant in capitals", "S004", "      extension: {", "      ¦Extension: {"),
    catalogue("an empty mention", "S004", "mentions: [教育投入增长]", "mentions: [教育投入增长, ¦'']"),
    catalogue("an empty unit", "S004|C002", 'unit: ":1"', "unit: ¦''"),
    catalogue("an empty name of an indicator", "S004", "name: {zh: 教育投入增长率, en: Growth of spending}", "⌊name:"),
    catalogue("a range of words", "S004", "range: {low: 1}", "range: {low: ¦one}"),
    catalogue("a range that is not finite", "S004", "range: {low: 1}", "range: {low: 1, high: ¦.inf}"),
    catalogue("a range of no number", "S004", "range: {low: 1}", "range: {low: ¦NaN}"),
)  # fmt: skip

CASES = (*UNKNOWN_KEYS, *MISSING_KEYS, *KINDS, *TEXTS)
