"""Writes a workspace of districts that do not exist: 60 indicators and 5 years a district, as plausible as real ones.

The same arguments write the same bytes. Each district has a random generator of its own, so that a small workspace is the
beginning of a large one. Run as a script; see README.md.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml
from invented_entries import Known, Setting, begin_trends, write_entry
from invented_figures import LEVELS
from place_names import MOST_DISTRICTS, DistrictName, name_district

ROOT = Path(__file__).resolve().parent.parent
DISTRICTS = 2844  # as many as China has
YEARS = (2019, 2020, 2021, 2022, 2023)
ENTRIES_OF_A_DISTRICT = len(LEVELS) * len(YEARS)
SEED = 1

_CATALOGUE = ROOT / "indicators.yaml"
_SCRIPTS = ("workspace_generator", "invented_entries", "invented_figures", "place_names")
_STAMP = ".generated"
_TITLES = (
    "{name}{year}年教育工作总结",
    "{name}教育局{year}年工作总结和{next}年工作思路",
    "{name}{year}年教育事业发展情况",
    "{year}年{name}推进义务教育优质均衡发展情况报告",
)


class NotOurs(Exception):  # noqa: N818 - it tells what happened
    """The folder holds something else than what would be written (of another catalogue, perhaps): nothing is overwritten."""


class Generated(NamedTuple):
    """A workspace: its folder, its district files in the order of their numbers, and how many entries they hold."""

    folder: Path
    files: tuple[Path, ...]
    entries: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a workspace; returns the exit code."""
    parser = argparse.ArgumentParser(description="Write a workspace of districts that do not exist.")
    parser.add_argument("folder", type=Path, help="an empty folder, or one that does not exist yet")
    add_options(parser)
    options = parser.parse_args(arguments)
    check_options(parser, options)
    try:
        generated = generate(options.folder, options.districts, options.seed)
    except NotOurs as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(generated.files)} districts, {generated.entries:,} entries: {generated.folder}")
    return 0


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that say what is generated."""
    parser.add_argument(
        "--districts", type=int, default=DISTRICTS, metavar="N", help="how many districts (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help="other figures (default: %(default)s)")


def check_options(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End the program where ``add_options`` gave what cannot be."""
    if not 1 <= options.districts <= MOST_DISTRICTS:
        parser.error(f"there can be 1 to {MOST_DISTRICTS} districts")


def generate(folder: Path, districts: int = DISTRICTS, seed: int = SEED) -> Generated:
    """Write the workspace into ``folder``, or find it there; raises ``NotOurs`` where something else is there."""
    catalogue = _CATALOGUE.read_text(encoding="utf-8")
    content = yaml.load(catalogue, Loader=yaml.CSafeLoader)
    names = [name_district(index) for index in range(districts)]
    below = folder / content["districts"]
    generated = Generated(folder, tuple(below / f"{name.id}.yaml" for name in names), districts * ENTRIES_OF_A_DISTRICT)
    stamp = f"{districts} districts, seed {seed}, from {_fingerprint()}\n"
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / _STAMP).is_file() or (folder / _STAMP).read_text() != stamp:
            raise NotOurs(f"{folder} holds another workspace, or something else: empty it or name another")
        return generated
    below.mkdir(parents=True)
    (folder / _CATALOGUE.name).write_text(catalogue, encoding="utf-8")
    known = _known_indicators(content["indicators"])
    for name, path in zip(names, generated.files, strict=True):
        random = Random(f"{seed} {name.id}")  # noqa: S311 - nothing secret
        path.write_text("\n".join(_lines(name, known, random)) + "\n", encoding="utf-8")
    (folder / _STAMP).write_text(stamp)  # last, so that what was broken off is never taken for whole
    return generated


def _fingerprint() -> str:
    """Of everything the files follow from."""
    scripts = [Path(__file__).with_name(f"{name}.py") for name in _SCRIPTS]
    return hashlib.sha256(b"".join(path.read_bytes() for path in (_CATALOGUE, *scripts))).hexdigest()[:16]


def _known_indicators(indicators: Mapping[str, Mapping[str, object]]) -> dict[str, Known]:
    return {id: _known(id, indicators[id]) for id in LEVELS}


def _known(id: str, written: Mapping[str, object]) -> Known:
    return Known(
        id=id,
        kind=str(written["kind"]),
        unit=str(written["unit"]),
        measures=_texts(written.get("measures")),
        flow=written["time"] == "flow",
        variants=_texts(written.get("variants")),
        usual="usual" in written,
        mentions=tuple(mention for mention in _texts(written["mentions"]) if "…" not in mention),
    )


def _texts(written: object) -> tuple[str, ...]:
    return tuple(map(str, written)) if isinstance(written, list | dict) else ()


def _lines(name: DistrictName, known: Mapping[str, Known], random: Random) -> Iterator[str]:
    months = {year: f"{year + 1}-{random.randrange(1, 6):02}" for year in YEARS}
    yield from _head(name)
    for year in YEARS:
        yield from _source(name, year, months[year], random)
    yield "entries:"
    trends = begin_trends(known, random)
    for year in YEARS:
        setting = Setting(name.short, name.rank, year, f"report-{year}", months[year])
        for trend in trends:
            yield from write_entry(trend, setting, random)
            trend.drift(random)


def _head(name: DistrictName) -> Iterator[str]:
    yield f"district: {name.id}"
    yield f'code: "{name.code}"'
    yield f"name: {{zh: {name.short}{name.rank}, en: {name.id.capitalize()}}}"
    yield f'within: {{zh: {name.province}{name.city}, en: "{name.within_english}"}}'
    yield f"aliases: [{name.short}]"
    yield "sources:"


def _source(name: DistrictName, year: int, month: str, random: Random) -> Iterator[str]:
    full_name = f"{name.short}{name.rank}"
    yield f"  report-{year}:"
    yield f"    title: {random.choice(_TITLES).format(name=full_name, year=year, next=year + 1)}"
    yield f"    publisher: {full_name}教育局"
    yield f"    published: {month}-{random.randrange(1, 29):02}"
    yield f"    file: {name.id}-{year}.txt"


if __name__ == "__main__":
    sys.exit(main())
