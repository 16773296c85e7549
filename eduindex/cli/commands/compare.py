"""``eduindex compare``."""

from dataclasses import replace

import click

from eduindex.cli.completion import complete_districts
from eduindex.cli.options import (
    Comparing,
    Narrowing,
    Output,
    comparing_options,
    narrowing_options,
    output_options,
    sources_option,
)


@click.command("compare")
@click.argument(
    "districts", nargs=-1, required=True, metavar="DISTRICT DISTRICT ...", shell_complete=complete_districts
)
@narrowing_options
@comparing_options
@click.option("--all", "everything", is_flag=True, help="Include indicators that only one of them has.")
@sources_option
@output_options
def command(
    districts: tuple[str, ...],
    narrowing: Narrowing,
    comparing: Comparing,
    everything: bool,
    sources: bool,
    output: Output,
) -> None:
    """Compare two or more districts, indicator by indicator.

    The first district is the subject: the difference is first minus other, the verdict says how the first does. DISTRICT is
    an id, a Chinese name, an alias or a division code; DISTRICT@2022 takes its figures of 2022.

    \b
      eduindex compare quzhou ouhai
      eduindex compare 漳平 庐阳 -i teachers_recruited --per-year
      eduindex compare quzhou ouhai yunzhou --lang zh
      eduindex compare quzhou ouhai -f csv -o figures.csv --bom
    """
    if len(districts) < 2:
        raise click.UsageError("compare needs two districts or more; `eduindex show DISTRICT` shows one")
    from eduindex.analysis.comparison import compare
    from eduindex.cli.output import end, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.comparison_table import comparison_table

    session = open_session(output.workspace)
    named = session.named(districts)
    labels = [one.label for one in named]
    if len(set(labels)) < len(labels):
        raise click.UsageError("the same district is named twice; DISTRICT@YEAR names it at another time")
    session.notice_others([one.id for one in named])
    choice = replace(session.comparison_choice(narrowing, comparing, named), everything=everything)
    comparison = compare(session.catalogue, [session.district(one.id) for one in named], choice)
    table = comparison_table(comparison, session.catalogue, output.language, labels, sources=sources)
    write_table(table, output)
    end(affected=session.affected)
