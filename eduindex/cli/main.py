"""The group of commands and the one place that turns endings into exit codes.

Commands are named here with their one-line help, so that ``--help``, ``--version`` and usage errors import none of them.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import NoReturn

import click

from eduindex.cli.failures import let_go_of_output, wrong_use
from eduindex.version import __version__

# Command: its line in the help. The module of a command is eduindex.cli.commands.NAME.
COMMANDS = {
    "compare": "Compare two or more districts, indicator by indicator.",
    "diff": "What differs between two districts, or in one over time.",
    "rank": "Rank the districts by one indicator, as far as their order is certain.",
    "show": "All figures of one district; with --peers, where it stands among others.",
    "standards": "The published standards, or districts held against them.",
    "coverage": "Who publishes what, and which questions would settle a comparison.",
    "trace": "Where a figure comes from: evidence, source, file and line.",
    "districts": "The districts of the workspace.",
    "indicators": "The indicators of the catalogue, or one in full.",
    "validate": "Check the catalogue and the district files.",
    "extract": "Draft the entries of a district from a report's text.",
    "schema": "A JSON Schema of district files or of the catalogue, for editors.",
    "init": "Begin a new workspace.",
    "explain": "What a caveat or another reason means and how to settle it; what a finding means.",
}

DONE, INTERRUPTED = 0, 130


@contextmanager
def _reader_may_leave(ctx: click.Context) -> Iterator[None]:
    """End with exit code 0 when whoever reads the output has closed the pipe (``| head``); click would end with 1."""
    try:
        yield
    except BrokenPipeError:
        let_go_of_output()
        ctx.exit(DONE)


class CommandGroup(click.Group):
    """A group that imports a command when it is used and not before."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; a reader of the help who has seen enough is no fault."""
        with _reader_may_leave(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """As click does; a reader of the output who has seen enough is no fault."""
        with _reader_may_leave(ctx):
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a reader meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"eduindex.cli.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a misspelt command names the nearest one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise wrong_use("there is no such command", args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their lines, none of them imported."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"eduindex {__version__}")
        ctx.exit()


@click.group(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=(
        'Switch on completion with: eval "$(_EDUINDEX_COMPLETE=bash_source eduindex)" in ~/.bashrc (zsh_source in '
        "~/.zshrc; for fish: _EDUINDEX_COMPLETE=fish_source eduindex | source)."
    ),
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
def main() -> None:
    """Compare education indicators of districts honestly.

    No figure without its evidence, no order without grounds, no number for no data. A district is named by its id, its
    Chinese name, an alias or its division code: quzhou, 衢江, 330803.

    \b
      eduindex compare quzhou ouhai
      eduindex compare zhangping luyang -i teachers_recruited --per-year
      eduindex trace ouhai public_kindergarten_coverage
      eduindex compare quzhou ouhai -f csv -o figures.csv
    """


def run() -> None:
    """The entry point: runs a command and ends the process with its exit code."""
    # A command makes many objects and hardly a cycle, and nobody has plugins for its schema: looking for either costs time.
    gc.set_threshold(1_000_000)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # the output is UTF-8 whatever the system's code page
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main.main(standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:
        let_go_of_output()
        code = DONE
    leave(code if isinstance(code, int) else DONE)


def leave(code: int) -> NoReturn:
    """End the process at once: all output is written, and taking thousands of objects apart costs a tenth of a command."""
    if sys.stderr is not None:
        sys.stderr.flush()
    os._exit(code)
