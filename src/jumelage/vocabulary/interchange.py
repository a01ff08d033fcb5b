"""Readings as JSON Lines and back: one object a document, the shape told in `docs/format.md`.

What JSON can't say is refused with the document and the field; what a later version may add is ignored.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from enum import EnumType, StrEnum
from typing import Any, get_args

from jumelage.vocabulary.claims import ABOUT_THE_CLAIM, CLAIM_TYPES, Claim, Ids, Passage, Topics
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel, Topic
from jumelage.vocabulary.names import NameForm
from jumelage.vocabulary.reading import Reading


class InvalidReading(ValueError):
    """The JSON is not a reading; the message says where and why."""


def dump_line(reading: Reading) -> str:
    return json.dumps(as_json(reading), ensure_ascii=False)


def load_lines(lines: Iterable[str]) -> Iterator[Reading]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield from_json(json.loads(line))
            except ValueError as error:
                raise InvalidReading(f"line {number}: {error}") from error


def as_json(reading: Reading) -> dict[str, Any]:
    return {
        "document": reading.document,
        "language": reading.language,
        **({"published": str(reading.published)} if reading.published else {}),
        **({"title": reading.title} if reading.title else {}),
        "entities": {key: _entity_as_json(entity) for key, entity in reading.entities.items()},
        "claims": [_claim_as_json(claim) for claim in reading.claims],
    }


def from_json(data: Mapping[str, Any]) -> Reading:
    if not isinstance(data, dict) or not isinstance(data.get("document"), str):
        raise InvalidReading("a reading is an object with a `document`")
    name = data["document"]
    try:
        return Reading(
            document=name,
            language=data.get("language", "und"),
            published=Edtf(data["published"]) if data.get("published") else None,
            title=data.get("title"),
            entities={EntityId(key): _entity_from_json(value) for key, value in data.get("entities", {}).items()},
            claims=tuple(_claim_from_json(value) for value in data.get("claims", ())),
        )
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise InvalidReading(f"{name}: {error}") from error


def _entity_as_json(entity: Entity) -> dict[str, Any]:
    data: dict[str, Any] = {"type": entity.type.value}
    for name in ("level", "country", "kind", "place", "gazetteer", "wikidata"):
        if (value := getattr(entity, name)) is not None:
            data[name] = str(value)
    data["names"] = [form.text for form in entity.names]
    return data


def _entity_from_json(data: Mapping[str, Any]) -> Entity:
    return Entity(
        type=EntityType(data["type"]),
        names=tuple(NameForm(text) for text in data["names"]),
        level=PlaceLevel(data["level"]) if data.get("level") else None,
        country=data.get("country"),
        kind=data.get("kind"),
        place=data.get("place"),
        gazetteer=data.get("gazetteer"),
        wikidata=data.get("wikidata"),
    )


def _claim_as_json(claim: Claim) -> dict[str, Any]:
    data: dict[str, Any] = {"type": claim.type}
    for name, value in claim.values().items():
        data[name] = _value_as_json(value)
    data["evidence"] = [
        {"start": p.start, "end": p.end, **({"supports": list(p.supports)} if p.supports else {})}
        for p in claim.evidence
    ]
    data["confidence"] = round(claim.confidence, 3)
    if claim.worked_out:
        data["worked_out"] = dict(claim.worked_out)
    return data


def _value_as_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value_as_json(v) for v in value]
    return str(value) if isinstance(value, Edtf | StrEnum) else value


def _claim_from_json(data: Mapping[str, Any]) -> Claim:
    kind = CLAIM_TYPES.get(data.get("type", ""))
    if kind is None:
        raise InvalidReading(f"{data.get('type')!r} is no kind of claim")
    values: dict[str, Any] = {
        "evidence": tuple(
            Passage(p["start"], p["end"], tuple(p.get("supports", ()))) for p in data.get("evidence", ())
        ),
        "confidence": float(data.get("confidence", 1.0)),
        "worked_out": dict(data.get("worked_out", {})),
    }
    for field in fields(kind):
        if field.name in ABOUT_THE_CLAIM:
            continue
        if data.get(field.name) is not None:
            try:
                values[field.name] = _value_from_json(field.type, data[field.name])
            except (TypeError, ValueError) as error:
                raise InvalidReading(f"{kind.type}.{field.name}: {error}") from error
        elif field.default is MISSING:
            raise InvalidReading(f"a {kind.type} needs {field.name!r}")
    return kind(**values)


def _value_from_json(wanted: Any, value: Any) -> Any:
    if wanted == Ids:
        return (EntityId(value),) if isinstance(value, str) else tuple(value)
    if wanted == Topics:
        return tuple(Topic(v) for v in value)
    options = get_args(wanted) or (wanted,)
    for option in options:
        if option is Edtf:
            return Edtf(value)
        if isinstance(option, EnumType):
            return option(value)
    plain = tuple(str if option is EntityId else option for option in options)
    if not isinstance(value, plain):
        raise TypeError(f"{value!r} is not {' or '.join(o.__name__ for o in plain if o is not type(None))}")
    return value
