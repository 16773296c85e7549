"""Writes the corpus: ``python tests/corpus/generate.py DIR`` makes one workspace a case, and ``expected.json`` beside them.

``expected.json`` says for each case which command to run in its folder, what must be found and with which code it ends.
"""

import json
import re
import sys
from pathlib import Path

import catalogue_cases
import evidence_cases
import figure_cases
import good_cases
import hostile_cases
import sense_cases
import shape_cases
import text_cases
from corpus_case import SOUND, Case, Expected

BAD: tuple[Case, ...] = tuple(
    case
    for family in (
        text_cases,
        shape_cases,
        catalogue_cases,
        figure_cases,
        evidence_cases,
        sense_cases,
        hostile_cases,
    )
    for case in family.CASES
    if case.expected
)
GOOD: tuple[Case, ...] = (*good_cases.CASES, *(case for case in hostile_cases.CASES if not case.expected))


def slug(case: Case) -> str:
    """The name of a case as the name of its folder."""
    return re.sub("[^a-z0-9]+", "-", case.name.lower()).strip("-")


def write_case(case: Case, root: Path) -> None:
    """Make the workspace of a case in ``root``, which must not exist."""
    for name, content in {**{name: text.encode() for name, text in SOUND.items()}, **case.files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if case.build is not None:
        case.build(root)


def exit_code(case: Case, *, strict: bool) -> int:
    """With which code ``validate`` must end."""
    return int(any(strict or expected.is_error for expected in case.expected))


def _told(case: Case) -> dict[str, object]:
    return {
        "name": case.name,
        "folder": slug(case),
        "command": ["eduindex", "validate", *case.words],
        "expected": [_place(expected) for expected in case.expected],
        "more_faults": case.more_faults,
        "exit_code": exit_code(case, strict=False),
        "exit_code_strict": exit_code(case, strict=True),
    }


def _place(expected: Expected) -> dict[str, object]:
    severity = "error" if expected.is_error else "warning"
    return {"severity": severity, **expected._asdict()}


def main(folder: Path) -> None:
    """Write all cases and what is expected of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for case in (*BAD, *GOOD):
        write_case(case, folder / slug(case))
    told = [_told(case) for case in (*BAD, *GOOD)]
    (folder / "expected.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
