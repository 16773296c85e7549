"""Whether a phrase names an indicator: the words under which reports print it stand in the catalogue, not here."""

from functools import lru_cache

from eduindex.model.catalogue import Indicator

GAP = "…"


def is_mentioned(indicator: Indicator, text: str) -> bool:
    """Whether ``text`` holds a mention of the indicator, or its Chinese name; white space does not count.

    A mention with a gap (``课后服务…学生参与率``) is held where its pieces follow each other at any distance.
    """
    whole, pieces = _mentions(indicator)
    for mention in whole:
        if mention in text:
            return True
    tight = "".join(text.split())
    if tight != text and any(mention in tight for mention in whole):
        return True
    return any(_follow_each_other(mention, tight) for mention in pieces)


@lru_cache(maxsize=1024)
def _mentions(indicator: Indicator) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The mentions without a gap, and the pieces of those with one."""
    mentions = ["".join(mention.split()) for mention in (indicator.name.zh, *indicator.mentions)]
    return (
        tuple(mention for mention in mentions if mention and GAP not in mention),
        tuple(tuple(filter(None, mention.split(GAP))) for mention in mentions if GAP in mention),
    )


def _follow_each_other(pieces: tuple[str, ...], text: str) -> bool:
    at = 0
    for piece in pieces:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True
