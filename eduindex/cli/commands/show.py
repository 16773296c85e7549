"""``eduindex show``."""

from dataclasses import replace

import click

from eduindex.cli.completion import complete_districts
from eduindex.cli.options import (
    Narrowing,
    Output,
    narrowing_options,
    output_options,
    sources_option,
    targets_option,
    year_option,
)


@click.command("show")
@click.argument("district", metavar="DISTRICT", shell_complete=complete_districts)
@narrowing_options
@year_option
@targets_option
@click.option("--all", "everything", is_flag=True, help="Every period and every target.")
@sources_option
@output_options
def command(
    district: str,
    narrowing: Narrowing,
    year: int | None,
    targets: bool,
    everything: bool,
    sources: bool,
    output: Output,
) -> None:
    """All figures of one district: the newest of each series, with what a reader must know of it.

    \b
      eduindex show zhangping
      eduindex show 瓯海 --targets -d preschool
    """
    from eduindex.analysis.profile import profile_of
    from eduindex.cli.output import end, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.profile_table import profile_table

    session = open_session(output.workspace)
    named = session.named([district])[0]
    session.notice_others([named.id])
    choice = replace(
        session.choice(narrowing),
        year=named.year or year,
        targets=targets,
        everything=everything,
    )
    profile = profile_of(session.catalogue, session.district(named.id), choice)
    table = profile_table(profile, session.catalogue, output.language, sources=sources)
    write_table(table, output)
    end(affected=session.affected)
