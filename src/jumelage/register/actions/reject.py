"""Say that a value, or a whole record, is wrong."""

from django.contrib.auth.models import User

from jumelage.register.actions.word import NothingToSay, Word, check_version
from jumelage.register.ledger import Ledger
from jumelage.register.models import LogEntry, Record, Standing, Value, Verb
from jumelage.register.transactions import writing


def reject(officer: User, record: Record, value: Value | None = None, *, version: int, reason: str = "") -> LogEntry:
    """The officer rejects one value of a record, or else the record as a whole; its values stay to be seen.

    It stays rejected when it is read again. `version` is that of the record the officer saw. Raises `Outdated` where it
    has changed since, `NothingToSay` where it is rejected already.
    """
    with writing():
        record = Record.objects.get(pk=record.pk)
        check_version(record, version)
        value = value and record.values.get(pk=value.pk)
        if (value or record).standing == Standing.REJECTED:
            raise NothingToSay(f"{value or record} is rejected already.")
        entry = LogEntry.objects.create(officer=officer, verb=Verb.REJECT, reason=reason)
        word = Word(Ledger(entry), record)
        if value:
            word.on(value, says=False)
        else:
            word.on_record(says=False)
        word.ledger.settle()
    return entry
