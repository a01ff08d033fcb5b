"""The page of one record, whatever its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.commitments.promises import may_show
from jumelage.desk.addresses import SLUGS, list_address, record_address
from jumelage.desk.attachments import files_of
from jumelage.desk.belonging import belonging
from jumelage.desk.briefings import offered_on
from jumelage.desk.cards import cards_of
from jumelage.desk.cells import Piece
from jumelage.desk.chains import LEADING, links_of, options_of
from jumelage.desk.courses import course_of_paper, ladder_of
from jumelage.desk.statements import statements_of
from jumelage.desk.timeline import timeline
from jumelage.desk.titles import names_of, title_of, when
from jumelage.desk.views.lists import kind_of
from jumelage.desk.vitality import signals_of
from jumelage.desk.words import KIND, KINDS, choices_of
from jumelage.register.actions import is_published
from jumelage.register.models import SHOWN, Agreement, Commitment, Record, Twinning
from jumelage.register.queries import Glance, glances_of, notes_on

MOST = 40
"""Records of one kind that a page about something else lists; their own list has the others."""


@dataclass(frozen=True, slots=True)
class Related:
    """The records of one kind that belong to the one shown; `more` are left out."""

    kind: str
    heading: str | Promise
    entries: Sequence["Entry"]
    more: int


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    address: str
    when: str
    detail: str
    record: Record


def record_page(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    record = get_object_or_404(Record.objects.select_related("merged_into"), pk=pk, kind=kind_of(slug))
    if record.merged_into:
        return redirect(record_address(record.merged_into.kind, record.merged_into.pk), permanent=False)
    language = get_language() or "en"
    glance = glances_of([pk], language).get(pk)
    if glance is None:
        raise Http404(slug)
    related = belonging(glance)
    glances = glances_of((one for of_kind in related.values() for one in of_kind[:MOST]), language)
    context: dict[str, Any] = {
        "record": record,
        "glance": glance,
        "title": title_of(glance),
        "kind": KIND[record.kind],
        "kinds": KINDS[record.kind],
        "list_address": list_address(record.kind),
        "review_address": reverse("desk:review", args=(slug, pk)),
        "when": when(glance),
        "shown": record.standing in SHOWN,
        "slug": slug,
        "notes": notes_on(record) if request.user.is_authenticated else (),
        "fields": statements_of(record, language),
        "related": [_related(kind, related[kind], glances) for kind in SLUGS if related.get(kind)],
        "published": is_published(record),
        "looks": _looks(record),
        "download": f"record={pk}",
        "timeline": timeline([glance, *glances.values()], timezone.localdate()),
    }
    if isinstance(glance.details, Twinning):
        context["card"] = cards_of([pk], timezone.localdate(), language)[0]
        context["ladder"] = ladder_of(glance, glances)
        context["signal"] = next(iter(signals_of([pk], timezone.localdate(), language)), None)
    if isinstance(glance.details, Agreement):
        context["course"] = course_of_paper(pk, timezone.localdate(), language)
        context["files"] = files_of(pk)
    if record.kind in LEADING:
        context["chain"] = links_of(pk, language)
    if isinstance(glance.details, Commitment):
        context["states"] = choices_of("commitment", "state").items()
        context["may_show"] = options_of(may_show(pk, MOST), language)
    return render(request, "desk/record.html", context)


def _looks(record: Record) -> list[Piece]:
    """Papers that can be made on the record, and pictures that show it among others."""
    papers = [Piece(_("Papers"), reverse("desk:briefings", args=(SLUGS[record.kind], record.pk)))]
    return [*(papers if offered_on(record.kind) else ()), *_pictures(record)]


def _pictures(record: Record) -> list[Piece]:
    match record.kind:
        case "twinning":
            return [Piece(_("Who works with whom"), f"{reverse('desk:network')}?twinning={record.pk}")]
        case "place":
            return [Piece(_("Its ties on the map"), f"{reverse('desk:map')}?place={record.pk}")]
    return []


def _related(kind: str, records: Sequence[int], glances: Mapping[int, Glance]) -> Related:
    entries = [
        Entry(title_of(glance), record_address(kind, pk), when(glance), _detail(glance), glance.record)
        for pk in records[:MOST]
        if (glance := glances.get(pk))
    ]
    return Related(kind, KINDS[kind], entries, max(0, len(records) - MOST))


def _detail(glance: Glance) -> str:
    """Who signed, led or received: what a reader looks for next after the title."""
    for field in ("signatories", "head", "stops", "participants", "towards"):
        if names := names_of(glance, field):
            return names
    return ""
