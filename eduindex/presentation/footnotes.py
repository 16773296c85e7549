"""Footnotes: a sentence gets one number, however many cells refer to it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eduindex.analysis.comparison import Comparison
from eduindex.analysis.figures import Figure
from eduindex.model.district import UNDATED, Source
from eduindex.model.table import Note
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import figure_text, label, name_of, period_text

_MOST_NAMED = 10  # figures that no row uses


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
            said = (source.publisher(language), published_text(source, language), source.url)
            details = ", ".join(text for text in said if text)
            seen[f"{name_of(figure.district, language)} · {source.id}: {source.title(language)}. {details}"] = None
    return tuple(Note("", text) for text in seen)


def published_text(source: Source, language: Language) -> str:
    """When a source was published, or that it does not say so."""
    if source.published == UNDATED:
        return words.UNDATED(language)
    return source.published or words.NOT_SAID(language)


class Omission(NamedTuple):
    """So many of something are left out; ``option`` shows them, where one does."""

    number: int
    noun: Wording
    option: str = ""


def left_out(omissions: Iterable[Omission], language: Language) -> tuple[Note, ...]:
    """One line on what is left out and how to see it."""
    zh = language is Language.ZH
    parts = []
    for number, noun, option in omissions:
        if number:
            text = f"{noun.zh}{number}个" if zh else counted(number, noun.en)
            parts.append(f"{text} ({option})" if option else text)
    if not parts:
        return ()
    return (Note("", f"未列出：{'、'.join(parts)}。" if zh else f"Left out: {', '.join(parts)}."),)


def omissions_of(comparison: Comparison, *, more: str = "") -> tuple[Omission, ...]:
    """What a comparison leaves out; ``more`` is the option that shows what one district has alone."""
    return (
        Omission(comparison.alone, Wording("只有一方有数字的指标", "indicator that only one of them has"), more),
        Omission(
            comparison.of_other_periods,
            Wording("只有其他时期数字的指标", "indicator with figures of other periods only"),
        ),
        Omission(comparison.targets_left_out, Wording("目标值", "target"), "--targets"),
    )


def not_used(figures: Sequence[Figure], language: Language) -> str:
    """The figures that stand in no row, named and never added up."""
    each = _figures_named(figures, language)
    return f"未列入本行：{each}。" if language is Language.ZH else f"Not used in this row: {each}."


def further_figures(figures: Sequence[Figure], language: Language) -> tuple[Note, ...]:
    """One line on figures that a whole table makes no use of: the first ones, and how many more there are."""
    if not figures:
        return ()
    zh, more = language is Language.ZH, len(figures) - _MOST_NAMED
    named = _figures_named(figures[:_MOST_NAMED], language)
    if more > 0:
        named += f"，另有{more}个" if zh else f" and {more} more"
    return (Note("", f"未用的其他数字：{named}。" if zh else f"Further figures, not used: {named}."),)


def _figures_named(figures: Iterable[Figure], language: Language) -> str:
    return ("；" if language is Language.ZH else "; ").join(_named(figure, language) for figure in figures)


def _named(figure: Figure, language: Language) -> str:
    details = ", ".join(text for text in (label(figure, language), period_text(figure, language)) if text)
    return f"{name_of(figure.district, language)} {figure_text(figure, language)} ({details})"
