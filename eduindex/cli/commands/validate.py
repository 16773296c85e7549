"""``eduindex validate``."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eduindex.cli.completion import complete_rules

if TYPE_CHECKING:
    from eduindex.model.validation import Validation
    from eduindex.rendering.surface import Surface
    from eduindex.validation import Progress

FORMATS = ("text", "json", "sarif", "github")
_ENDINGS = {".json": "json", ".sarif": "sarif"}


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH ...]")
@click.option(
    "--reports",
    envvar="EDUINDEX_REPORTS",
    type=click.Path(readable=False),
    metavar="DIR",
    help="The folder of the reports' texts, to look every phrase up in them (also EDUINDEX_REPORTS).",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option(
    "--select", metavar="CODES", shell_complete=complete_rules, help="Only these rules or families: E003 or E,P001."
)
@click.option("--ignore", metavar="CODES", shell_complete=complete_rules, help="Not these rules or families.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    help="How to print it; the default follows the ending of FILE (.json, .sarif), else it is text.",
)
@click.option("-o", "--output", "file", type=click.Path(), metavar="FILE", help="Write to a file, whole or not at all.")
@click.option(
    "--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes; the default is as many cores as are of use."
)
@click.option("--workspace", type=click.Path(readable=False), metavar="DIR", help="The folder of indicators.yaml.")
def command(
    paths: tuple[str, ...],
    reports: str | None,
    strict: bool,
    select: str | None,
    ignore: str | None,
    format_name: str | None,
    file: str | None,
    jobs: int | None,
    workspace: str | None,
) -> None:
    """Check the catalogue and the district files: form, references, evidence, plausibility.

    Without PATH the whole workspace, with rules across files. A PATH is a district file, a folder of them, or a catalogue, which
    means its whole workspace. Exit code 0: nothing found, or warnings only; 1: errors, or warnings with --strict.
    `eduindex explain CODE` says why a rule exists, and how a finding that a person has judged is accepted.

    \b
      eduindex validate
      eduindex validate --strict --reports reports
      eduindex validate samples/zhangping.yaml
    """
    from eduindex.cli.failures import DATA_PROBLEM, let_go_of_output, say_which
    from eduindex.cli.output import write_text
    from eduindex.storage.targets import NothingThere, plan
    from eduindex.storage.workspace import current_folder
    from eduindex.validation import Settings, validate

    settings = Settings(_codes(select, ignore), _folder(reports), jobs)
    try:
        targets = plan(map(Path, paths), workspace, os.environ, current_folder())
    except NothingThere as error:
        raise click.UsageError(_visible(f"there is no district file in {error.args[0]}")) from None
    for target in targets:
        say_which(target.workspace)
    with _progress() as on_progress:
        validation = validate(targets, settings, on_progress)
    form = format_name or _ENDINGS.get(Path(file or "").suffix, "text")
    try:
        write_text(lambda surface: _rendered(validation, form, surface), None if file == "-" else file)
    except BrokenPipeError:  # whoever read has seen enough; the exit code is for somebody else
        let_go_of_output()
    if validation.errors or (strict and validation.diagnostics):
        click.get_current_context().exit(DATA_PROBLEM)


def _rendered(validation: "Validation", format_name: str, surface: "Surface") -> str:
    if format_name == "text":
        from eduindex.presentation.validation_summary import summary_lines
        from eduindex.rendering.diagnostics import render_findings

        return render_findings(validation.diagnostics, summary_lines(validation), surface)
    if format_name == "github":
        from eduindex.presentation.validation_summary import rule_titles, summary_text
        from eduindex.rendering.github import render_github

        return render_github(validation.diagnostics, rule_titles(validation), summary_text(validation))
    from eduindex.presentation.validation_documents import json_document, sarif_document
    from eduindex.rendering.json_text import render_json

    return render_json(json_document(validation) if format_name == "json" else sarif_document(validation, os.sep))


def _codes(select: str | None, ignore: str | None) -> frozenset[str]:
    """The codes of the findings that are wanted; a file that cannot be read is told whatever is selected."""
    from eduindex.rules.registry import RULES

    chosen = frozenset(RULES)
    if select is not None:
        chosen = _meant(select)
        if not chosen:
            raise click.UsageError("--select names no rule; `eduindex explain` lists them")
        chosen |= _meant("T")
    return chosen - _meant(ignore or "")


def _meant(text: str) -> frozenset[str]:
    """The codes that a list of codes and families means."""
    from eduindex.cli.failures import wrong_use
    from eduindex.rules.registry import RULES

    codes: set[str] = set()
    for word in filter(None, text.upper().replace(",", " ").split()):
        found = {code for code in RULES if code == word or code.rstrip("0123456789") == word}
        if not found:
            raise wrong_use("there is no such rule or family", word, RULES, "`eduindex explain` lists them")
        codes |= found
    return frozenset(codes)


def _folder(reports: str | None) -> str | None:
    from eduindex.storage.report_texts import ReportTexts

    if ReportTexts(reports).folder_is_missing:
        raise click.UsageError(_visible(f"there is no folder of reports: {reports}"))
    return reports or None


def _visible(text: str) -> str:
    from eduindex.rendering.visible import visible

    return visible(text)


@contextmanager
def _progress() -> "Iterator[Progress | None]":
    """A progress bar on standard error, where that is a terminal, as soon as waiting has become long."""
    from eduindex.rendering.surface import detect_surface

    if sys.stderr is None or not detect_surface(sys.stderr, {}).is_terminal:
        yield None
        return
    from eduindex.rendering.progress import ProgressBar

    bar = ProgressBar("validating")
    try:
        yield bar.advance
    finally:
        bar.close()
