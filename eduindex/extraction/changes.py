"""Figures that say how much something changed, or how far a plan is done: never levels."""

import re
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.phrases import any_of
from eduindex.model.units import POINTS

_CHANGES = any_of(
    "增长 增加 提高 提升 上升 升高 下降 降低 减少 回落 回升 增幅 降幅 涨幅 增速 高出 多出 扩大 缩小 攀升 净增 增 减 "
    "升 降 高于 低于 优于 "
    "多于 少于 快于"
)
_CHANGED_BY: Final = re.compile(
    f"{_CHANGES}(?:了|约|近|幅度?|率|达|是){{0,2}}$|(?:[增降涨]幅|增速|增长率)均?(?:达到?|为|是)$"
)
_APART_BY: Final = re.compile("(?:高于|低于|多于|少于|高出|低)[^,，。;0-9]{1,10}$")
_CHANGE_BEHIND: Final = re.compile(f"^的?{any_of('增长 增幅 增速 提升 提高 下降 降幅 涨幅')}(?!至|到)")
_OVERTAKEN: Final = re.compile("(?:人|名|个|所)?(?:的?大关)?[,，](?:已|现|现已)?(?:达到?|为)(?=[0-9])")
_COMPLETED: Final = re.compile(
    f"{any_of('任务 计划 目标 指标 投资额? 总量 进度 应发 预算')}数?的$"
    f"|{any_of('完成率 执行率 进度 开工率 完成投资 兑现率 达成率 完成比例')}均?(?:达到?|为|是)?$"
    f"|完成{any_of('全年 年度 目标 计划 任务 总')}[^,，。;]{{0,6}}$"
)


def is_change(candidate: Candidate) -> bool:
    """Whether a figure says by how much something grew or fell; a label that says so itself (近视率…下降) asks for just that."""
    indicator = candidate.indicator
    point = candidate.figure.quantity.point
    if indicator is None and point is not None and point < 0:  # 减少320人 is no number of anything
        return True
    if candidate.figure.quantity.unit == POINTS and (indicator is None or POINTS not in indicator.measures):
        return True
    between = candidate.between[-12:]
    if candidate.is_labelled_first and candidate.before(4).endswith(("高于", "低于", "超过")):
        return True  # 公办率高于普惠率4.1%
    return bool(_CHANGED_BY.search(between) or _APART_BY.search(between) or _CHANGE_BEHIND.search(candidate.behind))


def is_overtaken(candidate: Candidate) -> bool:
    """Whether a bound is named only because the figure behind it goes beyond it (首次突破2000人大关,达到2808人)."""
    return _OVERTAKEN.match(candidate.text, candidate.figure.end) is not None


def is_completion(candidate: Candidate) -> bool:
    """Whether a figure says how far a plan or a task is done (完成率114%, 完成任务的105%)."""
    return _COMPLETED.search(candidate.between[-24:]) is not None
