"""Where records are told of."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Max, Min

from jumelage.register.models import Citation, Passage, Telling


def first_passages(records: Iterable[int]) -> Mapping[int, Passage]:
    """For each record the passage that was first to say what it shows, by one query; records of officers have none."""
    cited = Citation.objects.live().filter(
        value__record__in=set(records), value__current=True, passage__isnull=False, says=True
    )
    found: dict[int, Passage] = {}
    for citation in cited.order_by("-pk").select_related("passage", "value"):
        if citation.passage:
            found[citation.value.record_id] = citation.passage
    return found


def told_between(records: Iterable[int]) -> Mapping[int, tuple[date, date]]:
    """For each record the first and the last day on which a document that tells of it may have been published."""
    told = Telling.objects.filter(record__in=set(records)).order_by().values("record")
    days = told.annotate(first=Min("document__published_earliest"), last=Max("document__published_latest"))
    rows = days.filter(first__isnull=False, last__isnull=False)
    return {record: (first, last) for record, first, last in rows.values_list("record", "first", "last")}
