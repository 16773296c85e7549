"""A progress bar that appears once waiting has become long: most work is over before anybody waits."""

import time
from collections.abc import Callable

_PATIENCE = 1.0  # seconds


class ProgressBar:
    """Shown on standard error; made when it is needed, because rich is slow to import."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._began = time.monotonic()
        self._show: Callable[[int], None] | None = None
        self._stop: Callable[[], None] | None = None

    def advance(self, done: int, total: int) -> None:
        """Say how much is done."""
        if self._show is None and time.monotonic() - self._began > _PATIENCE:
            self._open(total)
        if self._show is not None:
            self._show(done)

    def close(self) -> None:
        """Take the bar away."""
        if self._stop is not None:
            self._stop()

    def _open(self, total: int) -> None:
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        task = progress.add_task(self._label, total=total)
        progress.start()
        self._show = lambda done: progress.update(task, completed=done)
        self._stop = progress.stop
