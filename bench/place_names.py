"""Districts that do not exist: ids, names and division codes for a generated workspace.

The n-th district is the same in every workspace, however large, so that a small one is the beginning of a large one. Provinces
are real, because the first two digits of a code have to be; everything below them is made up.
"""

from functools import cache
from typing import NamedTuple

MOST_DISTRICTS = 3240

_FIRST = """
    安an 保bao 北bei 沧cang 长chang 赤chi 大da 德de 定ding 东dong 丰feng 福fu 光guang 海hai 和he 华hua 怀huai 建jian 江jiang
    金jin 景jing 开kai 兰lan 乐le 临lin 龙long 明ming 南nan 宁ning 平ping 青qing 泉quan 荣rong 瑞rui 三san 上shang 石shi
    双shuang 松song 泰tai 天tian 通tong 万wan 望wang 文wen 武wu 西xi 新xin 兴xing 秀xiu 宣xuan 阳yang 宜yi 永yong 玉yu 云yun
    泽ze 昭zhao 镇zhen 中zhong
"""
_SECOND = """
    安an 坝ba 宾bin 埠bu 昌chang 城cheng 池chi 川chuan 德de 店dian 都du 坊fang 峰feng 冈gang 皋gao 沟gou 谷gu 关guan 海hai
    汉han 河he 湖hu 化hua 淮huai 江jiang 界jie 津jin 靖jing 康kang 口kou 朗lang 乐le 梁liang 林lin 岭ling 龙long 鹿lu 门men
    宁ning 盘pan 坪ping 浦pu 桥qiao 丘qiu 泉quan 仁ren 沙sha 山shan 水shui 台tai 塘tang 田tian 湾wan 溪xi 阳yang 义yi 源yuan
    泽ze 洲zhou 庄zhuang
"""
_PROVINCES = (
    ("13", "河北省", "Hebei"),
    ("14", "山西省", "Shanxi"),
    ("15", "内蒙古自治区", "Inner Mongolia"),
    ("21", "辽宁省", "Liaoning"),
    ("22", "吉林省", "Jilin"),
    ("23", "黑龙江省", "Heilongjiang"),
    ("32", "江苏省", "Jiangsu"),
    ("33", "浙江省", "Zhejiang"),
    ("34", "安徽省", "Anhui"),
    ("35", "福建省", "Fujian"),
    ("36", "江西省", "Jiangxi"),
    ("37", "山东省", "Shandong"),
    ("41", "河南省", "Henan"),
    ("42", "湖北省", "Hubei"),
    ("43", "湖南省", "Hunan"),
    ("44", "广东省", "Guangdong"),
    ("45", "广西壮族自治区", "Guangxi"),
    ("46", "海南省", "Hainan"),
    ("51", "四川省", "Sichuan"),
    ("52", "贵州省", "Guizhou"),
    ("53", "云南省", "Yunnan"),
    ("54", "西藏自治区", "Tibet"),
    ("61", "陕西省", "Shaanxi"),
    ("62", "甘肃省", "Gansu"),
    ("63", "青海省", "Qinghai"),
    ("64", "宁夏回族自治区", "Ningxia"),
    ("65", "新疆维吾尔自治区", "Xinjiang"),
)
# What a city is divided into, with the last two digits of the codes: urban districts, counties, towns with a city's rank.
_MEMBERS = (
    *(("区", digits) for digits in ("02", "03", "04", "05", "06")),
    *(("县", digits) for digits in ("21", "22", "23", "24", "25")),
    *(("市", digits) for digits in ("81", "82")),
)


class DistrictName(NamedTuple):
    """What a district is called; ``rank`` is 区, 县 or 市, the last character of its name, and ``short`` the name without it."""

    id: str
    code: str
    short: str
    rank: str
    city: str
    province: str
    within_english: str


def name_district(index: int) -> DistrictName:
    """The name of the district number ``index``, counted from 0; all differ in id, code and name."""
    province_code, province, province_english = _PROVINCES[index % len(_PROVINCES)]
    city, member = divmod(index // len(_PROVINCES), len(_MEMBERS))
    rank, last_digits = _MEMBERS[member]
    short, spelling = _pairs()[index]
    city_short, city_spelling = _pairs()[-1 - city * len(_PROVINCES) - index % len(_PROVINCES)]
    return DistrictName(
        id=spelling,
        code=f"{province_code}{city + 1:02}{last_digits}",
        short=short,
        rank=rank,
        city=f"{city_short}市",
        province=province,
        within_english=f"{city_spelling.capitalize()}, {province_english}",
    )


@cache
def _pairs() -> list[tuple[str, str]]:
    """Names of two characters with their spellings, no two spelled alike."""
    first, second = ([(word[0], word[1:]) for word in pool.split()] for pool in (_FIRST, _SECOND))
    by_spelling: dict[str, str] = {}
    for number in range(len(first) * len(second)):
        one, other = first[number % len(first)], second[(number // len(first) + number) % len(second)]
        if one != other:
            by_spelling.setdefault(one[1] + other[1], one[0] + other[0])
    return [(name, spelling) for spelling, name in by_spelling.items()]
