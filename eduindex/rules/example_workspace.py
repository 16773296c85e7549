"""The small workspace around the examples of the rules: a catalogue of a few indicators and the head of a district file.

Everything in it is invented. An example is held against it as it stands, so a rule's bad example has one fault only.
"""

from typing import Final

from eduindex.rules.rule import Example, Part

DISTRICTS_FOLDER: Final = "districts"
DISTRICT_FILE: Final = "qinghe.yaml"

CATALOGUE: Final = """\
eduindex: 1
districts: districts
dimensions:
  preschool: {zh: 学前教育, en: Preschool}
  teachers: {zh: 教师队伍, en: Teachers}
  funding: {zh: 教育经费, en: Funding}
  quality: {zh: 教育质量, en: Quality}
indicators:
  inclusive_kindergarten_coverage:
    name: {zh: 普惠性幼儿园覆盖率, en: Inclusive kindergarten coverage}
    dimension: preschool
    kind: share
    unit: "%"
    time: stock
    direction: higher
    definition: {zh: 普惠性幼儿园的在园幼儿占比, en: Share of the children who attend inclusive kindergartens}
    range: {low: 0, high: 100}
    variants:
      children: {zh: 按在园幼儿, en: by children}
      kindergartens: {zh: 按园所数, en: by kindergartens}
    usual: children
    mentions: [普惠性幼儿园覆盖率, 普惠园覆盖率]
  school_places_added:
    name: {zh: 新增学位数, en: School places added}
    dimension: preschool
    kind: count
    unit: 个
    time: flow
    direction: neutral
    definition: {zh: 期间内新增的学位, en: Places added in the period}
    range: {low: 0}
    mentions: [新增学位, 新增…学位]
  teachers_recruited:
    name: {zh: 招聘教师数, en: Teachers recruited}
    dimension: teachers
    kind: count
    unit: 人
    measures: [名, 位]
    time: flow
    direction: neutral
    definition: {zh: 期间内新招聘的教师, en: Teachers recruited in the period}
    range: {low: 0}
    mentions: [招聘新教师, 招聘教师]
  pupil_teacher_ratio:
    name: {zh: 小学生师比, en: Pupils per teacher in primary schools}
    dimension: teachers
    kind: ratio
    unit: ":1"
    time: stock
    direction: lower
    definition: {zh: 小学在校生与专任教师之比, en: Primary pupils to full-time teachers}
    range: {low: 0}
    mentions: [生师比]
  public_education_expenditure:
    name: {zh: 一般公共预算教育经费, en: Public education expenditure}
    dimension: funding
    kind: amount
    unit: 万元
    time: flow
    direction: higher
    definition: {zh: 年度一般公共预算教育支出, en: Expenditure on education in the general public budget of the year}
    range: {low: 0}
    mentions: [一般公共预算教育经费, 一般公共预算教育支出]
  education_grade:
    name: {zh: 教育质量监测等第, en: Grade in the education monitoring}
    dimension: quality
    kind: grade
    unit: 等第
    measures: [等, 级]
    time: stock
    direction: higher
    definition: {zh: 省级教育质量监测给出的等第, en: Grade that the monitoring of the province gives}
    comparable_within: province
    levels: [C, B, A]
    mentions: [教育质量监测]
"""

DISTRICT_HEAD: Final = """\
district: qinghe
code: "330199"
name: {zh: 青禾县, en: Qinghe}
sources:
  report-2023:
    title: 青禾县教育局2023年工作总结
    publisher: 青禾县教育局
    published: 2024-01-15
entries:
"""

SOUND_ENTRY: Final = """\
  - indicator: inclusive_kindergarten_coverage
    value: 92.4%
    period: 2023
    source: report-2023
    evidence: 2023年普惠性幼儿园覆盖率达92.4%
"""
SOUND_DISTRICT: Final = DISTRICT_HEAD + SOUND_ENTRY


def district_text(example: Example) -> str | None:
    """The text of the district file that an example stands for; ``None`` for a catalogue, or where it is told in words."""
    if example.part is Part.ENTRY:
        return DISTRICT_HEAD + example.text
    return example.text if example.part is Part.DISTRICT else None


def catalogue_text(example: Example) -> str:
    """The text of the catalogue that an example is held against."""
    return example.text if example.part is Part.CATALOGUE else CATALOGUE
