"""What became of a figure of a report, in words: for the table of ``extract --explain``, its summary and ``explain CODE``."""

from eduindex.extraction.result import Fate
from eduindex.model.table import Tone
from eduindex.model.wording import Wording
from eduindex.presentation.reason_explanations import ReasonExplanation

FATES: dict[str, ReasonExplanation] = {
    Fate.PROPOSED.value: ReasonExplanation(
        Wording("已列入草稿", "Proposed"),
        Wording(
            "数字旁的文字说明了它是哪个指标，单位也相符，因此成为草稿中的条目。",
            "The words beside the figure name an indicator that is measured in its unit, so it is an entry of the draft.",
        ),
        Wording(
            "对照原文核对条目上方的注释所列各项。",
            "Hold the entry against the report; the comment above it says what to look at.",
        ),
    ),
    Fate.REPEATED.value: ReasonExplanation(
        Wording("重复", "Repeated"),
        Wording(
            "同一条目已由另一句话列入草稿。",
            "The same entry is proposed from another sentence already.",
        ),
        Wording("无须处理。", "Nothing is to be done."),
    ),
    Fate.CHANGE.value: ReasonExplanation(
        Wording("变化量", "Change"),
        Wording(
            "数字说的是增减了多少(如个百分点、增长、减少)，不是水平。",
            "The figure says by how much something grew or fell (个百分点, 增长, 减少); it is no level.",
        ),
        Wording(
            "不从变化量推算水平；原文若另有水平数字，列入该数字。",
            "No level is computed from a change; where the report prints the level too, enter that.",
        ),
    ),
    Fate.COMPLETION.value: ReasonExplanation(
        Wording("完成进度", "Completion"),
        Wording(
            "数字说的是计划或任务完成了多少(如完成率114%)，不是指标的水平。",
            "The figure says how far a plan or a task is done (完成率114%), which is no level of an indicator.",
        ),
        Wording("原文若另有结果数字，列入该数字。", "Where the report prints the result itself, enter that."),
    ),
    Fate.CRITERION.value: ReasonExplanation(
        Wording("条件", "Criterion"),
        Wording(
            "数字是要求或划分的条件(如1个以上……的学校)，不是结果。",
            "The figure is what is demanded, or what makes something count (1个以上……的学校); it is no result.",
        ),
        Wording(
            "公布的标准可写入目录的 standards。",
            "A published threshold belongs into the catalogue's standards.",
        ),
    ),
    Fate.ELSEWHERE.value: ReasonExplanation(
        Wording("属于别处", "Elsewhere"),
        Wording(
            "数字属于省、市、全国或别的地区。",
            "The figure is of the province, the city, the country or another area.",
        ),
        Wording("列入该地区自己的文件。", "Enter it in the file of that area, if there is one."),
    ),
    Fate.PART.value: ReasonExplanation(
        Wording("只是一部分", "Part"),
        Wording(
            "数字只涵盖区县的一部分或某一所学校。",
            "The figure covers only a part of the district, or one school.",
        ),
        Wording(
            "如需要，手工列入并写明 scope。",
            "Where it is wanted, enter it by hand with its scope.",
        ),
    ),
    Fate.WRONG_UNIT.value: ReasonExplanation(
        Wording("单位不符", "Wrong unit"),
        Wording(
            "数字旁的文字像是某个指标，但该指标用别的单位计量。",
            "The words beside the figure name an indicator that is measured in another unit.",
        ),
        Wording(
            "查看目录中该指标的 unit 和 measures；量词合适时加入 measures。",
            "See the indicator's unit and measures in the catalogue; where the measure word is right, add it there.",
        ),
    ),
    Fate.UNCERTAIN.value: ReasonExplanation(
        Wording("不确定", "Uncertain"),
        Wording(
            "文字未能足够清楚地说明数字是哪个指标，或是哪一年的。",
            "The words do not say clearly enough which indicator the figure is, or when it holds.",
        ),
        Wording(
            "阅读原文，确属某个指标时手工列入；原文未说明年份时用 --year 指明。",
            "Read the sentence; where it is clear to you, enter the figure by hand. Where no year is known, --year says it.",
        ),
    ),
    Fate.NO_LABEL.value: ReasonExplanation(
        Wording("无指标名称", "No label"),
        Wording(
            "数字旁没有目录中任何指标的名称。",
            "No words beside the figure name an indicator of the catalogue.",
        ),
        Wording(
            "如属某个指标，把原文的说法加入该指标的 mentions；如是新指标，加入目录。",
            "Where it belongs to an indicator, add the words to its mentions; where it is a new one, add that to the catalogue.",
        ),
    ),
}
# A figure that a person could still save stands out; one that is none of our business does not.
TONES = {Fate.PROPOSED: Tone.GOOD, Fate.REPEATED: Tone.PLAIN, Fate.WRONG_UNIT: Tone.BAD, Fate.UNCERTAIN: Tone.BAD}
