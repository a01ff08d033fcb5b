"""When the sides of twinnings last had to do with each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jumelage.register.models import DETAILS, SHOWN, Value
from jumelage.register.queries.sides import sides_of
from jumelage.vocabulary.edtf import Edtf

MEETING = {"agreement": "signed", "visit": "start", "event": "start"}
"""The kinds of record that are contacts of two sides, with the field that tells when."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting of both sides: its record, its kind and its date."""

    record: int
    kind: str
    date: Edtf


def last_contacts(twinnings: Iterable[int], today: date) -> Mapping[int, Contact]:
    """For each twinning the latest dated visit, event or agreement before `today` that touches both its sides.

    Eight queries, however many twinnings. One without any contact is left out.
    """
    sides = sides_of(twinnings)
    touching = _touching({member for parties in sides.values() for members in parties for member in members})
    dated = _dated(touching, today)
    found: dict[int, Contact] = {}
    for twinning, parties in sides.items():
        shared = set[int].intersection(*({r for m in members for r in touching[m]} for members in parties))
        meetings = [dated[record] for record in shared if record in dated]
        if meetings:
            found[twinning] = max(meetings, key=lambda contact: contact.date.latest or date.min)
    return found


def _touching(entities: Iterable[int]) -> Mapping[int, set[int]]:
    """For each entity the records of meetings that refer to it."""
    values = Value.objects.current().filter(
        entity__in=set(entities), record__kind__in=MEETING, record__standing__in=SHOWN
    )
    touching: dict[int, set[int]] = defaultdict(set)
    for record, entity in values.values_list("record_id", "entity_id"):
        if entity:
            touching[entity].add(record)
    return touching


def _dated(touching: Mapping[int, set[int]], today: date) -> Mapping[int, Contact]:
    records = {record for of_entity in touching.values() for record in of_entity}
    found: dict[int, Contact] = {}
    for kind, field in MEETING.items():
        rows = DETAILS[kind]._default_manager.filter(pk__in=records, **{f"{field}_earliest__lte": today})
        found |= {pk: Contact(pk, kind, when) for pk, when in rows.values_list("pk", field)}
    return found
