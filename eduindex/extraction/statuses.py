"""Whether a figure reports or plans: by the headings above it first, then by the verbs before it."""

import re
from collections.abc import Sequence
from typing import Final

from eduindex.extraction.structure import Head
from eduindex.model.district import Status

_PLANS: Final = re.compile(
    "工作要点|工作重点|下一步|下步|下阶段|今后|展望|工作计划|工作打算|[年步来]?打算|工作部署|工作安排|工作思路|发展思路|努力方向|来年|明年|规划目标|预期目标"
    "|(?:总体|工作|主要|发展|年度|具体|任务|总)?目标(?:任务|要求|和任务|与任务)?$|(?:主要|重点|目标)任务$|重点工作$|工作任务$|任务清单|[0-9]年计划$|[0-9]年(?:度)?安排$"
)
_REPORTS: Final = re.compile(
    "总结|成效|完成情况|落实情况|执行情况|工作情况|推进情况|进展|开展情况|回顾|做法|现状|基本情况|概况|成绩|取得|工作开展|亮点|存在(?:的)?(?:问题|困难|不足)|短板|主要问题|实现情况|达成"
)
_YEAR: Final = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年")
_PLANNING_VERBS: Final = re.compile(
    "力争|争取(?=在|于|到|实现|达|使|让|建成|完成|新[增建]|年|通过|尽|20|用|年底|早日)|预计|确保(?!了)|有望|拟(?=[新投建招于在引培])|尽快(?=实现|达到|使|完成)|努力(?=使|实现|达|让|到)"
    "|将(?!在[编校岗职园读])(?=[0-9]|达|新|建[成设]|投[入用资]|于|在|有|提供|完成|增|实现|继续|再|招|力争|进一步|启动|开|安排|引|培|超|突破|提|保持|扩|为)"
    "|(?<![动育展生学段])(?<![一二三四五两]年)计划(?=[0-9新招投建安在于到用实引完培总今明年扩改选评创提增将20])"
    "|目标(?:任务)?(?:是|为|[:,，]|定为|值)|(?<![需主重必只还首])要(?=达到|实现|确保|力争|完成|新增|不低于|保持|控制在)"
    "|(?:建成|投用|投入使用|完工|竣工|建设完成)后[,，]?(?:预计)?(?:可|将|能)"
    "|规划(?=[新建投到])|待建成|拟于|设定"
)
_DONE: Final = re.compile("(?:目前|现有|现已|已经|已达|已完成|已建|已有|截[至止])")
_COMMA: Final = re.compile("[,，]")
_TITLE: Final = re.compile("《[^《》]*》?")
_IS_PLAN_OF_YEAR: Final = re.compile("(?:到|至)20[0-9]{2}年[^,，。;]{0,30}$")
_FUTURE = re.compile("(?:到|至)?((?:20)[0-9]{2})年(?:[底末]|[^,，。;]{0,3}[,，])?")


def status_of(heads: Sequence[Head], words: str, year: int | None) -> tuple[Status, bool]:
    """The status of a figure below ``heads`` and behind ``words``, and whether a verb or a date says so."""
    words = _TITLE.sub("", words)
    if _DONE.search(words) and not _PLANNING_VERBS.search(words[_last_end(_DONE, words) :]):
        return Status.ACTUAL, True
    if _PLANNING_VERBS.search(words) is not None:
        comma = _COMMA.search(words, _last_end(_PLANNING_VERBS, words))
        told = [int(match[1]) for match in _YEAR.finditer(words, comma.end())] if comma is not None else []
        is_over = year is not None and bool(told) and told[-1] <= year  # 目标是60%,2023年达57.3%
        return Status.ACTUAL if is_over and not _IS_PLAN_OF_YEAR.search(words) else Status.TARGET, True
    future = [int(match[1]) for match in _FUTURE.finditer(words)]
    if year is not None and future and future[-1] > year:
        return Status.TARGET, True
    return (Status.TARGET if _planned_above(heads, year) else Status.ACTUAL), False


def _last_end(pattern: "re.Pattern[str]", words: str) -> int:
    return max(match.end() for match in pattern.finditer(words))


def says_plan(head: Head) -> bool:
    """Whether a heading says that plans follow."""
    return _PLANS.search(head.text) is not None


def _planned_above(heads: Sequence[Head], year: int | None) -> bool:
    """What the innermost heading says that says anything."""
    for head in reversed(heads):
        plans, reports = _PLANS.search(head.text), _REPORTS.search(head.text)
        years = [int(match[1]) for match in _YEAR.finditer(head.text)]
        if reports is None and year is not None and years and min(years) > year:
            return True
        if reports is not None and plans is None:
            return False
        if plans is not None and reports is None:
            return not (years and year is not None and max(years) < year)
        if plans is not None and reports is not None and re.search("完成|落实|执行|推进|实现", head.text):
            return False
    return False
