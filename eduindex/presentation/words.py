"""Headings, verdicts, units and other single words, in Chinese and English."""

from collections.abc import Iterable

from eduindex.analysis.caveats import Effect
from eduindex.analysis.verdict import Verdict
from eduindex.model.catalogue import Border, Direction, Kind, Time
from eduindex.model.district import Status
from eduindex.model.table import Tone
from eduindex.model.wording import Language, Wording

INDICATOR = Wording("指标", "Indicator")
DIMENSION = Wording("维度", "Dimension")
DISTRICT = Wording("区县", "District")
VALUE = Wording("数值", "Value")
PERIOD = Wording("时期", "Period")
DIFFERENCE = Wording("差值", "Difference")
CHANGE = Wording("变化", "Change")
GAP = Wording("相对差距", "Relative gap")
RELATIVE_CHANGE = Wording("相对变化", "Relative change")
VERDICT = Wording("结论", "Verdict")
NOTES = Wording("注", "Notes")
RANK = Wording("名次", "Rank")
STATUS = Wording("状态", "Status")
SOURCE = Wording("来源", "Source")
ID = Wording("标识", "Id")
NAME = Wording("名称", "Name")
CODE = Wording("代码", "Code")
WITHIN = Wording("所属", "Within")
ENTRIES = Wording("条目", "Entries")
INDICATORS = Wording("指标数", "Indicators")
PERIODS = Wording("时期", "Periods")
UNIT = Wording("单位", "Unit")
KIND = Wording("类型", "Kind")
TIME = Wording("时间性质", "Time")
DIRECTION = Wording("方向", "Direction")
DEFINITION = Wording("定义", "Definition")
VARIANTS = Wording("口径", "Variants")
VARIANT = Wording("口径", "Variant")
SCOPE = Wording("范围", "Scope")
LEVELS = Wording("等级", "Levels")
COMPARABLE_WITHIN = Wording("可比范围", "Comparable within")
DISTRICTS = Wording("区县数", "Districts")
DISTRICTS_WITH_FIGURES = Wording("有数据的区县", "Districts with figures")
EVIDENCE = Wording("依据", "Evidence")
SENTENCE = Wording("原文", "Sentence")
READ_AS = Wording("读作", "Read as")
PUBLISHER = Wording("发布者", "Publisher")
PUBLISHED = Wording("发布日期", "Published")
WRITTEN_IN = Wording("所在文件", "Written in")
NOTE = Wording("备注", "Note")
PERIOD_EVIDENCE = Wording("时期依据", "Period evidence")
UNDATED = Wording("未注明日期", "undated")
NOT_SAID = Wording("未说明", "not said")
USUAL = Wording("通常口径", "usual")
TARGET = Wording("目标", "target")
EFFECT = Wording("作用", "Effect")
MEANING = Wording("含义", "Meaning")
TO_SETTLE = Wording("如何解决", "To settle it")
TITLE = Wording("名称", "Title")
NO_FIGURE = "–"


def joined(texts: Iterable[str], language: Language) -> str:
    """A list of names or short texts in a sentence."""
    return ("、" if language is Language.ZH else ", ").join(texts)


VERDICTS = {
    Verdict.BETTER: Wording("更好", "better"),
    Verdict.WORSE: Wording("更差", "worse"),
    Verdict.HIGHER: Wording("更高", "higher"),
    Verdict.LOWER: Wording("更低", "lower"),
    Verdict.MORE: Wording("更多", "more"),
    Verdict.FEWER: Wording("更少", "fewer"),
    Verdict.EQUAL: Wording("相同", "equal"),
    Verdict.UNDETERMINED: Wording("无法判定", "undetermined"),
    Verdict.NOT_COMPARABLE: Wording("不可比", "not comparable"),
}
VERDICT_TONES = {
    Verdict.BETTER: Tone.GOOD,
    Verdict.WORSE: Tone.BAD,
    Verdict.UNDETERMINED: Tone.WEAK,
    Verdict.NOT_COMPARABLE: Tone.WEAK,
}
EFFECTS = {
    Effect.WARNS: Wording("提醒：结论仍成立，但须留意", "warns: the verdict stands, but read it with care"),
    Effect.UNDETERMINED: Wording("无法判定：可能改变次序", "undetermined: it may turn the order round"),
    Effect.FORBIDS: Wording("不可比：不作比较", "forbids: no comparison is made"),
}
STATUSES = {Status.ACTUAL: Wording("实际", "actual"), Status.TARGET: TARGET}
KINDS = {
    Kind.SHARE: Wording("占比(0至100)", "share (0 to 100)"),
    Kind.RATE: Wording("比率", "rate"),
    Kind.COUNT: Wording("数量", "count"),
    Kind.AMOUNT: Wording("金额", "amount"),
    Kind.RATIO: Wording("比值", "ratio"),
    Kind.GRADE: Wording("等级", "grade"),
    Kind.RANK: Wording("名次", "rank"),
}
TIMES = {
    Time.STOCK: Wording("时点数", "stock (at a moment)"),
    Time.FLOW: Wording("时期数", "flow (over a period)"),
}
DIRECTIONS = {
    Direction.HIGHER: Wording("高者为优", "higher"),
    Direction.LOWER: Wording("低者为优", "lower"),
    Direction.NEUTRAL: Wording("无优劣", "neutral"),
}
BORDERS = {Border.PROVINCE: Wording("省", "province"), Border.CITY: Wording("市", "city")}

# What follows a difference; a difference of shares is in points, never in per cent.
DIFFERENCE_UNITS = {
    "%": Wording("个百分点", " points"),
    "万元": Wording("万元", "万元"),
    "元": Wording("元", "元"),
}
