"""Everything that is said of one record, with who says it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from jumelage.register.fields import FIELDS
from jumelage.register.models import Citation, Record, Standing, Value


@dataclass(frozen=True, slots=True)
class Line:
    """One value with the citations that stand, documents and officers alike, in the order in which they came."""

    value: Value
    citations: list[Citation]


Sheet = Mapping[str, list[Line]]
"""For each field that anything was said of, in the order of the vocabulary: first what is shown, then the rest."""


def sheet_of(record: Record) -> Sheet:
    """Three queries, however much there is. Values that every source has taken back are left out."""
    return sheets_of([record])[record.pk]


def sheets_of(records: Iterable[Record]) -> Mapping[int, Sheet]:
    """For each of the records what `sheet_of` gives, in as many queries as for one."""
    kinds = {record.pk: record.kind for record in records}
    standing = Prefetch(
        "citations",
        Citation.objects.live().select_related("passage", "telling__document", "entry__officer").order_by("pk"),
    )
    values = Value.objects.filter(record__in=kinds).select_related("entity__record").prefetch_related(standing)
    lines: dict[int, dict[str, list[Line]]] = {pk: defaultdict(list) for pk in kinds}
    for value in values.order_by("-current", "pk"):
        citations = list(value.citations.all())
        if citations or value.current or value.standing != Standing.PROPOSED:
            lines[value.record_id][value.field].append(Line(value, citations))
    return {pk: {name: lines[pk][name] for name in FIELDS[kind] if name in lines[pk]} for pk, kind in kinds.items()}


def shown_by(records: Iterable[Record]) -> Mapping[int, Sheet]:
    """For each of the records only what it shows, without who says so; one query."""
    kinds = {record.pk: record.kind for record in records}
    lines: dict[int, dict[str, list[Line]]] = {pk: defaultdict(list) for pk in kinds}
    for value in Value.objects.current().filter(record__in=kinds).select_related("entity__record").order_by("pk"):
        lines[value.record_id][value.field].append(Line(value, []))
    return {pk: {name: lines[pk][name] for name in FIELDS[kind] if name in lines[pk]} for pk, kind in kinds.items()}
