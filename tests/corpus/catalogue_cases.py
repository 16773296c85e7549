"""Catalogues that disagree with themselves: every one of the family C, and what references to it miss."""

from corpus_case import CATALOGUE, CATALOGUE_FILE, Case, catalogue, replaced, whole

GROWTH = '    unit: "%"\n    time: flow\n    direction: neutral\n    mentions: [教育投入增长]\n'
LEVELS = "    levels: [Ⅰ, Ⅱ, Ⅲ, Ⅳ]\n"
# A second grade, whose levels may be spoilt without harm to the entries of the first.
GRADE = """\
  inspection_grade:
    name: {zh: 督导等第, en: Grade of the inspection}
    dimension: outcomes
    kind: grade
    unit: 等第
    time: stock
    direction: higher
    levels: [C, B, A]
    mentions: [督导评估]
"""
STANDARDS = """\
standards:
  coverage-county:
    level: county
    indicator: coverage
    variant: children
    at_least: 50%
    document: {zh: 县域督导评估办法, en: Measures for the inspection of counties}
    number: 教督〔2020〕1号
    attested: provision
    note: {zh: 按在园幼儿, en: Of the children}
"""
# A goal for the country, a grade and a comparison with the year before, one beside the other.
MORE_STANDARDS = """\
  ratio-national:
    level: national
    indicator: pupil_teacher_ratio
    at_most: 19:1
    due: 2025
    document: 教育发展规划
    attested: secondary
  monitoring-county:
    level: county
    indicator: monitoring_level
    at_least: Ⅲ
    document: 县域督导评估办法
    attested: secondary
  places-county:
    level: county
    indicator: places_added
    each: [new, extension]
    above: 0
    per_year: true
    document: 县域督导评估办法
    attested: none
  spending-county:
    level: county
    indicator: spending
    at_least: previous_year
    growth: spending_growth
    document: 教育经费意见
    attested: secondary
"""


def grade(name: str, codes: str, *changes: str) -> Case:
    """The catalogue with another grade, in which something is changed."""
    return whole(name, codes, CATALOGUE + replaced(GRADE, *changes), CATALOGUE_FILE)


def standard(name: str, codes: str, *changes: str) -> Case:
    """The catalogue with standards, in which something is changed."""
    return whole(name, codes, CATALOGUE + replaced(STANDARDS + MORE_STANDARDS, *changes), CATALOGUE_FILE)


CASES = (
    grade("a dimension with a typo", "C001", "dimension: outcomes", "dimension: ¦outcome"),
    grade("a dimension by its name", "C001|S004", "dimension: outcomes", "dimension: ¦教育质量"),
    catalogue("a dimension that somebody removed", "C001", "  funding: {zh: 教育经费, en: Funding}\n", "", "dimension: funding\n    kind: rate", "dimension: ¦funding\n    kind: rate", "dimension: funding\n    kind: amount", "dimension: outcomes\n    kind: amount"),
    catalogue("a unit of our own invention", "C002", 'unit: ":1"', "unit: ¦pupils"),
    catalogue("a share counted in persons", "C002", GROWTH, GROWTH.replace('"%"', "¦人"), "kind: rate", "kind: share"),
    catalogue("a rank in per cent", "C002", "unit: 名次", 'unit: ¦"%"'),
    grade("a grade in 万元", "C002", "unit: 等第", "unit: ¦万元"),
    catalogue("a count in 万元", "C002", "kind: count\n    unit: 个", "kind: count\n    unit: ¦万元"),
    catalogue("an amount without money", "C002", 'kind: rate\n    unit: "%"', "kind: amount\n    unit: ¦所"),
    catalogue("a unit with a full-width per cent sign", "C002", GROWTH, GROWTH.replace('"%"', "¦％")),
    catalogue("a kind that is no word of ours", "C003", "kind: ratio", "kind: ¦percentage"),
    catalogue("a kind with a typo", "C003", "kind: rate", "kind: ¦rat"),
    catalogue("a kind in capitals", "C003", "kind: ratio", "kind: ¦Ratio"),
    catalogue("a kind that is empty", "C003|S004", "kind: ratio", "⌊kind:"),
    catalogue("a time that is no word of ours", "C003", "time: flow\n    direction: neutral", "time: ¦yearly\n    direction: neutral"),
    catalogue("a direction that is no word of ours", "C003", "time: flow\n    direction: neutral", "time: flow\n    direction: ¦up"),
    catalogue("a direction that YAML 1.1 reads as true", "C003", "time: flow\n    direction: neutral", "time: flow\n    direction: ¦yes"),
    grade("a border that is no word of ours", "C003", "    levels:", "    comparable_within: ¦county\n    levels:"),
    catalogue("a way of mixing that is no word of ours", "C003", "    usual: children\n", "    usual: children\n    variant_mixing: ¦allow\n"),
    grade("a grade without levels", "C004", "  inspection_grade:\n    name", "‖  inspection_grade:\n    ⌊name", "    levels: [C, B, A]\n", ""),
    grade("a grade with no level at all", "C004", "[C, B, A]", "¦[]"),
    grade("a level listed twice", "C004", "[C, B, A]", "⌊[C, B, A, B]"),
    grade("a level listed twice in two spellings", "C004", "[C, B, A]", "⌊[三级, 二级, Ⅱ, 一级]"),
    grade("a level that no value can print", "C004", "[C, B, A]", "⌊[poor, B, A]"),
    catalogue("levels of a rate", "C004", "    mentions: [教育投入增长]", "    levels: ¦[C, B, A]\n    mentions: [教育投入增长]"),
    catalogue("a usual variant with a typo", "C005", "usual: children", "usual: ¦child"),
    catalogue("a usual variant where there are none", "C005", "    mentions: [教育投入增长]", "    usual: ¦children\n    mentions: [教育投入增长]"),
    standard("a standard for an indicator that does not exist", "C006", "indicator: coverage", "indicator: ¦public_coverage"),
    standard("a standard for a variant that does not exist", "C006", "variant: children", "variant: ¦pupils"),
    standard("a standard for a variant where there are none", "C006", "    at_most: 19:1", "    variant: ¦children\n    at_most: 19:1"),
    standard("a standard for several variants of which one does not exist", "C006", "[new, extension]", "[new, ¦extended]"),
    standard("a standard with a growth that does not exist", "C006", "growth: spending_growth", "growth: ¦growth_of_spending"),
    standard("a key of a standard with a typo", "S001", "    number:", "    ¦numbr:"),
    standard("a standard without a level", "S002", "  monitoring-county:\n    level: county\n", "‖  monitoring-county:\n", "    indicator: monitoring_level", "    ⌊indicator: monitoring_level"),
    standard("a standard that does not say where it was seen", "S002", "    above: 0\n    per_year: true\n    document: 县域督导评估办法\n    attested: none\n", "    above: 0\n    per_year: true\n    document: 县域督导评估办法\n", "  places-county:\n    level", "‖  places-county:\n    ⌊level"),
    standard("a standard of a document without a title", "S004", "document: 教育经费意见", 'document: ¦""'),
    standard("a standard with a number in brackets of YAML", "S003", "number: 教督〔2020〕1号", "number: ¦[2020]"),
    standard("a level that is no word of ours", "C003", "level: national", "level: ¦provincial"),
    standard("an attestation that is no word of ours", "C003", "attested: provision", "attested: ¦yes"),
    standard("a year by which a standard is due in words", "S004", "due: 2025", "due: ¦2025年"),
    standard("a truth value in Chinese", "S004", "per_year: true", "per_year: ¦是"),
    standard("each of the variants as a text", "S003", "each: [new, extension]", "each: ¦new"),
    standard("a standard without a threshold", "C009", "    at_most: 19:1\n", "", "  ratio-national:\n    level", "‖  ratio-national:\n    ⌊level"),
    standard("a standard with a floor and a ceiling", "C009", "at_least: 50%\n", "‖at_least: 50%\n    ⌊at_most: 90%\n"),
    standard("a threshold with a word of its bound", "C010", "at_least: 50%", "at_least: ¦50%以上"),
    standard("a threshold with a sign of its bound", "C010", "at_most: 19:1", "at_most: ¦≤19:1"),
    standard("a threshold without its per cent sign", "C010", "at_least: 50%", "at_least: ¦0.50"),
    standard("a threshold in words", "C010", "at_least: 50%", "at_least: ¦a half"),
    standard("a threshold beyond the whole", "C010", "at_least: 50%", "at_least: ¦150%"),
    standard("a threshold above the whole", "C010", "at_least: 50%", "above: ¦100%"),
    standard("a level that the grade does not have", "C010", "at_least: Ⅲ", "at_least: ¦A"),
    standard("a threshold of the year before from above", "C010", "at_most: 19:1", "at_most: ¦previous_year"),
    standard("a yearly amount of a stock", "C011", "    document: 教育发展规划", "    per_year: ⌊true\n    document: 教育发展规划"),
    standard("one variant and each of several", "C011", "    each: [", "    ‖variant: new\n    ⌊each: ["),
    standard("a growth without the year before", "C011", "at_least: previous_year", "‖at_least: 2亿元", "    growth:", "    ⌊growth:"),
    standard("a growth that cannot fall", "C011", "growth: spending_growth", "growth: ⌊teachers"),
    grade("a mention that another indicator has", "C007", "mentions: [督导评估]", "mentions: ⌊[督导评估, 质量监测]"),
    grade("a mention that another indicator has, with a blank in it", "C007", "mentions: [督导评估]", "mentions: ⌊[督导评估, 质量 监测]"),
    catalogue("a natural range that runs backwards", "C008", "range: {low: 1}", "range: ⌊{low: 100, high: 1}"),
    catalogue("a range over two lines that runs backwards", "C008", "range: {low: 1}", "‖range:\n      ¦low: 1\n‖      high: -1"),
)  # fmt: skip
