"""``eduindex diff``."""

import click

from eduindex.cli.completion import complete_districts
from eduindex.cli.options import choice_options, output_options, sources_option, targets_option, year_option


@click.command("diff")
@click.argument("districts", nargs=-1, required=True, metavar="DISTRICT [DISTRICT]", shell_complete=complete_districts)
@choice_options
@year_option
@click.option("--same-period", is_flag=True, help="Take the newest period that both have.")
@click.option("--per-year", is_flag=True, help="Compare means of a year where counts or amounts span several.")
@targets_option
@sources_option
@output_options
def command(
    districts: tuple[str, ...],
    dimensions: tuple[str, ...],
    indicators: tuple[str, ...],
    year: int | None,
    same_period: bool,
    per_year: bool,
    targets: bool,
    sources: bool,
    format_name: str,
    output: str | None,
    bom: bool,
    tidy: bool,
    lang: str,
    workspace: str | None,
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
    from eduindex.analysis.comparison import Choice, compare
    from eduindex.cli.output import end, language_of, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.difference_table import change_table, difference_table

    session = open_session(workspace)
    named = session.named(districts)
    session.notice_others([one.id for one in named])
    choice = Choice(
        dimensions=frozenset(session.dimension(text) for text in dimensions),
        indicators=frozenset(session.indicator(text).id for text in indicators),
        year=year,
        years=tuple(one.year for one in named),
        same_period=same_period,
        per_year=per_year,
        targets=targets,
    )
    language = language_of(lang)
    if len({one.id for one in named}) == 1:
        years = [one.year for one in named]
        if len(years) == 2 and (None in years or years[0] == years[1]):
            raise click.UsageError("name two different years: DISTRICT@2019 DISTRICT@2023")
        earlier, later = (min(years), max(years)) if len(years) == 2 else (years[0], None)
        changes = change_over_time(session.catalogue, session.district(named[0].id), earlier, later, choice)
        table = change_table(changes, language, sources=sources)
    else:
        comparison = compare(session.catalogue, [session.district(one.id) for one in named], choice)
        table = difference_table(comparison, language, [one.label for one in named], sources=sources)
    write_table(table, format_name, output, bom=bom, tidy=tidy)
    end(affected=session.affected)
