"""The journal of a record: what officers write down for one another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.addresses import record_address
from jumelage.desk.views.lists import kind_of
from jumelage.register.actions import take_away, write_down
from jumelage.register.models import Note, Record


@require_POST
@login_required
def write_note(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Writes down the `text` of the form."""
    record = get_object_or_404(Record, pk=pk, kind=kind_of(slug))
    assert isinstance(request.user, User)  # noqa: S101  login_required
    if text := request.POST.get("text", "").strip():
        write_down(request.user, record, text)
    else:
        messages.info(request, _("There was nothing to write down."))
    return redirect(f"{record_address(record.kind, record.pk)}#notes")


@require_POST
@login_required
def take_note_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes away a note that the officer wrote."""
    note = get_object_or_404(Note.objects.select_related("record"), pk=pk, officer=request.user)
    address = record_address(note.record.kind, note.record.pk)
    assert isinstance(request.user, User)  # noqa: S101  login_required
    take_away(request.user, note)
    return redirect(f"{address}#notes")
