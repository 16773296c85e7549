"""``eduindex indicators``."""

import click

from eduindex.cli.completion import complete_indicators
from eduindex.cli.options import Output, dimension_option, output_options


@click.command("indicators")
@click.argument("indicator", required=False, metavar="[INDICATOR]", shell_complete=complete_indicators)
@dimension_option
@output_options
def command(
    indicator: str | None,
    dimensions: tuple[str, ...],
    output: Output,
) -> None:
    """The indicators of the catalogue, or one of them in full with its definition.

    \b
      eduindex indicators -d preschool
      eduindex indicators teacher_rotation_rate
    """
    from eduindex.cli.output import write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.listing_tables import indicator_table, indicators_table

    session = open_session(output.workspace, standards=True)
    language = output.language
    one = session.indicator(indicator) if indicator else None
    wanted = {session.dimension(text) for text in dimensions}
    districts = session.every_district()
    held = [{observation.indicator.id for observation in district.observations} for district in districts]
    figures = {id: sum(id in ids for ids in held) for id in session.catalogue.indicators}
    if one is not None:
        table = indicator_table(session.catalogue, one, figures[one.id], language)
    else:
        chosen = [i for i in session.catalogue.indicators.values() if not wanted or i.dimension in wanted]
        table = indicators_table(session.catalogue, chosen, figures, language)
    write_table(table, output)
