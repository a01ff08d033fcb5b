"""What is said of a record, and who says so."""

from typing import Self

from django.db import models
from django.db.models import Q

from jumelage.register.models.document import Document, Passage, Reading
from jumelage.register.models.entity import Entity
from jumelage.register.models.log import LogEntry
from jumelage.register.models.record import Record, Standing


class ValueQuerySet(models.QuerySet["Value"]):
    def current(self) -> Self:
        return self.filter(current=True)


class Value(models.Model):
    """One value of one field of a record. All that were ever said stay, side by side.

    A reference has an `entity`, anything else a `text` as the interchange format writes it. `sources` counts the
    documents that say so. `current` marks what the record shows: of a field with one value the officer's choice, or
    else the value best supported; of a field with many all that were not rejected.
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="values")
    field = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    entity = models.ForeignKey(Entity, models.CASCADE, null=True, related_name="references")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PROPOSED)
    current = models.BooleanField(default=False)
    sources = models.PositiveIntegerField(default=0)

    objects = ValueQuerySet.as_manager()

    class Meta:
        ordering = ("record", "pk")
        indexes = (
            models.Index("record", "field", name="values_of_a_record"),
            models.Index("entity", "field", name="references_to_an_entity", condition=Q(entity__isnull=False)),
            models.Index("record", "entity", name="references_shown", condition=Q(current=True, entity__isnull=False)),
        )

    def __str__(self) -> str:
        return f"{self.field}: {self.entity or self.text}"


class Telling(models.Model):
    """One thing as one source tells it: what a document says of an entity or a twinning, or what an officer entered.

    Tellings of the same thing share a record. They are never changed, only moved from record to record as judgements
    come and go. `confidence` (0 to 1) is how sure the reader was.
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="tellings")
    document = models.ForeignKey(Document, models.CASCADE, null=True, related_name="tellings")
    entry = models.ForeignKey(LogEntry, models.CASCADE, null=True, related_name="tellings")
    confidence = models.FloatField(default=1.0)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(document__isnull=False) ^ Q(entry__isnull=False), name="a_telling_has_one_source"
            ),
        )

    def __str__(self) -> str:
        return f"{self.record} as told by {self.document or self.entry}"


class CitationQuerySet(models.QuerySet["Citation"]):
    def live(self) -> Self:
        return self.filter(withdrawn_at=None)


class Citation(models.Model):
    """The tie between a value and the passage, or the officer, that says so; or the officer who says no (`says`).

    A passage is missing where the document says so as a whole. `worked_out` tells people how a value that does not
    stand there in so many words was found. `refers_to` is the telling of the entity that a reference means.
    Citations are never changed; one that a better reader or an officer took back is `withdrawn_at` that time, by an
    entry of the officer's.
    """

    value = models.ForeignKey(Value, models.CASCADE, related_name="citations")
    telling = models.ForeignKey(Telling, models.CASCADE, related_name="citations")
    refers_to = models.ForeignKey(Telling, models.CASCADE, null=True, related_name="referred_to_by")
    passage = models.ForeignKey(Passage, models.CASCADE, null=True, related_name="citations")
    reading = models.ForeignKey(Reading, models.CASCADE, null=True, related_name="citations")
    entry = models.ForeignKey(LogEntry, models.CASCADE, null=True, related_name="citations")
    says = models.BooleanField(default=True)
    worked_out = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(LogEntry, models.SET_NULL, null=True, related_name="withdrawals")

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(reading__isnull=False) ^ Q(entry__isnull=False), name="a_citation_has_one_source"
            ),
        )

    def __str__(self) -> str:
        return f"{self.value} ({self.passage or self.reading or self.entry})"
