"""Files in which nothing may be found: the same facts in every way that YAML and careful people write them."""

from catalogue_cases import standard
from corpus_case import (
    CATALOGUE,
    CATALOGUE_FILE,
    DISTRICT,
    DISTRICT_FILE,
    ENTRY,
    NEIGHBOUR,
    REPORT,
    REPORT_FILE,
    WITH_REPORTS,
    Case,
    catalogue,
    district,
    entries,
    files,
    replaced,
    whole,
)
from evidence_cases import evidence_of
from sense_cases import (
    DELTA,
    GAMMA,
    SECOND_SOURCE,
    coverage,
    in_town,
    listed,
    other,
    places,
    ratio,
    spending,
)

NOTE = "    note: {zh: 含上级补助, en: with grants from above}\n"
STOCKS_OF_2024 = (
    "2023年公办园覆盖率达98.20%",
    "公办园覆盖率达98.20%",
    "period: 2023\n    variant",
    "period: 2024\n    variant",
    "period: 2023\n    source",
    "period: 2024\n    source",
    "period_evidence: 2023年",
    "period_evidence: 目前",
)
SHARE, COUNT, AMOUNT = "value: 98.20%", "value: 2000余名", "value: 7.04亿元"
YEAR, PROOF = "period: 2021..2023", "2023年公办园覆盖率达98.20%"


def good(name: str, *changes: str) -> Case:
    """The district with changes that do no harm."""
    return district(name, "", *changes)


def saved(name: str, content: bytes) -> Case:
    """The district as these bytes."""
    return Case(name=name, files={DISTRICT_FILE: content})


def share(name: str, value: str, printed: str) -> Case:
    """The share, written and printed otherwise."""
    return good(name, SHARE, f"value: {value}", "达98.20%", printed)


def count(name: str, value: str, printed: str) -> Case:
    """The count, written and printed otherwise."""
    return good(name, COUNT, f"value: {value}", "教师2000余名", printed)


def amount(name: str, value: str, printed: str) -> Case:
    """The amount, written and printed otherwise."""
    return good(name, AMOUNT, f"value: {value}", "投入7.04亿元", printed)


def place(name: str, value: str, printed: str) -> Case:
    """A place in an order."""
    return entries(
        name,
        "",
        f"  - indicator: provincial_rank\n    value: {value}\n    period: 2022\n    source: report-2023\n"
        f"    evidence: 2022年质量监测列全省{printed}\n",
    )


def _quoted(text: str) -> str:
    """Every plain value of the file between quotation marks."""
    lines = []
    for line in text.splitlines():
        key, colon, value = line.partition(": ")
        lines.append(f'{key}{colon}"{value}"' if colon and value[0] not in '"{[' else line)
    return "\n".join(lines) + "\n"


def _commented(text: str) -> str:
    """A comment behind and between all lines."""
    return "# 甲县\n" + "".join(f"{line}  # 备注: {{[\"'@&*\n\n   # x\n" for line in text.splitlines())


def _indented_by_four(text: str) -> str:
    wider = (" " * (len(line) - len(line.lstrip())) + line for line in text.splitlines(keepends=True))
    return "".join(wider).replace("    - ", "    -   ")


JSON = """\
{"district": "alpha", "code": "330101", "name": {"zh": "甲县", "en": "Alpha"}, "aliases": ["甲"],
 "sources": {"r": {"title": "总结", "published": "2024-01-15", "url": "https://example.org/a?b=c#d"}},
 "entries": [
  {"indicator": "coverage", "value": "98.20%", "period": "2023", "variant": "children", "source": "r",
   "evidence": "2023年公办园覆盖率达98.20%"}
 ]}
"""
REORDERED = """\
entries:
  - evidence: 2023年公办园覆盖率达98.20%
    source: r
    variant: children
    period: 2023
    value: 98.20%
    indicator: coverage
sources: {r: {published: 2024-01-15, title: 总结}}
aliases: [甲]
name: {en: Alpha, zh: 甲县}
code: 330101
district: alpha
"""

LAYOUT = (
    good("nothing changed"),
    saved("a byte order mark", b"\xef\xbb\xbf" + DISTRICT.encode()),
    saved("line ends of Windows", DISTRICT.replace("\n", "\r\n").encode()),
    saved("line ends of an old Mac", DISTRICT.replace("\n", "\r").encode()),
    saved("mixed line ends", DISTRICT.replace("\n", "\r\n", 9).encode()),
    saved("a byte order mark and line ends of Windows", b"\xef\xbb\xbf" + DISTRICT.replace("\n", "\r\n").encode()),
    saved("no line end at the end", DISTRICT.rstrip("\n").encode()),
    saved("blank lines at the end", (DISTRICT + "\n\n   \n").encode()),
    saved("blanks at the ends of all lines", DISTRICT.replace("\n", "  \n").encode()),
    saved("comments everywhere", _commented(DISTRICT).encode()),
    saved("all values between quotation marks", _quoted(DISTRICT).encode()),
    saved("all values between single quotation marks", _quoted(DISTRICT).replace('"', "'").encode()),
    saved("indented by four", _indented_by_four(DISTRICT).encode()),
    saved("items at the margin", DISTRICT.replace("  - ", "- ").replace("\n    ", "\n  ").replace("\n  title", "\n    title").replace("\n  pub", "\n    pub").replace("\n  url", "\n    url").replace("\n  file", "\n    file").encode()),
    saved("a document mark at both ends", ("---\n" + DISTRICT + "...\n").encode()),
    saved("a schema line for editors", ("# yaml-language-server: $schema=district.schema.json\n" + DISTRICT).encode()),
    whole("flow style throughout", "", JSON),
    whole("flow style on one line", "", JSON.replace("\n", " ") + "\n"),
    whole("keys in another order", "", REORDERED),
    good("a tab behind a colon", SHARE, "value:\t98.20%"),
    good("tabs behind a value", SHARE, "value: 98.20%\t\t"),
    good("a tab before a comment", SHARE, "value: 98.20%\t# as printed"),
    good("a line of tabs alone", "entries:\n", "\t\nentries:\n"),
    good("a line of blanks and tabs alone", "    period: 2023\n    variant", "    \t\n    period: 2023\n    variant"),
    good("a tab inside a text", "zh: 含上级补助", 'zh: "含\t上级\\t补助"'),
    good("blanks before a colon", "    period: 2023\n    variant", "    period : 2023\n    variant"),
    good("blanks behind a colon", SHARE, "value:     98.20%"),
    good("a value in the line below its key", SHARE, "value:\n      98.20%"),
    good("keys between quotation marks", "    variant:", '    "variant":', "    url:", "    'url':"),
    good("a dash on a line of its own", "  - indicator: teachers", "  -\n    indicator: teachers"),
    good("a line separator in a text", "zh: 含上级补助", "zh: 含\u2028上级\u2029补助"),
    good("an explicit key", "district: alpha", "? district\n: alpha"),
    good("a comma behind the last item", "aliases: [甲]", "aliases: [甲, ]"),
    good("a quotation over two lines", 'en: "Ding, Zhejiang"', 'en: "Ding,\n  Zhejiang"'),
    good("a quotation with its line end escaped", NOTE, '    note: "含上级\\\n      补助"\n'),
    good("a comment behind a key", "entries:\n", "entries:  # 条目\n"),
    good("a line end of an old Mac in the middle", "    period: 2023\n    variant", "    period: 2023\r    variant"),
    catalogue("the folder of districts with a dot before it", "", "districts: districts", "districts: ./districts"),
    catalogue("the folder of districts with a slash behind it", "", "districts: districts", "districts: districts/"),
    catalogue("a catalogue with a comment above", "", "eduindex: 1", "# 指标目录\n\neduindex: 1"),
    catalogue("a catalogue with a byte order mark", "", "eduindex: 1", "\ufeffeduindex: 1"),
    catalogue("a catalogue with its version between quotation marks", "", "eduindex: 1", 'eduindex: "1"', words=("--workspace", ".")),
    Case(name="a catalogue with line ends of Windows", files={CATALOGUE_FILE: CATALOGUE.replace("\n", "\r\n").encode()}),
)  # fmt: skip

TEXTS = (
    good("a note in a folded block", NOTE, "    note: >-\n      含上级\n      补助\n"),
    good("a note in a literal block", NOTE, "    note: |\n      含上级补助\n      以及其他\n"),
    good("a note over several lines", NOTE, "    note: 含上级\n      补助,\n      以及其他\n"),
    good("evidence in a folded block", "evidence: 全县有专任教师2000余名", "evidence: >-\n      全县有专任教师2000余名"),
    good("a value in a block with its line end", SHARE, "value: |\n      98.20%"),
    good("emoji in a note", NOTE, "    note: 🏫 含上级补助 👍🏽 👨‍👩‍👧\n"),
    good("characters beyond the basic plane", NOTE, "    note: 𠮷林𪚥\n"),
    good("other scripts in a note", NOTE, "    note: Ünïcödé, Ελληνικά, עברית, हिन्दी, 한국어\n"),
    good("text that looks like a type", NOTE, "    note: no\n"),
    good("text that looks like a sexagesimal number", "title: 甲县教育局2023年工作总结", "title: 20:21"),
    good("text that looks like a date", "title: 甲县教育局2023年工作总结", "title: 2024-04-03"),
    good("a hash inside a text", "title: 甲县教育局2023年工作总结", "title: 总结#1"),
    good("Chinese quotation marks", "title: 甲县教育局2023年工作总结", "title: “甲县”教育局《总结》"),
    good("a full-width colon inside a text", "title: 甲县教育局2023年工作总结", "title: 总结：2023年"),
    good("an apostrophe inside a text", "en: Alpha", "en: Alpha's"),
    good("a doubled apostrophe between single quotation marks", "en: Alpha", "en: 'Alpha''s'"),
    good("a backslash outside quotation marks", NOTE, "    note: C:\\reports\\x\n"),
    good("an escaped Chinese character", NOTE, '    note: "\\u542b\\u4e0a"\n'),
    good("markup for a terminal in a note", NOTE, "    note: '[red]含[/red] [/] [[b]'\n"),
    good("a web page in a note", NOTE, "    note: <b>含</b> &amp; %s\n"),
    good("a note of 10,000 characters", NOTE, "    note: " + "含" * 10_000 + "\n"),
    good("a name in one language", "{zh: 甲县, en: Alpha}", "甲县"),
    good("a name in Chinese alone", "{zh: 甲县, en: Alpha}", "{zh: 甲县}"),
    good("evidence of 60 characters", PROOF, evidence_of(60)),
    good("evidence of 60 characters with others beyond the basic plane", PROOF, "𠮷" + evidence_of(59)),
    good("no optional key at all", 'code: "330101"\n', "", "within: {zh: 浙江省丁市, en: \"Ding, Zhejiang\"}\n", "", "aliases: [甲]\n", "", "    url: https://example.org/alpha/2023\n", "", "    file: alpha-2023.txt\n", "", NOTE, ""),
    good("an empty list of aliases", "aliases: [甲]", "aliases: []"),
    good("an alias that is the district's own name", "aliases: [甲]", "aliases: [甲, 甲县, Alpha]"),
    good("a code without quotation marks", '"330101"', "330101"),
    good("a code of Hong Kong", '"330101"', '"810001"'),
    good("an address with all that belongs to one", "https://example.org/alpha/2023", "http://user@example.org:8080/a/%E7%94%B2?b=c&d=[e]#f"),
    good("an address in Chinese", "https://example.org/alpha/2023", "https://例子.中国/甲县"),
    good("an address in capitals", "https://example.org/alpha/2023", "HTTPS://EXAMPLE.ORG/A"),
    good("a report with a dot before its path", "file: alpha-2023.txt", "file: ./alpha-2023.txt"),
    good("a report in a folder", "file: alpha-2023.txt", "file: 2023/甲县/alpha.txt"),
    good("a report with blanks in its name", "file: alpha-2023.txt", "file: 甲县 2023 (终稿).txt"),
    good("published in a leap year", "2024-01-15", "2024-02-29"),
    good("published in a month", "2024-01-15", "2024-01"),
    good("published in a year", "2024-01-15", "2024"),
    good("published undated", "2024-01-15", "undated"),
    good("not said when published", "    published: 2024-01-15\n", ""),
    whole("ids of digits, dashes and underscores", "", DISTRICT.replace("report-2023", "2023_a-1")),
    whole("a district without entries and sources", "", "district: alpha\nname: 甲县\nsources: {}\nentries: []\n"),
    files("a district whose id is a number", "", {"districts/2023.yaml": other("'2023'", "330103", "丙区")}),
    files("a district whose id begins with a dash", "", {"districts/-rf.yaml": other("-rf", "330103", "丙区")}),
    files("a file of another kind among the districts", "", {"districts/README.md": "# read me", "districts/alpha.yaml~": "old: ["}),
    files("hidden files among the districts", "", {"districts/.alpha.yaml.swp": "\0\0", "districts/.gamma.yaml": "x: ["}),
    files("a folder among the districts", "", {"districts/old/alpha.yaml": "x: ["}),
    files("a name that another city has too", "", {"districts/gamma.yaml": other("gamma", "360103", "甲县", within="江西省辛市")}),
)  # fmt: skip

FIGURES = (
    share("a share with a blank", "98.20 %", "达98.20 %"),
    share("a share in full-width digits", "９８.２０％", "达９８.２０％"),
    share("a share printed in full-width digits", "98.20%", "达９８.２０％"),
    share("a bound behind a blank", "95% 以上", "达95%以上"),
    share("a sign for at least", "≥95%", "≥95%"),
    share("a share of everything", "100%", "达100%"),
    share("a share of nothing", "0%", "为0%"),
    share("a share in words", "百分之九十八", "达百分之九十八"),
    share("a bound behind", "95%以上", "达95%以上"),
    share("a bound before", "超过95%", "超过95%"),
    share("a bound that says not", "不低于95%", "不低于95%"),
    share("nearly all", "近99%", "近99%"),
    share("a bound as a sign between quotation marks", "'>95%'", ">95%"),
    share("nine tenths", "九成", "达九成"),
    share("a range", "95%-98%", "达95%-98%"),
    share("a long share", "98.203456789%", "达98.203456789%"),
    share("the figure twice in the evidence", "98.20%", "由91.3%提高到98.20%"),
    count("a count in another measure word", "2000余人", "教师2000余人"),
    count("a count without its measure word", "2000余", "教师2000余名"),
    count("a count with a separator", "12,340名", "教师12,340名"),
    count("a count with a magnitude", "1.2万名", "教师1.2万名"),
    count("a count in words", "两千余名", "教师两千余名"),
    count("about so many", "约2000名", "教师约2000名"),
    count("more in the other word", "2000多名", "教师2000多名"),
    count("a blank inside the evidence", "2000余名", "教师 2000 余名"),
    count("a full count after other numbers", "1834名", "教师2023年底1834名"),
    count("none", "0名", "教师0名"),
    amount("an amount in another magnitude", "70400万元", "投入70400万元"),
    amount("an amount of many", "20多亿元", "投入20多亿元"),
    amount("an amount of full-width digits", "７.０４亿元", "投入７.０４亿元"),
    amount("an amount in 元", "704000000元", "投入704000000元"),
    amount("nearly so much", "近2000万元", "投入近2000万元"),
    entries("a ratio with a full-width colon", "", ratio("12.5：1")),
    entries("a ratio between quotation marks", "", ratio('"46:1"').replace('为"46:1"', "为46:1")),
    entries("growth below nothing", "", "  - indicator: spending_growth\n    value: -3.2%\n    period: 2023\n    source: report-2023\n    evidence: 2023年教育投入增长-3.2%\n"),
    entries("growth above a hundred", "", "  - indicator: spending_growth\n    value: 120%\n    period: 2023\n    source: report-2023\n    evidence: 2023年教育投入增长120%\n"),
    good("a level in other digits", "value: Ⅲ级以上", "value: III级以上"),
    good("a level in Chinese digits", "value: Ⅲ级以上", "value: 三级以上", "达Ⅲ级以上", "达三级以上"),
    place("a place in words", "第八", "第八"),
    place("a place with its word", "第8名", "第8名"),
    place("the first place", "第1", "第1"),
)  # fmt: skip

PERIODS = (
    good("a month", YEAR, "period: 2023-06"),
    good("a school year", YEAR, "period: 2022/2023"),
    good("a span of months", YEAR, "period: 2021-09..2022-01"),
    good("a span of school years", YEAR, "period: 2020/2021..2022/2023"),
    good("a span of one year", YEAR, "period: 2023..2023", "近三年教育投入", "教育投入"),
    good("a span without its start", YEAR, "period: ..2023-12"),
    good("a span without its end", YEAR, "period: 2023-06.."),
    good("blanks around the dots", YEAR, "period: 2021 .. 2023"),
    good("a period between quotation marks", YEAR, 'period: "2021..2023"'),
    good("a period in full-width digits", YEAR, "period: ２０２３"),
    good("a year that ended 77 days after publication", "published: 2024-01-15", "published: 2023-10-15"),
    good("an undated report about the future", YEAR, "period: 2030", "published: 2024-01-15", "published: undated"),
    good("stocks of the year of a publication in January", *STOCKS_OF_2024),
    good("stocks of the school year that has begun", "published: 2024-01-15", "published: 2023-10-15", "period: 2023\n    source", "period: 2023/2024\n    source", "period_evidence: 2023年", "period_evidence: 2023学年"),
    good("an amount of every year for the year that has begun", YEAR, "period: 2024", "近三年教育投入", "每年教育投入"),
    good("a year with a blank inside", "evidence: 2023年公", "evidence: 2023 年公"),
    good("a year in full-width digits", "evidence: 2023年公", "evidence: ２０２３年公"),
    good("an earlier year that is compared with", PROOF, "公办园覆盖率较2020年提高5个百分点,达98.20%"),
    good("an earlier year that the figure rose from", PROOF, "公办园覆盖率由2022年的88%升至2023 年的98.20%"),
    good("the year in which something was founded", "evidence: 全县有", "evidence: 创建于1996年的学校有", "period_evidence: 2023年", "period_evidence: 目前"),
    good("a span of years around the period", PROOF, "公办园覆盖率(2021-2025年)达98.20%"),
    good("a span of months around the period", PROOF, "2022年9月至2024年1月,公办园覆盖率达98.20%"),
    good("the years of a plan's title", PROOF, "按《2024—2028年规划》,公办园覆盖率达98.20%"),
    good("a school year that ends in the period", PROOF, "2022学年公办园覆盖率达98.20%"),
    good("the year before the one that is printed", PROOF, "截至2024年1月,去年公办园覆盖率达98.20%"),
    good("years since which a stock has risen", PROOF, "2016年以来公办园覆盖率达98.20%"),
    entries("a target for the next year", "", ratio(year="2024", more="    status: target\n")),
    entries("a target of long ago in a report of that time", "", ratio(year="2025", more="    status: target\n    scope: 城区\n")),
)  # fmt: skip

JUDGED = (
    whole("a result and a target for the same year", "", replaced(DISTRICT, "2024-01-15", "2023-12-20") + ratio() + ratio("12:1", more="    status: target\n")),
    entries("the same year in two variants", "", places("new", "300个") + places("extension", "150个")),
    entries("parts and their sum", "", places("new", "300个") + places("extension", "150个") + places("all", "450个")),
    entries("parts that overlap", "", listed("新增学前学位238个,其中硕士106个,女教师150个", "238个", 硕士="106个", 女教师="150个")),
    entries("parts that overlap, as a list", "", listed("新增学前学位238个,其中硕士106个、女教师150个", "238个", 硕士="106个", 女教师="150个")),
    entries("parts that nest", "", listed("新增学前学位500个,其中乡村300个、偏远乡村250个", "500个", 乡村="300个", 偏远乡村="250个")),
    entries("parts of different phrases that may overlap", "", places("new", "500个") + in_town("300个", "东部") + in_town("250个", "山区")),
    entries("parts beside one that was not entered", "", listed("新增学前学位500个,其中东镇300个、西镇140个、北镇60个", "500个", 东镇="300个", 西镇="140个")),
    entries("parts that do not claim to be all", "", places("new", "500个") + in_town("300个", "城区") + in_town("150个", "乡村")),
    entries("parts of a list and their sum", "", listed("新增学前学位0.5万个,其中东镇0.3万个、西镇0.2万个", "0.5万个", 东镇="0.3万个", 西镇="0.2万个")),
    entries("another variant than the usual one", "", coverage("88.1%", "places") + coverage("92.4%")),
    entries("a month's amount beside the amount of a year", "", spending(y2022="7.1亿元") + spending(y2021="0.05亿元").replace("period: 2021", "period: 2021-12")),
    entries("a place that falls from the first to the last", "", "".join(
        f"  - indicator: provincial_rank\n    value: 第{place}\n    period: {year}\n    source: report-2023\n    evidence: {year}年质量监测列全省第{place}\n"
        for year, place in ((2021, "一"), (2022, "一百二十")))),
    entries("the same year for a part of the district", "", ratio() + ratio("9.8:1", more="    scope: {zh: 城区, en: the town}\n")),
    entries("two bounds that agree", "", ratio("低于13:1") + ratio("12.5:1")),
    entries("a contradiction that a person accepts", "", ratio() + ratio("13.1:1", more="    accepts: {P004: 报告两处不一致}\n")),
    entries("a count beyond a full one that a person accepts", "", "  - indicator: teachers\n    value: 238余名\n    period: 2022\n    source: report-2023\n    evidence: 2022年有专任教师238余名\n    accepts:\n      P009: 报告如此\n"),
    good("long evidence that a person accepts", PROOF, evidence_of(70), "    variant: children\n", "    variant: children\n    accepts: {E002: 句子不能再短}\n"),
    good("unproved evidence that a person accepts", "达98.20%\n", "接近全部\n    accepts: {E003: 报告以图表给出}\n"),
    good("an unused source that a person accepts", "entries:\n", "  plan:\n    title: 规划\naccepts: {R004: 以后录入}\nentries:\n"),
    whole("a shared mention that a person accepts", "", replaced(CATALOGUE, "dimensions:\n", "accepts: {C007: 报告用语相同}\ndimensions:\n", "mentions: [教育投入增长]", "mentions: [教育投入增长, 教育投入]"), CATALOGUE_FILE),
    files("two sources that agree", "", {DISTRICT_FILE: replaced(DISTRICT, "entries:\n", SECOND_SOURCE) + ratio("12.5:1", "2022", "plan-2022") + ratio("12.5:1", "2023")}),
    files("a month's amount beside other districts' amounts of a year", "", {DISTRICT_FILE: DISTRICT + spending(y2022="0.05亿元").replace("period: 2022", "period: 2022-12"),
        GAMMA: other("gamma", "330103", "丙区").replace("teachers", "spending").replace("value: 1834名", "value: 6.8亿元").replace("有专任教师1834名", "教育投入6.8亿元"),
        DELTA: other("delta", "330104", "戊区").replace("teachers", "spending").replace("value: 1834名", "value: 7.2亿元").replace("有专任教师1834名", "教育投入7.2亿元")}),
    files("two districts", "", {"districts/gamma.yaml": other("gamma", "330103", "丙区")}),
)  # fmt: skip


def reported(name: str, report: str, *changes: str) -> Case:
    """The district beside its report."""
    texts = {DISTRICT_FILE: replaced(DISTRICT, *changes), REPORT_FILE: report}
    return files(
        name,
        "",
        texts | {"districts/beta.yaml": replaced(NEIGHBOUR, "2024-02\n", "2024-02\n    file: alpha-2023.txt\n")},
        words=WITH_REPORTS,
    )


REPORTED = (
    reported("a report that prints everything", REPORT + "乙区2023年公办园覆盖率91.5%。\n"),
    reported("a report broken into short lines", "\n".join(REPORT + "乙区2023年公办园覆盖率91.5%。")),
    reported("a report with wide blanks and line ends of Windows", REPORT.replace("达", "达\u3000 \r\n") + "2023年公办园覆盖率91.5%。"),
    reported("a mention in the sentence alone", REPORT.replace("2023年公办园覆盖率达98.20%", "公办园覆盖率稳步提高,2023年达到98.20%") + "2023年公办园覆盖率91.5%。", "2023年公办园覆盖率达98.20%", "2023年达到98.20%"),
    entries("a whole entry more, and no reports", "", ENTRY),
)  # fmt: skip

STANDARDS = (
    standard("standards of every sort", ""),
    standard("a standard without all that it need not say", "", "    number: 教督〔2020〕1号\n", "", "    note: {zh: 按在园幼儿, en: Of the children}\n", "", "    variant: children\n", ""),
    standard("a standard with its keys in another order", "", "    level: county\n    indicator: coverage\n    variant: children\n    at_least: 50%\n", "    at_least: 50%\n    variant: children\n    indicator: coverage\n    level: county\n"),
    standard("a standard that is strictly above", "", "at_least: 50%", "above: 99.9%"),
    standard("a standard that is met by the whole alone", "", "at_least: 50%", 'equals: "100%"'),
    standard("a threshold in full-width characters", "", "at_least: 50%", "at_least: ５０％"),
    standard("a threshold in words that reports use", "", "at_least: 50%", "at_least: 五成"),
    standard("a ratio without its one", "", "at_most: 19:1", "below: 19"),
    standard("a level of a grade in Chinese", "", "at_least: Ⅲ", "at_least: 三级"),
    standard("a level of a grade in digits", "", "at_least: Ⅲ", "equals: 3"),
    standard("a threshold in 亿元 where the indicator has 万元", "", "at_least: previous_year\n    growth: spending_growth", "at_least: 1.5亿元"),
    standard("the year before without a printed growth", "", "    growth: spending_growth\n", ""),
    standard("a standard that says it is not yearly", "", "    at_most: 19:1", "    per_year: false\n    at_most: 19:1"),
    catalogue("no standard at all", "", "indicators:\n", "standards: {}\nindicators:\n"),
)  # fmt: skip

CASES = (*LAYOUT, *TEXTS, *FIGURES, *PERIODS, *JUDGED, *REPORTED, *STANDARDS)
