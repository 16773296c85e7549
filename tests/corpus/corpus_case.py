"""What a case of the corpus is, and the sound workspace that every case changes in one spot.

The expectation comes from the fault: whoever puts it in marks its place in the text. ``¦`` is the line and the column,
``⌊`` the line alone, ``‖`` another line that is as right (of two entries that contradict each other, say). The marks are
taken out before a file is written.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

PLACE, LINE, AS_RIGHT = "¦", "⌊", "‖"
BYTE_ORDER_MARK = "\ufeff"
DISTRICT_FILE, CATALOGUE_FILE, NEIGHBOUR_FILE = "districts/alpha.yaml", "indicators.yaml", "districts/beta.yaml"
REPORT_FILE = "reports/alpha-2023.txt"
WITH_REPORTS = ("--reports", "reports")
_MARKS = re.compile(f"([{PLACE}{LINE}{AS_RIGHT}])")
_LINE_END = re.compile("\r\n|\r|\n")

# All other codes are errors.
WARNINGS = frozenset(
    "T021 C007 R004 E005 E006 P002 P003 P004 P005 P006 P007 P008 P009 P010 P011 A001".split()  # noqa: SIM905
)

CATALOGUE = """\
eduindex: 1
districts: districts
dimensions:
  preschool: {zh: 学前教育, en: Preschool}
  teachers: {zh: 教师队伍, en: Teachers}
  funding: {zh: 教育经费, en: Funding}
  outcomes: {zh: 教育质量, en: Outcomes}
indicators:
  coverage:
    name: {zh: 公办园覆盖率, en: Public kindergarten coverage}
    dimension: preschool
    kind: share
    unit: "%"
    time: stock
    direction: higher
    definition: {zh: 公办园的在园幼儿占全部在园幼儿的比例, en: Children in public kindergartens among all}
    range: {low: 0, high: 100}
    variants:
      children: {zh: 按在园幼儿, en: by children}
      places: {zh: 按学位, en: by places}
    usual: children
    mentions: [公办园覆盖率, 公办率]
  places_added:
    name: {zh: 新增学前学位数, en: Preschool places added}
    dimension: preschool
    kind: count
    unit: 个
    time: flow
    direction: higher
    range: {low: 0}
    variants:
      new: {zh: 新建, en: in new kindergartens}
      extension: {zh: 扩班, en: by added classes}
      all: {zh: 合计, en: in total}
    mentions: [新增学前学位]
  teachers:
    name: {zh: 专任教师数, en: Teachers}
    dimension: teachers
    kind: count
    unit: 人
    measures: [名, 位]
    time: stock
    direction: neutral
    range: {low: 0}
    mentions: [专任教师]
  pupil_teacher_ratio:
    name: {zh: 生师比, en: Pupils for each teacher}
    dimension: teachers
    kind: ratio
    unit: ":1"
    time: stock
    direction: lower
    range: {low: 0}
    mentions: [生师比]
  spending:
    name: {zh: 教育投入, en: Spending on education}
    dimension: funding
    kind: amount
    unit: 万元
    time: flow
    direction: higher
    range: {low: 0}
    mentions: [教育投入]
  spending_growth:
    name: {zh: 教育投入增长率, en: Growth of spending}
    dimension: funding
    kind: rate
    unit: "%"
    time: flow
    direction: neutral
    mentions: [教育投入增长]
  monitoring_level:
    name: {zh: 质量监测等级, en: Monitoring level}
    dimension: outcomes
    kind: grade
    unit: 级
    time: stock
    direction: higher
    comparable_within: province
    levels: [Ⅰ, Ⅱ, Ⅲ, Ⅳ]
    mentions: [质量监测]
  provincial_rank:
    name: {zh: 质量监测全省名次, en: Provincial rank in monitoring}
    dimension: outcomes
    kind: rank
    unit: 名次
    measures: [名, 位]
    time: stock
    direction: lower
    comparable_within: province
    range: {low: 1}
    mentions: [列全省第]
"""
DISTRICT = """\
district: alpha
code: "330101"
name: {zh: 甲县, en: Alpha}
within: {zh: 浙江省丁市, en: "Ding, Zhejiang"}
aliases: [甲]
sources:
  report-2023:
    title: 甲县教育局2023年工作总结
    publisher: 甲县教育局
    published: 2024-01-15
    url: https://example.org/alpha/2023
    file: alpha-2023.txt
entries:
  - indicator: coverage
    value: 98.20%
    period: 2023
    variant: children
    source: report-2023
    evidence: 2023年公办园覆盖率达98.20%
  - indicator: teachers
    value: 2000余名
    period: 2023
    source: report-2023
    evidence: 全县有专任教师2000余名
    period_evidence: 2023年
  - indicator: spending
    value: 7.04亿元
    period: 2021..2023
    source: report-2023
    evidence: 近三年教育投入7.04亿元
    note: {zh: 含上级补助, en: with grants from above}
  - indicator: monitoring_level
    value: Ⅲ级以上
    period: 2022
    source: report-2023
    evidence: 2022年质量监测达Ⅲ级以上
"""
ENTRY = """\
  - indicator: pupil_teacher_ratio
    value: 12.5:1
    period: 2023
    source: report-2023
    evidence: 2023年生师比为12.5:1
"""
REPORT = """\
甲县教育局2023年工作总结
一年来,2023年公办园覆盖率达98.20%,比上年有所提高。
全县有专任教师2000余名;近三年教育投入7.04亿元。
2022年质量监测达Ⅲ级以上。2023年生师比为12.5:1。
"""
NEIGHBOUR = """\
district: beta
code: "330102"
name: {zh: 乙区, en: Beta}
within: {zh: 浙江省丁市, en: "Ding, Zhejiang"}
aliases: [乙]
sources:
  summary:
    title: 乙区2023年教育总结
    published: 2024-02
entries:
  - indicator: coverage
    value: 91.5%
    period: 2023
    variant: children
    source: summary
    evidence: 2023年公办园覆盖率91.5%
"""
SOUND: Mapping[str, str] = {
    CATALOGUE_FILE: CATALOGUE,
    DISTRICT_FILE: DISTRICT,
    NEIGHBOUR_FILE: NEIGHBOUR,
    REPORT_FILE: REPORT,
}


class Expected(NamedTuple):
    """A finding that must be reported: any of ``codes``.

    ``file`` "" is any; ``line`` 0 is the file as a whole; ``column`` 0 is any; the lines ``as_right`` are as right as ``line``.
    """

    codes: tuple[str, ...]
    file: str
    line: int
    column: int
    as_right: tuple[int, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether it makes the command end with 1 even without ``--strict``."""
        return not WARNINGS.issuperset(self.codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Files that differ from the sound ones, and what must be found in them: this and no more.

    ``files`` come beside or instead of the sound ones; ``build`` makes what is no plain file. ``more_faults``: further
    findings follow from the fault. ``hostile`` cases run in a process of their own, under limits.
    """

    name: str
    files: Mapping[str, bytes]
    expected: tuple[Expected, ...] = ()
    words: tuple[str, ...] = ()
    build: Callable[[Path], None] | None = None
    hostile: bool = False
    more_faults: bool = False
    needs_ordinary_user: bool = False


def located(text: str, codes: str, file: str) -> tuple[str, tuple[Expected, ...]]:
    """The text without its marks, and what must be found: one finding for each word of ``codes``, ``C1|C2`` for either.

    The places belong to the codes in their order; a single code without any mark is a finding about the whole file.
    """
    pieces = _MARKS.split(text)
    places, also, before = [], [], pieces[0]
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        line, column = _position(before)
        if mark == AS_RIGHT:
            also.append(line)
        else:
            places.append((line, column if mark == PLACE else 0))
        before += piece
    wanted = codes.split()
    if wanted and not places:
        places = [(0, 0)]
    found = [
        Expected(tuple(code.split("|")), file, *place, tuple(also)) for code, place in zip(wanted, places, strict=True)
    ]
    return before, tuple(found)


def _position(before: str) -> tuple[int, int]:
    """Line and column behind a text, as an editor counts them: it shows no byte order mark at the beginning."""
    lines = _LINE_END.split(before.removeprefix(BYTE_ORDER_MARK))
    return len(lines), len(lines[-1]) + 1


def replaced(text: str, *changes: str) -> str:
    """``text`` with each old piece (which occurs) replaced once by the new one that follows it."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        if old not in text:
            raise ValueError(f"not in the sound file: {old!r}")
        text = text.replace(old, new, 1)
    return text


def whole(name: str, codes: str, text: str, file: str = DISTRICT_FILE, **more: object) -> Case:
    """A file that consists of ``text``."""
    plain, expected = located(text, codes, file)
    return _case(name, {file: plain.encode()}, expected, more)


def district(name: str, codes: str, *changes: str, **more: object) -> Case:
    """The district file with changes."""
    return whole(name, codes, replaced(DISTRICT, *changes), **more)


def catalogue(name: str, codes: str, *changes: str, **more: object) -> Case:
    """The catalogue with changes."""
    return whole(name, codes, replaced(CATALOGUE, *changes), CATALOGUE_FILE, **more)


def entries(name: str, codes: str, text: str, **more: object) -> Case:
    """The district file with more entries at its end."""
    return whole(name, codes, DISTRICT + text, **more)


def spliced(name: str, codes: str, old: str, new: str, raw: bytes, file: str = DISTRICT_FILE) -> Case:
    """The file with a change and, at the place that it marks, bytes that are no text."""
    text = replaced(SOUND[file], old, new)
    _, expected = located(text, codes, file)
    before, _, after = text.partition(PLACE)
    return _case(name, {file: before.encode() + raw + after.encode()}, expected, {})


def files(name: str, codes: str, texts: Mapping[str, str], **more: object) -> Case:
    """Several files, of which those with a mark are at fault; ``codes`` belong to the marks in the order of the files."""
    contents, expected, wanted = {}, [], codes.split()
    for file, text in texts.items():
        number = text.count(PLACE) + text.count(LINE)
        plain, found = located(text, " ".join(wanted[:number]), file) if number else (text, ())
        contents[file] = plain.replace(AS_RIGHT, "").encode()
        expected += found
        wanted = wanted[number:]
    if wanted:
        raise ValueError(f"{name}: no places for {wanted}")
    return _case(name, contents, tuple(expected), more)


def _case(name: str, contents: dict[str, bytes], expected: tuple[Expected, ...], more: Mapping[str, object]) -> Case:
    return Case(name=name, files=contents, expected=expected, **more)  # type: ignore[arg-type]
