"""Whether a source says how a figure of several years was gathered: as a total (共, 累计) or as a mean of a year (年均, 每年).

Only the clause that prints the figure counts, and what the entry names as the evidence of its period; a phrase may begin
with the total of something else.
"""

import re

from eduindex.analysis.figures import Figure
from eduindex.model.evidence import locate
from eduindex.model.observation import Observation

# 共 is a total but inside other words (公共, 教共体, 共同); 三年均 says "in each of three years", 每年级 "each grade".
_SAYS_HOW = re.compile(
    "累计|累积|合计|总计"
    "|(?<![公中])共(?![同建享青产育治管富赢识进体和用创存鸣振融生])"
    "|(?<![一二两三四五六七八九十几历连])年均|每年(?!级)"
)
_CLAUSE_MARKS = "，,；;。"


def says_total_or_mean(figure: Figure) -> bool:
    """Whether any of the figure's sources says that it is a total, or that it is a mean of a year."""
    return any(_says_how(observation) for observation in figure.observations)


def _says_how(observation: Observation) -> bool:
    entry = observation.entry
    return bool(_SAYS_HOW.search(_clause(observation)) or _SAYS_HOW.search(entry.period_evidence))


def _clause(observation: Observation) -> str:
    """The clause of the evidence that prints the value; all of it where the value stands in words alone."""
    evidence = observation.entry.evidence
    span = locate(evidence, observation.quantity)
    if span is None:
        return evidence
    start, end = span
    begins = max(evidence.rfind(mark, 0, start) for mark in _CLAUSE_MARKS) + 1
    ends = min((place for mark in _CLAUSE_MARKS if (place := evidence.find(mark, end)) >= 0), default=len(evidence))
    return evidence[begins:ends]
