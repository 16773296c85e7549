"""One district by itself: the figure of each of its series, as chosen, in the catalogue's order."""

from dataclasses import dataclass

from eduindex.analysis.choosing import Choice, figures_of_year, wanted_indicators
from eduindex.analysis.figures import Figure, newest, series_of
from eduindex.model.catalogue import Catalogue
from eduindex.model.district import Identity
from eduindex.model.observation import District


@dataclass(frozen=True, slots=True)
class Profile:
    """A district's figures; ``earlier`` counts those of other periods and ``targets`` the plans that are left out.

    ``of_year`` is the year that was asked for, if one was.
    """

    district: Identity
    figures: tuple[Figure, ...]
    earlier: int
    targets: int
    of_year: int | None = None


def profile_of(catalogue: Catalogue, district: District, choice: Choice) -> Profile:
    """The newest figure of each series (or that of the chosen year); every period with ``choice.everything``."""
    places = {indicator.id: place for place, indicator in enumerate(wanted_indicators(catalogue, choice))}
    figures: list[Figure] = []
    earlier = targets = 0
    for series in series_of(district):
        if series.indicator.id not in places:
            continue
        if not (choice.everything or choice.takes(series.status)):
            targets += len(series.figures)
            continue
        of_year = figures_of_year(series, choice.year)
        chosen = newest(of_year)
        kept = of_year if choice.everything or chosen is None else [chosen]
        figures += kept
        earlier += len(series.figures) - len(kept)
    figures.sort(key=lambda figure: places[figure.indicator.id])
    return Profile(district.identity, tuple(figures), earlier, targets, choice.year)
