"""Whose document it is: the place that publishes it or that it speaks of most."""

from collections import Counter
from collections.abc import Mapping, Sequence

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.lexicon import lexicon
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel
from jumelage.vocabulary.names import folded

LETTERHEAD, IMPRINT = 300, 200
"""So many characters at the head and at the foot of a text tell whose it is."""
IN_LETTERHEAD = 2
FIRST_NAMED, SAID_BY_ITSELF = 2, 2
IN_ITS_LANGUAGE = 2
"""A place where the document's language is spoken counts as if named so many times more."""
SHORTEST_STEM = 2
LEVEL_WORDS = "市省州县縣区區町村道府"


def home(
    text: AnnotatedText, entities: Mapping[EntityId, Entity], mentions: Sequence[Mention], *levels: PlaceLevel
) -> EntityId | None:
    """The place a text belongs to; of the given levels, if any are given. A country is nobody's home here."""
    stems = {
        key: _stem(entity)
        for key, entity in entities.items()
        if entity.type is EntityType.PLACE and _may_be(entity, levels)
    }
    weight: Counter[EntityId] = Counter()
    for mention in mentions:
        place = mention.entity if mention.entity in stems else _place_of(entities[mention.entity], stems)
        if place is None or place not in stems:
            continue
        if not weight:
            weight[place] += FIRST_NAMED + SAID_BY_ITSELF * _says_ours(text, entities[place])
        outside = mention.start < LETTERHEAD or mention.end > len(text.text) - IMPRINT
        weight[place] += 1 + IN_LETTERHEAD * outside
    at_home = lexicon(text.language, "references").words("spoken_in")
    for place in weight:
        weight[place] += IN_ITS_LANGUAGE * (entities[place].country in at_home)
    return max(weight, key=lambda place: weight[place], default=None)


def _says_ours(text: AnnotatedText, place: Entity) -> int:
    """How often a text says "our city", "the council" and the like, as the place named first would of itself."""
    own = lexicon(text.language, "references").table("own")
    return len(own[place.level].findall(text.text)) if place.level in own else 0


def _may_be(entity: Entity, levels: tuple[PlaceLevel, ...]) -> bool:
    return entity.level is not PlaceLevel.COUNTRY and (not levels or entity.level in levels)


def _place_of(entity: Entity, stems: Mapping[EntityId, str]) -> EntityId | None:
    """The place of an organisation: the one known, or the one whose name its own holds (天津市外办)."""
    if entity.type is not EntityType.ORGANISATION:
        return None
    if entity.place:
        return entity.place
    name = folded(entity.name)
    held = [key for key, stem in stems.items() if len(stem) >= SHORTEST_STEM and stem in name]
    return max(held, key=lambda key: len(stems[key]), default=None)


def _stem(place: Entity) -> str:
    """A place's shortest name without the word for its level."""
    names = [folded(form.text.rstrip(LEVEL_WORDS) or form.text) for form in place.names]
    return min(names, key=len)
