"""``eduindex init``."""

import sys

import click


@click.command("init")
@click.argument("folder", metavar="DIR")
def command(folder: str) -> None:
    """Begin a workspace in DIR: a small catalogue, an example district, schemas for editors, a pre-commit hook.

    DIR is made if it does not exist. Nothing is ever overwritten: where one of the files is there already, none is written.

    \b
      eduindex init districts
      eduindex init .
    """
    from pathlib import Path

    from eduindex.cli.failures import DataProblem, say
    from eduindex.rendering.visible import visible
    from eduindex.storage.starting import reason_against, start_workspace

    if not folder:
        raise click.UsageError("DIR is empty; name a folder, or . for the current one")
    against = reason_against(Path(folder))
    if against:
        raise click.UsageError(visible(f"{folder} {against}"))
    from eduindex.rules.registry import ACCEPTABLE

    fault = start_workspace(Path(folder), ACCEPTABLE)
    if fault is not None:
        say([fault])
        raise DataProblem("nothing was written")
    _tell(folder)


def _tell(folder: str) -> None:
    """What was written, and two commands to go on with, as they are typed in the current folder; silent where nobody listens."""
    from shlex import quote

    from eduindex.cli.output import write_text
    from eduindex.rendering.visible import visible
    from eduindex.storage.starting import FILES

    width = max(map(len, FILES))
    files = [f"  {name:<{width}}  {purpose}" for name, purpose in FILES.items()]
    elsewhere = "" if folder in (".", "./") else f" --workspace {quote(folder)}"
    commands = [f"  eduindex {words}{elsewhere}" for words in ("validate", "show qinghe")]
    lines = [f"Written in {folder}:", *files, "Next:", *commands]
    if sys.stdout is not None:
        write_text(lambda _: "".join(f"{visible(line)}\n" for line in lines), None)
