"""Entries that do not exist, one for each of sixty indicators and a year: a figure, its period and the phrase that holds it.

Phrases follow the patterns of real reports: the year in front or elsewhere, 达, 达到, 为, 共 or nothing before the figure, now
and then another figure behind it. Nothing contradicts anything else, for no two entries of a district share indicator and period.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from invented_figures import (
    LEVELS,
    Figure,
    Levels,
    print_amount,
    print_applicants,
    print_count,
    print_per_pupil,
    print_ratio,
    print_share,
)

LONGEST_EVIDENCE = 60

_TARGETS, _LONGER, _SCHOOL_YEARS, _CURRENT = 0.05, 0.04, 0.03, 0.15
_BOUNDS, _SCOPES, _NOTES, _UNSTATED = 0.11, 0.02, 0.012, 0.2
_OTHER_FIGURE_SHARE, _REFINED = 0.12, 0.3
_DRIFT, _MOST_DRIFT = 0.02, 0.05
_FIVE_YEAR_PLAN = 2021  # when the fourteenth began

_OPENINGS = ("", "", "", "全{rank}", "全{rank}", "我{rank}", "{short}{rank}", "据统计，", "持续深化改革，")
_REFINEMENTS = ("，居全市前列", "，保持稳定", "，较好完成年度任务", "，群众满意度不断提升", "，成效明显")
_OTHER_FIGURE = (
    "，比上年提高{few}个百分点",
    "，同比增长{few}%",
    "，惠及学生{many}余名",
    "，覆盖学校{some}所",
    "，在全市{some}个区县中居第{place}",
)
_VERBS = {
    "%": ("达", "达", "达到", "为", "为", ""),
    "count": ("达", "达到", "共", "为", "", "", ""),
    "amount": ("达", "达到", "共", "", ""),
    "ratio": ("为", "为", "达"),
}
_MENTIONS_WITH_VERB = ("达", "为", "共", "在")
_PECULIAR_MEASURES = ("大", "项", "处")  # they need words of their own around them
_SCOPES_IN_WORDS = (
    ("农村学校", "rural schools"),
    ("城区", "urban area"),
    ("公办学校", "public schools"),
    ("乡镇中心学校", "central schools of towns"),
)
_NOTES_IN_WORDS = (
    ("原文未写明统计口径", "The source does not say how it counts"),
    ("含新设立的学校", "Newly founded schools included"),
    ("“以上”是否含本数，原文未说明", "Whether the bound itself is included is not said"),
)


class Known(NamedTuple):
    """What an entry has to know of its indicator."""

    id: str
    kind: str
    unit: str
    measures: tuple[str, ...]
    flow: bool
    variants: tuple[str, ...]
    usual: bool
    mentions: tuple[str, ...]


class Setting(NamedTuple):
    """Where and when an entry is written: a district's short name and rank (区, 县, 市), a year, its report's id and month."""

    short: str
    rank: str
    year: int
    source: str
    month: str


class Moment(NamedTuple):
    """A period, the words in front that print it (or ``elsewhere``, the period's own evidence), and what it does to a level."""

    period: str
    words: str
    elsewhere: str = ""
    times: float = 1
    target: bool = False


@dataclass(slots=True)
class Trend:
    """One indicator in one district: its level drifts from year to year; the way it is counted and printed stays."""

    indicator: Known
    levels: Levels
    level: float
    decimals: int
    measure: str
    variant: str

    def drift(self, random: Random) -> None:
        """Go on to the next year."""
        change = min(max(random.gauss(0.005, _DRIFT), -_MOST_DRIFT), _MOST_DRIFT)
        self.level = min(max(self.level * (1 + change), self.levels.low), self.levels.high)


def begin_trends(indicators: Mapping[str, Known], random: Random) -> list[Trend]:
    """The sixty indicators as a new district has them in its first year."""
    size = random.random()
    trends = []
    for id, levels in LEVELS.items():
        indicator = indicators[id]
        share = 0.6 * size + 0.4 * random.random() if levels.by_size else random.random()
        measures = [one for one in (indicator.unit, *indicator.measures) if one not in _PECULIAR_MEASURES]
        trends.append(
            Trend(
                indicator,
                levels,
                level=levels.low * (levels.high / levels.low) ** share,
                decimals=random.choice((0, 1, 2, 2)),
                measure=random.choice(measures),
                variant=random.choice(indicator.variants) if indicator.variants else "",
            )
        )
    return trends


def write_entry(trend: Trend, setting: Setting, random: Random) -> Iterator[str]:
    """The lines of one entry, keys in the canonical order."""
    indicator = trend.indicator
    moment = _moment(indicator, setting, random)
    scope = random.choice(_SCOPES_IN_WORDS) if random.random() < _SCOPES else None
    figure = _figure(trend, trend.level * moment.times * (0.5 if scope else 1), random)
    yield f"  - indicator: {indicator.id}"
    yield f"    value: {figure.printed}"
    yield f"    period: {moment.period}"
    if moment.target:
        yield "    status: target"
    if trend.variant and not (indicator.usual and random.random() < _UNSTATED):
        yield f"    variant: {trend.variant}"
    if scope:
        yield f"    scope: {_in_both(scope)}"
    yield f"    source: {setting.source}"
    yield f"    evidence: {_evidence(trend, figure, moment, setting, random)}"
    if moment.elsewhere:
        yield f"    period_evidence: {moment.elsewhere}"
    if random.random() < _NOTES:
        yield f"    note: {_in_both(random.choice(_NOTES_IN_WORDS))}"


def _moment(indicator: Known, setting: Setting, random: Random) -> Moment:
    year, choice = setting.year, random.random()
    if choice < _TARGETS:
        return Moment(
            str(year + 1), random.choice((f"到{year + 1}年，力争", f"{year + 1}年，计划")), times=1.02, target=True
        )
    if choice < _TARGETS + _SCHOOL_YEARS:
        return Moment(f"{year - 1}/{year}", f"{year - 1}-{year}学年，")
    counted = indicator.flow and indicator.kind in ("count", "amount")
    if counted and choice < _TARGETS + _SCHOOL_YEARS + _LONGER:
        if year > _FIVE_YEAR_PLAN:
            return Moment(f"{_FIVE_YEAR_PLAN}..{year}", "“十四五”以来，", times=year - _FIVE_YEAR_PLAN + 1)
        return Moment(f"{year - 2}..{year}", "近三年，", times=3)
    if not indicator.flow and choice < _TARGETS + _SCHOOL_YEARS + _CURRENT:
        return Moment(setting.month, *random.choice((("目前，", ""), ("截至目前，", ""), ("", "目前"))))
    return Moment(str(year), *random.choice(_ways_of_naming(year)))


def _ways_of_naming(year: int) -> tuple[tuple[str, str], ...]:
    return (
        (f"{year}年，", ""),
        (f"{year}年", ""),
        (f"截至{year}年底，", ""),
        (f"{year}年底，", ""),
        ("", f"{year}年"),
        ("", f"{year}年"),
        ("", "今年"),
        ("今年，", f"{year}年"),
    )


def _figure(trend: Trend, level: float, random: Random) -> Figure:
    kind, unit, rough = trend.indicator.kind, trend.indicator.unit, random.random() < _BOUNDS
    if unit == "%":
        return print_share(level, trend.decimals, random, rough=rough, full=kind == "share")
    if kind == "count":
        return print_count(level, trend.measure, random, rough=rough)
    if kind == "amount":
        return print_amount(level, random, rough=rough)
    if unit == "元":
        return print_per_pupil(level, random, rough=rough)
    return print_applicants(level) if unit == ":1" else print_ratio(level, random, rough=rough)


def _evidence(trend: Trend, figure: Figure, moment: Moment, setting: Setting, random: Random) -> str:
    """A phrase as long as may be: what lies around the figure is left out where it would become too long."""
    mention = random.choice(trend.indicator.mentions)
    verb = "" if figure.leading or mention.endswith(_MENTIONS_WITH_VERB) else random.choice(_verbs(trend.indicator))
    core = f"{mention}{verb}{figure.printed}"
    opening = random.choice(_OPENINGS).format(short=setting.short, rank=setting.rank)
    if opening.endswith("，") and moment.words and not moment.words.endswith("，"):
        opening = ""  # nobody writes 2023年据统计，
    candidates = (
        f"{moment.words}{opening}{core}{_ending(random)}",
        f"{moment.words}{opening}{core}",
        f"{moment.words}{core}",
    )
    return next(phrase for phrase in candidates if len(phrase) <= LONGEST_EVIDENCE)


def _verbs(indicator: Known) -> tuple[str, ...]:
    return _VERBS["%" if indicator.unit == "%" else indicator.kind]


def _ending(random: Random) -> str:
    choice = random.random()
    if choice < _OTHER_FIGURE_SHARE:
        return random.choice(_OTHER_FIGURE).format(
            few=f"{random.uniform(0.2, 9):.1f}",
            many=random.randrange(10, 90) * 100,
            some=random.randrange(12, 60),
            place=random.choice("一二三四五"),
        )
    return random.choice(_REFINEMENTS) if choice < _REFINED else ""


def _in_both(words: tuple[str, str]) -> str:
    return f"{{zh: {words[0]}, en: {words[1]}}}"
