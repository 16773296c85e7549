"""The README is true: its commands print what it shows, its Python runs, its file example is what the samples say."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from eduindex.cli.main import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
TERMINAL = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80", "LC_ALL": "C.UTF-8", "EDUINDEX_REPORTS": None}


def run_as_on_a_terminal(line, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("EDUINDEX_WORKSPACE", raising=False)
    result = CliRunner().invoke(main, shlex.split(line)[1:], env=TERMINAL)
    assert result.exit_code == 0, result.output
    return result.stdout


def shown(block, monkeypatch):
    """The block as it must be: each command of it with what it prints now."""
    commands = [line for line in block.splitlines() if line.startswith("$ eduindex")]
    return "".join(f"{line}\n{run_as_on_a_terminal(line[2:], monkeypatch)}" for line in commands)


def test_the_console_blocks_print_what_they_show(request, monkeypatch):
    text = README.read_text(encoding="utf-8")
    if request.config.getoption("--rewrite-golden"):
        text = CONSOLE.sub(lambda match: f"```console\n{shown(match[1], monkeypatch)}```", text)
        README.write_text(text, encoding="utf-8")
    blocks = CONSOLE.findall(text)
    assert len(blocks) >= 8
    for block in blocks:
        assert block == shown(block, monkeypatch)


def test_the_python_example_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    exec(code, {})  # noqa: S102 - the README's own lines
    assert "public_kindergarten_coverage better" in capsys.readouterr().out


def test_the_file_example_stands_in_the_samples():
    (example,) = re.findall(r"```yaml\n(# samples/.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    sample = (ROOT / "samples" / "zhangping.yaml").read_text(encoding="utf-8").splitlines()
    lines = [re.sub(r"\s+#.*", "", line) for line in example.splitlines()[1:]]
    assert lines
    assert [line for line in lines if line not in sample] == []


@pytest.mark.parametrize("command", sorted(main.list_commands(None)))
def test_every_command_is_in_the_readme(command):
    assert f"eduindex {command}" in README.read_text(encoding="utf-8") or f"`{command}" in README.read_text(
        encoding="utf-8"
    )
