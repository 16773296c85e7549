"""The family S across files: whether each district is there once and can be told from the others by its names and its code."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from eduindex.model import findings
from eduindex.model.names import normal
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


class _Name(NamedTuple):
    """A name that somebody may type, and the district that it is meant for."""

    text: str
    is_alias: bool
    summary: Summary
    place: Place


def _same_names(summaries: Sequence[Summary]) -> Iterator[Finding]:
    """Names that lead to two districts. Districts of one name in two cities are told apart by ``within``, aliases are not."""
    hint = "remove it from one of them, or choose a longer one"
    known: dict[str, _Name] = {}
    for summary in summaries:
        for text, name in _names(summary).items():
            first = known.setdefault(text, name)
            if first.summary is summary or _are_one(first.summary, summary):
                continue
            if first.is_alias or name.is_alias or not _lie_apart(first.summary, summary):
                kind = "alias" if first.is_alias else "name"
                message = f"{first.summary.identity.id} has this {kind} too ({first.place})"
                yield Finding(name.place, message, hint, name.text)


def _names(summary: Summary) -> dict[str, _Name]:
    """The district's names in the form in which they are compared, each once: as the first of those that are the same there."""
    identity = summary.identity
    own = ((identity.name.zh, "name"), (identity.name.en, "name"), (identity.id, "district"), (identity.code, "code"))
    names = [_Name(text, False, summary, identity.place_of(key)) for text, key in own if text]
    for number, text in enumerate(identity.aliases):
        names.append(_Name(text, True, summary, identity.place_of_alias(number)))
    names.reverse()  # the last one of a key stays
    return {normal(name.text): name for name in names if name.text}


def _are_one(first: Summary, second: Summary) -> bool:
    """Whether another rule tells the two already: one district, or one code."""
    if first.identity.id == second.identity.id or (_full_name(first) == _full_name(second) != []):
        return True
    return bool(first.identity.code) and first.identity.code == second.identity.code


def _lie_apart(first: Summary, second: Summary) -> bool:
    places = first.identity.within.key, second.identity.within.key
    return all(places) and places[0] != places[1]


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
