"""Calendars that other programs read, at addresses that officers make and revoke."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jumelage.agenda.feeds import Entry, calendar_of, make_feed, revoke_feed
from jumelage.agenda.items import items, scope_of
from jumelage.agenda.models import Feed
from jumelage.desk.agenda import entry_of, rows_of
from jumelage.desk.titles import title_of
from jumelage.desk.views.acting import for_officers, officer_of
from jumelage.register.models import Record, Twinning
from jumelage.register.queries import glances_of

BACK, AHEAD = timedelta(days=92), timedelta(days=550)
"""The time of which a feed tells: three months back, a year and a half ahead."""
NEW = "new-feed"


@for_officers
def feeds_page(request: HttpRequest) -> HttpResponse:
    """The officer's feeds. The address of a new one is shown this once: the register does not know it."""
    feeds = list(Feed.objects.filter(officer=officer_of(request), revoked_at=None))
    names = glances_of([feed.twinning_id for feed in feeds if feed.twinning_id], get_language() or "en")
    secret = request.session.pop(NEW, "")
    context: dict[str, Any] = {
        "feeds": [(feed, title_of(glance) if (glance := names.get(feed.twinning_id or 0)) else "") for feed in feeds],
        "address": request.build_absolute_uri(reverse("desk:feed", args=(secret,))) if secret else "",
    }
    return render(request, "desk/feeds.html", context)


@require_POST
@for_officers
def make(request: HttpRequest) -> HttpResponse:
    twinning = request.POST.get("twinning", "")
    record = get_object_or_404(Record, pk=twinning, kind="twinning") if twinning.isdecimal() else None
    request.session[NEW] = make_feed(officer_of(request), get_language() or "en", record)
    return redirect("desk:feeds")


@require_POST
@for_officers
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    if not revoke_feed(officer_of(request), pk):
        raise Http404
    return redirect("desk:feeds")


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar; nothing at all where the address was revoked or never made."""
    found = Feed.objects.at(secret).select_related("officer", "twinning").first()
    if found is None or not found.officer.is_active:
        raise Http404
    with override(found.language):
        entries = _entries(request, found)
        body = calendar_of(found, _name(found), entries)
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, max-age=600", "X-Robots-Tag": "noindex"},
    )


def _entries(request: HttpRequest, found: Feed) -> list[Entry]:
    today = timezone.localdate()
    scope = None
    if found.twinning_id:
        twinning = Twinning.objects.shown().filter(pk=found.twinning_id).first()
        scope = scope_of(twinning) if twinning else set[int]()
    ahead = [item for item in items(today - BACK, today + AHEAD, today, scope) if not item.done]
    rows = rows_of(ahead, today, found.language)
    agenda = reverse("desk:agenda")
    return [entry_of(row, request.build_absolute_uri(row.address or agenda)) for row in rows]


def _name(found: Feed) -> str:
    if not found.twinning_id:
        return _("Twinnings: agenda")
    glance = glances_of([found.twinning_id], found.language).get(found.twinning_id)
    return title_of(glance) if glance else _("Twinnings: agenda")
