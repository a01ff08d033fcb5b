"""Finds twinnings: standing bonds of two places, or of two like organisations.

`prose` reads sentences, `listed` reads lists and tables of partners, `dated` reads partners with dates in brackets,
`within` tells which bond falls under which other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

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
    found = [*in_prose(text, focus), *in_lists(text, focus), *dated(text, focus)]
    for twinning in nested(text, _at_their_latest(found)):
        said = [(sentence, found) for sentence, named, found in covered if set(twinning.parties) <= named]
        passages = tuple(text.passage(sentence, ("fields",)) for sentence, _ in said)
        fields = tuple(dict.fromkeys(topic for _, found in said for topic in found))
        yield replace(twinning, fields=fields, evidence=(*twinning.evidence, *passages)) if said else twinning


def _at_their_latest(found: Sequence[Twinning]) -> list[Twinning]:
    """The twinnings, those of a pair whose relation changed at its latest kind and with the date of that."""
    latest: dict[frozenset[EntityId], Twinning] = {}
    for twinning in found:
        pair = frozenset(twinning.parties)
        known = latest.get(pair)
        if twinning.since and (known is None or _began(twinning) > _began(known)):
            latest[pair] = twinning
    return [
        replace(t, kind=last.kind, since=last.since, worked_out={**t.worked_out, **last.worked_out})
        if (last := latest.get(frozenset(t.parties))) and last.kind is not t.kind
        else t
        for t in found
    ]


def _began(twinning: Twinning) -> date:
    return (twinning.since and twinning.since.earliest) or date.min


def _covered(text: AnnotatedText) -> Iterator[tuple[Sentence, set[EntityId], Topics]]:
    """For each sentence that says what something covers ("in five areas: …"), whom it names and the topics it lists."""
    for sentence in text.sentences:
        covers = lexicon(sentence.language, "agreements")["covers"].search(text.text, sentence.start, sentence.end)
        if covers and (found := topics(text, (covers.end(), sentence.end), sentence.language)):
            yield sentence, {m.entity for m in text.mentions_in(sentence)}, found
