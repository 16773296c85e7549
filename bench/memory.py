"""How much memory this process's descendants hold together, asked again and again while they run (Linux only).

The system tells the peak of a single process only. Here each process counts with all it has in memory, what it shares with others
included, so the sum is an upper bound.
"""

import os
import resource
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

_PROCESSES = Path("/proc")
_INTERVAL = 0.02  # seconds


def peak_of_descendants(action: Callable[[], object]) -> int:
    """The most bytes that the descendants held at one time while ``action`` ran."""
    ended = Event()
    peaks: list[int] = []
    watcher = Thread(target=_watch, args=(ended, peaks))
    watcher.start()
    try:
        action()
    finally:
        ended.set()
        watcher.join()
    return max(peaks, default=0)


def _watch(ended: Event, peaks: list[int]) -> None:
    while not ended.is_set():
        peaks.append(_held_by_descendants(os.getpid()))
        time.sleep(_INTERVAL)


def _held_by_descendants(process: int) -> int:
    return sum(_held(child) + _held_by_descendants(child) for child in _children(process))


def _children(process: int) -> list[int]:
    children: list[int] = []
    for thread in (_PROCESSES / str(process) / "task").glob("*"):
        with suppress(OSError):  # it has ended meanwhile
            children.extend(map(int, (thread / "children").read_text().split()))
    return children


def _held(process: int) -> int:
    with suppress(OSError, IndexError):
        return int((_PROCESSES / str(process) / "statm").read_text().split()[1]) * resource.getpagesize()
    return 0
