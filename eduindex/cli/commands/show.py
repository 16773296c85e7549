"""``eduindex show``."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from eduindex.cli.completion import complete_districts, complete_peers
from eduindex.cli.options import (
    Narrowing,
    Output,
    narrowing_options,
    output_options,
    sources_option,
    year_option,
)
from eduindex.model.wording import Language

if TYPE_CHECKING:
    from eduindex.analysis.choosing import Choice
    from eduindex.cli.session import Session
    from eduindex.model.observation import District
    from eduindex.model.table import Table


@click.command("show")
@click.argument("district", metavar="DISTRICT", shell_complete=complete_districts)
@narrowing_options
@year_option
@click.option(
    "--targets",
    is_flag=True,
    help="The district's targets beside its own figures: reached, missed or open. With --year, those for that year.",
)
@click.option("--all", "everything", is_flag=True, help="Every period and every target.")
@click.option(
    "--peers",
    metavar="PEERS",
    shell_complete=complete_peers,
    help="Where it stands among: all, its 省 (province) or 市 (city), an area (浙江省, 33), or districts named with commas.",
)
@click.option("--per-year", is_flag=True, help="With --peers: means of a year where counts or amounts span several.")
@click.option("--worst", is_flag=True, help="With --peers: first what is certainly worse than the peers' median.")
@sources_option
@output_options
def command(
    district: str,
    narrowing: Narrowing,
    year: int | None,
    targets: bool,
    everything: bool,
    peers: str | None,
    per_year: bool,
    worst: bool,
    sources: bool,
    output: Output,
) -> None:
    """All figures of one district: the newest of each series, with what a reader must know of it.

    \b
      eduindex show zhangping
      eduindex show 瓯海 --targets -d preschool
      eduindex show ouhai --peers all --worst
    """
    if targets and everything:
        raise click.UsageError("--targets and --all exclude each other: --all lists every target among the figures")
    if peers is not None and (targets or everything):
        raise click.UsageError("--peers is about newest results: leave out --targets and --all")
    if (worst or per_year) and peers is None:
        raise click.UsageError("--worst and --per-year are about what --peers shows: name the peers")
    from eduindex.cli.output import end, write_table
    from eduindex.cli.session import open_session

    session = open_session(output.workspace)
    named = session.named([district])[0]
    if peers is None:
        session.notice_others([named.id])
    found = session.district(named.id)
    choice = replace(
        session.choice(narrowing),
        year=named.year or year,
        everything=everything,
        per_year=per_year,
    )
    if targets:
        table = _beside_results(session, found, choice, output.language, sources=sources)
    elif peers is not None:
        table = _among_peers(session, found, peers, choice, output.language, worst=worst, sources=sources)
    else:
        table = _by_itself(session, found, choice, output.language, sources=sources)
    write_table(table, output)
    end(affected=session.affected)


def _by_itself(
    session: "Session", district: "District", choice: "Choice", language: Language, *, sources: bool
) -> "Table":
    from eduindex.analysis.profile import profile_of
    from eduindex.presentation.profile_table import profile_table

    profile = profile_of(session.catalogue, district, choice)
    return profile_table(profile, session.catalogue, language, sources=sources)


def _beside_results(
    session: "Session", district: "District", choice: "Choice", language: Language, *, sources: bool
) -> "Table":
    """Its targets."""
    from eduindex.analysis.targets import targets_of
    from eduindex.presentation.targets_table import targets_table

    held = targets_of(session.catalogue, district, choice)
    return targets_table(held, session.catalogue, language, sources=sources)


def _among_peers(
    session: "Session",
    district: "District",
    peers: str,
    choice: "Choice",
    language: Language,
    *,
    worst: bool,
    sources: bool,
) -> "Table":
    from eduindex.analysis.peers import standings_of, worst_first
    from eduindex.cli.peers import peers_of
    from eduindex.presentation.peers_table import peers_table

    standings = standings_of(session.catalogue, district, peers_of(session, peers, district.id), choice)
    lines = worst_first(standings) if worst else standings.lines
    return peers_table(standings, lines, session.catalogue, language, worst=worst, sources=sources)
