"""What a record is called on the pages: the words by which people would ask for it."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from jumelage.desk.dates import period
from jumelage.desk.words import KIND, choices_of
from jumelage.register.models import (
    Agreement,
    Commitment,
    Cost,
    Document,
    Event,
    Figure,
    Honour,
    Post,
    Programme,
    Twinning,
    Visit,
)
from jumelage.register.queries import Glance

LONGEST = 90
"""Characters of a title; what a source says can be longer."""


def title_of(glance: Glance) -> str:
    """The record's title in the language of the page."""
    return Truncator(glance.name or _title(glance) or str(KIND[glance.record.kind])).chars(LONGEST)


def document_title(document: Document) -> str:
    """A document's title, or else the last part of its name."""
    return document.title or document.name.rsplit("/", 1)[-1]


def when(glance: Glance) -> str:
    """When the record was or is due, in words; empty where that is not known or means nothing."""
    match glance.details:
        case Twinning(since=start, until=end) | Post(since=start, until=end):
            return period(start, end)
        case Visit(start=start, end=end) | Event(start=start, end=end):
            return period(start, end)
        case Agreement(signed=date) | Programme(since=date) | Commitment(due=date):
            return period(date, None)
        case Honour(date=date) | Cost(date=date) | Figure(date=date):
            return period(date, None)
    return ""


def _title(glance: Glance) -> str:
    match glance.details:
        case Twinning():
            return _parties(glance)
        case Agreement() | Programme():
            return _after(_kind(glance), _parties(glance))
        case Visit():
            return _visit(names_of(glance, "visitors"), names_of(glance, "hosts"))
        case Event(title=title):
            return _beside(title or _kind(glance), names_of(glance, "place"))
        case Post(title=title):
            return _after(names_of(glance, "person"), _beside(title, names_of(glance, "of")))
        case Commitment(action=action):
            return _after(names_of(glance, "by"), action)
        case Cost(title=title) | Figure(title=title):
            return title
        case Honour(title=title):
            return _after(names_of(glance, "recipient"), title)
    return ""


def names_of(glance: Glance, field: str) -> str:
    """The names of those whom a field refers to."""
    return ", ".join(named.name for named in glance.references.get(field, ()))


def _parties(glance: Glance) -> str:
    return " – ".join(named.name for named in glance.references.get("parties", ()))


def _kind(glance: Glance) -> str:
    words = choices_of(glance.record.kind, "kind")
    word = str(words.get(getattr(glance.details, "kind", ""), KIND[glance.record.kind]))
    return word[:1].upper() + word[1:]


def _visit(visitors: str, hosts: str) -> str:
    if visitors and hosts:
        return _("%(visitors)s visits %(hosts)s") % {"visitors": visitors, "hosts": hosts}
    return _("Visit of %(visitors)s") % {"visitors": visitors} if visitors else ""


def _after(head: str, rest: str) -> str:
    return f"{head}: {rest}" if head and rest else head or rest


def _beside(name: str, place: str) -> str:
    return f"{name}, {place}" if place else name
