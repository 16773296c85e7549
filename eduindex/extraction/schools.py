"""Figures of one school: a report tells of its schools by name, and what they have is not what the district has."""

import re
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.phrases import any_of, clause_start

_INSTITUTIONS = any_of(
    "中心小学 中心幼儿园 中心校 中心学校 中学 小学 幼儿园 学校 高中 初中 [一二三四五六七八九十]中 "
    "[一二三四五六七八九十]小 职中 职专 中专 学院 "
    "职教中心 教育集团"
)
_SPOKEN_OF: Final = re.compile(
    "(?:^|[。;!?,，:])(?:其中)?"
    + any_of(
        "该校 我校 本校 学校现 学校有 学校占 该园 我园 全校 全园 园内现 园所现 校内 该中心 该集团 集团现有 集团共 "
        "学校共 学校拥有 [县区市][一二三四五六七八九十]{1,2}[中小] [县区市]职[中专]"
    )
)
_NAMED: Final = re.compile(
    f"(?P<name>[㐀-鿿0-9]{{2,14}}?){_INSTITUTIONS}"
    "(?=(?:的|现有|有|共有|共|现|内|:|今年|去年|本届|接收|选派|招聘|引进|新聘)?(?:学生|教师|教职工|高考|中考)?$)"
)
_NAMED_BEFORE: Final = re.compile(
    f"(?:^|[,，。;])(?P<name>[㐀-鿿0-9]{{1,14}}?){_INSTITUTIONS}(?:的|现有|有|共有|共|现|内)?(?:在校|学生|教职工|教师|专任)"
)
_WHOLE_AREA: Final = re.compile("全[县区市旗]|我[县区市]|本[县区市]")
_AS_SUBJECT: Final = re.compile(
    f"^(?P<name>[^,，。;0-9]{{2,16}}?){_INSTITUTIONS}"
    + any_of("于 始建 创办 创建 占地 建于 位于 坐落 成立 现有 开设 设有 总投资 校园 规划 共有 总建筑")
)
# What stands before an institution and is no name of one: 全县普通高中, 新建小学.
_NO_NAME: Final = re.compile(
    any_of(
        "全 我 本 各 共 现 有 所 其中 普通 义务 公办 民办 公立 私立 农村 城区 乡镇 县级? 区级? 市级? 省级? 新建 "
        "改扩建 阶段 独立 完全 九年 一贯 制 "
        "类 的 和 及 与 、 在 对 为 含 新增 建成 创建 规模 示范 重点 优质 特色 星级 骨干 品牌 薄弱 边远 山区 新型 "
        "各级 城乡 力争 确保 达到 多 家 "
        "等 寄宿 中小 中 小 初 高 幼 特殊教育 特教 教育 职业 专门 标准化 现代化 普惠性? 集团化? 达 年 办 立 级"
    )
    + "$"
)
MEASURES_OF_SCHOOLS: Final = ("所", "个", "家")


def is_of_one_school(candidate: Candidate) -> bool:
    """Whether a figure is told of one school, by its name (实验中学在校生2100人) or as 该校."""
    text, start = candidate.text, candidate.start
    spoken_of = _SPOKEN_OF.search(text, candidate.subject_start, candidate.figure.start) or _AS_SUBJECT.match(text)
    is_subject = spoken_of is not None and _NO_NAME.search(spoken_of.groupdict().get("name") or "") is None
    if (
        spoken_of is not None
        and is_subject
        and _WHOLE_AREA.search(text, spoken_of.end(), candidate.figure.start) is None
    ):
        return True
    named = [
        one.end()
        for one in _NAMED_BEFORE.finditer(text, candidate.subject_start, start)
        if _NO_NAME.search(one["name"]) is None
    ]
    if named and _WHOLE_AREA.search(text, named[-1], candidate.figure.start) is None:
        return True
    if start == candidate.figure.start and candidate.figure.quantity.unit in MEASURES_OF_SCHOOLS:
        return False  # a list of names before their number
    beside = _NAMED.search(text[clause_start(text, start) : start])
    return beside is not None and _NO_NAME.search(beside["name"]) is None
