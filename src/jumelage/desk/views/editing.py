"""Officers enter new records and correct those that are there."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jumelage.desk.addresses import list_address, record_address
from jumelage.desk.forms.lookup import labels_of, offered
from jumelage.desk.forms.merging import laid_on
from jumelage.desk.forms.record import BLANKS, MOST_BLANKS, NewEntity, RecordForm, as_corrections
from jumelage.desk.statements import statements_of
from jumelage.desk.titles import title_of
from jumelage.desk.views.acting import back, done, explaining_nothing, for_officers, number, officer_of
from jumelage.desk.views.lists import kind_of
from jumelage.desk.words import KIND, KINDS
from jumelage.register.actions import Outdated, enter, revise
from jumelage.register.fields import KINDS as ALL_KINDS
from jumelage.register.models import Agreement, Entity, LogEntry, Record
from jumelage.register.queries import glances_of, log_of, references_of
from jumelage.register.transactions import writing

FOLLOWING = MappingProxyType(
    {
        "amends": gettext_lazy("an amendment"),
        "renews": gettext_lazy("a renewal"),
        "suspends": gettext_lazy("a suspension"),
        "ends": gettext_lazy("an end"),
    }
)
"""What may follow a paper that was signed: papers of their own, each with the field by which it means that one."""


@for_officers
def new_record(request: HttpRequest, slug: str) -> HttpResponse:
    """A new record of a kind. The address may name what it is about: a twinning, a paper that it follows, anyone."""
    kind = kind_of(slug)
    if request.method != "POST":
        form = RecordForm(kind, given=_given(request))
        return _shown(request, form, _("New: %(kind)s") % {"kind": KIND[kind]})
    form = RecordForm(kind, data=request.POST, blanks=_blanks(request))
    if "more" in request.POST or not form.is_valid():
        return _shown(request, form, _("New: %(kind)s") % {"kind": KIND[kind]})
    officer, reason = officer_of(request), request.POST.get("reason", "").strip()
    with writing():
        said: dict[str, list[Any]] = {}
        changes = form.corrections()
        for correction in as_corrections(changes, _entered(officer, changes)):
            said.setdefault(correction.field, []).append(correction.by)
        record = enter(officer, kind, said, reason=reason)
    done(request, _entry_of(record), _("Entered: %(what)s") % {"what": _title(record)})
    return redirect(record_address(kind, record.pk))


@for_officers
def edit_record(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What a record shows, to be corrected and added to."""
    record = get_object_or_404(Record, pk=pk, kind=kind_of(slug))
    heading = _("Correct: %(what)s") % {"what": _title(record)}
    if request.method != "POST":
        return _shown(request, RecordForm(record.kind, record), heading, record)
    version = number(request.POST.get("version"))
    if version != record.version:
        return _outdated(request, record, heading)
    form = RecordForm(record.kind, record, request.POST, blanks=_blanks(request))
    if "more" in request.POST or not form.is_valid():
        return _shown(request, form, heading, record)
    officer, reason, changes = officer_of(request), request.POST.get("reason", "").strip(), form.corrections()
    try:
        with explaining_nothing(request), writing():
            corrections = as_corrections(changes, _entered(officer, changes))
            entry = revise(officer, record, corrections, version=version, reason=reason)
            done(request, entry, _("Corrected: %(what)s") % {"what": _title(record)})
    except Outdated:
        return _outdated(request, Record.objects.get(pk=pk), heading)
    return back(request, record_address(record.kind, pk))


def lookup(request: HttpRequest) -> HttpResponse:
    """Suggestions for what is being typed into an input (`as`), as options of its list."""
    words = request.GET.get(request.GET.get("as", ""), "").strip()
    kinds = [kind for kind in request.GET.get("kinds", "").split(",") if kind in ALL_KINDS]
    found = offered(words, kinds, get_language() or "en") if words and kinds else []
    return render(request, "desk/parts/offered.html", {"found": found})


def _outdated(request: HttpRequest, record: Record, heading: str) -> HttpResponse:
    """Somebody else was faster: what they did, and the form with what this officer typed on what stands there now."""
    posted = request.POST
    present = RecordForm(record.kind, record, blanks=MOST_BLANKS)
    blanks = max(_blanks(request), sum(1 for name in posted if "-new" in name))
    form = RecordForm(record.kind, record, laid_on(present, posted), blanks=blanks)
    since = log_of(record).select_related("officer").first()
    return _shown(request, form, heading, record, since=since, status=409)


def _shown(
    request: HttpRequest,
    form: RecordForm,
    heading: str,
    record: Record | None = None,
    since: LogEntry | None = None,
    status: int = 200,
) -> HttpResponse:
    statements = statements_of(record, form.language) if record else []
    signed = record and Agreement.objects.filter(pk=record.pk, planned=False).exclude(signed=None).exclude(signed="")
    context = {
        "form": form,
        "heading": heading,
        "record": record,
        "kinds": KINDS[form.kind],
        "list_address": list_address(form.kind),
        "record_address": record_address(record.kind, record.pk) if record else "",
        "statements": {field.name: [*field.shown, *field.others] for field in statements},
        "follows": FOLLOWING.items() if signed and signed.exists() else [],
        "blanks": form.blanks,
        "since": since,
        "next": request.POST.get("next", request.GET.get("next", "")),
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "desk/edit.html", context, status=status)


def _given(request: HttpRequest) -> Mapping[str, Sequence[str]]:
    """What a new record starts with: the parties of a twinning, or those of the paper that it follows."""
    asked, language = request.GET, get_language() or "en"
    given: dict[str, Sequence[str]] = {}
    for name in FOLLOWING:
        if asked.get(name):
            given[name] = list(labels_of([number(asked.get(name))], language).values())
    source = next((number(asked.get(name)) for name in ("twinning", *FOLLOWING) if asked.get(name)), None)
    if source:
        parties = [entity.pk for entity in references_of([source])[source]["parties"]]
        given["parties"] = list(labels_of(parties, language).values())
    return given


def _entered(officer: User, changes: Sequence[tuple[str, object, object]]) -> Mapping[NewEntity, Entity]:
    """The entities among the changes that the register did not know, entered once each."""
    new = dict.fromkeys(by for _field, _value, by in changes if isinstance(by, NewEntity))
    records = {one: enter(officer, one.kind, {"names": [one.form]}) for one in new}
    entities = Entity.objects.select_related("record").in_bulk([record.pk for record in records.values()])
    return {one: entities[record.pk] for one, record in records.items()}


def _blanks(request: HttpRequest) -> int:
    """How many empty inputs the form had, and some more where they were asked for."""
    return number(request.POST.get("blanks", str(BLANKS))) + (BLANKS if "more" in request.POST else 0)


def _entry_of(record: Record) -> LogEntry:
    return LogEntry.objects.get(tellings__record=record)


def _title(record: Record) -> str:
    glance = glances_of([record.pk], get_language() or "en").get(record.pk)
    return title_of(glance) if glance else str(record)
