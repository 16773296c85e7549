"""For each caveat, pairs of districts whose comparison has it: one for each effect that it can have."""

from bilingual_world import district, paired, says

from eduindex.analysis.caveats import Caveat, Code, Effect
from eduindex.analysis.verdict import Pairing
from eduindex.model.district import Entry
from eduindex.model.wording import Wording

TOWN, VILLAGES = Wording("城区", "the town"), Wording("乡村", "the villages")
NOTED = Wording("含临聘", "with temporary staff")


def _pair(first, other, **choice):
    first_code, other_code = choice.pop("codes", ("330302", "330302"))
    return paired(
        district("quzhou", *_listed(first), code=first_code),
        district("ouhai", *_listed(other), code=other_code),
        **choice,
    )


def _listed(entries):
    return (entries,) if isinstance(entries, Entry) else entries


_PLAN = says("coverage", "95%", "2025", target=True, evidence="达95%")
_PLAIN = says("coverage", "90%")

CASES: dict[tuple[Code, Effect], tuple] = {
    (Code.TARGET_AGAINST_ACTUAL, Effect.FORBIDS): (_PLAN, _PLAIN, {"targets": True}),
    (Code.SPAN_LENGTHS_DIFFER, Effect.FORBIDS): (
        says("recruited", "300名", "2021..2023"),
        says("recruited", "90名"),
    ),
    (Code.SPAN_START_UNKNOWN, Effect.FORBIDS): (says("recruited", "300名", "..2023"), says("recruited", "90名")),
    (Code.MEAN_PER_YEAR, Effect.WARNS): (
        says("recruited", "300名", "2021..2023"),
        says("recruited", "90名"),
        {"per_year": True},
    ),
    (Code.VARIANTS_DIFFER, Effect.FORBIDS): (
        says("by_ways", "30%", variant="children"),
        says("by_ways", "90%", variant="places"),
    ),
    (Code.VARIANTS_DIFFER, Effect.WARNS): (
        says("by_mixed_ways", "30%", variant="children"),
        says("by_mixed_ways", "90%", variant="places"),
    ),
    (Code.VARIANT_UNSTATED, Effect.UNDETERMINED): (
        says("by_ways", "30%"),
        says("by_ways", "90%", variant="places"),
    ),
    (Code.VARIANT_UNSTATED, Effect.WARNS): (
        says("by_usual_ways", "30%"),
        says("by_usual_ways", "90%", variant="children"),
    ),
    (Code.SCOPES_DIFFER, Effect.FORBIDS): (
        says("coverage", "30%", scope=TOWN),
        says("coverage", "90%", scope=VILLAGES),
    ),
    (Code.PART_AGAINST_WHOLE, Effect.FORBIDS): (says("coverage", "30%", scope=TOWN), _PLAIN),
    (Code.SCHEME_ENDS_AT_BORDER, Effect.FORBIDS): (
        says("provincial", "30%"),
        says("provincial", "90%"),
        {"codes": ("330302", "350881")},
    ),
    (Code.DIVISION_CODE_MISSING, Effect.FORBIDS): (
        says("provincial", "30%"),
        says("provincial", "90%"),
        {"codes": ("330302", "")},
    ),
    (Code.PERIODS_DIFFER, Effect.WARNS): (says("coverage", "30%", "2021"), _PLAIN),
    (Code.CALENDAR_AGAINST_SCHOOL_YEAR, Effect.WARNS): (says("coverage", "30%", "2022/2023"), _PLAIN),
    (Code.PERIOD_RUNNING, Effect.WARNS): (says("recruited", "30名", "2023-06.."), says("recruited", "90名")),
    (Code.ORDER_WAS_OPPOSITE, Effect.WARNS): (
        (says("coverage", "80%", "2022"), says("coverage", "95%")),
        (says("coverage", "85%", "2022"), says("coverage", "90%")),
    ),
    (Code.SOURCES_CONTRADICT, Effect.WARNS): ((says("coverage", "95%"), says("coverage", "97%")), _PLAIN),
    (Code.ROUNDED, Effect.UNDETERMINED): (says("coverage", "3.1%"), says("coverage", "3.14%")),
    (Code.BOUND, Effect.WARNS): (says("coverage", "95%以上"), _PLAIN),
    (Code.APPROXIMATION, Effect.WARNS): (says("coverage", "近95%"), _PLAIN),
    (Code.DATE_NOT_PRINTED, Effect.WARNS): (says("coverage", "95%", dated=False), _PLAIN),
    (Code.NOTE, Effect.WARNS): (says("coverage", "95%", note=NOTED), _PLAIN),
}


def pairing_with(code: Code, effect: Effect) -> Pairing:
    """The comparison that has the caveat with this effect."""
    first, other, *choice = CASES[code, effect]
    return _pair(first, other, **(dict(choice[0]) if choice else {}))


def caveat_with(code: Code, effect: Effect) -> Caveat:
    """The caveat itself."""
    return the_caveat(pairing_with(code, effect), code)


def the_caveat(pairing: Pairing, code: Code) -> Caveat:
    """The one caveat of this code."""
    (caveat,) = (caveat for caveat in pairing.caveats if caveat.code is code)
    return caveat
