"""``eduindex districts``."""

import click

from eduindex.cli.options import Output, output_options


@click.command("districts")
@output_options
def command(output: Output) -> None:
    """The districts of the workspace, with how much each file holds."""
    from eduindex.cli.output import write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.listing_tables import districts_table

    session = open_session(output.workspace)
    table = districts_table(session.every_district(), output.language)
    write_table(table, output)
