"""What is built and installed: the wheel carries the catalogue and the districts, and it works from anywhere.

Everything is built by the backend that pyproject.toml names, without a network.
"""

import os
import subprocess
import sys
import tarfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

DISTRICTS = ("luyang", "ouhai", "quzhou", "yunzhou", "zhangping")

pytestmark = pytest.mark.skipif(
    find_spec("hatchling") is None,
    reason="hatchling is not installed: nothing was built, what a wheel carries is untested",
)


def build(source, kind, target):
    """Build ``kind`` (wheel or sdist) of the project in ``source`` and return the file."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=60,
    )
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(repository, tmp_path_factory):
    return build(repository, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist_folder(repository, tmp_path_factory):
    """The source distribution, unpacked."""
    archive = build(repository, "sdist", tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(archive) as file:
        file.extractall(folder, filter="data")
    (root,) = folder.iterdir()
    return root


@pytest.fixture(scope="module")
def wheel_of_sdist(sdist_folder, tmp_path_factory):
    return build(sdist_folder, "wheel", tmp_path_factory.mktemp("wheel-of-sdist"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with the wheel's content, which is what installing a wheel of pure Python means."""
    target = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(target)  # noqa: S202 - our own wheel
    return target


def contents(wheel):
    """Names and content of all members; the record of their sums is left out."""
    with zipfile.ZipFile(wheel) as file:
        return {name: file.read(name) for name in file.namelist() if not name.endswith("/RECORD")}


def test_the_wheel_carries_the_workspace(wheel, repository):
    members = contents(wheel)
    assert members["eduindex/workspace/indicators.yaml"] == (repository / "indicators.yaml").read_bytes()
    for id in DISTRICTS:
        carried = members[f"eduindex/workspace/samples/{id}.yaml"]
        assert carried == (repository / "samples" / f"{id}.yaml").read_bytes()


def test_the_wheel_carries_all_modules_and_nothing_else(wheel, repository):
    modules = {path.relative_to(repository).as_posix() for path in (repository / "eduindex").rglob("*.py")}
    carried = {name for name in contents(wheel) if ".dist-info/" not in name}
    workspace = {"eduindex/workspace/indicators.yaml"} | {f"eduindex/workspace/samples/{id}.yaml" for id in DISTRICTS}
    starter = {
        path.relative_to(repository).as_posix() for path in (repository / "eduindex/storage/starter").rglob("*.yaml")
    }
    assert len(starter) == 3
    assert carried == modules | workspace | starter | {"eduindex/py.typed"}


def test_the_wheel_declares_its_command_its_licence_and_its_dependencies(wheel):
    members = {name.partition(".dist-info/")[2]: text.decode("utf-8") for name, text in contents(wheel).items()}
    assert "eduindex = eduindex.cli.main:run" in members["entry_points.txt"]
    assert "licenses/LICENSE" in members
    metadata = members["METADATA"]
    required = [
        line.removeprefix("Requires-Dist: ") for line in metadata.splitlines() if line.startswith("Requires-Dist: ")
    ]
    always = sorted(line for line in required if "extra ==" not in line)
    assert [name.partition(">")[0] for name in always] == ["click", "pydantic", "pyyaml", "rich", "tabulate[widechars]"]
    assert "Requires-Python: >=3.11" in metadata


def test_the_sdist_builds_the_same_wheel(wheel, wheel_of_sdist):
    assert wheel_of_sdist.name == wheel.name
    assert contents(wheel_of_sdist) == contents(wheel)


def test_the_sdist_carries_what_tests_need_and_no_reports(sdist_folder):
    assert (sdist_folder / "tests" / "golden").is_dir()
    assert (sdist_folder / "tests" / "conftest.py").is_file()
    for name in ("pyproject.toml", "README.md", "LICENSE", "indicators.yaml"):
        assert (sdist_folder / name).is_file()
    texts = [path.name for path in sdist_folder.rglob("*.txt") if "golden" not in path.parts]
    assert texts == []
    assert list(sdist_folder.rglob("*.pyc")) == []


@pytest.fixture
def run_installed(installed, tmp_path):
    def run(*words):
        environ = os.environ | {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, "-m", "eduindex", *words],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            timeout=60,
            check=False,
        )

    return run


def test_the_installed_package_compares_from_any_folder(run_installed, repository, eduindex, monkeypatch):
    result = run_installed("compare", "quzhou", "ouhai")
    assert result.returncode == 0
    assert result.stderr.decode("utf-8") == "notice: using the packaged samples\n"
    monkeypatch.chdir(repository)
    assert result.stdout.decode("utf-8") == eduindex("compare", "quzhou", "ouhai").stdout


def test_the_installed_package_is_the_one_that_answers(run_installed, installed):
    traced = run_installed("trace", "ouhai", "public_kindergarten_coverage").stdout.decode("utf-8")
    assert str(Path(installed) / "eduindex" / "workspace" / "samples" / "ouhai.yaml") in traced


def test_the_version_is_the_same_everywhere(run_installed, wheel):
    from eduindex import __version__

    assert run_installed("--version").stdout.decode("utf-8") == f"eduindex {__version__}\n"
    assert wheel.name.startswith(f"eduindex-{__version__}-")
