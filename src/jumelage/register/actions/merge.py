"""Say that two records are of the same thing."""

from django.contrib.auth.models import User
from django.utils import timezone

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay
from jumelage.register.models import Judgement, LogEntry, Record, Verb, Verdict
from jumelage.register.regrouping import regroup


class NotOfAKind(Exception):
    """A place can't be the same as a person."""


def merge(
    officer: User, record: Record, other: Record, *, version: int, other_version: int, reason: str = ""
) -> LogEntry:
    """The officer judges both records to be of the same thing: the older one has everything from now on.

    Raises `NotOfAKind`, `Outdated` where one has changed since the officer saw it, `NothingToSay` for one record twice.
    """
    if record.kind != other.kind:
        raise NotOfAKind(f"A {record.kind} and a {other.kind} are never the same.")
    if record.pk == other.pk:
        raise NothingToSay(f"{record} is one record already.")
    with acting(officer, Verb.MERGE, reason, (record, version), (other, other_version)) as entry:
        between = Judgement.objects.between(record, other).filter(withdrawn_at=None)
        between.update(withdrawn_at=timezone.now(), withdrawn_by=entry)
        Judgement.objects.create(
            left=record.tellings.earliest("pk"),
            right=other.tellings.earliest("pk"),
            verdict=Verdict.SAME,
            because=reason or f"{officer} says so",
            entry=entry,
        )
        regroup(entry, (record.pk, other.pk))
    return entry
