"""What the register holds that is worth comparing with, and what came of it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from jumelage.register.fields import FIELDS, Holds
from jumelage.register.matching import entities, records
from jumelage.register.matching.entities import EntityProfile
from jumelage.register.matching.records import RecordProfile
from jumelage.register.matching.sameness import Sameness
from jumelage.register.models import Entity, Judgement, NameForm, Value, Verdict
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import folded


@dataclass(frozen=True, slots=True)
class Match:
    """The record something is certainly the same as, and why."""

    record: int
    because: str


class EntityCandidates:
    """All entities of the register that share a name or a gazetteer key with any of the profiles, by few queries."""

    def __init__(self, profiles: Sequence[EntityProfile]) -> None:
        wanted = {folded(name) for p in profiles for name in p.names} - {""}
        self.by_name: dict[str, set[int]] = defaultdict(set)
        shared_names: dict[int, list[str]] = defaultdict(list)
        forms = NameForm.objects.filter(folded__in=wanted, value__current=True).order_by()
        for entity, text, form in forms.values_list("entity_id", "text", "folded"):
            self.by_name[form].add(entity)
            shared_names[entity].append(text)
        rows = Entity.objects.filter(
            Q(pk__in=shared_names) | Q(gazetteer__in={p.gazetteer for p in profiles} - {""})
        ).values_list("pk", "record__kind", "level", "country", "gazetteer")
        self.by_gazetteer: dict[str, set[int]] = defaultdict(set)
        self.profiles: dict[int, EntityProfile] = {}
        for pk, kind, level, country, gazetteer in rows:
            self.profiles[pk] = EntityProfile(kind, tuple(shared_names[pk]), level, country, gazetteer)
            self.by_gazetteer[gazetteer].add(pk)
        if organisations := [pk for pk, p in self.profiles.items() if p.kind == EntityType.ORGANISATION]:
            places = Value.objects.current().filter(record__in=organisations, field="place")
            for pk, place in places.values_list("record_id", "entity_id"):
                self.profiles[pk] = replace(self.profiles[pk], place=place)

    def add(self, entity: int, profile: EntityProfile) -> None:
        """An entity that is about to enter the register under a negative key, for the next ones to be compared with."""
        self.profiles[entity] = profile
        for name in profile.names:
            self.by_name[folded(name)].add(entity)
        self.by_gazetteer[profile.gazetteer].add(entity)

    def match(self, profile: EntityProfile) -> Match | None:
        """The entity that the profile certainly is."""
        pks = set().union(*(self.by_name.get(folded(name), ()) for name in profile.names))
        if profile.gazetteer:
            pks |= self.by_gazetteer.get(profile.gazetteer, set())
        return _the_one((pk, entities.compare(profile, self.profiles[pk])) for pk in sorted(pks, key=_known_first))


class RecordCandidates:
    """All records of the same kind that refer in the same way to an entity of any of the profiles, by two queries."""

    def __init__(self, profiles: Sequence[RecordProfile]) -> None:
        wanted = {(p.kind, field): set[int]() for p in profiles for field in _blocking(p.kind)}
        for p in profiles:
            for field in _blocking(p.kind):
                wanted[p.kind, field] |= {v for v in p[field] if isinstance(v, int)}
        self.by_reference: dict[tuple[str, str, int | str], set[int]] = defaultdict(set)
        kinds: dict[int, str] = {}
        references = (
            Value.objects.current()
            .filter(
                record__kind__in={kind for kind, _ in wanted},
                field__in={field for _, field in wanted},
                entity__in=set[int]().union(*wanted.values()),
            )
            .order_by()
        )
        for pk, kind, field, entity in references.values_list("record_id", "record__kind", "field", "entity_id"):
            if entity in wanted.get((kind, field), ()):
                self.by_reference[kind, field, entity].add(pk)
                kinds[pk] = kind
        self.profiles = _profiles(kinds)

    def match(self, profile: RecordProfile, apart_from: Container[int] = ()) -> Match | None:
        """The record that the profile certainly is; none of those it is known to be apart from."""
        pks: set[int] = set()
        for field in _blocking(profile.kind):
            for entity in profile[field]:
                pks |= self.by_reference.get((profile.kind, field, entity), set())
        compared = ((pk, records.compare(profile, self.profiles[pk])) for pk in sorted(pks) if pk not in apart_from)
        return _the_one(compared)


def _known_first(pk: int) -> tuple[bool, int]:
    return (pk < 0, abs(pk))


def _the_one(compared: Iterable[tuple[int, Sameness]]) -> Match | None:
    """What is certainly the same; the oldest, where there are several and nobody has said that they differ.

    Where an officer has, only an officer can tell which of them it is.
    """
    certain = [Match(pk, sameness.because) for pk, sameness in compared if sameness.certain]
    if len(certain) > 1 and _told_apart([match.record for match in certain]):
        return None
    return certain[0] if certain else None


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
