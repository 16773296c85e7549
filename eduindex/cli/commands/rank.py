"""``eduindex rank``."""

import click

from eduindex.cli.completion import complete_areas, complete_indicators
from eduindex.cli.options import (
    Comparing,
    Narrowing,
    Output,
    comparing_options,
    narrowing_options,
    output_options,
    sources_option,
)


@click.command("rank")
@click.argument("indicator", required=False, metavar="[INDICATOR]", shell_complete=complete_indicators)
@narrowing_options
@click.option(
    "--within",
    metavar="AREA",
    shell_complete=complete_areas,
    help="Only districts of this province or city: 浙江省, 33, 温州市, 3303.",
)
@comparing_options
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help="Only those who may hold one of the first N ranks."
)
@click.option(
    "--group", type=click.IntRange(min=1), metavar="N", help="Rank another comparable group; the largest is 1."
)
@sources_option
@output_options
def command(
    indicator: str | None,
    narrowing: Narrowing,
    within: str | None,
    comparing: Comparing,
    top: int | None,
    group: int | None,
    sources: bool,
    output: Output,
) -> None:
    """Rank the districts of the workspace by one indicator; alone, say which indicators can be ranked at all.

    Ranks are intervals: a figure of 95% or more and one of 98.20% both hold rank 1 to 2. Only comparable figures are ranked, the
    largest group of them; all other districts are listed with the reason.

    \b
      eduindex rank after_school_student_participation
      eduindex rank 公办园覆盖率 --within 浙江省 --same-period
      eduindex rank -d preschool
    """
    if indicator is not None and (narrowing.dimensions or narrowing.indicators):
        raise click.UsageError("-d and -i narrow the list of indicators: leave them out where one is named")
    if indicator is None and (top or group or sources):
        raise click.UsageError("--top, --group and --sources need an INDICATOR")
    from eduindex.analysis.ranking import rank, rankable_indicators
    from eduindex.cli.output import write_table
    from eduindex.cli.peers import districts_within
    from eduindex.cli.session import open_session
    from eduindex.presentation.ranking_table import rankable_table, ranking_table

    session = open_session(output.workspace)
    choice = session.comparison_choice(narrowing, comparing, ())
    wanted = None if indicator is None else session.indicator(indicator)
    districts = districts_within(session, within)
    if wanted is None:
        write_table(
            rankable_table(
                rankable_indicators(session.catalogue, districts, choice), session.catalogue, output.language
            ),
            output,
        )
        return
    ranking = rank(wanted, districts, choice, group or 1)
    if group and ranking.chosen != group:
        raise click.UsageError(f"there is no group {group}: {len(ranking.groups)} can be ranked")
    write_table(ranking_table(ranking, output.language, top=top, sources=sources), output)
