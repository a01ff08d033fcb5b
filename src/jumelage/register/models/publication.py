"""What an office shows to everybody."""

from django.db import models

from jumelage.register.models.log import LogEntry
from jumelage.register.models.record import Record


class Publication(models.Model):
    """That an officer published a record, by `entry`; until another took it back, `withdrawn_by` a later one."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="publications")
    entry = models.ForeignKey(LogEntry, models.CASCADE, related_name="publications")
    withdrawn_by = models.ForeignKey(LogEntry, models.SET_NULL, null=True, related_name="publication_withdrawals")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.record} published"
