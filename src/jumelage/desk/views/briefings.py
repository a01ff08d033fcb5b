"""Papers out: which can be made on a record, and each as a file."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.briefings import Briefing, as_pdf, as_word
from jumelage.desk.addresses import record_address
from jumelage.desk.briefings import compose, compose_answer, offered_on
from jumelage.desk.titles import title_of
from jumelage.desk.views.lists import kind_of
from jumelage.register.models import Record
from jumelage.register.queries import glances_of

FORMS: dict[str, tuple[str, Callable[..., bytes]]] = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_word),
    "pdf": ("application/pdf", as_pdf),
}


def briefings_page(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The papers that can be made on a record, each as a link for the language and the day asked for."""
    kind = kind_of(slug)
    get_object_or_404(Record, pk=pk, kind=kind)
    glance = glances_of([pk], get_language() or "en").get(pk)
    offered = offered_on(kind)
    if glance is None or not offered:
        raise Http404(slug)
    context = {
        "title": title_of(glance),
        "address": record_address(kind, pk),
        "offered": offered.items(),
        "day": _day(request),
        "in_language": _language(request),
        "slug": slug,
        "pk": pk,
    }
    return render(request, "desk/briefings.html", context)


def briefing_file(request: HttpRequest, slug: str, pk: int, name: str, form: str) -> HttpResponse:
    kind = kind_of(slug)
    record = get_object_or_404(Record, pk=pk, kind=kind)
    if name not in offered_on(kind) or form not in FORMS:
        raise Http404(f"{name}.{form}")
    desk = request.build_absolute_uri("/").rstrip("/")
    paper = compose(name, record.pk, _day(request), timezone.localdate(), _language(request), desk)
    return _file(paper, f"{paper.title}, {name}.{form}", form)


def answer_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The answer sheet with the rows that the rest of the address asks for."""
    if form not in FORMS:
        raise Http404(form)
    desk = request.build_absolute_uri("/").rstrip("/")
    asked = request.GET.copy()
    question = " ".join(" ".join(asked.pop("question", [""])).split())
    asked.pop("language", None)
    paper = compose_answer(kind_of(slug), asked, question, timezone.localdate(), _language(request), desk)
    return _file(paper, f"{paper.title}.{form}", form)


def _file(paper: Briefing, name: str, form: str) -> HttpResponse:
    media_type, write = FORMS[form]
    disposition = content_disposition_header(as_attachment=True, filename=name.replace("/", "-"))
    return HttpResponse(
        write(paper, settings.HOME / "layouts"),
        content_type=media_type,
        headers={"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"},
    )


def _day(request: HttpRequest) -> date:
    words = request.GET.get("on", "").strip()
    if not words:
        return timezone.localdate()
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise BadRequest(_("“%(day)s” is no day. Write it as 2016-01-31.") % {"day": words}) from error


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else get_language() or "en"
