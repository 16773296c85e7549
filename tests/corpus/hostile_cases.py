"""What is made to crash, to hang, to fill the memory or to take over a terminal, and what no version control can hold.

Each of these runs in a process of its own, whose time and memory are limited.
"""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from corpus_case import (
    CATALOGUE,
    CATALOGUE_FILE,
    DISTRICT,
    DISTRICT_FILE,
    ENTRY,
    NEIGHBOUR_FILE,
    REPORT_FILE,
    WITH_REPORTS,
    Case,
    Expected,
    district,
    files,
    located,
    replaced,
    whole,
)
from sense_cases import other

NOTE = "    note: {zh: 含上级补助, en: with grants from above}\n"
MINIMAL = "district: alpha\nname: {zh: 甲县, en: Alpha}\nsources: {}\nentries: []\n"
THIRD = "districts/gamma.yaml"
SOUND_THIRD = other("gamma", "330103", "丙区")


def bomb(name: str, codes: str, text: str, file: str = DISTRICT_FILE, **more: object) -> Case:
    """A file that is made to cost too much."""
    return whole(name, codes, text, file, hostile=True, **more)


def thing(
    name: str, code: str, build: Callable[[Path], object], file: str = THIRD, line: int = 0, **more: object
) -> Case:
    """Something that is no plain file, which ``build`` makes in the workspace; the finding is about ``file``."""
    wanted = (Expected(tuple(code.split("|")), file, line, 0),)
    return Case(name=name, files={}, expected=wanted, build=build, hostile=True, **more)  # type: ignore[arg-type]


def named(name: str, file_name: str | bytes, codes: str, text: str = SOUND_THIRD) -> Case:
    """A sound district in a file with an odd name; how the name is shown is not prescribed, only that it is harmless."""
    plain, expected = located(text, codes, "")
    raw = os.fsencode(file_name)

    def build(root: Path) -> None:
        (root / "districts" / os.fsdecode(raw)).write_bytes(plain.encode())

    return Case(name=name, files={}, expected=expected, build=build)


def alias_bomb() -> str:
    """Nine aliases of nine aliases of nine ...; the first few of its many faults are expected."""
    lines = ["a0: ¦&a0 [x, x]"]
    for level in range(1, 30):
        earlier = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: ⌊&a{level} [{earlier}]" if level < 2 else f"a{level}: &a{level} [{earlier}]")
    return "\n".join(lines) + "\n"


def merge_bomb() -> str:
    """A block that merges itself 5,000 times."""
    return "a: ¦&a {k: v}\nb: {⌊<<: [" + "*a, " * 5000 + "*a]}\n" + DISTRICT


def _accepting(number: int) -> str:
    """An entry that accepts what is not found in it."""
    accepted = f"    accepts: {{P004: {'⌊' if not number else ''}x}}\n"
    return ENTRY.replace("period: 2023\n", f"period: {1900 + number % 100}\n") + accepted


BOMBS = (
    bomb("an alias bomb", "T008 T008", alias_bomb(), more_faults=True),
    bomb("a merge bomb", "T008 T011", merge_bomb(), more_faults=True),
    bomb("200,000 brackets", "T013", DISTRICT + "x: ⌊" + "[" * 200_000),
    bomb("200,000 closed brackets", "T013", DISTRICT + "x: ⌊" + "[" * 200_000 + "]" * 200_000 + "\n"),
    bomb("200,000 braces", "T013|T019", "⌊" + "{a: " * 200_000),
    bomb("200,000 dashes", "T013", "⌊" + "- " * 200_000),
    bomb("200,000 question marks", "T013|T019", "⌊" + "? " * 200_000),
    bomb("blocks of 3,000 levels", "T013", "".join(" " * n + ("⌊k:\n" if n == 32 else "k:\n") for n in range(3000))),
    bomb("a million quotation marks", "T006|S003", "⌊" + '"' * 1_000_001),
    bomb("a value of 100,000 digits", "V001", replaced(DISTRICT, "value: 98.20%", "value: ⌊" + "9" * 100_000 + "%")),
    bomb("a period of 100,000 digits", "V003", replaced(DISTRICT, "period: 2021..2023", "period: ⌊" + "9" * 100_000)),
    bomb("a key of a million letters", "T006", DISTRICT + "⌊" + "k" * 1_000_000 + ": 1\n"),
    bomb("evidence of a million figures", "E002", replaced(DISTRICT, "达98.20%", "达98.20%" + "、1,111余万" * 140_000, "evidence: 2023年公", "evidence: ⌊2023年公"), more_faults=True),
    bomb("a number of a range with a huge exponent", "S004", replaced(CATALOGUE, "range: {low: 1}", "range: {low: 1, high: ⌊1e999999999}"), CATALOGUE_FILE),
    bomb("20,000 entries without anything", "S003", MINIMAL.replace("[]", "\n  - ⌊x\n" + "  - x\n" * 20_000), more_faults=True),
    bomb("300,000 empty entries", "E001|S002 S002 S002 S002 S002", MINIMAL.replace("[]", "\n  - ⌊⌊⌊⌊⌊{}\n" + "  - {}\n" * 300_000), more_faults=True),
    bomb("400,000 unknown keys", "S001", MINIMAL + "⌊k: 1\n" + "".join(f"k{number}: 1\n" for number in range(400_000)), more_faults=True),
    bomb("2,500,000 empty lists", "T003", MINIMAL + "x: [" + "[]," * 2_500_000 + "]\n"),
    bomb("an entry 20,000 times", "P006", DISTRICT + ENTRY + ENTRY.replace("value: ", "value: ⌊") + ENTRY * 20_000, more_faults=True),
    bomb("10,000 acceptances", "A001", DISTRICT + "".join(_accepting(number) for number in range(10_000)), more_faults=True),
    bomb("evidence of a million numbers", "E002", replaced(DISTRICT, "达98.20%", "达" + "1亿1万1千" * 350_000, "evidence: 2023年公", "evidence: ⌊2023年公"), more_faults=True),
    files("mentions of many gaps", "E005", {
        CATALOGUE_FILE: replaced(CATALOGUE, "公办园覆盖率, 公办率", "甲…" * 25 + "乙"),
        DISTRICT_FILE: replaced(DISTRICT, "evidence: 2023年公办园覆盖率达98.20%", "evidence: ‖" + "甲" * 40 + "达98.20%", "indicator: coverage", "indicator: ⌊coverage", "    file: alpha-2023.txt\n", ""),
        NEIGHBOUR_FILE: "district: beta\nname: 乙区\nsources: {}\nentries: []\n",
    }, hostile=True),
    bomb("a comment of four million characters", "", "# " + "x" * 4_000_000 + "\n" + DISTRICT),
    bomb("a note of a million letters", "", replaced(DISTRICT, "zh: 含上级补助", "zh: " + "字" * 1_000_000)),
)  # fmt: skip


def sparse(root: Path) -> None:
    """A file of 50 MB that takes no room."""
    with (root / THIRD).open("wb") as file:
        file.truncate(50_000_000)


def listening(root: Path) -> None:
    """A socket; the path of one is short, so that it is made from inside the folder."""
    before = Path.cwd()
    os.chdir(root / "districts")
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("gamma.yaml")
    finally:
        os.chdir(before)


def outside(root: Path) -> None:
    """A link to a sound district that lies outside the workspace."""
    secret = root.parent / f"{root.name}-outside.yaml"
    secret.write_text(SOUND_THIRD, encoding="utf-8")
    (root / THIRD).symlink_to(secret)


def link(target: str) -> Callable[[Path], None]:
    """A link in the districts' folder to what ``target`` names."""
    return lambda root: (root / THIRD).symlink_to(target)


def circle(root: Path) -> None:
    """Two links that lead to each other."""
    (root / THIRD).symlink_to("gamma-2.txt")
    (root / "districts" / "gamma-2.txt").symlink_to("gamma.yaml")


def forbidden(root: Path) -> None:
    """A file that nobody may read."""
    (root / THIRD).write_text(SOUND_THIRD, encoding="utf-8")
    (root / THIRD).chmod(0)


def without_districts(root: Path) -> None:
    """No folder of districts at all."""
    for path in (root / "districts").iterdir():
        path.unlink()
    (root / "districts").rmdir()


def instead_of_districts(root: Path) -> None:
    """A file where the folder of the districts is expected."""
    without_districts(root)
    (root / "districts").write_text("district: alpha\n", encoding="utf-8")


def instead_of(file: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Something else in the place of a sound file."""

    def build(root: Path) -> None:
        (root / file).unlink()
        make(root / file)

    return build


THINGS = (
    thing("a file of 50 MB", "T003", sparse),
    thing("a pipe", "T002", lambda root: os.mkfifo(root / THIRD)),
    thing("a socket", "T002", listening),
    thing("a folder with the name of a file", "T002", lambda root: (root / THIRD).mkdir()),
    thing("a link to itself", "T001", link("gamma.yaml")),
    thing("links in a circle", "T001", circle),
    thing("a link to nothing", "T001", link("nothing.yaml")),
    thing("a link out of the workspace", "T001", outside),
    thing("a link to an endless device", "T001|T002", link("/dev/zero")),
    thing("a link to the folder above", "T001|T002", link("..")),
    thing("a file that nobody may read", "T001", forbidden, needs_ordinary_user=True),
    thing("no folder of districts", "T001", without_districts, file="districts"),
    thing("a file instead of the folder of districts", "T001|T002", instead_of_districts, file="districts"),
    thing(
        "a pipe instead of the catalogue",
        "T002",
        instead_of(CATALOGUE_FILE, os.mkfifo),
        file=CATALOGUE_FILE,
        words=("--workspace", "."),
    ),
    thing(
        "a folder instead of the catalogue",
        "T002",
        instead_of(CATALOGUE_FILE, Path.mkdir),
        file=CATALOGUE_FILE,
        words=("--workspace", "."),
    ),
    thing(
        "a pipe instead of the report",
        "E006",
        instead_of(REPORT_FILE, os.mkfifo),
        file=DISTRICT_FILE,
        line=12,
        words=WITH_REPORTS,
    ),
    thing(
        "a report that links to an endless device",
        "E006",
        instead_of(REPORT_FILE, lambda path: path.symlink_to("/dev/zero")),
        file=DISTRICT_FILE,
        line=12,
        words=WITH_REPORTS,
    ),
    thing(
        "a report that links out of the folder",
        "E006",
        instead_of(REPORT_FILE, lambda path: path.symlink_to("/etc/hostname")),
        file=DISTRICT_FILE,
        line=12,
        words=WITH_REPORTS,
    ),
)


def odd(name: str, file_name: str | bytes) -> Case:
    """A file with a name that is no id, for a district whose id is sound."""
    return named(name, file_name, "S005", SOUND_THIRD.replace("gamma\n", "¦gamma\n", 1))


NAMES = (
    odd("a file whose name has a line end", "gamma\nforged.yaml:1:1: T001 x.yaml"),
    odd("a file whose name colours the terminal", "\x1b[31mgamma.yaml"),
    odd("a file whose name is a hyperlink", "\x1b]8;;x\x07gamma.yaml"),
    odd("a file whose name runs backwards", "\u202elmay.gamma.yaml"),
    odd("a file whose name is no text", b"gamma\xff\xfe.yaml"),
    odd("a file whose name is markup", "[red]gamma[.yaml"),
    odd("a file with a blank in its name", "gamma ray.yaml"),
    odd("a copy of a file", "gamma (1).yaml"),
    odd("a file with two endings", "gamma.yaml.yaml"),
    named("a file with a Chinese name", "丙区.yaml", "S004|S005", SOUND_THIRD.replace("gamma\n", "¦丙区\n", 1)),
    named("a file named by a picture", "🏫.yaml", "S004|S005", SOUND_THIRD.replace("gamma\n", "¦🏫\n", 1)),
    named("a file with another ending", "gamma.yml", "S005|T001"),
    named("a file with an ending in capitals", "gamma.YAML", "S005|T001"),
)

TERMINAL = (
    district("markup in an unknown key", "S001", NOTE, "    ¦'[bold red]note[/][link=https://example.org]x[/link]': 1\n"),
    district("unbalanced markup in a value", "V001", "value: 98.20%", "value: '⌊98.20%[/]'"),
    district("markup in an id", "R001|S004", "indicator: teachers", "indicator: ¦'[blink]teachers[/blink]'"),
    district("an emoji code in a variant", "R003|S004", "variant: children", "variant: ¦':smile:'"),
    district("a key with line separators", "S001", NOTE, "    ¦'a\u2028b\u2029c': 1\n"),
    district("a key with zero-width characters", "S001", NOTE, "    ¦'no\u200bte\u200d\u2060': 1\n"),
    district("a key of private and unassigned characters", "S001", NOTE, "    ¦'\ue000\U000f0000\ufdd0': 1\n"),
    district("a key with 300 combining marks", "S001", NOTE, "    ¦'a" + "\u0301" * 300 + "': 1\n"),
    district("a key whose line end forges a finding", "S001", NOTE, '    ¦"x\\nforged.yaml:1:1: T001 all is well": 1\n'),
    district("a value whose line end forges a command", "V001", "value: 98.20%", 'value: ⌊"98.20%x\\n::error::forged"'),
    district("a key with tabs", "S001", NOTE, '    ¦"a\\tb": 1\n'),
    district("a command for a build server", "V001", "value: 98.20%", "value: '⌊::error file=x::%0Aforged'"),
    district("a formula of a spreadsheet in an id", "R001|S004", "indicator: teachers", "indicator: ¦=cmd|'/C calc'!A0"),
    district("a web page in a code", "S004", '"330101"', "¦<script>alert(1)</script>"),
    district("placeholders of a format", "V001", "value: 98.20%", "value: ⌊'{0} %s {name}'"),
    district("a full-width line of a terminal", "S001", NOTE, "    ¦" + "字" * 100 + ": 1\n"),
)  # fmt: skip

CASES = (*BOMBS, *THINGS, *NAMES, *TERMINAL)
