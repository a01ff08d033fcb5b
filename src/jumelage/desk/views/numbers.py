"""The register in numbers."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from jumelage.desk.lists import LISTS
from jumelage.desk.numbers import CARRIED, FIGURES, Figure, figure_of, figure_picture
from jumelage.desk.views.lists import Asked


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure with its name in addresses."""

    name: str
    figure: Figure


def numbers_page(request: HttpRequest) -> HttpResponse:
    asked = [
        Asked(one, request.GET.get(one.parameter, "").strip())
        for one in LISTS["twinning"].filters
        if one.parameter in CARRIED
    ]
    figures = [Shown(name, figure_of(name, request.GET)) for name in FIGURES]
    narrowed = any(one.value for one in asked)
    return render(request, "desk/numbers.html", {"figures": figures, "asked": asked, "narrowed": narrowed})


def figure_data(request: HttpRequest, name: str) -> JsonResponse:
    if name not in FIGURES:
        raise Http404(name)
    return JsonResponse(figure_picture(name, request.GET))
