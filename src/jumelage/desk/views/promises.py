"""The ledger of promises, and an officer's word on what became of one."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.agreements.sides import Unknown, records_between, side_called
from jumelage.commitments.promises import Promise, Turn, ledger
from jumelage.desk.addresses import record_address
from jumelage.desk.lists import PAGE
from jumelage.desk.promises import TURN, rows_of
from jumelage.desk.spreadsheets import as_csv
from jumelage.desk.views.acting import done, explaining, for_officers, no_such_form, number, officer_of
from jumelage.desk.words import STANDING, choices_of
from jumelage.register.actions import add
from jumelage.register.models import Record


def promises_page(request: HttpRequest) -> HttpResponse:
    name, turn = _asked(request)
    try:
        promises, unknown = _promises(name, turn), False
    except Unknown:
        promises, unknown = [], True
    page: Page[Any] = Paginator(promises, PAGE).get_page(request.GET.get("page"))
    context = {
        "name": name,
        "unknown": unknown,
        "turn": turn,
        "turns": [(one.value, words) for one, words in TURN.items()],
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "rows": rows_of(page.object_list, get_language() or "en"),
    }
    return render(request, "desk/promises.html", context)


def promises_csv(request: HttpRequest) -> StreamingHttpResponse:
    name, turn = _asked(request)
    try:
        promises = _promises(name, turn)
    except Unknown as error:
        raise BadRequest(_("Nothing in the register is called “%(name)s”.") % {"name": name}) from error
    language = get_language() or "en"
    headings = [
        _("By"), _("Towards"), _("What was promised"), _("How firm"), _("Due"), _("Stage"), _("What became of it"),
        _("Answered on"), _("Led to"), _("Standing"), _("Source"), _("Quote"), _("Address"),
    ]  # fmt: skip

    def lines() -> Iterator[Sequence[str]]:
        yield headings
        for start in range(0, len(promises), PAGE):
            for row in rows_of(promises[start : start + PAGE], language):
                said = row.said[0] if row.said else None
                yield (
                    "; ".join(piece.text for piece in row.by),
                    "; ".join(piece.text for piece in row.towards),
                    row.action,
                    row.firmness,
                    row.due,
                    row.turn_words,
                    row.state,
                    row.answered_on,
                    "; ".join(piece.text for piece in row.led_to),
                    str(STANDING[row.record.standing]),
                    said.title or said.officer if said else _("no source"),
                    said.quote if said else "",
                    request.build_absolute_uri(row.address),
                )

    return as_csv(lines(), "promises.csv")


@require_POST
@for_officers
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of a promise, on which day, which record shows it, and where that stands."""
    promise = get_object_or_404(Record, pk=pk, kind="commitment")
    state, day, shown_by = (request.POST.get(name, "").strip() for name in ("state", "answered", "led_to"))
    if state not in choices_of("commitment", "state"):
        raise no_such_form()
    values = {"state": [state]} | ({"answered": [day]} if day else {}) | ({"led_to": [shown_by]} if shown_by else {})
    with explaining(request):
        try:
            entry = add(
                officer_of(request),
                promise,
                values,
                version=number(request.POST.get("version")),
                reason=request.POST.get("reason", "").strip(),
            )
        except ValueError as error:
            raise BadRequest(_("“%(day)s” is no day. Write it as 2016-01-31.") % {"day": day}) from error
        done(request, entry, _("It is noted what became of this promise."))
    return redirect(record_address("commitment", pk))


def _promises(name: str, turn: str) -> list[Promise]:
    records = records_between([side_called(name)]) if name else None
    return [one for one in ledger(timezone.localdate(), records) if not turn or one.turn == turn]


def _asked(request: HttpRequest) -> tuple[str, str]:
    turn = request.GET.get("turn", "")
    return request.GET.get("place", "").strip(), turn if turn in set(Turn) else ""
