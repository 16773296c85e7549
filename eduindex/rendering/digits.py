"""Numbers as plain digits: no exponent, no rounding, and no zero lost that the source printed."""

from decimal import Decimal


def plain_digits(number: int | Decimal) -> str:
    """``Decimal("98.20")`` as ``98.20``, ``Decimal("1E+3")`` as ``1000``. Raises ValueError for NaN and infinities."""
    if isinstance(number, Decimal):
        if not number.is_finite():
            raise ValueError(f"not a finite number: {number}")
        return format(number, "f")
    return str(number)
