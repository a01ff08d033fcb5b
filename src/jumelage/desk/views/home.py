"""The page that a desk keeps open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from jumelage.desk.addresses import SLUGS, list_address, record_address
from jumelage.desk.cards import cards_of
from jumelage.desk.models import KeptList
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import KINDS
from jumelage.register.models import SHOWN, Commitment, Document, LogEntry, Note, Record
from jumelage.register.queries import disputed, glances_of, most_told, notes_that_mention, waiting

CARDS, DUE, LATELY = 12, 8, 8
"""How many twinnings, promises and documents the page shows."""
SILENT = 36
"""Months without a contact after which a twinning is named as silent; how alive it is, its own page tells."""


@dataclass(frozen=True, slots=True)
class Promised:
    title: str
    address: str
    due: str
    overdue: bool


def home(request: HttpRequest) -> HttpResponse:
    today, language = timezone.localdate(), get_language() or "en"
    counts = waiting()
    cards = cards_of(most_told("twinning", CARDS), today, language)
    return render(
        request,
        "desk/home.html",
        {
            "cards": cards,
            "silent": [card for card in cards if not card.contact or card.contact.months >= SILENT],
            "twinnings": Record.objects.filter(kind="twinning", standing__in=SHOWN).count(),
            "due": _due(today, language),
            "mentions": _mentions(request.user),
            "kept": KeptList.objects.filter(officer=request.user.pk),
            "documents": Document.objects.order_by("-added", "-pk")[:LATELY],
            "read": Document.objects.count(),
            "waiting": [(KINDS[kind], list_address(kind), counts[kind]) for kind in SLUGS if kind in counts],
            "disputed": disputed(),
            "changed": LogEntry.objects.select_related("officer")[:LATELY],
        },
    )


def _mentions(officer: User | AnonymousUser) -> Sequence[tuple[Note, str]]:
    """The latest notes that call the officer, each with the address of the record that it is on."""
    if not isinstance(officer, User):
        return []
    notes = [(note, note.record.merged_into or note.record) for note in notes_that_mention(officer)[:LATELY]]
    return [(note, f"{record_address(record.kind, record.pk)}#notes") for note, record in notes]


def _due(today: date, language: str) -> Sequence[Promised]:
    """Promises with a date: those still to come first, the next one first; then those whose date has passed."""
    dated = Commitment.objects.shown().filter(due_latest__isnull=False)
    coming = dated.filter(due_latest__gte=today).order_by("due_latest", "pk")[:DUE]
    passed = dated.filter(due_latest__lt=today).order_by("-due_latest", "pk")[:DUE]
    overdue = {commitment.pk for commitment in passed}
    glances = glances_of([commitment.pk for commitment in (*coming, *passed)][:DUE], language)
    return [
        Promised(title_of(glance), record_address("commitment", pk), when(glance), pk in overdue)
        for pk, glance in glances.items()
    ]
