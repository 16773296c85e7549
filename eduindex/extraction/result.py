"""What reading a report yields: every figure of the text, and for each what it was taken for or why it was left.

Nothing is proposed without its evidence, and nothing that was read is passed over in silence.
"""

from dataclasses import dataclass
from enum import StrEnum

from eduindex.model.district import Entry


class Fate(StrEnum):
    """What became of a figure of the text."""

    PROPOSED = "proposed"
    REPEATED = "repeated"  # the same entry is proposed from another sentence already
    CHANGE = "change"  # how much something grew or fell: no level
    COMPLETION = "completion"  # how far a plan or a task is done
    CRITERION = "criterion"  # what is demanded, or what makes something count (1个以上 ... 的学校)
    ELSEWHERE = "elsewhere"  # of the province, the country or another area
    PART = "part"  # of a part only, or of one school
    WRONG_UNIT = "wrong-unit"  # the words beside it name an indicator that is measured in another unit
    UNCERTAIN = "uncertain"  # the words beside it do not say clearly enough which indicator it is
    NO_LABEL = "no-label"  # no words beside it name an indicator


class Confidence(StrEnum):
    """How surely the words say what is proposed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Check(StrEnum):
    """What a person should look at before confirming a proposal."""

    LABEL = "label"  # the words that name the indicator stand away from the figure (heading, earlier sentence)
    PERIOD = "period"  # no date is printed near the figure
    STATUS = "status"  # a plan by its heading or its verb
    VARIANT = "variant"  # the indicator has variants and the words state none
    SCOPE = "scope"  # the words may narrow the figure to a part
    CONFLICT = "conflict"  # the text prints another figure for the same series and period


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry read from a report, with how sure it is and what to check."""

    entry: Entry
    confidence: Confidence
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure of the text: ``[start, end)`` in the text as given, its line (from 1), and what became of it.

    ``indicator`` is the id that the words beside it name, where they name one; empty otherwise.
    """

    printed: str
    start: int
    end: int
    line: int
    fate: Fate
    indicator: str = ""
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All figures of a report in their order, and what the report says of itself.

    ``year`` is the year that the report is about, ``None`` where nothing says it; ``published`` is an ISO date or empty.
    ``unread_from`` is the line at which reading stopped, because no report holds so many figures; 0 where it was read to its end.
    """

    title: str
    year: int | None
    published: str
    figures: tuple[ReadFigure, ...]
    unread_from: int = 0

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All proposals, in the order of the text."""
        return tuple(proposal for figure in self.figures for proposal in figure.proposals)
