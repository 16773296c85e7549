"""The result of a validation: what was found, and how much was looked at."""

from dataclasses import dataclass

from eduindex.model.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Validation:
    """All findings in the order of files and lines, and the numbers of files and of entries that were looked at.

    ``with_reports``: evidence was held against the texts of the reports, but for that of ``without_text`` entries, whose sources
    name no text. ``across_files``: the rules across files ran too. ``unasked_rules`` were left out on request.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    entries: int
    with_reports: bool
    across_files: bool
    without_text: int = 0
    unasked_rules: int = 0

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.diagnostics) - self.errors
