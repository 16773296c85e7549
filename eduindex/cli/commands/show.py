"""``eduindex show``."""

import click

from eduindex.cli.completion import complete_districts
from eduindex.cli.options import choice_options, output_options, sources_option, targets_option, year_option


@click.command("show")
@click.argument("district", metavar="DISTRICT", shell_complete=complete_districts)
@choice_options
@year_option
@targets_option
@click.option("--all", "everything", is_flag=True, help="Every period and every target.")
@sources_option
@output_options
def command(
    district: str,
    dimensions: tuple[str, ...],
    indicators: tuple[str, ...],
    year: int | None,
    targets: bool,
    everything: bool,
    sources: bool,
    format_name: str,
    output: str | None,
    bom: bool,
    tidy: bool,
    lang: str,
    workspace: str | None,
) -> None:
    """All figures of one district: the newest of each series, with what a reader must know of it.

    \b
      eduindex show zhangping
      eduindex show 瓯海 --targets -d preschool
    """
    from eduindex.analysis.comparison import Choice
    from eduindex.analysis.profile import profile_of
    from eduindex.cli.output import end, language_of, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.profile_table import profile_table

    session = open_session(workspace)
    named = session.named([district])[0]
    session.notice_others([named.id])
    choice = Choice(
        dimensions=frozenset(session.dimension(text) for text in dimensions),
        indicators=frozenset(session.indicator(text).id for text in indicators),
        year=named.year or year,
        targets=targets,
        everything=everything,
    )
    profile = profile_of(session.catalogue, session.district(named.id), choice)
    table = profile_table(profile, session.catalogue, language_of(lang), sources=sources)
    write_table(table, format_name, output, bom=bom, tidy=tidy)
    end(affected=session.affected)
