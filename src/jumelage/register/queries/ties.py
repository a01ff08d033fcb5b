"""Twinnings as ties between places, all of them at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from django.db.models import QuerySet

from jumelage.register.models import Details, Twinning, Value


@dataclass(frozen=True, slots=True)
class Tie:
    """A twinning between two places; that of two organisations is between the places where they are.

    `nested` where it falls within another twinning.
    """

    record: int
    one: int
    other: int
    kind: str
    nested: bool


def ties_of(twinnings: "QuerySet[Details, int]") -> list[Tie]:
    """The ties of twinnings given by a query for their keys, in three queries. Without two places there is none."""
    keys = Twinning.objects.filter(pk__in=twinnings.order_by()).order_by().values("pk")
    kinds = dict(Twinning.objects.filter(pk__in=keys).values_list("pk", "kind"))
    parties: dict[int, list[int]] = defaultdict(list)
    nested: set[int] = set()
    said = Value.objects.current().filter(record__in=keys, field__in=("parties", "within"), entity__isnull=False)
    for record, field, entity in said.order_by("pk").values_list("record_id", "field", "entity_id"):
        if field == "within":
            nested.add(record)
        elif entity:
            parties[record].append(entity)
    places = _places_of({entity for of_one in parties.values() for entity in of_one})
    return [
        Tie(record, one, other, kinds[record], record in nested)
        for record, entities in parties.items()
        for one, other in combinations([places.get(entity, entity) for entity in entities], 2)
        if one != other
    ]


def _places_of(entities: Iterable[int]) -> dict[int, int]:
    """For each of the organisations among the entities the place where it is."""
    located = Value.objects.current().filter(field="place", record__kind="organisation", entity__isnull=False)
    wanted = set(entities)
    rows = located.values_list("record_id", "entity_id")
    return {organisation: place for organisation, place in rows if organisation in wanted and place}
