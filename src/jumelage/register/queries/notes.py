"""The journals of records."""

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from jumelage.register.models import Note, Record


def notes_on(record: Record) -> QuerySet[Note]:
    """The notes on a record and on those merged into it, the latest first."""
    return Note.objects.filter(Q(record=record) | Q(record__merged_into=record)).select_related("officer")


def notes_that_mention(officer: User) -> QuerySet[Note]:
    """The notes in which colleagues call the officer, the latest first."""
    return officer.mentioned_in.select_related("officer", "record__merged_into")
