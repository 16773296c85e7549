"""Figures that can be read and are proved, and yet make no sense, alone, beside their neighbours or across files.

Where two lines disagree with each other, either is right; the later one is where the finding is expected.
"""

from corpus_case import DISTRICT, DISTRICT_FILE, Case, district, entries, files, replaced

SECOND_SOURCE = """\
  plan-2022:
    title: 甲县教育局2022年工作总结
    published: 2023-02
entries:
"""


def period(name: str, codes: str, written: str, *changes: str) -> Case:
    """The amount for another period than its source can know."""
    return district(name, codes, "period: 2021..2023", f"period: ¦{written}", *changes)


def ratio(value: str = "12.5:1", year: str = "2023", source: str = "report-2023", more: str = "") -> str:
    """One more entry; the marks that are given come into its value and its period."""
    plain = value.replace("¦", "").replace("‖", "").replace("⌊", "")
    printed = year.replace("¦", "").replace("‖", "")
    return (
        f"  - indicator: pupil_teacher_ratio\n    value: {value}\n    period: {year}\n    source: {source}\n"
        f"    evidence: {printed}年生师比为{plain}\n{more}"
    )


def places(variant: str, value: str, more: str = "") -> str:
    """One more entry: places added, in total or in part."""
    plain = value.replace("¦", "").replace("‖", "")
    return (
        f"  - indicator: places_added\n    value: {value}\n    period: 2023\n    variant: {variant}\n"
        f"    source: report-2023\n    evidence: 2023年新增学前学位{plain}\n{more}"
    )


def in_town(value: str, part: str) -> str:
    """One more entry: the places added in a part of the district."""
    return places("new", value, f"    scope: {part}\n")


def listed(phrase: str, total: str, **parts: str) -> str:
    """Entries that share one phrase: places added in total and in each scope."""
    written = [total, *parts.values()]
    scopes = ["", *(f"    scope: {scope}\n" for scope in parts)]
    return "".join(
        f"  - indicator: places_added\n    value: {value}\n    period: 2023\n    variant: new\n{scope}"
        f"    source: report-2023\n    evidence: 2023年{phrase}\n"
        for value, scope in zip(written, scopes, strict=True)
    )


def coverage(value: str, variant: str = "", year: str = "2022") -> str:
    """One more entry: the share for a year of its own, in a variant or in none."""
    stated = f"    variant: {variant}\n" if variant else ""
    plain = value.replace("¦", "").replace("‖", "")
    return (
        f"  - indicator: coverage\n    value: {value}\n    period: {year}\n{stated}"
        f"    source: report-2023\n    evidence: {year}年公办园覆盖率达{plain}\n"
    )


def spending(**amounts: str) -> str:
    """Entries for the spending of years (y2022) or of other periods, as they come."""
    entries = []
    for year, value in amounts.items():
        plain = value.replace("¦", "").replace("‖", "")
        entries.append(
            f"  - indicator: spending\n    value: {value}\n    period: {year[1:]}\n"
            f"    source: report-2023\n    evidence: {year[1:]}年教育投入{plain}\n"
        )
    return "".join(entries)


def two_sources(name: str, codes: str, *texts: str) -> Case:
    """The district with a second source, of the year before, and more entries."""
    return files(name, codes, {DISTRICT_FILE: replaced(DISTRICT, "entries:\n", SECOND_SOURCE) + "".join(texts)})


def other(id: str, code: str, name: str, teachers: str = "1834名", within: str = "浙江省丁市") -> str:
    """Another district's file."""
    return (
        f'district: {id}\ncode: "{code}"\nname: {{zh: {name}, en: {id.title()}}}\n'
        f"within: {{zh: {within}, en: Elsewhere}}\n"
        "sources:\n  report:\n    title: 工作总结\n    published: 2024-01\nentries:\n"
        f"  - indicator: teachers\n    value: {teachers}\n    period: 2023\n    source: report\n"
        f"    evidence: 2023年有专任教师{teachers}\n"
    )


GAMMA, DELTA, EPSILON = "districts/gamma.yaml", "districts/delta.yaml", "districts/epsilon.yaml"
NEIGHBOURS = {
    GAMMA: other("gamma", "330103", "丙区", "1834名"),
    DELTA: other("delta", "330104", "戊区", "2210名"),
    EPSILON: other("epsilon", "330105", "己区", "1507名"),
}


def among_neighbours(name: str, codes: str, value: str) -> Case:
    """The count of teachers beside three other districts'."""
    plain = value.replace("¦", "")
    text = replaced(DISTRICT, "value: 2000余名", f"value: {value}", "教师2000余名", f"教师{plain}")
    return files(name, codes, {DISTRICT_FILE: text, **NEIGHBOURS})


def beside(name: str, codes: str, text: str, **more: str) -> Case:
    """A third district's file beside the sound ones; the later file is the one to look at."""
    return files(name, codes, {GAMMA: text, **more})


TIMES = (
    period("a year after publication", "P001", "2025"),
    period("the month after publication", "P001", "2024-02"),
    period("a school year after publication", "P001", "2024/2025"),
    period("a span after publication", "P001", "2025..2027"),
    period("a year after a year of publication", "P001", "2024", "published: 2024-01-15", "published: 2023"),
    period("a slip of a decade", "P001", "2032"),
    period("the year of a publication in January", "P002", "2024"),
    period("a school year that had hardly begun", "P002", "2023/2024"),
    period("half a year that had just begun", "P002", "2024-01..2024-06"),
    period("a span into the future", "P002", "2021..2025", "近三年教育投入", "教育投入"),
    district("periods that are not over, published in September", "P002 P002 P002", "published: 2024-01-15", "published: 2023-09-15", "period: 2023\n    variant", "period: ¦2023\n    variant", "period: 2023\n    source: report-2023\n    evidence: 全县", "period: ¦2023\n    source: report-2023\n    evidence: 全县", "period: 2021..2023", "period: ¦2021..2023"),
    district("a span of a stock into the future", "P002", "period: 2023\n    source: report-2023\n    evidence: 全县", "period: ¦2023..2025\n    source: report-2023\n    evidence: 全县"),
    district("a span without a start into the future", "P002", "period: 2023\n    source: report-2023\n    evidence: 全县", "period: ¦..2025\n    source: report-2023\n    evidence: 全县"),
    entries("a target for a year that is over", "P003", ratio(year="¦2022", more="    status: target\n")),
    entries("a target for a month that is over", "P003", ratio(year="¦2023-06", more="    status: target\n").replace("2023-06年", "2023年6月")),
    entries("a period that the evidence contradicts", "P011", ratio(year="¦2023").replace("evidence: 2023年", "evidence: ‖2022年")),
    entries("a year beside the span of the evidence", "P011", ratio(year="¦2023").replace("evidence: 2023年", "evidence: ‖2019年至2021年")),
    entries("a printed year with a blank inside", "P011", ratio(year="¦2023").replace("evidence: 2023年", "evidence: ‖2022 年")),
    entries("a printed year in full-width digits", "P011", ratio(year="¦2023").replace("evidence: 2023年", "evidence: ‖２０２２年")),
    entries("a printed year behind another that is compared with", "P011", ratio(year="¦2023").replace("evidence: 2023年", "evidence: ‖较2020年下降,2022年")),
    entries("a printed year behind a ratio", "P011", ratio(year="¦2023").replace("evidence: 2023年生师比为", "evidence: ‖生师比2022年为")),
    entries("a printed year behind the title of a plan", "P011", ratio(year="¦2023").replace("evidence: 2023年", "evidence: ‖按《2021—2025年规划》,2022年")),
    entries("a number of years that the period has not", "P011", "  - indicator: spending\n    value: 7.9亿元\n    period: ¦2020..2022\n    source: report-2023\n    evidence: ‖近两年教育投入7.9亿元\n"),
    district("a period that its own evidence contradicts", "P011", "period: 2023\n    source: report-2023\n    evidence: 全县", "period: ¦2023\n    source: report-2023\n    evidence: 全县", "period_evidence: 2023年", "period_evidence: ‖2021年底"),
)  # fmt: skip

CONTRADICTIONS = (
    entries("two values in one source", "P004", ratio("‖12.5:1") + ratio("¦13.1:1")),
    entries("a bound and a value in one source", "P004", ratio("‖低于12:1") + ratio("¦12.5:1")),
    two_sources("two values in two sources", "P005", ratio("‖12.5:1", "2022", "plan-2022"), ratio("¦13.1:1", "2022")),
    entries("an entry twice", "P006", ratio() + ratio().replace("  - indicator", "  - ¦indicator").replace("    value", "    ‖value")),
    district("an entry twice, far apart", "P006", "  - indicator: coverage\n", ratio() + "  - indicator: coverage\n", "2022年质量监测达Ⅲ级以上\n", "2022年质量监测达Ⅲ级以上\n" + ratio().replace("  - indicator", "  - ¦indicator").replace("    value", "    ‖value")),
    entries("parts that are less than their total", "P010", places("new", "¦500个") + in_town("‖300个", "公办") + in_town("‖150个", "民办")),
    entries("parts of one phrase that are less than their total", "P010", listed("新增学前学位500个,其中城区300个、乡村150个", "¦500个", 城区="‖300个", 乡村="‖150个")),
    entries("parts of one list that are more than their total", "P010", listed("新增学前学位500个,其中东镇300个、西镇250个", "¦500个", 东镇="‖300个", 西镇="‖250个")),
    entries("the year in the usual variant and in none", "P004", coverage("‖88.1%", "children") + coverage("¦92.4%")),
    entries("the same figure in the usual variant and in none", "P006", coverage("92.4%", "children").replace("- ", "- ‖", 1).replace("value: ", "value: ‖") + coverage("¦92.4%").replace("- ", "- ‖", 1)),
    entries("parts that are more than their total", "P010", places("new", "¦500个") + in_town("‖300个", "城区") + in_town("‖250个", "乡村")),
    entries("a part greater than its total", "P010", places("new", "¦500个") + in_town("‖700个", "城区")),
    entries("more than a full count", "P009", "  - indicator: teachers\n    value: ¦238余名\n    period: 2022\n    source: report-2023\n    evidence: 2022年有专任教师238余名\n"),
)  # fmt: skip

SIZES = (
    among_neighbours("a hundred times the neighbours", "P007", "¦20万名"),
    among_neighbours("ten thousand times the neighbours", "P007", "¦1900万名"),
    among_neighbours("a hundredth of the neighbours", "P007", "¦12名"),
    files("a hundredth of two neighbours", "P007", {DISTRICT_FILE: replaced(DISTRICT, "value: 2000余名", "value: ¦12名", "教师2000余名", "教师12名"), GAMMA: NEIGHBOURS[GAMMA], DELTA: NEIGHBOURS[DELTA]}),
    entries("one bad value between two good ones", "P008", spending(y2020="7.1亿元", y2021="¦7.5万元", y2022="7.9亿元")),
    entries("one bad value at the beginning", "P008", spending(y2020="¦7.1万元", y2021="7.5亿元", y2022="7.9亿元")),
    entries("two bad values, each told once", "P008 P008", spending(y2018="7.1亿元", y2019="¦7.2万元", y2020="7.3亿元", y2021="¦7.5万元", y2022="7.9亿元")),
    two_sources("a slipped decimal point beside the year before", "P008",
        "  - indicator: teachers\n    value: ‖1834名\n    period: 2022\n    source: plan-2022\n    evidence: 2022年有专任教师1834名\n"
        "  - indicator: teachers\n    value: ¦18340名\n    period: 2021\n    source: plan-2022\n    evidence: 2021年有专任教师18340名\n"),
    two_sources("a slipped 万 beside the years around", "P008",
        "  - indicator: teachers\n    value: ‖2011名\n    period: 2022\n    source: plan-2022\n    evidence: 2022年有专任教师2011名\n"
        "  - indicator: teachers\n    value: ¦21万名\n    period: 2021\n    source: plan-2022\n    evidence: 2021年有专任教师21万名\n"),
)  # fmt: skip

ACROSS_FILES = (
    beside("the same district twice", "S007", other("gamma", "330103", "甲县").replace("name: ", "name: ¦")),
    beside("the same code twice", "S008", other("gamma", "330101", "丙区").replace('"330101"', '¦"330101"')),
    beside("the same code twice, once unquoted", "S008", other("gamma", "330101", "丙区").replace('"330101"', "¦330101")),
    beside("the alias of another district", "S009", other("gamma", "330103", "丙区").replace("sources:", "aliases: [¦甲]\nsources:")),
    beside("the name of another district as an alias", "S009", other("gamma", "330103", "丙区").replace("sources:", "aliases: [丙, ¦甲县]\nsources:")),
    beside("an alias that is the id of another district", "S009", other("gamma", "330103", "丙区").replace("sources:", "aliases: [¦beta]\nsources:")),
    beside("an alias that is the code of another district", "S009", other("gamma", "330103", "丙区").replace("sources:", 'aliases: [¦"330102"]\nsources:')),
    beside("an alias in other letters than another district's name", "S009", other("gamma", "330103", "丙区").replace("sources:", "aliases: [¦BETA]\nsources:")),
    beside("a name that is the alias of another district", "S009", other("gamma", "330103", "甲", within="江西省辛市").replace("name: ", "name: ¦")),
)  # fmt: skip

CASES = (*TIMES, *CONTRADICTIONS, *SIZES, *ACROSS_FILES)
