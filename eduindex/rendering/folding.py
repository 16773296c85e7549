"""Where text breaks into lines of a given width: at spaces, inside ranges, and anywhere in Chinese save before ， or after （.

rich breaks Chinese only where a word exceeds the line, which leaves half-empty lines around every Latin name; and it
crops what its own folding misses. Widths are nevertheless rich's, so that both always agree on what fits.
"""

from collections.abc import Iterator

from rich.cells import cell_len

_SPACES = frozenset(" \u3000")
_RANGE = "–"
# With "[": the mark of a note stays with the word it stands at.
_NEVER_FIRST = frozenset("，。、；：！？）》〉」』】〕’”›%％‰℃…—·,.;:!?)]}[")
_NEVER_LAST = frozenset("（《〈「『【〔‘“‹([{≥≤><")


def line_breaks(text: str, width: int) -> list[int]:
    """Find the offsets at which a new line begins.

    No line is wider than ``width`` (at least 2), but for spaces at its end. A word wider than a line is folded; no
    character is lost. Linear in the length of the text.
    """
    if cell_len(text) <= width:
        return []
    breaks: list[int] = []
    start = chance = 0  # where the line begins, and the last place in it that may begin the next
    used = used_since_chance = 0
    previous, previous_size = "", 0
    for offset, cluster, size in _clusters(text):
        if _may_break(previous, previous_size, cluster, size):
            chance, used_since_chance = offset, 0
        while used + size > width and offset > start and cluster not in _SPACES:
            if chance <= start:
                chance, used_since_chance = offset, 0
            breaks.append(chance)
            start, used = chance, used_since_chance
        used += size
        used_since_chance += size
        previous, previous_size = cluster, size
    return breaks


def _may_break(previous: str, previous_size: int, following: str, following_size: int) -> bool:
    if not previous or following in _SPACES:
        return False
    if previous in _SPACES or previous == _RANGE:
        return True
    between_wide = previous_size == 2 or following_size == 2
    return between_wide and previous[0] not in _NEVER_LAST and following[0] not in _NEVER_FIRST


def _clusters(text: str) -> Iterator[tuple[int, str, int]]:
    """Each character with the zero-width ones that follow it: its offset, itself, its width."""
    start = 0
    for offset in range(1, len(text) + 1):
        if offset == len(text) or cell_len(text[offset]):
            cluster = text[start:offset]
            yield start, cluster, cell_len(cluster)
            start = offset
