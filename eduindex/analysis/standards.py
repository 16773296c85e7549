"""Districts held against published standards: met, not met, or why neither can be said.

A county mark is met only where every value that the figure may have meets it; a goal for the whole country is no mark for one
district, so only the distance to it is told. A standard whose wording nobody has seen is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from eduindex.analysis.answers import Answer, Pool, Reason, answer_of, best_fitting, pool_of
from eduindex.analysis.choosing import Choice, figures_of_year, wanted_indicators
from eduindex.analysis.figures import Figure, series_of
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Identity
from eduindex.model.interval import Interval
from eduindex.model.observation import District
from eduindex.model.standard import Attestation, Level, Standard


class Outcome(StrEnum):
    """What a district's figures say of a standard; ``distance`` of a national goal, which is neither met nor missed."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NO_FIGURE = "no_figure"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class Held:
    """One district held against one standard, or as one of ``parts`` against one ``variant`` of several that count one by one.

    ``figure`` is what is held; ``previous`` the earlier figure that it is compared with and ``growth`` the printed growth that
    says the opposite. ``distance`` is the figure minus the threshold (minus ``previous``, where that is the threshold), in the
    unit of the figure. ``reasons`` say why the outcome is undetermined, ``missing`` names the variants without a figure.
    ``target`` is a plan where there is no figure; ``of_other_periods`` tells that there are figures, but none of the year chosen.
    """

    standard: Standard
    district: Identity
    outcome: Outcome
    variant: str | None = None
    figure: Figure | None = None
    previous: Figure | None = None
    growth: Figure | None = None
    distance: Interval | None = None
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    target: Figure | None = None
    of_other_periods: bool = False
    parts: tuple["Held", ...] = ()

    @property
    def only_target(self) -> bool:
        """Whether the district has a plan and no figure."""
        return self.target is not None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures held: one, one for each variant that has one, or none."""
        if self.figure is not None:
            return (self.figure,)
        return tuple(part.figure for part in self.parts if part.figure is not None)


@dataclass(frozen=True, slots=True)
class Row:
    """A standard and each of the districts held against it."""

    standard: Standard
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """The answer to "which standards do these districts meet?": county marks first, in the catalogue's order."""

    districts: tuple[Identity, ...]
    rows: tuple[Row, ...]


def standards_about(catalogue: Catalogue, choice: Choice = Choice()) -> tuple[Standard, ...]:
    """All standards of the indicators chosen, by their own or by the growth that settles them, in the catalogue's order."""
    wanted = {indicator.id for indicator in wanted_indicators(catalogue, choice)}
    return tuple(
        standard
        for standard in catalogue.standards.values()
        if any(one is not None and one.id in wanted for one in (standard.indicator, standard.growth))
    )


def is_used(standard: Standard) -> bool:
    """Whether somebody has seen the standard's wording; no district is held against another."""
    return standard.attested is not Attestation.NONE


def hold(catalogue: Catalogue, districts: Sequence[District], choice: Choice = Choice()) -> Holding:
    """Hold districts against the standards of the indicators chosen; ``choice`` may name a year, or one for each district."""
    standards = [standard for standard in standards_about(catalogue, choice) if is_used(standard)]
    standards.sort(key=lambda standard: standard.level is Level.NATIONAL)
    series = [series_of(district) for district in districts]
    identities = tuple(district.identity for district in districts)
    rows = []
    for standard in standards:
        pools = [
            pool_of(standard, identities[place], series[place], choice.year_of(place))
            for place in range(len(districts))
        ]
        rows.append(Row(standard, tuple(_held(standard, pool) for pool in pools)))
    return Holding(identities, tuple(rows))


def _held(standard: Standard, pool: Pool) -> Held:
    asked = _asked(standard, pool)
    if len(asked) == 1:
        return _alone(standard, *asked[0])
    parts = tuple(replace(_alone(standard, variant, own), variant=variant) for variant, own in asked)
    if any(part.figure is not None for part in parts):
        return _of_parts(standard, pool, parts)
    other = best_fitting(None, pool.actual, pool.year)
    if other is None:
        return _no_figure(standard, None, pool)
    reason = Reason.VARIANT_UNSTATED if other.variant is None else Reason.VARIANTS_DIFFER
    return Held(standard, pool.district, Outcome.UNDETERMINED, figure=other, reasons=(reason,))


def _asked(standard: Standard, pool: Pool) -> list[tuple[str | None, Pool]]:
    """The variants that must meet a standard, each with what the district has for it.

    A standard that names none takes the figure that names none; where all name one, each of them counts.
    """
    if standard.each:
        return [(variant, pool.of_variant(variant)) for variant in standard.each]
    if standard.variant is not None:
        return [(standard.variant, pool)]
    series = [one for one in (*pool.actual, *pool.growth) if figures_of_year(one, pool.year)]
    stated = {one.variant for one in series if not one.scope} or {one.variant for one in series}
    if len(stated) < 2:
        return [(None, pool)]
    if None in stated:
        return [(None, pool.of_variant(None))]
    return [(variant, pool.of_variant(variant)) for variant in sorted(filter(None, stated))]


def _alone(standard: Standard, variant: str | None, pool: Pool) -> Held:
    answer = answer_of(standard, variant, pool)
    if answer is None:
        return _no_figure(standard, variant, pool)
    outcome = _outcome(standard, answer)
    is_open = outcome is Outcome.UNDETERMINED and not answer.reasons
    return Held(
        standard,
        pool.district,
        outcome,
        figure=answer.figure,
        previous=answer.previous,
        growth=answer.growth,
        distance=answer.distance,
        reasons=(Reason.OPEN_INTERVAL,) if is_open else answer.reasons,
    )


def _outcome(standard: Standard, answer: Answer) -> Outcome:
    if answer.reasons:
        return Outcome.UNDETERMINED
    if standard.level is Level.NATIONAL:
        return Outcome.DISTANCE
    if answer.meets is None:
        return Outcome.UNDETERMINED
    return Outcome.MET if answer.meets else Outcome.NOT_MET


def _no_figure(standard: Standard, variant: str | None, pool: Pool) -> Held:
    return Held(
        standard,
        pool.district,
        Outcome.NO_FIGURE,
        target=best_fitting(variant, pool.targets, pool.year),
        of_other_periods=bool(pool.actual or pool.growth),
    )


def _of_parts(standard: Standard, pool: Pool, parts: tuple[Held, ...]) -> Held:
    """What a district that has a figure of some variants says of all of them."""
    outcome = _outcome_together({part.outcome for part in parts})
    missing = tuple(part.variant for part in parts if part.figure is None and part.variant is not None)
    reasons = [Reason.VARIANTS_MISSING] if missing else []
    reasons += [reason for part in parts for reason in part.reasons]
    distances = [part.distance for part in parts if part.distance is not None]
    return Held(
        standard,
        pool.district,
        outcome,
        distance=reduce(Interval.hull, distances) if distances else None,
        reasons=tuple(dict.fromkeys(reasons)) if outcome is Outcome.UNDETERMINED else (),
        missing=missing,
        parts=parts,
    )


def _outcome_together(outcomes: set[Outcome]) -> Outcome:
    """One part that fails decides; else all must say the same."""
    if Outcome.NOT_MET in outcomes:
        return Outcome.NOT_MET
    return next(iter(outcomes)) if len(outcomes) == 1 else Outcome.UNDETERMINED
