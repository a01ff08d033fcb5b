"""Finds places the gazetteer lacks, by what the text says around them.

A capitalised name is a place where a word of level stands before it ("gemeente X", "the town of X"), an adjective of a
country ("het Poolse X"), where the country or province it lies in follows ("X (Sénégal)", "X in der Toskana"), or where
it stands in a table beside a country. Chinese names are places where the tagger sees one; a Latin name behind them in
brackets may tell which.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from jumelage.reading.gazetteer import Place, PlaceHit, gazetteer
from jumelage.reading.lexicon import lexicon, words_of
from jumelage.reading.names.named import Named
from jumelage.reading.names.words import WordKind, words
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

CAPITAL = "A-ZÀ-ÞŁŚŠŽČĐ"
NAME = rf"[{CAPITAL}][\w'’-]+(?:[ -](?:[{CAPITAL}][\w'’-]+|de|la|a[mn]|der|sur|op|den|el|e|y)(?![\w'’-]))*"
NAME_AT = re.compile(rf"\s*(?P<name>{NAME})")
NAME_ALONE = re.compile(rf"(?P<name>{NAME})(?:\s*\(\d+\))?")
NAME_BEFORE = re.compile(rf"(?<![\w'’.-])(?P<name>{NAME})$")
LATIN_GLOSS = re.compile(r"\s?\((?P<name>[A-ZÀ-Þ][^()\d]{1,40})\)")
BONDS = ("places.sister", "places.friendship", "either.sister", "either.friendship", "loose.friendship")
NEAR = 24
"""So many characters may stand between a word for a bond and "with"."""
BRACKET = re.compile(r"\s?\($")
LARGE = {PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.PROVINCE}
BY_CONTEXT = 0.7
"""Weighs less than a known place and a person."""
COMPOUND = 1.3
"""Weighs more than the known place that is only its first part: "gemeente Heusden-Zolder"."""
HAN_FOLLOWS = "于在的签结缔正自与和同及等为建达共举两双友姐"
"""What may stand right behind a name: the first characters of verbs and of what ties names."""
HAN_NAME = re.compile(rf"[㐀-鿿·]{{2,7}}?[省州道府县区郡市町镇村](?:(?=[{HAN_FOLLOWS}])|(?![㐀-鿿]))")
HAN_TIE = re.compile(r"[与和同及、\s]")
HAN_GENERIC = re.compile(r"(?:城市|[地社园省特辖街]区|乡镇|农村)$|[我其本该各两友姐全外对]")
HAN_NAME_KINDS = {WordKind.PLACE, WordKind.ORGANISATION, WordKind.PERSON, WordKind.NAME}
HAN_LEVELS = {
    **dict.fromkeys("省州道府", PlaceLevel.PROVINCE),
    **dict.fromkeys("县区郡", PlaceLevel.DISTRICT),
    **dict.fromkeys("市町镇村", PlaceLevel.CITY),
}


def unknown_places(sentence: Sentence, hits: Sequence[PlaceHit], country: str | None) -> Iterator[Named]:
    """The places of a sentence that are not among the gazetteer's `hits`, adjectives included in these.

    `country` is what the row or the heading over an item tells.
    """
    if sentence.language == "zh":
        yield from _chinese(sentence, [h for h in hits if not h.adjective])
        return
    known = [h for h in hits if not h.adjective]
    for start, end, level, told_country in (
        *_after_a_level(sentence),
        *_after_an_adjective(sentence, hits),
        *_before_a_container(sentence, known),
        *_beside_a_country(sentence, known, country),
        *_of_two_names(sentence, known),
        *_tied_by_a_bond(sentence, known),
    ):
        overlapping = [h for h in known if h.start < end and start < h.end]
        compound = "-" in sentence.text[start:end] and all(
            h.end <= end and h.end - max(h.start, start) < end - start for h in overlapping
        )
        if (overlapping and not compound) or _is_other(sentence.text[start:end], start, sentence):
            continue
        yield Named(
            sentence.start + start,
            sentence.start + end,
            EntityType.PLACE,
            level=level,
            country=told_country,
            weight=COMPOUND if compound and overlapping else BY_CONTEXT,
        )


Found = tuple[int, int, PlaceLevel, str | None]


def _after_a_level(sentence: Sentence) -> Iterator[Found]:
    for level, pattern in lexicon(sentence.language, "places").table("level_before").items():
        for match in pattern.finditer(sentence.text):
            if name := NAME_AT.match(sentence.text, match.end()):
                yield *name.span("name"), PlaceLevel(level), None


def _after_an_adjective(sentence: Sentence, hits: Sequence[PlaceHit]) -> Iterator[Found]:
    for hit in hits:
        if (
            hit.adjective
            and hit.places[0].level is PlaceLevel.COUNTRY
            and (name := NAME_AT.match(sentence.text, hit.end))
        ):
            yield *name.span("name"), PlaceLevel.CITY, hit.places[0].country


def _before_a_container(sentence: Sentence, hits: Sequence[PlaceHit]) -> Iterator[Found]:
    inside = lexicon(sentence.language, "places")["lies_in"]
    for hit in hits:
        container = hit.places[0]
        if container.level not in LARGE:
            continue
        before = sentence.text[: hit.start]
        joint = BRACKET.search(before) or next(
            (m for m in inside.finditer(before) if m.end() == len(before.rstrip())), None
        )
        if joint and (name := NAME_BEFORE.search(before, 0, len(before[: joint.start()].rstrip(" ,")))):
            yield *name.span("name"), PlaceLevel.CITY, container.country


def _beside_a_country(sentence: Sentence, hits: Sequence[PlaceHit], country: str | None) -> Iterator[Found]:
    """The name that fills a cell of a table row in which another cell is a country, or an item under a country."""
    if country and not hits and (name := NAME_ALONE.fullmatch(sentence.text)):
        yield *name.span("name"), PlaceLevel.CITY, country


def _of_two_names(sentence: Sentence, hits: Sequence[PlaceHit]) -> Iterator[Found]:
    """Two places of one country joined by a hyphen are one that was made of both: "Heusden-Zolder"."""
    for one, other in pairwise(hits):
        countries = [p.country for p in other.places if p.country in {q.country for q in one.places}]
        if countries and sentence.text[one.end : other.start] == "-":
            yield sentence.text.rfind(" ", 0, one.end) + 1, other.end, PlaceLevel.CITY, countries[0]


def _tied_by_a_bond(sentence: Sentence, hits: Sequence[PlaceHit]) -> Iterator[Found]:
    """The name behind "twinned with", and those that stand in a row with a known place where a bond is spoken of."""
    bonds = [m for sort in BONDS for m in lexicon(sentence.language, "twinnings")[sort].finditer(sentence.text)]
    if not bonds:
        return
    with_whom, beside = _ties(sentence.language)
    for match in with_whom.finditer(sentence.text):
        if any(0 <= match.start() - bond.end() < NEAR or 0 <= bond.start() - match.end() < NEAR for bond in bonds):
            yield *match.span("name"), PlaceLevel.CITY, None
    for hit in hits:
        if following := beside.match(sentence.text, hit.end):
            yield *following.span(following.lastgroup or 0), PlaceLevel.CITY, None


@cache
def _ties(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name behind "with", and a name behind "," or "and" that something like a list goes on after."""
    parties = lexicon(language, "parties")
    filler = rf"(?:(?:{parties.any_of('filler')})\s+){{0,3}}"
    return (
        re.compile(rf"(?<!\w)(?:{parties.any_of('with')})\s+{filler}(?P<name>(?-i:{NAME}))", re.IGNORECASE),
        re.compile(
            rf"(?:\s?\([^()]*\))?(?:\s*,\s*{filler}(?P<listed>(?-i:{NAME}))(?=\s*[,.;(]|$)"
            rf"|\s*,?\s(?:{parties.any_of('and')})\s+{filler}(?P<last>(?-i:{NAME})))",
            re.IGNORECASE,
        ),
    )


def _is_other(name: str, start: int, sentence: Sentence) -> bool:
    """Whether a capitalised word is no name: a common noun, a word of the field, the head of an organisation's name."""
    first_word = name.split()[0]
    if lexicon(sentence.language, "organisations")["no_part"].fullmatch(first_word):
        return True
    if first_word.casefold() in words_of(sentence.language):
        return True
    return any(w.start == start and w.kind is WordKind.NOUN for w in words(sentence.text, sentence.language))


def _chinese(sentence: Sentence, hits: Sequence[PlaceHit]) -> Iterator[Named]:
    """The places that the tagger sees, and those that stand whole between what ties names and a word of level."""
    yield from _whole_han_names(sentence, hits)
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
            HAN_LEVELS.get(name[-1], PlaceLevel.CITY),
            country,
        )


def _whole_han_names(sentence: Sentence, hits: Sequence[PlaceHit]) -> Iterator[Named]:
    """The names behind a country's or behind "and" up to 市, 县, 町 …, of which the gazetteer knows at most the end."""
    countries = {h.end: h.places[0].country for h in hits if h.places[0].level is PlaceLevel.COUNTRY}
    beginnings = {*countries, *(m.end() for m in HAN_TIE.finditer(sentence.text))}
    names = {w.start for w in words(sentence.text, "zh") if w.kind in HAN_NAME_KINDS}
    for start in sorted(beginnings):
        name = HAN_NAME.match(sentence.text, start)
        if name is None or HAN_GENERIC.search(name[0]) or (start not in countries and start not in names):
            continue
        inside = [h for h in hits if h.start < name.end() and start < h.end]
        if all(start < h.start and h.end == name.end() for h in inside):
            level = HAN_LEVELS[name[0][-1]]
            span = sentence.start + start, sentence.start + name.end()
            yield Named(*span, EntityType.PLACE, level=level, country=countries.get(start), weight=COMPOUND)
