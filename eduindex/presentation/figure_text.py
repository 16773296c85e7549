"""Figures, periods and differences as people read them.

In Chinese a figure is shown as its source prints it. In English its bound words become signs (≥95%) or words (over 2000);
the number itself, with 万 and 亿, stays as printed, so that it can be found in the source.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from eduindex.analysis.figures import Figure
from eduindex.analysis.verdict import Pairing
from eduindex.model.catalogue import Indicator, Kind
from eduindex.model.district import Identity, Status
from eduindex.model.interval import Interval
from eduindex.model.observation import Observation
from eduindex.model.quantity import Bound
from eduindex.model.quantity_writing import write_quantity
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words

_NUMBER = re.compile(r"([0-9][0-9,.]*(?::[0-9.]+)?)\s*[余多]?\s*([万亿]*)")
_MONEY_OR_PERCENT = re.compile(r"(个百分点|%|元)")
_MAGNITUDES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_SIGNS = {
    Bound.EXACT: "{}",
    Bound.AT_LEAST: "≥{}",
    Bound.ABOVE: ">{}",
    Bound.AT_MOST: "≤{}",
    Bound.BELOW: "<{}",
    Bound.OVER: "over {}",
    Bound.NEARLY: "nearly {}",
    Bound.ABOUT: "about {}",
}


def number_text(number: Decimal) -> str:
    """A number in plain digits, never with an exponent."""
    return f"{number:f}"


def name_of(identity: Identity, language: Language) -> str:
    """A district's name, else its id."""
    return identity.name(language) or identity.id


def names_apart(identities: Sequence[Identity], labels: Sequence[str], language: Language) -> list[str]:
    """The districts' names, with the year of their label (``ouhai@2022``) where two are called alike."""
    names = [name_of(identity, language) for identity in identities]
    if len(set(names)) == len(names):
        return names
    return [
        name + text.removeprefix(identity.id) for name, text, identity in zip(names, labels, identities, strict=True)
    ]


def figure_text(figure: Figure, language: Language) -> str:
    """A figure as its cell shows it, with its unit where the unit is not the indicator's count."""
    if figure.per_year:
        return mean_text(figure.counted, figure.indicator, language)
    if figure.spoken is None:
        return interval_text(figure.interval, figure.indicator, language)
    return printed_text(figure.spoken, language)


def quoted_text(figure: Figure, language: Language) -> str:
    """A figure inside a sentence: Chinese, which has no blanks, quotes what stands as the source prints it."""
    text = figure_text(figure, language)
    is_as_printed = figure.spoken is not None and figure.per_year is None
    return f"“{text}”" if language is Language.ZH and is_as_printed else text


def printed_text(observation: Observation, language: Language) -> str:
    """One observation's value: as printed in Chinese, with signs for its bound in English."""
    printed = observation.entry.value
    if language is Language.ZH:
        return "".join(printed.split())
    quantity = observation.quantity
    if quantity.bound is Bound.RANGE or (quantity.point is None and not quantity.level):
        return interval_text(observation.interval, observation.indicator, language)
    return _SIGNS[observation.bound].format(quantity.level or _number_as_printed(observation))


def interval_text(interval: Interval, indicator: Indicator, language: Language) -> str:
    """An interval in the indicator's unit, which English leaves out where it only counts things; grades by level."""
    if indicator.kind is Kind.GRADE:
        return _level_interval_text(interval, indicator)
    counted = indicator.kind is Kind.COUNT and language is Language.ZH
    unit = indicator.unit if counted or indicator.unit in ("%", "万元", "元", ":1") else ""
    return write_quantity(interval, unit).replace("-", "−")


def difference_text(pairing: Pairing | None, language: Language) -> str:
    """The difference of a pairing, as ``distance_text``. Only that of means is rounded."""
    if pairing is None or pairing.difference is None:
        return words.NO_FIGURE
    is_mean = pairing.first.per_year or pairing.other.per_year
    interval = _shortened(pairing.difference) if is_mean else pairing.difference
    return distance_text(interval, pairing.first.indicator, language)


def distance_text(interval: Interval | None, indicator: Indicator, language: Language) -> str:
    """How far one value lies from another, with its sign and unit; a range as ``low to high``.

    An open end is told where it is zero, for there it says that the two are not equal: ``−50 to under 0``.
    """
    if interval is None:
        return words.NO_FIGURE
    unit = words.DIFFERENCE_UNITS.get(indicator.unit)
    ending = unit(language) if unit else ""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return signed(low) + ending
    if low is not None and high is not None:
        return _JOINT[language].join(_range_ends(interval, low, high, language)) + ending
    if low is not None:
        return f"{'>' if interval.low_open else '≥'} {signed(low)}{ending}"
    return words.NO_FIGURE if high is None else f"{'<' if interval.high_open else '≤'} {signed(high)}{ending}"


_JOINT = {Language.ZH: "至", Language.EN: " to "}
_OVER_ZERO = Wording("超过0", "over 0")
_UNDER_ZERO = Wording("不足0", "under 0")


def _range_ends(interval: Interval, low: Decimal, high: Decimal, language: Language) -> tuple[str, str]:
    return (
        _OVER_ZERO(language) if interval.low_open and not low else signed(low),
        _UNDER_ZERO(language) if interval.high_open and not high else signed(high),
    )


def signed(number: Decimal) -> str:
    """A number with its sign: a true minus, and no sign for zero."""
    return number_text(abs(number)) if not number else ("+" if number > 0 else "−") + number_text(abs(number))


def range_text(first: int, last: int) -> str:
    """An interval of whole numbers: ``3`` or ``3–5``."""
    return str(first) if first == last else f"{first}–{last}"


def period_text(figure: Figure, language: Language) -> str:
    """The period, marked where the figure is a plan or a mean."""
    text = str(figure.period)
    if figure.per_year:
        mean = f"{figure.per_year}年平均" if language is Language.ZH else f"mean of {figure.per_year} years"
        text = f"{text}, {mean}"
    if figure.status is Status.TARGET:
        text = f"{text}, {words.TARGET(language)}"
    return text


def label(figure: Figure, language: Language) -> str:
    """What tells a series from others of its indicator: variant and scope, empty for neither."""
    joint = "；" if language is Language.ZH else "; "
    return joint.join(text for text in (variant_text(figure, language), figure.scope(language)) if text)


def variant_text(figure: Figure, language: Language) -> str:
    """The variant's name, else its id; empty where none is stated."""
    wording = figure.indicator.variants.get(figure.variant or "")
    return (wording(language) if wording else "") or (figure.variant or "")


def _number_as_printed(observation: Observation) -> str:
    """The number with 万 and 亿 as printed, if it is one of digits; else the number that it means."""
    text, point = unicodedata.normalize("NFKC", observation.entry.value), observation.quantity.point
    number, unit = _NUMBER.search(text), _MONEY_OR_PERCENT.search(text)
    if point is None or observation.point is None:
        return text
    is_whole = unit is not None or observation.quantity.unit not in ("%", "个百分点", "元")
    if number is None or not is_whole or _value_of(number) != abs(point):
        return interval_text(Interval.exactly(observation.point), observation.indicator, Language.EN)
    return ("−" if point < 0 else "") + number[1] + number[2] + (unit.group() if unit else "")


def _value_of(number: re.Match[str]) -> Decimal | None:
    """What the digits and magnitudes found say by themselves; 46:1 says 46."""
    digits = number[1].partition(":")[0].replace(",", "").rstrip(".")
    return Decimal(digits) * _MAGNITUDES[number[2]] if number[2] in _MAGNITUDES and digits.count(".") < 2 else None


def mean_text(interval: Interval, indicator: Indicator, language: Language) -> str:
    """What is computed of means of a year, with two decimals for people; machines get six."""
    return interval_text(_shortened(interval), indicator, language)


def _shortened(interval: Interval) -> Interval:
    low, high = (None if end is None else _rounded(end) for end in (interval.low, interval.high))
    if low is not None and low == high:
        return Interval.exactly(low)
    return interval._replace(low=low, high=high)


def _rounded(number: Decimal) -> Decimal:
    """Two decimals, or as many as a small number needs to stay apart from zero; none of them a trailing zero."""
    places = next((places for places in (2, 4, 6) if round(number, places) or not number), 6)
    short = round(number, places).normalize()
    return short if short != short.to_integral_value() else short.quantize(Decimal(1))


def _level_interval_text(interval: Interval, indicator: Indicator) -> str:
    """The levels inside an interval of positions."""
    inside = interval.intersection(indicator.limits)
    first, last = (indicator.levels[int(end or 0)] for end in (inside.low, inside.high))
    return first if first == last else f"{first}–{last}"
