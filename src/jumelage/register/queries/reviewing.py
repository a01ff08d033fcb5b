"""How far officers have got with what was read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Min, Q

from jumelage.register.models import Citation, Document, Passage, Standing, Telling


@dataclass(frozen=True, slots=True)
class Progress:
    """How many have been looked at, of how many."""

    looked_at: int
    all: int


@dataclass(frozen=True, slots=True)
class Told:
    """A record as one document tells it: where it does so first, and how sure the reader was (0 to 1)."""

    record: int
    kind: str
    standing: str
    start: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage that tells of a record, and how sure the reader was (0 to 1)."""

    passage: Passage
    confidence: float


def documents_looked_at() -> Progress:
    counted = Document.objects.aggregate(looked_at=Count("reviewed"), all=Count("pk"))
    return Progress(counted["looked_at"], counted["all"])


def next_to_look_at(after: int = 0) -> Document | None:
    """The next document that nobody has reviewed; the first one again where none comes after."""
    waiting = Document.objects.filter(reviewed=None).order_by("pk")
    return waiting.filter(pk__gt=after).first() or waiting.exclude(pk=after).first()


def told_by(document: Document) -> list[Told]:
    """All that a document tells, rejected things as well, in the order of its text, by one query."""
    live = Q(citations__withdrawn_at=None)
    tellings = Telling.objects.filter(document=document).exclude(record__standing=Standing.WITHDRAWN)
    placed = tellings.annotate(start=Min("citations__passage__start", filter=live)).order_by("pk")
    found: dict[int, Told] = {}
    for record, kind, standing, start, confidence in placed.values_list(
        "record", "record__kind", "record__standing", "start", "confidence"
    ):
        told = Told(record, kind, standing, start or 0, confidence)
        if record not in found or told.start < found[record].start:
            found[record] = told
    return sorted(found.values(), key=lambda told: (told.start, told.record))


def undecided_in(documents: Iterable[int]) -> Mapping[int, int]:
    """For each of the documents, how many records that it tells of are still proposed; one query."""
    proposed = Telling.objects.filter(document__in=documents, record__standing=Standing.PROPOSED).order_by()
    return dict(proposed.values_list("document").annotate(number=Count("record", distinct=True)))


def first_sentences(records: Iterable[int]) -> Mapping[int, Sentence]:
    """For each of the records the first sentence that tells of it, by one query; none for what no document tells."""
    cited = Citation.objects.live().filter(value__record__in=records, passage__isnull=False, reading__isnull=False)
    firsts = cited.order_by().values("value__record").annotate(first=Min("pk")).values("first")
    found = Citation.objects.filter(pk__in=firsts).select_related("passage__document", "telling", "value")
    return {c.value.record_id: Sentence(c.passage, c.telling.confidence) for c in found if c.passage}


def passages_for(document: Document, records: Iterable[int]) -> Mapping[int, list[int]]:
    """For each of the records the passages of a document that it cites, by one query."""
    cited = Citation.objects.live().filter(
        passage__document=document, telling__document=document, telling__record__in=records
    )
    found: dict[int, list[int]] = defaultdict(list)
    for record, passage in cited.order_by().values_list("telling__record", "passage").distinct():
        found[record].append(passage)
    return found
