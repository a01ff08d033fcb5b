"""Whose document it is: the place that publishes it or that it speaks of most."""

from collections import Counter
from collections.abc import Mapping, Sequence

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

LETTERHEAD, IMPRINT = 300, 200
"""So many characters at the head and at the foot of a text tell whose it is."""
IN_LETTERHEAD = 2.0


def home(
    text: AnnotatedText, entities: Mapping[EntityId, Entity], mentions: Sequence[Mention], *levels: PlaceLevel
) -> EntityId | None:
    """The place a text belongs to; of the given levels, if any are given. A country is nobody's home here."""
    weight: Counter[EntityId] = Counter()
    for mention in mentions:
        entity = entities[mention.entity]
        place = mention.entity if entity.type is EntityType.PLACE else entity.place
        if place is None or entities[place].level is PlaceLevel.COUNTRY:
            continue
        if levels and entities[place].level not in levels:
            continue
        outside = mention.start < LETTERHEAD or mention.end > len(text.text) - IMPRINT
        weight[place] += 1 + int(IN_LETTERHEAD * outside)
    return max(weight, key=lambda place: weight[place], default=None)
