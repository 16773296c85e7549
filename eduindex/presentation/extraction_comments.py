"""What a draft says beside its entries: where each stands in the report, how sure it is, and what a person should look at."""

from eduindex.extraction.novelty import Novelty
from eduindex.extraction.result import Check, Confidence, Proposal
from eduindex.model.district import Identity, Source
from eduindex.model.shortening import shortened
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words

CONFIDENCES = {
    Confidence.HIGH: Wording("大", "high"),
    Confidence.MEDIUM: Wording("中等", "medium"),
    Confidence.LOW: Wording("小", "low"),
}
CHECKS = {
    Check.LABEL: Wording("指标(其名称不在数字旁)", "the indicator (its name stands away from the figure)"),
    Check.PERIOD: Wording("时期(数字附近未印日期)", "the period (no date is printed near the figure)"),
    Check.STATUS: Wording("状态(按标题或动词读作计划)", "the status (a plan by its heading or its verb)"),
    Check.VARIANT: Wording("口径(原文未说明)", "the variant (the words state none)"),
    Check.SCOPE: Wording("范围(也许只涵盖一部分)", "the scope (perhaps only a part is covered)"),
    Check.CONFLICT: Wording(
        "数值(原文另有不同数字)", "the value (the report prints another one for the same series and period)"
    ),
}
_LINE = Wording("第{}行", "line {}")
_CONFIDENCE = Wording("把握{}", "{} confidence")
_TO_CHECK = Wording("请核对{}", "check {}")
_NOT_IN_FILE = Wording("文件中没有", "not in the file")
_STATED = Wording("文件写作{}", "the file says {}")
_JOINT = Wording("；", "; ")

_DRAFT = Wording(
    "草稿：逐条核对，改正或删去，然后删去这些注释行。",
    "A draft: confirm, correct or delete each entry, then delete these comments.",
)
_ADDITIONS = Wording(
    "草稿：只含 {} 没有或写法不同的条目；逐条核对后抄入该文件。",
    "A draft of what {} lacks or states differently: confirm each entry, then copy it there.",
)
_NAME = Wording("name: 请写出区县的中文名和英文名，如 {}", "name: write its names in Chinese and English, as in {}")
_EXAMPLE = "{zh: 清河县, en: Qinghe}"
_TITLE = Wording("title: 原文没有标题，请补写", "title: the text has none; write what the report is called")
_PUBLISHER = Wording("publisher: 请写明发布者", "publisher: write who published it")
_PUBLISHED = Wording("published: 请写明发布日期", "published: write when it was published")


def entry_comment(proposal: Proposal, line: int, language: Language) -> str:
    """Where an entry stands in the report, how sure it is and what to check, on one line."""
    return _JOINT(language).join(_remarks(proposal, line, language))


def novelty_comment(novelty: Novelty, language: Language) -> str:
    """The same, behind what the district file has instead."""
    stated = words.joined(dict.fromkeys(shortened(one.entry.value) for one in novelty.stated), language)
    what = _STATED(language).format(stated) if stated else _NOT_IN_FILE(language)
    return _JOINT(language).join([what, *_remarks(novelty.proposal, novelty.line, language)])


def draft_remark(language: Language) -> str:
    """What stands above a draft."""
    return _DRAFT(language)


def additions_remark(file: str, language: Language) -> str:
    """What stands above a draft of what a district file lacks."""
    return _ADDITIONS(language).format(file)


def name_remark(identity: Identity, language: Language) -> str:
    """What to do about the name, where it is no more than the id; empty where there is nothing to do."""
    return _NAME(language).format(_EXAMPLE) if identity.name.key == identity.id else ""


def source_remarks(source: Source, language: Language, *, has_title: bool) -> list[str]:
    """What is still to be written of a source; ``has_title`` says whether its title is one and no stand-in."""
    missing = (
        (has_title, _TITLE),
        (bool(source.publisher), _PUBLISHER),
        (source.published_month is not None, _PUBLISHED),
    )
    return [remark(language) for is_there, remark in missing if not is_there]


def _remarks(proposal: Proposal, line: int, language: Language) -> list[str]:
    sure = _CONFIDENCE(language).format(CONFIDENCES[proposal.confidence](language))
    remarks = [_LINE(language).format(line), sure]
    if proposal.checks:
        listed = [CHECKS[check](language) for check in proposal.checks]
        remarks.append(_TO_CHECK(language).format(words.joined(listed, language)))
    return remarks
