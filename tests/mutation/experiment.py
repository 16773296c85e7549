"""The mutation test itself: mutants of the samples drawn by chance from a seed, each judged, and why some are not noticed."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from random import Random
from typing import Final, NamedTuple

from judging import Judge, Judgement, SampleEntry
from mutations import (
    BOUND,
    PERIOD,
    UNIT,
    VALUE,
    Mutation,
    change_character,
    change_figure,
    cut_figure_off,
    drop_character,
    insert_character,
)

from eduindex.model.evidence import locate, without_space
from eduindex.model.observation import Observation
from eduindex.model.quantity import Quantity
from eduindex.rules.evidence import LONGEST

SEED: Final = 20240403
NUMBER: Final = 2000
PERIODS: Final = 600
FIELDS: Final = ("value", "bound", "unit", "evidence")
_OF_VALUE: Final[Mapping[str, Mapping[str, Mutation]]] = {"value": VALUE, "bound": BOUND, "unit": UNIT}
_ATTEMPTS = 20
# Texts that YAML reads as they stand; others are put in quotation marks.
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#]*(?<!\s)")

THE_EVIDENCE_HOLDS_IT: Final = "the same evidence holds this figure too, so both are proved"
STILL_A_CITATION: Final = "the rest of the phrase still stands in the report and still holds the figure"
ANOTHER_CITATION: Final = "the report prints this phrase too, and it holds the figure"
SAME_FIGURE_ELSEWHERE: Final = "the other entry's evidence prints the same figure, and its sentence names the indicator"
UNEXPLAINED: Final = "unexplained"


class Mutant(NamedTuple):
    """A changed text of one entry, in its changed file.

    ``caught`` are the codes of what ``validate`` then finds in the entry's lines that it did not find before.
    """

    entry: SampleEntry
    field: str
    operation: str
    key: str
    before: str
    after: str
    file: str
    caught: tuple[str, ...]
    reason: str = ""


@cache
def run(reports: str | None) -> tuple[list[Mutant], list[Mutant]]:
    """The mutants that have to be caught, and apart from them those of the period."""
    experiment = _Experiment(Judge(reports))
    return list(experiment.mutants(SEED, NUMBER, FIELDS)), list(experiment.mutants(SEED, PERIODS, ("period",)))


class _Experiment:
    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._characters = sorted(set("".join(entry.texts["evidence"].text for entry in judge.entries)))
        self._evidences: dict[str, list[str]] = {}
        for entry in judge.entries:
            self._evidences.setdefault(entry.district, []).append(entry.texts["evidence"].text)

    def mutants(self, seed: int, number: int, fields: tuple[str, ...]) -> Iterator[Mutant]:
        """Mutants that are uniform over entries and over fields; what says the same as before is drawn again."""
        chance = Random(seed)  # noqa: S311 - the same mutants at every run
        while number:
            mutant = self._mutant(chance.choice(self._judge.entries), chance.choice(fields), chance)
            if mutant is not None:
                number -= 1
                yield mutant

    def _mutant(self, entry: SampleEntry, field: str, chance: Random) -> Mutant | None:
        """A mutant of the entry's field; ``None`` where nothing but the same can be said (无 has no digits)."""
        for _ in range(_ATTEMPTS):
            operations = self._operations(entry, field)
            operation = chance.choice(list(operations))
            key = field if field in ("evidence", "period") else "value"
            before = entry.texts[key].text
            after = operations[operation](before, chance)
            if after is None or without_space(after) == without_space(before):
                continue
            file = self._changed(entry, key, after)
            judged = self._judge.judge(entry.district, file)
            original = self._judge.unchanged[entry.district].observations[entry.first]
            observation = judged.observations.get(entry.first)
            if observation is None or not says_the_same(original, observation):
                mutant = Mutant(entry, field, operation, key, before, after, file, self._caught(entry, judged))
                return mutant if mutant.caught else mutant._replace(reason=self._reason(mutant, observation))
        return None

    def _operations(self, entry: SampleEntry, field: str) -> Mapping[str, Mutation]:
        if field != "evidence":
            return PERIOD if field == "period" else _OF_VALUE[field]
        span = locate(entry.texts["evidence"].text, self._quantity(entry))
        operations: dict[str, Mutation] = {
            "character changed": lambda phrase, chance: change_character(phrase, self._characters, chance),
            "character dropped": drop_character,
            "character inserted": lambda phrase, chance: insert_character(phrase, self._characters, chance),
            "evidence of another entry": lambda _, chance: chance.choice(self._evidences[entry.district]),
        }
        if span is not None:
            operations["digit of the figure changed"] = _with_span(change_figure, span)
            operations["figure cut off"] = _with_span(cut_figure_off, span)
        return operations

    def _quantity(self, entry: SampleEntry) -> Quantity:
        return self._judge.unchanged[entry.district].observations[entry.first].quantity

    def _changed(self, entry: SampleEntry, key: str, after: str) -> str:
        """The file with another text behind the key."""
        lines = self._judge.files[entry.district].split("\n")
        _, line, column = entry.texts[key]
        lines[line - 1] = lines[line - 1][: column - 1] + _as_yaml(after)
        return "\n".join(lines)

    def _caught(self, entry: SampleEntry, judged: Judgement) -> tuple[str, ...]:
        additional = judged.findings - self._judge.unchanged[entry.district].findings
        return tuple(sorted(code for code, line in additional if entry.first <= line < entry.behind))

    def _reason(self, mutant: Mutant, observation: Observation | None) -> str:
        if observation is None or mutant.key == "period":
            return UNEXPLAINED
        if locate(observation.entry.evidence, observation.quantity) is None:
            return UNEXPLAINED
        if mutant.key == "value":
            return THE_EVIDENCE_HOLDS_IT
        return self._reason_of_evidence(mutant, observation)

    def _reason_of_evidence(self, mutant: Mutant, observation: Observation) -> str:
        report = self._judge.reports.text_of(observation.source)
        if not isinstance(report, str) or without_space(mutant.after) not in report or len(mutant.after) > LONGEST:
            return UNEXPLAINED
        if mutant.operation == "evidence of another entry":
            return SAME_FIGURE_ELSEWHERE
        shorter = without_space(mutant.after) in without_space(mutant.before)
        return STILL_A_CITATION if shorter else ANOTHER_CITATION


def says_the_same(original: Observation, changed: Observation) -> bool:
    """Whether nothing is said that was not said before.

    An entry without a measure word says less than one with it and nothing else; another measure word is not what the source prints.
    """
    return (
        (original.interval, original.bound, original.point) == (changed.interval, changed.bound, changed.point)
        and changed.quantity.unit in ("", original.quantity.unit)
        and changed.period.span == original.period.span
        and without_space(changed.entry.evidence) == without_space(original.entry.evidence)
    )


def _with_span(
    change: Callable[[str, tuple[int, int], Random], str | None], span: tuple[int, int]
) -> Callable[[str, Random], str | None]:
    return lambda phrase, chance: change(phrase, span, chance)


def _as_yaml(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def shares(mutants: list[Mutant], of: Callable[[Mutant], str]) -> dict[str, tuple[int, int]]:
    """How many were caught, and how many there were, by what ``of`` says of a mutant."""
    caught, all_of = Counter(of(one) for one in mutants if one.caught), Counter(map(of, mutants))
    return {name: (caught[name], all_of[name]) for name in sorted(all_of)}
