"""Finds the words that stand for an entity named elsewhere: "our city", 我市, "the province", "die chinesische Stadt".

`own` words stand for the place whose document it is, `definite` ones for the place of that level that was named last,
words for organisations for the one of that kind that was named last. An adjective of a country between article and noun
narrows the choice to that country.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.gazetteer import PlaceHit
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.home import home
from jumelage.reading.names.place_hits import place_hits
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

NEIGHBOURING = {
    PlaceLevel.PROVINCE: (PlaceLevel.PROVINCE, PlaceLevel.REGION),
    PlaceLevel.REGION: (PlaceLevel.REGION, PlaceLevel.PROVINCE),
    PlaceLevel.CITY: (PlaceLevel.CITY,),
    PlaceLevel.DISTRICT: (PlaceLevel.DISTRICT,),
}
"""A word for a level may be used of a place of a kindred one."""


def find_references(
    text: AnnotatedText, entities: Mapping[EntityId, Entity], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions given and those found, in text order."""
    taken = list(mentions)
    last = Last(entities, mentions)

    @cache
    def home_of(*levels: PlaceLevel) -> EntityId | None:
        return home(text, entities, mentions, *levels)

    for sentence in text.sentences:
        first = bisect_right(mentions, sentence.start, key=attrgetter("end"))
        inside = list(mentions[first : bisect_left(mentions, sentence.end, key=attrgetter("start"))])
        for reference in (
            *_own(sentence, home_of),
            *_definite(sentence, [h for h in place_hits(text)[sentence.index] if h.adjective], last, home_of),
            *_organisations(sentence, last),
        ):
            free = all(reference.end <= m.start or m.end <= reference.start for m in inside)
            if free and not any(text.text[m.end : reference.start] == " " for m in inside if m.end < reference.start):
                inside.append(reference)
                taken.append(reference)
    return sorted(taken, key=lambda m: m.start)


def _own(sentence: Sentence, home_of: Callable[..., EntityId | None]) -> Iterator[Mention]:
    for name, pattern in lexicon(sentence.language, "references").possible("own", sentence.text):
        for match in pattern.finditer(sentence.text):
            if place := home_of(*NEIGHBOURING[PlaceLevel(name)]):
                yield _reference(sentence, match.start(), match.end(), EntityType.PLACE, place)


def _definite(
    sentence: Sentence, adjectives: Sequence[PlaceHit], last: "Last", home_of: Callable[..., EntityId | None]
) -> Iterator[Mention]:
    words = lexicon(sentence.language, "references")
    for name, pattern in words.possible("definite", sentence.text):
        levels = NEIGHBOURING[PlaceLevel(name)]
        for match in pattern.finditer(sentence.text):
            beside = [h for h in adjectives if match.start() <= h.start and h.end <= match.end() + 1]
            countries = {p.country for h in beside for p in h.places[:1]}
            own = home_of(*levels) if not countries else None
            if chosen := own or last.place(sentence.start + match.start(), levels, frozenset(countries)):
                yield _reference(sentence, match.start(), match.end(), EntityType.PLACE, chosen)


def _organisations(sentence: Sentence, last: "Last") -> Iterator[Mention]:
    for kind, pattern in lexicon(sentence.language, "references").possible("organisations", sentence.text):
        for match in pattern.finditer(sentence.text):
            if before := last.organisation(sentence.start + match.start(), kind.replace("_", " ")):
                yield _reference(sentence, match.start(), match.end(), EntityType.ORGANISATION, before)


class Last:
    """What was named last before an offset."""

    def __init__(self, entities: Mapping[EntityId, Entity], mentions: Sequence[Mention]) -> None:
        self._entities, self._mentions = entities, mentions
        self._places: dict[tuple[tuple[PlaceLevel, ...], frozenset[str]], list[Mention]] = {}
        self._organisations: dict[str, list[Mention]] = {}

    def place(self, offset: int, levels: tuple[PlaceLevel, ...], countries: frozenset[str]) -> EntityId | None:
        """The place of a level, and of a country if any is given, named last before an offset, or first after it."""
        if (levels, countries) not in self._places:
            named = ((m, self._entities[m.entity]) for m in self._mentions)
            self._places[levels, countries] = [
                m for m, e in named if e.level in levels and (not countries or e.country in countries)
            ]
        fitting = self._places[levels, countries]
        return fitting[max(_before(fitting, offset) - 1, 0)].entity if fitting else None

    def organisation(self, offset: int, kind: str) -> EntityId | None:
        """The organisation of a kind that was named last before an offset."""
        if kind not in self._organisations:
            self._organisations[kind] = [m for m in self._mentions if self._entities[m.entity].kind == kind]
        fitting = self._organisations[kind]
        before = _before(fitting, offset)
        return fitting[before - 1].entity if before else None


def _before(mentions: Sequence[Mention], offset: int) -> int:
    """How many of the mentions stand before an offset."""
    return bisect_left(mentions, offset, key=attrgetter("start"))


def _reference(sentence: Sentence, start: int, end: int, kind: EntityType, entity: EntityId) -> Mention:
    return Mention(sentence.start + start, sentence.start + end, kind, entity, reference=True)
