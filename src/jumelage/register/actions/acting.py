"""What all actions of officers have in common: leave to act, nobody was quicker, one transaction, one log entry."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from jumelage.register.actions.word import check_version
from jumelage.register.models import LogEntry, Record, Verb
from jumelage.register.transactions import writing

READERS = "readers"
"""The group of accounts that may look and not write."""


class NotAllowed(PermissionDenied):
    """The officer may not do that."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """What came of a word on many records: how many it was said of, and how many were left out.

    `changed` have changed since the officer saw them, and on `disputed` sources disagree, which needs a choice.
    """

    entry: LogEntry
    done: int
    changed: int
    disputed: int = 0


def may_write(officer: User) -> bool:
    """Whether an account may change the register: one that is open and no reader's."""
    return officer.is_active and not officer.groups.filter(name=READERS).exists()


def check_may(officer: User, verb: Verb) -> None:
    """Every action asks here first."""
    if not may_write(officer):
        raise NotAllowed(f"{officer}'s account is closed or for reading only, so it can't {verb}.")


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


def as_seen(seen: Mapping[int, int]) -> list[Record]:
    """Of the records with the versions that the officer saw, those that have not changed since."""
    return [record for pk, record in sorted(Record.objects.in_bulk(seen).items()) if record.version == seen[pk]]
