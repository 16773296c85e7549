"""Canonical, language-neutral text for an interval: what ``read_quantity`` reads back as the same interval and unit."""

from decimal import Decimal

from eduindex.model.interval import Interval


def write_quantity(interval: Interval, unit: str) -> str:
    """The interval as text: ``98.20%``, ``≥95%``, ``<0.15``, ``1620–1740个`` or ``(2000, 3000)名``.

    Only the ends are looked at, so the printed bound word does not matter. The interval must not be empty.
    """
    low, high = interval.low, interval.high
    if low is None and high is None:
        return f"(-∞, ∞){unit}"
    if high is None:
        return f"{'>' if interval.low_open else '≥'}{_plain(low)}{unit}"
    if low is None:
        return f"{'<' if interval.high_open else '≤'}{_plain(high)}{unit}"
    if interval.is_point:
        return f"{_plain(low)}{unit}"
    if not interval.low_open and not interval.high_open:
        return f"{_plain(low)}–{_plain(high)}{unit}"
    opening, closing = "(" if interval.low_open else "[", ")" if interval.high_open else "]"
    return f"{opening}{_plain(low)}, {_plain(high)}{closing}{unit}"


def _plain(number: Decimal | None) -> str:
    """Digits without an exponent; zero has no sign."""
    if not number:
        return "0" if number is None else format(abs(number), "f")
    return format(number, "f")
