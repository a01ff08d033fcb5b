"""Where sources disagree: what each says, side by side, and the officer's choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.addresses import record_address
from jumelage.desk.statements import Meant, Statement, meant_on, statement_of
from jumelage.desk.titles import title_of
from jumelage.desk.views.acting import back, done, explaining, for_officers, number, officer_of
from jumelage.desk.words import FIELD, KIND
from jumelage.register.actions import NoReason, choose
from jumelage.register.models import Record, Standing
from jumelage.register.queries import Line, disputed_records, glances_of, in_dispute, sheets_of

PAGE = 15
"""Records of one page."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One field of a record with the values that sources give for it."""

    record: Record
    kind: str | Promise
    title: str
    address: str
    field: str
    label: str | Promise
    statements: Sequence[Statement]


def conflicts(request: HttpRequest) -> HttpResponse:
    records, language = disputed_records().order_by("pk"), get_language() or "en"
    if request.GET.get("record"):
        records = records.filter(pk=number(request.GET["record"]))
    page: Page[Any] = Paginator(records, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "disputes": _disputes(list(page.object_list), language),
    }
    return render(request, "desk/conflicts.html", context)


@require_POST
@for_officers
def settle_conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """The officer's choice between the values of a field, with its reason."""
    record, here = get_object_or_404(Record, pk=pk), reverse("desk:conflicts")
    if not request.POST.get("value"):
        messages.warning(request, _("Tick what is right, then say why."))
        return back(request, here)
    value = get_object_or_404(record.values, pk=number(request.POST.get("value")))
    reason, version = request.POST.get("reason", "").strip(), number(request.POST.get("version"))
    try:
        with explaining(request):
            entry = choose(officer_of(request), record, value, version=version, reason=reason)
            done(request, entry, _("Chosen. The other values stay beside it."))
    except NoReason:
        messages.warning(request, _("Say why this value and not the other: reports will show it."))
    return back(request, here)


def _disputes(records: Sequence[Record], language: str) -> list[Dispute]:
    """As many queries for many records as for one."""
    known = {record.pk: record for record in records}
    sheets = sheets_of(known.values())
    meant, glances = meant_on(sheets.values(), language), glances_of(known, language)
    return [
        Dispute(
            record,
            KIND[record.kind],
            title_of(glances[pk]),
            record_address(record.kind, pk),
            field,
            FIELD[field],
            _alive(record, lines, meant),
        )
        for pk, record in known.items()
        for field, lines in in_dispute(record, sheets[pk]).items()
    ]


def _alive(record: Record, lines: Sequence[Line], meant: Meant) -> list[Statement]:
    return [statement_of(record, line, meant) for line in lines if line.value.standing != Standing.REJECTED]
