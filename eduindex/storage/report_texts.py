"""The published reports, where a reader has them: the sentence around an evidence phrase."""

from pathlib import Path

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.district import Source
from eduindex.model.evidence import Absence, sentences_around, without_space
from eduindex.model.observation import Observation
from eduindex.storage.report_reading import read_report
from eduindex.storage.workspace import is_below, is_folder

_MOST_KEPT = 8  # texts; a district has a few, and is done with before the next


class ReportTexts:
    """The texts below a folder, each read once. White space is removed, for line breaks fall anywhere in a report."""

    def __init__(self, folder: str | None) -> None:
        self._folder = Path(folder) if folder else None
        self._texts: dict[str, str | None] = {}

    @property
    def folder_is_missing(self) -> bool:
        """Whether a folder was named that is none."""
        return self._folder is not None and not is_folder(self._folder)

    def text_of(self, source: Source) -> str | Absence | None:
        """The text of a source's report without white space, or why there is none; ``None`` without a folder."""
        if self._folder is None:
            return None
        if not source.file:
            return Absence.NO_FILE
        text = self._text(source.file)
        return Absence.UNREADABLE if text is None else text

    def sentence_around(self, observation: Observation) -> str | Absence | None:
        """The sentence that holds an observation's evidence, or why there is none; ``None`` without a folder."""
        text = self.text_of(observation.source)
        if text is None or isinstance(text, Absence):
            return text
        sentences = sentences_around(observation.entry.evidence, text)
        return sentences[0] if sentences else Absence.NOT_THERE

    def _text(self, file: str) -> str | None:
        if file not in self._texts:
            if len(self._texts) >= _MOST_KEPT:
                self._texts.clear()
            self._texts[file] = self._read(file)
        return self._texts[file]

    def _read(self, file: str) -> str | None:
        if self._folder is None:
            return None
        path = self._folder / file
        if not is_below(path, self._folder):
            return None
        report = read_report(path)
        return None if isinstance(report, Diagnostic) else without_space(report.text)
