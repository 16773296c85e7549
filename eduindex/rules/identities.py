"""The family S across files: whether each district is there once and can be told from the others by its names and its code."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from eduindex.model import findings
from eduindex.model.place import Place
from eduindex.rules.rule import Example, Finding, Part, Rule, WorkspaceRule
from eduindex.rules.summary import Summary


def _same_districts(summaries: Sequence[Summary]) -> Iterator[Finding]:
    hint = "merge the files, or let within say where each of them lies"
    for summary, first in _repeated(summaries, lambda one: [one.identity.id]):
        place = summary.identity.place_of("district")
        yield Finding(place, f"{first.identity.file} is of the same district", hint, summary.identity.id)
    for summary, first in _repeated(summaries, _full_name):
        if summary.identity.id != first.identity.id:
            place = summary.identity.place_of("name")
            yield Finding(place, f"{first.identity.file} is of the same district", hint, summary.identity.name.key)


def _full_name(summary: Summary) -> list[str]:
    identity = summary.identity
    return [f"{identity.within.key}\n{identity.name.key}"] if identity.name else []


def _same_codes(summaries: Sequence[Summary]) -> Iterator[Finding]:
    for summary, first in _repeated(summaries, lambda one: [one.identity.code] if one.identity.code else []):
        message = f"{first.identity.id} has the same division code ({first.identity.place_of('code')})"
        hint = "look both up and correct the wrong one"
        yield Finding(summary.identity.place_of("code"), message, hint, summary.identity.code)


def _same_names(summaries: Sequence[Summary]) -> Iterator[Finding]:
    """Names that two districts share; two whole names in one place are for ``_same_districts`` to say."""
    hint = "remove it from one of them, or choose a longer one"
    by_name: dict[str, Summary] = {}
    for summary in summaries:
        for name in dict.fromkeys(_names(summary)):
            first = by_name.setdefault(name, summary)
            if first is not summary and not _are_one(first, summary):
                yield Finding(_place_of_name(summary, name), f"{first.identity.id} has this name too", hint, name)


def _names(summary: Summary) -> list[str]:
    identity = summary.identity
    return [name for name in (identity.name.zh, identity.name.en, *identity.aliases) if name]


def _are_one(first: Summary, second: Summary) -> bool:
    return first.identity.id == second.identity.id or (_full_name(first) == _full_name(second) != [])


def _place_of_name(summary: Summary, name: str) -> Place:
    identity = summary.identity
    return identity.places.get(name) or identity.place_of("name")


def _repeated(
    summaries: Iterable[Summary], keys_of: Callable[[Summary], list[str]]
) -> Iterator[tuple[Summary, Summary]]:
    """Each summary with a key that an earlier one has, with that earlier one."""
    first: dict[str, Summary] = {}
    for summary in summaries:
        for key in keys_of(summary):
            earlier = first.setdefault(key, summary)
            if earlier is not summary:
                yield summary, earlier


RULES: Final[tuple[Rule, ...]] = (
    WorkspaceRule(
        code=findings.SAME_DISTRICT,
        title="two files hold the same district",
        why="Each holds a part of its figures, and a comparison sees one of them only, or the district beside itself. "
        "Merge the files; if the districts differ, let within say where each of them lies.",
        bad=Example(Part.SITUATION, "qinghe.yaml and qinghe-2022.yaml both say name: 青禾县 and the same within."),
        good=Example(Part.SITUATION, "qinghe.yaml holds the entries of both years."),
        check=_same_districts,
    ),
    WorkspaceRule(
        code=findings.SAME_CODE,
        title="two districts have the same division code",
        why="A division code (GB/T 2260) belongs to one district; whoever joins other data on it would give one district "
        "the figures of the other. Look both codes up and correct the wrong one.",
        bad=Example(Part.SITUATION, 'qinghe.yaml (青禾县) and linxi.yaml (临溪区) both say code: "330199".'),
        good=Example(Part.SITUATION, 'qinghe.yaml says code: "330199", linxi.yaml says code: "330198".'),
        check=_same_codes,
    ),
    WorkspaceRule(
        code=findings.SAME_NAME,
        title="a district has a name or an alias that another district has too",
        why="Whoever types the name cannot tell which of the two will answer. Remove the alias from one of them, or choose "
        "a longer one that holds the city.",
        bad=Example(Part.SITUATION, "qinghe.yaml (青禾县) and linxi.yaml (临溪区) both say aliases: [城关]."),
        good=Example(Part.SITUATION, "qinghe.yaml says aliases: [青禾城关], linxi.yaml says aliases: [临溪城关]."),
        check=_same_names,
    ),
)
