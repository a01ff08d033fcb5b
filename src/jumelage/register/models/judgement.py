"""Which tellings are of the same thing."""

from typing import Self

from django.db import models
from django.db.models import Q

from jumelage.register.models.log import LogEntry
from jumelage.register.models.record import Record
from jumelage.register.models.value import Telling


class Verdict(models.TextChoices):
    SAME = "same"
    DIFFERENT = "different"
    MAYBE = "maybe"


class JudgementQuerySet(models.QuerySet["Judgement"]):
    def between(self, record: Record, other: Record) -> Self:
        """Those on tellings of the one and of the other."""
        one_way = Q(left__record=record, right__record=other)
        return self.filter(one_way | Q(left__record=other, right__record=record))


class Judgement(models.Model):
    """That two tellings are of the same thing, or are not; by an officer, or by matching where `entry` is missing.

    A record is the connected component of positive judgements that stand, so taking one back separates again.
    `because` gives the ground in a sentence. What matching finds doubtful is judged `maybe`, for an officer to settle.
    """

    left = models.ForeignKey(Telling, models.CASCADE, related_name="judged_left")
    right = models.ForeignKey(Telling, models.CASCADE, related_name="judged_right")
    verdict = models.CharField(max_length=10, choices=Verdict)
    because = models.TextField()
    entry = models.ForeignKey(LogEntry, models.CASCADE, null=True, related_name="judgements")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(LogEntry, models.SET_NULL, null=True, related_name="judgement_withdrawals")

    objects = JudgementQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=~Q(left=models.F("right")), name="two_tellings_are_judged"),)

    def __str__(self) -> str:
        return f"{self.left_id} and {self.right_id}: {self.verdict}"
