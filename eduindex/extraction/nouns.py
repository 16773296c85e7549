"""Nouns that other words narrow, divide or add up: a figure beside them counts less, or more, than the noun alone says."""

import re
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.labels import Label
from eduindex.extraction.phrases import any_of, clause_start
from eduindex.model.catalogue import Kind

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
        "[一二三四五六七八九十][是则] 各级各类学校 共建成 已建成 累计建成 建成 全[县区市旗境域州][市区]? "
        "[我本][县区市旗] 现共?有 共计?有? 总共 "
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
_NOUN_MARKS = ",，。;:、()|-*•.①②③④⑤⑥⑦⑧⑨⑩"
_LONGEST_BARE_NOUN: Final = 5
_INCLUDED: Final = re.compile("\\([^()]{0,8}?(?:含|包括|包含)[^()]*$")
_COUNTED_BEHIND: Final = re.compile(
    any_of("教学班 班级 个班 班(?!组) 学位 床位 教室 项目 校区 专业 社团 课程 中心 基地 工作室 站 教学点")
)
_TOWN: Final = re.compile("(?:^|[,，。;:、])(?![各全每]|乡镇)[㐀-鿿]{1,4}(?<![乡城村各全每])(?:镇|乡|街道|片区|新城)$")
_SUMMED: Final = re.compile("(?:学校|[园校学])[和及与、]$")


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
    return _has_other_words(candidate, label)


def _has_other_words(candidate: Candidate, label: Label) -> bool:
    """Whether words stand before a noun of which nothing says that they leave it as it is."""
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
    return _has_other_words(candidate, label)
