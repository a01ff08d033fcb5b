"""Put a right value in the place of a wrong one."""

from django.contrib.auth.models import User

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay, Word
from jumelage.register.fields import FIELDS
from jumelage.register.ledger import Ledger
from jumelage.register.models import Entity, LogEntry, Record, Value, Verb
from jumelage.vocabulary.names import NameForm


def correct(
    officer: User, record: Record, value: Value, text: str | Entity, *, version: int, reason: str = ""
) -> LogEntry:
    """The officer says what should stand where `value` stands: a text as the interchange format writes it, or an
    entity.

    The new value cites the officer and the sentence that the old one was read from; the old one stays to be seen,
    rejected. Raises `Outdated`, `NothingToSay` where it is so already, and ValueError for a text that the field can't
    hold.
    """
    with acting(officer, Verb.CORRECT, reason, (record, version)) as entry:
        value = record.values.select_related("entity").get(pk=value.pk)
        field = FIELDS[record.kind][value.field]
        if (value.entity if isinstance(text, Entity) else value.text) == text:
            raise NothingToSay(f"{value} is what stands there.")
        words = "" if isinstance(text, Entity) else text.strip()
        if words:
            field.parse(words)
        read = value.citations.live().filter(reading__isnull=False).select_related("passage").first()
        word = Word(Ledger(entry), record)
        word.on(value, says=False)
        word.say(
            field,
            words,
            entity=text if isinstance(text, Entity) else None,
            passage=read.passage if read else None,
            worked_out=f"corrected from {value.entity or value.text}",
            form=NameForm(words) if value.field == "names" else None,
        )
        word.ledger.settle()
    return entry
