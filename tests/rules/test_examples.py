"""The examples of all rules, held against the command that people run: the bad one has its fault and no other one, the good
one has none, and with its rule switched off the bad one passes.
"""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from eduindex.rules.example_workspace import (
    CATALOGUE,
    DISTRICT_FILE,
    DISTRICTS_FOLDER,
    SOUND_DISTRICT,
    catalogue_text,
    district_text,
)
from eduindex.rules.registry import RULES
from eduindex.rules.rule import Example, Part

REPORTS = ("--reports", "reports")
BUILT = [code for code, rule in RULES.items() if rule.bad.part is Part.SITUATION]
WRITTEN = [code for code in RULES if code not in BUILT]
# No fault of a file that is read: `validate` meets it where its own result is to be saved.
OF_OUTPUT = "T020"


def write(path: str, content: str | bytes) -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)


def write_district(id: str, zh: str, *entries: str, code: str = "", more: str = "") -> None:
    text = SOUND_DISTRICT.replace("district: qinghe", f"district: {id}")
    text = text.replace("{zh: 青禾县, en: Qinghe}", f"{{zh: {zh}, en: {id.title()}}}")
    text = text.replace('code: "330199"\n', f'code: "{code}"\n' if code else "").replace("sources:", f"{more}sources:")
    head, mark, entry = text.partition("entries:\n")
    write(f"{DISTRICTS_FOLDER}/{id}.yaml", head + mark + ("".join(entries) or entry))


def write_report(text: str, file: str = "qinghe-2023.txt") -> None:
    """A report and the district whose source names the file ``qinghe-2023.txt``."""
    write(f"reports/{file}", text)
    named = SOUND_DISTRICT.replace("2024-01-15\n", "2024-01-15\n    file: qinghe-2023.txt\n")
    write(f"{DISTRICTS_FOLDER}/{DISTRICT_FILE}", named)


def sound() -> None:
    write(f"{DISTRICTS_FOLDER}/{DISTRICT_FILE}", SOUND_DISTRICT)


def instead(make: Callable[[Path], object]) -> Callable[[], None]:
    """Puts something else where the district's file is expected."""

    def build() -> None:
        make(Path(DISTRICTS_FOLDER) / DISTRICT_FILE)

    return build


def link(path: Path) -> None:
    write("kept.yaml", SOUND_DISTRICT)
    path.symlink_to(Path("../kept.yaml"))


def bind(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def expenditures(*values: str) -> Callable[[], None]:
    def build() -> None:
        for number, value in enumerate(values):
            entry = (
                "  - indicator: public_education_expenditure\n"
                f"    value: {value}\n    period: 2023\n    source: report-2023\n"
                f"    evidence: 2023年一般公共预算教育经费{value}\n"
            )
            write_district(f"county-{number}", "甲乙丙丁"[number] + "县", entry)

    return build


def two(first: dict[str, str], second: dict[str, str]) -> Callable[[], None]:
    """Two districts, each given as the arguments of ``write_district``."""

    def build() -> None:
        write_district(**first)
        write_district(**second)

    return build


QINGHE = {"id": "qinghe", "zh": "青禾县"}
LINXI = {"id": "linxi", "zh": "临溪区"}


class Situation(NamedTuple):
    """How to bring about what an example tells in words, and with which options to look at it."""

    bad: tuple[Callable[[], None], ...]
    good: tuple[Callable[[], None], ...]
    options: tuple[str, ...] = ()


SITUATIONS = {
    "T001": Situation(
        bad=(instead(lambda path: path.symlink_to("deleted.yaml")), instead(lambda path: path.symlink_to(path.name))),
        good=(sound, instead(link)),
    ),
    "T002": Situation(bad=(instead(Path.mkdir), instead(os.mkfifo), instead(bind)), good=(sound,)),
    "T003": Situation(
        bad=(lambda: write(f"{DISTRICTS_FOLDER}/{DISTRICT_FILE}", SOUND_DISTRICT + "# 总结\n" * (9 << 17)),),
        good=(lambda: write(f"{DISTRICTS_FOLDER}/{DISTRICT_FILE}", SOUND_DISTRICT + "# 总结\n" * (9 << 10)),),
    ),
    "S007": Situation(
        bad=(
            two({**QINGHE, "more": "within: 浙江省\n"}, {**QINGHE, "id": "qinghe-2022", "more": "within: 浙江省\n"}),
            two(QINGHE, {**QINGHE, "id": "qinghe-2022"}),
        ),
        good=(sound,),
    ),
    "S008": Situation(
        bad=(two({**QINGHE, "code": "330199"}, {**LINXI, "code": "330199"}),),
        good=(two({**QINGHE, "code": "330199"}, {**LINXI, "code": "330198"}),),
    ),
    "S009": Situation(
        bad=(
            two({**QINGHE, "more": "aliases: [城关]\n"}, {**LINXI, "more": "aliases: [城关]\n"}),
            two(QINGHE, {**LINXI, "more": "aliases: [青禾县]\n"}),
        ),
        good=(two({**QINGHE, "more": "aliases: [青禾城关]\n"}, {**LINXI, "more": "aliases: [临溪城关]\n"}),),
    ),
    "E004": Situation(
        bad=(lambda: write_report("2023年,全县普惠性幼儿园覆盖率为92.4%。"),),
        good=(lambda: write_report("总结。2023年普惠性\n  幼儿园覆盖率达92.\n4%。"),),
        options=REPORTS,
    ),
    "E006": Situation(
        bad=(lambda: write_report("2023年普惠性幼儿园覆盖率达92.4%。", file="qinghe-2022.txt"),),
        good=(lambda: write_report("2023年普惠性幼儿园覆盖率达92.4%。"),),
        options=REPORTS,
    ),
    "P007": Situation(
        bad=(expenditures("6.8亿元", "7.1亿元", "9.4亿元", "612万元"),),
        good=(expenditures("6.8亿元", "7.1亿元", "9.4亿元", "6.12亿元"),),
    ),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    Path(DISTRICTS_FOLDER).mkdir()
    write("indicators.yaml", CATALOGUE)
    return tmp_path


@pytest.fixture
def found(eduindex, folder):
    """Runs ``validate`` on the folder: its exit code, and the codes that it reports."""

    def run(*options: str) -> tuple[int, list[str]]:
        result = eduindex("validate", "--workspace", str(folder), "-f", "json", *options)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, [record["code"] for record in json.loads(result.stdout)["records"]]

    return run


def lay_out(example: Example) -> None:
    write("indicators.yaml", catalogue_text(example))
    text = district_text(example)
    if text is not None:
        write(f"{DISTRICTS_FOLDER}/{DISTRICT_FILE}", text.encode(example.encoding))


def builds(kind: str) -> list[tuple[str, Callable[[], None]]]:
    return [(code, build) for code, situation in SITUATIONS.items() for build in getattr(situation, kind)]


def exit_code_for(code: str) -> int:
    return 1 if RULES[code].severity == "error" else 0


def test_every_situation_is_brought_about_by_some_test():
    assert set(SITUATIONS) | {"T015", "T021", OF_OUTPUT} == set(BUILT)


def test_hundreds_of_findings_are_told_and_then_that_there_are_more(found):
    """The one rule whose situation is made of the findings of another."""
    entry = "  - {indicator: x, value: 1, period: 2023, source: other, evidence: x1}\n"
    write_district("qinghe", "青禾县", entry * 5000)
    exit_code, codes = found("--select", "R002,T021")
    assert (exit_code, codes[-1], set(codes[:-1])) == (1, "T021", {"R002"})
    assert 100 < len(codes) < 1000
    assert found("--select", "R002", "--ignore", "T021")[1] == codes[:-1]
    write_district("qinghe", "青禾县", entry * 50)
    assert found("--select", "R002,T021")[1] == ["R002"] * 50


@pytest.mark.parametrize("code", WRITTEN)
def test_a_bad_example_has_its_fault_and_no_other(code, found):
    lay_out(RULES[code].bad)
    assert found() == (exit_code_for(code), [code])


@pytest.mark.parametrize("code", WRITTEN)
def test_a_good_example_has_none(code, found):
    lay_out(RULES[code].good)
    assert found("--strict") == (0, [])


@pytest.mark.parametrize("code", WRITTEN)
def test_a_bad_example_passes_when_its_rule_is_switched_off(code, found):
    lay_out(RULES[code].bad)
    assert found("--strict", "--ignore", code) == (0, [])


@pytest.mark.parametrize(("code", "build"), builds("bad"))
def test_a_bad_situation_has_its_fault_and_no_other(code, build, found):
    build()
    exit_code, codes = found(*SITUATIONS[code].options)
    assert (exit_code, set(codes)) == (exit_code_for(code), {code})


@pytest.mark.parametrize(("code", "build"), builds("good"))
def test_a_good_situation_has_none(code, build, found):
    build()
    assert found("--strict", *SITUATIONS[code].options) == (0, [])


@pytest.mark.parametrize(("code", "build"), builds("bad"))
def test_a_bad_situation_passes_when_its_rule_is_switched_off(code, build, found):
    build()
    assert found("--strict", "--ignore", code, *SITUATIONS[code].options) == (0, [])


def test_a_reader_without_libyaml_is_a_fault_of_its_own(found, monkeypatch):
    sound()
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    exit_code, codes = found()
    assert (exit_code, set(codes)) == (1, {"T015"})
    assert found("--ignore", "T015") == (0, [])


def test_a_result_that_cannot_be_written_is_told(eduindex, folder):
    sound()
    result = eduindex("validate", "--workspace", str(folder), "-o", "results/findings.txt")
    assert result.exit_code == 1
    assert OF_OUTPUT in result.stderr
    assert not Path("results").exists()
    Path("results").mkdir()
    assert eduindex("validate", "--workspace", str(folder), "-o", "results/findings.txt").exit_code == 0
    assert Path("results/findings.txt").exists()
