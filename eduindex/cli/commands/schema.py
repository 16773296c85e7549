"""``eduindex schema``."""

from collections.abc import Mapping

import click


@click.command("schema")
@click.argument("kind", type=click.Choice(["district", "catalogue"]))
@click.option("-o", "--output", "file", type=click.Path(), metavar="FILE", help="Write to a file, whole or not at all.")
@click.option("--workspace", type=click.Path(), metavar="DIR", help="The folder of indicators.yaml.")
def command(kind: str, file: str | None, workspace: str | None) -> None:
    """A JSON Schema of the workspace's district files or of its catalogue, for completion and hover in an editor.

    It knows the indicators and dimensions that the catalogue has now: write it anew when they change.

    \b
      eduindex schema district -o district.schema.json
      eduindex schema catalogue -o catalogue.schema.json
    """
    from eduindex.cli.output import write_text
    from eduindex.cli.session import open_session
    from eduindex.rules.registry import ACCEPTABLE
    from eduindex.storage.json_schema import catalogue_schema, district_schema

    catalogue = open_session(workspace).catalogue
    schema_of = district_schema if kind == "district" else catalogue_schema
    text = _text(schema_of(catalogue, ACCEPTABLE))
    write_text(lambda _: text, None if file == "-" else file)


def _text(schema: Mapping[str, object]) -> str:
    """The schema as JSON; hidden characters in the catalogue's texts are shown, line ends in them are escaped by then."""
    import json

    from eduindex.rendering.visible import visible

    lines = json.dumps(schema, ensure_ascii=False, indent=2).split("\n")
    return "".join(f"{visible(line)}\n" for line in lines)
