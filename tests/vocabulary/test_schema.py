"""The published schema is the one the code makes, and says yes and no to the right readings."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jumelage.vocabulary.interchange import as_json, from_json
from jumelage.vocabulary.schema import reading_schema

READING: dict[str, Any] = {
    "document": "press-2015-06.txt",
    "language": "en",
    "published": "2015-06-09",
    "entities": {
        "e1": {"type": "place", "level": "province", "country": "BE", "names": ["Antwerp", "Antwerpen"]},
        "e2": {"type": "place", "level": "province", "country": "CN", "names": ["Shaanxi", "陕西"]},
        "e3": {"type": "organisation", "kind": "research institute", "place": "e1", "names": ["VITO"]},
        "e4": {"type": "person", "names": ["Ludwig Caluwé"]},
    },
    "claims": [
        {
            "type": "twinning",
            "parties": ["e1", "e2"],
            "kind": "sister",
            "since": "1985",
            "fields": ["agriculture"],
            "evidence": [{"start": 0, "end": 40}, {"start": 50, "end": 62, "supports": ["since"]}],
            "confidence": 0.9,
            "worked_out": {"since": "30 years before 2015"},
        },
        {"type": "agreement", "kind": "memorandum", "parties": ["e3", "e2"], "signed": "2015-06-08", "renewal": True},
        {"type": "visit", "visitors": ["e2"], "hosts": "e1", "start": "2015-06-08", "stops": ["e3"]},
        {"type": "event", "kind": "anniversary", "place": "e1", "start": "2015-06-08/2015-06-10", "online": False},
        {"type": "post", "person": "e4", "title": "deputy", "of": "e1"},
        {"type": "programme", "kind": "scholarship", "parties": ["e1", "e2"], "quantity": 6, "per": "year"},
        {"type": "commitment", "by": ["e3"], "action": "send samples", "due": "2016-23"},
        {"type": "honour", "recipient": "e4", "title": "Friendship Envoy", "by": ["e2"], "date": "201X"},
    ],
}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = reading_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_published_schema_is_the_one_the_code_makes(root: Path) -> None:
    published = json.loads((root / "docs" / "reading.schema.json").read_text(encoding="utf-8"))
    assert published == reading_schema(), "run `make schema`"


def test_a_reading_with_every_kind_of_claim_fits(validator: Draft202012Validator) -> None:
    validator.validate(READING)


def test_what_the_code_writes_fits(validator: Draft202012Validator) -> None:
    written = as_json(from_json(READING))
    validator.validate(written)
    assert len(written["claims"]) == len(READING["claims"])


@pytest.mark.parametrize(
    "claim",
    [
        {"type": "treaty", "parties": ["e1", "e2"]},
        {"type": "twinning", "kind": "sister"},
        {"type": "twinning", "parties": ["e1", "e2"], "kind": "cousin"},
        {"type": "twinning", "parties": ["e1", "e2"], "kind": "sister", "since": "June 1985"},
        {"type": "twinning", "parties": ["e1", "e2"], "kind": "sister", "fields": ["cheese"]},
        {"type": "agreement", "kind": "memorandum", "parties": ["e1"], "renewal": "yes"},
        {"type": "programme", "kind": "scholarship", "parties": ["e1"], "quantity": "six"},
        {"type": "post", "person": ["e4"], "title": "deputy"},
        {"type": "honour", "recipient": "e4", "title": "Envoy", "confidence": 1.5},
        {"type": "honour", "recipient": "e4", "title": "Envoy", "evidence": [{"start": 4}]},
    ],
)
def test_what_is_no_claim_is_refused(validator: Draft202012Validator, claim: dict[str, Any]) -> None:
    assert not validator.is_valid({**READING, "claims": [claim]})


def test_a_reading_from_a_later_version_is_taken(validator: Draft202012Validator) -> None:
    later = {**READING["claims"][0], "mood": "cordial"}
    assert validator.is_valid({**READING, "claims": [later], "reader": "jumelage 9"})
