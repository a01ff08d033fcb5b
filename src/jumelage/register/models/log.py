"""Who did what, when and why."""

from django.conf import settings
from django.db import models


class Verb(models.TextChoices):
    ENTER = "enter"
    CONFIRM = "confirm"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SEPARATE = "separate"
    UNDO = "undo"
    CHOOSE = "choose"
    REVIEW = "review"
    IMPORT = "import"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"


class LogEntry(models.Model):
    """One thing an officer did. Nothing is ever taken out; `undone_by` tells that a later entry took it back."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="log_entries")
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    verb = models.CharField(max_length=20, choices=Verb)
    reason = models.TextField(blank=True)
    undone_by = models.ForeignKey("self", models.SET_NULL, null=True, related_name="undoes")

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "log entries"

    def __str__(self) -> str:
        return f"{self.officer} {self.verb} {self.at:%Y-%m-%d %H:%M}"


class Change(models.Model):
    """What an entry changed in one field of one record: all that stood there before, and after.

    Both are lists of {"value": as people read it, "standing": …, "current": …}, in the order in which values were first
    said.
    """

    entry = models.ForeignKey(LogEntry, models.CASCADE, related_name="changes")
    record = models.ForeignKey("register.Record", models.CASCADE, related_name="changes")
    field = models.CharField(max_length=20)
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        ordering = ("entry", "pk")

    def __str__(self) -> str:
        return f"{self.field} of {self.record_id}"
