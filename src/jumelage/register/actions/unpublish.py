"""Take a record off the office's public site."""

from django.contrib.auth.models import User

from jumelage.register.actions.acting import acting
from jumelage.register.actions.publish import PUBLISHED
from jumelage.register.actions.word import NothingToSay
from jumelage.register.models import Change, LogEntry, Publication, Record, Verb


def unpublish(officer: User, record: Record, *, version: int, reason: str = "") -> LogEntry:
    """From the next time that the site is written. `NothingToSay` where the record is not published."""
    with acting(officer, Verb.UNPUBLISH, reason, (record, version)) as entry:
        if not Publication.objects.filter(record=record, withdrawn_by=None).update(withdrawn_by=entry):
            raise NothingToSay(f"{record} is not published.")
        Change.objects.create(entry=entry, record=record, field="published", before=[PUBLISHED], after=[])
    return entry
