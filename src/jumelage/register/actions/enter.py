"""Enter by hand what no document says, or not yet."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import Word
from jumelage.register.fields import FIELDS, Holds
from jumelage.register.ledger import Ledger
from jumelage.register.models import Entity, LogEntry, Record, Verb
from jumelage.vocabulary.names import NameForm

Values = Mapping[str, Sequence[str | Entity]]
"""For each field its values: texts as the interchange format writes them, or entities. Forms of names are `names`."""


def enter(officer: User, kind: str, values: Values, *, reason: str = "") -> Record:
    """A new record that cites the officer for everything. ValueError for a value that its field can't hold."""
    with acting(officer, Verb.ENTER, reason) as entry:
        ledger = Ledger(entry)
        [record] = ledger.open_records([kind])
        ledger.open_tellings([record.pk], [1.0])
        _say(Word(ledger, record), values)
        ledger.settle()
    return record


def add(officer: User, record: Record, values: Values, *, version: int, reason: str = "") -> LogEntry:
    """More values for a record that is there. Raises `Outdated` where it has changed since the officer saw it."""
    with acting(officer, Verb.ENTER, reason, (record, version)) as entry:
        word = Word(Ledger(entry), record)
        _say(word, values)
        word.ledger.settle()
    return entry


def _say(word: Word, values: Values) -> None:
    fields = FIELDS[word.record.kind]
    for name, said in values.items():
        for one in said:
            if isinstance(one, Entity):
                if fields[name].holds is not Holds.ENTITY:
                    raise ValueError(f"{name!r} refers to no entity")
                word.say(fields[name], entity=one)
            else:
                fields[name].parse(one)
                word.say(fields[name], one.strip(), form=NameForm(one.strip()) if name == "names" else None)
