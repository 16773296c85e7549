"""What ``extract`` says when it is done: how many figures it read, how many it proposes, and why it left the others."""

from collections import Counter
from collections.abc import Sequence

from eduindex.extraction.novelty import Novelty
from eduindex.extraction.result import Extraction, Fate
from eduindex.model.wording import Language, Wording
from eduindex.presentation import words
from eduindex.presentation.english import counted
from eduindex.presentation.extraction_explanations import FATES

_COUNTS = Wording(
    "读到数字 {read} 个：列入草稿 {proposed} 个，其余 {left} 个{why}。",
    "{read} read: {proposed} proposed, {left} left{why}.",
)
_WHY = Wording("({})", " ({})")
_NOVELTIES = Wording(
    "其中 {lacking} 条文件中没有，{different} 条与文件不同。",
    "Not in the file: {lacking}; stated differently there: {different}.",
)
_NOTHING = Wording("没有可列入的条目。", "There is nothing to propose.")
_UNREAD = Wording("数字过多，不像报告：第 {} 行起未读。", "No report holds so many: nothing was read from line {} on.")
_ENCODING = Wording("原文编码为 {}。", "The report is saved as {}.")
_YEAR = {
    True: Wording("年份为 {}(--year)。", "Its year is {} (--year)."),
    False: Wording("按 {} 年的报告解读(--year 可另行指明)。", "It is read as a report on {}; --year says otherwise."),
}
_NO_YEAR = Wording("原文未说明年份：请用 --year 指明。", "Nothing in it says its year; --year does.")


def summary(
    extraction: Extraction,
    language: Language,
    *,
    encoding: str = "",
    year_given: bool = False,
    novelties: Sequence[Novelty] | None = None,
) -> str:
    """The summary on one line.

    ``encoding`` is that of the report where it has to be said; ``year_given`` whether the command line said the year;
    ``novelties`` what a district file lacks, where only that is printed.
    """
    sentences = [_counts(extraction, language)]
    if novelties is not None:
        sentences.append(_novelty_counts(novelties, language))
    sentences += [
        _UNREAD(language).format(extraction.unread_from) if extraction.unread_from else "",
        _NOTHING(language) if not extraction.proposals else "",
        _ENCODING(language).format(encoding) if encoding else "",
        _year(extraction, language, given=year_given),
    ]
    return ("" if language is Language.ZH else " ").join(filter(None, sentences))


def _counts(extraction: Extraction, language: Language) -> str:
    fates = Counter(figure.fate for figure in extraction.figures)
    read, proposed = len(extraction.figures), fates.pop(Fate.PROPOSED, 0)
    reasons = [f"{FATES[fate.value].title(language).lower()} {fates[fate]}" for fate in Fate if fates[fate]]
    return _COUNTS(language).format(
        read=read if language is Language.ZH else counted(read, "figure"),
        proposed=proposed,
        left=read - proposed,
        why=_WHY(language).format(words.joined(reasons, language)) if reasons else "",
    )


def _novelty_counts(novelties: Sequence[Novelty], language: Language) -> str:
    different = sum(bool(novelty.stated) for novelty in novelties)
    return _NOVELTIES(language).format(lacking=len(novelties) - different, different=different)


def _year(extraction: Extraction, language: Language, *, given: bool) -> str:
    if extraction.year is None:
        return _NO_YEAR(language)
    return _YEAR[given](language).format(extraction.year)
