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
    """What a caveat or another reason means and how to settle it, or what a finding about a file means, with examples.

    Alone, all codes.

    \b
      eduindex explain variant-unstated
      eduindex explain open-interval
      eduindex explain no-label
      eduindex explain E003
    """
    from eduindex.analysis.caveats import Code
    from eduindex.cli.failures import wrong_use
    from eduindex.presentation.explanation_table import all_codes_table, caveat_table, reason_table, rule_table
    from eduindex.presentation.extraction_explanations import FATES
    from eduindex.presentation.reason_explanations import REASONS
    from eduindex.rules.registry import RULES

    language = output.language
    if code is None:
        table = all_codes_table(RULES, language)
    elif code.lower() in set(Code):
        table = caveat_table(Code(code.lower()), language)
    elif code.lower() in REASONS or code.lower() in FATES:
        table = reason_table(code.lower(), language)
    elif code.upper() in RULES:
        table = rule_table(RULES[code.upper()], language)
    else:
        raise wrong_use("there is no such code", code, [*Code, *REASONS, *FATES, *RULES])
    from eduindex.cli.output import write_table

    write_table(table, output)
