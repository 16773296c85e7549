"""What may stand between the words that name an indicator and a figure, and at what price.

Words that only connect (达到, 为, 共有) cost nothing or little, a comma more, and every character that is not known as a
connecting word most, for it may be another noun: in 教育集团学校15所 the figure counts schools, not groups. The table holds
general words of the language, none of the field.
"""

import re
from collections.abc import Iterable
from typing import Final

TOO_FAR: Final = 6
_UNKNOWN = 3
_COMMA = 2
_OTHER_FIGURE = 6
_DATED_FIGURE = 1  # 2019年6.14亿元、2020年6.5亿元: a figure whose neighbour has a date of its own

_FREE = (
    "达到 达 为 是 有 共有 共 均 都 即 约 已 已达 就 仅 只 也 又 分别 实现 保持 保持在 维持 维持在 稳定 稳定在 巩固 巩固在 "
    "控制 控制在 提升 提升到 提升至 提升为 提高 提高到 提高至 增加到 增加至 增长到 增长至 上升到 上升至 升至 升到 "
    "扩大到 扩大至 扩充到 下降到 下降至 降低到 降低至 降到 降至 减少到 减少至 压减到 压减至 压缩到 压缩至 缩小到 缩小至 跃升至 "
    "发展到 发展至 攀升至 调整为 增至 减至 由 从 的 了 到 至 总计 合计 累计 计 总数 总数为 数量 数 总量 总人数 人数 "
    "总数达 总额 突破 连续 再 已经 全部 基本 高达 仍 占比 占 比例 比重 率 共计 总共 现 现有 拥有 设有 建有 配有 配备 配备了 "
    "常年 稳步 逐年 不断 持续 进一步 大幅 平均 分 各 各为 则 指标 指标达 完成 完成了 以来 左右 中 : “ ” \" ' ‘ ’ 为: "
    "首次 晋级 荣获 获评 位列 位居 居 列 排 排名 名列 跃居 获 获得 评为 被评为 定为 评定为 等级 截至目前 "
    "全年 年度 年底 年末 底 年 初 在 于 要 将 力争 确保 争取 预计 计划 "
    "目标 超额 一直 始终 整体 总体 综合 总 水平 水平达 规模 规模达 规模为 情况 发放 投入 安排 支出 金额 资金 经费 达成 ― — - … "
    "合格 普遍 最高 最低 保 持 稳 定 能 可 可达 成 建成 建设 建立 设立 成立 组建 组建了 创建 创成 新增 新建 培养 培育 "
    "评选 选聘 "
    "招聘 招录 引进 补充 开设 选派 交流 参与 参加 覆盖 覆盖面 受益 惠及 认定 命名 授予 通过 通过了 提供 建 名 含 即为 "
    "全区 全县 全市 我县 我区 我市 "
    "本县 本区 本市 分值 数值 值 标准值 结果为 结果 系数 系数为 得分"
)
_CHEAP = "人均 每年 年均 每 的比例 的比例达 总数的 总数的比例 人数的 的比例为 的比重 学生 教师 面 数为 数达"
_CHANGES = "(?:增长|增加|提高|提升|上升|下降|降低|减少|回落|增幅|降幅|涨幅|高出|高于|低于|缩小|扩大|多出)"
_FIGURE = "\ue000"  # stands for a figure inside a bridge
_YEAR = "(?:19|20|21)[0-9]{2}"
_DATE = (
    f"(?:{_YEAR}(?:[-—~至到](?:19|20|21)?[0-9]{{2}})?(?:学年度?|年度?)?(?:[0-9]{{1,2}}月)?(?:[底末初]|以来|[春秋]季学期)?"
    "|[0-9]{1,2}月(?:[底末初]|份)?|“?十[一二三四]五”?(?:以来|期间|末)?"
    "|去年|上年|前年|本年度?|今年|当年|现在|目前|当初|最初|原来|之前|此前|同期)"
)
_COMPARED = (
    f"[,，]?(?:与|和|同|较|比|相比|同比|环比)(?:{_YEAR}年[底末初]?)?[^,，。;0-9{_FIGURE}]{{0,12}}?(?:相比)?[,，]?"
    f"{_CHANGES}(?:了|约|近)?{_FIGURE}"
)
_FROM_TO = (
    f"(?:由|从){_DATE}?的?{_FIGURE}[,，]?[^,，。;0-9{_FIGURE}]{{0,8}}?(?=提|增|上|升|降|下|减|压|到|至|扩|发|攀|跃|缩)"
)
_OWN_AREA = "(?:而|其中)?(?:全|我|本)[县区市旗](?:同期|则)?"
_BRACKET = r"\([^()]{0,40}\)|【[^【】]{0,20}】|\[[^\[\]]{0,20}\]"


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, set(words)), key=len, reverse=True))


_OVERTAKEN = f"{_FIGURE}(?:的?大关)?[,，](?=(?:已|现|现已)?(?:达|为))"
_TOKEN = re.compile(
    f"(?P<compared>{_COMPARED})|(?P<fromto>{_FROM_TO})|(?P<bracket>{_BRACKET})|(?P<date>{_DATE})"
    f"|(?P<cheap>{_alternatives(_CHEAP.split())})|(?P<free>{_alternatives(_FREE.split())})"
    f"|(?P<changed>{_CHANGES}(?:了|约|近)?{_FIGURE}[,，]?)"
    f"|(?P<own>{_FIGURE}[,，]{_OWN_AREA}(?=达|为|是|则))"
    f"|(?P<dated>{_FIGURE}[,，、和及]*(?={_DATE})|{_OVERTAKEN})"
    f"|(?P<figure>{_FIGURE})"
    "|(?P<total>[,，][^,，。;]{0,2}(?:累计|共计|合计))|(?P<comma>[,，])|(?P<list>[、和与及]|其中)|(?P<other>.)",
    re.DOTALL,
)
_COSTS = {
    "compared": 0,
    "fromto": 0,
    "bracket": 0,
    "date": 0,
    "changed": 0,
    "own": _DATED_FIGURE,
    "cheap": 1,
    "free": 0,
    "dated": _DATED_FIGURE,
    "figure": _OTHER_FIGURE,
    "comma": _COMMA,
    "total": _OTHER_FIGURE,
    "list": _OTHER_FIGURE,
    "other": _UNKNOWN,
}


def cost_of_bridge(text: str, start: int, end: int, figures: Iterable[tuple[int, int]]) -> int:
    """The price of the words between a label that ends at ``start`` and a figure at ``end``; ``figures`` are others' spans.

    Never more than ``TOO_FAR``, at which nothing connects the two.
    """
    bridge, done = "", start
    for first, last in figures:
        if done <= first and last <= end:
            bridge += text[done:first] + _FIGURE
            done = last
    bridge += text[done:end]
    cost = 0
    for match in _TOKEN.finditer(bridge):
        cost += _COSTS[match.lastgroup or "other"]
        if cost >= TOO_FAR:
            return TOO_FAR
    return cost
