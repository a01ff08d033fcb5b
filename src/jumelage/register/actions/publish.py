"""Show a record to everybody, on the office's public site."""

from django.contrib.auth.models import User

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay
from jumelage.register.models import SHOWN, Change, LogEntry, Publication, Record, Verb

PUBLISHED = {"value": "true", "standing": "confirmed", "current": True}
"""How the change log keeps that a record is published."""


def publish(officer: User, record: Record, *, version: int, reason: str = "") -> LogEntry:
    """From the next time that the site is written. `NothingToSay` where it is published already, or is not shown."""
    with acting(officer, Verb.PUBLISH, reason, (record, version)) as entry:
        if record.standing not in SHOWN or is_published(record):
            raise NothingToSay(f"{record} is published already, or is not shown.")
        Publication.objects.create(record=record, entry=entry)
        Change.objects.create(entry=entry, record=record, field="published", before=[], after=[PUBLISHED])
    return entry


def is_published(record: Record) -> bool:
    return Publication.objects.filter(record=record, withdrawn_by=None).exists()
