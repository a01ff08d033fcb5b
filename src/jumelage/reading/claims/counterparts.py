"""Who a text is about where a sentence does not say: the place that speaks, and who stands on the other side."""

from collections import Counter
from collections.abc import Iterable

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

OPENING = 5
"""Blocks at the head of a text: title, publisher, lead."""


class Counterparts:
    """The places and organisations of a text, by how much and how closely together it names them."""

    def __init__(self, text: AnnotatedText) -> None:
        self.text = text
        self._weight: Counter[EntityId] = Counter()
        self._together: Counter[tuple[EntityId, EntityId]] = Counter()
        self._sentences: dict[EntityId, list[int]] = {}
        opening = text.blocks[min(OPENING, len(text.blocks)) - 1].end if text.blocks else 0
        for sentence in text.sentences:
            parties = [m.entity for m in text.mentions_in(sentence) if m.type is not EntityType.PERSON]
            for entity in parties:
                self._weight[entity] += 2 if sentence.start < opening else 1
                self._sentences.setdefault(entity, []).append(sentence.index)
            distinct = set(parties)
            for a in distinct:
                for b in distinct - {a}:
                    self._together[a, b] += 1

    @property
    def home(self) -> EntityId | None:
        """The place the text speaks for or of most."""
        return max(self._places(), key=lambda e: self._weight[e], default=None)

    def country(self, entity: EntityId) -> str | None:
        """The country of a place, or of the place of an organisation, where that is known."""
        found = self.text.entities[entity]
        if found.type is EntityType.ORGANISATION and found.place:
            found = self.text.entities[found.place]
        return found.country

    def abroad(self, a: EntityId, b: EntityId) -> bool:
        """Whether two entities are known to lie in different countries."""
        x, y = self.country(a), self.country(b)
        return x is not None and y is not None and x != y

    def counterpart(self, of: Iterable[EntityId], near: Sentence) -> EntityId | None:
        """The place on the other side: abroad, named with these or near this sentence, and often."""
        ours = list(of)
        others = [e for e in self._places() if e not in ours and all(self.abroad(e, o) for o in ours)]
        return max(others, key=lambda e: self._closeness(e, ours, near), default=None)

    def _closeness(self, entity: EntityId, ours: Iterable[EntityId], near: Sentence) -> float:
        distance = min(abs(i - near.index) for i in self._sentences[entity])
        return self._weight[entity] + 2 * sum(self._together[entity, o] for o in ours) + 4 / (1 + distance)

    def _places(self) -> list[EntityId]:
        return [e for e in self._weight if _is_partner(self.text.entities[e])]


def _is_partner(entity: Entity) -> bool:
    return entity.type is EntityType.PLACE and entity.level is not PlaceLevel.COUNTRY
