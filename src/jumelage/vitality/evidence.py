"""What the register holds between the two sides of twinnings, for many of them at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from jumelage.agenda.profiles import GENERAL, Profile, Quiet, profiles
from jumelage.agenda.sides import profiles_of
from jumelage.register.models import (
    DETAILS,
    SHOWN,
    Agreement,
    Commitment,
    Details,
    Event,
    Programme,
    Twinning,
    Value,
    Visit,
)
from jumelage.register.queries import Sides, sides_of
from jumelage.vitality.signal import Contact, Evidence, Signal, Vitality, months_between, signal_of, vitality_of
from jumelage.vocabulary.edtf import Edtf

CONTACTS = ("agreement", "visit", "event")
KINDS = (*CONTACTS, "commitment", "programme")
Referring = Mapping[int, Mapping[str, Sequence[int]]]
"""For each record and each of its fields the entities."""


def vitality(twinnings: Iterable[Twinning], today: date) -> Mapping[int, Vitality]:
    """For each twinning its signal with what it goes by; as many queries for many as for one."""
    rows = {row.pk: row for row in twinnings}
    sides = sides_of(rows)
    referring = _referring({member for parties in sides.values() for side in parties for member in side})
    details = _details(referring)
    people = _people(referring)
    thresholds = thresholds_of(rows.values(), _parties(rows))
    return {
        pk: vitality_of(
            _evidence(sides.get(pk, ()), referring, details, people, today),
            thresholds[pk],
            today,
            dormant=_begun(row.dormant, today),
            ended=_begun(row.until, today),
        )
        for pk, row in rows.items()
    }


def signals(today: date) -> Mapping[int, Signal]:
    """The signal of every twinning shown, by the same rule, from its last contact alone.

    Contacts are looked for only where both sides had any: most twinnings of a large register have none.
    """
    rows = {row.pk: row for row in Twinning.objects.shown()}
    parties, meetings = _parties(rows), _meetings(today)
    met = _with_homes(meetings)
    last = _last_days([pk for pk in rows if parties[pk] and parties[pk] <= met], meetings)
    thresholds = thresholds_of(rows.values(), parties)
    found = {}
    for pk, row in rows.items():
        months = months_between(min(last[pk], today), today) if pk in last else None
        dormant, ended = _begun(row.dormant, today), _begun(row.until, today)
        found[pk] = signal_of(months, thresholds[pk], dormant=dormant, ended=ended)
    return found


def thresholds_of(rows: Iterable[Twinning], parties: Mapping[int, Collection[int]]) -> Mapping[int, Quiet]:
    """By the grade of the twinning: what a profile of its parties says, or else the general one."""
    general, special = profiles()[GENERAL].vitality, any(p.vitality for key, p in profiles().items() if key != GENERAL)
    known = profiles_of({party for of_one in parties.values() for party in of_one}) if special else {}
    return {row.pk: _threshold(row.kind, [known[p] for p in parties[row.pk] if p in known], general) for row in rows}


def _threshold(kind: str, concerned: Iterable[Profile], general: Mapping[str, Quiet]) -> Quiet:
    own = next((profile.vitality[kind] for profile in concerned if kind in profile.vitality), None)
    return own or general.get(kind) or general["sister"]


def _parties(twinnings: Iterable[int]) -> Mapping[int, set[int]]:
    parties: dict[int, set[int]] = {pk: set() for pk in twinnings}
    values = Value.objects.current().filter(record__in=set(parties), field="parties", entity__isnull=False)
    for twinning, party in values.values_list("record_id", "entity_id"):
        if party:
            parties[twinning].add(party)
    return parties


def _meetings(today: date) -> Mapping[int, Mapping[int, date]]:
    """For each entity the contacts that it took part in up to today, each with its last day."""
    begun = {"start_earliest__lte": today, "record__standing__in": SHOWN}
    signed = Agreement.objects.shown().filter(planned=False, signed_earliest__lte=today)
    over = [
        *signed.values_list("pk", "signed_latest", "signed_latest"),
        *Visit.objects.filter(**begun).values_list("pk", "end_latest", "start_latest"),
        *Event.objects.filter(**begun).values_list("pk", "end_latest", "start_latest"),
    ]
    days = {pk: day for pk, end, start in over if (day := end or start)}
    found: dict[int, dict[int, date]] = defaultdict(dict)
    values = Value.objects.current().filter(record__kind__in=CONTACTS, entity__isnull=False)
    for record, entity in values.values_list("record_id", "entity_id"):
        if entity and record in days:
            found[entity][record] = days[record]
    return found


def _with_homes(entities: Iterable[int]) -> set[int]:
    """With those to whom they belong: by a post, or by being there."""
    current, met = Value.objects.current().filter(entity__isnull=False), set(entities)
    held = current.filter(field="person", entity__in=met, record__kind="post")
    offices = current.filter(field="of", record__in=set(held.values_list("record", flat=True)))
    met |= {entity for entity in offices.values_list("entity_id", flat=True) if entity}
    places = current.filter(field="place", record__in=met)
    return met | {entity for entity in places.values_list("entity_id", flat=True) if entity}


def _last_days(twinnings: Iterable[int], meetings: Mapping[int, Mapping[int, date]]) -> Mapping[int, date]:
    """For each twinning the last day on which both of its sides took part in the same contact."""
    found = {}
    for pk, sides in sides_of(twinnings).items():
        of_sides = [{record: day for e in side for record, day in meetings.get(e, {}).items()} for side in sides]
        shared = set[int].intersection(*(set(records) for records in of_sides))
        if shared and len(sides) == 2:
            found[pk] = max(of_sides[0][record] for record in shared)
    return found


def _begun(when: Edtf | None, today: date) -> bool:
    return bool(when and when.earliest and when.earliest <= today)


def _referring(entities: Iterable[int]) -> Referring:
    """The shown records between anybody that refer to one of the entities, with these."""
    values = Value.objects.current().filter(
        entity__in=set(entities), record__kind__in=KINDS, record__standing__in=SHOWN
    )
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for record, field, entity in values.order_by("pk").values_list("record_id", "field", "entity_id"):
        if entity:
            found[record][field].append(entity)
    return found


def _details(records: Iterable[int]) -> Mapping[int, Details]:
    wanted = set(records)
    return {row.pk: row for kind in KINDS for row in DETAILS[kind]._default_manager.filter(pk__in=wanted)}


def _people(records: Iterable[int]) -> Mapping[int, frozenset[int]]:
    values = Value.objects.current().filter(record__in=set(records), entity__record__kind="person")
    found: dict[int, set[int]] = defaultdict(set)
    for record, person in values.values_list("record_id", "entity_id"):
        if person:
            found[record].add(person)
    return {record: frozenset(people) for record, people in found.items()}


def _evidence(
    sides: Sides,
    referring: Referring,
    details: Mapping[int, Details],
    people: Mapping[int, frozenset[int]],
    today: date,
) -> Evidence:
    """From the records that touch both sides."""
    if len(sides) != 2:
        return Evidence()
    contacts, due, kept, given = list[Contact](), 0, 0, [0, 0]
    for record, fields in referring.items():
        named = {entity for entities in fields.values() for entity in entities}
        if not all(named & side for side in sides) or record not in details:
            continue
        match details[record]:
            case Commitment() as promise:
                over = bool(promise.due_latest and promise.due_latest < today)
                due += over or bool(promise.state)
                kept += promise.state in ("kept", "partly kept")
            case Programme():
                giver = next(iter(fields.get("parties", ())), None)
                for number, side in enumerate(sides):
                    given[number] += giver in side
            case row:
                if contact := _contact(row, fields, sides, people.get(record, frozenset()), today):
                    contacts.append(contact)
    return Evidence(contacts, due, kept, (given[0], given[1]))


def _contact(
    row: Details, fields: Mapping[str, Sequence[int]], sides: Sides, people: frozenset[int], today: date
) -> Contact | None:
    """None for what is planned, lies ahead, or has no date."""
    match row:
        case Agreement(planned=False, signed=Edtf() as when):
            end = None
        case Visit(start=Edtf() as when, end=end) | Event(start=Edtf() as when, end=end):
            pass
        case _:
            return None
    last = (end and end.latest) or when.latest
    if not when.earliest or not last or when.earliest > today:
        return None
    travelled = [number for number, side in enumerate(sides) if side & set(fields.get("visitors", ()))]
    known_to_the_day = when.latest == when.earliest
    return Contact(
        record=row.pk,
        kind=type(row).__name__.lower(),
        day=min(last, today),
        by=travelled[0] if isinstance(row, Visit) and len(travelled) == 1 else None,
        days=(last - when.earliest).days + 1 if isinstance(row, Visit) and known_to_the_day else 0,
        people=people,
    )
