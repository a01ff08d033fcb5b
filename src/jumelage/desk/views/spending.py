"""What was spent on something since a year, and what came of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.agreements.sides import Unknown, side_called
from jumelage.commitments.spending import spending
from jumelage.desk.spending import parts_of, totals_in_words
from jumelage.desk.spreadsheets import as_csv
from jumelage.desk.words import STANDING

YEARS_BACK = 10
"""Since when it is told where no year is asked for."""


def spending_page(request: HttpRequest) -> HttpResponse:
    since, names = _asked(request)
    context: dict[str, Any] = {
        "since": since,
        "one": names[0] if names else "",
        "other": names[1] if len(names) > 1 else "",
        "asked": bool(names),
    }
    if names:
        try:
            found = spending([side_called(name) for name in names], since, timezone.localdate())
        except Unknown as error:
            context["unknown"] = error.name
        else:
            context["parts"] = parts_of(found, get_language() or "en")
            context["totals"] = totals_in_words(found.totals)
            context["by_year"] = [(year, totals_in_words(totals)) for year, totals in found.by_year.items()]
    return render(request, "desk/spending.html", context)


def spending_csv(request: HttpRequest) -> StreamingHttpResponse:
    since, names = _asked(request)
    try:
        sides = [side_called(name) for name in names]
    except Unknown as error:
        raise BadRequest(_("Nothing in the register is called “%(name)s”.") % {"name": error.name}) from error
    parts = parts_of(spending(sides, since, timezone.localdate()), get_language() or "en")
    headings = [
        _("Part"), _("Kind"), _("Title"), _("Date"), _("Number"), _("Unit"), _("By"), _("About"), _("Led to"),
        _("Standing"), _("Source"), _("Quote"), _("Address"),
    ]  # fmt: skip

    def lines() -> Iterator[Sequence[str]]:
        yield headings
        for part in parts:
            for row in part.rows:
                source = row.sources[0] if row.sources else None
                yield (
                    part.key,
                    row.kind,
                    row.title,
                    row.when,
                    row.number,
                    row.unit,
                    "; ".join(piece.text for piece in row.by),
                    "; ".join(piece.text for piece in row.about),
                    "; ".join(piece.text for piece in row.led_to),
                    str(STANDING[row.record.standing]),
                    source.title or source.officer if source else _("no source"),
                    source.quote if source else "",
                    request.build_absolute_uri(row.address),
                )

    return as_csv(lines(), f"spending-since-{since}.csv")


def _asked(request: HttpRequest) -> tuple[int, list[str]]:
    names = [name.strip() for name in request.GET.getlist("place") if name.strip()]
    year = request.GET.get("since", "").strip() or str(timezone.localdate().year - YEARS_BACK)
    if not (year.isdecimal() and 1 <= int(year) <= 9999):
        raise BadRequest(_("“%(value)s” is no year. Write it with four figures, such as 2015.") % {"value": year})
    return int(year), names
