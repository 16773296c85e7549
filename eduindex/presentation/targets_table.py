"""A district's targets beside its own figures: what was reached, what was missed, and why the rest is open."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from eduindex.analysis.caveats import Caveat, Code
from eduindex.analysis.figures import Figure
from eduindex.analysis.targets import HeldTarget, Outcome, Reason, Targets
from eduindex.model.catalogue import Catalogue
from eduindex.model.table import Cell, Column, JsonValue, Layout, Note, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import sentence
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import distance_text, figure_text, label, name_of, variant_text
from eduindex.presentation.footnotes import Footnotes, Omission, bibliography, left_out, marks
from eduindex.presentation.records import (
    SCHEMA_VERSION,
    caveat_document,
    difference_document,
    figure_document,
    figure_record,
    numbers_of,
    records_of,
)
from eduindex.presentation.target_reasons import reason_sentence, sentences_of

_TARGET = Wording("目标", "Target")
_ACTUAL = Wording("实际", "Actual")
_OUTCOME = Wording("结果", "Outcome")
_DISTANCE = Wording("与目标之差", "Distance")
_OUTCOMES = {
    Outcome.REACHED: Wording("已达到", "reached"),
    Outcome.MISSED: Wording("未达到", "missed"),
    Outcome.OPEN: Wording("未定", "open"),
    Outcome.NO_FIGURE: Wording("尚无数字", "no figure yet"),
}
_TONES = {Outcome.REACHED: Tone.GOOD, Outcome.MISSED: Tone.BAD, Outcome.NO_FIGURE: Tone.WEAK}
_SIDE = ("value", "low", "high", "period")
_FIELDS = (
    *("dimension", "indicator", "indicator_name", "unit", "variant", "scope"),
    *(f"target_{name}" for name in _SIDE),
    *(f"actual_{name}" for name in _SIDE),
    *("outcome", "reason", "distance_low", "distance_high"),
    *("target_printed", "target_evidence", "actual_printed", "actual_evidence"),
)


def targets_table(targets: Targets, catalogue: Catalogue, language: Language, *, sources: bool = False) -> Table:
    """The table of ``show --targets``; the distance is figure minus target."""
    footnotes = Footnotes()
    noted = [marks(footnotes.numbers(_sentences(held, language))) for held in targets.held]
    name = name_of(targets.district, language)
    figures = [figure for held in targets.held for figure in (held.target, held.actual) if figure]
    zh = language is Language.ZH
    return Table(
        title=f"{name}的目标与实际(差 = 实际 − 目标)" if zh else f"{name}: targets (distance = actual − target)",
        layouts=(_wide(targets, catalogue, noted, language), _narrow(targets, catalogue, noted, language)),
        records=records_of([_record(held, language) for held in targets.held], _FIELDS),
        document=_document(targets, language),
        notes=(
            *footnotes.notes(),
            _closing_line(targets, language),
            *left_out(
                [Omission(targets.of_other_years, Wording("其他年份的目标", "target for other years"))], language
            ),
            *(bibliography(figures, language) if sources else ()),
        ),
    )


def _wide(targets: Targets, catalogue: Catalogue, noted: Sequence[str], language: Language) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=28),
        Column(_TARGET(language), right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column(_ACTUAL(language), right=True, width=12),
        Column(words.PERIOD(language), width=10),
        Column(_OUTCOME(language), width=13),
        Column(_DISTANCE(language), right=True, width=14),
        Column(words.NOTES(language), width=8),
    )
    rows = []
    for held, mark in zip(targets.held, noted, strict=True):
        actual = held.actual
        cells = (
            _name(held, language),
            Cell(figure_text(held.target, language), Tone.STRONG),
            Cell(str(held.target.period), Tone.WEAK),
            Cell(_actual_text(held, language), Tone.STRONG if actual else Tone.WEAK),
            Cell(str(actual.period) if actual else "", Tone.WEAK),
            Cell(_OUTCOMES[held.outcome](language), _TONES.get(held.outcome, Tone.PLAIN)),
            Cell(distance_text(held.distance, held.target.indicator, language)),
            Cell(mark, Tone.WEAK),
        )
        rows.append(cells)
    return Layout(columns, _sections(targets, catalogue, rows, language))


def _narrow(targets: Targets, catalogue: Catalogue, noted: Sequence[str], language: Language) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=18),
        Column(_TARGET(language), width=11),
        Column(_ACTUAL(language), width=11),
        Column(_OUTCOME(language), width=12),
        Column(_DISTANCE(language), right=True, width=10),
    )
    rows = []
    for held, mark in zip(targets.held, noted, strict=True):
        period = f" ({held.actual.period})" if held.actual else ""
        outcome = _OUTCOMES[held.outcome](language)
        cells = (
            _name(held, language),
            Cell(f"{figure_text(held.target, language)} ({held.target.period})", Tone.STRONG),
            Cell(_actual_text(held, language) + period, Tone.STRONG if held.actual else Tone.WEAK),
            Cell(f"{outcome} {mark}".strip(), _TONES.get(held.outcome, Tone.PLAIN)),
            Cell(distance_text(held.distance, held.target.indicator, language)),
        )
        rows.append(cells)
    return Layout(columns, _sections(targets, catalogue, rows, language))


def _sections(
    targets: Targets, catalogue: Catalogue, rows: Sequence[tuple[Cell, ...]], language: Language
) -> tuple[Section, ...]:
    """The rows under their dimensions, which follow each other in the targets' order."""
    dimensions = [held.target.indicator.dimension for held in targets.held]
    grouped = groupby(zip(dimensions, rows, strict=True), key=lambda pair: pair[0])
    return tuple(
        Section(catalogue.dimensions[id].name(language), tuple(row for _, row in pairs)) for id, pairs in grouped
    )


def _name(held: HeldTarget, language: Language) -> Cell:
    name, own = held.target.indicator.name(language), label(held.target, language)
    return Cell(f"{name} ({own})" if own else name)


def _actual_text(held: HeldTarget, language: Language) -> str:
    """The figure, with its variant where it is not the target's; a footnote names another part of the district."""
    if held.actual is None:
        return words.NO_FIGURE
    text, own = figure_text(held.actual, language), variant_text(held.actual, language)
    return f"{text} ({own})" if own and held.actual.variant != held.target.variant else text


def _sentences(held: HeldTarget, language: Language) -> list[str]:
    """The footnotes of a row: why it is open, then what its figures carry beside that."""
    reasons = {reason.value for reason in held.reasons}
    said = sentences_of(held, language)
    for caveat in held.caveats:
        # The columns show that the periods differ; a reason is said already.
        if caveat.code is not Code.PERIODS_DIFFER and caveat.code not in reasons:
            said.append(_caveat_sentence(caveat, held, language))
    return said


def _caveat_sentence(caveat: Caveat, held: HeldTarget, language: Language) -> str:
    """A caveat that leaves the outcome standing; mixed variants are told as the target's and the figure's."""
    if caveat.code is Code.VARIANTS_DIFFER and held.actual:
        return reason_sentence(Reason.VARIANTS_DIFFER, held.target, held.actual, language)
    return sentence(caveat, language)


def _closing_line(targets: Targets, language: Language) -> Note:
    """How many targets there are of each outcome."""
    numbers, total = _numbers(targets), len(targets.held)
    if language is Language.ZH:
        each = "，".join(f"{_OUTCOMES[outcome].zh}{number}个" for outcome, number in numbers.items())
        return Note("", f"目标{total}个：{each}。" if total else "没有目标值。")
    each = ", ".join(f"{number} {_OUTCOMES[outcome].en}" for outcome, number in numbers.items())
    return Note("", f"{counted(total, 'target')}: {each}." if total else "No targets.")


def _numbers(targets: Targets) -> dict[Outcome, int]:
    found = Counter(held.outcome for held in targets.held)
    return {outcome: found[outcome] for outcome in Outcome}


def _record(held: HeldTarget, language: Language) -> dict[str, Value]:
    target, distance = figure_record(held.target, language), held.distance
    record = {name: target[name] for name in ("dimension", "indicator", "indicator_name", "unit", "variant", "scope")}
    record |= _side("target", held.target, language)
    if held.actual:
        record |= _side("actual", held.actual, language)
    return record | {
        "outcome": held.outcome.value,
        "reason": ";".join(reason.value for reason in held.reasons) or None,
        "distance_low": distance.low if distance else None,
        "distance_high": distance.high if distance else None,
    }


def _side(side: str, figure: Figure, language: Language) -> dict[str, Value]:
    written = figure_record(figure, language)
    values = dict(zip(_SIDE, (*numbers_of(figure), str(figure.period)), strict=True))
    return {f"{side}_{name}": value for name, value in values.items()} | {
        f"{side}_{name}": written[name] for name in ("printed", "evidence")
    }


def _document(targets: Targets, language: Language) -> dict[str, JsonValue]:
    """One record a target, with both figures in full; ``left_out`` counts what the year leaves out."""
    return {
        "schema_version": SCHEMA_VERSION,
        "command": "show --targets",
        "district": targets.district.id,
        "outcomes": {outcome.value: number for outcome, number in _numbers(targets).items()},
        "records": [_held_document(held, language) for held in targets.held],
        "left_out": {"targets_for_other_years": targets.of_other_years},
    }


def _held_document(held: HeldTarget, language: Language) -> dict[str, JsonValue]:
    return {
        "target": figure_document(held.target, language),
        "actual": figure_document(held.actual, language) if held.actual else None,
        "outcome": held.outcome.value,
        "reasons": [reason.value for reason in held.reasons],
        "explanation": sentences_of(held, language),
        "already_meets": held.already_meets,
        "distance": difference_document(held.distance),
        "caveats": [caveat_document(caveat, language) for caveat in held.caveats],
    }
