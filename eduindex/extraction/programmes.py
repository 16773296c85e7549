"""Money of one stage or programme, and flows of a part: what a report tells beside the sum of the district."""

import re
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.phrases import any_of, clause_start
from eduindex.model.catalogue import Kind, Time

_PART_OF_FLOW: Final = re.compile(
    "(?P<stage>"
    + any_of(
        "学前教育 学前(?=资助) 义务教育 义教 普通高中 高中 中等职业 职业高中 职业教育 中职 大学 [春秋]季(?:学期)?(?=发|资|补) "
        "寄宿生 营养改善 免学费 免除学费 奖学金 奖励金 帮扶金 助学贷款 计划(?=资助) 高考 贫困大学生 建档立卡 农村 "
        "城区 城镇 乡镇"
    )
    + ")(?:教育)?(?:阶段)?"
)
_PROGRAMME: Final = re.compile(
    any_of(
        "学前教育 义务教育 普通高中 高中教育 中职 职业高中 春季学期 秋季学期 助学贷款 免学费 免学杂费 奖学金 大学新生"
    )
    + "[^,，。;共累合总]{0,16}[0-9][^,，。;%]{0,8}[,，]"
)
_IN_ALL: Final = re.compile("共|合计|总计|累计|全[县区市旗]|、")
_FARTHEST_PROGRAMME: Final = 60  # characters before a figure


def part_named_before(candidate: Candidate) -> str:
    """The part that the words before a flow name (义务教育阶段共发放资助资金…), which its label does not name itself."""
    label, indicator = candidate.label, candidate.indicator
    if (
        label is None
        or indicator is None
        or indicator.time is not Time.FLOW
        or indicator.kind not in (Kind.COUNT, Kind.AMOUNT)
    ):
        return ""
    start = clause_start(candidate.text, candidate.start)
    end = candidate.figure.start if candidate.is_labelled_first else candidate.start
    match = _PART_OF_FLOW.search(candidate.text, start, end)
    is_last_of_list = candidate.text.startswith("、", start - 1)  # the sum of several
    return (
        ""
        if match is None or is_last_of_list or any(match["stage"] in piece for piece in label.mention.pieces)
        else match[0]
    )


def is_of_programme(candidate: Candidate) -> bool:
    """Whether money, or those it reached, is only that of one stage or programme (发放高中助学金89万元).

    What is told on behind a comma (学前教育资助5875人次,发放资金235万元) is still of it, until a sum is told.
    """
    indicator = candidate.indicator
    if indicator is None or (indicator.kind is not Kind.AMOUNT and indicator.unit != "人次"):
        return False
    if part_named_before(candidate):
        return True
    start, end = max(0, candidate.start - _FARTHEST_PROGRAMME), candidate.figure.start
    named = list(_PROGRAMME.finditer(candidate.text, start, end)) if candidate.is_labelled_first else []
    return bool(named) and _IN_ALL.search(candidate.text, named[-1].end(), end) is None
