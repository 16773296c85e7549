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
_WITHOUT_NUMBER = Wording("文号未能核实，故略去", "number left out, for it could not be verified")


def document_notes(standards: Sequence[Standard], language: Language) -> tuple[Note, ...]:
    """A remark for each document: its title and number, the standards that come from it, and where they were seen."""
    grouped: dict[tuple[str, str], list[Standard]] = {}
    for standard in standards:
        grouped.setdefault((standard.document.key, standard.number), []).append(standard)
    return tuple(Note("", _document_text(group, language)) for group in grouped.values())


def _document_text(standards: Sequence[Standard], language: Language) -> str:
    first, zh = standards[0], language is Language.ZH
    said = [first.number or _WITHOUT_NUMBER(language), *_attested(standards, language)]
    if zh:
        return f"{'、'.join(one.id for one in standards)}：《{first.document(language)}》，{'；'.join(said)}。"
    return f"{', '.join(one.id for one in standards)}: {first.document(language)}; {'; '.join(said)}."


def _attested(standards: Sequence[Standard], language: Language) -> list[str]:
    """How well the wording is attested; where that differs within a document, of which standards."""
    grouped: dict[Attestation, list[str]] = {}
    for standard in standards:
        grouped.setdefault(standard.attested, []).append(standard.id)
    if len(grouped) == 1:
        return [_ATTESTED[attested](language) for attested in grouped]
    joint = "、" if language is Language.ZH else ", "
    return [f"{_ATTESTED[attested](language)} ({joint.join(ids)})" for attested, ids in grouped.items()]
