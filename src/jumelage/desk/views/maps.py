"""The map of the twinnings, with a list that says the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page

from jumelage.desk import maps
from jumelage.desk.addresses import record_address
from jumelage.desk.lists import LISTS, PAGE
from jumelage.desk.remembering import remembered
from jumelage.desk.titles import title_of, when
from jumelage.desk.views.lists import Asked
from jumelage.desk.words import choices_of
from jumelage.pictures.map import view_of
from jumelage.register.models import Details, Record, Value
from jumelage.register.queries import Glance, Named, glances_of, names_in


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    address: str
    kind: str
    when: str
    parties: list[Named]
    record: Record


def map_page(request: HttpRequest) -> HttpResponse:
    language, listed = get_language() or "en", LISTS["twinning"]
    place = _place(request.GET)
    twinnings = _ties(request.GET, place)
    page: Page[Any] = Paginator(twinnings, PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": [Asked(one, request.GET.get(one.parameter, "").strip()) for one in listed.filters],
        "narrowed": any(request.GET.get(one.parameter) for one in listed.filters) or place is not None,
        "place": place,
        "place_name": names_in(language, [place]).get(place, "") if place else "",
        "view": " ".join(map(str, view_of(maps.tie_map(twinnings, language).spots))) if place else "",
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "rows": [_row(glance) for glance in glances_of(page.object_list, language).values()],
    }
    return render(request, "desk/map.html", context)


@gzip_page
def map_data(request: HttpRequest) -> HttpResponse:
    """What `pictures.js` draws; `place` and `page` make no difference to it."""
    language, filters = get_language() or "en", [request.GET.get(one.parameter) for one in LISTS["twinning"].filters]
    data = remembered(f"map {language} {filters}", lambda: maps.map_data(request.GET, language))
    return HttpResponse(data, content_type="application/json")


def _place(asked: QueryDict) -> int | None:
    place = asked.get("place", "").strip()
    if place and not place.isdecimal():
        raise BadRequest(_("“%(value)s” is no place of this register.") % {"value": place})
    return int(place) if place else None


def _ties(asked: QueryDict, place: int | None) -> "QuerySet[Details, int]":
    """The twinnings that the address asks for, of the one place where it names one, or of an organisation there."""
    records = LISTS["twinning"].records(asked)
    if place is None:
        return records
    there = Value.objects.current().filter(field="place", record__kind="organisation", entity=place)
    parties = Value.objects.current().filter(field="parties", record__kind="twinning")
    of_place = parties.filter(entity=place) | parties.filter(entity__in=there.values("record"))
    return records.filter(pk__in=of_place.values("record"))


def _row(glance: Glance) -> Row:
    kinds: Mapping[str, Any] = choices_of("twinning", "kind")
    kind = getattr(glance.details, "kind", "")
    return Row(
        title_of(glance),
        record_address("twinning", glance.record.pk),
        str(kinds.get(kind, kind)),
        when(glance),
        [party for party in glance.references.get("parties", ()) if party.kind == "place"],
        glance.record,
    )
