"""Footnotes: a sentence gets one number, however many cells refer to it."""

from collections.abc import Iterable

from eduindex.analysis.figures import Figure
from eduindex.model.table import Note
from eduindex.model.wording import Language
from eduindex.presentation import words
from eduindex.presentation.figure_text import name_of


class Footnotes:
    """The numbered sentences under a table, in the order of their first use."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def numbers(self, sentences: Iterable[str]) -> frozenset[int]:
        """The numbers by which cells refer to the sentences."""
        return frozenset(self._numbers.setdefault(text, len(self._numbers) + 1) for text in sentences)

    def notes(self) -> tuple[Note, ...]:
        """All footnotes."""
        return tuple(Note(str(number), text) for text, number in self._numbers.items())


def marks(numbers: Iterable[int]) -> str:
    """What a cell shows to refer to footnotes, for example ``[1, 4]``; empty for none."""
    listed = ", ".join(str(number) for number in sorted(numbers))
    return f"[{listed}]" if listed else ""


def bibliography(figures: Iterable[Figure], language: Language) -> tuple[Note, ...]:
    """The sources of the figures shown, a remark each."""
    seen: dict[str, None] = {}
    for figure in figures:
        for observation in figure.observations:
            source = observation.source
            published = words.UNDATED(language) if source.published == "undated" else source.published
            said = (source.publisher(language), published or words.NOT_SAID(language), source.url)
            details = ", ".join(text for text in said if text)
            seen[f"{name_of(figure.district, language)} · {source.id}: {source.title(language)}. {details}"] = None
    return tuple(Note("", text) for text in seen)
