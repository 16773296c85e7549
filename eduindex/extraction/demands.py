"""Figures that are demanded, or that say what counts at all: standards, minimums, ages, sizes of one school or class."""

import re
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.labels import Label
from eduindex.extraction.phrases import any_of

_FORBIDS = ("不得", "不能", "不应")
_NEAR = "[^,，。;]{0,8}$"
_DEMANDED: Final = re.compile(
    any_of(
        "要求 规定 标准 底线 红线 必须 应当? 须 需要? 不得 原则上 条件 门槛 满分 达标线 指标值 达标值 参考值 国标 省标"
    )
    + _NEAR
)
_FOR_EACH: Final = re.compile(
    f"每{any_of('所 个 校 园 生 名 人 班 学?期 学年 周 天 日 月 次 位 县 乡镇? 亩 百名 千名 万')}[^,，。;]{{0,10}}$"
    "|人均[^,，。;]{0,6}$|(?:每|一)个?(?:乡镇|乡|镇|村|街道)(?:至少)?[^,，。;0-9]{0,4}$"
)
_SIZE_OR_AGE: Final = re.compile(
    "(?:占地|建筑|用地|校舍|场地)[^,，。;]{0,6}面积[^,，。;]{0,6}$|年龄[^,，。;]{0,6}$|(?:满|年满)$"
)
_CRITERION_BEHIND: Final = re.compile(
    "^(?:到|至|[-—~])?[^,，。;]{0,10}不等"
    "|^(?:以上|以下|及以上|以内)?的"
    + any_of(
        "学校 幼儿园 学生 教师 家庭 乡镇 街道 村 社区 县 班级 校长 要求 标准 目标要求 国家标准 规定 任务 门槛 指标 省定 底线"
    )
    + "|^的?(?:要求|国家标准|省定标准|标准|底线|红线|目标任务|国标|国家?要求)"
    "|^周?岁"
)
_COUNTED_BEHIND: Final = re.compile("的(?:学校|乡镇|街道|村|社区|县|家庭|班级)")
_IN_BRACKET_OF_DEMAND: Final = re.compile("(?:要求|标准|规定|指标|底线)[^,，。;()]{0,6}\\([^()]*$")
_DEMAND_BEFORE: Final = re.compile("(?:要求|规定|标准(?:为|是|要求)?|必须)[^,，。;]{0,16}$")
_NOT_REACHED: Final = re.compile(
    "(?:未能?|没有|尚未|难以|如果|假如|倘若|原定|原计划|年初(?:目标|计划|确定)|考核目标)[^,，。;]{0,30}$"
)
_BY_STANDARD: Final = re.compile(
    "(?:^|[。;])(?:按照?|根据|对照|依据)[^,，。;]{2,30}(?:标准|要求|规定|指标)[,，][^。;]*?(?:要|应|须|不低于|不得|达到)"
)


def is_demanded(candidate: Candidate) -> bool:
    """Whether a figure is a demand or a criterion (国家标准85%, 1个以上的学校, 每校2名) and no result."""
    return _is_criterion(candidate) or (candidate.label is not None and _is_demanded_of(candidate, candidate.label))


def _is_criterion(candidate: Candidate) -> bool:
    text, start, between = candidate.text, candidate.figure.start, candidate.between[-24:]
    return (
        any(pattern.search(between) for pattern in (_DEMANDED, _FOR_EACH, _SIZE_OR_AGE))
        or _CRITERION_BEHIND.search(candidate.behind) is not None
        or _IN_BRACKET_OF_DEMAND.search(text, max(0, start - 40), start) is not None
        or text.startswith(_FORBIDS, start)
    )


def _is_demanded_of(candidate: Candidate, label: Label) -> bool:
    text, figure = candidate.text, candidate.figure
    return (
        _NOT_REACHED.search(candidate.before(36)) is not None
        or _DEMAND_BEFORE.search(candidate.before(30)) is not None
        or (label.start >= figure.end and _COUNTED_BEHIND.match(text, candidate.end) is not None)
        or _BY_STANDARD.search(text, candidate.subject_start, figure.start) is not None
    )
