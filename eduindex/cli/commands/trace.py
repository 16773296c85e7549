"""``eduindex trace``."""

import click

from eduindex.cli.completion import complete_districts, complete_indicators
from eduindex.cli.options import Output, output_options


@click.command("trace")
@click.argument("district", metavar="DISTRICT", shell_complete=complete_districts)
@click.argument("indicator", metavar="INDICATOR", shell_complete=complete_indicators)
@click.option(
    "--reports", type=click.Path(), metavar="DIR", envvar="EDUINDEX_REPORTS", help="The folder of the reports' texts."
)
@output_options
def command(
    district: str,
    indicator: str,
    reports: str | None,
    output: Output,
) -> None:
    """Where a figure comes from: its evidence, its source, and the line of the file that holds it.

    With --reports (or EDUINDEX_REPORTS) the sentence of the report around the evidence is shown too.

    \b
      eduindex trace ouhai public_kindergarten_coverage
      eduindex trace 漳平 交流轮岗比例 --reports reports
    """
    from eduindex.cli.failures import DataProblem
    from eduindex.cli.output import end, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.figure_text import name_of
    from eduindex.presentation.trace_table import Traced, trace_table
    from eduindex.rendering.visible import visible
    from eduindex.storage.report_texts import ReportTexts

    texts = ReportTexts(reports)
    if texts.folder_is_missing:
        raise click.UsageError(f"there is no folder of reports: {visible(str(reports))}")
    session = open_session(output.workspace)
    named = session.named([district])[0]
    session.notice_others([named.id])
    wanted = session.indicator(indicator)
    found = session.district(named.id)
    traced = [
        Traced(observation, texts.sentence_around(observation))
        for observation in found.observations
        if observation.indicator.id == wanted.id and (named.year is None or observation.period.last_year == named.year)
    ]
    if not traced:
        raise DataProblem(f"{named.label} has no figure for {wanted.id}")
    name = name_of(found.identity, output.language)
    write_table(trace_table(traced, name, output.language), output)
    end(affected=session.affected)
