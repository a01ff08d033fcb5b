"""Finds the names of places: those of the gazetteer, and others that the text itself shows to be places."""

import re
from collections.abc import Iterator, Sequence

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.gazetteer import Place, PlaceHit, gazetteer
from jumelage.reading.lexicon import lexicon, words_of
from jumelage.reading.names.named import Named
from jumelage.reading.names.words import WordKind, words
from jumelage.reading.text.blocks import BlockKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

CONTAINER_AFTER = re.compile(r"\s?[(（,]\s?$")
CAPITAL = "A-ZÀ-ÞŁŚŠŽČĐ"
NAME_BEFORE_BRACKET = re.compile(
    rf"(?<![\w'’.-])(?P<name>[{CAPITAL}][\w'’-]+(?:[ -](?:[{CAPITAL}][\w'’-]+|de|la|a[mn]|der|sur|op|den|el|y))*)\s?\($"
)
LATIN_GLOSS = re.compile(r"\s?\((?P<name>[A-ZÀ-Þ][^()\d]{1,40})\)")
LARGE = {PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.PROVINCE}
LARGE_CITY = 100_000
WRITING_HAN = {"CN", "TW", "HK", "MO", "JP", "KR", "SG"}
HAN_LEVELS = {
    "省": "province",
    "州": "province",
    "县": "district",
    "区": "district",
    "市": "city",
    "町": "city",
    "镇": "city",
    "村": "city",
    "郡": "district",
    "道": "province",
    "府": "province",
}
LISTED = {BlockKind.ROW, BlockKind.ITEM, BlockKind.HEADING}


def find_places(text: AnnotatedText) -> list[Named]:
    """The names of places in a text, with the gazetteer's candidates for each."""
    found: list[Named] = []
    for sentence in text.sentences:
        hits = [h for h in gazetteer().find(sentence.text, sentence.language) if not h.adjective]
        hits = [h for h in hits if not _is_date(text, sentence, h) and _is_no_other_word(sentence, h)]
        found += (_named(sentence, h) for h in hits if not _doubtful(sentence, h) or _supported(sentence, h, hits))
        unknown = _unknown_chinese if sentence.language == "zh" else _unknown_bracketed
        found += unknown(sentence, hits)
    return found


def _is_date(text: AnnotatedText, sentence: Sentence, hit: PlaceHit) -> bool:
    """Whether a name is part of a date: "May", "August"."""
    start, end = sentence.start + hit.start, sentence.start + hit.end
    return any(date.start < end and start < date.end for date in text.dates_in(sentence))


def _is_no_other_word(sentence: Sentence, hit: PlaceHit) -> bool:
    """Whether a Chinese name without 市, 省 … is seen as a name by the tagger too; 友好 and 合作 are places as well."""
    covering = [w for w in words(sentence.text, sentence.language) if w.start < hit.end and hit.start < w.end]
    if any(w.kind is WordKind.PERSON and (w.start < hit.start or hit.end < w.end) for w in covering):
        return False
    place = hit.places[0]
    told = sentence.text[hit.end - 1] in HAN_LEVELS or place.level in LARGE or place.country not in WRITING_HAN
    if sentence.language != "zh" or told:
        return True
    return any(w.kind in {WordKind.PLACE, WordKind.ORGANISATION, WordKind.NAME} for w in covering)


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


def _supported(sentence: Sentence, hit: PlaceHit, hits: Sequence[PlaceHit]) -> bool:
    """Whether the text shows a doubtful name to be a place's: by what it lies in behind it, or by a word before it."""
    if any(_lies_in(hit, other, sentence.text) for other in hits):
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


def _unknown_bracketed(sentence: Sentence, hits: Sequence[PlaceHit]) -> Iterator[Named]:
    """Names before a bracket that holds a country or province: "Agnam-Goly (Sénégal)"."""
    for hit in hits:
        container = hit.places[0]
        if container.level not in LARGE or sentence.text[hit.start - 1 : hit.start] != "(":
            continue
        name = NAME_BEFORE_BRACKET.search(sentence.text, 0, hit.start)
        if not name or any(h.start < name.end("name") and name.start("name") < h.end for h in hits):
            continue
        if lexicon(sentence.language, "organisations")["no_part"].fullmatch(name["name"].split()[0]):
            continue
        yield Named(
            sentence.start + name.start("name"),
            sentence.start + name.end("name"),
            EntityType.PLACE,
            level=PlaceLevel.CITY,
            country=container.country,
        )


def _unknown_chinese(sentence: Sentence, hits: Sequence[PlaceHit]) -> Iterator[Named]:
    """Places the tagger sees and the gazetteer lacks; a Latin name in brackets may tell which place it is."""
    country: str | None = None
    for word in words(sentence.text, "zh"):
        known = [h for h in hits if h.start < word.end and word.start < h.end]
        if known:
            country = next((h.places[0].country for h in known if h.places[0].level is PlaceLevel.COUNTRY), country)
        start = max([word.start, *(h.end for h in known if h.end < word.end)])
        name = sentence.text[start : word.end]
        if word.kind is not WordKind.PLACE or len(name) < 2 or (known and start == word.start):
            continue
        gloss = LATIN_GLOSS.match(sentence.text, word.end)
        places: tuple[Place, ...] = gazetteer().lookup(gloss["name"]) if gloss else ()
        if not places and name[-1] not in HAN_LEVELS:
            continue
        yield Named(
            sentence.start + start,
            sentence.start + word.end,
            EntityType.PLACE,
            tuple(p for p in places if p.country == country) or places,
            PlaceLevel(HAN_LEVELS.get(name[-1], "city")),
            country,
        )
