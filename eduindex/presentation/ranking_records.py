"""A ranking for machines: one row a district, ranked or not, and JSON."""

from collections.abc import Sequence

from eduindex.analysis.distribution import Quartiles
from eduindex.analysis.grouping import Group
from eduindex.analysis.ranking import Rankable, Ranked, Ranking, Unranked
from eduindex.model.catalogue import Indicator
from eduindex.model.table import JsonValue, Value
from eduindex.model.wording import Language
from eduindex.presentation.ranking_sentences import codes_of_ranked, measure_text, reason_sentences, words_of
from eduindex.presentation.records import (
    FIGURE_FIELDS,
    SCHEMA_VERSION,
    figure_document,
    figure_record,
    interval_document,
)

_RANK_FIELDS = ("group", "rank_best", "rank_worst", "ranked", "quarter_best", "quarter_worst", "reason", "caveats")
RANKING_FIELDS = (
    *FIGURE_FIELDS[: FIGURE_FIELDS.index("value")],
    *_RANK_FIELDS,
    *FIGURE_FIELDS[FIGURE_FIELDS.index("value") :],
)
RANKABLE_FIELDS = ("dimension", "indicator", "indicator_name", "districts", "rankable", "other_groups")


def ranked_record(ranked: Ranked, ranking: Ranking, language: Language) -> dict[str, Value]:
    """A district that is ranked, as one flat record."""
    return figure_record(ranked.figure, language) | _rank_fields(ranked, ranking)


def unranked_record(unranked: Unranked, ranking: Ranking, language: Language) -> dict[str, Value]:
    """A district that is not ranked, with the reason; the figure's fields are empty where it has none."""
    figure, indicator = unranked.figure, ranking.indicator
    if figure is not None:
        record = figure_record(figure, language)
    else:
        record = {
            "dimension": indicator.dimension,
            "indicator": indicator.id,
            "indicator_name": indicator.name(language),
            "unit": indicator.unit,
            "district": unranked.district.id,
            "district_name": unranked.district.name(language),
        }
    return record | {
        "ranked": len(ranking.ranked),
        "reason": unranked.reason.value,
        "caveats": _codes(unranked) or None,
    }


def rankable_record(rankable: Rankable, language: Language) -> dict[str, Value]:
    """How far an indicator can be ranked, as one flat record."""
    indicator, sizes = rankable.indicator, rankable.groups
    return {
        "dimension": indicator.dimension,
        "indicator": indicator.id,
        "indicator_name": indicator.name(language),
        "districts": rankable.districts,
        "rankable": sizes[0] if sizes else 0,
        "other_groups": ";".join(map(str, sizes[1:])) or None,
    }


def ranking_document(
    ranking: Ranking, ranked: Sequence[Ranked], unranked: Sequence[Unranked], language: Language
) -> dict[str, JsonValue]:
    """The ranking as JSON: each figure with its evidence and source, why others are not ranked, and the groups."""
    indicator, group = ranking.indicator, ranking.group
    described = None if group is None else words_of(group, language)
    return {
        "schema_version": SCHEMA_VERSION,
        "command": "rank",
        "indicator": indicator.id,
        "indicator_name": indicator.name(language),
        "unit": indicator.unit,
        "direction": indicator.direction.value,
        "group": ranking.chosen or None,
        "groups": [_group_document(number, group, language) for number, group in enumerate(ranking.groups, start=1)],
        "districts": {"ranked": len(ranking.ranked), "not_ranked": len(ranking.unranked)},
        "quartiles": _quartiles_document(ranking.quartiles, indicator),
        "records": [_ranked_document(one, ranking, language) for one in ranked],
        "unranked": [
            {
                "district": one.district.id,
                "district_name": one.district.name(language),
                "reason": one.reason.value,
                "caveats": [caveat.code.value for caveat in one.caveats],
                "text": " ".join(reason_sentences(one, described, language)) or None,
                "figure": figure_document(one.figure, language) if one.figure else None,
            }
            for one in unranked
        ],
        "unused": [figure_document(figure, language) for figure in ranking.unused],
    }


def _ranked_document(ranked: Ranked, ranking: Ranking, language: Language) -> dict[str, JsonValue]:
    codes: list[JsonValue] = list(_codes_of(ranked, ranking))
    return figure_document(ranked.figure, language) | _rank_fields(ranked, ranking) | {"caveats": codes}


def _rank_fields(ranked: Ranked, ranking: Ranking) -> dict[str, Value]:
    first, last = ranked.quarters or (None, None)
    codes = ";".join(_codes_of(ranked, ranking)) or None
    values: tuple[Value, ...] = (
        ranking.chosen,
        ranked.best,
        ranked.worst,
        len(ranking.ranked),
        first,
        last,
        None,
        codes,
    )
    return dict(zip(_RANK_FIELDS, values, strict=True))


def _codes_of(ranked: Ranked, ranking: Ranking) -> list[str]:
    return [code.value for code in codes_of_ranked(ranked, ranking)]


def _codes(unranked: Unranked) -> str:
    return ";".join(dict.fromkeys(caveat.code.value for caveat in unranked.caveats))


def _group_document(number: int, group: Group, language: Language) -> dict[str, JsonValue]:
    measure = group.measure
    return {
        "group": number,
        "districts": len(group.figures),
        "status": measure.status.value,
        "variant": measure.variant,
        "scope": group.figures[0].scope(language) or None,
        "area": measure.area or None,
        "text": measure_text(group, language) or None,
    }


def _quartiles_document(quartiles: Quartiles | None, indicator: Indicator) -> dict[str, JsonValue] | None:
    if quartiles is None:
        return None
    return {name: interval_document(interval, indicator) for name, interval in quartiles._asdict().items()}
