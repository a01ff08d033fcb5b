"""Of whom a document speaks: whose it is, and the two sides that "both cities" or "they" stand for.

The words that stand for the two sides are the tables `both` of each language's `parties.toml`.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.parties import is_organisation, is_party, is_place
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.home import home
from jumelage.reading.text.blocks import Block, BlockKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import PlaceLevel

FAR_MORE = 2
SHORT = 60
Pair = tuple[EntityId, EntityId]

LEVELS: dict[str, tuple[PlaceLevel, ...]] = {
    "city": (PlaceLevel.CITY, PlaceLevel.DISTRICT),
    "province": (PlaceLevel.PROVINCE, PlaceLevel.REGION, PlaceLevel.DISTRICT),
    "region": (PlaceLevel.REGION, PlaceLevel.PROVINCE),
}


class Focus:
    """What a text speaks of, sentence by sentence."""

    def __init__(self, text: AnnotatedText) -> None:
        self.text = text
        self._home_of = cache(partial(home, text, text.entities, text.mentions))
        self.home = self._home_of()
        """The place whose document it is, or that it speaks of most."""

    def owner(self, partner: EntityId) -> EntityId | None:
        """The place whose document it is, as it can face a partner: the city a city, its province a province."""
        level = self.text.entities[partner].level
        if self.home and level and level is not self.text.entities[self.home].level:
            alike = self._home_of(level)
            if alike and alike != partner and self._country(alike) == self._country(self.home):
                return alike
        return self.home if self.home != partner else None

    def _country(self, place: EntityId) -> str | None:
        return self.text.entities[place].country

    def section_place(self, sentence: Sentence) -> EntityId | None:
        """The one place, other than the document's own, that the heading or the item over a sentence names."""
        own = bisect_right(self.text.blocks, sentence.start, key=lambda b: b.start) - 1
        for block in reversed(self.text.blocks[: max(own, 0)]):
            if block.kind is BlockKind.HEADING or block.end - block.start <= SHORT:
                there = {m.entity for m in self._places_in(block)} - {self.home}
                return there.pop() if len(there) == 1 else None
        return None

    def pair(self, clause: Clause, before: int) -> Pair | None:
        """The two sides that words like "both cities" in a clause stand for; None where there are no such words."""
        words = lexicon(clause.sentence.language, "parties")
        for sort in reversed(words.table("both")):
            if words[f"both.{sort}"].search(self.text.text, clause.start, clause.end):
                inside = self.last_pair(before, sort, since=clause.sentence.block.start)
                return inside or self.main_pair(sort) or self.last_pair(before, sort)
        return None

    def last_pair(self, before: int, sort: str = "any", since: int = 0) -> Pair | None:
        """The two parties of a sort last spoken of before an offset and not before another.

        That is the last one named with the other one of its sentence or, failing that, with the document's own.
        """
        for mention in self._backwards(before):
            if mention.start < since:
                break
            entity = self.text.entity(mention)
            if not fits(entity, sort):
                continue
            others = {o for o in self._in_its_sentence(mention, before) if fits(self.text.entities[o], sort)}
            if len(others - {mention.entity}) == 1:
                other = (others - {mention.entity}).pop()
                if self._are_opposite(mention.entity, other):
                    return other, mention.entity
            if is_place(entity):
                owner = self.owner(mention.entity)
                if owner and self._are_opposite(mention.entity, owner):
                    return owner, mention.entity
            elif opposite := self.opposite(mention.entity, mention.start):
                return opposite, mention.entity
        return None

    def main_pair(self, sort: str = "any") -> Pair | None:
        """The document's own place and the one opposite it, where that is named far more often than all others."""
        votes = Counter(m.entity for m in self.text.mentions if fits(self.text.entity(m), sort))
        facing = []
        for key, count in votes.most_common():
            owner = self.owner(key) if is_place(self.text.entities[key]) else None
            if owner and self._are_opposite(owner, key):
                facing.append((count, (owner, key)))
        if not facing or (len(facing) > 1 and facing[0][0] < FAR_MORE * facing[1][0]):
            return None
        return facing[0][1]

    def _in_its_sentence(self, mention: Mention, before: int) -> Iterator[EntityId]:
        """The parties in the sentence of a mention, the nearest first."""
        index = bisect_right(self.text.sentences, mention.start, key=lambda s: s.start) - 1
        if index >= 0:
            sentence = self.text.sentences[index]
            for other in reversed(self.text.mentions_in((sentence.start, min(before, sentence.end)))):
                if is_party(self.text.entity(other)):
                    yield other.entity

    def opposite(self, party: EntityId, before: int) -> EntityId | None:
        """The last party named before an offset that can stand opposite another; of one abroad rather one at home."""
        facing = [m.entity for m in self._backwards(before) if self._are_opposite(party, m.entity)]
        abroad = self.text.entities[party].place not in (None, self.home)
        at_home = (e for e in facing if abroad and self.home and self.text.entities[e].place == self.home)
        if found := next(at_home, None) or next(iter(facing), None):
            return found
        if self.home and self.home != party and self._are_opposite(party, self.home):
            return self.home
        return None

    def _are_opposite(self, a: EntityId, b: EntityId) -> bool:
        x, y = self.text.entities[a], self.text.entities[b]
        if a == b or x.type is not y.type or (x.kind and y.kind and x.kind != y.kind):
            return False
        if is_place(x) and x.country and x.country == y.country:
            return False
        if is_place(x) and x.level and y.level and PlaceLevel.CITY in (x.level, y.level) and x.level is not y.level:
            return PlaceLevel.DISTRICT in (x.level, y.level)
        return True

    def _backwards(self, before: int) -> Iterator[Mention]:
        for mention in reversed(self.text.mentions_in((0, before))):
            if is_party(self.text.entity(mention)):
                yield mention

    def _places_in(self, block: Block) -> list[Mention]:
        return [m for m in self.text.mentions_in(block) if is_place(self.text.entity(m))]


def fits(entity: Entity, sort: str) -> bool:
    """Whether an entity is of a sort: a key of the tables `both`."""
    if sort == "any":
        return is_party(entity)
    if sort == "place":
        return is_place(entity)
    if sort in LEVELS:
        return is_place(entity) and (entity.level is None or entity.level in LEVELS[sort])
    return is_organisation(entity)
