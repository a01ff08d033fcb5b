"""Sees to it that the passages of a claim name somebody the claim is about.

"Both cities signed on Monday" proves nothing to a reader who does not know which cities; the sentence that names one of
them does.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from jumelage.reading.annotated import START, AnnotatedText, Mention
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.entities import EntityId


def with_names(claim: Claim, text: AnnotatedText) -> Claim:
    """The claim with one passage more, where none of its passages names an entity it refers to."""
    named = sorted((m for entity in claim.entity_ids() for m in _named(text).get(entity, ())), key=START)
    spans = [text.repaired.original(m.start, m.end) for m in named]
    if not named or any(p.start <= start and end <= p.end for start, end in spans for p in claim.evidence):
        return claim
    anchor = claim.evidence[0].start if claim.evidence else 0
    nearest = min(range(len(named)), key=lambda index: abs(spans[index][0] - anchor))
    return replace(claim, evidence=(*claim.evidence, text.passage(_around(named[nearest], text.sentences))))


@lru_cache(maxsize=1)
def _named(text: AnnotatedText) -> dict[EntityId, list[Mention]]:
    """For each entity where it is named."""
    found: dict[EntityId, list[Mention]] = {}
    for mention in text.mentions:
        if not mention.reference:
            found.setdefault(mention.entity, []).append(mention)
    return found


def _around(mention: Mention, sentences: Sequence[Sentence]) -> Sentence | tuple[int, int]:
    """The sentence a mention stands in; where a name goes beyond it, the name alone."""
    index = bisect_right(sentences, mention.start, key=lambda s: s.start) - 1
    sentence = sentences[max(index, 0)]
    inside = sentence.start <= mention.start and mention.end <= sentence.end
    return sentence if inside else (mention.start, mention.end)
