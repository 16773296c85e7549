"""A sentence read: its figures, and for each the labels that are its own, or why there are none."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.dates import PrintedDate, dates_in
from eduindex.extraction.events import is_event
from eduindex.extraction.exclusions import exclusion_of
from eduindex.extraction.fitting import fits, is_said
from eduindex.extraction.horizon import Horizon
from eduindex.extraction.labels import Label, LabelIndex, mixed
from eduindex.extraction.lists import Paired, completed_by_list, paired_in, shared_with
from eduindex.extraction.matching import Match, Relation, matches_of, without_nested
from eduindex.extraction.narrowing import narrowed
from eduindex.extraction.nouns import is_included
from eduindex.extraction.phrases import part_start
from eduindex.extraction.result import Fate
from eduindex.extraction.structure import Sentence
from eduindex.extraction.zero_words import figures_in
from eduindex.model.catalogue import Indicator, Kind, Time
from eduindex.model.quantity import FoundQuantity

_ABOVE = 300  # characters of the paragraph before a sentence that can complete a label
_MOST_NOUNS = 4
_MEASURES_OF_PERSONS = ("人", "名")
_LONGEST_BRACKET = 300
_IN_ALL: Final = re.compile("共|合计|总计|累计|全[县区市旗]")
_MOST_GRADES = 3  # printed between a noun and the figure before it
_COUNTED_ONE_BY_ONE = ("所", "人", "人次")
_OF_WHICH = "其中"


class Named(NamedTuple):
    """A figure with one label of its own; ``date`` is given by a list of years."""

    figure: FoundQuantity
    match: Match
    date: PrintedDate | None = None


class Judged(NamedTuple):
    """A figure of a sentence: what names it, or its fate and the indicator that was nearest."""

    figure: FoundQuantity
    named: tuple[Named, ...]
    fate: Fate = Fate.PROPOSED
    nearest: Indicator | None = None


class ReadSentence(NamedTuple):
    """A sentence with its figures, judged, and the dates it prints."""

    sentence: Sentence
    judged: tuple[Judged, ...]
    dates: tuple[PrintedDate, ...]


def read_sentence(
    sentence: Sentence, index: LabelIndex, horizon: Horizon, in_county: bool = False
) -> ReadSentence | None:
    """Read a sentence; ``None`` where it holds no figure."""
    text, figures = sentence.text, figures_in(sentence.text)
    if not figures:
        return None
    if sentence.is_row and len(figures) > 1:  # whose years or stages its first row says, not the row itself
        return ReadSentence(sentence, tuple(Judged(figure, (), Fate.UNCERTAIN) for figure in figures), ())
    above = mixed("。".join(head.text for head in sentence.heads) + "。" + sentence.before[-_ABOVE:])
    labels = index.labels_in(mixed(text), above)
    dates = dates_in(text, horizon)
    pairs = paired_in(text, figures, labels, dates, index)
    reader = _Reader(sentence, figures, labels, index, in_county)
    for number in range(len(figures)):
        reader.done.append(reader.judged(number, pairs))
    return ReadSentence(sentence, tuple(reader.done), dates)


@dataclass(slots=True)
class _Reader:
    """Goes through the figures of a sentence; a figure may leave unsaid what those before it say."""

    sentence: Sentence
    figures: Sequence[FoundQuantity]
    labels: Sequence[Label]
    index: LabelIndex
    in_county: bool
    done: list[Judged] = field(default_factory=list)
    nouns: list[Indicator] = field(default_factory=list)  # of the last figures, the last one first

    @property
    def text(self) -> str:
        return self.sentence.text

    def judged(self, number: int, pairs: Mapping[int, Paired | None]) -> Judged:
        """What the figure ``number`` is."""
        figure = self.figures[number]
        if number in pairs:
            pair = pairs[number]
            if pair is None:
                return Judged(figure, (), Fate.NO_LABEL)
            return self._settled(figure, [Match(pair.label, Relation.LISTED, 0)], pair.date)
        found = self._matches(number)
        one = self._settled(figure, found)
        if one.fate in (Fate.NO_LABEL, Fate.WRONG_UNIT, Fate.UNCERTAIN) and not self._is_of_unnamed_persons(figure):
            completed = completed_by_list(self.text, figure, self.nouns, self.index)
            if completed is not None and fits(figure, completed.indicator):
                one = self._settled(figure, [Match(completed, Relation.BEFORE, 1)])
        fitting = next((match.label.indicator for match in found if fits(figure, match.label.indicator)), None)
        if fitting is not None:
            self.nouns = [fitting, *self.nouns][:_MOST_NOUNS]
        return one

    def _matches(self, number: int) -> list[Match]:
        matches = matches_of(self.text, self.figures, number, self.labels)
        heads = self.sentence.heads
        found = (narrowed(match, self.text, self.figures, number, heads, self.index) for match in matches)
        return [match for match in found if match is not None]

    def _settled(self, figure: FoundQuantity, matches: Sequence[Match], date: PrintedDate | None = None) -> Judged:
        """Choose among the labels of a figure, or say why none is chosen."""
        fitting = without_nested(
            [match for match in matches if fits(figure, match.label.indicator) and is_said(figure, match, self.figures)]
        )
        if not fitting:
            nearest = matches[0].label.indicator if matches else None
            left = Fate.WRONG_UNIT if matches else Fate.NO_LABEL
            return Judged(figure, (), exclusion_of(Candidate(self.text, figure)) or left, nearest)
        best = next((match for match in fitting if not is_event(self._candidate(figure, match))), fitting[0])
        fate = exclusion_of(self._candidate(figure, best)) or self._as_part(figure, best)
        if fate is None and best is fitting[0] and _is_tied(fitting):
            fate = Fate.UNCERTAIN
        if fate is not None:
            return Judged(figure, (), fate, best.label.indicator)
        others = shared_with(self.text, figure, best.label, self.labels)
        shared = (Match(label, Relation.BEFORE, best.cost) for label in others if fits(figure, label.indicator))
        named = tuple(Named(figure, match, date) for match in (best, *shared))
        return Judged(figure, named, nearest=best.label.indicator)

    def _candidate(self, figure: FoundQuantity, match: Match) -> Candidate:
        """The figure with a label; grades printed before it (一级) do not end the noun."""
        start = match.label.start
        last = bisect_right(self.figures, start, key=lambda one: one.end)
        before = reversed(self.figures[max(0, last - _MOST_GRADES) : last])
        begins = next((one.end for one in before if not one.quantity.level), 0)
        if match.relation is Relation.LISTED:
            begins = start
        return Candidate(self.text, figure, match.label, begins, self.in_county)

    def _as_part(self, figure: FoundQuantity, match: Match) -> Fate | None:
        """Whether a figure is a part of what one before it counts, or counts only what its modifiers say."""
        indicator = match.label.indicator
        if match.narrowed_by and indicator.unit in _COUNTED_ONE_BY_ONE and indicator.time is Time.STOCK:
            return Fate.PART
        if match.relation is not Relation.BEFORE:
            return None
        if self._counts_other_things(figure, indicator):
            return Fate.PART
        if self._is_of_a_part(figure) or self._goes_on_from_part(figure, indicator):
            return Fate.PART
        if indicator not in self.nouns or match.label.start == match.label.end:  # or completed by the noun of its list
            return None
        of_which = _OF_WHICH in self.text[part_start(self.text, figure.start) : figure.start]
        return Fate.PART if of_which or is_included(self._candidate(figure, match)) else None

    def _counts_other_things(self, figure: FoundQuantity, indicator: Indicator) -> bool:
        """Whether a figure goes on counting what one before it counts (新增学位3600个,其中小学2400个: no schools)."""
        unit = figure.quantity.unit
        is_by_another = unit != indicator.unit and unit in indicator.measures
        return is_by_another and any(
            one.figure.quantity.unit == unit and one.named and one.nearest is not None and one.nearest.unit == unit
            for one in self.done[-_MOST_NOUNS:]
        )

    def _goes_on_from_part(self, figure: FoundQuantity, indicator: Indicator) -> bool:
        """Whether money, or those it reached, are told on from a programme (发放高中助学金89万元,资助学生1356人次)."""
        if indicator.kind is not Kind.AMOUNT and indicator.unit != "人次":
            return False
        parts = (one for one in reversed(self.done) if one.fate is Fate.PART)
        last = next((one for one in parts if one.nearest and one.nearest.dimension == indicator.dimension), None)
        return last is not None and _IN_ALL.search(self.text, last.figure.end, figure.start) is None

    def _is_of_unnamed_persons(self, figure: FoundQuantity) -> bool:
        """Whether a bracket parts a number of persons of whom nothing is known (寄宿生18690人(小学5459人))."""
        total = self._total_before(self._open_bracket(figure))
        return total is not None and total.figure.quantity.unit in _MEASURES_OF_PERSONS and not total.named

    def _is_of_a_part(self, figure: FoundQuantity) -> bool:
        """Whether a bracket or 其中 goes into a figure that is none of the district's own (片区幼儿园29所(其中公办4所))."""
        opened = max(self._open_bracket(figure), self.text.rfind(_OF_WHICH, self._reach(figure), figure.start))
        total = self._total_before(opened)
        return total is not None and total.fate in (Fate.PART, Fate.ELSEWHERE)

    def _open_bracket(self, figure: FoundQuantity) -> int:
        """Where the bracket opens in which a figure stands; -1 where it stands in none."""
        bracket = self.text.rfind("(", self._reach(figure), figure.start)
        return bracket if self.text.find(")", max(bracket, 0), figure.start) < 0 else -1

    def _reach(self, figure: FoundQuantity) -> int:
        return max(0, figure.start - _LONGEST_BRACKET)

    def _total_before(self, opened: int) -> Judged | None:
        """The figure that ends where a bracket or 其中 begins."""
        if opened < 0:
            return None
        last = next((one for one in reversed(self.done) if one.figure.end <= opened), None)
        return last if last is not None and opened - last.figure.end <= 1 else None


def _is_tied(matches: Sequence[Match]) -> bool:
    """Whether another indicator is named as nearly and by as many words."""
    best = matches[0]
    return any(one.rank == best.rank and one.label.indicator is not best.label.indicator for one in matches[1:])
