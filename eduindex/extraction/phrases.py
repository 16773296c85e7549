"""Building blocks of the word tables: patterns written as words that are parted by blanks, and where a clause begins."""

CLAUSE_MARKS = ",，。;:、("
_PART_MARKS = ",，。;("


def any_of(words: str) -> str:
    """A pattern for any of the words, which are parted by blanks; a word may be a pattern itself."""
    return f"(?:{'|'.join(words.split())})"


def clause_start(text: str, at: int, marks: str = CLAUSE_MARKS) -> int:
    """Where the clause that holds ``at`` begins."""
    return max(text.rfind(mark, 0, at) for mark in marks) + 1


def part_start(text: str, at: int) -> int:
    """Where the part of a sentence that holds ``at`` begins; lists (A、B) and colons do not end one."""
    return clause_start(text, at, _PART_MARKS)


def part_end(text: str, at: int) -> int:
    """Where the part of a sentence that holds ``at`` ends."""
    return min((place for mark in ",，。;)(" if (place := text.find(mark, at)) >= 0), default=len(text))
