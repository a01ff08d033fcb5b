"""The change log: who did what, when, why, before and after; and taking any of it back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.changes import changed, in_words
from jumelage.desk.filters import nonsense
from jumelage.desk.spreadsheets import as_csv
from jumelage.desk.titles import title_of
from jumelage.desk.views.acting import back, done, explaining, for_officers, number, officer_of
from jumelage.desk.words import VERB
from jumelage.register.actions import undo
from jumelage.register.models import LogEntry, Record
from jumelage.register.queries import glances_of, log_of

PAGE, MOST, OF_ONE, BATCH = 30, 6, 100, 500
"""Entries of one page, changes of each that it shows, changes on the page of one entry, entries exported at a time."""


def log(request: HttpRequest) -> HttpResponse:
    asked, language = request.GET, get_language() or "en"
    record = _record(asked)
    page: Page[Any] = Paginator(_asked_for(asked), PAGE).get_page(asked.get("page"))
    context = {
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "entries": in_words(list(page.object_list), MOST, language, record),
        "verbs": VERB.items(),
        "officers": User.objects.filter(log_entries__isnull=False).distinct().order_by("username"),
        "asked": {name: asked.get(name, "") for name in ("officer", "verb", "record", "from", "until", "why")},
        "of": title_of(glances_of([record.pk], language)[record.pk]) if record else "",
    }
    return render(request, "desk/log.html", context)


def log_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry with all that it changed."""
    known = LogEntry.objects.select_related("officer", "undone_by__officer", "list_import__reading__document")
    entry = get_object_or_404(known, pk=pk)
    made = entry.changes.select_related("record").order_by("pk")
    page: Page[Any] = Paginator(made, OF_ONE).get_page(request.GET.get("page"))
    glances = glances_of([change.record_id for change in page.object_list], get_language() or "en")
    context = {
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "entry": entry,
        "brought_in": getattr(entry, "list_import", None),
        "changes": [changed(change, glances) for change in page.object_list],
    }
    return render(request, "desk/log_entry.html", context)


def log_csv(request: HttpRequest) -> StreamingHttpResponse:
    """One row for each field that was changed, of all entries that the address asks for."""
    entries, language, record = _asked_for(request.GET), get_language() or "en", _record(request.GET)

    def lines() -> Iterator[list[str]]:
        yield [_("When"), _("Who"), _("What"), _("Why"), _("Record"), _("Address"), _("Field"), _("Before"), _("After")]
        batches = Paginator(entries, BATCH)
        for batch in batches.page_range:
            for one in in_words(list(batches.page(batch)), None, language, record):
                entry = one.entry
                head = [entry.at.isoformat(" ", "seconds"), entry.officer.username, str(VERB[entry.verb]), entry.reason]
                for c in one.changes:
                    address = request.build_absolute_uri(c.address)
                    yield [*head, c.title, address, str(c.label), "; ".join(c.before), "; ".join(c.after)]
                if not one.changes:
                    yield [*head, "", "", "", "", ""]

    return as_csv(lines(), "changes.csv")


@require_POST
@for_officers
def undo_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes back what an entry of the log did; an undoing as well."""
    entry = get_object_or_404(LogEntry, pk=pk)
    with explaining(request):
        undoing = undo(officer_of(request), entry, reason=request.POST.get("reason", "").strip())
        done(request, undoing, _("Undone: %(what)s") % {"what": VERB[entry.verb]})
    return back(request, reverse("desk:log"))


def _asked_for(asked: QueryDict) -> QuerySet[LogEntry]:
    """The entries that an address asks for, the latest first. BadRequest where it asks for what can't be."""
    record = _record(asked)
    entries = log_of(record) if record else LogEntry.objects.all()
    if officer := asked.get("officer"):
        entries = entries.filter(officer__username=officer)
    if verb := asked.get("verb"):
        if verb not in VERB:
            raise nonsense(verb, VERB)
        entries = entries.filter(verb=verb)
    if first := asked.get("from"):
        entries = entries.filter(at__date__gte=_day(first))
    if last := asked.get("until"):
        entries = entries.filter(at__date__lte=_day(last))
    if why := asked.get("why", "").strip():
        entries = entries.filter(reason__icontains=why)
    return entries.select_related("officer", "undone_by__officer").order_by("-pk")


def _record(asked: QueryDict) -> Record | None:
    return get_object_or_404(Record, pk=number(asked.get("record"))) if asked.get("record") else None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadRequest(_("“%(value)s” is no day. Write it as 2015-06-08.") % {"value": text}) from None
