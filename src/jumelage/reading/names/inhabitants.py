"""Finds the words that tell of a place without naming it: its adjective and what its people are called.

"Arnhemse", "rennaise", "Nürnberger", "Gentenaars" are told from a place the text names and the endings its language
derives such words with (`inhabitants.toml`); "Flemish", "les Japonais" by the gazetteer. The adjective of a country
stands, as a word for people, for the one place of that country that the text names.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, lexicon
from jumelage.reading.names.place_hits import place_hits
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel
from jumelage.vocabulary.names import folded

WORD = re.compile(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")
SHORTEST_STEM = 4
LOST = 2
"""So many letters at the end of a name may give way to an ending: "Antwerpen", "Antwerpse"."""


@lru_cache(maxsize=1)
def inhabitants(text: AnnotatedText) -> Mapping[int, Sequence[Mention]]:
    """By the number of a sentence, the words in it that stand for a place by its people or its adjective."""
    places = {key: entity for key, entity in text.entities.items() if entity.type is EntityType.PLACE}
    stems = _stems({key: entity for key, entity in places.items() if entity.level is not PlaceLevel.COUNTRY})
    return {s.index: tuple(_in_sentence(text, s, places, stems)) for s in text.sentences}


def _in_sentence(
    text: AnnotatedText, sentence: Sentence, places: Mapping[EntityId, Entity], stems: Mapping[str, "Stem"]
) -> Iterator[Mention]:
    if sentence.language in WITHOUT_WORD_BOUNDARIES:
        return
    named = text.mentions_in(sentence)
    people = _people(sentence)
    adjectives = {h.start: h for h in place_hits(text)[sentence.index] if h.adjective}
    for word in WORD.finditer(sentence.text):
        start, end = sentence.start + word.start(), sentence.start + word.end()
        if any(m.start < end and start < m.end for m in named):
            continue
        place = _derived_from(word[0], sentence.language, stems)
        if not place and (hit := adjectives.get(word.start())):
            place = _one_of({p.key for p in hit.places}, places)
            if not place and hit.places[0].level is PlaceLevel.COUNTRY and _is_beside_people(sentence, word):
                place = _only_one_in(hit.places[0].country, places)
        if not place and (country := people.get(word.start())):
            place = _only_one_in(country, places)
        if place:
            yield Mention(start, end, EntityType.PLACE, place, reference=True)


def _people(sentence: Sentence) -> dict[int, str]:
    """Where a sentence speaks of the people of a country, and of which: "les Japonais", "Chinezen"."""
    words = lexicon(sentence.language, "inhabitants").possible("people", sentence.text)
    return {match.start(): country for country, word in words for match in word.finditer(sentence.text)}


def _is_beside_people(sentence: Sentence, adjective: re.Match[str]) -> bool:
    """Whether the adjective of a country speaks of people: "the Dutch visitors", "délégation chinoise"."""
    words = lexicon(sentence.language, "inhabitants")["beside_people"]
    return any(
        m.start() == adjective.end() + 1 or m.end() == adjective.start() - 1 for m in words.finditer(sentence.text)
    )


Stem = tuple[int, EntityId]
"""The place a stem belongs to, and its number among those of the text."""


def _stems(places: Mapping[EntityId, Entity]) -> dict[str, Stem]:
    """What words may begin with that are derived from the name of a place, with the first place of that name."""
    stems: dict[str, Stem] = {}
    for number, (key, entity) in enumerate(places.items()):
        for form in entity.names:
            name = folded(form.text)
            for length in range(max(len(name) - LOST, SHORTEST_STEM), len(name) + 1):
                stems.setdefault(name[:length], (number, key))
    return stems


def _derived_from(word: str, language: str, stems: Mapping[str, Stem]) -> EntityId | None:
    """The place, of those a text names, from whose name a word is derived."""
    written = folded(word)
    lengths = (n for n in range(SHORTEST_STEM, len(written) + 1) if written[:n] in stems)
    found = [stems[written[:n]] for n in lengths if _endings(language).fullmatch(written, n)]
    return min(found)[1] if found else None


def _one_of(keys: set[str], places: Mapping[EntityId, Entity]) -> EntityId | None:
    return next((key for key, entity in places.items() if entity.gazetteer in keys), None)


def _only_one_in(country: str, places: Mapping[EntityId, Entity]) -> EntityId | None:
    inside = [k for k, e in places.items() if e.country == country and e.level is not PlaceLevel.COUNTRY]
    return inside[0] if len(inside) == 1 else None


@lru_cache
def _endings(language: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon(language, "inhabitants").words("endings")) or "(?!)")
