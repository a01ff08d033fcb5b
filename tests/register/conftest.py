"""Small documents and what a reader would say of them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from django.contrib.auth.models import User

from jumelage.formats import SourceDocument, open_bytes
from jumelage.register.actions import Recorded, record
from jumelage.vocabulary.interchange import from_json

ANTWERP = {"type": "place", "level": "province", "country": "BE", "names": ["Province of Antwerp", "Antwerp"]}
SHAANXI = {"type": "place", "level": "province", "country": "CN", "names": ["Shaanxi", "陕西"]}


def document(text: str, name: str = "letter.txt") -> SourceDocument:
    opened = next(open_bytes(name, text.encode()))
    assert isinstance(opened, SourceDocument)
    return opened


def tell(
    text: str, entities: Mapping[str, Mapping[str, Any]], claims: Sequence[Mapping[str, Any]], name: str = "letter.txt"
) -> Recorded:
    """Records a reading of `text`. A claim's evidence is given by what it quotes; without any, it is the whole text."""
    source = document(text, name)
    return record(source, from_json(reading_json(source, entities, claims)))


def reading_json(
    source: SourceDocument, entities: Mapping[str, Mapping[str, Any]], claims: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    return {
        "document": source.name,
        "language": "en",
        "entities": dict(entities),
        "claims": [
            {**claim, "evidence": [_evidence(source.text, e) for e in _quotes(source, claim)]} for claim in claims
        ],
    }


def _quotes(source: SourceDocument, claim: Mapping[str, Any]) -> Sequence[Any]:
    return claim.get("evidence") or [source.text.strip()]


def _evidence(text: str, quote: str | tuple[str, Sequence[str]]) -> dict[str, Any]:
    """A quote, or a quote with the fields that it supports."""
    quote, supports = (quote, ()) if isinstance(quote, str) else quote
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "supports": list(supports)}


@pytest.fixture
def officer(db: None) -> User:
    return User.objects.create_user("mei")
