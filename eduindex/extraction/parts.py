"""Figures of a part: nouns that other words narrow, what happened to some of the counted, what is only begun."""

import re
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.labels import Label
from eduindex.extraction.phrases import any_of, clause_start, part_end, part_start
from eduindex.model.catalogue import Kind, Time

_NARROWING: Final = re.compile(
    any_of(
        "城区 城市 农村 乡镇 乡村 城镇 县城 镇区 山区 牧区 偏远 边远 贫困 民族 女 男 留守 特困 主城区 中心城区 街道 部分 "
        "直属 县直 省属 市属 国家级 示范性 附设 附属 非"
    )
    + "(?:的|公办|民办)?$"
)
_PER_HEAD: Final = re.compile(
    "(?:(?:生|人|校|师|户)均|万人(?:拥有)?[^,，。;]{0,6}|每[百千万]名?[^,，。;]{0,8}|每[名所校园班县乡镇][^,，。;]{0,6}|平均)$"
)
_CLEAN: Final = re.compile(
    any_of(
        "各级各类学校 共建成 已建成 累计建成 建成 全[县区市旗境域州][市区]? [我本][县区市旗] 现共?有 共计?有? 总共 "
        "目前 其中 现已 全年 当年 "
        "已 有 设有 设 拥有 建有 办有 "
        "各级各类 各级 各类 所有 正规 登记在册 在册 注册 审批 合法 开办 举办 截[至止] 年初 年末 年底 末 初 底 学年度? "
        "秋季? 春季? 学期 "
        "[0-9]{4}年?[-—至]? [0-9]{1,2}月 [0-9]{1,2}日 今年 去年 当前 现今 辖区内? 境内 县内 区内 城乡 另有 另外 还有 "
        "分别 是 为 公[、和]?民办 "
        "公办[、和]民办 的 教育(?!局) 系统 期间 时期 以来 达到? 到 至 从 由 增加 发展 县域内? 保留 地区 范围内? 基础 "
        "总 数 区属 县属 市属 县管 "
        "名 “ ” 一、 二、 三、 情况 认定 分级 全系统 本学[年期] 该[县区市] :"
    )
)
_AREA_NAME: Final = re.compile("^[㐀-鿿*×XＸ]{1,8}?(?:自治)?(?:县|(?<![片社街])区|市|旗|林区|新区|开发区)")
_NOUN_MARKS = ",，。;:、()|-*•"
_LONGEST_BARE_NOUN: Final = 5
_LONGEST_SHORT_NOUN: Final = 3
_INCLUDED: Final = re.compile("\\([^()]{0,8}?(?:含|包括|包含)[^()]*$")
_COUNTED_BEHIND: Final = re.compile(
    any_of("教学班 班级 个班 班(?!组) 学位 床位 教室 项目 校区 专业 社团 课程 中心 基地 工作室 站 教学点")
)

_TOWN: Final = re.compile("(?:^|[,，。;:、])(?![各全每]|乡镇)[㐀-鿿]{1,4}(?<![乡城村各全每])(?:镇|乡|街道|片区|新城)$")
_SUMMED: Final = re.compile("(?:学校|[园校学])[和及与、]$")
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


def narrowing_of(candidate: Candidate) -> str:
    """The word before a label that narrows it to a part (农村, 城区); empty where there is none."""
    if candidate.label is None:
        return ""
    start = candidate.label.start
    match = _NARROWING.search(candidate.text, max(0, start - 8), start)
    return match[0] if match else ""


def is_of_town(candidate: Candidate) -> bool:
    """Whether a town is named as what a clause speaks of (白河镇新增学位300个)."""
    label = candidate.label
    return label is not None and _TOWN.search(candidate.text, max(0, candidate.start - 8), candidate.start) is not None


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


def is_sum(candidate: Candidate) -> bool:
    """Whether a noun is only the last of several that are counted together (学校和幼儿园共532所)."""
    label = candidate.label
    if label is None or not candidate.is_stock_count:
        return False
    return _SUMMED.search(candidate.text, max(candidate.begins, label.start - 8), label.start) is not None


def is_of_another_noun(candidate: Candidate) -> bool:
    """Whether a share whose noun stands above has another noun beside it (适龄儿童入学率 below a heading of 残疾儿童)."""
    label, indicator = candidate.label, candidate.indicator
    if label is None or indicator is None or indicator.kind not in (Kind.SHARE, Kind.RATE):
        return False
    if len(label.spans) == len(label.mention.pieces):
        return False
    start = max(candidate.begins, clause_start(candidate.text, label.start, _NOUN_MARKS))
    words = _CLEAN.sub("", candidate.text[start : label.start])
    return bool(_AREA_NAME.sub("", words))


def is_per_head(candidate: Candidate) -> bool:
    """Whether the noun is divided by another (每百名学生拥有骨干教师)."""
    return candidate.label is not None and _PER_HEAD.search(candidate.before(20)) is not None


def counts_another(candidate: Candidate) -> bool:
    """Whether the noun that a figure counts stands behind it (公办幼儿园259个教学班)."""
    quantity = candidate.figure.quantity
    return bool(quantity.unit) and _COUNTED_BEHIND.match(candidate.text, candidate.figure.end) is not None


def is_included(candidate: Candidate) -> bool:
    """Whether a figure stands in a bracket that says what a total includes (含4所民办初中)."""
    start = candidate.figure.start
    return _INCLUDED.search(candidate.text, max(0, start - 40), start) is not None


def is_narrowed(candidate: Candidate) -> bool:
    """Whether words before the noun of a stock narrow it (市一级幼儿园, 镇中心幼儿园, 离退休教职工).

    Where nothing is known of the words, they narrow.
    """
    label, indicator = candidate.label, candidate.indicator
    if label is None or indicator is None or not candidate.is_stock_count or indicator.unit not in ("所", "人"):
        return False
    first, last = label.spans[-1]
    if last - first > _LONGEST_BARE_NOUN or label.start == label.end:  # or completed by the noun of its list
        return False
    start = max(candidate.begins, clause_start(candidate.text, label.start, _NOUN_MARKS))
    words = _CLEAN.sub("", candidate.text[start : label.start])
    return bool(_AREA_NAME.sub("", words))


def is_unfinished(candidate: Candidate) -> bool:
    """Whether a flow is only begun (开工建设公办园4所), or is a stock for once (现有省一级幼儿园6所)."""
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
