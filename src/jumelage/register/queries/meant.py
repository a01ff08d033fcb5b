"""Which records the values mean that refer to records by their keys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from jumelage.register.fields import FIELDS, Holds
from jumelage.register.models import SHOWN, Record, Value

REFERRING = tuple(
    {field.name for fields in FIELDS.values() for field in fields.values() if field.holds is Holds.RECORD}
)
"""The fields that refer to records by their keys."""

Meant = Mapping[int, Mapping[str, list[int]]]
"""For each record and each of its fields, other records."""


def homes_of(keys: Iterable[int]) -> Mapping[int, int]:
    """For each record the one that has what it had: itself, or the one it was merged into, however often."""
    homes = {key: key for key in keys}
    while moved := dict(
        Record.objects.filter(pk__in=set(homes.values()), merged_into__isnull=False).values_list("pk", "merged_into")
    ):
        homes = {key: moved.get(home) or home for key, home in homes.items()}
    return homes


def meant_by(records: Iterable[int]) -> Meant:
    """What each of the records refers to."""
    return _pointing(Value.objects.filter(record__in=set(records)), backwards=False)


def meaning(records: Iterable[int]) -> Meant:
    """What refers to each of the records: by `renews`, those that renew it."""
    wanted = set(records)
    into = set(Record.objects.filter(merged_into__in=wanted).values_list("pk", flat=True))
    keys = [str(pk) for pk in wanted | into]
    found = _pointing(Value.objects.filter(text__in=keys), backwards=True)
    return {record: fields for record, fields in found.items() if record in wanted}


def _pointing(values: QuerySet[Value], *, backwards: bool) -> Meant:
    rows = list(
        values.filter(field__in=REFERRING, current=True, record__standing__in=SHOWN)
        .order_by("pk")
        .values_list("record_id", "field", "text")
    )
    homes = homes_of(int(text) for _, _, text in rows)
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for record, field, text in rows:
        source, target = (homes[int(text)], record) if backwards else (record, homes[int(text)])
        if target not in found[source][field]:
            found[source][field].append(target)
    return found
