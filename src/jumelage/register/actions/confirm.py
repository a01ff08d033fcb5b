"""Say that a value, a whole record or many records are right."""

from collections.abc import Mapping

from django.contrib.auth.models import User

from jumelage.register.actions.acting import Bulk, acting, as_seen
from jumelage.register.actions.word import NothingToSay, Word
from jumelage.register.ledger import Ledger
from jumelage.register.models import LogEntry, Record, Standing, Value, Verb


def confirm(officer: User, record: Record, value: Value | None = None, *, version: int, reason: str = "") -> LogEntry:
    """The officer confirms one value of a record, or else the record with everything it shows.

    Of a field with one value the confirmed one is shown from now on, whatever sources say. `version` is that of the
    record the officer saw. Raises `Outdated` where it has changed since, `NothingToSay` where it is confirmed already.
    """
    with acting(officer, Verb.CONFIRM, reason, (record, version)) as entry:
        record = Record.objects.get(pk=record.pk)
        value = value and record.values.get(pk=value.pk)
        values = [value] if value else list(_unconfirmed(record))
        if (not values and record.standing == Standing.CONFIRMED) or (value and value.standing == Standing.CONFIRMED):
            raise NothingToSay(f"{value or record} is confirmed already.")
        word = Word(Ledger(entry), record)
        if value is None:
            word.on_record(record, says=True)
        for one in values:
            word.on(one, says=True)
        word.ledger.settle()
    return entry


def confirm_all(officer: User, seen: Mapping[int, int], *, reason: str = "") -> Bulk:
    """Confirms many records, each with everything it shows, under one entry; `seen` are their keys with the versions
    that the officer saw.

    Left out are records that have changed since, and those on which sources disagree: these need a choice. Raises
    `NothingToSay` where nothing is left.
    """
    with acting(officer, Verb.CONFIRM, reason) as entry:
        unchanged = as_seen(seen)
        agreed = [record for record in unchanged if not record.disputed]
        records = [record for record in agreed if record.standing != Standing.CONFIRMED]
        if not records:
            raise NothingToSay("Nothing of that is left to confirm.")
        word = Word(Ledger(entry), *records)
        for record in records:
            word.on_record(record, says=True)
        for value in _unconfirmed(*records):
            word.on(value, says=True)
        word.ledger.settle()
    return Bulk(entry, len(records), len(seen) - len(unchanged), len(unchanged) - len(agreed))


def _unconfirmed(*records: Record) -> list[Value]:
    return list(Value.objects.current().filter(record__in=records).exclude(standing=Standing.CONFIRMED).order_by("pk"))
