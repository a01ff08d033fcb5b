"""Whom and what records refer to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from jumelage.register.models import Entity, Value

References = Mapping[str, list[Entity]]
"""For each field of a record that refers to entities, the entities shown; none for any other field."""


def references_of(records: Iterable[int]) -> Mapping[int, References]:
    """The entities that each of the records shows, by one query. A record without any has none for every field."""
    found: dict[int, dict[str, list[Entity]]] = defaultdict(lambda: defaultdict(list))
    values = Value.objects.current().filter(record__in=set(records), entity__isnull=False)
    for value in values.select_related("entity__record").order_by("pk"):
        if value.entity:
            found[value.record_id][value.field].append(value.entity)
    return found
