"""The documents that standards come from, and how well their wording is attested: the bibliography of a table of standards."""

from collections.abc import Sequence

from eduindex.model.standard import Attestation, Standard
from eduindex.model.table import Note
from eduindex.model.wording import Language, Wording

_ATTESTED = {
    Attestation.PROVISION: Wording("条文见于文件副本", "wording seen in a copy of the provision"),
    Attestation.SECONDARY: Wording("条文见于转述页面", "wording seen in a secondary page"),
    Attestation.NONE: Wording("条文未见", "wording not seen"),
}
_WITHOUT_NUMBER = Wording("文号未列(未核实)", "no number given (not verified)")


def by_document(standards: Sequence[Standard]) -> list[list[Standard]]:
    """The standards of each document together, in the order of the first of them."""
    grouped: dict[tuple[str, str], list[Standard]] = {}
    for standard in standards:
        grouped.setdefault((standard.document.key, standard.number), []).append(standard)
    return list(grouped.values())


def document_text(standard: Standard, language: Language) -> str:
    """The document that sets a standard: its title and its number."""
    number = standard.number or _WITHOUT_NUMBER(language)
    title = standard.document(language)
    return f"《{title}》，{number}" if language is Language.ZH else f"{title}; {number}"


def document_notes(standards: Sequence[Standard], language: Language) -> tuple[Note, ...]:
    """A remark for each document: its title and number, the standards that come from it, and where they were seen."""
    return tuple(Note("", _document_note(group, language)) for group in by_document(standards))


def _document_note(standards: Sequence[Standard], language: Language) -> str:
    zh = language is Language.ZH
    said = ("；" if zh else "; ").join([document_text(standards[0], language), *_attested(standards, language)])
    ids = ("、" if zh else ", ").join(one.id for one in standards)
    return f"{ids}：{said}。" if zh else f"{ids}: {said}."


def _attested(standards: Sequence[Standard], language: Language) -> list[str]:
    """How well the wording is attested; where that differs within a document, of which standards."""
    grouped: dict[Attestation, list[str]] = {}
    for standard in standards:
        grouped.setdefault(standard.attested, []).append(standard.id)
    if len(grouped) == 1:
        return [_ATTESTED[attested](language) for attested in grouped]
    joint = "、" if language is Language.ZH else ", "
    return [f"{_ATTESTED[attested](language)} ({joint.join(ids)})" for attested, ids in grouped.items()]
