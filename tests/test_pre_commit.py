"""The hook for other people's repositories, run by the real pre-commit in real commits.

Installing the package into an environment of its own is pre-commit's business and needs a network, so the hook runs this
checkout instead (``language: system``); all else is as `.pre-commit-hooks.yaml` says.
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

pytestmark = [
    pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed: the hook is untested"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed: the hook is untested"),
]

IDENTITY = {
    f"GIT_{role}_{key}": value
    for role in ("AUTHOR", "COMMITTER")
    for key, value in (("NAME", "A data keeper"), ("EMAIL", "keeper@example.org"))
}


def hook_of(path):
    """The hook eduindex-validate that a configuration or manifest of pre-commit holds."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    hooks = content if isinstance(content, list) else [hook for repo in content["repos"] for hook in repo["hooks"]]
    (hook,) = [hook for hook in hooks if hook["id"] == "eduindex-validate"]
    return hook


@pytest.fixture(scope="module")
def environ(environment_of, repository, tmp_path_factory):
    """An environment with git identity and this checkout's ``eduindex``, and nothing of the developer's own git."""
    folder = tmp_path_factory.mktemp("environment")
    command = folder / "eduindex"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m eduindex "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    settings = {name: value for name, value in environment_of().items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    return settings | IDENTITY | {
        "PATH": os.pathsep.join([str(folder), settings["PATH"]]),
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "PRE_COMMIT_COLOR": "never",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }  # fmt: skip


class GitRepository:
    """A git repository in which pre-commit checks each commit."""

    def __init__(self, root: Path, environ: dict[str, str]) -> None:
        self.root = root
        self._environ = environ
        root.mkdir()
        self.run("git", "init", "--quiet", check=True)

    def run(self, *words, check=False):
        return subprocess.run(
            words, cwd=self.root, env=self._environ, capture_output=True, text=True, timeout=120, check=check
        )

    def begin(self, folder):
        self.run("eduindex", "init", folder, check=True)

    def use(self, hook):
        """Let pre-commit run ``hook`` with the command of the environment."""
        local = {"repo": "local", "hooks": [hook | {"language": "system"}]}
        path = self.root / ".pre-commit-config.yaml"
        path.write_text(yaml.safe_dump({"repos": [local]}), encoding="utf-8")

    def install(self):
        self.run(sys.executable, "-m", "pre_commit", "install", check=True)

    def change(self, name, old, new):
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def line_of(self, name, text):
        """The number of the first line of a file that holds a text."""
        lines = (self.root / name).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    def commit(self):
        """Commit all that has changed; the exit code and what was said."""
        self.run("git", "add", "--all", check=True)
        result = self.run("git", "commit", "--message", "A change")
        return result.returncode, result.stdout + result.stderr

    def commits(self):
        return len(self.run("git", "log", "--oneline").stdout.splitlines())


@pytest.fixture
def published(repository):
    """The hook as other people's repositories get it."""
    return hook_of(repository / ".pre-commit-hooks.yaml")


@pytest.fixture
def git(tmp_path, environ, published):
    """A repository with a new workspace at its root, committed, and the published hook."""
    repository = GitRepository(tmp_path / "repository", environ)
    repository.begin(".")
    repository.use(published)
    repository.install()
    code, output = repository.commit()
    assert (code, repository.commits()) == (0, 1), output
    assert "eduindex validate" in output
    assert "Passed" in output
    return repository


def refused(git, *complaints):
    """Whether the commit is refused with these complaints."""
    before = git.commits()
    code, output = git.commit()
    for complaint in complaints:
        assert complaint in output
    return code == 1 and "Failed" in output and git.commits() == before


def test_the_manifest_is_sound(repository, environ):
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    result = subprocess.run(
        command, cwd=repository, env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert (result.returncode, result.stdout + result.stderr) == (0, "")


def test_pre_commit_installs_the_hook_as_a_package_of_python(published):
    assert published["language"] == "python"
    assert published["entry"] == "eduindex validate"


def test_the_hook_is_the_same_wherever_it_is_written(repository, published):
    own = hook_of(repository / ".pre-commit-config.yaml")
    begun = hook_of(repository / "eduindex" / "storage" / "starter" / "pre-commit-config.yaml")
    for key in ("name", "entry", "types", "files", "require_serial"):
        assert own[key] == begun[key] == published[key]


def test_a_good_commit_passes(git):
    git.change("samples/qinghe.yaml", "186名", "190名")
    code, output = git.commit()
    assert (code, git.commits()) == (0, 2), output


def test_a_value_that_its_evidence_does_not_hold_is_refused(git):
    git.change("samples/qinghe.yaml", "value: 62.5%", "value: 65.2%")
    line = git.line_of("samples/qinghe.yaml", "65.2%")
    assert refused(git, f"samples/qinghe.yaml:{line}:12: E003", "65.2%")


def test_an_unknown_indicator_is_refused(git):
    git.change("samples/qinghe.yaml", "public_education_expenditure", "public_education_spending")
    line = git.line_of("samples/qinghe.yaml", "public_education_spending")
    assert refused(git, f"samples/qinghe.yaml:{line}:16: R001", "public_education_expenditure")


def test_broken_yaml_is_refused(git):
    git.change("samples/qinghe.yaml", "aliases: [青禾]", "aliases: [青禾")
    assert refused(git, "samples/qinghe.yaml:", "T006")


def test_a_new_bad_file_is_refused_and_the_good_one_beside_it_is_not_named(git):
    text = (git.root / "samples" / "qinghe.yaml").read_text(encoding="utf-8")
    (git.root / "samples" / "lanxi.yaml").write_text(text, encoding="utf-8")
    assert refused(git, f"samples/lanxi.yaml:{git.line_of('samples/lanxi.yaml', 'district: ')}:11: S005")
    assert "qinghe.yaml:" not in git.commit()[1]


def test_a_repaired_commit_passes(git):
    git.change("samples/qinghe.yaml", "value: 62.5%", "value: 65.2%")
    assert refused(git)
    git.change("samples/qinghe.yaml", "公办园覆盖率62.5%", "公办园覆盖率65.2%")
    code, output = git.commit()
    assert (code, git.commits()) == (0, 2), output


def test_a_catalogue_that_no_longer_has_what_a_district_uses_is_refused(git):
    git.change("indicators.yaml", "  public_education_expenditure:", "  public_education_spending:")
    line = git.line_of("samples/qinghe.yaml", "public_education_expenditure")
    assert refused(git, f"samples/qinghe.yaml:{line}:16: R001")


def test_other_files_are_not_looked_at(git):
    for name in ("notes.yaml", "samples/notes.txt", "samples/drafts/qinghe.yaml", "other/indicators.yml"):
        path = git.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("a: [", encoding="utf-8")
    code, output = git.commit()
    assert code == 0
    assert "no files to check" in output


def test_deleting_a_district_passes(git):
    (git.root / "samples" / "qinghe.yaml").unlink()
    assert git.commit()[0] == 0


def test_each_file_is_checked_in_its_own_workspace(git):
    for folder in ("north", "south"):
        git.begin(folder)
    git.change("north/indicators.yaml", "after_school_participation", "participation")
    git.change("north/samples/qinghe.yaml", "after_school_participation", "participation")
    code, output = git.commit()
    assert (code, git.commits()) == (0, 2), output
    for folder in ("north", "south"):
        git.change(f"{folder}/samples/qinghe.yaml", "indicator: teachers_recruited", "indicator: participation")
    line = git.line_of("south/samples/qinghe.yaml", "indicator: participation")
    before = git.commits()
    code, output = git.commit()
    assert (code, git.commits()) == (1, before)
    assert f"south/samples/qinghe.yaml:{line}:16: R001" in output
    assert "north/samples/qinghe.yaml:" in output  # a share cannot be 186名
    assert not [words for words in output.splitlines() if words.startswith("north/") and "R001" in words]


def test_the_folder_of_the_districts_may_have_another_name(git, published):
    git.change("indicators.yaml", "districts: samples", "districts: counties")
    (git.root / "samples").rename(git.root / "counties")
    git.use(published | {"files": r"(^|/)(indicators\.yaml|counties/[^/]+\.yaml)$"})
    assert git.commit()[0] == 0
    git.change("counties/qinghe.yaml", "value: 62.5%", "value: 65.2%")
    assert refused(git, "counties/qinghe.yaml:", "E003")


def test_what_init_writes_refuses_a_bad_commit_too(tmp_path, environ):
    git = GitRepository(tmp_path / "repository", environ)
    git.begin(".")
    git.install()
    code, output = git.commit()
    assert (code, git.commits()) == (0, 1), output
    git.change("samples/qinghe.yaml", "value: 62.5%", "value: 65.2%")
    line = git.line_of("samples/qinghe.yaml", "65.2%")
    assert refused(git, f"samples/qinghe.yaml:{line}:12: E003")
