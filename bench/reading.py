"""What our YAML reader costs on top of libyaml: whole files read to trees, against libyaml's bare scan over the same bytes.

The scan makes no Python object at all. Between the two stands what no reader on PyYAML can avoid: each event as a Python
object, thrown away at once. Run as a script; see README.md.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from interleaved import Series, lay_out, measure, ratio, timed
from yaml._yaml import CParser

from eduindex.storage.yaml_reading import read_tree

ROOT = Path(__file__).resolve().parent.parent
YARDSTICK = "libyaml alone (raw_parse)"
EVENTS = "libyaml's events in Python"
READER = "our reader"
FEWEST_RUNS = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    options = _options(arguments)
    files = {path: path.read_bytes() for path in [ROOT / "indicators.yaml", *sorted((ROOT / "samples").glob("*.yaml"))]}
    faulty = [path for path, data in files.items() if read_tree(data, path.name).diagnostics]
    if faulty:
        print(f"not readable, so nothing to measure: {', '.join(map(str, faulty))}", file=sys.stderr)
        return 1
    gc.set_threshold(100_000)  # as the command line does
    contents = [*files.values()] * options.times
    actions = {YARDSTICK: _scan, EVENTS: _drain_events, READER: _read_tree}
    series = measure({name: timed(partial(_each, action, contents)) for name, action in actions.items()}, options.runs)
    print(f"{len(files)} files, {sum(map(len, contents)):,} bytes a run, medians of {options.runs} interleaved runs")
    print(_as_table(series, sum(map(len, contents))))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=f"Measure the YAML reader against {YARDSTICK}.")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="runs of each (default: %(default)s)")
    parser.add_argument(
        "--times", type=int, default=5, metavar="N", help="how often a run reads the files (default: %(default)s)"
    )
    options = parser.parse_args(arguments)
    if options.runs < FEWEST_RUNS or options.times < 1:
        parser.error(f"a median needs {FEWEST_RUNS} runs or more, each reading the files at least once")
    return options


def _each(action: Callable[[bytes], None], contents: Iterable[bytes]) -> None:
    for data in contents:
        action(data)


def _scan(data: bytes) -> None:
    CParser(data).raw_parse()


def _drain_events(data: bytes) -> None:
    next_event = CParser(data).get_event
    while next_event() is not None:
        pass


def _read_tree(data: bytes) -> None:
    read_tree(data, "file.yaml")


def _as_table(series: Mapping[str, Series], size: int) -> str:
    rows = [("", "CPU ms", "MB/s", "ratio", "pairwise")]
    for name, one in series.items():
        compared = ratio(one, series[YARDSTICK])
        rows.append(
            (
                name,
                f"{one.cpu * 1000:.1f}",
                f"{size / one.cpu / 1e6:.2f}",
                f"{compared.cpu:.2f}",
                f"{compared.pairwise:.2f}",
            )
        )
    return lay_out(rows)


if __name__ == "__main__":
    sys.exit(main())
