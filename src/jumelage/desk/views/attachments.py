"""Scans and texts of agreements: put there, saved, taken off."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jumelage.agreements.attaching import TooLarge, attach, detach
from jumelage.agreements.models import Attachment, Form
from jumelage.desk.addresses import record_address
from jumelage.desk.attachments import LANGUAGES
from jumelage.desk.views.acting import explaining_nothing, for_officers, no_such_form, officer_of
from jumelage.register.models import Record


@require_POST
@for_officers
def attach_file(request: HttpRequest, pk: int) -> HttpResponse:
    record = get_object_or_404(Record, pk=pk, kind="agreement")
    file, form, language = request.FILES.get("file"), request.POST.get("form", ""), request.POST.get("language", "")
    if file is None or form not in Form or language not in LANGUAGES:
        raise no_such_form()
    with explaining_nothing(request):
        try:
            attach(officer_of(request), record, file.name or "file", file.read(), form=Form(form), language=language)
        except TooLarge as error:
            raise BadRequest(_("This file is empty, or larger than any scan has to be.")) from error
        messages.success(request, _("The file stands with the agreement now."))
    return redirect(record_address("agreement", pk))


@require_POST
@for_officers
def detach_file(request: HttpRequest, pk: int) -> HttpResponse:
    attachment = get_object_or_404(Attachment, pk=pk, detached=None)
    detach(officer_of(request), attachment)
    messages.success(request, _("The file was taken off."))
    return redirect(record_address("agreement", attachment.record_id))


@require_GET
def attached_file(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """The bytes, to be saved and never to be opened in the page: they may hold anything."""
    attachment = get_object_or_404(Attachment.objects.select_related("file"), pk=pk, detached=None)
    return HttpResponse(
        bytes(attachment.file.content),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=attachment.name),
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )
