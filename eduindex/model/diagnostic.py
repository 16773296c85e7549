"""A fault found in somebody's file. Diagnostics are values: they are collected, never raised."""

from dataclasses import dataclass
from enum import StrEnum

from eduindex.model.place import Place
from eduindex.model.shortening import shortened


class Severity(StrEnum):
    """How bad a finding is; an error leaves out what it concerns, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable ``code``, where it is, what is wrong and what to do about it.

    ``quoted`` is the offending text as written; it is untrusted and is made visible when printed.
    """

    code: str
    place: Place
    message: str
    hint: str = ""
    quoted: str = ""
    severity: Severity = Severity.ERROR
    also: Place | None = None  # the other place that the finding is about, where it could as well be told

    @property
    def statement(self) -> str:
        """What is wrong in one text, ``message: "quoted"``, the quoted text cut to 60 characters; untrusted."""
        return f'{self.message}: "{shortened(self.quoted)}"' if self.quoted else self.message

    @property
    def advice(self) -> str:
        """What is wrong and what to do about it in one text, ``message: "quoted" (hint)``; untrusted."""
        return f"{self.statement} ({self.hint})" if self.hint else self.statement
