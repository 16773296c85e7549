"""``eduindex coverage``."""

import click

from eduindex.cli.completion import complete_districts
from eduindex.cli.options import Narrowing, Output, narrowing_options, output_options


@click.command("coverage")
@click.argument("districts", nargs=-1, metavar="[DISTRICT ...]", shell_complete=complete_districts)
@narrowing_options
@click.option("--questions", "only_questions", is_flag=True, help="Of two districts only the questions, one row each.")
@click.option("--all", "everything", is_flag=True, help="List the indicators that none of them publishes too.")
@output_options
def command(
    districts: tuple[str, ...],
    narrowing: Narrowing,
    only_questions: bool,
    everything: bool,
    output: Output,
) -> None:
    """Who publishes what: districts against indicators, the share covered by dimension, and what is left to ask.

    Without a district, all of the workspace. Two districts are compared too: what is not comparable or undetermined becomes
    questions to their bureaus, whose answers would settle it.

    \b
      eduindex coverage
      eduindex coverage zhangping luyang -d teachers
      eduindex coverage zhangping luyang --questions --lang zh -f markdown
    """
    if only_questions and len(districts) != 2:
        raise click.UsageError("--questions takes exactly two districts")
    from eduindex.analysis.coverage import coverage_of
    from eduindex.analysis.questions import questions_between
    from eduindex.cli.output import end, write_table
    from eduindex.cli.session import open_session
    from eduindex.presentation.coverage_table import coverage_table
    from eduindex.presentation.question_table import questions_table

    session = open_session(output.workspace)
    named = session.named(districts)
    if any(one.year for one in named):
        raise click.UsageError("coverage looks at the figures of every year: leave out @YEAR")
    if len({one.id for one in named}) < len(named):
        raise click.UsageError("the same district is named twice")
    choice = session.choice(narrowing)
    if named:
        session.notice_others([one.id for one in named])
    found = [session.district(one.id) for one in named] or session.every_district()
    questions = questions_between(session.catalogue, found[0], found[1], choice) if len(named) == 2 else None
    if questions and only_questions:
        table = questions_table(questions, output.language)
    else:
        coverage = coverage_of(session.catalogue, found, choice)
        table = coverage_table(coverage, session.catalogue, output.language, questions=questions, everything=everything)
    write_table(table, output)
    end(affected=session.affected)
