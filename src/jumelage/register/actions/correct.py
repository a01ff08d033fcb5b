"""Put right values in the place of wrong ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay, Said, Word
from jumelage.register.ledger import Ledger
from jumelage.register.models import Entity, LogEntry, Record, Value, Verb


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to stand in a field in the place of a value; without one it is added, without `by` the value goes."""

    field: str
    value: Value | None
    by: Said | None


def correct(
    officer: User, record: Record, value: Value, text: str | Entity, *, version: int, reason: str = ""
) -> LogEntry:
    """The officer says what should stand where `value` stands: a text as the interchange format writes it, or an
    entity.

    The new value cites the officer and the sentence that the old one was read from; the old one stays to be seen,
    rejected. Raises `Outdated`, `NothingToSay` where it is so already, and ValueError for a text that the field can't
    hold.
    """
    return revise(officer, record, [Correction(value.field, value, text)], version=version, reason=reason)


def revise(
    officer: User, record: Record, corrections: Sequence[Correction], *, version: int, reason: str = ""
) -> LogEntry:
    """Several corrections of a record under one entry; see `correct`. What is added cites the officer."""
    only_more = all(correction.value is None for correction in corrections)
    with acting(officer, Verb.ENTER if only_more else Verb.CORRECT, reason, (record, version)) as entry:
        standing = record.values.select_related("entity").in_bulk([c.value.pk for c in corrections if c.value])
        word = Word(Ledger(entry), record)
        for correction in corrections:
            _put(word, record, correction, standing)
        if not word.ledger.entered:
            raise NothingToSay("That is what stands there.")
        word.ledger.settle()
    return entry


def _put(word: Word, record: Record, correction: Correction, standing: dict[int, Value]) -> None:
    value = standing[correction.value.pk] if correction.value else None
    if correction.by is None:
        if value:
            word.on(value, says=False)
    elif value is None:
        word.say(record, correction.field, correction.by)
    elif (value.entity or value.text) != correction.by:
        word.replace(record, value, correction.by)
