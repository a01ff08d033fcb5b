"""Finds the names of persons."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.names.named import Named, by_sentence
from jumelage.reading.names.persons.given import surname_first
from jumelage.reading.names.persons.han import find_in_han
from jumelage.reading.names.persons.latin import ADDRESSED, GIVEN, find_in_latin
from jumelage.vocabulary.kinds import EntityType

__all__ = ["find_persons"]

SHORTEST_ALONE = 3
"""A name of so few letters may be another word elsewhere in the text."""


def find_persons(text: AnnotatedText, places: Sequence[Named], organisations: Sequence[Named]) -> list[Named]:
    """The names of persons in a text, without forms of address."""
    found: list[Named] = []
    where, who = by_sentence(places, text.sentences), by_sentence(organisations, text.sentences)
    for sentence, places_inside, bodies_inside in zip(text.sentences, where, who, strict=True):
        if sentence.language == "zh":
            found += find_in_han(sentence)
        else:
            found += find_in_latin(sentence, places_inside, bodies_inside)
    return found + list(_by_surname(text, found))


def _by_surname(text: AnnotatedText, known: Sequence[Named]) -> Iterator[Named]:
    """Where a person named in full elsewhere is called by the surname alone."""
    surnames = {surname for name in known if (surname := _surname(text.text[name.start : name.end], name.weight))}
    if not surnames:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(surnames, key=len, reverse=True)))})(?![\w-])")
    ordered = sorted(known, key=lambda name: name.start)
    for match in pattern.finditer(text.text):
        index = bisect_left(ordered, match.end(), key=lambda name: name.start)
        if not index or ordered[index - 1].end <= match.start():
            yield Named(match.start(), match.end(), EntityType.PERSON, weight=GIVEN)


def _surname(name: str, weight: float) -> str | None:
    words = name.split()
    if len(words) < 2:
        return name if weight == ADDRESSED and len(name) > SHORTEST_ALONE else None
    if surname_first(name):
        return words[0]
    for index, word in enumerate(words[1:], start=1):
        if word.islower():
            return " ".join(words[index:]).capitalize()
    return words[-1]
