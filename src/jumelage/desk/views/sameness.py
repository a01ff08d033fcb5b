"""What is the same and what is not: doubts one by one, automatic merges in bulk, and the parts of one record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.addresses import SLUGS, record_address
from jumelage.desk.comparing import pair_of
from jumelage.desk.lists import PAGE
from jumelage.desk.titles import document_title, title_of, when
from jumelage.desk.views.acting import back, done, explaining, for_officers, no_such_form, number, officer_of
from jumelage.desk.views.lists import kind_of
from jumelage.desk.words import KIND, KINDS
from jumelage.register.actions import merge, separate, separate_all, uphold
from jumelage.register.fields import ENTITY_TYPES
from jumelage.register.models import Judgement, Record, Telling
from jumelage.register.queries import (
    Glance,
    ToldAs,
    entities_called,
    glances_of,
    holding_together,
    merged_by_itself,
    records_about,
    suggestions,
    told_as,
)

FOUND = 20
"""Records that are offered as perhaps the same."""


@dataclass(frozen=True, slots=True)
class Source:
    """One of the two tellings of a judgement: its source, the names it uses and the sentence it rests on."""

    title: str
    told: ToldAs
    language: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement of sameness with its two tellings and the record they make."""

    judgement: Judgement
    kind: str | Promise
    title: str
    address: str
    sources: Sequence[Source]


def doubts(request: HttpRequest) -> HttpResponse:
    """One pair that may be the same; `after` is the doubt that the officer left for later."""
    waiting, kind = suggestions(), request.GET.get("kind", "")
    if kind:
        waiting = waiting.filter(left__record__kind=kind)
    after = number(request.GET.get("after", "0"))
    doubt = waiting.filter(pk__gt=after).first() or waiting.first()
    context: dict[str, Any] = {
        "left": waiting.count(),
        "kind": kind,
        "kinds": [(one, KINDS[one]) for one in SLUGS],
        "doubt": doubt,
    }
    if doubt:
        one, other = doubt.left.record, doubt.right.record
        context["pair"] = pair_of(one, other, get_language() or "en")
        between = Judgement.objects.between(one, other).filter(verdict=doubt.verdict, withdrawn_at=None)
        context["grounds"] = dict.fromkeys(between.values_list("because", flat=True))
    return render(request, "desk/doubts.html", context)


@require_POST
@for_officers
def settle_doubt(request: HttpRequest, pk: int) -> HttpResponse:
    """Same, or not the same; both records as the officer saw them."""
    doubt = get_object_or_404(Judgement.objects.select_related("left__record", "right__record"), pk=pk)
    word, reason = request.POST.get("word"), request.POST.get("reason", "").strip()
    with explaining(request):
        if word == "different":
            done(
                request, separate(officer_of(request), doubt, reason=reason), _("Not the same, and never asked again.")
            )
        else:
            _merge(request)
    return redirect(f"{reverse('desk:doubts')}?after={pk}&kind={request.POST.get('kind', '')}")


def compare(request: HttpRequest) -> HttpResponse:
    """Any two records of a kind side by side."""
    one, other = (get_object_or_404(Record, pk=number(request.GET.get(name))) for name in ("one", "other"))
    if one.kind != other.kind or one.pk == other.pk:
        raise BadRequest(_("Two records of the same kind can be compared, and these are not."))
    return render(request, "desk/compare.html", {"pair": pair_of(one, other, get_language() or "en")})


@require_POST
@for_officers
def merge_records(request: HttpRequest) -> HttpResponse:
    with explaining(request):
        _merge(request)
    older = get_object_or_404(Record, pk=min(number(request.POST.get(name)) for name in ("one", "other")))
    return redirect(record_address(older.kind, older.pk))


def merged(request: HttpRequest) -> HttpResponse:
    """What matching took for the same by itself, to be ticked and upheld or taken back together."""
    judged, kind = merged_by_itself(), request.GET.get("kind", "")
    if kind:
        judged = judged.filter(left__record__kind=kind)
    page: Page[Any] = Paginator(judged, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "rows": _judged(page.object_list, get_language() or "en"),
        "kinds": [(one, KINDS[one]) for one in SLUGS],
        "kind": kind,
    }
    return render(request, "desk/merged.html", context)


@require_POST
@for_officers
def settle_merged(request: HttpRequest) -> HttpResponse:
    ticked = Judgement.objects.filter(pk__in=[number(tick) for tick in request.POST.getlist("judgement")])
    word, reason = request.POST.get("word"), request.POST.get("reason", "").strip()
    count, here = ticked.count(), reverse("desk:merged")
    if word not in ("same", "different"):
        raise no_such_form()
    if not count:
        messages.info(request, _("Nothing was ticked."))
        return back(request, here)
    with explaining(request):
        if word == "same":
            entry = uphold(officer_of(request), ticked, reason=reason)
            words = ngettext("%(number)s merge confirmed.", "%(number)s merges confirmed.", count)
        else:
            entry = separate_all(officer_of(request), ticked, reason=reason)
            words = ngettext("%(number)s merge taken back.", "%(number)s merges taken back.", count)
        done(request, entry, words % {"number": count})
    return back(request, here)


def parts(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What makes a record one: the judgements that hold its tellings together, and what else may be the same."""
    record = get_object_or_404(Record, pk=pk, kind=kind_of(slug))
    language, words = get_language() or "en", request.GET.get("name", "").strip()
    glances = glances_of([pk, *_called(record.kind, words)], language)
    context = {
        "record": record,
        "title": title_of(glances.pop(pk)),  # type: ignore[attr-defined]
        "address": record_address(record.kind, pk),
        "rows": _judged(holding_together(record), language),
        "words": words,
        "found": [(other, title_of(glance), when(glance)) for other, glance in glances.items()],
    }
    return render(request, "desk/parts.html", context)


def _merge(request: HttpRequest) -> None:
    asked = request.POST
    one, other = (get_object_or_404(Record, pk=number(asked.get(name))) for name in ("one", "other"))
    entry = merge(
        officer_of(request),
        one,
        other,
        version=number(asked.get("one_version")),
        other_version=number(asked.get("other_version")),
        reason=asked.get("reason", "").strip(),
    )
    done(request, entry, _("They are one record now."))


def _called(kind: str, words: str) -> Iterable[int]:
    """Records of a kind that bear a name with these words in it, or refer to who does."""
    if not words:
        return []
    entities = [hit.entity for hit in entities_called(words, FOUND)]
    if kind in ENTITY_TYPES:
        return Record.objects.filter(pk__in=entities, kind=kind).values_list("pk", flat=True)
    return records_about(entities, FOUND).get(kind, [])


def _judged(judgements: Iterable[Judgement], language: str) -> list[Judged]:
    """As many queries for many as for one."""
    standing = list(judgements)
    told = told_as(telling for judgement in standing for telling in (judgement.left, judgement.right))
    glances = glances_of((judgement.left.record_id for judgement in standing), language)
    return [_row(judgement, glances[judgement.left.record_id], told) for judgement in standing]


def _row(judgement: Judgement, glance: Glance, told: Mapping[int, ToldAs]) -> Judged:
    record = glance.record
    sources = [_source(telling, told[telling.pk]) for telling in (judgement.left, judgement.right)]
    return Judged(judgement, KIND[record.kind], title_of(glance), record_address(record.kind, record.pk), sources)


def _source(telling: Telling, told: ToldAs) -> Source:
    document, entry = telling.document, telling.entry
    if document:
        return Source(document_title(document), told, "" if document.language == "und" else document.language)
    return Source(_("entered by %(officer)s") % {"officer": entry.officer} if entry else "", told, "")
