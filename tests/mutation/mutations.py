"""The slips of a data keeper: one change of one text of an entry, by the field that it concerns.

A mutation gets the text (and the spot that matters in it) and a source of chance; it returns the changed text, or ``None``
where it has nothing to change.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import Final, NamedTuple

Mutation = Callable[[str, Random], str | None]

_NUMERALS = "一二三四五六七八九"
_GRADES = "ABCDE"
_LEVELS = "ⅠⅡⅢⅣⅤ"
_FAMILIES = ("0123456789", _NUMERALS, _GRADES, _LEVELS)
_PREFIXES: Final = ("超", "近", "约", "不足")
_MORE: Final = ("余",)
_SUFFIXES: Final = ("以上", "以内", "左右")
_BOUNDS: Final = (*_PREFIXES, *_MORE, *_SUFFIXES)
_MEASURES: Final = ("人", "名", "位", "个", "所", "家", "间", "项", "人次")

_VALUE = re.compile(
    r"(?P<before>突破|低于|不足|超|近|约|下降|第)?(?P<number>[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九]|[A-E]|[Ⅰ-Ⅴ])(?P<more>[余多])?"
    r" ?(?P<power>[万亿])?(?P<unit>.*?)(?P<behind>以上|以内|左右)?"
)


class Value(NamedTuple):
    """A value as it is printed, in pieces that make it up again."""

    before: str
    number: str
    more: str
    power: str
    unit: str
    behind: str

    def __str__(self) -> str:
        return "".join(self)

    @property
    def bound(self) -> str:
        """The word that binds the number, if any."""
        return self.before.replace("第", "").replace("下降", "") or self.more or self.behind


def value_of(text: str) -> Value | None:
    """The pieces of a printed value; ``None`` for a zero in words."""
    match = _VALUE.fullmatch(text)
    return None if match is None else Value(*(piece or "" for piece in match.groups()))


def in_number(change: Mutation) -> Mutation:
    """The change applied to the number of a value."""

    def mutation(text: str, chance: Random) -> str | None:
        value = value_of(text)
        number = None if value is None else change(value.number, chance)
        return None if value is None or not number else str(value._replace(number=number))

    return mutation


def change_digit(number: str, chance: Random) -> str | None:
    """Another digit, numeral or grade of the same kind."""
    at = _one_of(_places(number, "".join(_FAMILIES)), chance)
    if at is None:
        return None
    family = next(family for family in _FAMILIES if number[at] in family)
    other = chance.choice([character for character in family if character != number[at]])
    return number[:at] + other + number[at + 1 :]


def drop_digit(number: str, chance: Random) -> str | None:
    """One digit less; not the only one."""
    places = _places(number, "0123456789")
    at = _one_of(places, chance) if len(places) > 1 else None
    return None if at is None else (number[:at] + number[at + 1 :]).strip(".")


def double_digit(number: str, chance: Random) -> str | None:
    """One digit twice."""
    at = _one_of(_places(number, "0123456789"), chance)
    return None if at is None else number[:at] + number[at] + number[at:]


def swap_digits(number: str, chance: Random) -> str | None:
    """Two neighbouring digits exchanged, the decimal point left where it is."""
    places = _places(number, "0123456789")
    pairs = [(one, two) for one, two in pairwise(places) if number[one] != number[two]]
    if not pairs:
        return None
    one, two = chance.choice(pairs)
    digits = list(number)
    digits[one], digits[two] = digits[two], digits[one]
    return "".join(digits)


def move_point(number: str, chance: Random) -> str | None:
    """The decimal point elsewhere, dropped, or put into a whole number."""
    digits = number.replace(".", "")
    if not digits.isascii() or not digits.isdigit():
        return None
    now = number.find(".") if "." in number else len(digits)
    at = _one_of([place for place in range(1, len(digits) + 1) if place != now], chance)
    return None if at is None else f"{digits[:at]}.{digits[at:]}".rstrip(".")


def change_magnitude(text: str, chance: Random) -> str | None:
    """万 or 亿 added, dropped, or the one for the other."""
    value = value_of(text)
    if value is None:
        return None
    return str(value._replace(power=chance.choice([power for power in ("", "万", "亿") if power != value.power])))


def add_bound(text: str, chance: Random) -> str | None:
    """A bound word that was not there."""
    value = value_of(text)
    return None if value is None or value.bound else _bound_by(value, chance.choice(_BOUNDS))


def drop_bound(text: str, _chance: Random) -> str | None:
    """The bound word gone."""
    value = value_of(text)
    return None if value is None or not value.bound else _bound_by(value, "")


def replace_bound(text: str, chance: Random) -> str | None:
    """Another bound word."""
    value = value_of(text)
    if value is None or not value.bound:
        return None
    return _bound_by(value, chance.choice([word for word in _BOUNDS if word != value.bound]))


def _bound_by(value: Value, word: str) -> str:
    kept = value.before if value.before in ("第", "下降") else ""
    free = value._replace(before=kept, more="", behind="")
    if word in _PREFIXES:
        free = free._replace(before=word + kept)
    elif word in _MORE:
        free = free._replace(more=word)
    return str(free._replace(behind=word if word in _SUFFIXES else ""))


def another_measure_word(text: str, chance: Random) -> str | None:
    """Another measure word, or one where there was another unit."""
    value = value_of(text)
    if value is None:
        return None
    return str(value._replace(unit=chance.choice([word for word in _MEASURES if word != value.unit])))


def another_unit(text: str, chance: Random) -> str | None:
    """A share taken for percentage points or per mille, 万元 for 元, a ratio for a share."""
    value = value_of(text)
    if value is None:
        return None
    if value.unit == "%":
        return str(value._replace(unit=chance.choice(("个百分点", "‰"))))
    if value.unit == "元":
        return str(value._replace(power=chance.choice([power for power in ("", "万", "亿") if power != value.power])))
    return str(value._replace(unit="%")) if value.unit in (":1", "") else None


def drop_unit(text: str, _chance: Random) -> str | None:
    """The unit gone, with the magnitude of money or without it."""
    value = value_of(text)
    return None if value is None or not value.unit else str(value._replace(unit=""))


def change_figure(phrase: str, span: tuple[int, int], chance: Random) -> str | None:
    """Another digit in the figure that the phrase holds."""
    start, end = span
    figure = change_digit(phrase[start:end], chance)
    return None if figure is None else phrase[:start] + figure + phrase[end:]


def cut_figure_off(phrase: str, span: tuple[int, int], chance: Random) -> str | None:
    """What stands before the figure, behind it, or both."""
    before, behind = phrase[: span[0]], phrase[span[1] :]
    return chance.choice([rest for rest in (before, behind, before + behind) if rest.strip()] or [None])


def change_character(phrase: str, characters: Sequence[str], chance: Random) -> str:
    """Another character in the place of one."""
    at = chance.randrange(len(phrase))
    return phrase[:at] + chance.choice(characters) + phrase[at + 1 :]


def drop_character(phrase: str, chance: Random) -> str | None:
    """One character less."""
    at = chance.randrange(len(phrase))
    return phrase[:at] + phrase[at + 1 :] or None


def insert_character(phrase: str, characters: Sequence[str], chance: Random) -> str:
    """One character more."""
    at = chance.randrange(len(phrase) + 1)
    return phrase[:at] + chance.choice(characters) + phrase[at:]


def another_year(period: str, chance: Random) -> str | None:
    """All years of the period moved together."""
    return _with_years(period, chance.choice((-3, -2, -1, 1, 2, 3)))


def mistyped_year(period: str, chance: Random) -> str | None:
    """One digit of the period changed."""
    return change_digit(period, chance)


def another_length(period: str, chance: Random) -> str | None:
    """A span that begins or ends a year or two earlier or later, or loses an end; a year or month that becomes a span."""
    start, mark, end = period.partition("..")
    if not mark:
        other = _with_years(period, chance.choice((-2, -1)))
        return chance.choice([f"{other}..{period}", f"..{period}", f"{period}.."])
    step = chance.choice((-2, -1, 1, 2))
    choices = [f"{_with_years(start, step)}..{end}"] if start else []
    choices += [f"{start}..{_with_years(end, step)}"] if end else []
    return chance.choice([*choices, f"..{end}" if start and end else start or end])


def another_month(period: str, chance: Random) -> str | None:
    """Another month in the place of one."""
    months = list(re.finditer("(?<=-)[0-9]{2}", period))
    if not months:
        return None
    month = chance.choice(months)
    other = chance.choice([number for number in range(1, 13) if number != int(month[0])])
    return f"{period[: month.start()]}{other:02}{period[month.end() :]}"


def school_year(period: str, chance: Random) -> str | None:
    """The school year that begins or ends in the year."""
    if not re.fullmatch("[0-9]{4}", period):
        return None
    first = int(period) - chance.randrange(2)
    return f"{first}/{first + 1}"


VALUE: Final[Mapping[str, Mutation]] = {
    "digit changed": in_number(change_digit),
    "digit dropped": in_number(drop_digit),
    "digit doubled": in_number(double_digit),
    "digits swapped": in_number(swap_digits),
    "decimal point moved": in_number(move_point),
    "magnitude added, dropped or changed": change_magnitude,
}
BOUND: Final[Mapping[str, Mutation]] = {
    "bound added": add_bound,
    "bound dropped": drop_bound,
    "bound replaced": replace_bound,
}
UNIT: Final[Mapping[str, Mutation]] = {
    "another measure word": another_measure_word,
    "another unit": another_unit,
    "unit dropped": drop_unit,
}
PERIOD: Final[Mapping[str, Mutation]] = {
    "another year": another_year,
    "digit changed": mistyped_year,
    "span shortened or lengthened": another_length,
    "month changed": another_month,
    "school year for year": school_year,
}


def _places(text: str, characters: str) -> list[int]:
    return [at for at, character in enumerate(text) if character in characters]


def _one_of(places: Sequence[int], chance: Random) -> int | None:
    return chance.choice(places) if places else None


def _with_years(period: str, step: int) -> str:
    return re.sub("[0-9]{4}", lambda year: str(int(year[0]) + step), period)
