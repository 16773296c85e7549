"""What may stand behind a number: magnitudes (万, 亿), money, per cent, measure words, and words of time.

Chinese writes without blanks, so a measure word is one only where it does not begin another word: 家 in ``4家企业``
counts, 家 in ``2.5万家长`` does not. Each measure word lists what must not follow it.
"""

import re
from decimal import Decimal

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

# unit -> what must not follow it (alternatives)
_UNITS = {
    PER_CENT: "",
    "‰": "",
    POINTS: "",
    "百分点": "",
    MONEY: "[素旦宵件]",
    "美元": "",
    "港元": "",
    "人次": "",
    "人": "[均才工事类民力文]",
    "名": "[额单称]",
    "位": "[于列居置次]",
    "所": "[有在需属谓述]|以(?![上下内])",
    "个": "[月性体别]|学期|学年|季度|星期|工作日|世纪",
    "家": "[长庭校教园访属务政具]",
    "户": "[籍外型口]",
    "间": "[接隔歇断]",
    "处": "[于理置室级罚]",
    "套": "[餐路用]",
    "项": "目",
    "门": "[类户口槛诊]",
    "册": "",
    "条": "[件例款约理]",
    "件": "",
    "次": "[数要日性序]",
    "期": "[间望末中刊待]|工程|项目",
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
    "大": "[会学赛型班幅力量众球]",
    "轮": "[岗训换流值]",
    "份": "额",
    "场": "[地馆所景面]",
    "起": "[来点步诉]",
    "支": "[持部撑教出付]",
    "台": "[州湾账阶]",
    "部": "[门分署长级队委属]",
    "辆": "",
    "组": "[织建长团成合]",
    "批": "[次准复]",
    "幢": "",
    "栋": "",
    "座": "[谈位]",
    "块": "",
    "节": "[约能假日目点省气]",
    "堂": "",
    "篇": "",
    "本": "[科级地校市县区土着次]",
    "班": "[级主子额车会]",
    "人年": "",
    "倍": "增",
    "分": "[之钟别数校为成批类级流布享析公]",
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


def _alternatives(words: dict[str, str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (f"(?!{words[word]})" if words[word] else "") for word in longest_first)


_UNIT = re.compile(_alternatives(_UNITS))
_MAGNITUDE = re.compile(_alternatives(dict.fromkeys(_MAGNITUDES, "") | {"百": "分[点之比]", "千": "米"}))
_TIME_WORD = re.compile(_TIME)


def scan_magnitude(text: str, at: int) -> tuple[int, int]:
    """The power of ten of the magnitude word at ``at`` (1 where there is none) and the offset behind it."""
    match = _MAGNITUDE.match(text, at)
    return (1, at) if match is None else (_MAGNITUDES[match.group()], match.end())


def scan_unit(text: str, at: int) -> tuple[str, int]:
    """The unit at ``at`` (empty where there is none) and the offset behind it."""
    match = _UNIT.match(text, at)
    return ("", at) if match is None else (_ALIASES.get(match.group(), match.group()), match.end())


def time_word_end(text: str, at: int) -> int:
    """The offset behind the word (年, 个月, 日 ...) at ``at`` that makes a number a date or a duration; -1 if none."""
    match = _TIME_WORD.match(text, at)
    return -1 if match is None else match.end()


def split_unit(unit: str) -> tuple[Decimal, str]:
    """A catalogue's unit as a factor and the unit it scales: ``万元`` is 10000 times ``元``."""
    power, end = scan_magnitude(unit, 0)
    return (Decimal(power), unit[end:]) if unit[end:] else (Decimal(1), unit)
