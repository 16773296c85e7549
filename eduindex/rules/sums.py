"""The family P, sums: a total and its parts, where one report gives both.

A scope is free text, so two of them may overlap (硕士, 女教师) or nest (小学, 农村小学). Parts are only added up where they are
known to exclude each other: by well-known words, or because one phrase lists them with 、 behind their total.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import combinations, pairwise
from typing import Final

from eduindex.model import findings
from eduindex.model.diagnostic import Severity
from eduindex.model.district import Status
from eduindex.model.evidence import without_space
from eduindex.model.interval import EXACT
from eduindex.model.observation import District, Observation
from eduindex.model.period import Span
from eduindex.model.quantity import FoundQuantity
from eduindex.model.quantity_finding import find_quantities
from eduindex.model.shortening import listed, shortened
from eduindex.rules.evidence import MOST_SEARCHED
from eduindex.rules.rule import DistrictRule, Example, Finding, Part, Reports, Rule

_SHARE_OF_ALL = Decimal("0.8")  # parts that make up less of their total are not all of its parts

# Ways to divide a district; the words of one row mean one part, and no two rows of a way overlap.
_DIVISIONS = (
    (("学前", "学前教育", "幼儿园"), ("小学",), ("初中",), ("高中", "普通高中", "普高"), ("中职", "中等职业学校")),
    (("城区", "城镇", "城市"), ("农村", "乡村")),
    (("公办", "公办园", "公办学校"), ("民办", "民办园", "民办学校")),
    (("男", "男性", "男教师", "男生"), ("女", "女性", "女教师", "女生")),
)
_COMPLETE = frozenset({2, 3})  # by these ways nothing is left over
_PLACES_IN_DIVISIONS = {
    word: (division, part)
    for division, parts in enumerate(_DIVISIONS)
    for part, words in enumerate(parts)
    for word in words
}
# What a scope divides by, as far as its words tell: whoever has a master's degree may be a woman.
_ASPECTS = (
    ("男", "女"),
    ("博士", "硕士", "研究生", "本科", "专科"),
    ("学前", "幼儿", "小学", "初中", "高中", "中职"),
    ("城区", "城镇", "城市", "农村", "乡村"),
    ("公办", "民办"),
    ("岁", "青年"),
)
_JOINTS = ("、", "和", "及", "与")


def _unequal_sums(district: District, _reports: Reports) -> Iterator[Finding]:
    parts = [one for one in district.observations if one.entry.scope.key and one.indicator.is_total]
    if not parts:
        return
    divided = {part.entry.indicator for part in parts}
    wholes = _by_key_of_whole(
        one for one in district.observations if one.entry.indicator in divided and not one.entry.scope.key
    )
    for key, group in _by_key_of_whole(parts).items():
        if len(wholes.get(key, ())) == 1:
            finding = _unequal_sum(wholes[key][0], group)
            if finding is not None:
                yield finding


_KeyOfWhole = tuple[str, str | None, Status, str, Span]


def _by_key_of_whole(observations: Iterable[Observation]) -> dict[_KeyOfWhole, list[Observation]]:
    """Observations by what a total and its parts have in common."""
    grouped: dict[_KeyOfWhole, list[Observation]] = {}
    for observation in observations:
        entry = observation.entry
        key = (entry.indicator, entry.variant, entry.status, entry.source, observation.period.span)
        grouped.setdefault(key, []).append(observation)
    return grouped


def _unequal_sum(whole: Observation, parts: Sequence[Observation]) -> Finding | None:
    for part in parts:
        if _is_more([part], whole):
            return _told(whole, [part], "more than")
    if len(parts) < 2:
        return None
    for summed, may_be_all in _disjoint(whole, parts):
        if _is_more(summed, whole):
            return _told(whole, summed, "more than")
        if may_be_all and _is_less(summed, whole):
            return _told(whole, summed, "less than")
    return None


def _told(whole: Observation, parts: Sequence[Observation], relation: str) -> Finding:
    values = listed([part.entry.value for part in parts])
    lines = listed([str(part.entry.place_of("value").line) for part in parts])
    total = shortened(whole.entry.value)
    if len(parts) == 1:
        message, hint = (
            f"the part {values} is {relation} the total {total}",
            f"compare it with its part in line {lines}",
        )
    else:
        message = f"the parts {values} are together {relation} the total {total}"
        hint = f"compare it with its parts in lines {lines}"
    return Finding(whole.entry.place_of("value"), message, hint, whole.entry.value)


def _is_more(parts: Sequence[Observation], whole: Observation) -> bool:
    high = whole.possible.high
    return high is not None and _sum([part.possible.low or Decimal(0) for part in parts]) > high


def _is_less(parts: Sequence[Observation], whole: Observation) -> bool:
    """Whether parts that may be all of them stay below their total, but so little that they should reach it."""
    low, highs = whole.possible.low, [part.possible.high for part in parts]
    if low is None or None in highs:
        return False
    together = _sum([high for high in highs if high is not None])
    return EXACT.multiply(low, _SHARE_OF_ALL) <= together < low


def _sum(numbers: Sequence[Decimal]) -> Decimal:
    return reduce(EXACT.add, numbers, Decimal(0))


def _disjoint(whole: Observation, parts: Sequence[Observation]) -> Iterator[tuple[list[Observation], bool]]:
    """Parts that exclude each other, and whether they may be all parts of the whole."""
    by_division: dict[int, list[tuple[int, Observation]]] = {}
    for part in parts:
        place = _PLACES_IN_DIVISIONS.get(part.entry.scope.key)
        if place is not None:
            by_division.setdefault(place[0], []).append((place[1], part))
    for division, placed in by_division.items():
        numbers = {number for number, _ in placed}
        if len(placed) > 1 and len(numbers) == len(placed):
            summed = [part for _, part in placed]
            is_whole_division = division in _COMPLETE and len(placed) == len(_DIVISIONS[division])
            yield summed, is_whole_division or _figures_of_phrase(whole, summed) is not None
    in_phrase = [part for part in parts if _phrase(part) == _phrase(whole)]
    if len(in_phrase) > 1 and not _overlap(in_phrase) and _are_listed(whole, in_phrase):
        yield in_phrase, True


def _phrase(observation: Observation) -> str:
    return without_space(observation.entry.evidence)


def _overlap(parts: Sequence[Observation]) -> bool:
    """Whether two scopes are the same, or one holds the other, or they divide by different things."""
    scopes = [part.entry.scope.key for part in parts]
    known = [_PLACES_IN_DIVISIONS[scope] for scope in scopes if scope in _PLACES_IN_DIVISIONS]
    if len({_aspects(scope) for scope in scopes}) > 1 or len(set(known)) < len(known):
        return True
    return any(first in second or second in first for first, second in combinations(scopes, 2))


def _aspects(scope: str) -> frozenset[int]:
    return frozenset(number for number, words in enumerate(_ASPECTS) if any(word in scope for word in words))


def _are_listed(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Whether the phrase prints the total, and the parts as one list."""
    figures = _figures_of_phrase(whole, parts)
    if figures is None:
        return False
    between = [
        whole.entry.evidence[first.end : second.start]
        for first, second in pairwise(figures)
        if whole.quantity.interval not in (first.quantity.interval, second.quantity.interval)
    ]
    return bool(between) and all(any(joint in text for joint in _JOINTS) for text in between)


def _figures_of_phrase(whole: Observation, parts: Sequence[Observation]) -> tuple[FoundQuantity, ...] | None:
    """The figures of the phrase that all entries share, where these are the total and the parts and no other."""
    if len(whole.entry.evidence) > MOST_SEARCHED or any(_phrase(part) != _phrase(whole) for part in parts):
        return None
    figures = find_quantities(whole.entry.evidence)
    printed = sorted(str(figure.quantity.interval) for figure in figures)
    entered = sorted(str(one.quantity.interval) for one in (whole, *parts))
    return figures if printed == entered else None


RULES: Final[tuple[Rule, ...]] = (
    DistrictRule(
        code=findings.UNEQUAL_SUM,
        severity=Severity.WARNING,
        title="the parts do not add up to the total",
        why=(
            "A total and its parts from one report have to fit: else a digit is wrong, a part is missing, or the parts "
            "overlap. No part is more than the total; parts are added up where their scopes exclude each other for certain "
            "(小学, 初中; 公办, 民办) or one phrase lists them with 、 behind the total. Compare all of them with the source; "
            "where the source itself does not add up, accept the finding and say so."
        ),
        bad=Example(
            Part.ENTRY,
            """\
  - indicator: school_places_added
    value: 1500个
    period: 2023
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中500个
  - indicator: school_places_added
    value: 900个
    period: 2023
    scope: {zh: 小学, en: primary}
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中500个
  - indicator: school_places_added
    value: 500个
    period: 2023
    scope: {zh: 初中, en: junior secondary}
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中500个
""",
        ),
        good=Example(
            Part.ENTRY,
            """\
  - indicator: school_places_added
    value: 1500个
    period: 2023
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中600个
  - indicator: school_places_added
    value: 900个
    period: 2023
    scope: {zh: 小学, en: primary}
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中600个
  - indicator: school_places_added
    value: 600个
    period: 2023
    scope: {zh: 初中, en: junior secondary}
    source: report-2023
    evidence: 2023年新增学位1500个,其中小学900个、初中600个
""",
        ),
        acceptable=True,
        check=_unequal_sums,
    ),
)
