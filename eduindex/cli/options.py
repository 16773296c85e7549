"""The options that commands share, and what they mean together."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from eduindex.cli.completion import complete_dimensions, complete_indicators
from eduindex.rendering.formats import Format

F = TypeVar("F", bound=Callable[..., Any])


def default_language(environ: "os._Environ[str] | dict[str, str]") -> str:
    """Chinese where the locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"


def output_options(function: F) -> F:
    """How and where the result is written, in which language, and from which workspace."""
    for option in reversed(_OUTPUT):
        function = option(function)
    return function


def choice_options(function: F) -> F:
    """Which indicators a result is about."""
    for option in reversed(_CHOICE):
        function = option(function)
    return function


sources_option = click.option("--sources", is_flag=True, help="List the sources under the table.")
targets_option = click.option("--targets", is_flag=True, help="Include plans beside results.")
year_option = click.option(
    "--year", type=click.IntRange(1900, 2199), metavar="YEAR", help="Take the periods that end in this year."
)

_OUTPUT = (
    click.option(
        "-f",
        "--format",
        "format_name",
        type=click.Choice([format.value for format in Format]),
        default=Format.TABLE.value,
        help="How to print the result; the default is table.",
    ),
    click.option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all."),
    click.option("--bom", is_flag=True, help="Begin CSV and TSV with a byte order mark, as some spreadsheets need."),
    click.option("--tidy", is_flag=True, help="CSV and TSV with one row a district and series."),
    click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        default=lambda: default_language(os.environ),
        help="Language of names, heads, verdicts and notes; the default follows the locale.",
    ),
    click.option("--workspace", metavar="DIR", help="The folder of indicators.yaml."),
)
_CHOICE = (
    click.option(
        "-d",
        "--dimension",
        "dimensions",
        multiple=True,
        metavar="DIMENSION",
        shell_complete=complete_dimensions,
        help="Only this dimension (may be repeated).",
    ),
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
