"""``eduindex explain``."""

import click

from eduindex.cli.completion import complete_codes
from eduindex.cli.options import Output, output_options


@click.command("explain")
@click.argument("code", required=False, metavar="[CODE]", shell_complete=complete_codes)
@output_options
def command(
    code: str | None,
    output: Output,
) -> None:
    """What a caveat of a comparison means and how to settle it, or what a finding about a file means; alone, all of them.

    \b
      eduindex explain variant-unstated
      eduindex explain T007
    """
    from eduindex.analysis.caveats import Code
    from eduindex.cli.failures import wrong_use
    from eduindex.model.findings import TITLES
    from eduindex.presentation.explanation_table import all_codes_table, caveat_table, finding_table

    language = output.language
    if code is None:
        table = all_codes_table(TITLES, language)
    elif code.lower() in set(Code):
        table = caveat_table(Code(code.lower()), language)
    elif code.upper() in TITLES:
        table = finding_table(code.upper(), TITLES[code.upper()], language)
    else:
        raise wrong_use("there is no such code", code, [*Code, *TITLES])
    from eduindex.cli.output import write_table

    write_table(table, output)
