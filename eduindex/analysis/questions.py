"""What to ask two districts so that their open comparisons can be settled.

Every reason that forbids a comparison or leaves its order open becomes a question to the district whose figure it is about;
what no answer can settle is kept apart. Mere warnings raise no question: the verdict stands without an answer.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from eduindex.analysis.caveats import Caveat, Code, Effect
from eduindex.analysis.choosing import Choice
from eduindex.analysis.comparison import compare
from eduindex.analysis.coverage import Published, published_by
from eduindex.analysis.figures import Figure
from eduindex.analysis.gathering import says_total_or_mean
from eduindex.analysis.verdict import Order, Pairing, Verdict, order_of
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Identity, Status
from eduindex.model.observation import District


class Asked(StrEnum):
    """What a question asks for."""

    DEFINITION = "definition"  # by which of the indicator's variants the figure is counted
    SAME_DEFINITION = "same-definition"  # the figure by the other district's variant; either district can settle it
    START = "start"  # when the span began, and the figure of one year
    ONE_YEAR = "one-year"  # the figure of one year, and whether that of several is a total or a mean
    WHOLE_DISTRICT = "whole-district"  # the figure that covers more than a part
    EXACT_FIGURE = "exact-figure"  # the number behind a bound, an approximation or a rounded one
    WHICH_FIGURE = "which-figure"  # which of figures that exclude each other is right
    RESULT = "result"  # what came of a plan


@dataclass(frozen=True, slots=True)
class Question:
    """A question about ``figure``, which cannot be compared with ``other`` until it is answered.

    ``variants`` are the definitions to choose from or the one wanted, ``year`` is the calendar year whose figure is wanted.
    ``total_or_mean`` tells that the figure spans a year or more and no source says which of the two it is.
    """

    asked: Asked
    figure: Figure
    other: Figure
    variants: tuple[str, ...] = ()
    year: int | None = None
    total_or_mean: bool = False

    @property
    def district(self) -> Identity:
        """The district that can answer."""
        return self.figure.district


@dataclass(frozen=True, slots=True)
class Questions:
    """What would settle the ``open_comparisons`` of two districts: refused, undetermined, or without a result of one.

    ``questions`` stand district by district, in the catalogue's order. ``unasked`` are the reasons that no district can
    remove: a scheme that ends at a border, and a division code that the workspace's own file lacks.
    """

    districts: tuple[Identity, Identity]
    questions: tuple[Question, ...]
    unasked: tuple[Caveat, ...]
    open_comparisons: int


# What a question to a district does not settle: the first nothing can, the second a line in a file of the workspace.
UNASKED = (Code.SCHEME_ENDS_AT_BORDER, Code.DIVISION_CODE_MISSING)
_YEAR = 12
_OPEN = (Verdict.NOT_COMPARABLE, Verdict.UNDETERMINED)


def questions_between(catalogue: Catalogue, first: District, other: District, choice: Choice = Choice()) -> Questions:
    """The questions about two different districts; ``choice`` narrows the indicators.

    Their newest results are compared. A plan is asked about only where its district has no result of the indicator and the
    other has one.
    """
    published = {district.id: published_by(district) for district in (first, other)}

    def is_open(pairing: Pairing) -> bool:
        plans = [figure for figure in (pairing.first, pairing.other) if figure.status is Status.TARGET]
        only_plans = all(published[plan.district.id][plan.indicator.id] is Published.TARGET for plan in plans)
        return pairing.verdict in _OPEN and len(plans) < 2 and only_plans

    comparison = compare(catalogue, (first, other), replace(choice, targets=True))
    pairings = [one for row in comparison.rows for one in row.pairings if one and is_open(one)]
    asked = [question for pairing in pairings for question in _asked(pairing)]
    in_order = [one for district in (first, other) for one in asked if one.district.id == district.id]
    unasked = {
        (caveat.code, caveat.figures[0].indicator.id): caveat
        for pairing in pairings
        for caveat in pairing.caveats
        if caveat.code in UNASKED
    }
    return Questions((first.identity, other.identity), tuple(in_order), tuple(unasked.values()), len(pairings))


def _asked(pairing: Pairing) -> Iterator[Question]:
    """The questions of one comparison, in the order of its caveats; none where a border makes all answers useless."""
    reasons = [caveat for caveat in pairing.caveats if caveat.effect is not Effect.WARNS]
    if any(caveat.code is Code.SCHEME_ENDS_AT_BORDER for caveat in reasons):
        return
    sides = ((pairing.first, pairing.other), (pairing.other, pairing.first))
    for caveat in reasons:
        yield from _about(sides, _QUESTIONS.get(caveat.code))
    if pairing.verdict is Verdict.UNDETERMINED and order_of(pairing.first, pairing.other) is Order.OPEN:
        yield from _about(_blurred(sides), _value)


Side = tuple[Figure, Figure]  # the figure concerned and the one it is compared with
Ask = Callable[[Figure, Figure], Question | None]


def _about(sides: Iterable[Side], ask: Ask | None) -> Iterator[Question]:
    """The questions about figures; of a plan nothing is asked but what came of it."""
    for figure, other in sides:
        question = ask(figure, other) if ask else None
        if question and (question.asked is Asked.RESULT or figure.status is Status.ACTUAL):
            yield question


def _blurred(sides: Sequence[Side]) -> list[Side]:
    """The figures that leave the order open: those that are no one number, else those that are rounded most."""
    vague = [side for side in sides if not side[0].interval.is_point]
    if vague:
        return vague
    coarsest = max(side[0].resolution or 0 for side in sides)
    return [side for side in sides if (side[0].resolution or 0) == coarsest]


def _value(figure: Figure, other: Figure) -> Question:
    return Question(Asked.WHICH_FIGURE if figure.contradictory else Asked.EXACT_FIGURE, figure, other)


def _definition(figure: Figure, other: Figure) -> Question | None:
    variants = tuple(figure.indicator.variants)
    return None if figure.variant else Question(Asked.DEFINITION, figure, other, variants=variants)


def _same_definition(figure: Figure, other: Figure) -> Question | None:
    return Question(Asked.SAME_DEFINITION, figure, other, variants=(other.variant,)) if other.variant else None


def _span(figure: Figure, other: Figure) -> Question | None:
    """Spans are alike in any case when both are one year; a figure of one needs no question."""
    period, year = figure.period, _year_wanted(figure, other)
    if period.whole_years == 1:
        return None
    if period.start is None:
        return Question(Asked.START, figure, other, year=year)
    is_unsaid = period.months is not None and period.months >= _YEAR and not says_total_or_mean(figure)
    return Question(Asked.ONE_YEAR, figure, other, year=year, total_or_mean=is_unsaid)


def _whole_district(figure: Figure, other: Figure) -> Question | None:
    return Question(Asked.WHOLE_DISTRICT, figure, other) if figure.scope else None


def _result(figure: Figure, other: Figure) -> Question | None:
    return Question(Asked.RESULT, figure, other) if figure.status is Status.TARGET else None


# What is asked about both figures for each reason; rounding is asked about wherever the values leave the order open.
_QUESTIONS: dict[Code, Ask] = {
    Code.TARGET_AGAINST_ACTUAL: _result,
    Code.SPAN_START_UNKNOWN: _span,
    Code.SPAN_LENGTHS_DIFFER: _span,
    Code.VARIANTS_DIFFER: _same_definition,
    Code.VARIANT_UNSTATED: _definition,
    Code.SCOPES_DIFFER: _whole_district,
    Code.PART_AGAINST_WHOLE: _whole_district,
}


def _year_wanted(figure: Figure, other: Figure) -> int:
    """The calendar year to ask for: the newest that suits both figures, else the newest that suits this one."""
    own, others = _years(figure), _years(other)
    common = range(max(own.start, others.start), min(own.stop, others.stop))
    return (common or own)[-1]


def _years(figure: Figure) -> range:
    """The calendar years that a span holds from January to December, else those that it touches.

    One without a stated start reaches back at will.
    """
    start, last_month = figure.period.start, figure.last_month
    if start is None:
        return range((last_month + 1) // 12)
    return range(-(-start // 12), (last_month + 1) // 12) or range(start // 12, last_month // 12 + 1)
