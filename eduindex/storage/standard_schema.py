"""What a standard of the catalogue may say, as a pydantic model; apart from ``schema``, because few commands read standards."""

from typing import Annotated, Final

from pydantic import ConfigDict, Field, StringConstraints

from eduindex.model.standard import PREVIOUS_YEAR, Attestation, Level
from eduindex.storage.schema import Id, StrictModel, Text, WordingModel, Words

YEAR: Final = r"^[12][0-9]{3}$"
TRUTH_VALUE: Final = r"^(true|false)$"

Year = Annotated[str, StringConstraints(pattern=YEAR)]
TruthValue = Annotated[str, StringConstraints(pattern=TRUTH_VALUE)]


class StandardModel(StrictModel):
    """One standard of the catalogue; exactly one of its five thresholds stands."""

    model_config = ConfigDict(title="Standard")

    level: Level = Field(
        description="`county` for a mark that each county must reach, `national` for a goal of the country as a whole."
    )
    indicator: Id = Field(description="Which indicator of the catalogue the standard is for.")
    variant: Id | None = Field(
        default=None,
        description="Which of the indicator's variants it counts: figures of another one are not held to it.",
    )
    each: list[Id] = Field(
        default_factory=list,
        min_length=1,
        description="Variants of the indicator of which every one must meet it; instead of `variant`.",
        examples=[["qualified", "key", "rooms"]],
    )
    at_least: Text | None = Field(
        default=None,
        description=f"Met by this value and higher ones; `{PREVIOUS_YEAR}` for the district's own figure of the year before.",
        examples=["85%", "Ⅲ", PREVIOUS_YEAR],
    )
    above: Text | None = Field(default=None, description="Met by higher values only.", examples=["50%"])
    at_most: Text | None = Field(
        default=None, description="Met by this value and lower ones.", examples=["0.50", "46:1"]
    )
    below: Text | None = Field(default=None, description="Met by lower values only.", examples=["0.15"])
    equals: Text | None = Field(default=None, description="Met by this value alone.", examples=["100%"])
    per_year: TruthValue | None = Field(
        default=None, description="`true` where the figure must be that of one whole year; only for flows."
    )
    due: Year | None = Field(
        default=None, description="The year by which it is to be met, if the document names one.", examples=["2025"]
    )
    growth: Id | None = Field(
        default=None,
        description=f"Only beside `at_least: {PREVIOUS_YEAR}`: the indicator whose figures print the change since then.",
    )
    document: Words = Field(
        description="The title of the document that sets it.",
        examples=[
            {"zh": "县域学前教育普及普惠督导评估办法", "en": "Measures for assessing county preschool education"}
        ],
    )
    number: str = Field(
        default="",
        description="The document's number, left out where nobody has verified it.",
        examples=["教督〔2020〕1号"],
    )
    attested: Attestation = Field(
        description=(
            "Where the wording was seen: in a copy of the `provision`, in a `secondary` page, or nowhere (`none`: no district "
            "is held against the standard)."
        )
    )
    note: Words = Field(default=WordingModel(), description="What the standard is easily confused with.")
