"""What may stand behind a number: magnitudes (万, 亿), money, per cent, measure words, and words of time.

Chinese writes without blanks, so a measure word is one only where it does not begin another word: 家 in ``4家企业``
counts, 家 in ``2.5万家长`` does not. Each measure word lists what must not follow it.
"""

import re
from decimal import Decimal

from eduindex.model.word_table import WordTable

PER_CENT = "%"
POINTS = "个百分点"
MONEY = "元"
RATIO = ":1"

_MAGNITUDES = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "十亿": 10**9,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 10**3,
    "百": 10**2,
}

# unit -> what must not follow it
_UNITS = {
    PER_CENT: "",
    "‰": "",
    POINTS: "",
    "百分点": "",
    MONEY: "素 旦 宵 件",
    "美元": "",
    "港元": "",
    "人次": "",
    "人": "均 才 工 事 类 民 力 文",
    "名": "额 单 称",
    "位": "于 列 居 置 次",
    "所": "有 在 需 属 谓 述 以便 以来 以后 以前 以及",
    "个": "月 性 体 别 学期 学年 季度 星期 工作日 世纪",
    "家": "长 庭 校 教 园 访 属 务 政 具",
    "户": "籍 外 型 口",
    "间": "接 隔 歇 断",
    "处": "于 理 置 室 级 罚",
    "套": "餐 路 用",
    "项": "目",
    "门": "类 户 口 槛 诊",
    "册": "",
    "条": "件 例 款 约 理",
    "件": "",
    "次": "数 要 日 性 序",
    "期": "间 望 末 中 刊 待 工程 项目",
    "平方米": "",
    "平方公里": "",
    "平米": "",
    "㎡": "",
    "米": "",
    "公里": "",
    "千米": "",
    "亩": "",
    "公顷": "",
    "吨": "",
    "大": "会 学 赛 型 班 幅 力 量 众 球",
    "轮": "岗 训 换 流 值",
    "份": "额",
    "场": "地 馆 所 景 面",
    "起": "来 点 步 诉",
    "支": "持 部 撑 教 出 付",
    "台": "州 湾 账 阶",
    "部": "门 分 署 长 级 队 委 属",
    "辆": "",
    "组": "织 建 长 团 成 合",
    "批": "次 准 复",
    "幢": "",
    "栋": "",
    "座": "谈 位",
    "块": "",
    "节": "约 能 假 日 目 点 省 气",
    "堂": "",
    "篇": "",
    "本": "科 级 地 校 市 县 区 土 着 次",
    "班": "级 主 子 额 车 会",
    "人年": "",
    "倍": "增",
    "分": "之 钟 别 数 校 为 成 批 类 级 流 布 享 析 公",
    "岁": "",
    "课时": "",
    "学时": "",
    "学分": "",
    "小时": "",
    "个小时": "",
    "分钟": "",
    "种": "",
}
_ALIASES = {"百分点": POINTS, "个小时": "小时"}

_TIME = (
    "个(?:多|半)?(?:月|学期|学年|季度|星期|工作日|世纪)"
    "|多?(?:年|学期|学年|季度|星期|月|世纪|工作日)"
    "|日(?!常|语|间)|天(?!然)|周(?!边|围)|号(?!召)|时(?![代间期常尚装])"
)


_UNIT_WORDS = WordTable(_UNITS, not_before=_UNITS)
_MAGNITUDE_WORDS = WordTable(_MAGNITUDES, not_before={"百": "分点 分之 分比", "千": "米"})
_TIME_WORD = re.compile(_TIME)


def scan_magnitude(text: str, at: int) -> tuple[int, int]:
    """The power of ten of the magnitude word at ``at`` (1 where there is none) and the offset behind it."""
    word = _MAGNITUDE_WORDS.word_at(text, at)
    return _MAGNITUDES.get(word, 1), at + len(word)


def scan_unit(text: str, at: int) -> tuple[str, int]:
    """The unit at ``at`` (empty where there is none) and the offset behind it."""
    word = _UNIT_WORDS.word_at(text, at)
    return _ALIASES.get(word, word), at + len(word)


def time_word_end(text: str, at: int) -> int:
    """The offset behind the word (年, 个月, 日 ...) at ``at`` that makes a number a date or a duration; -1 if none."""
    match = _TIME_WORD.match(text, at)
    return -1 if match is None else match.end()


def split_unit(unit: str) -> tuple[Decimal, str]:
    """A catalogue's unit as a factor and the unit it scales: ``万元`` is 10000 times ``元``."""
    power, end = scan_magnitude(unit, 0)
    return (Decimal(power), unit[end:]) if unit[end:] else (Decimal(1), unit)
