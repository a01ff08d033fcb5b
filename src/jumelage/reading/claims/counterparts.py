"""Who stands on the other side, and for whom a person acts, where a sentence names only one."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.parties import is_place
from jumelage.reading.claims.posts import find_posts
from jumelage.reading.names.home import LETTERHEAD
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType


class Counterparts:
    """The places and organisations of a text, by how much and how closely together it names them."""

    def __init__(self, text: AnnotatedText) -> None:
        self.text = text
        self.focus = Focus(text)
        self._acts_for = {p.person: p.of for p in find_posts(text) if p.of and not p.former}
        self._weight: Counter[EntityId] = Counter()
        self._together: Counter[tuple[EntityId, EntityId]] = Counter()
        self._sentences: dict[EntityId, list[int]] = {}
        for sentence in text.sentences:
            parties = [m.entity for m in text.mentions_in(sentence) if m.type is not EntityType.PERSON]
            for entity in parties:
                self._weight[entity] += 1
                self._sentences.setdefault(entity, []).append(sentence.index)
            distinct = set(parties)
            self._together.update((a, b) for a in distinct for b in distinct - {a})

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

    def behind(self, person: EntityId) -> EntityId | None:
        """The place or organisation a person acts for."""
        return self._acts_for.get(person)

    def publishers(self) -> list[EntityId]:
        """Whose text it is: the first organisation that its head names, and its place."""
        heads = [m.entity for m in self.text.mentions_in((0, LETTERHEAD), EntityType.ORGANISATION)][:1]
        return [*heads, *([self.focus.home] if self.focus.home else [])]

    def spoken_of(self, sentence: Sentence) -> list[Mention]:
        """The parties a sentence without names speaks of: those of its row, of its heading, or named just before."""
        block = sentence.block
        if pair := self.focus.pair(Clause(sentence, sentence.start, sentence.end), sentence.start):
            return [mention for side in pair if (mention := self._nearest(side, sentence.start))]
        for stretch in (block, block.section):
            if stretch and (named := self._parties_in((stretch.start, stretch.end))):
                return named
        if sentence.index and (before := self.text.sentences[sentence.index - 1]).block.section is block.section:
            return self._parties_in((before.start, before.end))
        return []

    def _nearest(self, entity: EntityId, offset: int) -> Mention | None:
        """Where an entity is named last before an offset; or else first after it."""
        named = [m for m in self.text.mentions if m.entity == entity]
        return next((m for m in reversed(named) if m.start < offset), named[0] if named else None)

    def _parties_in(self, span: tuple[int, int]) -> list[Mention]:
        return self.text.mentions_in(span, EntityType.PLACE, EntityType.ORGANISATION)

    def counterpart(self, of: Iterable[EntityId], near: Sentence) -> EntityId | None:
        """The place on the other side: the document's own, or one abroad that is named with these, near and often."""
        ours = list(of)
        if not ours:
            return None
        home = self.focus.owner(ours[0]) if self.text.entities[ours[0]].level else self.focus.home
        if home and home not in ours and all(self.country(o) != self.country(home) for o in ours):
            return home
        others = [e for e in self._places() if e not in ours and all(self.abroad(e, o) for o in ours)]
        return max(others, key=lambda e: self._closeness(e, ours, near), default=None)

    def _closeness(self, entity: EntityId, ours: Iterable[EntityId], near: Sentence) -> float:
        distance = min(abs(i - near.index) for i in self._sentences[entity])
        return self._weight[entity] + 2 * sum(self._together[entity, o] for o in ours) + 4 / (1 + distance)

    def _places(self) -> list[EntityId]:
        return [e for e in self._weight if is_place(self.text.entities[e])]


@lru_cache(maxsize=1)
def counterparts(text: AnnotatedText) -> Counterparts:
    """The counterparts of a text, worked out once for all rooms."""
    return Counterparts(text)


def is_to_come(text: AnnotatedText, date: Edtf | None) -> bool:
    """Whether a date lies after that of the text."""
    today, begins = text.published and text.published.latest, date and date.earliest
    return bool(today and begins and begins > today)
