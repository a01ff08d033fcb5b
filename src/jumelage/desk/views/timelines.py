"""The timeline of everything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from jumelage.desk.timeline import LANES
from jumelage.desk.timelines import shared_filters, timeline_of_everything
from jumelage.desk.views.lists import Asked
from jumelage.desk.words import KINDS


def timeline_page(request: HttpRequest) -> HttpResponse:
    shown = timeline_of_everything(request.GET, get_language() or "en")
    asked = [Asked(one, request.GET.get(one.parameter, "").strip()) for one in shared_filters()]
    of = request.GET.get("of", "")
    context = {
        "timeline": shown.drawn,
        "left_out": [(KINDS[kind], number) for kind, number in shown.left_out.items()],
        "kinds": [(kind, KINDS[kind]) for kind in LANES if kind != "post"],
        "of": of,
        "asked": asked,
        "narrowed": bool(of) or any(one.value for one in asked),
        "download": request.GET.urlencode(),
    }
    return render(request, "desk/timeline.html", context)
