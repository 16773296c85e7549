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
    """What a caveat means and how to settle it, or what a finding about a file means, with examples; alone, all codes.

    \b
      eduindex explain variant-unstated
      eduindex explain E003
    """
    from eduindex.analysis.caveats import Code
    from eduindex.cli.failures import wrong_use
    from eduindex.presentation.explanation_table import all_codes_table, caveat_table, rule_table
    from eduindex.rules.registry import RULES

    language = output.language
    if code is None:
        table = all_codes_table(RULES, language)
    elif code.lower() in set(Code):
        table = caveat_table(Code(code.lower()), language)
    elif code.upper() in RULES:
        table = rule_table(RULES[code.upper()], language)
    else:
        raise wrong_use("there is no such code", code, [*Code, *RULES])
    from eduindex.cli.output import write_table

    write_table(table, output)
