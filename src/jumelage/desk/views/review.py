"""Officers say what they think of what was read."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.addresses import record_address
from jumelage.desk.views.lists import kind_of
from jumelage.register.actions import NothingToSay, Outdated, confirm, reject
from jumelage.register.models import Record

WORDS = {"confirm": confirm, "reject": reject}


@require_POST
@login_required
def review(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Confirms or rejects one value of a record (`value`), or else the record as a whole, as the officer saw it."""
    record = get_object_or_404(Record, pk=pk, kind=kind_of(slug))
    asked = request.POST
    act, version, value = WORDS.get(asked.get("word", "")), asked.get("version", ""), asked.get("value", "")
    if not act or not version.isdecimal() or not (value.isdecimal() or not value):
        raise BadRequest(_("This form is not one of the desk's. Load the page again."))
    chosen = get_object_or_404(record.values, pk=int(value)) if value else None
    assert isinstance(request.user, User)  # noqa: S101  login_required
    try:
        act(request.user, record, chosen, version=int(version), reason=asked.get("reason", "").strip())
    except Outdated:
        messages.warning(request, _("This record has changed since you opened it. Look at it again, then decide."))
    except NothingToSay:
        messages.info(request, _("That had been said already."))
    return redirect(record_address(record.kind, record.pk))
