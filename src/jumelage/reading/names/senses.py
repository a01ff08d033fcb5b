"""Decides which of several places of one name a text means.

What stands beside a name decides first: the country or province behind it ("Limburg, Belgium", "Vienne (Frankreich)"),
the country or its adjective before it ("het Poolse Pulawy", 比利时安特卫普省). Then the rest of the text: the place
that is named in full elsewhere, the countries and provinces that are spoken of. A name means the same throughout a text
unless a word beside it says otherwise.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice, takewhile
from math import log10

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.gazetteer import Place, gazetteer, name_key
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.named import Named
from jumelage.reading.names.place_hits import place_hits
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

BESIDE = 5.0
NAMED_IN_FULL = 3.0
CONTAINER_NAMED = 2.0
COUNTRY_NAMED = 1.5
INHABITANTS = 1.2
"""What ten times as many inhabitants speak for a place."""
LEVEL_SPOKEN_OF = 2.0
LARGE = {PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.PROVINCE}
PLAIN_LEVEL = {PlaceLevel.DISTRICT: -2.0, PlaceLevel.REGION: -1.0}
"""Without a word that says so, a name is rather a town's than that of a district or region named after it."""
LONGEST_NAME = 80
NEAR = 12
"""How many characters may stand between a name and the adjective of its country."""


def senses(text: AnnotatedText, names: Sequence[Named]) -> dict[int, Place]:
    """For each name of a place that the gazetteer knows, by its offset, the place it means here."""
    known = sorted((n for n in names if n.type is EntityType.PLACE and n.places), key=lambda n: n.start)
    certain = [n.places[0] for n in known if len(n.places) == 1]
    named_in_full = {p.key for p in certain}
    countries = Counter(p.country for p in certain)
    adjectives = _adjectives(text)
    levels = _levels_spoken_of(text)
    by_name: dict[str, list[Named]] = defaultdict(list)
    for name in known:
        by_name[name_key(text.text[name.start : name.end])].append(name)

    meant: dict[int, Place] = {}
    for same in by_name.values():
        votes: Counter[str] = Counter()
        beside: dict[int, dict[str, float]] = {}
        for name in same:
            beside[name.start] = {p.key: _beside(p, name, known, adjectives, text) for p in name.places}
            votes.update(beside[name.start])
        for name in same:
            scores = {
                p.key: 2 * beside[name.start][p.key]
                + votes[p.key]
                + NAMED_IN_FULL * (p.key in named_in_full)
                + CONTAINER_NAMED * (p.parent in named_in_full)
                + COUNTRY_NAMED * bool(countries[p.country])
                + LEVEL_SPOKEN_OF * levels[p.level]
                + PLAIN_LEVEL.get(p.level, 0.0)
                + INHABITANTS * log10(p.population + 1)
                for p in name.places
            }
            meant[name.start] = max(name.places, key=lambda p: scores[p.key])
    return meant


def _levels_spoken_of(text: AnnotatedText) -> dict[PlaceLevel, float]:
    """The share of each level in the words of a text that speak of one: "sister city", "gouverneur", 省长."""
    counts = Counter[PlaceLevel]()
    for sentence in text.sentences:
        for level, pattern in lexicon(sentence.language, "places").possible("level_words", sentence.text):
            counts[PlaceLevel(level)] += len(pattern.findall(sentence.text))
    return {level: counts[level] / max(1, counts.total()) for level in PlaceLevel}


def _adjectives(text: AnnotatedText) -> list[tuple[int, int, Place]]:
    """The adjectives of places in a text: "Polish", "vlaamse"."""
    return [
        (sentence.start + hit.start, sentence.start + hit.end, hit.places[0])
        for sentence in text.sentences
        for hit in place_hits(text)[sentence.index]
        if hit.adjective
    ]


def _beside(
    place: Place, name: Named, known: Sequence[Named], adjectives: Sequence[tuple[int, int, Place]], text: AnnotatedText
) -> float:
    """How much what stands beside a name speaks for a place."""
    score = 0.0
    first = bisect_left(known, name.start - NEAR - LONGEST_NAME, key=lambda n: n.start)
    for other in takewhile(lambda n: n.start < name.end + NEAR, islice(known, first, None)):
        if other is name or not (-NEAR < other.start - name.end < NEAR or -NEAR < name.start - other.end < NEAR):
            continue
        container = other.places[0]
        between = text.text[min(name.end, other.end) : max(name.start, other.start)]
        joined = between.strip() in {"(", ",", ", (", "", "(in"} or between.strip().casefold() in {
            "in",
            "of",
            "de",
            "van",
        }
        if joined and container.level in LARGE and place.country == container.country and place != container:
            score += BESIDE if gazetteer().within(place.key, container.key) else BESIDE / 2
        if joined and other.end <= name.start and place.level in LARGE:
            score += BESIDE * any(gazetteer().within(inner.key, place.key) for inner in other.places)
    first = bisect_left(adjectives, name.start - NEAR - LONGEST_NAME, key=lambda a: a[0])
    for _, end, country in takewhile(lambda a: a[0] < name.start, islice(adjectives, first, None)):
        if name.start - end < NEAR + 8:
            score += BESIDE * (country.country == place.country)
    return score
