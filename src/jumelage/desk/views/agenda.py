"""What is due and what lies ahead, and the rules behind it."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.agenda.items import Item, items, upcoming
from jumelage.agenda.profiles import profiles
from jumelage.agreements.sides import Unknown, records_between, side_called
from jumelage.desk.agenda import SURE, TASK, rows_of

MONTHS = 12
"""How far ahead the agenda looks where no year is asked for."""
PAGE = 100


def agenda_page(request: HttpRequest) -> HttpResponse:
    today, name = timezone.localdate(), request.GET.get("place", "").strip()
    year, month = _number(request, "year", 9998), _number(request, "month", 12)
    unknown = False
    try:
        scope = records_between([side_called(name)]) if name else None
    except Unknown:
        scope, unknown = set[int](), True
    page: Page[Any] = Paginator(_items(today, year, month, scope), PAGE).get_page(request.GET.get("page"))
    shown_year = year or today.year
    context = {
        "rows": rows_of(page.object_list, today, get_language() or "en"),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "name": name,
        "unknown": unknown,
        "year": year,
        "month": month,
        "months": [date(shown_year, number, 1) for number in range(1, 13)],
        "years": range(shown_year - 1, shown_year + 3),
        "today": today,
    }
    return render(request, "desk/agenda.html", context)


def duties_page(request: HttpRequest) -> HttpResponse:
    """The rules and customs of all profiles, each with where it comes from and how sure that is."""
    shown = [
        {
            "name": profile.name,
            "custom": profile.custom,
            "custom_sure": SURE[profile.custom.sure],
            "rules": [(TASK[rule.what], rule, SURE[rule.sure]) for rule in profile.rules],
        }
        for profile in profiles().values()
    ]
    return render(request, "desk/duties.html", {"profiles": shown})


def _items(today: date, year: int | None, month: int | None, scope: Collection[int] | None) -> list[Item]:
    if year is None:
        return upcoming(today, MONTHS, scope)
    first, last = date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])
    return items(first, last, today, scope)


def _number(request: HttpRequest, name: str, most: int) -> int | None:
    text = request.GET.get(name, "").strip()
    if not text:
        return None
    if not (text.isdecimal() and 1 <= int(text) <= most):
        raise BadRequest(_("“%(value)s” can't be looked up in the agenda.") % {"value": text})
    return int(text)
