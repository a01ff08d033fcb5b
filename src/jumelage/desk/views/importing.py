"""Officers bring lists in: send one, say what its columns mean, look at the fate of every row, carry it out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk import uploads
from jumelage.desk.addresses import record_address
from jumelage.desk.filters import nonsense
from jumelage.desk.titles import title_of
from jumelage.desk.views.acting import done, explaining, for_officers, no_such_form, officer_of
from jumelage.desk.words import FIELD
from jumelage.desk.words import KINDS as NAMES_OF_KINDS
from jumelage.exchange import (
    KINDS,
    Choices,
    Mapping,
    NoList,
    RowsAreWrong,
    Table,
    Wanted,
    carry_out,
    guess_mapping,
    open_table,
    parts_of,
    plan,
)
from jumelage.register.actions import OtherwiseIn
from jumelage.register.foresight import Fate
from jumelage.register.queries import glances_of

PENDING = "list being imported"
"""Where the session keeps the list that its officer is at: its token, its name, the kind and the columns chosen."""
ROWS, CELLS, EXAMPLES = 50, 6, 3
"""Rows of one page, cells that each shows, and examples of what stands in a column."""
MOST_BYTES = 50_000_000
FATES = MappingProxyType(
    {
        "error": gettext_lazy("wrong"),
        "maybe": gettext_lazy("may be known"),
        "new": gettext_lazy("new"),
        "same": gettext_lazy("known already"),
    }
)
ERROR = "error"
OF_AN_ENTITY = MappingProxyType(
    {
        "country": FIELD["country"],
        "level": FIELD["level"],
        "wikidata": FIELD["wikidata"],
        "within": gettext_lazy("Region or province"),
        "latitude": gettext_lazy("Latitude"),
        "longitude": gettext_lazy("Longitude"),
    }
)
"""What a column may tell of an entity beside its name."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    examples: str
    part: str


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    fate: str
    word: str | Promise
    because: str
    cells: str
    title: str
    address: str


@for_officers
def import_page(request: HttpRequest) -> HttpResponse:
    """Where the officer is: a list to be sent, its columns to be mapped, or the fates of its rows to be looked at."""
    pending = request.session.get(PENDING)
    table = _table(request)
    if not pending or not table:
        return render(request, "desk/import.html")
    mapping = _mapping(pending, table)
    fates = uploads.kept_fates(pending["token"])
    fate = request.GET.get("fate", "")
    if fate and fate not in FATES:
        raise nonsense(fate, FATES)
    page: Page[Any] = Paginator([one for one in fates if fate in ("", one[1])], ROWS).get_page(request.GET.get("page"))
    counts = Counter(one[1] for one in fates)
    context = {
        "name": pending["name"],
        "table": table,
        "kinds": [(kind, NAMES_OF_KINDS[kind]) for kind in KINDS],
        "mapping": mapping,
        "missing": [_part_in_words(part) for part in mapping.missing()],
        "columns": [Column(name, _examples(table, name), mapping.columns.get(name, "")) for name in table.columns],
        "parts": [(part, _part_in_words(part)) for part in parts_of(mapping.kind)],
        "looked": bool(fates),
        "counts": [(name, word, counts[name]) for name, word in FATES.items() if counts[name]],
        "fate": fate,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "rows": _rows(table, list(page.object_list), get_language() or "en"),
    }
    return render(request, "desk/import.html", context)


@require_POST
@for_officers
def send_list(request: HttpRequest) -> HttpResponse:
    """Keeps the list that was sent, if it is one."""
    sent = request.FILES.get("list")
    if sent is None:
        messages.warning(request, _("Choose a file first."))
        return redirect("desk:import")
    if sent.size is None or sent.size > MOST_BYTES:
        messages.warning(request, _("That file is too large; lists of up to 50 MB can be imported here."))
        return redirect("desk:import")
    content, name = sent.read(), sent.name or "list"
    try:
        open_table(name, content)
    except NoList as error:
        messages.warning(
            request, _("“%(name)s” is no list that can be imported: %(why)s") % {"name": name, "why": error}
        )
        return redirect("desk:import")
    _drop(request)
    request.session[PENDING] = {"token": uploads.keep(content), "name": name}
    return redirect("desk:import")


@require_POST
@for_officers
def map_columns(request: HttpRequest) -> HttpResponse:
    """Takes what the columns mean and makes a dry run; another kind of list is guessed anew."""
    pending, table = request.session.get(PENDING), _table(request)
    if not pending or not table:
        return redirect("desk:import")
    kind = request.POST.get("kind", "")
    if kind not in KINDS:
        raise no_such_form()
    same_kind = kind == _mapping(pending, table).kind
    chosen = {name: request.POST.get(f"column-{n}", "") for n, name in enumerate(table.columns)}
    columns = {name: part for name, part in chosen.items() if part in parts_of(kind)} if same_kind else None
    request.session[PENDING] = pending | {"kind": kind, "columns": columns}
    uploads.drop_fates(pending["token"])
    try:
        planned = plan(table, _mapping(request.session[PENDING], table))
    except RowsAreWrong:
        messages.warning(request, _("Some columns are still to be named: see below."))
        return redirect("desk:import")
    fates = [(row.number, row.fate.value if row.fate else ERROR, row.because, row.record) for row in planned.fates]
    uploads.keep_fates(pending["token"], fates)
    return redirect("desk:import")


@require_POST
@for_officers
def bring_list_in(request: HttpRequest) -> HttpResponse:
    """Carries the list out as the officer chose: all of it or nothing, under one entry that can be undone."""
    pending, table = request.session.get(PENDING), _table(request)
    if not pending or not table:
        return redirect("desk:import")
    asked = request.POST
    try:
        by_fate = {fate: Wanted(asked.get(fate.value, Wanted.TAKE.value)) for fate in Fate}
    except ValueError:
        raise no_such_form() from None
    skipped = frozenset(int(row) for row in asked.getlist("skip") if row.isdecimal())
    choices = Choices(by_fate, skipped, skip_errors="skip_errors" in asked)
    try:
        with explaining(request):
            planned = plan(table, _mapping(pending, table))
            outcome = carry_out(officer_of(request), planned, choices, reason=asked.get("reason", "").strip())
            if outcome.changed:
                done(request, outcome.entry, _("“%(name)s” is in the register.") % {"name": pending["name"]})
            else:
                messages.info(request, _("All of it was in the register already."))
            _drop(request)
            return redirect("desk:log-entry", outcome.entry.pk)
    except (RowsAreWrong, OtherwiseIn) as error:
        messages.warning(request, _("Nothing was imported: %(why)s") % {"why": error})
    return redirect("desk:import")


@require_POST
@for_officers
def leave_list(request: HttpRequest) -> HttpResponse:
    _drop(request)
    return redirect("desk:import")


def _drop(request: HttpRequest) -> None:
    if pending := request.session.pop(PENDING, None):
        uploads.drop(pending["token"])


def _table(request: HttpRequest) -> Table | None:
    """The list that the officer is at; None where there is none, or it was thrown away meanwhile."""
    if not (pending := request.session.get(PENDING)):
        return None
    content = uploads.kept(pending["token"])
    return open_table(pending["name"], content) if content is not None else None


def _mapping(pending: dict[str, Any], table: Table) -> Mapping:
    """As the officer chose it, or else as guessed."""
    guess = guess_mapping(table, pending.get("kind"))
    return Mapping(guess.kind, pending["columns"], guess.always) if pending.get("columns") else guess


def _examples(table: Table, column: str) -> str:
    said = (row.cells[column] for row in table.rows if row.cells.get(column))
    return " · ".join(cell[:40] for cell, _number in zip(said, range(EXAMPLES), strict=False))


def _part_in_words(part: str) -> str:
    """“parties 2 country” as “Parties 2: Country”."""
    field, _blank, rest = part.partition(" ")
    number, _blank, of_entity = rest.partition(" ") if rest[:1].isdecimal() else ("", "", rest)
    head = f"{FIELD[field]} {number}".strip() if field in FIELD else part
    return f"{head}: {OF_AN_ENTITY[of_entity]}" if of_entity in OF_AN_ENTITY else head


def _rows(table: Table, fates: Sequence[tuple[int, str, str, int | None]], language: str) -> list[Row]:
    cells = {row.number: row.cells for row in table.rows}
    glances = glances_of((record for *_rest, record in fates if record), language)
    return [
        Row(
            number,
            fate,
            FATES[fate],
            because,
            " · ".join(list(cells.get(number, {}).values())[:CELLS]),
            title_of(glance) if glance else "",
            record_address(glance.record.kind, glance.record.pk) if glance else "",
        )
        for number, fate, because, record in fates
        for glance in [glances.get(record or 0)]
    ]
