"""The JSON Schema of a reading, made from the fields of claims and entities. `make schema` publishes it in `docs/`."""

import json
import re
import sys
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any, get_args

from jumelage.vocabulary.claims import ABOUT_THE_CLAIM, CLAIM_TYPES, Claim, Ids, Topics
from jumelage.vocabulary.edtf import SIMPLE, Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import Topic
from jumelage.vocabulary.names import NameForm

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NON_EMPTY: Schema = {"type": "string", "minLength": 1}


def reading_schema() -> Schema:
    """The schema (JSON Schema 2020-12) of one reading, one line of a JSON Lines file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A reading: what one document says of twinnings",
        "type": "object",
        "properties": {
            "document": NON_EMPTY,
            "language": {"description": "BCP 47 tag of the main language", **NON_EMPTY},
            "published": _reference("date"),
            "title": TEXT,
            "entities": {"type": "object", "additionalProperties": _reference("entity")},
            "claims": {"type": "array", "items": {"oneOf": [_reference(kind) for kind in CLAIM_TYPES]}},
        },
        "required": ["document"],
        "$defs": {
            "date": {"description": "EDTF (ISO 8601-2)", "type": "string", "pattern": _date_pattern()},
            "id": {"description": "the key of an entity of the same reading", **NON_EMPTY},
            "ids": {"oneOf": [_reference("id"), {"type": "array", "items": _reference("id")}]},
            "passage": _passage_schema(),
            "entity": _entity_schema(),
            **{name: _claim_schema(kind) for name, kind in CLAIM_TYPES.items()},
        },
    }


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _date_pattern() -> str:
    simple = re.sub(r"\?P<\w+>", "", SIMPLE.pattern)
    end = rf"({simple}|\.\.)?"
    return f"^({simple}|{end}/{end})$"


def _passage_schema() -> Schema:
    return {
        "description": "characters of the document's text, `end` excluded",
        "type": "object",
        "properties": {
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 1},
            "supports": {"type": "array", "items": TEXT},
        },
        "required": ["start", "end"],
    }


def _entity_schema() -> Schema:
    return _object_schema(fields(Entity))


def _claim_schema(kind: type[Claim]) -> Schema:
    schema = _object_schema(tuple(f for f in fields(kind) if f.name not in ABOUT_THE_CLAIM))
    schema["properties"] = {
        "type": {"const": kind.type},
        **schema["properties"],
        "evidence": {"type": "array", "items": _reference("passage")},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "worked_out": {"type": "object", "additionalProperties": TEXT},
    }
    schema["required"] = ["type", *schema["required"]]
    return schema


def _object_schema(of: tuple[Field[Any], ...]) -> Schema:
    return {
        "type": "object",
        "properties": {f.name: _value_schema(f.type) for f in of},
        "required": [f.name for f in of if f.default is MISSING],
    }


def _value_schema(wanted: Any) -> Schema:
    """The schema of a field's value, by the field's annotation; that it may be unknown is said by leaving it out."""
    if wanted == Ids:
        return _reference("ids")
    if wanted == Topics:
        return {"type": "array", "items": _value_schema(Topic)}
    if wanted == tuple[NameForm, ...]:
        return {"type": "array", "items": NON_EMPTY, "minItems": 1}
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return {"enum": [member.value for member in wanted]}
    simple: dict[Any, Schema] = {
        str: NON_EMPTY,
        bool: {"type": "boolean"},
        EntityId: _reference("id"),
        Edtf: _reference("date"),
    }
    if wanted in simple:
        return simple[wanted]
    options = [option for option in get_args(wanted) if option is not type(None)]
    return {"type": "number"} if set(options) == {int, float} else _value_schema(options[0])


if __name__ == "__main__":
    sys.stdout.write(json.dumps(reading_schema(), indent=2, ensure_ascii=False) + "\n")
