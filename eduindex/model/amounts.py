"""An amount: a number with 余 or 多, magnitude and unit; two of them with a dash between; and the idioms 半数 and 数百.

A word of time behind a number (年, 个月) makes it a date and no amount. The grammar looks ahead only, but for one thing: 从
before a number makes 至 an arrow (从20%到30%) and no range.
"""

import re
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from eduindex.model.bound_words import scan_more
from eduindex.model.interval import EXACT, Interval
from eduindex.model.numerals import NO_NUMBER, Number, scan_number
from eduindex.model.printed_text import Fault
from eduindex.model.quantity import Bound
from eduindex.model.units import PER_CENT, RATIO, scan_magnitude, scan_unit, time_word_end

_ROUNDED_FROM = 10_000  # numbers in 万 and 亿 count as rounded, those in 百 and 千 do not
_CONNECTOR = re.compile("[–—~]+|至|到|-(?!-)")
_RATIO = re.compile(":1(?![0-9.:])")
_COLON = re.compile(":[0-9][0-9:.]*")
_TENTHS = re.compile("成(?![立为员果功绩效长就都熟品本])")
_TENTHS_DIGIT = re.compile("[一二三四五六七八九](?![一二三四五六七八九十百千万亿])")
_HALF = re.compile("半数|一半|半(?![年月天个日载程径场封紧边山路夜导岛]|小时|学[期年])")
_SEVERAL = re.compile("[数几]([十百千万亿]{1,4})(?!分[点之比])")
_PARTS_OF = re.compile("分之[零〇一二两三四五六七八九十百千万亿0-9]{0,40}")
_PER_HUNDRED = "百分之"
_ARROWS, _SOURCES = ("至", "到"), ("从", "由", "自")
_DIGITS = tuple("0123456789")
_TEN = Decimal(10)
_TIME = "a date or a length of time is no value"


class Form(Enum):
    """How a value is written; in a sentence some forms need more evidence than others."""

    DIGITS = auto()
    WORDS = auto()  # 十二
    BARE_MAGNITUDE = auto()  # 百, 万
    LEVEL = auto()
    ORDINAL = auto()
    IDIOM = auto()  # 半数, 数百, 百分之五


class Amount(NamedTuple):
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


def scan_amount(text: str, at: int) -> Amount | Fault:
    """The longest amount that begins at ``at``."""
    return _scan_half(text, at) or _scan_several(text, at) or _scan_range(text, at)


def scan_scale_and_unit(text: str, at: int) -> tuple[int, str, int]:
    """The magnitude and the unit at ``at``, and the offset behind them."""
    power, end = scan_magnitude(text, at)
    return power, *_scan_unit(text, end)


def _scan_range(text: str, at: int) -> Amount | Fault:
    """A number, or two with a dash or 至 between them."""
    first = _scan_single(text, at)
    if isinstance(first, Fault):
        return first
    connector = _CONNECTOR.match(text, first.end)
    if connector is None or (connector.group() in _ARROWS and text[at - 1 : at] in _SOURCES):
        return first
    second = _scan_single(text, connector.end())
    if isinstance(second, Fault):
        part_of_date = second.reason == _TIME and not first.unit
        return second if part_of_date or second.reason not in (_TIME, NO_NUMBER) else first
    if connector.group() in _ARROWS and first.unit not in ("", second.unit):
        return first  # 3名到5所: no range
    return _joined(first, second, at)


def _joined(first: Amount, second: Amount, at: int) -> Amount | Fault:
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


def _in_magnitude_of(second: Amount, first: Amount) -> Amount:
    """``5-10万`` means 5万 to 10万, but ``5000-1万`` means what it says."""
    value = times(first.value, second.power)
    if value > second.value:
        return first
    return first._replace(value=value, resolution=_scaled_step(first.resolution, second.power))


def _scan_single(text: str, at: int) -> Amount | Fault:
    """One number with 余 or 多, magnitude and unit."""
    if text.startswith(_PER_HUNDRED, at):
        number = scan_number(text, at + len(_PER_HUNDRED))
        return number if isinstance(number, Fault) else _per_cent_in_words(number)
    number = scan_number(text, at)
    if isinstance(number, Fault):
        return number
    fault = _no_amount(text, number)
    return _scan_magnitude(text, number) if fault is None else fault


def _per_cent_in_words(number: Number) -> Amount:
    return Amount(number.value, number.end, Form.IDIOM, PER_CENT, resolution=number.resolution)


def _no_amount(text: str, number: Number) -> Fault | None:
    fraction = _PARTS_OF.match(text, number.end)
    if fraction is not None:
        return Fault(number.end, "a fraction in words has no exact decimal value", fraction.end())
    colon = _COLON.match(text, number.end)
    if colon is not None and _RATIO.match(text, number.end) is None:
        return Fault(number.end, "only ratios to one (46:1) are values", colon.end())
    return None


def _scan_magnitude(text: str, number: Number) -> Amount | Fault:
    bound, end = scan_more(text, number.end)
    factor, end = scan_magnitude(text, end)
    power = number.power * factor
    number = number._replace(value=times(number.value, factor))
    if factor > 1 and bound is Bound.EXACT:
        return _scan_after_magnitude(text, number, power, end)
    return _scan_tail(text, _amount(number, power, end, bound))


def _scan_after_magnitude(text: str, number: Number, power: int, end: int) -> Amount | Fault:
    """What follows ``2.2万``: 余, or (``1亿2000万``) a smaller number."""
    bound, end = scan_more(text, end)
    amount = _amount(number, power, end, bound)
    while bound is Bound.EXACT and text[amount.end : amount.end + 1] in _DIGITS:
        part = scan_number(text, amount.end)
        if isinstance(part, Fault):
            return part
        factor, end = scan_magnitude(text, part.end)
        value = times(part.value, factor)
        if value >= amount.power or factor >= amount.power or number.resolution is not None:
            return Fault(amount.end, "a number cannot go on here", end)
        step = _scaled_step(part.resolution, factor)
        amount = amount._replace(value=EXACT.add(amount.value, value), end=end, power=factor, resolution=step)
    return _scan_tail(text, amount)


def _amount(number: Number, power: int, end: int, bound: Bound) -> Amount:
    form = Form.DIGITS
    if number.in_words:
        form = Form.BARE_MAGNITUDE if number.bare else Form.WORDS
    step = number.resolution
    if not number.in_words or power > number.power:
        step = _scaled_step(step, power)
    return Amount(number.value, end, form, power=power, resolution=step, bound=bound)


def _scaled_step(step: Decimal | None, power: int) -> Decimal | None:
    if step is None and power < _ROUNDED_FROM:
        return None
    return times(step or Decimal(1), power)


def times(value: Decimal, power: int) -> Decimal:
    """The product; 7.04亿 is 704000000, without the decimals that the magnitude has used up."""
    product = EXACT.multiply(value, Decimal(power))
    whole = product.to_integral_value(context=EXACT)
    return whole if power > 1 and product == whole else product


def _scan_tail(text: str, amount: Amount) -> Amount | Fault:
    """The unit behind a number, unless a word of time makes it a date."""
    after_time = time_word_end(text, amount.end)
    if after_time >= 0:
        return Fault(amount.end, _TIME, after_time)
    if amount.bound is Bound.EXACT and amount.power == 1 and _TENTHS.match(text, amount.end):
        return _in_tenths(text, amount)
    unit, end = _scan_unit(text, amount.end)
    return amount._replace(unit=unit, end=end)


def _scan_unit(text: str, at: int) -> tuple[str, int]:
    ratio = _RATIO.match(text, at)
    return scan_unit(text, at) if ratio is None else (RATIO, ratio.end())


def _in_tenths(text: str, amount: Amount) -> Amount:
    """``九成`` is 90%, ``八成五`` 85%."""
    value, step, end = (
        EXACT.multiply(amount.value, _TEN),
        EXACT.multiply(amount.resolution or Decimal(1), _TEN),
        amount.end + 1,
    )
    digit = _TENTHS_DIGIT.match(text, end)
    if digit is not None:
        value, step, end = EXACT.add(value, Decimal("一二三四五六七八九".index(digit.group()) + 1)), Decimal(1), end + 1
    bound, end = scan_more(text, end)
    return amount._replace(value=value, unit=PER_CENT, end=end, resolution=step, bound=bound)


def _scan_half(text: str, at: int) -> Amount | None:
    """半数, and 半 where words bind it (过半)."""
    match = _HALF.match(text, at)
    return None if match is None else Amount(Decimal(50), match.end(), Form.IDIOM, PER_CENT)


def _scan_several(text: str, at: int) -> Amount | Fault | None:
    """数百: from two hundred up to a thousand."""
    match = _SEVERAL.match(text, at)
    if match is None:
        return None
    number = scan_number(text, match.start(1))
    if isinstance(number, Fault):
        return number
    low, high = (EXACT.multiply(number.value, Decimal(factor)) for factor in (2, 10))
    amount = Amount(
        value=number.value,
        end=number.end,
        form=Form.IDIOM,
        bound=Bound.ABOUT,
        interval=Interval(low, high, high_open=True),
    )
    return _scan_tail(text, amount)
