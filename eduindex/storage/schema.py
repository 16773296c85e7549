"""What a district file and a catalogue may say, as pydantic models: the loader of the dataclasses in ``model``.

All input is text (the reader types no scalar), so the models turn text into values and reject unknown keys. Nothing outside
``storage`` knows pydantic, which is the costliest import of the product.
"""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from eduindex.model.catalogue import Border, Direction, Kind, Time, VariantMixing
from eduindex.model.district import Status

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,64}$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[1-8][0-9]{5}$")]
Published = Annotated[
    str, StringConstraints(pattern=r"^(undated|[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$")
]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
# A report stays below the reports' folder: no absolute path, no step upwards, no drive letter.
ReportFile = Annotated[
    str, StringConstraints(pattern=r"^[^/\\:.\x00-\x1f][^/\\:\x00-\x1f]*(/[^/\\:.\x00-\x1f][^/\\:\x00-\x1f]*)*$")
]
Bound = Annotated[Decimal, Field(max_digits=20)]


def _both_languages(text: Any) -> Any:
    return {"zh": text, "en": text} if isinstance(text, str) else text


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WordingModel(_Strict):
    """A text in both languages; plain text stands for both."""

    zh: str = ""
    en: str = ""


Words = Annotated[WordingModel, BeforeValidator(_both_languages)]


class SourceModel(_Strict):
    """A published document."""

    title: Words
    publisher: Words = WordingModel()
    published: Published | None = None
    url: Url | None = None
    file: ReportFile | None = None


class EntryModel(_Strict):
    """One figure with its evidence."""

    indicator: Id
    value: Text
    period: Text
    source: Id
    evidence: Text
    period_evidence: str = ""
    status: Status = Status.ACTUAL
    variant: Id | None = None
    scope: Words = WordingModel()
    note: Words = WordingModel()
    accepts: dict[str, Text] = Field(default_factory=dict)


class HeadModel(_Strict):
    """A district file without its entries, which are validated one by one."""

    district: Id
    code: Code | None = None
    name: Words
    within: Words = WordingModel()
    aliases: list[Text] = Field(default_factory=list)
    sources: dict[Id, SourceModel]
    accepts: dict[str, Text] = Field(default_factory=dict)


class RangeModel(_Strict):
    """The natural range of an indicator; a missing end is unlimited."""

    low: Bound | None = None
    high: Bound | None = None


class IndicatorModel(_Strict):
    """One indicator of the catalogue."""

    name: Words
    dimension: Id
    kind: Kind
    unit: Text
    time: Time
    direction: Direction
    definition: Words = WordingModel()
    measures: list[Text] = Field(default_factory=list)
    range: RangeModel = RangeModel()
    variants: dict[Id, Words] = Field(default_factory=dict)
    usual: Id | None = None
    variant_mixing: VariantMixing = VariantMixing.FORBID
    comparable_within: Border | None = None
    levels: list[Text] = Field(default_factory=list)
    mentions: list[Text] = Field(default_factory=list)


class CatalogueHeadModel(_Strict):
    """A catalogue without its indicators, which are validated one by one."""

    eduindex: Annotated[str, StringConstraints(pattern=r"^1$")]
    districts: ReportFile
    dimensions: dict[Id, Words]
