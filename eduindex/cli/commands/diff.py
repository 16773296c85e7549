"""``eduindex diff``."""

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


@click.command("diff")
@click.argument("districts", nargs=-1, required=True, metavar="DISTRICT [DISTRICT]", shell_complete=complete_districts)
@narrowing_options
@comparing_options
@sources_option
@output_options
def command(
    districts: tuple[str, ...],
    narrowing: Narrowing,
    comparing: Comparing,
    sources: bool,
    output: Output,
) -> None:
    """What differs between two districts, or within one over time, the largest relative gap first.

    One district named alone is compared with itself: its newest figure of each series with its first; DISTRICT@YEAR twice
    names the two years.

    \b
      eduindex diff quzhou ouhai
      eduindex diff zhangping
      eduindex diff zhangping@2019 zhangping@2023
    """
    if len(districts) > 2:
        raise click.UsageError("diff takes two districts at most; `eduindex compare` takes more")
    from eduindex.analysis.change import change_over_time
    from eduindex.analysis.comparison import compare
    from eduindex.cli.output import end, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.difference_table import change_table, difference_table

    session = open_session(output.workspace)
    named = session.named(districts)
    session.notice_others([one.id for one in named])
    choice = session.comparison_choice(narrowing, comparing, named)
    language = output.language
    if len({one.id for one in named}) == 1:
        if comparing.year or comparing.same_period:
            raise click.UsageError(
                "one district over time takes its years as DISTRICT@YEAR, not by --year or --same-period"
            )
        earlier, later = _years([one.year for one in named])
        changes = change_over_time(session.catalogue, session.district(named[0].id), earlier, later, choice)
        table = change_table(changes, language, sources=sources)
    else:
        comparison = compare(session.catalogue, [session.district(one.id) for one in named], choice)
        table = difference_table(comparison, language, [one.label for one in named], sources=sources)
    write_table(table, output)
    end(affected=session.affected)


def _years(years: list[int | None]) -> tuple[int | None, int | None]:
    """The earlier and the later year of one district; ``None`` for its first and its newest figures."""
    if len(years) == 1:
        return years[0], None
    stated = sorted({year for year in years if year})
    if len(stated) < 2:
        raise click.UsageError("name two different years: DISTRICT@2019 DISTRICT@2023")
    return stated[0], stated[1]
