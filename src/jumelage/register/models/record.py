"""The spine of the register: one row for each thing it knows."""

from typing import Self, TypeVar

from django.db import models


class Standing(models.TextChoices):
    """What is thought of a value or a record.

    A withdrawn record is one that nothing speaks for any more; a staged one waits for the rest of the list that it
    comes from.
    """

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    STAGED = "staged"


SHOWN = (Standing.PROPOSED, Standing.CONFIRMED)


class Record(models.Model):
    """Anything the register knows: an entity, a twinning, an agreement … Its typed columns stand in a row of its kind.

    `version` grows whenever what the record shows changes. A record that was merged into another has nothing left of
    its own and says where to look; its row stays, so that a merge can be undone and old addresses lead somewhere.
    """

    kind = models.CharField(max_length=20)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PROPOSED)
    disputed = models.BooleanField(default=False)
    """Sources say different things in a field that has one value, and no officer has chosen."""
    version = models.PositiveIntegerField(default=1)
    added = models.DateTimeField(auto_now_add=True)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged")

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index("kind", "standing", name="records_by_kind"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


D = TypeVar("D", bound="Details")


class DetailsQuerySet(models.QuerySet[D]):
    def shown(self) -> Self:
        """What pages show unless asked otherwise: neither rejected nor withdrawn. Comes with its record."""
        return self.filter(record__standing__in=SHOWN).select_related("record")


class Details(models.Model):
    """The typed columns of one kind of record: the current value of each field that has one value and is no reference.

    They are for listing, filtering and sorting; `Value` is where they come from. Only the ledger writes them.
    """

    record = models.OneToOneField(Record, models.CASCADE, primary_key=True, related_name="%(class)s")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__.lower()} {self.pk}"
