"""What officers write down for one another."""

from django.conf import settings
from django.db import models

from jumelage.register.models.record import Record


class Note(models.Model):
    """An entry in the journal of a record. It is a colleague's remark and supports no value.

    `mentioned` are the officers whom its text calls by an @ before their name.
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="notes")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notes")
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    text = models.TextField()
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentioned_in")

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.text
