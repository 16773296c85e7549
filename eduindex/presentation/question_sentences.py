"""Questions as they can be sent to an education bureau: what it printed, where, for which time, and one thing to tell.

The evidence is quoted as printed, so that whoever answers finds the place; periods are written as people write them.
"""

from collections.abc import Callable, Sequence

from eduindex.analysis.figures import Figure
from eduindex.analysis.questions import Asked, Question
from eduindex.model.catalogue import Kind
from eduindex.model.district import Identity, Source
from eduindex.model.names import all_names
from eduindex.model.observation import Observation
from eduindex.model.wording import Language, Wording
from eduindex.presentation.english import counted
from eduindex.presentation.period_words import period_words

Ask = Callable[[Question, Language], str]


def question_sentence(question: Question, language: Language) -> str:
    """The question, ready to be sent to its district."""
    lead, ask = _lead(question, language), _ASKS[question.asked](question, language)
    return f"{lead}{ask}" if language is Language.ZH else f"{lead}. {ask}"


def _lead(question: Question, language: Language) -> str:
    """What was printed, where, and for which time; all that contradicts itself, else what speaks for the figure."""
    figure = question.figure
    quoted = figure.observations if question.asked is Asked.WHICH_FIGURE else (figure.spoken or figure.observations[0],)
    by_source: dict[str, list[Observation]] = {}
    for observation in quoted:
        by_source.setdefault(observation.source.id, []).append(observation)
    zh = language is Language.ZH
    said = ("，" if zh else " and ").join(_said(figure.district, group, language) for group in by_source.values())
    return f"{said}{'' if zh else ' '}({period_words(figure.period, language)})"


def _said(district: Identity, observations: Sequence[Observation], language: Language) -> str:
    """One source with the phrases quoted from it."""
    zh = language is Language.ZH
    phrases = dict.fromkeys(f"“{_inner_quotes(observation.entry.evidence)}”" for observation in observations)
    title = _title(observations[0].source, district, language)
    return f"{title}{'提到' if zh else ' says '}{('和' if zh else ' and ').join(phrases)}"


def _inner_quotes(text: str) -> str:
    """Quotation marks as they are printed inside others."""
    return text.replace("“", "‘").replace("”", "’")


def _title(source: Source, district: Identity, language: Language) -> str:
    """The source by its title and, where the district does not seem to have published it itself, its publisher."""
    title, publisher = source.title(language), source.publisher(language)
    is_own = any(name in text for name in all_names(district) for text in source.publisher)
    if language is Language.ZH:
        book = title if title.startswith("《") else f"《{title}》"
        return f"贵单位{book}" if is_own else f"{publisher}刊发的{book}" if publisher else book
    book = f"“{_inner_quotes(title)}”"
    return f"Your publication {book}" if is_own else f"{book}, published by {publisher}," if publisher else book


def _asks(zh: str, en: str) -> Ask:
    """A question from templates."""

    def ask(question: Question, language: Language) -> str:
        figure, indicator = question.figure, question.figure.indicator
        return (zh if language is Language.ZH else en).format(
            indicator=indicator.name(language) or indicator.id,
            value=_VALUES.get(indicator.kind, _FIGURE)(language),
            how=_HOW.get(indicator.kind, "多少"),
            year=question.year,
            variants=_variants(question, language),
            scope=figure.scope(language),
            all=_whole(figure.district, language),
        )

    return ask


_FIGURE = Wording("数字", "figure")
_VALUES = {Kind.GRADE: Wording("等级", "level"), Kind.RANK: Wording("名次", "rank")}
_HOW = {Kind.GRADE: "哪一级", Kind.RANK: "第几"}


def _variants(question: Question, language: Language) -> str:
    variants = question.figure.indicator.variants
    names = [variants.get(id, Wording())(language) or id for id in question.variants]
    return ("、" if language is Language.ZH else ", ").join(f"“{name}”" for name in names)


def _whole(district: Identity, language: Language) -> str:
    """The whole of a district: 全市, 全区, 全县."""
    if language is Language.EN:
        return "the whole district"
    last = district.name.zh[-1:]
    return f"全{last}" if last in _UNITS else "全域"


_UNITS = frozenset("市区县旗")


def _start(question: Question, language: Language) -> str:
    begin = "，请问从何年何月起计算？" if language is Language.ZH else "In which year and month does this begin? "
    return begin + _OF_ONE_YEAR(question, language)


def _one_year(question: Question, language: Language) -> str:
    """Only what was gathered over more than a year can be a total of years or their mean."""
    months = question.figure.period.months
    if months is None or months < _YEAR:
        return _OF_THE_YEAR(question, language)
    if question.total_or_mean:
        return _total_or_mean(question.figure, language) + _OF_ONE_YEAR(question, language)
    return ("，请问" if language is Language.ZH else "") + _OF_ONE_YEAR(question, language)


def _total_or_mean(figure: Figure, language: Language) -> str:
    years = figure.period.whole_years
    if language is Language.ZH:
        span = f"{_NUMERALS.get(years, years)}年" if years else "整个时段的"
        return f"，请问是{span}累计还是年平均？"
    span = counted(years, "year") if years else "the whole span"
    if figure.indicator.is_total:
        return f"Is this the total of {span} or a yearly mean? "
    return f"Is this of {span} together or a yearly mean? "


_YEAR = 12
_NUMERALS = dict(enumerate("两三四五六七八九十", start=2))


_OF_ONE_YEAR = _asks("{year}年一年的{indicator}是{how}？", "What is the figure for {year} alone ({indicator})?")
_OF_THE_YEAR = _asks(
    "，请问{year}年全年的{indicator}是{how}？", "What is the figure for the whole year {year} ({indicator})?"
)
_EXACT = _asks("，请问{indicator}的确切{value}是{how}？", "What is the exact {value} ({indicator})?")
_UNROUNDED = _asks(
    "，请问{indicator}四舍五入前的{value}是{how}？", "What is the {value} before rounding ({indicator})?"
)


def _exact(question: Question, language: Language) -> str:
    return (_UNROUNDED if question.figure.interval.is_point else _EXACT)(question, language)


_ASKS: dict[Asked, Ask] = {
    Asked.DEFINITION: _asks(
        "，请问{indicator}按哪种口径统计：{variants}，还是其他口径？",
        "By which definition is it counted ({indicator}): {variants}, or another?",
    ),
    Asked.SAME_DEFINITION: _asks(
        "，请问如按{variants}口径统计，{indicator}是{how}？",
        "What is the figure by the definition {variants} ({indicator})?",
    ),
    Asked.START: _start,
    Asked.ONE_YEAR: _one_year,
    Asked.WHOLE_DISTRICT: _asks(
        "，该{value}只涵盖{scope}，请问{all}的{indicator}是{how}？",
        "It covers a part only ({scope}). What is the figure for {all} ({indicator})?",
    ),
    Asked.EXACT_FIGURE: _exact,
    Asked.WHICH_FIGURE: _asks(
        "，互不一致，请问{indicator}以哪个{value}为准？", "Which {value} is right ({indicator})?"
    ),
    Asked.RESULT: _asks(
        "，这是计划目标，请问是否已有实际结果？如有，{indicator}是{how}？",
        "This is a plan. Is there a result yet, and what is it ({indicator})?",
    ),
}
