"""What all actions of officers have in common: leave to act, nobody was quicker, one transaction, one log entry."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User

from jumelage.register.actions.word import check_version
from jumelage.register.models import LogEntry, Record, Verb
from jumelage.register.transactions import writing


class NotAllowed(Exception):
    """The officer may not do that."""


def check_may(officer: User, verb: Verb) -> None:
    """Every action asks here first. An account that was closed may do nothing any more."""
    if not officer.is_active:
        raise NotAllowed(f"{officer}'s account is closed, so it can't {verb}.")


@contextmanager
def acting(officer: User, verb: Verb, reason: str = "", *seen: tuple[Record, int]) -> Iterator[LogEntry]:
    """The log entry under which everything inside is done, or nothing at all.

    `seen` are the records concerned with the versions that the officer saw; `Outdated` where one has changed since.
    """
    check_may(officer, verb)
    with writing():
        for record, version in seen:
            check_version(Record.objects.get(pk=record.pk), version)
        yield LogEntry.objects.create(officer=officer, verb=verb, reason=reason)
