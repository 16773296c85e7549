"""A district's targets held against its own results: reached, missed, open, or no figure yet.

What may be held against a target is what may be compared with it, by the caveats of every comparison but the status. Only a
figure of the target's own time decides; whatever else there is shows how far it was, and leaves the target open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from eduindex.analysis.caveats import Caveat, Code, Effect, caveats_between, caveats_of
from eduindex.analysis.choosing import Choice, figures_of_year, wanted_indicators
from eduindex.analysis.figures import Figure, is_running, series_of
from eduindex.analysis.thresholds import distance, meets
from eduindex.model.catalogue import UNLIMITED, Catalogue, Direction, Indicator, Kind, Time
from eduindex.model.district import Identity, Status
from eduindex.model.interval import Interval
from eduindex.model.observation import District


class Outcome(StrEnum):
    """What has become of a target."""

    REACHED = "reached"
    MISSED = "missed"
    OPEN = "open"
    NO_FIGURE = "no_figure"


class Reason(StrEnum):
    """Why a target is open; those that are caveats too bear the caveat's code."""

    OPEN_INTERVAL = "open-interval"
    PERIOD_RUNNING = Code.PERIOD_RUNNING.value
    PERIODS_DIFFER = Code.PERIODS_DIFFER.value
    SPAN_LENGTHS_DIFFER = Code.SPAN_LENGTHS_DIFFER.value
    SPAN_START_UNKNOWN = Code.SPAN_START_UNKNOWN.value
    VARIANTS_DIFFER = Code.VARIANTS_DIFFER.value
    VARIANT_UNSTATED = Code.VARIANT_UNSTATED.value
    SCOPES_DIFFER = Code.SCOPES_DIFFER.value
    PART_AGAINST_WHOLE = Code.PART_AGAINST_WHOLE.value


@dataclass(frozen=True, slots=True)
class HeldTarget:
    """A target and the figure that it is held against: the one that decides it, else the nearest there is.

    ``distance`` is the figure minus the end of what is required that matters, ``None`` where it would mean nothing;
    ``already_meets`` tells that a figure from before the target's time meets it. What was gathered over another period has
    neither: how many were recruited last year says nothing of a plan for this one. ``caveats`` are those of target and figure.
    """

    target: Figure
    actual: Figure | None
    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    distance: Interval | None = None
    already_meets: bool = False
    caveats: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True)
class Targets:
    """A district's targets in the catalogue's order; ``of_other_years`` counts those left out because of ``of_year``."""

    district: Identity
    held: tuple[HeldTarget, ...]
    of_other_years: int = 0
    of_year: int | None = None


def targets_of(catalogue: Catalogue, district: District, choice: Choice) -> Targets:
    """Hold every target that the choice is about (with its year: those for that year) against the district's figures."""
    places = {indicator.id: place for place, indicator in enumerate(wanted_indicators(catalogue, choice))}
    results: dict[str, list[Figure]] = {}
    targets: list[Figure] = []
    of_other_years = 0
    for series in series_of(district):
        if series.indicator.id not in places:
            continue
        if series.status is Status.ACTUAL:
            results.setdefault(series.indicator.id, []).extend(series.figures)
            continue
        of_year = figures_of_year(series, choice.year)
        targets += of_year
        of_other_years += len(series.figures) - len(of_year)
    targets.sort(key=lambda target: places[target.indicator.id])
    held = tuple(_held(target, results.get(target.indicator.id, ())) for target in targets)
    return Targets(district.identity, held, of_other_years, choice.year)


def required_of(printed: Interval, indicator: Indicator) -> Interval:
    """What a target of this interval requires: or more, where higher is better or so many are planned; or less, where lower is.

    An end at the indicator's natural limit (5%以内 is 0 to 5) is none, and where the end that matters is missing, the target
    is taken as it stands.
    """
    stated = printed if printed.is_point else _without_limits(printed, indicator.limits)
    if indicator.direction is Direction.LOWER:
        return stated if stated.high is None else stated._replace(low=None, low_open=False)
    if indicator.direction is Direction.HIGHER or indicator.is_total:
        return stated if stated.low is None else stated._replace(high=None, high_open=False)
    return stated


def _without_limits(printed: Interval, limits: Interval) -> Interval:
    low, high, low_open, high_open = printed
    if low is None or (low == limits.low and not low_open):
        low, low_open = None, False
    if high is None or (high == limits.high and not high_open):
        high, high_open = None, False
    return Interval(low, high, low_open, high_open)


def _held(target: Figure, figures: Sequence[Figure]) -> HeldTarget:
    """The target beside the nearest figure that is like it; where none is, beside the one that is least unlike."""
    if not figures:
        return HeldTarget(target, None, Outcome.NO_FIGURE, caveats=caveats_of(target))
    as_result = replace(target, status=Status.ACTUAL)
    unlike: list[tuple[bool, int, int, HeldTarget]] = []
    for place, figure in enumerate(sorted(figures, key=lambda one: _farness(one, target))):
        caveats = _caveats(figure, target, as_result)
        serious = [caveat for caveat in caveats if caveat.effect is not Effect.WARNS]
        if not serious:
            return _compared(target, figure, caveats)
        reasons = tuple(Reason(caveat.code.value) for caveat in serious)
        held = HeldTarget(target, figure, Outcome.OPEN, reasons, caveats=caveats)
        unlike.append((any(caveat.effect is Effect.FORBIDS for caveat in serious), len(serious), place, held))
    return min(unlike, key=lambda one: one[:3])[3]


def _caveats(figure: Figure, target: Figure, as_result: Figure) -> tuple[Caveat, ...]:
    """The caveats of the figure beside the target taken as a result; that its period was still to come is none."""
    return tuple(
        caveat
        for caveat in caveats_between(figure, as_result)
        if caveat.code is not Code.PERIOD_RUNNING or caveat.figures[0] is figure or is_running(target)
    )


def _farness(figure: Figure, target: Figure) -> tuple[int, int, tuple[bool, int, bool, str, str]]:
    """What sorts figures: first those of the target's time, then earlier ones, then later ones, each time the nearest first.

    Of one month, the target's own series comes before others, whatever the order of the file.
    """
    is_other = (figure.variant, figure.scope.key) != (target.variant, target.scope.key)
    start, end = figure.period.span
    of_one_month = (is_other, -(start or 0), end is None, figure.variant or "", figure.scope.key)
    if _is_due(figure, target):
        return (0, -figure.last_month, of_one_month)
    if figure.last_month <= target.last_month:
        return (1, -figure.last_month, of_one_month)
    return (2, figure.last_month, of_one_month)


def _is_due(figure: Figure, target: Figure) -> bool:
    """Whether the figure is of the target's time: its very span, or for stocks a moment in it."""
    own, wanted = figure.period, target.period
    if own.span == wanted.span:
        return True
    if figure.indicator.time is Time.FLOW:
        return False
    begins_inside = wanted.start is None or (own.start is not None and own.start >= wanted.start)
    ends_inside = wanted.end is None or figure.last_month <= wanted.end
    return (begins_inside and ends_inside) or figure.last_month == target.last_month


def _is_early(figure: Figure, target: Figure) -> bool:
    """Whether the figure of the target's time was taken, or at least published, before that time was over."""
    if figure.indicator.time is Time.FLOW or is_running(figure):
        return is_running(figure)
    published = [observation.source.published_month for observation in figure.observations]
    last = min([figure.last_month, *(month for month in published if month is not None)])
    return target.period.end is None or last < target.period.end


def _compared(target: Figure, figure: Figure, caveats: tuple[Caveat, ...]) -> HeldTarget:
    """The outcome of a target beside a figure that is like it."""
    requirements = _requirements(target)
    is_met = _meets_all(figure, requirements)
    beside = HeldTarget(target, figure, Outcome.OPEN, caveats=caveats)
    if not _is_due(figure, target):
        says_how_far = figure.last_month < target.last_month and not _begins_anew(figure.indicator)
        return replace(
            beside,
            reasons=(Reason.PERIODS_DIFFER,),
            distance=_distance(figure, requirements) if says_how_far else None,
            already_meets=says_how_far and is_met is True,
        )
    beside = replace(beside, distance=_distance(figure, requirements))
    is_early = _is_early(figure, target)
    if is_early and (is_met is False or figure.indicator.time is Time.FLOW):
        return replace(beside, reasons=(Reason.PERIOD_RUNNING,), already_meets=is_met is True)
    if is_met is None:
        return replace(beside, reasons=(Reason.OPEN_INTERVAL,))
    return replace(beside, outcome=Outcome.REACHED if is_met else Outcome.MISSED)


def _begins_anew(indicator: Indicator) -> bool:
    """Whether each period is counted from nothing: a number or amount that is gathered, not a level that is held."""
    return indicator.is_total and indicator.time is Time.FLOW


def _requirements(target: Figure) -> list[Interval]:
    """What the target requires; each that is printed where its sources contradict each other."""
    printed = [one.interval for one in target.observations] if target.contradictory else [target.interval]
    return [required_of(interval, target.indicator) for interval in dict.fromkeys(printed)]


def _meets_all(figure: Figure, requirements: Iterable[Interval]) -> bool | None:
    """Whether the figure certainly meets whichever requirement holds (``True``), or certainly fails it (``False``)."""
    answers = {meets(figure, required) for required in requirements}
    return answers.pop() if len(answers) == 1 else None


def _distance(figure: Figure, requirements: Iterable[Interval]) -> Interval | None:
    distances = [distance(figure, required) for required in requirements if required != UNLIMITED]
    if figure.indicator.kind is Kind.GRADE or not distances:
        return None
    return reduce(Interval.hull, distances)
