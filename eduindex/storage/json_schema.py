"""A JSON Schema (2020-12) of district files and of catalogues, for editors and for checkers that know nothing of ours.

It is what the pydantic models say, with two differences. YAML tools type what our reader leaves as text, so a number or a
truth value is welcome wherever its text is; and the catalogue's own ids stand in it, with their names. It keeps to keywords
that draft 7 has too (``$defs`` apart, which is only a place), because many language servers pass over newer ones.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, Final

from eduindex.model.catalogue import Catalogue, Indicator
from eduindex.model.standard import PREVIOUS_YEAR, Operator
from eduindex.model.wording import Wording
from eduindex.storage import schema as models
from eduindex.storage.standard_schema import TRUTH_VALUE, YEAR, StandardModel

Schema = dict[str, Any]

# What YAML tools may take a text for, by the pattern of the text, as far as the typed value still shows that the text fits.
_TYPED: Final[Mapping[str | None, Schema]] = {
    None: {"type": ["string", "number"]},
    models.ID: {"type": ["string", "integer"]},
    models.CODE: {"type": ["string", "integer"], "minimum": 100_000, "maximum": 999_999},
    models.PUBLISHED: {"type": ["string", "integer"], "minimum": 1000, "maximum": 2999},
    models.URL: {"type": "string"},
    models.REPORT_FILE: {"type": ["string", "number"]},
    models.FOLDER: {"type": ["string", "number"]},
    models.FORMAT_VERSION: {"type": ["string", "integer"], "minimum": 1, "maximum": 1},
    YEAR: {"type": ["string", "integer"], "minimum": 1000, "maximum": 2999},
    TRUTH_VALUE: {"enum": [True, False, "true", "false"]},
}
_PERHAPS_TRUTH_VALUES: Final = (None, models.ID, models.REPORT_FILE, models.FOLDER)
_NUMBER: Final[Schema] = {
    "type": ["number", "string"],
    "pattern": r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$",
}
_TRUTH_VALUES: Final = {"true": True, "yes": True, "on": True, "y": True} | dict.fromkeys(
    ("false", "no", "off", "n"), False
)
_BETTER: Final = {"higher": "higher is better", "lower": "lower is better", "neutral": "neither way is better"}


def district_schema(catalogue: Catalogue, acceptable: Mapping[str, str]) -> Schema:
    """What a district file of this catalogue's workspace may say; ``acceptable`` are codes of findings with their titles."""
    definitions: Schema = {}
    head = _schema_of(models.HeadModel, acceptable, definitions)
    entry = definitions["EntryModel"] = _schema_of(models.EntryModel, acceptable, definitions)
    told = {id: _told(indicator) for id, indicator in catalogue.indicators.items()}
    entry["properties"]["indicator"] = _limited(entry["properties"]["indicator"], told)
    if cases := list(_variant_cases(catalogue)):
        entry |= {"if": {"required": ["variant"]}, "then": {"allOf": cases}}
    entries = {
        "title": "Entries",
        "description": "The figures, each with its evidence.",
        "type": "array",
        "items": {"$ref": "#/$defs/EntryModel"},
    }
    head |= {"description": "One district: its names, its sources and its figures.", "$defs": definitions}
    return _file("district", head, {"entries": entries})


def catalogue_schema(catalogue: Catalogue, acceptable: Mapping[str, str]) -> Schema:
    """What this catalogue may say: its indicators belong to the dimensions that it has now. ``acceptable`` as above."""
    definitions: Schema = {}
    head = _schema_of(models.CatalogueHeadModel, acceptable, definitions)
    indicator = definitions["IndicatorModel"] = _schema_of(models.IndicatorModel, acceptable, definitions)
    names = {id: _both(dimension.name) for id, dimension in catalogue.dimensions.items()}
    indicator["properties"]["dimension"] = _limited(indicator["properties"]["dimension"], names)
    definitions["StandardModel"] = _one_threshold(_schema_of(StandardModel, acceptable, definitions))
    head |= {"description": "What the districts of a workspace are compared by.", "$defs": definitions}
    schema = _file("catalogue", head, {"indicators": _by_id("Indicators", "What is measured", "IndicatorModel")})
    schema["properties"] |= {
        "standards": _by_id("Standards", "Published thresholds", "StandardModel"),
        "indexes": {"title": "Indexes", "description": "Composite indices."},
    }
    return schema


def _by_id(title: str, description: str, model: str) -> Schema:
    """The schema of a block that holds one ``model`` at each id."""
    return {
        "title": title,
        "description": f"{description}, by ids of your own.",
        "type": "object",
        "propertyNames": {"pattern": models.ID},
        "additionalProperties": {"$ref": f"#/$defs/{model}"},
    }


def _one_threshold(standard: Schema) -> Schema:
    """The schema of a standard with what binds its keys to each other: one operator, and which keys go with which."""
    for operator in Operator:
        if operator is not Operator.AT_LEAST:
            standard["properties"][operator] |= {"not": {"const": PREVIOUS_YEAR}}
    moves = {"properties": {"at_least": {"const": PREVIOUS_YEAR}}, "required": ["at_least"]}
    return standard | {
        "oneOf": [{"required": [operator.value]} for operator in Operator],
        "not": {"required": ["variant", "each"]},
        "if": {"required": ["growth"]},
        "then": moves,
    }


def _file(kind: str, head: Schema, body: Schema) -> Schema:
    """The schema of a whole file: what its head may say, and the key that holds the rest."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Made by `eduindex schema {kind}`; make it anew when the catalogue changes.",
        "title": head["title"],
        **head,
        "properties": head["properties"] | body,
        "required": [*head["required"], *body],
    }


def _schema_of(model: type[models.StrictModel], acceptable: Mapping[str, str], definitions: Schema) -> Schema:
    """The schema of one model; what it refers to is added to ``definitions``."""
    schema = model.model_json_schema()
    definitions |= {name: _refined(one) for name, one in schema.pop("$defs", {}).items()}
    definitions["WordingModel"] = _plain_too(definitions["WordingModel"])
    schema = _refined(schema)
    if accepts := schema["properties"].get("accepts"):
        reason = accepts["additionalProperties"]
        accepts["properties"] = {code: reason | {"description": title} for code, title in acceptable.items()}
    return schema


def _refined(schema: Schema) -> Schema:
    """A schema of pydantic's for all that our reader accepts: no absent values, which no file holds, and typed scalars."""
    refined = _without_absence(schema)
    if patterns := refined.pop("patternProperties", None):
        ((pattern, values),) = patterns.items()
        refined |= {"propertyNames": {"pattern": pattern}, "additionalProperties": values}
    if "enum" in refined:
        return {"enum": refined["enum"]}
    if refined.get("type") == "string":
        return _typed(refined)
    for key in ("items", "additionalProperties"):
        if isinstance(refined.get(key), dict):
            refined[key] = _refined(refined[key])
    if "properties" in refined:
        refined["properties"] = {
            name: {"title": name.replace("_", " ").capitalize()} | _refined(one)
            for name, one in refined["properties"].items()
        }
    return refined


def _without_absence(schema: Schema) -> Schema:
    """A copy without the choice of null and without a default that says nothing; the only union left is a number's."""
    plain = {key: value for key, value in schema.items() if key not in ("anyOf", "allOf", "default")}
    choices = [one for one in (*schema.get("anyOf", ()), *schema.get("allOf", ())) if one.get("type") != "null"]
    if len(choices) == 1:
        plain = choices[0] | plain
    elif choices:
        plain |= _NUMBER
    default = schema.get("default")
    return plain | {"default": default} if default and isinstance(default, str) else plain


def _typed(text: Schema) -> Schema:
    """A text as YAML tools may have typed it."""
    pattern = text.get("pattern")
    limits = {key: text[key] for key in ("pattern", "minLength") if key in text}
    told = {key: value for key, value in text.items() if key not in (*limits, "type")}
    if pattern not in _PERHAPS_TRUTH_VALUES:
        return told | _TYPED[pattern] | limits
    return told | _let_through(["boolean"] if limits else ["boolean", "null"], _TYPED[pattern] | limits)


def _plain_too(words: Schema) -> Schema:
    """The schema of a text in both languages, for which plain text may stand."""
    block = {"type": ["string", "number", "object"]}
    block |= {key: words.pop(key) for key in ("properties", "additionalProperties")}
    del words["type"]
    return words | _let_through(["boolean", "null"], block)


def _let_through(types: list[str], schema: Schema) -> Schema:
    """What fits the schema, and values of ``types``; null is an empty text.

    The types are not named as such: editors would offer true, false and null wherever a text may stand.
    """
    others = [one for one in ("string", "number", "boolean", "null", "array", "object") if one not in types]
    return {"anyOf": [schema, {"title": "Text", "not": {"type": others}}]}


def _limited(named: Schema, known: Mapping[str, str]) -> Schema:
    """The schema of a property that names one of ``known``: ids with what an editor shows beside each."""
    return {key: named[key] for key in ("title", "description")} | (_choice(known) if known else {"not": {}})


def _choice(known: Mapping[str, str]) -> Schema:
    return {"anyOf": [_one(id) | {"description": text} for id, text in known.items()]}


def _one(id: str) -> Schema:
    """Exactly this id, or what YAML tools take it for."""
    readings = _readings(id)
    return {"const": id} if len(readings) == 1 else {"enum": readings}


def _readings(id: str) -> list[str | int]:
    """The id and what else YAML tools read it as."""
    readings: list[str | int] = [id]
    with suppress(ValueError):
        readings.append(int(id))
    if id in _TRUTH_VALUES:
        readings.append(_TRUTH_VALUES[id])
    return readings


def _variant_cases(catalogue: Catalogue) -> Iterable[Schema]:
    """For each indicator with variants what `variant` may be, and that it must not be there for the others.

    Indicators are compared with ``const`` one by one: editors list every ``enum`` that they meet as allowed values.
    """
    for id, indicator in catalogue.indicators.items():
        if indicator.variants:
            known = {variant: _both(words) for variant, words in indicator.variants.items()}
            yield _case(_one(id), _choice(known))
    others = [_one(id) for id, indicator in catalogue.indicators.items() if not indicator.variants]
    if others:
        yield _case({"anyOf": others}, False)


def _case(indicator: Schema, variant: Schema | bool) -> Schema:
    return {
        "if": {"properties": {"indicator": indicator}, "required": ["indicator"]},
        "then": {"properties": {"variant": variant}},
    }


def _told(indicator: Indicator) -> str:
    """What an editor shows of an indicator: names, sort of number, variants and definitions, a paragraph each."""
    sort = f"{indicator.kind} ({indicator.unit}), {indicator.time}, {_BETTER[indicator.direction]}"
    variants = "; ".join(f"{id}: {_both(words)}" for id, words in indicator.variants.items())
    definition = indicator.definition
    paragraphs = (
        _both(indicator.name),
        sort,
        f"Variants: {variants}" if variants else "",
        definition.zh,
        definition.en,
    )
    return "\n\n".join(dict.fromkeys(one for one in paragraphs if one))


def _both(words: Wording) -> str:
    """A wording in both languages, once where they are the same."""
    return " · ".join(dict.fromkeys(text for text in words if text))
