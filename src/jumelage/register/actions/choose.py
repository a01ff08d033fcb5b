"""Choose among values on which sources disagree."""

from django.contrib.auth.models import User

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import Word
from jumelage.register.ledger import Ledger
from jumelage.register.models import LogEntry, Record, Value, Verb


class NoReason(ValueError):
    """A choice between sources says why."""


def choose(officer: User, record: Record, value: Value, *, version: int, reason: str) -> LogEntry:
    """The officer's choice is shown from now on; the others stay beside it. Raises `NoReason` and `Outdated`."""
    if not reason.strip():
        raise NoReason("Say why this value and not the other: reports will show it.")
    with acting(officer, Verb.CHOOSE, reason, (record, version)) as entry:
        word = Word(Ledger(entry), record)
        word.on(record.values.get(pk=value.pk), says=True)
        word.ledger.settle()
    return entry
