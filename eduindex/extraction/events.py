"""What was done to the counted, or by them: a stock of schools or persons is not told by those to whom something happened."""

import re
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.labels import Label
from eduindex.extraction.phrases import any_of, part_end, part_start

_LONGEST_SHORT_NOUN: Final = 3
_NEW: Final = re.compile("(?:新增|新建|增加|净增)了?$")
_NOT_YET: Final = re.compile("(?:开工|在建|续建|拟建|筹建|动工|启动|规划|立项|停招|未)(?:建设|新建|了)?$")
_IN_STOCK: Final = re.compile("现有|拥有|现共有|已有|总数|保有")
_HAS: Final = re.compile("(?:全[县区市旗]|[有、和及与]|共)$")
_OF_ALL: Final = re.compile("(?:全[县区市旗]|全体)的?$")
_DONE_TO: Final = re.compile(
    any_of(
        "新设立 申请设立 新建 改扩建 改建 扩建 新改扩建 改造 新增 增设 新开办 新开 新办 开工 (?<![已共计])建成 建设 "
        "创建 创成 投用 新投用 建成投用 "
        "投入使用 迁建 续建 在建 筹建 规划 撤并 撤销 整合 合并 关停 取缔 停办 检查 督查 抽查 评估 验收 评定 评选 遴选 "
        "选取 选定 确定 组织 涉及 "
        "惠及 资助 对 为 向 给 将 把 由 从 与 到 选派 培训 改善 维修 加固 引进 举办 开办 回收 转设 移交 扶持 奖补 "
        "补助 表彰 结对 帮扶 联合 增加 "
        "减少 招收 招生 招录 毕业 受益 参加 参与 服务 辐射 指导 成功 争创 推荐 申报 通过 获评 晋升 升级 带动 打造 "
        "培育 首批 等 入选 派出 名校 "
        "联盟 签约 合作 择优 招聘"
    )
    + "(?:了|的|全?[县区市]|各类|省|市|级|一批|第.批|,|，|:){0,3}$"
)
_SCHOOLS_DID: Final = re.compile(
    any_of(
        "被评为 评为 获评 荣获 获得 获 入选 列为 命名为 被命名 被授予 被认定 认定为 验收 通过 达标 改扩建 改造 升级 "
        "提档 分布 位于 创成 创建成 "
        "晋升 晋级 投入使用 开工 竣工 动工 开展 参加 参与 进行 完成 开办 撤 合并 停 整治 检查 督查 抽查 实施 启动 试点 接受"
    )
)
_PERSONS_DID: Final = re.compile(any_of("被评为 评为 获 荣获 入选 列为 被授予 被认定 认定为 晋升 参加 参与 报名 受"))


def is_unfinished(candidate: Candidate) -> bool:
    """Whether a flow is only begun (开工建设公办园4所), or is a stock for once (现有省一级幼儿园4所)."""
    if not candidate.is_flow_count:
        return False
    if _NOT_YET.search(candidate.before(8)):
        return True
    start = candidate.start
    return (
        candidate.is_labelled_first
        and _IN_STOCK.search(candidate.text, part_start(candidate.text, start), start) is not None
    )


def is_event(candidate: Candidate) -> bool:
    """Whether something was done to the counted, or by them (新建幼儿园3所, 5所幼儿园被评为…), so that they are no stock."""
    label, indicator = candidate.label, candidate.indicator
    if label is None or indicator is None or not candidate.is_stock_count:
        return False
    if _NEW.search(candidate.text, max(0, label.start - 4), label.start):
        return True
    return indicator.unit in ("所", "人") and (
        _is_unspecific(candidate, label) or _is_done(candidate, label, indicator.unit)
    )


def _is_unspecific(candidate: Candidate, label: Label) -> bool:
    """Whether a short noun follows a figure without a word that says all are meant (5名学生)."""
    is_short = len(label.spans) == 1 and label.end - label.start <= _LONGEST_SHORT_NOUN
    return candidate.figure.start < label.start and is_short and not _HAS.search(candidate.before(4))


def _is_done(candidate: Candidate, label: Label, unit: str) -> bool:
    text, start, end = candidate.text, candidate.start, candidate.end
    if unit == "人" and _OF_ALL.search(candidate.before(4)):
        return False
    if _DONE_TO.search(text[part_start(text, start) : start]):
        return True
    did = _PERSONS_DID if unit == "人" else _SCHOOLS_DID
    return candidate.figure.start < label.start and did.search(text, end, part_end(text, end)) is not None
