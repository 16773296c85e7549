"""``eduindex standards``."""

from dataclasses import replace

import click

from eduindex.cli.completion import complete_districts
from eduindex.cli.options import (
    Narrowing,
    Output,
    narrowing_options,
    output_options,
    sources_option,
    year_option,
)


@click.command("standards")
@click.argument(
    "districts", nargs=-1, required=True, metavar="DISTRICT [DISTRICT ...]", shell_complete=complete_districts
)
@narrowing_options
@year_option
@sources_option
@output_options
def command(
    districts: tuple[str, ...],
    narrowing: Narrowing,
    year: int | None,
    sources: bool,
    output: Output,
) -> None:
    """Hold districts against published standards: met, not met, undetermined (and why), or no figure.

    Of a national goal only the distance is told. Several districts make a matrix; DISTRICT@2022 takes its figures of 2022.

    \b
      eduindex standards ouhai
      eduindex standards 漳平 -d outcomes --lang zh
      eduindex standards quzhou ouhai zhangping
      eduindex standards ouhai zhangping -f csv --tidy
    """
    from eduindex.analysis.standards import hold
    from eduindex.cli.output import end, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.standards_table import standards_table

    session = open_session(output.workspace, standards=True)
    named = session.named(districts)
    labels = [one.label for one in named]
    if len(set(labels)) < len(labels):
        raise click.UsageError("the same district is named twice; DISTRICT@YEAR names it at another time")
    session.notice_others([one.id for one in named])
    choice = replace(session.choice(narrowing), year=year, years=tuple(one.year for one in named))
    holding = hold(session.catalogue, [session.district(one.id) for one in named], choice)
    table = standards_table(holding, output.language, labels, sources=sources)
    write_table(table, output)
    end(affected=session.affected)
