"""What the register holds that is worth comparing with, and what came of it."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from jumelage.register.fields import FIELDS, Holds
from jumelage.register.keys import key_of
from jumelage.register.matching import entities, records
from jumelage.register.matching.entities import EntityProfile
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
    """All entities of the register that share a name or a gazetteer key with any of the profiles, by few queries."""

    def __init__(self, profiles: Sequence[EntityProfile]) -> None:
        wanted = {key_of(name) for p in profiles for name in p.names} - {""}
        self.by_name: dict[str, set[int]] = defaultdict(set)
        shared_names: dict[int, list[str]] = defaultdict(list)
        forms = NameForm.objects.filter(folded__in=wanted, value__current=True).order_by()
        for entity, text, form in forms.values_list("entity_id", "text", "folded"):
            self.by_name[form].add(entity)
            shared_names[entity].append(text)
        rows = Entity.objects.filter(
            Q(pk__in=shared_names) | Q(gazetteer__in={p.gazetteer for p in profiles} - {""})
        ).values_list("pk", "record__kind", "level", "country", "gazetteer", "kind")
        self.by_gazetteer: dict[str, set[int]] = defaultdict(set)
        self.profiles: dict[int, EntityProfile] = {}
        for pk, kind, level, country, gazetteer, sort in rows:
            self.profiles[pk] = EntityProfile(kind, tuple(shared_names[pk]), level, country, gazetteer, sort=sort)
            self.by_gazetteer[gazetteer].add(pk)
        if organisations := [pk for pk, p in self.profiles.items() if p.kind == EntityType.ORGANISATION]:
            places = Value.objects.current().filter(record__in=organisations, field="place")
            for pk, place in places.values_list("record_id", "entity_id"):
                self.profiles[pk] = replace(self.profiles[pk], place=place)

    def add(self, entity: int, profile: EntityProfile) -> None:
        """An entity that the next ones are to be compared with, too: one that is about to enter the register under a
        negative key, or one that the document told of before."""
        if known := self.profiles.get(entity):
            profile = replace(profile, names=(*known.names, *profile.names))
        self.profiles[entity] = profile
        for name in profile.names:
            self.by_name[key_of(name)].add(entity)
        self.by_gazetteer[profile.gazetteer].add(entity)

    def match(self, profile: EntityProfile) -> Match | None:
        """The entity that the profile is, where that is certain."""
        return _the_one(self._compared(profile))

    def doubtful(self, profile: EntityProfile) -> list[Match]:
        """The entities that the profile may be."""
        return _doubtful(self._compared(profile))

    def _compared(self, profile: EntityProfile) -> Compared:
        pks = set().union(*(self.by_name.get(key_of(name), ()) for name in profile.names))
        if profile.gazetteer:
            pks |= self.by_gazetteer.get(profile.gazetteer, set())
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
