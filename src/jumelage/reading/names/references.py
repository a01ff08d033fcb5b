"""Finds the words that stand for an entity named elsewhere: "our city", 我市, "the province", "die chinesische Stadt".

`own` words stand for the place whose document it is, `definite` ones for the place of that level that was named last,
words for organisations for the one of that kind that was named last. An adjective of a country between article and noun
narrows the choice to that country.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.gazetteer import gazetteer
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.home import home
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

    @cache
    def home_of(*levels: PlaceLevel) -> EntityId | None:
        return home(text, entities, mentions, *levels)

    for sentence in text.sentences:
        inside = [m for m in mentions if m.start < sentence.end and sentence.start < m.end]
        for reference in (
            *_own(sentence, home_of),
            *_definite(sentence, entities, mentions, home_of),
            *_organisations(sentence, entities, mentions),
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
    sentence: Sentence,
    entities: Mapping[EntityId, Entity],
    mentions: Sequence[Mention],
    home_of: Callable[..., EntityId | None],
) -> Iterator[Mention]:
    words = lexicon(sentence.language, "references")
    adjectives = [h for h in gazetteer().find(sentence.text, sentence.language) if h.adjective]
    for name, pattern in words.possible("definite", sentence.text):
        levels = NEIGHBOURING[PlaceLevel(name)]
        for match in pattern.finditer(sentence.text):
            beside = [h for h in adjectives if match.start() <= h.start and h.end <= match.end() + 1]
            countries = {p.country for h in beside for p in h.places[:1]}
            place = _last(sentence.start + match.start(), levels, countries, entities, mentions)
            own = home_of(*levels) if not countries else None
            if chosen := own or place:
                yield _reference(sentence, match.start(), match.end(), EntityType.PLACE, chosen)


def _organisations(
    sentence: Sentence, entities: Mapping[EntityId, Entity], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    for kind, pattern in lexicon(sentence.language, "references").possible("organisations", sentence.text):
        for match in pattern.finditer(sentence.text):
            before = [
                m
                for m in mentions
                if m.start < sentence.start + match.start() and entities[m.entity].kind == kind.replace("_", " ")
            ]
            if before:
                yield _reference(
                    sentence, match.start(), match.end(), EntityType.ORGANISATION, max(before, key=_start).entity
                )


def _last(
    offset: int,
    levels: tuple[PlaceLevel, ...],
    countries: set[str],
    entities: Mapping[EntityId, Entity],
    mentions: Sequence[Mention],
) -> EntityId | None:
    """The place of a level, and of a country if any is given, named last before an offset; or else first after it."""
    fitting = [
        m
        for m in mentions
        if entities[m.entity].level in levels and (not countries or entities[m.entity].country in countries)
    ]
    before = [m for m in fitting if m.start < offset]
    if before:
        return max(before, key=_start).entity
    return min(fitting, key=_start).entity if fitting else None


def _start(mention: Mention) -> int:
    return mention.start


def _reference(sentence: Sentence, start: int, end: int, kind: EntityType, entity: EntityId) -> Mention:
    return Mention(sentence.start + start, sentence.start + end, kind, entity, reference=True)
