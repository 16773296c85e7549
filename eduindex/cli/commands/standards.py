"""``eduindex standards``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from eduindex.cli.completion import complete_districts
from eduindex.cli.options import (
    Narrowing,
    Output,
    narrowing_options,
    output_options,
    sources_option,
    year_option,
)

if TYPE_CHECKING:
    from eduindex.analysis.choosing import Choice
    from eduindex.cli.session import Named, Session
    from eduindex.model.table import Table


@click.command("standards")
@click.argument("districts", nargs=-1, metavar="[DISTRICT ...]", shell_complete=complete_districts)
@narrowing_options
@year_option
@sources_option
@output_options
def command(
    districts: tuple[str, ...],
    narrowing: Narrowing,
    year: int | None,
    sources: bool,
    output: Output,
) -> None:
    """Hold districts against published standards: met, not met, undetermined (and why), or no figure.

    Of a national goal only the distance is told. Several districts make a matrix; DISTRICT@2022 takes its figures of 2022.
    Without a district, the standards themselves: what each requires, its document, and where its wording was seen.

    \b
      eduindex standards
      eduindex standards ouhai
      eduindex standards 漳平 -d outcomes --lang zh
      eduindex standards quzhou ouhai zhangping
      eduindex standards ouhai zhangping -f csv --tidy
    """
    if not districts and (year or sources):
        raise click.UsageError("--year and --sources are about figures: name a DISTRICT")
    from eduindex.cli.output import end, write_table
    from eduindex.cli.session import open_session

    session = open_session(output.workspace, standards=True)
    choice = session.choice(narrowing)
    if districts:
        table = _held(session, session.named(districts), replace(choice, year=year), output, sources=sources)
    else:
        table = _listed(session, choice, output)
    write_table(table, output)
    end(affected=session.affected)


def _held(session: "Session", named: "Sequence[Named]", choice: "Choice", output: Output, *, sources: bool) -> "Table":
    from eduindex.analysis.standards import hold
    from eduindex.presentation.standards_table import standards_table

    labels = [one.label for one in named]
    if len(set(labels)) < len(labels):
        raise click.UsageError("the same district is named twice; DISTRICT@YEAR names it at another time")
    session.notice_others([one.id for one in named])
    choice = replace(choice, years=tuple(one.year for one in named))
    holding = hold(session.catalogue, [session.district(one.id) for one in named], choice)
    return standards_table(holding, output.language, labels, sources=sources)


def _listed(session: "Session", choice: "Choice", output: Output) -> "Table":
    from eduindex.analysis.standards import standards_about
    from eduindex.presentation.standard_listing import standard_listing

    return standard_listing(standards_about(session.catalogue, choice), output.language)
