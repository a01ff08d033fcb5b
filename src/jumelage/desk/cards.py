"""Twinnings in short: how old they are, when their sides last met, which anniversary comes next."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jumelage.agenda.anniversaries import next_celebration
from jumelage.agenda.profiles import Custom
from jumelage.agenda.sides import profiles_of
from jumelage.desk.addresses import record_address
from jumelage.desk.dates import in_words
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import choices_of
from jumelage.register.models import Record, Twinning
from jumelage.register.queries import Contact, Glance, glances_of, last_contacts
from jumelage.vocabulary.edtf import Edtf


@dataclass(frozen=True, slots=True)
class LastContact:
    title: str
    address: str
    when: str
    months: int
    """How many months ago."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    years: int
    in_words: str


@dataclass(frozen=True, slots=True)
class Card:
    """`years` is the age of a twinning that has not ended."""

    record: Record
    title: str
    address: str
    kind: str
    when: str
    years: int | None
    contact: LastContact | None
    anniversary: Anniversary | None


def cards_of(twinnings: Iterable[int], today: date, language: str) -> list[Card]:
    """The twinnings in the order given. As many queries for many as for a few."""
    glances = glances_of(twinnings, language)
    contacts = last_contacts(glances, today)
    meetings = glances_of((contact.record for contact in contacts.values()), language)
    customs = _customs(glances.values())
    return [
        _card(glance, glance.details, _last_contact(contacts.get(pk), meetings, today), customs[pk], today)
        for pk, glance in glances.items()
        if isinstance(glance.details, Twinning)
    ]


def _customs(twinnings: Collection[Glance]) -> Mapping[int, tuple[Custom, ...]]:
    """For each twinning how its sides keep anniversaries."""
    parties = {
        glance.record.pk: [party.record for party in glance.references.get("parties", ())] for glance in twinnings
    }
    known = profiles_of({party for of_one in parties.values() for party in of_one})
    return {pk: tuple(known[party].custom for party in of_one) for pk, of_one in parties.items()}


def _card(
    glance: Glance, twinning: Twinning, contact: LastContact | None, customs: tuple[Custom, ...], today: date
) -> Card:
    going_on = twinning.since if not twinning.until else None
    begun = going_on.earliest if going_on else None
    return Card(
        record=glance.record,
        title=title_of(glance),
        address=record_address("twinning", glance.record.pk),
        kind=str(choices_of("twinning", "kind").get(twinning.kind, twinning.kind)),
        when=when(glance),
        years=today.year - begun.year if begun else None,
        contact=contact,
        anniversary=_anniversary(going_on, customs, today) if going_on else None,
    )


def _anniversary(since: Edtf, customs: tuple[Custom, ...], today: date) -> Anniversary | None:
    found = next_celebration(since, customs, today) if customs else None
    return Anniversary(found.years, in_words(found.when)) if found else None


def _last_contact(contact: Contact | None, meetings: Mapping[int, Glance], today: date) -> LastContact | None:
    if not contact or contact.record not in meetings:
        return None
    day = contact.date.latest or today
    return LastContact(
        title=title_of(meetings[contact.record]),
        address=record_address(contact.kind, contact.record),
        when=in_words(contact.date),
        months=max(0, (today.year - day.year) * 12 + today.month - day.month),
    )
