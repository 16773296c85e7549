"""Measures actions in turn, A B A B ..., so that whatever slows the machine down slows all of them alike.

An action is a command, run as a whole process, or a function of this one. What counts is CPU time (user and system), which other
people's work on the machine hardly touches; wall time is kept beside it. Only ratios within one run mean anything.
"""

import os
import pty
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Thread
from typing import NamedTuple

ROWS, COLUMNS = 24, 80  # of the pseudo-terminal

# What would change the course of a command, or keep Python from storing byte code as it does in any installation.
_NOT_INHERITED = frozenset(
    {"PYTHONDONTWRITEBYTECODE", "EDUINDEX_WORKSPACE", "EDUINDEX_REPORTS", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"}
)
_LAST_WORDS = 2000  # characters of a failed command's errors
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


class CommandFailed(Exception):  # noqa: N818 - it tells what happened
    """A command ended with another exit code than 0; its time would say nothing."""


class Sample(NamedTuple):
    """One run, in seconds; ``peak`` is the most memory that one process of a command held, in bytes."""

    cpu: float
    wall: float
    peak: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """The runs of one action, in their order; the n-th run of each action followed that of the one before it."""

    samples: tuple[Sample, ...]

    @property
    def cpu(self) -> float:
        """The median CPU time, in seconds."""
        return median(sample.cpu for sample in self.samples)

    @property
    def wall(self) -> float:
        """The median wall time, in seconds."""
        return median(sample.wall for sample in self.samples)

    @property
    def peak(self) -> int:
        """The most memory of all runs, in bytes."""
        return max(sample.peak for sample in self.samples)


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times the yardstick something costs, in three views that agree when the machine was calm."""

    cpu: float  # of the medians
    pairwise: float  # the median of the ratios of neighbouring runs, CPU time
    wall: float  # of the medians


@dataclass(frozen=True, slots=True)
class Command:
    """What to run: the words, what its environment has besides ours, and whether it writes to a terminal or nowhere."""

    words: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False

    def __call__(self) -> Sample:
        """Run it once; raises ``CommandFailed`` where it fails."""
        with tempfile.TemporaryFile() as errors, _output(terminal=self.terminal) as output:
            start = time.perf_counter()
            process = subprocess.Popen(
                self.words,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                cwd=self.folder,
                env=self._whole_environment(),
            )
            # Not process.wait(): only wait4 tells what this one child has used.
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                errors.seek(0)
                last_words = errors.read().decode(errors="replace")[-_LAST_WORDS:]
                raise CommandFailed(f"{' '.join(self.words)}: exit code {process.returncode}\n{last_words}")
        return Sample(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _MAXRSS_UNIT)

    def _whole_environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
        return {**ours, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **self.environment}


def timed(function: Callable[[], object]) -> Callable[[], Sample]:
    """Make an action of a function of this process."""

    def action() -> Sample:
        wall, cpu = time.perf_counter(), time.process_time()
        function()
        return Sample(time.process_time() - cpu, time.perf_counter() - wall)

    return action


def measure(actions: Mapping[str, Callable[[], Sample]], runs: int, warm_up: int = 1) -> dict[str, Series]:
    """Run all actions in turn, ``warm_up`` times unmeasured and then ``runs`` times."""
    samples: dict[str, list[Sample]] = {name: [] for name in actions}
    for turn in range(-warm_up, runs):
        for name, action in actions.items():
            sample = action()
            if turn >= 0:
                samples[name].append(sample)
    return {name: Series(tuple(taken)) for name, taken in samples.items()}


def ratio(series: Series, yardstick: Series) -> Ratio:
    """Relate two series of one call of ``measure``."""
    pairs = zip(series.samples, yardstick.samples, strict=True)
    return Ratio(
        cpu=series.cpu / yardstick.cpu,
        pairwise=median(sample.cpu / measure.cpu for sample, measure in pairs),
        wall=series.wall / yardstick.wall,
    )


def lay_out(rows: Sequence[Sequence[str]]) -> str:
    """Set rows in columns, the first one to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


@contextmanager
def _output(*, terminal: bool) -> Iterator[int]:
    """A descriptor to write to: the null device, or a pseudo-terminal that a thread reads empty."""
    if not terminal:
        yield subprocess.DEVNULL
        return
    reading_end, writing_end = pty.openpty()
    termios.tcsetwinsize(writing_end, (ROWS, COLUMNS))
    reader = Thread(target=_drain, args=(reading_end,))
    reader.start()
    try:
        yield writing_end
    finally:
        os.close(writing_end)  # with the child's copies gone as well, the reader comes to the end
        reader.join()
        os.close(reading_end)


def _drain(descriptor: int) -> None:
    with suppress(OSError):  # Linux tells the end of a terminal by an error
        while os.read(descriptor, 1 << 16):
            pass
