"""What a general noun means where it stands: 在校生 under the heading 小学, or behind 小学48所, are primary pupils.

The words above, before and beside a noun are put before it and looked up among the mentions of the catalogue. Where the item
before names schools of which the catalogue knows nothing (特殊教育学校1所,在校生206人), the noun is theirs and nobody's.
"""

import re
from collections.abc import Sequence
from typing import Final

from eduindex.extraction.labels import Label, LabelIndex, Mention
from eduindex.extraction.lists import item_before
from eduindex.extraction.matching import Match, Relation
from eduindex.extraction.phrases import any_of
from eduindex.extraction.schools import MEASURES_OF_SCHOOLS
from eduindex.extraction.structure import Head
from eduindex.model.catalogue import Indicator
from eduindex.model.quantity import FoundQuantity

_LONGEST_STAGE_HEAD = 14
_FARTHEST_ITEM = 60  # characters before a label
_WITHOUT_PUPILS = (
    "教学点",
    "教学班",
    "班级",
    "招生",
    "招生数",
    "毕业生",
    "毕业生人数",
    "毕业生数",
)  # what stands between a number of schools and that of their pupils
_UNITS_OF_PERSONS: Final = ("人", "人次")
_BRACKET: Final = re.compile("\\([^()]*\\)")
_HAVE: Final = re.compile("(?:[现共]?有|共)$")
_OF_ALL: Final = ("全县", "全区", "全市", "全旗")
_FIGURE: Final = re.compile("[0-9]\\s?[所人名个万%家]")
_NEXT_IN_LIST: Final = re.compile("[,，、](?:共?有|现有|共)?")
# An item that counts schools of all kinds does not narrow what is counted in them.
_ALL_SCHOOLS: Final = re.compile(
    any_of("全[县区市旗] 我[县区市] 现有 共有 拥有 有 其中 目前 各级 各类 公办 民办 公 民 [、和]")
    + "*(?:中小)?(?:学校?|学校园|学校[、和]?幼儿园|幼儿园)?"
)
_INSTITUTION: Final = re.compile(
    any_of("小学 初中 高中 中学 学校 幼儿园 职高 职中 中职 学院 完中 一贯制 教学点 园 校 教育 阶段") + "$"
)
_STAGE_OF_PERSONS: Final = re.compile(
    any_of("职业高中 普通高中 高中 小学 初中 中职 职高 幼儿园 义务教育阶段 义务教育 学前教育 特殊教育 在园 幼儿")
)
_SORT_OF_KINDERGARTEN: Final = re.compile("公办|民办|普惠|城区|农村")
_STAGES: Final = {"在园": "幼儿园", "幼儿": "幼儿园"}
_NAMES_STAGE: Final = ("小学", "初中", "高中", "幼儿", "义务", "中小学", "普通", "在园", "学前")


def narrowed(
    match: Match, text: str, figures: Sequence[FoundQuantity], number: int, heads: Sequence[Head], index: LabelIndex
) -> Match | None:
    """The match of the figure ``number`` as the words around its label narrow it; ``None`` where the noun is nobody's."""
    label = match.label
    names_stage = label.mention.pieces[-1].startswith(_NAMES_STAGE)
    if (
        match.relation is not Relation.BEFORE
        or len(label.spans) > 1
        or (names_stage and not _is_of_kindergarten(label))
    ):
        return match
    item = _counted_before(text, figures[:number], label) if label.indicator.unit in _UNITS_OF_PERSONS else ""
    if item:
        mention = index.narrowed(item, label.indicator) or index.narrowed(item.removesuffix("学校"), label.indicator)
        if mention is not None:
            return _renamed(match, mention)
        if _is_of_kindergarten(label) and _SORT_OF_KINDERGARTEN.search(item):
            window = text[max(0, label.start - _FARTHEST_ITEM) : label.start]
            return match if "公办" in window and "民办" in window else None  # both sorts together are all
        if not (_ALL_SCHOOLS.fullmatch(item) or names_stage) and _INSTITUTION.search(item):
            return None
    beside = _HAVE.sub("", _BRACKET.sub("", text[max(0, label.start - 24) : label.start]))
    mention = index.narrowed(beside, label.indicator)
    if mention is None and not beside.endswith(_OF_ALL):
        mention = _by_heads(heads, label.indicator, index)
    return match if mention is None else _renamed(match, mention)


def _is_of_kindergarten(label: Label) -> bool:
    return label.mention.pieces[-1].startswith("在园")


def _renamed(match: Match, mention: Mention) -> Match:
    return match._replace(label=match.label._replace(mention=mention, is_whole=False))


def _by_heads(heads: Sequence[Head], indicator: Indicator, index: LabelIndex) -> Mention | None:
    """The mention that the innermost short heading makes of the noun (小学, (二)初中教育)."""
    for head in reversed(heads):
        if len(head.text) > _LONGEST_STAGE_HEAD or _FIGURE.search(head.text):
            continue
        for end in range(len(head.text), 1, -1):
            mention = index.narrowed(head.text[:end], indicator)
            if mention is not None:
                return mention
    return None


def _counted_before(text: str, figures: Sequence[FoundQuantity], label: Label) -> str:
    """What the last figure before counts that only a comma parts from the label (小学48所,在校学生4.48万人)."""
    start = label.start
    for previous in reversed(figures):
        if start - previous.end > _FARTHEST_ITEM:
            break
        if not _NEXT_IN_LIST.fullmatch(_BRACKET.sub("", text[previous.end : start])):
            continue
        item = item_before(text, previous)
        if item.endswith(_WITHOUT_PUPILS):
            start = previous.start - len(item)
            continue
        if previous.quantity.unit in MEASURES_OF_SCHOOLS:
            return item
        stage = _STAGE_OF_PERSONS.search(item)
        return _STAGES.get(stage[0], stage[0]) if stage is not None else ""
    return ""
