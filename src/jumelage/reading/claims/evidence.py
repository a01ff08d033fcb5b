"""The passages a claim rests on: the sentences that make it, and one that names whom it is about."""

from collections.abc import Iterable

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Passage
from jumelage.vocabulary.entities import EntityId


def evidence(text: AnnotatedText, sentences: Iterable[Sentence], about: Iterable[EntityId]) -> tuple[Passage, ...]:
    """The passages of the sentences, with the last name before them where they only refer ("they")."""
    told, subjects = list(sentences), set(about)
    names = [m for m in text.mentions if m.entity in subjects and not m.reference]
    if not any(s.start <= m.start < s.end for s in told for m in names):
        before = [m for m in names if m.start < told[0].start] or names
        named = [text.passage((m.start, m.end)) for m in before[-1:]]
        return (*named, *(text.passage(s) for s in told))
    return tuple(text.passage(s) for s in told)
