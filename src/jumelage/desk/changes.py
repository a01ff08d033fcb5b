"""The change log in words: who did what, when, why, and what that changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from jumelage.desk.addresses import record_address
from jumelage.desk.cells import in_field
from jumelage.desk.titles import title_of
from jumelage.desk.words import FIELD, SAID, STANDING
from jumelage.register.fields import FIELDS, RECORD
from jumelage.register.models import Change, LogEntry, Record
from jumelage.register.queries import Glance, changes_of, glances_of

State = Mapping[str, Any]
"""A value as `Change` keeps it: {"value", "standing", "current"}."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One field of one record; `before` and `after` are the values that are not the same in both, in words."""

    record: Record
    title: str
    address: str
    label: str | Promise
    before: Sequence[str]
    after: Sequence[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the log with its first changes; `more` are left out."""

    entry: LogEntry
    changes: Sequence[Changed]
    more: int


def in_words(entries: Sequence[LogEntry], most: int | None, language: str, record: Record | None = None) -> list[Entry]:
    """The entries in the order given, with the changes of one record where one is given; a fixed number of queries."""
    changes = changes_of(entries, most, record)
    glances = glances_of((c.record_id for of_entry in changes.values() for c in of_entry.first), language)
    found = []
    for entry in entries:
        of_entry = changes.get(entry.pk)
        first = [changed(change, glances) for change in of_entry.first] if of_entry else []
        found.append(Entry(entry, first, of_entry.all - len(first) if of_entry else 0))
    return found


def changed(change: Change, glances: Mapping[int, Glance]) -> Changed:
    kind = change.record.kind
    glance = glances.get(change.record_id)
    return Changed(
        change.record,
        title_of(glance) if glance else str(change.record),
        record_address(kind, change.record_id),
        FIELD[change.field],
        _said(kind, change.field, [state for state in change.before if state not in change.after]),
        _said(kind, change.field, [state for state in change.after if state not in change.before]),
    )


def _said(kind: str, field: str, states: Iterable[State]) -> list[str]:
    """Values with their standing; of the record as a whole there is only that."""
    if field == RECORD.name:
        return [str(STANDING[state["standing"]]) for state in states]
    return [f"{_value(kind, field, state['value'])} ({STANDING[state['standing']]})" for state in states]


def _value(kind: str, field: str, text: str) -> str:
    """The value in words. The log keeps entities by name, and what a field could once hold it may not hold any more."""
    try:
        return in_field(kind, field, FIELDS[kind][field].parse(text)) or str(SAID.get(text, text))
    except (KeyError, ValueError):
        return text
