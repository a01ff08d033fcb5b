"""Asks a second reader about a document, where the user has named one; without one nothing is asked and nothing sent.

A second reader is a language model behind an OpenAI-compatible address:

    JUMELAGE_MODEL_ADDRESS   such as http://localhost:11434/v1; nothing is sent unless it is set
    JUMELAGE_MODEL           the model's name there
    JUMELAGE_MODEL_KEY       a key, where the address wants one

or anything else that is a `SecondReader`, such as a pipeline of spaCy. What it answers is a reading in the format of
`docs/format.md` with, in place of offsets, the quotes it rests on. Every quote is looked for in the text, and every
entity must be named in it: a claim without either is dropped. What stays is joined to what the rules found.
"""

import json
import logging
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from jumelage.reading.consolidation import consolidated
from jumelage.vocabulary.claims import ABOUT_THE_CLAIM, CLAIM_TYPES, REFERENCES, Claim
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.interchange import InvalidReading, from_json
from jumelage.vocabulary.names import folded
from jumelage.vocabulary.reading import Reading

SecondReader = Callable[[str], Mapping[str, Any]]
"""From a text to `{"entities": …, "claims": …}`, each claim with its `quotes`."""

CONFIDENCE = 0.5
"""How sure a claim is that only the second reader found."""
PATIENCE = 120
"""Seconds to wait for an answer."""
LONGEST_ANSWER = 2_000_000
LOG = logging.getLogger(__name__)


def with_second_opinion(reading: Reading, text: str, second: SecondReader | None = None) -> Reading:
    """The reading with what a second reader found besides; unchanged where there is none or it fails to answer."""
    second = second or language_model(os.environ)
    if second is None:
        return reading
    try:
        other = from_json({"document": reading.document, **_checked(second(text), text)})
    except (OSError, InvalidReading, ValueError, KeyError, TypeError, AttributeError) as error:
        LOG.warning("%s is read without a second opinion: %s", reading.document, error)
        return reading
    known = _same_entities(reading.entities, other.entities)
    added = [_renamed(claim, known) for claim in other.claims]
    return replace(
        reading,
        entities={**reading.entities, **{known[key]: e for key, e in other.entities.items() if known[key] == key}},
        claims=tuple(consolidated([*reading.claims, *added])),
    )


def language_model(settings: Mapping[str, str]) -> SecondReader | None:
    """The model that the settings name; None where they name none."""
    address, model = settings.get("JUMELAGE_MODEL_ADDRESS"), settings.get("JUMELAGE_MODEL", "")
    if not address:
        return None
    if urlsplit(address).scheme not in ("http", "https"):
        raise ValueError(f"JUMELAGE_MODEL_ADDRESS is {address!r}; it has to begin with http:// or https://")
    headers = {"Content-Type": "application/json"}
    if key := settings.get("JUMELAGE_MODEL_KEY"):
        headers["Authorization"] = f"Bearer {key}"

    def ask(text: str) -> Mapping[str, Any]:
        body = {
            "model": model,
            "temperature": 0,
            "response_format": {"type": "json_object"},
            "messages": [{"role": "system", "content": _instruction()}, {"role": "user", "content": text}],
        }
        request = Request(f"{address.rstrip('/')}/chat/completions", json.dumps(body).encode(), headers)  # noqa: S310
        with urlopen(request, timeout=PATIENCE) as response:  # noqa: S310  its scheme was looked at
            answer = json.loads(response.read(LONGEST_ANSWER))
        found: Mapping[str, Any] = json.loads(answer["choices"][0]["message"]["content"])
        return found

    return ask


def _instruction() -> str:
    kinds = {kind: list(claim.value_fields()) for kind, claim in CLAIM_TYPES.items()}
    return (
        "Say what the document asserts of twinnings between places. Answer with one JSON object: "
        '{"entities": {"m1": {"type": "place" | "organisation" | "person", "names": [as written], '
        '"country": ISO 3166-1 alpha-2, "level": "country" | "region" | "province" | "city" | "district"}}, '
        '"claims": [{"type": …, its fields, "quotes": [the sentences it rests on, letter by letter]}]}. '
        f"Claims by type and field: {json.dumps(kinds)}. References are keys of entities; dates are EDTF. "
        "Leave out what the document denies, proposes or only wishes for, and every field it doesn't tell."
    )


def _checked(answer: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The answer as a reading with offsets, without the entities and claims that the text does not bear out."""
    entities = {
        f"second {key}": {**entity, "names": names}
        for key, entity in answer.get("entities", {}).items()
        if (names := [name for name in entity.get("names", ()) if name and name in text])
    }
    claims = []
    for claim in answer.get("claims", ()):
        spans = [(text.find(quote), len(quote)) for quote in claim.get("quotes", ()) if quote and quote in text]
        named = _keyed(claim)
        if spans and named and set(_ids(named)) <= entities.keys():
            values = {name: value for name, value in named.items() if name not in (*ABOUT_THE_CLAIM, "quotes")}
            evidence = [{"start": start, "end": start + length} for start, length in spans]
            claims.append({**values, "evidence": evidence, "confidence": CONFIDENCE})
    return {"entities": entities, "claims": claims}


def _keyed(claim: Mapping[str, Any]) -> dict[str, Any]:
    """The claim with keys of entities that cannot be those of another reading."""
    references = REFERENCES.get(claim.get("type", ""), ())
    return {
        name: ([f"second {key}" for key in value] if isinstance(value, list) else f"second {value}")
        if name in references and value
        else value
        for name, value in claim.items()
    }


def _ids(claim: Mapping[str, Any]) -> Iterable[str]:
    for name in REFERENCES.get(claim["type"], ()):
        value = claim.get(name)
        yield from value if isinstance(value, list) else [value] if value else []


def _same_entities(ours: Mapping[EntityId, Entity], theirs: Mapping[EntityId, Entity]) -> dict[EntityId, EntityId]:
    """For each entity of the second reading its key in the first: that of one with a name in common, else its own."""
    by_name = {(e.type, folded(form.text)): key for key, e in ours.items() for form in e.names}
    return {
        key: next((by_name[e.type, n] for n in (folded(f.text) for f in e.names) if (e.type, n) in by_name), key)
        for key, e in theirs.items()
    }


def _renamed(claim: Claim, known: Mapping[EntityId, EntityId]) -> Claim:
    """The claim with the entities' keys in the first reading."""
    values: dict[str, Any] = {}
    for name in REFERENCES[claim.type]:
        value = getattr(claim, name)
        if value:
            values[name] = tuple(known[key] for key in value) if isinstance(value, tuple) else known[value]
    return replace(claim, **values)
