"""What waits for an officer, to be ticked and confirmed or rejected together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.addresses import SLUGS, record_address
from jumelage.desk.filters import nonsense
from jumelage.desk.lists import PAGE
from jumelage.desk.titles import title_of, when
from jumelage.desk.views.acting import back, done, explaining, for_officers, no_such_form, number, officer_of, seen
from jumelage.desk.words import KIND, KINDS
from jumelage.register.actions import Bulk, confirm_all, reject_all
from jumelage.register.fields import ENTITY_TYPES
from jumelage.register.models import Passage, Record, Standing, Telling, Twinning
from jumelage.register.queries import dossier_of, first_sentences, glances_of

BULK = {"confirm": confirm_all, "reject": reject_all}
SURE, UNSURE = 0.9, 0.6
"""From where on the reader counts as sure of something, and below which as unsure."""
SURENESS: Mapping[str, str | Promise] = {
    "sure": gettext_lazy("90 % or more"),
    "unsure": gettext_lazy("less than 60 %"),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that nobody has looked at, with the sentence that tells of it first, where a document does.

    `sure` is the reader's, in percent; names are not weighed, so an entity has none.
    """

    record: Record
    kind: str | Promise
    title: str
    address: str
    when: str
    sentence: Passage | None
    sure: int | None


def review_records(request: HttpRequest) -> HttpResponse:
    asked, language = request.GET, get_language() or "en"
    page: Page[Any] = Paginator(_asked_for(asked), PAGE).get_page(asked.get("page"))
    twinning = glances_of([number(asked.get("twinning"))], language) if asked.get("twinning") else {}
    context = {
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "rows": _rows(page.object_list, language),
        "kinds": [(kind, KINDS[kind]) for kind in SLUGS],
        "sureness": SURENESS.items(),
        "asked": {name: asked.get(name, "") for name in ("kind", "sure", "twinning")},
        "of": "".join(title_of(glance) for glance in twinning.values()),
    }
    return render(request, "desk/review_records.html", context)


@require_POST
@for_officers
def review_many(request: HttpRequest) -> HttpResponse:
    """Confirms or rejects all that was ticked, under one entry of the log."""
    ticked, here = seen(request), reverse("desk:review-records")
    if not (act := BULK.get(request.POST.get("word", ""))):
        raise no_such_form()
    if not ticked:
        messages.info(request, _("Nothing was ticked."))
        return back(request, here)
    with explaining(request):
        bulk = act(officer_of(request), ticked, reason=request.POST.get("reason", "").strip())
        done(request, bulk.entry, " ".join(_outcome(bulk, confirmed=act is confirm_all)))
    return back(request, here)


def _asked_for(asked: QueryDict) -> QuerySet[Record]:
    """The proposed records that an address asks for, in the order in which they were read."""
    rows = Record.objects.filter(standing=Standing.PROPOSED).order_by("pk")
    if kind := asked.get("kind"):
        rows = rows.filter(kind=kind)
    if sure := asked.get("sure"):
        if sure not in SURENESS:
            raise nonsense(sure, SURENESS)
        limit = SURE if sure == "sure" else UNSURE
        surely = Exists(Telling.objects.filter(record=OuterRef("pk"), confidence__gte=limit))
        rows = rows.filter(surely if sure == "sure" else ~surely)
    if asked.get("twinning"):
        twinning = get_object_or_404(Twinning, pk=number(asked.get("twinning")))
        belonging = [pk for of_kind in dossier_of(twinning).records.values() for pk in of_kind]
        rows = rows.filter(pk__in=[twinning.pk, *belonging])
    return rows


def _rows(records: Iterable[Record], language: str) -> list[Waiting]:
    glances = glances_of([record.pk for record in records], language)
    first = first_sentences(glances)
    return [
        Waiting(
            record=glance.record,
            kind=KIND[glance.record.kind],
            title=title_of(glance),
            address=record_address(glance.record.kind, pk),
            when=when(glance),
            sentence=first[pk].passage if pk in first else None,
            sure=round(first[pk].confidence * 100) if pk in first and glance.record.kind not in ENTITY_TYPES else None,
        )
        for pk, glance in glances.items()
    ]


def _outcome(bulk: Bulk, *, confirmed: bool) -> Sequence[str]:
    """What was done and what was left out, in sentences."""
    number = {"number": bulk.done}
    said = [
        ngettext("%(number)s record confirmed.", "%(number)s records confirmed.", bulk.done) % number
        if confirmed
        else ngettext("%(number)s record rejected.", "%(number)s records rejected.", bulk.done) % number
    ]
    if bulk.changed:
        words = ngettext(
            "%(number)s has changed since you opened the page and was left out.",
            "%(number)s have changed since you opened the page and were left out.",
            bulk.changed,
        )
        said.append(words % {"number": bulk.changed})
    if bulk.disputed:
        words = ngettext(
            "Sources disagree on %(number)s, which was left out: choose first.",
            "Sources disagree on %(number)s, which were left out: choose first.",
            bulk.disputed,
        )
        said.append(words % {"number": bulk.disputed})
    return said
