"""What a district file and a catalogue may say, as pydantic models: the loader of the dataclasses in ``model``.

All input is text (the reader types no scalar), so the models turn text into values and reject unknown keys. Nothing outside
``storage`` knows pydantic, which is the costliest import of the product. Titles, descriptions and examples are what an
editor shows: ``json_schema`` hands them on.
"""

from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from eduindex.model.catalogue import Border, Direction, Kind, Time, VariantMixing
from eduindex.model.district import Status

ID: Final = r"^[a-z0-9_-]{1,64}$"
CODE: Final = r"^[0-9]{6}$"
PUBLISHED: Final = r"^(undated|[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$"
URL: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"
# A report stays below the reports' folder: no absolute path, no step upwards, no drive letter.
REPORT_FILE: Final = r"^(\./)*[^/\\:.\x00-\x1f][^/\\:\x00-\x1f]*(/[^/\\:.\x00-\x1f][^/\\:\x00-\x1f]*)*$"
# A folder may end in a slash.
FOLDER: Final = REPORT_FILE.removesuffix("$") + "/?$"
FORMAT_VERSION: Final = r"^1$"

Id = Annotated[str, StringConstraints(pattern=ID)]
Text = Annotated[str, StringConstraints(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=CODE)]
Published = Annotated[str, StringConstraints(pattern=PUBLISHED)]
Url = Annotated[str, StringConstraints(pattern=URL)]
ReportFile = Annotated[str, StringConstraints(pattern=REPORT_FILE)]
Folder = Annotated[str, StringConstraints(pattern=FOLDER)]
FormatVersion = Annotated[str, StringConstraints(pattern=FORMAT_VERSION)]
Bound = Annotated[Decimal, Field(max_digits=20)]


def _both_languages(text: Any) -> Any:
    return {"zh": text, "en": text} if isinstance(text, str) else text


class StrictModel(BaseModel):
    """A block of keys, in which no other key may stand."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WordingModel(StrictModel):
    """A text in both languages; plain text stands for both."""

    model_config = ConfigDict(title="Text for people")

    zh: str = Field(default="", title="Chinese")
    en: str = Field(default="", title="English")


Words = Annotated[WordingModel, BeforeValidator(_both_languages)]


class SourceModel(StrictModel):
    """A published document."""

    model_config = ConfigDict(title="Source")

    title: Words = Field(description="The title as printed.")
    publisher: Words = Field(default=WordingModel(), description="Who published it.")
    published: Published | None = Field(
        default=None,
        description="When it was published: a day, a month, a year or `undated`.",
        examples=["2024-04-03", "2024"],
    )
    url: Url | None = Field(
        default=None, title="Address", description="Where it is to be read: an address with http:// or https://."
    )
    file: ReportFile | None = Field(
        default=None,
        description="The report's text, looked up below the folder of the reports (--reports).",
        examples=["zhangping-2023.txt", "2023/ouhai.txt"],
    )


_ACCEPTS = "Findings that a person has judged: the code of each with the reason why it may stand."


class EntryModel(StrictModel):
    """One figure with its evidence."""

    model_config = ConfigDict(title="Entry")

    indicator: Id = Field(description="Which indicator of the catalogue the figure belongs to.")
    value: Text = Field(
        description="The figure as the source prints it, with its unit and its bound.",
        examples=["98.20%", "95%以上", "近2000万元", "46:1", "Ⅲ级以上", "第二名"],
    )
    period: Text = Field(
        description=(
            "What the figure refers to: a year, a month, a school year or a span. A span may leave its start or its end "
            "open. A stock without a printed date takes the report's own month or year."
        ),
        examples=["2023", "2022-06", "2021/2022", "2021..2023", "2023-06..", "..2024-03"],
    )
    source: Id = Field(description="The id of the source that prints the figure, one of `sources` above.")
    evidence: Text = Field(
        description="The shortest phrase of the source that holds the figure, word for word; 60 characters at most.",
        examples=["开展课后服务,学生参与率达98.20%", "共招聘新教师604名"],
    )
    period_evidence: str = Field(
        default="", description="Where the source says when, if the evidence does not.", examples=["近三年", "目前"]
    )
    status: Status = Field(default=Status.ACTUAL, description="`target` for a plan, `actual` for a result.")
    variant: Id | None = Field(
        default=None,
        description="Which of the indicator's variants the figure counts: its denominator or its definition.",
    )
    scope: Words = Field(
        default=WordingModel(), description="The part of the district that the figure covers, if not all of it."
    )
    note: Words = Field(default=WordingModel(), description="A footnote, shown wherever the figure is shown.")
    accepts: dict[str, Text] = Field(default_factory=dict, description=_ACCEPTS)


class HeadModel(StrictModel):
    """A district file without its entries, which are validated one by one."""

    model_config = ConfigDict(title="District")

    district: Id = Field(
        description="The district's id: the file's name without its ending.", examples=["zhangping", "ouhai"]
    )
    code: Code | None = Field(
        default=None, description="The six digits of the division code (GB/T 2260).", examples=["350881", "330304"]
    )
    name: Words = Field(description="The district's name.", examples=["漳平市", {"zh": "漳平市", "en": "Zhangping"}])
    within: Words = Field(
        default=WordingModel(),
        description="The province and city in which it lies.",
        examples=["福建省龙岩市", {"zh": "福建省龙岩市", "en": "Longyan, Fujian"}],
    )
    aliases: list[Text] = Field(
        default_factory=list, description="Other names that people type for it.", examples=[["漳平"], ["瓯海", "Ouhai"]]
    )
    sources: dict[Id, SourceModel] = Field(
        description="The documents that the figures are taken from, by ids of your own."
    )
    accepts: dict[str, Text] = Field(default_factory=dict, description=_ACCEPTS)


class RangeModel(StrictModel):
    """The natural range of an indicator; a missing end is what the kind implies."""

    model_config = ConfigDict(title="Range")

    low: Bound | None = Field(default=None, description="The least value that is possible.")
    high: Bound | None = Field(default=None, description="The greatest value that is possible.")


class IndicatorModel(StrictModel):
    """One indicator of the catalogue."""

    model_config = ConfigDict(title="Indicator")

    name: Words = Field(
        description="What the indicator is called.",
        examples=["公办园覆盖率", {"zh": "公办园覆盖率", "en": "Public kindergarten coverage"}],
    )
    dimension: Id = Field(description="The dimension that it belongs to.")
    kind: Kind = Field(
        description=(
            "What sort of number it is: a share (a part of a whole, in per cent), a rate, a count, an amount of money, a "
            "ratio (46:1), a grade (its `levels` say which) or a rank."
        )
    )
    unit: Text = Field(description="The unit of all its values.", examples=["%", "万元", "人", "所"])
    time: Time = Field(description="`stock` for what holds at a moment, `flow` for what happens over a period.")
    direction: Direction = Field(description="Which way is better; `neutral` where neither is.")
    definition: Words = Field(
        default=WordingModel(), description="What is counted: the numerator, the denominator, the moment or the span."
    )
    measures: list[Text] = Field(
        default_factory=list, description="Other measure words that reports use for the unit.", examples=[["名", "位"]]
    )
    range: RangeModel = Field(
        default=RangeModel(),
        description="The values that are possible; a missing end is what the kind implies (a share ends at 100).",
        examples=[{"low": 0, "high": 100}, {"low": 0}],
    )
    variants: dict[Id, Words] = Field(
        default_factory=dict,
        description="What reports count under the same name: denominators or definitions, by ids of your own.",
        examples=[{"children": {"zh": "按在园幼儿", "en": "by children"}}],
    )
    usual: Id | None = Field(default=None, description="The variant that an entry without one most likely means.")
    variant_mixing: VariantMixing = Field(
        default=VariantMixing.FORBID,
        description="Whether comparing two different variants is forbidden or earns a warning.",
    )
    comparable_within: Border | None = Field(
        default=None,
        description="The border at which its scheme ends, for grades, ranks and standards of a province or city.",
    )
    levels: list[Text] = Field(
        default_factory=list,
        description="The levels of a grade, the lowest first.",
        examples=[["C", "B", "A"], ["Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ"]],
    )
    mentions: list[Text] = Field(
        default_factory=list,
        description="How reports print it; … stands for a gap.",
        examples=[["公办园覆盖率", "公办园…覆盖面"]],
    )
    variant_mentions: dict[Id, list[Text]] = Field(
        default_factory=dict,
        description="Words beside a figure that state one of the variants; `extract` looks for them.",
        examples=[{"children": ["在园幼儿", "在园人数"]}],
    )


class CatalogueHeadModel(StrictModel):
    """A catalogue without its indicators and standards, which are validated one by one."""

    model_config = ConfigDict(title="Catalogue")

    eduindex: FormatVersion = Field(
        title="Format version", description="The version of the format; a catalogue begins with it."
    )
    districts: Folder = Field(
        description="The folder of the district files, relative to this file and below it.",
        examples=["samples", "data/districts"],
    )
    dimensions: dict[Id, Words] = Field(
        description="The groups of the indicators, by ids of your own.",
        examples=[{"preschool": {"zh": "学前教育", "en": "Preschool"}}],
    )
    accepts: dict[str, Text] = Field(default_factory=dict, description=_ACCEPTS)
