"""The questions that would settle two districts' comparisons: as notes under another table, as a table, for machines."""

from collections.abc import Iterator

from eduindex.analysis.caveats import Caveat, Code
from eduindex.analysis.questions import Question, Questions
from eduindex.model.district import Identity
from eduindex.model.table import Cell, Column, JsonValue, Layout, Note, Section, Table, Tone, Value
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.caveat_sentences import sentence
from eduindex.presentation.english import counted
from eduindex.presentation.figure_text import name_of
from eduindex.presentation.question_sentences import question_sentence
from eduindex.presentation.records import SCHEMA_VERSION, figure_record, records_of

_ABOUT_THE_FIGURE = (
    "dimension",
    "indicator",
    "indicator_name",
    "printed",
    "period",
    "status",
    "variant",
    "scope",
    "evidence",
    "source",
)
_FIELDS = (
    "number",
    "district",
    "district_name",
    "asked",
    "question",
    *_ABOUT_THE_FIGURE,
    "wanted_variants",
    "wanted_year",
    "other_district",
    "other_printed",
    "other_period",
)
_NUMBER = Wording("序号", "No.")
_QUESTION = Wording("问题", "Question")


def questions_table(questions: Questions, language: Language) -> Table:
    """The table of ``coverage --questions``: a row a question, under the district that it is for."""
    columns = (
        Column(_NUMBER(language), right=True, width=4),
        Column(words.INDICATOR(language), width=14),
        Column(_QUESTION(language), width=42),
    )
    sections = []
    for district, numbered in _by_district(questions):
        rows = tuple(
            (
                Cell(str(number), Tone.WEAK),
                Cell(one.figure.indicator.name(language)),
                Cell(question_sentence(one, language)),
            )
            for number, one in numbered
        )
        sections.append(Section(_place(district, language), rows))
    short = tuple(Section(section.title, tuple((row[0], row[2]) for row in section.rows)) for section in sections)
    names = _names(questions, language)
    return Table(
        title=f"{names}：待询问的问题" if language is Language.ZH else f"Questions to {names}",
        layouts=(Layout(columns, tuple(sections)), Layout((columns[0], columns[2]), short)),
        records=records_of(_records(questions, language), _FIELDS),
        document={
            "schema_version": SCHEMA_VERSION,
            "command": "coverage",
            "districts": [district.id for district in questions.districts],
            **questions_document(questions, language),
        },
        notes=(_settled(questions, language), *_unasked_notes(questions, language)),
    )


def question_notes(questions: Questions, language: Language) -> tuple[Note, ...]:
    """The questions as numbered notes under a heading for each district."""
    notes = [_settled(questions, language)]
    for district, numbered in _by_district(questions):
        name = name_of(district, language)
        notes.append(Note("", f"向{name}询问：" if language is Language.ZH else f"To ask of {name}:"))
        notes += [Note(str(number), question_sentence(one, language)) for number, one in numbered]
    return (*notes, *_unasked_notes(questions, language))


def questions_document(questions: Questions, language: Language) -> dict[str, JsonValue]:
    """The questions and what no question settles, as JSON."""
    records = zip(questions.questions, _records(questions, language), strict=True)
    return {
        "open_comparisons": questions.open_comparisons,
        "questions": [{**record, "wanted_variants": list(one.variants)} for one, record in records],
        "unasked": [
            {
                "reason": caveat.code.value,
                "indicator": caveat.figures[0].indicator.id,
                "districts": list(dict.fromkeys(figure.district.id for figure in caveat.figures)),
                "text": sentence(caveat, language),
            }
            for caveat in questions.unasked
        ],
    }


def _by_district(questions: Questions) -> Iterator[tuple[Identity, list[tuple[int, Question]]]]:
    """The questions with their numbers for each district that is asked anything."""
    numbered = list(enumerate(questions.questions, start=1))
    for district in questions.districts:
        own = [(number, one) for number, one in numbered if one.district.id == district.id]
        if own:
            yield district, own


def _place(district: Identity, language: Language) -> str:
    return " · ".join(text for text in (name_of(district, language), district.within(language)) if text)


def _names(questions: Questions, language: Language) -> str:
    joint = "、" if language is Language.ZH else " and "
    return joint.join(name_of(district, language) for district in questions.districts)


def _settled(questions: Questions, language: Language) -> Note:
    """How many comparisons the answers would settle."""
    number = questions.open_comparisons
    if language is Language.ZH:
        return Note(
            "",
            f"两地之间不可比、无法判定或尚缺结果的比较共{number}项。"
            + ("" if questions.questions else "没有待询问的问题。"),
        )
    verb = "is" if number == 1 else "are"
    said = f"{counted(number, 'comparison')} of the two {verb} refused, undetermined or without a result."
    return Note("", said + ("" if questions.questions else " There is nothing to ask."))


def _unasked_notes(questions: Questions, language: Language) -> list[Note]:
    """What no question settles: a reason each, with the indicators that it concerns."""
    grouped: dict[str, list[Caveat]] = {}
    for caveat in questions.unasked:
        grouped.setdefault(sentence(caveat, language), []).append(caveat)
    return [Note("", _unasked(text, caveats, language)) for text, caveats in grouped.items()]


def _unasked(text: str, caveats: list[Caveat], language: Language) -> str:
    zh = language is Language.ZH
    names = [caveat.figures[0].indicator.name(language) for caveat in caveats]
    indicators = ("、" if zh else ", ").join(names)
    if caveats[0].code is Code.DIVISION_CODE_MISSING:
        files = dict.fromkeys(figure.district.file for figure in caveats[0].figures)
        listed = ("、" if zh else ", ").join(files)
        return (
            f"不必询问，须在 {listed} 中补写 code：{indicators}。{text}"
            if zh
            else (f"Not to be asked but written into {listed} as code: {indicators}. {text}")
        )
    return (
        f"不必询问，任何答复都不能使其可比：{indicators}。{text}"
        if zh
        else (f"Not to be asked, because no answer makes them comparable: {indicators}. {text}")
    )


def _records(questions: Questions, language: Language) -> list[dict[str, Value]]:
    return [_record(number, one, language) for number, one in enumerate(questions.questions, start=1)]


def _record(number: int, question: Question, language: Language) -> dict[str, Value]:
    """A question as one flat record; the figure's own fields are those of every command."""
    figure, other = (figure_record(one, language) for one in (question.figure, question.other))
    return {
        "number": number,
        "district": figure["district"],
        "district_name": figure["district_name"],
        "asked": question.asked.value,
        "question": question_sentence(question, language),
        **{name: figure[name] for name in _ABOUT_THE_FIGURE},
        "wanted_variants": ";".join(question.variants) or None,
        "wanted_year": question.year,
        "other_district": other["district"],
        "other_printed": other["printed"],
        "other_period": other["period"],
    }
