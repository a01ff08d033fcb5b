"""Say that a value, a whole record or many records are wrong."""

from collections.abc import Mapping

from django.contrib.auth.models import User

from jumelage.register.actions.acting import Bulk, acting, as_seen
from jumelage.register.actions.word import NothingToSay, Word
from jumelage.register.ledger import Ledger
from jumelage.register.models import LogEntry, Record, Standing, Value, Verb


def reject(officer: User, record: Record, value: Value | None = None, *, version: int, reason: str = "") -> LogEntry:
    """The officer rejects one value of a record, or else the record as a whole; its values stay to be seen.

    It stays rejected when it is read again. `version` is that of the record the officer saw. Raises `Outdated` where it
    has changed since, `NothingToSay` where it is rejected already.
    """
    with acting(officer, Verb.REJECT, reason, (record, version)) as entry:
        record = Record.objects.get(pk=record.pk)
        value = value and record.values.get(pk=value.pk)
        if (value or record).standing == Standing.REJECTED:
            raise NothingToSay(f"{value or record} is rejected already.")
        word = Word(Ledger(entry), record)
        if value:
            word.on(value, says=False)
        else:
            word.on_record(record, says=False)
        word.ledger.settle()
    return entry


def reject_all(officer: User, seen: Mapping[int, int], *, reason: str = "") -> Bulk:
    """Rejects many records as a whole under one entry; `seen` are their keys with the versions that the officer saw.

    Left out are records that have changed since. Raises `NothingToSay` where nothing is left.
    """
    with acting(officer, Verb.REJECT, reason) as entry:
        unchanged = as_seen(seen)
        records = [record for record in unchanged if record.standing != Standing.REJECTED]
        if not records:
            raise NothingToSay("Nothing of that is left to reject.")
        word = Word(Ledger(entry), *records)
        for record in records:
            word.on_record(record, says=False)
        word.ledger.settle()
    return Bulk(entry, len(records), len(seen) - len(unchanged))
