"""Finds the names of places: those of the gazetteer, and others that the text itself shows to be places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.gazetteer import PlaceHit, gazetteer
from jumelage.reading.gazetteer.doubtful import doubtful_names
from jumelage.reading.lexicon import lexicon, words_of
from jumelage.reading.names.named import Named
from jumelage.reading.names.place_hits import place_hits
from jumelage.reading.names.titles import find_titles
from jumelage.reading.names.unknown_places import HAN_LEVELS, LARGE, LATIN_GLOSS, unknown_places
from jumelage.reading.names.words import WordKind, words
from jumelage.reading.text.blocks import Block, BlockKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

CONTAINER_AFTER = re.compile(r"\s?[(（,]\s?$")
LARGE_CITY = 100_000
SHORTEST_HAN = 3
NAMED_WITH_LEVEL = 3.0
"""Weighs more than what the tagger takes for a person."""
WRITING_HAN = {"CN", "TW", "HK", "MO", "JP", "KR", "SG"}


def find_places(text: AnnotatedText) -> list[Named]:
    """The names of places in a text, with the gazetteer's candidates for each."""
    found: list[Named] = []
    hits = place_hits(text)
    countries = _countries_of_blocks(text, hits)
    for sentence in text.sentences:
        country = countries.get(sentence.block) or countries.get(sentence.block.section)
        names = [h for h in hits[sentence.index] if not h.adjective]
        names = [h for h in names if not _is_date(text, sentence, h) and _is_no_other_word(sentence, h)]
        titles = find_titles(sentence.text, sentence.language)
        names = [h for h in names if not any(t.start <= h.start and h.end <= t.end for t in titles)]
        sure = [h for h in names if not _doubtful(sentence, h) or _supported(sentence, h, names, country)]
        adjectives = [h for h in hits[sentence.index] if h.adjective]
        here = [*(_named(sentence, h) for h in sure), *unknown_places(sentence, [*sure, *adjectives], country)]
        found += [n for n in here if sentence.language != "zh" or not _is_word_for_a_bond(sentence, n)]
    return [*found, *_without_level(text, found)]


def _without_level(text: AnnotatedText, found: Sequence[Named]) -> Iterator[Named]:
    """Where a place named with its level in Chinese stands again without: 法恩扎 in a text that names 法恩扎市."""
    bare: dict[str, Named] = {}
    for name in found:
        written = text.text[name.start : name.end]
        if written[-1] in HAN_LEVELS and len(written) >= SHORTEST_HAN:
            bare.setdefault(written[:-1], name)
    taken = {name.start for name in found}
    for written, name in bare.items():
        if written not in doubtful_names("zh"):
            for match in re.finditer(re.escape(written), text.text):
                if match.start() not in taken:
                    yield replace(name, start=match.start(), end=match.end(), weight=NAMED_WITH_LEVEL)


def _countries_of_blocks(text: AnnotatedText, hits: Sequence[Sequence[PlaceHit]]) -> dict[Block | None, str]:
    """The country that a cell of a row, or a heading, consists of."""
    return {
        sentence.block: hit.places[0].country
        for sentence in text.sentences
        if sentence.block.kind in {BlockKind.ROW, BlockKind.HEADING}
        for hit in hits[sentence.index]
        if hit.places[0].level is PlaceLevel.COUNTRY and (hit.start, hit.end) == (0, len(sentence.text))
    }


def _is_date(text: AnnotatedText, sentence: Sentence, hit: PlaceHit) -> bool:
    """Whether a name is part of a date: "May", "August"."""
    start, end = sentence.start + hit.start, sentence.start + hit.end
    return any(date.start < end and start < date.end for date in text.dates_in(sentence))


def _is_no_other_word(sentence: Sentence, hit: PlaceHit) -> bool:
    """Whether a Chinese name without 市, 省 … is seen as a name by the tagger too; 友好 and 合作 are places as well."""
    if sentence.language != "zh":
        return True
    covering = [w for w in words(sentence.text, sentence.language) if w.start < hit.end and hit.start < w.end]
    if any(w.kind is WordKind.PERSON and (w.start < hit.start or hit.end < w.end) for w in covering):
        return False
    place = hit.places[0]
    told = sentence.text[hit.end - 1] in HAN_LEVELS or place.level in LARGE or place.country not in WRITING_HAN
    return told or any(w.kind in {WordKind.PLACE, WordKind.ORGANISATION, WordKind.NAME} for w in covering)


def _is_word_for_a_bond(sentence: Sentence, name: Named) -> bool:
    """Whether a Chinese name begins within a word like 友好市 or 友好省州."""
    start, bonds = name.start - sentence.start, lexicon("zh", "twinnings")["places.sister"]
    return any(m.start() <= start < m.end() for m in bonds.finditer(sentence.text))


def _named(sentence: Sentence, hit: PlaceHit) -> Named:
    places = hit.places
    if sentence.language == "zh" and (gloss := LATIN_GLOSS.match(sentence.text, hit.end)):
        glossed = gazetteer().lookup(gloss["name"])
        both = [p for p in places if p in glossed]
        places = tuple(dict.fromkeys([*both, *glossed, *places]))
    return Named(sentence.start + hit.start, sentence.start + hit.end, EntityType.PLACE, places)


def _doubtful(sentence: Sentence, hit: PlaceHit) -> bool:
    """Whether the name alone is not enough: a word of the field's own vocabulary, or capitals within a sentence."""
    written = sentence.text[hit.start : hit.end]
    small = hit.places[0].population < LARGE_CITY and hit.places[0].level not in LARGE
    in_capitals = written.isupper() and hit.start > 0 and not sentence.text.isupper()
    return hit.weak or (small and (in_capitals or written.casefold() in words_of(sentence.language)))


def _supported(sentence: Sentence, hit: PlaceHit, hits: Sequence[PlaceHit], country: str | None) -> bool:
    """Whether the text shows a doubtful name to be a place's: by what it lies in behind it, or by a word before it."""
    if any(_lies_in(hit, other, sentence.text) for other in hits) or country in {p.country for p in hit.places}:
        return True
    before = sentence.text[max(0, hit.start - 24) : hit.start].rstrip()
    return any(m.end() == len(before) for m in lexicon(sentence.language, "places")["before_a_place"].finditer(before))


def _lies_in(hit: PlaceHit, other: PlaceHit, text: str) -> bool:
    between = text[hit.end : other.start]
    return CONTAINER_AFTER.fullmatch(between) is not None and any(
        place.country == container.country and container.level in LARGE
        for place in hit.places
        for container in other.places[:2]
    )
