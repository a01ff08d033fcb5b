"""Enter by hand what no document says, or not yet."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import Said, Word
from jumelage.register.ledger import Ledger
from jumelage.register.models import LogEntry, Record, Verb

Values = Mapping[str, Sequence[Said]]
"""For each field its values: texts as the interchange format writes them, entities, or forms of names."""


def enter(officer: User, kind: str, values: Values, *, reason: str = "") -> Record:
    """A new record that cites the officer for everything. ValueError for a value that its field can't hold."""
    with acting(officer, Verb.ENTER, reason) as entry:
        ledger = Ledger(entry)
        [record] = ledger.open_records([kind])
        ledger.open_tellings([record.pk], [1.0])
        _say(Word(ledger, record), record, values)
        ledger.settle()
    return record


def add(officer: User, record: Record, values: Values, *, version: int, reason: str = "") -> LogEntry:
    """More values for a record that is there. Raises `Outdated` where it has changed since the officer saw it."""
    with acting(officer, Verb.ENTER, reason, (record, version)) as entry:
        word = Word(Ledger(entry), record)
        _say(word, record, values)
        word.ledger.settle()
    return entry


def _say(word: Word, record: Record, values: Values) -> None:
    for name, said in values.items():
        for one in said:
            word.say(record, name, one)
