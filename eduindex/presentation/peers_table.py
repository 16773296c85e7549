"""One district among its peers: a line an indicator with its rank, the peers' middle and range, and the way it has been going."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from eduindex.analysis.caveats import Code
from eduindex.analysis.figures import Figure
from eduindex.analysis.peers import Place, Standing, Standings
from eduindex.analysis.verdict import Pairing, Verdict
from eduindex.model.catalogue import Catalogue, Direction
from eduindex.model.table import Cell, Column, JsonValue, Layout, Note, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.drawings import spine
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import figure_text, interval_text, label, name_of, period_text, range_text
from eduindex.presentation.footnotes import Footnotes, bibliography, further_figures, marks
from eduindex.presentation.period_words import period_phrase, period_words
from eduindex.presentation.ranking_sentences import codes_of, own_sentences
from eduindex.presentation.records import (
    FIGURE_FIELDS,
    SCHEMA_VERSION,
    ends_of,
    figure_document,
    figure_record,
    interval_document,
    pairing_document,
    records_of,
)

_SPINE_WIDTHS = (21, 11)
_FIELDS = (
    *FIGURE_FIELDS,
    "rank_best",
    "rank_worst",
    "ranked",
    "median_low",
    "median_high",
    "peers_low",
    "peers_high",
    "verdict",
    "change_verdict",
    "change_since",
    "peers_with_figures",
    "caveats",
)

_TITLE = Wording("{name}：与{n}个参照区县比较", "{name} among {n}")
_MEDIAN = Wording("中位数", "Median")
_RANGE = Wording("范围", "Range")
_PEERS = Wording("参照区县中位数(范围)", "Peers' median (range)")
_AGAINST = Wording("与中位数比", "Against median")
_CHANGE = Wording("自身变化", "Own change")
_SINCE = Wording("自身比{period}{verdict}", "itself {verdict} than {period}")
_AS_SINCE = Wording("自身与{period}相同", "itself as {period}")
_OPEN_SINCE = Wording("自身与{period}相比无法判定", "itself undetermined against {period}")
_OF = Wording("{rank} / {number}", "{rank} of {number}")
_BELOW_MEDIAN = Wording("差于参照区县中位数", "Worse than the peers' median")
_OTHERS = Wording("其他", "Others")
_NO_PEER = Wording("无可比的参照区县", "No comparable peer")
_WITH_FIGURE = Wording("{}个有数字，不可比", "{} with a figure, not comparable")
_EXPLAINED = Wording(
    "名次含本区县；中位数与范围只计其他区县，其时期可能不同(eduindex rank 指标 列出全部)。",
    "Ranks count the district itself, median and range its peers alone, whose periods may differ (`eduindex rank INDICATOR` "
    "lists them).",
)
_PICTURE = Wording(
    "图：左端最差或最少，右端最好或最多，┼ 中位数，o 本区县。",
    "Picture: left worst or least, right best or most, ┼ the median, o the district.",
)


_CHANGES = {Verdict.EQUAL: _AS_SINCE, Verdict.UNDETERMINED: _OPEN_SINCE}
# What weakens the comparison with so many peers.
_WEAKENED = {
    Code.PERIODS_DIFFER: Wording("{n}个时期不同", "{n} of another period"),
    Code.VARIANT_UNSTATED: Wording("{n}个未说明口径{usual}", "{n} with no definition stated{usual}"),
    Code.VARIANTS_DIFFER: Wording("{n}个口径不同", "{n} of another definition"),
    Code.PERIOD_RUNNING: Wording("{n}个时期尚未结束", "{n} whose period was not over"),
    Code.BOUND: Wording("{n}个只有上下限", "{n} with a bound"),
    Code.APPROXIMATION: Wording("{n}个为约数", "{n} with an approximation"),
    Code.SOURCES_CONTRADICT: Wording(
        "{n}个来源自相矛盾，按区间计", "{n} whose sources contradict themselves, so that the range counts"
    ),
    Code.ORDER_WAS_OPPOSITE: Wording(
        "{n}个在更早的共同时期次序相反", "{n} with which the order was the opposite in an earlier period of both"
    ),
}
_AS_USUAL = Wording("，按通常口径({})理解", ", read as the usual one ({})")
_OF_PEERS = Wording("参照区县：{}。", "Among the peers: {}.")


class _Line(NamedTuple):
    """A standing ready to be laid out."""

    standing: Standing
    marks: str


def peers_table(
    standings: Standings,
    lines: Sequence[Standing],
    catalogue: Catalogue,
    language: Language,
    *,
    worst: bool = False,
    sources: bool = False,
) -> Table:
    """The table of ``show --peers``; ``lines`` are those of the standings in the order wanted, which ``worst`` calls by need."""
    footnotes = Footnotes()
    titled = [
        (title, [_Line(one, marks(footnotes.numbers(_sentences(one, language)))) for one in group])
        for title, group in (_by_need(lines, language) if worst else _by_dimension(lines, catalogue, language))
    ]
    notes = [*footnotes.notes(), Note("", _EXPLAINED(language)), Note("", _PICTURE(language), drawn=True)]
    notes += further_figures(standings.unused, language)
    if sources:
        notes += bibliography([line.figure for line in lines], language)
    narrow = _narrow(titled, language)
    identity, number = standings.district, standings.peers
    peers = str(number) if language is Language.ZH else counted(number, "peer")
    return Table(
        title=_TITLE(language).format(name=name_of(identity, language), n=peers),
        layouts=(_wide(titled, language), narrow, narrow.undrawn),
        records=records_of([_record(line, language) for line in lines], _FIELDS),
        document={
            "schema_version": SCHEMA_VERSION,
            "command": "show",
            "district": identity.id,
            "peers": standings.peers,
            "records": [_document(line, language) for line in lines],
        },
        notes=tuple(notes),
    )


_Grouped = list[tuple[str, list[Standing]]]
_Titled = list[tuple[str, list[_Line]]]


def _by_dimension(lines: Sequence[Standing], catalogue: Catalogue, language: Language) -> _Grouped:
    """Each dimension's lines, and behind all of them those that have no comparable peer."""
    grouped: dict[str, list[Standing]] = {}
    for line in lines:
        if line.place:
            dimension = catalogue.dimensions[line.figure.indicator.dimension].name(language)
            grouped.setdefault(dimension, []).append(line)
    alone = [line for line in lines if not line.place]
    return [*grouped.items(), *([(_NO_PEER(language), alone)] if alone else [])]


def _by_need(lines: Sequence[Standing], language: Language) -> _Grouped:
    worse = [line for line in lines if line.place and line.place.verdict is Verdict.WORSE]
    others = [line for line in lines if line.place and line.place.verdict is not Verdict.WORSE]
    alone = [line for line in lines if not line.place]
    titled = ((_BELOW_MEDIAN, worse), (_OTHERS, others), (_NO_PEER, alone))
    return [(title(language), group) for title, group in titled if group]


def _sentences(line: Standing, language: Language) -> list[str]:
    """What must be known of the district's figure, and of its peers' in one sentence."""
    said = own_sentences(line.figure, language)
    indicator, weakened = line.figure.indicator, line.place.weakened if line.place else {}
    usual = indicator.variants[indicator.usual](language) if indicator.usual else ""
    if usual:
        usual = _AS_USUAL(language).format(usual)
    parts = [
        wording(language).format(n=weakened[code], usual=usual)
        for code, wording in _WEAKENED.items()
        if weakened.get(code)
    ]
    joint = "；" if language is Language.ZH else "; "
    return [*said, _OF_PEERS(language).format(joint.join(parts))] if parts else said


def _wide(titled: _Titled, language: Language) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=22),
        Column(words.VALUE(language), right=True, width=10),
        Column(words.PERIOD(language), width=9),
        Column(words.RANK(language), right=True, width=8),
        Column(_MEDIAN(language), right=True, width=10),
        Column(_RANGE(language), right=True, width=12),
        Column("", width=_SPINE_WIDTHS[0], drawn=True),
        Column(_AGAINST(language), width=12),
        Column(_CHANGE(language), width=12),
        Column(words.NOTES(language), width=6),
    )

    def cells(line: _Line) -> tuple[Cell, ...]:
        figure, place = line.standing.figure, line.standing.place
        median, spread = _middle(line.standing, language)
        return (
            Cell(_name(figure, language)),
            Cell(figure_text(figure, language), Tone.STRONG),
            Cell(period_text(figure, language), Tone.WEAK),
            Cell(_rank(place, language)),
            Cell(median),
            Cell(spread, Tone.WEAK),
            Cell(_spine(figure, place, _SPINE_WIDTHS[0])),
            _verdict(place, language),
            _change(line.standing, language),
            Cell(line.marks, Tone.WEAK),
        )

    return _layout(columns, titled, cells)


def _narrow(titled: _Titled, language: Language) -> Layout:
    columns = (
        Column(words.INDICATOR(language), width=17),
        Column(words.VALUE(language), width=12),
        Column(words.RANK(language), right=True, width=6),
        Column(_PEERS(language), width=12),
        Column("", width=_SPINE_WIDTHS[1], drawn=True),
        Column(_AGAINST(language), width=12),
    )

    def cells(line: _Line) -> tuple[Cell, ...]:
        figure, place = line.standing.figure, line.standing.place
        median, spread = _middle(line.standing, language)
        verdict, change = _verdict(place, language), _change(line.standing, language)
        outcome = ("；" if language is Language.ZH else "; ").join(text for text in (verdict.text, change.text) if text)
        return (
            Cell(_name(figure, language)),
            Cell(f"{figure_text(figure, language)} ({period_text(figure, language)})", Tone.STRONG),
            Cell(_rank(place, language)),
            Cell(f"{median} ({spread})" if place and median != spread else spread),
            Cell(_spine(figure, place, _SPINE_WIDTHS[1])),
            Cell(f"{outcome} {line.marks}".strip(), verdict.tone),
        )

    return _layout(columns, titled, cells)


def _layout(columns: tuple[Column, ...], titled: _Titled, cells: Callable[[_Line], tuple[Cell, ...]]) -> Layout:
    return Layout(columns, tuple(Section(title, tuple(cells(line) for line in lines)) for title, lines in titled))


def _name(figure: Figure, language: Language) -> str:
    name, own = figure.indicator.name(language), label(figure, language)
    return f"{name} ({own})" if own else name


def _rank(place: Place | None, language: Language) -> str:
    if place is None:
        return words.NO_FIGURE
    return _OF(language).format(rank=range_text(place.best, place.worst), number=place.number)


def _middle(standing: Standing, language: Language) -> tuple[str, str]:
    """The peers' median and range; where none is comparable, how many have a figure at all."""
    place, indicator = standing.place, standing.figure.indicator
    if place is None:
        return words.NO_FIGURE, _WITH_FIGURE(language).format(standing.others) if standing.others else words.NO_FIGURE
    return interval_text(place.median, indicator, language), interval_text(place.range, indicator, language)


def _verdict(place: Place | None, language: Language) -> Cell:
    if place is None:
        return Cell("")
    return Cell(words.VERDICTS[place.verdict](language), words.VERDICT_TONES.get(place.verdict, Tone.PLAIN))


def _change(standing: Standing, language: Language) -> Cell:
    change = standing.change
    if change is None:
        return Cell("")
    wording = _CHANGES.get(change.verdict, _SINCE)
    period = change.other.period
    bare = language is Language.ZH or change.verdict is Verdict.UNDETERMINED
    when = period_words(period, language) if bare else period_phrase("in", period)
    text = wording(language).format(verdict=words.VERDICTS[change.verdict](language), period=when)
    return Cell(text, words.VERDICT_TONES.get(change.verdict, Tone.PLAIN))


def _spine(figure: Figure, place: Place | None, width: int) -> str:
    if place is None:
        return ""
    mirrored = figure.indicator.direction is Direction.LOWER
    return spine(figure.interval, place.median, place.extent, width, mirrored=mirrored)


def _record(line: Standing, language: Language) -> dict[str, Value]:
    place, indicator, change = line.place, line.figure.indicator, line.change
    values: tuple[Value, ...] = (None,) * 8
    if place is not None:
        ranks = (place.best, place.worst, place.number)
        values = (*ranks, *ends_of(place.median, indicator), *ends_of(place.range, indicator), place.verdict.value)
    changed = (change.verdict.value, str(change.other.period)) if change else (None, None)
    codes = ";".join(_codes(line)) or None
    extra = dict(zip(_FIELDS[len(FIGURE_FIELDS) :], (*values, *changed, line.others, codes), strict=True))
    return figure_record(line.figure, language) | extra


def _codes(line: Standing) -> list[str]:
    """The caveats of the figure and of those of its peers."""
    own = codes_of(line.figure)
    return list(dict.fromkeys(code.value for code in (*own, *(line.place.weakened if line.place else ()))))


def _document(line: Standing, language: Language) -> dict[str, JsonValue]:
    place = line.place
    return {
        **figure_document(line.figure, language),
        "place": None
        if place is None
        else {
            "rank_best": place.best,
            "rank_worst": place.worst,
            "ranked": place.number,
            "median": interval_document(place.median, line.figure.indicator),
            "range": interval_document(place.range, line.figure.indicator),
            "verdict": place.verdict.value,
            "weakened": {code.value: number for code, number in place.weakened.items()},
        },
        "peers_with_figures": line.others,
        "caveats": list(_codes(line)),
        "change": None if line.change is None else _change_document(line.change, language),
    }


def _change_document(change: Pairing, language: Language) -> dict[str, JsonValue]:
    return {"since": str(change.other.period), **pairing_document(change, language)}
