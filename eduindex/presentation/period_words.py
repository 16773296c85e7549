"""Periods as people write them, for sentences: whoever reads one need not know how ours are written.

Tables keep the written form (``2021..2023``), which is short and sorts.
"""

from eduindex.model.period import Period
from eduindex.model.wording import Language


def period_words(period: Period, language: Language) -> str:
    """A period in words: ``2021至2023年``, ``2024年4月``; ``2021 to 2023``, ``up to April 2024``."""
    zh = language is Language.ZH
    start, span, end = period.text.partition("..")
    if not span:
        return _point_words(start, language)
    if not start:
        return f"截至{_point_words(end, language)}" if zh else f"up to {_point_words(end, language)}"
    if not end:
        return f"{_point_words(start, language)}起" if zh else f"since {_point_words(start, language)}"
    if zh and start.isdigit() and end.isdigit():
        return f"{start}至{end}年"
    return ("至" if zh else " to ").join(_point_words(part, language) for part in (start, end))


def period_phrase(preposition: str, period: Period) -> str:
    """A period behind an English preposition (``of 2022``), which one that is open at an end has already (``since 2022``)."""
    text = period_words(period, Language.EN)
    return text if None in period.span else f"{preposition} {text}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _point_words(text: str, language: Language) -> str:
    """A year, a month (2023-04) or a school year (2021/2022)."""
    year, is_month, month = text.partition("-")
    if language is Language.ZH:
        return f"{year}年{int(month)}月" if is_month else f"{text}{'学年' if '/' in text else '年'}"
    return f"{_MONTHS[int(month) - 1]} {year}" if is_month else f"{'school year ' if '/' in text else ''}{text}"
