import io
import os

import pytest

from eduindex.rendering.surface import Surface, detect_surface


class Terminal(io.StringIO):
    def isatty(self):
        return True


class SizedTerminal(Terminal):
    def fileno(self):
        return 1


PIPE = Surface(is_terminal=False, width=None, colour=False)
COLOURED = Surface(is_terminal=True, width=80, colour=True)
UNCOLOURED = Surface(is_terminal=True, width=80, colour=False)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, COLOURED),
        ({"TERM": "xterm"}, COLOURED),
        ({"TERM": "dumb"}, UNCOLOURED),
        ({"NO_COLOR": "1"}, UNCOLOURED),
        ({"NO_COLOR": ""}, COLOURED),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, UNCOLOURED),
        ({"FORCE_COLOR": "0", "TERM": "dumb"}, UNCOLOURED),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, COLOURED),
    ],
)
def test_colour_on_a_terminal(environ, expected):
    assert detect_surface(Terminal(), environ) == expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, PIPE),
        ({"COLUMNS": "120", "TERM": "xterm"}, PIPE),
        ({"FORCE_COLOR": ""}, PIPE),
        ({"FORCE_COLOR": "0"}, PIPE),
        ({"FORCE_COLOR": "1"}, COLOURED),
        ({"FORCE_COLOR": "true", "NO_COLOR": "1"}, UNCOLOURED),
        ({"FORCE_COLOR": "1", "COLUMNS": "120"}, Surface(is_terminal=True, width=120, colour=True)),
    ],
)
def test_a_pipe_is_plain_unless_forced(environ, expected):
    assert detect_surface(io.StringIO(), environ) == expected


@pytest.mark.parametrize("columns", ["0", "-5", "wide", "", "1.5", "²", "99999", "9" * 5000])
def test_columns_must_be_a_sensible_positive_integer(columns):
    assert detect_surface(Terminal(), {"COLUMNS": columns}).width == 80


def test_the_width_is_asked_of_the_terminal_when_not_stated(monkeypatch):
    monkeypatch.setattr(os, "get_terminal_size", lambda _descriptor: os.terminal_size((133, 40)))
    assert detect_surface(SizedTerminal(), {}).width == 133
    assert detect_surface(SizedTerminal(), {"COLUMNS": "70"}).width == 70


def test_a_terminal_that_does_not_know_its_width_has_80_columns(monkeypatch):
    monkeypatch.setattr(os, "get_terminal_size", lambda _descriptor: os.terminal_size((0, 0)))
    assert detect_surface(SizedTerminal(), {}).width == 80
