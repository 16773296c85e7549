"""The figures of a sentence, those among them that say nought in a word (无因病因贫失学, 零辍学)."""

import re

from eduindex.model.quantity import FoundQuantity, Quantity
from eduindex.model.quantity_finding import find_quantities
from eduindex.model.quantity_reading import read_quantity, says_none

_ZERO = re.compile("(?P<none>无|没有|零)(?=[^,，。;0-9]{0,8}(?:辍学|失学|流失))(?!论|法|一)")
_DENIED = re.compile("(?:没有|无)$")  # 没有一名学生失学 counts nobody
_BEFORE_ZERO = re.compile("[一二三四五六七八九十百千万亿点从清归]$")


def figures_in(text: str) -> tuple[FoundQuantity, ...]:
    """All quantities of a sentence, in order and without overlaps, with the words that say that there is none."""
    found = [one for one in find_quantities(text) if not _DENIED.search(text, max(0, one.start - 2), one.start)]
    for match in _ZERO.finditer(text):
        span = match.span("none")
        if _BEFORE_ZERO.search(text[: span[0]][-1:]) or any(one.start < span[1] and span[0] < one.end for one in found):
            continue
        quantity = read_quantity(match["none"])
        if isinstance(quantity, Quantity) and says_none(quantity):
            found.append(FoundQuantity(quantity, *span))
    return tuple(sorted(found, key=lambda one: one.start))
