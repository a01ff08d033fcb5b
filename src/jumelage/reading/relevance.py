"""Tells whether a text speaks of twinnings at all; most texts of an archive do not.

First quickly, before anything is read: a text without any of the stems of the field's words (`stems` in each language's
`text.toml`) cannot. Then from what was found: posts and events alone, or matters of one country alone, are another
subject, and a document on another subject has no claims.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import takewhile

from jumelage.reading.lexicon import languages, lexicon
from jumelage.vocabulary.claims import Claim, Post, Twinning
from jumelage.vocabulary.entities import Entity, EntityId

SHORTEST_ROOT = 5

LIKELY = 0.5


def may_speak_of_twinning(text: str) -> bool:
    """Whether a text has any of the field's words. Reads about as fast as the text can be searched."""
    lower = text.lower()
    return any(root in lower and any(stem in lower for stem in stems) for root, stems in _stems().items())


def speak_of_twinning(claims: Iterable[Claim], entities: Mapping[EntityId, Entity]) -> bool:
    """Whether one of the claims, likelier right than wrong, is of a twinning or of what two countries do together."""
    return any(
        isinstance(claim, Twinning) or (not isinstance(claim, Post) and len(_countries(claim, entities)) > 1)
        for claim in claims
        if claim.confidence >= LIKELY
    )


def _countries(claim: Claim, entities: Mapping[EntityId, Entity]) -> set[str]:
    """The countries of a claim's places, and of the places of its organisations."""
    found = set()
    for key in claim.entity_ids():
        entity = entities[key]
        place = entities[entity.place] if entity.place else entity
        if place.country:
            found.add(place.country)
    return found


@cache
def _stems() -> dict[str, list[str]]:
    """The stems of all languages by what several begin with: "partner", of "partnerst", "partnership" and more."""
    stems = sorted({stem for language in languages() for stem in lexicon(language, "text").words("stems")})
    roots: dict[str, list[str]] = {}
    for stem in stems:
        last = next(reversed(roots), "")
        root = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(last, stem, strict=False)))
        if len(root) >= SHORTEST_ROOT:
            roots[root] = [*roots.pop(last), stem]
        else:
            roots[stem] = [stem]
    return roots
