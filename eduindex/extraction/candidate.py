"""A figure beside the label that may be its own: what the checks look at that could speak against it."""

from dataclasses import dataclass

from eduindex.extraction.labels import Label
from eduindex.model.catalogue import Indicator, Kind, Time
from eduindex.model.quantity import FoundQuantity

_REACH = 60  # characters before a figure that can say what it is
_BEHIND = 12
_FARTHEST_SUBJECT = 240  # characters before a figure in which its subject is named


@dataclass(frozen=True, slots=True)
class Candidate:
    """``figure`` in the sentence ``text`` and the label that is nearest to it, where there is one.

    ``begins`` is where the figure before it ends, and ``in_county`` tells that the report calls a county its own, so that 全市 is
    another area.
    """

    text: str
    figure: FoundQuantity
    label: Label | None = None
    begins: int = 0
    in_county: bool = False

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that the label names."""
        return None if self.label is None else self.label.indicator

    @property
    def start(self) -> int:
        """Where label and figure begin together."""
        return self.figure.start if self.label is None else min(self.label.start, self.figure.start)

    @property
    def end(self) -> int:
        """Where label and figure end together."""
        return self.figure.end if self.label is None else max(self.label.end, self.figure.end)

    @property
    def between(self) -> str:
        """The words between the label and the figure; without a label before it, what stands before the figure."""
        ends = [] if self.label is None else [end for _, end in self.label.spans if end <= self.figure.start]
        first = max(ends, default=self.figure.start - _REACH)
        return self.text[max(0, first, self.figure.start - _REACH) : self.figure.start]

    @property
    def subject_start(self) -> int:
        """From where what a sentence speaks of can be named."""
        return max(0, self.figure.start - _FARTHEST_SUBJECT)

    @property
    def behind(self) -> str:
        """The first words behind the figure."""
        return self.text[self.figure.end : self.figure.end + _BEHIND]

    def before(self, reach: int) -> str:
        """The last words before label and figure."""
        return self.text[max(0, self.start - reach) : self.start]

    @property
    def is_labelled_first(self) -> bool:
        """Whether the label stands before the figure."""
        return self.label is not None and self.label.end <= self.figure.start

    @property
    def is_stock_count(self) -> bool:
        """Whether the indicator counts what there is."""
        return self._counts(Time.STOCK)

    @property
    def is_flow_count(self) -> bool:
        """Whether the indicator counts what happened."""
        return self._counts(Time.FLOW)

    def _counts(self, time: Time) -> bool:
        return self.indicator is not None and self.indicator.kind is Kind.COUNT and self.indicator.time is time
