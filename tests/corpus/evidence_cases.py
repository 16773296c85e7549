"""Figures that their evidence does not prove, with and without the reports at hand, and findings that a person accepts.

A value is proved by a whole quantity that says the same, so a part of a longer number, another bound, another unit, a date
and an identifier prove nothing.
"""

from corpus_case import (
    CATALOGUE,
    CATALOGUE_FILE,
    DISTRICT,
    DISTRICT_FILE,
    REPORT,
    REPORT_FILE,
    WITH_REPORTS,
    Case,
    district,
    entries,
    files,
    replaced,
    whole,
)

SHARE, COUNT, AMOUNT = (
    ("value: 98.20%", "达98.20%"),
    ("value: 2000余名", "教师2000余名"),
    ("value: 7.04亿元", "投入7.04亿元"),
)
FILE = "    file: alpha-2023.txt\n"
NOTE = "    note: {zh: 含上级补助, en: with grants from above}\n"
FULL = 60


def unproved(name: str, figure: tuple[str, str], value: str, printed: str) -> Case:
    """An entry whose value and whose evidence differ as given; which of them is wrong, nobody can tell."""
    old_value, old_printed = figure
    line = next(line for line in DISTRICT.splitlines() if old_printed in line)
    return district(name, "E003", old_value, f"value: ⌊{value}", line, "‖" + line.replace(old_printed, printed))


def evidence_of(length: int) -> str:
    """Evidence of so many characters that proves the share."""
    tail = "公办园覆盖率达98.20%"
    return "甲" * (length - len(tail)) + tail


WITHOUT_REPORTS = (
    district("evidence that is empty", "E001", "evidence: 2023年公办园覆盖率达98.20%", "⌊evidence:"),
    district("evidence that is a pair of quotation marks", "E001", "evidence: 2023年公办园覆盖率达98.20%", "evidence: ¦''"),
    district("evidence that is blank", "E001", "evidence: 2023年公办园覆盖率达98.20%", "evidence: ¦'   '"),
    district("evidence of 61 characters", "E002", "2023年公办园覆盖率达98.20%", "¦" + evidence_of(FULL + 1)),
    district("evidence that is a passage", "E002", "2023年公办园覆盖率达98.20%", "¦" + evidence_of(900)),
    unproved("a share inside a longer number", SHARE, "98.20%", "达398.20%"),
    unproved("a share with more decimals", SHARE, "98.20%", "达98.205%"),
    unproved("a share at the end of a longer number", SHARE, "8.20%", "达98.20%"),
    unproved("a share at the beginning of a longer number", SHARE, "98%", "达98.20%"),
    unproved("two digits exchanged", SHARE, "98.20%", "达89.20%"),
    unproved("a plain share where a bound is printed", SHARE, "95%", "达95%以上"),
    unproved("a bound where a plain share is printed", SHARE, "95%以上", "达95%"),
    unproved("above where at least is printed", SHARE, "超过95%", "达95%以上"),
    unproved("at least where at most is printed", SHARE, "95%以上", "在95%以下"),
    unproved("nearly where about is printed", SHARE, "近95%", "约95%"),
    unproved("a share where points are printed", SHARE, "5%", "提高5个百分点"),
    unproved("no figure in the evidence", SHARE, "98.20%", "大幅提高"),
    unproved("a count inside a longer number", COUNT, "2000名", "教师12000名"),
    unproved("a count that goes on", COUNT, "200名", "教师2000名"),
    unproved("a count that is a year", COUNT, "2023人", "教师2023年"),
    unproved("a count that is a part of a date", COUNT, "12人", "教师2023-12-31统计"),
    unproved("a count that is a month", COUNT, "9名", "教师9月到岗"),
    unproved("a count that is a duration", COUNT, "3名", "教师3年一轮"),
    unproved("a count that is an identifier", COUNT, "2000人", "教师证A2000"),
    unproved("a count in other persons' measure", COUNT, "2000名", "教师的学校2000所"),
    unproved("a count with a magnitude lost", COUNT, "2名", "教师2万名"),
    unproved("a count with a magnitude won", COUNT, "2万名", "教师2000名"),
    unproved("a plain count where more is printed", COUNT, "2000名", "教师2000余名"),
    unproved("more where a plain count is printed", COUNT, "2000余名", "教师2000名"),
    unproved("a count inside a count with a separator", COUNT, "340名", "教师12,340名"),
    unproved("an amount with its magnitude slipped", AMOUNT, "7.04万元", "投入7.04亿元"),
    unproved("an amount with its point slipped", AMOUNT, "70.4亿元", "投入7.04亿元"),
    unproved("an amount printed in dollars", AMOUNT, "7.04亿元", "投入7.04亿美元"),
    unproved("an amount with its point lost", AMOUNT, "704亿元", "投入7.04亿元"),
    unproved("a higher level than printed", ("value: Ⅲ级以上", "达Ⅲ级以上"), "Ⅳ级", "达Ⅲ级"),
    unproved("a level without its bound", ("value: Ⅲ级以上", "达Ⅲ级以上"), "Ⅲ级", "达Ⅲ级以上"),
    district("evidence that a comment cut off", "E003", "达98.20%", " #1 达98.20%", "value: 98", "value: ⌊98", "evidence: 2023年公", "evidence: ‖2023年公"),
    district("evidence without a mention of the indicator", "E005", FILE, "", "evidence: 2023年公办园覆盖率达98.20%", "evidence: ‖2023年达98.20%", "indicator: coverage", "indicator: ¦coverage"),
    district("evidence that mentions another indicator", "E005", FILE, "", "evidence: 2023年公办园覆盖率达98.20%", "evidence: ‖2023年普及率达98.20%", "indicator: coverage", "indicator: ¦coverage"),
)  # fmt: skip


def reported(name: str, codes: str, *changes: str, report: str = REPORT, **more: object) -> Case:
    """The district with changes, checked against its report (another one, if given)."""
    texts = {DISTRICT_FILE: replaced(DISTRICT, *changes), REPORT_FILE: report}
    return files(name, codes, texts, words=WITH_REPORTS, **more)


IN_REPORT = "2023年公办园覆盖率达98.20%"
REPORTED = (
    reported("evidence that the report does not print", "E004", IN_REPORT, "¦2023年全县公办园覆盖率达98.20%"),
    reported("evidence with a word left out", "E004", "全县有专任教师2000余名", "¦全县专任教师2000余名"),
    reported("evidence with another punctuation mark", "E004", "evidence: 近三年教育投入7.04亿元", "evidence: ¦近三年,教育投入7.04亿元"),
    reported("evidence in full-width digits that the report prints narrow", "E004", IN_REPORT, "¦2023年公办园覆盖率达９８.２０%"),
    reported("evidence and value that agree with each other alone", "E004", "value: 98.20%", "value: 99.20%", IN_REPORT, "¦2023年公办园覆盖率达99.20%"),
    reported("evidence for the period that the report does not print", "E004", "period_evidence: 2023年", "period_evidence: ¦2023年底"),
    reported("a report without the entry's sentence", "E004", "evidence: 2022年", "evidence: ¦2022年", report=REPORT.replace("2022年质量监测达Ⅲ级以上。", "")),
    reported("an empty report", "E004 E004 E004 E004", IN_REPORT, "¦" + IN_REPORT, "evidence: 全县", "evidence: ¦全县", "evidence: 近三年", "evidence: ¦近三年", "evidence: 2022年", "evidence: ¦2022年", report=""),
    reported("no mention in the whole sentence", "E005", IN_REPORT, "‖其中比例达98.20%", "indicator: coverage", "indicator: ¦coverage", report=REPORT.replace(IN_REPORT, "2023年其中比例达98.20%")),
    reported("a mention in another sentence alone", "E005", IN_REPORT, "‖其中比例达98.20%", "indicator: coverage", "indicator: ¦coverage", report=REPORT.replace(IN_REPORT, "公办园覆盖率提高。2023年其中比例达98.20%")),
    reported("a report that is not there", "E006", "file: alpha-2023.txt", "file: ¦alpha-2022.txt"),
    reported("a report that is not there, in a folder", "E006", "file: alpha-2023.txt", "file: ¦2023/alpha.txt"),
)  # fmt: skip

UNNEEDED = "    accepts:\n      ¦E003: 报告如此\n"
ACCEPTANCES = (
    district("an acceptance that is not needed", "A001", NOTE, NOTE + UNNEEDED),
    district("an acceptance of the file that is not needed", "A001", "sources:\n", "accepts:\n  ¦P004: 报告自相矛盾\nsources:\n"),
    district("an acceptance of another finding than there is", "E003 A001", "达98.20%\n", "达98.2%以上\n    accepts:\n      ¦E002: 原文很长\n", "value: 98", "value: ⌊98", "evidence: 2023年公", "evidence: ‖2023年公"),
    district("an acceptance in another entry", "E003 A001", "value: 98", "value: ⌊98", "evidence: 2023年公办园覆盖率达98.20%", "‖evidence: 2023年公办园覆盖率达98%", NOTE, NOTE + UNNEEDED),
    district("an acceptance of a code that does not exist", "A002", NOTE, NOTE + "    accepts:\n      ¦E999: 不知道\n"),
    district("an acceptance of a code with a typo", "A002", NOTE, NOTE + "    accepts:\n      ¦E0O3: 报告如此\n"),
    district("an acceptance of a code in small letters", "A002", NOTE, NOTE + "    accepts:\n      ¦e003: 报告如此\n"),
    district("an acceptance of a whole family", "A002", NOTE, NOTE + "    accepts:\n      ¦E: 都可以\n"),
    district("an acceptance of what cannot be accepted", "A002", NOTE, NOTE + "    accepts:\n      ¦S001: 多一个键\n"),
    district("an acceptance of an acceptance", "A002", NOTE, NOTE + "    accepts:\n      ¦A001: 以后再说\n"),
    district("an acceptance that hides nothing unreadable", "V001 A002", "value: 98.20%\n", "value: ⌊很高\n    accepts:\n      ¦V001: 原文如此\n"),
    whole("an acceptance of the catalogue that is not needed", "A001", replaced(CATALOGUE, "dimensions:\n", "accepts:\n  ¦C007: 两个指标同名\ndimensions:\n"), CATALOGUE_FILE),
    whole("an acceptance of the catalogue that cannot be", "A002", replaced(CATALOGUE, "dimensions:\n", "accepts:\n  ¦C002: 单位特殊\ndimensions:\n"), CATALOGUE_FILE),
    entries("an acceptance of one of two faults", "E003", "  - indicator: pupil_teacher_ratio\n    value: ⌊12.5:1\n    period: 2022\n    source: report-2023\n    evidence: ‖2023年生师比为12:1\n    accepts: {P011: 报告写错年份}\n"),
)  # fmt: skip

CASES = (*WITHOUT_REPORTS, *REPORTED, *ACCEPTANCES)
