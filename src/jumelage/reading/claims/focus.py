"""Of whom a document speaks: whose it is, and the two sides that "both cities" or "they" stand for.

The words that stand for the two sides are the tables `both` of each language's `parties.toml`.
"""

import re
from collections import Counter
from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.parties import is_organisation, is_party, is_place
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.blocks import Block, BlockKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import PlaceLevel
from jumelage.vocabulary.names import Script, script_of

LETTERHEAD, IMPRINT = 250, 200
"""So many characters at the head and the foot of a document tell whose it is."""
FIRST_NAMED = 3
CLOSE_TO_HOME = 3
SHORTEST_STEM, LONGEST_ENDING = 4, r"\w{0,3}"
LEVEL_OF_A_NAME = re.compile(
    r"(?<=..)[市省州县縣区區町村道府]$|^(?:province|city|state|county) of |^(?:the|provincie|provinz|province de) ",
    re.IGNORECASE,
)
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
        self._places = self._places_by_weight()
        self.home = self._places[0] if self._places else None
        """The place whose document it is, or that it speaks of most."""

    def owner(self, partner: EntityId) -> EntityId | None:
        """The document's own place as far as it can stand opposite a partner: the city to a city, its province to one."""
        if self.home is None or self.home == partner:
            return None
        level, home = self.text.entities[partner].level, self.text.entities[self.home]
        for key in self._places[:CLOSE_TO_HOME] if level and level is not home.level else ():
            place = self.text.entities[key]
            if key != partner and place.level is level and place.country == home.country:
                return key
        return self.home

    def section_place(self, sentence: Sentence) -> EntityId | None:
        """The one place that the heading over a sentence names, other than the document's own."""
        section = sentence.block.section
        if section is None:
            return None
        there = {m.entity for m in self._parties(section)} - {self.home}
        return there.pop() if len(there) == 1 else None

    def pair(self, clause: Clause, before: int) -> Pair | None:
        """The two sides that words like "both cities" in a clause stand for; None where there are no such words."""
        words = lexicon(clause.sentence.language, "parties")
        for sort in reversed(words.table("both")):
            if words[f"both.{sort}"].search(self.text.text, clause.start, clause.end):
                return self.last_pair(before, sort)
        return None

    def last_pair(self, before: int, sort: str = "any") -> Pair | None:
        """The last two parties of a sort named before an offset, in different countries where that is known."""
        seen: list[EntityId] = []
        for mention in self._backwards(before):
            entity = self.text.entity(mention)
            if mention.entity in seen or not fits(entity, sort):
                continue
            for other in seen:
                if self._are_opposite(other, mention.entity):
                    return other, mention.entity
            seen.append(mention.entity)
        return None

    def opposite(self, party: EntityId, before: int) -> EntityId | None:
        """The last party named before an offset that can stand opposite a given one."""
        for mention in self._backwards(before):
            if mention.entity != party and self._are_opposite(party, mention.entity):
                return mention.entity
        if self.home and self.home != party and self._are_opposite(party, self.home):
            return self.home
        return None

    def _are_opposite(self, a: EntityId, b: EntityId) -> bool:
        x, y = self.text.entities[a], self.text.entities[b]
        if x.type is not y.type:
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

    def _parties(self, block: Block) -> list[Mention]:
        return [m for m in self.text.mentions_in(block) if is_place(self.text.entity(m))]

    def _places_by_weight(self) -> list[EntityId]:
        """The places of a document: first what its head and foot name, what it names first and what it names most."""
        written = self.text.repaired.written
        votes: Counter[EntityId] = Counter()
        firsts: dict[EntityId, int] = {}
        for key, entity in self.text.entities.items():
            if is_place(entity):
                found = [m.start() for m in _anywhere(entity).finditer(written)]
                votes[key] = len(found) + sum(2 for at in found if at < LETTERHEAD or at > len(written) - IMPRINT)
                firsts[key] = min(found, default=len(written))
        for mention in self.text.mentions:
            if mention.reference and mention.entity in votes:
                votes[mention.entity] += 1
        if firsts:
            ours = lexicon(self.text.language, "parties")["ours"].findall(self.text.text)
            votes[min(firsts, key=lambda k: firsts[k])] += FIRST_NAMED + len(ours)
        return [key for key, _ in votes.most_common()]


def _anywhere(place: Entity) -> re.Pattern[str]:
    """What finds a place's name also inside the names of its offices and in adjectives: 天津市外办, "Arnhemse"."""
    stems = {LEVEL_OF_A_NAME.sub("", form.text) or form.text for form in place.names}
    return re.compile("|".join(_stem(s) for s in sorted(stems, key=len, reverse=True) if len(s) > 1))


def _stem(name: str) -> str:
    if script_of(name) is Script.HAN:
        return re.escape(name)
    return rf"(?<!\w){re.escape(name)}{'' if len(name) < SHORTEST_STEM else LONGEST_ENDING}(?!\w)"


def fits(entity: Entity, sort: str) -> bool:
    """Whether an entity is of a sort: a key of the tables `both`."""
    if sort == "any":
        return is_party(entity)
    if sort in LEVELS:
        return is_place(entity) and (entity.level is None or entity.level in LEVELS[sort])
    return is_organisation(entity)


def is_list(block: Block) -> bool:
    return block.kind in (BlockKind.ITEM, BlockKind.ROW)
