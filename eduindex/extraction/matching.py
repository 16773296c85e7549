"""Which label a figure belongs to: the one whose words stand nearest, by what connects them.

A label may stand before its figure (参与率达98%), behind it (12个名师工作室) or around it (撤销6个教学点). A label behind
a figure is its noun only where the noun ends there: 名师工作室成员 are people. Where two indicators are equally near and
their words equally long, nothing is chosen.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cache
from itertools import islice, pairwise, takewhile
from typing import Final, NamedTuple

from eduindex.extraction.bridges import TOO_FAR, cost_of_bridge
from eduindex.extraction.labels import VERBS, Label
from eduindex.model.quantity import FoundQuantity
from eduindex.model.quantity_reading import says_none

_WINDOW = 80  # characters between a label and its figure
_CLAUSE_MARKS = re.compile("[,，。;:、()!?]")
_NEUTRAL: Final = re.compile(
    "的|优秀|优质|新|各类|各级|全区|全县|全市|全省|我区|我县|我市|本县|本区|本市|高素质|高水平|专业|骨干(?!教)|应届|左右|以上|省市县?|县市?级?|等|标准化|规范化|"
    "“|”|独立|建制|在岗|名|余|多"
)
# Verbs with which a mention tells what the counted do (被评为…, 参与…): between figure and verb stands the noun.
_PREDICATES = re.compile(
    "被|获|评为|参[与加]|参训|完成|自愿|投入使用|投用|转[为设公]|停办|关停|退出|实现|进行|开展|覆盖|就读|入学|受益|达|荣|晋|入选|通过|撤|扩|改[造建扩]|迁建|修缮|维修|关[停闭]|辍|流失|升学|上线|录取|毕业"
)
_IS_LIST_MARK: Final = re.compile("[、和及与]")
_CHANGES: Final = re.compile("[,，]?(?:较上|比上|同比|年均)?[^,，。;]{0,4}?(?:增长|下降|降低|提高|提升|减少|增幅|降幅)")
_REACHES: Final = re.compile("了?(?:到|至|为)")
_OWN_NOUN: Final = re.compile("高中|中职|职业|技工|大学|高校|托育|停车|床|(?<!中)小学|(?<!小)中学|初中")
_COMMAS = re.compile("[,，]")
_LONGEST_NOUN = 16
# Behind a label these words show that it only describes another noun.
_EXTENDS: Final = re.compile(
    "学校|校(?!长和)|幼儿园|成员|教师|学员|项目|建设(?!的)|培训|工作室|负责人|校长|园长|学生|幼儿|儿童|班(?!组)|课程|基地|中心|资金|经费|工程|"
    "建筑|面积|占比|比例|比重|率|职称|资格|岗位|招聘|考试|考生|宿舍|食堂|用房|家长|家庭|毕业生|在校生|办法|方案|制度|机制|管理|评估|"
    "创建|试点|专项|计划|规划|标准|代表|干部|人员|培养对象|候选|称号|荣誉|联盟|片区|组织|党|团队|论坛|活动|比赛|大赛|竞赛|教研|"
    "招生|数据|平台|系统|设备|图书|教室|场地|操场|门卫|保安|专班|网点|教育|办学|园区|校区|分校|分园|点(?!位)|边缘|风险|倾向|返校|复学|待聘|储备|备选|后备|库"
)
_RIGHT_REACH = 40


class Relation(IntEnum):
    """Where a label stands; the smaller is preferred where all else is equal."""

    LISTED = -1  # in a list beside a list of figures
    BEFORE = 0
    AROUND = 1
    BEHIND = 2


class Match(NamedTuple):
    """A label that can be a figure's: how it stands, the price of what stands between, and the words that narrow it."""

    label: Label
    relation: Relation
    cost: int
    narrowed_by: str = ""

    @property
    def rank(self) -> tuple[int, int, int]:
        """Better matches have smaller ranks."""
        return (self.cost, -self.label.mention.length, self.relation)


def matches_of(text: str, figures: Sequence[FoundQuantity], number: int, labels: Sequence[Label]) -> list[Match]:
    """All labels that can be those of the figure ``number``, best first; ``labels`` are in the order of their ends."""
    figure = figures[number]
    price = cache(lambda end: cost_of_bridge(text, end, figure.start, _spans(figures, end, figure.start)))
    found = []
    first = bisect_left(labels, figure.start - _WINDOW, key=lambda label: label.end)
    for label in islice(labels, first, None):
        if label.end > figure.end + 2 * _WINDOW:
            break
        if label.start > figure.end + _WINDOW:
            continue
        match = (
            _before(text, figures, figure, label, price)
            or _around(text, figures, figure, label)
            or _behind(text, figure, label)
        )
        if match is not None:
            found.append(match)
    return sorted(found, key=lambda match: match.rank)


def without_nested(matches: Sequence[Match]) -> list[Match]:
    """The matches without those whose last words are only a part of another indicator's, unless they say more in all."""
    return [
        match
        for match in matches
        if not any(
            _is_inside(match.label.spans[-1], other.label.spans[-1])
            and other.label.indicator is not match.label.indicator
            and other.cost <= match.cost
            and (other.label.mention.length >= match.label.mention.length or len(other.label.spans) == 1)
            for other in matches
        )
    ]


def _is_inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _spans(figures: Sequence[FoundQuantity], start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the figures between two places."""
    first = bisect_left(figures, start, key=lambda one: one.start)
    spans = takewhile(lambda span: span[1] <= end, ((one.start, one.end) for one in islice(figures, first, None)))
    return list(spans)


def _follows_figure(figures: Sequence[FoundQuantity], at: int, distance: int) -> bool:
    """Whether a figure ends at ``at`` or at most ``distance`` characters before it."""
    before = bisect_right(figures, at, key=lambda one: one.end) - 1
    return before >= 0 and at - figures[before].end <= distance


def _before(
    text: str, figures: Sequence[FoundQuantity], figure: FoundQuantity, label: Label, price: Callable[[int], int]
) -> Match | None:
    start, end = label.spans[-1]
    if start <= figure.start < end < figure.end:  # 近视率比上年下降 and 下降1%, 居全市第 and 第二名
        return Match(label, Relation.BEFORE, _outside(label))
    if end > figure.start:
        return None
    cost = price(end) + _outside(label)
    if cost >= TOO_FAR or _is_of_another(text, figures, figure, label):
        return None
    return Match(label, Relation.BEFORE, cost)


def _is_of_another(text: str, figures: Sequence[FoundQuantity], figure: FoundQuantity, label: Label) -> bool:
    """Whether a label before a figure is another's all the same."""
    start, end = label.spans[-1]
    return (
        # 公办园占57.3%、普惠性民办园占33%: two labels, each with its figure
        (_IS_LIST_MARK.match(text, start) is not None and bool(_spans(figures, label.start, start)))
        # 近视率下降到45.2%: the level that was reached
        or (_CHANGES.match(text, start) is not None and _REACHES.match(text, end) is not None)
        # 5人晋升正高级教师,1人获评...: the noun of the figure before it
        or (_COMMAS.search(text, end, figure.start) is not None and _follows_figure(figures, label.start, 2))
        or _is_taken(text, figures, label)
        or _is_narrowed_inside(text, label)
    )


def _is_narrowed_inside(text: str, label: Label) -> bool:
    """Whether the gap of a mention holds a noun of its own (新增普通高中学位 is no 新增…学位)."""
    gaps = (text[end:start] for (_, end), (start, _) in pairwise(label.spans))
    return any(_OWN_NOUN.search(gap) and not _COMMAS.search(gap) for gap in gaps) and not _OWN_NOUN.search(
        "".join(label.mention.pieces)
    )


def _is_taken(text: str, figures: Sequence[FoundQuantity], label: Label) -> bool:
    """Whether the verb with which a mention begins (建成投用…公办园) has its figure already in the gap, before a comma."""
    if len(label.spans) < 2 or not VERBS.match(label.mention.pieces[-len(label.spans)]):
        return False
    gap = text[label.spans[0][1] : label.spans[1][0]]
    return bool(_COMMAS.search(gap) and _spans(figures, label.spans[0][1], label.spans[1][0]))


def _around(text: str, figures: Sequence[FoundQuantity], figure: FoundQuantity, label: Label) -> Match | None:
    for (_, end), (start, _stop) in pairwise(label.spans):
        if not (end <= figure.start and (figure.end <= start or (figure.start < start and _stop <= figure.end))):
            continue
        if _CHANGES.match(text, label.spans[-1][0]):
            return None  # 近视率为45.2%,下降1.2个百分点: what changed stands before its change
        between = text[figure.end : start]
        if (
            len(between) > _RIGHT_REACH
            or any(mark in between for mark in "。;")
            or _opens_another(figures, figure, label.end)
            or _has_same_measure(figures, figure, start)
        ):
            return None
        others = _spans(figures, end, figure.start)
        names = not others and text.startswith("等", figure.start - 1)  # 建成投用第一幼儿园、第二幼儿园等3所公办园
        cost = 1 if names else cost_of_bridge(text, end, figure.start, others)
        cost += between.count(",") + between.count("，")
        return Match(label, Relation.AROUND, cost) if cost < TOO_FAR else None
    return None


def _has_same_measure(figures: Sequence[FoundQuantity], figure: FoundQuantity, end: int) -> bool:
    """Whether a figure of the same measure stands nearer to the words behind (新增45个班、900个学位)."""
    behind = bisect_left(figures, figure.end, key=lambda one: one.start)
    nearer = takewhile(lambda one: one.end <= end, islice(figures, behind, None))
    return any(one.quantity.unit == figure.quantity.unit for one in nearer)


def _opens_another(figures: Sequence[FoundQuantity], figure: FoundQuantity, end: int) -> bool:
    """Whether another figure follows a label at once: then that one is its own."""
    behind = bisect_left(figures, end, key=lambda one: one.start)
    return behind < len(figures) and figures[behind] is not figure and figures[behind].start - end <= 1


def _behind(text: str, figure: FoundQuantity, label: Label) -> Match | None:
    if figure.end > label.start or _CLAUSE_MARKS.search(text, label.start, label.end):
        return None
    if says_none(figure.quantity):  # 无一名学生辍学
        near = label.end - figure.end <= _LONGEST_NOUN and not _CLAUSE_MARKS.search(text, figure.end, label.end)
        return Match(label, Relation.BEHIND, _outside(label)) if near else None
    between = text[figure.end : label.start]
    if _CLAUSE_MARKS.search(between) or _EXTENDS.match(text, label.end):
        return None
    if _PREDICATES.match(label.mention.pieces[-len(label.spans)]):
        return Match(label, Relation.BEHIND, 1 + _outside(label)) if len(between) <= _LONGEST_NOUN else None
    narrowing = _NEUTRAL.sub("", between)
    cost = 2 * len(narrowing) + _outside(label)
    return Match(label, Relation.BEHIND, cost, narrowing) if cost < TOO_FAR else None


def _outside(label: Label) -> int:
    return 0 if label.is_whole else 1
