"""What all tests share: the flag that rewrites golden files, an environment without the developer's own settings, and
small workspaces to run the command line in.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

# The same examples at every run, so that a failure is about the change at hand; EXPLORE=1 looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("explore" if os.environ.get("EXPLORE") else "same")

REPOSITORY = Path(__file__).resolve().parent.parent

# What changes the output or the workspace of a command; tests set what they need.
_OWN_SETTINGS = (
    "EDUINDEX_WORKSPACE",
    "EDUINDEX_REPORTS",
    "FORCE_COLOR",
    "NO_COLOR",
    "COLUMNS",
    "LC_ALL",
    "LC_MESSAGES",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture(scope="session")
def reports_folder() -> str | None:
    """The folder of the reports' texts, where EDUINDEX_REPORTS names one."""
    return _REPORTS


_REPORTS = os.environ.get("EDUINDEX_REPORTS") or None


@pytest.fixture(scope="session", autouse=True)
def _plain_environment() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in _OWN_SETTINGS:
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "en_US.UTF-8")
        patch.setenv("TERM", "xterm")
        yield


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout, which is itself a workspace."""
    return REPOSITORY


class CommandLine:
    """Runs ``eduindex`` in this process; ``environ`` is added to the environment of one run."""

    def __call__(self, *words: str, environ: Mapping[str, str] | None = None) -> Result:
        from eduindex.cli.main import main

        # Click takes colours out of what goes into a pipe; here it must not, so that a test sees all that we print.
        return CliRunner().invoke(main, list(words), env=dict(environ or {}), prog_name="eduindex", color=True)


@pytest.fixture(scope="session")
def eduindex() -> CommandLine:
    return CommandLine()


def process_environment(**settings: str) -> dict[str, str]:
    """The environment of a process of its own that finds the checkout, with the settings given."""
    return os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"} | settings


@pytest.fixture(scope="session")
def environment_of():
    return process_environment


@pytest.fixture(scope="session")
def eduindex_process():
    """Runs ``python -m eduindex`` in a process of its own, in the checkout unless ``cwd`` says else; bytes come back."""

    def run(*words: str, cwd: Path = REPOSITORY, **settings: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "eduindex", *words]
        environ = process_environment(**settings)
        return subprocess.run(command, cwd=cwd, env=environ, capture_output=True, timeout=60, check=False)

    return run


def terminal(width: int) -> dict[str, str]:
    """The environment of a terminal without colours."""
    return {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": str(width)}


@pytest.fixture(scope="session")
def terminal_of():
    return terminal


class WorkspaceFolder:
    """A workspace to fill: the catalogue of the repository and no district yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.samples = root / "samples"
        self.samples.mkdir(parents=True)
        shutil.copy(REPOSITORY / "indicators.yaml", root / "indicators.yaml")

    def keep_indicators(self, number: int) -> None:
        """Cut the catalogue behind its first indicators: reading all of it is most of a command's time."""
        path = self.root / "indicators.yaml"
        head, *blocks = re.split("^(?=  [a-z0-9_]+:\n    name:)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text("".join([head, *blocks[:number]]), encoding="utf-8")

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a district file (the ending is added) and return its path."""
        path = self.samples / f"{name}.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def copy(self, *names: str) -> None:
        """Copy districts of the repository."""
        for name in names:
            shutil.copy(REPOSITORY / "samples" / f"{name}.yaml", self.samples)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WorkspaceFolder:
    """An empty workspace, which is also the current folder."""
    folder = WorkspaceFolder(tmp_path / "workspace")
    monkeypatch.chdir(folder.root)
    return folder


DISTRICT = """\
district: {id}
code: "{code}"
name: {{zh: {zh}, en: {en}}}
sources:
  report-2023:
    title: A report
    published: 2024-01
entries:
  - indicator: public_kindergarten_coverage
    value: {value}
    period: 2023
    source: report-2023
    evidence: 2023年公办园覆盖率{value}
    variant: children
"""


@pytest.fixture(scope="session")
def district_text():
    """Makes the text of a sound district file with one entry."""

    def text(id: str, value: str = "80%", zh: str = "甲县", en: str = "Alpha", code: str = "330101") -> str:
        return DISTRICT.format(id=id, value=value, zh=zh, en=en, code=code)

    return text
