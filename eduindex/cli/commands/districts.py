"""``eduindex districts``."""

import click

from eduindex.cli.options import output_options


@click.command("districts")
@output_options
def command(format_name: str, output: str | None, bom: bool, tidy: bool, lang: str, workspace: str | None) -> None:
    """The districts of the workspace, with how much each file holds."""
    from eduindex.cli.output import language_of, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.listing_tables import districts_table

    session = open_session(workspace)
    table = districts_table(session.every_district(), language_of(lang))
    write_table(table, format_name, output, bom=bom, tidy=tidy)
