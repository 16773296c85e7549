"""Words of a file inside our own sentences: cut and counted, so that no message grows with the file that it is about.

What a diagnostic quotes as a whole is its ``quoted``; this is for what stands in the middle of a message or a hint.
"""

from collections.abc import Collection
from itertools import islice
from typing import Final

LONGEST: Final = 60
_MOST_LISTED = 10


def shortened(text: str) -> str:
    """The text cut to 60 characters, the last of them … where something is missing."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def listed(words: Collection[str]) -> str:
    """The first ten words, each shortened, and how many more there are; "none" where there is none."""
    shown = ", ".join(map(shortened, islice(words, _MOST_LISTED)))
    if len(words) > _MOST_LISTED:
        return f"{shown} and {len(words) - _MOST_LISTED:,} more"
    return shown or "none"
