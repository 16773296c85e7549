"""``eduindex extract``."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import click

from eduindex.cli.completion import complete_district_files, complete_districts
from eduindex.cli.options import YAML_ENDINGS, format_of, language_option, workspace_option
from eduindex.model.wording import Language
from eduindex.rendering.formats import Format

if TYPE_CHECKING:
    from eduindex.cli.session import Session
    from eduindex.extraction.novelty import Novelty
    from eduindex.extraction.result import Extraction
    from eduindex.model.district import Identity
    from eduindex.model.observation import District
    from eduindex.rendering.surface import Surface

_STANDARD_INPUT = "-"
_DAY = "2024-04-03"
_FIRST_YEAR = 1000  # that a source may state


class _Asked(NamedTuple):
    """What the command line says of the report and of where the result goes."""

    report: str
    year: int | None
    published: str
    file: str | None
    language: Language

    @property
    def report_name(self) -> str:
        """The name of the report's file, empty for standard input."""
        return "" if self.report == _STANDARD_INPUT else os.path.basename(self.report)  # noqa: PTH119


class _Read(NamedTuple):
    """A report that was read: its figures and the encoding in which it was saved, which is said where it is not the usual one."""

    text: str
    extraction: "Extraction"
    encoding: str
    is_converted: bool


@click.command("extract")
@click.argument("report", metavar="REPORT", type=click.Path(readable=False))
@click.option(
    "--district",
    metavar="ID",
    shell_complete=complete_districts,
    help="Whose report it is: the id of the draft, with names and code where the workspace has the district.",
)
@click.option(
    "--year",
    type=click.IntRange(1900, 2199),
    metavar="YEAR",
    help="The year that the report is about, where it prints none.",
)
@click.option("--published", metavar="DAY", help=f"When the report was published, such as {_DAY}.")
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(),
    metavar="FILE",
    help="Write to a new file, whole or not at all; nothing is ever overwritten.",
)
@click.option(
    "--new-to",
    metavar="FILE",
    type=click.Path(readable=False),
    shell_complete=complete_district_files,
    help="Only what this district file lacks or states differently.",
)
@click.option(
    "--explain", is_flag=True, help="Instead of a draft, every figure of the report and why it was taken or not."
)
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([format.value for format in Format]),
    help="How to print --explain; the default follows the ending of FILE; without one it is table.",
)
@language_option
@workspace_option
def command(
    report: str,
    district: str | None,
    year: int | None,
    published: str | None,
    file: str | None,
    new_to: str | None,
    explain: bool,
    format_name: str | None,
    lang: str,
    workspace: str | None,
) -> None:
    """Draft the entries of a district from the text of a REPORT, for a person to confirm.

    Every figure that fits an indicator of the catalogue becomes an entry with its evidence; a comment says how sure it is and
    what to check. What is not clear is left out, and --explain says why. REPORT is plain text or Markdown in UTF-8, GBK or
    GB18030; - is standard input.

    \b
      eduindex extract qinghe-2023.txt --district qinghe
      eduindex extract qinghe-2023.txt --district qinghe -o samples/qinghe.yaml
      eduindex extract zhangping-2023.txt --new-to samples/zhangping.yaml
      eduindex extract qinghe-2023.txt --explain
    """
    _check_use(district, published, new_to, format_name, explain=explain)
    format = Format(format_name) if format_name else format_of(file if explain else None)
    asked = _Asked(report, year, published or "", None if file == "-" else file, Language(lang))
    _check_target(asked.file, explain=explain)
    from eduindex.cli.session import open_session

    session = open_session(workspace)
    if explain:
        _explain(session, asked, format)
    elif new_to is not None:
        _add(session, asked, new_to, district)
    else:
        _draft(session, asked, district or "")


def _check_use(
    district: str | None, published: str | None, new_to: str | None, format_name: str | None, *, explain: bool
) -> None:
    """End the command where the options do not fit together."""
    if explain and new_to is not None:
        raise click.UsageError("--explain is about every figure: leave out --new-to")
    if format_name is not None and not explain:
        raise click.UsageError("-f is about --explain: a draft is YAML")
    if not explain and new_to is None and not district:
        raise click.UsageError(
            "whose report is it? Name the district (--district ID), or use --explain, which needs none"
        )
    if published is not None and not _is_day(published):
        raise click.UsageError(f"--published takes a day such as {_DAY}")


def _is_day(text: str) -> bool:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and day.year >= _FIRST_YEAR  # it has other forms too


def _check_target(file: str | None, *, explain: bool) -> None:
    """End the command where the result cannot go into a file of this name."""
    if file is None:
        return
    from pathlib import Path

    from eduindex.rendering.visible import visible
    from eduindex.storage.file_reading import is_taken

    is_yaml = Path(file).suffix in YAML_ENDINGS and not file.endswith(("/", os.sep))
    if explain and is_yaml:
        raise click.UsageError("a table is never written into a YAML file; name the output otherwise")
    if not explain and not is_yaml:
        raise click.UsageError(f"a draft is a YAML file: let its name end in .yaml, not {visible(file[-80:])!r}")
    if is_taken(Path(file)):
        raise click.UsageError(
            f"{visible(file[-80:])} is there already; nothing is ever overwritten, so choose another name"
        )


def _explain(session: "Session", asked: _Asked, format: Format) -> None:
    from eduindex.presentation.extraction_table import extraction_table
    from eduindex.rendering.formats import render

    read = _read(session, asked)
    table = extraction_table(read.extraction, read.encoding, session.catalogue, asked.language)
    _write(lambda surface: render(table, format, surface), asked)
    _tell(read, asked)


def _draft(session: "Session", asked: _Asked, district: str) -> None:
    from eduindex.cli.drafts import draft_of, identity_of, new_source

    identity = identity_of(session, district)
    session.notice_others(())
    read = _read(session, asked)
    source = new_source(read.extraction, asked.report_name)
    text = draft_of(read.extraction, identity, source, asked.language)
    _write(lambda _: text, asked)
    _tell(read, asked)
    _notice_unnamed(identity, read.text)
    if asked.file is not None and os.path.basename(asked.file) != f"{identity.id}.yaml":  # noqa: PTH119
        click.echo(f"notice: a workspace reads this district from a file called {identity.id}.yaml", err=True)


def _add(session: "Session", asked: _Asked, file: str, district: str | None) -> None:
    from eduindex.cli.drafts import draft_of_additions, known_source, new_source
    from eduindex.cli.output import end
    from eduindex.extraction.novelty import novelties

    found = _district_in(session, file)
    if district not in (None, "", found.id):
        raise click.UsageError(f"{found.identity.file} is about {found.id}: leave out --district")
    known = known_source(found, asked.report_name)
    if known is not None and not asked.published and _is_day(known.published):
        asked = asked._replace(published=known.published)
    read = _read(session, asked)
    source = known or new_source(read.extraction, asked.report_name, found.sources)
    new = novelties(read.extraction, found, session.catalogue)
    text = draft_of_additions(read.extraction, new, found, source, asked.language)
    _write(lambda _: text, asked)
    _tell(read, asked, new)
    _notice_unnamed(found.identity, read.text)
    end(affected=session.affected)


def _notice_unnamed(identity: "Identity", text: str) -> None:
    """Say where a report never names the district that it is said to be about: it may be another's."""
    from eduindex.model.evidence import without_space
    from eduindex.rendering.visible import visible

    names = [name for name in (identity.name.zh, *identity.aliases) if not name.isascii()]
    if names and not any(name in without_space(text) for name in names):
        click.echo(f"notice: the report never names {visible(names[0])}; is it theirs?", err=True)


def _district_in(session: "Session", file: str) -> "District":
    """The district of this file; its faults are told, and one that cannot be used ends the command."""
    from pathlib import Path

    from eduindex.cli.failures import DataProblem, say
    from eduindex.model.diagnostic import Severity
    from eduindex.storage.district_loading import load_district
    from eduindex.storage.workspace import read_district_file, shown

    path = Path(file)
    reading = read_district_file(path, session.workspace.root, canonical=False)
    loaded = load_district(reading, shown(path), path.stem, session.catalogue)
    say(loaded.diagnostics)
    session.affected |= any(one.severity is Severity.ERROR for one in loaded.diagnostics)
    if loaded.value is None:
        raise DataProblem(f"{shown(path)} could not be read")
    return loaded.value


def _read(session: "Session", asked: _Asked) -> _Read:
    """The report with all its figures; ends the command where it cannot be read."""
    from pathlib import Path

    from eduindex.cli.failures import DataProblem, say
    from eduindex.extraction.extracting import extract
    from eduindex.model.diagnostic import Diagnostic
    from eduindex.storage.report_reading import UTF8, read_report, read_report_from

    if asked.report != _STANDARD_INPUT:
        report = read_report(Path(asked.report))
    elif sys.stdin is None:
        raise DataProblem("standard input is closed; name a file")
    else:
        report = read_report_from(sys.stdin.buffer)
    if isinstance(report, Diagnostic):
        say([report])
        raise DataProblem("the report could not be read")
    if not report.text.strip():
        raise DataProblem("the report holds no text")
    extraction = extract(report.text, session.catalogue, year=asked.year, published=asked.published)
    return _Read(report.text, extraction, report.encoding, report.encoding != UTF8)


def _write(rendered: "Callable[[Surface], str]", asked: _Asked) -> None:
    from eduindex.cli.output import write_new

    write_new(rendered, asked.file)


def _tell(read: _Read, asked: _Asked, new: "Sequence[Novelty] | None" = None) -> None:
    """Say on standard error what was read and what became of it."""
    from eduindex.presentation.extraction_summary import summary

    encoding = read.encoding if read.is_converted else ""
    given = asked.year is not None
    text = summary(read.extraction, asked.language, encoding=encoding, year_given=given, novelties=new)
    click.echo(text, err=True)
