"""The grammar of one value: words before it, a number or a grade, 余 or 多, magnitude, unit, words behind it.

Both readers stand on ``scan_value``: one demands that the value is the whole text, the other looks for values in a
sentence. The grammar looks ahead only (but for 从, which makes 至 an arrow and no range); what else stands before a value
(就 in 就近) is the finder's affair.
Texts come here folded and without white space; offsets are those of that text.
"""

import re
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from eduindex.model.bound_words import (
    Opening,
    bounded,
    combined,
    mirrored,
    opposite,
    scan_more,
    scan_opening,
    scan_suffix,
)
from eduindex.model.interval import EXACT, Interval
from eduindex.model.levels import Level, scan_bare_level, scan_level
from eduindex.model.numerals import NO_NUMBER, Number, scan_number
from eduindex.model.printed_text import Fault
from eduindex.model.quantity import Bound, Quantity
from eduindex.model.units import PER_CENT, RATIO, scan_magnitude, scan_unit, time_word_end

_ROUNDED_FROM = 10_000  # numbers in 万 and 亿 count as rounded, those in 百 and 千 do not
_CONNECTOR = re.compile("[–—~]+|至|到|-(?!-)")
_RATIO = re.compile(":1(?![0-9.:])")
_COLON = re.compile(":[0-9][0-9:]*")
_TENTHS = re.compile("成(?![立为员果功绩效长就都熟品本])")
_TENTHS_DIGIT = re.compile("[一二三四五六七八九](?![一二三四五六七八九十百千万亿])")
_HALF = re.compile("半数|一半|半(?![年月天个小日学载程径场封紧边山路夜导岛])")
_SEVERAL = re.compile("[数几]([十百千万亿]{1,4})(?!分[点之比])")
_PARTS_OF = re.compile("分之[零〇一二两三四五六七八九十百千万亿0-9]{0,40}")
_PER_HUNDRED = "百分之"
_ARROWS, _SOURCES = ("至", "到"), ("从", "由", "自")
_PLACES = ("名", "位")
_DIGITS = tuple("0123456789")
_TEN = Decimal(10)
_TIME = "a date or a length of time is no value"
_CONTRADICTION = "the words around the number contradict each other"


class Form(Enum):
    """How a value is written; in a sentence some forms need more evidence than others."""

    DIGITS = auto()
    WORDS = auto()  # 十二
    BARE_MAGNITUDE = auto()  # 百, 万
    LEVEL = auto()
    ORDINAL = auto()
    IDIOM = auto()  # 半数, 数百, 百分之五


class Scanned(NamedTuple):
    """A value in a text: it begins at ``start`` (its number at ``core``) and ends before ``end``."""

    quantity: Quantity
    start: int
    core: int
    end: int
    form: Form


class _Core(NamedTuple):
    """A number with what belongs to it, the magnitude (``power``) multiplied in.

    ``interval`` is set where the form says more than a point and a bound can: ranges and 数百.
    """

    value: Decimal
    end: int
    form: Form
    unit: str = ""
    power: int = 1
    resolution: Decimal | None = None
    bound: Bound | None = Bound.EXACT
    interval: Interval | None = None


def scan_value(text: str, at: int, alone: bool = False) -> Scanned | Fault:
    """The longest value that begins at ``at``; ``alone`` allows the forms that need a text of their own (``Ⅲ``)."""
    opening = scan_opening(text, at)
    here = opening.end
    if text.startswith("第", here):
        return _scan_ordinal(text, opening)
    level = scan_level(text, here) or (scan_bare_level(text, here) if alone else None)
    if level is not None:
        return _finish_level(text, opening, level)
    core = _scan_half(text, here) or _scan_several(text, here) or _scan_range(text, here)
    return core if isinstance(core, Fault) else _finish(text, opening, core)


def scan_scale_and_unit(text: str, at: int) -> tuple[int, str, int]:
    """The magnitude and the unit at ``at``, and the offset behind them."""
    power, end = scan_magnitude(text, at)
    return power, *_scan_unit(text, end)


# --- numbers ---------------------------------------------------------------------------------------------------------


def _scan_range(text: str, at: int) -> _Core | Fault:
    """A number, or two with a dash or 至 between them."""
    first = _scan_amount(text, at)
    if isinstance(first, Fault):
        return first
    connector = _CONNECTOR.match(text, first.end)
    if connector is None or (connector.group() in _ARROWS and text[at - 1 : at] in _SOURCES):
        return first
    second = _scan_amount(text, connector.end())
    if isinstance(second, Fault):
        part_of_date = second.reason == _TIME and not first.unit
        return second if part_of_date or second.reason not in (_TIME, NO_NUMBER) else first
    if connector.group() in _ARROWS and first.unit not in ("", second.unit):
        return first  # 3名到5所: no range
    return _joined(first, second, at)


def _joined(first: _Core, second: _Core, at: int) -> _Core | Fault:
    if Bound.EXACT is not first.bound or Bound.EXACT is not second.bound:
        return Fault(at, "a range stands between two plain numbers", second.end)
    if first.unit not in ("", second.unit):
        return Fault(at, "the two ends of a range have different units", second.end)
    if not first.unit and first.power == 1 < second.power:
        first = _in_magnitude_of(second, first)
    if first.value > second.value:
        return Fault(at, "the range runs backwards", second.end)
    steps = [step for step in (first.resolution, second.resolution) if step is not None]
    return second._replace(
        bound=Bound.RANGE,
        interval=Interval(first.value, second.value),
        resolution=max(steps, default=None),
        form=Form.DIGITS if Form.DIGITS in (first.form, second.form) else Form.WORDS,
    )


def _in_magnitude_of(second: _Core, first: _Core) -> _Core:
    """``5-10万`` means 5万 to 10万, but ``5000-1万`` means what it says."""
    value = _times(first.value, second.power)
    if value > second.value:
        return first
    return first._replace(value=value, resolution=_scaled_step(first.resolution, second.power))


def _scan_amount(text: str, at: int) -> _Core | Fault:
    """One number with 余 or 多, magnitude and unit."""
    if text.startswith(_PER_HUNDRED, at):
        number = scan_number(text, at + len(_PER_HUNDRED))
        return number if isinstance(number, Fault) else _per_cent_in_words(number)
    number = scan_number(text, at)
    if isinstance(number, Fault):
        return number
    fault = _no_amount(text, number)
    return _scan_magnitude(text, number) if fault is None else fault


def _per_cent_in_words(number: Number) -> _Core:
    return _Core(number.value, number.end, Form.IDIOM, PER_CENT, resolution=number.resolution)


def _no_amount(text: str, number: Number) -> Fault | None:
    fraction = _PARTS_OF.match(text, number.end)
    if fraction is not None:
        return Fault(number.end, "a fraction in words has no exact decimal value", fraction.end())
    colon = _COLON.match(text, number.end)
    if colon is not None and _RATIO.match(text, number.end) is None:
        return Fault(number.end, "only ratios to one (46:1) are values", colon.end())
    return None


def _scan_magnitude(text: str, number: Number) -> _Core | Fault:
    bound, end = scan_more(text, number.end)
    power = number.power
    if not number.in_words or bound is Bound.OVER:
        factor, end = scan_magnitude(text, end)
        power *= factor
        number = number._replace(value=_times(number.value, factor))
        if factor > 1 and bound is Bound.EXACT:
            return _scan_after_magnitude(text, number, power, end)
    return _scan_tail(text, _core(number, power, end, bound))


def _scan_after_magnitude(text: str, number: Number, power: int, end: int) -> _Core | Fault:
    """What follows ``2.2万``: 余, or (``1亿2000万``) a smaller number."""
    bound, end = scan_more(text, end)
    core = _core(number, power, end, bound)
    while bound is Bound.EXACT and text[core.end : core.end + 1] in _DIGITS:
        part = scan_number(text, core.end)
        if isinstance(part, Fault):
            return part
        factor, end = scan_magnitude(text, part.end)
        value = _times(part.value, factor)
        if value >= core.power or factor >= core.power or number.resolution is not None:
            return Fault(core.end, "a number cannot go on here", end)
        step = _scaled_step(part.resolution, factor)
        core = core._replace(value=EXACT.add(core.value, value), end=end, power=factor, resolution=step)
    return _scan_tail(text, core)


def _core(number: Number, power: int, end: int, bound: Bound) -> _Core:
    form = Form.DIGITS
    if number.in_words:
        form = Form.BARE_MAGNITUDE if number.bare else Form.WORDS
    step = number.resolution
    if not number.in_words or power > number.power:
        step = _scaled_step(step, power)
    return _Core(number.value, end, form, power=power, resolution=step, bound=bound)


def _scaled_step(step: Decimal | None, power: int) -> Decimal | None:
    if step is None and power < _ROUNDED_FROM:
        return None
    return _times(step or Decimal(1), power)


def _times(value: Decimal, power: int) -> Decimal:
    """The product; 7.04亿 is 704000000, without the decimals that the magnitude has used up."""
    product = EXACT.multiply(value, Decimal(power))
    return product.to_integral_value(context=EXACT) if power > 1 and product % 1 == 0 else product


def _scan_tail(text: str, core: _Core) -> _Core | Fault:
    """The unit behind a number, unless a word of time makes it a date."""
    after_time = time_word_end(text, core.end)
    if after_time >= 0:
        return Fault(core.end, _TIME, after_time)
    if core.bound is Bound.EXACT and core.power == 1 and _TENTHS.match(text, core.end):
        return _in_tenths(text, core)
    unit, end = _scan_unit(text, core.end)
    return core._replace(unit=unit, end=end)


def _scan_unit(text: str, at: int) -> tuple[str, int]:
    ratio = _RATIO.match(text, at)
    return scan_unit(text, at) if ratio is None else (RATIO, ratio.end())


def _in_tenths(text: str, core: _Core) -> _Core:
    """``九成`` is 90%, ``八成五`` 85%."""
    value, step, end = (
        EXACT.multiply(core.value, _TEN),
        EXACT.multiply(core.resolution or Decimal(1), _TEN),
        core.end + 1,
    )
    digit = _TENTHS_DIGIT.match(text, end)
    if digit is not None:
        value, step, end = EXACT.add(value, Decimal("一二三四五六七八九".index(digit.group()) + 1)), Decimal(1), end + 1
    bound, end = scan_more(text, end)
    return core._replace(value=value, unit=PER_CENT, end=end, resolution=step, bound=bound)


# --- idioms ----------------------------------------------------------------------------------------------------------


def _scan_half(text: str, at: int) -> _Core | None:
    """半数, and 半 where words bind it (过半)."""
    match = _HALF.match(text, at)
    return None if match is None else _Core(Decimal(50), match.end(), Form.IDIOM, PER_CENT)


def _scan_several(text: str, at: int) -> _Core | Fault | None:
    """数百: from two hundred up to a thousand."""
    match = _SEVERAL.match(text, at)
    if match is None:
        return None
    number = scan_number(text, match.start(1))
    if isinstance(number, Fault):
        return number
    low, high = (EXACT.multiply(number.value, Decimal(factor)) for factor in (2, 10))
    core = _Core(
        value=number.value,
        end=number.end,
        form=Form.IDIOM,
        bound=Bound.ABOUT,
        interval=Interval(low, high, high_open=True),
    )
    return _scan_tail(text, core)


# --- whole values ----------------------------------------------------------------------------------------------------


def _finish(text: str, opening: Opening, core: _Core) -> Scanned | Fault:
    suffix, end = scan_suffix(text, core.end)
    bound = combined(combined(opening.bound, core.bound), suffix)
    if bound is None or (core.interval is not None and bound is not core.bound):
        return Fault(opening.start if suffix is Bound.EXACT else core.end, _CONTRADICTION, end)
    interval = core.interval or bounded(bound, core.value, core.unit)
    if interval is None:
        return Fault(opening.start, "zero cannot be approximated", end)
    if bound is Bound.EXACT and text[opening.end : end] == "半":
        return Fault(opening.end, "半 is a value only with a bound (过半, 半数以上)", end)
    point = None if core.interval is not None else core.value
    if opening.falls:
        interval, bound = opposite(interval), mirrored(bound)
        point = None if point is None else EXACT.minus(point)
    quantity = Quantity("", interval, core.unit, bound, point, core.resolution)
    return Scanned(quantity, opening.start, opening.end, end, core.form)


def _finish_level(text: str, opening: Opening, level: Level) -> Scanned | Fault:
    suffix, end = scan_suffix(text, level.end)
    bound = combined(opening.bound, suffix)
    if bound is None:
        return Fault(opening.start if suffix is Bound.EXACT else level.end, _CONTRADICTION, end)
    if bound in (Bound.NEARLY, Bound.ABOUT) or opening.falls:
        return Fault(opening.start, "a grade cannot be approximated", end)
    quantity = Quantity("", Interval(None, None), level.suffix, bound, level=level.name)
    return Scanned(quantity, opening.start, opening.end, end, Form.LEVEL)


def _scan_ordinal(text: str, opening: Opening) -> Scanned | Fault:
    number = scan_number(text, opening.end + 1)
    if isinstance(number, Fault):
        return number
    if number.resolution is not None or opening.bound is not Bound.EXACT or opening.falls:
        return Fault(opening.end, "a place in an order is a whole number without a bound", number.end)
    unit, end = scan_unit(text, number.end)
    if unit not in _PLACES:
        unit, end = "", number.end
    quantity = Quantity("", Interval.exactly(number.value), unit, point=number.value, ordinal=True)
    return Scanned(quantity, opening.start, opening.end, end, Form.ORDINAL)
