"""Entries that refer to what does not exist, and values and periods that nobody can read.

For a value the character is marked that makes it unreadable: the one that somebody mistyped, or at which the figure is
complete and something else begins.
"""

from corpus_case import Case, district, whole

NOTE = "    note: {zh: 含上级补助, en: with grants from above}\n"
COUNT, SHARE, AMOUNT = "value: 2000余名", "value: 98.20%", "value: 7.04亿元"
LEVEL = "value: Ⅲ级以上"
YEAR = "period: 2021..2023"
SECOND_SOURCE = "entries:\n", "  ¦other:\n    title: 另一份报告\n    published: 2024\nentries:\n"


def count(name: str, value: str, codes: str = "V001") -> Case:
    """The number of teachers, printed otherwise; the evidence prints the same, so that the value alone is at fault."""
    plain = value.replace("¦", "").replace("⌊", "").strip("'\"")
    return district(name, codes, COUNT, f"value: {value}", "专任教师2000余名", f"专任教师{plain}")


def share(name: str, value: str, codes: str = "V001") -> Case:
    """The share, printed otherwise."""
    plain = value.replace("¦", "").replace("⌊", "").strip("'\"")
    return district(name, codes, SHARE, f"value: {value}", "达98.20%", f"达{plain}")


def amount(name: str, value: str, codes: str = "V001") -> Case:
    """The amount, printed otherwise."""
    plain = value.replace("¦", "").replace("⌊", "").strip("'\"")
    return district(name, codes, AMOUNT, f"value: {value}", "投入7.04亿元", f"投入{plain}")


def level(name: str, value: str, codes: str = "V002") -> Case:
    """The grade, printed otherwise."""
    return district(name, codes, LEVEL, f"value: {value}", "达Ⅲ级以上", "达" + value.replace("¦", ""))


def period(name: str, written: str) -> Case:
    """The period of the amount, written otherwise; the line is what matters."""
    return district(name, "V003", YEAR, f"period: {written}")


REFERENCES = (
    district("an indicator with a typo", "R001", "indicator: teachers", "indicator: ¦teacher"),
    district("an indicator with a hyphen", "R001", "indicator: monitoring_level", "indicator: ¦monitoring-level"),
    district("an indicator unlike any", "R001", "indicator: teachers", "indicator: ¦xyzzy"),
    district("a source with a typo", "R002", "source: report-2023\n    evidence: 全县", "source: ¦report-2032\n    evidence: 全县"),
    district("a source by its title", "R002|S004", "source: report-2023\n    evidence: 全县", "source: ¦甲县教育局2023年工作总结\n    evidence: 全县"),
    district("a source of another file", "R002", "source: report-2023\n    evidence: 全县", "source: ¦summary\n    evidence: 全县"),
    district("a source that is a number", "R002", "source: report-2023\n    evidence: 全县", "source: ¦1\n    evidence: 全县"),
    district("a variant with a typo", "R003", "variant: children", "variant: ¦childs"),
    district("a variant where there are none", "R003", NOTE, NOTE + "    variant: ¦children\n"),
    district("a variant of another indicator", "R003", "variant: children", "variant: ¦extension"),
    district("an indicator and a source that do not exist", "R001 R002", "indicator: teachers", "indicator: ¦teacher", "source: report-2023\n    evidence: 全县", "source: ¦x\n    evidence: 全县"),
    district("a source that no entry uses", "R004", *SECOND_SOURCE),
    whole("the only source is used by no entry", "R004", "district: alpha\nname: 甲县\nsources:\n  ¦report:\n    title: 总结\nentries: []\n"),
)  # fmt: skip

UNREADABLE = (
    share("a letter O for a zero", "98.2¦O%"),
    share("a letter l for a one", "9¦l.20%"),
    share("a Chinese full stop for a point", "98¦。20%"),
    share("two points", "98.2¦.0%"),
    share("two per cent signs", "98.20%¦%"),
    share("curly quotation marks", "¦“98.20%”"),
    share("a comma at the end", "98.20%¦,"),
    share("a comment without its blank", "98.20%¦#1"),
    share("a plus behind", "⌊95%+"),
    share("a word at the end", "98.20%¦吧"),
    share("words at the front", "⌊达到了98.20%的"),
    share("no figure", "¦很高"),
    share("a dash for nothing", "¦—"),
    share("not available", "¦N/A"),
    share("no data", "¦无数据"),
    share("a question mark", "⌊'?'"),
    share("an error of a spreadsheet", "⌊'#DIV/0!'"),
    share("a formula of a spreadsheet", "¦=SUM(A1:A9)"),
    share("a fraction", "⌊49/50"),
    share("a fraction in words", "⌊五分之四"),
    share("a unit alone", "⌊'%'"),
    share("words that contradict each other", "⌊近98.20%以上"),
    share("a bound without a number", "⌊以上"),
    share("two figures", "⌊98.20%、91%"),
    share("a range that runs backwards", "⌊98%-91%"),
    share("infinity", "⌊'∞'"),
    share("not a number", "¦NaN"),
    share("a boolean", "¦yes"),
    share("markup for a terminal", "98.20%¦[bold]"),
    count("a letter in the middle", "20¦x0余名"),
    count("a ratio upside down", "⌊1:12.5"),
    count("an exponent", "2¦e3名"),
    count("a hexadecimal number", "0¦x7d0"),
    count("a comma in the wrong place", "⌊20,00名"),
    count("a blank between the digits", "⌊2 000名"),
    count("two signs", "⌊--5名"),
    count("a year", "⌊2023年"),
    count("a duration", "⌊3个月"),
    count("a date", "⌊2023-12-31"),
    count("an underscore between the digits", "2¦_000名"),
    count("a figure in brackets of an accountant", "⌊(2000)名"),
    count("a slogan", "⌊十三五"),
    amount("a currency before the number", "¦¥7.04亿"),
    amount("a code of a currency", "¦CNY 704"),
    amount("a magnitude of no number", "⌊亿元"),
    amount("a magnitude twice", "7.04亿¦亿元"),
    amount("a decimal comma", "⌊7,04亿元"),
    district("a value that is empty", "V001|S004", SHARE, "⌊value:"),
    district("a value that is a pair of quotation marks", "V001|S004", SHARE, "value: ¦''"),
    district("a value that is blank", "V001|S004", SHARE, "⌊value: '  '"),
    district("a value that is a comment", "V001|S004", SHARE, "⌊value: #REF!"),
    district("a value that YAML reads as nothing", "V001", SHARE, "value: ¦~"),
    district("a ratio to two", "V001", NOTE, NOTE.rstrip() + "\n  - indicator: pupil_teacher_ratio\n    value: ⌊46:2\n    period: 2023\n    source: report-2023\n    evidence: 2023年生师比为46:2\n"),
)  # fmt: skip

UNFIT = (
    share("a share of 101", "¦101%", "V002"),
    share("a share that slipped its point", "¦9820%", "V002"),
    share("a share below nothing", "¦-5%", "V002"),
    share("a share that falls", "¦下降5%", "V002"),
    share("a share of more than 100", "¦超过100%", "V002"),
    share("a share in points", "¦98.20个百分点", "V002"),
    share("a share without its sign", "¦98.20", "V002"),
    share("a share per thousand", "¦98.20‰", "V002"),
    share("a share as a part of one", "¦0.982", "V002"),
    share("a share in heads", "¦98人", "V002"),
    share("a share that is a grade", "¦A等", "V002"),
    share("a share that is a place in an order", "¦第八", "V002"),
    count("a count in per cent", "¦20%", "V002"),
    count("a count of schools", "¦2000余所", "V002"),
    count("a count of money", "¦2000万元", "V002"),
    count("a count below nothing", "¦-2000名", "V002"),
    count("a count that is a ratio", "¦46:1", "V002"),
    amount("an amount without its unit", "¦704", "V002"),
    amount("an amount of persons", "¦704人", "V002"),
    amount("an amount in dollars", "¦704万美元", "V002"),
    amount("an amount in per cent", "¦7.04%", "V002"),
    level("a level that does not exist", "¦Ⅴ级"),
    level("a level of another scheme", "¦A等"),
    level("a level that is a count", "¦3所"),
    level("above the highest level", "¦高于Ⅳ级"),
    district("a place before the first", "V002", "indicator: monitoring_level", "indicator: provincial_rank", LEVEL, "value: ¦第零", "2022年质量监测达Ⅲ级以上", "2022年质量监测列全省第零"),
    district("a place that is a count of schools", "V002", "indicator: monitoring_level", "indicator: provincial_rank", LEVEL, "value: ¦8所", "2022年质量监测达Ⅲ级以上", "2022年质量监测列全省第8所"),
)  # fmt: skip

PERIODS = (
    period("a span that runs backwards", "⌊2023..2021"),
    period("months that run backwards", "⌊2023-06..2023-01"),
    period("a month 13", "⌊2023-13"),
    period("a month 0", "⌊2023-00"),
    period("a month of one digit", "⌊2023-6"),
    period("a day", "⌊2023-06-30"),
    period("a day between quotation marks", "⌊'2023-06-30'"),
    period("a year of long ago", "⌊1823"),
    period("a year too late", "⌊20233"),
    period("a year of two digits", "⌊23"),
    period("three parts", "⌊2021..2022..2023"),
    period("three dots", "⌊2021...2023"),
    period("a hyphen between years", "⌊2021-2023"),
    period("a dash between years", "⌊2021–2023"),
    period("a list of years", "⌊2021、2022"),
    period("a year with its word", "⌊2023年"),
    period("a text", "⌊近三年"),
    period("a five-year plan", "⌊十四五"),
    period("a school year that skips a year", "⌊2021/2023"),
    period("a school year of two digits", "⌊2021/22"),
    period("a school year that runs backwards", "⌊2022/2021"),
    period("a quarter", "⌊2023-Q1"),
    period("dots alone", "⌊'..'"),
    period("a letter in the year", "⌊2O23"),
    period("a year with a fraction", "⌊2023.0"),
    period("a slash between year and month", "⌊2023/06"),
    period("a negative year", "⌊-2023"),
    period("an underscore that YAML 1.1 drops", "⌊2023_24"),
    period("a word that YAML reads as nothing", "⌊null"),
    district("a period that is empty", "V003|S004", YEAR, "⌊period:"),
    district("a period that is a pair of quotation marks", "V003|S004", YEAR, "⌊period: ''"),
    district("a value and a period", "V001 V003", AMOUNT, "value: ¦许多", YEAR, "period: ⌊从前"),
)  # fmt: skip

CASES = (*REFERENCES, *UNREADABLE, *UNFIT, *PERIODS)
