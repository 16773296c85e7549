"""What English needs and Chinese does not."""


def counted(number: int, noun: str) -> str:
    """A number with its noun, of which the first word takes the plural: ``1 year``, ``2 figures of other periods``."""
    first, blank, rest = noun.partition(" ")
    ending = "" if number == 1 or first.endswith("s") else "s"
    return f"{number} {first}{ending}{blank}{rest}"
