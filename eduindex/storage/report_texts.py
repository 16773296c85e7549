"""The published reports, where a reader has them: the sentence around an evidence phrase."""

from pathlib import Path

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.evidence import Absence
from eduindex.model.observation import Observation
from eduindex.storage.file_reading import read_bytes
from eduindex.storage.workspace import is_below

_ENDS = "。!?;!?;"


class ReportTexts:
    """The texts below a folder, each read once. White space is removed, for line breaks fall anywhere in a report."""

    def __init__(self, folder: str | None) -> None:
        self._folder = Path(folder) if folder else None
        self._texts: dict[str, str | None] = {}

    @property
    def folder_is_missing(self) -> bool:
        """Whether a folder was named that is none."""
        return self._folder is not None and not self._folder.is_dir()

    def sentence_around(self, observation: Observation) -> str | Absence | None:
        """The sentence that holds an observation's evidence, or why there is none; ``None`` without a folder."""
        if self._folder is None:
            return None
        if not observation.source.file:
            return Absence.NO_FILE
        text = self._text(observation.source.file)
        if text is None:
            return Absence.UNREADABLE
        evidence = _without_space(observation.entry.evidence)
        at = text.find(evidence)
        if at < 0:
            return Absence.NOT_THERE
        start = max(text.rfind(end, 0, at) for end in _ENDS) + 1
        ends = [place for end in _ENDS if (place := text.find(end, at + len(evidence))) >= 0]
        return text[start : min(ends, default=len(text)) + 1]

    def _text(self, file: str) -> str | None:
        if file not in self._texts:
            self._texts[file] = self._read(file)
        return self._texts[file]

    def _read(self, file: str) -> str | None:
        if self._folder is None:
            return None
        path = self._folder / file
        if not is_below(path, self._folder):
            return None
        data = read_bytes(path)
        return None if isinstance(data, Diagnostic) else _without_space(data.decode("utf-8", errors="replace"))


def _without_space(text: str) -> str:
    return "".join(text.split())
