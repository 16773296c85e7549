"""Why a figure is no level of the indicator that stands beside it, told by the words around both.

Each reason is a room of its own; here stands their order, for a figure gets one reason. It is better to miss a figure than
to invent one.
"""

import re
from collections.abc import Callable
from typing import Final

from eduindex.extraction.candidate import Candidate
from eduindex.extraction.changes import is_change, is_completion, is_overtaken
from eduindex.extraction.demands import is_demanded
from eduindex.extraction.elsewhere import is_elsewhere
from eduindex.extraction.events import is_event, is_unfinished
from eduindex.extraction.nouns import (
    counts_another,
    is_narrowed,
    is_of_another_noun,
    is_of_town,
    is_per_head,
    is_sum,
    narrowing_of,
)
from eduindex.extraction.programmes import is_of_programme
from eduindex.extraction.result import Fate
from eduindex.extraction.schools import is_of_one_school
from eduindex.model.catalogue import Time

_TITLE: Final = re.compile("《[^》]*$")


def _is_in_title(candidate: Candidate) -> bool:
    return _TITLE.search(candidate.text, max(0, candidate.figure.start - 60), candidate.figure.start) is not None


def _is_of_narrowed_stock(candidate: Candidate) -> bool:
    if not candidate.is_labelled_first:
        return False
    stock = candidate.indicator is not None and candidate.indicator.time is Time.STOCK
    return counts_another(candidate) or is_narrowed(candidate) or (stock and bool(narrowing_of(candidate)))


_Checks = tuple[tuple[Fate, Callable[[Candidate], bool]], ...]
# Those that look at the figure, and those that look at its label too.
_OF_FIGURES: Final[_Checks] = (
    (Fate.NO_LABEL, _is_in_title),
    (Fate.CHANGE, is_change),
    (Fate.CHANGE, is_overtaken),
    (Fate.COMPLETION, is_completion),
    (Fate.CRITERION, is_demanded),
)
_OF_LABELS: Final[_Checks] = (
    (Fate.ELSEWHERE, is_elsewhere),
    (Fate.PART, is_per_head),
    (Fate.PART, is_of_one_school),
    (Fate.UNCERTAIN, is_sum),
    (Fate.UNCERTAIN, is_of_another_noun),
    (Fate.PART, is_event),
    (Fate.PART, is_unfinished),
    (Fate.PART, is_of_programme),
    (Fate.PART, is_of_town),
    (Fate.PART, _is_of_narrowed_stock),
)


def exclusion_of(candidate: Candidate) -> Fate | None:
    """Why the figure is no level; ``None`` where nothing speaks against it."""
    checks = _OF_FIGURES if candidate.label is None else (*_OF_FIGURES, *_OF_LABELS)
    return next((fate for fate, speaks_against in checks if speaks_against(candidate)), None)
