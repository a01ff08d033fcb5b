"""Sees to it that the passages of a claim name somebody the claim is about.

"Both cities signed on Monday" proves nothing to a reader who does not know which cities; the sentence that names one of
them does.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Claim


def with_names(claim: Claim, text: AnnotatedText) -> Claim:
    """The claim with one passage more, where none of its passages names an entity it refers to."""
    entities = set(claim.entity_ids())
    named = [m for m in text.mentions if m.entity in entities and not m.reference]
    spans = [text.repaired.original(m.start, m.end) for m in named]
    if not named or any(p.start <= start and end <= p.end for start, end in spans for p in claim.evidence):
        return claim
    anchor = claim.evidence[0].start if claim.evidence else 0
    nearest = min(range(len(named)), key=lambda index: abs(spans[index][0] - anchor))
    return replace(claim, evidence=(*claim.evidence, text.passage(_around(named[nearest], text.sentences))))


def _around(mention: Mention, sentences: Sequence[Sentence]) -> Sentence | tuple[int, int]:
    """The sentence a mention stands in; where a name goes beyond it, the name alone."""
    index = bisect_right(sentences, mention.start, key=lambda s: s.start) - 1
    sentence = sentences[max(index, 0)]
    inside = sentence.start <= mention.start and mention.end <= sentence.end
    return sentence if inside else (mention.start, mention.end)
