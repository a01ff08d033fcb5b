"""Say that a value, or a whole record, is right."""

from django.contrib.auth.models import User

from jumelage.register.actions.word import NothingToSay, Word, check_version
from jumelage.register.ledger import Ledger
from jumelage.register.models import LogEntry, Record, Standing, Value, Verb
from jumelage.register.transactions import writing


def confirm(officer: User, record: Record, value: Value | None = None, *, version: int, reason: str = "") -> LogEntry:
    """The officer confirms one value of a record, or else the record with everything it shows.

    Of a field with one value the confirmed one is shown from now on, whatever sources say. `version` is that of the
    record the officer saw. Raises `Outdated` where it has changed since, `NothingToSay` where it is confirmed already.
    """
    with writing():
        record = Record.objects.get(pk=record.pk)
        check_version(record, version)
        value = value and record.values.get(pk=value.pk)
        values = [value] if value else list(record.values.current().exclude(standing=Standing.CONFIRMED))
        if (not values and record.standing == Standing.CONFIRMED) or (value and value.standing == Standing.CONFIRMED):
            raise NothingToSay(f"{value or record} is confirmed already.")
        entry = LogEntry.objects.create(officer=officer, verb=Verb.CONFIRM, reason=reason)
        word = Word(Ledger(entry), record)
        if value is None:
            word.on_record(says=True)
        for one in values:
            word.on(one, says=True)
        word.ledger.settle()
    return entry
