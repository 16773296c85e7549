"""Files as bytes, in and out: regular files of a bounded size, read without waiting; results written whole or not.

A pipe, a device or a link to one would make a reader wait or read for ever, so the kind is asked before opening (which
could already disturb a pipe's writer) and again of the open file (which cannot be exchanged any more).
"""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.findings import CANNOT_BE_READ, CANNOT_BE_WRITTEN, NOT_A_REGULAR_FILE, TOO_LARGE
from eduindex.model.place import Place

MAX_BYTES: Final = 8 * 1024 * 1024  # a district file has about 0.1 MB

# What not every system has counts as nothing.
_COMMON_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_READ_FLAGS = os.O_RDONLY | _COMMON_FLAGS | getattr(os, "O_NONBLOCK", 0)
_CREATE_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _COMMON_FLAGS
_APPEND_FLAGS = os.O_WRONLY | os.O_APPEND | _COMMON_FLAGS

# Names of what is open already; the shell chose what is behind them, and `-o /dev/stdout >> log` must add to the log.
_OPEN_ALREADY = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/")

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)

_REASONS = {
    errno.ENOENT: ("there is no such file", "check the spelling and the folder"),
    errno.ENOTDIR: ("there is no such file: a part of the path is not a folder", "check the spelling"),
    errno.EACCES: ("no permission", "ask for access, or change the permissions of the file and its folders"),
    errno.EPERM: ("no permission", "ask for access, or change the permissions of the file and its folders"),
    errno.ELOOP: ("the link leads in a circle", "let the link point to a file"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter name"),
    errno.EROFS: ("the disk cannot be written to", "choose another folder"),
    errno.ENOSPC: ("the disk is full", "make room, or choose another folder"),
    errno.EEXIST: ("there is something of that name already", "choose another name"),
    errno.ENOTEMPTY: ("there is a folder of that name already", "choose another name"),
}
_NO_FOLDER = ("there is no such folder", "create the folder first, or check the spelling")
_OTHER_REASON = ("the system refuses", "check the disk and the path")
_IMPOSSIBLE_NAME = ("no file can have this name", "check the spelling; the name holds a character that is not allowed")


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes | Diagnostic:
    """Return the content of a regular file of at most ``limit`` bytes, or what forbids it. Never raises or waits."""
    try:
        refusal = _refuse_kind(path.stat(), path, limit)
        if refusal is not None:
            return refusal
        descriptor = os.open(path, _READ_FLAGS)
        try:
            refusal = _refuse_kind(os.fstat(descriptor), path, limit)
            return refusal or _read_at_most(descriptor, path, limit)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        if _is_broken_link(path, error):
            hint = "let the link point to a file"
            return Diagnostic(CANNOT_BE_READ, _place(path), "cannot be read: the link points to nothing", hint)
        return _refusal(CANNOT_BE_READ, "cannot be read", path, error)


def write_whole(path: Path, data: bytes) -> Diagnostic | None:
    """Put ``data`` into the file, all of it or nothing; an existing file keeps its permissions, a link stays a link.

    A pipe or a character device (``/dev/stdout``, ``/dev/fd/63``) is written to directly. Returns what went wrong.
    """
    try:
        status = _status(path)
        if status is not None and _takes_a_stream(path, status.st_mode):
            _write_stream(path, data)
            return None
        if status is not None and not stat.S_ISREG(status.st_mode):
            hint = "name a file, existing or new"
            return Diagnostic(NOT_A_REGULAR_FILE, _place(path), f"cannot be written: {_kind(status.st_mode)}", hint)
        if status is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        _replace(Path(os.path.realpath(path)), data, status)
    except (OSError, ValueError) as error:
        return cannot_be_written(path, error)
    return None


def create_whole(path: Path, data: bytes) -> Diagnostic | None:
    """Put ``data`` into a new file, all of it or nothing; what has this name already stays, even a link that leads nowhere.

    Returns what went wrong.
    """
    try:
        os.close(os.open(path, _CREATE_FLAGS, 0o666))  # the name is ours now, so that nobody's file is replaced
    except (OSError, ValueError) as error:
        return cannot_be_written(path, error)
    fault = None
    is_written = False
    try:
        fault = write_whole(path, data)
        is_written = fault is None
    finally:
        if not is_written:
            path.unlink(missing_ok=True)
    return fault


def is_taken(path: Path) -> bool:
    """Whether there is anything of this name, be it a link that leads nowhere."""
    return os.path.lexists(path)  # False for a name that no file can have


def cannot_be_written(path: Path, error: Exception) -> Diagnostic:
    """What to say when the system refuses to create or change ``path``."""
    return _refusal(CANNOT_BE_WRITTEN, "cannot be written", path, error)


def size_of(path: Path) -> int:
    """The size of a file in bytes; 0 where it cannot be told."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _refuse_kind(status: os.stat_result, path: Path, limit: int) -> Diagnostic | None:
    if not stat.S_ISREG(status.st_mode):
        message = f"{_kind(status.st_mode)} instead of a file"
        return Diagnostic(NOT_A_REGULAR_FILE, _place(path), message, "name a regular file")
    return _too_large(path, limit) if status.st_size > limit else None


def _read_at_most(descriptor: int, path: Path, limit: int) -> bytes | Diagnostic:
    """Read to the end, whatever size the system stated: some files grow, and some state none."""
    parts: list[bytes] = []
    room = limit + 1
    while room and (part := os.read(descriptor, min(room, 1 << 20))):
        parts.append(part)
        room -= len(part)
    return b"".join(parts) if room else _too_large(path, limit)


def _too_large(path: Path, limit: int) -> Diagnostic:
    message = f"larger than {limit:,} bytes, too large for a data file"
    return Diagnostic(TOO_LARGE, _place(path), message, "check that it is the right file, or split it")


def _is_broken_link(path: Path, error: Exception) -> bool:
    return isinstance(error, FileNotFoundError) and path.is_symlink()


def _refusal(code: str, what: str, path: Path, error: Exception) -> Diagnostic:
    reason, hint = _reason(code, error)
    return Diagnostic(code, _place(path), f"{what}: {reason}", hint)


def _reason(code: str, error: Exception) -> tuple[str, str]:
    if not isinstance(error, OSError):
        return _IMPOSSIBLE_NAME
    if code == CANNOT_BE_WRITTEN and isinstance(error, FileNotFoundError):
        return _NO_FOLDER
    return _REASONS.get(error.errno or 0, _OTHER_REASON)


def _kind(mode: int) -> str:
    return next((name for test, name in _KINDS if test(mode)), "something else")


def _place(path: Path) -> Place:
    return Place(str(path))


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _takes_a_stream(path: Path, mode: int) -> bool:
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or (stat.S_ISREG(mode) and str(path).startswith(_OPEN_ALREADY))


def _write_stream(path: Path, data: bytes) -> None:
    """Write to what is there; a reader that has seen enough and left is no fault."""
    descriptor = os.open(path, _APPEND_FLAGS)
    try:
        _write_all(descriptor, data)
    except BrokenPipeError:
        return
    finally:
        os.close(descriptor)


def _replace(target: Path, data: bytes, status: os.stat_result | None) -> None:
    """Write a neighbour and rename it, so that no reader ever sees half a file and a full disk costs nothing."""
    neighbour = target.with_name(f".eduindex-{os.urandom(8).hex()}.tmp")
    descriptor = os.open(neighbour, _CREATE_FLAGS, 0o666)
    try:
        try:
            _write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if status is not None:
            neighbour.chmod(stat.S_IMODE(status.st_mode))
        neighbour.replace(target)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
