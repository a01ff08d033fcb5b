"""To which record each thing belongs that a source tells of. Reads the register and writes nothing."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from jumelage.register import sayings
from jumelage.register.actions.rereading import Cited, Earlier, Told, claim_likeness, entity_likeness, pair
from jumelage.register.keys import key_of
from jumelage.register.matching import (
    EntityCandidates,
    EntityProfile,
    Match,
    RecordCandidates,
    RecordProfile,
)
from jumelage.register.sayings import SaidOfEntities, Saying
from jumelage.vocabulary.claims import Claim, Post, Twinning
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType


@dataclass(slots=True, eq=False)
class Thing:
    """An entity or a claim that a source tells of.

    `mark` is negative and stands for its telling and its record until they are opened. `before` is what the source told
    of it before, `record` the record it belongs to, and `because` why, where matching found it; `chosen` tells that
    matching only thought so and an officer took it. `doubts` are the records it may belong to. `written` things came
    with an earlier part.
    """

    kind: str
    said: Sequence[Saying]
    mark: int
    confidence: float = 1.0
    cited: dict[Cited, Saying] = field(default_factory=dict)
    before: Earlier | None = None
    record: int = 0
    because: str = ""
    chosen: bool = False
    doubts: Sequence[Match] = ()
    written: bool = False

    @property
    def telling(self) -> int:
        return self.before.telling.pk if self.before else self.mark


class Placing:
    """Things on their way into the register, in one or several parts; entities come with or before their claims.

    They are paired with what earlier readings of the document told (`before`); the rest with records that are certainly
    the same; what is left becomes records of its own. With `choose_first` the first of several records that a thing may
    belong to is taken for the right one.
    """

    def __init__(self, before: Sequence[Earlier] = (), *, choose_first: bool = False) -> None:
        self.before = before
        self.choose_first = choose_first
        self.things: list[Thing] = []
        self.thing_of: dict[EntityId, Thing] = {}
        self.marks = count(-1, -1)
        self.holder: dict[int, Thing] = {}
        self.posts: dict[int, set[tuple[str, int]]] = defaultdict(set)
        self.twinned: dict[frozenset[str | int], Thing] = {}
        self.taken: set[int] = set()

    def place(self, entities: SaidOfEntities, claims: Sequence[Claim]) -> list[Thing]:
        """The things of the next part, each once; returns what became of each of the claims, in their order."""
        self.things = []
        for key, (kind, said) in entities.items():
            self.thing_of[key] = self._thing(kind.value, said)
        self._pair(self.things, entity_likeness)
        people = [thing for thing in self.things if thing.kind == EntityType.PERSON]
        self._place_entities([thing for thing in self.things if thing.kind != EntityType.PERSON])
        self._note_posts(claims)
        self._place_entities(people)
        for thing in self.things:
            thing.cited = self._cited(thing.said)
        return self._place_claims(claims)

    def _place_entities(self, things: Sequence[Thing]) -> None:
        """Places first: an organisation is compared by the place where it is."""
        left = [thing for thing in things if not thing.before]
        found = EntityCandidates([self._entity_profile(thing) for thing in left])
        for thing in things:
            self.holder[thing.record] = thing
            if thing.before:
                found.add(thing.record, self._entity_profile(thing))
        for thing in sorted(left, key=lambda thing: thing.kind != EntityType.PLACE):
            profile = self._entity_profile(thing)
            match = self._match(thing, found.match(profile), partial(found.doubtful, profile))
            if match and match.record in self.holder:
                self._join(thing, self.holder[match.record])
            elif match:
                self.holder[match.record] = thing
            else:
                found.add(thing.mark, profile)

    def _note_posts(self, claims: Sequence[Claim]) -> None:
        """Of whom and as what persons are told of: they are compared by that too."""
        for claim in claims:
            if isinstance(claim, Post):
                employer = self.thing_of[claim.of].record if claim.of else 0
                self.posts[self.thing_of[claim.person].mark].add((key_of(claim.title), employer))

    def _match(self, thing: Thing, match: Match | None, doubtful: Callable[[], Sequence[Match]]) -> Match | None:
        """Notes on the thing which record it is of, or may be of."""
        doubts = () if match else doubtful()
        if doubts and self.choose_first:
            match, thing.chosen = doubts[0], True
        elif doubts:
            thing.doubts = doubts
        if match:
            thing.record, thing.because = match.record, match.because
        return match

    def _join(self, thing: Thing, other: Thing) -> None:
        """What the source has as two things is one. What was written before gets a further part."""
        if other.written:
            thing.before, thing.record = other.before, other.record
            return
        other.said = (*other.said, *thing.said)
        self.things.remove(thing)
        other.confidence = max(other.confidence, thing.confidence)
        self.thing_of = {key: other if one is thing else one for key, one in self.thing_of.items()}

    def _place_claims(self, claims: Sequence[Claim]) -> list[Thing]:
        """What a source tells as two claims are two things, so no two of them get one record; but for twinnings,
        of which two parties have but one."""
        outcome: list[Thing] = []
        for claim in claims:
            thing = self._thing(claim.type, sayings.of_claim(claim), claim.confidence)
            parties = self.values(thing)["parties"] if isinstance(claim, Twinning) else frozenset({thing.mark})
            told = self.twinned.setdefault(parties, thing)
            if told is not thing:
                self._join(thing, told)
            outcome.append(thing if told.written else told)
        placed = list(dict.fromkeys(outcome))
        self._pair([thing for thing in placed if not thing.before], claim_likeness)
        for thing in placed:
            thing.cited = self._cited(thing.said)
        profiles = {thing.mark: RecordProfile(thing.kind, self.values(thing)) for thing in placed if not thing.before}
        found = RecordCandidates(list(profiles.values()))
        self.taken |= {thing.record for thing in placed if thing.before}
        for thing in placed:
            if profile := profiles.get(thing.mark):
                match = self._match(
                    thing,
                    found.match(profile, self.taken),
                    partial(found.doubtful, profile, self.taken),
                )
                self.taken |= {match.record} if match else set()
        return outcome

    def _thing(self, kind: str, said: Sequence[Saying], confidence: float = 1.0) -> Thing:
        mark = next(self.marks)
        self.things.append(Thing(kind, said, mark, confidence, record=mark))
        return self.things[-1]

    def _cited(self, said: Sequence[Saying]) -> dict[Cited, Saying]:
        cited: dict[Cited, Saying] = {}
        for saying in said:
            refers_to = self.thing_of[saying.entity].telling if saying.entity else None
            for span in saying.spans or (None,):
                cited.setdefault(((saying.field.name, saying.text, refers_to), span), saying)
        return cited

    def _pair(self, things: Sequence[Thing], likeness: Callable[[Told, Told], float]) -> None:
        """With what the document told before, if it was read before."""
        if self.before:
            now = [Told(thing.kind, set(self._cited(thing.said))) for thing in things]
            for i, before in pair(now, self.before, likeness).items():
                things[i].before, things[i].record = before, before.telling.record_id

    def _entity_profile(self, thing: Thing) -> EntityProfile:
        first = {saying.field.name: saying for saying in reversed(thing.said)}
        text = {name: saying.text for name, saying in first.items()}
        place = first["place"].entity if "place" in first else None
        return EntityProfile(
            thing.kind,
            tuple(saying.text for saying in thing.said if saying.form),
            text.get("level", ""),
            text.get("country", ""),
            text.get("gazetteer", ""),
            place=self.thing_of[place].record if place else None,
            sort=text.get("kind", ""),
            wikidata=text.get("wikidata", ""),
            posts=frozenset(self.posts[thing.mark]),
        )

    def values(self, thing: Thing) -> dict[str, frozenset[str | int]]:
        """What is said, with the records of the entities that it refers to."""
        values: dict[str, frozenset[str | int]] = {}
        for saying in thing.said:
            value = self.thing_of[saying.entity].record if saying.entity else saying.text
            values[saying.field.name] = values.get(saying.field.name, frozenset()) | {value}
        return values
