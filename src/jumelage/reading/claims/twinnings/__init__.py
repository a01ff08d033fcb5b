"""Finds twinnings: standing bonds of two places, or of two like organisations.

`prose` reads sentences, `listed` reads lists and tables of partners, `dated` reads partners with dates in brackets,
`within` tells which bond falls under which other.
"""

from collections.abc import Iterator
from dataclasses import replace

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.topics import topics
from jumelage.reading.claims.twinnings.dated import dated
from jumelage.reading.claims.twinnings.listed import in_lists
from jumelage.reading.claims.twinnings.prose import in_prose
from jumelage.reading.claims.twinnings.within import nested
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Topics, Twinning
from jumelage.vocabulary.entities import EntityId

__all__ = ["find_twinnings"]


def find_twinnings(text: AnnotatedText) -> Iterator[Twinning]:
    """The twinnings that a text asserts."""
    focus = Focus(text)
    covered = list(_covered(text))
    for twinning in nested(text, [*in_prose(text, focus), *in_lists(text, focus), *dated(text, focus)]):
        said = [(sentence, found) for sentence, named, found in covered if set(twinning.parties) <= named]
        passages = tuple(text.passage(sentence, ("fields",)) for sentence, _ in said)
        fields = tuple(dict.fromkeys(topic for _, found in said for topic in found))
        yield replace(twinning, fields=fields, evidence=(*twinning.evidence, *passages)) if said else twinning


def _covered(text: AnnotatedText) -> Iterator[tuple[Sentence, set[EntityId], Topics]]:
    """For each sentence that says what something covers ("in five areas: …"), whom it names and the topics it lists."""
    for sentence in text.sentences:
        covers = lexicon(sentence.language, "agreements")["covers"].search(text.text, sentence.start, sentence.end)
        if covers and (found := topics(text, (covers.end(), sentence.end), sentence.language)):
            yield sentence, {m.entity for m in text.mentions_in(sentence)}, found
