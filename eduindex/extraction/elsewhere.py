"""Figures of other areas in a district's report: the country's, the province's, a neighbour's."""

import re
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.phrases import any_of, clause_start
from eduindex.model.catalogue import Kind

_OTHER_AREA: Final = re.compile(
    any_of(
        "全国 全省 省级?平均 省均 国均 国家 国际 省内 全自治区 省定 市均 市定 市级平均 平均水平 平均值 全市平均 "
        "兄弟县 周边县 东部 西部 其他县 "
        "县域平均"
    )
    + "[^,，。;]{0,10}$"
)
_COMPARED_WITH: Final = re.compile(
    "(?:高于|低于|优于|超过|高出|超出|多于|少于|领先|达到|符合|超)[^,，。;]{0,4}(?:全国|全省|全市|国家|省|部|市)[^,，。;]{0,10}$"
)
_BEGINS = "(?:^|[。;!?,，:])(?:目前|同期|而|当年|(?:19|20)[0-9]{2}年底?|其中|据统计)*"
_NO_SUBJECT = any_of("率先 首 第 唯一 前 领先 先进 优秀 示范 试点 通报 推广 范围 各")
_OTHER_SUBJECT: Final = re.compile(
    f"{_BEGINS}(?:(?:全国|全省|我省|全自治区|省内)(?!{_NO_SUBJECT})"
    "|邻近?[县区市]|周边[县区市]|兄弟[县区市]|某[县区市]|(?:邻近|相邻|周边)的|对比)"
)
_OTHER_SUBJECT_OF_COUNTY: Final = re.compile(f"{_BEGINS}(?:全市|我市|市级)")
_TITLE = 60  # characters with which a report begins
_COUNTY_IN_TITLE: Final = re.compile("[㐀-鿿]{2,5}(?:县|区)")
_OWN_COUNTY = "全县 全区 我县 我区 本县 本区 全旗 我旗 县内 区内 辖区 全域 我局"
_IS_OWN_COUNTY: Final = re.compile(any_of(_OWN_COUNTY))
_IS_OWN: Final = re.compile(any_of(f"{_OWN_COUNTY} 我市 本市"))


_NAMED: Final = re.compile(
    "(?:截[至止]|全|我|本)?(?P<name>[㐀-鿿]{2,3}(?P<rank>省|自治区|市))(?:的|共|共有|全市|全省)?"
)


def speaks_of_county(text: str) -> bool:
    """Whether a report calls a county or district its own, and no city as often: then 全市 is another area."""
    counties = sum(map(text.count, ("全县", "我县", "全区", "我区", "本县", "本区")))
    counties += 2 * len(_COUNTY_IN_TITLE.findall(text[:_TITLE]))
    return counties > sum(map(text.count, ("我市", "本市"))) and counties * 2 >= text.count("全市")


def is_elsewhere(candidate: Candidate) -> bool:
    """Whether a figure is of another area, or what the district is compared with; a place in an order never is."""
    indicator = candidate.indicator
    if indicator is None or indicator.kind in (Kind.RANK, Kind.GRADE) or candidate.figure.quantity.ordinal:
        return False
    if _OTHER_AREA.search(candidate.between[-20:]) or _COMPARED_WITH.search(candidate.between[-24:]):
        return True
    if _is_subject(candidate, _OTHER_SUBJECT, _IS_OWN) or _is_named(candidate):
        return True
    return candidate.in_county and _is_subject(candidate, _OTHER_SUBJECT_OF_COUNTY, _IS_OWN_COUNTY)


def _is_named(candidate: Candidate) -> bool:
    """Whether a clause begins with the name of a province, or of a city where the report is a county's."""
    start = candidate.start
    match = _NAMED.fullmatch(candidate.text, clause_start(candidate.text, start), start)
    is_other = match is not None and (match["rank"] != "市" or candidate.in_county)
    return is_other and _IS_OWN.search(candidate.text, start, candidate.figure.start) is None


def _is_subject(candidate: Candidate, other: "re.Pattern[str]", own: "re.Pattern[str]") -> bool:
    """Whether the last area that is named before a figure as what is spoken of is another one."""
    named = [match.end() for match in other.finditer(candidate.text, candidate.subject_start, candidate.figure.start)]
    return bool(named) and own.search(candidate.text, named[-1], candidate.figure.start) is None
