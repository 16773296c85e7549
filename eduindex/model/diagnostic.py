"""A fault found in somebody's file. Diagnostics are values: they are collected, never raised."""

from dataclasses import dataclass
from enum import StrEnum

from eduindex.model.place import Place


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
