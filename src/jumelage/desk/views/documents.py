"""The page of one document, and its original."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.desk.highlighting import paragraphs_of, parts_of
from jumelage.register.models import Document


def document_page(request: HttpRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document.objects.select_related("body"), pk=pk)
    text = document.body.text
    asked, parts = request.GET.get("part", "1"), parts_of(text)
    if not asked.isdecimal() or not 1 <= int(asked) <= parts:
        raise BadRequest(_("This document has parts 1 to %(parts)s.") % {"parts": parts})
    part = int(asked)
    context = {
        "document": document,
        "paragraphs": paragraphs_of(document, text, part, get_language() or "en"),
        "part": part,
        "parts": range(1, parts + 1),
        "reading": document.readings.last(),
        "found": document.tellings.count(),
        "characters": len(text),
        "bytes": len(document.body.content),
    }
    return render(request, "desk/document.html", context)


def original(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """The bytes that were read, to be saved and never to be opened in the page: they may hold anything."""
    document = get_object_or_404(Document.objects.select_related("body"), pk=pk)
    name = document.name.rsplit("/", 1)[-1] or "document"
    return HttpResponse(
        bytes(document.body.content),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )
