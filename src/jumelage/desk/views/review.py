"""Where officers stand with what was read, and their word on one value or record."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.addresses import SLUGS, record_address
from jumelage.desk.titles import title_of, when
from jumelage.desk.views.acting import back, done, explaining, for_officers, no_such_form, number, officer_of
from jumelage.desk.views.lists import kind_of
from jumelage.desk.words import KINDS
from jumelage.register.actions import confirm, reject
from jumelage.register.models import Document, Record
from jumelage.register.queries import (
    disputed,
    documents_looked_at,
    glances_of,
    merged_by_itself,
    most_told,
    next_to_look_at,
    suggestions,
    undecided_in,
    waiting,
)

DOCUMENTS, TWINNINGS = 12, 12
"""How many documents and twinnings the page names."""
WORDS = {"confirm": confirm, "reject": reject}


def review_home(request: HttpRequest) -> HttpResponse:
    documents = Document.objects.filter(reviewed=None).order_by("pk")[:DOCUMENTS]
    undecided = undecided_in([document.pk for document in documents])
    twinnings = glances_of(most_told("twinning", TWINNINGS), get_language() or "en")
    counts = waiting()
    return render(
        request,
        "desk/review.html",
        {
            "progress": documents_looked_at(),
            "next": next_to_look_at(),
            "documents": [(document, undecided.get(document.pk, 0)) for document in documents],
            "waiting": [(KINDS[kind], kind, counts[kind]) for kind in SLUGS if kind in counts],
            "twinnings": [(pk, title_of(glance), when(glance)) for pk, glance in twinnings.items()],
            "suggestions": suggestions().count(),
            "merged": merged_by_itself().count(),
            "disputed": disputed(),
        },
    )


@require_POST
@for_officers
def review(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Confirms or rejects one value of a record (`value`), or else the record as a whole, as the officer saw it."""
    record = get_object_or_404(Record, pk=pk, kind=kind_of(slug))
    asked = request.POST
    if not (act := WORDS.get(asked.get("word", ""))):
        raise no_such_form()
    version, value = number(asked.get("version")), asked.get("value", "")
    chosen = get_object_or_404(record.values, pk=number(value)) if value else None
    with explaining(request):
        entry = act(officer_of(request), record, chosen, version=version, reason=asked.get("reason", "").strip())
        said = {"what": title_of(glances_of([pk], get_language() or "en")[pk])}
        done(request, entry, (_("Confirmed: %(what)s") if act is confirm else _("Rejected: %(what)s")) % said)
    return back(request, record_address(record.kind, record.pk))
