"""The options that commands share, and what they mean together."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from eduindex.cli.completion import complete_dimensions, complete_indicators
from eduindex.model.wording import Language
from eduindex.rendering.formats import Format


def default_language(environ: Mapping[str, str]) -> str:
    """Chinese where the locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"


class Output(NamedTuple):
    """How and where a result is written, in which language, and from which workspace it comes."""

    format: Format
    file: str | None
    bom: bool
    tidy: bool
    language: Language
    workspace: str | None


class Narrowing(NamedTuple):
    """Which dimensions and indicators a result is about, as typed; empty means all."""

    dimensions: tuple[str, ...]
    indicators: tuple[str, ...]


class Comparing(NamedTuple):
    """Which periods and statuses a comparison takes."""

    year: int | None
    same_period: bool
    per_year: bool
    targets: bool


def output_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of its output, as one parameter ``output``."""

    @wraps(function)
    def command(
        *args: Any,
        format_name: str | None,
        file: str | None,
        bom: bool,
        tidy: bool,
        lang: str,
        workspace: str | None,
        **kwargs: Any,
    ) -> None:
        format = Format(format_name) if format_name else format_of(file)
        output = Output(format, None if file == "-" else file, bom, tidy, Language(lang), workspace)
        function(*args, output=output, **kwargs)

    return _with_options(command, _OUTPUT)


def format_of(file: str | None) -> Format:
    """The format that the ending of a file's name means; without one, that of the terminal."""
    ending = Path(file or "").suffix
    if ending.lower() in _ENDINGS:
        return _ENDINGS[ending.lower()]
    if ending and ending not in YAML_ENDINGS:  # which are refused whatever the format
        from eduindex.rendering.visible import visible  # only to complain

        known = ", ".join(_ENDINGS)
        raise click.UsageError(f"no format has the ending {visible(ending[:80])} (use {known}, or name one with -f)")
    return Format.TABLE


def narrowing_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that narrow it to some indicators, as one parameter ``narrowing``."""

    @wraps(function)
    def command(*args: Any, dimensions: tuple[str, ...], indicators: tuple[str, ...], **kwargs: Any) -> None:
        function(*args, narrowing=Narrowing(dimensions, indicators), **kwargs)

    return _with_options(command, _NARROWING)


def comparing_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that choose what is compared, as one parameter ``comparing``."""

    @wraps(function)
    def command(*args: Any, year: int | None, same_period: bool, per_year: bool, targets: bool, **kwargs: Any) -> None:
        function(*args, comparing=Comparing(year, same_period, per_year, targets), **kwargs)

    return _with_options(command, _COMPARING)


def _with_options(
    function: Callable[..., None], options: Sequence[Callable[[Callable[..., None]], Callable[..., None]]]
) -> Callable[..., None]:
    for option in reversed(options):
        function = option(function)
    return function


sources_option = click.option("--sources", is_flag=True, help="List the sources under the table.")
targets_option = click.option("--targets", is_flag=True, help="Include plans beside results.")
year_option = click.option(
    "--year", type=click.IntRange(1900, 2199), metavar="YEAR", help="Take the periods that end in this year."
)
language_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default=lambda: default_language(os.environ),
    help="Language of names, heads, verdicts and notes; the default follows the locale.",
)
workspace_option = click.option("--workspace", type=click.Path(), metavar="DIR", help="The folder of indicators.yaml.")

YAML_ENDINGS = (".yaml", ".yml")
_ENDINGS = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".html": Format.HTML,
    ".tex": Format.LATEX,
    ".txt": Format.PLAIN,
}
_OUTPUT = (
    click.option(
        "-f",
        "--format",
        "format_name",
        type=click.Choice([format.value for format in Format]),
        help="How to print the result; the default follows the ending of FILE; without one it is table.",
    ),
    click.option(
        "-o", "--output", "file", type=click.Path(), metavar="FILE", help="Write to a file, whole or not at all."
    ),
    click.option("--bom", is_flag=True, help="Begin CSV and TSV with a byte order mark, as some spreadsheets need."),
    click.option("--tidy", is_flag=True, help="CSV and TSV with one row a district and series, standard or indicator."),
    language_option,
    workspace_option,
)
dimension_option = click.option(
    "-d",
    "--dimension",
    "dimensions",
    multiple=True,
    metavar="DIMENSION",
    shell_complete=complete_dimensions,
    help="Only this dimension (may be repeated).",
)
_NARROWING = (
    dimension_option,
    click.option(
        "-i",
        "--indicator",
        "indicators",
        multiple=True,
        metavar="INDICATOR",
        shell_complete=complete_indicators,
        help="Only this indicator, by id or name (may be repeated).",
    ),
)
_COMPARING = (
    year_option,
    click.option(
        "--same-period",
        is_flag=True,
        help="Take one period: the newest that all have; to rank, the one that most have.",
    ),
    click.option("--per-year", is_flag=True, help="Compare means of a year where counts or amounts span several."),
    targets_option,
)
