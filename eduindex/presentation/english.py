"""What English needs and Chinese does not."""


def plural(number: int, noun: str) -> str:
    """A number with its noun: ``1 year``, ``2 years``; ``series`` stays."""
    ending = "" if number == 1 or noun.endswith("s") else "s"
    return f"{number} {noun}{ending}"
