"""What the register holds that is worth comparing with, and what came of it."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.db.models import Q, QuerySet

from jumelage.register.fields import FIELDS, Holds
from jumelage.register.keys import key_of
from jumelage.register.matching import entities, records
from jumelage.register.matching.entities import EntityProfile
from jumelage.register.matching.names import sound_of
from jumelage.register.matching.records import RecordProfile
from jumelage.register.matching.sameness import Outcome, Sameness
from jumelage.register.models import Entity, Judgement, NameForm, Record, Value, Verdict
from jumelage.vocabulary.kinds import EntityType


@dataclass(frozen=True, slots=True)
class Match:
    """A record that something is the same as, or may be, and why."""

    record: int
    because: str


Compared = Sequence[tuple[int, Sameness]]
"""Records with what came of comparing something with each of them."""


class EntityCandidates:
    """All entities of the register that are worth comparing with any of the profiles, by few queries.

    Those that share a name, a key or a Q-id, whose names sound alike, and persons with a post at the same place or
    organisation.
    """

    def __init__(self, profiles: Sequence[EntityProfile]) -> None:
        self.by_name: dict[str, set[int]] = defaultdict(set)
        self.by_key: dict[str, set[int]] = defaultdict(set)
        self.colleagues: dict[int, set[int]] = defaultdict(set)
        self.profiles: dict[int, EntityProfile] = {}
        names: dict[int, set[str]] = defaultdict(set)
        for text, form, sound, entity in _forms(profiles):
            for key in {form, sound} - {""}:
                self.by_name[key].add(entity)
            names[entity].add(text)
        self._find_colleagues({employer for p in profiles for _, employer in p.posts if employer > 0})
        keys = {key for p in profiles for key in (p.gazetteer, p.wikidata)} - {""}
        wanted = {*names, *(person for persons in self.colleagues.values() for person in persons)}
        for some in _parts(wanted):
            self._load(Entity.objects.filter(pk__in=some), names)
        for some_keys in _parts(keys):
            self._load(Entity.objects.filter(Q(gazetteer__in=some_keys) | Q(wikidata__in=some_keys)), names)
        self._add_places()
        self._add_what_persons_do()

    def _load(self, entities: QuerySet[Entity], names: Mapping[int, set[str]]) -> None:
        columns = ("pk", "record__kind", "level", "country", "gazetteer", "kind", "wikidata")
        for pk, kind, level, country, gazetteer, sort, wikidata in entities.values_list(*columns):
            self.profiles[pk] = EntityProfile(
                kind, tuple(sorted(names.get(pk, ()))), level, country, gazetteer, sort=sort, wikidata=wikidata
            )
            for key in {gazetteer, wikidata} - {""}:
                self.by_key[key].add(pk)

    def _find_colleagues(self, employers: Collection[int]) -> None:
        if employers:
            posts = Value.objects.current().filter(record__kind="post", field="of", entity__in=employers).order_by()
            employer_of = dict(posts.values_list("record_id", "entity_id"))
            holders = Value.objects.current().filter(record__in=employer_of, field="person").order_by()
            for post, person in holders.values_list("record_id", "entity_id"):
                if person and (employer := employer_of[post]):
                    self.colleagues[employer].add(person)

    def _add_places(self) -> None:
        """To the organisations the places where they are."""
        if organisations := [pk for pk, p in self.profiles.items() if p.kind == EntityType.ORGANISATION]:
            places = Value.objects.current().filter(record__in=organisations, field="place")
            for pk, place in places.values_list("record_id", "entity_id"):
                self.profiles[pk] = replace(self.profiles[pk], place=place)

    def _add_what_persons_do(self) -> None:
        """To the persons all their names and posts."""
        persons = [pk for pk, p in self.profiles.items() if p.kind == EntityType.PERSON]
        if not persons:
            return
        names: dict[int, list[str]] = defaultdict(list)
        forms = NameForm.objects.filter(entity__in=persons, value__current=True).order_by("pk")
        for pk, text in forms.values_list("entity_id", "text"):
            names[pk].append(text)
        held = Value.objects.current().filter(entity__in=persons, field="person").order_by()
        holder_of = {post: person for post, person in held.values_list("record_id", "entity_id") if person}
        title_of: dict[int, str] = {}
        employer_of: dict[int, int] = {}
        values = Value.objects.current().filter(record__in=holder_of, field__in=("title", "of")).order_by("-pk")
        for post, text, employer in values.values_list("record_id", "text", "entity_id"):
            if employer:
                employer_of[post] = employer
            else:
                title_of[post] = key_of(text)
        posts: dict[int, set[tuple[str, int]]] = defaultdict(set)
        for post, person in holder_of.items():
            posts[person].add((title_of.get(post, ""), employer_of.get(post, 0)))
        for pk in persons:
            self.profiles[pk] = replace(self.profiles[pk], names=tuple(names[pk]), posts=frozenset(posts[pk]))

    def add(self, entity: int, profile: EntityProfile) -> None:
        """An entity that the next ones are to be compared with, too: one that is about to enter the register under a
        negative key, or one that the document told of before."""
        if known := self.profiles.get(entity):
            profile = replace(profile, names=(*known.names, *profile.names))
        self.profiles[entity] = profile
        for key in _keys(profile):
            self.by_name[key].add(entity)
        for key in {profile.gazetteer, profile.wikidata} - {""}:
            self.by_key[key].add(entity)
        for _, employer in profile.posts:
            self.colleagues[employer].add(entity)

    def match(self, profile: EntityProfile) -> Match | None:
        """The entity that the profile is, where that is certain."""
        return _the_one(self._compared(profile))

    def doubtful(self, profile: EntityProfile) -> list[Match]:
        """The entities that the profile may be."""
        return _doubtful(self._compared(profile))

    def _compared(self, profile: EntityProfile) -> Compared:
        pks = set[int]().union(
            *(self.by_name.get(key, ()) for key in _keys(profile)),
            *(self.by_key.get(key, ()) for key in {profile.gazetteer, profile.wikidata} - {""}),
            *(self.colleagues.get(employer, ()) for _, employer in profile.posts if employer),
        )
        return [(pk, entities.compare(profile, self.profiles[pk])) for pk in sorted(pks, key=_known_first)]


class RecordCandidates:
    """All records of the same kind that refer in the same way to an entity of any of the profiles, by three queries."""

    def __init__(self, profiles: Sequence[RecordProfile]) -> None:
        wanted = {(p.kind, field): set[int]() for p in profiles for field in _blocking(p.kind)}
        for p in profiles:
            for field in _blocking(p.kind):
                wanted[p.kind, field] |= {v for v in p[field] if isinstance(v, int)}
        self.by_reference: dict[tuple[str, str, int | str], set[int]] = defaultdict(set)
        kinds: dict[int, str] = {}
        references = list(
            Value.objects.current()
            .filter(entity__in=set[int]().union(*wanted.values()), field__in={field for _, field in wanted})
            .order_by()
            .values_list("record_id", "field", "entity_id")
        )
        # the kinds by a query of their own: asked for together, SQLite may begin with all records of a kind
        kind_of = dict(Record.objects.filter(pk__in={pk for pk, *_ in references}).values_list("pk", "kind"))
        for pk, field, entity in references:
            kind = kind_of[pk]
            if entity and entity in wanted.get((kind, field), ()):
                self.by_reference[kind, field, entity].add(pk)
                kinds[pk] = kind
        self.profiles = _profiles(kinds)

    def match(self, profile: RecordProfile, apart_from: Container[int] = ()) -> Match | None:
        """The record that the profile certainly is; none of those it is known to be apart from."""
        return _the_one([(pk, sameness) for pk, sameness in self._compared(profile) if pk not in apart_from])

    def doubtful(self, profile: RecordProfile, apart_from: Container[int] = ()) -> list[Match]:
        """The records that the profile may be."""
        return _doubtful([(pk, sameness) for pk, sameness in self._compared(profile) if pk not in apart_from])

    def _compared(self, profile: RecordProfile) -> Compared:
        pks: set[int] = set()
        for field in _blocking(profile.kind):
            for entity in profile[field]:
                pks |= self.by_reference.get((profile.kind, field, entity), set())
        return [(pk, records.compare(profile, self.profiles[pk])) for pk in sorted(pks)]


def _keys(profile: EntityProfile) -> set[str]:
    """By what the names of an entity are looked up: as they are written, and as they sound."""
    written = {key_of(name) for name in profile.names}
    return (written | {sound_of(profile.kind, name) for name in profile.names}) - {""}


def _forms(profiles: Sequence[EntityProfile]) -> Iterator[tuple[str, str, str, int]]:
    """The forms in the register that are written or sound like those of the profiles: text, keys and entity."""
    keys = set[str]().union(*(_keys(profile) for profile in profiles))
    for some in _parts(keys):
        found = NameForm.objects.filter(Q(folded__in=some) | Q(sound__in=some), value__current=True)
        yield from found.order_by("pk").values_list("text", "folded", "sound", "entity_id")


T = TypeVar("T", int, str)
MOST_ASKED = 10_000
"""How many values one query is asked with; SQLite takes 32,766."""


def _parts(values: Collection[T]) -> Iterator[list[T]]:
    every = sorted(values)
    return (every[start : start + MOST_ASKED] for start in range(0, len(every), MOST_ASKED))


def _known_first(pk: int) -> tuple[bool, int]:
    return (pk < 0, abs(pk))


def _the_one(compared: Compared) -> Match | None:
    """What is certainly the same; the oldest, where there are several and nobody has said that they differ.

    Where an officer has, only an officer can tell which of them it is. What is likely is certain where nothing else
    may be it.
    """
    certain = [Match(pk, sameness.because) for pk, sameness in compared if sameness.certain]
    possible = [(pk, sameness) for pk, sameness in compared if sameness.outcome is not Outcome.DIFFERENT]
    if not certain and len(possible) == 1 and possible[0][1].outcome is Outcome.LIKELY:
        return Match(possible[0][0], possible[0][1].because)
    if len(certain) > 1 and _told_apart([match.record for match in certain]):
        return None
    return certain[0] if certain else None


def _doubtful(compared: Compared) -> list[Match]:
    """What is in the register already and may be the same, the oldest first."""
    open_to_doubt = (Outcome.LIKELY, Outcome.DOUBTFUL)
    return [Match(pk, sameness.because) for pk, sameness in compared if pk > 0 and sameness.outcome in open_to_doubt]


def _told_apart(pks: Sequence[int]) -> bool:
    judgements = Judgement.objects.filter(verdict=Verdict.DIFFERENT, withdrawn_at=None)
    return judgements.filter(left__record__in=pks, right__record__in=pks).exists()


def _blocking(kind: str) -> tuple[str, ...]:
    """The references by which candidates are looked up: those that decide, or all where none does."""
    references = [f for f in FIELDS[kind].values() if f.holds is Holds.ENTITY]
    return tuple(f.name for f in references if f.deciding) or tuple(f.name for f in references)


def _profiles(kinds: Mapping[int, str]) -> dict[int, RecordProfile]:
    values: dict[int, dict[str, set[str | int]]] = defaultdict(lambda: defaultdict(set))
    current = Value.objects.current().filter(record__in=kinds).order_by()
    for pk, field, text, entity in current.values_list("record_id", "field", "text", "entity_id"):
        values[pk][field].add(text if entity is None else entity)
    return {
        pk: RecordProfile(kind, {field: frozenset(said) for field, said in values[pk].items()})
        for pk, kind in kinds.items()
    }
