"""Which variant the words around a figure state: the catalogue says which words state which."""

from collections.abc import Mapping

from eduindex.extraction.labels import Label, comparable, mixed
from eduindex.extraction.phrases import clause_start, part_end
from eduindex.model.quantity import FoundQuantity

_MARKS = ",，。;:("  # lists (A、B) are looked at as a whole after their items
_BEHIND = 12  # characters behind the figure and its label that can name the variant


def variant_of(label: Label, text: str, figure: FoundQuantity) -> str | None:
    """The one variant whose words stand in the clause of the label and its figure; ``None`` where none or several do."""
    words = label.indicator.variant_mentions
    if not words:
        return None
    start, end = min(label.start, figure.start), max(label.end, figure.end)
    clause = clause_start(text, start, _MARKS)
    nearest = min(label.spans[-1][0], figure.start)
    item = clause_start(text, nearest)
    bracket = text.startswith("(", end)
    behind = min(end + _BEHIND, part_end(text, end + bracket))
    for first, last in (
        (nearest, end),
        (max(item, start), end),
        (item, end),
        (start, end),
        (clause, end),
        (clause, behind),
    ):
        stated = _stated(mixed(text[first:last]), words)
        if stated:
            return stated.pop() if len(stated) == 1 else None
    return None


def _stated(phrase: str, words: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The variants whose words the phrase holds, but not as a part of longer words (名师 in 名校长、名师)."""
    found = [
        (phrase.find(word), word, variant)
        for variant, mentions in words.items()
        for word in map(comparable, mentions)
        if word in phrase
    ]
    return {
        variant
        for at, word, variant in found
        if not any(
            start <= at and at + len(word) <= start + len(other) and len(other) > len(word) for start, other, _ in found
        )
    }
