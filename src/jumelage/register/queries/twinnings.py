"""What belongs to a twinning."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from jumelage.register.models import SHOWN, Record, Twinning, Value
from jumelage.register.queries.sides import Sides, sides_of

BETWEEN = ("agreement", "visit", "event", "programme", "commitment", "honour", "twinning")
"""The kinds that belong to a twinning where they touch both of its sides."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The records that belong to a twinning, by kind, in the order of the register; its own record left out.

    Twinnings among them are those that fall within it; posts are those of the people that the others name.
    """

    sides: Sides
    records: Mapping[str, list[int]]


def twinnings_between(parties: Sequence[int]) -> list[int]:
    """The shown twinnings that have all of these parties, the oldest first; none for no parties."""
    if not parties:
        return []
    between = Value.objects.current().filter(
        record__kind="twinning", record__standing__in=SHOWN, field="parties", entity__in=set(parties)
    )
    counted = between.order_by().values("record").annotate(number=Count("entity", distinct=True))
    return list(counted.filter(number=len(set(parties))).order_by("record").values_list("record", flat=True))


def dossier_of(twinning: Twinning) -> Dossier:
    """A record belongs to a twinning where it refers to both sides."""
    sides = sides_of([twinning.pk]).get(twinning.pk, ())
    records: dict[str, list[int]] = defaultdict(list)
    touching = _touching(frozenset().union(*sides))
    kinds = dict(Record.objects.filter(pk__in=touching, kind__in=BETWEEN).values_list("pk", "kind"))
    for pk in sorted(kinds):
        if sides and pk != twinning.pk and all(touching[pk] & side for side in sides):
            records[kinds[pk]].append(pk)
    belonging = [pk for of_kind in records.values() for pk in of_kind]
    records["post"] = _posts_of_people_in([twinning.pk, *belonging], frozenset().union(*sides))
    return Dossier(sides, records)


def _touching(entities: Iterable[int]) -> Mapping[int, set[int]]:
    """The shown records that refer to any of the entities, and to which."""
    touching: dict[int, set[int]] = defaultdict(set)
    values = Value.objects.current().filter(entity__in=set(entities), record__standing__in=SHOWN)
    for record, entity in values.values_list("record_id", "entity_id"):
        if entity:
            touching[record].add(entity)
    return touching


def _posts_of_people_in(records: Iterable[int], sides: Iterable[int]) -> list[int]:
    """Offices of people that the records name, and offices of the two sides themselves."""
    people = Value.objects.filter(record__in=set(records), current=True, entity__record__kind="person")
    posts = Value.objects.current().filter(record__kind="post", record__standing__in=SHOWN)
    of_people = posts.filter(field="person", entity__in=people.values("entity"))
    of_sides = posts.filter(field="of", entity__in=set(sides))
    return sorted({*of_people.values_list("record_id", flat=True), *of_sides.values_list("record_id", flat=True)})
