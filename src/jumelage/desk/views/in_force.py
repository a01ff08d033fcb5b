"""What was in force between whom on a day, until when, and what must happen by when."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.agreements.in_force import InForce, in_force
from jumelage.agreements.sides import Unknown, side_called
from jumelage.desk.dates import in_words
from jumelage.desk.in_force import Row, groups_beside, rows_of, things_of
from jumelage.desk.lists import PAGE
from jumelage.desk.spreadsheets import as_csv
from jumelage.desk.words import STANDING
from jumelage.vocabulary.edtf import Edtf

MOST = 40
"""Rows of what did not stand that the page tells."""


def in_force_page(request: HttpRequest) -> HttpResponse:
    day, names = _asked(request)
    language = get_language() or "en"
    try:
        found: InForce | None = _found(day, names)
        unknown = ""
    except Unknown as error:
        found, unknown = None, error.name
    page: Page[Any] = Paginator(things_of(found) if found else [], PAGE).get_page(request.GET.get("page"))
    context = {
        "day": day,
        "day_in_words": in_words(Edtf(str(day))),
        "names": names,
        "one": names[0] if names else "",
        "other": names[1] if len(names) > 1 else "",
        "unknown": unknown,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "rows": rows_of(page.object_list, language),
        "beside": groups_beside(found, MOST, language) if found and page.number == 1 else [],
    }
    return render(request, "desk/in_force.html", context)


def in_force_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Every source on a line of its own, so that each quote stands beside what it supports."""
    day, names = _asked(request)
    try:
        things = things_of(_found(day, names))
    except Unknown as error:
        raise BadRequest(_("Nothing in the register is called “%(name)s”.") % {"name": error.name}) from error
    headings = [
        _("Title"), _("Kind"), _("Since"), _("Stage"), _("Until"), _("What must happen"), _("Standing"), _("Address"),
        _("Source"), _("Published"), _("Quote"),
    ]  # fmt: skip
    language = get_language() or "en"

    def lines() -> Iterator[Sequence[str]]:
        yield headings
        for start in range(0, len(things), PAGE):
            for row in rows_of(things[start : start + PAGE], language):
                yield from _lines(request, row)

    return as_csv(lines(), f"in-force-{day}.csv")


def _lines(request: HttpRequest, row: Row) -> Iterator[Sequence[str]]:
    address = request.build_absolute_uri(row.address)
    standing = str(STANDING[row.record.standing])
    head = (row.title, row.kind, row.signed, row.stage, row.until, row.must, standing, address)
    for source in row.sources:
        yield (*head, source.title or source.officer, source.published, source.quote)
    if not row.sources:
        yield (*head, _("no source"), "", "")


def _found(day: date, names: Sequence[str]) -> InForce:
    return in_force(day, [side_called(name) for name in names])


def _asked(request: HttpRequest) -> tuple[date, list[str]]:
    names = [name.strip() for name in request.GET.getlist("place") if name.strip()]
    words = request.GET.get("on", "").strip()
    if not words:
        return timezone.localdate(), names
    try:
        return date.fromisoformat(words), names
    except ValueError as error:
        raise BadRequest(_("“%(day)s” is no day. Write it as 2016-01-31.") % {"day": words}) from error
