"""What speaks of an entity."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from jumelage.register.models import SHOWN, Entity, Value


def referring_to(entity: Entity) -> Mapping[str, list[int]]:
    """The shown records that refer to the entity, by kind, by one query."""
    values = Value.objects.current().filter(entity=entity, record__standing__in=SHOWN).order_by("record")
    found: dict[str, list[int]] = defaultdict(list)
    for kind, record in values.values_list("record__kind", "record_id").distinct():
        found[kind].append(record)
    return found


def posts_of(people: Iterable[int]) -> Mapping[int, list[int]]:
    """The shown posts of each of the persons, by one query."""
    values = Value.objects.current().filter(
        field="person", entity__in=set(people), record__kind="post", record__standing__in=SHOWN
    )
    found: dict[int, list[int]] = defaultdict(list)
    for person, post in values.order_by("record").values_list("entity_id", "record_id"):
        if person:
            found[person].append(post)
    return found
