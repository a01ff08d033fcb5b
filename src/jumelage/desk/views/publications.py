"""Officers put a record on the public site, or take it off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.addresses import record_address
from jumelage.desk.titles import title_of
from jumelage.desk.views.acting import back, done, explaining, for_officers, number, officer_of
from jumelage.desk.views.lists import kind_of
from jumelage.register.actions import publish, unpublish
from jumelage.register.models import Record
from jumelage.register.queries import glances_of


@require_POST
@for_officers
def publish_record(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Publishes the record as the officer saw it; with `off`, takes it off."""
    record = get_object_or_404(Record, pk=pk, kind=kind_of(slug))
    act, said = publish, _("Published: %(what)s")
    if "off" in request.POST:
        act, said = unpublish, _("Off the public site: %(what)s")
    with explaining(request):
        entry = act(officer_of(request), record, version=number(request.POST.get("version")))
        done(request, entry, said % {"what": title_of(glances_of([pk], get_language() or "en")[pk])})
    return back(request, record_address(record.kind, record.pk))
