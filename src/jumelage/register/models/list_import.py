"""Lists that officers brought in."""

from django.db import models

from jumelage.register.models.document import Reading
from jumelage.register.models.log import LogEntry


class ImportState(models.TextChoices):
    RUNNING = "running"
    DONE = "done"
    LEAVING = "leaving"
    GONE = "gone"


class ListImport(models.Model):
    """A list that was brought in under one log entry. Its reading cites the rows.

    It is written, and taken back, in many short transactions: `state` tells how far that is, so that what a killed
    process left half done is put right. `counts` tells how many rows had which fate.
    """

    entry = models.OneToOneField(LogEntry, models.CASCADE, primary_key=True, related_name="list_import")
    reading = models.OneToOneField(Reading, models.CASCADE, related_name="list_import")
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.RUNNING)
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"import of {self.reading.document}"
