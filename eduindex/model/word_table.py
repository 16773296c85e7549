"""Finding the longest word of a table at a place in a text, where Chinese writes no blanks between words.

A regular expression of all words would do the same; compiling one costs more time than most commands take.
"""

from collections.abc import Iterable, Mapping


class WordTable:
    """Words, with what must not follow some of them and what must follow others for them to be meant.

    ``not_before`` and ``only_before`` list these continuations by word, separated by blanks.
    """

    __slots__ = ("_lengths", "_not_before", "_only_before", "_words")

    def __init__(
        self,
        words: Iterable[str],
        not_before: Mapping[str, str] | None = None,
        only_before: Mapping[str, str] | None = None,
    ) -> None:
        self._words = frozenset(words)
        self._lengths = sorted({len(word) for word in self._words}, reverse=True)
        self._not_before = _continuations(not_before)
        self._only_before = _continuations(only_before)

    def word_at(self, text: str, at: int) -> str:
        """The longest word that stands at offset ``at`` and is meant there; empty where there is none."""
        for length in self._lengths:
            word = text[at : at + length]
            if word in self._words and len(word) == length and self._is_meant(word, text, at + length):
                return word
        return ""

    def _is_meant(self, word: str, text: str, end: int) -> bool:
        if word in self._only_before and not text.startswith(self._only_before[word], end):
            return False
        return word not in self._not_before or not text.startswith(self._not_before[word], end)


def _continuations(table: Mapping[str, str] | None) -> dict[str, tuple[str, ...]]:
    return {word: tuple(words.split()) for word, words in (table or {}).items() if words}
