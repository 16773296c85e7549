"""Reports as bytes: which encodings are read, what is refused and how, and that nothing hidden comes through."""

import io
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduindex.model.diagnostic import Diagnostic
from eduindex.model.district import Source
from eduindex.model.evidence import Absence
from eduindex.model.wording import Wording
from eduindex.storage import report_reading
from eduindex.storage.report_reading import Report, decode_report, read_report, read_report_from
from eduindex.storage.report_texts import ReportTexts

TEXT = "清河县2023年公办园在园幼儿占比达57.3%，\n学生参与率“98.2%”。\n"
REFUSED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
# Characters that GBK lacks.
RARE = "䶮㑇𠮷"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "UTF-8"),
        (TEXT.encode("gbk"), "GBK"),
        (TEXT.encode("gb2312"), "GBK"),
        (("\ufeff" + TEXT).encode("utf-16-le"), "UTF-16"),
        (("\ufeff" + TEXT).encode("utf-16-be"), "UTF-16"),
    ],
    ids=["UTF-8", "UTF-8 with its mark", "GBK", "GB2312", "UTF-16 LE", "UTF-16 BE"],
)
def test_a_report_is_read_in_the_encodings_of_offices(data, encoding):
    assert decode_report(data, "a.txt") == Report(TEXT, encoding)


def test_characters_that_gbk_lacks_are_read_as_gb18030():
    assert decode_report((TEXT + RARE).encode("gb18030"), "a.txt") == Report(TEXT + RARE, "GB18030")


def test_an_empty_report_is_a_text():
    assert decode_report(b"", "a.txt") == Report("", "UTF-8")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "this is a PDF document, not a text"),
        (b"PK\x03\x04\x14\0\x06\0word/document.xml", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old document of an office program"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (TEXT.encode("utf-16-le"), "looks like UTF-16 LE"),
        ("A 57.3%, B 98.2%".encode("utf-16-le"), "looks like UTF-16 LE"),  # UTF-8 too, but for its nulls
        (TEXT.encode("utf-16-be"), "looks like UTF-16 BE"),
        (("\ufeff" + TEXT).encode("utf-32-le"), "looks like UTF-32 LE"),
        (("\ufeff" + TEXT).encode("utf-16-le") + b"\0", "looks like UTF-16 LE"),
        (TEXT.encode() + b"\xe5\x85" + TEXT.encode(), "not UTF-8: a damaged character"),
        (TEXT.encode("gbk") + b"\xff" + TEXT.encode("gbk"), "neither UTF-8 nor GB18030 from here on"),
        (bytes(range(256)) * 40, "neither UTF-8 nor GB18030"),
    ],
)
def test_what_is_no_text_is_refused_and_named(data, what):
    refusal = decode_report(data, "a.txt")
    assert isinstance(refusal, Diagnostic)
    assert (refusal.code, refusal.place.file) == ("T004", "a.txt")
    assert what in refusal.message
    assert refusal.hint


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_the_place_of_the_damage_is_told(codec):
    damaged = "第一行\n第二行全区".encode(codec) + b"\xff" + "公办园".encode(codec)
    refusal = decode_report(damaged, "a.txt")
    assert isinstance(refusal, Diagnostic)
    assert refusal.place[1:] == (2, 6)


def test_utf8_that_gb18030_could_read_too_is_not_made_into_other_words():
    damaged = TEXT.encode() * 20
    damaged = damaged[:-2] + "占".encode()[:2] + damaged[-2:]
    assert isinstance(decode_report(damaged, "a.txt"), Diagnostic)


@pytest.mark.parametrize(
    "hidden", ["\x1b", "\0", "\x07", "\x9b", "\x85", "\u202e", "\u2066", "\ufeff", "\u200f", "\x0c", "\x7f"]
)
def test_what_acts_on_a_terminal_becomes_a_blank(hidden):
    assert decode_report(f"占比{hidden}达57.3%\n".encode(), "a.txt") == Report("占比 达57.3%\n", "UTF-8")


@pytest.mark.parametrize(
    ("ends", "read"),
    [("甲\r\n乙\r\n", "甲 \n乙 \n"), ("甲\r乙", "甲\n乙"), ("甲\r\r\n乙", "甲\n \n乙"), ("甲\n乙", "甲\n乙")],
)
def test_lines_end_in_one_way_and_no_character_moves(ends, read):
    assert decode_report(ends.encode(), "a.txt") == Report(read, "UTF-8")
    assert len(ends) == len(read)


@given(st.text())
def test_every_text_is_read_whole_and_without_what_is_refused(text):
    report = decode_report(("文" + text).encode("utf-8", "replace"), "a.txt")
    assert isinstance(report, Report)
    assert report.encoding == "UTF-8"
    assert len(report.text) == len(text) + 1
    assert REFUSED.search(report.text) is None
    assert "\r" not in report.text


@given(st.one_of(st.binary(), st.binary(min_size=1).map(lambda data: data * 40)))
def test_no_bytes_raise(data):
    report = decode_report(data, "a.txt")
    assert isinstance(report, Report | Diagnostic)
    assert not isinstance(report, Report) or REFUSED.search(report.text) is None


def test_a_file_is_read(tmp_path):
    path = tmp_path / "report.md"
    path.write_bytes(TEXT.encode("gbk"))
    assert read_report(path) == Report(TEXT, "GBK")


def refused(path: Path) -> Diagnostic:
    refusal = read_report(path)
    assert isinstance(refusal, Diagnostic)
    assert refusal.place.file == str(path)
    return refusal


def test_what_is_no_file_is_refused(tmp_path):
    assert refused(tmp_path / "missing.txt").code == "T001"
    assert refused(tmp_path).message == "a folder instead of a file"
    (tmp_path / "link.txt").symlink_to(tmp_path / "nothing")
    assert "points to nothing" in refused(tmp_path / "link.txt").message
    assert refused(Path("a\0b")).code == "T001"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(tmp_path / "pipe.txt").message == "a pipe instead of a file"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"x")
    path.chmod(0)
    assert "no permission" in refused(path).message


def test_a_report_of_too_many_bytes_is_refused(tmp_path, monkeypatch):
    assert report_reading.MAX_BYTES == 64 * 1024 * 1024
    monkeypatch.setattr(report_reading, "MAX_BYTES", 10)
    path = tmp_path / "report.txt"
    path.write_bytes(b"0123456789")
    assert read_report(path) == Report("0123456789", "UTF-8")
    path.write_bytes(b"0123456789a")
    assert (refused(path).code, refused(path).message) == ("T003", "larger than 10 bytes, too large for a report")
    whole, more = (read_report_from(io.BytesIO(data)) for data in (b"0123456789", b"0123456789a"))
    assert whole == Report("0123456789", "UTF-8")
    assert isinstance(more, Diagnostic)
    assert (more.code, more.message) == ("T003", "larger than 10 bytes, too large for a report")


def test_a_stream_is_read_like_a_file():
    assert read_report_from(io.BytesIO(TEXT.encode("gbk"))) == Report(TEXT, "GBK")
    refusal = read_report_from(io.BytesIO(b"%PDF-1.7"))
    assert isinstance(refusal, Diagnostic)
    assert refusal.place.file == "standard input"


def test_a_stream_that_cannot_be_read_is_refused(tmp_path):
    closed = io.BytesIO()
    closed.close()
    with (tmp_path / "written.txt").open("wb") as written:
        for stream in (closed, written):
            refusal = read_report_from(stream)
            assert isinstance(refusal, Diagnostic)
            assert refusal.code == "T001"


@pytest.mark.parametrize("codec", ["utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_evidence_is_looked_up_in_the_same_text(tmp_path, codec):
    """What a draft cites out of a report, validate finds in it."""
    (tmp_path / "report.txt").write_bytes("占比\u202e达57.3%".replace("\u202e", " ").encode(codec))
    source = Source("report", Wording("x", "x"), file="report.txt")
    assert ReportTexts(str(tmp_path)).text_of(source) == "占比达57.3%"


def test_a_damaged_report_is_unreadable_for_validate_too(tmp_path):
    (tmp_path / "report.txt").write_bytes(TEXT.encode() + b"\xe5\x85" + TEXT.encode())
    source = Source("report", Wording("x", "x"), file="report.txt")
    assert ReportTexts(str(tmp_path)).text_of(source) is Absence.UNREADABLE
