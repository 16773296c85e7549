"""Files as real disks have them: missing, forbidden, endless, circular, too large; and results written whole."""

import errno
import os
import socket
import stat
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from eduindex.model import findings as codes
from eduindex.model.diagnostic import Diagnostic
from eduindex.storage import file_reading
from eduindex.storage.file_reading import MAX_BYTES, create_whole, is_taken, read_bytes, write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and permissions of POSIX systems")


def fault(path: Path, limit: int = MAX_BYTES) -> Diagnostic:
    result = read_bytes(path, limit)
    assert isinstance(result, Diagnostic)
    assert result.place == (str(path), 0, 0)
    assert result.message
    assert result.hint
    return result


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


class TestReading:
    def test_a_file_is_read_byte_for_byte(self, tmp_path: Path) -> None:
        path = tmp_path / "f"
        path.write_bytes(bytes(range(256)) * 9000)
        assert read_bytes(path) == bytes(range(256)) * 9000

    def test_an_empty_file_is_no_fault_here(self, tmp_path: Path) -> None:
        (tmp_path / "f").touch()
        assert read_bytes(tmp_path / "f") == b""

    @pytest.mark.parametrize(
        ("size", "limit", "refused"), [(10, 10, False), (11, 10, True), (0, 0, False), (1, 0, True)]
    )
    def test_the_limit_is_the_largest_size_read(self, tmp_path: Path, size: int, limit: int, refused: bool) -> None:
        path = tmp_path / "f"
        path.write_bytes(b"x" * size)
        result = read_bytes(path, limit)
        assert (isinstance(result, Diagnostic) and result.code == codes.TOO_LARGE) == refused

    def test_a_sparse_file_of_50_mb(self, tmp_path: Path) -> None:
        path = tmp_path / "f"
        with path.open("wb") as file:
            file.truncate(50 * 1024 * 1024)
        assert fault(path).code == codes.TOO_LARGE

    @pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="files that state no size")
    def test_a_file_that_states_no_size_is_still_bounded(self) -> None:
        assert fault(Path("/proc/self/maps"), 10).code == codes.TOO_LARGE
        assert isinstance(read_bytes(Path("/proc/self/maps")), bytes)

    def test_a_missing_file(self, tmp_path: Path) -> None:
        assert fault(tmp_path / "no").code == codes.CANNOT_BE_READ
        assert fault(tmp_path / "no" / "such").code == codes.CANNOT_BE_READ

    def test_a_file_taken_for_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "f").touch()
        assert fault(tmp_path / "f" / "g").code == codes.CANNOT_BE_READ

    @pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "\udc80\ud800", "衢" * 200])
    def test_impossible_names(self, tmp_path: Path, name: str) -> None:
        assert fault(tmp_path / name).code == codes.CANNOT_BE_READ

    def test_a_folder(self, tmp_path: Path) -> None:
        result = fault(tmp_path)
        assert result.code == codes.NOT_A_REGULAR_FILE
        assert "folder" in result.message

    def test_a_forbidden_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "f"
        path.touch()

        def refuse(*_arguments: object) -> None:
            raise PermissionError(errno.EACCES, "")

        monkeypatch.setattr(os, "open", refuse)  # the superuser, who may run this, is refused nothing
        result = fault(path)
        assert result.code == codes.CANNOT_BE_READ
        assert "permission" in result.message

    @posix
    def test_links(self, tmp_path: Path) -> None:
        target, link, broken, circle = (tmp_path / name for name in ("target", "link", "broken", "circle"))
        target.write_bytes(b"x")
        link.symlink_to(target)
        broken.symlink_to(tmp_path / "no")
        circle.symlink_to(circle)
        assert read_bytes(link) == b"x"
        assert "points to nothing" in fault(broken).message
        assert "circle" in fault(circle).message

    @posix
    def test_pipes_sockets_and_links_to_endless_devices_are_refused_at_once(self, tmp_path: Path) -> None:
        pipe, device = tmp_path / "pipe", tmp_path / "device"
        os.mkfifo(pipe)
        device.symlink_to("/dev/zero")
        assert (fault(pipe).code, "pipe" in fault(pipe).message) == (codes.NOT_A_REGULAR_FILE, True)
        assert (fault(device).code, "device" in fault(device).message) == (codes.NOT_A_REGULAR_FILE, True)
        assert fault(Path("/dev/null")).code == codes.NOT_A_REGULAR_FILE

    @posix
    def test_a_socket_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # the path of a socket is short
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("s")
            assert "socket" in fault(Path("s")).message

    @posix
    def test_no_descriptor_stays_open(self, tmp_path: Path) -> None:
        path = tmp_path / "f"
        path.write_bytes(b"x" * 100)
        before = os.dup(0)
        os.close(before)
        for limit in (1, 1000):
            read_bytes(path, limit)
        after = os.dup(0)
        os.close(after)
        assert after == before


class TestWriting:
    def test_a_new_file_has_the_usual_permissions(self, tmp_path: Path) -> None:
        ordinary = tmp_path / "ordinary"
        ordinary.touch()
        assert write_whole(tmp_path / "f", b"x\r\n\xff") is None
        assert (tmp_path / "f").read_bytes() == b"x\r\n\xff"
        assert (tmp_path / "f").stat().st_mode == ordinary.stat().st_mode

    def test_an_existing_file_is_replaced_and_keeps_its_permissions(self, tmp_path: Path) -> None:
        path = tmp_path / "f"
        path.write_bytes(b"a much longer text than before")
        path.chmod(0o640)
        mode = path.stat().st_mode
        assert write_whole(path, b"x") is None
        assert (path.read_bytes(), path.stat().st_mode) == (b"x", mode)
        assert names(tmp_path) == ["f"]

    def test_a_reader_never_sees_half_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "f"
        path.write_bytes(b"before")
        with path.open("rb") as reader:
            assert write_whole(path, b"after") is None
            assert reader.read() in (b"before", b"after")

    @posix
    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        target, link = tmp_path / "target", tmp_path / "link"
        link.symlink_to(target)
        assert write_whole(link, b"new") is None
        assert write_whole(link, b"newer") is None
        assert link.is_symlink()
        assert target.read_bytes() == b"newer"

    def test_a_failure_leaves_everything_as_it_was(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "f"
        path.write_bytes(b"before")

        def full(_descriptor: int) -> None:
            raise OSError(errno.ENOSPC, "")

        monkeypatch.setattr(os, "fsync", full)
        result = write_whole(path, b"after")
        assert isinstance(result, Diagnostic)
        assert (result.code, "full" in result.message) == (codes.CANNOT_BE_WRITTEN, True)
        assert (path.read_bytes(), names(tmp_path)) == (b"before", ["f"])

    def test_an_interruption_leaves_nothing_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(_descriptor: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / "f", b"x")
        assert names(tmp_path) == []

    @pytest.mark.parametrize("name", ["no/such/f", "a\0b", "x" * 5000, "\ud800"])
    def test_impossible_targets(self, tmp_path: Path, name: str) -> None:
        result = write_whole(tmp_path / name, b"x")
        assert result is not None
        assert result.code == codes.CANNOT_BE_WRITTEN
        assert names(tmp_path) == []

    def test_a_folder_is_not_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "d").mkdir()
        result = write_whole(tmp_path / "d", b"x")
        assert result is not None
        assert result.code == codes.NOT_A_REGULAR_FILE
        assert (tmp_path / "d").is_dir()

    def test_a_protected_file_is_not_replaced(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "f"
        path.write_bytes(b"before")
        monkeypatch.setattr(os, "access", lambda *_arguments: False)
        result = write_whole(path, b"after")
        assert result is not None
        assert (result.code, "permission" in result.message) == (codes.CANNOT_BE_WRITTEN, True)
        assert path.read_bytes() == b"before"

    @posix
    def test_a_pipe_is_written_to(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        data = b"x" * 200_000
        received: list[bytes] = []
        reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
        reader.start()
        assert write_whole(pipe, data) is None
        reader.join(timeout=30)
        assert received == [data]
        assert stat.S_ISFIFO(pipe.stat().st_mode)

    @posix
    def test_a_reader_that_left_is_no_fault(self) -> None:
        reading, writing = os.pipe()
        path = Path(f"/dev/fd/{writing}")
        if not path.exists():
            pytest.skip("no /dev/fd")
        os.close(reading)
        try:
            assert write_whole(path, b"x" * 200_000) is None
        finally:
            os.close(writing)

    @posix
    def test_devices(self) -> None:
        assert write_whole(Path("/dev/null"), b"x") is None
        if Path("/dev/full").exists():
            result = write_whole(Path("/dev/full"), b"x")
            assert result is not None
            assert result.code == codes.CANNOT_BE_WRITTEN

    @posix
    @pytest.mark.parametrize("redirect", [">", ">>"])
    def test_standard_output_goes_where_the_shell_sends_it(self, tmp_path: Path, redirect: str) -> None:
        log = tmp_path / "log"
        log.write_bytes(b"old ")
        program = (
            "from pathlib import Path; from eduindex.storage.file_reading import write_whole;"
            "assert write_whole(Path('/dev/stdout'), b'new') is None"
        )
        with log.open("ab" if redirect == ">>" else "wb") as file:
            subprocess.run([sys.executable, "-c", program], stdout=file, check=True, timeout=60)
        assert log.read_bytes() == (b"old new" if redirect == ">>" else b"new")
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
        assert done.stdout == b"new"


def test_a_new_file_is_written_whole(tmp_path):
    path = tmp_path / "new.yaml"
    assert (is_taken(path), create_whole(path, b"all of it"), is_taken(path)) == (False, None, True)
    assert [one.name for one in tmp_path.iterdir()] == ["new.yaml"]
    assert path.read_bytes() == b"all of it"


@pytest.mark.parametrize("target", [None, "there", "nowhere"], ids=["file", "link", "broken link"])
def test_what_is_there_is_never_written_over(tmp_path, target):
    path, there = tmp_path / "taken.yaml", tmp_path / "there"
    there.write_bytes(b"mine")
    if target is None:
        path.write_bytes(b"mine")
    else:
        path.symlink_to(tmp_path / target)
    before = sorted(tmp_path.iterdir())
    fault = create_whole(path, b"forged")
    assert is_taken(path)
    assert fault is not None
    assert fault.message == "cannot be written: there is something of that name already"
    assert sorted(tmp_path.iterdir()) == before
    assert there.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["missing/new.yaml", "a\0b", "x" * 5000])
def test_a_new_file_that_cannot_be_made_is_told(tmp_path, name):
    assert create_whole(tmp_path / name, b"x") is not None
    assert not is_taken(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, ""), KeyboardInterrupt()], ids=["full disk", "interrupt"])
def test_what_cannot_be_written_whole_leaves_its_name_free(tmp_path, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(file_reading, "_write_all", fail)
    with suppress(KeyboardInterrupt):
        fault = create_whole(tmp_path / "new.yaml", b"x")
        assert fault is not None
        assert fault.code == "T020"
    assert list(tmp_path.iterdir()) == []
