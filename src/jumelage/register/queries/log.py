"""What officers did, and what that changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from jumelage.register.models import Change, LogEntry, Record


@dataclass(frozen=True, slots=True)
class Changes:
    """The first changes that an entry made, and how many there are."""

    first: list[Change]
    all: int


def log_of(record: Record) -> QuerySet[LogEntry]:
    """The entries that changed a record, the latest first."""
    return LogEntry.objects.filter(pk__in=Change.objects.filter(record=record).values("entry"))


def changes_of(entries: Iterable[LogEntry], most: int | None, record: Record | None = None) -> Mapping[int, Changes]:
    """For each entry its first changes (`most`, or all), those of one record where one is given; two queries."""
    made = Change.objects.filter(entry__in=[entry.pk for entry in entries])
    if record:
        made = made.filter(record=record)
    counts = dict(made.order_by().values_list("entry").annotate(number=Count("pk")))
    if most:
        made = made.annotate(number=Window(RowNumber(), partition_by=F("entry"), order_by=F("pk").asc()))
        made = made.filter(number__lte=most)
    found: dict[int, list[Change]] = defaultdict(list)
    for change in made.select_related("record").order_by("pk"):
        found[change.entry_id].append(change)
    return {entry: Changes(found[entry], number) for entry, number in counts.items()}
