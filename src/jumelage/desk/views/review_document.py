"""A document's text with what it tells beside it, for officers to look at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.highlighting import parts_of
from jumelage.desk.reviewing import lay_out
from jumelage.desk.titles import document_title
from jumelage.desk.views.acting import done, explaining, for_officers, number, officer_of
from jumelage.register.actions import review
from jumelage.register.models import Document
from jumelage.register.queries import documents_looked_at, next_to_look_at


def review_document(request: HttpRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document.objects.select_related("body", "reviewed__officer"), pk=pk)
    text = document.body.text
    parts = parts_of(text)
    part = min(number(request.GET.get("part", "1")), parts)
    context = {
        "document": document,
        "desk": lay_out(document, text, part, get_language() or "en"),
        "part": part,
        "parts": range(1, parts + 1),
        "progress": documents_looked_at(),
        "following": next_to_look_at(after=document.pk),
    }
    return render(request, "desk/review_document.html", context)


@require_POST
@for_officers
def looked_at(request: HttpRequest, pk: int) -> HttpResponse:
    """The document has been looked at, even where nothing is in it; on to the next one."""
    document = get_object_or_404(Document, pk=pk)
    with explaining(request):
        entry = review(officer_of(request), document)
        done(request, entry, _("Looked at: %(document)s") % {"document": document_title(document)})
    following = next_to_look_at(after=document.pk)
    return redirect("desk:review-document", following.pk) if following else redirect("desk:review-home")
